"""Events of talk: what was tried or said without effect, and how a line was read."""

from game.pack.world import Passage, Room
from game.tour.commands import Noun
from game.tour.events.event_base import BaseEvent


class Acted(BaseEvent, frozen=True, kw_only=True):
    """Something tried or said that changes nothing here."""

    act: str
    """Id of the act."""
    word: str
    """What it was typed as."""
    noun: Noun | None = None
    """What it was tried on; None when on nothing that is here."""
    missing: str = ""
    """What it was to be tried on, as typed, when that is not here."""
    elsewhere: Room | None = None
    """Another room of the tour that has it."""
    is_forward: bool = False
    """True when that room lies further on."""
    room: Room
    example: str
    """A command that works here."""


class Replied(BaseEvent, frozen=True, kw_only=True):
    """Something tried to which the pack has an answer of its own."""

    passage: Passage
    is_new: bool = False
    """True when it told something that was not noted yet."""


class Corrected(BaseEvent, frozen=True, kw_only=True):
    """A typing slip, taken for the word it can only have meant."""

    typed: str
    taken: str


DialogueEvent = Acted | Replied | Corrected
