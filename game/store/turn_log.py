"""A tour on file as a log of turns: what was typed, what was told, how the state changed. Lines are only added.

It is a log and not one file that is written anew, for three reasons. Undo, the text on the screen and earlier lines
are there again after a restart, since all of it is in the log. An append costs one write, however long the tour is. And
a process that is killed loses at most the line that was being written.

Each line carries a digest chained to the line before, so damage is found where it is, and what stands before it is
used.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from game.core.digests import blake2b
from game.core.disk import Unusable, decode, make_folder, read_file, write_all, write_atomically
from game.store.turn_records import (
    FORMAT,
    MAX_KEPT_TURNS,
    MAX_LOG_BYTES,
    Entry,
    Head,
    Plain,
    Told,
    Turns,
    apply,
    difference,
)

S = TypeVar("S")


def read_turns(path: Path) -> Turns | Unusable:
    """The tour in a log, up to where it is damaged; why there is none where not even its first line can be used."""
    data = read_file(path, MAX_LOG_BYTES)
    if isinstance(data, Unusable):
        return data
    first, *rest = data.split(b"\n")
    head = _decoded(first, "", Head)
    if isinstance(head, Unusable):
        return head
    if head.format > FORMAT:
        return Unusable("damaged", f"written by a later version (format {head.format}; this one knows {FORMAT})")
    entries: list[Entry] = []
    state, earlier, damage = head.state, list(head.earlier), ""
    digest, size = _digest_of(first), len(first) + 1
    for number, raw in enumerate(rest, start=2):
        if not raw:
            continue
        entry = _decoded(raw, digest, Entry)
        folded = entry if isinstance(entry, Unusable) else _fold(entry, state, earlier)
        if isinstance(folded, Unusable):
            # The last line of a process that was killed has no end; that is no damage but the turn in flight.
            damage = "" if number == len(rest) + 1 else f"line {number}: {folded.detail}"
            break
        state, digest, size = folded, _digest_of(raw), size + len(raw) + 1
        entries.append(entry)
    return Turns(head, state, tuple(earlier), tuple(entries), digest, size, damage)


def _fold(entry: Entry, state: Plain, earlier: list[tuple[str, Plain]]) -> Plain | Unusable:
    """The state after an entry; the earlier states are changed in place, so that a long log costs no copies."""
    if not 0 <= entry.kept <= len(earlier):
        return Unusable("damaged", "it takes back more turns than there are")
    try:
        # Undo goes on from an earlier state; every other line goes on from the one before it.
        base = earlier[entry.kept][1] if entry.kept < len(earlier) else state
        del earlier[entry.kept :]
        for line, change in entry.pushed:
            base = apply(base, change)
            earlier.append((line, base))
        return apply(base, entry.change)
    except (ValueError, TypeError) as bad:
        return Unusable("damaged", str(bad))


def _decoded(raw: bytes, before: str, kind: type[Any]) -> Any:
    body, mark, digest = raw.rpartition(b" #")
    if not mark:
        return Unusable("damaged", "the line has no digest")
    if digest.decode("ascii", "replace") != _digest(before, body):
        return Unusable("damaged", "the line was changed or is not whole")
    return decode(body, kind)


def _digest(before: str, body: bytes) -> str:
    return blake2b(before.encode() + body, digest_size=8).hexdigest()


def _digest_of(raw: bytes) -> str:
    return raw.rpartition(b" #")[2].decode("ascii", "replace")


def _line(value: Head | Entry, before: str) -> tuple[bytes, str]:
    """A line of the file and its digest. The digest stands after the JSON, so it needs no place inside."""
    body = msgspec.json.encode(value)
    digest = _digest(before, body)
    return body + b" #" + digest.encode() + b"\n", digest


class Kept(Generic[S]):
    """A state of the tour that is also on file. One that was read is only made when UNDO leads there."""

    def __init__(self, plain: Plain, make: Callable[[Plain], S], state: S | None = None) -> None:
        self.plain = plain
        self._make = make
        self._state = state

    @property
    def state(self) -> S:
        """The state itself."""
        if self._state is None:
            self._state = self._make(self.plain)
        return self._state


class TurnLog(Generic[S]):
    """A log that turns are added to."""

    def __init__(self, path: Path, dump: Callable[[S], Plain]) -> None:
        """Make a log; nothing is read or written before ``begin`` or ``resume``.

        Args:
            path: The file.
            dump: What makes plain values of a state.
        """
        self.path = path
        self._dump = dump
        self._digest = ""
        self._size = 0
        """Bytes of the file that are known to be whole; a failed append is cut off again there."""
        self._last: tuple[S | None, Plain] = (None, {})
        self._earlier: list[tuple[S, Plain]] = []
        """The states that UNDO leads to, as they are on file. They are told apart by identity: comparing two full
        notebooks field by field for every turn of a long tour would cost more than the turn."""

    def begin(self, head: Head, state: S, earlier: Sequence[S] = ()) -> None:
        """Begin a new log in place of what the file holds.

        Args:
            head: Its first line.
            state: The state in ``head``.
            earlier: Those in ``head.earlier``.

        Raises:
            OSError: It could not be written; what was there before is untouched.
        """
        data, digest = _line(head, "")
        write_atomically(self.path, data)
        self._digest, self._size = digest, len(data)
        self._last = (state, head.state)
        self._earlier = [(each, plain) for each, (_, plain) in zip(earlier, head.earlier, strict=True)]

    def resume(self, turns: Turns, state: S, earlier: Sequence[S]) -> None:
        """Go on with a log that was read: what follows its last whole line is cut off at the next append.

        Args:
            turns: What was read.
            state: The state in ``turns``.
            earlier: Those in ``turns.earlier``, or what stands for them until UNDO leads there.

        Raises:
            OSError: It had grown too long and could not be made shorter.
        """
        self._digest, self._size = turns.digest, turns.size
        self._last = (state, turns.state)
        self._earlier = [(each, plain) for each, (_, plain) in zip(earlier, turns.earlier, strict=True)]
        if len(turns.entries) > 2 * MAX_KEPT_TURNS:
            kept = turns.earlier[-MAX_KEPT_TURNS:]
            head = msgspec.structs.replace(turns.head, state=turns.state, earlier=kept)
            self.begin(head, state, earlier[len(earlier) - len(kept) :])

    def append(self, line: str, told: Told, state: S, earlier: Sequence[tuple[str, S]], *, quiz: str = "") -> None:
        """Add a typed line with what came of it, and have the disk confirm it.

        Args:
            line: What was typed.
            told: What was said to it.
            state: The state after it.
            earlier: The states that UNDO leads to after it, the oldest first, each with the line typed there.
            quiz: See ``Entry``.

        Raises:
            OSError: It could not be written. The log is as before, and the next append writes what this one did not.
        """
        kept = self._common(earlier)
        plain = self._earlier[kept][1] if kept < len(self._earlier) else self._last[1]
        pushed, known = [], self._earlier[:kept]
        for typed, each in earlier[kept:]:
            made = self._last[1] if each is self._last[0] else self._dump(each)
            pushed.append((typed, difference(plain, made)))
            known.append((each, made))
            plain = made
        now = self._last[1] if state is self._last[0] else self._dump(state)
        change = difference(plain, now)
        entry = Entry(line=line, told=told, kept=kept, pushed=tuple(pushed), change=change, quiz=quiz)
        data, digest = _line(entry, self._digest)
        self._write(data)
        self._digest, self._size = digest, self._size + len(data)
        self._last, self._earlier = (state, now), known

    def _common(self, earlier: Sequence[tuple[str, S]]) -> int:
        """How many states the history on file and the new one begin with in common; they differ at their ends."""
        length = min(len(self._earlier), len(earlier))
        while length and self._earlier[length - 1][0] is not earlier[length - 1][1]:
            length -= 1
        return length

    def _write(self, data: bytes) -> None:
        make_folder(self.path.parent)
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        handle = os.open(self.path, flags)
        try:
            if os.lseek(handle, 0, os.SEEK_END) != self._size:
                os.ftruncate(handle, self._size)
                os.lseek(handle, self._size, os.SEEK_SET)
            try:
                write_all(handle, data)
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, self._size)
                raise
        finally:
            os.close(handle)
