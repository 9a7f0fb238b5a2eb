"""Events of works: one was worked, a card does not fit, the cards of a sort were looked at."""

from typing import NamedTuple

from game.pack.ledger import Fact
from game.pack.world import Passage, Thing
from game.tour.events.event_base import BaseEvent


class Worked(BaseEvent, frozen=True, kw_only=True):
    """A machine was worked, or a card hung or taken down."""

    thing: Thing
    passages: tuple[Passage, ...]
    """What is read of it; empty where the pack has no words for it."""
    facts: tuple[Fact, ...] = ()
    """Facts it shows that were noted before; those that are new come with the event that notes them."""
    gained: Thing | None = None
    """What the player has from now on."""
    card: str = ""
    """Name of the card that was hung or taken down; empty for a machine."""
    place: str = ""
    """Name of the place where that card hangs now; empty when it was taken down."""


class WeighedNote(NamedTuple):
    """A note in a pan."""

    number: int
    fact: Fact
    weight: int
    """The surer its source, the more."""


class SortSeen(BaseEvent, frozen=True, kw_only=True):
    """How far a sort has come: names of its cards and places."""

    hung: tuple[tuple[str, str], ...]
    """Each card that hangs, with its place."""
    free: tuple[str, ...]
    places: tuple[str, ...]
    reads: tuple[tuple[str, str], ...] = ()
    """Each card that does not hang and has words of its own, with those."""


class CardRead(BaseEvent, frozen=True, kw_only=True):
    """One card of a sort was read."""

    card: str
    reads: str
    place: str = ""
    """Where it hangs; empty while it does not."""


class CardUnfit(BaseEvent, frozen=True, kw_only=True):
    """A card was put where it does not belong, so it stays in the hand."""

    card: str
    misfit: str
    """What the pack says to it."""
    place: str
    stands: str
    """What that place stands for; empty where the pack does not say."""
    reads: str
    """What stands on the card; empty where the pack does not say."""
    is_hint_due: bool = False
    """True when the same sort has refused a card before, and none has been placed since."""


class NotesWeighed(BaseEvent, frozen=True, kw_only=True):
    """Two notes were weighed: how sure the source of each is."""

    left: WeighedNote
    right: WeighedNote


WorkEvent = Worked | SortSeen | CardRead | CardUnfit | NotesWeighed
