"""What a class has shown: of each item, the paper, what was mixed up, and of having read before answering. Pure."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from msgspec import Struct

from game.classroom.index import ResponseRow
from game.classroom.statistics import MIN_CANDIDATES_FOR_STATISTICS, ItemStatistics, QuizStatistics, compute_statistics
from game.pack.items import Item, TwoTier, kind_of
from game.pack.world import World, facts_in
from game.quiz import Response, because
from game.quiz.marking import FULL, HALF

EASY, HARD = 0.95, 0.25
"""Facilities from which on, and up to which, an item parts hardly anyone."""

WEAK, DUBIOUS = 20.0, 15.0
"""Discrimination index, and discriminative efficiency, below which an item is looked at."""

MANY = 3
"""Candidates of the stronger third who must have taken a wrong option before that is told."""


class Chosen(Struct, frozen=True, kw_only=True):
    """How often an answer was given."""

    response: Response
    is_right: bool
    number: int
    strong: int
    """By the third with the most marks."""
    weak: int
    """By the third with the fewest."""
    because: str = ""
    """What those who gave it have mixed up."""


class ItemAnalysis(Struct, frozen=True, kw_only=True):
    """One item of a paper."""

    item: Item
    kind: str
    number: int
    """Candidates it was asked."""
    blank: int
    """Of them, who did not answer."""
    facility: float
    figures: ItemStatistics | None
    """None below FEWEST candidates."""
    seconds: float
    """Mean time in sight."""
    chosen: tuple[Chosen, ...]
    flags: tuple[str, ...]
    visited: tuple[float, int]
    """Facility among those who had been where it is told, and how many they are."""
    unvisited: tuple[float, int]
    wrong_reason: int
    """Right answers with a proof that is none."""


class Misconception(Struct, frozen=True, kw_only=True):
    """What several have mixed up."""

    because: str
    items: tuple[str, ...]
    facts: tuple[str, ...]
    number: int


class Analysis(Struct, frozen=True, kw_only=True):
    """One paper, sat by a class."""

    code: str
    bank: str
    candidates: tuple[str, ...]
    scores: tuple[float, ...]
    """Of each candidate, 0..1 of the paper."""
    items: tuple[ItemAnalysis, ...]
    marks: tuple[tuple[float | None, ...], ...]
    """A row a candidate, a column an item; None where it was not on the paper."""
    figures: QuizStatistics | None
    """None below FEWEST candidates."""
    why_not: str
    """Why there are no statistics; empty where there are."""
    by_strength: Mapping[str, tuple[float, int]]
    """Strength of what an item rests on -> facility, and responses."""
    by_source: Mapping[str, tuple[float, int]]
    misconceptions: tuple[Misconception, ...]
    """The most frequent first."""
    repeated: tuple[str, ...]
    """Candidates with more than one attempt; the first one counts."""
    other_banks: tuple[str, ...]
    """Items that were asked in another wording than the one most met; those are not counted."""


def analyse(rows: Sequence[ResponseRow], world: World) -> Analysis:
    """The analysis of the responses to one paper.

    Args:
        rows: All responses, the earliest attempt of each candidate first.
        world: The pack: where things are told, and how sure the sources are.

    Raises:
        ValueError: There is nothing to analyse.
    """
    if not rows:
        raise ValueError("nobody has handed in")
    counted, repeated = _first_attempts(rows)
    counted, others = _same_items(counted)
    candidates = tuple(dict.fromkeys(row.candidate for row in counted))
    ids = tuple(dict.fromkeys(row.item.id for row in counted))
    held = {(row.candidate, row.item.id): row for row in counted}
    marks = tuple(tuple(_mark(held.get((who, item_id))) for item_id in ids) for who in candidates)
    complete = all(mark is not None for line in marks for mark in line)
    totals = [sum(mark or 0.0 for mark in line) for line in marks]
    figures, why_not = None, ""
    if len(candidates) < MIN_CANDIDATES_FOR_STATISTICS:
        least = MIN_CANDIDATES_FOR_STATISTICS
        why_not = f"{len(candidates)} have handed in; below {least} the figures would say more of chance than of items"
    elif not complete:
        why_not = "not all sat the same items"
    else:
        figures = compute_statistics([[mark or 0.0 for mark in line] for line in marks])
    strong, weak = _thirds(candidates, totals)
    items = tuple(
        _item(
            [row for who in candidates if (row := held.get((who, item_id)))],
            figures.items[place] if figures else None,
            (strong, weak),
            world,
        )
        for place, item_id in enumerate(ids)
    )
    return Analysis(
        code=counted[0].code,
        bank=Counter(row.bank for row in counted).most_common(1)[0][0],
        candidates=candidates,
        scores=tuple(total / sum(mark is not None for mark in line) for total, line in zip(totals, marks, strict=True)),
        items=items,
        marks=marks,
        figures=figures,
        why_not=why_not,
        by_strength=_by(counted, lambda row: _strengths(row, world)),
        by_source=_by(counted, lambda row: _sources(row, world)),
        misconceptions=_misconceptions(counted),
        repeated=repeated,
        other_banks=others,
    )


def _mark(row: ResponseRow | None) -> float | None:
    return None if row is None else row.mark


def _first_attempts(rows: Sequence[ResponseRow]) -> tuple[list[ResponseRow], tuple[str, ...]]:
    first: dict[str, str] = {}
    repeated: dict[str, None] = {}
    kept = []
    for row in rows:
        if first.setdefault(row.candidate, row.attempt) == row.attempt:
            kept.append(row)
        else:
            repeated[row.candidate] = None
    return kept, tuple(repeated)


def _same_items(rows: Sequence[ResponseRow]) -> tuple[list[ResponseRow], tuple[str, ...]]:
    """The responses to each item in the wording in which it was asked most; an item reworded since is another one."""
    wordings: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        wordings[row.item.id][row.digest] += 1
    most = {item_id: counts.most_common(1)[0][0] for item_id, counts in wordings.items()}
    others = tuple(item_id for item_id, counts in wordings.items() if len(counts) > 1)
    return [row for row in rows if row.digest == most[row.item.id]], others


def _thirds(candidates: Sequence[str], totals: Sequence[float]) -> tuple[frozenset[str], frozenset[str]]:
    """The third with the most marks, and that with the fewest."""
    ranked = [who for _, who in sorted(zip(totals, candidates, strict=True), reverse=True)]
    size = len(ranked) // 3
    return frozenset(ranked[:size]), frozenset(ranked[len(ranked) - size :])


def _item(
    rows: Sequence[ResponseRow],
    figures: ItemStatistics | None,
    thirds: tuple[frozenset[str], frozenset[str]],
    world: World,
) -> ItemAnalysis:
    item = rows[0].item
    chosen = _chosen(rows, thirds)
    told_in = _told_in(item, world)
    been = [row.mark for row in rows if row.visited & told_in]
    not_been = [row.mark for row in rows if not row.visited & told_in]
    facility = fmean(row.mark for row in rows)
    return ItemAnalysis(
        item=item,
        kind=kind_of(item),
        number=len(rows),
        blank=sum(not row.response for row in rows),
        facility=facility,
        figures=figures,
        seconds=fmean(row.seconds for row in rows),
        chosen=chosen,
        flags=tuple(_flags(facility, figures, chosen)),
        visited=(fmean(been) if been else 0.0, len(been)),
        unvisited=(fmean(not_been) if not_been else 0.0, len(not_been)),
        wrong_reason=sum(isinstance(item, TwoTier) and row.mark == HALF for row in rows),
    )


def _told_in(item: Item, world: World) -> frozenset[str]:
    """Ids of the rooms in which the first fact of an item is told."""
    return frozenset(room.id for room in world.rooms.values() if item.facts[0] in facts_in(room))


def _chosen(rows: Sequence[ResponseRow], thirds: tuple[frozenset[str], frozenset[str]]) -> tuple[Chosen, ...]:
    """Each answer that was given, the most frequent first."""
    item = rows[0].item
    counts: dict[tuple[str, ...], list[ResponseRow]] = defaultdict(list)
    for row in rows:
        if row.response:
            counts[row.response].append(row)
    found = [
        Chosen(
            response=response,
            is_right=all(row.mark >= FULL for row in several),
            number=len(several),
            strong=sum(row.candidate in thirds[0] for row in several),
            weak=sum(row.candidate in thirds[1] for row in several),
            because=because(item, response),
        )
        for response, several in counts.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.number, one.response)))


def _flags(facility: float, figures: ItemStatistics | None, chosen: Sequence[Chosen]) -> Iterator[str]:
    if figures is None:
        return
    if not HARD <= facility <= EASY:
        yield "few had it right" if facility < HARD else "almost all had it right"
    if figures.discrimination is not None and figures.discrimination < WEAK:
        is_miskeyed = figures.discrimination < 0
        yield "miskey? the weak had it right more often" if is_miskeyed else "hardly parts strong from weak"
    if figures.efficiency is not None and figures.efficiency < DUBIOUS:
        yield "dubious"
    for one in chosen:
        if not one.is_right and one.strong >= MANY and one.strong > one.weak:
            yield f"“{'; '.join(one.response)}” draws the strong"


def _by(rows: Sequence[ResponseRow], names: Callable[[ResponseRow], Iterable[str]]) -> dict[str, tuple[float, int]]:
    """Facility by some name of each response."""
    found: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        for name in names(row):
            found[name].append(row.mark)
    return {name: (fmean(marks), len(marks)) for name, marks in sorted(found.items())}


def _strengths(row: ResponseRow, world: World) -> Iterable[str]:
    facts = [world.facts[fact_id] for fact_id in row.item.facts[:1] if fact_id in world.facts]
    return [fact.strength for fact in facts]


def _sources(row: ResponseRow, world: World) -> Iterable[str]:
    facts = [world.facts[fact_id] for fact_id in row.item.facts if fact_id in world.facts]
    return {world.sources[cite[0]].title for fact in facts for cite in fact.cites}


def _misconceptions(rows: Sequence[ResponseRow]) -> tuple[Misconception, ...]:
    """What those who were wrong have mixed up, in the authors' words."""
    found: dict[str, list[ResponseRow]] = defaultdict(list)
    for row in rows:
        if row.response and row.mark < 1 and (text := because(row.item, row.response)):
            found[text].append(row)
    made = [
        Misconception(
            because=text,
            items=tuple(dict.fromkeys(row.item.id for row in several)),
            facts=tuple(dict.fromkeys(fact_id for row in several for fact_id in row.item.facts)),
            number=len(several),
        )
        for text, several in found.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.number, one.because)))
