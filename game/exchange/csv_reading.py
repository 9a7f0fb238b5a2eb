"""Reads CSV: one row is one question, in the columns that the export writes. Most columns may be left out.

Columns are separated by commas or by semicolons: spreadsheets write semicolons where figures have a decimal comma.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import assert_never, cast, get_args

from game.exchange.drafts import Draft, Trouble
from game.exchange.tables import COLUMNS
from game.exports.cells import unguard_cell
from game.pack.kinds.neutral import Option, Shape
from game.prose import import_problems as problems

REQUIRED_COLUMNS = ("stem",)


def read(text: str, path: Path) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a table, and what could not be read of it."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    between = ";" if head.count(";") > head.count(",") else ","
    # Strict: otherwise a quote that is never closed would hide the rest of the file without an error. newline="" keeps
    # line breaks inside of cells.
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=between)
    drafts: list[Draft] = []
    troubles: list[Trouble] = []
    try:
        names = [name.strip().casefold() for name in next(rows, [])]
        if troubles := list(_check_head(names, path)):
            return [], troubles
        line = rows.line_num
        for row in rows:
            # line_num is the last line of a row. With line breaks in a cell, this is below the line in which the row
            # began.
            line, began = rows.line_num, line + 1
            if not any(cell.strip() for cell in row):
                continue
            try:
                drafts.append(_read_row(row, names, began, between))
            except _BadCellError as bad:
                column = names.index(bad.column) + 1 if bad.column in names else bad.place
                troubles.append(Trouble(path, began, column, str(bad)))
    except csv.Error as bad:
        troubles.append(Trouble(path, rows.line_num, 1, problems.describe_no_csv(bad)))
    return drafts, troubles


class _BadCellError(ValueError):
    """Something wrong in a row, with its column: its name, or its number from 1 if it has no name."""

    def __init__(self, column: str, text: str, place: int = 1) -> None:
        super().__init__(text)
        self.column, self.place = column, place


def _check_head(names: list[str], path: Path) -> Iterator[Trouble]:
    for place, name in enumerate(names, start=1):
        if name not in COLUMNS:
            yield Trouble(path, 1, place, problems.describe_unknown_column(name))
    yield from (
        Trouble(path, 1, 1, problems.describe_missing_column(name)) for name in REQUIRED_COLUMNS if name not in names
    )


def _read_row(cells: list[str], names: list[str], line: int, between: str) -> Draft:
    if len(cells) > len(names):
        told = problems.describe_cells(len(cells), len(names), between)
        raise _BadCellError("", told, len(names) + 1)
    row = dict(zip(names, map(unguard_cell, cells), strict=False))
    kind = row.get("kind", "").strip() or "choice"
    if kind not in get_args(Shape):
        raise _BadCellError("kind", problems.describe_expected(get_args(Shape), kind))
    draft = Draft(line=line, id=row.get("id", ""), kind=cast(Shape, kind), origin=row.get("origin", ""))
    draft.stem, draft.feedback = row.get("stem", ""), row.get("feedback", "")
    draft.facts, draft.topics = row.get("facts", "").split(), row.get("topics", "").split()
    draft.level, draft.skill = row.get("level", "") or "1", row.get("skill", "") or "recall"
    draft.room, draft.unit, draft.tolerance = row.get("room", ""), row.get("unit", ""), row.get("tolerance", "") or "0"
    if not draft.stem.strip():
        raise _BadCellError("stem", problems.EMPTY_STEM)
    _take_answers(draft, row)
    return draft


def _take_answers(draft: Draft, row: Mapping[str, str]) -> None:
    key = row.get("key", "")
    cells = [
        (row.get(f"option{n}", ""), row.get(f"right{n}", ""), row.get(f"because{n}", ""), f"option{n}")
        for n in range(1, 9)
    ]
    cells = [cell for cell in cells if cell[0].strip()]
    match draft.kind:
        case "true-false":
            if key.casefold() not in ("true", "false"):
                raise _BadCellError("key", problems.describe_truth(key))
            draft.is_true = key.casefold() == "true"
        case "order":
            draft.steps = [text for text, *_ in cells]
        case "match":
            draft.pairs = [(text, because) for text, _, because, _ in cells]
        case "multiple":
            # Right options may contain the sign that joins them in the key. So if the columns are filled, they decide.
            keys = [part.strip() for part in key.split(";")]
            draft.options = [_read_option(cell, keys) for cell in cells]
        case "choice" | "number" | "short":
            draft.options = [_read_option(cell, [key]) for cell in cells] or (
                [Option(key, is_right=True)] if key else []
            )
        case _:
            assert_never(draft.kind)


def _read_option(cell: tuple[str, str, str, str], keys: list[str]) -> Option:
    text, right, because, name = cell
    if right not in ("", "0", "1"):
        raise _BadCellError(name.replace("option", "right"), problems.describe_flag(right))
    return Option(text, right == "1" if right else text in keys, because)
