"""The dispatch: every ending reached by a bot, every way to print every strength, bad input, undo and saves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core.paths import shipped
from game.pack.ledger import Fact
from game.pack.world import World
from game.prose import dispatch_lines
from game.prose.dispatch_lines import REMARKS
from game.prose.event_lines import render_event
from game.store.state_values import dump, parse
from game.tour import events as e
from game.tour.dispatch import (
    ENDINGS,
    MAX_DISPATCH_LINES,
    MAX_LINE_POINTS,
    MIN_DISPATCH_LINES,
    POINTS_BY_REMARK,
    PRINTS,
    Print,
    Verdict,
    mark_dispatch,
)
from game.tour.session import Session
from game.tour.state import State
from tests.conftest import loaded

TOUR = replace(loaded(shipped("rooms")), newsroom=None)
"""The shipped tour as a pack without a newsroom, where a dispatch is marked by its sureness alone."""
RIGHT: dict[str, Print] = {"stated": "plain", "reported": "attributed", "photo": "picture", "speculated": "hedged"}


def is_quiet(fact: Fact) -> bool:
    """Whether no other source says otherwise."""
    return not TOUR.differing.get(fact.id)


def of(strength: str, count: int) -> list[str]:
    facts = [f.id for f in TOUR.facts.values() if f.strength == strength and is_quiet(f) and not f.rumour]
    return facts[:count]


def knowing(*fact_ids: str) -> Session:
    """A reporter at the desk who has noted these facts."""
    state = State(room="sealed").enter(TOUR.rooms["sealed"])
    return Session(TOUR, state=state.note(fact_ids))


def filed(lines: list[tuple[str, Print]]) -> Verdict:
    """What the editor says to a dispatch typed line by line."""
    session = knowing(*(fact_id for fact_id, _ in lines))
    for place, (fact_id, printed) in enumerate(lines, start=1):
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
        session.perform(f"dispatch {place} {printed}")
    (event,) = session.perform("dispatch file")
    assert isinstance(event, e.DispatchFiled), event
    assert session.state.filed == event.verdict.ending
    return event.verdict


def conflict() -> tuple[str, str]:
    """Two facts, one of either side of a conflict, both of one strength."""
    for difference in TOUR.differences.values():
        if difference.is_dispute:
            one, other = (side.facts[0] for side in difference.sides[:2])
            if TOUR.facts[one].strength == TOUR.facts[other].strength == "stated":
                return one, other
    raise AssertionError("the pack has no such conflict")


def test_a_dispatch_as_sure_as_its_sources_is_the_lead_story() -> None:
    one, other = conflict()
    lines: list[tuple[str, Print]] = [(one, "attributed"), (other, "attributed")]
    for strength in ("reported", "photo", "speculated"):
        lines += [(fact_id, RIGHT[strength]) for fact_id in of(strength, 1)]
    verdict = filed(lines)
    assert (verdict.ending, verdict.points) == ("lead story", verdict.total)
    assert {line.remark for line in verdict.lines} == {"stands", "stands, two sides"}


def test_one_strength_alone_is_the_front_page_at_best() -> None:
    assert filed([(fact_id, "plain") for fact_id in of("stated", 5)]).ending == "front page"


def test_a_few_faults_are_an_inside_page_and_many_a_correction() -> None:
    good: list[tuple[str, Print]] = [(fact_id, "plain") for fact_id in of("stated", 4)]
    bad: list[tuple[str, Print]] = [(fact_id, "plain") for fact_id in of("speculated", 4)]
    assert filed([*good, *bad[:2]]).ending == "inside page"
    assert filed([*good[:1], *bad]).ending == "correction"


def test_a_rumour_printed_as_a_fact_is_taken_back_whatever_else_is_good() -> None:
    rumour = next(f.id for f in TOUR.facts.values() if f.rumour)
    good: list[tuple[str, Print]] = [(fact_id, "plain") for fact_id in of("stated", 5)]
    assert filed([*good, (rumour, "plain")]).ending == "retraction"
    assert filed([*good, (rumour, "hedged")]).ending == "front page"


@pytest.mark.parametrize("strength", RIGHT)
def test_each_strength_has_a_way_to_print_it_and_ways_that_lose_points(strength: str) -> None:
    (fact_id,) = of(strength, 1)
    points = {way: mark_dispatch(TOUR, [(fact_id, way)]).points for way in PRINTS}
    assert points[RIGHT[strength]] == MAX_LINE_POINTS
    assert min(points.values()) < MAX_LINE_POINTS


def test_a_side_of_a_conflict_told_flatly_wants_the_other() -> None:
    one, other = conflict()
    assert mark_dispatch(TOUR, [(one, "plain")]).lines[0].remark == "other side missing"
    assert mark_dispatch(TOUR, [(one, "attributed")]).lines[0].remark == "stands"
    assert mark_dispatch(TOUR, [(one, "plain"), (other, "plain")]).lines[0].remark == "stands, two sides"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(TOUR.facts)), st.sampled_from(PRINTS)), min_size=1, max_size=8))
def test_points_stay_within_their_bounds(lines: list[tuple[str, Print]]) -> None:
    verdict = mark_dispatch(TOUR, lines)
    assert 0 <= verdict.points <= verdict.total == MAX_LINE_POINTS * len(lines)
    assert verdict.ending in ENDINGS
    if any(TOUR.facts[fact_id].rumour and printed == "plain" for fact_id, printed in lines):
        assert verdict.ending == "retraction"


def test_a_draft_is_changed_moved_undone_and_kept() -> None:
    ids = of("stated", 3)
    session = knowing(*ids)
    numbers = [session.state.numbers[fact_id] for fact_id in ids]
    session.perform(f"dispatch add {numbers[0]} {numbers[1]} {numbers[2]}")
    assert [fact_id for fact_id, _ in session.state.draft] == ids
    session.perform("dispatch move 3 to 1")
    assert session.state.draft[0] == (ids[2], "plain")
    session.perform("dispatch 1 hedged")
    assert session.state.draft[0] == (ids[2], "hedged")
    session.perform("dispatch remove 1")
    assert [fact_id for fact_id, _ in session.state.draft] == ids[:2]
    session.perform("undo")
    assert session.state.draft[0] == (ids[2], "hedged")
    kept = parse(TOUR, dump(TOUR, session.state))
    assert isinstance(kept, State)
    assert kept.draft == session.state.draft


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("dispatch add 9999", e.NoSuchFact),
        ("dispatch add 2", e.NoSuchFact),
        ("dispatch 7 hedged", e.NoSuchLine),
        ("dispatch move 9 to 1", e.NoSuchLine),
        ("dispatch remove x", e.NoSuchLine),
        ("dispatch file", e.DispatchLengthWrong),
        ("dispatch bananas", e.DispatchFormUnknown),
        ("dispatch 1 loudly", e.DispatchFormUnknown),
    ],
)
def test_bad_input_is_refused_and_changes_nothing(line: str, refusal: type[e.Refusal]) -> None:
    session = knowing(list(TOUR.facts)[1])
    before = session.state.draft
    refused = session.perform(line)[0]
    assert type(refused) is refusal
    assert session.state.draft == before


def test_no_more_lines_than_a_dispatch_has_and_none_twice() -> None:
    ids = [*of("stated", 9)]
    session = knowing(*ids)
    for fact_id in ids:
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
    assert len(session.state.draft) == MAX_DISPATCH_LINES > MIN_DISPATCH_LINES


def test_a_dispatch_is_written_at_a_desk() -> None:
    (refused,) = Session(TOUR).perform("dispatch")
    assert isinstance(refused, e.NoDeskHere)


def test_facts_are_offered_by_their_words_and_only_those_noted(tour: World) -> None:
    session = knowing(*of("stated", 30))
    (offered,) = session.perform("dispatch find train")
    assert isinstance(offered, e.FactsOffered)
    assert offered.facts
    for number, fact in offered.facts:
        assert session.state.numbers[fact.id] == number
        assert fact.id in session.state.noted


def test_the_best_place_is_kept() -> None:
    session = knowing(*of("stated", 5), *of("speculated", 5))
    for fact_id in of("stated", 5):
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
    session.perform("dispatch file")
    assert session.state.filed == "front page"
    session.perform("dispatch clear")
    for fact_id in of("speculated", 5):
        session.perform(f"dispatch add {session.state.numbers[fact_id]}")
    session.perform("dispatch file")
    assert session.state.filed == "front page"


def test_the_editor_says_why_and_where_it_stands() -> None:
    verdict = filed([*((fact_id, "plain") for fact_id in of("stated", 4)), *((f, "plain") for f in of("reported", 1))])
    told = [line.text for line in render_event(e.DispatchFiled(verdict=verdict), TOUR)]
    assert sum("Article " in text and "par. " in text for text in told) >= 5
    assert any("Who says so?" in text for text in told)
    assert any("8 of 10 points" in text for text in told)


def test_every_remark_and_ending_has_its_words() -> None:
    assert set(REMARKS) == set(POINTS_BY_REMARK)
    newsroom = {"blank column", "news in brief", "what nobody knows"}
    assert set(dispatch_lines.ENDINGS) == set(ENDINGS) - newsroom
    assert len(set(REMARKS.values())) == len(REMARKS)
