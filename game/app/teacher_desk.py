"""What a teacher does to one pupil's exam: each act is a line of the attempt first, and then changes the session.

The words that come back are for the pupil, whose page shows them next.
"""

from msgspec.structs import replace

from game.app.exam_policy import ExamPolicy
from game.app.quiz_clock import Clocks
from game.app.quiz_session import QuizSession
from game.app.quiz_view import Lines, QuizReply
from game.prose import exam_acts as words
from game.quiz.papers import Paper
from game.store.attempt_events import Event, Extended, Held, Released, Renamed, Reopened
from game.store.attempts import Attempt


class TeacherDesk:
    """The acts of a teacher on an exam that goes on. After its end they do nothing."""

    def __init__(self, session: QuizSession[ExamPolicy]) -> None:
        self._session = session
        self._policy = session.policy

    def extend(self, minutes: float, *, gives_back: bool = False) -> Lines:
        """Give more time; a negative number takes back what was given and is not used.

        Args:
            minutes: How much.
            gives_back: Whether it makes up for a time in which the class was not open.
        """
        if self._session.is_over:
            return ()
        clock = self._policy.clock
        before = clock.limit_seconds
        problem = self._keep(Extended, minutes=minutes, gives_back=gives_back)
        clock.limit_seconds = self._policy.record.attempt.limit.seconds
        return self._say(problem, words.render_extended(clock.limit_seconds - before))

    def hold(self) -> Lines:
        """Stop the clock. Nothing can be answered until it goes on."""
        if self._session.is_over or self._policy.is_held:
            return ()
        # Written before the clock stops, so that the line carries the time at which it stopped.
        problem = self._keep(Held)
        self._policy.hold()
        return self._say(problem, words.render_held())

    def release(self) -> Lines:
        """Let the clock go on."""
        if self._session.is_over or not self._policy.is_held:
            return ()
        problem = self._keep(Released)
        self._policy.release()
        return self._say(problem, words.render_released())

    def rename(self, candidate: str) -> Lines:
        """Say whose exam it is."""
        if self._session.is_over:
            return ()
        return self._say(self._keep(Renamed, candidate=candidate), words.render_renamed(candidate))

    def hand_in(self) -> Lines:
        """Hand in what there is."""
        if self._session.is_over:
            return ()
        return self._session.say(self._policy.hand_in_for())

    def _keep(self, kind: type[Event], **fields: object) -> Lines:
        return self._policy.record.keep(kind, **fields)

    def _say(self, problem: Lines, told: Lines) -> Lines:
        return self._session.say(QuizReply(notice=(*problem, *told)))


def rename_ended(attempt: Attempt, candidate: str, clocks: Clocks | None = None) -> None:
    """Say whose exam it was, after its end.

    Raises:
        OSError: It could not be written. Nothing has changed.
    """
    elapsed, at, boot = _read(attempt, clocks)
    attempt.append_or_drop(Renamed(elapsed=elapsed, at=at, boot=boot, candidate=candidate))


def reopen_exam(
    paper: Paper, attempt: Attempt, minutes: float = 0, clocks: Clocks | None = None, *, gives_back: bool = False
) -> QuizSession[ExamPolicy]:
    """Let a candidate go on after handing in by mistake; the time since then is not counted.

    Args:
        paper: The items.
        attempt: What was handed in.
        minutes: More time. Without any, an exam that its time has ended would end again.
        clocks: The clocks; None for the computer's.
        gives_back: Whether that makes up for a time in which the class was not open.

    Raises:
        OSError: It could not be written. Whoever asked reads the attempt again: its end may be open.
    """
    elapsed, at, boot = _read(attempt, clocks)
    attempt.append_or_drop(Reopened(elapsed=elapsed, at=at, boot=boot))
    if minutes:
        attempt.append_or_drop(Extended(elapsed=elapsed, at=at, boot=boot, minutes=minutes, gives_back=gives_back))
    session = QuizSession(ExamPolicy(paper, attempt, clocks=clocks))
    session.open()
    session.say(replace(session.last, notice=(*words.render_reopened(), *session.last.notice)))
    return session


def _read(attempt: Attempt, clocks: Clocks | None) -> tuple[float, str, float | None]:
    """Elapsed seconds, time of day and boot clock for a line after the end."""
    reading = (clocks or Clocks()).read_all()
    boot = None if reading.boot is None else round(reading.boot, 3)
    return attempt.elapsed, reading.wall.isoformat(timespec="milliseconds"), boot
