"""The fields of an answer, the same in an exam, at a door of the tour and in practice: nothing must be dragged."""

from collections.abc import Iterator
from typing import Literal

from game.exports.report_markup import RawMarkup
from game.prose import class_words as words
from game.web.pages.answer_view import PublicAnswer
from game.web.pages.elements import Part, make
from game.web.pages.exam_answer import LETTER, ROW, WORDS, Moved, name_match, name_tick

MAX_ANSWER_CHARACTERS = 500


def make_do(
    act: str, *parts: Part, kind: str | None = None, label: str | None = None, has_focus: bool = False
) -> RawMarkup:
    """A button that does something beside what its form answers."""
    return make("button", parts, name="do", value=act, kind=kind, aria_label=label, autofocus=has_focus)


def render_answer(answer: PublicAnswer) -> Part:
    """The fields and buttons of an answer, as its form holds them."""
    match answer.instruction:
        case "letter" | "truth":
            return _render_radios(answer, is_truth=answer.instruction == "truth")
        case "all-letters":
            return _render_ticks(answer)
        case "order":
            return make("ol", _list_steps(answer), kind="steps")
        case "match":
            return _render_match(answer)
        case "proof":
            return _render_radios(answer), _render_proof(answer)
        case "figure" | "words":
            return _render_field(answer)


def _render_radios(answer: PublicAnswer, *, is_truth: bool = False) -> RawMarkup:
    rows = (
        _render_choice(
            "radio",
            LETTER,
            option.text.casefold() if is_truth else option.letter,
            option.text if is_truth else _mark_with(option.letter, option.text),
            is_on=place in answer.named,
        )
        for place, option in enumerate(answer.options)
    )
    return _render_group(words.YOUR_ANSWER, rows)


def _render_ticks(answer: PublicAnswer) -> RawMarkup:
    rows = (
        _render_choice(
            "checkbox",
            name_tick(option.letter),
            "1",
            _mark_with(option.letter, option.text),
            is_on=place in answer.named,
        )
        for place, option in enumerate(answer.options)
    )
    return _render_group(words.YOUR_ANSWER, rows)


def _render_proof(answer: PublicAnswer) -> RawMarkup:
    rows = (
        _render_choice("radio", ROW, str(place + 1), _mark_with(str(place + 1), row), is_on=place == answer.proof)
        for place, row in enumerate(answer.rows)
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


def _list_steps(answer: PublicAnswer) -> Iterator[RawMarkup]:
    last = len(answer.arranged) - 1
    for place, step in enumerate(answer.arranged):
        letter, text = answer.options[step]
        moved = answer.moved if answer.moved is not None and answer.moved.place == place else None
        yield make(
            "li",
            make("b", letter),
            make("span", text),
            _make_move("up", place, text, moved, last) if place else None,
            _make_move("down", place, text, moved, last) if place < last else None,
        )


def _make_move(way: Literal["up", "down"], place: int, text: str, moved: Moved | None, last: int) -> RawMarkup:
    """A button that moves a step. That of the step moved last has the focus, and says where the step is now."""
    label = f"{words.EARLIER if way == 'up' else words.LATER}: {text}"
    if moved is not None:
        label = f"{label}. {words.describe_place(place + 1, last + 1)}"
    # At an end of the list the button that was pressed is gone; the other one has the focus.
    is_up = moved is not None and (place == last or (moved.is_up and place > 0))
    has_focus = moved is not None and is_up == (way == "up")
    return make_do(f"{way} {place}", "▴" if way == "up" else "▾", label=label, has_focus=has_focus)


def _render_match(answer: PublicAnswer) -> Part:
    key = make("ul", (make("li", make("b", each.letter), " ", each.text) for each in answer.options), kind="key")
    fields = []
    for place, row in enumerate(answer.rows):
        name, chosen = name_match(place + 1), answer.pairs.get(place)
        options = (
            make("option", f"{each.letter}: {each.text}", value=each.letter, selected=at == chosen)
            for at, each in enumerate(answer.options)
        )
        select = make("select", make("option", words.CHOOSE_LETTER, value=""), options, id=name, name=name)
        fields.append(make("p", make("label", row, for_=name), select, kind="field"))
    return key, fields


def _render_field(answer: PublicAnswer) -> RawMarkup:
    is_figure = answer.instruction == "figure"
    field = make(
        "input",
        type="text",
        id=WORDS,
        name=WORDS,
        value=answer.line,
        inputmode="decimal" if is_figure else None,
        maxlength=str(MAX_ANSWER_CHARACTERS),
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
        aria_describedby="help",
    )
    label = f"{words.YOUR_ANSWER} ({answer.unit})" if answer.unit else words.YOUR_ANSWER
    return make("p", make("label", label, for_=WORDS), field, kind="field")
