"""Tips: one thing at a time, each when it is first useful, in tours with leads."""

from itertools import pairwise

from game.pack.world import World
from game.prose.event_lines import render_event
from game.tour.events import Event, LeadMoved, LessonGiven, TipGiven
from game.tour.session import Session
from game.tour.state import LESSON_COUNT
from game.tour.tips import TURNS_BETWEEN


def list_tips(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    return [(event.tip, event.example) for event in events if isinstance(event, TipGiven)]


def begin(world: World) -> tuple[Session, tuple[Event, ...]]:
    session = Session(world)
    return session, session.open(lessons=LESSON_COUNT)


def test_the_first_tip_names_the_thing_that_the_question_needs(tour: World) -> None:
    _, events = begin(tour)
    assert list_tips(events) == [("look", "x timetable card")]
    assert not any(isinstance(event, LessonGiven) for event in events)


def test_a_walk_teaches_each_thing_once_and_never_twice_in_a_row(tour: World) -> None:
    session, events = begin(tour)
    given: list[tuple[int, str]] = [(session.state.turn, tip) for tip, _ in list_tips(events)]
    for _ in range(22):
        for line in ("x all", "look", "look", "look", "forward", "skip"):
            events = session.perform(line)
            assert all(render_event(event, tour) for event in events if isinstance(event, TipGiven))
            assert len([event for event in events if isinstance(event, TipGiven | LeadMoved)]) <= 1
            given += [(session.state.turn, tip) for tip, _ in list_tips(events)]
    names = [tip for _, tip in given]
    assert len(names) == len(set(names))
    assert {"look", "take", "source", "hint", "question", "places", "desk"} <= set(names)
    turns = [turn for turn, _ in given]
    assert all(later - earlier >= TURNS_BETWEEN for earlier, later in pairwise(turns))


def test_tutorial_off_ends_the_tips_and_on_begins_them_again(tour: World) -> None:
    session, _ = begin(tour)
    session.perform("tutorial off")
    for line in ("x board", "look", "look", "look", "x timetable", "look", "look"):
        assert not list_tips(session.perform(line)), line
    session.perform("tutorial on")
    assert [tip for tip, _ in list_tips(session.perform("look"))] == ["look"]


def test_a_tour_without_leads_has_its_three_lessons(tiny: World) -> None:
    session, events = begin(tiny)
    numbers = [event.number for event in events if isinstance(event, LessonGiven)]
    for line in ("x bench", "look", "look", "look"):
        numbers += [event.number for event in session.perform(line) if isinstance(event, LessonGiven)]
    assert numbers == [1, 2, 3]
