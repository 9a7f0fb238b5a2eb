"""The front page as terminal lines: dark ink on paper, with the drawing and large letters where there is room."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from game.art.canvas import Canvas
from game.art.engraving import set_letters
from game.exports.front_page import FrontPage
from game.exports.front_page.page_model import PageLine
from game.exports.front_page.page_pixels import break_headline, can_set
from game.exports.front_page.page_text import MIN_PAGE_COLUMNS, spread_row, wrap_pieces
from game.prose.front_page_words import EMPTY_COLUMN
from game.tui.widgets.block import Block
from game.tui.widgets.pixels import pack_pixels

PAPER, INK, FAINT, RED, GOLD = 0xF5EFDF, 0x221C14, 0x5F5848, 0x8F1D24, 0x8A5E0A

MIN_WIDE_COLUMNS = 100
"""Columns from which the page has room for the name of the paper in large letters and for whole sources."""

LETTER_ROWS = 6
"""Pixels of a row of large letters, with the space under it."""

MAX_LETTER_LINES = 2

MIN_SOURCE_GAP = 2
"""Spaces between a line and its source in the same row."""


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
        sheet = _Sheet(self._page, max(MIN_PAGE_COLUMNS, width), self.app.has_pixels)  # type: ignore[attr-defined]
        return [row.adjust_cell_length(width, _ink(INK)) for row in sheet.list_rows()]


class _Sheet(NamedTuple):
    """A page and the paper on which it is set."""

    page: FrontPage
    width: int
    has_pixels: bool
    """Whether half blocks can be shown; without them letters are bold and the drawing is in characters."""

    @property
    def inner(self) -> int:
        return self.width - 4

    @property
    def is_wide(self) -> bool:
        return self.width >= MIN_WIDE_COLUMNS

    def list_rows(self) -> Iterator[Strip]:
        page = self.page
        yield self.set(spread_row(*page.above, self.inner), _ink(FAINT))
        yield from self.set_paper()
        yield self.set("━" * self.inner, _ink(GOLD))
        yield from self.set_headline()
        yield from (self.set(row, _ink(RED, "bold")) for row in wrap_pieces(page.place, self.inner))
        yield from self.wrap(". ".join(filter(None, (page.byline, page.headline_note))), _ink(FAINT, "italic"))
        yield from self.wrap(page.deck, _ink(INK, "bold"))
        yield self.set("─" * self.inner, _ink(FAINT))
        yield from self.list_columns()
        yield self.set("─" * self.inner, _ink(FAINT))
        for label, text in page.boxes:
            for place, piece in enumerate(wrap(text, self.inner - 12)):
                head = Segment(f"  {label if not place else '':<12}", _ink(RED, "bold"))
                yield _pad([head, Segment(piece, _ink(INK))], self.width)
        yield from self.wrap(page.notice, _ink(FAINT))

    def set_paper(self) -> Iterator[Strip]:
        """The name of the paper; on a narrow page in one row, so that more of the report is seen at once."""
        name = self.page.paper.upper()
        if self.is_wide and (rows := self.find_letters(name)):
            yield from self.set_letters(rows, is_centred=True)
        else:
            spaced = " ".join(name)
            yield self.set((spaced if len(spaced) <= self.inner else name).center(self.inner), _ink(INK, "bold"))

    def set_headline(self) -> Iterator[Strip]:
        """The headline in large letters; else in bold ones, with a rule under it."""
        if rows := self.find_letters(self.page.headline):
            yield from self.set_letters(rows)
            return
        for row in wrap(self.page.headline.upper(), self.inner):
            yield self.set(row.center(self.inner), _ink(INK, "bold"))
        yield self.set("─" * self.inner, _ink(FAINT))

    def find_letters(self, text: str) -> list[str]:
        """The rows of a text in large letters; none where it has signs without pixels or is too long."""
        rows = break_headline(text, self.width - 6) if self.has_pixels and can_set(text) else []
        return rows if len(rows) <= MAX_LETTER_LINES else []

    def set_letters(self, rows: Sequence[str], *, is_centred: bool = False) -> Iterator[Strip]:
        for row in rows:
            canvas = Canvas(self.width, LETTER_ROWS, PAPER)
            set_letters(canvas, row, INK, is_centred=is_centred)
            yield from pack_pixels(canvas.rows)

    def draw(self) -> list[Strip]:
        """The drawing with its caption; empty where it would leave the lines less than half of the page."""
        page = self.page
        if self.has_pixels:
            drawing = pack_pixels(page.drawing)
        else:
            wide = max(map(len, page.drawing_text), default=0)
            drawing = [_set(row, wide) for row in page.drawing_text]
        if not drawing or (wide := drawing[0].cell_length) > self.width // 2:
            return []
        return [*drawing, *(_set(row, wide, _ink(FAINT, "italic")) for row in wrap(page.caption, wide))]

    def list_columns(self) -> Iterator[Strip]:
        """The lines: beside the drawing as far as it reaches, and under it across the page."""
        drawing = self.draw()
        wide = drawing[0].cell_length + 2 if drawing else 0
        set_rows: list[tuple[list[Segment], bool]] = []
        for line in self.page.lines:
            is_beside = len(set_rows) < len(drawing)
            columns = self.inner - wide if is_beside else self.inner
            set_rows += [(row, is_beside) for row in _list_line_segments(line, columns, is_whole=self.is_wide)]
        set_rows = set_rows or [([Segment(EMPTY_COLUMN, _ink(FAINT))], bool(drawing))]
        for place in range(max(len(drawing), len(set_rows))):
            row, is_beside = set_rows[place] if place < len(set_rows) else ([], True)
            beside = [] if not is_beside or not drawing else _show_beside(drawing, place, wide)
            yield _pad([Segment("  ", _ink(INK)), *beside, *row], self.width)

    def wrap(self, text: str, style: Style) -> Iterator[Strip]:
        yield from (self.set(row, style) for row in wrap(text, self.inner))

    def set(self, text: str, style: Style) -> Strip:
        return _set(f"  {text}", self.width, style)


def _show_beside(drawing: Sequence[Strip], place: int, wide: int) -> list[Segment]:
    """A row of the drawing and the gap after it; only paper under its last row."""
    shown = list(drawing[place]) if place < len(drawing) else []
    used = sum(segment.cell_length for segment in shown)
    return [*shown, Segment(" " * (wide - used), _ink(INK))]


def _list_line_segments(line: PageLine, columns: int, *, is_whole: bool) -> Iterator[list[Segment]]:
    """The rows of one line, and its source: whole in rows of its own, or in few words at the right end."""
    rows = wrap(line.text, columns - 2, break_on_hyphens=False)
    faint = _ink(FAINT, "italic")
    for place, text in enumerate(rows):
        row = [Segment("■ " if not place else "  ", _ink(GOLD)), Segment(text, _ink(INK))]
        room = columns - 2 - len(text) - len(line.source)
        if not is_whole and place == len(rows) - 1 and room >= MIN_SOURCE_GAP:
            row.append(Segment(" " * room + line.source, faint))
        yield row
    if is_whole:
        yield from ([Segment(f"  {text}", faint)] for text in wrap(line.full_source, columns - 2))
    elif columns - 2 - len(rows[-1]) - len(line.source) < MIN_SOURCE_GAP:
        yield from ([Segment(text.rjust(columns), faint)] for text in wrap(line.source, columns - 2))


def _set(text: str, width: int, style: Style | None = None) -> Strip:
    """One row of text on paper."""
    return _pad([Segment(text, style or _ink(INK))], width)


def _pad(segments: Sequence[Segment], width: int) -> Strip:
    used = sum(segment.cell_length for segment in segments)
    return Strip([*segments, Segment(" " * max(0, width - used), _ink(INK))]).adjust_cell_length(width)
