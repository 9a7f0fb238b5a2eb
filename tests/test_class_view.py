"""The class on the screen: what is weak, who is answering, who falls into which tenth; each limit on both sides."""

import pytest

from game.app.class_view import MAX_IDLE_SECONDS, WEAK_FACILITY_THRESHOLD, ClassView, build_class_view
from game.classroom.analysis import analyse
from game.classroom.class_record import ClassRecord
from game.pack.world import World
from tests.items import CHOICE, STATEMENT
from tests.rows import make_row, make_summary


def show(world: World, marks: dict[str, float], *, now: float = 1000.0, **fields: object) -> ClassView:
    """A class of candidates with one mark each; None of them for a class that has handed in nothing."""
    rows = tuple(make_row(who, mark=mark) for who, mark in marks.items())
    given: dict[str, object] = {
        "code": "K7Q2",
        "rows": rows,
        "attempts": tuple(make_summary(who) for who in marks),
        "enrolled": {},
        "damaged": (),
        **fields,
    }
    record = ClassRecord(**given)  # type: ignore[arg-type] # names and values
    return build_class_view(analyse(rows, world) if rows else None, record, now=now)


@pytest.mark.parametrize(("facility", "is_weak"), [(0.39, True), (0.4, False)])
def test_an_item_is_weak_below_the_threshold(facility: float, is_weak: bool, tiny: World) -> None:
    assert WEAK_FACILITY_THRESHOLD == 0.4
    shown = show(tiny, {"Anna": facility})
    assert shown.items[0].is_weak is is_weak
    assert {name: weak for _, name, weak in shown.figures} == {
        "mean score": is_weak,
        "handed in": False,
        "mean time": False,
        "hardest": is_weak,
    }


@pytest.mark.parametrize(("now", "state"), [(1599.9, "answering"), (1600.0, "not handed in")])
def test_somebody_who_stopped_is_not_called_answering(now: float, state: str, tiny: World) -> None:
    assert MAX_IDLE_SECONDS == 600
    shown = show(tiny, {}, now=now, attempts=(make_summary("Anna", is_handed_in=False, written=1000.0),))
    assert shown.candidates[0].state == state
    assert shown.candidates[0].score is None
    assert shown.figures == (("0 of 1", "handed in", False), ("3 of 5", "answers", False))


@pytest.mark.parametrize(
    ("score", "tenth"), [(0.0, 0), (0.0999, 0), (0.1, 1), (0.3, 3), (0.7, 7), (0.8999, 8), (0.9, 9), (1.0, 9)]
)
def test_a_score_falls_into_the_tenth_it_has_reached(score: float, tenth: int, tiny: World) -> None:
    assert [place for place, number in enumerate(show(tiny, {"Anna": score}).scores) if number] == [tenth]


def test_the_hardest_item_is_the_first_of_the_lowest(tiny: World) -> None:
    rows = (make_row("Anna", CHOICE, 0.5), make_row("Anna", STATEMENT, 0.5))
    record = ClassRecord(code="", rows=rows, attempts=(make_summary("Anna"),), enrolled={}, damaged=())
    shown = build_class_view(analyse(rows, tiny), record)
    assert shown.figures[3][0] == "Q1"
    assert shown.title == "Class"
    assert shown.figures[2][0] == "0:20"


def test_the_note_says_what_is_left_out(tiny: World) -> None:
    shown = show(tiny, {"Anna": 1.0}, damaged=("one", "two"))
    assert "2 damaged, not counted." in shown.note
    assert "fewer than 10" in shown.note
    assert "Nothing has been handed in yet." not in shown.note
    assert "Nothing has been handed in yet." in show(tiny, {}).note
