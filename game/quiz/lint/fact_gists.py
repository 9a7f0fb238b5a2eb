"""The facts of a pack as that with which items are compared: what each says, found by its words and by its article."""

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
"""Words of a text by which facts are looked for, the rarest first: enough to find what tells most of it."""


class FactGists:
    """What the facts of one pack say."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._reader = GistReader(world.entities.values())
        # What nobody has confirmed proves and disproves nothing.
        self._told = {fact.id: self._reader.read_fact(fact) for fact in world.facts.values() if not fact.draft}
        self._read: dict[str, Gist] = {}
        self._titles = {
            source.id: re.compile(rf"\b{re.escape(source.title)}(?!\w)", re.IGNORECASE)
            for source in world.sources.values()
        }

    @cached_property
    def _articles(self) -> frozenset[str]:
        """Ids of the entities that are the articles themselves: of them items speak, and facts do not."""
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
        """What of what is told -> ids of the facts that tell it."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.world.facts.values():
            if not fact.draft:
                found[fact.of].add(fact.id)
        return found

    def read(self, text: str) -> Gist:
        """What a text says, without the titles of the articles."""
        # An answer is read once for each fact that it is weighed by.
        if text not in self._read:
            bare = text
            for title in self._titles.values():
                bare = title.sub(" ", bare)
            found = self._reader.read(bare)
            self._read[text] = found._replace(names=found.names - self._articles)
        return self._read[text]

    def find_polarity(self, fact: Fact) -> Polarity:
        """Whether a fact affirms, denies, or leaves open."""
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
        """Of some facts, those of the only article that a text names; all where it names none or several."""
        named = self.find_sources(text)
        if len(named) != 1:
            return tuple(facts)
        return tuple(fact for fact in facts if any(cite[0] in named for cite in fact.cites)) or tuple(facts)

    def list_with_all(self, gist: Gist) -> list[Fact]:
        """The facts that have every word and name of a text; none for a text without any."""
        found = [self._by_word.get(word, set()) for word in (*gist.stems, *gist.names)]
        return self._list(set.intersection(*found) if found else set())

    def list_near(self, gist: Gist) -> list[Fact]:
        """The facts that share with a text one of its rarest words that any fact has."""
        found = sorted((self._by_word[w] for w in (*gist.stems, *gist.names) if w in self._by_word), key=len)
        return self._list(set().union(*found[:MAX_RARE]))

    def list_told_of(self, facts: Sequence[Fact]) -> list[Fact]:
        """The facts that tell the same of the same as some facts."""
        return self._list(set().union(*(self._by_subject[fact.of] for fact in facts if fact.of)))

    def _list(self, ids: set[str]) -> list[Fact]:
        # Rumours are never scored, so they prove nothing.
        return [self.world.facts[fact_id] for fact_id in sorted(ids) if not self.world.facts[fact_id].rumour]
