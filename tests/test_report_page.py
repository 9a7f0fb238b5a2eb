"""The report of a class keeps small groups out: the privacy floor on both sides, wherever a group is shown."""

import re

import pytest

from game.classroom.analysis import analyse
from game.exports.report_page import MIN_GROUP_SIZE, SmallGroupError, render_report
from game.exports.teach_again import MAX_ITEMS_TO_TEACH_AGAIN
from game.pack.world import World
from tests.items import CHOICE, ONE_OF_EACH
from tests.rows import make_row

IN_ROOM = frozenset({"salon"})
ELSEWHERE = frozenset({"end"})


def make_report(world: World, been: int, not_been: int, *, with_small: bool = False) -> str:
    """The report of a class of which some had been where the answer can be read; every second answer is wrong."""
    visits = [IN_ROOM] * been + [ELSEWHERE] * not_been
    rows = [make_row(f"{place:02}", mark=float(place % 2), visited=rooms) for place, rooms in enumerate(visits)]
    return render_report(analyse(rows, world), world, with_small=with_small)


def test_fewer_than_five_are_not_reported(tiny: World) -> None:
    assert MIN_GROUP_SIZE == 5
    with pytest.raises(SmallGroupError, match="only 4"):
        make_report(tiny, 2, 2)
    assert "5 candidates" in make_report(tiny, 3, 2)
    assert "4 candidates" in make_report(tiny, 2, 2, with_small=True)


@pytest.mark.parametrize(("been", "shown"), [(4, "fewer than 5"), (5, "40% (5)")])
def test_a_group_of_fewer_than_five_is_left_out(been: int, shown: str, tiny: World) -> None:
    row = re.search(r"<td>choice</td><td>([^<]*)</td><td>([^<]*)</td><td>([^<]*)</td>", make_report(tiny, been, 6))
    assert row is not None
    assert row[1] == shown
    assert row[2] == "50% (6)"
    # The difference would give the small group away.
    assert bool(row[3]) is (been >= 5)


def test_small_groups_are_shown_when_that_is_wanted(tiny: World) -> None:
    assert "fewer than 5" not in make_report(tiny, 1, 6, with_small=True)
    assert "0% (1)" in make_report(tiny, 1, 6, with_small=True)


@pytest.mark.parametrize(("number", "is_shown"), [(14, False), (15, True)])
def test_thirds_are_shown_from_five_each_on(number: int, is_shown: bool, tiny: World) -> None:
    page = make_report(tiny, number, 0)
    row = re.search(r"“green”</td><td>\d+</td><td>(\d*)</td><td>(\d*)</td>", page)
    assert row is not None
    assert bool(row[1]) is bool(row[2]) is is_shown
    assert ("not told below 5" in page) is not is_shown


@pytest.mark.parametrize(("number", "is_told"), [(1, False), (2, True)])
def test_what_a_single_answer_mixed_up_is_not_told(number: int, is_told: bool, tiny: World) -> None:
    rows = [make_row(f"{place:02}", mark=float(place >= number)) for place in range(6)]
    assert ("What was mixed up" in render_report(analyse(rows, tiny), tiny)) is is_told
    assert "What was mixed up" in render_report(analyse(rows, tiny), tiny, with_small=True)


def test_the_hardest_items_are_taught_again_the_hardest_first(tiny: World) -> None:
    marks = {item.id: place / 10 for place, item in enumerate(reversed(ONE_OF_EACH[:7]))}
    rows = [make_row(f"{who:02}", item, marks[item.id]) for who in range(5) for item in ONE_OF_EACH[:7]]
    page = render_report(analyse(rows, tiny), tiny)
    sheet = page[page.index("To teach again") : page.index("Answers, item by item")]
    shown = re.findall(r'class="stem">.*? <b>(\d+)%</b>', sheet)
    assert shown == ["0", "10", "20", "30", "40"]
    assert len(shown) == MAX_ITEMS_TO_TEACH_AGAIN


def test_what_everybody_had_right_is_not_taught_again(tiny: World) -> None:
    page = render_report(analyse([make_row(f"{place:02}") for place in range(5)], tiny), tiny)
    sheet = page[page.index("To teach again") : page.index("Answers, item by item")]
    assert CHOICE.stem not in sheet
