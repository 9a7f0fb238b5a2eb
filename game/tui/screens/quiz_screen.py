"""The screen of a quiz session: passes input to the session and shows its view. It decides nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input

from game.app.quiz_view import Lines, QuizView, RunningQuiz
from game.pack.looks import StripKind
from game.tui.messages import Said
from game.tui.quiz_keys import (
    COMMAND_SIGNS,
    LETTER_COMMANDS,
    YES_NO_KEYS,
    begins_command,
    find_keys,
    is_answer,
    is_known,
    wants_line,
)
from game.tui.screens.answering import Answering, find_typed
from game.tui.screens.quiz_painter import paint_ruler, paint_view
from game.tui.screens.sheet import Sheet
from game.tui.screens.sized import Sized
from game.tui.widgets.answer_entry import AnswerEntry
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.question_strip import QuizTrain
from game.tui.widgets.quiz_panel import QuestionCard
from game.tui.widgets.ruler import Ruler
from game.tui.widgets.small import TooSmall

if TYPE_CHECKING:
    from game.tui.base_app import StyledApp


LAST_SECONDS = 1.5
"""So long before the end of the time, what is typed and not yet entered is kept."""


def call_once(function: Callable[[], None]) -> Callable[[], None]:
    """A function that runs at its first call and does nothing at any later one."""
    waiting = [function]

    def run() -> None:
        if waiting:
            waiting.pop()()

    return run


class QuizScreen(Sized):
    """Shows a quiz session."""

    CSS_PATH = "../tour.tcss"
    AUTO_FOCUS = ""  # the line is there only for questions that need more than a letter
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say('')", show=False),
        Binding("pagedown", "command('next')", show=False),
        Binding("pageup", "command('back')", show=False),
        Binding("escape", "leave", show=False),
        Binding("f1", "command('help')", show=False),
        Binding("f2", "command('hint', 'list')", show=False),
        Binding("f3", "command('source', 'clear')", show=False),
        Binding("f4", "command('read', 'notes')", show=False),
        Binding("f5", "command('flag')", show=False),
        Binding("f6", "command('pause')", show=False),
        Binding("f9,f10", "command('hand in')", show=False),
        Binding("up", "arrow('up')", show=False),
        Binding("down", "arrow('down')", show=False),
        Binding("left", "arrow('left')", show=False),
        Binding("right", "arrow('right')", show=False),
    ]

    def __init__(self, session: RunningQuiz, *, on_end: Callable[[], None], strip: StripKind) -> None:
        """Make the screen.

        Args:
            session: The session to show. It is opened together with the screen.
            on_end: Called once, when the player closes the screen after the last words.
            strip: How the pack draws its rooms; in a train, questions are carriages.
        """
        super().__init__()
        self.session = session
        self._strip = strip
        # Keys that were pressed before the screen closes still arrive here, and must not close the screen under it.
        self._close = call_once(on_end)
        self._answering = Answering(self, session)
        self._held: QuizView | None = None
        """The question just answered, which stays in sight until the player continues."""

    def compose(self) -> ComposeResult:
        """The ruler, the train, the card, the line to type in, the keys."""
        yield Ruler(id="ruler")
        yield QuizTrain(strip=self._strip, id="train")
        with VerticalScroll(id="quiz", can_focus=False):
            yield QuestionCard(id="card")
            yield AnswerEntry(self._answering.edit, id="entry")
        yield KeyBar((), id="keys")
        yield TooSmall(id="small")

    def on_mount(self) -> None:
        """Open the session and show it; start the clock if there is one."""
        self.session.open()
        self._show()
        if self.session.view.seconds_left is not None:
            self.set_interval(1.0, self._tick)

    def on_resize(self) -> None:
        """Paint again, because the space around the options depends on the number of rows."""
        card = self.query_one(QuestionCard)
        card.repaint()
        card.refresh(layout=True)
        # Again, because the card is measured before what is around it has its new size: options would fall off.
        self.call_after_refresh(card.refresh, layout=True)

    def _tick(self) -> None:
        left = self.session.view.seconds_left
        if left is not None and 0 < left < LAST_SECONDS and not self.session.view.is_paused:
            self._answering.keep_typed(self.session.view, is_silent=True)
        if self.session.tick():
            self._show()
        elif not self.session.is_over:
            paint_ruler(self, self.session.view)

    def say(self, line: str) -> None:
        """Pass a line to the session and show the reply.

        An answered question stays in sight until the player continues.
        """
        app = cast("StyledApp", self.app)
        app.is_leave_asked = False
        self._pass_on(line)
        app.announce_painted()

    def _pass_on(self, line: str) -> None:
        if self._held is not None and line in ("", "next"):
            self._held = None
            self._show()
            return
        if self.session.is_over:
            self._close()
            return
        # While an answered question is in sight, SOURCE and READ are about this one, not about the next one.
        lines = self.session.perform(f"{line} last" if self._held and line in ("source", "read") else line)
        if line == "read":
            self.app.push_screen(Sheet("READ", "In context", lines, {}))
            return
        self._held = self.session.view.just_answered or self._held
        self._show()

    def _show(self) -> None:
        view = self.session.view
        self._answering.follow(self._held or view)
        # Messages after the answered question belong to the next one, and wait until it is in sight.
        notice: Lines = () if view.just_answered and self._held else view.notice
        keys = find_keys(self._held or view, is_held=self._held is not None, is_over=self.session.is_over)
        paint_view(self, self._held or view, notice, keys, self._answering.draft)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A typed answer, or a typed command."""
        event.stop()
        line, view = find_typed(event), self.session.view
        if not view.is_marked_at_once and not self.query_one(AnswerEntry).is_command:
            # The answer that is kept needs no second event; an answer that was deleted is taken back.
            line = "" if line == view.kept_line else line or "clear"
        self.say(line)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The card shows what is typed."""
        event.stop()
        self._answering.take_typed(event.value)

    def on_key(self, event: events.Key) -> None:
        """A letter answers, if the question is answered by letters."""
        view = self._held or self.session.view
        if wants_line(view) or not event.character or not event.is_printable:
            return
        event.stop()
        if view.confirming:
            # Any other key says that nothing was done yet.
            self.say(event.character.casefold() if event.character in YES_NO_KEYS else "")
        elif event.key != "space":
            self.action_pick(event.character)
        elif self._answering.edit("space") and self._answering.draft:
            self.action_pick(self._answering.draft.line.casefold())

    def on_said(self, message: Said) -> None:
        """An option, a row, a question of the strip, or an answer to what was asked was clicked."""
        message.stop()
        view = self._held or self.session.view
        if view.confirming:
            self.say(message.line)
        elif message.line.startswith("go to"):
            if not view.is_marked_at_once and view.shown:
                self.action_command(message.line)
        elif wants_line(view):
            self._answering.click(message.line)
        else:
            self.action_pick(message.line)

    def action_pick(self, letter: str) -> None:
        """Take a letter that was pressed, or an option that was clicked: in an exam it is marked and can be changed."""
        view = self._held or self.session.view
        if not self._held and is_answer(view, letter):
            self._mark(letter)
        elif begins_command(view, letter):
            self.query_one(AnswerEntry).show_command("" if letter in COMMAND_SIGNS else letter)
        elif letter in LETTER_COMMANDS:
            self.action_command(LETTER_COMMANDS[letter])

    def _mark(self, letter: str) -> None:
        if self.session.view.is_marked_at_once:
            self.say(letter)
            return
        self.session.mark(letter)
        self._show()
        cast("StyledApp", self.app).announce_painted()

    action_say = say  # the actions of the keys in the footer

    # Two parameters and not a list: Textual passes an action as many as it declares, and to a list only the first.
    def action_command(self, command: str, other: str = "") -> None:
        """Send the first of two commands that the session accepts now, after keeping what was typed."""
        view, is_held = self.session.view, self._held is not None
        if view.confirming:
            # The key that asked, pressed once more or held down, must not be an answer.
            self.say("")
            return
        for word in (command, other):
            if word.startswith("go to") or is_known(view, word, is_held=is_held):
                if self._answering.keep_typed(view):
                    self.say(word)
                else:
                    self._show()
                return

    def action_arrow(self, key: str) -> None:
        """Move the cursor in the answer; where there is none, scroll the question."""
        if not self._answering.edit(key) and key in ("up", "down"):
            self.query_one("#quiz", VerticalScroll).scroll_relative(y=-1 if key == "up" else 1, animate=False)

    def action_leave(self) -> None:
        """End the session, an exam only after asking; close the screen once its last words are read."""
        entry = self.query_one(AnswerEntry)
        if entry.is_command and entry.display:
            entry.close()
        elif self._held and self.session.is_over:
            self.say("")
        elif self.session.is_over:
            self._close()
        elif self.session.view.confirming == "hand in":
            self.say("no")
        elif self._answering.keep_typed(self.session.view):
            self._held = None
            self.say("leave")
        else:
            self._show()
