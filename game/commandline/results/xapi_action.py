"""``carriages results xapi``: write responses as xAPI statements, or send them to a store."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace

from game.classroom.lrs import check_address, send_statements
from game.classroom.lrs_faults import LrsError
from game.classroom.lrs_ledger import UNDELIVERED_FILE
from game.classroom.xapi import Statement, build_statements
from game.commandline.exit_status import DIFFERS, OK
from game.commandline.output import require_ending, show_progress, write_output
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import ALL_MODES, add_class_options, load_handed_in
from game.commandline.shared_options import add_output_options
from game.commandline.usage_error import fail
from game.prose import class_messages as messages
from game.prose.class_errors import describe_lrs_fault


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument(
        "--lrs",
        metavar="URL",
        help="send the statements to this learning record store; the environment variables CARRIAGES_LRS_USER and "
        "CARRIAGES_LRS_PASSWORD hold the user name and the password",
    )
    command.add_argument("--retry", action="store_true", help="send only the statements that the store refused before")
    add_output_options(command, help="file to write, ending in .json; give either this or --lrs")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Write the statements to a file, or send them."""
    if bool(options.out) == bool(options.lrs):
        fail("results", messages.describe_statements_without_target())
    if options.retry and not options.lrs:
        fail("results", messages.describe_retry_without_store())
    bank = load_bank(options)
    made = list(build_statements(load_handed_in(options, bank, ALL_MODES).rows, bank.world))
    if not options.out:
        return _send(options, made)
    require_ending(options.out, (".json",), "results")
    data = json.dumps(made, ensure_ascii=False, indent=1).encode()
    write_output(options.out, data, "results", is_forced=options.force)
    print(messages.render_written_statements(options.out, len(made)))
    return OK


def _send(options: Namespace, made: list[Statement]) -> int:
    try:
        check_address(options.lrs)
        # From the environment: every user of the machine can read the options of a command.
        credentials = (os.environ.get("CARRIAGES_LRS_USER", ""), os.environ.get("CARRIAGES_LRS_PASSWORD", ""))
        done = send_statements(made, options.lrs, credentials, options.folder, show_progress, is_retry=options.retry)
    except LrsError as bad:
        fail("results", describe_lrs_fault(bad.fault))
    print(messages.render_sent_statements(options.lrs, done.sent, done.known))
    path = options.folder / UNDELIVERED_FILE
    if done.refused:
        print(*messages.render_refused_statements(done.refused, path), sep="\n", file=sys.stderr)
    if done.waiting:
        print(messages.render_waiting_statements(done.waiting, path), file=sys.stderr)
    return DIFFERS if done.refused or done.waiting else OK
