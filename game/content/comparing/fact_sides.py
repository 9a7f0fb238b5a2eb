"""The facts of a pack, prepared for comparison with texts: each claim is analysed once."""

from collections import Counter
from collections.abc import Iterable
from copy import copy
from typing import NamedTuple

from game.content.comparing.sentences import Sentence
from game.content.file_kinds import EntitiesFile, FactsFile, SourcesFile
from game.content.own_words import list_own_words
from game.content.pack_documents import PackDocuments
from game.pack.claims.mentions import Mentions
from game.pack.claims.timespans import is_date_supported, make_interval
from game.pack.claims.word_classes import KIN, KIN_OF, find_roots
from game.pack.claims.wording import BOTH, HedgeClass, find_denied, find_hedges, find_polarity, list_stems
from game.pack.ledger import NO_SPEAKER, Entity, Fact, Polarity, Strength, map_cites

HEDGED_BY: dict[Strength, HedgeClass] = {"reported": "report", "photo": "picture", "speculated": "doubt"}
"""Strength -> the class of hedge that expresses it."""


_TEXT_WORDS = frozenset("article caption headline copy word agency".split())
"""Words for texts and publishers. Two sentences that share only such words do not state the same."""


class FactSide(NamedTuple):
    """One fact, analysed."""

    fact: Fact
    claim: Sentence
    stems: frozenset[str]
    """Stems of the claim and its speaker."""
    words: frozenset[str]
    """All words of claim and speaker, including small words."""
    names: frozenset[str]
    """Ids of the entities it names, speaker included."""
    matter: frozenset[str]
    """Stems of the claim without those of names."""
    roots: frozenset[str]
    """Roots of its stems, without names."""
    matter_roots: frozenset[str]
    """Roots of its matter."""
    cited: frozenset[str]
    """Hashes of the stems of the cited paragraphs."""
    dates: tuple[str, ...]
    hedges: frozenset[str]
    polarity: Polarity
    denied_roots: frozenset[str]
    sources: frozenset[str]
    """Ids of the articles it cites."""


