"""The rules of Windows by which files are opened, replaced and locked, simulated where the tests run.

What is simulated is what our code could trip over: a file that is open can be neither replaced nor removed; a lock is
one of ``msvcrt``, belongs to a handle and shuts out readers; there is no ``fcntl``, ``fchmod``, ``uname`` and no signal
of a closed terminal; ``kill`` ends a process; some names mean devices, some signs stand in no name, and a path has at
most 259 characters. It goes through functions of ``os``, as our code does (see ``faults.py``).
"""

import errno
import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from game.core import disk

MAX_PATH = 259

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


class SimulatedWindows:
    """What a system that works as Windows does knows of the files that are open."""

    def __init__(self, root: Path) -> None:
        """Begin with no open file.

        Args:
            root: The folder of the test; paths count from there, so that the place of the test does not matter.
        """
        self._root = os.path.realpath(root)
        self.open: dict[int, str] = {}
        """Handle -> path."""
        self.locked: dict[tuple[str, int], int] = {}
        """Path and place -> the handle that has locked it."""
        self.refused: list[str] = []
        """What was tried and would fail there."""

    def check_path(self, path: object) -> str:
        """A path as the system would have it; refuses what cannot be one."""
        real = str(os.path.realpath(os.fspath(path)))  # type: ignore[call-overload] # a path of some kind
        inside = real.removeprefix(self._root)
        parts = [part for part in Path(inside).parts if part != os.sep]
        if len(inside) > MAX_PATH:
            raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified", real)
        for part in parts:
            is_device = part.split(".")[0].rstrip().casefold() in _DEVICES
            if is_device or part[-1] in ". " or set(part) & set('<>:"|?*'):
                self.refused.append(part)
                raise OSError(errno.EINVAL, "Invalid argument", real)
        return real

    def check_closed(self, path: object) -> None:
        """Refuse to move or remove a file that is open."""
        real = self.check_path(path)
        if real in self.open.values():
            self.refused.append(real)
            raise PermissionError(errno.EACCES, "The process cannot access the file", real)

    def lock(self, handle: int, mode: int, count: int) -> None:
        """What ``msvcrt.locking`` does, from where the file is read next."""
        place = (self.open[handle], os.lseek(handle, 0, os.SEEK_CUR))
        assert count == 1
        if mode == 0:
            if self.locked.pop(place, None) != handle:
                raise OSError(errno.EACCES, "Permission denied")
        elif place in self.locked:
            raise OSError(errno.EACCES, "Permission denied")
        else:
            self.locked[place] = handle


def simulate(monkeypatch: pytest.MonkeyPatch, root: Path) -> SimulatedWindows:
    """Let the rules of Windows hold for the rest of a test."""
    system = SimulatedWindows(root)
    _wrap_handles(monkeypatch, system)
    _wrap_names(monkeypatch, system)
    for name in ("fchmod", "uname", "getuid", "geteuid", "O_NONBLOCK", "O_DIRECTORY", "O_CLOEXEC", "mkfifo"):
        monkeypatch.delattr(os, name, raising=False)
    monkeypatch.delattr(signal, "SIGHUP", raising=False)
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("os.kill ends a process on Windows"))
    monkeypatch.setattr(disk, "IS_WINDOWS", True)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    msvcrt = SimpleNamespace(locking=system.lock, LK_UNLCK=0, LK_NBLCK=2)
    monkeypatch.setitem(sys.modules, "msvcrt", msvcrt)
    return system


def _wrap_handles(monkeypatch: pytest.MonkeyPatch, system: SimulatedWindows) -> None:
    """Know which files are open, and shut readers out of what is locked."""
    real_open, real_close, real_read = os.open, os.close, os.read

    def open_file(path: Any, *rest: Any, **named: Any) -> int:
        where = system.check_path(path)
        if Path(where).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", where)
        handle = real_open(path, *rest, **named)
        system.open[handle] = where
        return handle

    def close(handle: int) -> None:
        system.open.pop(handle, None)
        for place in [place for place, owner in system.locked.items() if owner == handle]:
            del system.locked[place]
        real_close(handle)

    def read(handle: int, size: int) -> bytes:
        place = (system.open.get(handle, ""), os.lseek(handle, 0, os.SEEK_CUR))
        if system.locked.get(place, handle) != handle:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real_read(handle, size)

    for name, function in {"open": open_file, "close": close, "read": read}.items():
        monkeypatch.setattr(os, name, function)


def _wrap_names(monkeypatch: pytest.MonkeyPatch, system: SimulatedWindows) -> None:
    """Refuse names that cannot be, and leave what is open where it is."""
    real_mkdir = os.mkdir

    def make_folder(path: Any, *rest: Any, **named: Any) -> None:
        system.check_path(path)
        real_mkdir(path, *rest, **named)

    def move(name: str) -> Any:
        real = getattr(os, name)

        def call(*paths: Any, **named: Any) -> None:
            for path in paths:
                system.check_closed(path)
            if name == "rename" and os.path.lexists(paths[1]):
                raise FileExistsError(errno.EEXIST, "File exists", paths[1])
            real(*paths, **named)

        return call

    monkeypatch.setattr(os, "mkdir", make_folder)
    for name in ("replace", "rename", "unlink", "remove", "rmdir"):
        monkeypatch.setattr(os, name, move(name))
