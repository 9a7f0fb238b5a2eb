"""A grid of pixels to paint on."""

from game.art.palette import Colour


class Canvas:
    """A grid of pixels; whatever falls outside is not painted."""

    def __init__(self, width: int, height: int, colour: Colour = 0) -> None:
        self.width = width
        self.height = height
        self.rows = [[colour] * width for _ in range(height)]

    def fill(self, x: int, y: int, width: int, height: int, colour: Colour) -> None:
        """Paint a rectangle."""
        left, right = max(0, x), min(self.width, x + width)
        if left >= right:
            return
        for row in self.rows[max(0, y) : max(0, y + height)]:
            row[left:right] = [colour] * (right - left)

    def put(self, x: int, y: int, colour: Colour) -> None:
        """Paint one pixel."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self.rows[y][x] = colour
