"""Who owns a tour: the window that writes it. A second window is told, and may take over.

There are two files in the tour's folder. ``owner.json`` holds the owner's token, the moment and the machine. A window
that takes over replaces it; an owner checks before each write that its own token is still there. The system locks
``owner.lock`` while the owner's process lives and always unlocks it at the end, so a killed window never keeps a tour
locked. On a network share without locks only the token decides. If a process died on another machine, the player is
asked to take over; nothing is lost.

A window that took over cannot get the lock while the earlier window is still open. When it closes, it leaves an empty
token, so the next window need not ask, whoever has the lock.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from game.core import disk
from game.core.clock import now
from game.core.disk import BINARY, Unusable, is_there, make_folder, read_value, replace_file, write_all
from game.store.short_lock import release, try_lock

OWNER_FILE, LOCK_FILE = "owner.json", "owner.lock"


class Owner(Struct, frozen=True, kw_only=True):
    """Who writes a tour."""

    token: str
    """Empty when the window that owned the tour last has closed."""
    since: str
    """The moment the tour was opened there, in UTC."""
    machine: str = ""
    process: int = 0


class Elsewhere(NamedTuple):
    """A tour that is open in another window."""

    owner: Owner | None
    """None when the other window's file cannot be read."""


class Ownership:
    """One window's claim to a tour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._token = ""
        self._lock: int | None = None

    @property
    def is_claimed(self) -> bool:
        """Whether this window has claimed the tour; another one may have taken over since."""
        return bool(self._token)

    def claim(self, *, takes_over: bool = False) -> Elsewhere | None:
        """Claim the tour for this window.

        Args:
            takes_over: True to claim it although another window has it open.

        Returns:
            None when it is claimed; else who has it open.

        Raises:
            OSError: The folder cannot be written. The tour can then be played and not be kept.
        """
        make_folder(self._folder)
        if not self._try_lock() and not takes_over:
            owner = self.find_owner()
            if owner is None or not _has_closed(owner):
                return Elsewhere(owner)
        self._token = os.urandom(8).hex()
        self._write(self._token)
        return None

    def _write(self, token: str) -> None:
        owner = Owner(token=token, since=now().isoformat(), machine=_machine(), process=os.getpid())
        _write_owner(self._folder / OWNER_FILE, msgspec.json.encode(owner))

    def holds(self) -> bool:
        """Whether the tour is still this window's; asked before each write."""
        if not self._token:
            return False
        owner = read_value(self._folder / OWNER_FILE, Owner)
        if isinstance(owner, Unusable):
            # A missing or unreadable file does not mean another window. A damaged one is replaced by the next claim;
            # until then no other window claims the tour.
            return True
        if owner.token == self._token and self._lock is None:
            self._try_lock()  # the window we took over from has closed: the lock is ours from now on
        return owner.token == self._token

    def find_owner(self) -> Owner | None:
        """Who has claimed the tour last; None when nobody has, or it cannot be read."""
        owner = read_value(self._folder / OWNER_FILE, Owner)
        return None if isinstance(owner, Unusable) else owner

    def release(self) -> None:
        """Give up the claim to the tour. Never raises."""
        if self._token and (owner := self.find_owner()) and owner.token == self._token:
            with suppress(OSError):
                if self._lock is None and not self._try_lock():
                    self._write("")  # the window that we took over from still has the lock
                else:
                    os.unlink(self._folder / OWNER_FILE)
        self._token = ""
        if self._lock is not None:
            release(self._lock)
            self._lock = None

    def __del__(self) -> None:
        # A window object that is deleted counts as closed, and must not lock out the next one.
        if self._lock is not None:
            release(self._lock)

    def _try_lock(self) -> bool:
        """Lock the folder's lock file for this process; False when another process has."""
        if self._lock is not None:
            return True
        flags = os.O_RDWR | os.O_CREAT
        handle = os.open(self._folder / LOCK_FILE, flags, 0o600)
        try:
            is_free = try_lock(handle)
        except OSError:
            # No locks on this file system: the token in the file decides, and the token of another window is respected.
            is_free = not is_there(self._folder / OWNER_FILE)
        if is_free:
            self._lock = handle
        else:
            os.close(handle)
        return is_free


def _has_closed(owner: Owner) -> bool:
    """Whether nobody owns the tour any more, although a window that lost it may still have the lock."""
    if not owner.token:
        return True
    # On Windows ``kill`` would end the process instead of asking for it.
    if disk.IS_WINDOWS or owner.machine != _machine() or owner.process <= 0:
        return False
    try:
        os.kill(owner.process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _write_owner(path: Path, data: bytes) -> None:
    """Replace the owner's file whole. After a power cut no window is open, so nothing waits for the disk here."""
    temporary = path.with_name(f".carriages-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    try:
        try:
            write_all(handle, data)
        finally:
            os.close(handle)
        replace_file(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _machine() -> str:
    # The modules ``platform`` and ``secrets`` would give the same, but make the start ten milliseconds slower.
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
