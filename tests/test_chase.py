"""The chase after answers, typed line by line: questions open, slots fill, a question is closed by a sentence."""

import pytest
from msgspec.structs import replace

from game.pack.world import World
from game.prose.event_lines import render_event
from game.tour.events import (
    AlreadyClosed,
    ClosingAsked,
    Event,
    HelpShown,
    JobShown,
    JobsListed,
    LeadClosed,
    LeadEvent,
    LeadMoved,
    LeadNotReady,
    LeadRefusal,
    NoSuchLead,
    Overreached,
    PairNudged,
)
from game.tour.session import Session
from game.tour.verbs.chasing import list_sentences
from tests.chases import COLOUR, HONEST, RUG


@pytest.fixture
def chasing(tiny: World) -> Session:
    """A tour of the tiny pack with two leads, the first of which is open from the start."""
    session = Session(replace(tiny, leads={"colour": COLOUR, "rug": RUG}), seed=3)
    session.open()
    return session


def perform(session: Session, *lines: str) -> tuple[Event, ...]:
    """The events of the last of some lines; those of leads have words."""
    events: tuple[Event, ...] = ()
    for line in lines:
        events = session.perform(line)
        assert all(render_event(event, session.world) for event in events if isinstance(event, LeadEvent | LeadRefusal))
    return events


def find_step(events: tuple[Event, ...]) -> LeadMoved | None:
    return next((event for event in events if isinstance(event, LeadMoved)), None)


def choose(session: Session, sentence: str) -> tuple[Event, ...]:
    """The events of choosing a sentence by its number."""
    return perform(session, str(list_sentences(COLOUR, session.state.seed).index(sentence) + 1))


def test_the_question_open_from_the_start_is_the_job(chasing: Session) -> None:
    assert chasing.state.pinned == "colour"
    (event,) = perform(chasing, "job")
    assert isinstance(event, JobShown)
    assert event.progress is not None
    assert event.progress.filled == (False, False)
    assert event.progress.next_room is not None
    assert event.progress.next_room.id == "salon"
    assert not event.progress.is_next_here
    assert event.others == 0


def test_each_note_of_the_question_is_told_and_the_last_one_asks_to_close(chasing: Session) -> None:
    step = find_step(perform(chasing, "x leaflet"))
    assert step is not None
    assert (step.step, step.progress.filled) == ("filled", (False, True))
    assert find_step(perform(chasing, "x leaflet")) is None
    assert find_step(perform(chasing, "x bench")) is None
    step = find_step(perform(chasing, "forward"))
    assert step is not None
    assert step.step == "ready"


def test_another_question_opens_by_its_note_and_is_told_once(chasing: Session) -> None:
    step = find_step(perform(chasing, "forward", "x rug"))
    assert step is not None
    assert (step.step, step.opened) == ("opened", (RUG,))
    assert chasing.state.pinned == "colour"
    assert find_step(perform(chasing, "x rug")) is None


def test_a_question_with_a_comparison_is_not_ready_before_that_is_made(tiny: World) -> None:
    lead = replace(COLOUR, comparison="colour")
    session = Session(replace(tiny, leads={"colour": lead}))
    session.open()
    # The pair of the first question shows how comparing is done: it is named in place of the step.
    assert any(isinstance(event, PairNudged) for event in perform(session, "x leaflet", "forward"))
    (refused,) = session.perform("close")
    assert isinstance(refused, LeadNotReady)
    session.state = replace(session.state, compared=session.state.compared.insert("colour", "contradict"))
    (asked,) = session.perform("close")
    assert isinstance(asked, ClosingAsked)


def test_of_another_question_it_is_told_that_a_comparison_is_missing(tiny: World) -> None:
    leads = {"rug": replace(RUG, opens=()), "colour": replace(COLOUR, comparison="colour")}
    session = Session(replace(tiny, leads=leads))
    session.open()
    session.state = session.state.note(("lamp-is-blue",))
    step = find_step(perform(session, "forward"))
    assert step is not None
    assert (step.step, step.progress.lead.id) == ("uncompared", "colour")


def test_a_sentence_that_overreaches_is_explained_and_costs_nothing(chasing: Session) -> None:
    (asked,) = perform(chasing, "x leaflet", "forward", "close")
    assert isinstance(asked, ClosingAsked)
    assert set(asked.sentences) == {HONEST, "It is green.", "It has turned blue."}
    (wrong,) = choose(chasing, "It is green.")
    assert isinstance(wrong, Overreached)
    assert wrong.overreach.because == "B says otherwise."
    assert "colour" not in chasing.state.closed
    choose(chasing, "It has turned blue.")
    (closed,) = choose(chasing, HONEST)
    assert isinstance(closed, LeadClosed)
    assert dict(chasing.state.closed) == {"colour": "It is green."}
    assert chasing.state.pinned == ""


