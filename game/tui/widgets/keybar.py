"""The footer: which keys work here. A click on a key does what the key does.

Textual's own footer has one widget for each key, and needs a layout whenever the keys change. This one is a row of
text.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content, Span
from textual.style import Style

from game.tui.widgets.block import Block


class Key(NamedTuple):
    """A key as the footer shows it."""

    label: str
    text: str
    action: str
    """Textual action that the key runs."""


class KeyBar(Block):
    """A row of keys in gold with their labels."""

    def __init__(self, keys: Sequence[Key], last: Key | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = keys
        self._last = last

    @property
    def keys(self) -> tuple[Key, ...]:
        """All keys, also those for which there is no room."""
        return (*self._keys, *((self._last,) if self._last else ()))

    def set_keys(self, keys: Sequence[Key]) -> None:
        """Show other keys."""
        self._keys = keys
        self.repaint()

    def make_rows(self, width: int) -> list[Content]:
        """As many keys as fit; the last one is at the right edge."""
        last = _make_key(self._last) if self._last else Content("")
        row = Content("")
        for key in self._keys:
            shown = _make_key(key)
            # Keys are in the order of importance: those that do not fit are the least important, and are left out
            # whole.
            if row.cell_length + shown.cell_length + last.cell_length + 1 > width:
                break
            row += shown + Content("  ")
        return [row.pad_right(max(0, width - row.cell_length - last.cell_length)) + last]

    async def on_click(self, event: events.Click) -> None:
        """Run the key's action."""
        if action := event.style.meta.get("key"):
            event.stop()
            # In the namespace of the screen, like a real key: "screen." in an action means this screen.
            await self.app.run_action(action, self.screen)


def _make_key(key: Key) -> Content:
    text = f"{key.label} {key.text}"
    spans = [
        Span(0, len(key.label), "bold $gold"),
        Span(len(key.label), len(text), "$muted"),
        Span(0, len(text), Style.from_meta({"key": key.action})),
    ]
    return Content(text, spans=spans)
