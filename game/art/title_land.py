"""Night and day behind the train of the title: sky, moon, ridges, ground. The same on every machine."""

from collections.abc import Sequence
from typing import NamedTuple

from game.art.canvas import Canvas
from game.art.palette import Colour, split_channels


class TitlePaint(NamedTuple):
    """What a kind of terminal and theme paint the title in."""

    sky: tuple[Colour, ...]
    """Bands from the top to the horizon; blended where the paint is not flat."""
    stars: tuple[Colour, ...]
    """Empty by day."""
    moon: Colour
    crater: Colour
    far: Colour
    snow: Colour
    shaded_snow: Colour
    mid: Colour
    near: Colour
    ground: tuple[Colour, Colour]
    rail: Colour
    body: Colour
    roof: Colour
    face: Colour
    dark: Colour
    black: Colour
    window: Colour
    glass: tuple[Colour, Colour]
    line: Colour
    lamp: Colour
    rim: Colour
    dimness: float
    """How bright the tail of the train is, 0 to 1."""
    glow: float
    """How far the lamps light the air."""
    is_flat: bool = False
    """Whether only these very colours are painted, because the terminal has no others."""

    def blend(self, first: Colour, second: Colour, share: float) -> Colour:
        """A colour between two; the nearer one in a flat paint."""
        if self.is_flat:
            return second if share > 0.5 else first
        pairs = zip(split_channels(first), split_channels(second), strict=True)
        red, green, blue = (min(255, round(a + (b - a) * min(1.0, share))) for a, b in pairs)
        return red << 16 | green << 8 | blue


NIGHT = TitlePaint(
    sky=(0x070D1C, 0x16305C, 0x3D5F96),
    stars=(0x78788C, 0xAAAABE, 0xE1E1F5),
    moon=0xEFE9D2,
    crater=0xCFC8AD,
    far=0x2A4674,
    snow=0x9DB2D8,
    shaded_snow=0x5E769F,
    mid=0x14243F,
    near=0x080F1C,
    ground=(0x0D1626, 0x16263E),
    rail=0x6C7786,
    body=0x4A5230,
    roof=0x87905A,
    face=0x59623A,
    dark=0x1C2012,
    black=0x0A0C07,
    window=0xFFD98A,
    glass=(0xFFE7A8, 0xF8C771),
    line=0xF2C230,
    lamp=0xFFFAE4,
    rim=0xF2C230,
    dimness=0.34,
    glow=0.36,
)
DAY = TitlePaint(
    sky=(0x4A8FD0, 0x8CC0E4, 0xDFF0F6),
    stars=(),
    moon=0xFFF3CF,
    crater=0xFFF3CF,
    far=0x8DB3CD,
    snow=0xFFFFFF,
    shaded_snow=0xC2D6E4,
    mid=0x6B9A63,
    near=0x3F6B3A,
    ground=(0x9A9470, 0xB3AC85),
    rail=0x6C7786,
    body=0x666F42,
    roof=0xADB47C,
    face=0x87905A,
    dark=0x31371F,
    black=0x191C10,
    window=0x9CC4DE,
    glass=(0x2F5878, 0x9CBACB),
    line=0xF2C230,
    lamp=0xFFFAE4,
    rim=0xF2C230,
    dimness=0.8,
    glow=0.12,
)
NIGHT_256 = TitlePaint(
    sky=(0x121212, 0x1C1C1C, 0x00005F, 0x00005F, 0x005F87),
    stars=(0x767676, 0xB2B2B2, 0xEEEEEE),
    moon=0xFFFFD7,
    crater=0xD7D7AF,
    far=0x5F87AF,
    snow=0xD7D7FF,
    shaded_snow=0x8787AF,
    mid=0x005F5F,
    near=0x1C1C1C,
    ground=(0x262626, 0x303030),
    rail=0x8A8A8A,
    body=0x5F5F00,
    roof=0xAFAF5F,
    face=0x87875F,
    dark=0x303030,
    black=0x121212,
    window=0xFFD787,
    glass=(0xFFFFAF, 0xFFD787),
    line=0xFFD700,
    lamp=0xFFFFD7,
    rim=0xFFD700,
    dimness=1.0,
    glow=0.0,
    is_flat=True,
)
"""Exact values of the 256-colour cube, so that no terminal has to guess."""

