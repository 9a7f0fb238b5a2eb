"""Events of the newsroom: wires that ask for a line, what comes of a line, corrections, clippings of the rival."""

from game.pack.ledger import Fact
from game.pack.newsroom import Clipping, Newsroom, Wire
from game.pack.world import Room
from game.tour.dispatch import Print
from game.tour.events.compare_events import Note
from game.tour.events.event_base import BaseEvent
from game.tour.wires import WireAnswer


class WireArrived(BaseEvent, frozen=True, kw_only=True):
    """A wire has come that asks for one line; it is read on request."""

    wire: Wire


class WireAnswered(BaseEvent, frozen=True, kw_only=True):
    """A line was sent, or a wire was left without one."""

    answer: WireAnswer
    trust: int
    trust_before: int
    fact: Fact | None = None
    printed: Print = "plain"


class WireReturned(BaseEvent, frozen=True, kw_only=True):
    """What comes of a line some rooms later."""

    newsroom: Newsroom
    answer: WireAnswer
    room: Room | None
    """The halt it was sent from."""


class LineAsked(BaseEvent, frozen=True, kw_only=True):
    """The player is asked which note is to be sent, or how it is to be printed."""

    wire: Wire
    """The wire that asks for it."""
    notes: tuple[Note, ...]
    """The notes to choose from, with their numbers; one alone: how it is printed."""
    ways: tuple[Print, ...]


class CorrectionPrinted(BaseEvent, frozen=True, kw_only=True):
    """A mistake of a wire was corrected."""

    fact: Fact
    answer: WireAnswer
    trust: int
    other: Fact | None = None
    """The other side that was added, where it was missing."""


class PaperShown(BaseEvent, frozen=True, kw_only=True):
    """What the paper wants: how many lines it has room for, and when it asks for the next one."""

    trust: int
    is_waiting: bool
    """Whether a wire waits for a line now."""
    next_room: Room | None
    """Where the next wire arrives; None after the last one."""
    explained: Newsroom | None = None
    """The newsroom, where the player asked what all of this is."""


class ClippingFound(BaseEvent, frozen=True, kw_only=True):
    """A clipping of the rival is found."""

    newsroom: Newsroom
    clipping: Clipping
    is_first: bool = True
    """Whether it is the first one of the tour, and catching is to be taught."""


class ClippingsListed(BaseEvent, frozen=True, kw_only=True):
    """The clippings found so far, each with whether it was caught."""

    newsroom: Newsroom
    clippings: tuple[tuple[Clipping, bool], ...]


class ClippingCaught(BaseEvent, frozen=True, kw_only=True):
    """A note shows what a clipping does wrong."""

    newsroom: Newsroom
    clipping: Clipping
    fact: Fact
    trust: int


NewsroomEvent = (
    WireArrived
    | WireAnswered
    | WireReturned
    | LineAsked
    | CorrectionPrinted
    | PaperShown
    | ClippingFound
    | ClippingsListed
    | ClippingCaught
)
