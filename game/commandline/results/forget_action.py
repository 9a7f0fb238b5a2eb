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
        fail("results", f"nobody is known as {options.name!r}")
    with open_index(options.folder):
        pass  # opening the index drops what has no file any more
    entry = "the line in the roster, and " if is_enrolled else ""
    attempts = f"{number} {'attempt' if number == 1 else 'attempts'}"
    print(f"Forgotten: {entry}{attempts}. Copies elsewhere are not touched, and collecting them brings them back.")
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
