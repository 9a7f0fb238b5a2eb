"""Events of things: one is examined, taken, dropped; what the player carries."""

from game.pack.ledger import Difference, Fact
from game.pack.world import Passage, Room, Thing
from game.tour.events.event_base import BaseEvent


class ThingExamined(BaseEvent, frozen=True, kw_only=True):
    """A closer look at a thing."""

    thing: Thing
    passages: tuple[Passage, ...]
    """What is seen of it now."""
    facts: tuple[Fact, ...] = ()
    """Facts that a work shows as it stands and that were noted before."""
    differences: tuple[Difference, ...] = ()
    """Points on which sources differ and of which this thing tells more than one side."""
    is_labelled: bool = False
    """True when it is one of several things looked at together."""


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


ThingEvent = ThingExamined | Mentioned | Taken | Dropped | Carrying
