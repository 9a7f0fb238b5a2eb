"""The guided tour: one key plays it to a printed page, and the visitor only answers."""

import re

import pytest

from game.pack.world import World
from game.prose.event_lines import render_event
from game.store.state_values import dump, parse
from game.tour.events import Event, GuideEnded, GuideWaits, PageAsked, PairLaid, RoomShown, StopPlayed
from game.tour.session import MISTAKES, Session
from game.tour.state import State, begin_tour
from tests.answer_checks import index_once

MAX_STOPS = 160
"""More than the tour has: a guide that walks in a circle would never end."""


def press_enter(session: Session) -> tuple[Event, ...]:
    """What an empty line does: the next stop, or the answer that the guide waits for."""
    happened = session.perform("")
    # A visitor who tries one number after the other: right or wrong, the guide goes on.
    for number in range(1, 6):
        if not isinstance(happened[0], GuideWaits):
            break
        told = session.perform(str(number))
        assert not any(isinstance(event, MISTAKES) for event in told), told
        happened = session.perform("")
    return happened


def play_guide(world: World) -> tuple[Session, list[tuple[Event, ...]]]:
    session = Session(index_once(world), seed=3)
    session.open()
    turns = [session.perform("guide")]
    while len(turns) < MAX_STOPS and not isinstance(turns[-1][0], GuideEnded):
        turns.append(press_enter(session))
    return session, turns


@pytest.fixture(scope="module")
def played(tour: World) -> tuple[Session, list[tuple[Event, ...]]]:
    return play_guide(tour)


def test_the_guide_leads_through_every_room_to_a_printed_page(
    tour: World, played: tuple[Session, list[tuple[Event, ...]]]
) -> None:
    session, turns = played
    assert isinstance(turns[-1][0], GuideEnded)
    assert set(session.state.visited) == set(tour.rooms)
    assert any(isinstance(event, PageAsked) for turn in turns for event in turn)
    assert session.state.filed
    assert sum(isinstance(event, PairLaid) for turn in turns for event in turn) >= 3
    assert all(session.state.guided.get(room.id, 0) == len(room.guided) for room in tour.rooms.values())


def test_no_stop_is_refused(played: tuple[Session, list[tuple[Event, ...]]]) -> None:
    refused = [turn for turn in played[1] if any(isinstance(event, MISTAKES) for event in turn)]
    assert refused == []


def test_the_guide_takes_about_half_an_hour_to_read(
    tour: World, played: tuple[Session, list[tuple[Event, ...]]]
) -> None:
    told = [line.text for turn in played[1] for event in turn for line in render_event(event, tour)]
    words = sum(len(re.findall(r"\w+", text)) for text in told)
    assert 20 * 140 <= words <= 45 * 140, "at 140 words a minute"


def test_undo_plays_a_stop_again(tour: World) -> None:
    session = Session(index_once(tour))
    first, second = session.perform("guide"), session.perform("")
    assert isinstance(first[0], StopPlayed)
    assert isinstance(second[0], StopPlayed)
    assert first[0].line != second[0].line
    session.perform("undo")
    again = session.perform("guide")
    assert isinstance(again[0], StopPlayed)
    assert again[0].line == second[0].line


def test_any_command_leaves_the_guide_and_an_answer_does_not(tour: World) -> None:
    session = Session(index_once(tour))
    session.perform("guide")
    assert isinstance(session.perform("")[0], StopPlayed)
    session.perform("look")
    assert not isinstance(session.perform("")[0], StopPlayed)
    session.state = begin_tour(tour).enter(tour.rooms["armour"])
    for _ in tour.rooms["armour"].guided:
        session.perform("guide")
    assert isinstance(session.perform("")[0], StopPlayed | GuideWaits)


def test_a_visitor_may_join_the_guide_in_any_room(tour: World) -> None:
    session = Session(index_once(tour), state=begin_tour(tour).enter(tour.rooms["press"]))
    rooms = []
    for _ in range(12):
        happened = session.perform("guide")
        rooms += [event.room.id for event in happened if isinstance(event, RoomShown)]
    assert rooms[:2] == ["sealed", "vladivostok"]


def test_a_kept_tour_knows_the_stops_it_has_played(tour: World) -> None:
    session = Session(index_once(tour))
    for _ in range(3):
        session.perform("guide")
    kept = parse(tour, dump(tour, session.state))
    assert isinstance(kept, State)
    assert kept.guided == session.state.guided
    assert dict(kept.guided)


def test_a_pack_without_stops_knows_no_guide(tiny: World) -> None:
    assert not any(isinstance(event, StopPlayed | GuideEnded) for event in Session(tiny).perform("guide me"))
    assert all(not room.guided for room in tiny.rooms.values())
