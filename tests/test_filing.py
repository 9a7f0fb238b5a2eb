"""The desk: each form of DISPATCH at its limits, and what each line is worth."""

import pytest

from game.tour import events as e
from game.tour.dispatch import (
    MAX_DISPATCH_LINES,
    MAX_LINE_POINTS,
    MIN_DISPATCH_LINES,
    PRINTS,
    Ending,
    Print,
    choose_better,
    mark_dispatch,
)
from game.tour.session import Session
from tests.test_dispatch import RIGHT, TOUR, conflict, knowing, of

STATED = of("stated", 12)
ORDER = list(TOUR.facts)


def at_desk(*fact_ids: str) -> Session:
    """A session with a draft of those facts, one after the other."""
    session = knowing(*fact_ids)
    session.perform("dispatch add " + " ".join(str(session.state.numbers[fact_id]) for fact_id in fact_ids))
    return session


def draft(session: Session) -> list[str]:
    return [fact_id for fact_id, _ in session.state.draft]


POINTS: dict[str, dict[Print, int]] = {
    "stated": {"plain": 2, "attributed": 2, "hedged": 1, "picture": 0},
    "reported": {"plain": 0, "attributed": 2, "hedged": 2, "picture": 0},
    "photo": {"plain": 1, "attributed": 1, "hedged": 1, "picture": 2},
    "speculated": {"plain": 0, "attributed": 0, "hedged": 2, "picture": 0},
}
"""What a player can rely on: nothing for what the source does not say, one point for what is merely clumsy."""


@pytest.mark.parametrize("strength", POINTS)
def test_each_strength_printed_each_way_is_worth_its_points(strength: str) -> None:
    (fact_id,) = of(strength, 1)
    assert {way: mark_dispatch(TOUR, [(fact_id, way)]).points for way in PRINTS} == POINTS[strength]


def test_a_rumour_and_a_missing_side_are_worth_their_points() -> None:
    rumour = next(fact.id for fact in TOUR.facts.values() if fact.rumour)
    assert {way: mark_dispatch(TOUR, [(rumour, way)]).points for way in PRINTS} == {
        "plain": 0,
        "attributed": 1,
        "hedged": 2,
        "picture": 0,
    }
    one, other = conflict()
    alone = mark_dispatch(TOUR, [(one, "plain")])
    assert (alone.points, alone.total) == (1, MAX_LINE_POINTS) == (1, 2)
    both = mark_dispatch(TOUR, [(one, "plain"), (other, "hedged")])
    assert [line.points for line in both.lines] == [2, 1]
    assert both.lines[1].difference is None, "a line with a fault of its own is blamed for nothing else"


def printed(right: int, clumsy: int, wrong: int) -> list[tuple[str, Print]]:
    """Stated facts, so many of them printed for two points, for one and for none."""
    counts: dict[Print, int] = {"plain": right, "hedged": clumsy, "picture": wrong}
    ways = [way for way, count in counts.items() for _ in range(count)]
    return list(zip(STATED, ways, strict=False))


@pytest.mark.parametrize(
    ("lines", "ending"),
    [
        (printed(7, 3, 0), "front page"),  # 17 of 20 points
        (printed(7, 2, 1), "inside page"),  # 16
        (printed(4, 0, 4), "inside page"),  # 8 of 16
        (printed(3, 1, 4), "correction"),  # 7
        (printed(1, 0, 0), "front page"),
        ([], "correction"),
    ],
)
def test_an_ending_is_reached_by_its_share_of_points(lines: list[tuple[str, Print]], ending: Ending) -> None:
    assert mark_dispatch(TOUR, lines).ending == ending


def test_a_lead_story_draws_on_three_strengths_and_both_sides_without_a_fault() -> None:
    one, other = conflict()
    sides: list[tuple[str, Print]] = [(one, "plain"), (other, "plain")]
    third: list[tuple[str, Print]] = [(of(strength, 1)[0], RIGHT[strength]) for strength in ("reported", "photo")]
    assert mark_dispatch(TOUR, [*sides, *third]).ending == "lead story"
    assert mark_dispatch(TOUR, [*sides, third[0]]).ending == "front page"
    assert mark_dispatch(TOUR, [(one, "attributed"), *third]).ending == "front page"
    clumsy: list[tuple[str, Print]] = [(fact_id, "plain") for fact_id in STATED[:8]]
    assert mark_dispatch(TOUR, [*sides, *third, *clumsy, (STATED[8], "hedged")]).ending == "front page"


def test_the_better_of_two_endings_is_kept() -> None:
    assert choose_better("lead story", "front page") == "lead story"
    assert choose_better("correction", "inside page") == "inside page"


@pytest.mark.parametrize("lines", [4, 5, 8])
def test_a_dispatch_is_filed_with_five_to_eight_lines(lines: int) -> None:
    assert (MIN_DISPATCH_LINES, MAX_DISPATCH_LINES) == (5, 8)
    (event,) = at_desk(*STATED[:lines]).perform("dispatch file")
    assert isinstance(event, e.DispatchLengthWrong if lines < 5 else e.DispatchFiled)


