"""The results of a class for one item: how many were right, which answers were given, what a teacher should check."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import Literal, NamedTuple

from msgspec import Struct

from game.classroom.index_rows import ResponseRow
from game.classroom.statistics import ItemStatistics
from game.pack.kinds import FULL_MARK_THRESHOLD, Item, Response, describe_form, find_misconception, name_kind
from game.pack.kinds.two_tier import MARK_FOR_WRONG_PROOF
from game.pack.world import World, facts_in

MAX_FACILITY = 0.95
"""Above it an item is flagged as too easy: it hardly separates candidates."""

MIN_FACILITY = 0.25
"""Below it an item is flagged as too hard: of four options, guessing alone reaches it."""

MIN_DISCRIMINATION_INDEX = 20.0
"""In percent. Below it an item is flagged, because it hardly separates strong from weak candidates."""

MIN_DISCRIMINATIVE_EFFICIENCY = 15.0
"""In percent. Below it an item is flagged as dubious."""

MIN_STRONG_CANDIDATES_FOR_FLAG = 3
"""Candidates of the strongest third who must have chosen a wrong answer before it is flagged."""

FlagKind = Literal["too hard", "too easy", "miskeyed", "hardly separates", "dubious", "attracts the strong"]


class ItemFlag(NamedTuple):
    """A reason to look at an item."""

    kind: FlagKind
    response: Response = ()
    """The wrong answer that strong candidates chose; empty for every other kind."""


class GroupFacility(NamedTuple):
    """How well a group answered."""

    facility: float
    """Mean mark, 0..1; 0 for an empty group."""
    number: int
    """Number of responses in the mean. Small groups must not be shown: their figures reveal single persons."""


class Thirds(NamedTuple):
    """The strongest and the weakest third of a class. The middle third is in neither."""

    strong: frozenset[str]
    weak: frozenset[str]


class ChosenAnswer(Struct, frozen=True, kw_only=True):
    """How often an answer was given."""

    response: Response
    is_right: bool
    number: int
    strong: int
    """By candidates of the strongest third."""
    weak: int
    """By candidates of the weakest third."""
    because: str = ""
    """What those who gave it have mixed up, in the authors' words."""


class ItemAnalysis(Struct, frozen=True, kw_only=True):
    """One item of a paper."""

    item: Item
    kind: str
    number: int
    """Candidates who were asked."""
    blank: int
    """Of them, those who did not answer."""
    facility: float
    """Mean mark, 0..1."""
    figures: ItemStatistics | None
    """None where the paper has no statistics."""
    seconds: float
    """Mean time on the screen."""
    chosen: tuple[ChosenAnswer, ...]
    """The most frequent first."""
    flags: tuple[ItemFlag, ...]
    visited: GroupFacility
    """For candidates who had visited a room where the answer can be read."""
    unvisited: GroupFacility
    wrong_reason: int
    """Right answers with a wrong proof."""


def analyse_item(
    rows: Sequence[ResponseRow], figures: ItemStatistics | None, thirds: Thirds, world: World
) -> ItemAnalysis:
    """Analyse the responses to one item.

    Args:
        rows: One row a candidate; at least one.
        figures: The item's statistics; None where the paper has none.
        thirds: The strongest and the weakest candidates.
        world: The pack: in which rooms the answer can be read.
    """
    item = rows[0].item
    chosen = _count_answers(item, rows, thirds)
    # The first fact is the one that the question asks for; the others only support the feedback.
    rooms = frozenset(room.id for room in world.rooms.values() if item.facts[0] in facts_in(room))
    facility = fmean(row.mark for row in rows)
    return ItemAnalysis(
        item=item,
        kind=name_kind(item),
        number=len(rows),
        blank=sum(not row.response for row in rows),
        facility=facility,
        figures=figures,
        seconds=fmean(row.seconds for row in rows),
        chosen=chosen,
        flags=tuple(find_flags(facility, figures, chosen)),
        visited=average_marks([row.mark for row in rows if row.visited & rooms]),
        unvisited=average_marks([row.mark for row in rows if not row.visited & rooms]),
        wrong_reason=sum(row.mark == MARK_FOR_WRONG_PROOF for row in rows) if describe_form(item).has_proof else 0,
    )


def average_marks(marks: Sequence[float]) -> GroupFacility:
    """The facility of a group by its marks."""
    return GroupFacility(fmean(marks) if marks else 0.0, len(marks))


def _count_answers(item: Item, rows: Sequence[ResponseRow], thirds: Thirds) -> tuple[ChosenAnswer, ...]:
    """Count each answer that was given, the most frequent first."""
    by_response: dict[Response, list[ResponseRow]] = defaultdict(list)
    for row in rows:
        if row.response:
            by_response[row.response].append(row)
    found = [
        ChosenAnswer(
            response=response,
            is_right=all(row.mark >= FULL_MARK_THRESHOLD for row in several),
            number=len(several),
            strong=sum(row.candidate in thirds.strong for row in several),
            weak=sum(row.candidate in thirds.weak for row in several),
            because=find_misconception(item, response),
        )
        for response, several in by_response.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.number, one.response)))


def find_flags(facility: float, figures: ItemStatistics | None, chosen: Sequence[ChosenAnswer]) -> Iterator[ItemFlag]:
    """Find the reasons to look at an item; none where there are no statistics."""
    # Without statistics there are too few candidates: every flag would come from chance, not from the item.
    if figures is None:
        return
    if facility < MIN_FACILITY:
        yield ItemFlag("too hard")
    if facility > MAX_FACILITY:
        yield ItemFlag("too easy")
    if figures.discrimination is not None and figures.discrimination < MIN_DISCRIMINATION_INDEX:
        yield ItemFlag("miskeyed" if figures.discrimination < 0 else "hardly separates")
    if figures.efficiency is not None and figures.efficiency < MIN_DISCRIMINATIVE_EFFICIENCY:
        yield ItemFlag("dubious")
    for one in chosen:
        if not one.is_right and one.strong >= MIN_STRONG_CANDIDATES_FOR_FLAG and one.strong > one.weak:
            yield ItemFlag("attracts the strong", one.response)
