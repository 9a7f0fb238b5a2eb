"""Writes typed lines and replies to a text file, and reads such a file again.

A transcript is what line mode shows, under a header of lines that begin with ``#``: game, pack and seed, then how the
session began. A record holds typed lines alone. Either can be replayed.
"""

import errno
import os
import re
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from game import __version__
from game.core.clock import local_stamp, now
from game.core.disk import BINARY, Unusable, decode, is_there, make_folder, read_file, write_all
from game.pack.world import World
from game.store.turn_records import Entry

KEPT = 20
"""How many sessions are kept; older ones make room."""

LARGEST = 1_000_000
"""Bytes of a file that is replayed."""

_OURS = "# 21 Carriages "
"""The first characters of our files."""

# Patterns and not compiled: every start loads this module, and only a replay reads a head.
_SEED = r"^# 21 Carriages .* seed (-?\d+)$"
_PRACTICE = r"^# practice (\{.*\})$"
_BEGUN = r"^# begun (new|state) (.*)$"


class TextTooLarge(NamedTuple):
    """A file with more bytes than are replayed."""

    limit: int


class ByteNotText(NamedTuple):
    """A file that is no text in UTF-8."""

    place: int
    """Of the first such byte, from 1."""


ReplayFault = TextTooLarge | ByteNotText


class ReplayError(ValueError):
    """A file that holds nothing to replay."""

    def __init__(self, fault: ReplayFault) -> None:
        super().__init__(fault)
        self.fault = fault


class Beginning(NamedTuple):
    """How a session began: anew with so many lessons, or from a state."""

    lessons: int
    save: bytes = b""
    """The state as in a save; empty when the session began anew."""
    practice: tuple[Entry, ...] = ()
    """The turns of a practice that was going on, without their states."""


class EarlierTurn(NamedTuple):
    """A turn of an earlier session."""

    line: str
    save: bytes
    """The state as in a save."""


class Play(NamedTuple):
    """What a file holds that can be replayed."""

    lines: tuple[str, ...]
    beginning: Beginning
    seed: int
    is_transcript: bool
    earlier: tuple[EarlierTurn, ...] = ()
    """Turns of earlier sessions that were taken back, in the order of taking back."""
    later: tuple[EarlierTurn, ...] = ()
    """Turns that an earlier session had taken back and that were done again, in that order."""


def header(world: World, seed: int, beginning: Beginning) -> str:
    """The first lines of a transcript."""
    begun = f"state {beginning.save.decode()}" if beginning.save else f"new {beginning.lessons}"
    first = f"{_OURS}{__version__}, pack {world.tour.id} {world.digest}, seed {seed}"
    practice = "".join(f"# practice {msgspec.json.encode(entry).decode()}\n" for entry in beginning.practice)
    return f"{first}\n# begun {begun}\n{practice}\n"


def render_earlier(kind: Literal["earlier", "later"], line: str, save: bytes) -> str:
    """The remark that a line has gone back to a turn of an earlier session."""
    return f"# {kind} {msgspec.json.encode((line, msgspec.Raw(save))).decode()}\n"


def record_header() -> str:
    """The first line of a record, by which it is known for ours."""
    return f"{_OURS}{__version__}, record\n"


def is_ours(text: str) -> bool:
    """Whether a text is a transcript or a record that this game has written."""
    return text.startswith(_OURS)


def read(text: str) -> Play:
    """What a transcript or a record holds. A transcript's lines begin with ``>``; a record is lines alone."""
    rows = text.splitlines()
    typed = tuple(row[1:] for row in rows if row.startswith(">"))
    seed, begun = (re.search(pattern, text, re.MULTILINE) for pattern in (_SEED, _BEGUN))
    beginning = Beginning(0)
    if begun:
        kind, rest = begun.groups()
        lessons = int(rest) if kind == "new" and rest.isdecimal() else 0
        found = (decode(each.encode(), Entry) for each in re.findall(_PRACTICE, text, re.MULTILINE))
        practice = tuple(entry for entry in found if not isinstance(entry, Unusable))
        beginning = Beginning(lessons, rest.encode() if kind == "state" else b"", practice)
    is_transcript = bool(begun or typed)
    lines = typed if is_transcript else tuple(row for row in rows if row.strip() and not row.startswith("#"))
    earlier, later = (_read_earlier(kind, text) for kind in ("earlier", "later"))
    return Play(lines, beginning, int(seed[1]) if seed else 0, is_transcript, earlier, later)


