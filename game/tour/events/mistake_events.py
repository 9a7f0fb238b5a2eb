"""Events of lines that were not understood, or only in part."""

from game.pack.world import Room, Thing
from game.tour.commands import Noun
from game.tour.events.event_base import BaseEvent


class NotUnderstood(BaseEvent, frozen=True, kw_only=True):
    """A line, or a part of one, that was not understood."""

    word: str
    """The word that was not understood; empty when the line held none at all."""
    is_noun: bool
    """True when the verb was understood and its object was not."""
    phrase: str = ""
    """The whole name that the word is part of."""
    example: str = ""
    """A command that works here."""
    typed: str = ""
    """The whole line."""
    verb: str = ""
    """Id of the verb, where that was understood."""
    seen: str = ""
    """The name of something in sight that the line speaks of."""
    room: Room | None = None
    things: tuple[Thing, ...] = ()
    """What there is to look at here instead."""
    elsewhere: Room | None = None
    """Another room of the tour that has what was named."""
    is_forward: bool = False
    """True when that room lies further on."""
    is_known: bool = False
    """True when the player has been there."""


class Ambiguous(BaseEvent, frozen=True, kw_only=True):
    """A name that fits several things."""

    word: str
    nouns: tuple[Noun, ...]
    verb: str = "examine"
    """Id of the verb that was to be performed on it."""


class Unsure(BaseEvent, frozen=True, kw_only=True):
    """A slip that may have been meant for one of several words."""

    word: str
    near: tuple[str, ...]


class NotRun(BaseEvent, frozen=True, kw_only=True):
    """The rest of a line of several commands, dropped because one before it failed."""

    lines: tuple[str, ...]


MistakeEvent = NotUnderstood | Ambiguous | Unsure | NotRun
