"""Which facts answer a question: those that fulfil all conditions and hold enough of it, the best ones first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from msgspec import Struct

from game.tour.answering.conditions import fits, has_wanted, is_allowed, is_opposite
from game.tour.answering.fact_frame import FactFrame
from game.tour.answering.fact_frames import MAX_POSTINGS, FactFrames
from game.tour.answering.question import AskedQuestion
from game.tour.answering.scoring import (
    SELF_EVIDENT,
    Score,
    WeighedQuestion,
    find_bonus,
    score_fact,
    weigh_question,
)
from game.tour.answering.word_forms import SIDES

MIN_SCORE = 0.67
"""Share of a question's content, 0 to 1, that a fact must hold to answer it."""

MIN_SCORE_YES_NO = 0.74
"""The same for a question to be answered by yes or no: one word more or less turns such an answer round."""

UNKNOWN_WORD_PENALTY = 0.13
"""What is added to the threshold when a word of the question stands in no fact."""

MIN_KNOWN_WORDS = 2
MIN_KNOWN_SHARE = 0.9
"""How many words a fact must hold, and which share of those some fact holds, for one unknown word to be passed over."""

MIN_NEAR_SCORE = 0.2
"""Share of a question's content from which a fact may be told as something near, and never as the answer."""

MIN_NEAR_SCORE_UNNAMED = 0.45
"""The same for a fact of nothing that the question names: a word or two in common are chance."""

NEAR_WANTED_BONUS = 0.15
"""What is added to a fact near a question that holds the kind of answer asked for."""

NEAR_NAMED_BONUS = 0.3
"""What is added to a fact near a question that holds all it names; a part of it for a part."""

NEAR_COUNT_BONUS = 0.4
"""The same where things are to be counted, and it counts these."""

MIN_SHARE_BY_FAMILY = 0.78
"""Share that a fact must hold by words of families alone, where it names nothing of the question."""

MIN_WEIGHT_ALONE = 4.3
"""Weight of a word, nearly that of an unknown one, from which words of its family alone may answer by yes or no."""

MAX_BELOW_BEST = 0.06
"""How far below the best answer another one may score and still be given."""

MAX_EQUAL_ANSWERS = 9
"""More facts than these that answer equally well show that the question was too wide to be answered by any."""


_TOLD_AS_UNKNOWN = ("person", "place", "date", "number")
"""Kinds of answer of which an article may say that it does not tell them."""

_ASKED_BY_NAMES = ("place", "date", "reason", "yes or no", "anything")
"""Kinds of answer that names can ask for without any other word. WHO IN MOSCOW asks nothing that can be told."""


class FactChoice(Struct, frozen=True, kw_only=True):
    """What the facts have to say to a question."""

    answers: tuple[str, ...]
    """Ids of facts that answer it, best first."""
    is_wide: bool = False
    """True when so many facts would do that none is meant."""


def choose_facts(question: AskedQuestion, frames: FactFrames) -> FactChoice:
    """The facts that answer a question, whether they are noted or not."""
    if question.has_stranger or _is_bare_word(question, frames):
        return FactChoice(answers=())
    asked = weigh_question(question, frames)
    if not asked.weights and not asked.attributes and question.wanted not in _ASKED_BY_NAMES:
        return FactChoice(answers=())
    limit = MIN_SCORE_YES_NO if question.wanted == "yes or no" else MIN_SCORE
    limit += UNKNOWN_WORD_PENALTY if asked.unknown else 0
    scored: list[tuple[float, int, str]] = []
    for fact_id in _gather(question, asked, frames):
        frame = frames.frames[fact_id]
        score = score_fact(frame, question, asked, frames)
        if _is_by_family_alone(question, asked, score):
            continue
        if (score.share >= limit or _is_nearly_all(question, asked, score)) and fits(frame, question, frames, score):
            rank = score.share + find_bonus(frame, question, score, frames)
            scored.append((-rank, frames.places[fact_id], fact_id))
    scored.sort()
    if not scored:
        return FactChoice(answers=())
    answers = tuple(entry[2] for entry in scored if entry[0] <= scored[0][0] + MAX_BELOW_BEST)
    if question.wanted == "date":
        return FactChoice(answers=_spread_dates(answers, frames))
    return FactChoice(answers=answers, is_wide=len(answers) > MAX_EQUAL_ANSWERS)


def find_nearest(question: AskedQuestion, frames: FactFrames) -> tuple[str, ...]:
    """The facts that come nearest to a question none answers, best first: they hold a word of it and break no rule."""
    if question.has_stranger or _is_bare_word(question, frames):
        return ()
    asked = weigh_question(question, frames)
    has_words = bool(asked.weights or asked.attributes)
    found: list[tuple[float, int, str]] = []
    for fact_id in dict.fromkeys(chain(_gather(question, asked, frames), _gather_named(question, frames))):
        frame = frames.frames[fact_id]
        score = score_fact(frame, question, asked, frames)
        share = score.share if has_words else 0.0
        limit = MIN_NEAR_SCORE if _may_be_named(frame, question) else MIN_NEAR_SCORE_UNNAMED
        if (share >= limit or _is_named(frame, question, frames)) and is_allowed(frame, question, frames):
            rank = share + find_bonus(frame, question, score, frames) + _find_near_bonus(frame, question, score, frames)
            found.append((-rank, frames.places[fact_id], fact_id))
    return tuple(entry[2] for entry in sorted(found)[:MAX_EQUAL_ANSWERS])


