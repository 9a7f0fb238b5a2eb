"""What front ends know of a quiz session: what a screen shows, and the four functions they can call.

Everything that a screen would otherwise have to count, compare or find in the words is a field here.
"""

from typing import Literal, Protocol, assert_never

from msgspec import Struct

from game.pack.kinds import Item, Response, Shown, describe_form, list_picked_options
from game.prose.lines import Line

Lines = tuple[Line, ...]

ItemStatus = Literal["open", "answered", "right", "part", "wrong"]
"""The status of an item. Before an exam is handed in, only whether it is answered."""

Confirmation = Literal["", "hand in", "leave"]
"""What waits for yes or no; empty while nothing does."""

AnswerForm = Literal["letter", "true or false", "line"]
"""How an item is answered: by one letter, by T or F, or by a typed line."""


def find_answer_form(item: Item) -> AnswerForm:
    """How an item is answered on a screen."""
    answer_by = describe_form(item).answer_by
    match answer_by:
        case "letter":
            return "letter"
        case "truth":
            return "true or false"
        case "letters" | "figure" | "words":
            return "line"
        case _:
            assert_never(answer_by)


OptionSign = Literal["plain", "picked", "used", "right", "wrong"]
"""How an option is marked on a screen: as picked or given a place, and, once the key is shown, as right or wrong."""


def find_option_signs(shown: Shown, response: Response, key: Response) -> tuple[OptionSign, ...]:
    """One sign for each lettered option; none if an answer uses all options, as in an order."""
    picked, right = list_picked_options(shown.item, response), list_picked_options(shown.item, key)
    return tuple(_find_sign(option, picked, right) for option in shown.options)


def find_row_signs(shown: Shown, response: Response, key: Response) -> tuple[OptionSign, ...]:
    """One sign for each numbered row. Only rows with facts to choose from have signs, and only if the key is shown."""
    if not key or not shown.reasons:
        return tuple("plain" for _ in shown.rows)
    return tuple(_find_sign(reason, response[1:2], key[1:2]) for reason in shown.reasons)


def _find_sign(text: str, picked: Response, right: Response) -> OptionSign:
    if text in right:
        return "right"
    if text in picked:
        return "wrong" if right else "picked"
    return "plain"


class QuizView(Struct, frozen=True, kw_only=True):
    """What a screen shows of a quiz session."""

    badge: str
    title: str
    """The number of the question, or why none is in sight."""
    tally: str
    """The score so far, in two words."""
    is_marked_at_once: bool
    """Whether the tally counts right answers; otherwise it counts all answers."""
    statuses: tuple[ItemStatus, ...]
    """One for each question."""
    share_done: float
    """0..1: questions that are no longer open."""
    place: int
    """Index of the question in sight."""
    shown: Shown | None
    """None before the first question and after the last, and while the clock is stopped."""
    form: AnswerForm | None
    """How the question in sight is answered; None without one."""
    response: Response = ()
    """The answer given so far; empty if there is none."""
    key: Response = ()
    """The right response; empty while it is not shown."""
    option_signs: tuple[OptionSign, ...] = ()
    """One for each lettered option."""
    row_signs: tuple[OptionSign, ...] = ()
    """One for each numbered row."""
    help: str
    """How it is answered, in words."""
    feedback: Lines = ()
    """The feedback on the answer, or the result of the whole exam."""
    notice: Lines = ()
    """Other messages of the last line, besides question and feedback."""
    commands: tuple[tuple[str, str], ...]
    """What can be typed, and what it does; the most useful first."""
    seconds_left: float | None = None
    """None where there is no limit."""
    limit_seconds: float = 0.0
    """0 where there is no limit."""
    is_paused: bool = False
    """Whether the clock is stopped, before the first question or in a pause."""
    is_held: bool = False
    """Whether a teacher has stopped the clock."""
    confirming: Confirmation = ""
    """What the session waits for yes or no to."""
    flagged: frozenset[int] = frozenset()
    """Indices of the questions that the candidate wants to look at again."""
    kept_line: str = ""
    """The line that gives the answer given so far; empty where none does."""
    just_answered: "QuizView | None" = None
    """The question that the last line answered, with its feedback; None if it answered none."""


class QuizReply(Struct, frozen=True, kw_only=True):
    """The reply to a line, in separate parts: a screen paints the question by itself, line mode prints everything."""

    notice: Lines = ()
    feedback: Lines = ()
    question: Lines = ()
    after: Lines = ()
    """A notice that line mode prints after the question."""

    # Four parts and not one list with marks: line mode keeps its order, and a screen need not search.
    @property
    def lines(self) -> Lines:
        """All of it, in the order in which it is printed."""
        return (*self.notice, *self.feedback, *self.question, *self.after)


class RunningQuiz(Protocol):
    """A quiz session as a front end uses it. A protocol, because in the tour the game stands between the two."""

    @property
    def is_over(self) -> bool:
        """Whether its last words were said."""

    def open(self) -> Lines:
        """The first words."""

    def perform(self, line: str) -> Lines:
        """The reply to a typed line."""

    def mark(self, line: str) -> Lines:
        """The reply to an answer that may be changed: where answers are not marked at once, its question stays."""

    def tick(self) -> Lines:
        """The messages of the clock. A front end that shows a clock calls this every second."""

    def beat(self) -> None:
        """Some seconds have gone by in which nobody typed. A front end without a clock calls this."""

    @property
    def view(self) -> QuizView:
        """What a screen shows now."""


def leave_at_once(session: RunningQuiz) -> Lines:
    """End a session without asking: the window is closed, or no line will come any more."""
    told = session.perform("leave")
    return told if session.is_over else session.perform("yes")
