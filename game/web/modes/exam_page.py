"""The page of an exam: one question, all questions as a row, flag and hand in; and the page after it."""

from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose import board_words
from game.prose import class_words as words
from game.prose.exam import render_handed_in
from game.prose.exam_acts import render_held
from game.prose.result_words import TO_SHEET
from game.web.classes.news_hub import NEWS_PATH, find_news_path
from game.web.modes.exam_view import PublicCar, PublicExam, PublicQuestion
from game.web.pages.answer_form import make_do, render_answer
from game.web.pages.elements import Part, join, make
from game.web.pages.line_elements import render_lines
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.tours.tour_page import FormKeys

EXAM_PATH, NOTES_PATH = "/exam", "/exam/notes"


ENDINGS = {"time": words.BY_TIME, "teacher": board_words.BY_TEACHER}
"""What ended an exam -> what its receipt says of it; nothing where the pupil did."""


class Receipt(NamedTuple):
    """What is shown of an exam that was handed in."""

    code: str
    answered: int
    total: int
    why: str
    """What ended it, as the attempt has it."""


def render_exam_page(exam: PublicExam, keys: FormKeys) -> str:
    """The page."""
    body = _render_confirmation(exam, keys) if exam.question is None else _render_question(exam, exam.question, keys)
    title = (
        words.HAND_IN.rstrip(" …") if exam.question is None else words.name_question(exam.question.number, exam.total)
    )
    done = None if exam.seconds_left is None else exam.seconds_left / max(1.0, exam.limit_seconds)
    right = "" if exam.seconds_left is None else words.describe_left(exam.seconds_left)
    heading = Heading(title, "EXAM", done, right, seconds_left=exam.seconds_left)
    return render_frame(Framed(exam.title, heading, body, kind="exam"))


def _make_form(keys: FormKeys, *parts: Part, news: str = NEWS_PATH) -> RawMarkup:
    return make(
        "form",
        make("input", type="hidden", name="token", value=keys.token),
        make("input", type="hidden", name="stamp", value=keys.stamp),
        parts,
        method="post",
        action=EXAM_PATH,
        data_swap=True,
        data_news=news,
        kind="sit",
    )


def _render_question(exam: PublicExam, question: PublicQuestion, keys: FormKeys) -> RawMarkup:
    return _make_form(
        keys,
        make(
            "section",
            render_lines(exam.notice),
            make("h2", question.stem, kind="stem"),
            make("p", question.help, kind="source", id="help"),
            render_answer(question.answer),
            make(
                "p",
                # The first button is what Enter presses.
                make_do("save", words.SAVE, kind="act"),
                make_do("flag", "⚑ ", words.UNFLAG if question.is_flagged else words.FLAG),
                make_do("clear", words.CLEAR) if question.is_answered else None,
                make_do("pause", words.PAUSE) if exam.may_pause else None,
                kind="chips",
            ),
            make("p", words.KEPT if question.is_answered else words.NOT_ANSWERED, kind="source"),
            make("p", make("a", words.OPEN_NOTEBOOK, href=NOTES_PATH)) if exam.is_open_book else None,
            id="said",
            tabindex="-1",
            autofocus=question.answer.moved is None,
        ),
        _render_cars(exam.cars),
        news=find_news_path("answering"),
    )


def _render_cars(cars: tuple[PublicCar, ...]) -> RawMarkup:
    return make(
        "section",
        make("h2", words.ALL_QUESTIONS),
        make("ul", map(_render_car, cars), kind="cars"),
        make("p", make_do("hand in", words.HAND_IN)),
        kind="all",
    )


def _render_car(car: PublicCar) -> RawMarkup:
    signs = f"{'✓' if car.is_answered else ''}{'⚑' if car.is_flagged else ''}"
    label = words.describe_question(car.number, is_answered=car.is_answered, is_flagged=car.is_flagged)
    kind = "done" if car.is_answered else None
    button = make(
        "button",
        make("span", str(car.number), signs),
        name="do",
        value=f"go {car.number}",
        kind=kind,
        aria_label=label,
        aria_current="true" if car.is_here else None,
    )
    return make("li", button)


def _render_confirmation(exam: PublicExam, keys: FormKeys) -> RawMarkup:
    return _make_form(
        keys,
        make(
            "section",
            render_lines(exam.notice),
            make("p", _render_yes_and_no(is_done=all(car.is_answered for car in exam.cars)), kind="chips"),
            id="said",
            tabindex="-1",
            autofocus=True,
        ),
        _render_cars(exam.cars) if exam.cars else join(None),
        news=find_news_path("answering"),
    )


def _render_yes_and_no(*, is_done: bool) -> Part:
    """The two answers; first, and in gold, what is wise: to go on while something is open."""
    yes = make_do("yes", words.YES_HAND_IN, kind="act" if is_done else None)
    no = make_do("no", words.NO_GO_ON, kind=None if is_done else "act")
    return (yes, no) if is_done else (no, yes)


def render_held_page(title: str, name: str, seconds_left: float | None) -> str:
    """The page while the teacher has stopped the exam. It looks by itself whether it goes on."""
    body = make(
        "div",
        make("section", render_lines(render_held()), id="said", tabindex="-1", autofocus=True),
        make("p", words.YOU_ARE_IN, make("b", name), "."),
        make("p", words.describe_left(seconds_left), kind="lead") if seconds_left is not None else None,
        make("p", make("a", words.LOOK_AGAIN, href=EXAM_PATH, kind="button")),
        id="held",
        data_live=True,
        data_news=find_news_path("held"),
    )
    return render_frame(Framed(title, Heading(board_words.HELD_TITLE, "EXAM"), body))


def render_paused_page(title: str, name: str, keys: FormKeys) -> str:
    """The page while a pupil has stopped the clock, as the rules allow."""
    body = make(
        "section",
        make("p", words.PAUSED_NOW),
        make("p", words.YOU_ARE_IN, make("b", name), "."),
        _make_form(keys, make_do("begin", words.GO_ON_NOW, kind="act", has_focus=True)),
        id="said",
        tabindex="-1",
    )
    return render_frame(Framed(title, Heading(words.PAUSED, "EXAM"), body))


def render_receipt_page(title: str, receipt: Receipt, sheet: str = "") -> str:
    """What is shown after handing in: the receipt, and nothing of the marks.

    Args:
        title: Of the exam.
        receipt: What was handed in.
        sheet: Where the sheet is, once it is released; else empty.
    """
    lines = [line for line in render_handed_in(receipt.answered, receipt.total) if line.role != "title"]
    body = make(
        "section",
        make("p", ENDINGS[receipt.why], kind="notice") if receipt.why in ENDINGS else None,
        render_lines(lines),
        make("p", f"{words.RECEIPT} ", make("b", receipt.code), kind="lead"),
        make("p", words.RECEIPT_NOTE, kind="source"),
        make("p", make("a", TO_SHEET, href=sheet, kind="button act")) if sheet else None,
        id="said",
        tabindex="-1",
        autofocus=True,
    )
    page = make("div", body, id="receipt", data_live=True, data_news=find_news_path("over"))
    return render_frame(Framed(title, Heading(words.HANDED_IN, "EXAM"), page))


def render_unkept_page(title: str) -> str:
    """What is shown where an exam is over, and its end could not be written yet."""
    body = make(
        "section",
        make("p", words.END_NOT_KEPT_NOTE, kind="notice"),
        make("p", make("a", words.LOOK_AGAIN, href=EXAM_PATH, kind="button")),
        id="said",
        tabindex="-1",
        autofocus=True,
    )
    return render_frame(Framed(title, Heading(words.END_NOT_KEPT, "EXAM"), body))
