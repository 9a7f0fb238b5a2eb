"""Questions that lean on the one before: AND HIS FATHER?, WHY?, AND IN ARTICLE B?"""

import re

from msgspec import Struct
from msgspec.structs import replace

from game.tour.answering.fact_frames import FactFrames
from game.tour.answering.name_finder import Mention
from game.tour.answering.question import AskedQuestion, read_question

_JOINED = re.compile(r"^\s*(?:(?:and|but|or|so|also)\s+)?(?:what about|how about)\s+|^\s*(?:and|but)\s+", re.IGNORECASE)
_WHY = re.compile(
    r"^\s*(?:(?:and|but)\s+)?(?:why(?: (?:is|was|did|does|do) (?:that|it|he|she|they|this))?(?: so)?"
    r"(?: do (?:it|that))?|why not|how come|for what reason|what for)\W*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:article|source)\s+([a-z])\b", re.IGNORECASE)

MIN_SHARED_STEMS = 2
"""Words a reason must share with what it is the reason of."""


class Asked(Struct, frozen=True, kw_only=True):
    """A question that was answered, and the facts that answered it."""

    question: AskedQuestion
    answers: tuple[str, ...]


def is_follow_up(line: str) -> bool:
    """Whether a line can only be understood after another question.

    >>> is_follow_up("and his father?"), is_follow_up("Why?"), is_follow_up("and look"), is_follow_up("why is it slow")
    (True, True, False, False)
    """
    return bool(_WHY.match(line)) or (bool(_JOINED.match(line)) and line.rstrip().endswith("?"))


def is_reason_asked(line: str) -> bool:
    """Whether a line asks for nothing but the reason of what was told last."""
    return bool(_WHY.match(line))


def read_follow_up(line: str, last: Asked, frames: FactFrames) -> AskedQuestion | None:
    """The question that a line asks after another one; None when it asks one of its own."""
    match = _JOINED.match(line)
    if match is None:
        return None
    rest = line[match.end() :]
    before = last.question
    if article := _ARTICLE.search(rest):
        sources = frozenset({article[1].upper()}) & frames.sources
        return replace(before, text=line, sources=sources) if sources else None
    asked = read_question(rest, frames)
    if asked.wanted not in ("anything", "yes or no"):
        # AND WHERE IS IT NOW: a question of its own, and only its pronoun leans on the last one.
        return replace(asked, mentions=_choose_mentions(asked.mentions, before.mentions))
    return _join(line, asked, before, frames)


def _join(line: str, asked: AskedQuestion, before: AskedQuestion, frames: FactFrames) -> AskedQuestion | None:
    """The last question with another name, another year or another word in it; None where it has none of them."""
    named = tuple(mention for mention in asked.mentions if not mention.is_pronoun)
    if named and not _list_heavy(asked):
        return replace(before, text=line, mentions=_exchange(named, before.mentions, frames), years=asked.years)
    if asked.years and not named:
        return replace(before, text=line, years=asked.years)
    return replace(asked, mentions=before.mentions) if asked.stems and not named else None


def find_reasons(last: Asked, frames: FactFrames) -> tuple[str, ...]:
    """The facts that give a reason for what was told last."""
    for told in last.answers:
        frame = frames.frames[told]
        if frame.gives_reason:
            return (told,)
        found: list[tuple[int, int, str]] = []
        for entity in frame.entities:
            for other_id in frames.find_by_entity(entity):
                other = frames.frames[other_id]
                shared = len(frame.stems & other.stems)
                is_near = not set(frame.fact.cites).isdisjoint(other.fact.cites)
                if other.gives_reason and other_id != told and is_near and shared >= MIN_SHARED_STEMS:
                    found.append((-shared, frames.places[other_id], other_id))
        if found:
            return (min(found)[2],)
    return ()


def _list_heavy(question: AskedQuestion) -> tuple[str, ...]:
    return tuple(word for word in question.stems if word not in question.light)


def _choose_mentions(own: tuple[Mention, ...], before: tuple[Mention, ...]) -> tuple[Mention, ...]:
    named = tuple(mention for mention in own if not mention.is_pronoun)
    return named or before or own


def _exchange(named: tuple[Mention, ...], before: tuple[Mention, ...], frames: FactFrames) -> tuple[Mention, ...]:
    """The names of the last question with the new ones in place of those of their kind."""
    kinds = {frames.names.kinds[mention.entity] for mention in named}
    kept = tuple(mention for mention in before if frames.names.kinds[mention.entity] not in kinds)
    return (*named, *kept) if len(kept) < len(before) else named
