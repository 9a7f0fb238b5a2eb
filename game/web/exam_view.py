"""What a page shows of an exam: a record of words and numbers, made field by field. No item comes with it."""

from typing import NamedTuple

from msgspec import Struct

from game.app.answer_draft import AnswerDraft
from game.app.quiz_view import QuizView
from game.pack.kinds import Shown, describe_form
from game.pack.kinds.parts import Instruction
from game.pack.kinds.picking import OPTION_LETTERS
from game.prose.lines import Line


class PublicOption(NamedTuple):
    """An option with its letter."""

    letter: str
    text: str


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
    instruction: Instruction
    options: tuple[PublicOption, ...]
    rows: tuple[str, ...]
    unit: str
    line: str
    """The answer so far as a line; empty for none."""
    named: tuple[int, ...]
    """Indices of the options that are chosen, in the order of the answer."""
    arranged: tuple[int, ...]
    """Indices of all steps as they stand now."""
    pairs: dict[int, int]
    """Index of a row -> index of its option."""
    proof: int | None
    """Index of the row that is said to prove the answer."""
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


def make_public_exam(title: str, name: str, view: QuizView, unsent: str) -> PublicExam:
    """What a page may show of an exam now."""
    cars = tuple(
        PublicCar(place + 1, status != "open", place in view.flagged, place == view.place)
        for place, status in enumerate(view.statuses)
    )
    is_confirming = bool(view.confirming)
    question = None if view.shown is None or is_confirming else _make_question(view.shown, view, cars, unsent)
    return PublicExam(
        title=title,
        name=name,
        total=len(view.statuses),
        question=question,
        cars=cars,
        notice=view.notice,
        is_confirming=is_confirming,
        seconds_left=view.seconds_left,
        limit_seconds=view.limit_seconds,
    )


def _make_question(shown: Shown, view: QuizView, cars: tuple[PublicCar, ...], unsent: str) -> PublicQuestion:
    form, line = describe_form(shown.item), unsent or view.kept_line
    draft = AnswerDraft(shown, line)
    return PublicQuestion(
        number=view.place + 1,
        stem=shown.item.stem,
        help=view.help,
        instruction=form.instruction,
        options=tuple(map(PublicOption, (letter.upper() for letter in OPTION_LETTERS), shown.options)),
        rows=shown.rows,
        unit=form.unit,
        line=line,
        named=draft.named,
        arranged=draft.arranged,
        pairs=draft.pairs,
        proof=draft.proof,
        is_answered=cars[view.place].is_answered,
        is_flagged=cars[view.place].is_flagged,
    )
