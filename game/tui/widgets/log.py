"""The log: all typed lines and replies, wrapped to the width, and wrapped again when the window changes.

Textual's own RichLog wraps a line once, when it is written: after a resize it would keep the old width. So this one
keeps the paragraphs and lays them out itself.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import NamedTuple, get_args

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from game.core.characters import strip_controls
from game.prose.lines import Line, Role
from game.tui.messages import Said
from game.tui.widgets.styled_text import link_words

MAX_PARAGRAPH_COLUMNS = 84
"""Columns a paragraph may have; longer lines are tiring on wide screens."""

MARGIN_COLUMNS = 1
"""Columns left free on either side."""


class Gutter(NamedTuple):
    """The signs before the first line of a paragraph and before the others."""

    first: str
    rest: str


GUTTERS = {
    "fact": Gutter("▎ ", "▎   "),
    "numbered": Gutter("  ", "     "),
    "claim": Gutter("✦ ", "  "),
    "differ": Gutter("▎ ", "▎   "),
    "option": Gutter("  ", "     "),
    "right": Gutter("✓ ", "  "),
    "wrong": Gutter("✗ ", "  "),
    "echo": Gutter("› ", "  "),
    "source": Gutter("  ", "  "),
}


MORE_BELOW = "▾ more: Enter"
"""Shown on the last row while there is text below it."""

PARAGRAPH_ROLES = get_args(Role)
"""What a paragraph can be."""


Links = Mapping[str, Mapping[str, str]]
"""Role of a line -> words of its text that can be clicked -> the line each sends."""


class LogParagraph(NamedTuple):
    """One entry of the log."""

    text: str
    role: str
    is_tight: bool
    links: Mapping[str, str]
    """Words of the text that can be clicked -> the line each sends."""


class Log(ScrollView, can_focus=False):
    """A scrolling column of paragraphs, painted line by line."""

    COMPONENT_CLASSES = {f"transcript--{role}" for role in PARAGRAPH_ROLES}  # noqa: RUF012 - Textual's own form

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paragraphs: list[LogParagraph] = []
        self._strips: list[list[Strip]] = []
        self._ends: list[int] = []
        self._width = 0
        self._turn = 0
        """Index of the paragraph with which the latest turn begins."""
        self.is_spaced = True
        """Whether there is a blank line between paragraphs."""

    def add(self, lines: Iterable[Line], links: Links, *, echo: str | None = None) -> None:
        """Show a typed line and its reply: down to the end if it fits, else from its beginning."""
        self._turn = len(self._paragraphs)
        if echo is not None:
            self._append([LogParagraph(strip_controls(echo), "echo", False, {})])
        self._append(
            [
                LogParagraph(strip_controls(line.text), line.role, line.is_tight, links.get(line.role, {}))
                for line in lines
                if line.role != "picture"  # the picture is above the log; F8 shows its words
            ]
        )
        self._show_turn()

    def clear(self) -> None:
        """Forget all of it."""
        self._paragraphs, self._turn = [], 0
        self._reflow()

    def put_before(self, turns: Iterable[tuple[str, Iterable[Line]]]) -> None:
        """Show turns of earlier sessions at the top.

        Their words have no links, because the player was in another room.
        """
        older: list[LogParagraph] = []
        for typed, lines in turns:
            if typed:
                older.append(LogParagraph(strip_controls(typed), "echo", False, {}))
            older += [
                LogParagraph(strip_controls(line.text), line.role, line.is_tight, {})
                for line in lines
                if line.role != "picture"
            ]
        self._paragraphs[:0] = older
        self._turn += len(older)
        self._reflow()
        self._show_turn()

    @property
    def text(self) -> str:
        """All paragraphs as text, one a line."""
        return "\n".join(paragraph.text for paragraph in self._paragraphs)

    @property
    def last_text(self) -> str:
        """The paragraphs of the latest turn, without the line that was typed."""
        return "\n".join(each.text for each in self._paragraphs[self._turn :] if each.role != "echo")

    def render_line(self, y: int) -> Strip:
        """One terminal line of the log."""
        line = y + self.scroll_offset.y
        width = self.size.width
        # The last row and not a scroll bar: readers look at the end of the text, not at the margin.
        if y == self.size.height - 1 and self.has_more:
            more = Content.styled(MORE_BELOW, "$gold").pad_left(max(0, width - len(MORE_BELOW) - 1))
            return Strip(more.render_segments(self.visual_style)).adjust_cell_length(width, self.rich_style)
        if not self._ends or line >= self._ends[-1]:
            return Strip.blank(width, self.rich_style)
        # A long tour has thousands of paragraphs, and this runs for every row that is painted.
        index = bisect_right(self._ends, line)
        start = self._ends[index - 1] if index else 0
        return self._mark_selected(self._strips[index][line - start], line).adjust_cell_length(width, self.rich_style)

    def _mark_selected(self, strip: Strip, line: int) -> Strip:
        """A terminal line with what is selected of it, and for the mouse the places of its characters."""
        span = self.text_selection.get_span(line) if self.text_selection is not None else None
        if span is not None:
            start, end = span
            end = strip.cell_length if end == -1 else end
            style = self.screen.get_component_rich_style("screen--selection")
            # Over the style of the text: under it, the ground of the text would hide what is selected.
            chosen = Strip(Segment.apply_style(strip.crop(start, end), post_style=style))
            strip = Strip.join([strip.crop(0, start), chosen, strip.crop(end, strip.cell_length)])
        return strip.apply_offsets(0, line)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The selected text, without the blanks after it."""
        rows = (strip.text.rstrip() for strips in self._strips for strip in strips)
        return selection.extract("\n".join(rows)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint what is selected."""
        self.refresh()

    def on_mount(self) -> None:
        """After a change of theme, paint again, once the new styles are active."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.call_after_refresh(self._reflow))

    def on_resize(self) -> None:
        """Wrap again, and keep the latest turn in sight."""
        # Most of many quick resizes change only the height; wrapping a long log again would make each of them slow.
        if self.scrollable_content_region.width != self._width:
            self._reflow()
        self._show_turn()

    @property
    def has_more(self) -> bool:
        """Whether there is text below what can be seen."""
        return self.scroll_offset.y < self.max_scroll_y

    def turn_page(self, by: int = 1) -> bool:
        """Scroll by a page. The row under MORE was hidden by it, so it is the first of the next page."""
        self.scroll_relative(y=by * max(1, self.size.height - 1), animate=False)
        return True

    def on_click(self, event: events.Click) -> None:
        """A word that carries a line says it; a click elsewhere turns the page."""
        if line := event.style.meta.get("line"):
            event.stop()
            self.post_message(Said(line))
        elif self.has_more and not self.screen.get_selected_text():
            self.turn_page()

    def set_spacing(self, *, is_spaced: bool) -> None:
        """Leave a blank line between paragraphs, or none."""
        if is_spaced != self.is_spaced:
            self.is_spaced = is_spaced
            self._reflow()

    def _show_turn(self) -> None:
        """Bring the latest turn into sight, from its first line if it is longer than the log."""
        start = self._ends[self._turn - 1] if 0 < self._turn <= len(self._ends) else 0
        start += 0 < self._turn < len(self._paragraphs) and self._has_gap(self._paragraphs[self._turn])
        # At once and without animation, because moving text cannot be read.
        self.scroll_to(y=min(start, self.max_scroll_y), animate=False, immediate=True, force=True)

    def _append(self, paragraphs: list[LogParagraph]) -> None:
        self._paragraphs.extend(paragraphs)
        self._lay_out(paragraphs)
        # Set without a watcher: it would lay the whole screen out anew, and longer text does not move any widget.
        self.set_reactive(Log.virtual_size, self._size_of_text)
        self._scroll_update(self._size_of_text)

    def _reflow(self) -> None:
        self._width = self.scrollable_content_region.width
        self._strips, self._ends = [], []
        self._lay_out(self._paragraphs)
        self.virtual_size = self._size_of_text
        self.refresh()

    def _lay_out(self, paragraphs: list[LogParagraph]) -> None:
        """Wrap some paragraphs and add them to the lines."""
        # Before the first layout there is no width; the resize that brings one lays out everything.
        if not self._width:
            return
        width = min(MAX_PARAGRAPH_COLUMNS, self._width - 2 * MARGIN_COLUMNS)
        for paragraph in paragraphs:
            self._strips.append(self._wrap(paragraph, max(8, width), is_first=not self._strips))
        start = len(self._ends)
        bottom = self._ends[-1] if self._ends else 0
        self._ends.extend(accumulate((len(strips) for strips in self._strips[start:]), initial=bottom))
        del self._ends[start]

    @property
    def _size_of_text(self) -> Size:
        return Size(self._width, self._ends[-1] if self._ends else 0)

    def _wrap(self, paragraph: LogParagraph, width: int, *, is_first: bool) -> list[Strip]:
        gutter = GUTTERS.get(paragraph.role, Gutter("", ""))
        style = self.get_visual_style(f"transcript--{paragraph.role}")
        bar = self.get_visual_style("transcript--fact").rich_style if paragraph.role == "claim" else style.rich_style
        content = Content(paragraph.text, spans=link_words(paragraph.text, paragraph.links))
        text = Visual.to_strips(self, content, width - len(gutter.first), None, style, apply_selection=False)
        margin = Segment(" " * MARGIN_COLUMNS, self.rich_style)
        marks = [gutter.first, *([gutter.rest] * (len(text) - 1))]
        strips = [Strip([margin, Segment(mark, bar), *strip]) for mark, strip in zip(marks, text, strict=True)]
        if self._has_gap(paragraph) and not is_first:
            strips.insert(0, Strip.blank(width, self.rich_style))
        return strips

    def _has_gap(self, paragraph: LogParagraph) -> bool:
        if paragraph.is_tight:
            return False
        return self.is_spaced or paragraph.role == "echo"
