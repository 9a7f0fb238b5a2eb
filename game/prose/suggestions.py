"""What an author may have meant by a name that is not known: the nearest one, or the few there are."""

from collections.abc import Iterable
from difflib import get_close_matches

MAX_SUGGESTIONS = 8
"""Allowed names that a message lists; it counts the rest."""

MIN_LIKENESS = 0.6
"""How alike two names must be for one to be suggested for the other, 0..1."""


def describe_unknown(kind: str, found: str, known: Iterable[str]) -> str:
    """A name that is not among the known ones, with the nearest or the few there are.

    >>> describe_unknown("room", "galey", ["galley", "cellar"])
    "no room called 'galey'. Did you mean 'galley'?"
    """
    return f"no {kind} called {found!r}. {suggest(found, known)}"


def suggest_nearest(found: str, known: Iterable[str]) -> str:
    """The nearest known name as a question; empty when none is near.

    >>> suggest_nearest("foward", ["forward", "back"]), suggest_nearest("zzz", ["forward"])
    ("Did you mean 'forward'?", '')
    """
    near = get_close_matches(found, list(known), n=1, cutoff=MIN_LIKENESS)
    return f"Did you mean {near[0]!r}?" if near else ""


def suggest(found: str, known: Iterable[str]) -> str:
    """The nearest known name as a question, else the allowed ones."""
    names = list(known)
    if near := suggest_nearest(found, names):
        return near
    if not names:
        return "There is none."
    more = f" and {len(names) - MAX_SUGGESTIONS} more" if len(names) > MAX_SUGGESTIONS else ""
    return f"Allowed: {', '.join(names[:MAX_SUGGESTIONS])}{more}."
