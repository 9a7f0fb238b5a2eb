"""The markup of the report of a class: tables, bars, headings, and the one place where its texts are escaped.

It is a module of its own, so that the escaping can be checked in one place.
"""

from collections.abc import Iterable, Sequence
from html import escape

from game.core.characters import show_unsafe


class RawMarkup(str):
    """Markup of our own, which a cell must not escape."""

    __slots__ = ()


def render_table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """A table; texts are escaped, markup of our own is not."""
    top = f"<tr>{''.join(f'<th>{escape_html(cell)}</th>' for cell in head)}</tr>" if head else ""
    body = "".join(f"<tr>{''.join(map(_render_cell, row))}</tr>" for row in rows)
    return f'<table class="{kind}">{top}{body}</table>'


def _render_cell(text: str) -> str:
    return f"<td>{text if isinstance(text, RawMarkup) else escape_html(text)}</td>"


def draw_bar(share: float) -> RawMarkup:
    """A bar for a share from 0 to 1, framed, so that it can be read in black and white."""
    width = 60 * share
    bar, frame = f'<rect width="{width:.1f}" height="9"/>', '<rect class="frame" width="60" height="9"/>'
    return RawMarkup(f'<svg viewBox="0 0 60 9" class="bar">{bar}{frame}</svg>')


MAX_STEM_LENGTH = 90
"""Characters of a stem in a table: about two lines."""


def name_item(stem: str, item_id: str) -> RawMarkup:
    """A question by its stem, which a teacher knows, and its id."""
    line = " ".join(stem.split())
    short = line if len(line) <= MAX_STEM_LENGTH else f"{line[:MAX_STEM_LENGTH].rstrip()}…"
    return RawMarkup(f"{escape_html(short)} <code>{escape_html(item_id)}</code>")


def explain_answer(answer: str, because: str) -> str:
    """An answer, and under it what those who gave it have mixed up."""
    return RawMarkup(f"{escape_html(answer)}<small>{escape_html(because)}</small>") if because else answer


def render_heading(text: str) -> str:
    """A heading of the second level."""
    return f"<h2>{escape_html(text)}</h2>"


def render_paragraph(text: str) -> str:
    """A paragraph."""
    return f"<p>{escape_html(text)}</p>"


def render_note(text: str) -> str:
    """A paragraph that qualifies the figures."""
    return f'<p class="note">{escape_html(text)}</p>'


def escape_html(text: str) -> str:
    """A text as HTML, with its unsafe characters made visible."""
    # A bidirectional override in an answer would reverse the rest of the row, including the number beside it.
    return escape(show_unsafe(text), quote=True)
