"""The line in which an answer or a command is typed on the screen of a quiz session."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from game.prose.screen_labels import COMMAND_PLACEHOLDER


class AnswerEntry(Horizontal):
    """The line, shown where a question needs more than a letter, or where a command is typed."""

    def __init__(self, edit: Callable[[str], bool], *, id: str | None = None) -> None:
        """Make the entry.

        Args:
            edit: Gets the keys left, right and space before the line; True if it has used one.
            id: For the style sheet.
        """
        super().__init__(id=id)
        self._edit = edit
        self.is_command = False
        """Whether a command is typed at a question that is answered by a letter."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield AnswerInput(self._edit, id="answer")

    @property
    def line(self) -> str:
        """What stands there."""
        return self.query_one(Input).value

    def show(self, line: str, hint: str) -> None:
        """Show the line of a question.

        Args:
            line: What stands in it.
            hint: What stands there while it is empty.
        """
        self.is_command = False
        self._open(line, hint)

    def show_command(self, line: str) -> None:
        """Begin a command."""
        self.is_command = True
        self._open(line, COMMAND_PLACEHOLDER)

    def set_line(self, line: str) -> None:
        """Put another line in, without telling that it was typed."""
        answer = self.query_one(Input)
        with self.prevent(Input.Changed), answer.prevent(Input.Changed):
            answer.value = line
        answer.cursor_position = len(line)

    def close(self) -> None:
        """Hide it, so that letters answer."""
        self.is_command, self.display = False, False
        self.set_line("")
        self.screen.set_focus(None)

    def _open(self, line: str, hint: str) -> None:
        self.display = True
        answer = self.query_one(Input)
        answer.placeholder = hint
        self.set_line(line)
        answer.focus(scroll_visible=False)


class AnswerInput(Input):
    """A line whose arrows and Space edit an answer while a cursor stands in its question."""

    def __init__(self, edit: Callable[[str], bool], *, id: str | None = None) -> None:
        # Selected text would be lost with the next letter; a candidate adds to an answer more often than that.
        super().__init__(compact=True, select_on_focus=False, id=id)
        self._edit = edit

    def on_key(self, event: events.Key) -> None:
        """Space marks what the cursor stands on."""
        if event.key == "space" and self._edit("space"):
            event.prevent_default()
            event.stop()

    def action_cursor_left(self, select: bool = False) -> None:
        """The letter before, or else the cursor of the line."""
        if not self._edit("left"):
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """The next letter, or else the cursor of the line."""
        if not self._edit("right"):
            super().action_cursor_right(select)
