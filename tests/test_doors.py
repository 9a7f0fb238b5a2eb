"""The questions at doors: about what was seen, the same for the same seed, and never in the way."""

from pathlib import Path

from msgspec.structs import replace

from game.pack.kinds import describe_form
from game.pack.world import World
from game.prose.event_lines import render_event
from game.store.state_values import dump, parse
from game.tour import events as e
from game.tour.session import Session


def asked_at_the_end(session: Session) -> e.Challenged | None:
    """What is asked when the end of the tiny tour is entered for the first time."""
    events = session.perform("f")
    return next((event for event in events if isinstance(event, e.Challenged)), None)


def test_nothing_is_asked_about_what_was_not_seen(tiny: World) -> None:
    session = Session(tiny)
    session.perform("f")
    assert asked_at_the_end(session) is None


def test_one_question_is_asked_about_what_was_seen(tiny: World) -> None:
    session = Session(tiny)
    session.perform("x leaflet. f")
    asked = asked_at_the_end(session)
    assert asked is not None
    assert asked.item.id == "salon-colour"
    assert set(asked.item.facts) <= set(session.state.noted)
    assert session.state.room == "end"


def test_it_is_only_offered_and_a_letter_is_no_answer_before_it_is_asked(tiny: World) -> None:
    session = Session(tiny)
    session.perform("x leaflet. f. f")
    assert (session.state.offered, session.state.asking) == ("salon-colour", "")
    (line,) = render_event(e.Challenged(item=tiny.rooms["salon"].items[0]), tiny)
    assert line.text.endswith("has a question for you: QUESTION.")
    session.perform("b")
    assert session.state.room == "salon"
    assert (session.state.offered, session.state.answered.get("salon-colour")) == ("", None)


def test_a_save_holds_what_was_offered(tiny: World) -> None:
    session = Session(tiny)
    session.perform("x leaflet. f. f")
    assert parse(tiny, dump(tiny, session.state)) == session.state
    foreign = replace(session.state, offered="no-such-item")
    assert parse(tiny, dump(tiny, foreign)) == replace(session.state, offered="")


def test_a_wrong_answer_tells_where_to_look_again_and_a_right_one_nods(tiny: World) -> None:
    for response, is_right in (("red", False), ("green", True)):
        session = Session(tiny)
        session.perform("x leaflet. f. f. question")
        marked = session.perform(response)[0]
        assert isinstance(marked, e.ResponseMarked)
        assert (marked.mark == 1) == is_right
        assert marked.told_in is not None
        assert marked.told_in.id in ("platform", "salon")
        session.perform("undo")
        assert session.state.asking == "salon-colour"
        assert not session.state.answered


def test_it_bars_no_way_and_is_asked_once(tiny: World) -> None:
    session = Session(tiny)
    session.perform("x leaflet. f. f. question")
    session.perform("back")
    assert session.state.room == "salon"
    assert session.state.asking == ""
    assert not any(isinstance(event, e.Challenged) for event in session.perform("f"))


def test_what_was_answered_before_is_not_asked_again(tiny: World) -> None:
    session = Session(tiny)
    for line in ("x leaflet", "f", "quiz", "green"):
        session.perform(line)
    assert asked_at_the_end(session) is None


def test_three_doors_ask_the_same_of_the_same_seed_and_never_take_f_for_an_answer(tour: World) -> None:
    plays = []
    for seed in (1, 1, 2):
        session = Session(tour, seed)
        session.open()
        asked = []
        for _ in tour.rooms:
            events = session.perform("x all") + session.perform("f")
            asked += [event.item for event in events if isinstance(event, e.Challenged)]
        assert session.state.room == "vladivostok"
        assert not session.state.answered
        assert len(asked) == 3
        assert all(describe_form(item).answer_by == "letter" for item in asked)
        plays.append([item.id for item in asked])
    assert plays[0] == plays[1] != plays[2]


def test_answers_in_the_tour_are_kept_for_results(tour: World, tmp_path: Path) -> None:
    from game.app.game import Game
    from game.store.attempt_folder import load_attempt
    from game.store.saves import Saves

    game = Game(tour, Saves(tmp_path))
    game.open()
    for line in ("f", "question", "a", "question", "a"):
        game.perform(line)
    (path,) = (tmp_path / "attempts").iterdir()
    attempt = load_attempt(path)
    assert attempt.begun.mode == "checkpoint"
    assert set(attempt.begun.visited) == {"pyongyang", "boarding"}
    assert set(attempt.responses) == set(game.state.answered)
    rehearsal = Game(tour, Saves(tmp_path / "other"), is_rehearsal=True)
    rehearsal.open()
    for line in ("f", "question", "a"):
        rehearsal.perform(line)
    assert not (tmp_path / "other" / "attempts").exists()
