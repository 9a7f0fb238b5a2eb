"""A class that sits an exam: who is in, the exam of each pupil, and the clock that ends it.

The exam is the file that candidates get. It holds no key, so nothing that is reached from here can tell one.
"""

import asyncio
import os
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from contextlib import suppress
from hmac import compare_digest
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from game.app.exam_beginning import begin_exam, find_missed_beginning
from game.app.exam_policy import ExamPolicy
from game.app.quiz_session import QuizSession
from game.core.clock import now
from game.core.digests import blake2b
from game.core.identity import pseudonym_key, tidy
from game.prose.class_words import JoinFault
from game.prose.exam import render_exam_rules
from game.prose.lines import Line
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_folder import find_attempts
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from game.web.allowance import Allowance
from game.web.class_store import ClassStore, Join, normalise_code
from game.web.form_moment import FormMoment
from game.web.thread_pool import ThreadPool

MAX_NAME_CHARACTERS = 40
MAX_PUPILS = 1_000
KEY_BYTES = 32
WRONG_AT_ONCE, WRONG_PER_SECOND = 20, 1 / 6
"""Codes and numbers that may be wrong from one address, which may be a whole school."""
SECONDS_BETWEEN_TICKS = 1.0

T = TypeVar("T")


class CannotJoin(NamedTuple):
    """Why somebody is not in."""

    fault: JoinFault


class Pupil:
    """One pupil's exam. Whoever uses it holds its lock."""

    def __init__(self, name: str, number: str) -> None:
        self.lock = asyncio.Lock()
        self.name, self.number = name, number
        self.session: QuizSession[ExamPolicy] | None = None
        """None before the exam begins, and after a restart that found it handed in."""
        self.done: Attempt | None = None
        """The attempt that was handed in."""
        self.is_opened = False
        """Whether an attempt of before a restart has been looked for."""
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

    def settle(self) -> None:
        """Remember that the exam has been handed in."""
        if self.session is not None and self.session.is_over and self.attempt is not None:
            self.done = self.attempt if self.attempt.handed_in else None


