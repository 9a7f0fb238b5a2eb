"""A tour on file as a log of turns: what was typed, what was told, how the state changed. Lines are only added.

It is a log and not one file that is written anew, for three reasons. Undo, the text on the screen and earlier lines
are there again after a restart, since all of it is in the log. An append costs one write, however long the tour is. And
a process that is killed loses at most the line that was being written.

Each line carries a digest chained to the line before, so damage is found where it is, and what stands before it is
used.

Two windows can be open on one tour, and the one that lost it may be in the middle of a turn. So an append first takes
the system's lock on the file and looks whether the file still ends where this log left it; what another window has
added in between is never cut off.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from game.core.digests import blake2b
from game.core.disk import Unusable, decode, make_folder, read_file, write_all, write_atomically
from game.store.turn_records import (
    FORMAT,
    MAX_KEPT_TURNS,
    MAX_LOG_BYTES,
    MAX_SHOWN_TURNS,
    Entry,
    Head,
    LaterFormat,
    Plain,
    Told,
    Turns,
    apply,
    difference,
)

S = TypeVar("S")


class MovedOnError(OSError):
    """The file is no longer as this log left it: another window has written it."""


def read_turns(path: Path) -> Turns | LaterFormat | Unusable:
    """The tour in a log, up to where it is damaged; why there is none where not even its first line can be used."""
    data = read_file(path, MAX_LOG_BYTES)
    return data if isinstance(data, Unusable) else parse_turns(data)


def parse_turns(data: bytes) -> Turns | LaterFormat | Unusable:
    """The tour in the bytes of a log, as ``read_turns``."""
    first, *rest = data.split(b"\n")
    # The format alone is read first: a later version may have changed everything else, its digest included.
    about = decode(first.rpartition(b" #")[0], _Format)
    if isinstance(about, _Format) and about.format > FORMAT:
        return LaterFormat(about.format)
    head = _decoded(first, "", Head)
    if isinstance(head, Unusable):
        return head
    fold = _Fold(head)
    if fold.fault:
        return Unusable("damaged", fold.fault)
    entries: list[Entry] = []
    damage = ""
    digest, size = _digest_of(first), len(first) + 1
    for number, raw in enumerate(rest, start=2):
        if not raw:
            continue
        entry = _decoded(raw, digest, Entry)
        fault = entry.detail if isinstance(entry, Unusable) else fold.add(entry)
        if fault:
            # The last line of a process that was killed has no end; that is no damage but the turn in flight.
            damage = "" if number == len(rest) + 1 else f"line {number}: {fault}"
            break
        digest, size = _digest_of(raw), size + len(raw) + 1
        entries.append(entry)
    return Turns(head, fold.state, tuple(fold.earlier), tuple(entries), digest, size, tuple(fold.ahead), damage)


class _Format(msgspec.Struct):
    format: int


class _Fold:
    """The states of a tour while its log is read. They are changed in place, so that a long log costs no copies."""

    def __init__(self, head: Head) -> None:
        self.state = head.state
        self.earlier: list[tuple[str, Plain]] = []
        self.ahead: list[tuple[str, Plain]] = []
        self.fault = ""
        try:
            self._push({}, head.earlier)
        except (ValueError, TypeError) as bad:
            self.fault = str(bad)

    def add(self, entry: Entry) -> str:
        """Go on by an entry; what is wrong with it, if anything is."""
        if not 0 <= entry.kept <= len(self.earlier):
            return "it takes back more turns than there are"
        taken_back = self.earlier[entry.kept :]
        try:
            # Undo goes on from an earlier state; every other line goes on from the one before it.
            base = taken_back[0][1] if taken_back else self.state
            del self.earlier[entry.kept :]
            state = apply(self._push(base, entry.pushed), entry.change)
        except (ValueError, TypeError) as bad:
            return str(bad)
        if not entry.pushed:
            undone = self.state
            for line, plain in reversed(taken_back):
                self.ahead.append((line, undone))
                undone = plain
        del self.ahead[entry.redo :]
        self.state = state
        return ""

    def _push(self, base: Plain, changes: Sequence[tuple[str, Plain]]) -> Plain:
        for line, change in changes:
            base = apply(base, change)
            self.earlier.append((line, base))
        return base


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


class LazyState(Generic[S]):
    """A state of the tour that is also on file. One that was read is only made when UNDO leads there."""

    def __init__(self, plain: Plain, make: Callable[[Plain], S]) -> None:
        self.plain = plain
        self._make = make
        self._state: S | None = None

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
        self._ahead: list[S] = []

    @property
    def is_begun(self) -> bool:
        """Whether there is a file that can be added to."""
        return self._size > 0

    def begin(self, head: Head, state: S, earlier: Sequence[tuple[str, S]] = (), entries: Sequence[Entry] = ()) -> None:
        """Begin a new log in place of what the file holds.

        Args:
            head: Its first line, without states.
            state: The state it begins with.
            earlier: The states that UNDO leads to from there, the oldest first, each with the line typed there.
            entries: Turns of before, of which only the words are kept.

        Raises:
            MovedOnError: Another window has written the file.
            OSError: It could not be written; what was there before is untouched.
        """
        plain: Plain = {}
        changes, known = [], []
        for line, each in earlier:
            made = self._plain(each)
            changes.append((line, difference(plain, made)))
            known.append((each, made))
            plain = made
        now = self._plain(state)
        head = msgspec.structs.replace(head, state=now, earlier=tuple(changes))
        data, digest = _line(head, "")
        for entry in entries:
            # Only the words: the states are all in the first line.
            added, digest = _line(Entry(line=entry.line, told=entry.told, kept=len(changes)), digest)
            data += added
        if self.is_begun:
            self.replace(data)
        else:
            write_atomically(self.path, data)
        self._digest, self._size = digest, len(data)
        self._last, self._earlier, self._ahead = (state, now), known, []

    def resume(self, turns: Turns, state: S, earlier: Sequence[S], ahead: Sequence[S] = ()) -> None:
        """Go on with a log that was read: what follows its last whole line is cut off at the next append.

        Args:
            turns: What was read.
            state: The state in ``turns``.
            earlier: Those in ``turns.earlier``, or what stands for them until UNDO leads there.
            ahead: Those in ``turns.ahead``.

        Raises:
            OSError: It had grown too long and could not be made shorter.
        """
        self._digest, self._size = turns.digest, turns.size
        self._last = (state, turns.state)
        self._earlier = [(each, plain) for each, (_, plain) in zip(earlier, turns.earlier, strict=True)]
        self._ahead = list(ahead)
        if len(turns.entries) > 2 * MAX_KEPT_TURNS:
            lines = [line for line, _ in turns.earlier]
            kept = list(zip(lines, earlier, strict=True))[-MAX_KEPT_TURNS:]
            self.begin(turns.head, state, kept, turns.entries[-MAX_SHOWN_TURNS:])

    def replace(self, data: bytes) -> None:
        """Put another log in the place of this one; it must be read and resumed before anything is added.

        Raises:
            MovedOnError: Another window has written the file.
            OSError: It could not be written; what was there before is untouched.
        """
        with self._locked():
            write_atomically(self.path, data)

    def append(
        self,
        line: str,
        told: Told,
        state: S,
        earlier: Sequence[tuple[str, S]],
        ahead: Sequence[tuple[str, S]] = (),
        *,
        quiz: str = "",
    ) -> None:
        """Add a typed line with what came of it, and have the disk confirm it.

        Args:
            line: What was typed.
            told: What was said to it.
            state: The state after it.
            earlier: The states that UNDO leads to after it, the oldest first, each with the line typed there.
            ahead: The states that REDO leads to after it, the nearest last.
            quiz: See ``Entry``.

        Raises:
            MovedOnError: Another window has written the file; nothing was added.
            OSError: It could not be written. The log is as before, and the next append writes what this one did not.
        """
        kept = self._common(earlier)
        plain = self._earlier[kept][1] if kept < len(self._earlier) else self._last[1]
        pushed, known = [], self._earlier[:kept]
        for typed, each in earlier[kept:]:
            made = self._plain(each)
            pushed.append((typed, difference(plain, made)))
            known.append((each, made))
            plain = made
        now = self._plain(state)
        redo = self._foresee_redo(kept, ahead, has_pushed=bool(pushed))
        entry = Entry(
            line=line,
            told=told,
            kept=kept,
            pushed=tuple(pushed),
            change=difference(plain, now),
            redo=len(redo),
            quiz=quiz,
        )
        data, digest = _line(entry, self._digest)
        self._write(data)
        self._digest, self._size = digest, self._size + len(data)
        self._last, self._earlier, self._ahead = (state, now), known, redo

    def _plain(self, state: S) -> Plain:
        return self._last[1] if state is self._last[0] else self._dump(state)

    def _common(self, earlier: Sequence[tuple[str, S]]) -> int:
        """How many states the history on file and the new one begin with in common; they differ at their ends."""
        length = min(len(self._earlier), len(earlier))
        while length and self._earlier[length - 1][0] is not earlier[length - 1][1]:
            length -= 1
        return length

    def _foresee_redo(self, kept: int, ahead: Sequence[tuple[str, S]], *, has_pushed: bool) -> list[S]:
        """The states that a reader of the log will find for REDO; none where they would not be those that there are.

        The log holds no states for REDO: they are those that UNDO left. A line that does several things at once can
        leave others, and REDO must rather lead nowhere after a restart than to a wrong state.
        """
        foreseen = list(self._ahead)
        if not has_pushed and kept < len(self._earlier) and self._last[0] is not None:
            foreseen.append(self._last[0])
            foreseen += [each for each, _ in reversed(self._earlier[kept + 1 :])]
        there = [each for _, each in ahead]
        is_same = len(foreseen) >= len(there) and all(one is two for one, two in zip(foreseen, there, strict=False))
        return there if is_same else []

    def _write(self, data: bytes) -> None:
        with self._locked() as handle:
            if os.lseek(handle, 0, os.SEEK_END) != self._size:
                os.ftruncate(handle, self._size)
                os.lseek(handle, self._size, os.SEEK_SET)
            try:
                write_all(handle, data)
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, self._size)
                raise

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """The open file, locked against other windows, once it is sure that none has written it since."""
        make_folder(self.path.parent)
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        handle = os.open(self.path, flags)
        try:
            lock_file(handle)
            self._check(handle)
            yield handle
        finally:
            os.close(handle)  # which unlocks

    def _check(self, handle: int) -> None:
        """Raise unless the file is still the one at our path and ends where we left it."""
        status = os.fstat(handle)
        if not os.path.samestat(status, self.path.stat()):
            raise MovedOnError("the tour was begun anew in another window")
        end = f" #{self._digest}\n".encode()
        os.lseek(handle, max(0, self._size - len(end)), os.SEEK_SET)
        tail = os.read(handle, len(end) + max(0, status.st_size - self._size))
        if tail == end[:-1]:
            # The last line lacks only its break, in a log that was cut off there.
            write_all(handle, b"\n")
            tail = end
        if not tail.startswith(end):
            raise MovedOnError("the tour is no longer as this window left it")
        # Half a line is what a killed process leaves; a whole one that follows ours is a turn of another window.
        following, is_whole, _ = tail[len(end) :].partition(b"\n")
        if is_whole and not isinstance(_decoded(following, self._digest, Entry), Unusable):
            raise MovedOnError("another window has added to the tour")


def lock_file(handle: int) -> None:
    """Wait for the system's lock on an open file. Where there are no locks the owner's token must do."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
