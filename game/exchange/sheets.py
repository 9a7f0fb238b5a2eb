"""Spreadsheets for Kahoot and Wayground, with text cells only: no text of an author can become a formula."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import TYPE_CHECKING

from game.exchange.exported import Exported, spread
from game.pack.kinds.neutral import NeutralQuestion
from game.prose import format_losses as words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAX_KAHOOT_STEM_LENGTH, MAX_KAHOOT_OPTION_LENGTH, MAX_KAHOOT_OPTIONS, MAX_KAHOOT_QUESTIONS = 120, 75, 4, 100
FIRST_KAHOOT_ROW = 9
"""The row of the first question; the labels are in the row above it."""
KAHOOT_LABELS = (
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    # An en dash, as in other programs that fill Kahoot's template.
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
MAX_WAYGROUND_OPTIONS = 5
WAYGROUND_LABELS = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, MAX_WAYGROUND_OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
SECONDS_PER_QUESTION = 30


def write_kahoot(exported: Exported) -> bytes:
    """A workbook in the shape of Kahoot's template."""
    rows: list[Sequence[str | int]] = [()] * (FIRST_KAHOOT_ROW - 2)
    rows[0] = ("", f"{exported.title}, bank {exported.bank}")
    rows.append(("", *KAHOOT_LABELS))
    fitting = [question for question in exported.questions if not any(_find_unfit_for_kahoot(question))]
    for number, question in enumerate(spread(fitting, MAX_KAHOOT_QUESTIONS), start=1):
        choice = question.as_choice()
        if choice is not None:
            texts = [_join_line(option.text) for option in choice.options]
            right = ",".join(map(str, choice.right_places))
            rows.append(
                (number, _join_line(choice.stem), *_fill_up(texts, MAX_KAHOOT_OPTIONS), SECONDS_PER_QUESTION, right)
            )
    return _make_book("Kahoot", rows)


def list_kahoot_losses(question: NeutralQuestion) -> Iterator[str]:
    """What Kahoot cannot carry of a question."""
    unfit = list(_find_unfit_for_kahoot(question))
    yield from (words.render_left_out(why) for why in unfit)
    if not unfit and question.kind in ("number", "short"):
        yield words.ASKED_AS_CHOICE
    if not unfit and question.kind == "multiple":
        yield words.ONE_RIGHT_IS_ENOUGH


def _find_unfit_for_kahoot(question: NeutralQuestion) -> Iterator[str]:
    choice = question.as_choice()
    if choice is None:
        yield _explain_no_choice(question)
        return
    if len(_join_line(choice.stem)) > MAX_KAHOOT_STEM_LENGTH:
        yield words.describe_long_stem(len(_join_line(choice.stem)), MAX_KAHOOT_STEM_LENGTH)
    if len(choice.options) > MAX_KAHOOT_OPTIONS:
        yield words.describe_many_options(len(choice.options), MAX_KAHOOT_OPTIONS)
    longest = max(len(_join_line(option.text)) for option in choice.options)
    if longest > MAX_KAHOOT_OPTION_LENGTH:
        yield words.describe_long_option(longest, MAX_KAHOOT_OPTION_LENGTH)


def _explain_no_choice(question: NeutralQuestion) -> str:
    if question.kind in ("number", "short"):
        return words.NO_WRONG_ANSWERS
    return words.describe_missing_shape(is_order=question.kind == "order")


def write_wayground(exported: Exported) -> bytes:
    """A workbook in the shape of Wayground's template."""
    rows: list[Sequence[str | int]] = [WAYGROUND_LABELS]
    for question in exported.questions:
        explained = f"{_join_line(question.feedback)} {_join_line(question.source)}"
        if question.kind in ("number", "short"):
            texts = [_join_line(option.text) for option in question.options if option.is_right][:MAX_WAYGROUND_OPTIONS]
            kind, stem, right = "Fill-in-the-Blank", _join_line(question.asked), ""
        elif choice := question.as_choice():
            texts = [_join_line(option.text) for option in choice.options]
            if len(texts) > MAX_WAYGROUND_OPTIONS:
                continue
            kind = "Checkbox" if choice.kind == "multiple" else "Multiple Choice"
            stem, right = _join_line(choice.stem), ",".join(map(str, choice.right_places))
        else:
            continue
        rows.append((stem, kind, *_fill_up(texts, MAX_WAYGROUND_OPTIONS), right, SECONDS_PER_QUESTION, "", explained))
    return _make_book("Wayground", rows)


def list_wayground_losses(question: NeutralQuestion) -> Iterator[str]:
    """What Wayground cannot carry of a question."""
    if question.kind in ("order", "match"):
        yield words.render_left_out(_explain_no_choice(question))
        return
    if question.kind == "multiple" and len(question.options) > MAX_WAYGROUND_OPTIONS:
        yield words.render_left_out(words.describe_many_options(len(question.options), MAX_WAYGROUND_OPTIONS))
        return
    if question.kind == "multiple":
        yield words.NO_PART_MARKS
    if question.kind == "number" and float(question.tolerance):
        yield words.TOLERANCE_LOST
    if any(option.because for option in question.options):
        yield words.WITHOUT_FEEDBACK_ON_OPTIONS
    if question.kind == "short" and sum(option.is_right for option in question.options) > MAX_WAYGROUND_OPTIONS:
        yield words.ONLY_FIVE_ANSWERS


def _join_line(text: str) -> str:
    return " ".join(text.split())


def _fill_up(texts: Sequence[str], number: int) -> tuple[str, ...]:
    return (*texts, *[""] * (number - len(texts)))


def _make_book(title: str, rows: Sequence[Sequence[str | int]]) -> bytes:
    """A workbook of one sheet; its bytes depend only on its cells."""
    from datetime import datetime

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    if sheet is None:  # pragma: no cover - a new workbook has one
        raise RuntimeError("a new workbook has no sheet")
    sheet.title = title
    _fill_sheet(sheet, rows)
    book.properties.created = book.properties.modified = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    out = io.BytesIO()
    book.save(out)
    return _remove_times(out.getvalue())


def _fill_sheet(sheet: "Worksheet", rows: Sequence[Sequence[str | int]]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    for y, row in enumerate(rows, start=1):
        for x, value in enumerate(row, start=1):
            if value != "":
                cell = sheet.cell(y, x)
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
                if isinstance(value, str):
                    cell.data_type = "s"  # a text, even if it begins like a formula
                    cell.quotePrefix = True


def _remove_times(book: bytes) -> bytes:
    """The same workbook with a fixed time on all its files, and no time of saving in its properties."""
    import re

    from game.exchange.archives import zip_files

    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    core = "docProps/core.xml"
    files[core] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", files[core])
    return zip_files(files)
