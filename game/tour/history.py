"""The states of a tour before the present one, each with the line that ended it."""

from typing import NamedTuple

from game.tour.state import State


class Past(NamedTuple):
    """A state that is over."""

    state: State
    line: str
    """What was typed in that state and changed it."""


class History:
    """What UNDO can take back.

    Whole states are kept and no reversed commands: a state is a small record that shares its maps with its neighbours,
    and nothing can go wrong in taking it back.
    """

    def __init__(self) -> None:
        # No limit: ten thousand turns are a few megabytes, and a player who goes far back is lost, not careless.
        self._past: list[Past] = []

    def __len__(self) -> int:
        return len(self._past)

    def record(self, state: State, line: str) -> None:
        """Keep a state that a line has changed."""
        self._past.append(Past(state, line))

    def take_back(self) -> Past | None:
        """The latest state, which is forgotten here; None when there is none."""
        return self._past.pop() if self._past else None
