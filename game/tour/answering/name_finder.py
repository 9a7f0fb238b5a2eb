"""The names of people, places and things in a text, as the pack lists them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from game.core.names import key, singular, words
from game.pack.ledger import Entity
from game.pack.world import World
from game.tour.answering.word_families import load_families
from game.tour.answering.word_forms import stem

_LOOSE_KINDS = ("place", "press", "institution", "event")
"""Kinds of which single common words are listed as names that mean many other things, too."""

_PROPER_KINDS = ("press", "institution", "person", "work")
"""Kinds of which the words of a name mean something else than they do elsewhere."""

_FAMILIES = (("family",), ("family's",), ("dynasty",), ["family"], ["family's"], ["dynasty"])

_Named = tuple[tuple[str, ...], tuple[Entity, ...]]
"""The words of a name, and all that is called so."""


class Mention(Struct, frozen=True, kw_only=True):
    """A name in a text."""

    entity: str
    length: int
    is_sure: bool
    """False for a common word that is also listed as a name: WAR for one place at war, SCHOOL for one country."""
    is_pronoun: bool = False
    is_stranger: bool = False
    """True for a name like those the pack knows that is none of them: another Kim."""


class NameFinder:
    """All names of one world, found in the words of a text."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.kinds = {entity.id: entity.kind for entity in world.entities.values()}
        self._aliases = _index_aliases(world.entities.values())

    @cached_property
    def sources(self) -> frozenset[str]:
        """Ids of the articles themselves, where the pack lists them among what is named: ARTICLE A."""
        names = {("article", source.casefold()) for source in self._world.sources}
        named = self._aliases.get("article", ())
        return frozenset(entity.id for name, entities in named if name in names for entity in entities)

    @cached_property
    def person(self) -> str:
        """Whom HE means where nobody was named: the person most facts are about; empty without persons."""
        return self._find_main(("person",))

    @cached_property
    def thing(self) -> str:
        """What IT means where nothing was named: the thing most facts are about; empty without things."""
        return self._find_main(("vehicle", "object", "work"))

    def _find_main(self, kinds: Sequence[str]) -> str:
        counts = Counter(who for fact in self._world.facts.values() for who in fact.about.who)
        return max((e for e, kind in self.kinds.items() if kind in kinds), key=lambda e: counts[e], default="")

    def find_name(self, entity_id: str) -> str:
        """The own name of something."""
        return self._world.entities[entity_id].name

    def find_mention(self, typed: Sequence[str], place: int) -> Mention | None:
        """The longest name that begins at a place in some words without articles."""
        for name, entities in self._aliases.get(singular(typed[place]), ()):
            end = place + len(name)
            if typed[end : end + 1] in _FAMILIES:
                continue  # THE KIM FAMILY is none of the Kims
            if tuple(map(singular, typed[place:end])) != name:
                continue
            if len(entities) > 1 and (more := self._count_strange(typed, end, entities)):
                return Mention(entity="", length=len(name) + more, is_sure=True, is_stranger=True)
            is_sure = any(is_sure_name(entity, name) for entity in entities)
            return Mention(entity=self._choose(entities).id, length=len(name), is_sure=is_sure)
        return None

    def _count_strange(self, typed: Sequence[str], place: int, entities: Sequence[Entity]) -> int:
        """How many words after a name that several persons share make it the name of nobody known: KIM JONG NAM."""
        parts = {word for entity in entities for word in words(entity.name)}
        end = place
        while end < len(typed) and typed[end] in parts:
            end += 1
        return end - place

    def _choose(self, entities: Sequence[Entity]) -> Entity:
        """Of several with one name, the one that most facts are about: KIM alone is the Kim of the tour."""
        return next((e for e in entities if e.id == self.person), entities[0]) if len(entities) > 1 else entities[0]

    @cached_property
    def _single_words(self) -> dict[str, tuple[str, ...]]:
        """Stem -> a name of one word with that stem; a sure one where there is one."""
        found: dict[str, tuple[str, ...]] = {}
        for names in self._aliases.values():
            for name, entities in names:
                if len(name) == 1 and (stem(name[0]) not in found or any(is_sure_name(e, name) for e in entities)):
                    found[stem(name[0])] = name
        return found

    def list_relatives(self, word: str) -> tuple[Mention, ...]:
        """What a word may be meant for by names of its family: the TV for TELLY. Each thing once, sure ones first."""
        # SHIPPED is no ship: what names a thing is a noun.
        if word.endswith(("ed", "ing")):
            return ()
        names = (self._single_words.get(other) for other in load_families().naming.get(stem(word), ()))
        mentions = [found for name in names if name and (found := self.find_mention(name, 0))]
        mentions.sort(key=lambda mention: not mention.is_sure)
        return tuple({mention.entity: mention for mention in reversed(mentions)}.values())[::-1]

    def list_soft(self, typed: Sequence[str]) -> dict[str, str]:
        """The stems of common words that are also listed as names, with what they may name."""
        found: dict[str, str] = {}
        for place in range(len(typed)):
            mention = self.find_mention(typed, place)
            if mention is not None and not mention.is_sure:
                found.update((stem(word), mention.entity) for word in typed[place : place + mention.length])
        return found

    def list_named(self, typed: tuple[str, ...]) -> list[str]:
        """Ids of all that some words name for sure, in order; one may come twice."""
        named: list[str] = []
        place = 0
        while place < len(typed):
            mention = self.find_mention(typed, place)
            if mention is not None and mention.is_sure:
                named.append(mention.entity)
            # Inside a name that is none, another may stand: WINE in RED WINE.
            place += mention.length if mention is not None and mention.is_sure else 1
        return named

    def _is_proper(self, mention: Mention, typed: tuple[str, ...]) -> bool:
        """Whether words of a name mean nothing else in it: BUSINESS INSIDER, and not GRANDFATHER."""
        entity = self._world.entities.get(mention.entity)
        if entity is None or entity.kind not in _PROPER_KINDS:
            return False
        return set(map(singular, typed)) <= set(map(singular, words(entity.name)))

    def drop_named(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        """The words that are no part of a sure name."""
        rest: list[str] = []
        place = 0
        while place < len(typed):
            mention = self.find_mention(typed, place)
            is_named = mention is not None and self._is_proper(mention, typed[place : place + mention.length])
            if not is_named:
                rest.append(typed[place])
            place += mention.length if mention is not None and is_named else 1
        return tuple(rest)

    @cached_property
    def _namesakes(self) -> dict[str, frozenset[str]]:
        """Person -> the others with a name in common: the one must never be answered for the other."""
        found: dict[str, set[str]] = {}
        for names in self._aliases.values():
            for _, entities in names:
                persons = {entity.id for entity in entities if entity.kind == "person"}
                for person in persons if len(persons) > 1 else ():
                    found.setdefault(person, set()).update(persons - {person})
        return {person: frozenset(others) for person, others in found.items()}

    def find_namesakes(self, person: str) -> frozenset[str]:
        """Ids of the other persons that share a name with one."""
        return self._namesakes.get(person, frozenset())


def is_sure_name(entity: Entity, name: tuple[str, ...]) -> bool:
    """Whether words that name something name nothing else: words of its own name, or any name of a person."""
    return entity.kind == "person" or set(name) <= set(map(singular, words(entity.name)))


def is_topic_name(entity: Entity, name: tuple[str, ...]) -> bool:
    """Whether words alone can ask for something: a sure name, or any name of a thing that can be pointed at."""
    return len(name) > 1 or is_sure_name(entity, name) or entity.kind not in _LOOSE_KINDS


def _index_aliases(entities: Iterable[Entity]) -> dict[str, tuple[_Named, ...]]:
    """First word -> the names that begin with it, longest first."""
    by_name: dict[tuple[str, ...], list[Entity]] = {}
    for entity in entities:
        for name in dict.fromkeys(map(key, (entity.name, *entity.names))):
            by_name.setdefault(name, []).append(entity)
    found: dict[str, list[_Named]] = {}
    for name, named in by_name.items():
        found.setdefault(name[0], []).append((name, tuple(named)))
    return {first: tuple(sorted(names, key=lambda entry: -len(entry[0]))) for first, names in found.items()}
