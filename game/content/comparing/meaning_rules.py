"""Rules for words that change the meaning of a sentence: colours, opposites, words like "all", denials."""

import re
from collections.abc import Iterator

from game.content.comparing.cases import MIN_SURE_STEMS, Case
from game.content.comparing.fact_sides import FactSide
from game.pack.claims.word_classes import COLOURS, EVERY, OPPOSITES, find_roots, find_wholes
from game.pack.claims.wording import find_denied_span
from game.prose import text_remarks as remarks

_VERBAL_NO = re.compile(r"\b(?:is|are|was|were|has|have|had|does|did|do|will|can|could|may) not\b|\bcannot\b|n[’']t\b")

_UNTOLD = re.compile(
    r"\bneither\b|\bnobody\b|\bno (?:article|caption|one|witness|date|day|year)\b"
    r"|\bnot (?:be |also )?(?:said|told|named|mentioned|described|quoted|shown|say|tell|name|mention|describe|quote"
    r"|show|give|call|speak)\b|\b(?:gives?|says?|tells?|names?|has|have) (?:no|nothing|neither)\b"
    r"|\b(?:no|nothing|none)\b[^;:.]*\b(?:told|said|named|mentioned|speaks?)\b",
    re.IGNORECASE,
)
"""That an article does not say something denies nothing about the world."""

_HOLLOW = re.compile(
    r"\bdo(?:es)? (?:say|name|tell|state|give|mention|describe)\b|"
    r"\b(?:tells?|says?|names?|states?|gives?|knows?|mentions?) (?:on )?"
    r"(?:which|where|who|whose|when|whom|whether|how|why)\b"
)


def find_own_colours(case: Case) -> Iterator[str]:
    """Colours that no claim contains."""
    for colour in sorted(COLOURS.intersection(case.sentence.all_stems) - case.told_stems - case.near):
        if not case.is_ours:
            yield remarks.describe_word("colour", colour)


def find_opposites(case: Case) -> Iterator[str]:
    """Words whose opposite is in the claims."""
    sides = case.touching
    if case.is_reason:
        sides = (case.best,) if case.best and case.score(case.best) >= MIN_SURE_STEMS else ()
    told = {found for side in sides for found in side.claim.all_stems}
    for found in sorted(case.sentence.all_stems - told - case.near):
        if against := sorted(OPPOSITES.get(found, frozenset()) & told - case.sentence.all_stems):
            yield remarks.describe_opposite(found, against[0])


def find_own_wholes(case: Case) -> Iterator[str]:
    """Words such as all, every, always, if the claim does not contain one."""
    if case.best is None or case.is_ours:
        return
    for found in find_wholes(case.sentence.text):
        # "Only article A" and "each of them" count articles.
        if case.is_reason and case.is_of_texts and found in ("only", "each"):
            continue
        told = frozenset(word for side in case.close for word in side.words)
        if found in told or (found in EVERY and EVERY & told):
            continue
        yield remarks.describe_word("whole", found)


def find_wrong_denials(case: Case) -> Iterator[str]:
    """Denials that no claim contains, denials that are lost, and sentences which only say that something is told."""
    match = _HOLLOW.search(case.sentence.text)
    if match and not case.sentence.is_negative and "?" not in case.sentence.text:
        yield remarks.describe_hollow(match.group())
    side = case.best
    if case.is_reason and _denies_without_fact(case):
        yield remarks.describe_own_denial(side.fact if side else None)
        return
    if side is None:
        return
    if _has_own_denial(case, side):
        yield remarks.describe_own_denial(side.fact)
    if not case.sentence.is_negative and (lost := _find_lost_denial(case)):
        yield remarks.describe_lost_denial(lost.fact)


def _denies_without_fact(case: Case) -> bool:
    """Whether a reason denies something outright, and no fact denies anything that it may be about."""
    if case.is_ours or _UNTOLD.search(case.sentence.text) or not _VERBAL_NO.search(case.sentence.text):
        return False
    near = case.rivals if case.best else case.touching
    return all(side.polarity == "yes" for side in (*case.listed, *near))


def _find_lost_denial(case: Case) -> FactSide | None:
    """The fact that denies what the sentence affirms, while no other fact affirms it."""
    others = case.rivals if case.is_reason else case.touching
    roots = find_roots(case.sentence.stems)
    for side in others:
        lost = side.denied_roots & roots if side.polarity == "no" else frozenset()
        if lost and not any(lost & (other.matter_roots - other.denied_roots) for other in others):
            return side
    return None


def _has_own_denial(case: Case, side: FactSide) -> bool:
    if case.is_ours or _UNTOLD.search(case.sentence.text):
        return False
    others = case.rivals if case.is_reason else case.touching
    affirmed = side.matter_roots - side.denied_roots
    denied = find_roots(find_denied_span(case.sentence.text)) & affirmed
    if any(not any(_denies(other, root) for other in others) for root in denied):
        return True
    # If a sentence denies something and shares words with a fact, at least one fact must deny it, too.
    shared = len(case.roots & side.matter_roots) + len(case.names & side.names)
    is_shared = shared * 3 > len(case.roots) + len(case.names)
    is_flat = side.polarity == "yes" and bool(_VERBAL_NO.search(case.sentence.text))
    return is_flat and is_shared and all(other.polarity == "yes" for other in others)


def _denies(side: FactSide, root: str) -> bool:
    return root in side.denied_roots or (side.claim.is_negative and root in side.roots) or side.polarity == "not told"
