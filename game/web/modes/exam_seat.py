"""The seat of one pupil in an exam: the session, and what of it is kept."""

import asyncio
from contextlib import suppress

from game.app.exam_policy import ExamPolicy
from game.app.quiz_session import QuizSession
from game.store.attempt_events import Flagged, Responded, Seen
from game.store.attempt_faults import AttemptDamage
from game.store.attempts import Attempt
from game.web.classes.pupils import Pupil
from game.web.pages.exam_answer import Moved
from game.web.pages.form_moment import FormMoment

ACTS = (Seen, Responded, Flagged)
"""What a pupil's forms write."""


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
        """Whether an attempt has been looked for: one of before a restart, or of another server."""
        self.is_stale = False
        """Whether another server is said to have gone on with it."""
        self.earlier = 0
        """Attempts that were begun under the pupil's name before, also by somebody who has another name now."""
        self.damaged: tuple[AttemptDamage, ...] = ()
        """Files of the pupil that cannot be read."""
        self.moment = FormMoment()
        self.moved: Moved | None = None
        """The step of an order that was moved last, while its question is in sight."""
        self.unsent = ""
        """What was sent last and is no answer, so that it can be mended."""

    @property
    def is_begun(self) -> bool:
        """Whether the pupil is answering."""
        return self.session is not None and not self.session.policy.is_covered and self.done is None

    @property
    def is_paused(self) -> bool:
        """Whether the pupil has stopped the clock, as the rules allow."""
        session = self.session
        is_covered = session is not None and session.policy.is_covered and not session.is_over
        return is_covered and not self.is_held and self.attempt is not None and bool(self.attempt.events)

    @property
    def is_held(self) -> bool:
        """Whether the teacher has stopped the clock."""
        return self.session is not None and self.session.policy.is_held and self.done is None

    @property
    def state(self) -> str:
        """How far the pupil is: a key of ``class_words.STATES``."""
        if self.done is not None:
            return "over"
        if self.is_held:
            return "held"
        return "answering" if self.is_begun else "paused" if self.is_paused else "waiting"

    @property
    def attempt(self) -> Attempt | None:
        """The attempt, handed in or not."""
        return self.done or (self.session.policy.record.attempt if self.session is not None else None)

    @property
    def place(self) -> str:
        """Where the pupil stands, as it is known after a restart as well."""
        if self.session is None or self.done is not None:
            return "out"
        policy = self.session.policy
        if not policy.record.attempt.events:
            # Another server has written the first line, and not yet that the first question is in sight.
            return "out"
        if not policy.clock.clocks.are_shared:
            return str(policy.questions.place)
        # With the number of acts, so that a form that was sent to two servers is performed by one.
        acts = sum(isinstance(event, ACTS) for event in policy.record.attempt.events)
        return f"{policy.questions.place}-{acts}"

    @property
    def is_due(self) -> bool:
        """Whether the clock has something to do. Where several servers have one, that is its end alone."""
        if self.session is None or self.session.is_over:
            return self.is_unkept
        clock = self.session.policy.clock
        return not clock.clocks.are_shared or (clock.is_running and clock.is_up)

    def undo(self, count: int) -> None:
        """Forget what could not be kept. Its form has done nothing, so it may be sent again.

        Args:
            count: How many forms had done something before it.
        """
        self.moment.count = count
        self.forget()

    def forget(self) -> None:
        """Know nothing of the exam any more, so that it is read again."""
        self.session = self.done = None
        self.is_opened = self.is_stale = False

    @property
    def is_elsewhere(self) -> bool:
        """Whether somebody else has written to the attempt, so that nothing more can be written from here."""
        return self.session is not None and self.session.policy.record.is_elsewhere

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
