"""All verbs, in one table. Nothing registers itself: a decorator would make the order depend on imports.

The order is that of the help. It also decides between two verbs with the same words (LOOK alone, LOOK at a thing): the
upper one is tried first.
"""

from collections.abc import Mapping

from game.tour.verbs import (
    acting,
    asking,
    carrying,
    chasing,
    comparing,
    counting,
    filing,
    guided,
    guiding,
    hinting,
    keeping,
    keepsakes,
    learning,
    looking,
    noting,
    recording,
    remembering,
    sending,
    sourcing,
    walking,
    wondering,
    working,
)
from game.tour.verbs.verb import AnyVerb

# A row may be added to any family; a new family needs its line here, and nothing else in the parser.
# The tables of the families carry no annotation: under ``tuple[AnyVerb, ...]`` mypy would take every row for a
# Verb[Any], and would accept a function that does not fit what its row takes.
VERBS: tuple[AnyVerb, ...] = (
    *walking.VERBS,
    *guided.VERBS,
    *looking.VERBS,
    *wondering.VERBS,
    # Before the acts: CORRECT says that something is right where no line can be corrected.
    *sending.VERBS,
    # CLOSE alone closes a question, CLOSE and a thing works it.
    *chasing.VERBS,
    # Before TAKE and the acts, which have the same words: a thing that can be worked answers them first.
    *filing.VERBS,
    *working.VERBS,
    *acting.VERBS,
    *sourcing.VERBS,
    *carrying.VERBS,
    *asking.VERBS,
    *hinting.VERBS,
    *comparing.VERBS,
    *noting.VERBS,
    *counting.VERBS,
    *learning.VERBS,
    *keepsakes.VERBS,
    *guiding.VERBS,
    *remembering.VERBS,
    *keeping.VERBS,
    *recording.VERBS,
)

VERB_BY_ID: Mapping[str, AnyVerb] = {verb.id: verb for verb in VERBS}
"""Verb id -> its row."""
