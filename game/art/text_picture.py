"""The picture of a room in characters, for screens without colour."""

from collections.abc import Mapping
from typing import Literal

from game.art.boxes import Picture, find_boxes
from game.art.picture_size import Crop, Size
from game.art.scenes import PlacedSprite, Scene, lay_out
from game.art.sprites import BLANK, Sprite
from game.art.visitor import add_visitor

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


def write_picture(
    scene: Scene,
    sprites: Mapping[str, Sprite],
    size: Size,
    *,
    enters: Literal["left", "right", ""] = "left",
    focus: str = "",
) -> tuple[str, ...]:
    """The scene in characters, one string a terminal row; a thing in focus stands between > and <."""
    width = size.width
    layout = add_visitor(lay_out(scene, sprites, width), sprites, width, CHARACTER_ROWS, enters, scene.shows)
    grid = [[" "] * width for _ in range(CHARACTER_ROWS)]
    _write_shell(grid, scene, width)
    for window in layout.windows:
        _write_window(grid, window.x, window.y // 2, window.width, max(2, window.height // 2))
    for piece in layout.pieces:
        _write(grid, piece)
    if focus:
        _point_at(grid, [piece for piece in layout.pieces if piece.thing == focus])
    top = _find_top(size)
    return tuple("".join(row) for row in grid[top : top + size.rows])


def find_text_boxes(
    scene: Scene, sprites: Mapping[str, Sprite], size: Size, *, enters: Literal["left", "right", ""] = "left"
) -> Picture:
    """Where the things of a picture in characters are; it has no pixels."""
    layout = add_visitor(lay_out(scene, sprites, size.width), sprites, size.width, CHARACTER_ROWS, enters, scene.shows)
    return Picture([], find_boxes(scene, layout, Crop(size.width, 1, 0, 2 * _find_top(size))))


def _find_top(size: Size) -> int:
    """The first row of the scene that is shown."""
    # One row of roof goes first, the floor last: without a floor the furniture would hang in the air.
    return max(0, CHARACTER_ROWS - 1 - size.rows)


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


def _point_at(grid: list[list[str]], pieces: list[PlacedSprite]) -> None:
    """Write > and < at the sides of a thing, in the middle of its height."""
    if not pieces:
        return
    y = (min(piece.y for piece in pieces) + max(piece.y + piece.sprite.height for piece in pieces)) // 4
    left = min(piece.x for piece in pieces) - 1
    right = max(piece.x + max(map(len, piece.sprite.text), default=0) for piece in pieces)
    for x, sign in ((left, ">"), (right, "<")):
        grid[min(len(grid) - 1, max(0, y))][min(len(grid[0]) - 1, max(0, x))] = sign
