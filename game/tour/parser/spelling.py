"""Corrects typing slips: replaces one word of a line by the known word that is nearest to it."""

from functools import cache
from typing import NamedTuple

from game.core.english import is_english
from game.core.names import STOP, words
from game.tour.scope import Scope
from game.tour.verbs.acts import TRIED
from game.tour.verbs.registry import VERBS

NEVER_GUESSED = frozenset(
    {"quit", "q", "exit", "bye", "restart", "new", "restore", "load", "answer", "reply", "goodbye", "reset"}
)
"""Words that are never guessed: what they do is not taken back by a second look."""

MIN_LETTERS = 3
"""Letters a word must have to be corrected; shorter ones are near to everything."""

MAX_LETTERS_FOR_ONE_SLIP = 7
"""Words longer than this may hold two slips."""


class Slip(NamedTuple):
    """A line with one word corrected."""

    line: str
    typed: str
    taken: str


def correct_slips(line: str, unknown: str, scope: Scope) -> tuple[Slip, ...]:
    """The lines that may have been meant, one for each word the unknown one may be; empty when there is none.

    Args:
        line: What was typed.
        unknown: The word of it that was not understood.
        scope: What can be named here; only this and the verbs are ever guessed.
    """
    typed = words(unknown)
    if len(typed) != 1 or len(typed[0]) < MIN_LETTERS or typed[0].isdecimal():
        return ()
    word = typed[0]
    # An English word was meant as itself: FAST is no slip of LAST, and HOUSE none of HORSE.
    if word in STOP or word in scope.lexicon.ways.words or is_english(word):
        return ()
    found = _find_nearest(word, _collect_known(scope, is_verb=words(line)[:1] == typed))
    return tuple(Slip(_replace_word(line, word, taken), word, taken) for taken in found)


def _collect_known(scope: Scope, *, is_verb: bool) -> set[str]:
    things = (*scope.things, *scope.carried, *scope.at_hand)
    known = {word for thing in things for name in (thing.name, *thing.names) for word in words(name)}
    known |= {word for exit_ in scope.room.exits.values() for word in words(scope.lexicon.world.rooms[exit_].name)}
    way_words = {word for word in scope.lexicon.ways.words if "-" not in word}
    known |= {"the", *(word for word in way_words if len(word) > 4)}
    if is_verb:
        known |= _collect_verbs() | (way_words - NEVER_GUESSED)
    return {word for word in known if len(word) >= MIN_LETTERS}


@cache
def _collect_verbs() -> frozenset[str]:
    """The single words that a command may begin with and that may be guessed."""
    phrases = [word for verb in VERBS if verb.takes.kind not in ("act", "question") for word in verb.words]
    tried = [word for act in TRIED for word in act.words]
    return frozenset(word for word in (*phrases, *tried) if " " not in word) - NEVER_GUESSED


def _find_nearest(word: str, known: set[str]) -> tuple[str, ...]:
    """The known words with the fewest slips between; a slip is a letter too many, too few or wrong, or two swapped."""
    from rapidfuzz.distance import OSA  # only a word that was not understood needs it

    # Two slips in a short word can make any word of it.
    limit = 2 if len(word) > MAX_LETTERS_FOR_ONE_SLIP else 1
    near = {other: slips for other in known - {word} if (slips := OSA.distance(word, other)) <= limit}
    fewest = min(near.values(), default=None)
    return tuple(sorted(other for other, slips in near.items() if slips == fewest))


def _replace_word(line: str, word: str, taken: str) -> str:
    return " ".join(taken if part == word else part for part in words(line))
