"""CSV, read: a row a question, in the columns that export writes; fewer will do. Troubles have row and column.

Columns are parted by commas, or by semicolons, as spreadsheets write them where the comma is in figures.
"""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

from game.exchange.drafts import Draft, Trouble
from game.exchange.neutral import Kind, Option
from game.exchange.tables import COLUMNS
from game.exports.cells import unguarded

NEEDED = ("stem",)


def read(text: str, path: Path) -> tuple[list[Draft], list[Trouble]]:
    """The questions in a table, and what could not be read of it."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    between = ";" if head.count(";") > head.count(",") else ","
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=between)
    drafts: list[Draft] = []
    troubles: list[Trouble] = []
    try:
        names = [name.strip().casefold() for name in next(rows, [])]
        troubles += [
            Trouble(path, 1, place, f"no column is called {name!r}")
            for place, name in enumerate(names, start=1)
            if name not in COLUMNS
        ]
        troubles += [Trouble(path, 1, 1, f"the column {name!r} is missing") for name in NEEDED if name not in names]
        if troubles:
            return [], troubles
        line = rows.line_num
        for row in rows:
            line, began = rows.line_num, line + 1
            if not any(cell.strip() for cell in row):
                continue
            if len(row) > len(names):
                told = f"{len(row)} cells, and {len(names)} columns; a text that holds {between!r} wants quotes"
                troubles.append(Trouble(path, began, len(names) + 1, told))
                continue
            try:
                drafts.append(_draft(dict(zip(names, map(unguarded, row), strict=False)), began))
            except ValueError as bad:
                name, _, told = str(bad).partition("\n")
                column = names.index(name) + 1 if name in names else 1
                troubles.append(Trouble(path, began, column, told))
    except csv.Error as bad:
        troubles.append(Trouble(path, rows.line_num, 1, f"this is no CSV: {bad}"))
    return drafts, troubles


def _draft(row: Mapping[str, str], line: int) -> Draft:
    kind = row.get("kind", "").strip() or "choice"
    if kind not in get_args(Kind):
        raise ValueError(f"kind\nexpected one of {', '.join(get_args(Kind))}, found {kind!r}")
    draft = Draft(line=line, id=row.get("id", ""), kind=cast(Kind, kind), origin=row.get("origin", ""))
    draft.stem, draft.feedback = row.get("stem", ""), row.get("feedback", "")
    draft.facts, draft.topics = row.get("facts", "").split(), row.get("topics", "").split()
    draft.level, draft.skill = row.get("level", "") or "1", row.get("skill", "") or "recall"
    draft.room, draft.unit, draft.tolerance = row.get("room", ""), row.get("unit", ""), row.get("tolerance", "") or "0"
    if not draft.stem.strip():
        raise ValueError("stem\nthe stem is empty")
    key = row.get("key", "")
    cells = [
        (row.get(f"option{n}", ""), row.get(f"right{n}", ""), row.get(f"because{n}", ""), f"option{n}")
        for n in range(1, 9)
    ]
    cells = [cell for cell in cells if cell[0].strip()]
    match kind:
        case "true-false":
            if key.casefold() not in ("true", "false"):
                raise ValueError(f"key\nexpected True or False, found {key!r}")
            draft.is_true = key.casefold() == "true"
        case "order":
            draft.steps = [text for text, *_ in cells]
        case "match":
            draft.pairs = [(text, because) for text, _, because, _ in cells]
        case _:
            draft.options = [_option(cell, key) for cell in cells] or ([Option(key, is_right=True)] if key else [])
    return draft


def _option(cell: tuple[str, str, str, str], key: str) -> Option:
    text, right, because, name = cell
    if right not in ("", "0", "1"):
        raise ValueError(f"{name.replace('option', 'right')}\nexpected 1 or 0, found {right!r}")
    return Option(text, right == "1" if right else text == key, because)
