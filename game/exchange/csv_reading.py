"""Reads tables of questions: one row is one question, in our columns or in those of others.

A table comes from a file of CSV in any dialect, or from a spreadsheet. Where a cell may be read in two ways, what a
person means by it decides: a key names the option it equals, else the option at its letter or number.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import assert_never, cast, get_args

from game.exchange.draft_ids import make_id
from game.exchange.drafts import Draft, Trouble
from game.exchange.table_answers import SEVERAL, counts_from_zero, name_from_zero, pair_cells
from game.exchange.table_head import MAX_OPTIONS, name_by_number, name_columns, read_truth
from game.exchange.zip_reading import BadArchiveError, check_spreadsheet
from game.pack.kinds.neutral import Option, Shape
from game.pack.marking.modes import MODES, Mode
from game.prose import import_problems as problems
from game.prose.table_words import find_kind

SEPARATORS = ";\t|,"
"""Signs between cells. Spreadsheets write semicolons where figures have a decimal comma."""

_ID = re.compile(r"[a-z][a-z0-9-]*")

Row = tuple[int, list[str]]
"""The number of the line where a row begins, from 1, and its cells."""


def read(text: str, path: Path, mapped: Mapping[str, str] | None = None) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a text, and what could not be read of it.

    Args:
        text: The file.
        path: Its path, for what is told.
        mapped: What a column is called, in small letters -> our name for it.
    """
    text = text.removeprefix("\ufeff")
    skipped = 0
    # A spreadsheet's own hint, which is no row: sep=;
    if found := re.match(r'"?sep=(.)"?\r?\n', text):
        between, text, skipped = found[1], text[found.end() :], 1
    else:
        head = text.partition("\n")[0]
        between = max(SEPARATORS, key=lambda sign: (head.count(sign), sign == ","))
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=between)
    troubles: list[Trouble] = []
    reader = TableReader(path, mapped or {}, "," if between == ";" else ".", between)
    # Strict: otherwise a quote that is never closed would hide the rest of the file without an error. newline="" keeps
    # line breaks inside of cells.
    numbered: list[Row] = []
    try:
        # What was read before an error stays in the list.
        numbered.extend(_number_rows(rows, skipped))
    except csv.Error as bad:
        troubles.append(Trouble(path, rows.line_num + skipped, 1, problems.describe_no_csv(bad)))
    if numbered or not troubles:
        reader.read_rows(numbered)
    return reader.drafts, [*reader.troubles, *troubles]


