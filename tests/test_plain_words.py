"""Common English words and lines made of them: none is taken for another word, and none answers what was not asked."""

from functools import cache

from game.pack.world import World
from game.tour import events as e
from game.tour.session import Session
from tests.answer_checks import FOLDER, make_session

MAX_SHARE_ANSWERED = 0.03
"""Share of WHAT IS and a common word that facts may answer: those words are topics of the pack."""

LINES = (
    "ask conductor about the weather",
    "fast forward",
    "house",
    "look left",
    "look right",
    "look ahead",
    "tell me about the house",
    "what is fine",
    "who is fred",
    "who is kim jong nam",
)


@cache
def read_words() -> tuple[str, ...]:
    rows = (FOLDER / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(row for row in rows if row and not row.startswith("#"))


def perform(world: World, line: str) -> tuple[Session, tuple[e.Event, ...]]:
    session = make_session(world, is_full=True)
    return session, session.perform(line)


def test_no_common_word_is_a_slip_of_another(tour: World) -> None:
    assert len(read_words()) >= 600
    session = make_session(tour, is_full=True)
    begun = session.state
    for word in read_words():
        for line in (word, f"what is {word}"):
            session.state = begun
            assert not any(isinstance(event, e.Corrected | e.Unsure) for event in session.perform(line)), line


def test_few_common_words_are_answered_by_facts(tour: World) -> None:
    session = make_session(tour, is_full=True)
    begun = session.state
    answered = []
    for word in read_words():
        session.state = begun
        if isinstance(session.perform(f"what is {word}")[0], e.Recalled | e.ToldElsewhere):
            answered.append(word)
    assert len(answered) <= MAX_SHARE_ANSWERED * len(read_words()), answered


def test_lines_of_common_words_lead_to_nobody_and_nowhere(tour: World) -> None:
    for line in LINES:
        session, told = perform(tour, line)
        assert session.state.room == tour.tour.start, line
        assert not any(isinstance(event, e.Corrected | e.EntityDescribed | e.Recalled) for event in told), line


def test_a_thing_of_its_own_answers_for_itself(tour: World) -> None:
    session = make_session(tour, is_full=False)
    for room, line in (("boarding", "x mirror"), ("guards", "x kettle"), ("guards", "x caps")):
        session.perform(f"go to {room}") if session.state.room != room else ()
        session.state = session.state.enter(tour.rooms[room])
        told = session.perform(line)[0]
        assert isinstance(told, e.ThingExamined)
        assert line.removeprefix("x ") in (told.thing.name, *told.thing.names)
        assert "bench" not in told.thing.name
        assert "hooks" not in told.thing.name
