"""Pixels of a front page as rectangles of an SVG: the drawing, and words in the letters of the title."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from game.art.headline import LETTER_ROWS, SPACE_WIDTH, measure_text
from game.art.palette import Colour

T = TypeVar("T")

INK = "#221c14"


def can_set(text: str) -> bool:
    """Whether there is a letter of pixels for every sign of a text."""
    return all(sign in LETTER_ROWS or sign == " " for sign in text.upper())


def break_headline(text: str, wide: int) -> list[str]:
    """A text in rows of at most so many pixels; a word that is wider has a row of its own."""
    rows: list[str] = []
    for word in text.split():
        if rows and measure_text(f"{rows[-1]} {word}") <= wide:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def render_letters(text: str, x: int, y: int, scale: int) -> Iterator[str]:
    """A text in letters of pixels."""
    at = x
    for sign in text.upper():
        rows = LETTER_ROWS.get(sign)
        for dy, row in enumerate(rows or ()):
            for dot, run in _list_runs(row):
                if dot == "#":
                    yield _render_rect(at + run[0] * scale, y + dy * scale, run[1] * scale, scale, INK)
        at += (len(rows[0]) + 1 if rows else SPACE_WIDTH) * scale


def render_drawing(pixels: Sequence[Sequence[Colour]], x: int, y: int, scale: int) -> Iterator[str]:
    """A drawing, equal neighbours as one rectangle."""
    for dy, row in enumerate(pixels):
        for colour, run in _list_runs(row):
            yield _render_rect(x + run[0] * scale, y + dy * scale, run[1] * scale, scale, f"#{colour:06x}")


def _list_runs(row: Sequence[T]) -> Iterator[tuple[T, tuple[int, int]]]:
    """Equal neighbours of a row: what they are, where they begin and how many there are."""
    at = 0
    for value, same in groupby(row):
        length = sum(1 for _ in same)
        yield value, (at, length)
        at += length


def _render_rect(x: int, y: int, wide: int, high: int, colour: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" fill="{colour}"/>'
