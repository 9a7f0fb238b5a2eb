"""Events of rooms: one is shown, the ways out of one, the list of all."""

from game.pack.ledger import Fact
from game.pack.world import Passage, Room, Thing
from game.tour.events.event_base import BaseEvent, Exit


class RoomShown(BaseEvent, frozen=True, kw_only=True):
    """The room the player stands in, as entered or looked at."""

    room: Room
    passages: tuple[Passage, ...]
    noted: tuple[Fact, ...] = ()
    """The facts that they put into the notebook just now."""
    things: tuple[Thing, ...]
    """Portable things lying here that the room's own text does not tell of."""
    exits: tuple[Exit, ...]
    is_first: bool
    """True on the first visit."""


class PictureDescribed(BaseEvent, frozen=True, kw_only=True):
    """The room's picture in words."""

    room: Room
    changed: tuple[str, ...] = ()
    """What is seen of the works that no longer stand as at first."""


class ExitsListed(BaseEvent, frozen=True, kw_only=True):
    """The ways out, asked for."""

    room: Room
    exits: tuple[Exit, ...]


class PlacesListed(BaseEvent, frozen=True, kw_only=True):
    """The rooms in order, and which of them have been visited."""

    rooms: tuple[tuple[Room, bool], ...]
    here: str
    """Id of the room the player stands in."""


class RoomsSkipped(BaseEvent, frozen=True, kw_only=True):
    """The player has gone past rooms without seeing them; they can be seen later."""

    rooms: tuple[Room, ...]
    """In the order of the tour; at least one."""


class Oriented(BaseEvent, frozen=True, kw_only=True):
    """The answer to an empty line: where one is and what works here."""

    room: Room
    exits: tuple[Exit, ...]
    things: tuple[Thing, ...]
    is_second: bool = False
    """True when the line before was empty, too."""


RoomEvent = RoomShown | PictureDescribed | ExitsListed | PlacesListed | RoomsSkipped | Oriented
