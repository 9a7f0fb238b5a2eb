"""CSV, JSON and Markdown: for spreadsheets, for programs, for reading."""

import csv
import io
import json
from collections.abc import Iterator
from typing import assert_never

from msgspec import to_builtins

from game.exchange.exported import Exported
from game.exports.cells import guard_cell
from game.pack.kinds.neutral import NeutralQuestion
from game.prose import format_losses as words

COLUMNS = (
    *(
        "id",
        "kind",
        "origin",
        "room",
        "level",
        "skill",
        "topics",
        "facts",
        "stem",
        "key",
        "tolerance",
        "unit",
        "spelling",
    ),
    *(f"{name}{number}" for number in range(1, 9) for name in ("option", "right", "because")),
    *("feedback", "source"),
)
"""Columns of the CSV. ``right`` is 1 or 0. An order has steps as options; a match has right sides as because."""


def write_csv(exported: Exported) -> bytes:
    """One row a question, with a byte order mark: without one, spreadsheets do not recognise UTF-8."""
    out = io.StringIO()
    # CRLF ends a line in RFC 4180; spreadsheets write it, too.
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for question in exported.questions:
        writer.writerow({name: guard_cell(value) for name, value in _list_row(question)})
    return out.getvalue().encode("utf-8-sig")


def _list_row(question: NeutralQuestion) -> Iterator[tuple[str, str]]:
    for name in ("id", "kind", "origin", "room", "skill", "stem", "tolerance", "unit", "feedback", "source"):
        yield name, str(getattr(question, name))
    yield "level", str(question.level)
    yield "topics", " ".join(question.topics)
    yield "facts", " ".join(question.facts)
    yield "key", _find_key(question)
    yield "spelling", question.chosen_spelling or ""
    for number, (text, is_right, because) in enumerate(_list_cells(question), start=1):
        yield from ((f"option{number}", text), (f"right{number}", str(int(is_right))), (f"because{number}", because))


def _find_key(question: NeutralQuestion) -> str:
    """The right answer; empty if the options already show it.

    A figure comes without its unit, which has its own column.
    """
    match question.kind:
        case "order" | "match":
            return ""
        case "number":
            return question.options[0].text
        case "choice" | "multiple" | "true-false" | "short":
            return question.right
        case _:
            assert_never(question.kind)


def _list_cells(question: NeutralQuestion) -> Iterator[tuple[str, bool, str]]:
    yield from ((option.text, option.is_right, option.because) for option in question.options)
    yield from ((step, True, "") for step in question.steps)
    yield from ((left, True, right) for left, right in question.pairs)


def list_csv_losses(question: NeutralQuestion) -> Iterator[str]:
    """What the CSV cannot carry of a question."""
    if len(list(_list_cells(question))) > 8:
        yield words.ONLY_EIGHT_COLUMNS


def write_json(exported: Exported) -> bytes:
    """All fields of all questions, as one object."""
    return json.dumps(to_builtins(exported), ensure_ascii=False, indent=1).encode() + b"\n"


def write_markdown(exported: Exported) -> bytes:
    """Questions and answers for reading, by room."""
    return ("\n".join(_write_lines(exported)).rstrip() + "\n").encode()


def _write_lines(exported: Exported) -> Iterator[str]:
    from game.exports.printed_paper import escape_markdown as plain

    code = f", paper {exported.code}" if exported.code else ""
    yield from (
        f"# {plain(exported.title)}",
        "",
        f"Bank {exported.bank}{code}: {len(exported.questions)} questions.",
        "",
    )
    category = ""
    for question in exported.questions:
        if question.category != category:
            category = question.category
            yield from (f"## {plain(category)}", "")
        yield from (f"**{plain(question.asked)}** `{question.id}`, level {question.level}, {question.skill}", "")
        for text, is_right, because in _list_cells(question):
            mark = "x" if is_right else " "
            yield f"- [{mark}] {plain(text)}{f' — {plain(because)}' if because else ''}"
        yield from ("", f"{plain(question.right)}. {plain(question.feedback)} *{plain(question.source)}*", "")


def list_no_losses(question: NeutralQuestion) -> Iterator[str]:
    """None: this format carries everything."""
    yield from ()
