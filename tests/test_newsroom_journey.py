"""One journey by a careful bot, in typed lines: two wires, a correction, three clippings, nine questions, a page."""

from typing import get_args

import pytest

from game.pack.ledger import Fact, Judgement
from game.prose.event_lines import render_event
from game.tour import events as e
from game.tour.notes import number_note
from game.tour.session import Session
from game.tour.verbs.chasing import list_sentences
from game.tour.wires import MAX_TRUST
from tests.exploring import explore
from tests.test_report import PRINT_BY_STRENGTH, TOUR

STORY = (
    "speed-50-kmh",
    "average-37",
    "slow-because-bulletproof",
    "kcna-confirmed-visit",
    "leaving-picture-one",
    "has-reportedly-departed",
    "weapons-deal-likely",
    "talks-expected",
)


def words_of(session: Session, fact: Fact) -> str:
    """How a fact is named in a command: by its number in the notebook."""
    return str(number_note(session.scope, fact.id))


def do(session: Session, line: str) -> tuple[e.Event, ...]:
    """Perform a line, and put aside the question that waits at a door."""
    events = session.perform(line)
    return (*events, *session.perform("skip")) if session.state.asking else events


def send_and_correct(session: Session) -> None:
    """Answer the wire that waits: the first with a lost name, which is corrected; the second as it should be."""
    fact = next(
        TOUR.facts[each]
        for each in session.state.noted
        if TOUR.facts[each].strength == "reported" and not TOUR.facts[each].rumour and not TOUR.differing.get(each)
    )
    way = "plain" if session.state.room == "lounge" else "attributed"
    (answer,) = session.perform(f"send {words_of(session, fact)} {way}")
    assert isinstance(answer, e.WireAnswered)
    if way == "plain":
        assert answer.answer == "no-name"
        (mended,) = session.perform("correct")
        assert isinstance(mended, e.CorrectionPrinted)


def catch_clippings(session: Session) -> None:
    newsroom = session.lexicon.newsroom
    for clipping in newsroom.clippings:
        noted = [TOUR.facts[each] for each in clipping.facts if each in session.state.noted]
        if clipping.at in session.state.visited and clipping.id not in session.state.caught and noted:
            events = session.perform(f"compare clipping with {words_of(session, noted[0])}")
            assert isinstance(events[0], e.ClippingCaught), events


def close_all(session: Session) -> None:
    """Close every question with its honest sentence."""
    for number, lead in enumerate(TOUR.leads.values(), start=1):
        if lead.id in session.state.closed:
            continue
        session.perform(f"close {number}")
        place = list_sentences(lead, session.state.seed).index(lead.honest) + 1
        session.perform(str(place))


@pytest.fixture(scope="module")
def journey() -> Session:
    """A session at the desk, everything behind it."""
    session = Session(TOUR, seed=7)
    session.open()
    for room in TOUR.rooms.values():
        if room.id not in session.state.visited:
            events = do(session, "forward")
            if any(isinstance(event, e.WireArrived) for event in events):
                send_and_correct(session)
        explore(session)
        catch_clippings(session)
        if room.id == "vladivostok":
            break
    judge_all(session)
    close_all(session)
    do(session, "go to 21")
    return session


def judge_all(session: Session) -> None:
    """Compare the notes of every question, by their numbers, and judge them right."""
    for lead in TOUR.leads.values():
        comparison = TOUR.comparisons.get(lead.comparison)
        if comparison is None or comparison.id in session.state.compared:
            continue
        one, other = (next(TOUR.facts[f] for f in side.facts) for side in comparison.sides[:2])
        session.perform(f"compare {words_of(session, one)} with {words_of(session, other)}")
        session.perform(str(get_args(Judgement).index(comparison.judgement) + 1))
        assert comparison.id in session.state.compared


def test_the_careful_bot_has_all_trust_all_clippings_and_all_headlines(journey: Session) -> None:
    assert journey.state.trust == MAX_TRUST
    assert set(journey.state.caught) == {clipping.id for clipping in journey.lexicon.newsroom.clippings}
    assert [sent.stage for _, sent in sorted(journey.state.wires.items())] == ["corrected", "returned"]
    assert set(journey.state.closed) == set(TOUR.leads)


def test_it_prints_a_lead_story_by_numbers_and_typed_lines(journey: Session) -> None:
    session = Session(TOUR, state=journey.state)
    for place, fact_id in enumerate(STORY, start=1):
        fact = TOUR.facts[fact_id]
        session.perform(f"dispatch add {words_of(session, fact)}")
        session.perform(f"dispatch {place} {PRINT_BY_STRENGTH[fact.strength]}")
    filed = session.perform("file")[-1]
    assert isinstance(filed, e.DispatchFiled)
    assert filed.verdict.ending == "lead story"
    text = "\n".join(line.text for line in render_event(filed, TOUR))
    assert "8 of 8 lines stand." in text


def test_undo_goes_back_over_all_of_it(journey: Session) -> None:
    session = Session(TOUR, state=journey.state, history=journey.history)
    for _ in range(len(journey.history)):
        session.perform("undo")
    assert (session.state.trust, len(session.state.wires), len(session.state.caught)) == (1, 0, 0)
