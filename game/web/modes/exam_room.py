"""The room in which a class sits an exam: the exam of each pupil, and the clock that ends it.

The exam is the file that candidates get. It holds no key, so nothing that is reached from here can tell one.
"""

from collections.abc import Callable
from contextlib import suppress
from errno import EBUSY, EIO
from os import strerror
from typing import TypeVar

from game.app.exam_beginning import find_missed_beginning, write_beginning
from game.app.exam_policy import ExamPolicy
from game.app.quiz_clock import share_clocks
from game.app.quiz_session import QuizSession
from game.app.teacher_desk import TeacherDesk, rename_ended, reopen_exam
from game.core.clock import now
from game.prose.exam import render_exam_rules
from game.prose.lines import Line
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_file import DamagedError, OpenElsewhereError
from game.store.attempt_shelf import AttemptShelf
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from game.web.classes.pupils import Pupil
from game.web.modes.exam_seat import ExamSeat
from game.web.modes.own_attempts import find_own_attempts
from game.web.modes.seats import Seats
from game.web.serving.thread_pool import ThreadPool
from game.web.stores.kept_values import News, StoreAwayError

T = TypeVar("T")

TRIES = 5


class ExamRoom:
    """The exams of one class at one paper."""

    def __init__(self, exam: CandidatesExam, shelf: AttemptShelf, threads: ThreadPool) -> None:
        """Make it.

        Args:
            exam: What is sat.
            shelf: Where attempts are kept.
            threads: Where all that is slow runs.
        """
        self.exam = exam
        self.paper = KeylessPaper(exam.questions, exam.title, exam.tour)
        self._shelf, self._threads = shelf, threads
        self._seats = Seats(ExamSeat)
        self._clocks = share_clocks() if shelf.is_shared else None

    @property
    def is_shared(self) -> bool:
        """Whether other servers may go on with the exams."""
        return self._shelf.is_shared

    def find_seat(self, pupil: Pupil) -> ExamSeat:
        """The seat of a pupil."""
        return self._seats.find(pupil)

    async def run(self, pupil: Pupil, do: Callable[[ExamSeat], T], *, is_glance: bool = False) -> T:
        """What comes of doing something with a pupil's exam, one thing at a time.

        Args:
            pupil: Whose exam it is.
            do: What is done.
            is_glance: Whether what other servers have told is new enough. Else the lines that are kept are counted.

        Raises:
            OSError: Other servers may write, too, and what is kept cannot be read, or what was done not be kept.
        """
        seat = self.find_seat(pupil)
        async with seat.lock:
            return await self._threads.run(lambda: self._do(seat, do, is_glance=is_glance))

    def _do(self, seat: ExamSeat, do: Callable[[ExamSeat], T], *, is_glance: bool) -> T:
        if self._shelf.is_shared and (seat.is_stale or not is_glance):
            self._forget_old(seat)
        for _ in range(TRIES):
            self._open(seat)
            count = seat.moment.count
            try:
                done = do(seat)
                if not self._is_undone(seat):
                    if seat.is_elsewhere:
                        # Another program has changed the file. What it says now holds, and is read again.
                        seat.forget()
                    seat.settle()
                    return done
            except OpenElsewhereError:
                if not self._shelf.is_shared:
                    raise
            except StoreAwayError:
                seat.undo(count)
                raise
            # With the lines of the other server, its form may still be of this moment.
            seat.undo(count)
        raise StoreAwayError(EBUSY, strerror(EBUSY))

    def _forget_old(self, seat: ExamSeat) -> None:
        """Forget what another server has gone on with."""
        seat.is_stale = False
        attempt = seat.attempt
        if attempt is None or self._shelf.count_lines(attempt) != attempt.file.count:
            seat.forget()

    def _is_undone(self, seat: ExamSeat) -> bool:
        """Whether something has to be done again, because another server came first.

        Raises:
            StoreAwayError: It cannot be kept at all.
        """
        if not self._shelf.is_shared:
            return False
        if seat.attempt is not None and seat.attempt.file.is_behind and not seat.is_elsewhere:
            raise StoreAwayError(EIO, strerror(EIO))
        return seat.is_elsewhere

    def hear(self, news: News) -> None:
        """Remember what other servers have done, so that it is read before the next thing is done here."""
        self._seats.hear(news)

    def begin(self, seat: ExamSeat, extra: float = 0) -> bool:
        """Begin the exam of a pupil; False where it is too late.

        Args:
            seat: Of the pupil.
            extra: Minutes that all have been given before. They move a common end, not the time from the beginning.

        Raises:
            DamagedError: A file of the pupil cannot be read.
            OSError: It cannot be kept.
        """
        if seat.session is None and seat.done is None:
            # Whoever began anew would lose all answers, and get the whole time once more.
            seat.damaged = self._shelf.find(seat.pupil.name, self.paper.hash).damaged
            if seat.damaged:
                raise DamagedError(seat.damaged[0])
            if find_missed_beginning(self.exam.find_rules(seat.pupil.name), now()) is not None:
                return False
            self._create(seat)
            if extra and seat.session is not None and self.exam.rules.end:
                TeacherDesk(seat.session).extend(extra)
        if seat.session is not None and seat.session.policy.is_covered and not seat.session.is_over:
            seat.session.perform("")
        return True

    def _create(self, seat: ExamSeat) -> None:
        try:
            begun = write_beginning(self.exam, self.paper, seat.pupil.name, self._clocks)
            attempt = self._shelf.create(begun, seat.earlier)
        except OpenElsewhereError:
            # It was begun at another server at the same moment.
            seat.forget()
            self._open(seat)
        else:
            self._seat(seat, attempt)

    def let_in_again(self, seat: ExamSeat, minutes: float, *, gives_back: bool = False) -> None:
        """Let a pupil go on who has handed in.

        Raises:
            OSError: It cannot be kept. Then whoever needs the seat reads again how it stands.
        """
        attempt = seat.done
        assert attempt is not None
        seat.forget()
        seat.session = reopen_exam(self.paper, attempt, minutes, self._clocks, gives_back=gives_back)
        seat.is_opened = True

    def rename(self, seat: ExamSeat, name: str) -> None:
        """Write the new name of a pupil into the attempt, if there is one.

        Raises:
            OSError: It cannot be kept.
        """
        if seat.done is not None:
            rename_ended(seat.done, name, self._clocks)
        elif seat.session is not None:
            TeacherDesk(seat.session).rename(name)

    @property
    def may_pause(self) -> bool:
        """Whether pupils may stop the clock. Of several servers none keeps it stopped for the others."""
        return self.exam.rules.pausable and not self._shelf.is_shared

    def list_rules(self, pupil: Pupil) -> list[Line]:
        """What a pupil reads before the exam begins."""
        return list(render_exam_rules(self.exam.find_rules(pupil.name), len(self.exam.questions), is_typed=False))

    async def tick(self, pupil: Pupil) -> None:
        """Let the clock of a pupil tick, so that an exam ends at its time whoever is connected."""
        seat = self.find_seat(pupil)
        if seat.is_opened and not seat.is_stale and not seat.is_due:
            return
        # A full disk now may be emptied in a minute; the next tick tries again.
        with suppress(OSError):
            await self.run(pupil, ExamSeat.tick, is_glance=True)

    def _open(self, seat: ExamSeat) -> None:
        """Find the attempt that a pupil has begun before a restart, or at another server."""
        if seat.is_opened:
            return
        handed_in, unfinished, seat.earlier = find_own_attempts(self._shelf, seat.pupil, self.paper.hash)
        if handed_in:
            seat.done = handed_in[0]
            self._seats.take(seat, seat.done)
        elif unfinished:
            self._seat(seat, unfinished[0])
        seat.is_opened = True

    def _seat(self, seat: ExamSeat, attempt: Attempt) -> None:
        self._seats.take(seat, attempt)
        seat.session = QuizSession(ExamPolicy(self.paper, attempt, clocks=self._clocks))
        seat.session.open()
