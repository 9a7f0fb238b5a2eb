"""Events of things: one is examined, taken, dropped; what the player carries."""

from game.pack.ledger import Fact
from game.pack.world import Passage, Room, Thing
from game.tour.events.event_base import BaseEvent


class ThingExamined(BaseEvent, frozen=True, kw_only=True):
    """A closer look at a thing."""

    thing: Thing
    passages: tuple[Passage, ...]
    """What is printed of it as text; what is noted just now stands in FactsNoted."""
    facts: tuple[Fact, ...] = ()
    """Facts that a work shows as it stands and that were noted before."""
    is_labelled: bool = False
    """True when it is one of several things looked at together."""
    is_glance: bool = False
    """True when all things of a room are looked at: then a line is printed of each."""
    noted: tuple[Fact, ...] = ()
    """Facts that the text of a glance has just told."""


class MoreToNote(BaseEvent, frozen=True, kw_only=True):
    """Things of which another look will note more."""

    things: tuple[Thing, ...]


class Mentioned(BaseEvent, frozen=True, kw_only=True):
    """A word that stands in a text read here and names nothing else: the text has it so."""

    word: str
    passage: Passage


class Taken(BaseEvent, frozen=True, kw_only=True):
    """A portable thing now carried."""

    thing: Thing


class Dropped(BaseEvent, frozen=True, kw_only=True):
    """A carried thing left behind."""

    thing: Thing
    room: Room


class Carrying(BaseEvent, frozen=True, kw_only=True):
    """What the player carries."""

    things: tuple[Thing, ...]


ThingEvent = ThingExamined | MoreToNote | Mentioned | Taken | Dropped | Carrying
