"""Cells of tables that spreadsheets open."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; a figure stays a figure.

    >>> guarded("=1+1"), guarded("-3.5"), guarded("'quoted'"), guarded("plain")
    ("'=1+1", '-3.5', "''quoted'", 'plain')
    """
    if text.startswith("'"):
        return f"'{text}"
    try:
        float(text)
    except ValueError:
        return f"'{text}" if text.startswith(FORMULA) else text
    return text


def unguarded(cell: str) -> str:
    """A cell as it was before.

    >>> unguarded("'=1+1"), unguarded("''quoted'"), unguarded("plain")
    ('=1+1', "'quoted'", 'plain')
    """
    return cell[1:] if cell.startswith("'") and cell[1:2] in (*FORMULA, "'") else cell
