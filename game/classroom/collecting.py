"""Attempts of many, brought into one folder: as often as one likes, from as many places as there are.

A file is known by the id of its attempt. One that has grown takes the place of its own beginning; one with the same id
and other content is told of and left where it is.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from game.core.paths import write_atomically
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import SUFFIX, load_attempt
from game.store.attempts import Attempt


class CollectingResult(NamedTuple):
    """What came of collecting."""

    new: int
    longer: int
    """Files that had grown since they were last collected."""
    known: int
    troubles: tuple[str, ...]
    """What was left out: where, and why."""


def find_attempt_files(folder: Path) -> Iterator[Path]:
    """The files of attempts in a folder and those in it, in the order of their names; or the file itself."""
    if folder.is_file():
        yield folder
    else:
        yield from sorted(path for path in folder.rglob(f"*{SUFFIX}*") if path.is_file() and path.name[0] != ".")


def collect_attempts(folders: Iterable[Path], into: Path) -> CollectingResult:
    """Bring the attempts of some folders into one.

    Raises:
        OSError: The folder cannot be written.
    """
    counts = {"new": 0, "longer": 0, "known": 0}
    troubles: list[str] = []
    for folder in folders:
        if not folder.exists():
            troubles.append(f"{folder}: there is no such folder")
            continue
        if folder.is_file() and SUFFIX not in folder.name:
            troubles.append(
                f"{folder}: expected a folder, or a file of the kind *{SUFFIX}; an archive is to be unpacked"
            )
            continue
        for path in find_attempt_files(folder):
            try:
                attempt, data = load_attempt(path), path.read_bytes()
            except DamagedError as bad:
                troubles.append(f"{bad}. It is not counted")
                continue
            except OSError as bad:
                troubles.append(f"{path}: cannot be read: {bad.strerror or bad}")
                continue
            troubles += find_unasked_responses(attempt)
            target = into / f"{attempt.begun.attempt}{SUFFIX}"
            told = _store_file(data[: len(data) - attempt.partial_bytes], target)
            if told in counts:
                counts[told] += 1
            else:
                troubles.append(f"{path}: {told}; it was left out")
    return CollectingResult(**counts, troubles=tuple(troubles))


def find_unasked_responses(attempt: Attempt) -> Iterator[str]:
    """Responses to questions that were never asked in an attempt."""
    known = attempt.items
    for number, event in enumerate(attempt.events, start=2):
        item_id = getattr(event, "item", "")
        if isinstance(item_id, str) and item_id and item_id not in known:
            yield f"{attempt.path}:{number}: a response to {item_id!r}, which was not asked; it is not counted"


def _store_file(data: bytes, target: Path) -> str:
    """Put a file in its place; says what it was, or why it was not put there."""
    try:
        there = target.read_bytes()
    except FileNotFoundError:
        write_atomically(target, data)
        return "new"
    if there.startswith(data):
        return "known"
    if data.startswith(there):
        write_atomically(target, data)
        return "longer"
    return f"another attempt with the same id and other content is in {target}"
