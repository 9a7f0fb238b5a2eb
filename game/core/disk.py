"""The only functions that read and write files: a read never raises; a write is complete or does not happen.

All of it goes through functions of ``os``, one system call each, so that a test can let every single call fail in turn
(full disk, no permission, a write cut short) and see that the old or the new content is there, whole. ``pathlib`` would
hide some of these calls, and its errors are harder to distinguish.

This module does not know what a file means. Callers decode it with a type and say in words what is wrong.
"""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

import msgspec

T = TypeVar("T")

MAX_FILE_BYTES = 16 * 1024 * 1024
"""Bytes of the largest file that is read unless a caller allows more: far above any save, paper or attempt."""

STALE_SECONDS = 3600.0
"""Age from which on a temporary file belongs to a process that has died."""

REPLACE_TRIES = 8
"""How often Windows is asked to replace a file that another program has open, as a virus scanner does for a moment."""

IS_WINDOWS = os.name == "nt"
"""Whether the rules of Windows apply. It is a constant, so that a test can simulate them."""

BINARY = getattr(os, "O_BINARY", 0)
"""Opens a file so that Windows leaves its line breaks as they are. Python lets no other program inherit it anyway."""

_TEMPORARY_PREFIX, _TEMPORARY_SUFFIX = ".carriages-", ".tmp"
_numbers = count(1)

Why = Literal["missing", "not permitted", "not a file", "too large", "damaged", "unreachable"]


class Unusable(NamedTuple):
    """Why a file cannot be used. A value and not an exception, because each caller must decide what happens next."""

    why: Why
    detail: str = ""
    """In the words of the system or of the decoder; empty when ``why`` says all."""

    @property
    def is_there(self) -> bool:
        """Whether the file exists. Then it must not be overwritten, because it may be readable again later."""
        return self.why != "missing"


def read_file(path: Path, limit: int = MAX_FILE_BYTES) -> bytes | Unusable:
    """The bytes of a regular file, at most ``limit`` of them, or why they cannot be had. Never raises.

    A pipe or a device is refused: it is opened without waiting, since a read from it might never end.
    """
    try:
        handle = _open_to_read(path)
    except (OSError, ValueError) as bad:
        return _unusable(bad)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return Unusable("not a file")
        if status.st_size > limit:
            return Unusable("too large", f"{status.st_size:,} bytes; at most {limit:,} are read")
        return _read_all(handle, limit)
    except (OSError, MemoryError) as bad:
        return _unusable(bad)
    finally:
        with suppress(OSError):  # the data is complete, even if closing fails
            os.close(handle)


def _open_to_read(path: Path) -> int:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | BINARY
    for attempt in range(REPLACE_TRIES):
        try:
            return os.open(path, flags)
        except PermissionError:
            # On Windows nobody can open a file while another window replaces it.
            if not IS_WINDOWS or attempt == REPLACE_TRIES - 1 or os.path.isdir(path):
                raise
            time.sleep(0.02 * (attempt + 1))
    raise AssertionError("the last try returns or raises")


def _read_all(handle: int, limit: int) -> bytes | Unusable:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(handle, 1 << 20):
        size += len(piece)
        if size > limit:  # the file has grown since its size was asked for
            return Unusable("too large", f"more than {limit:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def _unusable(bad: Exception) -> Unusable:
    match bad:
        case FileNotFoundError() | NotADirectoryError():
            return Unusable("missing")
        case PermissionError():
            return Unusable("not permitted", bad.strerror or "")
        case IsADirectoryError():
            return Unusable("not a file")
        case ValueError():  # a NUL byte in the path
            return Unusable("missing", str(bad))
        case OSError():
            return Unusable("unreachable", bad.strerror or str(bad))
    return Unusable("unreachable", str(bad) or type(bad).__name__)


def read_text(path: Path, limit: int = MAX_FILE_BYTES) -> str | Unusable:
    """The text of a file in UTF-8, without the mark that spreadsheets begin with, or why it cannot be had.

    Line breaks of Windows become ours, as they do where Python opens a file as text. Never raises.
    """
    data = read_file(path, limit)
    if isinstance(data, Unusable):
        return data
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as bad:
        return Unusable("damaged", str(bad))


def decode(data: bytes | memoryview, kind: type[T], decoder: Callable[..., Any] = msgspec.json.decode) -> T | Unusable:
    """The value in some bytes, or what is wrong with them. Never raises.

    A file of 200 kB of ``[`` exhausts the stack of any decoder that recurses: that is damage like any other.
    """
    try:
        value: T = decoder(data, type=kind)
    except (msgspec.MsgspecError, UnicodeError, ValueError, RecursionError, MemoryError) as bad:
        return Unusable("damaged", str(bad) or type(bad).__name__)
    return value


def read_value(path: Path, kind: type[T], limit: int = MAX_FILE_BYTES) -> T | Unusable:
    """The value that a JSON file holds, or why it cannot be had. Never raises."""
    data = read_file(path, limit)
    return data if isinstance(data, Unusable) else decode(data, kind)


@contextmanager
def refuse_letters() -> Iterator[None]:
    """Raise OSError for a name whose letters the system cannot write, as in a locale without them."""
    try:
        yield
    except UnicodeEncodeError as bad:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ)) from bad


