"""The sealed file of an attempt: JSON lines that are only appended, each sealed with the seal of the line before it.

A seal is the BLAKE2b of the previous seal and the line. A line that is changed, removed or inserted breaks the chain,
so a change shows. A person could still compute all seals again. For that reason the last seal is printed on the result
sheet, where it can be compared.
"""

import errno
import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from game.core.characters import find_unsafe_value
from game.core.digests import blake2b
from game.core.disk import BINARY, Unusable, decode, write_all
from game.core.paths import show_path
from game.store.attempt_events import FORMAT, AnyLine, HandedIn
from game.store.attempt_faults import (
    AttemptDamage,
    AttemptFault,
    LaterAttemptFormat,
    LineNotSealed,
    LineUnreadable,
    MomentImpossible,
    SealBroken,
    TextActs,
)

SEAL_BYTES = 8
"""Bytes of a seal; the file holds them as twice as many hex digits."""

_SEAL_KEY = b',"seal":"'


class DamagedError(ValueError):
    """A file that cannot be used as an attempt."""

    def __init__(self, damage: AttemptDamage) -> None:
        super().__init__(damage)
        self.damage = damage


class OpenElsewhereError(OSError):
    """The attempt has grown since it was read: it is open in another window, or at another server, too."""


def seal_line(line: AnyLine, previous_seal: str) -> tuple[bytes, str]:
    """Return a line with its seal, as bytes without a line break, and the seal.

    Args:
        line: What the line says.
        previous_seal: The seal of the line before; empty for the first line.
    """
    body = msgspec.json.encode(line)[:-1]
    seal = compute_seal(body, previous_seal)
    return body + _SEAL_KEY + seal.encode() + b'"}', seal


def compute_seal(body: bytes, previous_seal: str) -> str:
    """The seal of a line, in hex digits."""
    return blake2b(previous_seal.encode() + body, digest_size=SEAL_BYTES).hexdigest()


def verify_line(raw: bytes, previous_seal: str, path: Path, number: int) -> tuple[AnyLine, str]:
    """Return what a line of a file says, and its seal.

    Args:
        raw: The line as the file holds it, without its line break.
        previous_seal: The seal of the line before; empty for the first line.
        path: The file, for the error.
        number: Of the line, from 1.

    Raises:
        DamagedError: The line cannot be read, or its seal is wrong.
    """
    line = _decode_line(raw, path, number)
    # The seal is of the bytes in the file, not of a new encoding: a later version may encode the same line differently.
    body = raw[: raw.rindex(_SEAL_KEY)] if _SEAL_KEY in raw else msgspec.json.encode(line)[:-1]
    expected = compute_seal(body, previous_seal)
    # Read by position, not from the JSON: an edited line may hold the key twice, and a decoder would take one of them.
    found = raw[-2 * SEAL_BYTES - 2 : -2].decode("ascii", "replace")
    if found != expected:
        raise DamagedError(AttemptDamage(show_path(path), number, SealBroken(found, expected)))
    return line, expected


def _decode_line(raw: bytes, path: Path, number: int) -> AnyLine:
    def damaged(fault: AttemptFault) -> DamagedError:
        return DamagedError(AttemptDamage(show_path(path), number, fault))

    head: Any = decode(raw, Any)
    if isinstance(head, Unusable):
        raise damaged(LineUnreadable(head.detail))
    # Checked first: we know no field of a later format, so any other message would be wrong.
    if isinstance(head, dict) and isinstance(head.get("format"), int) and head["format"] > FORMAT:
        raise damaged(LaterAttemptFormat(head["format"], FORMAT))
    if not isinstance(head, dict) or not isinstance(head.pop("seal", None), str):
        raise damaged(LineNotSealed())
    # What was answered is a pupil's own text and is made safe where it is shown; all other texts come from us.
    if unsafe := find_unsafe_value(head, longer=("items", "item"), free=("response", "raw")):
        raise damaged(TextActs(unsafe.code, unsafe.name))
    try:
        line: AnyLine = msgspec.convert(head, AnyLine)
    except (msgspec.MsgspecError, RecursionError) as bad:
        raise damaged(LineUnreadable(str(bad))) from None
    if not _is_moment(line.at):
        raise damaged(MomentImpossible(line.at))
    return line


