"""Free questions and hints, event by event: what is answered, from where, and how far a hint goes."""

import pytest
from msgspec.structs import replace

from game.pack.ledger import Fact
from game.pack.world import World
from game.tour import events as e
from game.tour.session import Session
from game.tour.verbs.wondering import MAX_FACTS_TOLD


def last(session: Session, *lines: str) -> e.Event:
    """The first event of the last of some lines."""
    for line in lines:
        events = session.perform(line)
    return events[0]


def recalled(session: Session, question: str) -> list[str]:
    event = last(session, question)
    assert isinstance(event, e.Recalled), event
    return [fact.id for fact in event.facts]


def unanswered(session: Session, question: str) -> e.Unanswered:
    event = last(session, question)
    assert isinstance(event, e.Unanswered), event
    return event


def hint(session: Session) -> tuple[int, str, list[str], list[str]]:
    event = last(session, "hint")
    assert isinstance(event, e.HintGiven), event
    return event.level, event.goal, [thing.id for thing in event.things], [fact.id for fact in event.facts]


def test_a_hint_about_what_is_here_says_more_each_time_and_no_more_than_all(session: Session) -> None:
    for level in (1, 2, 3, 3):
        assert hint(session) == (level, "look", ["leaflet"], ["lamp-is-blue"])


def test_hints_lead_from_facts_to_things_to_questions_to_the_way_on(session: Session) -> None:
    session.perform("x leaflet")
    assert hint(session) == (1, "look", ["bench", "platform-plaque"], [])
    session.perform("x bench")
    assert hint(session) == (1, "look", ["platform-plaque"], [])
    session.perform("x plaque")
    walk = last(session, "hint")
    assert isinstance(walk, e.HintGiven)
    assert (walk.goal, walk.exit and walk.exit.room.id) == ("walk", "salon")
    session.perform("f")
    assert hint(session)[1:] == ("look", ["rug"], ["rug-is-old", "lamp-was-stolen"])
    session.perform("x all")
    ask = last(session, "hint")
    assert isinstance(ask, e.HintGiven)
    assert (ask.goal, ask.left) == ("ask", 2)
    session.perform("quiz")
    assert hint(session) == (1, "answer", ["lamp", "salon-plaque"], ["lamp-is-green", "lamp-is-blue"])
    assert hint(session)[0] == 2
    session.perform("a")
    left = last(session, "hint")
    assert isinstance(left, e.HintGiven)
    assert (left.level, left.goal, left.left) == (1, "ask", 1)


def test_at_the_end_a_hint_leads_back_to_what_was_left_and_then_nowhere(session: Session) -> None:
    session.perform("f, f, x plaque")
    back = last(session, "hint")
    assert isinstance(back, e.HintGiven)
    assert (back.goal, back.room and back.room.id) == ("return", "platform")
    for line in ("b", "x all", "b", "x all", "f", "f"):
        session.perform(line)
    assert hint(session) == (1, "done", [], [])


def test_a_question_is_answered_from_what_is_noted(session: Session) -> None:
    session.perform("x leaflet")
    assert recalled(session, "which lamp is told") == ["lamp-is-blue"]
    assert recalled(session, "which hue is told") == ["lamp-is-blue"], "a synonym of the pack finds it"


def test_an_answer_holds_most_of_what_is_asked(session: Session) -> None:
    session.perform("f, x rug")
    assert recalled(session, "which rug is told") == ["rug-is-old"]
    # A word that no claim holds is about something that is not told, so the fact is no answer.
    assert unanswered(session, "why rug zzz").entities


def many(world: World, claims: list[str]) -> World:
    """The world with some facts more, told by the rug."""
    fact = world.facts["rug-is-old"]
    more: dict[str, Fact] = {f"f{n}": replace(fact, id=f"f{n}", claim=claim) for n, claim in enumerate(claims)}
    salon = world.rooms["salon"]
    lamp, rug = salon.things[:2]
    told = replace(rug, passages=(replace(rug.passages[0], facts=tuple(more)),))
    rooms = {**world.rooms, "salon": replace(salon, things=(lamp, told))}
    return replace(world, facts={**world.facts, **more}, rooms=rooms)


def test_at_most_three_facts_are_told_and_those_first_noted_in_the_ledger(tiny: World) -> None:
    session = Session(many(tiny, [f"The teapot has spout {n}." for n in range(5)]))
    session.perform("f, x rug")
    assert MAX_FACTS_TOLD == 3
    assert recalled(session, "which teapot is told") == ["f0", "f1", "f2"]


def test_a_fact_that_holds_much_less_than_the_best_is_not_told(tiny: World) -> None:
    session = Session(many(tiny, ["The teapot is tin.", "The teapot is tin and dented and chipped.", "A teapot."]))
    session.perform("f, x rug")
    assert recalled(session, "what teapot tin") == ["f0", "f1"]
    assert recalled(session, "what tin teapot is dented") == ["f1"]


def test_what_is_not_noted_is_not_told_but_where_it_can_be_read(session: Session) -> None:
    there = last(session, "is the rug old")
    assert isinstance(there, e.ToldElsewhere)
    assert (there.room.id, there.is_here, there.things) == ("salon", False, ())
    session.perform("f")
    here = last(session, "is the rug old")
    assert isinstance(here, e.ToldElsewhere)
    assert ([thing.id for thing in here.things], here.is_here) == (["rug"], True)


def test_a_question_of_no_words_that_count_is_empty(session: Session) -> None:
    assert unanswered(session, "why").is_empty
    assert not unanswered(session, "why zzz").is_empty


def test_where_nothing_answers_two_topics_are_offered(session: Session) -> None:
    gap = unanswered(session, "why zzz")
    assert [thing.id for thing in gap.things] == ["bench", "leaflet", "platform-plaque"]
    assert [entity.id for entity in gap.entities] == ["jane-roe"]


def test_a_name_in_a_question_that_nothing_answers_leads_to_what_is_told_of_it(session: Session) -> None:
    near = last(session, "when did jane roe zzz yyy")
    assert isinstance(near, e.NearTold)
    assert near.entity.id == "jane-roe"


@pytest.mark.parametrize(
    ("lines", "left", "told_in"),
    [(("f", "quiz", "a"), 1, None), (("f", "quiz", "a", "quiz", "true"), 0, None)],
)
def test_an_answer_says_how_many_questions_are_left(
    session: Session, lines: tuple[str, ...], left: int, told_in: str | None
) -> None:
    marked = last(session, *lines)
    assert isinstance(marked, e.ResponseMarked)
    assert (marked.left, marked.told_in) == (left, told_in)
    assert session.state.asking == ""


def test_the_first_question_not_answered_is_asked_and_then_there_is_none(session: Session) -> None:
    first = last(session, "f", "quiz")
    assert isinstance(first, e.ItemAsked)
    assert (first.shown.item.id, first.left) == ("salon-colour", 2)
    second = last(session, "b", "quiz")
    assert isinstance(second, e.ItemAsked)
    assert (second.shown.item.id, second.left) == ("salon-rug", 1)
    assert isinstance(last(session, "true", "quiz"), e.AllAnswered)
    assert isinstance(last(session, "back", "quiz"), e.NoQuestionsHere)
