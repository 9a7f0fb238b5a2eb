"""By which way one goes from room to room: as the author has said, else as the names of the rooms let one guess."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from game.content.drafting.place_names import HIGH, LOW, OUTSIDE
from game.core.names import words
from game.pack.ways import USUAL_WAYS, Ways

ONWARD = ("forward", "east", "north", "right")
"""Ways on where nothing is known, the first that is free."""

_OPPOSITES = Ways({}).opposites


class NamedRoom(NamedTuple):
    """A room as its author has named it."""

    name: str
    way: str = ""
    """By which one comes from the room before it; empty when that was not said."""


class WayTakenError(Exception):
    """A way that leads back already, with the rooms that it would join."""

    def __init__(self, way: str, start: str, target: str) -> None:
        super().__init__(way)
        self.way, self.start, self.target = way, start, target


class UnknownWayError(Exception):
    """A word that is no way, as its message."""


def read_rooms(text: str) -> tuple[NamedRoom, ...]:
    """The rooms in a line: names with commas between them, each after its way and a colon where that is said.

    Raises:
        UnknownWayError: What stands before a colon is no way.

    >>> read_rooms("Landing, up: Lamp room")
    (NamedRoom(name='Landing', way=''), NamedRoom(name='Lamp room', way='up'))
    """
    known = Ways({}).words
    rooms = []
    for part in text.split(","):
        way, colon, name = part.rpartition(":")
        way = " ".join(way.split()).casefold()
        if colon and way not in known:
            raise UnknownWayError(way)
        if name.strip():
            rooms.append(NamedRoom(" ".join(name.split()), known[way] if colon else ""))
    return tuple(rooms)


def choose_ways(rooms: Sequence[NamedRoom]) -> tuple[str, ...]:
    """For each room but the last, the way on from it.

    Raises:
        WayTakenError: The author has named a way that leads back already.
    """
    ways: list[str] = []
    for start, target in pairwise(rooms):
        back = _OPPOSITES.get(ways[-1], "") if ways else ""
        if target.way == back != "":
            raise WayTakenError(back, start.name, target.name)
        guessed = target.way or _guess_way(start.name, target.name)
        ways.append(next(way for way in (guessed, *ONWARD) if way and way != back))
    return tuple(ways)


def _guess_way(start: str, target: str) -> str:
    here, there = set(words(start)), set(words(target))
    if there & HIGH and not here & HIGH:
        return "up"
    if there & LOW and not here & LOW:
        return "down"
    if bool(here & OUTSIDE) != bool(there & OUTSIDE):
        return "out" if there & OUTSIDE else "in"
    return ""


def list_known_ways() -> tuple[str, ...]:
    """All ways that a new pack may use."""
    return tuple(USUAL_WAYS)
