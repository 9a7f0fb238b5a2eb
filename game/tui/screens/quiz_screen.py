"""A round of questions: its train, the question, a line to type in where letters do not do. It decides nothing."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from game.app.quiz_session import QuizSession, QuizView
from game.pack.items import TrueFalse, lettered
from game.prose.lines import Line
from game.prose.questions import LETTERS
from game.quiz import Shown
from game.tui.messages import Said
from game.tui.screens.sheet import Sheet
from game.tui.screens.sized import Sized
from game.tui.widgets.keybar import Key, KeyBar
from game.tui.widgets.quiz_panel import QuestionCard, RoundTrain, clock
from game.tui.widgets.ruler import Ruler
from game.tui.widgets.small import TooSmall

if TYPE_CHECKING:
    from game.tui.base_app import StyledApp

FUNCTION_KEYS = {"hint": "f2", "source": "f3", "read": "f4", "list": "f2", "clear": "f3", "notes": "f4", "pause": "f6"}
"""Line to say -> the key that says it, whatever is typed."""

LETTERED = {"h": "hint", "s": "source", "r": "read", "l": "list"}
"""What a letter says that is no answer, where letters answer."""

YES_NO = frozenset("yYnN")

LABELS = {"next": "Next", "hint": "Hint", "source": "Source", "read": "Read in context", "list": "List"}
LABELS |= {"clear": "Take back", "notes": "Notebook", "pause": "Pause", "hand in": "Hand in", "back": "Back"}
LABELS |= {"leave": "Leave", "skip": "Pass"}


class RoundScreen(Sized):
    """Shows a round, and passes on what is typed."""

    CSS_PATH = "../tour.tcss"
    AUTO_FOCUS = ""  # the line is there only for questions that want more than a letter
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say('')", show=False),
        Binding("pagedown", "say('next')", show=False),
        Binding("pageup", "say('back')", show=False),
        Binding("escape", "leave", show=False),
        Binding("f1", "say('help')", show=False),
        Binding("f2", "say_one('hint list')", show=False),
        Binding("f3", "say_one('source clear')", show=False),
        Binding("f4", "say_one('read notes')", show=False),
        Binding("f6", "say_one('pause')", show=False),
        Binding("f10", "say_one('hand_in')", show=False),
        Binding("up", "scroll_card(-1)", show=False),
        Binding("down", "scroll_card(1)", show=False),
    ]

    def __init__(
        self, round_: QuizSession, *, opening: tuple[Line, ...] | None = None, on_end: Callable[[], None]
    ) -> None:
        """Make the screen.

        Args:
            round_: What is gone through.
            opening: Its first words, where it has been opened already.
            on_end: Called once the screen is left.
        """
        super().__init__()
        self.round = round_
        self._opening = opening
        self._on_end = on_end
        self._notice: tuple[Line, ...] = ()
        """What the last line brought besides the question."""
        self._held: QuizView | None = None
        """The question just answered, shown until the player goes on."""

    def compose(self) -> ComposeResult:
        """The line, the train, the card, the line to type in, the keys."""
        yield Ruler(id="ruler")
        yield RoundTrain(id="train")
        with VerticalScroll(id="round", can_focus=False):
            yield QuestionCard(id="card")
        with Horizontal(id="entry"):
            yield Input(placeholder="Your answer, and Enter", compact=True, id="answer")
        yield KeyBar((), id="keys")
        yield TooSmall(id="small")

    def on_mount(self) -> None:
        """Open the round and show it; the clock ticks where there is one."""
        opening = self.round.open() if self._opening is None else self._opening
        view = self.round.view
        self._notice = opening if view.shown is None else _aside(opening)
        self._show(view)
        if view.seconds_left is not None:
            self.set_interval(1.0, self._tick)

    def on_resize(self) -> None:
        """Other rows, other air."""
        self.query_one(QuestionCard).changed()
        self.query_one(QuestionCard).refresh(layout=True)

    def _tick(self) -> None:
        if told := self.round.tick():
            self._notice = () if self.round.view.feedback else told
            self._show(self.round.view)
        elif not self.round.is_over:
            self._show_line(self.round.view)

    def say(self, line: str) -> None:
        """Pass a line on and show what came of it; after an answer, what was said of it, until the player goes on."""
        self._pass_on(line)
        cast("StyledApp", self.app).announce_painted()

    def _pass_on(self, line: str) -> None:
        if self._held is not None and line in ("", "next"):
            self._held = None
            self._show(self.round.view)
            return
        if self.round.is_over:
            self._on_end()
            return
        told = self.round.perform(f"{line} last" if self._held and line in ("source", "read") else line)
        if line == "read":
            self.app.push_screen(Sheet("READ", "In context", told, {}))
            return
        view = self.round.view
        if view.before is not None:
            self._held = view.before
            told = tuple(line for line in told if line not in view.before.feedback)
        self._notice = () if view.feedback else _aside(told)
        self._show(self._held or view, () if view.before else self._notice)

    def _show(self, view: QuizView, notice: tuple[Line, ...] | None = None) -> None:
        self._show_line(view)
        said = self._notice if notice is None else notice
        self.query_one(RoundTrain).show(view)
        card = self.query_one(QuestionCard)
        card.show(view, said)
        card.refresh(layout=True)
        self._show_entry(view)
        scroll = self.query_one("#round", VerticalScroll)
        if view.shown and (view.feedback or said):
            self.call_after_refresh(scroll.scroll_end, animate=False)
        else:
            scroll.scroll_home(animate=False)

    def _show_line(self, view: QuizView) -> None:
        done = sum(standing != "open" for standing in view.standings)
        right = view.standings.count("right")
        ends = [(clock(view), "$gold")] if view.seconds_left is not None else []
        if view.badge == "QUIZ":
            ends.append((f"✦ {right} right", "$success"))
        else:
            ends.append((f"{done} answered", "$muted"))
        title = (
            view.title if view.shown else "Paused" if view.is_paused and done else "Ready" if view.is_paused else "Done"
        )
        share = done / len(view.standings) if view.standings else 1.0
        self.query_one("#ruler", Ruler).show(view.badge, title, share, tuple(ends))

    def _show_entry(self, view: QuizView) -> None:
        """A line to type in where the question wants more than a letter."""
        answer = self.query_one("#answer", Input)
        wants_line = self._wants_line(view)
        self.query_one("#entry").display = wants_line
        if wants_line:
            answer.value = ""
            answer.focus()
        else:
            self.set_focus(None)
        self.query_one(KeyBar).set_keys(self._keys(view))

    @staticmethod
    def _wants_line(view: QuizView) -> bool:
        if view.shown is None or view.feedback or view.is_asking:
            return False
        return not lettered(view.shown.item) and not isinstance(view.shown.item, TrueFalse)

    def _keys(self, view: QuizView) -> tuple[Key, ...]:
        """The keys that work now."""
        if view.is_asking:
            return (Key("y", "Hand in", "screen.say('yes')"), Key("n", "Go on", "screen.say('no')"))
        if self.round.is_over and not self._held:
            return (Key("Enter", "Close", "screen.leave"),)
        said = dict(view.keys)
        keys = list(self._answer_keys(view))
        if "back" in said and view.shown:
            keys.append(Key("PgUp PgDn", "Turn", "screen.say('next')"))
        known = [line for line in FUNCTION_KEYS if line in said and not (self._held and line == "hint")]
        keys += [Key(FUNCTION_KEYS[line], LABELS[line], f"screen.say('{line}')") for line in known]
        if "hand in" in said:
            keys.append(Key("f10", "Hand in", "screen.say('hand in')"))
        return (*keys, Key("esc", "Leave", "screen.leave"))

    def _answer_keys(self, view: QuizView) -> Iterator[Key]:
        """The key that goes on, or those that answer."""
        if self._held:
            yield Key("Enter", "Next", "screen.say('')")
        elif view.shown is None:
            yield Key("Enter", "Go on", "screen.say('')")
        elif isinstance(view.shown.item, TrueFalse):
            yield Key("t f", "Answer", "screen.say('')")
        elif not self._wants_line(view):
            yield Key(f"a-{LETTERS[len(view.shown.options) - 1].lower()}", "Answer", "screen.say('')")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A typed answer, or a typed command."""
        event.stop()
        self.say(event.value)

    def on_key(self, event: events.Key) -> None:
        """A letter answers, where letters do."""
        view = self._held or self.round.view
        if view.is_asking and event.character in YES_NO:
            event.stop()
            self.say(event.character.casefold())
            return
        if self._wants_line(view) or not event.character or not event.is_printable:
            return
        event.stop()
        self.action_pick(event.character)

    def on_said(self, message: Said) -> None:
        """An option was clicked."""
        message.stop()
        self.action_pick(message.line)

    def action_pick(self, letter: str) -> None:
        """A letter was pressed, or an option clicked."""
        view = self._held or self.round.view
        if self._wants_line(view):
            answer = self.query_one("#answer", Input)
            answer.value = f"{answer.value} {letter}".strip()
            answer.cursor_position = len(answer.value)
        elif view.shown and not self._held and self._answers(letter, view.shown):
            self.say(letter)
        elif letter in LETTERED:
            self.action_say_one(LETTERED[letter])

    @staticmethod
    def _answers(letter: str, shown: Shown) -> bool:
        return letter.upper() in LETTERS[: len(shown.options)] or isinstance(shown.item, TrueFalse)

    def action_say(self, line: str) -> None:
        """A key says a line."""
        self.say(line)

    def action_say_one(self, lines: str) -> None:
        """A key says whichever of some lines this round knows."""
        known = dict(self.round.view.keys)
        for line in lines.split():
            if (said := line.replace("_", " ")) in known and not (self._held and said == "hint"):
                self.say(said)
                return

    def action_scroll_card(self, rows: int) -> None:
        """Scroll the question."""
        self.query_one("#round", VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_leave(self) -> None:
        """End the round where it is; leave the screen once its last words were read."""
        if self._held and self.round.is_over:
            self.say("")
        elif self.round.is_over:
            self._on_end()
        else:
            self._held = None
            self.say("leave")


def _aside(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """What of some lines a screen does not show by itself: all but questions and options."""
    kept: list[Line] = []
    is_question = False
    for line in lines:
        is_question = line.role == "question" or (is_question and line.is_tight)
        if not is_question and not (line.role == "heading" and line.text.startswith("Question ")):
            kept.append(line)
    return tuple(kept)
