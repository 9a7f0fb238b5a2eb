"""Words of which one is never an answer to the other: the OUTSIDE of a train, where only its INSIDE is told."""

from functools import cache, lru_cache

from game.core.names import words
from game.tour.answering.word_forms import stem

_PAIRS = (
    (("inside", "interior", "indoors", "inner"), ("outside", "exterior", "outdoors", "outer")),
    (("arrive", "arrival"), ("leave", "depart", "departure")),
    (("first", "earliest"), ("last", "latest", "final")),
    (("before",), ("after",)),
    (("buy", "purchase"), ("sell", "sale")),
    (("domestic", "home"), ("abroad", "foreign", "overseas")),
    (("front",), ("tail", "rear")),
    (("begin", "start"), ("end", "finish")),
)


MAX_TEXTS_KEPT = 2_000
"""Claims and questions whose sides stay in memory: a question is compared with a hundred claims."""


@cache
def _number_sides() -> dict[str, int]:
    """Stem -> the number of its side; the two sides of a pair are an even number and the next one."""
    sides = (side for pair in _PAIRS for side in pair)
    return {stem(word): number for number, side in enumerate(sides) for word in side}


@lru_cache(maxsize=MAX_TEXTS_KEPT)
def _find_sides(text: str) -> frozenset[int]:
    return frozenset(number for word in words(text) if (number := _number_sides().get(stem(word))) is not None)


def tells_opposite(asked: str, told: str) -> bool:
    """Whether a text holds the opposite of what another asks for, and that itself nowhere.

    >>> tells_opposite("the outside", "a look inside"), tells_opposite("inside", "inside and outside")
    (True, False)
    """
    wanted = _find_sides(asked)
    held = _find_sides(told) if wanted else wanted
    return any(side ^ 1 in held and side ^ 1 not in wanted and side not in held for side in wanted)
