"""The job line: the question that is chased, how many of its notes are there, and what the paper thinks."""

from textual.content import Content

from game.app.view import Job, View
from game.prose.lead_lines import NO_JOB, draw_slots, draw_trust
from game.tui.widgets.styled_text import make_clickable
from game.tui.widgets.view_block import ViewBlock

CLASS = "-job"
"""Class of the screen where the pack has leads: only there is the line shown."""


class JobLine(ViewBlock):
    """One row: Job  How tall is the tower?   notes ■■□   trust ●○○."""

    def make_view_rows(self, view: View, width: int) -> list[Content]:
        """The row; the question is cut where it does not fit beside the marks."""
        if view.job is None:
            return []
        marks = _make_marks(view.job)
        head = Content.styled("Job  ", "bold $gold")
        progress = view.job.progress
        text = progress.lead.asks if progress else NO_JOB
        question = make_clickable(text, "job").truncate(max(0, width - head.cell_length - marks.cell_length - 2))
        row = head + question
        return [row.pad_right(max(0, width - row.cell_length - marks.cell_length)) + marks]


def _make_marks(job: Job) -> Content:
    marks = Content("")
    if job.progress is not None:
        marks += Content.assemble(("notes ", "$muted"), (draw_slots(job.progress), "$gold"))
    if job.trust is not None:
        marks += Content.assemble(("   trust ", "$muted"), (draw_trust(job.trust), "$gold"))
    return marks
