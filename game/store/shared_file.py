"""A small file of one player that several windows change: settings, honours, decks.

Each change reads the file again under a short lock, so that no change by another window is lost. A file that cannot be
read is never overwritten. A damaged file is renamed, and the caller reports the new name. A file that is not readable
at the moment (no permission, a missing network share) is left as it is, because it is not damaged.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from game.core.disk import Unusable, read_file, sweep_temporaries, write_atomically
from game.store.short_lock import short_lock

T = TypeVar("T")

MAX_ASIDE_FILES = 1_000
"""How many damaged files of one name get a number; more are not expected."""


class Kept(NamedTuple):
    """A change that is on the disk."""

    aside: str = ""
    """The new name of a damaged file; empty if there was none."""


class NotKept(NamedTuple):
    """A change that is not on the disk; what was there before is untouched."""

    why: str
    """In the words of the system."""
    is_closed: bool = False
    """Whether the file exists and cannot be read."""


Outcome = Kept | NotKept


def change_file(
    path: Path, decode: Callable[[bytes], T | Unusable], change: Callable[[T | None], T], encode: Callable[[T], bytes]
) -> Outcome:
    """Change what a file holds, and say what came of it. Never raises.

    Args:
        path: The file; missing folders are made.
        decode: What its bytes mean, or what is wrong with them.
        change: The new value, from the one on the disk; from None where there is none.
        encode: The bytes of a value.
    """
    with short_lock(path):
        found = read_decoded(path, decode)
        aside = ""
        if isinstance(found, Unusable) and found.is_there:
            if not is_damaged(found):
                return NotKept(found.detail or found.why, is_closed=True)
            aside = set_aside(path)
            if not aside:
                return NotKept(found.detail or found.why, is_closed=True)
        try:
            write_atomically(path, encode(change(None if isinstance(found, Unusable) else found)))
        except OSError as bad:
            return NotKept(bad.strerror or str(bad))
    sweep_temporaries(path.parent)
    return Kept(aside)


def read_decoded(path: Path, decode: Callable[[bytes], T | Unusable]) -> T | Unusable:
    """What a file holds, or why it cannot be used. Never raises."""
    data = read_file(path)
    return data if isinstance(data, Unusable) else decode(data)


def is_damaged(found: Unusable) -> bool:
    """Whether a file can be read but does not hold our data. Only then may it be renamed."""
    return found.why in ("damaged", "too large")


def set_aside(path: Path) -> str:
    """Rename a file that cannot be used, and return its new name; empty when it could not be renamed.

    It is never deleted: what we cannot read, a later version or a person may.
    """
    for number in range(MAX_ASIDE_FILES):
        aside = path.with_suffix(f".{number}.aside" if number else ".aside")
        if not os.path.lexists(aside):
            try:
                os.rename(path, aside)
            except OSError:
                return ""
            return aside.name
    return ""
