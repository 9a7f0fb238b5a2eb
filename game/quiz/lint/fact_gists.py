"""The facts of a pack, prepared so that items can be compared with them, and found by their words or their article."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from game.pack.claims.gist import Gist, GistReader
from game.pack.claims.wording import find_polarity
from game.pack.kinds import Item
from game.pack.ledger import Fact, Polarity
from game.pack.world import World

MAX_RARE = 3
"""How many of the rarest words of a text are used to look for facts. Three find the fact that says most of the text."""


class FactGists:
    """What the facts of one pack say."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._reader = GistReader(world.entities.values())
        # A draft is not confirmed, so it proves and disproves nothing.
        self._told = {fact.id: self._reader.read_fact(fact) for fact in world.facts.values() if not fact.draft}
        self._read: dict[str, Gist] = {}
        self._titles = {
            source.id: re.compile(rf"\b{re.escape(source.title)}(?!\w)", re.IGNORECASE)
            for source in world.sources.values()
        }

    @cached_property
    def _articles(self) -> frozenset[str]:
        """Ids of the entities that are the articles themselves: items name them, facts do not."""
        return frozenset().union(*(self._reader.read(source.title).names for source in self.world.sources.values()))

    @cached_property
    def _by_word(self) -> dict[str, set[str]]:
        """Stem or entity -> ids of the facts that have it."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact_id, told in self._told.items():
            for word in (*told.stems, *told.names):
                found[word].add(fact_id)
        return found

    @cached_property
    def _by_subject(self) -> dict[str, set[str]]:
        """The subject and property that a fact is about (``fact.of``) -> ids of the facts about it."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.world.facts.values():
            if not fact.draft:
                found[fact.of].add(fact.id)
        return found

    def read(self, text: str) -> Gist:
        """What a text says, without the titles of the articles."""
        # Kept, because the same answer is compared with many facts.
        if text not in self._read:
            bare = text
            for title in self._titles.values():
                bare = title.sub(" ", bare)
            found = self._reader.read(bare)
            self._read[text] = found._replace(names=found.names - self._articles)
        return self._read[text]

    def find_polarity(self, fact: Fact) -> Polarity:
        """Whether a fact affirms something, denies it, or leaves it open."""
        reading = self.world.readings.get(fact.id)
        return reading.polarity if reading else find_polarity(fact.claim)

    def tell(self, fact: Fact) -> Gist:
        """What a fact says."""
        return self._told[fact.id]

    def tell_all(self, facts: Sequence[Fact]) -> Gist:
        """What some facts say together."""
        return Gist().join(self._told[fact.id] for fact in facts)

    def list_cited(self, item: Item) -> tuple[Fact, ...]:
        """The facts that an item cites."""
        return tuple(self.world.facts[fact_id] for fact_id in item.facts)

    def find_sources(self, text: str) -> frozenset[str]:
        """Ids of the articles that a text names."""
        return frozenset(source for source, title in self._titles.items() if title.search(text))

    def select(self, text: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """The given facts from the article that a text names. All of them, if the text names no article or several."""
        named = self.find_sources(text)
        if len(named) != 1:
            return tuple(facts)
        return tuple(fact for fact in facts if any(cite[0] in named for cite in fact.cites)) or tuple(facts)

    def list_with_all(self, gist: Gist) -> list[Fact]:
        """The facts that contain every word and name of a text; none if the text has no words and names."""
        found = [self._by_word.get(word, set()) for word in (*gist.stems, *gist.names)]
        return self._list(set.intersection(*found) if found else set())

    def list_near(self, gist: Gist) -> list[Fact]:
        """The facts with at least one of the rarest words of a text. Words that are in no fact do not count."""
        found = sorted((self._by_word[w] for w in (*gist.stems, *gist.names) if w in self._by_word), key=len)
        return self._list(set().union(*found[:MAX_RARE]))

    def list_told_of(self, facts: Sequence[Fact]) -> list[Fact]:
        """The facts with the same subject and property (``fact.of``) as the given facts."""
        return self._list(set().union(*(self._by_subject[fact.of] for fact in facts if fact.of)))

    def _list(self, ids: set[str]) -> list[Fact]:
        # Rumours are never scored, so they prove nothing.
        return [self.world.facts[fact_id] for fact_id in sorted(ids) if not self.world.facts[fact_id].rumour]
