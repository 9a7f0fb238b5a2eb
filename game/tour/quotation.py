"""The quotation marks around a player's own words. Pure."""

import re

DOUBLE, SINGLE = '“”„"«»', "‘’'`"

_POLITE = re.compile(r"[,\s]*\b(?:please|pls|thanks|thank you)\W*$", re.IGNORECASE)
_ENDED = re.compile(r"\s*(?:$|[,.;!]|and\b|then\b|please\b)", re.IGNORECASE)


def strip_marks(text: str) -> str:
    """A text without politeness at its end and without the quotation marks around it.

    >>> strip_marks("“Two speeds”."), strip_marks("'Tis slow"), strip_marks('"Two speeds'), strip_marks("The “elder”")
    ('Two speeds', "'Tis slow", 'Two speeds', 'The “elder”')
    """
    bare = _POLITE.sub("", text.strip()) or text.strip()
    quoted = bare.rstrip(".,;")
    for marks in (DOUBLE, SINGLE):
        # “37” IS NO “31” begins and ends with a mark, and is no quotation as a whole.
        is_one = marks is SINGLE or not any(mark in quoted[1:-1] for mark in marks)
        if len(quoted) > 1 and quoted[0] in marks and quoted[-1] in marks and is_one:
            return quoted[1:-1].strip()
    # A mark that was opened and never closed, or the other way round, belongs to no quotation.
    return bare.strip(DOUBLE).strip() if sum(bare.count(mark) for mark in DOUBLE) == 1 else bare


def split_quoted(text: str) -> tuple[str, str]:
    """A quotation at the start of a text, and what follows it; any other text is whole.

    >>> split_quoted('"Two speeds, one train", then file'), split_quoted("Two speeds, one train")
    (('"Two speeds, one train"', ', then file'), ('Two speeds, one train', ''))
    """
    marks = next((each for each in (DOUBLE, SINGLE) if text[:1] and text[0] in each), "")
    for place in range(len(text) - 1, 1, -1):
        if text[place] in marks and _ENDED.match(text, place + 1):
            return text[: place + 1], text[place + 1 :]
    return text, ""
