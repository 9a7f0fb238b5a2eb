"""The input line: history on the arrow keys, completion as ghost text, and always the focus.

It always keeps the focus: after a click elsewhere, the player's typing would otherwise be lost. So every key that is no
character reaches the screen through this widget.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input

from game.prose.action_words import ask_pasted
from game.prose.screen_labels import PROMPT_PLACEHOLDER
from game.tui.widgets.block import Block
from game.tui.widgets.line_history import LineHistory
from game.tui.widgets.popup import Popup, PopupRow

if TYPE_CHECKING:
    from game.app.view import Completion

Complete = Callable[[str], "Sequence[Completion]"]
"""How a line that is being typed may go on."""


class Prompt(Input):
    """Where the player types. Printable keys are always text, never shortcuts."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("up", "older", "Earlier line", show=False),
        Binding("down", "newer", "Later line", show=False),
        Binding("tab", "complete", "Complete", show=False),
        Binding("shift+tab", "complete(-1)", show=False),
        Binding("ctrl+r", "search", "Search earlier lines", show=False),
        Binding("pageup", "screen.scroll_log(-1)", "Scroll back", show=False),
        Binding("pagedown", "screen.scroll_log(1)", "Scroll on", show=False),
        Binding("escape", "clear", "Clear the line", show=False),
        Binding("ctrl+j", "submit", show=False),  # what Enter is while the terminal is still in line mode
    ]

    def __init__(
        self,
        complete: Complete,
        perform: Callable[[str], None],
        turn_page: Callable[[], bool],
        *,
        id: str | None = None,
    ) -> None:
        """Make the line.

        Args:
            complete: Offers ways to go on with what is typed.
            perform: Performs a line that is sent. It is called at once: as a message the line would wait for its turn,
                the screen would paint the empty prompt first, and the reply only in the frame after.
            turn_page: Shows more of a reply that is longer than the screen; False where nothing is left of it.
            id: Of the widget.
        """
        super().__init__(placeholder=PROMPT_PLACEHOLDER, compact=True, suggester=Ghost(complete), id=id)
        self._perform = perform
        self._turn_page = turn_page
        self._pasted: list[str] = []
        """Pasted lines that wait for the player's yes."""
        self.history = LineHistory()
        """The lines on the arrow keys."""
        self.ways_along = ("exits", "exits")
        """What the keys to the left and to the right say on an empty line."""
        self.around: Sequence[PopupRow] = ()
        """What is in this room, in the order of the text, and the ways out: what Tab walks on an empty line."""
        self._completions = partial(list_completions, complete)
        self._earlier_lines = partial(list_earlier_lines, self.history)
        self._rows: Callable[[str], list[PopupRow]] = self._completions
        """What the pop-up shows for what is typed: completions, or earlier lines."""

    @property
    def popup(self) -> Popup:
        """The pop-up of this screen."""
        return self.screen.query_one(Popup)

    def fill(self, line: str) -> None:
        """Put a line in, to be changed or sent."""
        self.value = line
        self.cursor_position = len(line)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Send the typed line and remember it; or take the selected row of the pop-up."""
        event.stop()
        # Textual calls the handlers of every base class, too: the handler of Input would run after this one.
        event.prevent_default()
        if self.popup.is_open:
            self.take(self.popup.line)
        elif self._pasted and not self.value:
            self._perform_pasted()
        # A reply is read to its end before an empty line means anything else.
        elif self.value or not self._turn_page():
            self.send()

    def on_paste(self, event: events.Paste) -> None:
        """Several pasted lines are performed in order, after one question; one line is text like any other."""
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            event.stop()
            # Textual's own handler would take the first line and lose the others.
            event.prevent_default()
            self._set_pasted(lines)

    def _set_pasted(self, lines: list[str]) -> None:
        self._pasted = lines
        self.placeholder = ask_pasted(len(lines)) if lines else PROMPT_PLACEHOLDER

    def _perform_pasted(self) -> None:
        lines = self._pasted
        self._set_pasted([])
        for line in lines:
            # A line may open a screen or end the tour; who pasted the others could not have meant them for that.
            if not self.screen.is_current:
                break
            self.history.remember(line)
            self._perform(line)

    def on_key(self, event: events.Key) -> None:
        """On an empty line, Space turns the page."""
        if event.key == "space" and not self.value:
            # Also on the last page: a blank at the beginning of a line means nothing.
            event.prevent_default()
            event.stop()
            self._turn_page()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Update the pop-up for the text typed now."""
        if self.popup.is_open:
            self.popup.open(self._rows(self.value))

    def take(self, line: str) -> None:
        """Put a line from the pop-up in, and close it."""
        self.popup.close()
        with self.prevent(Input.Changed):
            self.fill(line)

    def send(self) -> None:
        """Send the text of the prompt, and begin a new line."""
        line = self.value
        self._set_pasted([])
        self.popup.close()
        self.history.remember(line)
        self.value = ""
        self._perform(line)

    def on_blur(self, _: events.Blur) -> None:
        """Take the focus back at once: there is nothing else to type into."""
        # Later, because Textual is still changing the focus while this runs; and not if another screen covers this one.
        if self.screen.is_current:
            self.call_later(self.focus, scroll_visible=False)

    def action_older(self) -> None:
        """The line before; in the pop-up, the row above."""
        if self.popup.is_open:
            self.popup.move(-1)
        elif (line := self.history.step_back(self.value)) is not None:
            self.fill(line)

    def action_newer(self) -> None:
        """The line after, or the unfinished text after the last one; in the pop-up, the row below."""
        if self.popup.is_open:
            self.popup.move(1)
        elif (line := self.history.step_on()) is not None:
            self.fill(line)

    def action_cursor_left(self, select: bool = False) -> None:
        """On an empty line, walk to the room before; else move the cursor."""
        if self.value:
            super().action_cursor_left(select)
        else:
            self._perform(self.ways_along[0])

    def action_cursor_right(self, select: bool = False) -> None:
        """On an empty line, walk to the next room; else move the cursor."""
        if self.value:
            super().action_cursor_right(select)
        else:
            self._perform(self.ways_along[1])

    def action_complete(self, by: int = 1) -> None:
        """Take the only completion, or open the pop-up of several; in the pop-up, the next row."""
        if self.popup.is_open:
            self.popup.move(by)
            return
        if not self.value:
            self._rows = self._list_around
            self.popup.open(self.around)
            return
        self._rows = self._completions
        choices = self._rows(self.value)
        if len(choices) == 1:
            self.take(choices[0].line)
        else:
            self.popup.open(choices)

    def _list_around(self, typed: str) -> list[PopupRow]:
        """What is around, while the line is empty; then the completions of what is typed."""
        return list(self._completions(typed) if typed else self.around)

    def action_search(self) -> None:
        """Open the pop-up of earlier lines that contain the typed text; if it is open, select the next one."""
        if self.popup.is_open and self._rows is self._earlier_lines:
            self.popup.move(1)
            return
        self._rows = self._earlier_lines
        self.popup.open(self._rows(self.value))

    def action_clear(self) -> None:
        """Close the pop-up, or else empty the line."""
        if self.popup.is_open:
            self.popup.close()
        else:
            self.value = ""
            self._set_pasted([])


def list_completions(complete: Complete, typed: str) -> list[PopupRow]:
    """The ways in which a line may go on, as rows of the pop-up."""
    return [PopupRow(each.line, each.shown, each.kind) for each in complete(typed)]


def list_earlier_lines(history: LineHistory, typed: str) -> list[PopupRow]:
    """The earlier lines that contain the typed text, as rows of the pop-up."""
    return [PopupRow(line, line, "earlier") for line in history.find(typed)]


class Mark(Block):
    """The golden angle before the line."""

    def make_rows(self, width: int) -> list[Content]:
        """One character."""
        return [Content.styled("›", "bold $gold")]


class Ghost(Suggester):
    """The first completion that begins with the whole line, shown behind the cursor."""

    def __init__(self, complete: Complete) -> None:
        # No cache: the same beginning has other completions in the next room.
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its end; None when nothing fits."""
        for completion in self._complete(value):
            if len(completion.line) > len(value) and completion.line.casefold().startswith(value.casefold()):
                return value + completion.line[len(value) :]
        return None
