"""The exams and live rounds that a class has kept, so that each can be marked whatever the class does now."""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec import Struct

from game.core.clock import moment_of
from game.core.disk import Unusable, decode
from game.web.classes.class_exams import ClassExams
from game.web.modes.live_state import LIVE, LiveStore
from game.web.stores.class_plan import ClassPlan
from game.web.stores.class_store import ClassStore, StoreFaultError

EARLIEST = datetime.min.replace(tzinfo=UTC)


class KeptExam(NamedTuple):
    """One exam or round."""

    digest: str
    title: str
    moment: datetime | None
    """When it was made, or else first begun; None where neither is known."""
    attempts: int
    is_live: bool


class _Head(Struct):
    """Of the first line of an attempt."""

    paper: str = ""
    at: str = ""


class KeptExams:
    """All of one class. Its methods wait for the store."""

    def __init__(self, exams: ClassExams, store: ClassStore) -> None:
        self._exams, self._store = exams, store

    def list_all(self, plan: ClassPlan) -> list[KeptExam]:
        """All of them, the newest first.

        Raises:
            OSError: They cannot be read.
        """
        begun = self._list_beginnings()
        found: list[KeptExam] = []
        for digest in self._exams.list_digests():
            # One that cannot be read must not hide the others; whoever asks for it is told.
            with suppress(StoreFaultError):
                found.append(self._describe(digest, plan, begun[digest]))
        return sorted(found, key=lambda each: each.moment or EARLIEST, reverse=True)

    def is_live(self, digest: str, plan: ClassPlan) -> bool:
        """Whether its questions were asked in a live round, where all were told the keys.

        Raises:
            OSError: Nobody can say.
        """
        return (plan.mode, plan.exam) == ("live", digest) or bool(self._store.get_one(LIVE, digest).version)

    def goes_on(self, digest: str, plan: ClassPlan) -> bool:
        """Whether it is a live round that the class is in, and that the teacher has not ended.

        Raises:
            OSError: Nobody can say.
        """
        if (plan.mode, plan.exam) != ("live", digest):
            return False
        return LiveStore(self._store).load(digest)[0].step != "over"

    def _describe(self, digest: str, plan: ClassPlan, begun: list[datetime | None]) -> KeptExam:
        teachers = self._exams.find_for_teacher(digest)
        title = teachers.title if teachers else self._exams.find_for_candidates(digest).title
        first = min(filter(None, begun), default=None)
        moment = _read_moment(teachers.made) if teachers else first
        return KeptExam(digest, title, moment, len(begun), self.is_live(digest, plan))

    def _list_beginnings(self) -> Mapping[str, list[datetime | None]]:
        """Hash of an exam -> when each attempt at it was begun; None where a damaged line does not tell."""
        found: defaultdict[str, list[datetime | None]] = defaultdict(list)
        for _, data in self._store.shelf.read_files():
            head = decode(data.partition(b"\n")[0], _Head)
            if not isinstance(head, Unusable):
                found[head.paper].append(_read_moment(head.at))
        return found


def _read_moment(text: str) -> datetime | None:
    try:
        return moment_of(text)
    except ValueError:
        return None