def _find_near_bonus(frame: FactFrame, question: AskedQuestion, score: Score, frames: FactFrames) -> float:
    """What is added to the score of a fact near a question: for what it names, and for the kind of answer it holds."""
    bonus = NEAR_NAMED_BONUS * _count_named(frame, question) / max(1, len(question.entities))
    if has_wanted(frame, question, frames):
        bonus += NEAR_COUNT_BONUS if question.wanted == "count" else NEAR_WANTED_BONUS
    elif frame.fact.kind == "unknown" and question.wanted in _TOLD_AS_UNKNOWN:
        bonus += NEAR_WANTED_BONUS
    bonus += NEAR_WANTED_BONUS if question.head in SIDES.values() and score.has_head else 0.0
    return bonus - (NEAR_WANTED_BONUS if is_opposite(frame, question) else 0.0)


def _gather_named(question: AskedQuestion, frames: FactFrames) -> Iterator[str]:
    """Ids of facts that are near a question by what it names alone."""
    for entity in question.entities:
        held = frames.find_by_entity(entity)[:MAX_POSTINGS]
        yield from (fact_id for fact_id in held if _is_named(frames.frames[fact_id], question, frames))


def _is_named(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether a fact holds two of the things named, or is of the year asked for, or of one of them and has the noun."""
    is_special = not {frames.names.person, frames.names.thing}.issuperset(question.entities)
    has_head = question.head in frame.claim_stems and frame.subject in question.entities
    is_of_year = not frame.years.isdisjoint(question.years)
    return has_head or is_of_year or (is_special and _count_named(frame, question) > 1)


def _count_named(frame: FactFrame, question: AskedQuestion) -> int:
    """How many of the things that a question names a fact names or is about."""
    return sum(_is_told_of(entity, frame) for entity in question.entities)


def _may_be_named(frame: FactFrame, question: AskedQuestion) -> bool:
    """Whether a question names what a fact tells of, be it only by a common word: PLANE for the one plane told of."""
    return any(_is_told_of(entity, frame) for entity in chain(question.entities, question.soft.values()))


def _is_told_of(entity: str, frame: FactFrame) -> bool:
    """Whether a fact names an entity or is about it."""
    return entity in frame.named or entity == frame.subject


def _is_by_family_alone(question: AskedQuestion, asked: WeighedQuestion, score: Score) -> bool:
    """Whether a fact that names nothing of the question would rest on words alone that are only like those asked."""
    if question.entities or score.has_own_word:
        return False
    is_bare = question.wanted == "yes or no" and len(asked.weights) == 1 and score.weight < MIN_WEIGHT_ALONE
    return is_bare or (len(asked.weights) > 1 and score.share < MIN_SHARE_BY_FAMILY)


def _is_nearly_all(question: AskedQuestion, asked: WeighedQuestion, score: Score) -> bool:
    """Whether a fact holds all of a long question but one word that no fact holds: mostly the asker's own verb."""
    known = len(asked.weights) - asked.unknown
    is_long = known >= MIN_KNOWN_WORDS and asked.unknown == 1 and question.wanted not in ("yes or no", "count")
    return is_long and score.known_share >= MIN_KNOWN_SHARE


def _is_bare_word(question: AskedQuestion, frames: FactFrames) -> bool:
    """Whether it only asks what a common word is: WHAT IS LEVEL. That a fact holds the word is no answer to that."""
    is_bare = question.is_described and len(question.stems) == 1 and not question.mentions
    is_asked_for = any(word in frames.vocabulary.attribute_names for word in question.stems)
    return is_bare and not is_asked_for and question.wanted == "anything" and not question.soft and question.is_short


def _spread_dates(answers: tuple[str, ...], frames: FactFrames) -> tuple[str, ...]:
    """The answers to WHEN with another year each first: three facts of one year would hide that there are more."""
    first: dict[frozenset[str], str] = {}
    for fact_id in answers:
        first.setdefault(frames.frames[fact_id].years, fact_id)
    return tuple(dict.fromkeys((*first.values(), *answers)))


def _gather(question: AskedQuestion, asked: WeighedQuestion, frames: FactFrames) -> Iterable[str]:
    """Ids of the facts worth comparing, each once: those that hold one of the words, or the attribute asked for."""
    found: dict[str, None] = {}
    for postings in _list_postings(question, asked, frames):
        found.update(dict.fromkeys(postings[:MAX_POSTINGS]))
    return found


def _list_postings(question: AskedQuestion, asked: WeighedQuestion, frames: FactFrames) -> Iterator[Sequence[str]]:
    for name in (*asked.attributes, *question.phrases):
        yield frames.find_by_attribute(name)
    for word in asked.weights:
        # All words that one may be meant for cost no more than one: else rare ones would add up in a large pack.
        yield tuple(islice(chain.from_iterable(_list_postings_of(word, question, frames)), MAX_POSTINGS))
    named = [entity for entity in question.entities if entity not in (frames.names.person, frames.names.thing)]
    # WHERE IS THE TV, and WHAT DID X SAY OF Y: the names and the question word are all there is.
    if (
        not asked.weights
        and not asked.attributes
        and (question.wanted in (*SELF_EVIDENT, "yes or no") or len(named) > 1)
    ):
        yield from map(frames.find_by_entity, named)


def _list_postings_of(word: str, question: AskedQuestion, frames: FactFrames) -> Iterator[Sequence[str]]:
    """The facts that hold a word, before those that hold one it is meant for."""
    yield from map(frames.find_by_stem, frames.vocabulary.list_meant(word))
    yield from map(frames.find_by_attribute, frames.vocabulary.find_attributes(word))
    if word in question.soft:
        yield frames.find_by_entity(question.soft[word])
    yield from map(frames.find_by_stem, frames.vocabulary.list_alternatives(word))
    yield from map(frames.find_by_entity, question.soft_kin.get(word, ()))
