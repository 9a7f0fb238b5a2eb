"""Marks of collected exams from the teacher's own questions: a file brings responses, and its marks are not believed.

An attempt at the bank that the teacher has is marked by the teacher's questions, all those of its paper and no others.
One at another edition of the bank is marked by the questions in the file, for nobody else has them; reports say that it
is of another bank. What the exam of a file has marked already stays as it is.
"""

from collections.abc import Collection, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from game.classroom.class_record import ClassRecord, load_class
from game.classroom.exam_decisions import load_decisions
from game.classroom.index_rows import ResponseRow
from game.classroom.response_ids import compute_item_digest, make_response_id
from game.pack.kinds import Item, is_resolved, mark
from game.quiz.bank import Bank
from game.quiz.codes import BadCodeError, decode_paper
from game.store.attempt_folder import SUFFIX

SLACK = 1e-4
"""Marks are written with six digits; a mark that differs by less is the same."""


class Remarked(NamedTuple):
    """A class by the teacher's own marks."""

    record: ClassRecord
    differing: tuple[str, ...]
    """Candidates whose file brought other marks or other questions than those that count."""


def load_own_marks(folder: Path, bank: Bank, code: str = "", modes: Sequence[str] = ("exam",)) -> Remarked:
    """Load a class from its folder, and mark its exams anew.

    Args:
        folder: With attempts, and perhaps a roster.
        bank: The teacher's.
        code: Of the paper; empty for every paper.
        modes: Which attempts' responses: exam, practice, checkpoint.

    Raises:
        RosterError: The roster cannot be read.
        DecisionsError: What was decided about an exam cannot be read.
    """
    written = {name.removesuffix(SUFFIX) for name in load_decisions(folder).written}
    return mark_anew(load_class(folder, bank.world.tour.id, code, modes), bank, written)


def mark_anew(record: ClassRecord, bank: Bank, exempt: Collection[str] = ()) -> Remarked:
    """Mark all exams of a class anew.

    Args:
        record: The class.
        bank: The teacher's.
        exempt: Ids of attempts that the exam of a file has marked.
    """
    rows: list[ResponseRow] = []
    differing: dict[str, None] = {}
    papers: dict[str, tuple[Item, ...]] = {}
    for _, group in groupby(record.rows, key=lambda row: row.attempt):
        brought = tuple(group)
        first = brought[0]
        if first.mode != "exam" or first.attempt in exempt:
            rows += brought
            continue
        paper = papers.setdefault(first.code, _find_items(first.code, bank)) if first.bank == bank.digest else ()
        ours = tuple(_mark_row(row, bank) for row in _fit_paper(brought, paper))
        if _differ(ours, brought):
            differing[first.candidate] = None
        rows += ours
    return Remarked(replace(record, rows=tuple(rows)), tuple(sorted(differing)))


def _find_items(code: str, bank: Bank) -> tuple[Item, ...]:
    """The items of the paper that a code draws; none where it draws none."""
    try:
        return decode_paper(code, bank).items if code else ()
    except BadCodeError:
        return ()


def _fit_paper(brought: tuple[ResponseRow, ...], paper: tuple[Item, ...]) -> tuple[ResponseRow, ...]:
    """A row for each item of the paper, with the teacher's item; the rows as they came where no paper is known."""
    by_id = {row.item.id: row for row in brought}
    first = brought[0]
    return (
        tuple(
            by_id.get(item.id, _make_empty(first, item))._replace(item=item, digest=compute_item_digest(item))
            for item in paper
        )
        or brought
    )


def _make_empty(first: ResponseRow, item: Item) -> ResponseRow:
    name = make_response_id(first.attempt, item.id, 1)
    return first._replace(id=name, item=item, response=(), mark=0.0, seconds=0.0)


def _mark_row(row: ResponseRow, bank: Bank) -> ResponseRow:
    own = bank.items.get(row.item.id, row.item) if row.bank == bank.digest else row.item
    digest = row.digest if own is row.item else compute_item_digest(own)
    return row._replace(item=own, digest=digest, mark=_mark(own, row, bank))


def _differ(ours: tuple[ResponseRow, ...], brought: tuple[ResponseRow, ...]) -> bool:
    theirs = {row.item.id: row for row in brought}
    if set(theirs) != {row.item.id for row in ours}:
        return True
    return any(abs(row.mark - theirs[row.item.id].mark) > SLACK or row.item != theirs[row.item.id].item for row in ours)


def _mark(item: Item, row: ResponseRow, bank: Bank) -> float:
    # Facts that the pack no longer has cannot be asked, so the mark of the file is all there is.
    return mark(item, row.response, bank.world) if is_resolved(item, bank.world) else row.mark
