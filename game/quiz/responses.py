"""What a typed line is as a response to a shown item. A line that is none is not counted; it is never guessed at.

A response is a tuple of texts, so that it can be kept, chained and read by a later version whatever the order the
options were shown in: the option picked; the figure; the words; all steps in order; the right side of each pair; or
the option and the id of the fact that proves it. An empty tuple is no response.
"""

import re

from game.core.names import in_digits, words
from game.pack.items import Match, Number, Order, Short, TwoTier
from game.quiz.picking import LETTERS, nearly, option
from game.quiz.showing import Shown

Response = tuple[str, ...]

LONGEST = 120
"""Characters of a response in words of one's own."""

_FIGURE = re.compile(r"(?P<sign>[-−]?)(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)\s*(?P<unit>.*)")
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))


def read(shown: Shown, line: str) -> Response | None:
    """The response a line gives to an item; None when it gives none."""
    match shown.item:
        case Number():
            return _figure(line, shown.item.unit)
        case Short():
            return (" ".join(line.split())[:LONGEST],) if words(line) else None
        case Order():
            return _placed(line, shown.options)
        case Match():
            return _matched(line, shown)
        case TwoTier():
            return _proved(line, shown)
        case _:
            picked = option(line, shown.options) or nearly(line, shown.options)
            return None if picked is None else (picked,)


def _figure(line: str, unit: str) -> Response | None:
    """A figure, in digits or words; a unit that is given must be the item's.

    >>> _figure("37 mph", "mph"), _figure("1,180 km", "km"), _figure("twenty-one", ""), _figure("50 km/h", "mph")
    (('37',), ('1180',), ('21',), None)
    """
    found = _FIGURE.fullmatch(in_figures(line.strip(" .!?\"'")))
    if not found:
        return None
    named = words(found["unit"])
    if named and named != words(unit) and not (len(named) == 1 and words(unit)[:1] == named):
        return None
    figure = found["figure"]
    figure = figure.replace(",", "") if re.search(r",\d{3}(?!\d)", figure) else figure.replace(",", ".")
    sign = "-" if found["sign"] else ""
    return (sign + figure[:20],)


def in_figures(text: str) -> str:
    """A text whose leading number words are digits, up to ninety-nine.

    >>> in_figures("Twenty one carriages"), in_figures("about seven"), in_figures("fifty")
    ('21 carriages', '7', '50')
    """
    typed = re.sub(r"^(?:about|around|some|roughly|circa|ca\.?|it'?s|is)\s+", "", text.strip(), flags=re.IGNORECASE)
    first, *rest = re.split(r"[\s-]+", typed, maxsplit=2) if typed[:1].isalpha() else [typed]
    if first.casefold() in _TENS:
        ones = in_digits(rest[0].casefold()) if rest else ""
        if len(ones) == 1 and ones.isdecimal():
            return " ".join((str(_TENS[first.casefold()] + int(ones)), *rest[1:]))
        return " ".join((str(_TENS[first.casefold()]), *rest))
    return " ".join((in_digits(first.casefold()), *rest)) if rest or first.isalpha() else typed


def _letters(line: str) -> list[int]:
    """The places named by a row of letters or numbers: ``C A B``, ``cab``, ``3, 1, 2``."""
    parts = line.casefold().replace(",", " ").replace(";", " ").replace(">", " ").replace("-", " ").split()
    if len(parts) == 1 and parts[0].isalpha():
        parts = list(parts[0])
    if all(part.isdecimal() for part in parts):
        return [int(part) - 1 for part in parts]
    return [LETTERS.find(part) if len(part) == 1 else -1 for part in (part.strip(").:") for part in parts)]


def _placed(line: str, options: tuple[str, ...]) -> Response | None:
    """All options in the order named; None unless each is named once."""
    places = _letters(line)
    return tuple(options[place] for place in places) if sorted(places) == list(range(len(options))) else None


def _matched(line: str, shown: Shown) -> Response | None:
    """The option for each row: ``1B 2A 3C`` in any order, or ``B A C`` from the first row on."""
    pairs = re.findall(r"(\d+)\s*[-=:.)>]*\s*([a-z])\b|\b([a-z])\s*[-=:>]*\s*(\d+)", line.casefold())
    if pairs:
        given = {int(row or other) - 1: LETTERS.find(letter or mirrored) for row, letter, mirrored, other in pairs}
        if len(given) != len(pairs) or sorted(given) != list(range(len(shown.rows))):
            return None
        return _placed(" ".join(LETTERS[given[row]] for row in sorted(given)), shown.options)
    return _placed(line, shown.options) if any(map(str.isalpha, line)) else None


def _proved(line: str, shown: Shown) -> Response | None:
    """The option and the row that proves it: ``B2``, ``2 b``."""
    found = re.fullmatch(r"\W*(?:([a-z])\W*(\d)|(\d)\W*([a-z]))\W*", line.casefold())
    if not found:
        return None
    place = LETTERS.find(found[1] or found[4])
    row = int(found[2] or found[3]) - 1
    if not (0 <= place < len(shown.options) and 0 <= row < len(shown.reasons)):
        return None
    return (shown.options[place], shown.reasons[row])


def written(shown: Shown, response: Response) -> str:
    """The line that gives a response, as ``read`` takes it and as a key prints it; empty for none that can be given."""
    try:
        letters = [LETTERS[shown.options.index(text)].upper() for text in response[: 1 if shown.reasons else None]]
    except ValueError:
        letters = []
    match shown.item:
        case Number() | Short():
            return "".join(response)
        case Match():
            return " ".join(f"{row}{letter}" for row, letter in enumerate(letters, start=1))
        case TwoTier():
            is_whole = letters and response[1:2] and response[1] in shown.reasons
            return f"{letters[0]}{shown.reasons.index(response[1]) + 1}" if is_whole else ""
        case _:
            return " ".join(letters)
