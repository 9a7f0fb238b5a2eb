"""The integrity of the files of an exam in the report of a class: who counts, and what speaks against each file.

A table with row headers, signs beside words and no script: it is read on paper and by screen readers.
"""

from collections.abc import Iterator, Sequence

from game.classroom.integrity import Judged
from game.exports.report_markup import escape_html, render_heading, render_note
from game.prose import report_labels as labels
from game.prose.exam import format_span
from game.prose.integrity_lines import LIMITS, describe_integrity


def render_integrity_table(judged: Sequence[Judged]) -> Iterator[str]:
    """The table, those whom a teacher has to look at first; nothing where the exam is no file."""
    if not judged:
        return
    waiting = sum(not each.is_counted for each in judged)
    yield render_heading(labels.INTEGRITY)
    yield render_note(labels.render_waiting(waiting, len(judged)))
    heads = "".join(f'<th scope="col">{escape_html(head)}</th>' for head in labels.INTEGRITY_HEAD)
    rows = "".join(map(_render_row, sorted(judged, key=lambda each: each.is_counted)))
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    yield render_note(LIMITS)


def _render_row(each: Judged) -> str:
    mark, time = "-", "-"
    if each.marked is not None and each.timing is not None:
        total = f"{each.marked.total:.2f}"
        mark, time = total if each.is_counted else f"({total})", format_span(each.timing.elapsed)
    cells = "".join(f"<td>{escape_html(text)}</td>" for text in (mark, time, describe_integrity(each)))
    return f'<tr><th scope="row">{escape_html(each.candidate or "?")}</th>{cells}</tr>'
