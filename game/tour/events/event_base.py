"""What every event derives from, and the way out of a room, which many events hold."""

from msgspec import Struct

from game.pack.world import Room


class BaseEvent(Struct, frozen=True, kw_only=True):
    """Base of all events. An annotation names the union ``Event`` instead: only that is closed."""


class Exit(Struct, frozen=True, kw_only=True):
    """A way out of a room, and whether the room behind it has been seen."""

    direction: str
    """Id of the way."""
    room: Room
    is_visited: bool


class Refused(BaseEvent, frozen=True, kw_only=True):
    """Base of all refusals: the line was understood, and what it asks for is not possible here.

    Each refusal is an event of its own, so that it holds exactly what its sentence needs. One record with a reason
    and eight optional fields let a caller forget a field, and nobody noticed before a player read the sentence.
    """
