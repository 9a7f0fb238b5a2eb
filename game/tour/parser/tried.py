"""Reads what the player tried or said, and on what: the object of the one verb for all acts."""

import re

from game.core.names import ARTICLES, words
from game.pack.ledger import Entity
from game.pack.world import Thing
from game.tour.commands import Act, Noun
from game.tour.finding import find_exact, find_nouns
from game.tour.parser.phrases import QUESTION_WORDS
from game.tour.scope import Scope
from game.tour.verbs.acts import ACT_OF, SAID_IDS

MAX_ACT_NOUNS = 2
"""Nouns of an act: what it is tried on, and what it is tried with."""

_BETWEEN = re.compile(
    r"\b(?:to|into|onto|in|on|at|with|from|for|under|behind|over|against|using|near|inside|of)\b", re.IGNORECASE
)
FILLER = frozenset(
    {"here", "now", "today", "sir", "man", "mate", "please", "everyone", "guys", "again", "dude", "bro", "lol", "too"}
    | {"there", "then", "so", "much", "very", "really", "all", "this", "that", "game", "the", "haha", "madam"}
)
"""Words that may follow a whole command and change nothing of it."""


def is_filler(rest: str, scope: Scope) -> bool:
    """Whether what follows a command changes nothing of it; the pack's word for a place or for the whole does not."""
    return (FILLER | scope.lexicon.place_words).issuperset(words(rest))


def read_act(phrase: tuple[str, ...], rest: str, scope: Scope) -> Act | None:
    """Something tried, on what was named; or something said, if the line says no more than that; else None."""
    typed = " ".join(phrase)
    act = ACT_OF[typed]
    is_said = act in SAID_IDS
    if is_said and not _is_said(phrase, rest, scope):
        return None
    nouns = _find_first(rest, scope)
    missing = "" if nouns or is_said else " ".join(strip_articles(rest))
    return Act(act=act, word=typed, nouns=nouns, missing=missing)


def split_at_prepositions(phrase: str) -> list[str]:
    """The parts of a phrase between its prepositions."""
    return _BETWEEN.split(phrase)


def strip_articles(phrase: str) -> tuple[str, ...]:
    """The words of a phrase without articles."""
    return tuple(word for word in words(phrase) if word not in ARTICLES)


def _is_said(phrase: tuple[str, ...], rest: str, scope: Scope) -> bool:
    """Whether what follows a saying still belongs to it."""
    found = find_nouns(scope, rest)
    if is_filler(rest, scope) or any(isinstance(noun, Thing) and noun.person for noun in found):
        return True
    return len(phrase) > 1 and phrase[0] not in QUESTION_WORDS and ACT_OF[" ".join(phrase)] != "say"


def _find_first(rest: str, scope: Scope) -> tuple[Noun, ...]:
    """The thing an act is tried on, and what it is tried with, as far as they are in sight; in the order typed."""
    if whole := _find_tried(rest, scope):
        return whole
    pieces = [piece for piece in split_at_prepositions(rest) if words(piece)]
    if found := tuple(noun for piece in pieces for noun in _find_tried(piece, scope)):
        return found[:MAX_ACT_NOUNS]
    # PUSH THE TABLE OVER THERE QUICKLY, SPEAK IN MICROPHONE HELLO: words are taken off the end until the rest names
    # something.
    for piece in (rest, *pieces):
        typed = words(piece)
        for end in reversed(range(len(typed))):
            if found := find_exact(scope, " ".join(typed[:end])):
                return found[:1]
    return ()


def _find_tried(phrase: str, scope: Scope) -> tuple[Noun, ...]:
    """The one thing in sight, or else the one person or thing of the articles, that a phrase names."""
    # Entities only by their exact names: PUSH PART must not push whoever has "part" somewhere in a name.
    found = find_nouns(scope, phrase)
    if found and not isinstance(found[0], Entity):
        return found[:1]
    return tuple(noun for noun in scope.lexicon.entities.exact(phrase))[:1]
