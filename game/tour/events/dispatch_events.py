"""Events of the dispatch: the draft, facts that fit into it, the editor's verdict."""

from game.pack.ledger import Fact
from game.tour.dispatch import Print, Verdict
from game.tour.events.event_base import BaseEvent


class DispatchShown(BaseEvent, frozen=True, kw_only=True):
    """The dispatch as it is drafted."""

    lines: tuple[tuple[Fact, Print], ...]
    is_asked: bool = False
    """True when the player asked for the dispatch itself, and not for a change to it."""


class FactsOffered(BaseEvent, frozen=True, kw_only=True):
    """Noted facts that can be put into the dispatch, each with its number."""

    facts: tuple[tuple[int, Fact], ...]


class DispatchFiled(BaseEvent, frozen=True, kw_only=True):
    """The dispatch, marked by the editor."""

    verdict: Verdict


DispatchEvent = DispatchShown | FactsOffered | DispatchFiled
