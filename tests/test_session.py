import pytest

from game.pack.world import World
from game.tour import events as e
from game.tour.session import MAX_LINE_CHARACTERS, Session


def kinds(events: tuple[e.Event, ...]) -> list[str]:
    return [type(event).__name__ for event in events]


def test_a_room_read_for_the_first_time_enters_the_notebook(session: Session) -> None:
    events = session.perform("forward")
    assert kinds(events) == ["RoomShown", "FactsNoted"]
    assert set(session.state.noted) == {"lamp-is-green"}
    assert session.state.noted["lamp-is-green"] == "salon"


def test_a_fact_is_noted_once(session: Session) -> None:
    session.perform("forward")
    assert kinds(session.perform("x lamp")) == ["ThingExamined"]


def test_a_look_notes_its_facts_and_a_text_on_entering_tells_them_itself(session: Session) -> None:
    looked, entered = (
        next(event for event in session.perform(line) if isinstance(event, e.FactsNoted)) for line in ("x leaflet", "f")
    )
    assert not looked.is_told
    assert entered.is_told


def test_a_room_seen_before_is_told_briefly_and_in_full_on_look(session: Session) -> None:
    session.perform("f, b")
    (shown, *_) = session.perform("f")
    assert isinstance(shown, e.RoomShown)
    assert shown.passages == ()
    (shown, *_) = session.perform("look")
    assert isinstance(shown, e.RoomShown)
    assert len(shown.passages) == 2


def test_one_walks_through_visited_rooms_to_a_named_one(session: Session) -> None:
    session.perform("f, f")
    session.perform("go to platform")
    assert session.state.room == "platform"


def test_who_goes_past_a_room_is_told_and_can_go_back(session: Session) -> None:
    skipped, *_ = session.perform("go to end")
    assert isinstance(skipped, e.RoomsSkipped)
    assert [room.id for room in skipped.rooms] == ["salon"]
    assert session.state.room == "end"
    assert "salon" not in session.state.visited
    assert not any(isinstance(event, e.RoomsSkipped) for event in session.perform("back"))
    assert session.state.room == "salon"


def test_no_room_is_skipped_on_the_way_next_door_or_through_rooms_seen(session: Session) -> None:
    for line in ("go to salon", "go to end", "go to platform"):
        assert not any(isinstance(event, e.RoomsSkipped) for event in session.perform(line)), line


def test_where_one_is_one_need_not_go(session: Session) -> None:
    (refused,) = session.perform("go to platform")
    assert isinstance(refused, e.AlreadyThere)


def test_things_can_be_carried_from_room_to_room(session: Session) -> None:
    session.perform("take leaflet, f, drop leaflet")
    (shown, *_) = session.perform("look")
    assert isinstance(shown, e.RoomShown)
    assert [thing.id for thing in shown.things] == ["leaflet"]
    session.perform("b")
    assert kinds(session.perform("x leaflet")) == ["NotUnderstood"]


def test_take_all_takes_what_can_be_carried(session: Session) -> None:
    (taken,) = session.perform("take all")
    assert isinstance(taken, e.Taken)
    assert taken.thing.id == "leaflet"
    (refused,) = session.perform("take all")
    assert isinstance(refused, e.Refused)


def test_what_is_fixed_cannot_be_taken(session: Session) -> None:
    (refused,) = session.perform("take plaque")
    assert isinstance(refused, e.NotPortable)


def test_undo_goes_back_turn_by_turn_and_names_them(session: Session) -> None:
    start = session.state
    session.perform("x bench")
    session.perform("take leaflet")
    session.perform("f")
    assert [event.line for event in session.perform("undo") if isinstance(event, e.Undone)] == ["f"]
    assert session.state.room == "platform"
    session.perform("undo")
    session.perform("undo")
    assert session.state == start
    (refused,) = session.perform("undo")
    assert isinstance(refused, e.Refused)


def test_what_is_no_turn_cannot_be_undone(session: Session) -> None:
    session.perform("score")
    session.perform("help")
    session.perform("take plaque")
    assert session.state.turn == 0
    (refused,) = session.perform("undo")
    assert isinstance(refused, e.Refused)


def test_again_does_the_last_turn_once_more(session: Session) -> None:
    assert kinds(session.perform("again")) == ["NothingToRepeat"]
    session.perform("x bench")
    assert kinds(session.perform("g")) == ["ThingExamined"]


