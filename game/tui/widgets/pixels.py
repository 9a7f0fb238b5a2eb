"""Half-block pixels: rows of colours in, strips of ``▀`` out. One cell shows two pixels, one above the other."""

from collections.abc import Sequence
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from game.art.palette import Colour


def pack_pixels(rows: Sequence[Sequence[Colour]]) -> list[Strip]:
    """Pixels as terminal lines; equal neighbours share a segment."""
    return [Strip(pack_row(upper, lower), len(upper)) for upper, lower in zip(rows[::2], rows[1::2], strict=True)]


def pack_row(upper: Sequence[Colour], lower: Sequence[Colour]) -> list[Segment]:
    """One terminal line of pixels."""
    segments: list[Segment] = []
    start, pair = 0, (upper[0], lower[0])
    for x in range(1, len(upper) + 1):
        here = (upper[x], lower[x]) if x < len(upper) else None
        if here != pair:
            segments.append(Segment("▀" * (x - start), _make_style(*pair)))
            start, pair = x, here or pair
    return segments


# A picture has thousands of pairs and few colours: making a style for each cell would take longer than painting.
@lru_cache(maxsize=8192)
def _make_style(upper: Colour, lower: Colour) -> Style:
    return Style(color=_make_colour(upper), bgcolor=_make_colour(lower))


@lru_cache(maxsize=2048)
def _make_colour(colour: Colour) -> Color:
    return Color.from_rgb(colour >> 16, colour >> 8 & 255, colour & 255)