def read_spreadsheet(data: bytes, path: Path, mapped: Mapping[str, str]) -> tuple[list[Draft], list[Trouble]]:
    """The questions on the first sheet of an .xlsx file, and what could not be read of it."""
    from openpyxl import load_workbook

    try:
        check_spreadsheet(data)
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        rows = [[_write_cell(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except BadArchiveError as bad:
        return [], [Trouble(path, 1, 1, problems.describe_no_spreadsheet(str(bad)))]
    except Exception as bad:
        return [], [Trouble(path, 1, 1, problems.describe_no_spreadsheet(type(bad).__name__))]
    reader = TableReader(path, mapped, ".", "")
    reader.read_rows(list(enumerate(rows, start=1)))
    return reader.drafts, reader.troubles


def _write_cell(value: object) -> str:
    """A cell as a person sees it: 7 and not 7.0."""
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) and value.is_integer() else str(value)


def _number_rows(rows: Iterable[list[str]], skipped: int) -> Iterator[Row]:
    line = skipped
    for row in rows:
        # line_num is the last line of a row. With line breaks in a cell, this is below the line in which it began.
        began, line = line + 1, rows.line_num + skipped  # type: ignore[attr-defined]  # a reader of csv has it
        yield began, row


class _BadCellError(ValueError):
    """Something wrong in a row, with its column: its name, or its number from 1 if it has no name."""

    def __init__(self, column: str, text: str, place: int = 1) -> None:
        super().__init__(text)
        self.column, self.place = column, place


class TableReader:
    """Reads the rows of one table."""

    def __init__(self, path: Path, mapped: Mapping[str, str], decimal_sign: str, between: str) -> None:
        self.drafts: list[Draft] = []
        self.troubles: list[Trouble] = []
        self._path = path
        self._mapped = mapped
        self._decimal_sign = decimal_sign
        self._between = between
        self._names: list[str] = []
        self._is_from_zero = False

    def read_rows(self, rows: Sequence[Row]) -> None:
        """Read the head, if there is one, and then every row."""
        line, head = rows[0] if rows else (1, [])
        numbered = name_by_number(head, self._mapped)
        self._names = numbered or name_columns(head, self._mapped)
        if numbered and "stem" not in name_columns(head, {}):
            head = [""] * len(head)  # the first row is a question
        else:
            rows = rows[1:]
        if "stem" not in self._names:
            self._report(line, 1, problems.describe_missing_column("stem"))
            return
        self._is_from_zero = counts_from_zero(pair_cells(self._names, row) for _, row in rows)
        for line, row in rows:
            if not any(cell.strip() for cell in row):
                continue
            try:
                self.drafts.append(self._read_row(row, line))
            except _BadCellError as bad:
                column = self._names.index(bad.column) + 1 if bad.column in self._names else bad.place
                self._report(line, column, str(bad))

        unread = [cell.strip() for cell, name in zip(head, self._names, strict=True) if not name and cell.strip()]
        # Told once, at the first question: what stands there is lost for all of them.
        for draft in self.drafts[:1]:
            draft.changes += [problems.describe_unread_column(cell) for cell in unread]
            draft.changes += [problems.FROM_ZERO] * self._is_from_zero

    def _report(self, line: int, column: int, text: str) -> None:
        self.troubles.append(Trouble(self._path, line, column, text))

    def _read_row(self, cells: list[str], line: int) -> Draft:
        if len(cells) > len(self._names) and any(cell.strip() for cell in cells[len(self._names) :]):
            told = problems.describe_cells(len(cells), len(self._names), self._between)
            raise _BadCellError("", told, len(self._names) + 1)
        row = pair_cells(self._names, cells)
        if f"option{MAX_OPTIONS + 1}" in row:
            raise _BadCellError("options", problems.describe_many_options(MAX_OPTIONS))
        if self._is_from_zero:
            row["key"] = name_from_zero(row.get("key", ""), row)
        draft = Draft(line=line, id=_read_id(row.get("id", "")), origin=row.get("origin", ""))
        draft.kind = _read_kind(row)
        draft.stem, draft.feedback = row.get("stem", "").strip(), row.get("feedback", "")
        draft.facts, draft.topics = row.get("facts", "").split(), _read_tags(row.get("topics", ""))
        draft.level, draft.skill = _read_level(row.get("level", "")), row.get("skill", "") or "recall"
        draft.room, draft.unit = row.get("room", ""), row.get("unit", "")
        draft.tolerance = self._read_figure(row.get("tolerance", "")) or "0"
        draft.spelling = _read_spelling(row.get("spelling", "").strip())
        if not draft.stem:
            raise _BadCellError("stem", problems.EMPTY_STEM)
        self._take_answers(draft, row)
        return draft

    def _read_figure(self, cell: str) -> str:
        """A figure with a point before its fraction, whatever the spreadsheet writes there; any other cell as it is."""
        from game.pack.marking.figure_reading import read_figure

        return read_figure(cell, "", {}, self._decimal_sign) or cell.strip()

    def _take_answers(self, draft: Draft, row: Mapping[str, str]) -> None:
        key = row.get("key", "").strip()
        cells = [
            (name, row.get(name, "").strip(), number)
            for number in range(1, MAX_OPTIONS + 1)
            for name in (f"option{number}",)
            if row.get(name, "").strip()
        ]
        match draft.kind:
            case "true-false":
                truth = read_truth(_name_option(key, cells) or key)
                if truth is None:
                    raise _BadCellError("key", problems.describe_truth(key))
                draft.is_true = truth
            case "order":
                draft.steps = [text for _, text, _ in cells]
            case "match":
                draft.pairs = [(text, row.get(f"because{number}", "")) for _, text, number in cells]
            case "number":
                draft.options = [
                    Option(self._read_figure(text), right, row.get(f"because{number}", ""))
                    for (_, text, number), right in zip(cells, _list_right(row, cells, [key]), strict=True)
                ] or [Option(self._read_figure(key), is_right=True)]
            case "choice" | "multiple" | "short":
                # Right options may contain the sign that joins them in the key: a key that is one option is no list.
                keys = [key] if draft.kind != "multiple" or _name_option(key, cells) else SEVERAL.split(key)
                draft.options = [
                    Option(text, right, row.get(f"because{number}", ""))
                    for (_, text, number), right in zip(cells, _list_right(row, cells, keys), strict=True)
                ] or ([Option(key, is_right=True)] if key else [])
            case _:
                assert_never(draft.kind)


Cell = tuple[str, str, int]
"""The name of a column of options, the text in it, and the option's number from 1."""


def _read_id(cell: str) -> str:
    """An id as our own export writes it; any other one in a form that a pack takes."""
    return cell.strip() if not cell.strip() or _ID.fullmatch(cell.strip()) else make_id(cell)


def _read_tags(cell: str) -> list[str]:
    """Words, or phrases with commas between them, as tags of a pack."""
    parts = re.split(r"[,;]", cell) if re.search(r"[,;]", cell) else cell.split()
    return [tag for part in parts if (tag := part.strip() if _ID.fullmatch(part.strip()) else make_id(part))]


def _read_spelling(cell: str) -> Mode | None:
    if cell and cell not in MODES:
        raise _BadCellError("spelling", problems.describe_expected(MODES, cell))
    return cell or None


def _read_level(cell: str) -> str:
    """A level of ours; the words that others use for how hard a question is mean nothing here."""
    return cell.strip() if cell.strip().isdecimal() else "1"


def _read_kind(row: Mapping[str, str]) -> Shape:
    """The shape of a question: as its cell says, else as its answers suggest."""
    told = row.get("kind", "").strip()
    if told in get_args(Shape):
        return cast(Shape, told)
    if told:
        kind = find_kind(told)
        if kind is None:
            raise _BadCellError("kind", problems.describe_expected(get_args(Shape), told))
        return kind
    key = row.get("key", "").strip()
    cells = [
        (name, row[name].strip(), int(name[-1])) for name in row if name.startswith("option") and row[name].strip()
    ]
    texts = {text.casefold() for _, text, _ in cells}
    # One and zero are figures, and Right an answer: without options only these words are a judgement.
    if texts in ({"true", "false"}, {"wahr", "falsch"}) or (
        not cells and key.casefold() in {"true", "false", "wahr", "falsch"}
    ):
        return "true-false"
    if not cells:
        return "number" if re.fullmatch(r"-?\d+([.,]\d+)?", key) else "short"
    several = [each for each in SEVERAL.split(key) if each]
    is_list = len(several) > 1 and not _name_option(key, cells) and all(_name_option(each, cells) for each in several)
    is_flagged = sum(read_truth(row.get(f"right{number}", "")) is True for _, _, number in cells) > 1
    return "multiple" if is_list or is_flagged else "choice"


def _name_option(key: str, cells: list[Cell]) -> str:
    """The text of the option that a key names: the same text, else its letter or its number; empty for none."""
    folded = _fold(key)
    same = next((text for _, text, _ in cells if _fold(text) == folded), "")
    if same or not folded:
        return same
    bare = re.sub(r"^(?:option|answer|choice)? ?|[.):]+$", "", folded)
    numbers = {str(number): text for _, text, number in cells} | {chr(96 + number): text for _, text, number in cells}
    return numbers.get(bare, "")


def _fold(text: str) -> str:
    from game.pack.marking.folding import fold

    return fold(text, ("width", "quote", "dash", "space", "case"))


def _list_right(row: Mapping[str, str], cells: list[Cell], keys: list[str]) -> list[bool]:
    """Whether each option is right: as its own column says, else as the key names it."""
    named = {_name_option(key, cells) for key in keys} - {""}
    right = []
    for _, text, number in cells:
        flag = row.get(f"right{number}", "").strip()
        truth = read_truth(flag) if flag else text in named
        if truth is None:
            raise _BadCellError(f"right{number}", problems.describe_flag(flag))
        right.append(truth)
    return right
