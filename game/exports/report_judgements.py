"""The part of a class report about judgements of the tour: how they went, and what was mixed up."""

from collections.abc import Iterator

from game.classroom.judgements import ClassJudgements
from game.exports.report_markup import render_heading, render_paragraph, render_table
from game.prose import report_labels as labels


def render_judgements(judged: ClassJudgements | None, least: int) -> Iterator[str]:
    """How the class has judged in the tour, and what it has mixed up; nothing of fewer tours than a group."""
    counts = [count for count in judged.counts if count.people >= least] if judged is not None else []
    if judged is None or not counts:
        return
    yield render_heading(labels.JUDGED)
    yield render_paragraph(labels.JUDGED_NOTE)
    rows = [
        (labels.JUDGEMENT_NAMES[each.prefix], str(each.number), f"{each.right / each.number:.0%}", str(each.people))
        for each in counts
    ]
    yield render_table(labels.JUDGEMENT_HEAD, rows)
    shown = [one for one in judged.misconceptions if one.number >= min(least, 2)][:12]
    if shown:
        mixed = [(one.because, ", ".join(one.items), str(one.number)) for one in shown]
        yield render_table(labels.MISCONCEPTION_HEAD, mixed)
