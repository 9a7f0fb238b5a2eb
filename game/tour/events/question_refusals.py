"""Refusals about questions: none is asked, or what was typed is no response."""

from game.pack.kinds.parts import Instruction
from game.quiz.command_words import TourRefusal
from game.tour.events.event_base import Refused


class NoQuestionsHere(Refused, frozen=True, kw_only=True):
    """The room has no questions."""


class AllAnswered(Refused, frozen=True, kw_only=True):
    """Every question of the room has been answered."""


class NoQuestionWaits(Refused, frozen=True, kw_only=True):
    """A response was typed, and no question waits for one."""


class NotAnOption(Refused, frozen=True, kw_only=True):
    """The response is none of the options of the question that waits."""

    options: tuple[str, ...]


class UnreadableResponse(Refused, frozen=True, kw_only=True):
    """The response does not have the form that this kind of question wants."""

    instruction: Instruction


class QuizCommandRefused(Refused, frozen=True, kw_only=True):
    """A command of practice or of an exam was typed at a question of the tour, where it means nothing."""

    command: TourRefusal


QuestionRefusal = (
    NoQuestionsHere | AllAnswered | NoQuestionWaits | NotAnOption | UnreadableResponse | QuizCommandRefused
)
