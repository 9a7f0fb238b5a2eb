"""What words of a question may be meant for, as the pack says: attributes of a subject, and words of claims."""

from collections.abc import Mapping
from functools import cached_property

from game.core.names import words
from game.pack.ledger import Attribute
from game.tour.answering.word_families import list_relatives
from game.tour.answering.word_forms import stem


class Vocabulary:
    """The attributes and synonyms of one pack."""

    def __init__(self, attributes: Mapping[str, Attribute], synonyms: Mapping[str, tuple[str, ...]]) -> None:
        self._attributes = attributes
        self._synonyms = synonyms
        self._alternatives: dict[str, tuple[str, ...]] = {}

    @cached_property
    def synonyms(self) -> dict[str, tuple[str, ...]]:
        """Stem -> the stems it may be meant for."""
        found: dict[str, dict[str, None]] = {}
        for word, others in self._synonyms.items():
            found.setdefault(stem(word), {}).update((stem(part), None) for other in others for part in words(other))
        return {word: tuple(others) for word, others in found.items()}

    def list_meant(self, word: str) -> tuple[str, ...]:
        """A stem and the stems it may be meant for by the pack."""
        return (word, *self.synonyms.get(word, ()))

    def list_alternatives(self, word: str) -> tuple[str, ...]:
        """A stem and the stems it may be meant for, by the pack and by the English language."""
        if word not in self._alternatives:
            found = tuple(dict.fromkeys((word, *self.synonyms.get(word, ()), *list_relatives(word))))
            self._alternatives[word] = found
        return self._alternatives[word]

    @cached_property
    def attribute_stems(self) -> dict[str, frozenset[str]]:
        """Attribute -> the stems of the single words people ask for it by."""
        return {
            name: frozenset(stem(parts[0]) for text in (name, *entry.words) if len(parts := words(text)) == 1)
            for name, entry in self._attributes.items()
        }

    @cached_property
    def attribute_names(self) -> frozenset[str]:
        """The stems of the attributes' own names."""
        return frozenset(map(stem, self._attributes))

    @cached_property
    def _attributes_of_stem(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name, stems in self.attribute_stems.items():
            for word in stems:
                found.setdefault(word, []).append(name)
        return {word: tuple(names) for word, names in found.items()}

    def find_own_attributes(self, word: str) -> tuple[str, ...]:
        """The attributes that people ask for by just that word, given as its stem."""
        return self._attributes_of_stem.get(word, ())

    def find_attributes(self, word: str) -> tuple[str, ...]:
        """The attributes that people ask for by a word, given as its stem; by words of its family where none by it."""
        if own := self._attributes_of_stem.get(word):
            return own
        of_others = (name for other in list_relatives(word) for name in self._attributes_of_stem.get(other, ()))
        return tuple(dict.fromkeys(of_others))

    @cached_property
    def _asking_phrases(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """First word -> phrases such as HOW LONG and NEXT LEADER, each with the attribute it asks for."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name, entry in self._attributes.items():
            for parts in map(words, entry.words):
                if len(parts) > 1:
                    found.setdefault(parts[0], []).append((" ".join(parts), name))
        return {first: tuple(phrases) for first, phrases in found.items()}

    def find_phrases(self, line: str) -> dict[str, tuple[str, ...]]:
        """The attributes that phrases of a line ask for, each with the words of its phrases."""
        found: dict[str, tuple[str, ...]] = {}
        for first in dict.fromkeys(line.split()):
            for phrase, name in self._asking_phrases.get(first, ()):
                if f" {phrase} " in f" {line} ":
                    found[name] = (*found.get(name, ()), *phrase.split())
        return found

    def is_asked_by(self, wanted: str, attribute: str) -> bool:
        """Whether a question word alone asks for an attribute: WHERE for whereabouts, WHEN for a date."""
        words_of = {"place": "where", "date": "when", "reason": "why"}
        entry = self._attributes.get(attribute)
        return entry is not None and words_of.get(wanted, "") in entry.words

    def find_answer_type(self, attribute: str) -> str:
        """What answers a question after an attribute; empty for one the pack does not list."""
        entry = self._attributes.get(attribute)
        return entry.answer if entry is not None else ""
