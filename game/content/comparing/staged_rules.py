"""Rules for staged sentences: what is ours makes no claim about the world."""

import re
from collections.abc import Callable, Iterator, Mapping

from game.content.comparing.cases import Case
from game.pack.claims.word_classes import MEASURES, PRIVATE_LIFE, RULER, SOURCE_TALK, find_roots
from game.pack.claims.wording import stem
from game.prose import text_remarks as remarks

REAL_KINDS = ("person", "press")
"""Kinds of entity that a staged sentence does not name: what it says of them could be taken for a claim."""

_REAL = re.compile(
    r"\b(?:the|its|a) (?:real|actual|original|genuine) \w+|\bin reality\b|\bNorth Koreans?\b", re.IGNORECASE
)
"""Words by which a staged sentence speaks of the world after all."""

MAX_STAGED_COUNT = 21
"""Up to here a staged sentence may count its own things; a larger figure is a claim about something."""

MIN_TOLD_WORDS = 3
"""Words of a claim below which nothing tells it: a wall is white in many rooms."""

LINK_SHARE = 0.75
"""Share of a claim's words that a staged sentence has, from which it tells that claim."""


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
    """Persons and houses of the articles."""
    if (match := _REAL.search(case.sentence.text)) and not case.sentence.is_negative:
        yield remarks.describe_staged_name(match.group())
    for name in sorted(case.names):
        entity = case.ledger.entities[name]
        if entity.kind in REAL_KINDS and name not in case.ledger.titles:
            yield remarks.describe_staged_name(entity.name)


def find_real_persons(case: Case) -> Iterator[str]:
    """Somebody in power; health, war, crime."""
    for found in sorted((PRIVATE_LIFE | RULER).intersection(case.sentence.all_stems) - case.near):
        yield remarks.describe_staged_person(found)


def find_staged_facts(case: Case) -> Iterator[str]:
    """A fact told as if it were made up."""
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
