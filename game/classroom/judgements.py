"""What a class has judged in the tour: between two notes, in closing questions, in printing lines."""

from collections.abc import Sequence
from typing import NamedTuple

from game.classroom.index_rows import ResponseRow
from game.classroom.misconceptions import Misconception, find_misconceptions
from game.pack.kinds import FULL_MARK_THRESHOLD

COMPARED, CLOSED, PRINTED = "compare-", "close-", "print-"
"""What the ids of kept judgements begin with."""


class JudgementCount(NamedTuple):
    """How one sort of judgement went."""

    prefix: str
    """COMPARED, CLOSED or PRINTED."""
    number: int
    right: int
    people: int
    """In how many tours; a tour has no name of its player."""


class ClassJudgements(NamedTuple):
    """All judgements of a class."""

    counts: tuple[JudgementCount, ...]
    misconceptions: tuple[Misconception, ...]


def count_judgements(rows: Sequence[ResponseRow]) -> ClassJudgements:
    """The judgements among the answers of tours; answers at doors are left out."""
    judged = [row for row in rows if row.item.id.startswith((COMPARED, CLOSED, PRINTED))]
    counts = []
    for prefix in (COMPARED, CLOSED, PRINTED):
        of_sort = [row for row in judged if row.item.id.startswith(prefix)]
        right = sum(row.mark >= FULL_MARK_THRESHOLD for row in of_sort)
        if of_sort:
            counts.append(JudgementCount(prefix, len(of_sort), right, len({row.attempt for row in of_sort})))
    return ClassJudgements(tuple(counts), find_misconceptions(judged))
