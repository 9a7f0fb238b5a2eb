"""A sheet over the play screen with the text of a command. The player reads it and closes it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game.prose.lines import Line
from game.tui.messages import Said
from game.tui.screens.sized import Sized
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.log import Links, Log
from game.tui.widgets.ruler import Ruler

KEYS = (Key("esc", "Back", "screen.dismiss"), Key("↑↓", "Scroll", "screen.scroll_by(1)"))


class Sheet(Sized):
    """A title and a column of lines."""

    CSS_PATH = "../tour.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,f2,f3", "dismiss", "Back", show=False),
        Binding("enter", "read_on", show=False),
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down", "scroll_by(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown,space", "scroll_page(1)", show=False),
        Binding("home", "scroll_to_end(0)", show=False),
        Binding("end", "scroll_to_end(1)", show=False),
    ]

    def __init__(self, badge: str, title: str, lines: tuple[Line, ...], links: Links) -> None:
        super().__init__()
        self._badge = badge
        self._title = title
        self._lines = lines
        self._links = links

    def compose(self) -> ComposeResult:
        """The line, the text, the keys."""
        yield Ruler(self._badge, self._title, id="ruler")
        yield Log(id="sheet")
        yield KeyBar(KEYS, id="keys")

    def on_mount(self) -> None:
        """Show the text from its beginning."""
        self.show_lines(self._lines)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines, from their beginning."""
        log = self.query_one(Log)
        log.clear()
        log.add(lines, self._links)
        # The log scrolls to the end of new text; where the end is, is known only after the layout.
        self.call_after_refresh(log.scroll_home, animate=False)

    def on_said(self, message: Said) -> None:
        """A click on a word closes the sheet and sends the word's line."""
        message.stop()
        # The app sends it and not this screen, because the next screen must open over the play screen.
        self.dismiss()
        self.app.post_message(Said(message.line))

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one(Log).scroll_relative(y=rows, animate=False)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.query_one(Log).turn_page(pages)

    def action_read_on(self) -> None:
        """The next page; after the last one, close."""
        log = self.query_one(Log)
        if log.has_more:
            log.turn_page()
        else:
            self.dismiss()

    def action_scroll_to_end(self, end: int) -> None:
        """Scroll to the beginning (0) or the end (1)."""
        log = self.query_one(Log)
        log.scroll_to(y=log.max_scroll_y if end else 0, animate=False)
