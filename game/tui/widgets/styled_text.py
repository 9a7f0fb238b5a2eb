"""Pieces of styled text. Brackets in a pack or in a typed line are shown as text and never read as markup."""

import re
from collections.abc import Mapping
from functools import lru_cache

from textual.content import Content, Span
from textual.style import Style

from game.tui.no_colour import is_colourless


def find_link_style() -> str:
    """The style of words that can be clicked: their colour, or a line under them where there is no colour."""
    return "underline" if is_colourless() else "$link"


def make_clickable(text: str, line: str) -> Content:
    """Words that send a line when clicked."""
    style = find_link_style()
    return Content(text, spans=[Span(0, len(text), style), Span(0, len(text), _make_meta(line))])


def centre_line(text: Content, width: int) -> Content:
    """A line in the middle of a width."""
    return text.pad_left(max(0, width - text.cell_length) // 2)


def link_words(text: str, lines: Mapping[str, str]) -> list[Span]:
    """Find the keys of a mapping in a text, as spans that send the mapped line when clicked."""
    if not lines:
        return []
    style = find_link_style()
    spans: list[Span] = []
    taken: set[str] = set()
    for match in _compile_pattern(tuple(lines)).finditer(text):
        key = match.group().casefold()
        # Each name once in a paragraph: a text with too many links is hard to read.
        if key in taken:
            continue
        taken.add(key)
        spans.append(Span(match.start(), match.end(), style))
        spans.append(Span(match.start(), match.end(), _make_meta(lines[key])))
    return spans


def _make_meta(line: str) -> Style:
    return Style.from_meta({"line": line})


@lru_cache(maxsize=64)
def _compile_pattern(keys: tuple[str, ...]) -> re.Pattern[str]:
    # Otherwise "press" would be found in "press board", and the longer name never.
    longest_first = sorted(keys, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
