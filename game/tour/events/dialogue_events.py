"""Events of talk: what was tried or said without effect, and how a line was read."""

from game.pack.ledger import Entity
from game.pack.world import Passage, Room, Thing
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
    """Another room of the train that has it."""
    is_forward: bool = False
    """True when that room lies further forward."""
    room: Room
    example: str
    """A command that works here."""


class Replied(BaseEvent, frozen=True, kw_only=True):
    """Something tried to which the pack has an answer of its own."""

    passage: Passage


class Corrected(BaseEvent, frozen=True, kw_only=True):
    """A typing slip, taken for the word it can only have meant."""

    typed: str
    taken: str


class Unanswered(BaseEvent, frozen=True, kw_only=True):
    """A question in the player's own words that nothing noted answers."""

    things: tuple[Thing, ...]
    """Things here not looked at yet, or that the question names."""
    entities: tuple[Entity, ...]
    """Someone or something told of in this room that can be asked about."""
    room: Room | None
    """Another room in which an answer is told."""
    is_here: bool
    """True when the things tell an answer."""
    is_empty: bool
    """True when the question held no word to search for."""
    topic: str = ""
    """What was asked about by name, as typed; empty for other questions."""


DialogueEvent = Acted | Replied | Corrected | Unanswered
