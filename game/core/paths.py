"""Where files are: what we ship, what a player keeps, what can be made again."""

import os
import re
from pathlib import Path
from typing import Literal

RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
"""Names that mean a device on Windows, in small letters."""

MAX_NAME_CHARACTERS = 1_000
"""Characters of a name that are looked at: a pasted page is no name, and normalising it would take its time."""

MAX_STEM_CHARACTERS, MAX_STEM_BYTES = 60, 180
"""Of a file's name without what we add to it: with a stamp, an id and an ending it stays below 255 bytes."""

PACK_NAME = re.compile(r"[a-z][a-z0-9-]{0,62}(_[2-9])?")
"""What a pack can be installed under: its id, with a number where another of that id was there already."""

_HERE = Path(__file__).parent.parent


def shipped(name: str) -> Path:
    """A folder that we ship with the game: inside an installed package, or beside it in a checkout."""
    installed = _HERE / "_data" / name
    return installed if installed.is_dir() else _HERE.parent / name


def find_art(pack: Path) -> Path:
    """The folder with the scenes and sprites of a pack: its own; those of the pack we ship lie beside it."""
    own = shipped("rooms")
    return shipped("assets") if pack == own or pack.absolute() == own or pack.resolve() == own.resolve() else pack


def installed_folder() -> Path:
    """Where packs lie that a player has installed, each as one file."""
    return data_folder() / "packs"


def installed_pack(name: str) -> Path:
    """The file of the pack that is installed under a name, whether or not there is one."""
    return installed_folder() / f"{name}{'_' if is_reserved(name) else ''}.tour"


def find_pack(typed: str) -> Path:
    """The pack that was typed: a folder or a file of that name, else the installed pack of that id."""
    path = Path(typed)
    if PACK_NAME.fullmatch(typed) and not os.path.lexists(path) and (installed := installed_pack(typed)).is_file():
        return installed
    return path


def data_folder() -> Path:
    """Where saves are kept: ``CARRIAGES_HOME`` when set, else the user's data folder of this system."""
    if home := os.environ.get("CARRIAGES_HOME"):
        return _expand(home)
    from platformdirs import user_data_path

    return user_data_path("21-carriages", appauthor=False)


def _expand(home: str) -> Path:
    # Path.expanduser raises if there is no such user; then the path is used as written.
    return Path(os.path.expanduser(home))  # noqa: PTH111


def cache_folder() -> Path:
    """Where compiled packs are kept; everything in it can be made again."""
    if home := os.environ.get("CARRIAGES_HOME"):
        return _expand(home) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("21-carriages", appauthor=False)


def file_stem(name: str) -> str:
    """A name a player chose, as a file name that is safe on every system. Empty when nothing of it can be kept.

    >>> file_stem("Before the  dining car!"), file_stem("../../etc"), file_stem("?!"), file_stem("Con.")
    ('before-the-dining-car', 'etc', '', 'con_')
    """
    # Composed first: a Mac's file list gives accents as characters of their own, which would fall out as signs do.
    stem = re.sub(r"[\W_]+", "-", _normalise(name[:MAX_NAME_CHARACTERS], "NFC").casefold()).strip("-")[
        :MAX_STEM_CHARACTERS
    ]
    stem = stem.encode()[:MAX_STEM_BYTES].decode(errors="ignore").strip("-")
    # An underscore, since no other name has one here: what is called "con" stays apart from what is called "con 1".
    return f"{stem}_" if is_reserved(stem) else stem


def show_path(path: Path) -> str:
    r"""A path as text that can be kept and printed: bytes that are no UTF-8 stand as their code.

    >>> show_path(Path("class-\udcff"))
    'class-\\udcff'
    """
    return str(path).encode("utf-8", "backslashreplace").decode()


def is_reserved(part: str) -> bool:
    """Whether one part of a path means a device on Windows, whatever its ending. Packs and files travel.

    >>> is_reserved("NUL.txt"), is_reserved("com¹"), is_reserved("console")
    (True, True, False)
    """
    # Windows reads the raised digits as digits here.
    return _normalise(part.split(".")[0].rstrip(), "NFKC").casefold() in RESERVED


def _normalise(text: str, form: Literal["NFC", "NFKC"]) -> str:
    if text.isascii():
        return text
    from unicodedata import normalize  # 1.5 ms that the first prompt does not need

    return normalize(form, text)
