"""How likely a pattern is by chance alone. Written out here: two sums do not justify a library of statistics."""

from collections.abc import Sequence
from math import exp, lgamma, log


def poisson_binomial_tail(chances: Sequence[float], least: int) -> float:
    """The chance that at least so many of some independent events happen, each with a chance of its own.

    By dynamic programming over the events: exact (Poisson's binomial distribution, 1837).

    >>> round(poisson_binomial_tail([0.5, 0.5, 0.5], 2), 3)
    0.5
    """
    spread = [1.0]
    for chance in chances:
        spread = [
            (spread[number] if number < len(spread) else 0.0) * (1 - chance)
            + (spread[number - 1] * chance if number else 0.0)
            for number in range(len(spread) + 1)
        ]
    return min(1.0, sum(spread[least:]))


def chi_square_tail(statistic: float, freedom: int) -> float:
    """The chance of a chi-square at least so large, by the series of the lower incomplete gamma function.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29 and 26.4.

    >>> round(chi_square_tail(7.815, 3), 3)
    0.05
    """
    if statistic <= 0:
        return 1.0
    a, x = freedom / 2, statistic / 2
    term = total = 1 / a
    step = a
    while term > total * 1e-15:
        step += 1
        term *= x / step
        total += term
    return max(0.0, 1 - total * exp(-x + a * log(x) - lgamma(a)))