def test_the_first_choice_is_kept_where_it_is_the_honest_one(chasing: Session) -> None:
    perform(chasing, "x leaflet", "forward", "x rug", "close")
    (closed,) = choose(chasing, HONEST)
    assert isinstance(closed, LeadClosed)
    assert dict(chasing.state.closed) == {"colour": HONEST}
    assert closed.next is not None
    assert closed.next.lead == RUG
    assert chasing.state.pinned == "rug"


def test_undo_opens_a_closed_question_again(chasing: Session) -> None:
    perform(chasing, "x leaflet", "forward", "x rug", "close")
    choose(chasing, HONEST)
    perform(chasing, "undo")
    assert "colour" not in chasing.state.closed
    assert chasing.state.pinned == "colour"


def test_a_sentence_can_be_chosen_by_its_words_and_walking_on_leaves_the_question(chasing: Session) -> None:
    (wrong,) = perform(chasing, "x leaflet", "forward", "close", "turned blue")
    assert isinstance(wrong, Overreached)
    perform(chasing, "back")
    assert not any(isinstance(event, LeadClosed | Overreached) for event in perform(chasing, "2"))


def test_a_question_is_not_closed_before_it_is_full(chasing: Session) -> None:
    (refused,) = perform(chasing, "close")
    assert isinstance(refused, LeadNotReady)
    (refused,) = perform(chasing, "close 1 as 2")
    assert isinstance(refused, LeadNotReady)
    assert not chasing.state.closed


def test_job_with_a_number_or_words_chases_that_question(chasing: Session) -> None:
    (unknown,) = perform(chasing, "job 2")
    assert isinstance(unknown, NoSuchLead)  # not met yet
    perform(chasing, "forward", "x rug")
    (shown,) = perform(chasing, "job 2")
    assert isinstance(shown, JobShown)
    assert chasing.state.pinned == "rug"
    perform(chasing, "job lamp")
    assert chasing.state.pinned == "colour"
    (listed,) = perform(chasing, "job all")
    assert isinstance(listed, JobsListed)
    assert [each.number for each in listed.leads] == [1, 2]


def test_a_closed_question_cannot_be_closed_again(chasing: Session) -> None:
    perform(chasing, "x leaflet", "forward", "close")
    choose(chasing, HONEST)
    for line in ("close 1", "job 1"):
        (refused,) = perform(chasing, line)
        assert isinstance(refused, AlreadyClosed)


def test_the_order_of_the_sentences_follows_from_the_seed() -> None:
    orders = {list_sentences(COLOUR, seed) for seed in range(20)}
    assert len(orders) > 1
    assert list_sentences(COLOUR, 7) == list_sentences(COLOUR, 7)


@pytest.mark.parametrize("line", ["job", "goal", "what is my job", "what now", "what next", "What is my job?"])
def test_the_job_is_asked_for_in_many_words(chasing: Session, line: str) -> None:
    assert any(isinstance(event, JobShown) for event in perform(chasing, line))


def test_a_pack_without_questions_knows_no_such_command(tiny: World) -> None:
    session = Session(tiny)
    session.open()
    assert isinstance(session.perform("what now")[0], HelpShown)
    for line in ("job", "job all", "close", "close 1"):
        events = session.perform(line)
        text = " ".join(each.text for event in events for each in render_event(event, tiny)).casefold()
        assert "question" not in text
        assert "your job" not in text
    assert session.state.pinned == ""


def test_a_hint_tells_the_place_then_the_thing_then_the_line(chasing: Session) -> None:
    told = [render_event(perform(chasing, "hint")[0], chasing.world)[0].text for _ in range(3)]
    assert "You still need: what A says." in told[0]
    assert "carriage 1, Green salon" in told[0]
    assert "Look at the lamp." in told[1]
    assert told[2] == "Type 1."


def test_a_hint_in_the_room_of_the_note_says_what_to_look_at(chasing: Session) -> None:
    chasing.state = chasing.state.note(("lamp-is-green",))
    told = [render_event(perform(chasing, "hint")[0], chasing.world)[0].text for _ in range(3)]
    assert "in this room" in told[0]
    assert told[2] == "Type X PRINTED LEAFLET."


def test_hints_lead_to_the_comparison_and_to_the_close(tiny: World) -> None:
    session = Session(replace(tiny, leads={"colour": replace(COLOUR, comparison="colour")}))
    session.open()
    perform(session, "x leaflet", "forward", "hint", "hint")
    assert render_event(perform(session, "hint")[0], session.world)[0].text == "Type COMPARE 2 WITH 1."
    session.state = replace(session.state, compared=session.state.compared.insert("colour", "contradict"))
    first = render_event(perform(session, "hint")[0], session.world)[0].text
    assert "What may you print?" in first
    perform(session, "hint")
    assert "CLOSE" in render_event(perform(session, "hint")[0], session.world)[0].text
