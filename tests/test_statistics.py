"""Item analysis: an example worked by hand, bounds for any marks, and what a class of bots shows."""

from math import sqrt
from random import Random
from statistics import correlation, covariance, fmean, median, stdev, variance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.classroom.statistics import ItemStatistics, compute_statistics

# Four candidates, three items. By hand, from the definitions:
#   totals 3, 2, 1, 0; mean 1.5; deviations 1.5 .5 -.5 -1.5; squares 2.25 .25 .25 2.25, sum 5; variance 5/3.
MARKS = [[1.0, 1.0, 1.0], [1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]


def test_an_example_worked_by_hand() -> None:
    figures = compute_statistics(MARKS)
    assert figures.number == 4
    assert figures.mean == pytest.approx(1.5, abs=1e-9)
    assert figures.median == pytest.approx(1.5, abs=1e-9)
    assert figures.deviation == pytest.approx(sqrt(5 / 3), abs=1e-9)
    # m3 = (1.5³ + .5³ - .5³ - 1.5³) / 4 = 0, so the skewness is 0.
    assert figures.skewness == pytest.approx(0.0, abs=1e-9)
    # m2 = 5/4, m4 = (5.0625 + .0625 + .0625 + 5.0625) / 4 = 2.5625; k2 = 4·1.25/3 = 5/3;
    # k4 = 16·(5·2.5625 - 3·3·1.5625) / (3·2·1) = 16·(12.8125 - 14.0625)/6 = -10/3; over k2² = 25/9: -1.2.
    assert figures.kurtosis == pytest.approx(-1.2, abs=1e-9)
    # Variances of the items: 3/4 right: 4·(3/4·1/4)/3 = .25; half: 1/3; one in four: .25. Sum 5/6.
    # CIC = 100·3/2·(1 - (5/6)/(5/3)) = 75.
    assert figures.consistency == pytest.approx(75.0, abs=1e-9)
    assert figures.error_ratio == pytest.approx(50.0, abs=1e-9)
    assert figures.standard_error == pytest.approx(0.5 * sqrt(5 / 3), abs=1e-9)


def test_a_skewed_class_worked_by_hand() -> None:
    # Totals 1, 0, 0; mean 1/3; m2 = (4/9 + 1/9 + 1/9) / 3 = 2/9, m3 = (8/27 - 1/27 - 1/27) / 3 = 2/27.
    # k2 = 3 * 2/9 / 2 = 1/3; k3 = 9 * 2/27 / (2 * 1) = 1/3; over k2 ** 1.5: the root of 3.
    figures = compute_statistics([[1.0], [0.0], [0.0]])
    assert figures.skewness == pytest.approx(sqrt(3), abs=1e-9)
    assert figures.kurtosis is None  # needs four candidates
    assert compute_statistics([[1.0], [0.0]]).skewness is None  # needs three


def test_the_items_of_the_example() -> None:
    first, second, third = compute_statistics(MARKS).items
    assert [item.facility for item in (first, second, third)] == [0.75, 0.5, 0.25]
    assert first.deviation == pytest.approx(0.5, abs=1e-9)
    # The rest of item 1 is 2, 1, 0, 0: mean .75, deviations 1.25 .25 -.75 -.75; its marks deviate .25 .25 .25 -.75.
    # Products .3125 .0625 -.1875 .5625: sum .75, covariance .25. The rest: (1.5625+.0625+.5625+.5625)/3 = 11/12.
    assert first.discrimination == pytest.approx(100 * 0.25 / sqrt(0.25 * 11 / 12), abs=1e-9)
    # Sorted, both series rise together: 0,1,1,1 with 0,0,1,2 gives the same products: nothing could be better.
    assert first.efficiency == pytest.approx(100.0, abs=1e-9)
    # The rest of item 2 is 2, 1, 1, 0: deviations 1 0 0 -1; marks .5 .5 -.5 -.5: sum 1, covariance 1/3.
    assert second.discrimination == pytest.approx(100 * (1 / 3) / sqrt((1 / 3) * (2 / 3)), abs=1e-9)
    # Effective weights: covariances with the total are .5, 2/3, .5; their roots over the sum of roots.
    roots = [sqrt(0.5), sqrt(2 / 3), sqrt(0.5)]
    for item, root in zip((first, second, third), roots, strict=True):
        assert item.weight == pytest.approx(100 * root / sum(roots), abs=1e-9)


def test_where_moodle_has_no_figure_there_is_none() -> None:
    same = compute_statistics([[1.0, 0.0]] * 5)
    assert same.skewness is None
    assert same.consistency is None
    assert all(item.discrimination is None and item.efficiency is None for item in same.items)
    against = compute_statistics([[0.0, 1.0, 1.0], [0.0, 1.0, 1.0], [1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    assert against.items[0].weight is None
    assert against.items[0].discrimination == pytest.approx(-100.0)
    assert compute_statistics([[1.0, 0.5]]).deviation is None
    assert compute_statistics([[1.0], [0.0], [1.0], [0.5]]).consistency is None


def test_no_marks_and_ragged_marks_are_refused() -> None:
    with pytest.raises(ValueError, match="marks are missing"):
        compute_statistics([])
    with pytest.raises(ValueError, match="marks are missing"):
        compute_statistics([[1.0], [1.0, 0.0]])


@given(
    marks=st.integers(2, 5).flatmap(
        lambda items: st.lists(
            st.lists(st.sampled_from([0.0, 0.25, 0.5, 2 / 3, 1.0]), min_size=items, max_size=items),
            min_size=2,
            max_size=30,
        )
    )
)
@settings(max_examples=200, deadline=None)
def test_figures_stay_within_their_bounds(marks: list[list[float]]) -> None:
    figures = compute_statistics(marks)
    weights = [item.weight for item in figures.items if item.weight is not None]
    assert not weights or sum(weights) == pytest.approx(100)
    for item in figures.items:
        assert 0 <= item.facility <= 1
        assert item.discrimination is None or -100 - 1e-6 <= item.discrimination <= 100 + 1e-6
        assert item.efficiency is None or item.efficiency <= 100 + 1e-6
    assert figures.consistency is None or figures.consistency <= 100 + 1e-6
    doubled = compute_statistics([row[::-1] for row in marks[::-1]])
    assert doubled.mean == pytest.approx(figures.mean)
    assert doubled.deviation == pytest.approx(figures.deviation)


def test_a_deviation_takes_two_candidates() -> None:
    assert compute_statistics([[1.0]]).deviation is None
    assert compute_statistics([[1.0], [0.0]]).deviation == pytest.approx(sqrt(0.5))


@pytest.mark.parametrize("number", [4, 5, 9, 30])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_are_those_of_the_textbooks(seed: int, number: int) -> None:
    """Against other formulas: the sample skewness and kurtosis that spreadsheets have, and Python's correlation."""
    chance = Random(seed)
    marks = [[chance.choice([0.0, 0.25, 0.5, 1.0]) for _ in range(5)] for _ in range(number)]
    totals = [sum(row) for row in marks]
    n, mean, deviation = number, fmean(totals), stdev(totals)
    scaled = [(total - mean) / deviation for total in totals]
    figures = compute_statistics(marks)
    assert [figures.number, figures.mean, figures.median] == pytest.approx([n, mean, median(totals)])
    assert figures.deviation == pytest.approx(deviation)
    assert figures.skewness == pytest.approx(n / ((n - 1) * (n - 2)) * sum(z**3 for z in scaled))
    assert figures.kurtosis == pytest.approx(
        n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum(z**4 for z in scaled) - 3 * (n - 1) ** 2 / ((n - 2) * (n - 3))
    )
    columns = list(zip(*marks, strict=True))
    alpha = 5 / 4 * (1 - sum(map(variance, columns)) / variance(totals))
    assert figures.consistency == pytest.approx(100 * alpha)
    assert figures.error_ratio == pytest.approx(100 * sqrt(1 - alpha))
    assert figures.standard_error == pytest.approx(deviation * sqrt(1 - alpha))
    shares = [sqrt(max(0.0, covariance(column, totals))) for column in columns]
    for item, column, share in zip(figures.items, columns, shares, strict=True):
        rest = [total - mark for total, mark in zip(totals, column, strict=True)]
        assert [item.facility, item.deviation] == pytest.approx([fmean(column), stdev(column)])
        assert item.discrimination == pytest.approx(100 * correlation(column, rest))
        most = covariance(sorted(column), sorted(rest))
        assert item.efficiency == pytest.approx(100 * covariance(column, rest) / most)
        assert item.weight == (None if covariance(column, totals) < 0 else pytest.approx(100 * share / sum(shares)))


def test_each_figure_begins_with_as_many_candidates_and_items_as_it_takes() -> None:
    one = compute_statistics([[1.0, 0.5]])
    assert (one.number, one.mean, one.median) == (1, 1.5, 1.5)
    assert one.items[0] == ItemStatistics(
        facility=1.0, deviation=0.0, discrimination=None, efficiency=None, weight=None
    )
    two = compute_statistics([[1.0, 0.5], [0.0, 0.0]])
    assert two.items[0].discrimination == pytest.approx(100)
    assert (two.skewness, two.kurtosis, two.consistency, two.error_ratio) == (None, None, None, None)
    three = compute_statistics([[1.0, 0.5], [0.0, 0.0], [0.0, 0.5]])
    assert (three.kurtosis, three.standard_error is None) == (None, False)
    assert three.skewness == pytest.approx(0.93521952)  # of 1.5, 0 and 0.5
    assert three.consistency == pytest.approx(100 * 2 * (1 - (1 / 3 + 1 / 12) / (7 / 12)))
    four = compute_statistics([[1.0, 0.5], [0.0, 0.0], [0.0, 0.5], [0.0, 0.0]])
    assert four.kurtosis is not None


def test_an_item_that_all_answered_alike_separates_nobody() -> None:
    same, other, _ = compute_statistics([[1.0, 1.0, 1.0], [1.0, 0.0, 0.5], [1.0, 0.5, 0.0], [1.0, 0.0, 0.0]]).items
    assert same == ItemStatistics(facility=1.0, deviation=0.0, discrimination=None, efficiency=None, weight=0.0)
    assert (other.discrimination is None, other.efficiency is None) == (False, False)


def test_a_class_that_answered_all_items_alike_has_no_error() -> None:
    """By rounding, the consistency came out above 100, and its root ended the report."""
    column = [0, 2 / 3, 1, 0, 1 / 4, 1 / 3, 1 / 3, 0, 1 / 4, 0, 1 / 4, 1 / 2]
    figures = compute_statistics([[mark] * 7 for mark in column])
    assert figures.consistency == pytest.approx(100)
    assert figures.error_ratio == pytest.approx(0, abs=1e-5)
    assert figures.standard_error == pytest.approx(0, abs=1e-5)


def test_what_is_nothing_but_rounding_has_no_figure() -> None:
    tenths = [[0.1 + 0.2, 0.3], [0.3, 0.1 + 0.2], [0.3, 0.3], [0.3, 0.3]]
    figures = compute_statistics(tenths)
    assert (figures.skewness, figures.kurtosis, figures.consistency) == (None, None, None)
    assert [item.discrimination for item in figures.items] == [None, None]
    small = compute_statistics([[0.01 * mark for mark in row] for row in MARKS])  # but small figures are figures
    assert [small.kurtosis, small.consistency] == pytest.approx([-1.2, 75])
    assert [item.discrimination is None or item.weight is None for item in small.items] == [False] * 3
