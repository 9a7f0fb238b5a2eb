"""Half-block pixels: a grid of colours in, strips of ``▀`` out. One cell shows two pixels, one above the other."""

from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Colour = int
"""A colour as 0xRRGGBB."""


class Canvas:
    """A grid of pixels to paint on; whatever falls outside is not painted."""

    def __init__(self, width: int, height: int, colour: Colour = 0) -> None:
        self.width = width
        self.height = height
        self.rows = [[colour] * width for _ in range(height)]

    def fill(self, x: int, y: int, width: int, height: int, colour: Colour) -> None:
        """Paint a rectangle."""
        left, right = max(0, x), min(self.width, x + width)
        if left >= right:
            return
        for row in self.rows[max(0, y) : max(0, y + height)]:
            row[left:right] = [colour] * (right - left)

    def put(self, x: int, y: int, colour: Colour) -> None:
        """Paint one pixel."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self.rows[y][x] = colour

    def strips(self) -> list[Strip]:
        """The picture as terminal lines; equal neighbours share a segment."""
        return [_strip(upper, lower) for upper, lower in zip(self.rows[::2], self.rows[1::2], strict=True)]


def _strip(upper: list[Colour], lower: list[Colour]) -> Strip:
    segments: list[Segment] = []
    start, pair = 0, (upper[0], lower[0])
    for x in range(1, len(upper) + 1):
        here = (upper[x], lower[x]) if x < len(upper) else None
        if here != pair:
            segments.append(Segment("▀" * (x - start), _style(*pair)))
            start, pair = x, here or pair
    return Strip(segments, len(upper))


@lru_cache(maxsize=4096)
def _style(upper: Colour, lower: Colour) -> Style:
    return Style(color=_colour(upper), bgcolor=_colour(lower))


@lru_cache(maxsize=1024)
def _colour(colour: Colour) -> Color:
    return Color.from_rgb(colour >> 16, colour >> 8 & 255, colour & 255)


def shade(colour: Colour, factor: float) -> Colour:
    """A colour made darker (below 1) or lighter (above 1).

    >>> hex(shade(0x808080, 0.5)), hex(shade(0xF0F0F0, 2))
    ('0x404040', '0xffffff')
    """
    red, green, blue = (min(255, int((colour >> shift & 255) * factor)) for shift in (16, 8, 0))
    return red << 16 | green << 8 | blue
