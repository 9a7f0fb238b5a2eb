"""What the columns of a table are called, by us and by others, and what others write in their cells."""

import re
from collections.abc import Mapping, Sequence

from game.exchange.tables import COLUMNS
from game.prose.table_words import COLUMN_NAMES, FALSE_WORDS, TRUE_WORDS

MAX_OPTIONS = 8
"""Columns of options that are read."""

MAPPABLE = (*COLUMNS, "options")
"""What a column may be called by the user: ours, and one whose cells hold all options."""

_OPTION = re.compile(r"(?:option|answer|choice|distractor|antwort|opción|opcion|réponse|answer option)? ?([a-h]|[1-8])")


def read_truth(cell: str) -> bool | None:
    """Whether a cell says true or false; None for neither."""
    word = cell.strip().casefold().rstrip(".")
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS else None


def name_by_number(cells: Sequence[str], mapped: Mapping[str, str]) -> list[str]:
    """Our name for each column where the user counts them from 1; empty if the table has a head.

    Args:
        cells: The first row, which is a head if one of its cells is a number that the user named.
        mapped: What a column is called -> our name for it, as the user says.
    """
    if not mapped or not all(name.isdecimal() for name in mapped) or any(cell.strip() in mapped for cell in cells):
        return []
    return [mapped.get(str(number), "") for number in range(1, len(cells) + 1)]


def name_columns(cells: Sequence[str], mapped: Mapping[str, str]) -> list[str]:
    """Our name for each column of a table; empty for one that is not read.

    Args:
        cells: The first row.
        mapped: What a column is called -> our name for it, as the user says.
    """
    named: list[str] = []
    for cell in cells:
        folded = " ".join(re.sub(r"[_()\s:?.-]+", " ", cell.casefold()).split()) or cell.strip()
        name = mapped.get(cell.strip().casefold(), "") or _name_column(cell.strip().casefold(), folded)
        # Of two columns of one name the first is read.
        named.append(name if name not in named else "")
    return named


def _name_column(exact: str, folded: str) -> str:
    if exact in MAPPABLE:
        return exact
    ours = next((name for name, others in COLUMN_NAMES.items() if folded in others), "")
    if ours:
        return ours
    option = _OPTION.fullmatch(folded)
    if not option:
        return ""
    return f"option{option[1] if option[1].isdecimal() else ord(option[1]) - ord('a') + 1}"
