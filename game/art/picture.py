"""The picture of a room: a scene composed for a width, lit for the hour, cropped for the rows there are."""

from typing import Literal, NamedTuple, TypeVar

from game.art import light, shells
from game.art.landscape import SCENE_HEIGHT
from game.art.palette import RAMPS, Colour, Ink
from game.art.scenes import FLOOR_TOP, MIN_SCENE_WIDTH, Layout, PlacedSprite, Scene, lay_out
from game.art.sprites import BLANK, Lamp, Sprite

Hour = Literal["night", "dawn", "day", "dusk"]
Depth = Literal["truecolour", "256"]
P = TypeVar("P", Ink, Colour)

FIRST_PIXEL_ROW_BY_ROWS = {14: 0, 13: 1, 12: 3, 11: 3, 10: 4, 9: 5, 8: 7}
"""Terminal rows -> first pixel row shown; fewer rows show less of the roof, never a squeezed scene."""

MIN_ROWS_FOR_DOUBLE_SIZE = 20
"""Terminal rows from which a scene is shown at twice its size, if it is wide enough for that, too."""

VISITOR_LIGHT_RADIUS, VISITOR_LIGHT_STRENGTH = 10, 0.42
"""Pixels and share of the light that visitors carry, so that they are seen in a dark room, too."""

CHARACTER_ROWS = 14
"""Terminal rows of a scene drawn in characters, before rows are cut off."""

BACKGROUNDS = {
    "outside": {7: "_.-''-.__.-'-._____", 8: "                   "},
    "shore": {6: "_" * 19, 8: "  ~~          ~    ", 10: "        ~~~       ~~   "},
    "street": {
        2: " ____________________ ",
        **dict.fromkeys(range(3, 12), "|                    |"),
        5: "|  []    []    []    |",
    },
}
"""Shell -> terminal row -> the pattern that repeats behind the furniture, in characters."""

HOURS: tuple[tuple[float, Hour], ...] = ((0.12, "dusk"), (0.45, "night"), (0.58, "dawn"), (0.88, "day"), (1.0, "dusk"))
"""Share of the journey up to which an hour lasts."""


def find_hour(share: float) -> Hour:
    """The hour after a share of the journey, from 0 to 1.

    >>> find_hour(0), find_hour(0.3), find_hour(0.7), find_hour(1)
    ('dusk', 'night', 'day', 'dusk')
    """
    return next((hour for until, hour in HOURS if share <= until), "dusk")


