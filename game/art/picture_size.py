"""How large a picture is, at which scale it is drawn, and which part of a scene it shows."""

from typing import NamedTuple

from game.art.landscape import SCENE_HEIGHT
from game.art.scenes import MIN_SCENE_WIDTH

FIRST_PIXEL_ROW_BY_ROWS = {14: 0, 13: 1, 12: 3, 11: 3, 10: 4, 9: 5, 8: 7}
"""Terminal rows -> first pixel row shown; fewer rows show less of the roof, never a squeezed scene."""

MIN_ROWS_FOR_DOUBLE_SIZE = 20
"""Terminal rows from which a scene is shown at twice its size, if it is wide enough for that, too."""

MIN_ZOOMED_WIDTH = 60
"""Pixels of a scene that a zoomed picture shows at least: what a room is about stands within them."""


class Crop(NamedTuple):
    """Which part of a scene a picture shows."""

    scene_width: int
    """Pixels of the whole scene."""
    scale: int
    left: int
    """The first pixel column shown, scaled."""
    top: int
    """The first pixel row shown, scaled."""


class Size(NamedTuple):
    """Of a picture, in terminal cells."""

    width: int
    rows: int
    is_zoomed: bool = False
    """True where the ends of a scene may be cut off, so that its middle can be shown at twice its size."""

    @property
    def scale(self) -> int:
        """How many pixels one pixel of the scene takes."""
        wanted = MIN_ZOOMED_WIDTH if self.is_zoomed else MIN_SCENE_WIDTH
        return 2 if self.rows >= MIN_ROWS_FOR_DOUBLE_SIZE and self.width >= 2 * wanted else 1

    @property
    def scene_width(self) -> int:
        """Pixels of the scene, of which a zoomed picture shows those in the middle."""
        shown = max(1, self.width // self.scale)
        return max(shown, MIN_SCENE_WIDTH) if self.scale == 2 else shown

    @property
    def left(self) -> int:
        """The first pixel column shown, scaled."""
        return max(0, self.scene_width * self.scale - self.width) // 2

    @property
    def top(self) -> int:
        """The first pixel row shown, scaled."""
        if self.scale == 2:
            return max(0, (2 * SCENE_HEIGHT - 2 * self.rows) // 2)
        return FIRST_PIXEL_ROW_BY_ROWS.get(self.rows, 0 if self.rows > 14 else 8)

    @property
    def crop(self) -> Crop:
        """What it shows of a scene."""
        return Crop(self.scene_width, self.scale, self.left, self.top)
