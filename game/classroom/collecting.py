"""Copies the attempts of many candidates into one folder. It can be repeated, and can take any number of folders.

An attempt is known by its id, not by the name of its file. A file that has grown replaces its own beginning. A file
with the same id and other content is reported and left where it is: nobody can tell which of the two is true.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from game.classroom.intake import ArchiveUnusable, FileUnreadable, IncomingAttempt, OtherFile, find_incoming
from game.core.disk import write_atomically
from game.store.attempt_faults import AttemptDamage
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import SUFFIX, parse_changed
from game.store.attempts import Attempt

Outcome = Literal["new", "grown", "known", "conflict"]


class FolderMissing(NamedTuple):
    """A folder that is not there."""

    path: Path


class NoAttemptFile(NamedTuple):
    """A file that is no attempt by its name."""

    path: Path
    suffix: str
    """What the name of an attempt ends in."""


class AttemptDamaged(NamedTuple):
    """An attempt that cannot be counted."""

    damage: AttemptDamage


class ResponseUnasked(NamedTuple):
    """A response to a question that is not in the attempt."""

    path: Path
    line: int
    item_id: str


class OtherAttemptInPlace(NamedTuple):
    """An attempt with the same id as a different one that was collected before."""

    path: Path
    target: Path
    """Where the other one is."""


CollectingWarning = (
    FolderMissing
    | NoAttemptFile
    | AttemptDamaged
    | FileUnreadable
    | ArchiveUnusable
    | ResponseUnasked
    | OtherAttemptInPlace
)


class CollectingResult(NamedTuple):
    """What collecting has done."""

    new: int
    grown: int
    """Files that have grown since they were last collected."""
    known: int
    warnings: tuple[CollectingWarning, ...]
    """What was left out, and why."""
    others: tuple[Path, ...] = ()
    """Files that are something else."""


def find_attempt_files(folder: Path) -> Iterator[Path]:
    """Find the attempt files in a folder and its folders, by name."""
    for above, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            # Not only at the end: some programs add a number to a second copy, as in `x.attempt.jsonl.1`, or add
            # `.txt`.
            if SUFFIX in name.casefold() and not name.startswith("."):
                yield Path(above, name)


def sort_incoming(
    folders: Iterable[Path], warnings: list[CollectingWarning], others: list[Path]
) -> Iterator[IncomingAttempt]:
    """The attempts that some folders hold, one by one; what else is found goes into the two lists.

    Args:
        folders: Where attempts are; an attempt or an archive is also taken by itself.
        warnings: Takes what cannot be used, and why.
        others: Takes the files that are something else.
    """
    for folder in folders:
        if not folder.exists():
            warnings.append(FolderMissing(folder))
            continue
        for found in find_incoming(folder):
            if isinstance(found, IncomingAttempt):
                yield found
            elif not isinstance(found, OtherFile):
                warnings.append(found)
            elif found.path == folder:
                warnings.append(NoAttemptFile(folder, SUFFIX))
            else:
                others.append(found.path)


def collect_attempts(folders: Iterable[Path], into: Path) -> CollectingResult:
    """Copy the attempts of some folders into one.

    Args:
        folders: Where attempts are; an attempt or an archive is also taken by itself.
        into: Where they are copied.

    Raises:
        OSError: The folder cannot be written.
    """
    counts: Counter[Outcome] = Counter()
    warnings: list[CollectingWarning] = []
    others: list[Path] = []
    for found in sort_incoming(folders, warnings, others):
        _collect_file(found, into, counts, warnings)
    return CollectingResult(counts["new"], counts["grown"], counts["known"], tuple(warnings), tuple(others))


def _collect_file(
    found: IncomingAttempt, into: Path, counts: Counter[Outcome], warnings: list[CollectingWarning]
) -> None:
    try:
        attempt, data = parse_changed(found.data, found.path)
    except DamagedError as bad:
        warnings.append(AttemptDamaged(bad.damage))
        return
    warnings += find_unasked_responses(attempt)
    target = into / f"{attempt.begun.attempt}{SUFFIX}"
    # Without a half line at the end: the exam will write this line again, perhaps with different bytes.
    outcome = _store_file(data[: len(data) - attempt.partial_bytes], target)
    counts[outcome] += 1
    if outcome == "conflict":
        warnings.append(OtherAttemptInPlace(found.path, target))


def find_unasked_responses(attempt: Attempt) -> Iterator[ResponseUnasked]:
    """Find responses to questions that were never asked in an attempt."""
    known = attempt.items
    # Line 1 is the beginning, so the first event is on line 2.
    for number, event in enumerate(attempt.events, start=2):
        item_id = getattr(event, "item", "")
        if isinstance(item_id, str) and item_id and item_id not in known:
            yield ResponseUnasked(attempt.path, number, item_id)


def _store_file(data: bytes, target: Path) -> Outcome:
    """Write a file unless what is there already holds it."""
    try:
        stored = target.read_bytes()
    except FileNotFoundError:
        write_atomically(target, data)
        return "new"
    # Attempts are only appended to, so of two copies of one attempt the shorter is always the beginning of the longer.
    if stored.startswith(data):
        return "known"
    if data.startswith(stored):
        write_atomically(target, data)
        return "grown"
    return "conflict"
