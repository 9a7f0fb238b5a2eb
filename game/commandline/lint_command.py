"""``carriages lint``: find questions that are false, arguable or guessable."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.commandline.exit_status import DIFFERS, OK, USAGE
from game.commandline.output import print_problems
from game.commandline.shared_options import add_pack_argument
from game.content.linting import lint_pack, read_baseline, render_findings_json
from game.core.paths import shipped
from game.prose import command_messages as messages
from game.prose.card_lines import render_card
from game.prose.claim_remarks import CLAIM_RULE_TEXTS
from game.prose.lint_rules import RULE_TEXTS
from game.prose.text_remarks import TEXT_RULE_TEXTS


def add_options(command: ArgumentParser) -> None:
    """Add the options of the command."""
    add_pack_argument(command)
    command.add_argument(
        "--format", choices=["text", "json"], default="text", help="how findings are printed (default text)"
    )
    command.add_argument(
        "--card", action="store_true", help="print figures about the quality of all questions instead of findings"
    )
    command.add_argument(
        "--baseline",
        type=Path,
        metavar="FILE",
        help="print only findings that are not in this file; make it with --format json",
    )
    command.add_argument(
        "--strict", action="store_true", help="exit with status 1 for warnings too, not only for errors"
    )
    command.add_argument("--rules", action="store_true", help="list all rules with what each one means, then stop")


def run(options: Namespace) -> int:
    """Print what lint finds; the status is DIFFERS when one is an error, or a warning with --strict."""
    if options.rules:
        print(
            *(
                f"{rule}  {about}"
                for rule, about in (*RULE_TEXTS.items(), *CLAIM_RULE_TEXTS.items(), *TEXT_RULE_TEXTS.items())
            ),
            sep="\n",
        )
        return OK
    try:
        known = read_baseline(options.baseline) if options.baseline else ()
    except (OSError, ValueError) as bad:
        print(messages.render_bad_baseline(options.baseline, bad), file=sys.stderr)
        return USAGE
    folder = options.pack_folder or shipped("rooms")
    checked = lint_pack(folder, known)
    if checked.card is None:
        return print_problems(checked.problems, sys.stderr)
    if options.format == "json":
        print(render_findings_json(checked))
    elif options.card:
        print(*render_card(checked.card), sep="\n")
    else:
        print(*checked.remarks, *checked.found, sep="\n")
        print(messages.render_lint_counts(folder, checked.errors, checked.warnings, checked.ignored))
    return DIFFERS if checked.errors or (options.strict and checked.warnings) else OK
