"""The picture of a room: a scene composed for a width, lit for the hour, cropped for the rows there are."""

from collections.abc import Mapping
from typing import Literal, TypeVar

from game.art import light, shells
from game.art.boxes import Picture, find_boxes
from game.art.palette import RAMPS, Colour, Ink
from game.art.picture_size import Size
from game.art.scenes import PlacedSprite, Scene, lay_out
from game.art.sprites import Lamp, Sprite
from game.art.visitor import VISITOR, add_visitor

Hour = Literal["night", "dawn", "day", "dusk"]
Depth = Literal["truecolour", "256"]
P = TypeVar("P", Ink, Colour)

VISITOR_LIGHT_RADIUS, VISITOR_LIGHT_STRENGTH = 10, 0.42
"""Pixels and share of the light that visitors carry, so that they are seen in a dark room, too."""

HOURS: tuple[tuple[float, Hour], ...] = ((0.12, "dusk"), (0.45, "night"), (0.58, "dawn"), (0.88, "day"), (1.0, "dusk"))
"""Share of the journey up to which an hour lasts."""


def find_hour(share: float) -> Hour:
    """The hour after a share of the journey, from 0 to 1.

    >>> find_hour(0), find_hour(0.3), find_hour(0.7), find_hour(1)
    ('dusk', 'night', 'day', 'dusk')
    """
    return next((hour for until, hour in HOURS if share <= until), "dusk")


def choose_hour(share: float | None, *, is_day: bool) -> Hour:
    """The hour of a picture, which follows the journey but must fit the colours around it.

    Args:
        share: Of the journey, from 0 to 1; None where no clock runs, so that no hour contradicts the colours.
        is_day: Whether the colours around it are those of day.
    """
    if share is None:
        return "day" if is_day else "dusk"
    hour = find_hour(share)
    # A bright sky is too bright on a night screen, and a black sky too dark on a day screen.
    if is_day:
        return "day" if hour == "night" else hour
    return "dawn" if hour == "day" else hour


def paint_picture(  # noqa: PLR0913 - what a picture depends on
    scene: Scene,
    sprites: Mapping[str, Sprite],
    size: Size,
    hour: Hour = "dusk",
    *,
    depth: Depth = "truecolour",
    enters: Literal["left", "right", ""] = "left",
    drift: int = 0,
    focus: str = "",
) -> Picture:
    """The scene in colour.

    Args:
        scene: What to draw.
        sprites: Every sprite by its name.
        size: Cells to fill; fewer than 8 rows show the middle of the room only.
        hour: Decides the landscape and the light.
        depth: Lit pixels, or flat colours of the 256-colour cube.
        enters: The end at which the visitor stands; empty without a visitor.
        drift: How many pixels the landscape has gone by.
        focus: Id of the thing that a spotlight falls on while all other lamps are low; empty without one.
    """
    width = size.scene_width
    layout = add_visitor(lay_out(scene, sprites, width), sprites, width, size.rows, enters, scene.shows)
    rows, lamps = shells.paint_shell(scene, layout.windows, width, hour, drift)
    for piece in layout.pieces:
        _paint(rows, piece)
        lamps.extend(lamp._replace(x=lamp.x + piece.x, y=lamp.y + piece.y) for lamp in piece.sprite.lamps)
        if piece.thing == VISITOR:
            glow = RAMPS["glow"][1]
            lamps.append(Lamp(piece.x + 3, piece.y + 4, VISITOR_LIGHT_RADIUS, glow, VISITOR_LIGHT_STRENGTH))
    base = light.find_ambient_light(hour, scene.ambient)
    shown = [piece for piece in layout.pieces if piece.thing == focus] if focus else []
    if shown:
        base, lamps = light.point_at(_surround(shown), base, lamps)
    is_dark = bool(shown) or scene.ambient in light.DARK_ROOMS
    return Picture(_show(rows, lamps, base, size, depth, is_dark=is_dark), find_boxes(scene, layout, size.crop))


def _surround(pieces: list[PlacedSprite]) -> tuple[int, int, int, int]:
    """The rectangle around pieces: left, top, right, bottom."""
    return (
        min(piece.x for piece in pieces),
        min(piece.y for piece in pieces),
        max(piece.x + piece.sprite.width for piece in pieces),
        max(piece.y + piece.sprite.height for piece in pieces),
    )


def _show(
    rows: list[list[Ink]], lamps: list[Lamp], base: light.Ambient, size: Size, depth: Depth, *, is_dark: bool
) -> list[list[Colour]]:
    """The painted rows, scaled, cropped to the size and lit."""
    scale = size.scale
    inks = double_rows(rows) if scale == 2 else rows
    inks = [row[size.left : size.left + size.width] for row in inks]
    inks = [row + [row[-1]] * (size.width - len(row)) for row in inks]
    # Cropped before it is lit: light is the costly part, and a small picture hides half of the rows.
    visible = inks[size.top : size.top + 2 * size.rows]
    across, down = size.left / scale, size.top / scale
    moved = [lamp._replace(x=lamp.x - across, y=lamp.y - down) for lamp in lamps]
    if depth == "256":
        pixels = light.flatten(visible, moved if is_dark else None, scale)
    else:
        pixels = light.light_pixels(visible, base, moved, scale, is_dark=is_dark)
    missing = 2 * size.rows - len(pixels)
    pixels.extend([[0] * size.width for _ in range(missing)])
    return pixels


def _paint(rows: list[list[Ink]], piece: PlacedSprite) -> None:
    width = len(rows[0])
    for dy, line in enumerate(piece.sprite.rows):
        y = piece.y + dy
        if not 0 <= y < len(rows):
            continue
        row = rows[y]
        for dx, pixel in enumerate(line):
            if pixel is not None and 0 <= piece.x + dx < width:
                row[piece.x + dx] = pixel


def double_rows(rows: list[list[P]]) -> list[list[P]]:
    """Twice the size, with rounded steps (Scale2x)."""
    # Scale2x instead of plain doubling: at twice the size, steps of single pixels look like faults.
    doubled: list[list[P]] = []
    last = len(rows) - 1
    for y, row in enumerate(rows):
        above, below = rows[max(0, y - 1)], rows[min(last, y + 1)]
        upper: list[P] = []
        lower: list[P] = []
        for x, pixel in enumerate(row):
            up, down = above[x], below[x]
            left, right = row[max(0, x - 1)], row[min(len(row) - 1, x + 1)]
            if up != down and left != right:
                upper += (left if left == up else pixel, right if up == right else pixel)
                lower += (left if left == down else pixel, right if down == right else pixel)
            else:
                upper += (pixel, pixel)
                lower += (pixel, pixel)
        doubled += [upper, lower]
    return doubled
