"""Refusals of a walk: the way, the room or the place cannot be gone to."""

from game.pack.world import Room
from game.tour.events.event_base import Exit, Refused


class NoExit(Refused, frozen=True, kw_only=True):
    """No way leads in the direction that was typed."""

    direction: str
    exits: tuple[Exit, ...]


class AlreadyThere(Refused, frozen=True, kw_only=True):
    """The player stands in the room already."""

    room: Room


class NoWayThere(Refused, frozen=True, kw_only=True):
    """No way leads from here to a room, seen or not."""

    room: Room
    exits: tuple[Exit, ...]


class UnknownPlace(Refused, frozen=True, kw_only=True):
    """No place of the tour has this name."""

    name: str
    exits: tuple[Exit, ...] = ()


class PlaceNotHere(Refused, frozen=True, kw_only=True):
    """What was to be looked at is a room elsewhere."""

    room: Room


class NowhereMeant(Refused, frozen=True, kw_only=True):
    """THERE was typed, and no place has been named before."""

    word: str


WalkRefusal = NoExit | AlreadyThere | NoWayThere | UnknownPlace | PlaceNotHere | NowhereMeant
