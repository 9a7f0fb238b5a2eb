"""An article as text: its paragraphs, its sections, and what it says of itself. Whatever file it came from."""

import re
from collections.abc import Iterable

from msgspec import Struct

from game.pack.claims.timespans import find_dates

MAX_HEAD_PARAGRAPHS = 4
"""Paragraphs in which the day of publication is looked for: further down a day is one of the story."""

MAX_HEAD_WORDS = 14
"""Words of a line that can be a headline or a dateline; a longer one tells the story."""

_WHEN = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
PRESS = re.compile(
    r"\b(?:Advertiser|Argus|Bulletin|Chronicle|Courier|Echo|Gazette|Guardian|Herald|Insider|Journal|Magazine|Mail|Mercury|"
    r"Mirror|News|Observer|Post|Press|Record|Review|Standard|Star|Telegraph|Times|Tribune|Weekly)\b"
)
"""Words in the names of newspapers."""

_HOUSE = re.compile(r"(?:publisher|published by|source|newspaper)\s*:?\s+(\S.*)", re.IGNORECASE)


class Block(Struct, frozen=True):
    """One paragraph, or one heading."""

    text: str
    is_heading: bool = False
    is_dateline: bool = False
    """Whether it only says when, or by whom, the article was published."""

    @property
    def is_told(self) -> bool:
        """Whether it tells anything that a fact can say."""
        return not (self.is_heading or self.is_dateline)


class Article(Struct, frozen=True):
    """An article as it was read. Its blocks are the paragraphs by which facts cite it, headings included."""

    blocks: tuple[Block, ...]
    title: str = ""
    date: str = ""
    """Day of publication; empty when the file does not say."""
    publisher: str = ""

    @property
    def text(self) -> str:
        """One paragraph a line, as articles are compared with a pack."""
        return "\n\n".join(block.text for block in self.blocks) + "\n"


def make_article(blocks: Iterable[Block], title: str = "", date: str = "", publisher: str = "") -> Article:
    """The article in some blocks, with what its first lines say of it where the file itself does not."""
    kept = tuple(Block(" ".join(b.text.split()), b.is_heading) for b in blocks if b.text.strip())
    # A text has no mark for a headline; it is a short first line that does not end like a sentence.
    if len(kept) > 1 and len(kept[0].text.split()) <= MAX_HEAD_WORDS and not kept[0].text.endswith((".", "?", "!")):
        kept = (Block(kept[0].text, is_heading=True), *kept[1:])
    head = [block.text for block in kept[:MAX_HEAD_PARAGRAPHS] if len(block.text.split()) <= MAX_HEAD_WORDS]
    day, house = _find_first(map(_find_dateline, head)), _find_first(map(_find_house, head))
    # A headline with a date in it is still one.
    said = {line for line in head if _find_dateline(line) or _find_house(line)}
    return Article(
        tuple(Block(b.text, b.is_heading, not b.is_heading and b.text in said) for b in kept),
        title or next((block.text for block in kept if block.is_heading), ""),
        find_day(date) or day,
        publisher.strip() or house,
    )


def _find_first(found: Iterable[str]) -> str:
    return next(filter(None, found), "")


def find_day(text: str) -> str:
    """The one full day that a text names, as 2019-04-24; empty when it names none, or several.

    >>> find_day("Published 3 May 2021"), find_day("2019-04-24T10:00:00Z"), find_day("May 2021")
    ('2021-05-03', '2019-04-24', '')
    """
    text = re.sub(r"(\d{4}-\d\d-\d\d)T\S*", r"\1", text)
    days = {date.when for date in find_dates(text) if is_when(date.when) and date.when.count("-") == 2}
    return days.pop() if len(days) == 1 else ""


def is_when(text: str) -> bool:
    """Whether a text is a year, a month or a day that there can be.

    >>> is_when("2021-05"), is_when("2021-13-01"), is_when("--06-15")
    (True, False, False)
    """
    return bool(_WHEN.fullmatch(text))


def _find_house(line: str) -> str:
    """The publisher in a line of the head: named as such, or a newspaper before the day."""
    if line.endswith((".", "?", "!")):
        return ""
    if named := _HOUSE.fullmatch(line):
        return named[1]
    before = re.split(r"\s*[,|·•–—-]\s+(?=\S*\d|[A-Z][a-z]+day)", line, maxsplit=1)[0].strip(" ,|·•–—")
    return before if before != line and PRESS.search(before) and find_day(line) else ""


def _find_dateline(line: str) -> str:
    """The day in a line of the head. A line that ends like a sentence tells a day of the story."""
    return "" if line.endswith((".", "?", "!")) else find_day(line)
