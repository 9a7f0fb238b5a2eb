"""Typing slips: one word of a line taken for the one word it can only have meant."""

from typing import NamedTuple

from game.names import words
from game.parser.grammar import DIRECTIONS, PHRASES
from game.scope import Scope

NEVER = frozenset({"quit", "q", "exit", "bye", "restart", "new", "restore", "load", "answer", "reply"})
"""Words that are never guessed: what they do is not taken back by a second look."""

INTERJECTIONS = frozenset({"lol", "omg", "wtf", "hmm", "yes", "hey", "damn", "shit", "fuck"})
"""Words that are answered, and that nobody means who types something near them."""

SHORTEST = 3
"""Letters a word must have to be corrected; shorter ones are near to everything."""

LONG = 7
"""Words longer than this may hold two slips."""


class Slip(NamedTuple):
    """A line with one word corrected."""

    line: str
    typed: str
    taken: str


def correct(line: str, unknown: str, scope: Scope) -> tuple[Slip, ...]:
    """The lines that may have been meant, one for each word the unknown one may be; empty when there is none.

    Args:
        line: What was typed.
        unknown: The word of it that was not understood.
        scope: What can be named here; only this and the verbs are ever guessed.
    """
    typed = words(unknown)
    if len(typed) != 1 or len(typed[0]) < SHORTEST or typed[0].isdecimal():
        return ()
    word = typed[0]
    found = _nearest(word, _known(scope, is_verb=words(line)[:1] == typed))
    return tuple(Slip(_replaced(line, word, taken), word, taken) for taken in found)


def _known(scope: Scope, *, is_verb: bool) -> set[str]:
    known = {
        word for thing in (*scope.things, *scope.carried) for name in (thing.name, *thing.names) for word in words(name)
    }
    known |= {word for exit_ in scope.room.exits.values() for word in words(scope.lexicon.world.rooms[exit_].name)}
    if is_verb:
        known |= {word for word in (*PHRASES, *DIRECTIONS) if word not in NEVER}
    return {word for word in known if len(word) >= SHORTEST and word not in INTERJECTIONS}


def _nearest(word: str, known: set[str]) -> tuple[str, ...]:
    """The known words that are fewest slips away: one letter more, less, other, or two changed places."""
    from rapidfuzz.distance import OSA  # only a word that was not understood needs it

    limit = 2 if len(word) > LONG else 1
    distances = {candidate: OSA.distance(word, candidate, score_cutoff=limit) for candidate in known - {word}}
    best = min(distances.values(), default=limit + 1)
    return tuple(sorted(c for c, distance in distances.items() if distance == best)) if best <= limit else ()


def _replaced(line: str, word: str, taken: str) -> str:
    return " ".join(taken if part == word else part for part in words(line))