def test_a_ninth_line_is_refused_and_what_follows_it_is_not_read() -> None:
    session = knowing(*STATED[:10])
    typed = " ".join(str(session.state.numbers[fact_id]) for fact_id in STATED[:10])
    events = session.perform(f"dispatch add {typed}")
    assert [type(event) for event in events] == [e.DispatchFull, e.DispatchShown]
    assert draft(session) == STATED[:8]


@pytest.mark.parametrize("typed", ["0", "3", "9999999", "x", "1e3"])
def test_a_number_that_is_no_noted_fact_is_told(typed: str) -> None:
    session = knowing(ORDER[0], ORDER[-1])
    events = session.perform(f"dispatch add {typed}")
    assert [type(event) for event in events] == [e.NoSuchFact, e.DispatchShown]
    assert draft(session) == []


def test_the_first_and_the_last_fact_can_be_added_and_none_twice() -> None:
    session = knowing(ORDER[0], ORDER[-1])
    session.perform("dispatch add 1 2 1")
    assert draft(session) == [ORDER[0], ORDER[-1]]
    assert {way for _, way in session.state.draft} == {"plain"}


def test_a_number_may_have_noughts_before_it_up_to_a_length() -> None:
    session = knowing(ORDER[0], ORDER[1])
    session.perform("dispatch add 000001 0000002")
    assert draft(session) == [ORDER[0]]
    for line, ways in (("001", ["plain"]), ("01", ["hedged"])):
        session.perform(f"dispatch {line} hedged")
        assert [way for _, way in session.state.draft] == ways


def test_a_line_is_moved_to_a_place_or_as_far_as_there_are_lines() -> None:
    one, two, three = STATED[:3]
    session = at_desk(one, two, three)
    session.perform("dispatch move 3 to 1")
    assert draft(session) == [three, one, two]
    session.perform("dispatch move 1 to 2")
    assert draft(session) == [one, three, two]
    session.perform("dispatch move 1 to 99")
    assert draft(session) == [three, two, one]
    session.perform("dispatch move 3 to 0")
    assert draft(session) == [one, three, two]


@pytest.mark.parametrize("line", ["0", "4", "100", "1000000"])
@pytest.mark.parametrize("form", ["dispatch remove {}", "dispatch {} hedged", "dispatch move {} to 1"])
def test_a_line_that_is_not_there_is_told_and_nothing_changes(line: str, form: str) -> None:
    session = at_desk(*STATED[:3])
    before = session.state.draft
    (event,) = session.perform(form.format(line))
    assert isinstance(event, e.NoSuchLine)
    assert event.number == line
    assert session.state.draft == before


def test_a_line_is_printed_another_way_or_left_out() -> None:
    session = at_desk(*STATED[:3])
    session.perform("dispatch 3 hedged")
    session.perform("dispatch print 1 as attributed")
    assert [way for _, way in session.state.draft] == ["attributed", "plain", "hedged"]
    session.perform("dispatch remove 2")
    assert draft(session) == [STATED[0], STATED[2]]
    session.perform("dispatch 1 out")
    assert draft(session) == [STATED[2]]
    session.perform("dispatch clear")
    assert draft(session) == []


@pytest.mark.parametrize(("typed", "way"), [("pl", "plain"), ("pi", "picture"), ("at", "attributed"), ("h", None)])
def test_a_way_is_named_by_two_letters_or_more(typed: str, way: Print | None) -> None:
    session = at_desk(STATED[0])
    session.perform("dispatch 1 hedged")
    (event,) = session.perform(f"dispatch 1 {typed}")
    assert session.state.draft[0][1] == (way or "hedged")
    assert isinstance(event, e.DispatchShown) == (way is not None)


def test_what_is_offered_is_noted_not_chosen_and_holds_every_word() -> None:
    session = at_desk(*STATED[:3])
    session = Session(TOUR, state=session.state.note(tuple(STATED[3:6])))
    (event,) = session.perform("dispatch find")
    assert isinstance(event, e.FactsOffered)
    assert [fact.id for _, fact in event.facts] == sorted(STATED[3:6], key=ORDER.index)
    assert [place for place, _ in event.facts] == sorted(session.state.numbers[fact_id] for fact_id in STATED[3:6])
    word = TOUR.facts[STATED[3]].claim.split()[-1].strip(".")
    (narrow,) = session.perform(f"dispatch find {word} nowhereatall")
    assert isinstance(narrow, e.FactsOffered)
    assert narrow.facts == ()
    (whole,) = session.perform(f"dispatch find {TOUR.facts[STATED[3]].claim}")
    assert isinstance(whole, e.FactsOffered)
    assert [fact.id for _, fact in whole.facts] == [STATED[3]]
    (one,) = session.perform(f"dispatch find {word}")
    assert isinstance(one, e.FactsOffered)
    assert STATED[3] in [fact.id for _, fact in one.facts]


def test_the_best_ending_stays_when_a_worse_dispatch_is_filed() -> None:
    session = at_desk(*STATED[:5])
    session.perform("dispatch file")
    assert session.state.filed == "front page"
    for place in range(1, 6):
        session.perform(f"dispatch {place} picture")
    (event,) = session.perform("dispatch file")
    assert isinstance(event, e.DispatchFiled)
    assert event.verdict.ending == "correction"
    assert session.state.filed == "front page"
