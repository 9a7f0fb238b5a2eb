"""Small values that a class keeps, each under a version: whoever writes must have read the newest."""

from collections.abc import Callable
from typing import NamedTuple


class KeptValue(NamedTuple):
    """A value as it was read."""

    version: int
    """Another one after each writing, and never the same again. 0 stands for a value that is not there."""
    value: bytes
    """JSON."""


class ChangedElsewhereError(OSError):
    """A value has been written since it was read. Nothing is written; whoever wanted to reads again."""


class StoreAwayError(OSError):
    """What keeps a class cannot be asked now. Nobody knows whether the last thing that it was told is kept."""


class News(NamedTuple):
    """Something that was kept, by this process or by another one."""

    kind: str
    """Of the value; LINES for a line of an attempt; EVERYTHING where nobody knows what was missed."""
    key: str = ""
    """Of the value, or the id of the attempt."""
    number: int = 0
    """The version of the value, or how many lines the attempt has."""


LINES, EVERYTHING = "lines", "everything"

Listener = Callable[[News], object]
"""Told of news, in any thread; it must not wait."""
