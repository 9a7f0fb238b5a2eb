"""Reads a figure with its unit from a typed line. A line that holds no single figure is asked again, never marked."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.core.names import singular
from game.pack.marking.folding import STEPS_BY_MODE, fold, fold_dashes, fold_width, write_number_words

if TYPE_CHECKING:
    from decimal import Decimal

MAX_FIGURE_CHARACTERS = 40
"""Characters of a figure that are read: a longer one is no answer to a question."""

MAX_POWER = 40
"""The largest power of ten that is read: 1e999999999 would fill the memory."""

_LEAD = re.compile(
    r"^(?:about|around|roughly|approximately|circa|ca\.?|some|it is|it's|is|=|≈|~)\s*(?![^\W\d])", re.IGNORECASE
)
_FIGURE = re.compile(
    r"([+-]?)\s?(\d{1,3}(?:[ '\u2009\u202f]\d{3})+(?!\d)|\d[\d.,]*|[.,]\d+)"
    r"(?:\s?(?:[eE]|[x×*]\s?10\s?\^?)\s?([+-]?\d+))?\s?(.*)"
)
_SECOND_FIGURE = re.compile(r"[-–/]?\s?\d|.*\b(?:to|or|and)\s\d|/\s*\d")

UNIT_FORMS: dict[str, tuple[str, ...]] = {
    "mph": ("miles per hour", "miles an hour", "mi/h"),
    "km/h": ("kmh", "kph", "km per hour", "kilometres per hour", "kilometers per hour", "kilometres an hour"),
    "km": ("kilometres", "kilometers"),
    "kilometres": ("km", "kilometers"),
    "m": ("metres", "meters"),
    "metres": ("m", "meters"),
    "kg": ("kilograms", "kilos"),
    "hours": ("h", "hrs"),
    "minutes": ("min", "mins"),
    "seconds": ("s", "sec", "secs"),
    "years": ("years old",),
    "%": ("per cent", "percent"),
    "million dollars": ("million", "m", "million us dollars"),
}
"""Other ways to write a unit, for the units that are written in several ways."""


def read_figure(line: str, unit: str, units: Mapping[str, str], decimal_sign: str = ".") -> str | None:
    """The figure in a line, in the question's own unit, as plain digits; None where the line holds no single figure.

    Args:
        line: What was typed.
        unit: The question's unit; empty where nothing is counted.
        units: Other units that are taken -> how many of the question's unit one of them is.
        decimal_sign: A point, or the comma of much of Europe; it decides what 1,180 is.

    >>> read_figure("1,180 km", "km", {}), read_figure("thirty-seven", "mph", {}), read_figure(".5", "", {})
    ('1180', '37', '0.5')
    >>> read_figure("60 km/h", "mph", {}), read_figure("60 km/h", "mph", {"km/h": "0.62"})
    (None, '37.2')
    """
    found = _FIGURE.fullmatch(_bare(line)) if len(line) <= MAX_FIGURE_CHARACTERS else None
    if not found or _SECOND_FIGURE.match(found[4]):
        return None
    digits = _write_digits(found[2], decimal_sign)
    factor = _find_factor(found[4], unit, units)
    power = int(found[3] or 0) if len(found[3] or "") < 4 else MAX_POWER + 1
    if digits is None or factor is None or abs(power) > MAX_POWER:
        return None
    from decimal import Decimal  # 3 ms that only an answer needs

    written = digits
    if power or factor != "1":
        # Rounded to 28 digits, which no key has.
        written = f"{(Decimal(digits).scaleb(power) * Decimal(factor)).normalize():f}"
    return f"-{written}" if found[1] == "-" else written


def find_tolerance(key: str, tolerance: str) -> "Decimal":
    """How far a right figure may lie from the key: as it is given, or a share of the key where it ends with %.

    >>> find_tolerance("90", "5%"), find_tolerance("37", "0.5")
    (Decimal('4.5'), Decimal('0.5'))
    """
    from decimal import Decimal

    if not tolerance.endswith("%"):
        return Decimal(tolerance)
    return (abs(Decimal(key)) * Decimal(tolerance[:-1]) / 100).normalize()


def list_unit_forms(unit: str) -> tuple[str, ...]:
    """The unit and the other ways to write it; none where nothing is counted."""
    return (unit, *UNIT_FORMS.get(unit, ())) if unit else ()


def _bare(line: str) -> str:
    """A line with plain signs, number words in digits, and without what may stand before a figure."""
    text = " ".join(fold_dashes(fold_width(unicodedata.normalize("NFC", line))).split())
    text = text.strip("\"'“”‘’ ").rstrip("!?;.")
    return write_number_words(re.sub(r"^minus\s+", "-", _LEAD.sub("", text), flags=re.IGNORECASE))


def _write_digits(figure: str, decimal_sign: str) -> str | None:
    """The digits with a point before the fraction; None where the signs contradict each other."""
    figure = re.sub(r"[ '\u2009\u202f]", "", figure).rstrip(".,")
    other = "," if decimal_sign == "." else "."
    if decimal_sign in figure and other in figure:
        # 1,180.5 and never 1.180,5 where the point is the decimal sign.
        whole, _, part = figure.rpartition(decimal_sign)
        is_grouped = re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+", whole) and part.isdecimal()
        return f"{whole.replace(other, '')}.{part}" if is_grouped else None
    sign = other if other in figure else decimal_sign
    if figure.count(sign) > 1:
        return figure.replace(sign, "") if re.fullmatch(rf"\d{{1,3}}(?:\{sign}\d{{3}})+", figure) else None
    if sign == other and re.fullmatch(rf"[1-9]\d{{0,2}}\{other}\d{{3}}", figure):
        return figure.replace(other, "")
    written = figure.replace(sign, ".")
    return f"0{written}" if written.startswith(".") else written


def _find_factor(typed: str, unit: str, units: Mapping[str, str]) -> str | None:
    """How many of the question's unit one of the typed unit is; None for a unit that is not taken."""
    if not typed:
        return "1"
    factors = dict.fromkeys(map(_unit_key, list_unit_forms(unit)), "1") | {
        _unit_key(form): factor for other, factor in units.items() for form in list_unit_forms(other)
    }
    return factors.get(_unit_key(typed))


def _unit_key(unit: str) -> str:
    """A unit in the form it is compared in: case, blanks and the plural do not count."""
    words = fold(unit, STEPS_BY_MODE["folded"]).split()
    return " ".join(singular(word) if word.isalpha() else word for word in words)