def test_commands_after_a_failure_are_not_run(session: Session) -> None:
    events = session.perform("x dragon. take leaflet. f")
    assert kinds(events) == ["NotUnderstood", "NotRun"]
    assert session.state.room == "platform"


def test_a_question_is_asked_answered_and_counted(session: Session) -> None:
    session.perform("f")
    (asked,) = session.perform("quiz")
    assert isinstance(asked, e.ItemAsked)
    assert sorted(asked.shown.options) == ["blue", "green", "red"]
    marked, _ = session.perform("green")
    assert isinstance(marked, e.ResponseMarked)
    assert marked.mark == 1
    assert marked.left == 1
    assert session.state.asking == ""


def test_a_wrong_answer_is_kept_and_notes_the_fact_that_proves_the_key(session: Session) -> None:
    session.perform("f. quiz. green. quiz")
    marked, *rest = session.perform("true")
    assert isinstance(marked, e.ResponseMarked)
    assert marked.mark == 0
    assert kinds(tuple(rest)) == ["FactsNoted"]


def test_any_other_command_leaves_the_question_waiting(session: Session) -> None:
    session.perform("f, quiz")
    session.perform("x rug")
    assert session.state.asking == "salon-colour"
    assert kinds(session.perform("?")) == ["ItemAsked"]
    session.perform("skip")
    assert session.state.asking == ""


def test_leaving_the_room_drops_the_question(session: Session) -> None:
    session.perform("f, quiz")
    session.perform("f")
    assert session.state.asking == ""


def test_what_is_no_option_is_not_marked(session: Session) -> None:
    session.perform("f, quiz")
    (refused,) = session.perform("answer purple")
    assert isinstance(refused, e.NotAnOption)
    assert not session.state.answered


def test_source_tells_of_what_was_read_last(session: Session) -> None:
    session.open()
    session.perform("f, x rug")
    (shown,) = session.perform("source")
    assert isinstance(shown, e.SourcesShown)
    ((_, facts),) = shown.passages
    assert {fact.id for fact in facts} == {"rug-is-old", "lamp-was-stolen"}


def test_a_word_of_the_text_is_answered_by_the_text(session: Session) -> None:
    session.perform("f")
    (mentioned,) = session.perform("x table")
    assert isinstance(mentioned, e.Mentioned)
    assert "table" in mentioned.passage.text


def test_the_end_is_told_once(session: Session) -> None:
    assert "Arrived" in kinds(session.perform("f. f"))
    assert "Arrived" not in kinds(session.perform("b. f"))


def test_an_empty_line_orients_and_is_no_turn(session: Session) -> None:
    (oriented,) = session.perform("   ")
    assert isinstance(oriented, e.Oriented)
    assert session.state.turn == 0


def test_a_very_long_line_is_cut(session: Session) -> None:
    events = session.perform("x bench. " + "f. " * MAX_LINE_CHARACTERS)
    assert session.state.turn < MAX_LINE_CHARACTERS
    assert events


def test_the_clock_moves_as_carriages_are_first_entered(tiny: World) -> None:
    session = Session(tiny)
    (scored,) = session.perform("score")
    assert isinstance(scored, e.Scored)
    assert scored.minutes == (0, 60)
    session.perform("f, b, f, look")
    (scored,) = session.perform("score")
    assert isinstance(scored, e.Scored)
    assert scored.minutes == (60, 60)


def test_politeness_behind_a_comma_is_no_command(tiny: World) -> None:
    for politeness in ("please", "please?", "thank you!", "pls"):
        polite, plain = Session(tiny), Session(tiny)
        assert polite.perform(f"x bench, {politeness}")[-1:] == plain.perform("x bench")
    assert polite.perform("Thank you")


@pytest.mark.parametrize(
    "line",
    [
        "green",
        "The answer is green.",
        "I think it is green, because article A says so",
        "it's green",
        "my answer is green",
    ],
)
def test_a_question_is_answered_in_a_sentence(tiny: World, line: str) -> None:
    session = Session(tiny)
    for each in ("forward", "x lamp", "question"):
        session.perform(each)
    (marked,) = (event for event in session.perform(line) if isinstance(event, e.ResponseMarked))
    assert marked.mark == 1
