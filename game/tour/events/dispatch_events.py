"""Events of the dispatch: the draft, facts that fit into it, the editor's verdict."""

from typing import Literal

from msgspec import Struct

from game.pack.leads import Lead
from game.pack.ledger import Fact
from game.tour.dispatch import Ending, Print, Remark, Verdict
from game.tour.events.compare_events import Note
from game.tour.events.event_base import BaseEvent


class DispatchShown(BaseEvent, frozen=True, kw_only=True):
    """The dispatch as it is drafted."""

    lines: tuple[tuple[Fact, Print], ...]
    is_asked: bool = False
    """True when the player asked for the dispatch itself, and not for a change to it."""


class FactsOffered(BaseEvent, frozen=True, kw_only=True):
    """Noted facts that can be put into the dispatch, each with its number."""

    facts: tuple[tuple[int, Fact], ...]


class DeskShown(BaseEvent, frozen=True, kw_only=True):
    """The desk of a newsroom: the report as it is drafted, and notes that can be added."""

    lines: tuple[tuple[Note, Print], ...]
    room: int
    """How many lines the report may have."""
    lead: Lead | None
    """The lead whose headline it has."""
    own_headline: str
    offered: "NotesOffered"
    is_asked: bool = False
    """True when the player asked for the desk itself, and not for a change to the report."""


class NotesOffered(BaseEvent, frozen=True, kw_only=True):
    """Notes that can be added to the report, or lines of it to be changed, by number."""

    notes: tuple[Note, ...]
    """With the numbers of the notebook; of lines, their places in the report."""
    left: int = 0
    """How many more notes there are."""
    asks: Literal["add", "print", "remove"] = "add"
    of_leads: int = 0
    """How many of the notes, from the first on, belong to closed questions."""


DeskStep = Literal["added", "kept", "printed", "removed", "moved", "headline", "cleared"]
"""What was done to the report; kept: the note is in it already."""


class DeskChanged(BaseEvent, frozen=True, kw_only=True):
    """One step at the desk of a newsroom."""

    step: DeskStep
    lines: int
    """How many lines the report has now."""
    note: Note | None = None
    printed: Print | None = None
    remark: Remark | None = None
    """What the editor would find in the line; None where nothing was printed."""
    other: Note | None = None
    """A note with another account, which is not in the report."""
    headline: str | None = None
    """The headline where this step has given it."""
    is_own: bool = False
    """Whether that headline is the first one in the player's own words."""
    is_ready: bool = False
    """Whether this step has made the report long enough to be filed."""


class ReportFilled(BaseEvent, frozen=True, kw_only=True):
    """The editor has chosen lines; each is told after this."""

    lines: int
    """How many were added."""


class WayAsked(BaseEvent, frozen=True, kw_only=True):
    """The player is asked how a line of the report is to be printed."""

    fact: Fact


class ReportRead(BaseEvent, frozen=True, kw_only=True):
    """The report is read back at a lectern."""

    lines: tuple[tuple[Note, Print], ...]
    lead: Lead | None
    """The lead whose headline it has."""
    own_headline: str


# No event: what several events say of one headline.
class UntoldHeadline(Struct, frozen=True, kw_only=True):
    """The headline of a closed lead that the report does not tell yet."""

    lead: Lead
    numbers: tuple[int, ...]
    """Of the notes with which the report would tell it."""


class HeadlinesOffered(BaseEvent, frozen=True, kw_only=True):
    """Headlines of closed leads that the report tells, by number."""

    leads: tuple[Lead, ...]
    longest: int
    """Characters of the longest headline in the player's own words; 0 where none is printed."""
    untold: tuple[UntoldHeadline, ...] = ()
    """Those of the other closed leads."""


class DispatchFiled(BaseEvent, frozen=True, kw_only=True):
    """The dispatch, marked by the editor."""

    verdict: Verdict
    is_newsroom: bool = False
    """Whether a newsroom has weighed it."""
    unseen: tuple[Ending, ...] = ()
    """The endings that this tour has not reached."""


DispatchEvent = (
    DispatchShown
    | FactsOffered
    | DispatchFiled
    | DeskShown
    | NotesOffered
    | DeskChanged
    | ReportFilled
    | WayAsked
    | HeadlinesOffered
    | ReportRead
)
