"""``carriages results`` without an action: the class, on the screen or in lines."""

from argparse import Namespace
from collections.abc import Iterator
from time import time

from game.app.class_view import ClassView, build_class_view
from game.classroom.analysis import analyse
from game.classroom.index import open_index
from game.classroom.index_rows import read_signature
from game.commandline.exams.class_exam import judge_if_exam
from game.commandline.exit_status import OK
from game.commandline.line_choice import wants_lines
from game.commandline.output import print_lines
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import choose_code, load_unwarned
from game.core.paths import data_folder
from game.core.terminal import is_poor
from game.prose import class_lines
from game.prose.lines import Line

MAX_VIEW_AGE_SECONDS = 60
"""After this time the class is read again even if no file has changed: a candidate may have stopped answering."""


def show_class(options: Namespace) -> int:
    """Show the class: on the screen, painted again when attempts arrive, or once in lines."""
    look = _ClassWatcher(options)
    if wants_lines(options):
        print_lines(_render(look()), options)
        return OK
    from game import tui  # line mode must never load Textual

    return tui.run_class(look, home=data_folder(), is_ascii=options.ascii or is_poor())


class _ClassWatcher:
    """Reads the folder of results each time it is called. Unchanged data is not analysed again."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        self._bank = load_bank(options)
        self._seen: object = None
        self._view: ClassView | None = None

    def __call__(self) -> ClassView:
        with open_index(self._options.folder) as index:
            seen = (read_signature(index), int(time() // MAX_VIEW_AGE_SECONDS))
        if self._view is None or seen != self._seen:
            self._seen, self._view = seen, self._look()
        return self._view

    def _look(self) -> ClassView:
        everyone = load_unwarned(self._options, self._bank)
        # Without --paper, the paper that was begun last: a teacher usually opens this during an exam.
        code = choose_code(self._options) or (everyone.papers[0] if everyone.papers else "")
        record = everyone.of(code)
        others = tuple(paper for paper in everyone.papers if paper != code)
        analysis = analyse(record.rows, self._bank.world) if record.rows else None
        return build_class_view(analysis, record, others, time(), judge_if_exam(self._options))


def _render(shown: ClassView) -> Iterator[Line]:
    yield Line(shown.title, "headline")
    yield class_lines.render_figures(shown.figures)
    yield from (
        class_lines.render_item_bar(n, each.label, each.share, each.flags)
        for n, each in enumerate(shown.items, start=1)
    )
    yield from class_lines.render_scores(shown.scores)
    for row in shown.candidates:
        yield class_lines.render_candidate(row.name, row.answered, row.asked, row.score, row.state, row.integrity)
    if shown.missing:
        yield class_lines.render_missing(shown.missing)
    if shown.note:
        yield Line(shown.note, "note")