def _is_moment(text: str) -> bool:
    """Whether a text of the right pattern is a moment that a calendar has."""
    try:
        # Converted to UTC: with an offset, the first hours of year 1 are earlier than Python can compute.
        datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return False
    return True


def _tell_nobody(count: int) -> None:
    """What is told of a line where nobody wants to know."""


class SealedLog(ABC):
    """The lines of one attempt, open for appending, wherever they are kept."""

    def __init__(self, path: Path, *, seal: str = "", count: int = 0, partial_bytes: int = 0) -> None:
        self.path = path
        """The file; for lines that are kept elsewhere, the name of the file that they are exported to."""
        self.seal = seal
        """Seal of the last line."""
        self.end_seal = ""
        """Seal of the last line that handed in; empty where there is none."""
        self.count = count
        """Lines that are kept."""
        self.partial_bytes = partial_bytes
        """Bytes of a last line that was not written whole. The next append drops them."""
        self.tell: Callable[[int], object] = _tell_nobody
        """Told how many lines are kept, after each."""
        self._unwritten: list[AnyLine] = []

    @property
    def is_behind(self) -> bool:
        """Whether a line could not be written and waits for the next append."""
        return bool(self._unwritten)

    def append(self, line: AnyLine) -> None:
        """Write a line and wait until it is kept for certain.

        Raises:
            OpenElsewhereError: Another process has written a line. Nothing is written.
            OSError: The line could not be written. It is remembered, and written before the next one.
        """
        self._unwritten.append(line)
        self.write_rest()

    def write_rest(self) -> None:
        """Write the lines that could not be written before.

        Raises:
            OpenElsewhereError: Another process has written a line. Nothing is written.
            OSError: One could still not be written.
        """
        while self._unwritten:
            data, seal = seal_line(self._unwritten[0], self.seal)
            self._write(data + b"\n")
            self.seal = seal
            self.count += 1
            if isinstance(self._unwritten[0], HandedIn):
                self.end_seal = seal
            del self._unwritten[0]
            self.tell(self.count)

    def drop_last(self) -> None:
        """Forget the last line that could not be written."""
        del self._unwritten[-1:]

    @abstractmethod
    def _write(self, data: bytes) -> None:
        """Keep one line more: all of it or nothing."""


class SealedFile(SealedLog):
    """The file of one attempt, open for appending."""

    def __init__(self, path: Path, *, seal: str = "", count: int = 0, partial_bytes: int = 0, size: int = 0) -> None:
        super().__init__(path, seal=seal, count=count, partial_bytes=partial_bytes)
        self.size = size
        """Bytes of the file when this object last read or wrote it."""

    def _write(self, data: bytes) -> None:
        """Append bytes to the file: all of them or none."""
        # System calls without a buffer: a buffer accepts data that the disk then refuses, and the candidate would
        # believe that the answer was kept.
        handle = os.open(self.path, os.O_RDWR | BINARY)
        try:
            if os.lseek(handle, 0, os.SEEK_END) != self.size:
                raise OpenElsewhereError(errno.EBUSY, os.strerror(errno.EBUSY), str(self.path))
            end = self.size - self.partial_bytes
            if self.partial_bytes:
                os.ftruncate(handle, end)
                self.size, self.partial_bytes = end, 0
            os.lseek(handle, end, os.SEEK_SET)
            try:
                write_all(handle, data)
                os.fsync(handle)
            except OSError:
                self._take_back(handle, end)
                raise
            self.size = end + len(data)
        finally:
            # After the synchronisation the line is on the disk, even if closing fails. An error here would write it a
            # second time.
            with suppress(OSError):
                os.close(handle)

    def _take_back(self, handle: int, end: int) -> None:
        """Remove an incomplete line; if that fails, too, remember it, so that the next append removes it."""
        try:
            os.ftruncate(handle, end)
            self.size = end
        except OSError:
            self.size = os.lseek(handle, 0, os.SEEK_END)
            self.partial_bytes = self.size - end
