"""What a class has shown of one paper. Pure: rows in, an analysis out.

It makes no sentences. The module that renders it decides which groups are too small to be shown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import mode
from typing import Literal

from msgspec import Struct

from game.classroom.index_rows import ResponseRow
from game.classroom.item_analysis import GroupFacility, ItemAnalysis, Thirds, analyse_item, average_marks
from game.classroom.misconceptions import Misconception, find_misconceptions
from game.classroom.statistics import MIN_CANDIDATES_FOR_STATISTICS, QuizStatistics, compute_statistics
from game.pack.ledger import Fact
from game.pack.world import World

NoStatistics = Literal["too few candidates", "different items"]
"""Why there are no statistics."""

Marks = tuple[tuple[float | None, ...], ...]


class Analysis(Struct, frozen=True, kw_only=True):
    """One paper, taken by a class."""

    code: str
    bank: str
    """Digest of the bank from which most of the class got their questions."""
    candidates: tuple[str, ...]
    scores: tuple[float, ...]
    """Candidate -> score, 0..1 of the items that this candidate was asked."""
    items: tuple[ItemAnalysis, ...]
    marks: Marks
    """One row for each candidate, one column for each item; None if the candidate was not asked."""
    figures: QuizStatistics | None
    """None where there are no statistics."""
    no_statistics: NoStatistics | None
    """Why there are none; None where there are."""
    by_strength: Mapping[str, GroupFacility]
    """Strength of the fact that an item asks for -> how well it was answered."""
    by_source: Mapping[str, GroupFacility]
    """Title of a source -> how well the items that rest on it were answered."""
    misconceptions: tuple[Misconception, ...]
    """The most frequent first."""
    repeated: tuple[str, ...]
    """Candidates with more than one attempt. The first one counts."""
    reworded: tuple[str, ...]
    """Ids of items that were asked in several wordings. Only the most frequent wording counts."""


def analyse(rows: Sequence[ResponseRow], world: World) -> Analysis:
    """Analyse the responses to one paper.

    Args:
        rows: All responses; of each candidate, those of the earliest attempt first.
        world: The pack: where answers can be read, and how sure the sources are.

    Raises:
        ValueError: There are no rows.
    """
    if not rows:
        raise ValueError("no responses")
    counted, repeated = _keep_first_attempts(rows)
    counted, reworded = _keep_usual_wording(counted)
    candidates = tuple(dict.fromkeys(row.candidate for row in counted))
    item_ids = tuple(dict.fromkeys(row.item.id for row in counted))
    marks = _tabulate_marks(counted, candidates, item_ids)
    totals = [sum(mark or 0.0 for mark in line) for line in marks]
    no_statistics = _refuse_statistics(marks)
    figures = None if no_statistics else compute_statistics([[mark or 0.0 for mark in line] for line in marks])
    return Analysis(
        code=counted[0].code,
        bank=mode(row.bank for row in counted),
        candidates=candidates,
        scores=tuple(total / sum(mark is not None for mark in line) for total, line in zip(totals, marks, strict=True)),
        items=_analyse_items(counted, item_ids, figures, rank_thirds(candidates, totals), world),
        marks=marks,
        figures=figures,
        no_statistics=no_statistics,
        by_strength=_group(counted, lambda row: [fact.strength for fact in _facts(row, world, 1)]),
        by_source=_group(counted, lambda row: _source_titles(row, world)),
        misconceptions=find_misconceptions(counted),
        repeated=repeated,
        reworded=reworded,
    )


def _keep_first_attempts(rows: Sequence[ResponseRow]) -> tuple[list[ResponseRow], tuple[str, ...]]:
    """Keep the rows of each candidate's first attempt, and name the candidates who made more than one."""
    # The first, not the best: after a first attempt a candidate knows the questions.
    first: dict[str, str] = {}
    repeated: dict[str, None] = {}
    kept = []
    for row in rows:
        if first.setdefault(row.candidate, row.attempt) == row.attempt:
            kept.append(row)
        else:
            repeated[row.candidate] = None
    return kept, tuple(repeated)


def _keep_usual_wording(rows: Sequence[ResponseRow]) -> tuple[list[ResponseRow], tuple[str, ...]]:
    """Keep the responses to each item in its most frequent wording, and name the items that had several."""
    # A reworded item is another item: marks of both in one column would measure neither.
    wordings: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        wordings[row.item.id].append(row.digest)
    usual = {item_id: mode(digests) for item_id, digests in wordings.items()}
    reworded = tuple(item_id for item_id, digests in wordings.items() if len(set(digests)) > 1)
    return [row for row in rows if row.digest == usual[row.item.id]], reworded


def _tabulate_marks(rows: Iterable[ResponseRow], candidates: Iterable[str], item_ids: Sequence[str]) -> Marks:
    found = {(row.candidate, row.item.id): row.mark for row in rows}
    return tuple(tuple(found.get((who, item_id)) for item_id in item_ids) for who in candidates)


def _refuse_statistics(marks: Marks) -> NoStatistics | None:
    """Why these marks allow no statistics; None where they do."""
    if len(marks) < MIN_CANDIDATES_FOR_STATISTICS:
        return "too few candidates"
    # The formulas compare each item with the rest of the paper, so everybody must have had the same rest.
    return "different items" if any(mark is None for line in marks for mark in line) else None


def rank_thirds(candidates: Sequence[str], totals: Sequence[float]) -> Thirds:
    """Find the third with the most marks and the third with the fewest.

    Args:
        candidates: In any order.
        totals: Of each, the sum of marks.
    """
    # Equal totals are ordered by name, so that the same class always gives the same thirds.
    ranked = [who for _, who in sorted(zip(totals, candidates, strict=True), reverse=True)]
    size = len(ranked) // 3
    return Thirds(frozenset(ranked[:size]), frozenset(ranked[len(ranked) - size :]))


def _analyse_items(
    rows: Iterable[ResponseRow],
    item_ids: Sequence[str],
    figures: QuizStatistics | None,
    thirds: Thirds,
    world: World,
) -> tuple[ItemAnalysis, ...]:
    by_item: dict[str, list[ResponseRow]] = {item_id: [] for item_id in item_ids}
    for row in rows:
        by_item[row.item.id].append(row)
    return tuple(
        analyse_item(by_item[item_id], figures.items[place] if figures else None, thirds, world)
        for place, item_id in enumerate(item_ids)
    )


def _group(
    rows: Iterable[ResponseRow], name_groups: Callable[[ResponseRow], Iterable[str]]
) -> dict[str, GroupFacility]:
    """Facility by groups that a response belongs to; the groups in the order of their names."""
    found: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        for name in name_groups(row):
            found[name].append(row.mark)
    return {name: average_marks(marks) for name, marks in sorted(found.items())}


def _facts(row: ResponseRow, world: World, first: int | None = None) -> list[Fact]:
    """The facts of a response's item; a pack may have lost some since the item was asked."""
    return [world.facts[fact_id] for fact_id in row.item.facts[:first] if fact_id in world.facts]


def _source_titles(row: ResponseRow, world: World) -> Iterable[str]:
    return {world.sources[cite[0]].title for fact in _facts(row, world) for cite in fact.cites}
