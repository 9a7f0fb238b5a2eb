"""What is counted of a class: which attempt, which wording, from how many on; each limit on both sides."""

import pytest
from msgspec.structs import replace

from game.classroom.analysis import analyse, rank_thirds
from game.classroom.item_analysis import (
    MAX_FACILITY,
    MIN_DISCRIMINATION_INDEX,
    MIN_DISCRIMINATIVE_EFFICIENCY,
    MIN_FACILITY,
    MIN_STRONG_CANDIDATES_FOR_FLAG,
    ChosenAnswer,
    FlagKind,
    Thirds,
    find_flags,
)
from game.classroom.misconceptions import find_misconceptions
from game.classroom.statistics import ItemStatistics
from game.pack.kinds import FULL_MARK_THRESHOLD, TwoTier
from game.pack.kinds.two_tier import MARK_FOR_WRONG_PROOF
from game.pack.world import World
from tests.items import AGREEMENT, CHOICE, NUMBER, ONE_OF_EACH, STATEMENT
from tests.rows import make_row

PROOF = next(item for item in ONE_OF_EACH if isinstance(item, TwoTier))


def figures(discrimination: float | None = 50.0, efficiency: float | None = 50.0) -> ItemStatistics:
    """Statistics of an item that nobody need look at."""
    return ItemStatistics(
        facility=0.5, deviation=0.5, discrimination=discrimination, efficiency=efficiency, weight=10.0
    )


def answer(strong: int, weak: int, *, is_right: bool = False) -> ChosenAnswer:
    return ChosenAnswer(response=("blue",), is_right=is_right, number=strong + weak, strong=strong, weak=weak)


# --- Flags ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facility", "flags"),
    [
        (0.2499, ["too hard"]),
        (0.25, []),
        (0.95, []),
        (0.9501, ["too easy"]),
    ],
)
def test_an_item_is_flagged_beyond_the_limits_of_facility(facility: float, flags: list[FlagKind]) -> None:
    assert (MIN_FACILITY, MAX_FACILITY) == (0.25, 0.95)
    assert [flag.kind for flag in find_flags(facility, figures(), ())] == flags


@pytest.mark.parametrize(
    ("discrimination", "flags"),
    [
        (-0.1, ["miskeyed"]),
        (0.0, ["hardly separates"]),
        (19.9, ["hardly separates"]),
        (20.0, []),
        (None, []),
    ],
)
def test_an_item_is_flagged_below_the_limit_of_discrimination(
    discrimination: float | None, flags: list[FlagKind]
) -> None:
    assert MIN_DISCRIMINATION_INDEX == 20
    assert [flag.kind for flag in find_flags(0.5, figures(discrimination), ())] == flags


@pytest.mark.parametrize(("efficiency", "flags"), [(14.9, ["dubious"]), (15.0, []), (None, [])])
def test_an_item_is_flagged_below_the_limit_of_efficiency(efficiency: float | None, flags: list[FlagKind]) -> None:
    assert MIN_DISCRIMINATIVE_EFFICIENCY == 15
    assert [flag.kind for flag in find_flags(0.5, figures(efficiency=efficiency), ())] == flags


@pytest.mark.parametrize(
    ("one", "is_flagged"),
    [
        (answer(3, 2), True),
        (answer(2, 0), False),
        (answer(3, 3), False),
        (answer(4, 3), True),
        (answer(4, 3, is_right=True), False),
    ],
)
def test_a_wrong_answer_is_flagged_when_enough_of_the_strong_chose_it(one: ChosenAnswer, is_flagged: bool) -> None:
    assert MIN_STRONG_CANDIDATES_FOR_FLAG == 3
    found = list(find_flags(0.5, figures(), (one,)))
    assert [(flag.kind, flag.response) for flag in found] == (
        [("attracts the strong", ("blue",))] if is_flagged else []
    )


def test_without_statistics_nothing_is_flagged() -> None:
    assert list(find_flags(0.0, None, (answer(9, 0),))) == []


# --- Which candidates, attempts and wordings --------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "is_told"), [(9, False), (10, True)])
def test_statistics_begin_with_ten_candidates(number: int, is_told: bool, tiny: World) -> None:
    rows = [make_row(f"{place:02}", item, float(place % 2)) for place in range(number) for item in (CHOICE, STATEMENT)]
    found = analyse(rows, tiny)
    assert (found.figures is not None) is is_told
    assert found.figures is None or found.figures.mean == pytest.approx(1.0)  # of 2: every second one had both right
    assert found.no_statistics == (None if is_told else "too few candidates")


