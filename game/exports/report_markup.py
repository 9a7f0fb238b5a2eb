"""The markup of the report of a class: tables, bars, headings, and the one place where its texts are escaped.

It is a module of its own, so that the escaping can be checked in one place.
"""

from collections.abc import Iterable, Sequence
from html import escape

from game.core.characters import show_unsafe
from game.prose.report_labels import render_score_list


class RawMarkup(str):
    """Markup of our own, which a cell must not escape."""

    __slots__ = ()


def render_table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """A table; texts are escaped, markup of our own is not."""
    top = f"<tr>{''.join(map(_render_head, head))}</tr>" if head else ""
    body = "".join(f"<tr>{''.join(map(_render_cell, row))}</tr>" for row in rows)
    return f'<table class="{kind}">{top}{body}</table>'


def _render_head(text: str) -> str:
    # A head without a word is read out as an empty head by screen readers.
    return f'<th scope="col">{escape_html(text)}</th>' if text else "<td></td>"


def _render_cell(text: str) -> str:
    return f"<td>{text if isinstance(text, RawMarkup) else escape_html(text)}</td>"


def draw_bar(share: float) -> RawMarkup:
    """A bar for a share from 0 to 1, framed, so that it can be read in black and white."""
    width = 60 * share
    bar, frame = f'<rect width="{width:.1f}" height="9"/>', '<rect class="frame" width="60" height="9"/>'
    return RawMarkup(f'<svg viewBox="0 0 60 9" class="bar">{bar}{frame}</svg>')


def draw_histogram(scores: Sequence[float]) -> str:
    """How many reached each tenth of the marks, as a picture that needs no colour to be read."""
    bins = [0] * 10
    for score in scores:
        # A little is added: a sum of part marks may come out just below the tenth that it has reached.
        bins[min(9, int(score * 10 + 1e-9))] += 1
    most = max(bins) or 1
    bars = []
    for place, number in enumerate(bins):
        height, x = 90 * number / most, 30 + place * 44
        bars.append(f'<rect x="{x}" y="{104 - height:.1f}" width="38" height="{height:.1f}"/>')
        bars.append(f'<text x="{x + 19}" y="{100 - height:.1f}">{number or ""}</text>')
        bars.append(f'<text x="{x + 19}" y="120">{place * 10}–{place * 10 + 10}</text>')
    return (
        f'<svg viewBox="0 0 480 128" role="img" aria-label="{render_score_list(bins)}" class="plot">'
        f'{"".join(bars)}<line x1="26" y1="104" x2="474" y2="104"/></svg>'
    )


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