def write_atomically(path: Path, data: bytes, *, is_private: bool = False) -> None:
    """Put data in a file so that, whatever happens, either the old or the new content is there, whole.

    A link is written through: whoever keeps a save elsewhere by a link keeps it there. The folder is synchronised as
    well, else a power cut could bring the old name back.

    Args:
        path: The file; missing folders are made.
        data: Its new content.
        is_private: True for a file that only its owner may read. Else the mode of the old file is kept.

    Raises:
        OSError: The disk is full, the folder cannot be written, and the like; the old file is untouched.
    """
    with refuse_letters():
        _write_and_replace(_follow(path), data, is_private=is_private)


def _write_and_replace(target: Path, data: bytes, *, is_private: bool) -> None:
    make_folder(target.parent)
    temporary = target.with_name(f"{_TEMPORARY_PREFIX}{os.getpid()}-{next(_numbers)}{_TEMPORARY_SUFFIX}")
    try:
        _write_new(temporary, data, _mode_for(target, is_private=is_private))
        replace_file(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    sync_folder(target.parent)


def is_there(path: Path) -> bool:
    """Whether something has that name and we may see it. Never raises, unlike ``Path.exists`` for long names."""
    return os.path.exists(path)


def is_folder(path: Path) -> bool:
    """Whether it is a folder and we may see it. Never raises."""
    return os.path.isdir(path)


def is_regular(path: Path) -> bool:
    """Whether it is a file (no folder, pipe or device) and we may see it. Never raises."""
    return os.path.isfile(path)


def make_folder(folder: Path, *, is_private: bool = False) -> None:
    """Make a folder and those above it, unless they are there.

    Args:
        folder: The folder.
        is_private: True for one that only its owner may look into; one that is there stays as it is.

    Raises:
        OSError: It cannot be made, or a file has its name.
    """
    wanted, missing = folder, []
    while not is_folder(folder):
        missing.append(folder)
        if folder == folder.parent:
            break
        folder = folder.parent
    for each in reversed(missing):
        # Another process made it first. If a file has this name, the next step fails.
        with suppress(FileExistsError), refuse_letters():
            os.mkdir(each, 0o700 if is_private and each == wanted else 0o777)


def _follow(path: Path) -> Path:
    """The file that a path means, through links."""
    return Path(os.path.realpath(path)) if os.path.islink(path) else path


def _mode_for(target: Path, *, is_private: bool) -> int | None:
    """The mode of the new file; None leaves it to the system."""
    if is_private:
        return 0o600
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except OSError:
        return None


def _write_new(path: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
    handle = os.open(path, flags, 0o600 if mode is not None else 0o666)
    try:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(handle, mode)
        write_all(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)


def write_all(handle: int, data: bytes) -> None:
    """Write all of the bytes: one call may write fewer, as on a disk that is nearly full.

    Raises:
        OSError: They could not all be written.
    """
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        if not written:
            raise OSError("nothing more could be written")
        rest = rest[written:]


def replace_file(temporary: Path, target: Path) -> None:
    """Give a file its final name. On Windows another program that has the old file open delays that.

    Raises:
        OSError: It could not be done; both files are as they were.
    """
    for attempt in range(REPLACE_TRIES):
        try:
            os.replace(temporary, target)
        except PermissionError:
            if not IS_WINDOWS or attempt == REPLACE_TRIES - 1:
                raise
            time.sleep(0.02 * (attempt + 1))
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make a new name durable. Windows has no such call for a folder, and some network shares refuse it."""
    if IS_WINDOWS:
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return  # a folder that may be written but not read: nothing more can be done
    try:
        os.fsync(handle)
    except OSError as bad:
        if bad.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)


def sweep_temporaries(folder: Path) -> int:
    """Remove temporary files that dead processes left in a folder; returns how many. Never raises.

    The age decides, not the process number in the name: on a network share the process may run on another machine.
    """
    removed = 0
    for path in _temporaries(folder):
        with suppress(OSError):
            if time.time() - os.stat(path).st_mtime > STALE_SECONDS:
                os.unlink(path)
                removed += 1
    return removed


def _temporaries(folder: Path) -> Iterator[Path]:
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        is_ours = name.startswith(_TEMPORARY_PREFIX) and name.endswith(_TEMPORARY_SUFFIX)
        # The form of earlier versions: ".running.json.1234.tmp".
        if is_ours or (name.startswith(".") and name.endswith(".tmp") and name.split(".")[-2].isdecimal()):
            yield folder / name
