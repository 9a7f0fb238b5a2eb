"""The yellow line: badge, title, and the journey's progress as a bright part and a dim one."""

from typing import TYPE_CHECKING, cast

from textual.content import Content

from game.tui.widgets.block import Block

if TYPE_CHECKING:
    from game.tui.base_app import StyledApp

MIN_DESTINATION_COLUMNS = 104
"""From this number of columns on, the line has room for the destination."""


class Ruler(Block):
    """One row: ━━ 07  Pink-leather lounge ━━━━──── ✦ 12/48 ── 06:40 ──."""

    def __init__(self, badge: str = "", title: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._badge = badge
        self.title = title
        """What the screen is called, on the line and in the title of the window."""
        self._progress = 1.0
        self._ends: tuple[tuple[str, str], ...] = ()

    def show(self, badge: str, title: str, progress: float, ends: tuple[tuple[str, str], ...]) -> None:
        """Show a place.

        Args:
            badge: The number of the room, or a word in capitals.
            title: Its name.
            progress: How much of the journey is done, 0 to 1.
            ends: The texts at the right with their styles, the least important last.
        """
        is_renamed = title != self.title
        self._badge, self.title, self._progress, self._ends = badge, title, progress, ends
        self.repaint()
        if is_renamed:
            cast("StyledApp", self.app).name_window()

    def make_rows(self, width: int) -> list[Content]:
        """The line, as wide as the screen."""
        start = [("━━", "$line")]
        start.append((f" {self._badge} ", "bold $ink on $badge") if self._badge else ("", ""))
        start.append((f" {self.title} ", "bold $gold"))
        left = Content.assemble(*start)
        # The title must not be cut: the texts at the right are left out first.
        ends = list(self._ends if width >= MIN_DESTINATION_COLUMNS else self._ends[:2])
        right = Content.assemble(
            *(part for text, style in ends for part in ((f" {text} ", style), ("──", "$line-todo")))
        )
        free = max(0, width - left.cell_length - right.cell_length)
        done = round(free * min(1.0, max(0.0, self._progress)))
        middle = Content.assemble(("━" * done, "$line"), ("─" * (free - done), "$line-todo"))
        return [Content("").join([left, middle, right]).truncate(width)]
