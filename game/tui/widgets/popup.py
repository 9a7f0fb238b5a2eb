"""The pop-up over the prompt: completions, or earlier lines. It opens upward and holds no focus."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style

from game.tui.widgets.block import Block

MAX_POPUP_COLUMNS = 42
"""Columns, borders included, where there is room."""


AROUND_ROWS = 6
"""Rows of the screen that a long pop-up leaves: its borders, the prompt, the keys, and the place one is in."""


class PopupRow(NamedTuple):
    """One row of the pop-up."""

    line: str
    """The text of the prompt when the row is chosen."""
    shown: str
    note: str


class Popup(Block):
    """A short list with one row selected."""

    class Taken(Message):
        """A row was clicked."""

        def __init__(self, line: str) -> None:
            self.line = line
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices: tuple[PopupRow, ...] = ()
        self._place = 0
        self._fitting = 0
        """How many rows have room."""

    @property
    def is_open(self) -> bool:
        """Whether it is to be seen."""
        return bool(self._choices)

    @property
    def line(self) -> str:
        """The line of the selected row."""
        return self._choices[self._place].line

    def open(self, choices: Sequence[PopupRow]) -> None:
        """Show these rows, the first one selected; without rows, close."""
        self._choices = tuple(choices)
        self._place = 0
        # Hidden and not removed: mounting a widget needs a layout of the whole screen.
        self.display = bool(choices)
        self._fitting = min(len(choices), max(1, self.screen.size.height - AROUND_ROWS))
        self.styles.height = self._fitting + 2
        self.repaint()

    def close(self) -> None:
        """Close the pop-up."""
        self.open(())

    def move(self, by: int) -> None:
        """Select another row; the list wraps around at both ends."""
        self._place = (self._place + by) % len(self._choices)
        self.repaint()

    def make_rows(self, width: int) -> list[Content]:
        """As many rows as fit around the selected one, each with its kind."""
        first = max(0, min(self._place - self._fitting // 2, len(self._choices) - self._fitting))
        shown = list(enumerate(self._choices))[first : first + self._fitting]
        return [self._make_row(place, choice, width) for place, choice in shown]

    def _make_row(self, place: int, choice: PopupRow, width: int) -> Content:
        style = "bold $ink on $gold" if place == self._place else ""
        note = f" {choice.note} "
        # A sign as well: without colours nothing else tells the chosen row.
        sign = "›" if place == self._place else " "
        shown = Content(f"{sign}{choice.shown}").truncate(max(1, width - len(note)), ellipsis=True)
        row = shown.pad_right(max(0, width - shown.cell_length - len(note)))
        row += Content.styled(note, "" if style else "$muted")
        return row.stylize(style).stylize(Style.from_meta({"choice": place}))

    async def on_click(self, event: events.Click) -> None:
        """Take the row that was clicked."""
        place = event.style.meta.get("choice")
        if place is not None:
            event.stop()
            self.post_message(self.Taken(self._choices[place].line))
