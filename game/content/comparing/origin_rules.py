"""Rules for the origin of a sentence: its text must list the fact that it states, and name the right article."""

import re
from collections.abc import Iterator, Sequence

from game.content.comparing.cases import MIN_SHARED_STEMS, Case
from game.content.comparing.fact_sides import FactSide
from game.content.sentence_maps import hash_stem
from game.pack.claims.word_classes import SOURCE_TALK, find_root, find_roots, list_spellings
from game.pack.claims.wording import list_stems
from game.prose import text_remarks as remarks

MIN_TOLD_ROOTS = 3
"""How many words of a claim a sentence must contain to state it."""

LINK_SHARE = 0.6
"""From this share of a claim in a sentence on, the text must list the fact."""

_LABEL = re.compile(
    r"(?<!after )(?<!before )\b[Aa]rticle ([A-Z])\b"
    r"|(?<=\bin )([AB])\b|\b([AB])(?=’s| says| tells| calls| speaks| gives| has| writes| reports)"
)


def find_unshared(case: Case) -> Iterator[str]:
    """A sentence that has no word in common with its facts."""
    is_of_sides = case.text.role == "wording" and case.is_of_texts
    if case.is_reason or case.is_ours or is_of_sides or case.names & {n for s in case.sides for n in s.names}:
        return
    # A sentence of only the museum's own words says nothing about the world: "The last card." needs no source.
    if {s for s in case.sentence.stems if len(s) > 1} - SOURCE_TALK - case.near and not find_roots(
        case.sentence.stems
    ) & case.told_roots:
        yield remarks.describe_nothing_shared()


def find_own_words(case: Case) -> Iterator[str]:
    """Words that are in no source: the sentence says more than its facts."""
    if case.is_ours or (case.text.role == "wording" and case.is_of_texts):
        return
    cited = {hashed for side in case.sides for hashed in side.cited}
    known = case.near | SOURCE_TALK | case.ledger.name_stems
    roots = case.told_roots | case.ledger.own_words
    own = [
        found
        for found in case.sentence.stems
        if found not in known
        and len(found) > 1
        and not found[0].isdigit()
        and find_root(found) not in roots
        and cited.isdisjoint(map(hash_stem, list_spellings(found)))
    ]
    if own:
        yield remarks.describe_own_words(own)


def find_unlisted_facts(case: Case) -> Iterator[str]:
    """A fact that the sentence states and its text does not list."""
    if case.is_reason:
        return
    here = max((case.score(side) for side in case.sides), default=0.0)
    for side in case.ledger.find_sharing(case.roots):
        fact_id, shared = side.fact.id, len(case.roots & side.matter_roots)
        is_told = shared >= MIN_TOLD_ROOTS and shared > LINK_SHARE * len(side.matter_roots)
        if fact_id not in case.text.facts and is_told and case.score(side) > here:
            yield remarks.describe_unlisted(side.fact)
            return


def find_swapped_labels(case: Case) -> Iterator[str]:
    """A clause that names article A, but that only article B supports."""
    for clause in re.split(r"[;:]|, (?:and|but|while)\b|\. ", case.sentence.text):
        labels = {next(filter(None, found)) for found in _LABEL.findall(clause)} & set(case.ledger.source_ids)
        if len(labels) != 1 or "either article" in clause:
            continue
        (label,) = labels
        if case.is_reason and any(label in side.sources for side in case.listed):
            continue
        mine = find_roots(frozenset(list_stems(clause)) - case.ledger.name_stems)
        scored = [(len(mine & side.matter_roots), label in side.sources, side) for side in case.sides]
        if wrong := _find_other_article(case, scored):
            yield remarks.describe_wrong_label(label, wrong.fact)


def _find_other_article(case: Case, scored: Sequence[tuple[int, bool, FactSide]]) -> FactSide | None:
    """The fact of another article that a clause tells, where no fact of the article it names is as near."""
    best = max((count for count, _, _ in scored), default=0)
    nearest = next((side for count, _, side in scored if count == best), None)
    own = max((count for count, has, _ in scored if has), default=-1)
    if not case.is_reason:
        return nearest if own < best or own < 0 else None
    listed = max((count for count, _, side in scored if side.fact.id in case.text.facts), default=0)
    # A reason may tell any fact: it is wrong only where a listed fact, or a near one, says more of it.
    return nearest if (own < best and best >= MIN_SHARED_STEMS) or listed > max(own, 0) else None
