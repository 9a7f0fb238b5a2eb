"""Which English words may be asked for one another: DAD for FATHER. Read from a text file when a question is asked."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

from game.core.names import ARTICLES, words
from game.tour.answering.word_forms import stem

_FILE = "word_families.txt"
_EMPTY = "-"
"""Begins a line of the file whose phrases say nothing of what is asked."""

MIN_LETTERS_OF_BASE = 3
"""Letters that must be left where the ending of a comparative is taken off."""

_NAMELESS = "v:"
"""Begins a line of words that never stand for the name of a thing."""

_DIRECTED = ">"
"""Stands between words that are asked by and words that they may mean."""


class WordFamilies(Struct, frozen=True):
    """All families, by stem."""

    relatives: dict[str, tuple[str, ...]]
    """Stem, or the stems of a phrase joined -> the stems it may be meant for, without itself."""
    naming: dict[str, tuple[str, ...]]
    """The same of families that may stand for the name of a thing."""
    nouns: dict[str, tuple[str, ...]]
    """The same with those that a directed line gives: WINE for BOOZE."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """First stem -> the phrases that begin with it as stems, longest first."""
    empty: frozenset[str]
    """Phrases that say nothing, joined."""

    def find_phrase(self, typed: Sequence[str], place: int) -> tuple[str, ...]:
        """The stems of the longest phrase that begins at a place in some words without articles; empty for none."""
        for phrase in self.phrases.get(stem(typed[place]), ()):
            if tuple(map(stem, typed[place : place + len(phrase)])) == phrase:
                return phrase
        return ()


def join(stems: Iterable[str]) -> str:
    """The stems of a phrase as one word that is its own stem.

    >>> join(("shak", "hand"))
    'shak_hand_'
    """
    return "".join(f"{part}_" for part in stems)


@cache
def load_families() -> WordFamilies:
    """The families of the file."""
    # Only a question needs them, and no start waits for them.
    return read_families(files(__package__).joinpath(_FILE).read_text("utf-8"))


def list_relatives(word: str) -> tuple[str, ...]:
    """The stems of the words that may be meant where a stem is said; NICER is as good as NICE."""
    relatives = load_families().relatives
    if word in relatives:
        return relatives[word]
    base = next((b for b in map(stem, _list_bases(word)) if b in relatives), "")
    return (base, *relatives[base]) if base else ()


def _list_bases(word: str) -> Iterator[str]:
    """The words of which one may be a comparative, as it is spelt."""
    for ending, base in (("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e")):
        if word.endswith(ending) and len(word) - len(ending) >= MIN_LETTERS_OF_BASE:
            yield word[: -len(ending)] + base


def read_families(text: str) -> WordFamilies:
    r"""The families in a text: one a line.

    >>> read_families("dad, old man\nbooze > wine").relatives
    {'dad': ('old_man_',), 'old_man_': ('dad',), 'booz': ('win',)}
    """
    relatives: dict[str, dict[str, None]] = {}
    naming: dict[str, dict[str, None]] = {}
    nouns: dict[str, dict[str, None]] = {}
    phrases: dict[str, set[tuple[str, ...]]] = {}
    empty: set[str] = set()
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        asked, _, meant = line.removeprefix(_EMPTY).removeprefix(_NAMELESS).partition(_DIRECTED)
        members = [_read_member(part, phrases) for part in asked.split(",")]
        if line.startswith(_EMPTY):
            empty.update(members)
            continue
        # The words of a directed line have nothing to do with one another.
        others = [_read_member(part, phrases) for part in meant.split(",") if part.strip()] or members
        for member in members:
            kin = dict.fromkeys(other for other in others if other != member)
            relatives.setdefault(member, {}).update(kin)
            if not line.startswith(_NAMELESS):
                nouns.setdefault(member, {}).update(kin)
            if not meant and not line.startswith(_NAMELESS):
                naming.setdefault(member, {}).update(kin)
    return WordFamilies(
        {member: tuple(others) for member, others in relatives.items()},
        {member: tuple(others) for member, others in naming.items()},
        {member: tuple(others) for member, others in nouns.items()},
        {first: tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase))) for first, found in phrases.items()},
        frozenset(empty),
    )


def _read_member(text: str, phrases: dict[str, set[tuple[str, ...]]]) -> str:
    stems = tuple(stem(word) for word in words(text) if word not in ARTICLES)
    if len(stems) == 1:
        return stems[0]
    phrases.setdefault(stems[0], set()).add(stems)
    return join(stems)
