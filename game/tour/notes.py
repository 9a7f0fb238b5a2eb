"""The notes of a player as they are named in commands: by number, or by words of the sentence."""

from game.core.names import STOP, singular, words
from game.pack.ledger import Fact
from game.tour.scope import Scope

MAX_NOTE_DIGITS = 6
"""Digits of a number that are read: int() of a thousand digits would take its time."""


def number_note(scope: Scope, fact_id: str) -> int:
    """The number of a fact in the notebook. It never changes: it is the place of the fact in the pack."""
    return scope.lexicon.facts.places[fact_id] + 1


def find_note(scope: Scope, phrase: str) -> Fact | None:
    """The noted fact with that number, or the latest one that holds all these words; None where there is none."""
    typed = words(phrase)
    if len(typed) == 1 and typed[0].isdecimal():
        return _find_number(scope, typed[0])
    keys = {singular(word) for word in typed if word not in STOP}
    if not keys:
        return None
    facts = (scope.lexicon.world.facts[each] for each in list_noted_ids(scope))
    return next((fact for fact in facts if keys <= {singular(word) for word in words(fact.claim)}), None)


def _find_number(scope: Scope, number: str) -> Fact | None:
    facts = scope.lexicon.facts.order
    place = int(number) - 1 if len(number) <= MAX_NOTE_DIGITS else -1
    found = facts[place] if 0 <= place < len(facts) else ""
    return scope.lexicon.world.facts[found] if found in scope.state.noted else None


def list_noted_ids(scope: Scope) -> tuple[str, ...]:
    """The ids of all notes, the latest ones first, then the rest in the order of the pack."""
    places = scope.lexicon.facts.places
    latest = tuple(reversed(scope.state.recent))
    return (*latest, *sorted((each for each in scope.state.noted if each not in latest), key=places.__getitem__))


def list_latest_notes(scope: Scope, most: int) -> tuple[Fact, ...]:
    """The latest notes, at most so many."""
    return tuple(scope.lexicon.world.facts[each] for each in list_noted_ids(scope)[:most])
