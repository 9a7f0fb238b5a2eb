"""Lines as elements: the one place that decides by a line's role how a page shows it. The words stay as they are."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from game.core.characters import strip_controls
from game.exports.report_markup import RawMarkup, escape_html
from game.prose.lines import Line, Role
from game.web.pages.elements import make

IN_LISTS: frozenset[Role] = frozenset({"claim", "numbered", "option"})
"""Roles of which several in a row are one list."""

IN_ROWS: frozenset[Role] = frozenset({"ticket"})
"""Roles whose columns must stay under each other."""

TAGS: dict[Role, str] = {"title": "h2", "headline": "h2", "heading": "h2"}
"""Role -> its element, where that is no paragraph. One level, because a reply may begin with any of them."""


def render_lines(lines: Iterable[Line]) -> RawMarkup:
    """Lines one after the other."""
    return RawMarkup(
        "".join(_render_group(role, list(group)) for role, group in groupby(lines, lambda each: each.role))
    )


def _render_group(role: Role, lines: list[Line]) -> str:
    if role in IN_LISTS:
        return make("ul", (make("li", strip_controls(line.text)) for line in lines), kind=role)
    if role in IN_ROWS:
        # Row by row: inside a text, a break of a line is a sign that is shown.
        rows = RawMarkup("\n".join(escape_html(line.text.expandtabs()) for line in lines))
        return make("pre", rows, kind=role)
    return "".join(_render_paragraphs(role, lines))


def _render_paragraphs(role: Role, lines: list[Line]) -> Iterator[str]:
    for line in lines:
        kind = f"{role} tight" if line.is_tight else role
        yield make(TAGS.get(role, "p"), strip_controls(line.text), kind=kind)
