"""The turns of earlier sessions to which a line of this session has gone back with UNDO or REDO.

A transcript begins with one state. Turns of earlier sessions are written into it only when a line goes back to them.
With all of them, a transcript of three lines would be as large as the whole tour.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.pack.world import World
from game.store.state_values import dump
from game.store.transcripts import render_earlier
from game.tour.history import History, Past


class UsedTurns(NamedTuple):
    """The turns to which a line has gone back, the nearest first."""

    undone: tuple[Past, ...]
    redone: tuple[Past, ...]

    def write(self, world: World) -> str:
        """The remarks of a transcript that tell a replay about them; empty if there are none."""
        undone = (render_earlier("earlier", past.line, dump(world, past.state)) for past in self.undone)
        redone = (render_earlier("later", past.line, dump(world, past.state)) for past in self.redone)
        return "".join((*undone, *redone))


class EarlierTurns:
    """The turns of earlier sessions that no line has gone back to yet."""

    def __init__(self, history: History | None = None) -> None:
        """Remember them.

        Args:
            history: With which the session begins.
        """
        self._past = list(history.past) if history is not None else []
        self._ahead = list(history.ahead) if history is not None else []

    def take_used(self, history: History) -> UsedTurns:
        """After a line: the turns to which it has gone back. From now on they belong to this session."""
        kept = _count_common(self._past, history.past)
        undone, self._past = self._past[kept:], self._past[:kept]
        # A turn that does something new clears REDO; only the turns that were done again were used.
        redone = [each for each in history.done_again if any(each is mine for mine in self._ahead)]
        history.done_again.clear()
        del self._ahead[_count_common(self._ahead, history.ahead) :]
        return UsedTurns(tuple(reversed(undone)), tuple(redone))


def _count_common(one: Sequence[Past], other: Sequence[Past]) -> int:
    """How many first turns both share. They differ only at their ends, so this is quick for any number of turns."""
    length = min(len(one), len(other))
    while length and one[length - 1] is not other[length - 1]:
        length -= 1
    return length
