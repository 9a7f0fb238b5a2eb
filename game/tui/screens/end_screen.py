"""The end of the journey: its picture, the ticket, and what one can still do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size

from game.app.view import View
from game.prose import cover_lines as words
from game.tui.screens.title_screen import Cover, Vista
from game.tui.widgets.block import Block
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.ruler import Ruler
from game.tui.widgets.styled_text import centre_line

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

TICKET_FILE = "ticket.svg"
"""What the ticket is kept as."""


class Ticket(Block):
    """The ticket on its paper, in the middle of the width."""

    def __init__(self, rows: Sequence[str]) -> None:
        super().__init__(id="lines")
        self._rows = rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row a line."""
        return len(self._rows)

    def make_rows(self, width: int) -> list[Content]:
        """Each line in the middle of the width."""
        return [centre_line(Content.styled(row, "$paper-ink on $paper"), width) for row in self._rows]


class End(Cover):
    """The place where the journey ends, and the ticket."""

    def __init__(
        self,
        view: View,
        ticket: Sequence[str],
        art: "Traversable | None",
        pass_on: Callable[[events.Key], None],
        perform: Callable[[str], None],
        *,
        has_page: bool,
    ) -> None:
        """Make the screen.

        Args:
            view: What there is to see.
            ticket: Its lines.
            art: Folder of scenes and sprites.
            pass_on: Gives a key to the prompt.
            perform: Performs a line.
            has_page: Whether a report was filed, so that there is a front page.
        """
        scene = view.tour.title_picture or view.tour.finish
        super().__init__(Vista(view.tour.destination, scene, view.tour.strip, art), pass_on, perform)
        self._ticket = ticket
        page = Key("1", words.PAGE_KEY, "screen.send('page')")
        write = Key("1", words.WRITE_KEY, "screen.send('dispatch')")
        self._keys = (
            Key("Enter", words.WALK_ON_KEY, "screen.leave"),
            page if has_page else write,
            Key("2", words.KEEP_TICKET_KEY, f"screen.send('ticket save {TICKET_FILE}')"),
            Key("3", words.RIDE_KEY, "screen.send('ride again')"),
            Key("4", words.PRACTISE_KEY, "screen.send('practice')"),
        )

    def compose(self) -> ComposeResult:
        """The picture, the line, the ticket, the keys."""
        yield self._vista
        yield Ruler("", words.ARRIVED_TITLE, id="ruler")
        yield Ticket(self._ticket)
        yield KeyBar(self._keys, id="keys")

    def find_action(self, key: str) -> str:
        """The digits of the keys below, and the usual keys of a cover."""
        return next((each.action for each in self._keys if each.label == key), super().find_action(key))
