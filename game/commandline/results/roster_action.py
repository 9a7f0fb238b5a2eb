"""``carriages results roster``: give pseudonyms to names, or list them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.classroom import roster
from game.commandline.exit_status import OK
from game.commandline.results.class_choice import add_class_options
from game.commandline.usage_error import fail
from game.prose.class_messages import describe_bad_list


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("names", nargs="*", metavar="NAME", help="whom to add, in quotes: a name, or an address")
    command.add_argument("--list", type=Path, metavar="FILE", help="a file with a name a line")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Add names to the roster, and print it."""
    known = roster.load_roster(options.folder)
    names = list(options.names)
    if options.list:
        try:
            names += options.list.read_text("utf-8-sig").splitlines()
        except UnicodeDecodeError:
            fail("results", describe_bad_list(options.list))
    enrolled = roster.enrol(known, names)
    if enrolled != known:
        roster.save_roster(options.folder, enrolled)
    print(*(f"{pseudonym}\t{name}" for pseudonym, name in sorted(enrolled.items())), sep="\n")
    return OK
