"""The class that an action of ``carriages results`` is about, and what a teacher should know of it."""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.classroom import own_marks
from game.classroom.class_record import ClassRecord
from game.commandline.usage_error import fail
from game.prose import class_lines
from game.prose import class_messages as messages
from game.prose.attempt_problems import describe_damage
from game.prose.lines import Line
from game.quiz.bank import Bank
from game.quiz.codes import normalise_code

ALL_MODES = ("exam", "practice", "checkpoint")


def add_class_options(action: ArgumentParser) -> None:
    """Add the class options also after the name of an action."""
    action.add_argument(
        "--folder",
        type=Path,
        metavar="DIR",
        default=SUPPRESS,
        help="folder of the class (default: the folder of this player)",
    )
    action.add_argument("--paper", metavar="CODE", default=SUPPRESS, help="only attempts at the paper with this code")


def choose_code(options: Namespace) -> str:
    """The code of the paper, as attempts hold it; empty for every paper."""
    return normalise_code(options.paper or "")


def load_unwarned(options: Namespace, bank: Bank) -> ClassRecord:
    """Load the exams of a class for a screen, which is no place for warnings."""
    return own_marks.load_own_marks(options.folder, bank).record


def load_own_marks(options: Namespace, bank: Bank, code: str, modes: Sequence[str] = ("exam",)) -> ClassRecord:
    """Load the class, its exams marked from the teacher's own questions; print whose file brought other marks."""
    remarked = own_marks.load_own_marks(options.folder, bank, code, modes)
    if remarked.differing:
        print(class_lines.render_brought_marks(remarked.differing).text, file=sys.stderr)
    return remarked.record


def load_handed_in(options: Namespace, bank: Bank, modes: Sequence[str] = ("exam",)) -> ClassRecord:
    """Load the class, and print which files are damaged.

    Raises:
        UsageError: Nothing was handed in.
    """
    record = load_own_marks(options, bank, choose_code(options), modes)
    for damage in record.damaged:
        print(messages.render_not_counted(describe_damage(damage)), file=sys.stderr)
    if not record.rows:
        fail("results", messages.describe_no_attempts(options.folder, options.paper or ""))
    return record


def render_warnings(record: ClassRecord, digest: str) -> Iterator[Line]:
    """Who has not begun or finished, is not in the roster, took part twice, or had another limit or bank."""
    if record.missing:
        yield class_lines.render_missing(record.missing)
    if record.not_in_roster:
        yield class_lines.render_not_in_roster(record.not_in_roster)
    if record.unfinished:
        yield class_lines.render_unfinished(record.unfinished)
    usual, others = record.other_limits
    if others:
        yield class_lines.render_other_limits(usual, others)
    if record.repeated:
        yield class_lines.render_repeated(record.repeated)
    if banks := record.other_banks(digest):
        yield class_lines.render_other_banks(banks, digest)
