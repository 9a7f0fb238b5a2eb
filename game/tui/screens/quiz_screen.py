"""The screen of a quiz session: passes input to the session and shows its view. It decides nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from game.app.quiz_view import Lines, QuizView, RunningQuiz
from game.pack.looks import StripKind
from game.prose.action_words import LEAVE_QUIZ_ASKED
from game.prose.screen_labels import ANSWER_PLACEHOLDER
from game.tui.messages import Said
from game.tui.quiz_keys import LETTER_COMMANDS, YES_NO_KEYS, find_keys, is_answer, is_known, wants_line
from game.tui.screens.quiz_painter import paint_ruler, paint_view
from game.tui.screens.sheet import Sheet
from game.tui.screens.sized import Sized
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.quiz_panel import QuestionCard, QuizTrain
from game.tui.widgets.ruler import Ruler
from game.tui.widgets.small import TooSmall

if TYPE_CHECKING:
    from game.tui.base_app import StyledApp


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
        Binding("pagedown", "say('next')", show=False),
        Binding("pageup", "say('back')", show=False),
        Binding("escape", "leave", show=False),
        Binding("f1", "say('help')", show=False),
        Binding("f2", "say_one('hint', 'list')", show=False),
        Binding("f3", "say_one('source', 'clear')", show=False),
        Binding("f4", "say_one('read', 'notes')", show=False),
        Binding("f6", "say_one('pause')", show=False),
        Binding("f10", "say_one('hand in')", show=False),
        Binding("up", "scroll_card(-1)", show=False),
        Binding("down", "scroll_card(1)", show=False),
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
        self._held: QuizView | None = None
        """The question just answered, which stays in sight until the player continues."""

    def compose(self) -> ComposeResult:
        """The ruler, the train, the card, the line to type in, the keys."""
        yield Ruler(id="ruler")
        yield QuizTrain(strip=self._strip, id="train")
        with VerticalScroll(id="quiz", can_focus=False):
            yield QuestionCard(id="card")
        with Horizontal(id="entry"):
            yield Input(placeholder=ANSWER_PLACEHOLDER, compact=True, id="answer")
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

    def _tick(self) -> None:
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
        # Messages after the answered question belong to the next one, and wait until it is in sight.
        notice: Lines = () if view.just_answered and self._held else view.notice
        keys = find_keys(self._held or view, is_held=self._held is not None, is_over=self.session.is_over)
        paint_view(self, self._held or view, notice, keys)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A typed answer, or a typed command."""
        event.stop()
        self.say(event.value)

    def on_key(self, event: events.Key) -> None:
        """A letter answers, if the question is answered by letters."""
        view = self._held or self.session.view
        if view.is_confirming and event.character in YES_NO_KEYS:
            event.stop()
            self.say(event.character.casefold())
            return
        if wants_line(view) or not event.character or not event.is_printable:
            return
        event.stop()
        self.action_pick(event.character)

    def on_said(self, message: Said) -> None:
        """An option was clicked."""
        message.stop()
        self.action_pick(message.line)

    def action_pick(self, letter: str) -> None:
        """Take a letter that was pressed, or an option that was clicked."""
        view = self._held or self.session.view
        if wants_line(view):
            # Several letters may make one answer, so a click only writes one.
            answer = self.query_one("#answer", Input)
            answer.value = f"{answer.value} {letter}".strip()
            answer.cursor_position = len(answer.value)
        elif not self._held and is_answer(view, letter):
            self.say(letter)
        elif letter in LETTER_COMMANDS:
            self.action_say_one(LETTER_COMMANDS[letter])

    action_say = say  # the actions of the keys in the footer

    def action_say_one(self, *commands: str) -> None:
        """Send the first of these commands that the session accepts now."""
        view, is_held = self.session.view, self._held is not None
        for command in commands:
            if is_known(view, command, is_held=is_held):
                self.say(command)
                return

    def action_scroll_card(self, rows: int) -> None:
        """Scroll the question."""
        self.query_one("#quiz", VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_leave(self) -> None:
        """End the session, an exam only when asked twice; close the screen once its last words are read."""
        app = cast("StyledApp", self.app)
        if self._held and self.session.is_over:
            self.say("")
        elif self.session.is_over:
            self._close()
        elif is_known(self.session.view, "hand in", is_held=False) and not app.is_leave_asked:
            # Who leaves an exam cannot always come back, and Escape is pressed by habit.
            app.is_leave_asked = True
            app.warn(LEAVE_QUIZ_ASKED)
        else:
            self._held = None
            self.say("leave")
