"""What ``carriages`` does for teachers: export and import questions. One function a command.

Imports stay inside the functions that need them, so that each command loads what it uses.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.commandline.choosing import bank_of, fail, keep, paper_of, progress, selection_of

if TYPE_CHECKING:
    from game.exchange import Exported, Loss
    from game.quiz.bank import Bank

OK, DIFFERS = 0, 1


def export(options: Namespace) -> int:
    """Write questions in the form of another program; say first what that form cannot carry."""
    from game.exchange import FORMATS, lost
    from game.exchange.neutral import PROOF

    if options.list:
        print(*(f"{name:12} {kind.suffix:10} {kind.about}" for name, kind in FORMATS.items()), sep="\n")
        return OK
    if options.format not in FORMATS:
        from game.prose.suggestions import suggest

        fail("export", f"no format is called {options.format!r}. {suggest(options.format, FORMATS)}")
    made = _exported(options, bank_of(options))
    if not made.questions:
        fail("export", "no question fits that choice")
    losses = lost(made, options.format)
    _tell(losses, options.format)
    if losses and options.strict:
        print("carriages export: nothing was written, for --strict lets nothing be lost.", file=sys.stderr)
        return DIFFERS
    kind = FORMATS[options.format]
    out = options.out or Path(f"{made.tour}{kind.suffix}")
    if not out.is_dir() and out.suffix.casefold() not in kind.endings:
        fail("export", f"expected a file that ends in {' or '.join(kind.endings)}, found {out.name!r}")
    left_out = {loss.question_id for loss in losses if loss.text.startswith("left out")}
    if len(left_out) == len(made.questions):
        fail("export", f"nothing of this fits into {options.format}")
    keep(out, kind.write(_watched(made)), "export", is_forced=options.force)
    written = [question for question in made.questions if question.id not in left_out]
    proofs = sum(question.id.endswith(PROOF) for question in written)
    more = f", {proofs} of them the proof of another" if proofs else ""
    print(f"{out}: {len(written)} {'question' if len(written) == 1 else 'questions'}{more}.")
    return OK


def _exported(options: Namespace, bank: "Bank") -> "Exported":
    from game.exchange import exported
    from game.quiz.papers import MOST, Selection, fitting

    if options.paper or options.items or options.seed is not None:
        options.items = options.items or MOST
        named = paper_of(options, bank)
        return exported(bank, named.paper, (), named.code)
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
    """The loss report: each cause, and the questions it befalls."""
    causes: dict[str, list[str]] = {}
    for loss in losses:
        causes.setdefault(loss.text, []).append(loss.question_id)
    for text, ids in causes.items():
        whom = f" ({len(ids)}): {', '.join(ids)}" if any(ids) else ""
        print(f"{name}: {text}{whom}", file=sys.stderr)


def import_(options: Namespace) -> int:
    """Turn questions of another program into a pack's items file; all of them or none."""
    from game.content.item_writing import render_items_file
    from game.exchange import csv_reading, gift_reading
    from game.exchange.drafts import items_of

    path = options.file
    readers = {".gift": gift_reading.read, ".txt": gift_reading.read, ".csv": csv_reading.read}
    if path.suffix.casefold() not in readers and not path.is_dir():
        fail("import", f"expected a file that ends in .gift, .txt or .csv, found {path.name!r}")
    text = _text(path)
    bank = bank_of(options)
    drafts, troubles = readers[path.suffix.casefold()](text, path)
    made = items_of(drafts, path, bank.world, options.room, options.fact)
    if amiss := [*troubles, *made.troubles]:
        print(*amiss, sep="\n", file=sys.stderr)
        number = len(amiss)
        fail("import", f"nothing was written, for {number} {'thing is' if number == 1 else 'things are'} to be mended")
    items = [item for several in made.rooms.values() for item in several]
    if not items:
        fail("import", f"{path} has no questions")
    out = options.out or Path(f"{path.name.partition('.')[0]}.yaml")
    is_anew = out.exists()
    keep(out, render_items_file(made.rooms).encode(), "import", is_forced=options.force)
    counted = f"{len(items)} {'question' if len(items) == 1 else 'questions'}"
    print(f"{out}: {counted}, to be asked once the file is in the folder items/ of a pack.")
    if not is_anew and (taken := [item.id for item in items if item.id in bank.items]):
        print(f"{out}: the pack has questions of these names already: {', '.join(taken[:8])}.", file=sys.stderr)
    return OK


def _text(path: Path) -> str:
    """What a file says."""
    if path.is_dir():
        fail("import", f"{path} is a folder; name a file in it")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as bad:
        fail("import", f"{path} cannot be read: {bad.strerror or bad}")
    except UnicodeDecodeError as bad:
        fail("import", f"{path}: expected UTF-8 text (in a spreadsheet: CSV UTF-8); the byte at {bad.start} is none")


COMMANDS: Mapping[str, Callable[[Namespace], int]] = {"export": export, "import": import_}
"""What is typed after ``carriages`` -> what answers."""