class Size(NamedTuple):
    """Of a picture, in terminal cells."""

    width: int
    rows: int

    @property
    def scale(self) -> int:
        """How many pixels one pixel of the scene takes."""
        return 2 if self.rows >= MIN_ROWS_FOR_DOUBLE_SIZE and self.width >= 2 * MIN_SCENE_WIDTH else 1

    @property
    def top(self) -> int:
        """The first pixel row shown, scaled."""
        if self.scale == 2:
            return max(0, (2 * SCENE_HEIGHT - 2 * self.rows) // 2)
        return FIRST_PIXEL_ROW_BY_ROWS.get(self.rows, 0 if self.rows > 14 else 8)


class Box(NamedTuple):
    """Where a thing is seen, in cells: a rectangle that a click may hit."""

    x: int
    y: int
    width: int
    height: int
    thing: str


class Picture(NamedTuple):
    """A room as pixels, two to a cell, and where its things are in it."""

    pixels: list[list[Colour]]
    boxes: tuple[Box, ...]


def paint_picture(  # noqa: PLR0913 - what a picture depends on
    scene: Scene,
    sprites: dict[str, Sprite],
    size: Size,
    hour: Hour = "dusk",
    *,
    depth: Depth = "truecolour",
    enters: Literal["left", "right", ""] = "left",
    drift: int = 0,
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
    """
    scale = size.scale
    width = max(1, size.width // scale)
    layout = _add_visitor(lay_out(scene, sprites, width), sprites, width, size, enters)
    rows, lamps = shells.paint_shell(scene, layout.windows, width, hour, drift)
    for piece in layout.pieces:
        _paint(rows, piece)
        lamps.extend(lamp._replace(x=lamp.x + piece.x, y=lamp.y + piece.y) for lamp in piece.sprite.lamps)
        if piece.sprite.name == "visitor":
            glow = RAMPS["glow"][1]
            lamps.append(Lamp(piece.x + 3, piece.y + 4, VISITOR_LIGHT_RADIUS, glow, VISITOR_LIGHT_STRENGTH))
    return Picture(_show(rows, lamps, scene, size, hour, depth), _find_boxes(layout, size))


def _show(
    rows: list[list[Ink]], lamps: list[Lamp], scene: Scene, size: Size, hour: Hour, depth: Depth
) -> list[list[Colour]]:
    """The painted rows, scaled, cropped to the size and lit."""
    scale = size.scale
    inks = double_rows(rows) if scale == 2 else rows
    inks = [row + [row[-1]] * (size.width - len(row)) for row in inks]
    # Cropped before it is lit: light is the costly part, and a small picture hides half of the rows.
    visible = inks[size.top : size.top + 2 * size.rows]
    shift = size.top / scale
    lower = [lamp._replace(y=lamp.y - shift) for lamp in lamps]
    base = light.find_ambient_light(hour, scene.ambient)
    pixels = light.flatten(visible) if depth == "256" else light.light_pixels(visible, base, lower, scale)
    missing = 2 * size.rows - len(pixels)
    pixels.extend([[0] * size.width for _ in range(missing)])
    return pixels


def write_picture(
    scene: Scene, sprites: dict[str, Sprite], size: Size, *, enters: Literal["left", "right", ""] = "left"
) -> tuple[str, ...]:
    """The scene in characters, one string a terminal row."""
    width = size.width
    layout = _add_visitor(lay_out(scene, sprites, width), sprites, width, size._replace(rows=CHARACTER_ROWS), enters)
    grid = [[" "] * width for _ in range(CHARACTER_ROWS)]
    _write_shell(grid, scene, width)
    for window in layout.windows:
        _write_window(grid, window.x, window.y // 2, window.width, max(2, window.height // 2))
    for piece in layout.pieces:
        _write(grid, piece)
    # One row of roof goes first, the floor last: without a floor the furniture would hang in the air.
    top = max(0, CHARACTER_ROWS - 1 - size.rows)
    return tuple("".join(row) for row in grid[top : top + size.rows])


def _add_visitor(layout: Layout, sprites: dict[str, Sprite], width: int, size: Size, enters: str) -> Layout:
    if not enters or "visitor" not in sprites:
        return layout
    visitor = sprites["visitor"]
    bottom = FLOOR_TOP + (5 if size.rows >= 12 else 3)
    x = 9 if enters == "left" else width - 9 - visitor.width
    shown = visitor if enters == "left" else visitor.flipped()
    return layout._replace(pieces=(*layout.pieces, PlacedSprite(shown, x, bottom - visitor.height, "", 0)))


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


def _find_boxes(layout: Layout, size: Size) -> tuple[Box, ...]:
    """Where things are, in cells; what is painted last comes first."""
    scale = size.scale
    # Reversed: a click hits what is painted last, for that is what the player sees.
    boxes = []
    for piece in reversed(layout.pieces):
        if piece.thing:
            top = (piece.y * scale - size.top) // 2
            # Rounded outwards: a thing of one pixel must still be a cell that can be clicked.
            bottom = -(-((piece.y + piece.sprite.height) * scale - size.top) // 2)
            boxes.append(Box(piece.x * scale, top, piece.sprite.width * scale, bottom - top, piece.thing))
    return tuple(boxes)


def _write_shell(grid: list[list[str]], scene: Scene, width: int) -> None:
    edges: tuple[int, ...] = ()
    if scene.shell == "carriage":
        grid[0] = list("=" * width)
        edges = (0, 4, width - 5, width - 1)
        for left in (1, width - 4):
            grid[2][left : left + 3] = "___"
    elif scene.shell in ("room", "stair"):
        grid[2] = list("_" * width)
        edges = (0, width - 1)
    for x in edges:
        for y in range(3, 12):
            grid[y][x] = "|"
    for y, pattern in BACKGROUNDS.get(scene.shell, {}).items():
        grid[y] = list((pattern * (width // len(pattern) + 1))[:width])
    grid[12] = list("_" * width)
    grid[13] = list("=" * width)
    if scene.shell == "stair":
        _write_steps(grid, width)


def _write_steps(grid: list[list[str]], width: int) -> None:
    """Steps from the floor up to the right, as in the painted stair."""
    tread = max(2, (width - width // 4) // 10)
    for step, y in enumerate(range(12, 3, -1)):
        left = width // 4 + step * tread
        for x in range(left, min(left + tread, width - 1)):
            grid[y][x] = "_" if x > left else "|"


def _write_window(grid: list[list[str]], x: int, y: int, width: int, height: int) -> None:
    for row in range(y, min(len(grid), y + height + 1)):
        edge = row in (y, y + height)
        for column in range(max(0, x - 1), min(len(grid[0]), x + width + 1)):
            side = column in (x - 1, x + width)
            grid[row][column] = "+" if edge and side else "-" if edge else "|" if side else " "


def _write(grid: list[list[str]], piece: PlacedSprite) -> None:
    """Write the characters of a sprite at the place of its pixels."""
    bottom = -(-(piece.y + piece.sprite.height) // 2)
    top = bottom - len(piece.sprite.text) if piece.sprite.anchor in ("floor", "table") else piece.y // 2
    for dy, line in enumerate(piece.sprite.text):
        for dx, character in enumerate(line):
            x, y = piece.x + dx, top + dy
            if character != " " and 0 <= y < len(grid) and 0 <= x < len(grid[0]):
                grid[y][x] = " " if character == BLANK else character
