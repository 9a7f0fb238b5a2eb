"""The curtain: the first frame, painted before anything of the game is loaded. It keeps the keys that are typed.

Reading a pack and building the play screen take longer than players wait before they press a key again.
"""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from game.tui.widgets.block import Block


class CurtainCard(Block):
    """The name of the tour on the yellow line; the line alone while it is not known."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def make_rows(self, width: int) -> list[Content]:
        """The line, in the middle of the screen."""
        text = f" {self._title} " if self._title else ""
        side = max(0, width - len(text)) // 2
        line = Content.assemble(("━" * side, "$line"), (text, "bold $gold"), ("━" * side, "$line"))
        return [*[Content("")] * (self.size.height // 2), line]


class Curtain(Screen[None]):
    """Shows the card, and remembers the keys typed in the meantime."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._card = title
        self.typed: list[events.Key] = []
        """The keys so far, which the prompt gets later."""

    def compose(self) -> ComposeResult:
        """Only the card."""
        yield CurtainCard(self._card)

    def on_key(self, event: events.Key) -> None:
        """Keep the key."""
        self.typed.append(event)
