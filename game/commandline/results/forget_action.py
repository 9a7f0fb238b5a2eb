"""``carriages results forget``: delete somebody's attempts and the link to the name."""

from argparse import ArgumentParser, Namespace
from collections.abc import Set
from pathlib import Path

from game.classroom import roster
from game.classroom.collecting import find_attempt_files
from game.classroom.index import open_index
from game.commandline.exit_status import OK
from game.commandline.results.class_choice import add_class_options
from game.commandline.usage_error import fail
from game.prose import class_messages as messages
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import load_attempt


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument("name", metavar="NAME", help="the name, or the pseudonym")
    add_class_options(command)


def run(options: Namespace) -> int:
    """Delete somebody from the roster, and every attempt under the pseudonym."""
    known = roster.load_roster(options.folder)
    removed = {*roster.find_pseudonyms(known, options.name), options.name}
    number = _delete_attempts(options.folder, removed)
    is_enrolled = not removed.isdisjoint(known)
    if is_enrolled:
        kept = {pseudonym: name for pseudonym, name in known.items() if pseudonym not in removed}
        roster.save_roster(options.folder, kept)
    elif not number:
        fail("results", messages.describe_unknown_person(options.name))
    with open_index(options.folder):
        pass  # opening the index drops what has no file any more
    print(messages.render_forgotten(number, was_enrolled=is_enrolled))
    return OK


def _delete_attempts(folder: Path, candidates: Set[str]) -> int:
    """Delete every attempt of somebody, and return how many there were."""
    number = 0
    for path in list(find_attempt_files(folder)):
        try:
            is_theirs = load_attempt(path).begun.candidate in candidates
        except DamagedError:
            # Whose it is cannot be known; what cannot be known is not deleted.
            continue
        if is_theirs:
            path.unlink()
            number += 1
    return number
