"""What holds whatever is typed."""

from hypothesis import given, settings
from msgspec.structs import replace

from game.prose.event_lines import render_event
from game.tour import events as e
from game.tour.session import Session
from game.tour.state import State
from tests.conftest import TINY, loaded
from tests.strategies import lines, plays

WORLD = loaded(TINY)


def states(typed: list[str], seed: int = 0) -> list[State]:
    session = Session(WORLD, seed)
    session.open()
    found = []
    for line in typed:
        session.perform(line)
        found.append(session.state)
    return found


@settings(max_examples=200, deadline=None)
@given(plays)
def test_no_typed_line_raises_or_goes_without_an_answer(typed: list[str]) -> None:
    session = Session(WORLD)
    for line in typed:
        events = session.perform(line)
        # What a text has told is noted without a word of its own, so it is the whole reply that must say something.
        is_wish = any(isinstance(event, e.WishEvent) for event in events)
        assert is_wish or any(render_event(event, WORLD) for event in events)


@settings(max_examples=60, deadline=None)
@given(plays)
def test_the_same_lines_and_seed_give_the_same_states(typed: list[str]) -> None:
    assert states(typed, 3) == states(typed, 3)


@settings(max_examples=100, deadline=None)
@given(plays)
def test_what_is_not_understood_changes_nothing(typed: list[str]) -> None:
    session = Session(WORLD)
    for line in typed:
        before = session.state
        events = session.perform(line)
        if all(isinstance(event, e.NotUnderstood | e.Refused | e.Ambiguous | e.Oriented) for event in events):
            assert session.state == before


@settings(max_examples=60, deadline=None)
@given(plays)
def test_undo_leads_back_to_the_very_beginning(typed: list[str]) -> None:
    session = Session(WORLD)
    session.open()
    start = session.state
    for line in typed:
        session.perform(line)
    for _ in range(2_000):
        if isinstance(session.perform("undo")[0], e.Refused):
            break
    assert replace(session.state, turn=start.turn) == start  # a look is a turn, and nothing to be undone


@settings(max_examples=100, deadline=None)
@given(plays, lines)
def test_counts_stay_within_their_bounds(typed: list[str], last: str) -> None:
    session = Session(WORLD)
    for line in (*typed, last):
        session.perform(line)
    (scored,) = session.perform("score")
    assert isinstance(scored, e.Scored)
    assert 0 <= scored.right <= scored.answered <= scored.items
    for has, there_is in (scored.carriages, scored.facts, scored.things, scored.differences, scored.minutes):
        assert 0 <= has <= there_is
    assert sum(noted for _, noted, _ in scored.strengths) == scored.facts[0]
    assert set(session.state.noted) <= set(WORLD.facts)
    assert session.state.room in WORLD.rooms
