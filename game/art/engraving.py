"""Engravings for a printed page: sprites side by side in the browns of old paper, on a gold line; plain letters."""

from collections.abc import Sequence

from game.art.canvas import Canvas
from game.art.headline import LETTER_ROWS, SPACE_WIDTH, measure_text
from game.art.palette import Colour, split_channels
from game.art.sprites import Sprite

PAPER: Colour = 0xE2D8BC
BROWNS: tuple[Colour, ...] = (0x221C14, 0x4A4032, 0x6E6350, 0x958A72, 0xBDB294, 0xF5EFDF)
"""From the darkest to the lightest."""

LINE: Colour = 0xD6A51C
GAP = 4
"""Pixels between two sprites, and around all of them."""


def draw_engraving(sprites: Sequence[Sprite]) -> list[list[Colour]]:
    """Sprites side by side, standing on a line; an even number of rows, or none without sprites."""
    if not sprites:
        return []
    width = GAP + sum(sprite.width + GAP for sprite in sprites)
    height = max(sprite.height for sprite in sprites)
    rows = [[PAPER] * width for _ in range(height + GAP // 2)]
    left = GAP
    for sprite in sprites:
        top = len(rows) - sprite.height
        for y, row in enumerate(sprite.rows):
            for x, ink in enumerate(row):
                if ink is not None:
                    rows[top + y][left + x] = _engrave(ink.colour)
        left += sprite.width + GAP
    rows += [[LINE] * width, [BROWNS[0]] * width]
    return rows if len(rows) % 2 == 0 else [[PAPER] * width, *rows]


def _engrave(colour: Colour) -> Colour:
    """The brown that is as light as a colour."""
    red, green, blue = split_channels(colour)
    lightness = (299 * red + 587 * green + 114 * blue) / 255000
    return BROWNS[min(len(BROWNS) - 1, int(lightness * len(BROWNS)))]


MARGIN = 3
"""Pixels before the first letter of a row."""


def set_letters(canvas: Canvas, text: str, colour: Colour, *, is_centred: bool = False) -> None:
    """Write a text in plain capitals of one colour; what has no letter is a space."""
    at = (canvas.width - measure_text(text)) // 2 if is_centred else MARGIN
    for sign in text.upper():
        rows = LETTER_ROWS.get(sign)
        for y, row in enumerate(rows or ()):
            for x, dot in enumerate(row):
                if dot == "#":
                    canvas.put(at + x, y, colour)
        at += len(rows[0]) + 1 if rows else SPACE_WIDTH


def write_engraving(sprites: Sequence[Sprite]) -> tuple[str, ...]:
    """The same in characters: sprites side by side, standing on one line."""
    height = max((len(sprite.text) for sprite in sprites), default=0)
    rows = [""] * height
    for sprite in sprites:
        wide = max(map(len, sprite.text), default=0)
        shown = [*[""] * (height - len(sprite.text)), *sprite.text]
        rows = [f"{row}{text.replace('`', ' '):<{wide}}   " for row, text in zip(rows, shown, strict=True)]
    return tuple(row.rstrip() for row in rows)