class KnownMentions(Mentions):
    """Mentions with a cache, because the same claims are read for every sentence."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        super().__init__(entities)
        self._found: dict[str, tuple[str, ...]] = {}

    def find(self, text: str) -> tuple[str, ...]:
        """Ids of the entities that a text names, each once, in the order of the text."""
        if text not in self._found:
            self._found[text] = super().find(text)
        return self._found[text]


class Ledger:
    """All facts of a pack, with the entities that texts can name."""

    def __init__(self, pack: PackDocuments) -> None:
        sources = [source for file in pack.of(SourcesFile).values() for source in file.sources]
        self.cited = {
            cite: frozenset(h for s in paragraph.sentences for h in s.stems.split())
            for cite, paragraph in map_cites(sources).items()
        }
        self.is_mapped = all(self.cited.values()) and bool(self.cited)
        """Whether every paragraph has a source map; without it nothing can be compared."""
        self.source_ids = tuple(source.id for source in sources)
        self.published = tuple(source.date for source in sources)
        self.entities: dict[str, Entity] = {e.id: e for file in pack.of(EntitiesFile).values() for e in file.entities}
        self.mentions = KnownMentions(self.entities.values())
        self.titles = frozenset(found for source in sources for found in self.mentions.find(source.title))
        self.name_stems = (
            frozenset(
                found
                for entity in self.entities.values()
                if entity.kind in ("person", "press", "place")
                # Only capitalised words: "father" can be a player's name for a person, but in a sentence it states a
                # relation.
                for word in entity.name.split()
                if word[0].isupper()
                for found in list_stems(word)
            )
            | _TEXT_WORDS
        )
        self.sides = {fact.id: self.take_apart(fact) for file in pack.of(FactsFile).values() for fact in file.facts}
        self.own_words = list_own_words(pack)
        self.relatives = tuple(side for side in self.sides.values() if side.fact.of.endswith(".relative"))
        self.kin_holders = self._find_kin_holders()
        self._by_value: dict[str, frozenset[str]] = {}
        self._by_stem: dict[str, list[str]] = {}
        for fact_id, side in self.sides.items():
            for found in side.roots | side.stems:
                self._by_stem.setdefault(found, []).append(fact_id)

    def _find_kin_holders(self) -> dict[str, frozenset[str]]:
        """Relation -> the persons who are a father, sister, wife."""
        relatives = self.relatives
        often = Counter(name for side in relatives for name in side.names)
        found: dict[str, frozenset[str]] = {}
        for side in relatives:
            # The person who is in most of these facts has the relatives; the others are the relatives.
            others = frozenset(name for name in side.names if often[name] * 2 <= len(relatives))
            for kin in KIN & side.claim.all_stems:
                found[kin] = found.get(kin, frozenset()) | others
        return found

    def with_fact(self, fact: Fact) -> "Ledger":
        """The same ledger, in which a fact replaces the one with the same id."""
        changed = copy(self)
        changed.sides = {**self.sides, fact.id: self.take_apart(fact)}
        changed._by_value = {}
        changed._by_stem = {**self._by_stem}
        for found in changed.sides[fact.id].roots | changed.sides[fact.id].stems:
            changed._by_stem[found] = [*self._by_stem.get(found, ()), fact.id]
        return changed

    def take_apart(self, fact: Fact) -> FactSide:
        """Analyse a fact for comparison."""
        speaker = "" if fact.said_by == NO_SPEAKER else fact.said_by
        claim = Sentence(fact.claim)
        hedges = {hedge.kind for hedge in find_hedges(fact.claim)}
        hedges |= {"report", "doubt"} if any(hedge.word in BOTH for hedge in find_hedges(fact.claim)) else set()
        stems = frozenset((*claim.stems, *list_stems(speaker)))
        return FactSide(
            fact,
            claim,
            stems,
            claim.all_stems | Sentence(speaker).all_stems,
            frozenset((*self.mentions.find(f"{fact.claim} / {speaker}"), *self.mentions.find(claim.named))),
            frozenset(claim.stems) - self.name_stems,
            find_roots(stems - self.name_stems),
            find_roots(frozenset(claim.stems) - self.name_stems),
            frozenset(h for cite in fact.cites for h in self.cited.get(cite, ())),
            tuple(dict.fromkeys((*claim.dates, *_split_span(fact.about.when or "")))),
            frozenset(hedges),
            find_polarity(fact.claim),
            find_roots(find_denied(fact.claim)),
            frozenset(cite[0] for cite in fact.cites),
        )

    def find_sharing(self, stems: Iterable[str]) -> tuple[FactSide, ...]:
        """The facts that share a stem or a root, in the order of the ledger."""
        found = {fact_id for stem in stems for fact_id in self._by_stem.get(stem, ())}
        return tuple(side for fact_id, side in self.sides.items() if fact_id in found)

    def count_facts(self, root: str) -> int:
        """How many facts contain a word with this root."""
        return len(self._by_stem.get(root, ()))

    def list_facts_of_root(self, root: str) -> frozenset[str]:
        """Ids of the facts that contain a word with this root."""
        return frozenset(self._by_stem.get(root, ()))

    def list_facts_with(self, value: str) -> frozenset[str]:
        """Ids of the facts with a value: ``n:`` plus an entity, ``d:`` plus a date, or ``k:`` plus a relation."""
        if value not in self._by_value:
            kind, _, what = value.partition(":")
            has = {"n": self._has_name, "d": _has_date, "k": self._has_kin}[kind]
            self._by_value[value] = frozenset(fact_id for fact_id, side in self.sides.items() if has(side, what))
        return self._by_value[value]

    def _has_name(self, side: FactSide, name: str) -> bool:
        entity = self.entities[name]
        names = {name, entity.lies_in, *(each.id for each in self.entities.values() if each.lies_in == name)} - {""}
        about = (*side.fact.about.who, side.fact.of.partition(".")[0])
        # "Swiss" also means Switzerland, although no entity has this name.
        by_root = find_roots(list_stems(entity.name)) <= find_roots(side.stems)
        return bool(names & side.names or names.intersection(about) or (entity.kind == "place" and by_root))

    def _has_kin(self, side: FactSide, kin: str) -> bool:
        holders = self.kin_holders.get(kin, frozenset()) | self.kin_holders.get(KIN_OF.get(kin, ""), frozenset())
        return kin in side.words or bool(holders & side.names)

    def list_sides(self, fact_ids: Iterable[str]) -> tuple[FactSide, ...]:
        """The analysed facts for these ids. Unknown ids are left out."""
        return tuple(self.sides[fact_id] for fact_id in dict.fromkeys(fact_ids) if fact_id in self.sides)


def _has_date(side: FactSide, when: str) -> bool:
    return is_date_supported(when, side.dates)


def _split_span(when: str) -> tuple[str, ...]:
    if not when:
        return ()
    first, last = make_interval(when)
    return (when, *when.split("/")) if first != last else (when,)
