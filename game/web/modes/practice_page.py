"""The page of a practice in a class: a question, or what came of the answer, or the summary."""

from collections.abc import Sequence
from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose import class_words as words
from game.prose.lines import Line
from game.web.pages.answer_form import make_do, render_answer
from game.web.pages.answer_view import PublicAnswer
from game.web.pages.elements import Part, make
from game.web.pages.line_elements import render_lines
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.tours.tour_page import FormKeys

PRACTICE_PATH = "/practice"


class PublicPractice(NamedTuple):
    """A practice as its page shows it. The key of a question comes with its feedback, and not before."""

    title: str
    heading: str
    tally: str
    share_done: float
    stem: str
    """Of the question in sight, or of the one that was answered; empty after the last."""
    told: Sequence[Line]
    """Feedback, a hint, the summary, or why a line is no answer."""
    help: str = ""
    answer: PublicAnswer | None = None
    """None while feedback is in sight, and after the last question."""


def render_practice_page(practice: PublicPractice, keys: FormKeys) -> str:
    """The page."""
    is_moved = practice.answer is not None and practice.answer.moved is not None
    heading = Heading(practice.heading, "QUIZ", practice.share_done, practice.tally)
    body = make(
        "form",
        make("input", type="hidden", name="token", value=keys.token),
        make("input", type="hidden", name="stamp", value=keys.stamp),
        make("section", _render_body(practice), id="said", tabindex="-1", autofocus=not is_moved, kind="said"),
        method="post",
        action=PRACTICE_PATH,
        data_swap=True,
    )
    return render_frame(Framed(practice.title, heading, body, kind="exam"))


def _render_body(practice: PublicPractice) -> Part:
    stem = make("h2", practice.stem, kind="stem") if practice.stem else None
    if practice.answer is None:
        is_over = not practice.stem
        again = make_do("again", words.PRACTISE_AGAIN, kind="act") if is_over else None
        on = make_do("next", words.NEXT_QUESTION, kind="act") if not is_over else None
        return stem, render_lines(practice.told), make("p", on, again, kind="chips")
    return (
        render_lines(practice.told),
        stem,
        make("p", practice.help, kind="source", id="help"),
        render_answer(practice.answer),
        _render_buttons(),
    )


def _render_buttons() -> RawMarkup:
    return make(
        "p",
        # The first button is what Enter presses.
        make_do("answer", words.ANSWER, kind="act"),
        make_do("hint", words.HINT),
        make_do("pass", words.PASS),
        kind="chips",
    )
