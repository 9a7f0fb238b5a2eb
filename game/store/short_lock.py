"""A lock held for the moment in which a small file is read, changed and written, so that two windows take turns.

The system gives it back however the process ends. On file systems without locks a change still reads the file again
before it writes, so only two changes within a few milliseconds can conflict.
"""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.core.disk import make_folder

MAX_WAIT_SECONDS = 2.0
"""How long another window is waited for. It may have been stopped while it held the lock; then we go on without."""

_STEP_SECONDS = 0.01


@contextmanager
def short_lock(path: Path) -> Iterator[bool]:
    """Hold the lock of a file; yields whether it is held. Never raises by itself.

    The lock is a file of its own beside it, since the file itself is replaced at each write.
    """
    handle = _open(path.with_name(f".{path.name}.lock"))
    is_held = handle is not None and _wait_for(handle)
    try:
        yield is_held
    finally:
        if handle is not None:
            # The file stays, or two windows could lock two files of one name.
            release(handle)


def release(handle: int) -> None:
    """Close a file that is locked, and so give the lock back. Never raises."""
    # Windows may release the locks of a closed file late, so we release the lock first.
    with suppress(ImportError, OSError):
        import msvcrt

        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined] # of Windows only
    with suppress(OSError):
        os.close(handle)


def _open(path: Path) -> int | None:
    try:
        make_folder(path.parent)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None  # the write itself will say why nothing can be written here


def _wait_for(handle: int) -> bool:
    until = time.monotonic() + MAX_WAIT_SECONDS
    while True:
        try:
            if try_lock(handle):
                return True
        except OSError:
            return False
        if time.monotonic() > until:
            return False
        time.sleep(_STEP_SECONDS)


def try_lock(handle: int) -> bool:
    """Lock an open file without waiting; False when it is locked already.

    Raises:
        OSError: The file system knows no locks.
    """
    try:
        import fcntl
    except ImportError:
        return _try_lock_on_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _try_lock_on_windows(handle: int) -> bool:
    """Lock the first byte, from where nobody reads: on Windows a lock shuts out readers as well."""
    import msvcrt

    try:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined] # of Windows only
    except OSError as bad:
        if bad.errno in (errno.EACCES, errno.EDEADLK):
            return False
        raise
    return True
