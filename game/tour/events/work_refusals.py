"""Refusals of works: nothing answers what was tried, a tool is missing, a card has no place."""

from game.pack.world import Room, Thing
from game.tour.events.event_base import Refused


class NotWorkedSo(Refused, frozen=True, kw_only=True):
    """A thing can be worked, but not in the way that was tried."""

    thing: Thing
    offers: tuple[str, ...]
    """Lines that would do something now."""
    is_vague: bool = False
    """True when the line could mean several of them."""
    missing: Thing | None = None
    """The tool without which it cannot be done, where the player has seen it."""
    is_lacking: bool = False
    """True when a tool is missing, seen or not."""
    room: Room | None = None
    """Where that tool is, if it is in another room."""


class CardWithoutPlace(Refused, frozen=True, kw_only=True):
    """A card was to be hung where no place of the sort is, or nowhere."""

    card: str
    places: tuple[str, ...]


class CardMoveless(Refused, frozen=True, kw_only=True):
    """A card was to be hung where it hangs, or to be taken down and does not hang."""

    card: str
    place: str
    """Where it hangs; empty when it does not."""


class CardUnnamed(Refused, frozen=True, kw_only=True):
    """The cards of a sort were to be moved, and the line does not say which."""

    thing: Thing
    free: tuple[str, ...]
    """Names of the cards that do not hang."""
    places: tuple[str, ...]


WorkRefusal = NotWorkedSo | CardWithoutPlace | CardMoveless | CardUnnamed
