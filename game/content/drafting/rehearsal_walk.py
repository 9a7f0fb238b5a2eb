"""The way to a room: the shortest from the start, and the lines of an author's own walk."""

from collections import deque
from collections.abc import Mapping
from pathlib import Path

from game.core.disk import Unusable, read_text
from game.pack.world import Room

WALK_FILE = "walk.txt"
"""A file in the pack's folder with a typed line a line; one that begins with a number sign is a remark."""


def find_way_between(rooms: Mapping[str, Room], start: str, target: str) -> tuple[str, ...]:
    """The ways out to take from one room to another, by the fewest."""
    known: dict[str, tuple[str, ...]] = {start: ()}
    edge = deque([start])
    while edge and target not in known:
        here = edge.popleft()
        for way, there in rooms[here].exits.items():
            if there not in known:
                known[there] = (*known[here], way)
                edge.append(there)
    return known.get(target, ())


def read_walk(folder: Path) -> tuple[str, ...]:
    """The lines of the walk of a pack; none where it has no walk."""
    text = read_text(folder / WALK_FILE)
    if isinstance(text, Unusable):
        return ()
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
