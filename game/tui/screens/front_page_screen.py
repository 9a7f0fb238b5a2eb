"""The front page, over the play screen. Each key sends a line that can be typed as well."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from game.exports.front_page import FrontPage
from game.prose import screen_labels as labels
from game.tui.screens.sized import Sized
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.page_block import PageBlock

KEYS = (
    Key("esc", labels.BACK_KEY, "screen.dismiss"),
    Key("p", labels.SAVE_PAGE_KEY, "screen.send('page save')"),
    Key("h", labels.HEADLINE_KEY, "screen.send('dispatch headline')"),
    Key("e", labels.DESK_KEY, "screen.send('dispatch')"),
    Key("r", labels.RIDE_KEY, "screen.send('ride again')"),
    Key("↑↓", "Scroll", "screen.scroll_by(1)"),
)


class FrontPageScreen(Sized):
    """The page, scrolled where it is higher than the terminal."""

    CSS_PATH = "../tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Back", show=False),
        Binding("p", "send('page save')", show=False),
        Binding("h", "send('dispatch headline')", show=False),
        Binding("e", "send('dispatch')", show=False),
        Binding("r", "send('ride again')", show=False),
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down,space", "scroll_by(1)", show=False),
        Binding("pageup", "scroll_by(-15)", show=False),
        Binding("pagedown", "scroll_by(15)", show=False),
    ]

    def __init__(self, page: FrontPage | None, say: Callable[[str], None]) -> None:
        """Make the screen.

        Args:
            page: What stands on it; None before a report is filed.
            say: Performs a line.
        """
        super().__init__()
        self._say = say
        self.block = PageBlock(page)

    def compose(self) -> ComposeResult:
        """The page, the keys."""
        with VerticalScroll(id="board", classes="page", can_focus=False):
            yield self.block
        yield KeyBar(KEYS, id="keys")

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one("#board").scroll_relative(y=rows, animate=False)

    def action_send(self, line: str) -> None:
        """Close and send a line; its answer is in the log, or opens its own screen."""
        self.dismiss()
        self._say(line)
