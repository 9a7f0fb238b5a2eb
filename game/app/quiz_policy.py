"""What practice and an exam decide differently. Everything else about a quiz session is in ``quiz_session``."""

from abc import ABC, abstractmethod
from typing import ClassVar, Literal

from msgspec import Struct

from game.app.quiz_view import Confirmation, ItemStatus, Lines, QuizReply
from game.pack.kinds import Item, Response, Shown
from game.pack.world import World
from game.prose import questions, quiz
from game.prose.lines import Line

PolicyCommand = Literal[
    "next",
    "back",
    "go to",
    "list",
    "repeat",
    "clear",
    "flag",
    "hint",
    "source",
    "source last",
    "read",
    "read last",
    "notes",
    "time",
    "score",
    "pause",
    "hand in",
    "leave",
]
"""The commands that a policy does or refuses. HELP and SKIP are the session's own."""


class QuestionList:
    """The questions of a quiz session and the current place.

    Practice adds missed questions; an exam moves in both directions.
    """

    def __init__(self, items: tuple[Item, ...] = ()) -> None:
        self.items = list(items)
        self.place = 0
        """Index of the question in sight; the number of items after the last one."""

    @property
    def item(self) -> Item | None:
        """The question in sight; None when there is none."""
        return self.items[self.place] if self.place < len(self.items) else None

    def find_place(self, number: int) -> int | None:
        """The index of a question by its number from 1; None when there is no such question."""
        return number - 1 if 1 <= number <= len(self.items) else None


class PolicyFacts(Struct, frozen=True, kw_only=True):
    """What a policy adds to the view of a session."""

    statuses: tuple[ItemStatus, ...]
    tally: str
    commands: dict[str, str]
    """Word -> what it does, the most useful first."""
    response: Response = ()
    """What the candidate has answered to the question in sight."""
    flagged: frozenset[int] = frozenset()
    """Indices of the questions that the candidate wants to look at again."""
    result: Lines = ()
    """The result sheet, once there is one."""
    seconds_left: float | None = None
    limit_seconds: float = 0.0


# An abstract class and not a record of functions: the decisions share the questions, the place and the clock.
class QuizPolicy(ABC):
    """The decisions of one kind of quiz session. A policy that leaves one out cannot be made."""

    badge: ClassVar[str]
    marks_at_once: ClassVar[bool]
    """Whether each answer is marked when it is given. Then SKIP is an answer too, an empty one."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.questions = QuestionList()
        self.is_over = False
        self.is_covered = False
        """Whether the questions are hidden: before the first one, and while the clock is stopped."""
        self.is_held = False
        """Whether a teacher has stopped the clock. The candidate cannot end that."""
        self.confirming: Confirmation = ""
        """What the candidate was just asked to confirm."""

    @property
    @abstractmethod
    def shown(self) -> Shown | None:
        """The question in sight, its options in this candidate's order; None when there is none."""

    @abstractmethod
    def open(self) -> QuizReply:
        """The first words, with the first question if it may be seen at once."""

    @abstractmethod
    def uncover(self) -> QuizReply:
        """Begin, or go on after a pause."""

    @abstractmethod
    def ask(self) -> QuizReply:
        """The question in sight."""

    @abstractmethod
    def answer(self, response: Response, typed: str = "") -> QuizReply:
        """Take a response to the question in sight, and the line that gave it. The question stays in sight."""

    # Two steps and not one: between them, the answered question is still in sight, and the session copies its view.
    @abstractmethod
    def advance(self) -> QuizReply:
        """Go on after an answer: to another question, or to the end."""

    def go_on(self) -> QuizReply:
        """What an empty line does: the next question."""
        return self.perform("next", "")

    def ask_again(self) -> QuizReply:
        """Say that nothing was confirmed yet."""
        return self.ask()

    @abstractmethod
    def perform(self, command: PolicyCommand, argument: str) -> QuizReply:
        """Do a command, or refuse it with the reason."""

    @abstractmethod
    def hand_in(self) -> QuizReply:
        """End it, once the candidate has confirmed."""

    def leave(self) -> QuizReply:
        """Close it without an end, once the candidate has confirmed."""
        return self.perform("leave", "")

    @abstractmethod
    def tick(self, typed: str = "") -> QuizReply:
        """The messages of the clock; it may end the session.

        Args:
            typed: A line that has just come. If the time was up before it came, it is not counted.
        """

    def beat(self) -> None:  # noqa: B027 - only an exam keeps a file that must not be silent
        """Some seconds have gone by without a line."""

    @abstractmethod
    def describe(self) -> PolicyFacts:
        """What a screen shows for this policy."""

    def render_question(self, *, is_again: bool = False) -> Lines:
        """The question in sight, with its number and how to answer it; nothing if none is in sight."""
        shown, asked = self.shown, self.questions
        if shown is None:
            return ()
        return (
            quiz.render_position(asked.place + 1, len(asked.items), is_again=is_again),
            *questions.render_question(shown),
            Line(questions.describe_how_to_answer(shown.item), "note", is_tight=True),
        )
