"""How others write answers in a table: all options in one cell, and right ones counted from zero."""

import re
from collections.abc import Iterable, Mapping, Sequence

from game.exports.cells import unguard_cell

SEVERAL = re.compile(r"\s*[,;/&|+]\s*|\s+and\s+")
"""What stands between several right answers in one cell."""
_JOINTS = ("\n", "|", ";", ",")
"""What others put between options in one cell, the rarest in a text first."""


def pair_cells(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Our name of a column -> its cell; options that share a cell as if each had its own."""
    row = {name: unguard_cell(cell) for name, cell in zip(names, cells, strict=False) if name}
    for number, text in enumerate(split_options(row.pop("options", ""), row.get("key", "")), start=1):
        row.setdefault(f"option{number}", text)
    return row


def split_options(cell: str, key: str = "") -> list[str]:
    """The options in one cell: the signs between them are those that leave the key whole, as in "|; and; or".

    >>> split_options("Rome; Oslo, Norway; Bern"), split_options("|; and; or", "and"), split_options("")
    (['Rome', 'Oslo, Norway', 'Bern'], ['|', 'and', 'or'], [])
    """
    found = [[text.strip() for text in cell.split(sign) if text.strip()] for sign in _JOINTS if sign in cell.strip()]
    whole = [texts for texts in found if key.strip() in texts]
    return (whole or found or [[cell.strip()] if cell.strip() else []])[0]


def counts_from_zero(rows: Iterable[Mapping[str, str]]) -> bool:
    """Whether a table calls its first option 0: each key is a number below that of options, and one 0 is no option."""
    is_certain = False
    for row in rows:
        key = row.get("key", "").strip()
        texts = [cell.strip() for name, cell in row.items() if name.startswith("option") and cell.strip()]
        if not key or not texts:
            continue
        if not all(part.isdecimal() and int(part) < len(texts) for part in SEVERAL.split(key)):
            return False
        is_certain = is_certain or (key == "0" and key not in texts)
    return is_certain


def name_from_zero(key: str, row: Mapping[str, str]) -> str:
    """A key that counts from zero as the text of its option; several ones as their letters, which hold no commas.

    >>> name_from_zero("0", {"option1": "b", "option2": "a"}), name_from_zero("1, 3", {})
    ('b', 'b,d')
    """
    if key.strip().isdecimal():
        return row.get(f"option{int(key) + 1}", "")
    return ",".join(chr(ord("a") + int(part)) for part in SEVERAL.split(key.strip()) if part)
