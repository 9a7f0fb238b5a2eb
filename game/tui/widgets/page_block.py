"""The front page as terminal lines: dark ink on paper; with the drawing and large letters where there is room."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from game.art.canvas import Canvas
from game.art.engraving import set_letters
from game.exports.front_page import FrontPage
from game.exports.front_page.page_model import PageLine
from game.exports.front_page.page_pixels import break_headline, can_set
from game.exports.front_page.page_text import render_page_text
from game.prose.front_page_words import EMPTY_COLUMN
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import pack_pixels

PAPER, INK, FAINT, RED, GOLD = 0xF5EFDF, 0x221C14, 0x5F5848, 0x8F1D24, 0x8A5E0A

MIN_WIDE_COLUMNS = 100
"""Columns from which the page has its drawing and large letters; a narrower one is set like the text in a file."""

LETTER_ROWS = 6
"""Pixels of a row of large letters, with the space under it."""

MAX_LETTER_LINES = 2


def _ink(colour: int, more: str = "") -> Style:
    return Style.parse(f"{more} #{colour:06x} on #{PAPER:06x}")


class PageBlock(Block):
    """A front page, as high as it needs to be."""

    def __init__(self, page: FrontPage | None) -> None:
        super().__init__()
        self._page = page

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All its lines at that width."""
        return max(1, len(self.make_strips(width, 0)))

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The terminal lines."""
        if self._page is None:
            return []
        if width < MIN_WIDE_COLUMNS:
            # Without the drawing more lines of the report are seen at once.
            text = render_page_text(self._page, max(1, width), has_cites=False, has_drawing=False)
            return [_set(row, width) for row in text.splitlines()]
        return list(_list_wide_rows(self._page, width))


def _list_wide_rows(page: FrontPage, width: int) -> Iterator[Strip]:
    inner = width - 4
    left, middle, right = page.above
    row = f"{left}{middle.center(inner - len(left) - len(right))}{right}"
    yield _set(f"  {row}", width, _ink(FAINT))
    yield from _set_letters(page.paper, width, is_centred=True)
    yield _set(f"  {'━' * inner}", width, _ink(GOLD))
    yield from _set_letters(page.headline, width)
    yield _set(f"  {page.place}", width, _ink(RED, "bold"))
    yield _set(f"  {' '.join(filter(None, (page.byline, page.headline_note)))}", width, _ink(FAINT, "italic"))
    yield from (_set(f"  {text}", width, _ink(INK, "bold")) for text in wrap(page.deck, inner))
    yield _set(f"  {'─' * inner}", width, _ink(FAINT))
    yield from _list_columns(page, width)
    yield _set(f"  {'─' * inner}", width, _ink(FAINT))
    for label, text in page.boxes:
        for place, piece in enumerate(wrap(text, inner - 12)):
            head = Segment(f"  {label if not place else '':<12}", _ink(RED, "bold"))
            yield _pad([head, Segment(piece, _ink(INK))], width)
    yield from (_set(f"  {text}", width, _ink(FAINT)) for text in wrap(page.notice, inner))


def _list_columns(page: FrontPage, width: int) -> Iterator[Strip]:
    """The drawing on the left, the lines beside it; without a drawing, the lines across the page."""
    drawing = pack_pixels(page.drawing) if page.drawing else []
    wide = len(page.drawing[0]) if drawing else 0
    if wide > width // 2:
        drawing, wide = [], 0
    if drawing:
        drawing.append(_set(page.caption[:wide], wide, _ink(FAINT, "italic")))
    columns = width - wide - 6
    lines = [row for line in page.lines for row in _list_line_segments(line, columns)]
    lines = lines or [[Segment(EMPTY_COLUMN, _ink(FAINT))]]
    blank = Strip([Segment(" " * wide, _ink(INK))], wide)
    for place in range(max(len(drawing), len(lines))):
        picture = drawing[place] if place < len(drawing) else blank
        text = lines[place] if place < len(lines) else []
        yield Strip.join([_set("", 2), picture, _pad([Segment("  ", _ink(INK)), *text], width - wide - 2)])


def _list_line_segments(line: PageLine, columns: int) -> Iterator[list[Segment]]:
    """The rows of one line: its text, then its source."""
    for place, text in enumerate(wrap(line.text, columns - 2)):
        yield [Segment("■ " if not place else "  ", _ink(GOLD)), Segment(text, _ink(INK))]
    for text in wrap(line.full_source, columns - 2):
        yield [Segment(f"  {text}", _ink(FAINT, "italic"))]


def _set_letters(text: str, width: int, *, is_centred: bool = False) -> Iterator[Strip]:
    """A text in large letters; in bold ones where it has signs without pixels or is too long."""
    rows = break_headline(text, width - 6)
    if not can_set(text) or len(rows) > MAX_LETTER_LINES:
        yield from (_set(f"  {row}", width, _ink(INK, "bold")) for row in wrap(text.upper(), width - 4))
        return
    for row in rows:
        canvas = Canvas(width, LETTER_ROWS, PAPER)
        set_letters(canvas, row, INK, is_centred=is_centred)
        yield from pack_pixels(canvas.rows)


def _set(text: str, width: int, style: Style | None = None) -> Strip:
    """One row of text on paper."""
    return _pad([Segment(text, style or _ink(INK))], width)


def _pad(segments: Sequence[Segment], width: int) -> Strip:
    used = sum(segment.cell_length for segment in segments)
    return Strip([*segments, Segment(" " * max(0, width - used), _ink(INK))]).adjust_cell_length(width)
