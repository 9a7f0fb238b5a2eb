"""The attempts in a folder: create one, load one, find those of a candidate."""

import os
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from game.core.disk import BINARY, Unusable, make_folder, read_file, refuse_letters, sync_folder
from game.core.identity import pseudonym_key
from game.core.paths import file_stem, show_path
from game.store.attempt_events import AnyLine, Begun, Event, HandedIn, Renamed, Reopened
from game.store.attempt_faults import (
    AttemptDamage,
    AttemptFault,
    BeginningMissing,
    FileUnusable,
    FirstLineMissing,
    LineAfterEnd,
    SecondBeginning,
)
from game.store.attempt_file import DamagedError, SealedFile, verify_line
from game.store.attempts import Attempt, find_end

SUFFIX = ".attempt.jsonl"
"""Every attempt file ends in this."""


def create_attempt(folder: Path, begun: Begun) -> Attempt:
    """Create an attempt and its file.

    Raises:
        OSError: It could not be written.
    """
    make_folder(folder)
    path = folder / name_attempt(begun)
    with refuse_letters():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o666)
    file = SealedFile(path)
    try:
        os.close(handle)
        file.append(begun)
        sync_folder(folder)
    except BaseException:
        # An empty file would count as one more damaged attempt of this candidate.
        with suppress(OSError):
            os.unlink(path)
        raise
    return Attempt(begun, file)


def name_attempt(begun: Begun) -> str:
    """The name of the file of an attempt."""
    stamp = datetime.fromisoformat(begun.at).strftime("%Y%m%d-%H%M%S")
    # The start of the id: one candidate may begin two attempts within a second, from two windows.
    return f"{_stem(begun.candidate)}-{stamp}-{begun.attempt[:8]}{SUFFIX}"


def find_creator(folder: Path | None) -> Callable[[Begun], Attempt] | None:
    """What creates attempts in a folder; None without one."""
    return partial(create_attempt, folder) if folder is not None else None


def _stem(candidate: str) -> str:
    """The beginning of the names of a candidate's files."""
    return file_stem(candidate) or "candidate"


def load_attempt(path: Path) -> Attempt:
    """Load an attempt from its file.

    Raises:
        DamagedError: The file cannot be read, is no attempt, or has been changed.
    """
    data = read_file(path)
    if isinstance(data, Unusable):
        raise _damaged(path, 1, FileUnusable(data.why, data.detail))
    return parse_attempt(data, path)


def read_attempt(path: Path) -> Attempt:
    """Load an attempt only to read it, even if a mail or chat program has changed its bytes.

    Raises:
        DamagedError: The file cannot be read, is no attempt, or has been changed.
    """
    data = read_file(path)
    if isinstance(data, Unusable):
        raise _damaged(path, 1, FileUnusable(data.why, data.detail))
    return parse_changed(data, path)[0]


def parse_changed(data: bytes, path: Path) -> tuple[Attempt, bytes]:
    r"""Read an attempt from bytes that a program may have changed on their way, and return the bytes as they were.

    Editors put a mark of byte order before a text or write it in UTF-16, mail gateways end lines by ``\r\n`` and add
    empty ones. All of that can be undone exactly, since no line of an attempt holds such bytes; the seals prove it.

    Raises:
        DamagedError: They are no attempt, or have been changed.
    """
    try:
        return parse_attempt(data, path), data
    except DamagedError:
        restored = _restore(data)
        if restored == data:
            raise
        return parse_attempt(restored, path), restored


def _restore(data: bytes) -> bytes:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    data = data.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").lstrip()
    lines = data.rstrip(b"\n \t")
    return lines + b"\n" if data.endswith(b"\n") else lines


def parse_attempt(data: bytes, path: Path) -> Attempt:
    """Read an attempt from the bytes of its file.

    Raises:
        DamagedError: They are no attempt, or have been changed.
    """
    # A last line without its line break was being written when the process ended; it never counted.
    whole, _, partial = data.rpartition(b"\n")
    begun: Begun | None = None
    events: list[Event] = []
    seal = end_seal = ""
    for number, raw in enumerate(whole.split(b"\n") if whole else (), start=1):
        line, seal = verify_line(raw, seal, path, number)
        begun = _add_line(begun, events, line, path, number)
        end_seal = seal if isinstance(line, HandedIn) else end_seal
    if begun is None:
        raise _damaged(path, 1, FirstLineMissing())
    file = SealedFile(path, seal=seal, count=1 + len(events), partial_bytes=len(partial), size=len(data))
    file.end_seal = end_seal
    return Attempt(begun, file, events)


def _add_line(begun: Begun | None, events: list[Event], line: AnyLine, path: Path, number: int) -> Begun:
    """Add a line to what was read so far, and return the first line of the attempt."""
    if isinstance(line, Begun):
        if begun is not None:
            raise _damaged(path, number, SecondBeginning())
        return line
    if begun is None:
        raise _damaged(path, number, BeginningMissing())
    if find_end(events) is not None and not isinstance(line, Renamed | Reopened):
        raise _damaged(path, number, LineAfterEnd())
    events.append(line)
    return begun


def _damaged(path: Path, line: int, fault: AttemptFault) -> DamagedError:
    return DamagedError(AttemptDamage(show_path(path), line, fault))


_NAME = re.compile(r"(.*)-[0-9]{8}-[0-9]{6}-[0-9a-f]{8}")


def is_named_after(path: Path, candidate: str) -> bool:
    """Whether a file is called after a candidate, in whatever spelling."""
    named = _NAME.match(path.name)
    return named is not None and pseudonym_key(named[1]) == pseudonym_key(_stem(candidate))


class CandidateAttempts(NamedTuple):
    """The attempts of one candidate at one paper in a folder."""

    unfinished: tuple[Attempt, ...]
    """Not handed in, the latest first."""
    handed_in: tuple[Attempt, ...]
    damaged: tuple[AttemptDamage, ...]
    """For each file of the candidate that cannot be used: why."""


def find_attempts(folder: Path, candidate: str, code: str) -> CandidateAttempts:
    """Find the attempts at a paper that were begun under a name, and the files of that name that cannot be read."""
    try:
        # Names hold the time, so the reverse order is the latest first.
        paths = sorted(folder.glob(f"*{SUFFIX}"), reverse=True)
    except OSError:
        paths = []
    return choose_attempts(paths, candidate, code)


def choose_attempts(paths: Iterable[Path], candidate: str, code: str) -> CandidateAttempts:
    """Of some files, the attempts of a candidate at a paper, and the candidate's files that cannot be read."""
    unfinished: list[Attempt] = []
    handed_in: list[Attempt] = []
    damaged: list[AttemptDamage] = []
    wanted = pseudonym_key(candidate)
    for path in paths:
        try:
            attempt = load_attempt(path)
        except DamagedError as bad:
            # The content cannot be trusted; only the name says whose file it is.
            if is_named_after(path, candidate):
                damaged.append(bad.damage)
            continue
        # By the key: a second spelling would begin a second attempt, with the full time.
        if pseudonym_key(attempt.begun.candidate) == wanted and attempt.begun.code == code:
            (handed_in if attempt.handed_in else unfinished).append(attempt)
    return CandidateAttempts(tuple(unfinished), tuple(handed_in), tuple(damaged))
