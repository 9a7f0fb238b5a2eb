"""The states of a tour before the present one, each with the line that ended it, and those that were taken back."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from game.tour.state import State


class StateOnFile(Protocol):
    """A state that a file holds, and that is made only when somebody asks for it."""

    @property
    def room(self) -> str:
        """Id of the room that the file names."""

    @property
    def state(self) -> State:
        """The state itself."""


class Past(NamedTuple):
    """A state that is over."""

    line: str
    """What was typed in that state and changed it."""
    held: "State | StateOnFile"
    """A log of five hundred turns would cost a start more than the whole pack, were each of its states made at once."""

    @property
    def state(self) -> State:
        """The state itself."""
        return self.held if isinstance(self.held, State) else self.held.state

    @property
    def is_moved(self) -> bool:
        """Whether its room has another name now, or is gone, so that it is another room."""
        return self.held.room != self.state.room


class History:
    """What UNDO can take back, and what REDO can do again.

    Whole states are kept and no reversed commands: a state is a small record that shares its maps with its neighbours,
    and nothing can go wrong in taking it back.
    """

    def __init__(self, past: Sequence[Past] = (), ahead: Sequence[Past] = ()) -> None:
        """Make a history.

        Args:
            past: The states that UNDO leads to, the oldest first.
            ahead: The states that REDO leads to, the nearest last, each with the line that made it.
        """
        # No limit: ten thousand turns are a few megabytes, and a player who goes far back is lost, not careless.
        self._past = list(past)
        self._ahead = list(ahead)
        self.done_again: list[Past] = []
        """What REDO has led to, the first one first; whoever writes a transcript takes it out of here."""

    def __len__(self) -> int:
        return len(self._past)

    @property
    def past(self) -> Sequence[Past]:
        """The states that UNDO leads to, the oldest first. It is no copy: a turn must not cost more in a long tour."""
        return self._past

    @property
    def ahead(self) -> Sequence[Past]:
        """The states that REDO leads to, the nearest last."""
        return self._ahead

    def record(self, state: State, line: str) -> None:
        """Keep a state that a line has changed. What was taken back before can then not be done again."""
        self._past.append(Past(line, state))
        self._ahead.clear()

    def take_back(self, now: State) -> Past | None:
        """The latest state, which becomes the present one; None when there is none.

        Args:
            now: The present state, which REDO then leads to.
        """
        if not self._past:
            return None
        past = self._past.pop()
        self._ahead.append(Past(past.line, now))
        return past

    def do_again(self, now: State) -> Past | None:
        """The state that was taken back last, which becomes the present one; None when there is none.

        Args:
            now: The present state, which UNDO then leads to.
        """
        if not self._ahead:
            return None
        ahead = self._ahead.pop()
        self.done_again.append(ahead)
        self._past.append(Past(ahead.line, now))
        return ahead

    def forget_after(self, length: int) -> None:
        """Forget the states that came in since there were so many, in a window that only reads."""
        del self._past[length:]
