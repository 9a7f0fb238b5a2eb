"""Reads and writes the files of exams, with a clear error if this is not possible."""

from pathlib import Path

from game.commandline.usage_error import fail
from game.core.disk import is_folder, is_there, write_atomically
from game.prose import command_messages
from game.prose import exam_file_messages as messages
from game.prose.paper_errors import describe_paper_fault
from game.store.exam_files import BadExamError, CandidatesExam, TeachersExam, dump_exam, find_exam_kind, read_exam


def load_teachers_exam(path: Path, command: str) -> TeachersExam:
    """The teacher's file of an exam.

    Raises:
        UsageError: It cannot be used.
    """
    if find_exam_kind(path) == "candidates-exam":
        fail(command, messages.describe_candidates_file(path))
    try:
        return read_exam(path, TeachersExam)
    except BadExamError as bad:
        fail(command, describe_paper_fault(bad.fault))


def load_candidates_exam(path: Path) -> CandidatesExam:
    """What the candidates get of an exam, from their file or from the teacher's.

    Raises:
        UsageError: It cannot be used.
    """
    try:
        # A teacher may try the exam with the own file: what is asked, and kept, is the same.
        if find_exam_kind(path) == "exam":
            return read_exam(path, TeachersExam).make_candidates_exam()
        return read_exam(path, CandidatesExam)
    except BadExamError as bad:
        fail("exam", describe_paper_fault(bad.fault))


def write_private(out: Path, exam: TeachersExam, *, is_forced: bool) -> None:
    """Write the teacher's file, readable by its owner only.

    Raises:
        UsageError: It cannot be written.
    """
    if is_folder(out) or not out.name:
        fail("exam", command_messages.describe_folder_named(out))
    if is_there(out) and not is_forced:
        fail("exam", command_messages.describe_existing_file(out))
    try:
        write_atomically(out, dump_exam(exam), is_private=True)
    except OSError as bad:
        fail("exam", command_messages.describe_unwritable(out, bad.strerror or bad))
