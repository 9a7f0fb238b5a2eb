"""Refusals about wires, corrections and clippings."""

from game.pack.ledger import Fact
from game.pack.world import Room
from game.tour.events.event_base import Refused


class NoWireWaits(Refused, frozen=True, kw_only=True):
    """No wire waits for a line."""

    next_room: Room | None
    """Where the next one arrives; None after the last one."""


class NoSuchNote(Refused, frozen=True, kw_only=True):
    """No note has this number or these words."""

    typed: str
    is_at_desk: bool = False
    """Whether it was to become a line of the report."""


class NothingToPrint(Refused, frozen=True, kw_only=True):
    """No wire has a mistake that is to be corrected."""


class OtherSideNotNoted(Refused, frozen=True, kw_only=True):
    """A correction needs the other side, and no note has it yet."""

    fact: Fact


class NoClipping(Refused, frozen=True, kw_only=True):
    """No clipping was found yet, or all were caught."""

    is_caught: bool
    """True when there are some, and all were caught."""


class NoteBesidesClipping(Refused, frozen=True, kw_only=True):
    """A note says nothing of what the clippings say."""

    fact: Fact
    room: Room | None = None
    """Where a note that does is made."""


NewsroomRefusal = NoWireWaits | NoSuchNote | NothingToPrint | OtherSideNotNoted | NoClipping | NoteBesidesClipping
