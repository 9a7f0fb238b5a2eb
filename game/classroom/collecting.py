"""Brings the attempts of many candidates into one folder, as often as wanted and from any number of places.

An attempt is known by its id, not by the name of its file. A file that has grown replaces its own beginning. A file
with the same id and other content is reported and left where it is: nobody can tell which of the two is true.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from game.core.disk import write_atomically
from game.store.attempt_faults import AttemptDamage
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import SUFFIX, load_attempt
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


class AttemptUnreadable(NamedTuple):
    """An attempt that the system does not give."""

    path: Path
    why: str


class ResponseUnasked(NamedTuple):
    """A response to a question that the attempt does not have."""

    path: Path
    line: int
    item_id: str


class OtherAttemptInPlace(NamedTuple):
    """An attempt with the id of another one that was collected before."""

    path: Path
    target: Path
    """Where the other one is."""


CollectingWarning = (
    FolderMissing | NoAttemptFile | AttemptDamaged | AttemptUnreadable | ResponseUnasked | OtherAttemptInPlace
)


class CollectingResult(NamedTuple):
    """What collecting has done."""

    new: int
    grown: int
    """Files that have grown since they were last collected."""
    known: int
    warnings: tuple[CollectingWarning, ...]
    """What was left out."""


def find_attempt_files(folder: Path) -> Iterator[Path]:
    """Find the attempt files in a folder and its folders, by name; a file is found itself."""
    if folder.is_file():
        yield folder
    else:
        # `*` after the suffix, too: some programs number a second copy at the end, as in `x.attempt.jsonl.1`.
        yield from sorted(path for path in folder.rglob(f"*{SUFFIX}*") if path.is_file() and path.name[0] != ".")


def collect_attempts(folders: Iterable[Path], into: Path) -> CollectingResult:
    """Copy the attempts of some folders into one.

    Raises:
        OSError: The folder cannot be written.
    """
    counts: dict[Outcome, int] = {"new": 0, "grown": 0, "known": 0, "conflict": 0}
    warnings: list[CollectingWarning] = []
    for folder in folders:
        if not folder.exists():
            warnings.append(FolderMissing(folder))
        elif folder.is_file() and SUFFIX not in folder.name:
            warnings.append(NoAttemptFile(folder, SUFFIX))
        else:
            for path in find_attempt_files(folder):
                _collect_file(path, into, counts, warnings)
    return CollectingResult(counts["new"], counts["grown"], counts["known"], tuple(warnings))


def _collect_file(path: Path, into: Path, counts: dict[Outcome, int], warnings: list[CollectingWarning]) -> None:
    try:
        attempt, data = load_attempt(path), path.read_bytes()
    except DamagedError as bad:
        warnings.append(AttemptDamaged(bad.damage))
        return
    except OSError as bad:
        warnings.append(AttemptUnreadable(path, bad.strerror or str(bad)))
        return
    warnings += find_unasked_responses(attempt)
    target = into / f"{attempt.begun.attempt}{SUFFIX}"
    # Without a half line at the end: it will be written whole where the exam goes on, with other bytes perhaps.
    outcome = _store_file(data[: len(data) - attempt.partial_bytes], target)
    counts[outcome] += 1
    if outcome == "conflict":
        warnings.append(OtherAttemptInPlace(path, target))


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
