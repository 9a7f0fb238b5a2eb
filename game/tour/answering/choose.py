"""Which facts answer a question: those that fulfil all conditions and hold enough of it, the best ones first."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from game.tour.answering.conditions import fits
from game.tour.answering.fact_frames import MAX_POSTINGS, FactFrames
from game.tour.answering.question import AskedQuestion
from game.tour.answering.scoring import SELF_EVIDENT, Score, WeighedQuestion, find_bonus, score_fact, weigh_question

MIN_SCORE = 0.62
"""Share of a question's content, 0 to 1, that a fact must hold to answer it."""

MIN_SCORE_YES_NO = 0.74
"""The same for a question to be answered by yes or no: one word more or less turns such an answer round."""

UNKNOWN_WORD_PENALTY = 0.13
"""What is added to the threshold when a word of the question stands in no fact."""

MIN_KNOWN_WORDS = 2
MIN_KNOWN_SHARE = 0.9
"""How many words a fact must hold, and which share of those some fact holds, for one unknown word to be passed over."""

MAX_BELOW_BEST = 0.06
"""How far below the best answer another one may score and still be given."""

MAX_EQUAL_ANSWERS = 9
"""More facts than these that answer equally well show that the question was too wide to be answered by any."""


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
    limit = MIN_SCORE_YES_NO if question.wanted == "yes or no" else MIN_SCORE
    limit += UNKNOWN_WORD_PENALTY if asked.unknown else 0
    scored: list[tuple[float, int, str]] = []
    for fact_id in _gather(question, asked, frames):
        frame = frames.frames[fact_id]
        score = score_fact(frame, question, asked, frames)
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
        yield from map(frames.find_by_stem, frames.vocabulary.list_alternatives(word))
        yield from map(frames.find_by_attribute, frames.vocabulary.find_attributes(word))
        if word in question.soft:
            yield frames.find_by_entity(question.soft[word])
    named = [entity for entity in question.entities if entity not in (frames.names.person, frames.names.thing)]
    # WHERE IS THE TV, and WHAT DID X SAY OF Y: the names and the question word are all there is.
    if not asked.weights and not asked.attributes and (question.wanted in SELF_EVIDENT or len(named) > 1):
        yield from map(frames.find_by_entity, named)
