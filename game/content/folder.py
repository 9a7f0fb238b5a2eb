"""The files of a pack as bytes, read as fast as the system gives them: every start does this, for all of them.

Plain ``os`` calls on purpose: on ten thousand files they take a third of the time that ``pathlib`` does.
"""

import errno
import os
from pathlib import Path

_CHUNK_BYTES = 1 << 16
"""Bytes read at once: more than a room has, and so few that the buffer costs nothing."""

MAX_FILE_BYTES = 16 * 1024 * 1024
"""Of one file of a pack. A link to a device would else be read until the memory is full."""

FOLDERS = ("facts", "items")
"""Folders of a pack, each with files of one kind."""


def read_folder(folder: Path) -> dict[str, bytes]:
    """File name inside the pack -> its bytes, in the order the files are read.

    Raises:
        OSError: A file or the folder cannot be read; ``filename`` says which.
    """
    root = os.fspath(folder)
    names = _yaml_in(root)
    for inner in FOLDERS:
        path = os.path.join(root, inner)  # noqa: PTH118 - see above
        if os.path.isdir(path):  # noqa: PTH112
            names += [f"{inner}/{name}" for name in _yaml_in(path)]
    # Sorted, because the order of a directory differs between machines and the order of rooms must not.
    return {name: _bytes(f"{root}/{name}") for name in sorted(names)}


def find_unread_files(folder: Path) -> list[str]:
    """Files that look like parts of the pack but are not read, because of their ending or their folder.

    Only who checks a pack asks for them: a start reads what it needs and looks at nothing else.
    """
    found = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in inside.parts)
        if is_hidden or path.suffix.casefold() not in (".yaml", ".yml") or not path.is_file():
            continue
        is_in_place = len(inside.parts) == 1 or (len(inside.parts) == 2 and inside.parts[0] in FOLDERS)
        if not is_in_place or path.suffix != ".yaml":
            found.append(inside.as_posix())
    return found


def _yaml_in(folder: str) -> list[str]:
    return [name for name in os.listdir(folder) if name.endswith(".yaml") and name[0] != "."]  # noqa: PTH208


def _bytes(path: str) -> bytes:
    # Without waiting: a pipe called room.yaml would else stop the start for ever. It reads as an empty file.
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        data = os.read(file, _CHUNK_BYTES)
        # A file of exactly one chunk is read once more and gives nothing; every other file costs one call.
        while len(data) % _CHUNK_BYTES == 0 and (more := os.read(file, _CHUNK_BYTES)):
            data += more
            if len(data) > MAX_FILE_BYTES:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return data
    except OSError as bad:
        bad.filename = path
        raise
    finally:
        os.close(file)
