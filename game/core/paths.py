"""Where files are: what we ship, what a player keeps, what can be made again."""

import os
import re
from pathlib import Path

_HERE = Path(__file__).parent.parent


def shipped(name: str) -> Path:
    """A folder that travels with the game: inside an installed package, else beside it in a checkout."""
    installed = _HERE / "_data" / name
    return installed if installed.is_dir() else _HERE.parent / name


def data_folder() -> Path:
    """Where saves are kept: ``CARRIAGES_HOME`` when set, else the user's data folder of this system."""
    if home := os.environ.get("CARRIAGES_HOME"):
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("21-carriages", appauthor=False)


def cache_folder() -> Path:
    """Where compiled packs are kept; everything in it can be made again."""
    if home := os.environ.get("CARRIAGES_HOME"):
        return Path(home).expanduser() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("21-carriages", appauthor=False)


def file_stem(name: str) -> str:
    """A name a player chose, as a file name that is safe on every system. Empty when nothing of it can be kept.

    >>> file_stem("Before the  dining car!"), file_stem("../../etc"), file_stem("?!")
    ('before-the-dining-car', 'etc', '')
    """
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:60]


def write_atomically(path: Path, data: bytes) -> None:
    """Put data in a file so that, whatever happens, either the old or the new content is there, whole.

    Raises:
        OSError: The disk is full, the folder cannot be written, and the like; the old file is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
