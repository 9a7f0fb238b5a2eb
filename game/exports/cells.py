"""Cells of tables that spreadsheets open."""

import re

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""Signs by which a spreadsheet recognises a formula."""

_FIGURE = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


def guard_cell(text: str) -> str:
    """A cell that no spreadsheet reads as a formula; a figure stays a figure.

    >>> guard_cell("=1+1"), guard_cell("-3.5"), guard_cell("-1_0"), guard_cell("'quoted'"), guard_cell("plain")
    ("'=1+1", '-3.5', "'-1_0", "''quoted'", 'plain')
    """
    if text.startswith("'"):
        return f"'{text}"
    return f"'{text}" if text.startswith(FORMULA_SIGNS) and not _FIGURE.fullmatch(text) else text


def unguard_cell(cell: str) -> str:
    """The text of a guarded cell.

    >>> unguard_cell("'=1+1"), unguard_cell("''quoted'"), unguard_cell("plain")
    ('=1+1', "'quoted'", 'plain')
    """
    return cell[1:] if cell.startswith("'") and cell[1:2] in (*FORMULA_SIGNS, "'") else cell
