"""An exam of a class in its folder: the teacher's exam, the candidates' files, the decisions and the marks.

The command line and the browser mark by this one class. Whoever holds it has the keys.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from game.classroom.evidence import Gathered, gather_evidence, keep_files, load_evidence
from game.classroom.exam_decisions import EXAM_FILE, Decisions, load_decisions, save_decisions
from game.classroom.exam_marking import ExamMarker
from game.classroom.integrity import Judged, judge_class
from game.classroom.marked_attempts import write_marked_attempts
from game.core.disk import make_folder, write_atomically
from game.core.identity import pseudonym_key
from game.pack.world import World
from game.store.exam_files import TeachersExam, dump_exam


class OtherExamError(ValueError):
    """The folder holds the results of another exam."""


class NoSuchCandidateError(LookupError):
    """Nobody in an exam is called so."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name, known)
        self.name, self.known = name, known


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
        """Take a decision, keep it, and write the marked attempts anew.

        Raises:
            OSError: Something could not be written.
        """
        self.decisions = replace(self.decisions, exam=self.exam.hash, **changes)
        judged = self.judge()
        written = write_marked_attempts(self.folder, self.exam, self.marker, judged, self.decisions.written)
        self.decisions = replace(self.decisions, written=written)
        save_decisions(self.folder, self.decisions)
        return judged

    def gather(self, folders: Iterable[Path], *, are_kept: bool = False) -> Gathered:
        """Copy the candidates' files from some folders; nothing is marked yet.

        Args:
            folders: Where the files are.
            are_kept: Whether a class on the teacher's machine has kept them, so that the teacher's lines are believed.

        Raises:
            OSError: They could not be written.
        """
        # A class keeps all its exams and rounds in one folder; a pupil who brings another paper has to be told.
        return gather_evidence(folders, self.folder, are_kept=are_kept, paper=self.exam.hash if are_kept else "")

    def gather_files(self, files: Iterable[tuple[str, bytes]]) -> Gathered:
        """Copy the candidates' files, each a name and its bytes; nothing is marked yet.

        Raises:
            OSError: They could not be written.
        """
        return keep_files(files, self.folder, self.exam.hash)

    def count(
        self,
        found: Gathered,
        *,
        is_witnessed: bool,
        receipts: Mapping[str, str] | None = None,
        accepted: Iterable[str] = (),
    ) -> tuple[Judged, ...]:
        """Check and mark what was gathered.

        Args:
            found: What was gathered.
            is_witnessed: Whether the teacher took the files from the machines.
            receipts: Receipt -> key of the candidate, of a list that the teacher has.
            accepted: Names of candidates who are to count whatever speaks against their files.

        Raises:
            NoSuchCandidateError: Nobody is called so.
            OSError: Something could not be written.
        """
        known = self.decisions
        merged, witnessed = {**known.receipts, **(receipts or {})}, known.witnessed
        if is_witnessed:
            # What the teacher took from a machine is a receipt that nobody has to write down.
            named = {receipt: pseudonym_key(known.find_name(name)) for receipt, name in found.receipts.items()}
            merged, witnessed = merged | named, tuple(dict.fromkeys((*witnessed, *named)))
        names = tuple(dict.fromkeys((*known.accepted, *map(self.find_candidate, accepted))))
        return self.decide(receipts=merged, witnessed=witnessed, accepted=names)

    def close_all(self) -> None:
        """Let what all have answered count as it is, handed in or not. It is kept with the next decision."""
        names = (each.candidate for each in self.judge())
        self.decisions = replace(self.decisions, closed=tuple(dict.fromkeys((*self.decisions.closed, *names))))

    def find_candidate(self, name: str) -> str:
        """A candidate's name as the exam has it.

        Raises:
            NoSuchCandidateError: Nobody is called so.
        """
        known = {pseudonym_key(each.candidate): each.candidate for each in self.judge()}
        if pseudonym_key(name) not in known:
            raise NoSuchCandidateError(name, sorted(known.values()))
        return known[pseudonym_key(name)]


def has_exam(folder: Path) -> bool:
    """Whether a folder holds an exam that is a file."""
    return (folder / EXAM_FILE).is_file()


def open_exam(folder: Path, exam: TeachersExam, world: World) -> ClassExam:
    """What a folder holds of an exam.

    Raises:
        OtherExamError: It holds another one.
        DecisionsError: What was decided cannot be read.
    """
    decisions = load_decisions(folder)
    if decisions.exam not in ("", exam.hash):
        raise OtherExamError(folder)
    return ClassExam(folder, exam, world, decisions)


def keep_exam(folder: Path, exam: TeachersExam) -> None:
    """Keep a copy of the teacher's exam in the folder, so that later commands need not name it.

    Raises:
        OSError: It could not be written.
    """
    make_folder(folder)
    write_atomically(folder / EXAM_FILE, dump_exam(exam), is_private=True)
