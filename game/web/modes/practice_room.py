"""The room in which a class practises: the practice of each pupil, marked at once; what was missed comes back.

A practice is kept as its lines, like a practice in the tour, and made again by performing them. Answers given for the
first time are kept as attempts as well, for results.
"""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import msgspec
from msgspec import Struct

from game.app.learner_record import LearnerRecord
from game.app.practice_plan import PracticePlan
from game.app.practice_policy import PracticePolicy
from game.app.quiz_session import QuizSession
from game.app.quiz_view import QuizView
from game.quiz.bank import Bank
from game.store.answer_journal import Journal
from game.tour.lexicon import Lexicon
from game.web.classes.pupils import Pupil
from game.web.pages.exam_answer import Moved
from game.web.pages.form_moment import FormMoment
from game.web.serving.thread_pool import ThreadPool
from game.web.stores.class_plan import ClassPlan
from game.web.stores.class_store import ClassStore, read_kept
from game.web.stores.kept_values import KeptValue

T = TypeVar("T")

NEVER_READ = KeptValue(-1, b"")


class KeptPractice(Struct, frozen=True, kw_only=True):
    """What is kept of a pupil's practice."""

    run: int = 1
    lines: tuple[str, ...] = ()


class PracticeSeat:
    """One pupil's practice. Whoever uses it holds its lock."""

    def __init__(self, pupil: Pupil, session: QuizSession[PracticePolicy]) -> None:
        self.lock = asyncio.Lock()
        self.pupil, self.session = pupil, session
        self.kept = NEVER_READ
        """The lines as they are kept."""
        self.run = 1
        """Which practice of the same questions it is. Results count the first one."""
        self.lines: tuple[str, ...] = ()
        self.answered: QuizView | None = None
        """The question answered just now, while its feedback is in sight."""
        self.moved: Moved | None = None
        """An order that is being made."""
        self.unsent, self.is_unread = "", False
        """What was sent last, so that it can be mended where it is no answer."""
        self.moment = FormMoment()

    @property
    def place(self) -> str:
        """Where the pupil stands, as it is known after a restart as well."""
        return str(len(self.lines))


class PracticeRoom:
    """The practice of one class."""

    def __init__(self, plan: ClassPlan, bank: Bank, lexicon: Lexicon, store: ClassStore, threads: ThreadPool) -> None:
        """Make it.

        Args:
            plan: What the class practises.
            bank: Of its questions.
            lexicon: The names of the pack.
            store: Where lines and attempts are kept.
            threads: Where all that is slow runs.
        """
        self.plan = plan
        self.items = tuple(item_id for item_id in plan.items if item_id in bank.items)
        self._bank, self._lexicon, self._store, self._threads = bank, lexicon, store, threads
        self._seats: dict[str, PracticeSeat] = {}

    async def run(self, pupil: Pupil, do: Callable[[PracticeSeat], T]) -> T:
        """What comes of doing something with a pupil's practice, one thing at a time."""
        if pupil.key not in self._seats:
            session = await self._threads.run(lambda: self._make_session(pupil, 1))
            self._seats.setdefault(pupil.key, PracticeSeat(pupil, session))
        seat = self._seats[pupil.key]
        async with seat.lock:
            return await self._threads.run(lambda: do(self._read_again(seat)))

    def perform(self, seat: PracticeSeat, line: str) -> None:
        """Perform a line, and keep it.

        Raises:
            OSError: It cannot be kept; then nothing has happened.
        """
        self._keep(seat, KeptPractice(run=seat.run, lines=(*seat.lines, line)))
        seat.session.perform(line)

    def begin_again(self, seat: PracticeSeat) -> None:
        """Begin the practice anew once it is over.

        Raises:
            OSError: It cannot be kept; then nothing has happened.
        """
        self._keep(seat, KeptPractice(run=seat.run + 1))
        self._make_again(seat)

    def _keep(self, seat: PracticeSeat, practice: KeptPractice) -> None:
        value = msgspec.json.encode(practice)
        version = self._store.put(self.plan.practice, seat.pupil.key, value, seat.kept.version)
        seat.kept, seat.run, seat.lines = KeptValue(version, value), practice.run, practice.lines

    def _make_session(self, pupil: Pupil, run: int) -> QuizSession[PracticePolicy]:
        seed = f"{self.plan.practice}:{pupil.key}:{run}"
        plan = PracticePlan(items=self.items, learner=pupil.name, seed=seed, by_deck=False)
        session = QuizSession(PracticePolicy(self._bank, plan, lexicon=self._lexicon))
        session.open()
        return session

    def _read_again(self, seat: PracticeSeat) -> PracticeSeat:
        """Go on from where the lines are that are kept now; another process may have written some."""
        kept = self._store.get_one(self.plan.practice, seat.pupil.key)
        if kept.version != seat.kept.version:
            practice = read_kept(kept, KeptPractice) if kept.value else KeptPractice()
            seat.kept, seat.run, seat.lines = kept, practice.run, practice.lines
            self._make_again(seat)
        return seat

    def _make_again(self, seat: PracticeSeat) -> None:
        """Make the practice that the lines of a seat have made."""
        seat.session = self._make_session(seat.pupil, seat.run)
        seat.answered, seat.moved, seat.unsent = None, None, ""
        for line in seat.lines:
            seat.session.perform(line)
        if seat.run == 1:
            self._set_record(seat)

    def _set_record(self, seat: PracticeSeat) -> None:
        """Keep answers from now on. Those of lines performed again are kept already."""
        name, policy = seat.pupil.name, seat.session.policy
        found = self._store.shelf.find(name, self.plan.practice)
        attempt = found.unfinished[0] if found.unfinished else None
        create = self._store.shelf.create
        journal = Journal(create, self._bank, "practice", name, code=self.plan.practice, attempt=attempt)
        policy.record = LearnerRecord(self._bank, PracticePlan(learner=name, by_deck=False), journal)
