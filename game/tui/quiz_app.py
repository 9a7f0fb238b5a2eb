"""The app of one quiz session, ``carriages quiz`` or ``carriages exam``; and practice in a tour as a session."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from game.app.quiz_view import Lines, QuizView, RunningQuiz
from game.tui.base_app import StyledApp
from game.tui.screens.quiz_screen import QuizScreen

if TYPE_CHECKING:
    from game.app.game import Game


class TourPractice:
    """Practice in a tour: its lines go through the game, which writes them into the transcript."""

    def __init__(self, game: "Game") -> None:
        """Take up the practice that the game has just begun."""
        if game.practice is None:
            raise RuntimeError("no practice begun")
        self._game = game
        self._session = game.practice
        self.last: Lines = ()
        """What the last line brought."""

    @property
    def is_over(self) -> bool:
        """Whether the tour goes on."""
        return self._game.practice is not self._session

    @property
    def view(self) -> QuizView:
        """What a screen shows now."""
        view = self._session.view
        # After the last words the game adds where the tour goes on; that is no part of the session.
        return replace(view, notice=(*view.notice, *self.last[len(self._session.last.lines) :]))

    def open(self) -> Lines:
        """Nothing: the game has opened it."""
        return ()

    def perform(self, line: str) -> Lines:
        """What the game says to a line."""
        self.last = self._game.perform(line)
        return self.last

    def tick(self) -> Lines:
        """Practice has no clock."""
        return ()


class QuizApp(StyledApp):
    """One quiz session, and nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", show=False, priority=True),
        Binding("ctrl+c", "leave", "Leave", show=False, priority=True),
    ]

    def __init__(self, session: RunningQuiz, *, home: Path | None = None, is_ascii: bool = False) -> None:
        super().__init__(home=home, is_ascii=is_ascii)
        self.session = session

    def on_mount(self) -> None:
        """Show the session."""
        self.push_screen(QuizScreen(self.session, on_end=self.exit))
        self.call_after_refresh(self.signal.announce_ready)

    def action_leave(self) -> None:
        """Leave at once; what was answered is kept."""
        if not self.session.is_over:
            self.session.perform("leave")
        self.exit()
