"""What a stem can ask for that not every fact answers: a person, a place, a certain claim, a hedged claim."""

import re
from collections.abc import Set as AbstractSet

from game.pack.ledger import EntityKind, Fact

MISFIT = 0.4
"""Factor of a weight if a fact or an answer is not of the kind that the stem asks for."""

_WHO = re.compile(r"\b(?:who|whom|whose)\b", re.IGNORECASE)
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_FLATLY = re.compile(r"\bwithout a hedge|\bflat(?:ly)?\b", re.IGNORECASE)
_HEDGED = re.compile(r"\bhedge[sd]?\b", re.IGNORECASE)


def find_misfit(fact: Fact, stem: str, kinds: AbstractSet[EntityKind] = frozenset()) -> float:
    """The factor of a weight: 1 if fact and answer fit the stem, else ``MISFIT``.

    Args:
        fact: The fact that supports the answer.
        stem: What is asked.
        kinds: Kinds of the entities that the answer names.
    """
    # "Whose" may ask for a paper, and "where" for a memoir: only what can never be meant is left out.
    if kinds and _WHO.search(stem) and kinds <= {"place", "food", "drink"}:
        return MISFIT
    if kinds and _WHERE.match(stem) and kinds <= {"person", "press"}:
        return MISFIT
    if _FLATLY.search(stem):
        return 1.0 if fact.strength == "stated" else MISFIT
    if _HEDGED.search(stem):
        return 1.0 if fact.strength == "speculated" else MISFIT
    return 1.0
