"""A widget of fixed size that paints lines made for its width: no children, no layout, cached until it changes.

Panels made of many small widgets need a layout at every turn. One widget that paints rows needs none, and a test can
read its text without a screen.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile, zip_longest

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from game.tui.messages import Said


class Block(Widget, can_focus=False):
    """Base of the panels. A click on a word with a line sends this line."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strips: list[Strip] | None = None
        self._strips_size = Size(0, 0)

    def make_rows(self, width: int) -> list[Content]:
        """The paragraphs to show at that width."""
        raise NotImplementedError

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The terminal lines; paragraphs wrap."""
        style = self.visual_style
        # A very narrow terminal leaves no columns for a panel, and text cannot be wrapped to width 0.
        return [
            strip
            for row in self.make_rows(max(1, width))
            for strip in Visual.to_strips(self, row, width, None, style, apply_selection=False, pad=True)
        ]

    def render_line(self, y: int) -> Strip:
        """One terminal line of the block."""
        width, height = self.size
        # Textual asks for single rows, but the rows of a picture or of wrapped text can only be made together.
        if self._strips is None:
            self._strips, self._strips_size = self.make_strips(width, height), self.size
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(width, self.rich_style)

    def repaint(self) -> None:
        """Paint again what has changed of the content, and only that."""
        width, height = self.size
        before, self._strips = self._strips, None
        if before is None or not width or not height:
            self.refresh()
            return
        # A terminal far away gets each byte late, and most turns change few rows of few panels.
        self._strips, self._strips_size = self.make_strips(width, height), self.size
        if changed := find_changed_regions(before, self._strips, width):
            self.refresh(*changed)

    def on_resize(self) -> None:
        """Make the lines again for the new size."""
        # The news of a size comes after the lines have been painted in it, and a title takes as long as a turn may.
        if self._strips is None or self._strips_size != self.size:
            self._strips = None
            self.refresh()

    def on_mount(self) -> None:
        """Paint anew with the colours of another theme."""
        # After the refresh: when the signal comes, the style sheet still holds the old colours.
        self.app.theme_changed_signal.subscribe(self, lambda _: self.call_after_refresh(self.repaint))

    async def on_click(self, event: events.Click) -> None:
        """A click on a word with a line sends the line."""
        if line := event.style.meta.get("line"):
            event.stop()
            self.post_message(Said(line))


def find_changed_regions(before: Sequence[Strip], after: Sequence[Strip], width: int) -> list[Region]:
    """Where two lists of terminal lines differ: for each line one region, from the first change to the last."""
    return [
        Region(left, y, right - left, 1)
        for y, (old, new) in enumerate(zip_longest(before, after))
        for left, right in [_find_change(old, new, width)]
        if left < right
    ]


def _find_change(old: Strip | None, new: Strip | None, width: int) -> tuple[int, int]:
    """The columns between which two lines differ; an empty range where they do not."""
    if old is None or new is None or old.cell_length != new.cell_length:
        return 0, width
    left, right = _count_equal(old, new), _count_equal(list(old)[::-1], list(new)[::-1])
    return left, max(left, new.cell_length - right)


def _count_equal(old: Iterable[Segment], new: Iterable[Segment]) -> int:
    """Columns of the segments at the beginning that are equal."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    return sum(segment.cell_length for segment, _ in pairs)
