"""The marks of a class, for its teacher alone. What is made here holds the keys: no page of a pupil reaches it.

Nothing is read or marked before the teacher asks. The attempts are then copied into a folder of results, as
``carriages results collect --from-class`` does, so that the command line goes on with the same folder.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Literal, NamedTuple

from game.classroom.class_exam import ClassExam, has_exam, keep_exam, open_exam
from game.classroom.exam_decisions import DecisionsError
from game.classroom.integrity import Judged
from game.classroom.own_marks import load_own_marks
from game.classroom.released_sheets import ReleasedSheet
from game.classroom.roster import RosterError, inherit_roster
from game.exports.class_files import ClassFiles
from game.exports.report_page import MIN_GROUP_SIZE
from game.exports.sheet_files import make_sheets
from game.quiz.bank import Bank
from game.store.attempt_shelf import AttemptShelf
from game.store.exam_files import TeachersExam
from game.web.classes.class_exams import ClassExams
from game.web.classes.class_pack import ClassPack

Trouble = Literal[
    "no exam", "unknown", "goes on", "no keys", "no pack", "not marked", "nothing", "small", "unreadable", "not kept"
]

DIGITS_OF_FOLDER = 12


class NoMarksError(Exception):
    """Marks cannot be had."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(trouble, detail)
        self.trouble, self.detail = trouble, detail


class MarkedClass(NamedTuple):
    """A class after it was marked."""

    opened: ClassExam
    judged: tuple[Judged, ...]
    files: ClassFiles

    def require_number(self, *, with_small: bool) -> "MarkedClass":
        """The same class, of which enough have handed in to be told of.

        Raises:
            NoMarksError: Nothing counts, or so few that their figures would tell of persons.
        """
        number = len({row.candidate for row in self.files.record.rows})
        if not number:
            raise NoMarksError("nothing")
        if number < MIN_GROUP_SIZE and not with_small:
            raise NoMarksError("small", str(number))
        return self


class ClassMarks:
    """Marks the exams of one class. All methods wait, so they run in a thread."""

    def __init__(self, exams: ClassExams, shelf: AttemptShelf, pack: ClassPack, folder: Path) -> None:
        """Make it; nothing is read yet.

        Args:
            exams: The exams that the class keeps.
            shelf: Its attempts.
            pack: The pack that the exams are about.
            folder: Where results are kept, in a folder for each exam.
        """
        self._exams, self._shelf, self._pack, self._folder = exams, shelf, pack, folder
        self._lock = Lock()

    def require_keys(self, digest: str) -> TeachersExam:
        """The teacher's file of an exam.

        Raises:
            NoMarksError: It is not on this machine.
            OSError: It cannot be read.
        """
        exam = self._exams.find_for_teacher(digest) if digest else None
        if exam is None:
            raise NoMarksError("no keys" if digest else "no exam")
        return exam

    def find_folder(self, digest: str) -> Path:
        """Where the results of an exam are."""
        return self._folder / digest[:DIGITS_OF_FOLDER]

    def is_marked(self, digest: str) -> bool:
        """Whether the teacher has asked for the marks of an exam before."""
        return bool(digest) and has_exam(self.find_folder(digest))

    def mark(self, digest: str, *, closes: bool = False) -> MarkedClass:
        """Collect what was answered so far, and mark it.

        Args:
            digest: Hash of the exam.
            closes: Whether what was not handed in counts as it is.

        Raises:
            NoMarksError: It cannot be marked here.
            OSError: The results cannot be kept.
        """

        def collect(opened: ClassExam) -> tuple[Judged, ...]:
            keep_exam(opened.folder, opened.exam)
            inherit_roster(opened.folder, self._folder)
            found = opened.gather_files(self._shelf.read_files())
            if closes:
                opened.close_all()
            return opened.count(found, is_witnessed=True)

        return self._do(digest, collect)

    def look(self, digest: str) -> MarkedClass:
        """What was marked when the teacher asked last.

        Raises:
            NoMarksError: Nothing was, or it cannot be read.
            OSError: The results cannot be read.
        """
        if not self.is_marked(digest):
            self.require_keys(digest)
            raise NoMarksError("not marked")
        return self._do(digest, ClassExam.judge)

    def make_sheets(self, digest: str) -> Mapping[str, ReleasedSheet]:
        """The sheets of all whose answers count, marked now.

        Raises:
            NoMarksError: It cannot be marked here.
            OSError: The results cannot be kept.
        """
        marked = self.mark(digest)
        with self._lock:
            return make_sheets(marked.opened, marked.opened.decide(released=True))

    def _do(self, digest: str, do: Callable[[ClassExam], tuple[Judged, ...]]) -> MarkedClass:
        exam, bank = self._load(digest)
        folder = self.find_folder(digest)
        with self._lock:
            try:
                opened = open_exam(folder, exam, bank.world)
                judged = do(opened)
                record = load_own_marks(folder, bank).record
            except (DecisionsError, RosterError) as bad:
                raise NoMarksError("unreadable", str(bad)) from bad
        return MarkedClass(opened, judged, ClassFiles(folder=folder, bank=bank, record=record, judged=judged))

    def _load(self, digest: str) -> tuple[TeachersExam, Bank]:
        exam = self.require_keys(digest)
        bank = self._pack.bank
        if bank is None or bank.world.tour.id != exam.tour:
            raise NoMarksError("no pack", exam.tour)
        return exam, bank
