"""What a log of turns holds: a first line, one entry for each typed line, and states as differences.

A state stands in the log as plain values, and a turn as the difference to the state before: a state of a full notebook
has some 10 kB, a turn changes a few dozen bytes of it. This module does not know what a state means: ``saves`` turns
states into plain values and back.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

FORMAT = 2
"""Of the file. Format 1 was a single state in ``running.json``; ``saves`` reads it."""

MAX_LOG_BYTES = 64 * 1024 * 1024
"""Bytes of the largest log that is read: about 30,000 turns with their replies."""

MAX_KEPT_TURNS = 2_000
"""Entries that a log keeps when it is shortened. It is shortened when it has twice as many."""

MAX_SHOWN_TURNS = 200
"""Turns whose words are shown again after a restart."""

Plain = dict[str, Any]
"""A state as plain values: texts, numbers, lists, and dictionaries one level deep."""

Told = tuple[tuple[str, str, bool], ...]
"""Lines of a reply: role, text, whether it follows without a blank line."""


class Head(Struct, frozen=True, kw_only=True, tag_field="type", tag="begun"):
    """The first line: what the log belongs to, and the state it begins with."""

    format: int
    tour: str
    """Id of the tour."""
    seed: int
    at: str
    """The moment it was begun, in UTC."""
    state: Plain = {}
    told: Told = ()
    """What the game said before the first line was typed."""
    earlier: tuple[tuple[str, Plain], ...] = ()
    """States that UNDO leads to, the oldest first: the line that was typed there, and the difference to the state
    before it in this list; the first one is the difference to nothing. Whole states would make a new tour that can be
    undone as large as all states of the old one."""


class QuizPart(NamedTuple):
    """What a line has to do with a quiz session in the tour."""

    stage: str = ""
    """See ``Entry.quiz``."""
    items: tuple[str, ...] = ()
    """See ``Entry.items``."""


NO_QUIZ = QuizPart()


class Entry(Struct, frozen=True, kw_only=True, tag_field="type", tag="turn", omit_defaults=True):
    """One typed line."""

    line: str
    told: Told = ()
    kept: int
    """How many of the earlier states remain; fewer than before if turns were taken back."""
    pushed: tuple[tuple[str, Plain], ...] = ()
    """New earlier states: the line, and the difference to the state before it in this list or to the last one."""
    change: Plain = {}
    """The difference of the state to the last one pushed, or to the state before this line when none was."""
    redo: int = 0
    """How many turns that were taken back REDO can do again after this line."""
    quiz: str = ""
    """``begun``, ``on`` or ``over`` where the line was part of a quiz session in the tour."""
    items: tuple[str, ...] = ()
    """Ids of the questions of the quiz session that the line began. They are kept because each answer changes what is
    due."""


def make_words_only(entry: Entry) -> Entry:
    """An entry without its states."""
    return replace(entry, kept=0, pushed=(), change={}, redo=0)


class Turns(NamedTuple):
    """A tour as its log tells it."""

    head: Head
    state: Plain
    earlier: tuple[tuple[str, Plain], ...]
    """States that UNDO leads to, the oldest first, each with the line that was typed there."""
    entries: tuple[Entry, ...]
    digest: str
    """Of the last whole line."""
    size: int
    """Bytes up to the end of the last whole line."""
    ahead: tuple[tuple[str, Plain], ...]
    """States that REDO leads to, the nearest last, each with the line that made it."""
    damage: str
    """Where the log could not be read any further, and why; empty when it was read whole."""
    unread: int
    """How many turns after the damage cannot be used. Turns that were overwritten with zeros are not counted."""


class LaterFormat(NamedTuple):
    """A log that a later version of the game has written. It is not damaged, so it must not be overwritten."""

    format: int


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> Plain:
    """The difference of two states: field -> its new value, or for a dictionary, what was set and what was removed.

    >>> difference({"room": "a", "noted": {"x": 1, "y": 2}}, {"room": "b", "noted": {"y": 3}})
    {'room': {'to': 'b'}, 'noted': {'set': {'y': 3}, 'out': ['x']}}
    """
    changed: Plain = {}
    for name, value in new.items():
        before = old.get(name)
        if before == value and name in old:
            continue
        if isinstance(value, dict) and isinstance(before, dict):
            put = {key: each for key, each in value.items() if key not in before or before[key] != each}
            out = [key for key in before if key not in value]
            changed[name] = {"set": put} | ({"out": out} if out else {})
        else:
            changed[name] = {"to": value}
    return changed


def apply(state: Mapping[str, Any], change: Mapping[str, Any]) -> Plain:
    """Apply a difference to a state.

    Raises:
        ValueError: It is no difference.
    """
    made = dict(state)
    for name, what in change.items():
        if not isinstance(what, dict):
            raise ValueError(f"{name}: expected a difference")
        if "to" in what:
            made[name] = what["to"]
            continue
        kept, put, out = made.get(name, {}), what.get("set", {}), what.get("out", [])
        if not (isinstance(kept, dict) and isinstance(put, dict) and isinstance(out, list)):
            raise ValueError(f"{name}: expected the difference of a dictionary")
        made[name] = {key: value for key, value in kept.items() if key not in out} | put
    return made
