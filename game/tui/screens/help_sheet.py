"""The help: what can be typed and which keys there are, in groups; what is typed here searches it."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.widgets import Input

from game.prose import screen_labels as labels
from game.prose.lines import Line
from game.tui.screens.sheet import Sheet
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.log import Log
from game.tui.widgets.ruler import Ruler

KEYS = (
    Key("esc", "Back", "screen.dismiss"),
    Key("↑↓", "Scroll", "screen.scroll_by(1)"),
    Key("Enter", "Next page", "screen.read_on"),
)


class HelpSheet(Sheet):
    """All rows in their groups; of what is searched, only the rows that hold all its words."""

    AUTO_FOCUS = "#search"

    def __init__(self, first: Sequence[Line], rows: Sequence[tuple[str, str]]) -> None:
        """Make the sheet.

        Args:
            first: What helps here and now, shown while nothing is searched.
            rows: The group of each row and its text; the rows of a group follow each other.
        """
        super().__init__(labels.HELP_SHEET.name, labels.HELP_SHEET.text, (), {})
        self._first = first
        self._rows = rows
        self._lines = tuple(self._list_lines(()))

    def compose(self) -> ComposeResult:
        """The line, the field, the text, the keys."""
        yield Ruler(self._badge, self._title, id="ruler")
        yield Input(placeholder=labels.SEARCH_PLACEHOLDER, compact=True, id="search")
        yield Log(id="sheet")
        yield KeyBar(KEYS, id="keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what holds the typed words."""
        event.stop()
        self.show_lines(self._list_lines(event.value.casefold().split()))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter turns the page."""
        event.stop()
        self.action_read_on()

    def _list_lines(self, words: Sequence[str]) -> Iterator[Line]:
        rows = [row for row in self._rows if all(word in " ".join(row).casefold() for word in words)]
        if words and not rows:
            yield Line(labels.NOTHING_FOUND, "note")
        if not words:
            yield from self._first
        group = ""
        for each, text in rows:
            if each != group:
                group = each
                yield Line(group, "heading")
            yield Line(text, "option", is_tight=True)
