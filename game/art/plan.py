"""Draws a building along its stair, for the strip: each room at the height of its floor, the current one lit."""

from collections.abc import Sequence
from typing import NamedTuple

from game.art.canvas import Canvas
from game.art.palette import Colour
from game.art.train import PITCHES, find_column


class PlanRoom(NamedTuple):
    """One room as the plan shows it."""

    name: str
    floor: int
    is_here: bool
    is_visited: bool


class RoomCoat(NamedTuple):
    """The colours of one room."""

    roof: Colour
    wall: Colour
    window: Colour


class PlanPalette(NamedTuple):
    """The colours of a building and what is around it."""

    sky: tuple[Colour, Colour]
    star: Colour
    stone: Colour
    joint: Colour
    ground: Colour
    here: RoomCoat
    visited: RoomCoat
    unvisited: RoomCoat


NIGHT = PlanPalette(
    sky=(0x0A1430, 0x16244A),
    star=0x9BA6B3,
    stone=0x262C37,
    joint=0x1B212B,
    ground=0x14181F,
    here=RoomCoat(0xF2C230, 0x7F8896, 0xFFE48A),
    visited=RoomCoat(0x6C7786, 0x535D6B, 0xC79A45),
    unvisited=RoomCoat(0x4A5462, 0x39424F, 0x14181F),
)
DAY = PlanPalette(
    sky=(0x5B9BD0, 0xB6D9EC),
    star=0xCFE6F2,
    stone=0x8B8F93,
    joint=0x777C82,
    ground=0x6B6F60,
    here=RoomCoat(0xF2C230, 0xE4E2DA, 0xFFF3CF),
    visited=RoomCoat(0x6C7786, 0xC9C9C6, 0xE0B45A),
    unvisited=RoomCoat(0x5B6472, 0xABB0B6, 0x26323C),
)
NIGHT_256 = PlanPalette(
    sky=(0x121212, 0x1C1C1C),
    star=0x8A8A8A,
    stone=0x303030,
    joint=0x262626,
    ground=0x121212,
    here=RoomCoat(0xFFD700, 0x9E9E9E, 0xFFFFAF),
    visited=RoomCoat(0x767676, 0x5F5F5F, 0xD7AF5F),
    unvisited=RoomCoat(0x4E4E4E, 0x444444, 0x121212),
)
"""Exact values of the 256-colour cube, so that no terminal has to guess."""

LABEL_PIXELS = 2
"""Pixels at the foot on which the names are written."""


def draw_plan(rooms: Sequence[PlanRoom], here: float, width: int, rows: int, palette: PlanPalette) -> Canvas:
    """The building with one room in the middle.

    Args:
        rooms: Those near enough to be seen, in the tour's order.
        here: Index of the room in the middle; a fraction while the picture moves past.
        width: Columns.
        rows: Terminal rows, 4 to 6; a pixel is half a row.
        palette: Colours of the time of day.
    """
    canvas = Canvas(width, rows * 2, palette.sky[0])
    foot = canvas.height - LABEL_PIXELS
    canvas.fill(0, 3, width, canvas.height, palette.sky[1])
    for x in range(width):
        if (x * 37 + 11) % 53 == 0:
            canvas.put(x, (x * 29) % max(1, foot - 2), palette.star)
    canvas.fill(0, foot, width, LABEL_PIXELS, palette.ground)
    tall = 3 if rows < 5 else 4
    lifts = lift_floors([room.floor for room in rooms], foot - tall - 1)
    for index, (room, lift) in enumerate(zip(rooms, lifts, strict=True)):
        _draw_room(canvas, find_column(index, here, width, rows), (foot - lift, tall, PITCHES[rows]), room, palette)
    return canvas


def lift_floors(floors: Sequence[int], room: int) -> list[int]:
    """How high each room stands, from 0 to the room there is: the floors that are seen share it evenly.

    >>> lift_floors([0, -1, 1, 40], 3), lift_floors([7, 7], 3)
    ([1, 0, 2, 3], [0, 0])
    """
    seen = sorted(set(floors))
    return [round(seen.index(floor) * room / max(1, len(seen) - 1)) for floor in floors]


def _draw_room(canvas: Canvas, x: int, place: tuple[int, int, int], room: PlanRoom, palette: PlanPalette) -> None:
    bottom, tall, pitch = place
    coat = palette.here if room.is_here else palette.visited if room.is_visited else palette.unvisited
    top = bottom - tall
    canvas.fill(x, bottom, pitch, canvas.height - LABEL_PIXELS - bottom, palette.stone)
    for y in range(bottom, canvas.height - LABEL_PIXELS):
        for joint in range(x + y % 2 * 3, x + pitch, 6):
            canvas.put(joint, y, palette.joint)
    canvas.fill(x, top, pitch, tall, coat.wall)
    canvas.fill(x, top, pitch, 1, coat.roof)
    canvas.fill(x, top + 1, 1, tall - 1, palette.joint)
    for window in range(3):
        canvas.fill(x + round((window + 0.5) * pitch / 3) - 1, top + 1, 2, max(1, tall - 2), coat.window)
