"""The facts of a pack as frames, indexed once for each pack: by word, by name and by attribute."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log

from game.pack.world import World
from game.tour.answering.fact_frame import FrameMaker
from game.tour.answering.name_finder import NameFinder
from game.tour.answering.vocabulary import Vocabulary

MAX_POSTINGS = 120
"""Facts that are looked at for one word or name; a question costs the same in a pack of any size."""

UNKNOWN_WEIGHT = 4.2
"""What a word weighs that no fact holds: much, for the question is then about something not told."""


class FactFrames:
    """All facts of one world as frames."""

    def __init__(self, world: World) -> None:
        self.sources = frozenset(world.sources)
        self.names = NameFinder(world)
        self.vocabulary = Vocabulary(world.tour.attributes, world.tour.synonyms)
        maker = FrameMaker(world, self.names)
        self.frames = {fact.id: maker.make_frame(fact) for fact in world.facts.values()}
        self._by_stem = _index((fact_id, frame.stems) for fact_id, frame in self.frames.items())
        self._by_attribute = _index((fact_id, (frame.attribute,)) for fact_id, frame in self.frames.items())
        self._by_entity = _index((fact_id, frame.entities) for fact_id, frame in self.frames.items())

    @cached_property
    def places(self) -> dict[str, int]:
        """Fact id -> its place in the ledger."""
        return {fact_id: place for place, fact_id in enumerate(self.frames)}

    @cached_property
    def years(self) -> frozenset[str]:
        """Every year some fact is of."""
        return frozenset(year for frame in self.frames.values() for year in frame.years)

    def find_by_stem(self, word: str) -> Sequence[str]:
        """Ids of facts that hold a word."""
        return self._by_stem.get(word, ())

    def find_by_entity(self, entity_id: str) -> Sequence[str]:
        """Ids of facts that name or are about something."""
        return self._by_entity.get(entity_id, ())

    def find_by_attribute(self, name: str) -> Sequence[str]:
        """Ids of facts that tell an attribute of something."""
        return self._by_attribute.get(name, ())

    def find_weight(self, word: str) -> float:
        """How much a word tells: the log of all facts over those that hold it; UNKNOWN_WEIGHT if none does."""
        found: set[str] = set()
        for other in self.vocabulary.list_alternatives(word):
            found.update(self.find_by_stem(other)[:MAX_POSTINGS])
        for name in self.vocabulary.find_attributes(word):
            found.update(self.find_by_attribute(name)[:MAX_POSTINGS])
        count = len(found)
        return log((len(self.frames) + 1) / count) if count else UNKNOWN_WEIGHT


def _index(held: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact_id, keys in held:
        for each in keys:
            found.setdefault(each, []).append(fact_id)
    return found
