"""Pictures as escape codes, for printing: two pixels to a cell, equal neighbours sharing their codes."""

from collections.abc import Sequence

from game.art.palette import Colour, find_nearest_256, split_channels


def render_ansi(pixels: Sequence[Sequence[Colour]], *, is_256: bool = False) -> str:
    """The pixels as lines of half blocks."""
    lines = []
    for upper, lower in zip(pixels[::2], pixels[1::2], strict=True):
        line, last = [], None
        for pair in zip(upper, lower, strict=True):
            # Codes are nine tenths of the output: repeating them for equal neighbours makes slow terminals flicker.
            if pair != last:
                line.append(_colour_codes(*pair, is_256=is_256))
                last = pair
            line.append("▀")
        lines.append("".join(line) + "\x1b[0m")
    return "\n".join(lines)


def _colour_codes(upper: Colour, lower: Colour, *, is_256: bool) -> str:
    if is_256:
        return f"\x1b[38;5;{find_nearest_256(upper)};48;5;{find_nearest_256(lower)}m"
    first, second = (";".join(map(str, split_channels(colour))) for colour in (upper, lower))
    return f"\x1b[38;2;{first};48;2;{second}m"
