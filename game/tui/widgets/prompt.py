"""The input line: history on the arrow keys, completion as ghost text, and always the focus."""

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input

from game.tui.messages import Said
from game.tui.widgets.block import Block


class Prompt(Input):
    """Where the player types. Printable keys are always text, never shortcuts."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("up", "older", "Earlier line", show=False),
        Binding("down", "newer", "Later line", show=False),
        Binding("tab", "complete", "Complete", show=False),
        Binding("shift+tab", "app.nothing", show=False),
        Binding("pageup", "screen.scroll_log(-1)", "Scroll back", show=False),
        Binding("pagedown", "screen.scroll_log(1)", "Scroll on", show=False),
        Binding("escape", "clear", "Clear the line", show=False),
        Binding("ctrl+j", "submit", show=False),  # what Enter is while the terminal is still in line mode
    ]

    def __init__(self, *, id: str | None = None) -> None:
        self._names = Completions()
        super().__init__(placeholder="Type a command, or press F1 for help", compact=True, suggester=self._names, id=id)
        self._history: list[str] = []
        self._place = 0
        self._draft = ""

    def offer(self, names: Sequence[str]) -> None:
        """Complete these names from now on."""
        self._names.names = tuple(names)

    def fill(self, line: str) -> None:
        """Put a line in, to be changed or sent."""
        self.value = line
        self.cursor_position = len(line)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say the line that was typed; remember it."""
        event.stop()
        event.prevent_default()
        self.send()

    def send(self) -> None:
        """Say what stands in the line, and begin a new one."""
        line = self.value
        if line.strip() and (not self._history or self._history[-1] != line):
            self._history.append(line)
        self._place = len(self._history)
        self.value = ""
        self.post_message(Said(line))

    def on_blur(self, _: events.Blur) -> None:
        """The focus comes back at once: there is nothing else to type into."""
        if self.screen.is_current:
            self.call_later(self.focus, scroll_visible=False)

    def action_older(self) -> None:
        """The line before."""
        if self._place == len(self._history):
            self._draft = self.value
        self._step(-1)

    def action_newer(self) -> None:
        """The line after; the last is what was being typed."""
        self._step(1)

    def action_cursor_left(self, select: bool = False) -> None:
        """On an empty line, walk back; else what the key always does."""
        if self.value:
            super().action_cursor_left(select)
        else:
            self.post_message(Said("back"))

    def action_cursor_right(self, select: bool = False) -> None:
        """On an empty line, walk forward; else what the key always does."""
        if self.value:
            super().action_cursor_right(select)
        else:
            self.post_message(Said("forward"))

    def action_complete(self) -> None:
        """Take the ghost text."""
        if self.cursor_at_end and self._suggestion:
            self.fill(self._suggestion)

    def action_clear(self) -> None:
        """Empty the line."""
        self.value = ""

    def _step(self, by: int) -> None:
        place = min(max(0, self._place + by), len(self._history))
        if place != self._place:
            self._place = place
            self.fill(self._history[place] if place < len(self._history) else self._draft)


class Mark(Block):
    """The golden angle before the line."""

    def rows(self, width: int) -> list[Content]:
        """One character."""
        return [Content.styled("›", "bold $gold")]


class Completions(Suggester):
    """Completes the last words of a line from the names in scope."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.names: tuple[str, ...] = ()

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last words completed; None when nothing fits."""
        words = value.split(" ")
        for start in range(len(words)):
            typed = " ".join(words[start:]).casefold()
            if len(typed.strip()) < 2:
                continue
            for name in self.names:
                if name.casefold().startswith(typed) and len(name) > len(typed):
                    return value + name[len(typed) :]
        return None
