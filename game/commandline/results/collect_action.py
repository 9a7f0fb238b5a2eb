"""``carriages results collect``: bring attempts from other folders."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.classroom.class_exam import has_exam
from game.classroom.collecting import collect_attempts
from game.classroom.index import remove_old_index
from game.commandline.exams.class_exam import collect_exam
from game.commandline.exit_status import DIFFERS, OK
from game.commandline.output import print_lines
from game.commandline.question_choice import load_bank
from game.commandline.results.class_choice import add_class_options, choose_code, load_own_marks, render_warnings
from game.core.paths import data_folder
from game.prose.attempt_problems import describe_warning
from game.prose.class_lines import render_collected, render_other_files
from game.prose.class_messages import render_removed_index


def add_options(command: ArgumentParser) -> None:
    """Add the options of the action."""
    command.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="DIR",
        help="folders that hold attempts (default: the attempts kept on this computer)",
    )
    command.add_argument(
        "--exam",
        type=Path,
        metavar="FILE",
        help="your file of the exam: marks, items and rules come from it, and each file is checked",
    )
    command.add_argument(
        "--receipts", type=Path, metavar="FILE", help="list of receipts, one on each line, with or without a name"
    )
    command.add_argument(
        "--witnessed",
        action="store_true",
        help="you take these files yourself from machines that you watched: each is recorded, and a later one differs",
    )
    command.add_argument(
        "--from-class",
        action="store_true",
        help="these files were kept by carriages class on your machine: what you did on its board counts, and each is "
        "recorded as by --witnessed",
    )
    command.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="NAME",
        help="count the file of this candidate, whatever speaks against it; may be repeated",
    )
    add_class_options(command)


def run(options: Namespace) -> int:
    """Collect attempts; the status is DIFFERS when something was left out."""
    is_of_exam = options.exam or options.receipts or options.accept or options.witnessed or options.from_class
    if is_of_exam or has_exam(options.folder):
        return collect_exam(options)
    found = collect_attempts(options.folders or [data_folder() / "attempts"], options.folder)
    for warning in found.warnings:
        print(describe_warning(warning), file=sys.stderr)
    if old := remove_old_index(options.folder):
        print(render_removed_index(old))
    bank = load_bank(options)
    record = load_own_marks(options, bank, choose_code(options))
    summary = render_collected(found.new, found.grown, found.known, str(options.folder))
    others = [render_other_files([str(path) for path in found.others])] if found.others else []
    print_lines([summary, *others, *render_warnings(record, bank.digest)], options)
    return DIFFERS if found.warnings else OK
