"""A class as both front ends show it: four figures, the items, the scores, the progress of each candidate.

Only pseudonyms.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from game.classroom.analysis import Analysis
from game.classroom.class_record import ClassRecord
from game.classroom.index_rows import AttemptSummary
from game.classroom.integrity import Judged
from game.classroom.item_analysis import ItemAnalysis
from game.core.identity import pseudonym_key
from game.prose import class_lines
from game.prose.class_lines import render_flag, render_no_statistics
from game.prose.exam import format_span
from game.prose.integrity_lines import describe_integrity

WEAK_FACILITY_THRESHOLD = 0.4
"""Facility, 0..1, below which an item is marked as weak."""

SCORE_BINS = 10

MAX_IDLE_SECONDS = 600.0
"""Seconds without an answer after which a candidate no longer counts as answering."""


class ItemBar(Struct, frozen=True):
    """One item."""

    label: str
    share: float
    """Facility, 0..1."""
    is_weak: bool
    flags: tuple[str, ...]


class CandidateRow(Struct, frozen=True):
    """The progress of one candidate; never the answers."""

    name: str
    answered: int
    asked: int
    is_handed_in: bool
    score: float | None
    """0..1; None before all is handed in."""
    state: str = "answering"
    """In words."""
    integrity: str = ""
    """What speaks for and against the file, in words; empty where the exam is no file."""


class ClassView(Struct, frozen=True, kw_only=True):
    """What is shown of a class now."""

    title: str
    figures: tuple[tuple[str, str, bool], ...]
    """Value, label, and whether it is weak."""
    items: tuple[ItemBar, ...]
    scores: tuple[int, ...]
    """Candidates in each tenth of the marks."""
    candidates: tuple[CandidateRow, ...]
    missing: tuple[str, ...]
    """Pseudonyms in the roster that have begun nothing."""
    note: str


def build_class_view(
    analysis: Analysis | None,
    record: ClassRecord,
    others: Sequence[str] = (),
    now: float = 0.0,
    judged: Sequence[Judged] = (),
) -> ClassView:
    """Build what is shown of a class.

    Args:
        analysis: Of what was handed in; None while nothing was.
        record: Of one paper.
        others: Codes of the other papers in the folder.
        now: The moment, in seconds since 1970.
        judged: What the files of an exam say, where it is a file. Who does not count is shown all the same.
    """
    scores = dict(zip(analysis.candidates, analysis.scores, strict=True)) if analysis else {}
    told = {pseudonym_key(each.candidate): describe_integrity(each) for each in judged}
    rows = tuple(_build_row(each, scores, now, told) for each in record.counted)
    # Beside the figures, which are of those that count.
    waiting = tuple(_build_waiting_row(each) for each in judged if not each.is_counted)
    return ClassView(
        title=f"Paper {record.code}" if record.code else "Class",
        figures=tuple(_build_figures(analysis, rows)),
        items=tuple(map(_build_bar, analysis.items)) if analysis else (),
        scores=_count_scores(tuple(scores.values())),
        candidates=(*rows, *waiting),
        missing=record.missing,
        note=_build_note(analysis, others, len(record.damaged)),
    )


def _build_bar(item: ItemAnalysis) -> ItemBar:
    is_weak = item.facility < WEAK_FACILITY_THRESHOLD
    return ItemBar(item.item.stem, item.facility, is_weak, tuple(map(render_flag, item.flags)))


def _build_waiting_row(judged: Judged) -> CandidateRow:
    """A candidate whose file does not count, or not yet."""
    answered, asked = (len(judged.marked.responses), len(judged.marked.marks)) if judged.marked else (0, 0)
    is_done = judged.attempt is not None and judged.attempt.handed_in is not None
    told = describe_integrity(judged)
    return CandidateRow(judged.candidate, answered, asked, is_done, None, class_lines.NOT_COUNTED, told)


def _build_row(
    summary: AttemptSummary, scores: Mapping[str, float], now: float, told: Mapping[str, str]
) -> CandidateRow:
    state = "answering" if now - summary.written < MAX_IDLE_SECONDS else "not handed in"
    # No score is shown before handing in: the whole class may see the screen.
    score = scores.get(summary.candidate) if summary.is_handed_in else None
    return CandidateRow(
        summary.candidate,
        summary.answered,
        summary.asked,
        summary.is_handed_in,
        score,
        "handed in" if summary.is_handed_in else state,
        told.get(pseudonym_key(summary.candidate), ""),
    )


def _build_figures(analysis: Analysis | None, rows: Sequence[CandidateRow]) -> list[tuple[str, str, bool]]:
    done = sum(row.is_handed_in for row in rows)
    handed_in = (f"{done} of {len(rows)}", "handed in", False)
    if analysis is None:
        answered, asked = sum(row.answered for row in rows), sum(row.asked for row in rows)
        return [handed_in, (f"{answered} of {asked}", "answers", False)]
    hardest = min(range(len(analysis.items)), key=lambda place: analysis.items[place].facility)
    seconds = sum(item.seconds for item in analysis.items)
    mean = sum(analysis.scores) / len(analysis.scores)
    return [
        (f"{mean:.0%}", "mean score", mean < WEAK_FACILITY_THRESHOLD),
        handed_in,
        (format_span(seconds), "mean time", False),
        (f"Q{hardest + 1}", "hardest", analysis.items[hardest].facility < WEAK_FACILITY_THRESHOLD),
    ]


def _count_scores(scores: Sequence[float]) -> tuple[int, ...]:
    counts = [0] * SCORE_BINS
    for score in scores:
        # A little is added: a sum of part marks may come out just below the tenth that it has reached.
        counts[min(SCORE_BINS - 1, int(score * SCORE_BINS + 1e-9))] += 1
    return tuple(counts)


def _build_note(analysis: Analysis | None, others: Sequence[str], damaged: int) -> str:
    more = [class_lines.render_damaged_count(damaged)] if damaged else []
    more += [class_lines.render_other_papers(others)] if others else []
    if analysis is None:
        return " ".join([class_lines.NOTHING_HANDED_IN, *more])
    parts = more
    if analysis.no_statistics:
        parts.append(render_no_statistics(analysis.no_statistics, len(analysis.candidates)))
    if analysis.repeated:
        parts.append(class_lines.render_repeated_note(analysis.repeated))
    if analysis.figures and analysis.figures.consistency is not None:
        parts.append(class_lines.render_consistency(analysis.figures.consistency))
    return " ".join(parts)
