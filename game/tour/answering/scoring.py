"""How much of a question a fact holds: a score from 0 to 1 by which facts are accepted, and a bonus to rank them."""

from msgspec import Struct

from game.core.names import words
from game.tour.answering.fact_frame import FactFrame
from game.tour.answering.fact_frames import UNKNOWN_WEIGHT, FactFrames
from game.tour.answering.question import AskedQuestion
from game.tour.answering.word_families import list_relatives, load_families
from game.tour.answering.word_forms import stem

SELF_EVIDENT = ("place", "date", "reason")
"""Kinds of answer that can be asked for by the question word and a name alone: WHERE IS THE TV."""

WEIGHTED_PART = 0.55
"""Part of the score that counts rare words more; the rest counts each word alike."""

BY_ATTRIBUTE = 0.95
"""What a word counts that a fact only holds as a question after its attribute: FAST where the claim has a speed."""

BY_ATTRIBUTE_YES_NO = 0.6
"""The same for a question to be answered by yes or no: that needs the very word."""

BY_RELATIVE = 0.82
"""What a word counts for which the fact has another one of its family."""

BY_ATTRIBUTE_RELATIVE = 0.78
"""What a word counts that the fact only holds as a question after its attribute, and by a word of its family."""

BY_SOFT_NAME = 0.96
"""What a common word counts where a fact is about what it may name: CAR for the one car told of."""

BY_SOFT_RELATIVE = 0.75
"""The same where a word of its family may name what the fact is about: HOUSE for the compound."""

BY_NAME = 0.9
"""What a word counts that stands in no claim, only in the name of what the fact is about."""

BY_SYNONYM = 0.85
"""What a word counts for which the fact has one that it may be meant for."""

PAIR_BONUS = 0.12
"""What is added, in ranking alone, to a fact that tells just this of just the subject asked about."""

SUBJECT_BONUS = 0.04
"""The same where only the subject is right."""

ATTRIBUTE_BONUS = 0.08
"""The same to a fact that tells just this of another subject, and names the one asked about: X is HIS father."""

SOFT_NAME_BONUS = 0.05
"""The same where a common word stands in the claim and names what the fact is about."""

NAMED_BONUS = 0.1
"""The same where the fact has all that was named, also what could be understood."""

UNKNOWN_MALUS = 0.07
"""What is taken from a fact that only says what is not known: of a figure, the figure itself comes first."""

YEAR_BONUS = 0.1
"""The same where the fact is of the year asked about, and not merely of none."""

LIGHT_BONUS = 0.07
"""The same where the fact holds one of the words whose absence proves nothing."""

_ACCEPTED: dict[str, tuple[str, ...]] = {
    "person": ("person", "house"),
    "place": ("place",),
    "date": ("date", "number"),
    "number": ("number", "date"),
    "count": ("number",),
    "house": ("house", "person"),
}
"""What is wanted -> the kinds of attribute that can be meant; all where nothing stands here."""

_BY_FAMILY = (BY_RELATIVE, BY_ATTRIBUTE_RELATIVE, BY_SOFT_RELATIVE, BY_ATTRIBUTE_YES_NO)

_HAVING = frozenset(map(stem, ("have", "own", "get", "use")))

_NAMING = frozenset(map(stem, ("name", "called", "title")))


class WeighedQuestion(Struct, frozen=True, kw_only=True):
    """The words of a question that count, each with its weight."""

    weights: dict[str, float]
    attributes: tuple[str, ...]
    unknown: int
    """How many of the words stand in no fact."""


