"""Compares the claim of every fact with the source maps of the paragraphs it cites.

These rules run only when a pack is checked, not when the game starts. They read the map and never the articles, so they
give the same result on every machine. Whether the map is true is checked where the articles are available.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from game.content import claim_word_rules
from game.content.claim_cases import ComparedClaim
from game.content.documents import Document, ValuePath
from game.content.file_kinds import EntitiesFile, FactsFile, SourcesFile
from game.content.own_words import list_own_words
from game.content.pack_documents import PackDocuments
from game.content.sentence_maps import hash_stem
from game.core.names import ARTICLES, words
from game.pack.claims.figures import find_figures, is_figure_supported
from game.pack.claims.mentions import Mentions
from game.pack.claims.signature import sign_fact
from game.pack.claims.timespans import find_dates, is_date_supported
from game.pack.claims.wording import BOTH, HedgeClass, find_denied, find_hedges, find_polarity, has_negation, list_stems
from game.pack.ledger import NO_SPEAKER, Fact, Strength, map_cites
from game.prose import claim_remarks as remarks

MIN_HEDGED_WORDS = 2
"""From this number of a claim's words near the hedge of its sentence on, the hedge belongs to the claim."""

_HEDGED_BY: Mapping[Strength, HedgeClass] = {"reported": "report", "photo": "picture", "speculated": "doubt"}


class ClaimRemark(NamedTuple):
    """One thing that is in a claim and not in its paragraphs."""

    rule: str
    document: Document
    path: ValuePath
    fact_id: str
    text: str


