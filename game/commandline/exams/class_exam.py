"""The exam of a class as the actions of ``carriages results`` open it: with a clear error if this is not possible."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from game.classroom.class_exam import ClassExam, NoSuchCandidateError, OtherExamError, has_exam, keep_exam, open_exam
from game.classroom.exam_decisions import EXAM_FILE
from game.classroom.integrity import Judged
from game.commandline.exams.exam_choice import load_teachers_exam
from game.commandline.exit_status import DIFFERS, OK
from game.commandline.output import print_lines
from game.commandline.question_choice import load_bank
from game.commandline.usage_error import fail
from game.core.disk import read_text
from game.core.identity import pseudonym_key
from game.core.paths import data_folder
from game.prose import exam_class_messages as messages
from game.prose.attempt_problems import describe_warning
from game.prose.class_lines import render_other_files
from game.prose.file_problems import describe_unusable_file
from game.prose.integrity_lines import render_integrity
from game.prose.lines import Line
from game.store.receipts import split_receipt


def open_class_exam(options: Namespace) -> ClassExam:
    """The exam of a folder: the one that is named, else the one that was collected there.

    Raises:
        UsageError: There is none, or another one.
        DecisionsError: What was decided cannot be read.
    """
    named = getattr(options, "exam", None)
    if named is None and not has_exam(options.folder):
        fail("results", messages.describe_no_exam(options.folder))
    exam = load_teachers_exam(named or options.folder / EXAM_FILE, "results")
    world = load_bank(options).world
    try:
        opened = open_exam(options.folder, exam, world)
    except OtherExamError:
        fail("results", messages.describe_other_exam(options.folder))
    if named is not None:
        keep_exam(options.folder, exam)
    return opened


def find_candidate(opened: ClassExam, name: str) -> str:
    """A candidate's name as the exam has it.

    Raises:
        UsageError: Nobody is called so.
    """
    try:
        return opened.find_candidate(name)
    except NoSuchCandidateError as bad:
        fail("results", messages.describe_no_such_candidate(bad.name, ", ".join(bad.known) or "-"))


def judge_if_exam(options: Namespace) -> tuple[Judged, ...]:
    """What the files of a folder's exam say; nothing where it has none that is a file."""
    return open_class_exam(options).judge() if has_exam(options.folder) else ()


def collect_exam(options: Namespace) -> int:
    """Collect the files of an exam, check and mark them; the status is DIFFERS when somebody does not count."""
    opened = open_class_exam(options)
    folders = options.folders or ([] if options.accept else [data_folder() / "attempts"])
    found = opened.gather(folders, are_kept=options.from_class)
    for warning in found.warnings:
        print(describe_warning(warning))
    listed = _read_receipts(options.receipts) if options.receipts else {}
    accepted = [find_candidate(opened, name) for name in options.accept]
    is_witnessed = options.witnessed or options.from_class
    judged = opened.count(found, is_witnessed=is_witnessed, receipts=listed, accepted=accepted)
    receipts = len(opened.decisions.receipts)
    summary = Line(messages.render_gathered(options.folder, found.new, found.known, receipts), "note")
    others = [render_other_files([str(path) for path in found.others])] if found.others else []
    print_lines([summary, *others], options)
    show_judged(opened, judged, options)
    return OK if all(each.is_counted for each in judged) else DIFFERS


def show_judged(opened: ClassExam, judged: Sequence[Judged], options: Namespace) -> None:
    """Print the table of an exam."""
    exam = opened.exam
    print_lines(render_integrity(exam.title, len(exam.questions), exam.rules.minutes, judged), options)


def _read_receipts(path: Path) -> dict[str, str]:
    """The receipts in a list: receipt -> key of the candidate, empty where the line has no name.

    Raises:
        UsageError: The list cannot be read, or holds no receipt.
    """
    text = read_text(path)
    if not isinstance(text, str):
        fail("results", messages.describe_unreadable_list(path, describe_unusable_file(text.why, text.detail)))
    found = {receipt: pseudonym_key(name) if name else "" for name, receipt in map(split_receipt, text.splitlines())}
    found.pop("", None)
    if not found:
        fail("results", messages.describe_no_receipt(path))
    return found
