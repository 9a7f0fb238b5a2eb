"""What a player's own words do to a choice: they choose with a reason, ask for one, ask for help, or leave it."""

import pytest

from game.pack.world import World
from game.prose.event_lines import render_event
from game.tour import events as e
from game.tour.session import Session

JUDGING = ("x timetable card", "go to 2", "x dials", "compare 37 mph with timetable")
CLOSING = ("x timetable card", "go to 2", "x dials", "compare 37 mph with timetable", "2", "x scales")


@pytest.fixture
def judging(tour: World) -> Session:
    """A tour in which two notes lie side by side."""
    session = Session(tour)
    session.open(lessons=3)
    for line in JUDGING:
        session.perform(line)
    return session


@pytest.fixture
def closing(tour: World) -> Session:
    """A tour in which a sentence is to be chosen."""
    session = Session(tour)
    session.open(lessons=3)
    for line in (*CLOSING, "put weight on scales", "close"):
        session.perform(line)
    return session


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        ("I think they differ because one is an average and the other one journey", "differ"),
        ("they differ, and both may stand, one is an average and the other is one trip", "differ"),
        ("they contradict each other, 37 is not 31", "contradict"),
        ("i guess its 2 since one is an average and one is a trip", "differ"),
        ("both could be true", "differ"),
        ("maybe 2?", "differ"),
        ("the last one", "none"),
        ("one is surer than the other", "surer"),
        ("number one, because 37 is not 31", "contradict"),
    ],
)
def test_a_sentence_chooses_and_what_follows_is_its_reason(judging: Session, line: str, judged: str) -> None:
    happened = judging.perform(line)
    assert [event.judged for event in happened if isinstance(event, e.PairJudged)] == [judged]
    assert not any(isinstance(event, e.NotUnderstood | e.NotRun) for event in happened)


@pytest.mark.parametrize(
    "line", ["they do not differ", "why not 1", "none of these", "1 or 2", "what does differ mean", "why"]
)
def test_a_denied_or_asked_choice_is_none(judging: Session, line: str) -> None:
    judging.perform(line)
    assert not judging.state.compared


@pytest.mark.parametrize("answer", ["", "1"])
@pytest.mark.parametrize(
    "line",
    ["why not 1. 37 is not 31", "why not 1", "what about 4? 37 mph is less", "no 1", "maybe one", "i 1", "4, as"],
)
def test_no_sentence_with_a_number_walks(judging: Session, answer: str, line: str) -> None:
    if answer:
        judging.perform(answer)
    judging.perform(line)
    assert judging.state.room == "armour"


@pytest.mark.parametrize("line", ["1", "one", "carriage one", "1 please", "go to 1", "boarding carriage"])
def test_a_number_alone_still_walks(tour: World, line: str) -> None:
    session = Session(tour)
    session.open()
    session.perform(line)
    assert session.state.room == "boarding"


@pytest.mark.parametrize(
    "line", ["why", "but why?", "explain", "why is that wrong", "why was I wrong", "i dont understand", "why not 1"]
)
def test_a_wrong_judgement_is_explained(judging: Session, line: str) -> None:
    judging.perform("1")
    (told,) = judging.perform(line)
    assert isinstance(told, e.JudgementExplained)
    assert told.judged == "contradict"
    said = " ".join(each.text for each in render_event(told, judging.world))
    assert "cannot both be true. That is not so here." in said
    assert told.comparison.wording in said


def test_the_right_judgement_is_explained_without_a_no(judging: Session) -> None:
    judging.perform("1")
    (told,) = judging.perform("why 2")
    said = " ".join(each.text for each in render_event(told, judging.world))
    assert "yet both can be true." in said
    assert "not so" not in said


def test_a_walk_ends_the_explanation(judging: Session) -> None:
    judging.perform("1")
    judging.perform("forward")
    assert not any(isinstance(event, e.JudgementExplained) for event in judging.perform("why not 1"))


def test_a_wrong_sentence_is_explained_and_the_others_are_kept_back(closing: Session) -> None:
    assert closing.perform("why not 2")[-1] == e.ChoiceHelped(subject="closing", numbers=(1, 2, 3, 4))
    places = {place: closing.perform(f"close as {place}")[0] for place in (1,)}
    assert isinstance(places[1], e.Overreached)
    told, still = closing.perform("why not 1")
    assert isinstance(told, e.SentenceExplained)
    assert told.overreach is not None
    assert not told.is_kept_back
    assert still == e.ChoiceOpen(numbers=(1, 2, 3, 4))
    other = closing.perform("why not 3")[0]
    assert isinstance(other, e.SentenceExplained)
    assert other.is_kept_back
    assert other.overreach is None or other.overreach.because not in render_event(other, closing.world)[0].text
    assert "speed" not in closing.state.closed


def test_why_closes_nothing_though_a_sentence_holds_the_word(closing: Session) -> None:
    closing.perform("why")
    assert not closing.state.closed
    assert not closing.state.overreached


@pytest.mark.parametrize("line", ["i don't know", "hint", "help", "which one is right", "not sure", "why"])
def test_help_is_about_the_choice(judging: Session, line: str) -> None:
    assert judging.perform(line) == (e.ChoiceHelped(subject="judging", numbers=(1, 2, 3, 4, 5)),)
    assert isinstance(judging.perform("2")[0], e.PairJudged)


@pytest.mark.parametrize("line", ["cancel", "never mind", "none of these"])
def test_a_choice_can_be_left(judging: Session, line: str) -> None:
    assert judging.perform(line) == (e.ChoiceLeft(subject="judging"),)
    judging.perform("1")
    assert judging.state.room == "boarding"


def test_nothing_else_is_proposed_while_a_choice_waits(judging: Session) -> None:
    for line in ("what is kcna", "x plate", "notebook", "what is trust"):
        happened = judging.perform(line)
        assert not any(isinstance(event, e.TipGiven | e.PairNudged) for event in happened), line
        assert happened[-1] == e.ChoiceOpen(numbers=(1, 2, 3, 4, 5))


def test_the_editor_explains_a_line(tour: World) -> None:
    session = Session(tour)
    session.open()
    for line in ("x timetable card", "go to 7", "send 20 hours", "3 because it is likely"):
        session.perform(line)
    assert session.perform("why did i lose trust") == (e.LineExplained(answer="needless-hedge"),)
