"""Why no names can be taken from a file, and what is to be typed, in words."""

from collections.abc import Sequence
from typing import assert_never

from game.classroom.name_list import (
    ColumnMissing,
    LineUnusable,
    ListFault,
    ListHasCommas,
    ListIsTable,
    ListIsWorkbook,
    ListNotText,
    ListUnusable,
)
from game.prose.file_problems import describe_unusable_file

_SAVE_AS = 'in the spreadsheet, choose Save as, and "CSV UTF-8"'


def describe_list_fault(fault: ListFault) -> str:  # noqa: PLR0911 - one case a fault
    """Why no names can be taken from a file."""
    match fault:
        case ListUnusable():
            return f"{fault.path}: {describe_unusable_file(fault.why, fault.detail)}"
        case ListIsWorkbook():
            return f"{fault.path}: this is a document, not a list in plain text; {_SAVE_AS}"
        case ListNotText():
            return f"{fault.path}:{fault.line}: these letters are not in UTF-8; {_SAVE_AS}. Nobody was added"
        case ListIsTable():
            table = f"{fault.path}:{fault.line}: this is a table ({_list_columns(fault.columns)})"
            how = fault.columns[0] if fault.has_head else "1"
            return f"{table}; say which column holds the names, as --column {_quote(how)}. Nobody was added"
        case ListHasCommas():
            line = f"{fault.path}:{fault.line}: {fault.text!r} may be one name, or several columns"
            return f"{line}; say --column 0 for whole lines, or --column 1 for the first column. Nobody was added"
        case ColumnMissing():
            missing = f"{fault.path}:{fault.line}: there is no column {fault.column!r}"
            return f"{missing} here ({_list_columns(fault.columns)}). Nobody was added"
        case LineUnusable():
            return f"{fault.path}:{fault.line}: no name can be read in this line ({fault.text}). Nobody was added"
        case _:
            assert_never(fault)


def render_head(path: object, head: str) -> str:
    """A first line that is no pupil. It is told, since a name may look like the head of a column."""
    return f"{path}: the first line is read as the heading, not as a pupil: {head}"


def _list_columns(columns: Sequence[str]) -> str:
    return ", ".join(f"{number} {each!r}" for number, each in enumerate(columns, start=1))


def _quote(text: str) -> str:
    return f'"{text}"' if " " in text else text
