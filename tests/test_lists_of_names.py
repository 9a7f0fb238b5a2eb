"""Things whose names are verbs as well, in a list; and THEM after it."""

import pytest

from game.pack.world import World
from game.tour.events import Event, ThingExamined
from game.tour.session import Session
from game.tour.state import begin_tour
from tests.answer_checks import index_once


def enter(world: World, room_id: str) -> Session:
    return Session(index_once(world), state=begin_tour(world).enter(world.rooms[room_id]))


def find_examined(events: tuple[Event, ...]) -> set[str]:
    return {event.thing.id for event in events if isinstance(event, ThingExamined)}


@pytest.mark.slow
def test_what_is_examined_by_a_name_alone_is_examined_in_a_list(tour: World) -> None:
    checked = 0
    for room_id in tour.rooms:
        first = enter(tour, room_id).scope.things[0]
        named = [
            (thing, name) for thing in enter(tour, room_id).scope.things[1:] for name in (thing.name, *thing.names)
        ]
        # A name with a comma is a list of its own.
        for thing, name in (each for each in named if "," not in each[1]):
            if find_examined(enter(tour, room_id).perform(f"x {name}")) == {thing.id}:
                told = find_examined(enter(tour, room_id).perform(f"x {first.name} and {name}"))
                assert told == {first.id, thing.id}, (room_id, name)
                checked += 1
    assert checked > 100


def test_them_is_everything_that_the_list_named(tour: World) -> None:
    session = enter(tour, "boarding")
    both = find_examined(session.perform("x ramp and photograph"))
    assert len(both) == 2
    assert find_examined(session.perform("x them")) == both


@pytest.mark.parametrize("line", ["x lamp and help", "x lamp, look", "x lamp and f"])
def test_a_verb_that_names_no_thing_here_begins_a_command_of_its_own(line: str, tiny: World) -> None:
    events = enter(tiny, "salon").perform(line)
    assert find_examined(events) == {"lamp"}
    assert len([type(event) for event in events]) > 1