def _read_earlier(kind: str, text: str) -> tuple[EarlierTurn, ...]:
    rows = re.findall(rf"^# {kind} (\[.*\])$", text, re.MULTILINE)
    found = (decode(row.encode("utf-8", "replace"), tuple[str, msgspec.Raw]) for row in rows)
    return tuple(EarlierTurn(each[0], bytes(each[1])) for each in found if not isinstance(each, Unusable))


def load(path: Path) -> Play:
    """The play in a file.

    Raises:
        OSError: It cannot be read.
        ReplayError: It is too large, or no text in UTF-8.
    """
    return read(load_text(path))


def load_text(path: Path) -> str:
    """The text of a file to replay; raises as ``load``."""
    data = read_file(path, LARGEST)
    if isinstance(data, Unusable):
        if data.why == "too large":
            raise ReplayError(TextTooLarge(LARGEST))
        if data.why == "missing":
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        raise OSError(data.detail or data.why)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        raise ReplayError(ByteNotText(bad.start + 1)) from bad


class TranscriptFile:
    """One session, written turn by turn; on request also to a file of the player's own."""

    def __init__(self, folder: Path | None, *, is_rehearsal: bool = False) -> None:
        """Begin to write a session down.

        Args:
            folder: Where to keep it, from its first typed line on; None keeps it in memory.
            is_rehearsal: True when copies are only remembered, and not written.
        """
        self._folder = self._home = folder
        self._is_rehearsal = is_rehearsal
        self._text: list[str] = []
        self._file: Path | None = None
        self._copy: Path | None = None

    @property
    def text(self) -> str:
        """All of the session so far; empty if its file was removed."""
        if self._file is None:
            return "".join(self._text)
        data = read_file(self._file)
        return "" if isinstance(data, Unusable) else data.decode("utf-8", "replace")

    @property
    def is_copied(self) -> bool:
        """Whether it is also written to a file of the player's own."""
        return self._copy is not None

    def begin(self, text: str) -> None:
        """Begin with the header of a tour. A tour that came from another window begins a new file."""
        self._folder, self._file, self._text = self._home, None, []
        self.add(text, is_typed=False)

    def add(self, text: str, *, is_typed: bool = True) -> None:
        """Write typed lines and replies. If they cannot be written, the tour goes on without them."""
        if is_typed and self._folder is not None:
            self._begin(self._folder)
        if self._file is None:
            self._text.append(text)
        if self._file is not None:
            append(self._file, text)
        if self._copy is not None and not self._is_rehearsal and not append(self._copy, text):
            # Whoever asked for the copy looks at ``is_copied`` and says that it has ended.
            self._copy = None

    def copy_to(self, path: Path | None) -> None:
        """Write on in a file that holds the session so far; None ends that."""
        self._copy = path

    def _begin(self, folder: Path) -> None:
        """Move from memory to a file of this session, and delete the oldest sessions."""
        self._folder = None
        stamp = local_stamp(now())
        # Another window may have begun in the same second, and a file with two sessions cannot be replayed.
        names = (f"{stamp}{f'-{number}' if number > 1 else ''}.txt" for number in count(1))
        path = next(path for name in names if not is_there(path := folder / name))
        try:
            make_folder(folder)
        except OSError:
            return
        if not append(path, self.text):
            return
        self._file, self._text = path, []
        # After the file is ours: one that cannot be deleted must not cost this session its transcript.
        with suppress(OSError):
            for name in sorted(name for name in os.listdir(folder) if name.endswith(".txt"))[:-KEPT]:
                os.unlink(folder / name)


def append(path: Path, text: str) -> bool:
    """Add to a file, all of the text or nothing of it; False when it could not be added.

    A full disk is reported when the tour cannot be kept; a transcript is no reason to stop.
    """
    flags = os.O_WRONLY | os.O_CREAT | BINARY
    try:
        handle = os.open(path, flags, 0o666)
    except (OSError, ValueError):
        return False
    try:
        end = os.lseek(handle, 0, os.SEEK_END)
        try:
            # "replace": a lone surrogate that was typed has no bytes.
            write_all(handle, text.encode("utf-8", "replace"))
        except OSError:
            # Half a line would be replayed as a line.
            os.ftruncate(handle, end)
            raise
    except OSError:
        return False
    finally:
        with suppress(OSError):
            os.close(handle)
    return True
