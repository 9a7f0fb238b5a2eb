"""Events of leads: a question opens, its slots fill, it is closed by choosing a sentence; the job as it stands."""

from typing import Literal

from msgspec import Struct

from game.pack.leads import Lead, Overreach, Slot
from game.pack.world import Room
from game.tour.events.event_base import BaseEvent, Refused

LeadStep = Literal["opened", "filled", "uncompared", "ready"]
"""A question is met; a slot is filled; all are, and two notes are still to be compared; it can be closed."""


# No event: what several events and the screen say of one lead.
class LeadProgress(Struct, frozen=True, kw_only=True):
    """How far one lead has come."""

    lead: Lead
    number: int
    """Its number among all leads of the pack, from 1: JOB 3 names it."""
    filled: tuple[bool, ...]
    """For each slot, whether it is filled."""
    is_compared: bool
    """Whether its comparison has been made, or it has none."""
    is_closed: bool
    is_pinned: bool
    """Whether it is the one that the player chases."""
    next_slot: Slot | None
    """The first slot that is not filled."""
    next_room: Room | None
    """Where that can be done."""
    is_next_here: bool
    """Whether the player stands there."""
    is_behind: bool = False
    """Whether the player has to go back to get there."""
    skipped: tuple[Room, ...] = ()
    """The numbered rooms on the way there, which can wait."""

    @property
    def is_ready(self) -> bool:
        """Whether its sentence can be chosen now."""
        return all(self.filled) and self.is_compared and not self.is_closed


class LeadMoved(BaseEvent, frozen=True, kw_only=True):
    """A turn has brought a lead a step on."""

    step: LeadStep
    progress: LeadProgress
    opened: tuple[Lead, ...] = ()
    """All questions that the turn has opened, when that is the step."""


class JobShown(BaseEvent, frozen=True, kw_only=True):
    """The question that is chased, what it needs, and where the next note is."""

    progress: LeadProgress | None
    """None when no question is open."""
    others: int = 0
    """How many other questions are open."""
    closed: int = 0


class JobsListed(BaseEvent, frozen=True, kw_only=True):
    """All questions met so far."""

    leads: tuple[LeadProgress, ...]
    pinned: str
    """Id of the one that is chased; empty for none."""


class ClosingAsked(BaseEvent, frozen=True, kw_only=True):
    """A lead is ready, and one of several sentences is to be chosen."""

    lead: Lead
    sentences: tuple[str, ...]
    """In the order in which they are numbered."""


class Overreached(BaseEvent, frozen=True, kw_only=True):
    """A sentence was chosen that says more than the notes do. Nothing is lost by it."""

    lead: Lead
    overreach: Overreach


class LeadClosed(BaseEvent, frozen=True, kw_only=True):
    """The honest sentence was chosen."""

    lead: Lead
    next: LeadProgress | None
    """The question that is chased from now on."""
    desk_room: Room | None = None
    """A room with a desk, where no question is left to be chased: this one, if it has one; None without a desk."""
    is_at_desk: bool = False
    """Whether that is the room where the player stands."""
    is_last: bool = False
    """Whether the pack has no other question."""


LeadEvent = LeadMoved | JobShown | JobsListed | ClosingAsked | Overreached | LeadClosed


class NoSuchLead(Refused, frozen=True, kw_only=True):
    """No question met so far has that number."""

    typed: str


class NoLeadOpen(Refused, frozen=True, kw_only=True):
    """There is no question to close."""


class LeadNotReady(Refused, frozen=True, kw_only=True):
    """The notes do not suffice yet."""

    progress: LeadProgress


class AlreadyClosed(Refused, frozen=True, kw_only=True):
    """The question was closed before."""

    lead: Lead


LeadRefusal = NoSuchLead | NoLeadOpen | LeadNotReady | AlreadyClosed
