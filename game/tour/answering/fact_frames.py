"""The facts of a pack as frames, indexed once for each pack: by word, by name and by attribute."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log

from game.pack.world import World
from game.tour.answering.fact_frame import FrameMaker
from game.tour.answering.name_finder import Mention, NameFinder
from game.tour.answering.vocabulary import Vocabulary
from game.tour.answering.word_forms import FUNCTION_WORDS, stem

MAX_POSTINGS = 120
"""Facts that are looked at for one word or name; a question costs the same in a pack of any size."""

UNKNOWN_WEIGHT = 4.2
"""What a word weighs that no fact holds: much, for the question is then about something not told."""


_FUNCTION_STEMS = frozenset(map(stem, FUNCTION_WORDS))


class FactFrames:
    """All facts of one world as frames, without drafts: what nobody has confirmed answers nothing."""

    def __init__(self, world: World) -> None:
        self.sources = frozenset(world.sources)
        self.names = NameFinder(world)
        self.vocabulary = Vocabulary(world.tour.attributes, world.tour.synonyms)
        maker = FrameMaker(world, self.names)
        self.frames = {fact.id: maker.make_frame(fact) for fact in world.facts.values() if not fact.draft}
        self._by_stem = _index((fact_id, frame.stems | frame.common_stems) for fact_id, frame in self.frames.items())
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

    def find_relative(self, word: str) -> Mention | None:
        """The one thing that a word of no claim and no name is meant for, by a name of its family: TELLY for the TV."""
        found = () if self.find_by_stem(stem(word)) else self.names.list_relatives(word)
        return found[0] if len(found) == 1 else None

    def holds_phrase(self, phrase: Sequence[str]) -> bool:
        """Whether one fact holds all words of a phrase that mean something, so that it means nothing but itself."""
        meant = [set(self.find_by_stem(part)) for part in phrase if part not in _FUNCTION_STEMS]
        return len(meant) > 1 and bool(set.intersection(*meant))

    def find_weight(self, word: str) -> float:
        """How much a word tells: the log of all facts over those that hold it; UNKNOWN_WEIGHT if none does."""
        # What its family stands in tells of a word only where it stands in no fact itself.
        count = self._count(self.vocabulary.list_meant(word)) or self._count(self.vocabulary.list_alternatives(word))
        return log((len(self.frames) + 1) / count) if count else UNKNOWN_WEIGHT

    def _count(self, meant: Iterable[str]) -> int:
        """How many facts hold one of some words, or tell an attribute asked for by one; MAX_POSTINGS of each."""
        found: set[str] = set()
        for word in meant:
            found.update(self.find_by_stem(word)[:MAX_POSTINGS])
            for name in self.vocabulary.find_own_attributes(word):
                found.update(self.find_by_attribute(name)[:MAX_POSTINGS])
        return len(found)


def _index(held: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact_id, keys in held:
        for each in keys:
            found.setdefault(each, []).append(fact_id)
    return found
