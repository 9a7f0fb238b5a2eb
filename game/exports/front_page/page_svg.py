"""A front page as one picture that any browser shows: text as text, pixels as rectangles, nothing from outside."""

from textwrap import wrap

from game.art.headline import measure_text
from game.exports.front_page.page_model import FrontPage
from game.exports.front_page.page_pixels import INK, break_headline, can_set, render_drawing, render_letters
from game.prose.front_page_words import EMPTY_COLUMN

WIDTH, MARGIN, COLUMN, ROW = 1200, 30, 10, 20
"""Pixels of the page, of its margin, of a letter and of a row."""

PAPER, FAINT, RED, GOLD = "#f5efdf", "#5f5848", "#8f1d24", "#a06d0c"
DRAWING_WIDTH = 540
HEADLINE_SCALES = (18, 14, 10)
MAX_HEADLINE_ROWS = 2
LETTER_HEIGHT = 5
FONT = "JetBrains Mono, DejaVu Sans Mono, Menlo, Consolas, monospace"


class _Sheet:
    """The elements of a picture, from the top of the page down."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.y = MARGIN

    def write(self, text: str, x: int, y: int, style: str = "") -> None:
        """Write one row of text."""
        from xml.sax.saxutils import escape  # Python's XML package loads a web client, which only an export may

        where = f'x="{x}" y="{y}" {style}'.rstrip()
        self.parts.append(f'<text {where} xml:space="preserve">{escape(text)}</text>')

    def write_rows(self, rows: list[str], x: int = MARGIN, style: str = "") -> None:
        """Write rows one under the other."""
        for row in rows:
            self.write(row, x, self.y, style)
            self.y += ROW

    def rule(self, colour: str = FAINT, high: int = 1) -> None:
        """Draw a line across the page."""
        wide = WIDTH - 2 * MARGIN + 20
        place = f'x="{MARGIN - 10}" y="{self.y - 12}"'
        self.parts.append(f'<rect {place} width="{wide}" height="{high}" fill="{colour}"/>')
        self.y += ROW


def render_page_svg(page: FrontPage) -> str:
    """The page as SVG."""
    from xml.sax.saxutils import escape

    sheet = _Sheet()
    _put_head(sheet, page)
    _put_headline(sheet, page)
    _put_columns(sheet, page)
    _put_foot(sheet, page)
    told = " ".join((page.notice, page.version, *(f"{line.text} ({line.full_source})" for line in page.lines)))
    body = "\n".join(sheet.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {sheet.y}" width="{WIDTH}" height="{sheet.y}" '
        f'font-family="{FONT}" font-size="16.6" fill="{INK}" role="img" aria-labelledby="t d">\n'
        f'<title id="t">{escape(f"{page.paper}: {page.headline}")}</title>\n<desc id="d">{escape(told)}</desc>\n'
        f'<rect width="{WIDTH}" height="{sheet.y}" fill="{PAPER}"/>\n{body}\n</svg>\n'
    )


def _put_head(sheet: _Sheet, page: FrontPage) -> None:
    left, middle, right = page.above
    faint = f'fill="{FAINT}"'
    sheet.write(left, MARGIN, sheet.y, faint)
    sheet.write(middle, WIDTH // 2, sheet.y, f'{faint} text-anchor="middle"')
    sheet.write(right, WIDTH - MARGIN, sheet.y, f'{faint} text-anchor="end"')
    sheet.y += ROW
    _put_letters(sheet, page.paper, (10, 7), is_centred=True)
    sheet.rule(GOLD, 3)


def _put_letters(sheet: _Sheet, text: str, scales: tuple[int, ...], *, is_centred: bool) -> None:
    """A text in letters of pixels, as large as it fits; in plain letters where it has signs without pixels."""
    room = WIDTH - 2 * MARGIN
    fitting = [(scale, rows) for scale in scales if _fits(rows := break_headline(text, room // scale), room // scale)]
    if not can_set(text) or not fitting:
        x, anchor = (WIDTH // 2, "middle") if is_centred else (MARGIN, "start")
        for row in wrap(text.upper(), 50):
            sheet.y += 2 * ROW
            sheet.write(row, x, sheet.y, f'font-size="36" font-weight="bold" text-anchor="{anchor}"')
        sheet.y += 2 * ROW
        return
    scale, rows = fitting[0]
    for row in rows:
        x = (WIDTH - measure_text(row, scale)) // 2 if is_centred else MARGIN
        sheet.parts.append(f'<g shape-rendering="crispEdges">{"".join(render_letters(row, x, sheet.y, scale))}</g>')
        sheet.y += (LETTER_HEIGHT + 1) * scale
    sheet.y += ROW


def _fits(rows: list[str], wide: int) -> bool:
    return len(rows) <= MAX_HEADLINE_ROWS and all(measure_text(row) <= wide for row in rows)


def _put_headline(sheet: _Sheet, page: FrontPage) -> None:
    _put_letters(sheet, page.headline, HEADLINE_SCALES, is_centred=False)
    sheet.write(page.place, WIDTH - MARGIN, sheet.y, f'fill="{RED}" font-weight="bold" text-anchor="end"')
    sheet.write(". ".join(filter(None, (page.byline, page.headline_note))), MARGIN, sheet.y, 'font-style="italic"')
    sheet.y += ROW
    sheet.write_rows(wrap(page.deck, (WIDTH - 2 * MARGIN) // COLUMN), style='font-weight="bold"')
    sheet.rule()


def _put_columns(sheet: _Sheet, page: FrontPage) -> None:
    """The drawing on the left, the lines beside it; without a drawing, the lines across the page."""
    top, left = sheet.y, MARGIN
    foot = top
    if page.drawing:
        scale = max(1, min(12, DRAWING_WIDTH // len(page.drawing[0])))
        sheet.parts.append(
            f'<g shape-rendering="crispEdges">{"".join(render_drawing(page.drawing, MARGIN, top - 12, scale))}</g>'
        )
        foot = top + len(page.drawing) * scale + ROW
        sheet.write(page.caption, MARGIN, foot - 12 + ROW // 2, f'fill="{FAINT}" font-style="italic"')
        left = MARGIN + DRAWING_WIDTH + MARGIN
    columns = (WIDTH - MARGIN - left) // COLUMN - 2
    for line in page.lines:
        sheet.parts.append(f'<rect x="{left}" y="{sheet.y - 11}" width="10" height="10" fill="{GOLD}"/>')
        sheet.write_rows(wrap(line.text, columns), left + 20)
        sheet.write_rows(wrap(line.full_source, columns), left + 20, f'fill="{FAINT}" font-style="italic"')
    if not page.lines:
        sheet.write_rows([EMPTY_COLUMN], left, f'fill="{FAINT}"')
    sheet.y = max(sheet.y, foot + ROW)
    sheet.rule()


def _put_foot(sheet: _Sheet, page: FrontPage) -> None:
    for label, text in page.boxes:
        sheet.write(label, MARGIN, sheet.y, f'fill="{RED}" font-weight="bold"')
        sheet.write_rows(wrap(text, (WIDTH - 2 * MARGIN) // COLUMN - 12), MARGIN + 12 * COLUMN)
    sheet.write_rows(wrap(page.notice, (WIDTH - 2 * MARGIN) // COLUMN), style=f'fill="{FAINT}"')
    sheet.y += ROW // 2
