from msgspec.structs import replace

from game.pack.world import World
from game.tour.state import MAX_RECENT_FACTS, State, begin_tour, count_minutes


def test_a_new_tour_starts_with_what_is_carried(tiny: World) -> None:
    state = begin_tour(tiny, seed=7)
    assert (state.room, dict(state.visited), dict(state.moved), state.seed) == (
        "platform",
        {"platform": 0},
        {"ticket": "carried"},
        7,
    )


def test_noting_the_same_fact_again_gives_the_same_state() -> None:
    state = State(room="a").note(("one", "two"))
    assert state.note(("two",)) is state
    assert state.recent == ("one", "two")


def test_a_fact_keeps_the_room_it_was_noted_in() -> None:
    state = State(room="a").note(("one",))
    moved = State(room="b", noted=state.noted).note(("one", "two"))
    assert dict(moved.noted) == {"one": "a", "two": "b"}


def test_only_the_latest_facts_are_kept_in_order() -> None:
    state = State(room="a").note(tuple(f"fact-{n}" for n in range(MAX_RECENT_FACTS + 5)))
    assert len(state.recent) == MAX_RECENT_FACTS
    assert state.recent[-1] == f"fact-{MAX_RECENT_FACTS + 4}"


def test_only_rooms_with_a_number_move_the_clock(tiny: World) -> None:
    state = begin_tour(tiny)
    assert count_minutes(tiny, state) == 0
    state = state.enter(tiny.rooms["salon"]).enter(tiny.rooms["end"]).enter(tiny.rooms["salon"])
    assert state.carriages == 1
    assert count_minutes(tiny, state) == tiny.tour.minutes


def test_who_skips_rooms_comes_to_their_hour_and_gains_none_by_going_back(tiny: World) -> None:
    rooms = [replace(tiny.rooms["salon"], id=f"room-{number}", number=number) for number in range(1, 11)]
    world = replace(tiny, rooms={room.id: room for room in rooms}, carriages=10)
    state = State(room="platform").enter(rooms[0])
    assert count_minutes(world, state) == 6
    state = state.enter(rooms[6], is_jump=True)
    assert (state.carriages, state.reached) == (2, 7)
    assert count_minutes(world, state) == 42
    assert count_minutes(world, state.enter(rooms[5])) == 42
    assert count_minutes(world, state.enter(rooms[7])) == 48
    assert count_minutes(world, replace(state, reached=99)) == 60
