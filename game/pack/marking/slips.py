"""Slips of typing: how many part two texts, or that the two are different words.

How many are forgiven was counted on 2,360 English words: of words with 5 letters, 46 of 100 are one slip from another
word with the same first letter; with 6 letters 21, with 9 letters 9; two slips from one with 9 letters 24, with 10
letters 10. So a short word may only have letters swapped or doubled, and only a long one two slips.
"""

import re
from collections.abc import Callable

MAX_SLIPS = 2
"""Slips forgiven in one answer."""

MIN_GENTLE_LETTERS, MIN_ONE_SLIP_LETTERS, MIN_TWO_SLIPS_LETTERS = 5, 6, 10
"""Letters of a word from which a swap or a doubled letter, one slip of any kind, and two slips are forgiven."""

MIN_JOINED_LETTERS = 8
"""Letters of an answer from which a space too few or too many is a slip."""

NEGATIONS = frozenset("no not never none nor neither without cannot kein keine nicht nie ohne".split())

_OPPOSED_PREFIXES = (
    ("hyper", "hypo"), ("inter", "intra"), ("pre", "pro"), ("pre", "post"), ("macro", "micro"), ("endo", "exo"),
    ("over", "under"), ("up", "down"), ("in", "out"), ("ante", "anti"), ("mega", "milli"), ("in", "im"), ("ex", "im"),
)  # fmt: skip
_OPPOSED_ENDINGS = (
    ("er", "ee"), ("or", "ee"), ("ful", "less"), ("ate", "ite"), ("ide", "ite"), ("ane", "ene"), ("ane", "yne"),
    ("ene", "yne"),
)  # fmt: skip
"""Beginnings and endings of which one makes another word: employer and employee, sulfate and sulfite."""


def count_slips(form: str, typed: str, is_word: Callable[[str], bool]) -> int | None:
    """How many slips part two folded texts; None when they are different answers.

    Args:
        form: An accepted form.
        typed: What was typed.
        is_word: Whether a word is used elsewhere in the pack: then it is no slip but another word.
    """
    wanted, given = form.split(), typed.split()
    if len(wanted) != len(given):
        return 1 if _is_space_slip(wanted, given) else None
    total = 0
    for right, word in zip(wanted, given, strict=True):
        if right == word:
            continue
        slips = _count_in_word(right, word)
        if slips is None or is_word(word):
            return None
        total += slips
    return total if total <= MAX_SLIPS else None


def measure_distance(one: str, other: str) -> int:
    """How many letters must be changed, left out, put in or swapped to make one text of the other."""
    from rapidfuzz.distance import OSA  # only an answer with a slip needs it

    return OSA.distance(one, other)


def _is_space_slip(wanted: list[str], given: list[str]) -> bool:
    joined = "".join(wanted)
    is_long = len(joined) >= MIN_JOINED_LETTERS and joined.isalpha()
    return is_long and abs(len(wanted) - len(given)) == 1 and joined == "".join(given)


def _count_in_word(right: str, word: str) -> int | None:
    """The slips of one word, None when it may be another one."""
    are_letters = all(each.replace("'", "").isalpha() for each in (right, word))
    if not are_letters or right[0] != word[0] or {right, word} & NEGATIONS or _are_opposed(right, word):
        return None
    slips = measure_distance(right, word)
    is_plural = right + "s" == word or word + "s" == right
    return slips if is_plural or slips <= _count_forgiven(right, word) else None


def _count_forgiven(right: str, word: str) -> int:
    if len(right) >= MIN_TWO_SLIPS_LETTERS:
        return 2
    if len(right) >= MIN_ONE_SLIP_LETTERS:
        return 1
    return int(len(right) >= MIN_GENTLE_LETTERS and _is_gentle(right, word))


def _is_gentle(right: str, word: str) -> bool:
    """Whether letters were swapped, doubled or halved: that hardly ever makes another word."""
    is_swap = len(right) == len(word) and sorted(right) == sorted(word)
    return is_swap or re.sub(r"(.)\1", r"\1", right) == re.sub(r"(.)\1", r"\1", word)


def _are_opposed(right: str, word: str) -> bool:
    both_ways = ((right, word), (word, right))
    return any(
        one.startswith(first) and other.startswith(second) and not first.startswith(second)
        for one, other in both_ways
        for first, second in _OPPOSED_PREFIXES
    ) or any(
        one.endswith(first) and other.endswith(second) for one, other in both_ways for first, second in _OPPOSED_ENDINGS
    )
