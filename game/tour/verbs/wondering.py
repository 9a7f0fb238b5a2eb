"""Questions in the player's own words. Nothing is noted by asking."""

import re
from collections.abc import Sequence

from game.core.names import STOP, words
from game.pack.ledger import Difference, Fact
from game.pack.world import Passage, facts_in, facts_of
from game.tour.answering.choose import FactChoice, choose_facts, find_nearest
from game.tour.answering.follow_up import Asked, find_reasons, is_reason_asked, read_follow_up
from game.tour.answering.near import find_near_entity, find_untold_attribute
from game.tour.answering.question import AskedQuestion, read_question
from game.tour.answering.tour_questions import find_counted, find_tour_topic
from game.tour.chase import find_asked_lead
from game.tour.commands import OnLead, Question
from game.tour.events import (
    Event,
    Mentioned,
    NearTold,
    NotTold,
    Recalled,
    ToldElsewhere,
    TourExplained,
    TourTopic,
    Unanswered,
    WordExplained,
)
from game.tour.finding import find_exact, find_mention
from game.tour.scope import Scope
from game.tour.turn import Turn
from game.tour.verbs.chasing import show_job
from game.tour.verbs.describing import describe_entity, find_telling_room
from game.tour.verbs.filing import explain_page
from game.tour.verbs.outcome import Outcome, find_made_differences, report
from game.tour.verbs.remaining import count_left, measure_notes
from game.tour.verbs.verb import QUESTION, Verb, split_words

MAX_FACTS_TOLD = 3
"""Facts given at once in answer to a question, and things offered where there is none."""

MAX_TOPICS_OFFERED = 2
"""Topics offered where there is no answer."""

MAX_NEAR_FACTS = 2
"""Facts told of something about which the question itself has no answer."""


_ASKS_HOW = re.compile(r"\s*(?:how|where|when|can|could|what do)\b", re.IGNORECASE)
"""A question about the page that asks for the way to it, and not for the word."""


def wonder(turn: Turn, question: Question) -> Outcome:
    """Answer a question: from the notebook, by the place where it is told, or by saying that there is no answer."""
    if question.word and (meaning := turn.lexicon.glossary.find(question.word)):
        return report(turn, WordExplained(word=meaning.word, is_packs=meaning.is_packs))
    if told := _answer_of_tour(turn, question.text):
        return report(turn, told)
    frames, last = turn.lexicon.frames, turn.dialogue.asked
    if is_reason_asked(question.text):
        reasons = find_reasons(last, frames) if last else ()
        return _give_answer(turn, reasons) if reasons else report(turn, _describe_silence(turn, question.text))
    asked = (read_follow_up(question.text, last, frames) if last else None) or read_question(question.text, frames)
    choice = choose_facts(asked, frames)
    if choice.answers and not choice.is_wide:
        turn.dialogue.asked = Asked(question=asked, answers=choice.answers[:MAX_FACTS_TOLD])
        return _give_answer(turn, choice.answers)
    return _say_near(turn, asked, choice, question)


def _answer_of_tour(turn: Turn, text: str) -> Event | None:
    """The answer to a question about the tour itself; None for any other question."""
    if counted := find_counted(text):
        return count_left(turn) if counted == "questions" else measure_notes(turn)
    if (topic := find_tour_topic(text, turn.lexicon.place_words)) is None:
        return None
    missing = explain_page(turn) if topic[0] == "dispatch" and _ASKS_HOW.match(text) else None
    return missing or _explain_tour(turn, *topic)


def _give_answer(turn: Turn, answers: Sequence[str]) -> Outcome:
    """The answers that are noted, or where the best ones are told."""
    world = turn.lexicon.world
    noted = tuple(world.facts[fact_id] for fact_id in answers if fact_id in turn.state.noted)[:MAX_FACTS_TOLD]
    if not noted:
        return report(turn, _point(turn, answers[:MAX_FACTS_TOLD]))
    shown, open_sides = _split_differences(turn, noted, answers)
    rooms = (find_telling_room(turn, open_sides),) if open_sides else ()
    event = Recalled(facts=noted, differences=shown, rooms=tuple(room for room in rooms if room is not None))
    # For WHO SAYS SO: what was told just now has its sources as any text has.
    read = tuple(Passage(text=fact.claim, facts=(fact.id,)) for fact in noted)
    return Outcome(turn.state, (event,), read)


def _split_differences(
    turn: Turn, noted: Sequence[Fact], answers: Sequence[str]
) -> tuple[tuple[Difference, ...], tuple[str, ...]]:
    """The differences that touch what was asked: those the player has found, and the facts of sides not noted yet."""
    world, state = turn.lexicon.world, turn.state
    asked = {fact.of for fact in noted if fact.of}
    answering = {fact.id for fact in noted}
    missing: dict[str, None] = {}
    for difference_id in dict.fromkeys(each for fact in noted for each in world.differing.get(fact.id, ())):
        ids = [fact_id for side in world.differences[difference_id].sides for fact_id in side.facts]
        touching = [i for i in ids if i in answers or world.facts[i].of in asked]
        missing.update(dict.fromkeys(i for i in touching if i not in answering and i not in state.noted))
    return find_made_differences(turn, tuple(noted)), tuple(missing)


