"""Filters for every line on its way to the terminal."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from game.prose.transliterate import transliterate


class Ascii(LineFilter):
    """Every character in ASCII, one for one, so that no layout changes."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with their text transliterated."""
        # A filter at the end, because the words on the screen come from packs, prose, widgets and Textual itself.
        return [
            segment if segment.text.isascii() else Segment(transliterate(segment.text), segment.style, segment.control)
            for segment in segments
        ]
