"""The statistics of a quiz and of each of its items, by the formulas of Moodle. Pure.

We use Moodle's formulas, not a textbook's, because teachers compare the figures with those of their Moodle courses.
Source: Moodle documentation, Quiz statistics calculations; the same symbols are used: s candidates, p items. Variances
divide by s - 1; an item that was not answered counts 0. If Moodle shows no figure, the value is None.
"""

from collections.abc import Sequence
from math import fsum, sqrt
from statistics import median

from msgspec import Struct

MarkMatrix = Sequence[Sequence[float]]
"""Marks, 0..1: one row for each candidate, one column for each item."""

MIN_CANDIDATES_FOR_STATISTICS = 10
"""With fewer candidates, the figures would come from chance, not from the items."""


class ItemStatistics(Struct, frozen=True, kw_only=True):
    """The figures of one item."""

    facility: float
    """Mean mark over the mark that is possible, 0..1."""
    deviation: float
    """Standard deviation of its marks."""
    discrimination: float | None
    """Discrimination index: 100 times the correlation of its marks with those of the rest."""
    efficiency: float | None
    """Discriminative efficiency: 100 times the covariance with the rest over the largest there could be."""
    weight: float | None
    """Effective weight: its share in separating the candidates, in percent; None where its covariance is negative."""


class QuizStatistics(Struct, frozen=True, kw_only=True):
    """The figures of a quiz."""

    number: int
    """Candidates."""
    mean: float
    median: float
    deviation: float | None
    skewness: float | None
    kurtosis: float | None
    consistency: float | None
    """Coefficient of internal consistency, in percent: 100 times Cronbach's alpha."""
    error_ratio: float | None
    """Share of the deviation that is chance, in percent."""
    standard_error: float | None
    items: tuple[ItemStatistics, ...]


def compute_statistics(marks: MarkMatrix) -> QuizStatistics:
    """Compute the statistics of a quiz.

    Raises:
        ValueError: There are no candidates, or the rows differ in length.
    """
    if not marks or len({len(row) for row in marks}) != 1:
        raise ValueError("marks are missing")
    # fsum everywhere: the same class must give the same figures in whatever order its files are read.
    totals = [fsum(row) for row in marks]
    number, mean = len(totals), fsum(totals) / len(totals)
    parts = [_compute_parts(column, totals) for column in zip(*marks, strict=True)]
    root = fsum(sqrt(max(0.0, part.with_total)) for part in parts)
    deviation = sqrt(_compute_covariance(totals, totals)) if number > 1 else None
    skewness, kurtosis = _compute_shape(totals, mean)
    consistency = _compute_consistency(parts, totals)
    # The minimum is only against rounding errors: a class that answered all items alike has no error at all.
    ratio = 100 * sqrt(max(0.0, 1 - consistency / 100)) if consistency is not None else None
    return QuizStatistics(
        number=number,
        mean=mean,
        median=median(totals),
        deviation=deviation,
        skewness=skewness,
        kurtosis=kurtosis,
        consistency=consistency,
        error_ratio=ratio,
        standard_error=ratio * deviation / 100 if ratio is not None and deviation is not None else None,
        items=tuple(_compute_item(part, root) for part in parts),
    )


class _ItemParts(Struct, frozen=True):
    """The sums from which an item's figures are computed."""

    mean: float
    variance: float
    others: float
    """Variance of the marks of all other items."""
    with_others: float
    """Covariance with them."""
    with_others_most: float
    """The largest covariance there could be: with the marks here and the rest both in order."""
    with_total: float


def _compute_parts(column: Sequence[float], totals: Sequence[float]) -> _ItemParts:
    others = [total - mark for total, mark in zip(totals, column, strict=True)]
    return _ItemParts(
        mean=fsum(column) / len(column),
        variance=_compute_covariance(column, column),
        others=_compute_covariance(others, others),
        with_others=_compute_covariance(column, others),
        with_others_most=_compute_covariance(sorted(column), sorted(others)),
        with_total=_compute_covariance(column, totals),
    )


def _compute_covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """The covariance of two series of the same length, over s - 1; 0 for one candidate."""
    if len(one) < 2:
        return 0.0
    mean, others = fsum(one) / len(one), fsum(other) / len(other)
    return fsum((a - mean) * (b - others) for a, b in zip(one, other, strict=True)) / (len(one) - 1)


def _is_nothing(value: float) -> bool:
    """Whether a value is 0 except for rounding errors: dividing by it would give a meaningless figure."""
    return abs(value) < 1e-12


def _compute_item(part: _ItemParts, root: float) -> ItemStatistics:
    spread = part.variance * part.others
    return ItemStatistics(
        facility=part.mean,
        deviation=sqrt(part.variance),
        discrimination=None if _is_nothing(spread) else 100 * part.with_others / sqrt(spread),
        efficiency=None if _is_nothing(part.with_others_most) else 100 * part.with_others / part.with_others_most,
        weight=None if part.with_total < 0 or _is_nothing(root) else 100 * sqrt(part.with_total) / root,
    )


def _compute_shape(totals: Sequence[float], mean: float) -> tuple[float | None, float | None]:
    """Skewness and kurtosis by k-statistics (R. A. Fisher, Moments and Product Moments of Sampling, 1929)."""
    s = len(totals)
    if s < 3:
        return None, None
    m2, m3, m4 = (fsum((total - mean) ** power for total in totals) / s for power in (2, 3, 4))
    k2 = s * m2 / (s - 1)
    if _is_nothing(k2):
        return None, None
    k3 = s * s * m3 / ((s - 1) * (s - 2))
    if s < 4:
        return k3 / k2**1.5, None
    k4 = s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2) / ((s - 1) * (s - 2) * (s - 3))
    return k3 / k2**1.5, k4 / (k2 * k2)


def _compute_consistency(parts: Sequence[_ItemParts], totals: Sequence[float]) -> float | None:
    p = len(parts)
    if p < 2 or len(totals) < 3:
        return None
    whole = _compute_covariance(totals, totals)
    if _is_nothing(whole):
        return None
    return 100 * p / (p - 1) * (1 - fsum(part.variance for part in parts) / whole)
