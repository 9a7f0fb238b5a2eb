"""Dates in a text, each as exact as it is written, and which of two is borne out by the other."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Capital letters only: "may" in small ones is a hedge.
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_PATTERNS = (
    rf"\b{_YEAR}-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b",
    rf"\b{_DAY} {_MONTH},? {_YEAR}\b",
    rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
    rf"\b{_MONTH},? {_YEAR}\b",
    rf"\b{_DAY} {_MONTH}",
    rf"\b(?P<part>early|mid|late)[ -]{_YEAR}s\b",
    rf"\b{_YEAR}(?P<decade>s)\b",
    rf"(?<![\w$€£.-]){_YEAR}(?!\d|[.,]\d)\b",
)
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
"""Years of a decade that its part is taken to span: no text says, so each year belongs to exactly one part."""


class FoundDate(NamedTuple):
    """A date and where it stands."""

    when: str
    """2019, 2019-04, 2019-04-24; two joined by a slash; --06-15 for a day without a year."""
    start: int
    end: int


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates of a text, in its order.

    >>> [date.when for date in find_dates("From Jan. 5, 2021 to May 2022, and in the early 2000s")]
    ['2021-01-05', '2022-05', '2000/2003']
    """
    found: list[FoundDate] = []
    for pattern in _compile_patterns():
        for match in pattern.finditer(text):
            # Exact patterns come first; the year inside a full date must not be found once more.
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(FoundDate(_write(match), match.start(), match.end()))
    return tuple(sorted(found, key=lambda date: date.start))


@cache
def _compile_patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled when the first date is looked for: every start loads this module for a type, and finds none."""
    return tuple(map(re.compile, _PATTERNS))


def _write(match: re.Match[str]) -> str:
    parts = match.groupdict()
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    if "part" in parts or "decade" in parts:
        first, last = _PARTS.get(parts.get("part") or "", (0, 9))
        return f"{int(year or 0) + first}/{int(year or 0) + last}"
    if month and not month.isdigit():
        month = f"{_MONTHS.index(month[:3].casefold()) + 1:02}"
    # Two hyphens stand for a year that is not told, as in ISO 8601 of old.
    return "-".join([year or "-", *([month] if month else []), *([f"{int(day):02}"] if day else [])])


def make_interval(when: str) -> tuple[str, str]:
    """First and last day of a date, as text that sorts like time.

    >>> make_interval("2019"), make_interval("1994/2011-12")
    (('2019-01-01', '2019-12-31'), ('1994-01-01', '2011-12-31'))
    """
    first, _, last = when.partition("/")
    return first + "-01-01"[len(first) - 4 :], (last or first) + "-12-31"[len(last or first) - 4 :]


class OrderedDate(NamedTuple):
    """A date in its place among others."""

    when: str
    is_band: bool
    """Whether another of the dates lies within it or crosses it, so that nobody knows which of the two came first."""


def order_dates(dates: Iterable[str]) -> tuple[OrderedDate, ...]:
    """Dates in the order of time, each once. A band stands after the dates that it covers.

    >>> [(date.when, date.is_band) for date in order_dates(["2018", "2019", "2018-05", "2018-03"])]
    [('2018-03', False), ('2018-05', False), ('2018', True), ('2019', False)]
    """
    spans = {when: make_interval(when) for when in dates}
    # By the last day, and of two that end together the shorter first: what is covered comes before what covers it.
    backwards = sorted(spans, key=lambda when: spans[when][0], reverse=True)
    ordered = sorted(backwards, key=lambda when: spans[when][1])
    return tuple(OrderedDate(when, _is_band(spans[when], spans.values())) for when in ordered)


def _is_band(span: tuple[str, str], others: Iterable[tuple[str, str]]) -> bool:
    """Whether a span meets another one that does not cover it."""
    first, last = span
    return any(begin <= last and first <= end and not (begin <= first and last <= end) for begin, end in others)


def is_date_supported(when: str, sources: Iterator[str] | tuple[str, ...]) -> bool:
    """Whether one of the sources' dates lies within a date: a text may be less exact than its source, never more.

    >>> is_date_supported("2019", ("2019-04",)), is_date_supported("2019-04", ("2019",))
    (True, False)
    """
    if when.startswith("--"):
        # A source that has the day with its year says no less.
        return any(when == other or other.endswith(when[1:]) for other in sources)
    first, last = make_interval(when)
    spans = (make_interval(other) for other in sources if not other.startswith("--"))
    return any(first <= begin and end <= last for begin, end in spans)