def test_there_are_no_statistics_where_one_candidate_was_asked_less(tiny: World) -> None:
    rows = [make_row(f"{place:02}", item, float(place % 2)) for place in range(12) for item in (CHOICE, STATEMENT)]
    found = analyse(rows[:-1], tiny)
    assert found.figures is None
    assert found.no_statistics == "different items"
    assert found.marks[-1] == (1.0, None)
    assert found.scores[-1] == 1.0  # of what was asked
    assert found.items[1].number == 11


def test_the_first_attempt_counts_even_when_a_later_one_is_better(tiny: World) -> None:
    rows = [
        make_row("Anna", mark=0.0),
        make_row("Ben", mark=1.0),
        make_row("Anna", mark=1.0, attempt="second"),
        make_row("Anna", mark=1.0, attempt="third"),
    ]
    found = analyse(rows, tiny)
    assert dict(zip(found.candidates, found.scores, strict=True)) == {"Anna": 0.0, "Ben": 1.0}
    assert found.repeated == ("Anna",)


def test_the_most_frequent_wording_counts(tiny: World) -> None:
    reworded = replace(CHOICE, stem="Which colour?")
    rows = [
        make_row("Anna", reworded, digest="new"),
        make_row("Ben", mark=0.0),
        make_row("Cem", mark=0.0),
    ]
    found = analyse(rows, tiny)
    assert found.candidates == ("Ben", "Cem")
    assert found.items[0].item == CHOICE
    assert found.reworded == ("choice",)
    assert analyse(rows[1:], tiny).reworded == ()


def test_the_bank_is_that_of_most(tiny: World) -> None:
    rows = [make_row("Anna", bank="1"), make_row("Ben", bank="2"), make_row("Cem", bank="2")]
    assert analyse(rows, tiny).bank == "2"


def test_nobody_cannot_be_analysed(tiny: World) -> None:
    with pytest.raises(ValueError, match="no responses"):
        analyse([], tiny)


@pytest.mark.parametrize(
    ("number", "strong", "weak"),
    [(2, "", ""), (3, "2", "0"), (5, "4", "0"), (6, "54", "10"), (8, "76", "10")],
)
def test_thirds_are_as_large_as_they_can_be_equal(number: int, strong: str, weak: str) -> None:
    thirds = rank_thirds([str(place) for place in range(number)], [float(place) for place in range(number)])
    assert (thirds.strong, thirds.weak) == (frozenset(strong), frozenset(weak))


def test_equal_totals_are_ranked_by_name_so_that_thirds_are_always_the_same() -> None:
    for names in ("bca", "abc", "cab"):
        assert rank_thirds(names, [1.0, 1.0, 1.0]) == Thirds(frozenset("c"), frozenset("a"))


# --- Items ------------------------------------------------------------------------------------------------------------


def test_answers_are_counted_the_most_frequent_first_and_then_by_their_texts(tiny: World) -> None:
    given = {"Anna": "red", "Ben": "blue", "Cem": "green", "Dan": "green", "Eva": "", "Fay": "blue"}
    rows = [make_row(who, mark=float(text == "green"), response=(text,) if text else ()) for who, text in given.items()]
    (item,) = analyse(rows, tiny).items
    assert [(one.response[0], one.number) for one in item.chosen] == [("blue", 2), ("green", 2), ("red", 1)]
    assert [one.is_right for one in item.chosen] == [False, True, False]
    assert [one.because for one in item.chosen] == ["That is what the porter says in B.", "", "Nobody says so."]
    assert (item.number, item.blank) == (6, 1)
    assert item.facility == pytest.approx(2 / 6)
    # Six candidates: a third is two. The two with a mark are strong, of the others the two first by name are weak.
    assert {one.response[0]: (one.strong, one.weak) for one in item.chosen} == {
        "blue": (0, 1),
        "green": (2, 0),
        "red": (0, 1),
    }


@pytest.mark.parametrize(("mark", "is_right"), [(1.0, True), (FULL_MARK_THRESHOLD, True), (0.99, False)])
def test_an_answer_is_right_when_everybody_got_the_full_mark_for_it(mark: float, is_right: bool, tiny: World) -> None:
    rows = [make_row("Anna", mark=1.0, response=("a",)), make_row("Ben", mark=mark, response=("a",))]
    assert [one.is_right for one in analyse(rows, tiny).items[0].chosen] == [is_right]


