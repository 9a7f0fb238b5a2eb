"""The rule for hedges: a sentence must be exactly as certain as the fact that it states."""

import re
from collections.abc import Iterator

from game.content.comparing.cases import MIN_SHARED_STEMS, MIN_SURE_STEMS, Case
from game.content.comparing.fact_sides import HEDGED_BY, FactSide
from game.core.names import ARTICLES, words
from game.pack.claims.word_classes import SURE
from game.pack.claims.wording import find_hedges
from game.prose import text_remarks as remarks

SHOWN = frozenset({"seen", "shown", "show", "shows", "filmed", "spotted", "captured", "print", "prints", "slide"})
"""Words which show that a sentence rests on a picture, in addition to names of pictures."""

GUESSED = re.compile(r"\bguess(?:ed|es)?\b|\bas if\b|\bby implication\b|\bimpl(?:y|ies|ied)\b", re.IGNORECASE)
"""Words which make a sentence uncertain, in addition to those of the source map."""

MAX_BARE_WORDS = 6
"""Up to this number of words, a feedback is only the answer to its question."""

_VERBS = r"(?:says?|said|tells?|told|states?|reports?|reported|mentions?|accounts?|has it|finds?)"

_TEXTS = (
    r"(?:articles? [AB]|either article|both articles|the article|the other|it|A|B"
    r"|captions?|labels?|cards?|boards?|plaque)"
)

_BY_ARTICLE = re.compile(rf"\b{_TEXTS} (?:also |only |first )?{_VERBS}\b|\b{_VERBS} (?:by )?{_TEXTS}\b")
""""The article says" is not a hedge, because everything here is from an article."""


def find_lost_hedges(case: Case) -> Iterator[str]:
    """A hedged fact that is stated without a hedge, or with more certainty than in its source."""
    for found in sorted(SURE.intersection(case.sentence.all_stems) - case.told_words - case.near):
        yield remarks.describe_word("sure", found)
    side = case.best
    if side is None or (case.is_reason and not _is_told_plainly(case, side)):
        return
    if (wanted := HEDGED_BY.get(side.fact.strength)) and not _is_hedged(case, side, wanted):
        yield remarks.describe_lost_hedge(side.fact)
    told = {kind for other in case.touching for kind in other.hedges}
    if "doubt" in case.sentence.hedges - told and side.polarity == "yes" and not case.is_ours:
        yield remarks.describe_own_doubt(side.fact)


def _is_told_plainly(case: Case, side: FactSide) -> bool:
    """Whether a reason certainly states a fact. It could be about any fact, or about texts."""
    rivals = [
        other for other in case.sides if other.fact.strength == "stated" and case.score(other) > case.score(side) - 0.5
    ]
    least = MIN_SHARED_STEMS if side.fact.id in case.text.facts else MIN_SURE_STEMS
    is_sure = case.score(side) >= least and not rivals
    # A reason may state what a picture shows like any other fact, because the question names the picture.
    return is_sure and side.fact.strength != "photo"


def _is_hedged(case: Case, side: FactSide, wanted: str) -> bool:
    # A hedged question does not hedge a whole sentence of feedback, but it hedges a bare answer.
    is_whole = case.text.role == "feedback" and len(words(case.sentence.text)) > MAX_BARE_WORDS
    about = "" if is_whole else case.text.about
    around = " / ".join((*(sentence.text for sentence in case.around), about))
    kinds = {hedge.kind for hedge in find_hedges(_BY_ARTICLE.sub(" ", around))}
    if wanted == "picture":
        return wanted in kinds or bool(SHOWN.intersection(words(around)))
    if wanted in kinds or (wanted == "doubt" and "report" in kinds and "report" in side.hedges):
        return True
    if GUESSED.search(around):
        return True
    if wanted == "doubt":
        return False
    # A speaker who is named once is the speaker until the end of the passage.
    spoken = " / ".join((around, *(sentence.text for sentence in case.earlier)))
    speakers = set(case.ledger.mentions.find(side.fact.said_by)) - case.ledger.titles
    own = set(words(side.fact.said_by)) - ARTICLES
    return bool(speakers & set(case.ledger.mentions.find(spoken)) or own & set(words(spoken)))
