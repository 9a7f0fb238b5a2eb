"""What ``carriages`` does for teachers: export and import questions. One function a command.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.choosing import bank_of, fail, keep, paper_of, progress, selection_of

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
    keep(out, FORMATS[options.format].write(_watched(made)), "export", is_forced=options.force)
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


LONG = 2_000
"""Questions from which on an export is watched: it may take more than a second."""


def _watched(made: "Exported") -> "Exported":
    """The same questions, telling how far they have been gone through, where somebody looks and it takes long."""
    from msgspec.structs import replace

    if len(made.questions) < LONG or not sys.stderr.isatty():
        return made
    return replace(made, questions=_Watched(made.questions))


class _Watched(tuple):  # type: ignore[type-arg] # of questions
    """Questions that draw a bar as they are gone through."""

    __slots__ = ()

    def __iter__(self) -> Iterator[object]:
        for number, question in enumerate(super().__iter__(), start=1):
            if number % 500 == 0 or number == len(self):
                progress(number, len(self))
            yield question


def _tell(losses: "tuple[Loss, ...]", name: str) -> None:
    """The loss report: each question that loses something, and what."""
    for loss in losses[:SHOWN]:
        print(f"{name}: {loss.question_id or 'all'}: {loss.text}", file=sys.stderr)
    if len(losses) > SHOWN:
        print(f"{name}: and {len(losses) - SHOWN} more", file=sys.stderr)
    if number := len({loss.question_id for loss in losses if loss.question_id}):
        print(f"{name}: {number} {'question loses' if number == 1 else 'questions lose'} something.", file=sys.stderr)


def import_(options: Namespace) -> int:
    """Turn questions of another program into a pack's items file; all of them or none."""
    from game.content.writing import items_text
    from game.formats import csv_reading, gift_reading
    from game.formats.drafts import items_of

    path = options.file
    readers = {".gift": gift_reading.read, ".txt": gift_reading.read, ".csv": csv_reading.read}
    if path.suffix.casefold() not in readers:
        fail("import", f"expected a file that ends in .gift, .txt or .csv, found {path.name!r}")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as bad:
        fail("import", f"{path} cannot be read: {bad.strerror or bad}")
    except UnicodeDecodeError as bad:
        fail("import", f"{path}: expected UTF-8 text; the byte at {bad.start} is none")
    world = bank_of(options).world
    drafts, troubles = readers[path.suffix.casefold()](text, path)
    made = items_of(drafts, path, world, options.room, options.fact)
    for trouble in (*troubles, *made.troubles):
        print(trouble, file=sys.stderr)
    if troubles or made.troubles:
        number = len(troubles) + len(made.troubles)
        fail("import", f"nothing was written, for {number} {'thing is' if number == 1 else 'things are'} to be mended")
    if not made.rooms:
        fail("import", f"{path} has no questions")
    taken = [item.id for items in made.rooms.values() for item in items if item.id in bank_of(options).items]
    out = options.out or Path(f"{path.name.partition('.')[0]}.yaml")
    keep(out, items_text(made.rooms).encode(), "import", is_forced=options.force)
    print(f"{out}: {sum(map(len, made.rooms.values()))} questions. In the folder items/ of a pack they are asked.")
    if taken:
        print(f"{out}: the pack has questions of these names already: {', '.join(taken[:8])}.", file=sys.stderr)
    return OK


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {"export": export, "import": import_}
"""What is typed after ``carriages`` -> what answers."""
