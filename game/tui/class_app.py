"""The app of a class report."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from game.app.class_view import ClassView
from game.tui.base_app import StyledApp
from game.tui.screens.class_report_screen import ClassScreen


class ClassApp(StyledApp):
    """One class, and nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", show=False, priority=True),
        Binding("ctrl+c", "interrupt", "Copy or leave", show=False, priority=True),
    ]

    def __init__(self, look: Callable[[], ClassView], *, home: Path | None = None, is_ascii: bool = False) -> None:
        super().__init__(home=home, is_ascii=is_ascii)
        self._look = look

    def on_mount(self) -> None:
        """Show the class."""
        self.push_screen(ClassScreen(self._look))
        self.call_after_refresh(self.signal.announce_ready)

    def action_leave(self) -> None:
        """Leave."""
        self.exit()
