"""The turns of earlier sessions that UNDO and REDO of this one lead to, as far as a line has gone back to them.

A transcript begins with one state. What its lines take back of earlier sessions is not in it, unless it is written down
when it is used: all of it would make a transcript of three lines as large as the whole tour.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.pack.world import World
from game.store.state_values import dump
from game.store.transcripts import render_earlier
from game.tour.history import History, Past


class UsedTurns(NamedTuple):
    """What a line has gone back to, the nearest first."""

    undone: tuple[Past, ...]
    redone: tuple[Past, ...]

    def write(self, world: World) -> str:
        """The remarks of a transcript by which a replay knows them; empty when there are none."""
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
        """Those that a line has gone back to, after the line; they belong to this session from then on."""
        kept = _count_common(self._past, history.past)
        undone, self._past = self._past[kept:], self._past[:kept]
        # A turn that does something new lets all of REDO go; only what was done again was used.
        redone = [each for each in history.done_again if any(each is mine for mine in self._ahead)]
        history.done_again.clear()
        del self._ahead[_count_common(self._ahead, history.ahead) :]
        return UsedTurns(tuple(reversed(undone)), tuple(redone))


def _count_common(one: Sequence[Past], other: Sequence[Past]) -> int:
    """How many turns both begin with; they differ at their ends, so this is quick however many there are."""
    length = min(len(one), len(other))
    while length and one[length - 1] is not other[length - 1]:
        length -= 1
    return length
