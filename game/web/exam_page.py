"""The page of an exam: one question, all questions as a row, flag and hand in; and the page after it."""

from collections.abc import Iterator
from typing import NamedTuple

from game.exports.report_markup import RawMarkup
from game.prose import class_words as words
from game.prose.exam import render_handed_in
from game.web.elements import Part, join, make
from game.web.exam_answer import LETTER, ROW, WORDS, name_match, name_tick
from game.web.exam_view import PublicCar, PublicExam, PublicQuestion
from game.web.line_elements import render_lines
from game.web.page_frame import Framed, Heading, render_frame
from game.web.tour_page import FormKeys

EXAM_PATH = "/exam"
MAX_ANSWER_CHARACTERS = 500


class Receipt(NamedTuple):
    """What is shown of an exam that was handed in."""

    code: str
    answered: int
    total: int
    is_by_time: bool


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


def _make_form(keys: FormKeys, *parts: Part) -> RawMarkup:
    return make(
        "form",
        make("input", type="hidden", name="token", value=keys.token),
        make("input", type="hidden", name="stamp", value=keys.stamp),
        parts,
        method="post",
        action=EXAM_PATH,
        data_swap=True,
        kind="sit",
    )


def _make_do(act: str, *parts: Part, kind: str | None = None, label: str | None = None) -> RawMarkup:
    return make("button", parts, name="do", value=act, kind=kind, aria_label=label)


def _render_question(exam: PublicExam, question: PublicQuestion, keys: FormKeys) -> RawMarkup:
    return _make_form(
        keys,
        make(
            "section",
            render_lines(exam.notice),
            make("h2", question.stem, kind="stem"),
            make("p", question.help, kind="source", id="help"),
            _render_answer(question),
            make(
                "p",
                # The first button is what Enter presses.
                _make_do("save", words.SAVE, kind="act"),
                _make_do("flag", "⚑ ", words.UNFLAG if question.is_flagged else words.FLAG),
                _make_do("clear", words.CLEAR) if question.is_answered else None,
                kind="chips",
            ),
            make("p", words.KEPT if question.is_answered else words.NOT_ANSWERED, kind="source"),
            id="said",
            tabindex="-1",
            autofocus=True,
        ),
        _render_cars(exam.cars),
    )


def _render_answer(question: PublicQuestion) -> Part:
    match question.instruction:
        case "letter" | "truth":
            return _render_radios(question, is_truth=question.instruction == "truth")
        case "all-letters":
            return _render_ticks(question)
        case "order":
            return make("ol", _list_steps(question), kind="steps")
        case "match":
            return _render_match(question)
        case "proof":
            return _render_radios(question), _render_proof(question)
        case "figure" | "words":
            return _render_field(question)


def _render_radios(question: PublicQuestion, *, is_truth: bool = False) -> RawMarkup:
    rows = (
        _render_choice(
            "radio",
            LETTER,
            option.text.casefold() if is_truth else option.letter,
            option.text if is_truth else _mark_with(option.letter, option.text),
            is_on=place in question.named,
        )
        for place, option in enumerate(question.options)
    )
    return _render_group(words.YOUR_ANSWER, rows)


def _render_ticks(question: PublicQuestion) -> RawMarkup:
    rows = (
        _render_choice(
            "checkbox",
            name_tick(option.letter),
            "1",
            _mark_with(option.letter, option.text),
            is_on=place in question.named,
        )
        for place, option in enumerate(question.options)
    )
    return _render_group(words.YOUR_ANSWER, rows)


def _render_proof(question: PublicQuestion) -> RawMarkup:
    rows = (
        _render_choice("radio", ROW, str(place + 1), _mark_with(str(place + 1), row), is_on=place == question.proof)
        for place, row in enumerate(question.rows)
    )
    return _render_group(words.WHICH_FACT, rows)


def _mark_with(sign: str, text: str) -> tuple[RawMarkup, RawMarkup]:
    """A text with its letter or number before it."""
    return make("b", sign), make("span", text)


def _render_group(legend: str, rows: Iterator[RawMarkup]) -> RawMarkup:
    return make("fieldset", make("legend", legend), rows, aria_describedby="help")


def _render_choice(type: str, name: str, value: str, text: Part, *, is_on: bool) -> RawMarkup:
    field = make("input", type=type, name=name, value=value, checked=is_on, id=f"{name}-{value}")
    return make("label", field, text, kind="option", for_=f"{name}-{value}")


def _list_steps(question: PublicQuestion) -> Iterator[RawMarkup]:
    last = len(question.arranged) - 1
    for place, step in enumerate(question.arranged):
        text = question.options[step].text
        yield make(
            "li",
            make("span", text),
            _make_do(f"up {place}", "▴", label=f"{words.EARLIER}: {text}") if place else None,
            _make_do(f"down {place}", "▾", label=f"{words.LATER}: {text}") if place < last else None,
        )


def _render_match(question: PublicQuestion) -> Part:
    key = make("ul", (make("li", make("b", each.letter), " ", each.text) for each in question.options), kind="key")
    fields = []
    for place, row in enumerate(question.rows):
        name, chosen = name_match(place + 1), question.pairs.get(place)
        options = (
            make("option", f"{each.letter}: {each.text}", value=each.letter, selected=at == chosen)
            for at, each in enumerate(question.options)
        )
        select = make("select", make("option", words.CHOOSE_LETTER, value=""), options, id=name, name=name)
        fields.append(make("p", make("label", row, for_=name), select, kind="field"))
    return key, fields


def _render_field(question: PublicQuestion) -> RawMarkup:
    is_figure = question.instruction == "figure"
    field = make(
        "input",
        type="text",
        id=WORDS,
        name=WORDS,
        value=question.line,
        inputmode="decimal" if is_figure else None,
        maxlength=str(MAX_ANSWER_CHARACTERS),
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
        aria_describedby="help",
    )
    label = f"{words.YOUR_ANSWER} ({question.unit})" if question.unit else words.YOUR_ANSWER
    return make("p", make("label", label, for_=WORDS), field, kind="field")


def _render_cars(cars: tuple[PublicCar, ...]) -> RawMarkup:
    return make(
        "section",
        make("h2", words.ALL_QUESTIONS),
        make("ul", map(_render_car, cars), kind="cars"),
        make("p", _make_do("hand in", words.HAND_IN)),
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
            make("p", _make_do("no", words.NO_GO_ON, kind="act"), _make_do("yes", words.YES_HAND_IN), kind="chips"),
            id="said",
            tabindex="-1",
            autofocus=True,
        ),
        _render_cars(exam.cars) if exam.cars else join(None),
    )


def render_receipt_page(title: str, receipt: Receipt) -> str:
    """What is shown after handing in: the receipt, and nothing of the marks."""
    lines = [line for line in render_handed_in(receipt.answered, receipt.total) if line.role != "title"]
    body = make(
        "section",
        make("p", words.BY_TIME, kind="notice") if receipt.is_by_time else None,
        render_lines(lines),
        make("p", f"{words.RECEIPT} ", make("b", receipt.code), kind="lead"),
        make("p", words.RECEIPT_NOTE, kind="source"),
        id="said",
        tabindex="-1",
        autofocus=True,
    )
    return render_frame(Framed(title, Heading(words.HANDED_IN, "EXAM"), body))
