"""What a window too small to play in shows instead of the game."""

from textual.content import Content

from game.prose.screen_labels import describe_small_window
from game.tui.widgets.block import Block


class TooSmall(Block):
    """Says so, and waits; the tour goes on as soon as there is room."""

    def make_rows(self, width: int) -> list[Content]:
        """One sentence, and the size there is."""
        screen = self.screen.size
        return [Content.styled(line, "$gold") for line in describe_small_window(screen.width, screen.height)]
