"""The leads of the tour we ship: a visitor who goes after each can close it, with what every room tells."""

import pytest
from msgspec.structs import replace

from game.pack.world import World
from game.tour.chase import list_met
from game.tour.events import HintGiven
from game.tour.session import Session
from game.tour.state import State, begin_tour
from game.tour.verbs.chasing import list_sentences
from tests.work_bots import fetch, finish

LEADS = ("speed", "left", "flying", "witness", "cellar", "five", "first", "picture", "talks")


def note_all(tour: World, lead_id: str) -> State:
    """The state of a visitor who has noted one fact for each slot of a lead and what opens it, and compared."""
    lead = tour.leads[lead_id]
    return begin_tour(tour, seed=5).note((*lead.opens[:1], *(slot.facts[0] for slot in lead.slots)))


def test_there_are_nine_leads_and_the_first_is_open_from_the_start(tour: World) -> None:
    assert tuple(tour.leads) == LEADS
    assert [lead.id for lead in tour.leads.values() if not lead.opens] == ["speed"]


@pytest.mark.parametrize("lead_id", LEADS)
def test_each_lead_is_closed_by_comparing_and_choosing(tour: World, lead_id: str) -> None:
    lead = tour.leads[lead_id]
    session = Session(tour, state=note_all(tour, lead_id))
    number = LEADS.index(lead_id) + 1
    compared = session.state.compared.insert(lead.comparison, tour.comparisons[lead.comparison].judgement)
    session.perform(f"close {number}")
    assert lead_id not in session.state.closed
    session.state = replace(session.state, compared=compared)
    session.perform(f"close {number}")
    sentences = list_sentences(lead, session.state.seed)
    for wrong in lead.overreaches:
        session.perform(str(sentences.index(wrong.says) + 1))
        assert lead_id not in session.state.closed
    session.perform(str(sentences.index(lead.honest) + 1))
    assert session.state.closed[lead_id] == lead.overreaches[0].says


@pytest.mark.parametrize("lead_id", LEADS)
def test_each_lead_uses_both_articles_and_all_but_the_first_two_rooms_or_more(tour: World, lead_id: str) -> None:
    lead = tour.leads[lead_id]
    facts = [tour.facts[fact_id] for slot in lead.slots for fact_id in slot.facts]
    assert {cite[0] for fact in facts for cite in fact.cites} == {"A", "B"}
    # The first question teaches how one is closed, so all its notes are where the tour begins.
    assert (len({slot.at for slot in lead.slots}) > 1) == (lead is not next(iter(tour.leads.values())))


def test_the_answer_is_not_told_before_the_notes_are_there(tour: World) -> None:
    """What is shown of an open lead: its question, the names of its slots, hints. None has a figure of the answer."""
    for lead in tour.leads.values():
        shown = " ".join((lead.asks, *(slot.name for slot in lead.slots), *(slot.hint for slot in lead.slots)))
        for figure in ("31", "37", "2018", "Dalian", "Pulikovsky", "Bordeaux"):
            assert figure not in shown, lead.id


def test_a_walk_through_all_rooms_meets_all_questions(tour: World) -> None:
    session = Session(tour)
    session.open()
    finish(session)
    met = list_met(session.lexicon, session.state)
    assert [progress.lead.id for progress in met] == list(LEADS)
    assert all(all(progress.filled) for progress in met)


MAX_HINTS = 40
"""Hints within which a bot that does as it is told has closed a question: one a note, and a few steps of works."""


@pytest.mark.parametrize("lead_id", LEADS)
def test_who_only_follows_the_hints_closes_a_question(tour: World, lead_id: str) -> None:
    """Each hint gives a line that can be typed and that brings the question on; a tool is fetched first."""
    lead = tour.leads[lead_id]
    session = Session(tour, state=replace(begin_tour(tour).note(lead.opens[:1]), pinned=lead_id))
    for _ in range(MAX_HINTS):
        session.perform("skip")
        (given,) = session.perform("hint")
        assert isinstance(given, HintGiven)
        assert given.goal == "lead"
        follow(session, given)
        if lead_id in session.state.closed:
            break
    assert lead_id in session.state.closed


def follow(session: Session, given: HintGiven) -> None:
    """Do what a hint of the last step says."""
    progress = given.progress
    assert progress is not None
    if given.missing is not None:
        fetch(session, given.missing)
        assert progress.next_room is not None
        session.perform(f"go to {progress.next_room.name}")
    elif given.line.startswith("compare"):
        session.perform(f"{given.line} as 2")
        assert progress.lead.comparison in session.state.compared
    elif given.line == "close":
        session.perform("close")
        session.perform(str(list_sentences(progress.lead, session.state.seed).index(progress.lead.honest) + 1))
    else:
        assert given.line, progress.lead.id
        before = session.state
        session.perform(given.line)
        assert session.state != before, given.line


def test_the_length_of_a_sentence_does_not_tell_which_one_is_honest(tour: World) -> None:
    longest = [max((lead.honest, *(each.says for each in lead.overreaches)), key=len) for lead in tour.leads.values()]
    assert sum(lead.honest in longest for lead in tour.leads.values()) <= len(LEADS) // 2
