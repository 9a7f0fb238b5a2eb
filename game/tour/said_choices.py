"""Which of several choices a sentence names: I THINK IT IS NUMBER FOUR, BECAUSE; THEY DIFFER, AND BOTH MAY STAND.

What follows the choice is its reason, and is no line of its own. Pure: a line and names in, a place in the list out.
"""

import re
from collections.abc import Sequence

from game.core.names import in_digits, words

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
"""Words for the places of a list, in order."""

MAX_NUMBER_DIGITS = 6
"""Digits of a number that are read."""

_SAYING = frozenset(
    "the one ones number no nr please i mean meant option think believe say would guess suppose choose pick take want "
    "is it's its it my answer choice sentence statement line note that this will go with for would'd id i'd ill i'll s "
    "maybe perhaps probably then so well ok okay hmm um uh must be has to definitely surely sure must'be im i'm going "
    "let's lets try say says judge judgement bet".split()
)
"""Words of a sentence in which a player says what is chosen."""

_BESIDE = _SAYING | frozenset(
    "they these those both two notes note articles article each other of them just really here only and but thing a b "
    "an than with was were are clearly simply also too about are he she we seem seems look looks like print as".split()
)
"""Words that may stand beside the name of a choice without changing it."""

_BEHIND_FIGURE = frozenset("mph kmh km h mile miles hours notes facts vs versus with".split())
"""Words behind a number that make it a figure, or one of two notes."""

_ASKING = frozenset("what why how do does did which who where when whats is are can could should shall".split())
_REASON = re.compile(
    r"[.,;:!]|(?<=agree )that\b|\b(?:because|cause|cos|since|as|but|if|when|while|so|therefore|hence)\b", re.IGNORECASE
)
_HENCE = re.compile(r"\b(?:so|therefore|hence|thus)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|no)\b|n['’]?t\b", re.IGNORECASE)


def find_numbered(line: str, numbers: Sequence[int]) -> int:
    """The place in the list that a sentence names by its number; -1 for none.

    >>> find_numbered("I think it is number four, because 37 is not 31", (1, 2, 3, 4)), find_numbered("why not 1", (1,))
    (3, -1)
    """
    for clause in (line, _REASON.split(line, maxsplit=1)[0]):
        left = [word for word in words(clause) if word not in _SAYING]
        # 3 THE SAME MATTER: a number, and then what stands behind it in the list.
        if left and left[0].isdecimal() and words(line)[:1] == (left[0],) and not _has_other_figure(left[1:]):
            left = left[:1]
        # ONE is a word of saying and a number: THE SECOND ONE, and ONE alone.
        if not left and words(clause)[-1:] == ("one",):
            left = ["one"]
        if len(left) == 1 and (place := read_place(in_digits(left[0]), numbers)) >= 0:
            return place
    return -1


def _has_other_figure(rest: Sequence[str]) -> bool:
    """Whether words behind a number hold a second one, or say what is counted or which way to go."""
    return any(word.isdecimal() or word in _BEHIND_FIGURE for word in rest)


def is_no_choice(line: str) -> bool:
    """Whether a line asks something, or says that it chooses nothing.

    >>> is_no_choice("why"), is_no_choice("none of these"), is_no_choice("nothing"), is_no_choice("is it the first")
    (True, True, False, False)
    """
    typed = words(line)
    is_asked = bool(typed) and typed[0] in _ASKING and typed[:2] not in (("is", "it"), ("is", "that"))
    return is_asked or typed[:2] == ("none", "of")


def find_named(line: str, names: Sequence[tuple[str, ...]]) -> int:
    """The place in the list of which a sentence says the name, and hardly more before its reason; -1 for none.

    >>> named = [("contradict",), ("differ", "they differ")]
    >>> find_named("I think they differ because one is older", named), find_named("they do not differ", named)
    (1, -1)
    """
    if is_no_choice(line):
        return -1
    # THEY SAY THE SAME BUT ONE HEDGES, SO A IS SURER: what follows from all the rest is the choice.
    *_, last = _HENCE.split(line)
    if last != line and (place := _find_in_clause(last, names)) >= 0:
        return place
    # HE WAS BOTH, SO BOTH MAY STAND: behind the reason only a name of several words is a choice.
    first, *later = _REASON.split(line)
    long = [tuple(name for name in each if len(words(name)) > 1) for each in names]
    named = [_find_in_clause(line, names), _find_in_clause(first, names)]
    named += [_find_in_clause(clause, long) for clause in later]
    found = [place for place in named if place >= 0]
    # Two choices in one sentence are none.
    return found[0] if len(set(found)) == 1 else -1


def _find_in_clause(clause: str, names: Sequence[tuple[str, ...]]) -> int:
    return -1 if _DENIED.search(clause) else _find_run(words(clause), names)


def read_place(word: str, numbers: Sequence[int]) -> int:
    """The place in the list that a word names, from 0; -1 when it names none."""
    if word.isdecimal():
        # No number of the list is as long as a line, and int() of a thousand digits would take its time.
        number = int(word) if len(word) <= MAX_NUMBER_DIGITS else 0
        return list(numbers).index(number) if number in numbers else -1
    if word == "last":
        return len(numbers) - 1
    place = ORDINALS.index(word) if word in ORDINALS else -1
    return place if place < len(numbers) else -1


def _find_run(typed: tuple[str, ...], names: Sequence[tuple[str, ...]]) -> int:
    """The place of the longest name that stands in some words, if nothing else of weight does."""
    best, length = -1, 0
    for place, each in enumerate(names):
        for name in map(words, each):
            at = _find_within(name, typed)
            if at >= 0 and len(name) > length:
                rest = {*typed[:at], *typed[at + len(name) :]}
                if rest <= _BESIDE:
                    best, length = place, len(name)
    return best


def _find_within(name: tuple[str, ...], typed: tuple[str, ...]) -> int:
    """Where a name begins in some words; -1 where it does not stand there."""
    ends = range(len(typed) - len(name) + 1) if name else range(0)
    return next((at for at in ends if typed[at : at + len(name)] == name), -1)