def _point(scope: Scope, answers: Sequence[str]) -> ToldElsewhere | Unanswered:
    """Where an answer is told that has not been noted."""
    ids = set(answers)
    tellers = [t for t in scope.things if not ids.isdisjoint(facts_of(t))]
    room = scope.room if tellers else find_telling_room(scope, answers)
    if room is None:
        return _describe_silence(scope, "")
    return ToldElsewhere(room=room, is_here=room.id == scope.room.id, things=tuple(tellers[:MAX_FACTS_TOLD]))


def _say_near(turn: Turn, asked: AskedQuestion, choice: FactChoice, question: Question) -> Outcome:
    """What to say where no fact answers: who or what is meant, what is told near it, or nothing."""
    world, frames = turn.lexicon.world, turn.lexicon.frames
    nearest = () if choice.is_wide else find_nearest(asked, frames)
    told_of = [_list_tellers(turn, fact_id) for fact_id in nearest]
    near = None if choice.is_wide else find_near_entity(asked, told_of, frames)
    is_named = any(not mention.is_pronoun for mention in asked.mentions)
    if not is_named and (mentioned := _mention(turn, question)):
        return mentioned
    if (lead := find_asked_lead(turn.lexicon, turn.state, question.text)) is not None:
        return show_job(turn, OnLead(lead=lead))
    if near is None:
        silence = _describe_silence(turn, asked.text, question.topic, is_wide=choice.is_wide)
        return report(turn, silence)
    entity = world.entities[near]
    if near in asked.entities and asked.is_described and not asked.stems and not asked.attributes:
        return describe_entity(turn, turn.state, entity)
    if untold := find_untold_attribute(asked, near, frames):
        return report(turn, NotTold(entity=entity, attribute=untold))
    # What comes nearest to the question first, then what else is told of the thing.
    naming = (
        fact_id
        for fact_id, tellers in zip(nearest, told_of, strict=True)
        if near in tellers or near in frames.frames[fact_id].entities | frames.frames[fact_id].subjects
    )
    of_it = tuple(dict.fromkeys((*naming, *entity.facts)))
    noted = tuple(world.facts[i] for i in of_it if i in turn.state.noted)[:MAX_NEAR_FACTS]
    missing = [i for i in of_it if i not in turn.state.noted and i in frames.frames]
    room = find_telling_room(turn, missing) if missing else None
    is_here = room is not None and room.id == turn.room.id
    return report(turn, NearTold(entity=entity, facts=noted, room=room, is_here=is_here))


def _list_tellers(turn: Turn, fact_id: str) -> list[str]:
    """Ids of all that a fact is listed under, its subject first; of what it is about where it is listed nowhere."""
    frame = turn.lexicon.frames.frames[fact_id]
    listed = [entity.id for entity in turn.lexicon.facts.find_entities((fact_id,))]
    about = [who for who in (frame.subject, *frame.fact.about.who) if who in turn.lexicon.world.entities]
    # Who reported it is not what it is about.
    is_listed = any(turn.lexicon.world.entities[entity_id].kind != "press" for entity_id in listed)
    return sorted(listed if is_listed else (*listed, *about), key=lambda entity_id: entity_id != frame.subject)


def _mention(turn: Turn, question: Question) -> Outcome | None:
    """The text in sight that holds the very words asked about, if it was read."""
    topic = question.topic
    passage = find_mention(turn, topic) if not STOP.issuperset(words(topic)) else None
    if passage is None:
        return None
    return Outcome(turn.state, (Mentioned(word=topic, passage=passage),), (passage,))


def _describe_silence(scope: Scope, text: str, topic: str = "", *, is_wide: bool = False) -> Unanswered:
    """A short silence, with what can be looked at and asked about here."""
    typed = [word for word in words(text) if word not in STOP]
    named = [thing for thing in scope.things if any(thing in find_exact(scope, word) for word in typed)]
    told = scope.lexicon.facts.find_entities(facts_in(scope.room))
    persons = tuple(entity for entity in told if entity.kind == "person")
    topics = tuple(dict.fromkeys((*persons[:1], *(e for e in told if e.kind != "person"), *persons)))
    return Unanswered(
        things=tuple((named or scope.unseen or scope.things)[:MAX_FACTS_TOLD]),
        is_named=bool(named),
        entities=topics[:MAX_TOPICS_OFFERED],
        topic=topic,
        is_empty=not typed,
        is_wide=is_wide,
    )


def _explain_tour(turn: Turn, topic: TourTopic, cite: str) -> TourExplained:
    facts = turn.lexicon.world.facts.values() if cite else ()
    noted = tuple(fact for fact in facts if cite in fact.cites and fact.id in turn.state.noted)
    return TourExplained(topic=topic, cite=cite, facts=noted[:MAX_FACTS_TOLD])


VERBS = (
    Verb(
        id="wonder",
        words=split_words(
            "why, how, when, which, what, who, where, whose, whom, is, are, was, were, do, does, did, has, have, "
            "had, can, could, would, will, should, isn't, aren't, doesn't, didn't, am, may, how many, how much, how "
            "come, since when, until when, in which, at what, from where, for what, by whom"
        ),
        takes=QUESTION,
        perform=wonder,
        group="look",
        is_turn=True,
    ),
)
