"""Questions that lean on the one before, lines that are one question, and what an answer costs."""

import sys
from types import FrameType

import pytest
from msgspec.structs import replace

from game.pack.world import World
from game.tour import events as e
from game.tour.parser import split
from game.tour.session import Session
from tests.answer_checks import make_session


def told(session: Session, line: str) -> set[str]:
    event = session.perform(line)[0]
    assert isinstance(event, e.Recalled), (line, event)
    return {fact.id for fact in event.facts}


@pytest.fixture
def full(tour: World) -> Session:
    return make_session(tour, is_full=True)


def test_another_name_is_asked_the_same(full: Session) -> None:
    assert "kim-jong-il-feared-flying" in told(full, "was kim jong il afraid of flying?")
    assert told(full, "and kim jong un?") == {"kim-jong-un-not-afraid"}
    assert "kim-jong-il-feared-flying" in told(full, "what about his father?")


def test_why_asks_for_the_reason_of_what_was_told(full: Session) -> None:
    assert "power-cut" in told(full, "who cut the power to other lines")
    assert told(full, "why?") == {"power-cut-why"}
    assert isinstance(full.perform("who says so?")[0], e.SourcesShown)


def test_an_article_can_be_asked_after_the_other(full: Session) -> None:
    assert told(full, "how fast is the train according to article A") >= {"average-37"}
    assert told(full, "and in article B?") == {"speed-50-kmh"}


def test_why_without_a_question_before_it_is_silent(full: Session) -> None:
    assert isinstance(full.perform("why?")[0], e.Unanswered)


@pytest.mark.parametrize(
    "line",
    [
        "who travelled with kim jong il, and when",
        "what does kim eat and drink",
        "and his father?",
        "is the train fast, x",
    ],
)
def test_a_line_that_begins_as_a_question_is_one_question(line: str) -> None:
    assert len(split(line)) == 1


def test_two_whole_commands_are_still_two() -> None:
    assert split("where am i and what now") == ("where am i", "what now")


def count_calls(session: Session, line: str) -> int:
    calls = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(note)
    try:
        session.perform(line)
    finally:
        sys.setprofile(None)
    return calls


def grow(world: World, times: int) -> World:
    """The world with all its facts several times over, each under an id of its own."""
    more = {f"{fact.id}-{n}": replace(fact, id=f"{fact.id}-{n}") for n in range(times) for fact in world.facts.values()}
    return replace(world, facts={**world.facts, **more})


@pytest.mark.slow
def test_a_question_costs_the_same_in_a_pack_of_any_size(tour: World) -> None:
    lines = ("how fast is the train", "why did they cut the power", "who is zzz of the train")
    costs: list[list[int]] = []
    for world in (grow(tour, 60), grow(tour, 120)):
        session = Session(world)
        session.open()
        for line in lines:
            session.perform(line)  # the index is made once, at the first question
        costs.append([count_calls(session, line) for line in lines])
    for small, large in zip(*costs, strict=True):
        assert large <= small * 1.1
