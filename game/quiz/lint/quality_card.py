"""The quality card of a bank: what it asks, how evenly, and what lint has found, on one page."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from game.pack.kinds import Item
from game.quiz.bank import Bank
from game.quiz.lint.findings import Finding
from game.quiz.lint.pattern_rules import (
    count_extremes,
    count_true,
    find_key_place,
    list_choices,
    list_statements,
)
from game.quiz.lint.truth_rules import asks_about_sources


class QualityCard(NamedTuple):
    """The figures of a bank."""

    items: int
    kinds: Counter[str]
    levels: Counter[int]
    skills: Counter[str]
    rooms: dict[str, int]
    """Name of a room -> its items, in the pack's order."""
    cites: Counter[str]
    """Title of a source -> how often the items' facts cite it."""
    facts: tuple[int, int]
    """Number of facts that are asked, and of all facts except rumours."""
    differences: tuple[int, int]
    """Number of differences that items about the sources ask, and of all."""
    longest: tuple[int, int, float]
    """How often the longest option is the key; of how many items that have a longest; by chance."""
    shortest: tuple[int, int, float]
    true: tuple[int, int]
    places: Counter[str]
    """How often the key of a choice has each letter, as shown with seed 0."""
    findings: Counter[str]


def make_quality_card(bank: Bank, findings: Sequence[Finding]) -> QualityCard:
    """The quality card of a bank."""
    world, items = bank.world, list(bank.items.values())
    asked = {fact_id for item in items for fact_id in item.facts}
    compared = {fact_id for item in items if asks_about_sources(item, world) for fact_id in item.facts}
    cites = Counter(world.sources[c[0]].title for i in items for f in i.facts for c in world.facts[f].cites)
    judged, chosen = list_statements(items), list_choices(items)
    differences = world.differences.values()
    return QualityCard(
        items=len(items),
        kinds=Counter(entry.kind for entry in bank.entries.values()),
        levels=Counter(item.level for item in items),
        skills=Counter(item.skill for item in items),
        rooms={room.name: len(room.items) for room in world.rooms.values()},
        cites=cites,
        # A rumour needs no question: rumours are not scored.
        facts=(len(asked), sum(not fact.rumour for fact in world.facts.values())),
        differences=(sum(any(compared & set(s.facts) for s in d.sides) for d in differences), len(differences)),
        longest=_extreme(items, max),
        shortest=_extreme(items, min),
        true=(count_true(judged, bank), len(judged)),
        places=Counter("ABCDE"[find_key_place(item, bank, 0)] for item in chosen),
        findings=Counter(finding.rule for finding in findings),
    )


def _extreme(items: Sequence[Item], pick: Callable[[Iterable[int]], int]) -> tuple[int, int, float]:
    hits, chances = count_extremes(items, pick)
    return hits, len(chances), sum(chances)