class ClassHouse:
    """One class."""

    def __init__(self, exam: CandidatesExam, store: ClassStore, clock: Callable[[], float]) -> None:
        """Make it.

        Args:
            exam: What is sat.
            store: Where all of it is kept.
            clock: Gives seconds that only go up.
        """
        self.exam = exam
        self.paper = KeylessPaper(exam.questions, exam.title, exam.tour)
        self.threads = ThreadPool()
        self._store = store
        self._head = store.load_head()
        self._joins = store.load_joins()
        self._pupils = {key: Pupil(join.name, join.number) for key, join in self._joins.items()}
        self._wrong = Allowance(WRONG_AT_ONCE, WRONG_PER_SECOND, clock)
        self._writing = asyncio.Lock()
        self._version = self._kept = 0
        """How often somebody has joined, and how much of that is kept."""

    @property
    def code(self) -> str:
        """What pupils type."""
        return self._head.code

    @property
    def board(self) -> str:
        """The secret of the teacher's board."""
        return self._head.board

    @property
    def pupils(self) -> list[Pupil]:
        """All who are in, by name."""
        return [self._pupils[key] for key in sorted(self._pupils)]

    def find(self, key: str) -> Pupil | None:
        """The pupil whose cookie holds a key; None where it is nobody's."""
        wanted = _digest(key)
        found = (name for name, join in self._joins.items() if compare_digest(join.key, wanted))
        name = next(found, None) if key else None
        return self._pupils.get(name) if name is not None else None

    async def join(self, code: str, typed: str, number: str, sender: str) -> str | CannotJoin:
        """Let somebody in; the key for the cookie.

        Raises:
            OSError: It cannot be kept; then nobody has joined.
        """
        name = tidy(typed)
        fault = self._find_fault(code, name, number, sender)
        if fault is not None:
            return CannotJoin(fault)
        key, who = urlsafe_b64encode(os.urandom(KEY_BYTES)).decode().rstrip("="), pseudonym_key(name)
        known = self._joins.get(who)
        fresh = known or Join(name=name, key="", number=f"{secrets.randbelow(10_000):04}")
        # At once, so that of two who type one pseudonym at one time the second is asked for the number.
        self._joins[who] = replace(fresh, key=_digest(key))
        try:
            await self._keep_joins()
        except OSError:
            if known is None:
                del self._joins[who]
            else:
                self._joins[who] = known
            raise
        self._pupils.setdefault(who, Pupil(fresh.name, fresh.number))
        return key

    async def _keep_joins(self) -> None:
        """Keep who has joined. Whoever joins during a write waits for the next, which keeps all of them at once."""
        self._version += 1
        wanted = self._version
        async with self._writing:
            if self._kept >= wanted:
                return
            version, joins = self._version, dict(self._joins)
            await self.threads.run(lambda: self._store.keep_joins(joins))
            self._kept = version

    def _find_fault(self, code: str, name: str, number: str, sender: str) -> JoinFault | None:
        """Why somebody cannot join; None where nothing speaks against it."""
        if not compare_digest(normalise_code(code).encode(), self.code.encode()):
            # A right code always passes: the rest of a school must not wait for one who guesses.
            return "code" if self._wrong.take(sender) else "often"
        if not any(each.isalnum() for each in name) or len(name) > MAX_NAME_CHARACTERS:
            return "name"
        known = self._joins.get(pseudonym_key(name))
        if known is None:
            return "full" if len(self._joins) >= MAX_PUPILS else None
        if not number:
            return "taken"
        # By the pseudonym, too: many addresses must not guess at one number.
        if not self._wrong.take(f"name {known.name}"):
            return "often"
        return None if compare_digest(number.strip().encode(), known.number.encode()) else "number"

    async def run(self, pupil: Pupil, do: Callable[[Pupil], T]) -> T:
        """What comes of doing something with a pupil's exam, one thing at a time."""

        def do_all() -> T:
            self._open(pupil)
            done = do(pupil)
            pupil.settle()
            return done

        async with pupil.lock:
            return await self.threads.run(do_all)

    def begin(self, pupil: Pupil) -> bool:
        """Begin the exam of a pupil; False where it is too late.

        Raises:
            OSError: It cannot be kept.
        """
        if pupil.session is None and pupil.done is None:
            if find_missed_beginning(self.exam.find_rules(pupil.name), now()) is not None:
                return False
            attempt = begin_exam(self._store.attempts, self.exam, self.paper, pupil.name)
            pupil.session = QuizSession(ExamPolicy(self.paper, attempt))
            pupil.session.open()
        if pupil.session is not None and pupil.session.policy.is_covered and not pupil.session.is_over:
            pupil.session.perform("")
        return True

    def list_rules(self, pupil: Pupil) -> list[Line]:
        """What a pupil reads before the exam begins."""
        return list(render_exam_rules(self.exam.find_rules(pupil.name), len(self.exam.questions)))

    async def keep_time(self) -> None:
        """Let all clocks tick, so that an exam ends at its time whoever is connected. Runs until it is cancelled."""
        while True:
            for pupil in self.pupils:
                # A full disk now may be emptied in a minute; the next tick tries again.
                with suppress(OSError):
                    await self.run(pupil, _tick)
            await asyncio.sleep(SECONDS_BETWEEN_TICKS)

    def _open(self, pupil: Pupil) -> None:
        """Find the attempt that a pupil has begun before a restart."""
        if pupil.is_opened:
            return
        pupil.is_opened = True
        found = find_attempts(self._store.attempts, pupil.name, self.paper.hash)
        if found.handed_in:
            pupil.done = found.handed_in[0]
        elif found.unfinished:
            pupil.session = QuizSession(ExamPolicy(self.paper, found.unfinished[0]))
            pupil.session.open()


def _tick(pupil: Pupil) -> None:
    if pupil.session is not None:
        pupil.session.tick()
        pupil.session.beat()


def _digest(key: str) -> str:
    return blake2b(key.encode(), digest_size=16).hexdigest()
