"""The room in which a class sits an exam: the exam of each pupil, and the clock that ends it.

The exam is the file that candidates get. It holds no key, so nothing that is reached from here can tell one.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from game.app.exam_beginning import find_missed_beginning, write_beginning
from game.app.exam_policy import ExamPolicy
from game.app.quiz_session import QuizSession
from game.core.clock import now
from game.prose.exam import render_exam_rules
from game.prose.lines import Line
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_faults import AttemptDamage
from game.store.attempt_file import DamagedError
from game.store.attempt_shelf import AttemptShelf
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from game.web.form_moment import FormMoment
from game.web.pupils import Pupil
from game.web.thread_pool import ThreadPool

T = TypeVar("T")


class ExamSeat:
    """One pupil's exam. Whoever uses it holds its lock."""

    def __init__(self, pupil: Pupil) -> None:
        self.lock = asyncio.Lock()
        self.pupil = pupil
        self.session: QuizSession[ExamPolicy] | None = None
        """None before the exam begins, and after a restart that found it handed in."""
        self.done: Attempt | None = None
        """The attempt that was handed in."""
        self.is_opened = False
        """Whether an attempt of before a restart has been looked for."""
        self.damaged: tuple[AttemptDamage, ...] = ()
        """Files of the pupil that cannot be read."""
        self.moment = FormMoment()
        self.unsent = ""
        """What was sent last and is no answer, so that it can be mended."""

    @property
    def is_begun(self) -> bool:
        """Whether the pupil is answering."""
        return self.session is not None and not self.session.policy.is_covered and self.done is None

    @property
    def attempt(self) -> Attempt | None:
        """The attempt, handed in or not."""
        return self.done or (self.session.policy.record.attempt if self.session is not None else None)

    @property
    def place(self) -> str:
        """Where the pupil stands, as it is known after a restart as well."""
        if self.session is None or self.done is not None:
            return "out"
        return str(self.session.policy.questions.place)

    @property
    def is_unkept(self) -> bool:
        """Whether the exam is over, and its end could not be written yet."""
        is_over = self.session is not None and self.session.is_over
        return is_over and self.attempt is not None and self.attempt.file.is_behind

    def settle(self) -> None:
        """Remember that the exam has been handed in, once it is kept for certain."""
        if self.session is None or not self.session.is_over or self.attempt is None:
            return
        with suppress(OSError):
            self.attempt.file.write_rest()
        self.done = self.attempt if self.attempt.handed_in and not self.is_unkept else None

    def tick(self) -> None:
        """Let the clock tick."""
        if self.session is not None:
            self.session.tick()
            self.session.beat()


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
        self._seats: dict[str, ExamSeat] = {}

    def find_seat(self, pupil: Pupil) -> ExamSeat:
        """The seat of a pupil."""
        return self._seats.setdefault(pupil.key, ExamSeat(pupil))

    async def run(self, pupil: Pupil, do: Callable[[ExamSeat], T]) -> T:
        """What comes of doing something with a pupil's exam, one thing at a time."""
        seat = self.find_seat(pupil)

        def do_all() -> T:
            self._open(seat)
            done = do(seat)
            seat.settle()
            return done

        async with seat.lock:
            return await self._threads.run(do_all)

    def begin(self, seat: ExamSeat) -> bool:
        """Begin the exam of a pupil; False where it is too late.

        Raises:
            DamagedError: A file of the pupil cannot be read.
            OSError: It cannot be kept.
        """
        name = seat.pupil.name
        if seat.session is None and seat.done is None:
            # Whoever began anew would lose all answers, and get the whole time once more.
            seat.damaged = self._shelf.find(name, self.paper.hash).damaged
            if seat.damaged:
                raise DamagedError(seat.damaged[0])
            if find_missed_beginning(self.exam.find_rules(name), now()) is not None:
                return False
            attempt = self._shelf.create(write_beginning(self.exam, self.paper, name))
            seat.session = QuizSession(ExamPolicy(self.paper, attempt))
            seat.session.open()
        if seat.session is not None and seat.session.policy.is_covered and not seat.session.is_over:
            seat.session.perform("")
        return True

    def list_rules(self, pupil: Pupil) -> list[Line]:
        """What a pupil reads before the exam begins."""
        return list(render_exam_rules(self.exam.find_rules(pupil.name), len(self.exam.questions)))

    async def tick(self, pupil: Pupil) -> None:
        """Let the clock of a pupil tick, so that an exam ends at its time whoever is connected."""
        # A full disk now may be emptied in a minute; the next tick tries again.
        with suppress(OSError):
            await self.run(pupil, ExamSeat.tick)

    def _open(self, seat: ExamSeat) -> None:
        """Find the attempt that a pupil has begun before a restart."""
        if seat.is_opened:
            return
        found = self._shelf.find(seat.pupil.name, self.paper.hash)
        if found.handed_in:
            seat.done = found.handed_in[0]
        elif found.unfinished:
            seat.session = QuizSession(ExamPolicy(self.paper, found.unfinished[0]))
            seat.session.open()
        seat.is_opened = True
