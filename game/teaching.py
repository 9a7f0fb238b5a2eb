"""What ``carriages`` does for teachers: export and import questions. One function a command.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.choosing import bank_of, fail, keep, paper_of, selection_of

if TYPE_CHECKING:
    from game.formats import Exported, Loss
    from game.quiz.bank import Bank

OK, DIFFERS = 0, 1

SHOWN = 400
"""Losses told one by one; the rest is counted."""


def export(options: Namespace) -> int:
    """Write questions in the form of another program; say first what that form cannot carry."""
    from game.formats import FORMATS, lost

    if options.list:
        print(*(f"{name:12} {kind.suffix:10} {kind.about}" for name, kind in FORMATS.items()), sep="\n")
        return OK
    if options.format not in FORMATS:
        from game.content.problems import suggest

        fail("export", f"no format is called {options.format!r}. {suggest(options.format, FORMATS)}")
    made = _exported(options, bank_of(options))
    if not made.questions:
        fail("export", "no question fits that choice")
    losses = lost(made, options.format)
    _tell(losses, options.format)
    if losses and options.strict:
        print("carriages export: nothing was written, for --strict lets nothing be lost.", file=sys.stderr)
        return DIFFERS
    out = options.out or Path(f"{made.tour}{FORMATS[options.format].suffix}")
    keep(out, FORMATS[options.format].write(made), "export", is_forced=options.force)
    out_of = len({loss.question_id for loss in losses if loss.text.startswith("left out")})
    print(f"{out}: {len(made.questions) - out_of} questions.")
    return OK


def _exported(options: Namespace, bank: "Bank") -> "Exported":
    from game.formats import exported
    from game.quiz.papers import MOST, Selection, fitting

    if options.paper or options.items or options.seed is not None:
        options.items = options.items or MOST
        paper, code = paper_of(options, bank)
        return exported(bank, paper, (), code)
    options.items = MOST
    chosen: Selection = selection_of(options, bank)
    return exported(bank, None, fitting(bank, chosen), "")


def _tell(losses: "tuple[Loss, ...]", name: str) -> None:
    """The loss report: each question that loses something, and what."""
    for loss in losses[:SHOWN]:
        print(f"{name}: {loss.question_id or 'all'}: {loss.text}", file=sys.stderr)
    if len(losses) > SHOWN:
        print(f"{name}: and {len(losses) - SHOWN} more", file=sys.stderr)
    if number := len({loss.question_id for loss in losses if loss.question_id}):
        print(f"{name}: {number} {'question loses' if number == 1 else 'questions lose'} something.", file=sys.stderr)


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {"export": export}
"""What is typed after ``carriages`` -> what answers."""
