"""Lets each call of the system fail in turn, so that a test can see what becomes of an operation then.

Two things must hold whatever fails: what is on the disk afterwards is the old or the new, whole; and what was said is
true. It must go through functions of ``os``: a call inside ``pathlib`` or ``open`` could not be made to fail.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

CALLS = (
    "open", "write", "fsync", "replace", "rename", "close", "mkdir", "fchmod", "unlink", "stat", "fstat", "read",
    "ftruncate", "lseek", "listdir",
)  # fmt: skip
"""Calls of the system through which files are read and written."""

FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES, 0)
"""What a call fails with; 0 is a write that is cut short and followed by a full disk."""


class Operation(NamedTuple):
    """Something that is kept."""

    prepare: Callable[[Path], object]
    """Makes what is there before, in a folder; what it gives is handed to ``act``."""
    act: Callable[[Path, Any], bool]
    """Does it; whether it said that it was done."""
    read: Callable[[Path], object]
    """What a later start finds."""


@contextmanager
def failing_at(number: int, code: int) -> Iterator[list[str]]:  # noqa: C901 - each branch is a way to fail
    """Let the call with that number fail. Gives the calls, in order, as they are made; 0 lets none fail."""
    made: list[str] = []
    real = {name: getattr(os, name) for name in CALLS}
    is_full = False

    def wrap(name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal is_full
            made.append(name)
            if name == "write" and is_full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if len(made) != number or (not code and name != "write"):
                return real[name](*arguments, **named)
            if not code:
                is_full = True
                return real[name](arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            if name == "close":
                real[name](*arguments)  # a handle is gone even where closing it fails
            raise OSError(code, os.strerror(code))

        return call

    try:
        for name in CALLS:
            setattr(os, name, wrap(name))
        yield made
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def check_every_fault(operation: Operation, folder: Path) -> int:
    """Do an operation once for each call that it makes and each way it can fail; returns how many calls it makes."""
    old, new, calls = _do_without_fault(operation, folder / "whole")
    assert old != new, "an operation that changes nothing proves nothing"
    for number in range(1, calls + 1):
        for code in FAULTS:
            where = folder / f"{number}-{code}"
            where.mkdir()
            prepared = operation.prepare(where)
            with failing_at(number, code) as made:
                was_said = operation.act(where, prepared)
            found = operation.read(where)
            what = f"call {number} ({made[number - 1] if len(made) >= number else 'none'}), error {code}"
            assert found in (old, new), f"{what}: neither the old nor the new is there: {found!r}"
            assert not was_said or found == new, f"{what}: said to be done, and it is not"
    return calls


def _do_without_fault(operation: Operation, folder: Path) -> tuple[object, object, int]:
    folder.mkdir()
    prepared = operation.prepare(folder)
    old = operation.read(folder)
    with failing_at(0, 0) as made:
        assert operation.act(folder, prepared)
    return old, operation.read(folder), len(made)