def weigh_question(question: AskedQuestion, frames: FactFrames) -> WeighedQuestion:
    """The words of a question that count, each with its weight."""
    meant = tuple(word for word in question.stems if word not in question.light)
    attributes = tuple(name for name in question.attributes if frames.find_by_attribute(name))
    if not meant and not attributes:
        # Where light words are all there is, they are what is asked: WHO WROTE IT, WHERE IS HE GOING.
        asking = tuple(word for word in question.stems if frames.vocabulary.find_own_attributes(word))
        # WHICH COUNTRY MADE IT asks for the maker, where WHERE IS THE OLD DESK asks for a place and no more.
        is_noun = question.wanted == "place" and "where" not in words(question.text)
        is_bare = question.wanted in SELF_EVIDENT and not (is_noun and asking)
        meant = question.weak if is_bare else asking or question.stems or question.weak
    if question.wanted == "yes or no" and set(meant) <= _HAVING and len(question.entities) > 1:
        meant = ()  # DID HE HAVE CHOPSTICKS: that a fact names both is all that is asked
    weights = {word: frames.find_weight(word) for word in meant}
    weights |= dict.fromkeys(question.years - frames.years, UNKNOWN_WEIGHT)
    return WeighedQuestion(
        weights=weights,
        attributes=attributes,
        unknown=sum(weight == UNKNOWN_WEIGHT for weight in weights.values()),
    )


class Score(Struct, frozen=True, kw_only=True):
    """How much of a question a fact holds, 0 to 1, and how."""

    share: float
    is_literal: bool
    """True when it holds one of the words itself."""
    is_attribute: bool
    """True when it tells what one of the words asks for."""
    weight: float
    """Of all the words of the question together."""
    has_own_word: bool = True
    """False where all that it holds of the question are words of the same families."""
    has_head: bool = True
    """False where it holds nothing of the noun that is asked for: WHICH TITLE."""
    known_share: float = 1.0
    """The score over the words that stand in some fact."""


def score_fact(frame: FactFrame, question: AskedQuestion, asked: WeighedQuestion, frames: FactFrames) -> Score:
    """How much of a question a fact holds."""
    plain = weighted = 0.0
    is_literal = is_attribute = has_own_word = False
    asks_for = _list_asking_words(frame, question, frames)
    if asked.attributes and frame.attribute in asked.attributes:
        is_attribute = True
        plain, weighted = 1.0, UNKNOWN_WEIGHT
    if question.wanted == "yes or no" and len(asked.weights) > 1:
        # DID HE FLY ABROAD: a fact that is about flying somehow and has ABROAD says neither yes nor no.
        asks_for &= _NAMING
    for word, weight in asked.weights.items():
        share = _share(word, frame, question, frames, asks_for)
        is_literal = is_literal or (
            share > 0 and share not in (BY_ATTRIBUTE, BY_ATTRIBUTE_YES_NO, BY_ATTRIBUTE_RELATIVE)
        )
        is_attribute = is_attribute or word in asks_for or share == BY_ATTRIBUTE_RELATIVE
        has_own_word = has_own_word or (share > 0 and share not in _BY_FAMILY)
        plain += share
        weighted += share * weight
    total = len(asked.weights) + bool(asked.attributes)
    full = sum(asked.weights.values()) + UNKNOWN_WEIGHT * bool(asked.attributes)
    if not total:
        is_asked = frames.vocabulary.is_asked_by(question.wanted, frame.attribute)
        return Score(share=1.0, is_literal=False, is_attribute=is_asked, weight=UNKNOWN_WEIGHT)
    has_head = not question.head or _holds_head(frame, question, frames, asks_for)
    share = WEIGHTED_PART * weighted / full + (1 - WEIGHTED_PART) * plain / total
    is_main_alone = not set(question.entities) - {frames.names.person, frames.names.thing}
    if question.light.issuperset(asked.weights) and is_main_alone and not is_attribute:
        # WHAT DOES IT RUN ON: that a fact of the main thing has RUN is no answer.
        share = 0.0
    return Score(
        share=share,
        is_literal=is_literal,
        is_attribute=is_attribute,
        weight=full,
        has_own_word=has_own_word,
        has_head=has_head,
        known_share=plain / max(1, total - asked.unknown),
    )


def _holds_head(frame: FactFrame, question: AskedQuestion, frames: FactFrames, asks_for: frozenset[str]) -> bool:
    """Whether a fact holds the noun asked for, or another name of it: CIGARETTE is no other name of SMOKE."""
    head = question.head
    share = _share(head, frame, question, frames, asks_for)
    if head not in frame.claim_stems and head in asks_for:
        # What is only told with yes or no names none of its kind.
        return share > 0 and frames.vocabulary.find_answer_type(frame.attribute) != "yes or no"
    nouns = load_families().nouns.get(head, ())
    return share > 0 and (share != BY_RELATIVE or not frame.common_stems.isdisjoint(nouns))


