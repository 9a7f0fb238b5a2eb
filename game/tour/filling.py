"""Which notes an editor would add to a report: news first, no dispute with one side, and all sources. Pure."""

from collections.abc import Iterable, Sequence

from game.pack.ledger import Fact, Strength
from game.pack.world import World
from game.tour.dispatch import Print
from game.tour.wires import find_dispute, list_other_sides

SAFE_WAYS: dict[Strength, Print] = {
    "stated": "plain",
    "reported": "attributed",
    "photo": "picture",
    "speculated": "hedged",
}
"""How a fact is printed as surely as its source says it, and no surer."""


def choose_way(world: World, fact: Fact) -> Print:
    """How a fact is printed where the player does not say: never surer than its source."""
    if fact.rumour:
        return "hedged"
    # One of two accounts stands only with the name of its article, as long as the other is not beside it.
    if fact.strength == "stated" and find_dispute(world, fact.id):
        return "attributed"
    return SAFE_WAYS[fact.strength]


def choose_notes(world: World, candidates: Sequence[Fact], drafted: Iterable[str], room: int) -> tuple[Fact, ...]:
    """The notes with which a report of these lines is filled, at most as many as there is room for.

    Args:
        world: Where the facts are from.
        candidates: The notes that are not in the report, the best ones first.
        drafted: Ids of the facts in the report.
        room: How many lines are to be added.
    """
    has = set(drafted)
    noted = {fact.id for fact in candidates}
    chosen: list[str] = []
    late: list[str] = []
    for fact in candidates:
        group = [] if fact.id in has else _complete(world, fact, has, noted)
        if fact.rumour or not group:
            late.append(fact.id)
        elif len(chosen) + len(group) <= room:
            chosen += group
            has.update(group)
    chosen += [fact_id for fact_id in late if fact_id not in has][: room - len(chosen)]
    return tuple(world.facts[each] for each in _include_sources(world, chosen, candidates, [*drafted]))


def _complete(world: World, fact: Fact, has: set[str], noted: set[str]) -> list[str]:
    """A fact with the other side of its dispute; nothing where the other side is not noted."""
    dispute = find_dispute(world, fact.id)
    others = list(list_other_sides(dispute, fact.id)) if dispute else []
    if not others or has.intersection(others):
        return [fact.id]
    other = next((each for each in others if each in noted), "")
    return [fact.id, other] if other else []


def _include_sources(world: World, chosen: list[str], candidates: Sequence[Fact], drafted: list[str]) -> list[str]:
    """The same with a last line from a source that is told nowhere else, if there is one to be had."""
    told = {cite[0] for each in (*drafted, *chosen) for cite in world.facts[each].cites}
    fresh = (
        fact.id
        for fact in candidates
        if not fact.rumour and not find_dispute(world, fact.id) and {cite[0] for cite in fact.cites} - told
    )
    if chosen and told < set(world.sources) and (other := next(fresh, "")):
        return [*chosen[:-1], other]
    return chosen
