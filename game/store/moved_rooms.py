"""What is told of a kept state whose room is no longer in the pack, or is called otherwise."""

from typing import NamedTuple

from game.pack.renaming import follow_renamed
from game.pack.world import World
from game.tour.state import State


class RoomGone(NamedTuple):
    """The room where the player stood is no longer in the pack, or is called otherwise. The tour goes on elsewhere."""

    name: str
    """Of the room where the tour goes on."""
    is_renamed: bool
    """Whether it is the same room under another id."""


def find_move(world: World, former: str, state: State) -> RoomGone | None:
    """Where a state goes on, if it was kept in another room than it has now; None if it was not.

    Args:
        world: The pack.
        former: Id of the room in which the state was kept.
        state: What became of it.
    """
    if state.room == former:
        return None
    return RoomGone(world.rooms[state.room].name, follow_renamed(world.tour.renamed, former) == state.room)
