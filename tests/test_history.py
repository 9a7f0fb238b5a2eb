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
    assert history.take_back() == (second, "b")
    assert history.take_back() == (first, "f")
    assert history.take_back() is None
    assert len(history) == 0


def test_what_is_taken_back_can_be_done_again_another_way() -> None:
    history = History()
    history.record(State(room="a"), "f")
    history.take_back()
    history.record(State(room="a"), "b")
    assert history.take_back() == (State(room="a"), "b")


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
