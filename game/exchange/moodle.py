"""Moodle's XML: texts as HTML inside XML, written by the standard library's writer."""

from collections.abc import Iterator
from html import escape
from typing import assert_never
from xml.etree import ElementTree as ET

from game.exchange.exported import Exported
from game.exchange.markup import written
from game.pack.kinds.neutral import Option, Question
from game.prose import format_losses as words

Element = ET.Element


def write(exported: Exported) -> bytes:
    """The questions as one XML file."""
    quiz = ET.Element("quiz")
    category = ""
    for question in exported.questions:
        if question.category != category:
            category = question.category
            _category(quiz, f"{exported.title} {exported.bank}", category)
        _question(quiz, question)
    return written(quiz)


def losses(question: Question) -> Iterator[str]:
    """What Moodle's XML cannot carry of a question."""
    if question.unit:
        yield words.MOODLE_UNIT_IN_STEM
    if question.kind == "match":
        yield words.WITHOUT_FEEDBACK_ON_PAIRS
    if question.kind == "order":
        yield words.MARKED_BY_PLACE


def _category(quiz: Element, bank: str, name: str) -> None:
    element = ET.SubElement(quiz, "question", type="category")
    parts = (" ".join(part.split()).replace("/", "//") for part in (bank, name))
    _text(ET.SubElement(element, "category"), f"$course$/top/{'/'.join(parts)}")


def _question(quiz: Element, question: Question) -> None:
    element = ET.SubElement(quiz, "question", type=_name_type(question))
    _text(ET.SubElement(element, "name"), question.id)
    _html(element, "questiontext", question.asked)
    feedback = f"{_markup(question.feedback)}<p><i>{_markup(question.source)}</i></p>"
    _text(ET.SubElement(element, "generalfeedback", format="html"), feedback)
    _child(element, "defaultgrade", "1")
    _child(element, "penalty", "0")
    _child(element, "hidden", "0")
    _child(element, "idnumber", question.id)
    _add_answers(element, question)
    tags = ET.SubElement(element, "tags")
    for tag in question.tags:
        _text(ET.SubElement(tags, "tag"), tag)


def _name_type(question: Question) -> str:
    """What Moodle calls it."""
    match question.kind:
        case "choice" | "multiple":
            return "multichoice"
        case "true-false":
            return "truefalse"
        case "number":
            return "numerical"
        case "short":
            return "shortanswer"
        case "order":
            return "ordering"
        case "match":
            return "matching"
        case _:
            assert_never(question.kind)


def _add_answers(element: Element, question: Question) -> None:
    match question.kind:
        case "choice" | "multiple":
            _choice(element, question)
        case "true-false":
            _true_false(element, question)
        case "number":
            _number(element, question)
        case "short":
            _short(element, question)
        case "order":
            _order(element, question)
        case "match":
            _match(element, question)
        case _:
            assert_never(question.kind)


def _choice(element: Element, question: Question) -> None:
    is_single = question.kind == "choice"
    _child(element, "single", "true" if is_single else "false")
    _child(element, "shuffleanswers", "false" if question.is_fixed else "true")
    _child(element, "answernumbering", "ABCD")
    for option in question.options:
        # Moodle takes only the fractions it knows: these are among them, with just so many decimals.
        fraction = "" if is_single else f"{100 * question.weigh(option):.7g}"
        _answer(element, _markup(option.text), option, "html", fraction)


def _true_false(element: Element, question: Question) -> None:
    for text in ("true", "false"):
        _answer(element, text, Option(text, (text == "true") == question.is_true), "moodle_auto_format")


def _number(element: Element, question: Question) -> None:
    for option in question.options:
        answer = _answer(element, option.text, option, "moodle_auto_format")
        _child(answer, "tolerance", question.tolerance if option.is_right else "0")


def _short(element: Element, question: Question) -> None:
    _child(element, "usecase", "0")
    for option in question.options:
        _answer(element, " ".join(option.text.split()).replace("*", "\\*"), option, "moodle_auto_format")


def _match(element: Element, question: Question) -> None:
    _child(element, "shuffleanswers", "true")
    for left, right in question.pairs:
        pair = ET.SubElement(element, "subquestion", format="html")
        _child(pair, "text", _markup(left))
        _text(ET.SubElement(pair, "answer"), _markup(right))


def _order(element: Element, question: Question) -> None:
    for name, value in (("layouttype", "VERTICAL"), ("selecttype", "ALL"), ("selectcount", "0")):
        _child(element, name, value)
    _child(element, "gradingtype", "ABSOLUTE_POSITION")
    _child(element, "showgrading", "SHOW")
    _child(element, "numberingstyle", "none")
    _child(element, "shownumcorrect", "1")
    for place, step in enumerate(question.steps, start=1):
        _text(ET.SubElement(element, "answer", fraction=str(place), format="html"), _markup(step))


def _answer(element: Element, text: str, option: Option, format_: str, fraction: str = "") -> Element:
    worth = fraction or ("100" if option.is_right else "0")
    answer = ET.SubElement(element, "answer", fraction=worth, format=format_)
    _child(answer, "text", text)
    if option.because:
        _html(answer, "feedback", option.because)
    return answer


def _html(element: Element, name: str, text: str) -> None:
    _text(ET.SubElement(element, name, format="html"), _markup(text))


def _markup(text: str) -> str:
    """A text as HTML; the writer makes XML of that."""
    return escape(text, quote=False).replace("\n", "<br>")


def _text(element: Element, text: str) -> None:
    _child(element, "text", text)


def _child(element: Element, name: str, text: str) -> None:
    ET.SubElement(element, name).text = text
