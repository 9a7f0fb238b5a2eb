"""One problem of a pack, written so that an author can fix it: where, what was expected, what was found."""

from collections.abc import Iterable
from difflib import get_close_matches

from msgspec import Struct

MAX_SUGGESTIONS = 8
"""How many allowed values are listed before the list is cut."""


class Problem(Struct, frozen=True, order=True):
    """One thing wrong with one place in a pack."""

    path: str
    line: int
    """From 1."""
    column: int
    """From 1."""
    key: str
    """Where in the file's structure: things.2.name. Empty for the file as a whole."""
    message: str
    is_fatal: bool = True
    """False for a warning: the pack can be played."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}: "
        kind = "" if self.is_fatal else "warning: "
        return f"{where}{kind}{self.key}: {self.message}" if self.key else f"{where}{kind}{self.message}"


def unknown(kind: str, found: str, known: Iterable[str]) -> str:
    """The message for a name that is not among the known ones, with the nearest or the few there are.

    >>> unknown("room", "galey", ["galley", "cellar"])
    "no room called 'galey'. Did you mean 'galley'?"
    """
    return f"no {kind} called {found!r}. {suggest(found, known)}"


def nearest(found: str, known: Iterable[str]) -> str:
    """The nearest known name as a question; empty when none is near.

    >>> nearest("foward", ["forward", "back"]), nearest("zzz", ["forward"])
    ("Did you mean 'forward'?", '')
    """
    near = get_close_matches(found, list(known), n=1, cutoff=0.6)
    return f"Did you mean {near[0]!r}?" if near else ""


def suggest(found: str, known: Iterable[str]) -> str:
    """The nearest known name as a question, else the allowed ones."""
    names = list(known)
    if near := nearest(found, names):
        return near
    if not names:
        return "There is none."
    more = f" and {len(names) - MAX_SUGGESTIONS} more" if len(names) > MAX_SUGGESTIONS else ""
    return f"Allowed: {', '.join(names[:MAX_SUGGESTIONS])}{more}."
