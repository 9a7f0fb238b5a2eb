"""A tour on file as a log of turns: what was typed, what was told, how the state changed. Lines are only added.

It is a log, and not one file that is rewritten each time, for three reasons. After a restart, undo, the text on the
screen and earlier lines are there again, because the log holds them. Adding a turn costs one write, however long the
tour is. A killed process loses at most the line that it was writing.

Each line has a digest that depends on the line before, so the place of damage is known, and the lines before it are
used.

Two windows can have one tour open, and the one that lost it may be in the middle of a turn. So an append first locks
the file and checks that it still ends where this log left it. Lines that another window has added are never cut off.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from game.core import disk
from game.core.disk import BINARY, Unusable, make_folder, read_file, write_all, write_atomically
from game.store.short_lock import short_lock
from game.store.turn_reading import make_line, read_entry
from game.store.turn_records import (
    MAX_KEPT_TURNS,
    MAX_LOG_BYTES,
    MAX_SHOWN_TURNS,
    NO_QUIZ,
    Entry,
    Head,
    Plain,
    QuizPart,
    Told,
    Turns,
    difference,
)

S = TypeVar("S")


class MovedOnError(OSError):
    """Another window has written to the file since this log last wrote it."""


class LazyState(Generic[S]):
    """A state of the tour that is also on file. A state from the file is built only when UNDO leads to it."""

    def __init__(self, plain: Plain, make: Callable[[Plain], S]) -> None:
        self.plain = plain
        self._make = make
        self._state: S | None = None

    @property
    def room(self) -> str:
        """Id of the room that the file names; the pack may have renamed it since, or no longer have it."""
        return str(self.plain.get("room", ""))

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
        return bool(self._size)

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
        changes, known, _ = self._describe({}, earlier)
        now = self._plain(state)
        head = msgspec.structs.replace(head, state=now, earlier=tuple(changes))
        data, digest = make_line(head, "")
        for entry in entries:
            # Only the words: the states are all in the first line.
            added, digest = make_line(Entry(line=entry.line, told=entry.told, kept=len(changes)), digest)
            data += added
        try:
            if self.is_begun:
                self.replace(data)
            else:
                write_atomically(self.path, data)
        except OSError:
            # If only the folder could not be synchronised, the new file is in place and is used.
            if read_file(self.path, MAX_LOG_BYTES) == data:
                self._go_on(data, digest, state, now, known)
            raise
        self._go_on(data, digest, state, now, known)

    def _go_on(self, data: bytes, digest: str, state: S, now: Plain, known: list[tuple[S, Plain]]) -> None:
        """Note that the file now holds exactly these bytes."""
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
        known = list(zip(earlier, turns.earlier, strict=True))
        self._earlier = [(each, plain) for each, (_, plain) in known]
        self._ahead = list(ahead)
        if len(turns.entries) > 2 * MAX_KEPT_TURNS:
            kept = [(line, each) for each, (line, _) in known][-MAX_KEPT_TURNS:]
            self.begin(turns.head, state, kept, turns.entries[-MAX_SHOWN_TURNS:])

    def replace(self, data: bytes) -> None:
        """Put another log in the place of this one; it must be read and resumed before anything is added.

        Raises:
            MovedOnError: Another window has written the file.
            OSError: It could not be written; what was there before is untouched.
        """
        with self._locked():
            if not disk.IS_WINDOWS:
                write_atomically(self.path, data)
                return
        # Windows replaces no file that is open, by us or by anybody.
        with short_lock(self.path):
            write_atomically(self.path, data)

    def append(
        self,
        line: str,
        told: Told,
        state: S,
        earlier: Sequence[tuple[str, S]],
        ahead: Sequence[tuple[str, S]] = (),
        *,
        quiz: QuizPart = NO_QUIZ,
    ) -> None:
        """Add a typed line with its reply and state, and wait until the disk confirms it.

        Args:
            line: What was typed.
            told: What was said to it.
            state: The state after it.
            earlier: The states that UNDO leads to after it, the oldest first, each with the line typed there.
            ahead: The states that REDO leads to after it, the nearest last.
            quiz: What it has to do with a quiz session.

        Raises:
            MovedOnError: Another window has written the file; nothing was added.
            OSError: It could not be written. The log is as before, and the next append writes what this one did not.
        """
        kept = self._common(earlier)
        plain = self._earlier[kept][1] if kept < len(self._earlier) else self._last[1]
        pushed, known, plain = self._describe(plain, earlier[kept:])
        now = self._plain(state)
        redo = self._foresee_redo(kept, ahead, has_pushed=bool(pushed))
        entry = Entry(
            line=line,
            told=told,
            kept=kept,
            pushed=tuple(pushed),
            change=difference(plain, now),
            redo=len(redo),
            quiz=quiz.stage,
            items=quiz.items,
        )
        self._write_entry(entry)
        self._last, self._earlier, self._ahead = (state, now), [*self._earlier[:kept], *known], redo

    def _write_entry(self, entry: Entry) -> None:
        data, digest = make_line(entry, self._digest)
        self._write(data)
        self._digest, self._size = digest, self._size + len(data)

    def _describe(
        self, plain: Plain, states: Sequence[tuple[str, S]]
    ) -> tuple[list[tuple[str, Plain]], list[tuple[S, Plain]], Plain]:
        """Describe states as differences, each to the one before; also the states as on file, and the last one."""
        changes: list[tuple[str, Plain]] = []
        known: list[tuple[S, Plain]] = []
        for line, each in states:
            made = self._plain(each)
            changes.append((line, difference(plain, made)))
            known.append((each, made))
            plain = made
        return changes, known, plain

    def _plain(self, state: S) -> Plain:
        return self._last[1] if state is self._last[0] else self._dump(state)

    def _common(self, earlier: Sequence[tuple[str, S]]) -> int:
        """How many first states the history on file and the new history share."""
        length = min(len(self._earlier), len(earlier))
        while length and self._earlier[length - 1][0] is not earlier[length - 1][1]:
            length -= 1
        return length

    def _foresee_redo(self, kept: int, ahead: Sequence[tuple[str, S]], *, has_pushed: bool) -> list[S]:
        """The states that a reader of the log will find for REDO; none if they would differ from the real ones.

        The log holds no states for REDO: they are those that UNDO has left. A line with several commands can leave
        others. After a restart, REDO must do nothing rather than lead to a wrong state.
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
        """The open file, locked against other windows, after checking that none of them has written to it."""
        make_folder(self.path.parent)
        flags = os.O_RDWR | BINARY
        # On Windows a lock on the log itself would shut out readers, so there the lock is a file beside it.
        with short_lock(self.path) if disk.IS_WINDOWS else nullcontext():
            handle = os.open(self.path, flags)
            try:
                lock_file(handle)
                self._check(handle)
                yield handle
            finally:
                # Closing also unlocks. The turn is already on the disk, so an error here must not make it look
                # unwritten.
                with suppress(OSError):
                    os.close(handle)

    def _check(self, handle: int) -> None:
        """Raise unless the file is still the one at our path and ends where we left it."""
        status = os.fstat(handle)
        if not os.path.samestat(status, self.path.stat()):
            raise MovedOnError("the tour was begun anew in another window")
        end = f" #{self._digest}\n".encode()
        start = os.lseek(handle, self._size - len(end), os.SEEK_SET)
        tail = os.read(handle, max(len(end), status.st_size - start))
        if tail == end[:-1]:
            # The last line lacks only its break, in a log that was cut off there.
            write_all(handle, b"\n")
            tail = end
        if not tail.startswith(end):
            raise MovedOnError("the tour is no longer as this window left it")
        # A killed process leaves half a line; a whole line after ours is a turn of another window.
        following, is_whole, _ = tail[len(end) :].partition(b"\n")
        if is_whole and not isinstance(read_entry(following, self._digest, Entry), Unusable):
            raise MovedOnError("another window has added to the tour")


def lock_file(handle: int) -> None:
    """Wait for the system's lock on an open file. On file systems without locks, only the owner's token protects."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
