"""The answer on the screen of a quiz session: what keys, clicks and typed text make of it before it is sent."""

from typing import cast

from textual.screen import Screen
from textual.widgets import Input

from game.app.answer_draft import AnswerDraft
from game.app.quiz_view import QuizView, RunningQuiz
from game.prose.screen_labels import ANSWER_PLACEHOLDER, ARROWS_BY_INSTRUCTION
from game.quiz.command_words import read_quiz_line
from game.tui.quiz_keys import wants_line
from game.tui.widgets.answer_entry import AnswerEntry
from game.tui.widgets.quiz_panel import QuestionCard


class Answering:
    """The draft of the question in sight, its line and its cursor."""

    def __init__(self, screen: Screen[None], session: RunningQuiz) -> None:
        self._screen = screen
        self._session = session
        self.draft: AnswerDraft | None = None
        self._place = -1
        self._refused = ""
        """The line that could not be kept when the candidate wanted to go elsewhere."""

    @property
    def entry(self) -> AnswerEntry:
        """The line to type in."""
        return self._screen.query_one(AnswerEntry)

    def follow(self, view: QuizView) -> None:
        """Take up the question in sight. What was typed stays while the question does."""
        if view.shown is None or view.feedback or view.confirming:
            self.draft, self._place = None, -1
            self.entry.close()
            return
        is_new = self.draft is None or self._place != view.place or self.draft.shown != view.shown
        if is_new or not wants_line(view):
            cursor = None if is_new or self.draft is None else self.draft.cursor
            self.draft, self._place, self._refused = AnswerDraft(view.shown, view.kept_line), view.place, ""
            self.draft.cursor = cursor
            if wants_line(view):
                hint = ARROWS_BY_INSTRUCTION.get(self.draft.instruction, ANSWER_PLACEHOLDER)
                self.entry.show(view.kept_line, hint)
            else:
                self.entry.close()

    def edit(self, key: str) -> bool:
        """Do what an arrow or Space does; False where the key belongs to the line."""
        draft = self.draft
        if draft is None or not draft.count or (self.entry.is_command and self.entry.display):
            return False
        if key in ("up", "down"):
            draft.move(-1 if key == "up" else 1)
        elif draft.cursor is None:
            return False
        elif key == "space":
            draft.press()
        else:
            draft.turn(-1 if key == "left" else 1)
        self._show_draft()
        return True

    def take_typed(self, line: str) -> None:
        """The line was typed in: the cursor is gone, and the card shows what the line says."""
        if self.draft is not None and not self.entry.is_command:
            self.draft.line, self.draft.cursor, self.draft.is_held = line, None, False
            self._paint()

    def click(self, line: str) -> None:
        """An option or a row was clicked."""
        draft = self.draft
        if draft is None:
            return
        if line.isdecimal():
            draft.pick_row(int(line) - 1)
        else:
            draft.pick_option("abcdefgh".index(line.casefold()))
        self._show_draft()

    def keep_typed(self, view: QuizView, *, is_silent: bool = False) -> bool:
        """Keep what was typed before the question is left; False if it is no answer, which is told once."""
        if view.is_marked_at_once or not wants_line(view) or view.shown is None or self.entry.is_command:
            return True
        line = self.entry.line.strip()
        if line in ("", view.kept_line, self._refused):
            return True
        meant = read_quiz_line(view.shown, line)
        if isinstance(meant, tuple):
            self._session.mark(line)
        if meant is not None or is_silent:
            return True
        self._refused = line
        self._session.perform(line)
        return False

    def _show_draft(self) -> None:
        draft = cast(AnswerDraft, self.draft)
        if self.entry.display and not self.entry.is_command:
            self.entry.set_line(draft.line)
        self._paint()

    def _paint(self) -> None:
        card = self._screen.query_one(QuestionCard)
        card.draft = self.draft
        card.repaint()


def find_typed(event: Input.Submitted) -> str:
    """The line that was entered, without the sign that begins a command."""
    return event.value.strip().removeprefix(":").removeprefix("/")
