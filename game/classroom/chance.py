"""How much of a figure may be chance: what guessing earns, and intervals around what a class has shown. Pure.

Intervals hold the true value 95 times in 100. A mean mark is taken as a share of right answers: part marks vary less
than right and wrong do, so the interval is rather too wide. Sources of the formulas stand with each function.
"""

from math import atanh, sqrt, tanh
from typing import NamedTuple

from game.classroom.item_analysis import GroupFacility
from game.pack.kinds import Item, describe_form, show
from game.pack.kinds.two_tier import MARK_FOR_WRONG_PROOF
from game.pack.world import World

_Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution."""


class Interval(NamedTuple):
    """Where the true value is likely to be."""

    low: float
    high: float


def compute_guess_score(item: Item, world: World) -> float | None:
    """The mean mark of someone who guesses, 0..1; None where several options are ticked.

    Source: Moodle, ``get_random_guess_score`` of its question types: one over the options, 0 for words and figures,
    none for several answers. An order is marked by places, so one step in as many is right by chance.
    """
    shown, form = show(item, world, 0), describe_form(item)
    options, rows = len(shown.options), len(shown.rows)
    match form.instruction:
        case "letter" | "truth" | "order":
            return 1 / options
        case "match":
            return 1 / rows
        case "proof":
            return (MARK_FOR_WRONG_PROOF + (1 - MARK_FOR_WRONG_PROOF) / rows) / options
        case "figure" | "words":
            return 0.0
        case "all-letters":
            return None


def compute_facility_interval(group: GroupFacility) -> Interval | None:
    """The interval of a facility; None for an empty group.

    Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927.

    >>> low, high = compute_facility_interval(GroupFacility(0.5, 10))
    >>> round(low, 4), round(high, 4)
    (0.2366, 0.7634)
    """
    share, number = group
    if not number:
        return None
    square = _Z * _Z
    middle = share + square / (2 * number)
    spread = _Z * sqrt(share * (1 - share) / number + square / (4 * number * number))
    whole = 1 + square / number
    return Interval(max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole))


def compute_difference_interval(one: GroupFacility, other: GroupFacility) -> Interval | None:
    """The interval of the first facility minus the second; None where one of the groups is empty.

    Source: R. G. Newcombe, Interval Estimation for the Difference Between Independent Proportions, 1998, method 10.

    >>> low, high = compute_difference_interval(GroupFacility(56 / 70, 70), GroupFacility(48 / 80, 80))
    >>> round(low, 4), round(high, 4)
    (0.0524, 0.3339)
    """
    first, second = compute_facility_interval(one), compute_facility_interval(other)
    if first is None or second is None:
        return None
    gap = one.facility - other.facility
    below = sqrt((one.facility - first.low) ** 2 + (second.high - other.facility) ** 2)
    above = sqrt((first.high - one.facility) ** 2 + (other.facility - second.low) ** 2)
    return Interval(gap - below, gap + above)


def compute_discrimination_interval(index: float | None, candidates: int) -> Interval | None:
    """The interval of a discrimination index, which is a correlation in percent; None below four candidates.

    Source: R. A. Fisher, On the Probable Error of a Coefficient of Correlation Deduced from a Small Sample, 1921.

    >>> low, high = compute_discrimination_interval(50.0, 28)
    >>> round(low, 1), round(high, 1)
    (15.6, 73.6)
    """
    if index is None or candidates < 4:
        return None
    # A correlation of exactly 1 has no transform; one of nearly 1 has the same interval to the printed digits.
    share = max(-1 + 1e-12, min(1 - 1e-12, index / 100))
    middle, spread = atanh(share), _Z / sqrt(candidates - 3)
    return Interval(100 * tanh(middle - spread), 100 * tanh(middle + spread))
