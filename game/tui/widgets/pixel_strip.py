"""A terminal line of pixels that keeps the pixels and no style: a large picture costs little memory.

A segment with its style, its two colours and its escape codes takes half a kilobyte, Textual keeps three of each, and a
picture has a thousand of them.
"""

from array import array
from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.segment import Segment
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter
from textual.strip import Strip

from game.art.palette import Colour
from game.tui.widgets.pixels import pack_row


def wrap_pixels(rows: Sequence[Sequence[Colour]]) -> list[Strip]:
    """Pixels as terminal lines, for a picture that is shown whole and seldom painted."""
    return [PixelStrip(upper, lower) for upper, lower in zip(rows[::2], rows[1::2], strict=True)]


class PixelStrip(Strip):
    """A line of half blocks. Its segments are made when they are asked for, and are not kept."""

    __slots__ = ("_lower", "_upper")

    def __init__(self, upper: Sequence[Colour], lower: Sequence[Colour]) -> None:
        # Four bytes a pixel, where a list of whole numbers takes thirty-six.
        self._upper, self._lower = array("I", upper), array("I", lower)
        super().__init__((), len(upper))

    @property
    def _segments(self) -> list[Segment]:
        """What all that cuts or styles a line reads."""
        return pack_row(self._upper, self._lower)

    @_segments.setter
    def _segments(self, _: list[Segment]) -> None:
        """Nothing to set: the pixels are all there is."""

    def apply_filter(self, filter: LineFilter, background: Color) -> Strip:
        """The line through a filter."""
        # Pixels have true colours only, and this filter replaces others.
        return self if isinstance(filter, ANSIToTruecolor) else super().apply_filter(filter, background)

    def render(self, console: Console) -> str:
        """The line as escape codes, each colour told where it changes."""
        if console.color_system != "truecolor":
            return super().render(console)
        codes, shown = [], (-1, -1)
        for pair, cells in groupby(zip(self._upper, self._lower, strict=True)):
            changed = [
                f"{ground};2;{colour >> 16};{colour >> 8 & 255};{colour & 255}"
                for ground, colour, before in zip((38, 48), pair, shown, strict=True)
                if colour != before
            ]
            codes.append(f"\x1b[{';'.join(changed)}m{'▀' * sum(1 for _ in cells)}")
            shown = pair
        return "".join((*codes, "\x1b[0m"))