def test_only_the_first_fact_of_an_item_says_where_its_answer_can_be_read(tiny: World) -> None:
    item = replace(CHOICE, facts=("lamp-is-blue", "lamp-is-green"))  # told on the platform, and in the salon
    in_salon, on_platform = frozenset({"salon"}), frozenset({"platform"})
    for visited, number in ((in_salon, 0), (on_platform, 1)):
        assert analyse([make_row("Anna", item, visited=visited)], tiny).items[0].visited.number == number


def test_who_had_been_where_the_answer_can_be_read_is_told_apart(tiny: World) -> None:
    rows = [
        make_row("Anna", mark=1.0, visited=frozenset({"salon"})),
        make_row("Ben", mark=0.0, visited=frozenset({"salon", "end"})),
        make_row("Cem", mark=1.0, visited=frozenset({"end"})),
    ]
    (item,) = analyse(rows, tiny).items
    assert item.visited == (0.5, 2)
    assert item.unvisited == (1.0, 1)
    (item,) = analyse(rows[2:], tiny).items
    assert item.visited == (0.0, 0)


def test_the_time_of_an_item_is_the_mean(tiny: World) -> None:
    rows = [make_row("Anna", seconds=10.0), make_row("Ben", seconds=30.0)]
    assert analyse(rows, tiny).items[0].seconds == 20.0


@pytest.mark.parametrize(("mark", "number"), [(MARK_FOR_WRONG_PROOF, 1), (0.0, 0), (1.0, 0), (0.25, 0)])
def test_only_a_half_mark_of_a_proof_is_right_for_the_wrong_reason(mark: float, number: int, tiny: World) -> None:
    assert analyse([make_row("Anna", PROOF, mark)], tiny).items[0].wrong_reason == number
    assert analyse([make_row("Anna", CHOICE, mark)], tiny).items[0].wrong_reason == 0


def test_facility_is_told_by_strength_of_the_first_fact_and_by_every_source(tiny: World) -> None:
    rows = [make_row("Anna", CHOICE, 1.0), make_row("Anna", AGREEMENT, 0.0)]
    found = analyse(rows, tiny)
    assert found.by_strength == {"stated": (0.5, 2)}
    # AGREEMENT rests on a fact of each source; each counts it once.
    titles = [tiny.sources[name].title for name in ("A", "B")]
    assert found.by_source == {titles[0]: (0.5, 2), titles[1]: (0.0, 1)}


def test_strengths_are_in_the_order_of_their_names(tiny: World) -> None:
    rows = [make_row("Anna", CHOICE), make_row("Anna", replace(STATEMENT, facts=("lamp-was-stolen",)))]
    assert list(analyse(rows, tiny).by_strength) == ["reported", "stated"]
    rows = [make_row("Anna", replace(STATEMENT, facts=("lamp-was-stolen",))), make_row("Anna", CHOICE)]
    assert list(analyse(rows, tiny).by_strength) == ["reported", "stated"]


def test_a_fact_that_the_pack_has_lost_is_left_out(tiny: World) -> None:
    found = analyse([make_row("Anna", replace(CHOICE, facts=("never-told",)))], tiny)
    assert (found.by_strength, found.by_source) == ({}, {})


# --- Misconceptions ---------------------------------------------------------------------------------------------------


def test_misconceptions_are_ordered_by_number_and_then_by_text() -> None:
    rows = [
        make_row("Anna", mark=0.0, response=("red",)),
        make_row("Ben", mark=0.0, response=("blue",)),
        make_row("Cem", NUMBER, 0.0, response=("31",)),
        make_row("Dan", NUMBER, 0.0, response=("31",)),
        make_row("Eva", mark=0.0, response=()),
        make_row("Fay", mark=1.0, response=("green",)),
    ]
    assert [(one.because, one.number, one.items) for one in find_misconceptions(rows)] == [
        ("That is the other one.", 2, ("number",)),
        ("Nobody says so.", 1, ("choice",)),
        ("That is what the porter says in B.", 1, ("choice",)),
    ]


def test_a_full_mark_shows_no_misconception() -> None:
    for full in (1.0, FULL_MARK_THRESHOLD):
        assert find_misconceptions([make_row("Anna", mark=full, response=("blue",))]) == ()
    assert len(find_misconceptions([make_row("Anna", mark=0.99, response=("blue",))])) == 1
