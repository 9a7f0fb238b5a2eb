"""Where the things of a picture are seen, so that a mouse can point at them."""

from collections.abc import Iterable
from typing import NamedTuple

from game.art.palette import Colour
from game.art.picture_size import Crop
from game.art.scenes import DOOR_BOTTOM, DOOR_TOP, DOOR_WIDTH, Layout, PlacedSprite, Scene

BACK, FORWARD, WINDOW = "@back", "@forward", "@window"
"""What a picture shows beside people and the things of a room. No thing is called so: an id has no @."""


class Box(NamedTuple):
    """Where something is seen, in cells: a rectangle, and the cells in it that are painted."""

    x: int
    y: int
    width: int
    height: int
    thing: str
    """Id of a thing, or one of the names that begin with @."""
    mask: tuple[int, ...] = ()
    """A number for each row: its bit 0 is the leftmost cell. Empty where the whole rectangle is painted."""

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell lies in the rectangle."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def paints(self, x: int, y: int) -> bool:
        """Whether something is painted in a cell."""
        return self.holds(x, y) and (not self.mask or bool(self.mask[y - self.y] >> (x - self.x) & 1))


class Picture(NamedTuple):
    """A room as pixels, two to a cell, and where its things are in it."""

    pixels: list[list[Colour]]
    boxes: tuple[Box, ...]
    """What is painted last comes first."""

    def find_thing(self, x: int, y: int) -> str:
        """What is seen in a cell; empty where that is nothing to point at.

        What is painted there comes first. Then the smallest rectangle around the cell: between the bars of a ladder
        one means the ladder.
        """
        painted = next((box.thing for box in self.boxes if box.paints(x, y)), "")
        around = [box for box in self.boxes if box.holds(x, y)]
        return painted or (min(around, key=lambda box: box.width * box.height).thing if around else "")


def find_boxes(scene: Scene, layout: Layout, crop: Crop) -> tuple[Box, ...]:
    """Where everything is that can be pointed at.

    Args:
        scene: Its shell decides whether there are doors at the ends.
        layout: The scene at its width, with the visitor.
        crop: What the picture shows of it.
    """
    # Reversed: a click hits what is painted last, for that is what the player sees.
    boxes = [_find_box(piece, crop) for piece in reversed(layout.pieces) if piece.thing]
    around = [Box(*window[:4], WINDOW) for window in layout.windows]
    if scene.shell == "carriage":
        door = Box(0, DOOR_TOP, DOOR_WIDTH, DOOR_BOTTOM - DOOR_TOP, BACK)
        around += [door, door._replace(x=crop.scene_width - DOOR_WIDTH, thing=FORWARD)]
    return (*boxes, *(_place(each, crop) for each in around))


def _find_box(piece: PlacedSprite, crop: Crop) -> Box:
    scale = crop.scale
    box = _place(Box(piece.x, piece.y, piece.sprite.width, piece.sprite.height, piece.thing), crop)
    mask = [0] * box.height
    for dy, line in enumerate(piece.sprite.rows):
        bits = _gather_bits((x for x, pixel in enumerate(line) if pixel is not None), scale)
        for step in range(scale):
            mask[((piece.y + dy) * scale + step - crop.top) // 2 - box.y] |= bits
    return box._replace(mask=tuple(mask))


def _gather_bits(columns: Iterable[int], scale: int) -> int:
    wide = (1 << scale) - 1
    bits = 0
    for column in columns:
        bits |= wide << column * scale
    return bits


def _place(box: Box, crop: Crop) -> Box:
    """A rectangle of pixels as one of cells."""
    scale = crop.scale
    upper = (box.y * scale - crop.top) // 2
    # Rounded outwards: a thing of one pixel must still be a cell that can be clicked.
    lower = -(-((box.y + box.height) * scale - crop.top) // 2)
    return Box(box.x * scale - crop.left, upper, box.width * scale, lower - upper, box.thing)
