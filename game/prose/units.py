"""Our own conversions of the sources' figures: added when the player wants them, and always marked as ours."""

import re
from functools import cache
from typing import Literal, NamedTuple

from msgspec.structs import replace

from game.prose.lines import Line, Role
from game.tour.state import Units

System = Literal["metric", "imperial"]

CONVERTED_ROLES: frozenset[Role] = frozenset({"body", "staged", "claim", "differ"})
"""Roles whose figures may be converted: never a question's or an option's, which a conversion might answer."""

SAME_FIGURE_TOLERANCE = 0.03
"""A figure this near to ours, as a share of it, is the source's own conversion; then none is added."""


class Unit(NamedTuple):
    """A unit, the one it is converted to, and how many of that one it is."""

    system: System
    other: str
    factor: float


UNITS = {
    "mph": Unit("imperial", "km/h", 1.609344),
    "miles": Unit("imperial", "km", 1.609344),
    "feet": Unit("imperial", "m", 0.3048),
    "lb": Unit("imperial", "kg", 0.45359237),
    "km/h": Unit("metric", "mph", 1 / 1.609344),
    "km": Unit("metric", "miles", 1 / 1.609344),
    "m": Unit("metric", "feet", 1 / 0.3048),
    "kg": Unit("metric", "lb", 1 / 0.45359237),
}
"""The international mile is 1,609.344 m, the foot 0.3048 m, the pound 0.45359237 kg, all by definition (1959)."""


@cache
def _compile_figure() -> re.Pattern[str]:
    """A figure with its unit. Compiled when the first is looked for, since most players read the sources' own units."""
    # Not after a sign of money and not inside a word: "£5 m" is no length.
    return re.compile(rf"(?<![\w.$£€])(\d[\d,]*(?:\.\d+)?)\s?({'|'.join(map(re.escape, UNITS))})(?![\w/])")


def convert_line(line: Line, units: Units) -> Line:
    """A line with our conversions behind those figures that want one."""
    if units == "source" or line.role not in CONVERTED_ROLES or not _compile_figure().search(line.text):
        return line
    return replace(line, text=convert_text(line.text, units))


def convert_text(text: str, units: Units) -> str:
    """A text with our conversions.

    >>> convert_text("An average of 37 mph.", "metric")
    'An average of 37 mph (ours: 60 km/h).'
    >>> convert_text("About 50 km/h, or 31 mph.", "both"), convert_text("37 mph", "imperial")
    ('About 50 km/h, or 31 mph.', '37 mph')
    """
    there = [(_read_number(match[1]), match[2]) for match in _compile_figure().finditer(text)]
    wanted = {"metric": ("imperial",), "imperial": ("metric",), "both": ("metric", "imperial"), "source": ()}[units]

    def with_ours(match: re.Match[str]) -> str:
        unit = UNITS[match[2]]
        ours = _read_number(match[1]) * unit.factor
        is_told = any(
            name == unit.other and abs(figure - ours) <= SAME_FIGURE_TOLERANCE * ours for figure, name in there
        )
        if unit.system not in wanted or is_told:
            return match[0]
        return f"{match[0]} (ours: {_format_rounded(ours)} {unit.other})"

    return _compile_figure().sub(with_ours, text)


def _read_number(figure: str) -> float:
    return float(figure.replace(",", ""))


def _format_rounded(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 10 else f"{figure:.1f}"
