"""What UNDO takes back, alone and in a session."""

from game.pack.world import World
from game.tour.history import History
from game.tour.session import Session
from game.tour.state import State


def test_states_come_back_latest_first_and_then_none() -> None:
    history = History()
    first, second = State(room="a"), State(room="b")
    history.record(first, "f")
    history.record(second, "b")
    assert len(history) == 2
    now = State(room="c")
    assert history.take_back(now) == ("b", second)
    assert history.take_back(second) == ("f", first)
    assert history.take_back(first) is None
    assert len(history) == 0


def test_what_is_taken_back_can_be_done_again_another_way() -> None:
    history = History()
    history.record(State(room="a"), "f")
    history.take_back(State(room="b"))
    history.record(State(room="a"), "b")
    assert history.do_again(State(room="a")) is None
    assert history.take_back(State(room="a")) == ("b", State(room="a"))


def test_what_is_taken_back_can_be_done_again_turn_by_turn() -> None:
    history = History()
    states = [State(room=room) for room in "abc"]
    history.record(states[0], "f")
    history.record(states[1], "g")
    history.take_back(states[2])
    history.take_back(states[1])
    assert history.do_again(states[0]) == ("f", states[1])
    assert history.do_again(states[1]) == ("g", states[2])
    assert history.do_again(states[2]) is None
    assert [past.line for past in history.past] == ["f", "g"]


def test_redo_brings_back_what_undo_took_and_any_change_ends_that(session: Session) -> None:
    session.perform("f")
    session.perform("x lamp")
    far = session.state
    for _ in range(2):
        session.perform("undo")
    assert session.state.room == "platform"
    assert [type(event).__name__ for event in session.perform("redo")] == ["DoneAgain", "RoomShown"]
    session.perform("redo")
    assert (session.state.room, session.state.examined) == (far.room, far.examined)
    assert [type(event).__name__ for event in session.perform("redo")] == ["NothingToRedo"]
    session.perform("undo")
    session.perform("x rug")
    assert [type(event).__name__ for event in session.perform("redo")] == ["NothingToRedo"]


def test_undo_keeps_how_the_player_reads(tiny: World) -> None:
    session = Session(tiny)
    session.perform("x bench")
    session.perform("units metric")
    session.perform("undo")
    assert session.state.units == "metric"
    assert session.state.examined.get("bench") is None


def test_undo_shows_the_room_only_where_it_walks_back(session: Session) -> None:
    session.perform("f")
    assert [type(event).__name__ for event in session.perform("undo")] == ["Undone", "RoomShown"]
    session.perform("x bench")
    assert [type(event).__name__ for event in session.perform("undo")] == ["Undone"]
