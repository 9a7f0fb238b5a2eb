"""A round of questions as both front ends know it: lines in, words out, and what a screen shows beside them.

Practice and exams are rounds. It knows neither terminal nor screen.
"""

from typing import Literal, Protocol

from msgspec import Struct

from game.prose.lines import Line
from game.quiz import Response, Shown

ItemStatus = Literal["open", "answered", "right", "part", "wrong"]
"""How a question stands: in an exam no more is told than that it was answered."""


class QuizView(Struct, frozen=True, kw_only=True):
    """What a screen shows of a round."""

    badge: str
    title: str
    standings: tuple[ItemStatus, ...]
    """One a question."""
    here: int
    """Index of the question in sight."""
    shown: Shown | None
    """None before the first question and after the last."""
    response: Response
    """What was answered to it; empty when nothing was."""
    key: Response
    """What is right; empty while that is not told."""
    help: str
    """How it is answered."""
    feedback: tuple[Line, ...]
    keys: tuple[tuple[str, str], ...]
    """Line to say -> what it does, in the order of their worth."""
    seconds_left: float | None = None
    """None where there is no limit."""
    seconds: float = 0.0
    """The whole limit."""
    is_paused: bool = False
    is_asking: bool = False
    """Whether a yes or a no is waited for, before handing in."""
    before: "QuizView | None" = None
    """The question just answered, with what was said of it; None when the last line answered none."""


class QuizSession(Protocol):
    """A round of questions."""

    @property
    def is_over(self) -> bool:
        """Whether its last words were said."""

    def open(self) -> tuple[Line, ...]:
        """The first words."""

    def perform(self, line: str) -> tuple[Line, ...]:
        """What comes of a typed line."""

    def tick(self) -> tuple[Line, ...]:
        """What the clock has to say; asked for every second where a clock is shown."""

    @property
    def view(self) -> QuizView:
        """What a screen shows now."""