def _list_asking_words(frame: FactFrame, question: AskedQuestion, frames: FactFrames) -> frozenset[str]:
    """The stems of the words by which people ask for what a fact tells; none where another kind of answer is wanted."""
    answer = frames.vocabulary.find_answer_type(frame.attribute)
    accepted = _ACCEPTED.get(question.wanted)
    if accepted and answer not in accepted:
        return frozenset()
    return frames.vocabulary.attribute_stems.get(frame.attribute, frozenset()) | question.phrases.get(
        frame.attribute, frozenset()
    )


def _share(word: str, frame: FactFrame, question: AskedQuestion, frames: FactFrames, asks_for: frozenset[str]) -> float:
    """How far a fact holds one word of the question, 0 to 1: best the word itself, then one it is meant for."""
    if word in _NAMING and word not in asks_for:
        # WHAT IS HIS NAME: a fact that "names" something else is no answer.
        return 0.0
    is_meant = not frame.claim_stems.isdisjoint(frames.vocabulary.synonyms.get(word, ()))
    # A word listed twice, for what the fact tells and for a word of its claim, is as good as one of the claim.
    is_held = word in frame.claim_stems or word in frame.common_stems
    if is_held or (is_meant and word in asks_for):
        return 1.0
    if question.soft.get(word) in frame.entities:
        return BY_SOFT_NAME
    is_yes_no = question.wanted == "yes or no"
    if word in asks_for:
        return BY_ATTRIBUTE_YES_NO if is_yes_no else BY_ATTRIBUTE
    return BY_SYNONYM if is_meant else _share_of_family(word, frame, question, frames, asks_for)


def _share_of_family(
    word: str, frame: FactFrame, question: AskedQuestion, frames: FactFrames, asks_for: frozenset[str]
) -> float:
    """How far a fact holds a word by words of its family, 0 to 1."""
    relatives = list_relatives(word)
    if not frame.common_stems.isdisjoint(relatives):
        return BY_RELATIVE
    # FIRST LADY asks for a wife, and for nobody else who is a relative.
    is_relation = question.wanted == "person" and frames.vocabulary.find_answer_type(frame.attribute) == "person"
    if not (is_relation or asks_for.isdisjoint(relatives)):
        return BY_ATTRIBUTE_YES_NO if question.wanted == "yes or no" else BY_ATTRIBUTE_RELATIVE
    if not frame.entities.isdisjoint(question.soft_kin.get(word, ())):
        return BY_SOFT_RELATIVE
    return BY_NAME if word in frame.stems else 0.0


def find_bonus(frame: FactFrame, question: AskedQuestion, score: Score, frames: FactFrames) -> float:
    """What is added to the score of an answer in ranking it."""
    held = frames.vocabulary.attribute_stems.get(frame.attribute, frozenset())
    bonus = LIGHT_BONUS if any(w in frame.stems or w in held for w in (*question.light, *question.weak)) else 0.0
    bonus -= UNKNOWN_MALUS if frame.fact.kind == "unknown" else 0.0
    bonus += YEAR_BONUS if not frame.years.isdisjoint(question.years) else 0.0
    named = {mention.entity for mention in question.mentions if not mention.is_pronoun} or set(question.entities)
    bonus += NAMED_BONUS if len(question.entities) > 1 and frame.entities.issuperset(named) else 0.0
    for word, entity in question.soft.items():
        bonus += SOFT_NAME_BONUS if word in frame.claim_stems and entity in frame.entities else 0.0
        bonus += SUBJECT_BONUS if entity == frame.subject else 0.0
    if frame.subjects.isdisjoint(question.entities):
        is_told_of = (
            score.is_attribute
            and question.wanted == "person"
            and frames.vocabulary.find_answer_type(frame.attribute) == question.wanted
        )
        return bonus + (ATTRIBUTE_BONUS if is_told_of and frame.named.issuperset(question.entities) else 0.0)
    return bonus + (PAIR_BONUS if score.is_attribute else SUBJECT_BONUS)