class ClaimComparer:
    """Compares claims with the sources and names of one pack."""

    def __init__(self, pack: PackDocuments) -> None:
        sources = [source for file in pack.of(SourcesFile).values() for source in file.sources]
        self._cited = map_cites(sources)
        self._months = {source.id: source.date[:7] for source in sources}
        self._entities = {entity.id: entity for file in pack.of(EntitiesFile).values() for entity in file.entities}
        self._mentions = Mentions(self._entities.values())
        self._own_words = list_own_words(pack)
        self._titles = frozenset(found for source in sources for found in self._mentions.find(source.title))

    def compare(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """Rule and remark for what a fact says and its paragraphs do not; none of a draft, or without a map."""
        paragraphs = tuple(self._cited[cite] for cite in fact.cites if cite in self._cited)
        if fact.draft or not paragraphs or not all(paragraph.sentences for paragraph in paragraphs):
            return
        sentences = tuple(sentence for paragraph in paragraphs for sentence in paragraph.sentences)
        published = tuple(dict.fromkeys(self._months[cite[0]] for cite in fact.cites if cite[0] in self._months))
        case = ComparedClaim(
            fact, paragraphs, sentences, published, self._entities, self._mentions, self._titles, self._own_words
        )
        for rule, find in RULES.items():
            for text in find(case):
                yield rule, text


def find_claim_remarks(pack: PackDocuments) -> Iterator[ClaimRemark]:
    """The remarks of all rules. Facts whose paragraphs have no source map are left out."""
    comparer = ClaimComparer(pack)
    for name, file in pack.of(FactsFile).items():
        for index, fact in enumerate(file.facts):
            for rule, text in comparer.compare(fact):
                yield ClaimRemark(rule, pack.documents[name], ("facts", index, "claim"), fact.id, text)


def _find_old_signature(case: ComparedClaim) -> Iterator[str]:
    signature = sign_fact(case.fact, (paragraph.hash for paragraph in case.paragraphs))
    if case.fact.read and case.fact.read != signature:
        yield remarks.describe_old_signature(signature)


def _find_figures(case: ComparedClaim) -> Iterator[str]:
    told = case.list_figures()
    for figure in find_figures(case.fact.claim):
        if not is_figure_supported(figure, told):
            yield remarks.describe_figure(figure, case.fact.cites, told)


def _find_dates(case: ComparedClaim) -> Iterator[str]:
    told = (*case.list_dates(), *case.published)
    whens = dict.fromkeys(date.when for date in find_dates(case.fact.claim))
    # A span such as a reign is two dates, which may be in different places of the article. The early 2000s are one
    # date.
    if case.fact.about.when and case.fact.about.when not in told:
        whens |= dict.fromkeys(case.fact.about.when.split("/"))
    for when in whens:
        if not is_date_supported(when, told):
            yield remarks.describe_date(when, case.fact.cites, told)


def _find_names(case: ComparedClaim) -> Iterator[str]:
    texts = [name for paragraph in case.paragraphs for name in paragraph.names]
    texts += [word for sentence in case.sentences for word in sentence.refers]
    told = {found for text in texts for found in case.mentions.find(text)} | case.titles
    for found in case.mentions.find(f"{case.fact.claim} / {case.fact.said_by}"):
        # Only persons and publishers: a place or a thing is often meant by a word that is not a name.
        if case.entities[found].kind in ("person", "press") and found not in told:
            yield remarks.describe_name(case.entities[found].name, case.fact.cites)


def _find_missing_hedge(case: ComparedClaim) -> Iterator[str]:
    wanted = _HEDGED_BY.get(case.fact.strength)
    if wanted is None:
        return
    hedges = find_hedges(case.fact.claim)
    kinds: set[HedgeClass] = {hedge.kind for hedge in hedges}
    kinds |= {"report"} if any(hedge.word in BOTH for hedge in hedges) else set()
    # A named speaker is a sufficient hedge: "KCNA confirmed" rests on KCNA, whatever the verb.
    speakers = set(case.mentions.find(case.fact.said_by)) & set(case.mentions.find(case.fact.claim))
    if wanted not in kinds and not (wanted == "report" and (speakers or _is_speaker_told(case.fact))):
        yield remarks.describe_missing_hedge(case.fact.strength, case.fact.said_by)


def _is_speaker_told(fact: Fact) -> bool:
    """Whether the claim contains a word of a speaker who is not an entity: people, experts, the Russian witnesses."""
    return bool(set(words(fact.said_by)) & set(words(fact.claim)) - ARTICLES)


def _find_wrong_strength(case: ComparedClaim) -> Iterator[str]:
    if case.fact.strength == "stated" and case.fact.said_by != NO_SPEAKER:
        yield remarks.describe_speaker_of_stated(case.fact.said_by)
        return
    # A fact about the article itself, or one that leaves something open, may have a word of doubt as its subject.
    told = case.mentions.find(case.fact.claim)
    if case.fact.strength != "stated" or case.titles.intersection(told) or find_polarity(case.fact.claim) == "not told":
        return
    unsure = [hedge.word for hedge in find_hedges(case.fact.claim) if hedge.kind != "picture"]
    if unsure:
        yield remarks.describe_hedge_in_stated(unsure[0])
        return
    claimed = {hash_stem(stem) for stem in list_stems(case.fact.claim)}
    for sentence in case.sentences:
        hedged = claimed & set(sentence.hedged.split())
        sure = claimed & (set(sentence.stems.split()) - set(sentence.hedged.split()))
        if len(hedged) >= MIN_HEDGED_WORDS and len(hedged) > len(sure):
            hedges = [word for word in sentence.hedges if word not in ("picture",)]
            yield remarks.describe_hedge_of_sentence(hedges, case.fact.cites)
            return


def _find_denial(case: ComparedClaim) -> Iterator[str]:
    if case.fact.kind == "unknown" and find_polarity(case.fact.claim) != "not told":
        yield remarks.describe_lost_absence()
        return
    told, denied = case.hash_field("stems"), case.hash_field("denied")
    mine = find_denied(case.fact.claim)
    if find_polarity(case.fact.claim) == "no" and not denied:
        yield remarks.describe_own_denial(case.fact.cites)
        return
    for stem in mine:
        if hash_stem(stem) in told - denied and find_polarity(case.fact.claim) == "no":
            yield remarks.describe_denied_word(stem, case.fact.cites)
    if has_negation(case.fact.claim):
        return
    for stem in list_stems(case.fact.claim):
        found = [sentence for sentence in case.sentences if hash_stem(stem) in sentence.stems.split()]
        # The word must be denied everywhere: if another sentence affirms it, the claim may mean that sentence.
        if found and all(hash_stem(stem) in sentence.denied.split() for sentence in found):
            yield remarks.describe_lost_denial(stem, case.fact.cites)


def _find_terms(case: ComparedClaim) -> Iterator[str]:
    """Terms are also searched in the articles.

    Here their stems are compared, so that a wrong cite shows without articles.
    """
    told = case.hash_field("stems")
    for term in case.fact.terms:
        absent = [stem for stem in list_stems(term) if hash_stem(stem) not in told]
        if absent:
            yield remarks.describe_term(term, absent[0], case.fact.cites)


RULES: Mapping[str, Callable[[ComparedClaim], Iterable[str]]] = {
    "C-FIG": _find_figures,
    "C-WHEN": _find_dates,
    "C-NAME": _find_names,
    "C-HEDGE": _find_missing_hedge,
    "C-STRENGTH": _find_wrong_strength,
    "C-NEG": _find_denial,
    "C-TERM": _find_terms,
    "C-READ": _find_old_signature,
    "C-SUBJ": claim_word_rules.find_wrong_subject,
    "C-ATTR": claim_word_rules.find_wrong_speaker,
    "C-SURE": claim_word_rules.find_own_certainty,
    "C-COL": claim_word_rules.find_own_colours,
    "C-KIN": claim_word_rules.find_own_kin,
    "C-QUANT": claim_word_rules.find_own_wholes,
    "C-OPP": claim_word_rules.find_opposites,
    "C-UNKNOWN": claim_word_rules.find_unknown_names,
    "C-WORD": claim_word_rules.find_own_words,
}
"""Rule -> what finds it. A mapping written by hand, because authors see the remarks in this order."""
