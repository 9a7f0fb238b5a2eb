"""A short menu in one column: a digit, a name, what it does. The chosen entry has a sign as well as a colour."""

from typing import NamedTuple

from textual import events
from textual.content import Content, Span
from textual.geometry import Size
from textual.message import Message
from textual.style import Style

from game.tui.widgets.block import Block

MAX_MENU_COLUMNS = 66
"""A wider menu would tear a name from its explanation."""

NAME_COLUMNS = 14


class MenuEntry(NamedTuple):
    """One entry."""

    name: str
    text: str
    action: str
    """Textual action that it runs."""


class Choose(Message):
    """An entry was clicked."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class Menu(Block):
    """The entries one under the other, in the middle of the width."""

    def __init__(self, entries: tuple[MenuEntry, ...]) -> None:
        super().__init__(id="menu")
        self.entries = entries
        self.place = 0
        """Index of the chosen entry."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row an entry."""
        return len(self.entries)

    def make_rows(self, width: int) -> list[Content]:
        """A row for each entry, all of one width."""
        wide = max(1, min(MAX_MENU_COLUMNS, width - 2))
        left = (width - wide) // 2
        rows = []
        for place, entry in enumerate(self.entries):
            is_chosen = place == self.place
            text = f" {'›' if is_chosen else ' '} {place + 1}  {entry.name:<{NAME_COLUMNS}} "
            row = Content.assemble((text[:3], "bold $gold"), (text[3:6], "$gold"), (text[6:], "bold $foreground"))
            # On the colour of the chosen row, muted text would have too little contrast.
            row += Content.styled(entry.text, "$foreground" if is_chosen else "$muted")
            row = row.truncate(wide, ellipsis=True)
            row = row.pad_right(max(0, wide - row.cell_length))
            spans = [Span(0, wide, Style.from_meta({"action": entry.action}))]
            if is_chosen:
                # Without colours the chosen row is told by its sign and by reversed letters.
                spans.append(Span(0, wide, "reverse" if self.app.native_ansi_color else "on $selected"))
            rows.append(row.add_spans(spans).pad_left(left))
        return rows

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the entry that was clicked."""
        if action := event.style.meta.get("action"):
            event.stop()
            self.post_message(Choose(action))
