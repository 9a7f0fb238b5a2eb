"""Events of the dispatch: the draft, facts that fit into it, the editor's verdict."""

from typing import Literal

from game.pack.leads import Lead
from game.pack.ledger import Fact
from game.tour.dispatch import Ending, Print, Verdict
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


DeskChoice = Literal["add", "print", "remove", "headline", "file"]
"""What can be done at the desk of a newsroom."""


class DeskShown(BaseEvent, frozen=True, kw_only=True):
    """The desk of a newsroom: the report as it is drafted, and what can be done, by number."""

    lines: tuple[tuple[Fact, Print], ...]
    room: int
    """How many lines the report may have."""
    lead: Lead | None
    """The lead whose headline it has."""
    own_headline: str
    choices: tuple[DeskChoice, ...]
    is_asked: bool = False
    """True when the player asked for the desk itself, and not for a change to the report."""


class NotesOffered(BaseEvent, frozen=True, kw_only=True):
    """Notes that can be added to the report, or lines of it to be changed, by number."""

    notes: tuple[Note, ...]
    """With the numbers of the notebook; of lines, their places in the report."""
    left: int = 0
    """How many more notes there are."""
    asks: Literal["add", "print", "remove"] = "add"


class WayAsked(BaseEvent, frozen=True, kw_only=True):
    """The player is asked how a line of the report is to be printed."""

    fact: Fact


class HeadlinesOffered(BaseEvent, frozen=True, kw_only=True):
    """Headlines of closed leads that the report tells, by number."""

    leads: tuple[Lead, ...]
    longest: int
    """Characters of the longest headline in the player's own words; 0 where none is printed."""


class DispatchFiled(BaseEvent, frozen=True, kw_only=True):
    """The dispatch, marked by the editor."""

    verdict: Verdict
    is_newsroom: bool = False
    """Whether a newsroom has weighed it."""
    unseen: tuple[Ending, ...] = ()
    """The endings that this tour has not reached."""


DispatchEvent = DispatchShown | FactsOffered | DispatchFiled | DeskShown | NotesOffered | WayAsked | HeadlinesOffered
