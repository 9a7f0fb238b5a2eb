"""Finds the things that typed words may name."""

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

ARTICLES = frozenset({"the", "a", "an", "some", "my", "this", "that", "these", "those", "your"})

STOP = frozenset(
    """
    a an the this that these those some any all every each other another such same own
    i me my mine myself you your yours he him his she her hers it its we us our they them their
    who whom whose what which when where why how come
    is are was were am be been being do does did done doing has have had having
    can could will would shall should may might must
    and or but if then than so as of to in on at by for from with about into over after before
    between during under up down out off again once here there now just very too also only really
    not no nor never yes please tell say says said know mean explain think want need like get got go goes going went
    many much long far often ever still yet already thing something anything everything people someone anyone
    happen happened happening most more less best kind sort big small good bad everyone everybody
    isn't aren't doesn't don't didn't wasn't weren't can't there's true
    """.split()
)
"""Words that do not help to find a thing, such as articles."""

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words(text: str) -> tuple[str, ...]:
    """The words of a text in the form they are compared in: folded, apostrophes straight, hyphens opened.

    >>> words("The Elder’s  IL-62!")
    ('the', "elder's", 'il', '62')
    """
    if not text.isascii():
        from unicodedata import normalize  # 1.5 ms that the first prompt does not need

        text = normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    return tuple(_WORD.findall(text.casefold()))


def key(text: str) -> tuple[str, ...]:
    """The words of a name without articles, each in its singular form.

    >>> key("the pink-leather chairs")
    ('pink', 'leather', 'chair')
    """
    found = words(text)
    return tuple(singular(word) for word in found if word not in ARTICLES) or found


def singular(word: str) -> str:
    """A word without its plural or possessive ending, by spelling alone.

    >>> [singular(word) for word in ("glasses", "lobsters", "bodies", "glass", "elder's", "bus")]
    ['glass', 'lobster', 'body', 'glass', 'elder', 'bus']
    """
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_ORDERED = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


def in_digits(word: str) -> str:
    """A word for a number, up to twenty, in digits; any other word as it is.

    >>> in_digits("seven"), in_digits("7th"), in_digits("third"), in_digits("car")
    ('7', '7', '3', 'car')
    """
    for names in (_COUNTED, _ORDERED):
        if word in names:
            return str(names.index(word))
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    return match[1] if match else word


class Names(Generic[T]):
    """An index of what some things are called. Looking a name up costs the same however many there are."""

    def __init__(self, named: Iterable[tuple[T, Iterable[str]]] = ()) -> None:
        self._exact: dict[tuple[str, ...], list[T]] = {}
        self._by_word: dict[str, list[T]] = {}
        self._heads: dict[str, list[T]] = {}
        for thing, names in named:
            self._add(thing, {key(name) for name in names})

    def _add(self, thing: T, keys: set[tuple[str, ...]]) -> None:
        for name in keys:
            self._exact.setdefault(name, []).append(thing)
        for word in {word for name in keys for word in name}:
            self._by_word.setdefault(word, []).append(thing)
        for head in {name[-1] for name in keys if name}:
            self._heads.setdefault(head, []).append(thing)

    def exact(self, phrase: str) -> tuple[T, ...]:
        """What has exactly this name."""
        return tuple(self._exact.get(key(phrase), ()))

    def find(self, phrase: str) -> tuple[T, ...]:
        """What a phrase may mean: the exact name; else all with its words, preferably with its last word at the end."""
        wanted = key(phrase)
        if not wanted:
            return ()
        if wanted in self._exact:
            return tuple(self._exact[wanted])
        found = self._by_word.get(wanted[0], [])
        for word in wanted[1:]:
            others = self._by_word.get(word, [])
            found = [thing for thing in found if any(thing is other for other in others)]
        heads = self._heads.get(wanted[-1], [])
        best = [thing for thing in found if any(thing is head for head in heads)]
        return tuple(best or found)

    def has_word(self, word: str) -> bool:
        """Whether any name holds that word."""
        return singular(word) in self._by_word
