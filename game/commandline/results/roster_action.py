"""``carriages results roster``: give pseudonyms to names, or list them."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.classroom import roster
from game.classroom.name_list import ListError, read_names
from game.commandline.exit_status import OK
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import add_class_options
from game.commandline.usage_error import fail
from game.core.characters import find_unsafe
from game.prose.class_messages import describe_column_without_list
from game.prose.exam_messages import describe_name_that_acts
from game.prose.name_list_errors import describe_list_fault, render_head


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument(
        "names", nargs="*", metavar="NAME", help="a name or an e-mail address to add; put it in quotes if it has spaces"
    )
    command.add_argument(
        "--list",
        type=Path,
        metavar="FILE",
        help="read the names from a file: one name per line, or a table (.csv or .xlsx)",
    )
    command.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="NAME",
        help="the column of the table that holds the names: its heading or its number; may be repeated",
    )
    add_class_options(command)


def run(options: Namespace) -> int:
    """Add names to the roster, and print it."""
    known = roster.load_roster(options.folder)
    names = list(options.names)
    if unsafe := next(filter(None, map(find_unsafe, names)), None):
        fail("results", describe_name_that_acts(unsafe.code))
    if options.list:
        try:
            listed = read_names(options.list, options.column)
        except ListError as bad:
            fail("results", describe_list_fault(bad.fault))
        names += listed.names
        if listed.head:
            print(render_head(options.list, listed.head), file=sys.stderr)
    elif options.column:
        fail("results", describe_column_without_list())
    own = load_bank(options).world.tour.pseudonyms if names else ()
    enrolled = roster.enrol(known, names, own or roster.PSEUDONYM_WORDS)
    if enrolled != known:
        roster.save_roster(options.folder, enrolled)
    print(*(f"{pseudonym}\t{name}" for pseudonym, name in sorted(enrolled.items())), sep="\n")
    return OK
