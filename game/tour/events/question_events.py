"""Events of questions: one is asked, a response is marked, one is skipped."""

from game.pack.kinds import Item, Response, Shown
from game.pack.ledger import Fact
from game.pack.world import Room
from game.tour.events.event_base import BaseEvent


class ItemAsked(BaseEvent, frozen=True, kw_only=True):
    """A question with its options, in the order they are shown."""

    shown: Shown
    left: int
    """How many questions of this room have not been answered yet, this one included."""


class Challenged(BaseEvent, frozen=True, kw_only=True):
    """A question on the threshold, about what has been seen, is offered; it bars no way and is asked on request."""

    item: Item


class ResponseMarked(BaseEvent, frozen=True, kw_only=True):
    """A response, marked."""

    item: Item
    response: Response
    mark: float
    """0..1."""
    facts: tuple[Fact, ...]
    left: int
    """How many questions of this room are still open."""
    told_in: Room | None = None
    """Another room in which the answer can be read again; None when it is here."""


class Skipped(BaseEvent, frozen=True, kw_only=True):
    """A question put aside unanswered."""


QuestionEvent = ItemAsked | Challenged | ResponseMarked | Skipped
