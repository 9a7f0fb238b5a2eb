"""Moodle's XML: texts as HTML inside XML, written by the standard library's writer."""

from collections.abc import Iterator
from html import escape
from typing import assert_never
from xml.etree import ElementTree as ET

from game.exchange.exported import Exported
from game.exchange.markup import as_cdata, write_xml
from game.exchange.moodle_limits import find_unfit
from game.pack.kinds.neutral import NeutralQuestion, Option
from game.prose import format_losses as words

Element = ET.Element


def write(exported: Exported) -> bytes:
    """The questions as one XML file."""
    quiz = ET.Element("quiz")
    category = ""
    for question in exported.questions:
        if any(find_unfit(question)):
            continue
        if question.category != category:
            category = question.category
            # Moodle never updates questions: each import makes new copies. The digest in the category keeps two
            # versions apart.
            _add_category(quiz, f"{exported.title} {exported.bank}", category)
        _add_question(quiz, question)
    return write_xml(quiz)


def list_losses(question: NeutralQuestion) -> Iterator[str]:
    """What Moodle's XML cannot carry of a question."""
    if unfit := next(find_unfit(question), ""):
        yield words.render_left_out(unfit)
        return
    if question.unit:
        yield words.MOODLE_UNIT_IN_STEM
    if question.kind == "match":
        yield words.WITHOUT_FEEDBACK_ON_PAIRS
    if question.kind == "short":
        yield from words.list_stricter(question.spelling)


def _add_category(quiz: Element, bank: str, name: str) -> None:
    element = ET.SubElement(quiz, "question", type="category")
    parts = (" ".join(part.split()).replace("/", "//") for part in (bank, name))
    _add_text(ET.SubElement(element, "category"), as_cdata(f"$course$/top/{'/'.join(parts)}"))


def _add_question(quiz: Element, question: NeutralQuestion) -> None:
    element = ET.SubElement(quiz, "question", type=_name_type(question))
    _add_text(ET.SubElement(element, "name"), question.id)
    _add_html(element, "questiontext", question.asked)
    feedback = f"{_escape_html(question.feedback)}<p><i>{_escape_html(question.source)}</i></p>"
    _add_text(ET.SubElement(element, "generalfeedback", format="html"), feedback)
    _add_child(element, "defaultgrade", "1")
    _add_child(element, "penalty", "0")
    _add_child(element, "hidden", "0")
    # Moodle aborts the whole import at an idnumber over 100 characters; ids of a pack are shorter.
    _add_child(element, "idnumber", question.id)
    _add_answers(element, question)
    tags = ET.SubElement(element, "tags")
    for tag in question.tags:
        _add_text(ET.SubElement(tags, "tag"), tag)


def _name_type(question: NeutralQuestion) -> str:
    """Moodle's name of the question type."""
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


def _add_answers(element: Element, question: NeutralQuestion) -> None:
    match question.kind:
        case "choice" | "multiple":
            _add_choice(element, question)
        case "true-false":
            _add_true_false(element, question)
        case "number":
            _add_number(element, question)
        case "short":
            _add_short(element, question)
        case "order":
            _add_order(element, question)
        case "match":
            _add_match(element, question)
        case _:
            assert_never(question.kind)


def _add_choice(element: Element, question: NeutralQuestion) -> None:
    is_single = question.kind == "choice"
    _add_child(element, "single", "true" if is_single else "false")
    _add_child(element, "shuffleanswers", "false" if question.is_fixed else "true")
    _add_child(element, "answernumbering", "ABCD")
    for option in question.options:
        # Moodle accepts only certain fractions. These are among them, with exactly this number of decimals.
        fraction = "" if is_single else f"{100 * question.weigh(option):.7g}"
        _add_answer(element, _escape_html(option.text), option, "html", fraction)


def _add_true_false(element: Element, question: NeutralQuestion) -> None:
    # In small letters: for "True", Moodle prints a warning and guesses.
    for text in ("true", "false"):
        _add_answer(element, text, Option(text, (text == "true") == question.is_true), "moodle_auto_format")


def _add_number(element: Element, question: NeutralQuestion) -> None:
    for option in question.options:
        answer = _add_answer(element, option.text, option, "moodle_auto_format")
        _add_child(answer, "tolerance", question.tolerance if option.is_right else "0")


def _add_short(element: Element, question: NeutralQuestion) -> None:
    _add_child(element, "usecase", "1" if question.spelling == "exact" else "0")
    for option in question.written_options:
        text = option.text.replace("*", "\\*")
        _add_answer(element, as_cdata(text), option, "moodle_auto_format")


def _add_match(element: Element, question: NeutralQuestion) -> None:
    _add_child(element, "shuffleanswers", "true")
    for left, right in question.pairs:
        pair = ET.SubElement(element, "subquestion", format="html")
        _add_child(pair, "text", _escape_html(left))
        _add_text(ET.SubElement(pair, "answer"), _escape_html(right))


def _add_order(element: Element, question: NeutralQuestion) -> None:
    for name, value in (("layouttype", "VERTICAL"), ("selecttype", "ALL"), ("selectcount", "0")):
        _add_child(element, name, value)
    _add_child(element, "gradingtype", "ABSOLUTE_POSITION")
    _add_child(element, "showgrading", "SHOW")
    _add_child(element, "numberingstyle", "none")
    # Without this one Moodle's import ends in an error of its database.
    _add_child(element, "shownumcorrect", "1")
    for place, step in enumerate(question.steps, start=1):
        _add_text(ET.SubElement(element, "answer", fraction=str(place), format="html"), _escape_html(step))


def _add_answer(element: Element, text: str, option: Option, format_: str, fraction: str = "") -> Element:
    worth = fraction or ("100" if option.is_right else "0")
    answer = ET.SubElement(element, "answer", fraction=worth, format=format_)
    _add_child(answer, "text", text)
    if option.because:
        _add_html(answer, "feedback", option.because)
    return answer


def _add_html(element: Element, name: str, text: str) -> None:
    _add_text(ET.SubElement(element, name, format="html"), _escape_html(text))


def _escape_html(text: str) -> str:
    """A text as HTML; the writer makes XML of that."""
    return escape(text, quote=False).replace("\n", "<br>")


def _add_text(element: Element, text: str) -> None:
    _add_child(element, "text", text)


def _add_child(element: Element, name: str, text: str) -> None:
    ET.SubElement(element, name).text = text
