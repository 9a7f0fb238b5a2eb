"""Shown instead of the game if the window is too small."""

from textual.content import Content

from game.prose.screen_labels import describe_small_window
from game.tui.widgets.block import Block


class TooSmall(Block):
    """Says that the window is too small; the tour continues as soon as there is room."""

    def make_rows(self, width: int) -> list[Content]:
        """One sentence, and the present size."""
        screen = self.screen.size
        return [Content.styled(line, "$gold") for line in describe_small_window(screen.width, screen.height)]
