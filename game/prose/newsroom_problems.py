"""What can be wrong with a newsroom, in words for its author."""

from collections.abc import Iterable

from game.prose.suggestions import describe_unknown


def describe_unnumbered_halt(room_id: str) -> str:
    """A wire in a room that the clock does not count."""
    return f"a wire waits until the next numbered room, and {room_id!r} has no number"


def describe_two_wires(wire_id: str, room_id: str) -> str:
    """Two wires in one room."""
    return f"the wire {wire_id!r} arrives in {room_id!r} already; one room has one wire"


def describe_repeated_id(found: str) -> str:
    """An id that an entry before has."""
    return f"another entry of this list is called {found!r} already"


def describe_two_values(fact_id: str, value: int) -> str:
    """A fact in two lists of news."""
    return f"{fact_id!r} has the news value {value} already"


def describe_no_desk() -> str:
    """A newsroom of a tour in which no report can be written."""
    return "the tour names no room in desks:, so no report can be filed"


def describe_no_lectern(found: str, things: Iterable[str]) -> str:
    """A lectern that is no thing in a room with a desk."""
    return describe_unknown("thing at a desk", found, sorted(things))
