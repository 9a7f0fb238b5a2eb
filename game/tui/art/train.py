"""The train from the side: which carriages are seen, how they are lit, and where a click on it lands."""

from collections.abc import Sequence
from typing import NamedTuple

from game.tui.art.pixels import Canvas, Colour, shade
from game.world import Windows

PITCHES = {4: 16, 5: 20, 6: 24}
"""Rows of the strip -> pixels from one carriage to the next, the gangway of 2 included."""

GANGWAY = 2
LOCOMOTIVE = "locomotive"


class Car(NamedTuple):
    """One carriage as the strip shows it."""

    label: str
    """Its number; empty for a platform."""
    windows: Windows | str
    is_here: bool
    is_visited: bool


class Palette(NamedTuple):
    """The colours a train is drawn with at one time of day."""

    sky: tuple[Colour, Colour]
    hills: Colour
    star: Colour
    roof: Colour
    rivet: Colour
    body: Colour
    line: Colour
    skirt: Colour
    rail: Colour
    ballast: Colour
    lit: Colour
    warm: Colour
    dark: Colour
    dim: float


NIGHT = Palette(
    sky=(0x0A1430, 0x16244A),
    hills=0x101F38,
    star=0x9BA6B3,
    roof=0x87905A,
    rivet=0x666F42,
    body=0x4A5230,
    line=0xF2C230,
    skirt=0x31371F,
    rail=0x6C7786,
    ballast=0x262C37,
    lit=0xFFE48A,
    warm=0xC79A45,
    dark=0x14181F,
    dim=0.62,
)
DAY = Palette(
    sky=(0x5B9BD0, 0xB6D9EC),
    hills=0x6B9A63,
    star=0xCFE6F2,
    roof=0x9AA468,
    rivet=0x7B8450,
    body=0x5D673D,
    line=0xF2C230,
    skirt=0x3E4628,
    rail=0x6C7786,
    ballast=0x8B8671,
    lit=0xFFF3CF,
    warm=0xE0B45A,
    dark=0x26323C,
    dim=0.88,
)


def draw(cars: Sequence[Car], here: float, width: int, rows: int, palette: Palette) -> Canvas:
    """The train with one carriage in the middle.

    Args:
        cars: Those near enough to be seen, from the tail on.
        here: Index of the car in the middle; a fraction while the train moves past.
        width: Columns.
        rows: Terminal rows, 4 to 6; a pixel is half a row.
        palette: Colours of the time of day.
    """
    canvas = Canvas(width, rows * 2, palette.sky[0])
    _land(canvas, palette)
    pitch = PITCHES[rows]
    for index, car in enumerate(cars):
        x = left_of(index, here, width, rows)
        if -pitch <= x <= width:
            _car(canvas, x, pitch - GANGWAY, car, palette)
    return canvas


def left_of(index: int, here: float, width: int, rows: int) -> int:
    """The column in which the car of that index begins."""
    pitch = PITCHES[rows]
    return round((index - here) * pitch + (width - pitch + GANGWAY) / 2)


def car_at(x: int, here: float, width: int, rows: int) -> int:
    """The index of the car that is drawn in a column; it may lie outside the train."""
    return (x - left_of(0, here, width, rows)) // PITCHES[rows]


def _land(canvas: Canvas, palette: Palette) -> None:
    height = canvas.height
    canvas.fill(0, 2, canvas.width, height, palette.sky[1])
    for x in range(canvas.width):
        if (x * 37 + 11) % 53 == 0:
            canvas.put(x, x % 2, palette.star)
        crest = height - 5 - (x * 7 // 11 % 3) // 2
        canvas.fill(x, crest, 1, height, palette.hills)
    canvas.fill(0, height - 2, canvas.width, 1, palette.rail)
    canvas.fill(0, height - 1, canvas.width, 1, palette.ballast)
    for x in range(0, canvas.width, 3):
        canvas.put(x, height - 2, palette.ballast)


def _car(canvas: Canvas, x: int, width: int, car: Car, palette: Palette) -> None:
    if car.windows == "none" and not car.label:
        _platform(canvas, x, width, car, palette)
        return
    factor = 1.3 if car.is_here else 1.0 if car.is_visited else palette.dim
    height = canvas.height
    top, foot = 1, height - 3
    canvas.fill(x, top, width, 1, shade(palette.roof, factor))
    for rivet in range(x + 1, x + width, 4):
        canvas.put(rivet, top, shade(palette.rivet, factor))
    canvas.fill(x, top + 1, width, foot - top - 1, shade(palette.body, factor))
    canvas.fill(x, foot - 1, width, 1, shade(palette.line, 1.0 if car.is_here else min(0.8, factor)))
    canvas.fill(x, foot, width, 1, shade(palette.skirt, factor))
    for bogie in (x + 1, x + width - 4):
        canvas.fill(bogie, foot + 1, 3, 1, palette.dark)
    canvas.fill(x + width, foot - 2, GANGWAY, 2, palette.dark)
    _windows(canvas, (x, top + 2, width, max(1, foot - top - 4)), car, palette)


def _windows(canvas: Canvas, place: tuple[int, int, int, int], car: Car, palette: Palette) -> None:
    x, y, width, tall = place
    colour = palette.lit if car.is_here else palette.warm if car.is_visited else palette.dark
    if car.windows == LOCOMOTIVE:
        canvas.fill(x + width - 4, y, 3, tall, palette.lit)
        canvas.put(x + width - 1, y + tall, palette.lit)
        return
    if car.windows == "louvres":
        for louvre in range(x + 2, x + width - 2, 2):
            canvas.fill(louvre, y, 1, tall, shade(palette.body, 0.6 if not car.is_here else 1.6))
        return
    spans = {"small": (4, 2), "wide": (3, 3), "slits": (2, 1), "none": (0, 0)}
    number, wide = spans.get(car.windows, (4, 2))
    for index in range(number):
        left = x + round((index + 0.5) * width / number - wide / 2)
        canvas.fill(left, y, wide, tall, colour)


def _platform(canvas: Canvas, x: int, width: int, car: Car, palette: Palette) -> None:
    height = canvas.height
    factor = 1.2 if car.is_here else 0.7
    canvas.fill(x - 40 if x < 0 else x, height - 4, width, 2, shade(palette.rail, factor))
    for post in (x + 2, x + width - 3):
        canvas.fill(post, 3, 1, height - 7, shade(palette.rail, factor * 0.8))
    canvas.fill(x, 2, width, 1, shade(palette.roof, factor))
    canvas.put(x + width // 2, 3, palette.lit if car.is_here else palette.warm)
