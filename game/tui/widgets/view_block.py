"""A block that shows the player's place."""

from textual.content import Content

from game.app.view import View
from game.tui.widgets.block import Block


class ViewBlock(Block):
    """A block that shows a view."""

    view: View | None = None
    """The view it shows; None before the first one."""

    def show(self, view: View) -> None:
        """Show that view."""
        self.view = view
        self.repaint()

    def make_rows(self, width: int) -> list[Content]:
        """The paragraphs of the view; none before there is one."""
        return [] if self.view is None else self.make_view_rows(self.view, width)

    def make_view_rows(self, view: View, width: int) -> list[Content]:
        """The paragraphs that show a view at that width."""
        raise NotImplementedError
