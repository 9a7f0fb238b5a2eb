"""The app of one quiz session, ``carriages quiz`` or ``carriages exam``."""

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from game.app.quiz_view import RunningQuiz, leave_at_once
from game.pack.world import Tour
from game.tui.base_app import StyledApp
from game.tui.screens.quiz_screen import QuizScreen


class QuizApp(StyledApp):
    """One quiz session, and nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", show=False, priority=True),
        Binding("ctrl+c", "interrupt", "Copy or leave", show=False, priority=True),
    ]

    def __init__(self, session: RunningQuiz, tour: Tour, *, home: Path | None = None, is_ascii: bool = False) -> None:
        super().__init__(home=home, is_ascii=is_ascii)
        self.title = tour.title
        self._tour = tour
        self.session = session

    def on_mount(self) -> None:
        """Show the session."""
        self.set_accent(self._tour.theme)
        self.push_screen(QuizScreen(self.session, on_end=self.exit, strip=self._tour.strip))
        self.call_after_refresh(self.signal.announce_ready)

    def action_leave(self) -> None:
        """Leave at once; what was answered is kept."""
        if not self.session.is_over:
            leave_at_once(self.session)
        self.exit()
