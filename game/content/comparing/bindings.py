"""Values that belong together: a year and a place in one clause must be together in at least one fact."""

import re
from collections.abc import Iterator

from game.content.comparing.cases import Case
from game.content.comparing.sentences import Sentence
from game.pack.claims.word_classes import KIN, SOURCE_TALK, find_roots
from game.prose import text_remarks as remarks

MAX_FACTS_OF_A_RARE_WORD = 4
"""A word in more facts than this is too common to identify a fact."""

BOUND_KINDS = ("person", "press", "place")
"""Kinds of entity that a clause connects with its other values."""

_CLAUSE = re.compile(r"[;:.]|, (?=[A-Z0-9])|\b(?:and|or|but|while|who|whom|whose|where|which)\b")


_DATE_WORDS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|early|mid|late)\b"
)


def find_loose_values(case: Case) -> Iterator[str]:
    """Values of a clause that are together in no fact."""
    if case.sentence.is_negative:
        return
    for text in _CLAUSE.split(case.sentence.text):
        clause = Sentence(text)
        values = list(_list_values(case, clause))
        stems = Sentence(_DATE_WORDS.sub("", text)).stems
        words = find_roots(set(stems) - SOURCE_TALK - KIN - case.ledger.name_stems - case.near)
        rare = [
            word
            for word in sorted(words)
            if not word[0].isdigit() and 0 < case.ledger.count_facts(word) <= MAX_FACTS_OF_A_RARE_WORD
        ]
        for place, value in enumerate(values):
            facts = case.ledger.list_facts_with(value)
            for other in values[place + 1 :]:
                # Two dates, or two relations, in one clause form a list.
                is_list = value[0] == other[0] != "n"
                if not is_list and facts and not facts & case.ledger.list_facts_with(other):
                    yield remarks.describe_loose(_show(case, value), _show(case, other))
            if rare and facts and not any(facts & case.ledger.list_facts_of_root(word) for word in rare):
                yield remarks.describe_loose(_show(case, value), f"{rare[0]}…")


def _list_values(case: Case, clause: Sentence) -> Iterator[str]:
    for name in case.ledger.mentions.find(clause.named):
        if case.ledger.entities[name].kind in BOUND_KINDS and name not in case.ledger.titles:
            yield f"n:{name}"
    yield from (f"d:{when}" for when in clause.dates)
    yield from (f"k:{kin}" for kin in sorted(KIN & clause.all_stems))


def _show(case: Case, value: str) -> str:
    kind, _, what = value.partition(":")
    return case.ledger.entities[what].name if kind == "n" else what
