"""The chips: on a narrow screen, one row with the exits and the visible things."""

from textual.content import Content

from game.app.view import View, choose_arrow, list_one_exit_a_room
from game.prose.lines import number_room
from game.tui.widgets.styled_text import make_clickable
from game.tui.widgets.view_block import ViewBlock


class Chips(ViewBlock):
    """Clickable exits and things in a row."""

    def make_view_rows(self, view: View, width: int) -> list[Content]:
        """One row; things that do not fit are only in the text."""
        row = Content.styled("Go ", "$muted")
        # The way on is in the corner that the eye finds first, because players use it most.
        for way in reversed(list_one_exit_a_room(view.exits)):
            row += Content.assemble(
                (f"{choose_arrow(way)} ", "$gold"), make_clickable(number_room(way.room), way.direction), "  "
            )
        if row.cell_length > width:
            return [row.truncate(width)]
        row = _fit_parts(
            row, " See ", [make_clickable(s.name, f"examine {s.name}") for s in view.sights if not s.is_fixture], width
        )
        return [row]


def _fit_parts(row: Content, head: str, parts: list[Content], width: int) -> Content:
    """A row with as many of the parts as fit."""
    gap = Content.styled(head, "$muted")
    for part in parts:
        if row.cell_length + gap.cell_length + part.cell_length > width:
            break
        row = row + gap + part
        gap = Content.styled(" · ", "$muted")
    return row
