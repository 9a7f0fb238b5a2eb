"""Rules for staged sentences: invented text must not make a claim about the world."""

import re
from collections.abc import Callable, Iterator, Mapping

from game.content.comparing.cases import Case
from game.pack.claims.word_classes import MEASURES, PRIVATE_LIFE, RULER, SOURCE_TALK, find_roots
from game.pack.claims.wording import stem
from game.prose import text_remarks as remarks

REAL_KINDS = ("person", "press")
"""Kinds of entity that a staged sentence must not name: readers could take it as a claim."""

_REAL = re.compile(
    r"\b(?:the|its|a) (?:real|actual|original|genuine) \w+|\bin reality\b|\bNorth Koreans?\b", re.IGNORECASE
)
"""Words which show that a staged sentence is about the world."""

MAX_STAGED_COUNT = 21
"""Up to this number a staged sentence may count its own things. A larger figure is a claim."""

MIN_TOLD_WORDS = 3
"""With fewer shared words, a sentence does not state a claim: a wall is white in many rooms."""

LINK_SHARE = 0.75
"""From this share of a claim's words on, a staged sentence states the claim."""


def find_measures(case: Case) -> Iterator[str]:
    """Dates, and figures of the world."""
    for figure in case.sentence.figures:
        amount, _, unit = figure.partition(" ")
        own = stem(unit) in case.near or case.is_ours
        if (unit in MEASURES and not own) or (float(amount) > MAX_STAGED_COUNT and not own):
            yield remarks.describe_staged_measure(figure)
    for when in case.sentence.dates:
        if not case.is_of_texts:
            yield remarks.describe_staged_measure(when)


def find_real_names(case: Case) -> Iterator[str]:
    """Persons and publishers of the articles."""
    if (match := _REAL.search(case.sentence.text)) and not case.sentence.is_negative:
        yield remarks.describe_staged_name(match.group())
    for name in sorted(case.names):
        entity = case.ledger.entities[name]
        if entity.kind in REAL_KINDS and name not in case.ledger.titles:
            yield remarks.describe_staged_name(entity.name)


def find_real_persons(case: Case) -> Iterator[str]:
    """Words for real persons and events: rulers, health, war, crime."""
    for found in sorted((PRIVATE_LIFE | RULER).intersection(case.sentence.all_stems) - case.near):
        yield remarks.describe_staged_person(found)


def find_staged_facts(case: Case) -> Iterator[str]:
    """A fact that is presented as invented."""
    if case.is_of_texts:
        return
    mine = find_roots(case.matter - SOURCE_TALK)
    for side in case.ledger.find_sharing(mine):
        matter = find_roots(side.matter - SOURCE_TALK)
        shared = len(matter & mine)
        if shared >= MIN_TOLD_WORDS and shared >= LINK_SHARE * len(matter):
            yield remarks.describe_staged_fact(side.fact)
            return


STAGED_RULES: Mapping[str, Callable[[Case], Iterator[str]]] = {
    "S-FIG": find_measures,
    "S-NAME": find_real_names,
    "S-PERSON": find_real_persons,
    "S-LINK": find_staged_facts,
}
"""Rule -> what finds it, in the order in which remarks are printed."""
