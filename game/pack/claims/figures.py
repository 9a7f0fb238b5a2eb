"""Figures with their units, and lists with their lengths, in one form for 10, ten, $1.8m and 2 billion."""

import re

from game.core.names import STOP, singular
from game.pack.claims.timespans import find_dates

_WORDS = dict(
    zip("two three four five six seven eight nine ten eleven twelve".split(), map(str, range(2, 13)), strict=True)
)
# "one" is left out on purpose: it is a pronoun and an article more often than a figure.
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound"}
_UNITS = {"kmh": "km/h", "kph": "km/h", "hr": "hour", "hrs": "hour", "min": "minute", "dollars": "dollar"}
_NUMBER_WORD = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?:[- ]({'|'.join(['one', *_WORDS])}))?|({'|'.join(_WORDS)}))\b", re.IGNORECASE
)
_FIGURE = re.compile(
    r"(?<![\w.,])(?<![A-Za-z]-)([$€£]?)(\d+(?:[.,]\d+)*)"
    r"(?:[ -]?(thousand|million|billion|bn|k|m)\b)?(?:[ -]?([a-z]+(?:/[a-z]+)?))?(?: (won)\b)?",
    re.IGNORECASE,
)
_ENTRY = r"[\w’'-]+(?: (?!and\b|or\b)[\w’'-]+)?"
_LIST = re.compile(rf"(?:{_ENTRY}, )+(?:and |or )?{_ENTRY}(?: (?:and|or) [\w’'-]+)?")
ANY_UNIT = "list"
"""Unit of a list's length: five cuisines are borne out by five that are listed."""


def find_figures(text: str) -> tuple[str, ...]:
    """The figures of a text with their units, dates left out.

    >>> find_figures("In 2019 ten days at 37 mph cost $1.8m, or 2 billion Korean won; a 20-hour-long ride in an Il-62")
    ('10 day', '37 mph', '1800000 dollar', '2000000000 won', '20 hour')
    """
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]}–{text[date.end :]}"
    text = _NUMBER_WORD.sub(_write_digits, text)
    return tuple(dict.fromkeys(_write(match) for match in _FIGURE.finditer(text)))


def find_list_lengths(text: str) -> tuple[str, ...]:
    """The lengths of the lists in a text.

    >>> find_list_lengths("soup of leek, onion, carrot, turnip, and celery root")
    ('5 list',)
    """
    lengths = [
        match.group().count(", ") + 1 + bool(re.search(r"(?<!,) (?:and|or) ", match.group()))
        for match in _LIST.finditer(text)
        if re.search(r" (?:and|or) ", match.group())
    ]
    return tuple(dict.fromkeys(f"{length} {ANY_UNIT}" for length in lengths))


def is_figure_supported(figure: str, sources: tuple[str, ...]) -> bool:
    """Whether a source has the figure; a unit that one of the two leaves out may be any.

    >>> is_figure_supported("39", ("39 year",)), is_figure_supported("37 km/h", ("37 mph",))
    (True, False)
    """
    amount, _, unit = figure.partition(" ")
    for other in sources:
        found, _, its = other.partition(" ")
        if found == amount and (not unit or its in ("", unit, ANY_UNIT)):
            return True
    return False


def _write_digits(match: re.Match[str]) -> str:
    tens, ones, alone = (part and part.casefold() for part in match.groups())
    if alone:
        return _WORDS[alone]
    return str(_TENS[tens] + (1 if ones == "one" else int(_WORDS[ones]) if ones else 0))


def _write(match: re.Match[str]) -> str:
    currency, digits, scale, word, won = match.groups()
    amount = float(digits.replace(",", "")) * _SCALES[scale.casefold()] if scale else float(digits.replace(",", ""))
    unit = _CURRENCIES.get(currency) or won or ""
    # "39 in September": the word behind a figure is its unit only where it is a noun.
    if not unit and word and word.casefold() not in STOP:
        unit = singular(word.casefold())
    return f"{amount:.15g} {_UNITS.get(unit, unit)}".rstrip()
