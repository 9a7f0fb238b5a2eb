"""Draws the train in its landscape, for the title and the end. Stars and hills are the same on every machine."""

from collections.abc import Sequence

from game.art.canvas import Canvas
from game.art.headline import measure_text, write_headline
from game.art.palette import Colour, split_channels
from game.art.train import PITCHES, Car, TrainPalette, draw_train

SKY_COLOURS: dict[str, tuple[Colour, Colour, Colour, Colour, Colour]] = {
    "night": (0x0A1430, 0x27406E, 0x213763, 0x14243F, 0x0A1420),
    "day": (0x5B9BD0, 0xD6ECF5, 0x8DB3BD, 0x6B9A63, 0x3F6B3A),
}
"""Sky above and at the horizon; hills far, in the middle, near."""

SNOW_COLOUR: Colour = 0x6C7EA3
STAR_COLOURS: tuple[Colour, ...] = (0x6C7786, 0x9BA6B3, 0xCED6DD)
MIN_VISTA_ROWS = 8
"""Terminal rows below which there is no room for a landscape."""


def _strip_rows(rows: int) -> int:
    """Terminal rows that the train takes in a picture of so many."""
    return 6 if rows >= 16 else 4


def draw_vista(width: int, rows: int, headline: str, cars: Sequence[Car], sky: str, palette: TrainPalette) -> Canvas:
    """A landscape with the train at its foot and a headline in the sky.

    Args:
        width: Columns.
        rows: Terminal rows, at least MIN_VISTA_ROWS.
        headline: In capitals, digits and spaces.
        cars: The train; its middle is shown.
        sky: Which of SKY_COLOURS.
        palette: The train's colours.
    """
    canvas = Canvas(width, rows * 2)
    strip = _strip_rows(rows)
    foot = rows * 2 - 2 * strip
    _draw_sky(canvas, foot, sky)
    _draw_hills(canvas, foot, sky)
    here = len(cars) - 1 - (width / 2 - PITCHES[strip] * 0.9) / PITCHES[strip]
    # The train is drawn with its own sky, and only what is train is copied: draw_train knows nothing of landscapes.
    train = draw_train(cars, here, width, strip, palette)
    for y, row in enumerate(train.rows[1:], start=1):
        for x, colour in enumerate(row):
            if colour not in (*palette.sky, palette.star, palette.hills):
                canvas.put(x, foot + y, colour)
    scale = 2 if width >= measure_text(headline, 2) + 16 and foot >= 22 else 1
    write_headline(canvas, (width - measure_text(headline, scale)) // 2, max(1, foot // 3 - 2 * scale), headline, scale)
    return canvas


def _draw_sky(canvas: Canvas, foot: int, sky: str) -> None:
    top, horizon, *_ = SKY_COLOURS[sky]
    for y in range(canvas.height):
        canvas.fill(0, y, canvas.width, 1, _blend(top, horizon, min(1.0, y / max(1, foot))))
    for x in range(canvas.width if sky == "night" else 0):
        if (x * 37 + 11) % 7 == 0:
            canvas.put(x, (x * 29 + x * x // 3) % max(1, foot - 4), STAR_COLOURS[x % 3])


def _draw_hills(canvas: Canvas, foot: int, sky: str) -> None:
    _, _, far, mid, near = SKY_COLOURS[sky]
    for x in range(canvas.width):
        high = _slope_height(x + 13, 58, foot // 2) + _slope_height(x, 17, 3) - 2
        crest = foot + 4 - high
        canvas.fill(x, crest, 1, canvas.height, far)
        if high > foot // 2 - 4:
            canvas.fill(x, crest, 1, 2 + (x * 7) % 3, SNOW_COLOUR if sky == "night" else 0xF5FAFF)
        canvas.fill(x, foot + 5 - _slope_height(x + 40, 33, foot // 4) - _slope_height(x, 11, 2), 1, canvas.height, mid)
        canvas.fill(x, foot + 6 - (x * 7 % 5 > 2) - _slope_height(x, 7, 2), 1, canvas.height, near)


def _slope_height(x: int, period: int, height: int) -> int:
    """A saw of slopes up and down, from 0 to the height."""
    place = x % period
    return round(height * (1 - abs(2 * place / period - 1)))


def _blend(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (
        round(a + (b - a) * share) for a, b in zip(split_channels(first), split_channels(second), strict=True)
    )
    return red << 16 | green << 8 | blue
