"""The analysis as data: every figure of the page, what guessing earns, intervals that hold, and versions compared."""

import csv
import io
import json
from collections.abc import Sequence
from math import comb
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.analysis import Analysis, analyse
from game.classroom.chance import (
    compute_difference_interval,
    compute_discrimination_interval,
    compute_facility_interval,
    compute_guess_score,
)
from game.classroom.index_rows import ResponseRow
from game.classroom.item_analysis import GroupFacility
from game.classroom.paper_comparison import compare_papers
from game.exports.item_tables import render_items_csv, render_items_json
from game.exports.report_markup import MAX_STEM_LENGTH, name_item
from game.pack.world import World
from tests.items import CHOICE, ONE_OF_EACH
from tests.rows import make_row
from tests.test_results import class_, found

__all__ = ["class_", "found"]  # fixtures of another module


def read_json(rows: Sequence[ResponseRow], world: World, least: int = 5) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(render_items_json(analyse(rows, world), world, compare_papers(rows), least))
    return told


def read_csv(rows: Sequence[ResponseRow], world: World, least: int = 5) -> list[dict[str, str]]:
    text = render_items_csv(analyse(rows, world), world, compare_papers(rows), least)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def answer(number: int, right: int, code: str = "K7Q2", visited: frozenset[str] = frozenset()) -> list[ResponseRow]:
    """So many candidates, of whom so many were right."""
    return [make_row(f"{code}-{n:02}", mark=float(n < right), code=code, visited=visited) for n in range(number)]


def test_every_figure_of_the_page_is_in_the_data(found: tuple[ResponseRow, ...], tour: World) -> None:
    analysis: Analysis = analyse(found, tour)
    told = read_json(found, tour)
    assert analysis.figures is not None
    assert told["quiz"]["consistency"] == analysis.figures.consistency
    assert "items" not in told["quiz"]
    for item, record in zip(analysis.items, told["items"], strict=True):
        assert item.figures is not None
        assert (record["id"], record["stem"], record["facility"]) == (item.item.id, item.item.stem, item.facility)
        assert (record["discrimination"], record["efficiency"]) == (
            item.figures.discrimination,
            item.figures.efficiency,
        )
        assert record["facility_low"] <= item.facility <= record["facility_high"]
        assert sum(each["number"] for each in record["answers"]) + record["blank"] == item.number
    rows = read_csv(found, tour)
    assert [row["id"] for row in rows] == [item.item.id for item in analysis.items]
    assert float(rows[0]["facility"]) == pytest.approx(analysis.items[0].facility, abs=1e-4)


def test_what_guessing_earns_is_told_by_kind(tiny: World) -> None:
    scores = {type(item).__name__: compute_guess_score(item, tiny) for item in ONE_OF_EACH}
    assert scores["TrueFalse"] == 0.5
    assert scores["Short"] == scores["Number"] == 0.0
    assert scores["Multiple"] is None
    assert compute_guess_score(CHOICE, tiny) == pytest.approx(1 / 3)
    assert all(score is None or 0 <= score < 1 for score in scores.values())
    assert 0 < scores["TwoTier"] < 0.5  # type: ignore[operator]
    assert scores["Order"] is not None
    assert scores["Match"] is not None


@pytest.mark.parametrize(("share", "number"), [(0.5, 10), (0.9, 30), (0.05, 50)])
def test_a_facility_interval_holds_in_about_95_of_100_classes(share: float, number: int) -> None:
    """By the exact distribution: in how many classes the interval holds the share from which they were drawn."""
    holds = 0.0
    for right in range(number + 1):
        interval = compute_facility_interval(GroupFacility(right / number, number))
        assert interval is not None
        if interval.low <= share <= interval.high:
            holds += comb(number, right) * share**right * (1 - share) ** (number - right)
    assert 0.92 < holds < 0.99


@given(right=st.integers(0, 40), number=st.integers(1, 40), other=st.integers(0, 40), others=st.integers(1, 40))
def test_intervals_keep_to_their_bounds(right: int, number: int, other: int, others: int) -> None:
    one = GroupFacility(min(right, number) / number, number)
    two = GroupFacility(min(other, others) / others, others)
    interval, gap = compute_facility_interval(one), compute_difference_interval(one, two)
    assert interval is not None
    assert gap is not None
    assert 0 <= interval.low <= one.facility + 1e-12
    assert one.facility - 1e-12 <= interval.high <= 1
    assert -1 - 1e-9 <= gap.low <= one.facility - two.facility <= gap.high <= 1 + 1e-9


def test_there_is_no_interval_of_nothing() -> None:
    nobody = GroupFacility(0.0, 0)
    assert compute_facility_interval(nobody) is None
    assert compute_difference_interval(nobody, GroupFacility(0.5, 9)) is None
    assert compute_discrimination_interval(None, 30) is None
    assert compute_discrimination_interval(40.0, 3) is None
    assert compute_discrimination_interval(40.0, 4) is not None
    whole = compute_discrimination_interval(100.0, 30)
    assert whole is not None
    assert whole.low == pytest.approx(100)


def test_two_papers_are_compared_item_by_item(tiny: World) -> None:
    rows = [*answer(10, 8, "A"), *answer(10, 4, "B")]
    (record,) = read_json(rows, tiny)["items"]
    assert record["by_paper"] == {"A": {"number": 10, "facility": 0.8}, "B": {"number": 10, "facility": 0.4}}
    assert record["difference"] == pytest.approx(0.4)
    assert record["difference_low"] < 0.4 < record["difference_high"]
    (row,) = read_csv(rows, tiny)
    assert (row["facility A"], row["number B"], row["difference"]) == ("0.8000", "10", "0.4000")
    (single,) = read_json(answer(10, 8), tiny)["items"]
    assert single["difference"] is None
    # The second attempt of a candidate tells of what the first one taught.
    again = [make_row("A-00", mark=0.0, code="B", attempt="second")]
    assert read_json([*rows, *again], tiny)["items"] == [record]


@pytest.mark.parametrize(("number", "is_told"), [(4, False), (5, True)])
def test_small_groups_are_not_told(number: int, is_told: bool, tiny: World) -> None:
    rows = [*answer(10, 8, "A"), *answer(number, 2, "B", frozenset({"salon"}))]
    (record,) = read_json(rows, tiny)["items"]
    assert (record["by_paper"]["B"]["facility"] is not None) is is_told
    assert (record["difference"] is not None) is is_told
    assert (record["visited_facility"] is not None) is is_told
    assert read_json(rows, tiny, least=1)["items"][0]["by_paper"]["B"]["facility"] is not None


def test_a_long_stem_is_cut_where_it_stands_in_a_table() -> None:
    assert "…" not in name_item("x" * MAX_STEM_LENGTH, "a")
    assert name_item("x" * (MAX_STEM_LENGTH + 1), "a<b").startswith("x" * MAX_STEM_LENGTH + "… <code>a&lt;b")
