"""What a page shows of an exam: a record of words and numbers, made field by field. No item comes with it."""

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from game.app.quiz_view import QuizView
from game.pack.kinds import Shown
from game.prose.exam import HOW_TO_CONFIRM
from game.prose.lines import Line
from game.prose.questions import describe_fields
from game.web.pages.answer_view import PublicAnswer, make_public_answer
from game.web.pages.exam_answer import Moved


class PublicCar(NamedTuple):
    """A question in the list of all."""

    number: int
    is_answered: bool
    is_flagged: bool
    is_here: bool


class PublicQuestion(Struct, frozen=True, kw_only=True):
    """The question in sight."""

    number: int
    stem: str
    help: str
    answer: PublicAnswer
    is_answered: bool
    is_flagged: bool


class PublicExam(Struct, frozen=True, kw_only=True):
    """An exam as its page shows it."""

    title: str
    name: str
    total: int
    question: PublicQuestion | None
    """None while the pupil is asked whether to hand in."""
    cars: tuple[PublicCar, ...]
    notice: tuple[Line, ...]
    is_confirming: bool
    seconds_left: float | None
    limit_seconds: float
    is_open_book: bool = False
    may_pause: bool = False


def make_public_exam(title: str, name: str, view: QuizView, unsent: str = "", moved: Moved | None = None) -> PublicExam:
    """What a page may show of an exam now."""
    cars = tuple(
        PublicCar(place + 1, status != "open", place in view.flagged, place == view.place)
        for place, status in enumerate(view.statuses)
    )
    is_confirming = bool(view.confirming)
    question = (
        None
        if view.shown is None or is_confirming
        else _make_question(view.shown, view, cars, make_public_answer(view.shown, unsent or view.kept_line, moved))
    )
    return PublicExam(
        title=title,
        name=name,
        total=len(view.statuses),
        question=question,
        cars=cars,
        notice=tuple(map(_drop_typing, view.notice)),
        is_confirming=is_confirming,
        seconds_left=view.seconds_left,
        limit_seconds=view.limit_seconds,
    )


def _drop_typing(line: Line) -> Line:
    """A line without how it is answered where one types."""
    return replace(line, text=line.text.removesuffix(HOW_TO_CONFIRM).rstrip())


def _make_question(shown: Shown, view: QuizView, cars: tuple[PublicCar, ...], answer: PublicAnswer) -> PublicQuestion:
    return PublicQuestion(
        number=view.place + 1,
        stem=shown.item.stem,
        help=describe_fields(shown.item),
        answer=answer,
        is_answered=cars[view.place].is_answered,
        is_flagged=cars[view.place].is_flagged,
    )
