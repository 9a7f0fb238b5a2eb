"""Reads the files of a pack as bytes, as fast as possible: every start reads all of them.

A pack is a folder, or one file that ``carriages pack`` wrote.

It uses plain ``os`` calls: for ten thousand files they take a third of the time of ``pathlib``.
"""

import errno
import os
from pathlib import Path

_CHUNK_BYTES = 1 << 16
"""Bytes read at once: more than the size of a room, and small enough for a cheap buffer."""

MAX_FILE_BYTES = 16 * 1024 * 1024
"""Bytes of the largest file of a pack. Without it, a link to a device would be read until the memory is full."""

FOLDERS = ("facts", "items")
"""Folders of a pack, each with files of one kind."""

ARTICLES_FOLDER = "articles"
"""Where the articles of a pack lie, as text: for its author only, and never in what travels."""


def read_folder(folder: Path) -> dict[str, bytes]:
    """File name inside the pack -> its bytes, in the order the files are read.

    Raises:
        OSError: A file or the folder cannot be read; ``filename`` says which.
    """
    root = os.fspath(folder)
    if os.path.isfile(root):  # noqa: PTH113
        from game.content.tour_file import list_yaml, read_tour_file  # whoever plays a folder needs no zip

        return list_yaml(read_tour_file(folder).files)
    names = _yaml_in(root)
    for inner in FOLDERS:
        path = os.path.join(root, inner)  # noqa: PTH118 - see above
        if os.path.isdir(path):  # noqa: PTH112
            names += [f"{inner}/{name}" for name in _yaml_in(path)]
    # Sorted, because the order in a directory differs between machines, but the order of rooms must not.
    return {name: _bytes(f"{root}/{name}") for name in sorted(names)}


def find_unread_files(folder: Path) -> list[str]:
    """Files that look like parts of the pack but are not read, because of their suffix or folder.

    Only a check of the pack needs them. A start reads only what it needs.
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
    # Without waiting: otherwise a pipe called room.yaml would block the start for ever. It reads as an empty file.
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        data = os.read(file, _CHUNK_BYTES)
        # A file of exactly one chunk needs a second read, which is empty; every smaller file needs one call.
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
