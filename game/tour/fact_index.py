"""Indexes of the facts of a pack: their order, their rooms, their entities, their words.

They stand apart from the Lexicon because a fact has no name that a player types: these indexes serve free questions,
hints and counts, the Lexicon serves the nouns of commands.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from game.core.names import singular, words
from game.pack.ledger import Entity
from game.pack.world import World, facts_in, facts_of


class FactIndex:
    """The facts of one world, indexed as they are first needed."""

    def __init__(self, world: World) -> None:
        self._world = world

    @cached_property
    def places(self) -> dict[str, int]:
        """Fact id -> its place in the ledger, from 0."""
        return {fact_id: place for place, fact_id in enumerate(self._world.facts)}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of all facts, in the ledger's order."""
        return tuple(self._world.facts)

    @cached_property
    def strengths(self) -> Counter[str]:
        """How many facts there are of each strength."""
        return Counter(fact.strength for fact in self._world.facts.values())

    def find_entities(self, fact_ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities that some facts are about, each once, in the facts' order."""
        found = {entity.id: entity for fact_id in fact_ids for entity in self._entities.get(fact_id, ())}
        return tuple(found.values())

    def find_rooms(self, fact_id: str) -> Sequence[str]:
        """Ids of the rooms in which a fact can be noted."""
        return self._rooms.get(fact_id, ())

    def find_by_word(self, word: str) -> Sequence[str]:
        """Ids of the facts whose claim, speaker or subject holds a word, in its singular form."""
        return self._by_word.get(word, ())

    def find_by_teller(self, word: str) -> Sequence[str]:
        """Ids of the facts that a thing tells which is called by a word, or that are about an entity called so."""
        return self._by_teller.get(word, ())

    @cached_property
    def _by_teller(self) -> dict[str, list[str]]:
        """Word of a name, in its singular form -> ids of facts."""
        things = (thing for room in self._world.rooms.values() for thing in room.things)
        named = [(thing.all_names, facts_of(thing)) for thing in things]
        named += [((entity.name, *entity.names), entity.facts) for entity in self._world.entities.values()]
        found: dict[str, dict[str, None]] = {}
        for names, fact_ids in named:
            for word in map(singular, words(" ".join(names))):
                found.setdefault(word, {}).update(dict.fromkeys(fact_ids))
        return {word: [*fact_ids] for word, fact_ids in found.items()}

    @cached_property
    def _entities(self) -> dict[str, list[Entity]]:
        """Fact id -> the entities it is about."""
        found: dict[str, list[Entity]] = {}
        for entity in self._world.entities.values():
            for fact_id in entity.facts:
                found.setdefault(fact_id, []).append(entity)
        return found

    @cached_property
    def _rooms(self) -> dict[str, list[str]]:
        """Fact id -> ids of the rooms that tell it."""
        found: dict[str, list[str]] = {}
        for room in self._world.rooms.values():
            for fact_id in facts_in(room):
                found.setdefault(fact_id, []).append(room.id)
        return found

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """Word, in its singular form -> ids of facts."""
        found: dict[str, list[str]] = {}
        for fact in self._world.facts.values():
            names = [self._world.entities[who].name for who in fact.about.who if who in self._world.entities]
            # The names of those a fact is about count as its words: a claim often says "he", and a player asks by name.
            for word in dict.fromkeys(map(singular, words(" ".join((fact.claim, fact.said_by, *names))))):
                found.setdefault(word, []).append(fact.id)
        return found
