"""Draws the train from the side: which carriages are seen, how they are lit, and where a click on it lands."""

from collections.abc import Sequence
from typing import NamedTuple

from game.art.canvas import Canvas
from game.art.palette import Colour, shade
from game.pack.world import Windows

PITCHES = {4: 16, 5: 20, 6: 24}
"""Rows of the strip -> pixels from one carriage to the next, the gangway of 2 included."""

GANGWAY_WIDTH = 2
LOCOMOTIVE = "locomotive"


class Car(NamedTuple):
    """One carriage as the strip shows it."""

    label: str
    """Its number; empty for a platform."""
    windows: Windows | str
    is_here: bool
    is_visited: bool


class Coat(NamedTuple):
    """The colours of one carriage."""

    roof: Colour
    rivet: Colour
    body: Colour
    line: Colour
    skirt: Colour
    window: Colour
    louvre: Colour


class TrainPalette(NamedTuple):
    """The colours of the train and what is around it: at one time of day, for one kind of terminal."""

    sky: tuple[Colour, Colour]
    star: Colour
    hills: Colour
    rail: Colour
    ballast: Colour
    dark: Colour
    lamp: Colour
    here: Coat
    visited: Coat
    unvisited: Coat

    def coat(self, car: Car) -> Coat:
        """The current carriage is lit, those visited are warm, the others dark."""
        return self.here if car.is_here else self.visited if car.is_visited else self.unvisited


def _shade_coat(base: Coat, factor: float, line: float, window: Colour) -> Coat:
    shaded = [shade(colour, factor) for colour in base]
    return Coat(*shaded)._replace(line=shade(base.line, line), window=window)


_KHAKI = Coat(0x87905A, 0x666F42, 0x4A5230, 0xF2C230, 0x31371F, 0, 0x2C311C)
_KHAKI_BY_DAY = Coat(0x9AA468, 0x7B8450, 0x5D673D, 0xF2C230, 0x3E4628, 0, 0x383E25)

NIGHT = TrainPalette(
    sky=(0x0A1430, 0x16244A),
    star=0x9BA6B3,
    hills=0x101F38,
    rail=0x6C7786,
    ballast=0x262C37,
    dark=0x14181F,
    lamp=0xC79A45,
    here=_shade_coat(_KHAKI, 1.3, 1.0, 0xFFE48A),
    visited=_shade_coat(_KHAKI, 1.0, 0.8, 0xC79A45),
    unvisited=_shade_coat(_KHAKI, 0.62, 0.62, 0x14181F),
)
DAY = TrainPalette(
    sky=(0x5B9BD0, 0xB6D9EC),
    star=0xCFE6F2,
    hills=0x6B9A63,
    rail=0x6C7786,
    ballast=0x8B8671,
    dark=0x26323C,
    lamp=0xE0B45A,
    here=_shade_coat(_KHAKI_BY_DAY, 1.3, 1.0, 0xFFF3CF),
    visited=_shade_coat(_KHAKI_BY_DAY, 1.0, 0.8, 0xE0B45A),
    unvisited=_shade_coat(_KHAKI_BY_DAY, 0.88, 0.8, 0x26323C),
)
NIGHT_256 = TrainPalette(
    sky=(0x121212, 0x1C1C1C),
    star=0x8A8A8A,
    hills=0x262626,
    rail=0x6C6C6C,
    ballast=0x303030,
    dark=0x121212,
    lamp=0xD7AF5F,
    here=Coat(0xAFAF5F, 0x87875F, 0x87875F, 0xFFD700, 0x5F5F00, 0xFFFFAF, 0xAFAF5F),
    visited=Coat(0x87875F, 0x5F5F00, 0x5F5F00, 0xAF8700, 0x303030, 0xD7AF5F, 0x303030),
    unvisited=Coat(0x4E4E4E, 0x3A3A3A, 0x303030, 0x875F00, 0x262626, 0x121212, 0x262626),
)
"""Exact values of the 256-colour cube, so that no terminal has to guess."""


