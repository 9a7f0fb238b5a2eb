"""Files that a player names in the game: where they may lie, and which path a name means.

A typed name is no path. Players can type ``transcript on /``, ``record on ..`` or ``notebook export ~nobody/x``. A name
that means a folder, a device or another user's home is refused with the reason. A plain name means a file in the
player's own folder; a path elsewhere is used after the player has agreed to it; a game that is served to others writes
and reads no file that they name.
"""

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal, NamedTuple

from game.core.characters import find_unsafe
from game.core.disk import (
    BINARY,
    Unusable,
    is_folder,
    is_regular,
    make_folder,
    read_file,
    refuse_letters,
    sync_folder,
    write_all,
)
from game.core.identity import compose
from game.core.paths import is_reserved

MAX_NAME_CHARACTERS = 200
"""Of one part of a path: below the 255 bytes of most file systems, also for letters of two bytes with an ending."""

MAX_PATH_CHARACTERS = 1_000

FORBIDDEN_SIGNS = '<>:"|?*'
"""Signs that no file name may hold on Windows."""

WhyNot = Literal[
    "no name", "signs", "reserved", "too long", "unknown user", "a folder", "there already", "not there", "not a file",
    "not served", "not permitted", "too large", "not text",
]  # fmt: skip


class NameRefused(NamedTuple):
    """Why a name is not used."""

    why: WhyNot
    detail: str = ""


class NamedFile(NamedTuple):
    """A file that a name means."""

    path: Path
    is_elsewhere: bool
    """Whether it lies outside the player's folder; then the player is asked before it is touched."""


class FilePolicy(NamedTuple):
    """What files a player may name."""

    folder: Path
    """The player's own folder for such files."""
    is_served: bool = False
    """True if the game is served to other people: then the policy allows no file."""

    def place_new(self, name: str, suffix: str) -> NamedFile | NameRefused:
        """Where a new file of that name would be; it must not be there yet.

        Args:
            name: As typed.
            suffix: What its name ends in when it has no ending, as ``.md``.
        """
        place = self.place(name, suffix)
        if isinstance(place, NamedFile) and os.path.lexists(place.path):
            return NameRefused("a folder" if is_folder(place.path) else "there already", str(place.path))
        return place

    def find(self, name: str) -> NamedFile | NameRefused:
        """The file of that name, to be read: in the player's folder, else where the path leads."""
        place = self.place(name, "")
        if isinstance(place, NameRefused):
            return place
        if not os.path.lexists(place.path):
            return NameRefused("not there", str(place.path))
        return place if is_regular(place.path) else NameRefused("not a file", str(place.path))

    def place(self, name: str, suffix: str) -> NamedFile | NameRefused:  # noqa: C901, PLR0911 - one return a refusal
        """The path that a name means, whether or not the file exists."""
        if self.is_served:
            return NameRefused("not served")
        name = compose(name).strip()
        if refused := _check(name):
            return refused
        try:
            path = Path(name).expanduser()
        except RuntimeError:
            return NameRefused("unknown user", name.partition("/")[0])
        if path.name in ("", ".."):
            return NameRefused("a folder", name)
        is_plain = name == PurePosixPath(name).name == PureWindowsPath(name).name
        if is_folder(path) and (not is_plain or path.is_absolute()):  # a plain "~" is a home by now
            return NameRefused("a folder", name)
        if not is_plain and os.path.lexists(path) and not is_regular(path):
            return NameRefused("not a file", name)  # a device: /dev/null.txt is not what was meant
        path = path if path.suffix else path.with_name(path.name + suffix)
        if is_plain:
            return NamedFile(self.folder / path, is_elsewhere=False)
        try:
            return NamedFile(path.absolute(), is_elsewhere=True)
        except OSError as bad:  # the folder that the game was started in has been removed
            return NameRefused("not permitted", bad.strerror or str(bad))


def _check(name: str) -> NameRefused | None:
    """Why some system cannot have a file with this name; None if every system can."""
    if not name:
        return NameRefused("no name")
    if unsafe := find_unsafe(name):
        return NameRefused("signs", unsafe.code)
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if len(name) > MAX_PATH_CHARACTERS or any(len(part) > MAX_NAME_CHARACTERS for part in parts):
        return NameRefused("too long")
    if name.endswith(("/", "\\")) or not parts:
        return NameRefused("a folder", name)
    return next(filter(None, map(_check_part, _without_drive(parts))), None)


def _without_drive(parts: list[str]) -> list[str]:
    is_drive = len(parts[0]) == 2 and parts[0][1] == ":" and parts[0][0].isalpha()
    return parts[is_drive:]


def _check_part(part: str) -> NameRefused | None:
    """Why some system cannot have a file or folder with this part of a path as its name."""
    if signs := sorted({sign for sign in part if sign in FORBIDDEN_SIGNS}):
        return NameRefused("signs", " ".join(signs))
    if is_reserved(part) or part.endswith((".", " ")):
        return NameRefused("reserved", part)
    return None


def create(path: Path, text: str) -> NameRefused | None:
    """Write a new file; None if it was written, else the reason. An existing file is never changed.

    Success is said only after the disk has confirmed it; a file that could not be written whole is taken away again.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
    try:
        make_folder(path.parent)
        with refuse_letters():
            handle = os.open(path, flags, 0o666)
    except FileExistsError:
        return NameRefused("there already", str(path))
    except OSError as bad:
        return NameRefused("not permitted", bad.strerror or str(bad))
    try:
        try:
            write_all(handle, text.encode("utf-8", "replace"))
            os.fsync(handle)
        finally:
            os.close(handle)
        sync_folder(path.parent)
    except OSError as bad:
        with suppress(OSError):
            os.unlink(path)
        return NameRefused("not permitted", bad.strerror or str(bad))
    return None


def read_text(path: Path, limit: int) -> str | NameRefused:
    """The text of a file that a player named, or why there is none."""
    data = read_file(path, limit)
    if isinstance(data, Unusable):
        return NameRefused("too large" if data.why == "too large" else "not permitted", data.detail or data.why)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        return NameRefused("not text", str(bad.start + 1))
