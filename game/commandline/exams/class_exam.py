"""An exam of a class in its folder: the teacher's file, the candidates' files, the decisions and the marks."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from game.classroom.evidence import gather_evidence, load_evidence
from game.classroom.exam_decisions import EXAM_FILE, Decisions, load_decisions, save_decisions
from game.classroom.exam_marking import ExamMarker
from game.classroom.integrity import Judged, judge_class
from game.classroom.marked_attempts import write_marked_attempts
from game.commandline.exams.exam_choice import load_teachers_exam
from game.commandline.exit_status import DIFFERS, OK
from game.commandline.output import print_lines
from game.commandline.question_choice import load_bank
from game.commandline.usage_error import fail
from game.core.disk import make_folder, read_text, write_atomically
from game.core.identity import pseudonym_key
from game.core.paths import data_folder
from game.pack.world import World
from game.prose import exam_class_messages as messages
from game.prose.attempt_problems import describe_warning
from game.prose.class_lines import render_other_files
from game.prose.file_problems import describe_unusable_file
from game.prose.integrity_lines import render_integrity
from game.prose.lines import Line
from game.store.exam_files import TeachersExam, dump_exam
from game.store.receipts import split_receipt


class ClassExam:
    """An exam and what a folder holds of it."""

    def __init__(self, folder: Path, exam: TeachersExam, world: World, decisions: Decisions) -> None:
        self.folder = folder
        self.exam = exam
        self.world = world
        self.decisions = decisions

    @property
    def marker(self) -> ExamMarker:
        """Marks by the keys as they were decided."""
        return ExamMarker(self.exam, self.world, self.decisions.keys)

    def judge(self) -> tuple[Judged, ...]:
        """All candidates."""
        return judge_class(self.exam, self.marker, load_evidence(self.folder), self.decisions)

    def decide(self, **changes: object) -> tuple[Judged, ...]:
        """Take a decision, keep it, and write the marked attempts anew."""
        self.decisions = replace(self.decisions, exam=self.exam.hash, **changes)
        judged = self.judge()
        written = write_marked_attempts(self.folder, self.exam, self.marker, judged, self.decisions.written)
        self.decisions = replace(self.decisions, written=written)
        save_decisions(self.folder, self.decisions)
        return judged

    def find_candidate(self, name: str) -> str:
        """A candidate's name as the exam has it.

        Raises:
            UsageError: Nobody is called so.
        """
        known = {pseudonym_key(each.candidate): each.candidate for each in self.judge()}
        if pseudonym_key(name) not in known:
            fail("results", messages.describe_no_such_candidate(name, ", ".join(sorted(known.values())) or "-"))
        return known[pseudonym_key(name)]


def has_exam(folder: Path) -> bool:
    """Whether a folder holds an exam that is a file."""
    return (folder / EXAM_FILE).is_file()


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
    decisions = load_decisions(options.folder)
    if decisions.exam not in ("", exam.hash):
        fail("results", messages.describe_other_exam(options.folder))
    if named is not None:
        make_folder(options.folder)
        write_atomically(options.folder / EXAM_FILE, dump_exam(exam), is_private=True)
    return ClassExam(options.folder, exam, load_bank(options).world, decisions)


def judge_if_exam(options: Namespace) -> tuple[Judged, ...]:
    """What the files of a folder's exam say; nothing where it has none that is a file."""
    return open_class_exam(options).judge() if has_exam(options.folder) else ()


def collect_exam(options: Namespace) -> int:
    """Collect the files of an exam, check and mark them; the status is DIFFERS when somebody does not count."""
    opened = open_class_exam(options)
    found = gather_evidence(options.folders or ([] if options.accept else [data_folder() / "attempts"]), options.folder)
    for warning in found.warnings:
        print(describe_warning(warning))
    receipts = opened.decisions.receipts | (_read_receipts(options.receipts) if options.receipts else {})
    witnessed = opened.decisions.witnessed
    if options.witnessed:
        # What the teacher took from a machine is a receipt that nobody has to write down.
        named = {receipt: pseudonym_key(opened.decisions.find_name(name)) for receipt, name in found.receipts.items()}
        receipts, witnessed = receipts | named, tuple(dict.fromkeys((*witnessed, *named)))
    accepted = tuple(dict.fromkeys((*opened.decisions.accepted, *map(opened.find_candidate, options.accept))))
    judged = opened.decide(receipts=receipts, witnessed=witnessed, accepted=accepted)
    summary = Line(messages.render_gathered(options.folder, found.new, found.known, len(receipts)), "note")
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
