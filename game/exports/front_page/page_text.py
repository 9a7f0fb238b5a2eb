"""A front page in characters: for line mode, for a file, and as the twin of the screen."""

from collections.abc import Iterator
from textwrap import wrap

from game.exports.front_page.page_model import FrontPage, PageLine
from game.prose.front_page_words import EMPTY_COLUMN

PAGE_COLUMNS = 80
"""Columns of the smallest screen that shows the whole game."""

MIN_PAGE_COLUMNS = 40


def render_page_text(page: FrontPage, columns: int = PAGE_COLUMNS, *, has_cites: bool = True) -> str:
    """The page as text, each row at most so many columns wide.

    Args:
        page: What stands on it.
        columns: The width.
        has_cites: Whether article and paragraph stand under each line.
    """
    wide = max(MIN_PAGE_COLUMNS, columns)
    return "\n".join(row.rstrip() for row in _list_rows(page, wide, has_cites=has_cites)) + "\n"


def _list_rows(page: FrontPage, wide: int, *, has_cites: bool) -> Iterator[str]:
    left, middle, right = page.above
    yield spread_row(left, middle, right, wide)
    yield " ".join(page.paper.upper()).center(wide) if 2 * len(page.paper) < wide else page.paper.upper().center(wide)
    yield "━" * wide
    yield from (row.center(wide) for row in wrap(page.headline.upper(), wide - 4))
    if page.headline_note:
        yield page.headline_note.center(wide)
    yield page.byline.center(wide)
    yield "─" * wide
    if page.deck:
        yield from (f" {row}" for row in wrap(page.deck, wide - 2))
        yield ""
    yield from page.drawing_text
    if page.drawing_text:
        yield page.caption
        yield ""
    for line in page.lines:
        yield from _list_line_rows(line, wide, has_cites=has_cites)
    if not page.lines:
        yield EMPTY_COLUMN.center(wide)
    yield "─" * wide
    for label, text in page.boxes:
        yield from wrap(f"{label}  {text}", wide - 2, initial_indent=" ", subsequent_indent=" " * 4)
    yield from (f" {row}" for row in wrap_pieces(page.place, wide - 3))
    yield from wrap(page.notice, wide - 2, initial_indent=" ", subsequent_indent=" ")


def wrap_pieces(text: str, wide: int) -> list[str]:
    """A row of pieces with dots between them, broken at dots alone: TRUST 3 OF 3 stays together.

    >>> wrap_pieces("INSIDE PAGE · 5 of 6 lines stand · trust 3 of 3", 40)
    ['INSIDE PAGE · 5 of 6 lines stand', 'trust 3 of 3']
    """
    rows: list[str] = []
    for piece in text.split(" · "):
        if rows and len(rows[-1]) + len(piece) + 3 <= wide:
            rows[-1] += f" · {piece}"
        else:
            rows.append(piece)
    return rows


def spread_row(left: str, middle: str, right: str, wide: int) -> str:
    """Three texts in one row; the middle one is left out where there is no room."""
    side = max(len(left), len(right)) + 1
    room = wide - 2 * side
    if len(middle) > room:
        return left + right.rjust(wide - len(left))
    return left.ljust(side) + middle.center(room) + right.rjust(side)


def _list_line_rows(line: PageLine, wide: int, *, has_cites: bool) -> Iterator[str]:
    """A line, its source at the right end of its last row or of a row of its own."""
    rows = wrap(f"■ {line.text}", wide - 2, initial_indent=" ", subsequent_indent="   ", break_on_hyphens=False)
    if has_cites:
        yield from rows
        yield from wrap(line.full_source, wide - 2, initial_indent="   ", subsequent_indent="   ")
        return
    room = wide - 1 - len(rows[-1]) - len(line.source)
    if room >= 2:
        rows[-1] += " " * room + line.source
    else:
        rows.append(line.source.rjust(wide - 1))
    yield from rows
