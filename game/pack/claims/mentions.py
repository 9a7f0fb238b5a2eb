"""Which entities a text names, by the longest name first."""

from collections.abc import Iterable

from game.core.names import ARTICLES, singular, words
from game.pack.ledger import Entity

Name = tuple[str, ...]

REFERRING_WORDS = frozenset(
    "he him his she her hers they them their it its father mother sister brother wife husband son daughter uncle aunt "
    "grandfather grandmother elder younger leader president ruler predecessor".split()
)
"""Words in small letters by which a text can mean somebody whom it does not name."""


class Mentions:
    """The names of some entities, to find them in texts."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_name: dict[Name, str] = {}
        for entity in entities:
            for name in (entity.name, *entity.names):
                # The first one declared keeps a name that several have: in an article a bare surname is its hero's.
                self._by_name.setdefault(_split(name), entity.id)
        self._by_name.pop((), None)
        self._longest = max(map(len, self._by_name), default=0)

    def find(self, text: str) -> tuple[str, ...]:
        """Ids of the entities that a text names, each once, in the order of the text."""
        told = _split(text)
        found: dict[str, None] = {}
        place = 0
        while place < len(told):
            for length in range(min(self._longest, len(told) - place), 0, -1):
                if entity_id := self._by_name.get(told[place : place + length]):
                    found.setdefault(entity_id)
                    place += length
                    break
            else:
                place += 1
        return tuple(found)


def find_referring_words(text: str) -> tuple[str, ...]:
    """The words of a text that can mean somebody who is not named there.

    >>> find_referring_words("As his father feared the sea, Kim does not.")
    ('his', 'father')
    """
    return tuple(word for word in dict.fromkeys(_bare(text)) if word in REFERRING_WORDS)


def _bare(text: str) -> Name:
    return tuple(word.removesuffix("'s") for word in words(text))


def _split(text: str) -> Name:
    return tuple(singular(word) for word in words(text) if word not in ARTICLES)