MOON_ROWS = (
    "...www...",
    ".wwwwww..",
    ".wwwwqww.",
    "wwwwwwwww",
    "wqwwwwwww",
    "wwwwwqwww",
    ".wwwwwww.",
    ".wwqwww..",
    "...www...",
)
SUN_ROWS = ("...www...", *[".wwwwwww."] * 2, *["wwwwwwwww"] * 3, *[".wwwwwww."] * 2, "...www...")


def paint_land(canvas: Canvas, horizon: int, moon: tuple[int, int], paint: TitlePaint) -> None:
    """Everything behind the train.

    Args:
        canvas: Painted all over.
        horizon: Row of the canvas on which the ridges stand.
        moon: Column and row of the moon's upper left corner.
        paint: The colours.
    """
    _paint_sky(canvas, horizon, paint)
    disc = MOON_ROWS if paint.stars else SUN_ROWS
    _paint_disc(canvas, disc, moon, paint)
    for x in range(canvas.width):
        _paint_ridges(canvas, x, horizon, paint)
    top = horizon + 4
    for y in range(top, canvas.height):
        share = (y - top) / max(1, canvas.height - top)
        canvas.fill(0, y, canvas.width, 1, paint.blend(*paint.ground, share))


def measure_slope(x: int, period: int, height: float) -> float:
    """A saw of slopes up and down, from 0 to the height."""
    place = x % period
    return height * (1 - abs(2 * place / period - 1))


def _paint_sky(canvas: Canvas, horizon: int, paint: TitlePaint) -> None:
    for y in range(canvas.height):
        canvas.fill(0, y, canvas.width, 1, _find_sky(y / max(1, horizon), paint.sky, paint))
    for x in range(canvas.width if paint.stars else 0):
        # Primes scatter the stars without a random generator, the same way at every start.
        if (x * 37 + 11) % 9 == 0:
            canvas.put(x, (x * 29 + x * x // 3) % max(1, horizon - 6), paint.stars[x % 3])


def _find_sky(share: float, bands: Sequence[Colour], paint: TitlePaint) -> Colour:
    share = min(1.0, share)
    if paint.is_flat:
        return bands[min(len(bands) - 1, int(share * len(bands)))]
    top, middle, low = bands
    return paint.blend(top, middle, share * 1.6) if share < 0.62 else paint.blend(middle, low, (share - 0.62) / 0.38)


def _paint_disc(canvas: Canvas, disc: Sequence[str], corner: tuple[int, int], paint: TitlePaint) -> None:
    """The moon with its halo, or the sun."""
    left, top = corner
    for y in range(top - 9, top + 18) if paint.stars and not paint.is_flat else ():
        for x in range(left - 9, left + 18):
            distance = ((x - left - 4) ** 2 + (y - top - 4) ** 2) ** 0.5
            if distance < 13 and 0 <= x < canvas.width and 0 <= y < canvas.height:
                halo = 0.22 * (1 - max(0.0, distance - 4.6) / 8.4) ** 2
                canvas.put(x, y, paint.blend(canvas.rows[y][x], 0xB9C8E6, halo))
    for y, row in enumerate(disc):
        for x, sign in enumerate(row):
            if sign != ".":
                canvas.put(left + x, top + y, paint.moon if sign == "w" else paint.crater)


def _paint_ridges(canvas: Canvas, x: int, horizon: int, paint: TitlePaint) -> None:
    """One column of the mountains, the hills and the trees."""
    height = canvas.height
    high = measure_slope(x + 20, 64, height * 0.3) + measure_slope(x, 23, height * 0.06) + measure_slope(x + 5, 9, 1.6)
    crest = int(horizon - high * 0.95 + 2)
    canvas.fill(x, crest, 1, height, paint.far)
    if high > height * 0.17:
        is_lit = (x + 20) % 64 < 32
        snow = 3 + (x * 7) % 3 + (high > height * 0.25)
        canvas.fill(x, crest, 1, snow, paint.snow if is_lit else paint.shaded_snow)
    hill = int(horizon + 2 - measure_slope(x + 40, 41, height * 0.09) - measure_slope(x, 13, height * 0.03))
    canvas.fill(x, hill, 1, height, paint.mid)
    tree = int(horizon + 4 - 2 * ((x * 7) % 5 > 2) - measure_slope(x, 7, 2) - (x * 13) % 3)
    canvas.fill(x, tree, 1, height, paint.near)
