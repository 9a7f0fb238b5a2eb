"""Finds attempts and archives in a folder. All other files are reported by name.

The content of a file decides what it is, not its name: mail and chat programs rename files. Archives are read in
memory. A name inside an archive is only shown, never used as a path.
"""

import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Literal, NamedTuple

from game.classroom.lrs_ledger import SENT_FILE, UNDELIVERED_FILE
from game.classroom.roster import ROSTER_FILE
from game.core.disk import MAX_FILE_BYTES, Unusable, Why, read_file
from game.core.paths import show_path
from game.store.attempt_folder import SUFFIX

MAX_ARCHIVE_BYTES = 256 * 1024 * 1024
"""Largest archive, in bytes. The archive of a class of hundreds has a tenth of this size."""

MAX_ARCHIVE_MEMBERS = 10_000
MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
"""Bytes that one archive may unpack to in total: a file of some kB can unpack to terabytes."""

MAX_ARCHIVE_DEPTH = 3
"""Levels of archives inside archives: a chat program may pack a folder that a pupil had already packed."""

CLOSED_ENDINGS = (".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz")
"""Endings of archives that are not opened."""

OWN_FILES = frozenset({ROSTER_FILE, SENT_FILE, UNDELIVERED_FILE})
SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""Files that systems leave in every folder. They are not reported, because they would hide what matters."""

_BEGINNING = b'{"type":"begun"'
_BAD_ARCHIVE = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError),
    *(RuntimeError, EOFError, OSError, ValueError, MemoryError, OverflowError, IndexError, KeyError),
)
"""Errors of reading a damaged archive. RuntimeError means that it has a password."""

ArchiveWhy = Literal["not opened", "damaged", "locked", "too deep", "too many files", "too large"]


class IncomingAttempt(NamedTuple):
    """A file that is an attempt according to its name or its first line."""

    path: Path
    """For one in an archive, the path of the archive and its name there."""
    data: bytes


class FileUnreadable(NamedTuple):
    """A file or folder that the system does not let us read."""

    path: Path
    why: Why
    detail: str


class ArchiveUnusable(NamedTuple):
    """An archive, or a file in it, that is not used."""

    path: Path
    why: ArchiveWhy


class OtherFile(NamedTuple):
    """A file that is something else."""

    path: Path


Incoming = IncomingAttempt | FileUnreadable | ArchiveUnusable | OtherFile


def find_incoming(folder: Path) -> Iterator[Incoming]:
    """Find what is in a folder and the folders in it; a file is found itself."""
    if not folder.is_dir():
        yield from _take_file(folder)
        return
    unreadable: list[OSError] = []
    for above, folders, names in os.walk(folder, onerror=unreadable.append):
        folders.sort()
        for name in sorted(names):
            if name not in OWN_FILES and name.casefold() not in SYSTEM_FILES and not name.startswith("._"):
                yield from _take_file(Path(above, name))
    for bad in unreadable:
        yield FileUnreadable(Path(bad.filename or folder), "not permitted", bad.strerror or "")


def _take_file(path: Path) -> Iterator[Incoming]:
    data = read_file(path, MAX_ARCHIVE_BYTES if path.suffix.casefold() == ".zip" else MAX_FILE_BYTES)
    if not isinstance(data, Unusable):
        yield from _take_data(path, data, 0)
    elif SUFFIX in path.name.casefold() or data.why not in ("too large", "not a file"):
        yield FileUnreadable(path, data.why, data.detail)
    else:
        yield OtherFile(path)  # a film, or a device: reported as another file


def _take_data(path: Path, data: bytes, depth: int) -> Iterator[Incoming]:
    name = path.name.casefold()
    if SUFFIX in name or _begins_as_attempt(data):
        # A name with a second ending may be an archive of one attempt, as x.attempt.jsonl.gz.
        if name.endswith(CLOSED_ENDINGS) and not _begins_as_attempt(data):
            yield ArchiveUnusable(path, "not opened")
        elif data.startswith(b"PK\x03\x04"):
            yield from _take_archive(path, data, depth)
        elif name.startswith("."):
            yield OtherFile(path)  # unfinished files of an editor or a browser
        else:
            yield IncomingAttempt(path, data)
    elif name.endswith(".zip"):
        yield from _take_archive(path, data, depth)
    elif name.endswith(CLOSED_ENDINGS):
        yield ArchiveUnusable(path, "not opened")
    else:
        yield OtherFile(path)


def _begins_as_attempt(data: bytes) -> bool:
    return data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_BEGINNING) or data[:100].startswith(
        (b"\xff\xfe" + _BEGINNING.decode().encode("utf-16-le"), b"\xfe\xff" + _BEGINNING.decode().encode("utf-16-be"))
    )


def _take_archive(path: Path, data: bytes, depth: int) -> Iterator[Incoming]:
    if depth >= MAX_ARCHIVE_DEPTH:
        yield ArchiveUnusable(path, "too deep")
        return
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = [each for each in archive.infolist() if not each.is_dir()]
    except _BAD_ARCHIVE:
        yield ArchiveUnusable(path, "damaged")
        return
    if len(members) > MAX_ARCHIVE_MEMBERS:
        yield ArchiveUnusable(path, "too many files")
        return
    left = MAX_UNPACKED_BYTES
    for member in members:
        inner = path / _name_member(member.filename)
        if inner.name.startswith("._") or inner.name.casefold() in SYSTEM_FILES or "__MACOSX" in member.filename:
            continue
        if member.flag_bits & 1:
            yield ArchiveUnusable(inner, "locked")
            continue
        limit = min(left, MAX_ARCHIVE_BYTES if inner.suffix.casefold() == ".zip" else MAX_FILE_BYTES)
        unpacked = _unpack(lambda member=member: archive.open(member), limit)  # type: ignore[misc]
        if isinstance(unpacked, bytes):
            left -= len(unpacked)
            yield from _take_data(inner, unpacked, depth + 1)
        else:
            yield ArchiveUnusable(inner, unpacked)


def _unpack(open_member: Callable[[], IO[bytes]], limit: int) -> bytes | Literal["damaged", "too large"]:
    # By the bytes that come out, not by the size that the archive states, which may be false.
    try:
        with open_member() as member:
            data = member.read(limit + 1)
    except _BAD_ARCHIVE:
        return "damaged"
    return data if len(data) <= limit else "too large"


def _name_member(name: str) -> str:
    """The last part of a name in an archive, as it is shown."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return show_path(Path(last or "?"))
