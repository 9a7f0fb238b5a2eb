"""The app of a round of questions that stands alone: ``carriages quiz`` and ``carriages exam``."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from game.app.quiz_session import QuizSession, QuizView
from game.prose.lines import Line
from game.tui.base_app import StyledApp
from game.tui.screens.quiz_screen import RoundScreen

if TYPE_CHECKING:
    from game.app.game import Game


class OnTheTrain:
    """The round of practice in a tour: its lines go through the game, which writes them down."""

    def __init__(self, game: "Game") -> None:
        """Take up the round that the game has just begun."""
        if game.round is None:
            raise RuntimeError("there is no round going on")
        self._game = game
        self._round = game.round
        self.last: tuple[Line, ...] = ()
        """What came of the last line."""

    @property
    def is_over(self) -> bool:
        """Whether the tour goes on."""
        return self._game.round is not self._round

    @property
    def view(self) -> QuizView:
        """What a screen shows now."""
        return self._round.view

    def open(self) -> tuple[Line, ...]:
        """Nothing: the game has opened it."""
        return ()

    def perform(self, line: str) -> tuple[Line, ...]:
        """What the game says to a line."""
        self.last = self._game.perform(line)
        return self.last

    def tick(self) -> tuple[Line, ...]:
        """Practice has no clock."""
        return ()


class RoundApp(StyledApp):
    """One round, and nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", show=False, priority=True),
        Binding("ctrl+c", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(self, round_: QuizSession, *, home: Path | None = None, is_ascii: bool = False) -> None:
        super().__init__(home=home, is_ascii=is_ascii)
        self.round = round_

    def on_mount(self) -> None:
        """Show the round."""
        self.push_screen(RoundScreen(self.round, on_end=self.exit))
        self.call_after_refresh(self.signal.announce_ready)

    def action_leave(self) -> None:
        """Leave at once; what was answered is kept."""
        if not self.round.is_over:
            self.round.perform("leave")
        self.exit()
