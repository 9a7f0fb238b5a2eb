"""Pictures of the title and the end: a scene under a higher sky with a headline in it, or the headline alone."""

from collections.abc import Mapping
from typing import Literal

from game.art.canvas import Canvas
from game.art.headline import LETTER_ROWS, measure_text, write_headline
from game.art.landscape import LANDS
from game.art.palette import Colour, find_colour_of_256
from game.art.picture import Depth, double_rows, paint_picture
from game.art.picture_size import Size
from game.art.scenes import Scene
from game.art.sprites import Sprite

SCENE_ROWS = 14
"""Terminal rows of a whole scene."""

MIN_LARGE_ROWS, MIN_LARGE_COLUMNS = 2 * SCENE_ROWS, 100
"""From which a scene is shown at twice its size here."""


def draw_cover(  # noqa: PLR0913 - what a cover depends on
    scene: Scene,
    sprites: Mapping[str, Sprite],
    width: int,
    rows: int,
    headline: str,
    hour: Literal["night", "day"],
    *,
    depth: Depth = "truecolour",
) -> Canvas:
    """A scene at the foot of a picture, its sky drawn on to the top, and a headline.

    Args:
        scene: What to draw.
        sprites: Every sprite by its name.
        width: Columns.
        rows: Terminal rows, at least 8.
        headline: What ``can_write`` says can be written.
        hour: Decides the light.
        depth: Lit pixels, or flat colours of the 256-colour cube.
    """
    scale = 2 if rows >= MIN_LARGE_ROWS and width >= MIN_LARGE_COLUMNS else 1
    size = Size(-(-width // scale), min(SCENE_ROWS, rows))
    pixels = paint_picture(scene, sprites, size, hour, depth=depth, enters="").pixels
    pixels = [row[:width] for row in double_rows(pixels)] if scale == 2 else pixels
    sky = LANDS[hour].top
    canvas = Canvas(width, rows * 2, find_colour_of_256(sky.twin) if depth == "256" else sky.colour)
    above = rows * 2 - len(pixels)
    canvas.rows[above:] = [list(row) for row in pixels]
    if hour == "night":
        _put_stars(canvas, above)
    large = 2 if width >= measure_text(headline, 2) + 16 and rows >= MIN_LARGE_ROWS else 1
    top = max(1, (above - 5 * large) // 2) if above >= 5 * large + 2 else 1
    left = (width - measure_text(headline, large)) // 2
    if above < 5 * large + 2:
        # No sky is left over the scene: the headline stands on a board, as the name of a station does.
        _put_board(canvas, left, top, measure_text(headline, large), 5 * large, is_256=depth == "256")
    write_headline(canvas, left, top, headline, large, is_256=depth == "256")
    return canvas


def draw_headline(width: int, rows: int, headline: str, ground: Colour, *, is_256: bool = False) -> Canvas:
    """A headline alone, in the middle."""
    canvas = Canvas(width, rows * 2, ground)
    scale = 2 if width >= measure_text(headline, 2) + 16 else 1
    left = (width - measure_text(headline, scale)) // 2
    write_headline(canvas, left, rows - 3 * scale, headline, scale, is_256=is_256)
    return canvas


def can_write(headline: str, width: int) -> bool:
    """Whether a headline has room, and every letter of it is drawn.

    >>> can_write("Skarholm Light", 80), can_write("Skarholm Light", 40), can_write("Łódź", 80)
    (True, False, False)
    """
    is_drawn = all(letter in LETTER_ROWS or letter == " " for letter in headline.upper())
    return is_drawn and measure_text(headline) + 4 <= width


def _put_board(canvas: Canvas, x: int, y: int, width: int, height: int, *, is_256: bool) -> None:
    """A dark board with a light edge around a place."""
    edge, ground = (0xAF8700, 0x262626) if is_256 else (0xB07D14, 0x20242C)
    canvas.fill(x - 4, y - 1, width + 9, height + 3, edge)
    canvas.fill(x - 3, y, width + 7, height + 1, ground)


def _put_stars(canvas: Canvas, height: int) -> None:
    for x in range(canvas.width):
        if height > 2 and (x * 37 + 11) % 13 == 0:
            canvas.put(x, (x * 29 + x * x // 3) % (height - 1), 0x9BA6B3)