def draw_train(cars: Sequence[Car], here: float, width: int, rows: int, palette: TrainPalette) -> Canvas:
    """The train with one carriage in the middle.

    Args:
        cars: Those near enough to be seen, from the tail on.
        here: Index of the car in the middle; a fraction while the train moves past.
        width: Columns.
        rows: Terminal rows, 4 to 6; a pixel is half a row.
        palette: Colours of the time of day.
    """
    canvas = Canvas(width, rows * 2, palette.sky[0])
    _draw_land(canvas, palette)
    pitch = PITCHES[rows]
    for index, car in enumerate(cars):
        x = find_column(index, here, width, rows)
        # One carriage beyond each edge is drawn, too: half of it is seen while the train moves past.
        if -pitch <= x <= width:
            _draw_car(canvas, x, pitch - GANGWAY_WIDTH, car, palette)
    return canvas


def find_column(index: int, here: float, width: int, rows: int) -> int:
    """The column in which the car of that index begins."""
    pitch = PITCHES[rows]
    return round((index - here) * pitch + (width - pitch + GANGWAY_WIDTH) / 2)


def find_car(x: int, here: float, width: int, rows: int) -> int:
    """The index of the car that is drawn in a column; it may lie outside the train."""
    # The inverse of find_column, so that a click always lands on the carriage that was drawn there.
    return (x - find_column(0, here, width, rows)) // PITCHES[rows]


def _draw_land(canvas: Canvas, palette: TrainPalette) -> None:
    height = canvas.height
    canvas.fill(0, 2, canvas.width, height, palette.sky[1])
    for x in range(canvas.width):
        # Two primes place the stars: the same sky at every start, without a seed to carry around.
        if (x * 37 + 11) % 53 == 0:
            canvas.put(x, x % 2, palette.star)
        crest = height - 5 - (x * 7 // 11 % 3) // 2
        canvas.fill(x, crest, 1, height, palette.hills)
    canvas.fill(0, height - 2, canvas.width, 1, palette.rail)
    canvas.fill(0, height - 1, canvas.width, 1, palette.ballast)
    for x in range(0, canvas.width, 3):
        canvas.put(x, height - 2, palette.ballast)


def _draw_car(canvas: Canvas, x: int, width: int, car: Car, palette: TrainPalette) -> None:
    if car.windows == "none" and not car.label:
        _draw_platform(canvas, x, width, car, palette)
        return
    coat = palette.coat(car)
    top, foot = 1, canvas.height - 3
    canvas.fill(x, top, width, 1, coat.roof)
    for rivet in range(x + 1, x + width, 4):
        canvas.put(rivet, top, coat.rivet)
    canvas.fill(x, top + 1, width, foot - top - 1, coat.body)
    canvas.fill(x, foot - 1, width, 1, coat.line)
    canvas.fill(x, foot, width, 1, coat.skirt)
    for bogie in (x + 1, x + width - 4):
        canvas.fill(bogie, foot + 1, 3, 1, palette.dark)
    canvas.fill(x + width, foot - 2, GANGWAY_WIDTH, 2, palette.dark)
    _draw_windows(canvas, (x, top + 2, width, max(1, foot - top - 4)), car, palette)


def _draw_windows(canvas: Canvas, place: tuple[int, int, int, int], car: Car, palette: TrainPalette) -> None:
    x, y, width, tall = place
    coat = palette.coat(car)
    if car.windows == LOCOMOTIVE:
        canvas.fill(x + width - 4, y, 3, tall, palette.here.window)
        canvas.put(x + width - 1, y + tall, palette.here.window)
        return
    if car.windows == "louvres":
        for louvre in range(x + 2, x + width - 2, 2):
            canvas.fill(louvre, y, 1, tall, coat.louvre)
        return
    spans = {"small": (4, 2), "wide": (3, 3), "slits": (2, 1), "none": (0, 0)}
    number, wide = spans.get(car.windows, (4, 2))
    for index in range(number):
        left = x + round((index + 0.5) * width / number - wide / 2)
        canvas.fill(left, y, wide, tall, coat.window)


def _draw_platform(canvas: Canvas, x: int, width: int, car: Car, palette: TrainPalette) -> None:
    height = canvas.height
    coat = palette.coat(car)
    canvas.fill(x, height - 4, width, 2, coat.skirt)
    for post in (x + 2, x + width - 3):
        canvas.fill(post, 3, 1, height - 7, coat.rivet)
    canvas.fill(x, 2, width, 1, coat.roof)
    canvas.put(x + width // 2, 3, coat.window if car.is_here else palette.lamp)
