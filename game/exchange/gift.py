"""GIFT, the text format of Moodle: one physical line a question, every text as HTML with its signs escaped."""

from collections.abc import Iterator
from html import escape
from typing import assert_never

from game.exchange.exported import Exported
from game.exchange.moodle_limits import find_unfit
from game.pack.kinds.neutral import NeutralQuestion, Option
from game.prose import format_losses as words

SOURCE = '<p class="source">'
"""Separates a question's feedback from its source. No text of a question contains it: its signs are escaped."""


def write(exported: Exported) -> bytes:
    """The questions as GIFT: UTF-8 without a byte order mark, lines ended by LF."""
    return "\n".join(_write_lines(exported)).encode() + b"\n"


def list_losses(question: NeutralQuestion) -> Iterator[str]:
    """What GIFT cannot carry of a question."""
    if unfit := next(find_unfit(question), ""):
        yield words.render_left_out(unfit)
        return
    if question.kind == "order":
        yield words.ORDER_AS_MATCH
    if question.unit:
        yield words.GIFT_UNIT_IN_STEM
    if question.kind == "short" and any("->" in option.text for option in question.options):
        yield words.ARROW_PARTED
    if question.kind == "match":
        yield words.PAIRS_WITHOUT_FEEDBACK
    if question.kind == "short":
        yield from words.list_stricter(question.spelling)
        if question.spelling == "exact":
            yield words.CASE_LOST


def _write_lines(exported: Exported) -> Iterator[str]:
    code = f", paper {exported.code}" if exported.code else ""
    yield f"// {_write_comment(exported.title)}, bank {exported.bank}{code}"
    category = ""
    for question in exported.questions:
        if any(find_unfit(question)):
            continue
        if question.category != category:
            category = question.category
            yield ""
            yield f"$CATEGORY: {_escape_part(f'{exported.title} {exported.bank}')}/{_escape_part(category)}"
        yield ""
        yield f"// [id:{question.id}] {' '.join(f'[tag:{tag}]' for tag in question.tags)}"
        answers = f"{_write_answers(question)}{_write_general(question)}"
        # HTML and not plain text: in plain text Moodle would take a star or an underscore for its own markup.
        yield f"::{_escape_plain(question.id)}::[html]{escape_html(question.asked)}{{{answers}}}"


def _write_comment(text: str) -> str:
    return " ".join(text.split())


def _escape_part(name: str) -> str:
    """A part of a category's path."""
    return " ".join(name.split()).replace("/", "//")


def escape_html(text: str) -> str:
    r"""A text as HTML, with the signs that GIFT gives a meaning escaped.

    >>> print(escape_html("3 < 4 -> {a}=b~c#d:e\\f"))
    3 &lt; 4 -&gt; \{a\}\=b\~c\#d\:e\\f
    """
    # One physical line a question: a line that begins with // inside of one is dropped by Moodle, and a blank line ends
    # it.
    escaped = _escape_signs(escape(text.strip(), quote=False).replace("\n", "<br>"))
    # At the beginning Moodle reads % as a weight, // as a comment and [ as the name of a format.
    if escaped.startswith("%"):
        return f"&\\#37;{escaped[1:]}"
    if escaped.startswith("//"):
        return f"&\\#47;{escaped[1:]}"
    if escaped.startswith("["):
        return f"&\\#91;{escaped[1:]}"
    return escaped


def _escape_signs(text: str) -> str:
    for sign in "\\~=#{}:":
        text = text.replace(sign, f"\\{sign}")
    return text


def _escape_plain(text: str) -> str:
    """A text that Moodle compares as it is and never reads as HTML."""
    return _escape_signs(" ".join(text.split()))


def _escape_answer(text: str) -> str:
    """A short answer. A star is escaped; an arrow gets a space, because Moodle would make a match of it."""
    return _escape_signs(text.replace("*", "\\*").replace("->", "- >"))


def _write_general(question: NeutralQuestion) -> str:
    source = f"{_escape_signs(SOURCE)}{escape_html(question.source)}{_escape_signs('</p>')}"
    return f"####{escape_html(question.feedback)}{source}"


def _write_because(text: str) -> str:
    return f"#{escape_html(text)}" if text else ""


def _write_answers(question: NeutralQuestion) -> str:  # noqa: PLR0911 - one case a shape, nothing else
    match question.kind:
        case "choice":
            return "".join(
                f"{'=' if o.is_right else '~'}{escape_html(o.text)}{_write_because(o.because)}"
                for o in question.options
            )
        case "true-false":
            # In capitals: Moodle would read "true" as a short answer.
            return "TRUE" if question.is_true else "FALSE"
        case "number":
            wrong = "".join(f"=%0%{o.text}:0{_write_because(o.because)}" for o in question.options if not o.is_right)
            return f"#={question.options[0].text}:{question.tolerance}{wrong}"
        case "short":
            return "".join(
                f"={'%100%' if o.is_right else '%0%'}{_escape_answer(o.text)}{_write_because(o.because)}"
                for o in question.written_options
            )
        case "multiple":
            return "".join(
                f"~{_write_weight(question, o)}{escape_html(o.text)}{_write_because(o.because)}"
                for o in question.options
            )
        case "match":
            return "".join(f"={escape_html(left)} -> {escape_html(right)}" for left, right in question.pairs)
        case "order":
            return "".join(f"={escape_html(step)} -> {place}" for place, step in enumerate(question.steps, start=1))
        case _:
            assert_never(question.kind)


def _write_weight(question: NeutralQuestion, option: Option) -> str:
    """What choosing an option adds, in percent, with the five decimals in which Moodle knows its grades.

    Moodle refuses a weight that is not one of its grades: it refuses 33.333 and accepts 33.33333.
    """
    return f"%{100 * question.weigh(option):.7g}%"
