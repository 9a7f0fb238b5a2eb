"""The exams that a class keeps: the file that its teacher made, and the one that candidates get."""

from typing import TypeVar

import msgspec

from game.core.disk import Unusable, decode
from game.store.exam_files import CandidatesExam, TeachersExam, dump_exam
from game.web.stores.class_store import ClassStore, StoreFaultError

T = TypeVar("T")


class _Head(msgspec.Struct):
    kind: str = ""


class ClassExams:
    """The exams of one class."""

    def __init__(self, store: ClassStore) -> None:
        self._store = store
        self._known: dict[str, CandidatesExam] = {}

    def keep(self, exam: CandidatesExam | TeachersExam) -> None:
        """Keep an exam. A teacher's file is never replaced by one without keys.

        Raises:
            OSError: It cannot be kept.
        """
        if isinstance(exam, TeachersExam) or self._store.load_exam(exam.hash) is None:
            self._store.keep_exam(exam.hash, dump_exam(exam))

    def list_digests(self) -> list[str]:
        """The hashes of all exams, those of live rounds as well.

        Raises:
            OSError: They cannot be read.
        """
        return self._store.list_exams()

    def find_for_candidates(self, digest: str) -> CandidatesExam:
        """What pupils get of an exam. Its keys are dropped here, and come no further.

        Raises:
            OSError: It cannot be read.
        """
        if digest not in self._known:
            teachers = self.find_for_teacher(digest)
            self._known[digest] = teachers.make_candidates_exam() if teachers else self._read(digest, CandidatesExam)
        return self._known[digest]

    def find_for_teacher(self, digest: str) -> TeachersExam | None:
        """An exam with its keys; None where the class was opened with the file for candidates.

        Raises:
            OSError: It cannot be read.
        """
        return self._read(digest, TeachersExam) if self._read(digest, _Head).kind == "exam" else None

    def _read(self, digest: str, kind: type[T]) -> T:
        data = self._store.load_exam(digest)
        found = Unusable("missing", "") if data is None else decode(data, kind)
        if isinstance(found, Unusable):
            raise StoreFaultError(0, found.detail or found.why, digest)
        return found
