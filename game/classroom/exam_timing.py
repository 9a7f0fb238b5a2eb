"""The time of an attempt, computed from its lines by the teacher's rules; what it says of itself is not taken over.

What a teacher did from the board of a class counts as the lines have it. Such lines are only here if the teacher's own
machine kept them: ``evidence`` takes all others out.
"""

from typing import NamedTuple

from game.core.clock import moment_of
from game.store.absences import (
    CLOCK_SLACK_SECONDS,
    Absence,
    ClockReading,
    give_back,
    measure_absence,
    read_line_clock,
)
from game.store.attempt_events import (
    Event,
    Extended,
    Gap,
    Held,
    Left,
    Paused,
    Released,
    Reopened,
    Responded,
    Resumed,
    Rules,
    TeacherLine,
)
from game.store.attempts import Attempt
from game.store.time_limits import TimeLimit

MAX_SILENCE_SECONDS = 15.0
"""Between two lines of a program that runs: a beat comes every ten seconds."""


class TimedEvent(NamedTuple):
    """An event, and the time of the exam at which it counts."""

    event: Event
    elapsed: float
    limit: float
    """Seconds that the exam had at this moment; 0 for no limit."""


class ExamTiming(NamedTuple):
    """When everything happened, and when the exam was not open."""

    events: tuple[TimedEvent, ...]
    gaps: tuple[Absence, ...]
    limit: float
    """Seconds at the end, with what a teacher gave; 0 for no limit."""
    are_gaps_known: bool
    """False for a file of format 1, which has neither beats nor a boot clock."""

    @property
    def elapsed(self) -> float:
        """Seconds of the exam at the last event, at most the limit."""
        last = self.events[-1].elapsed if self.events else 0.0
        return min(last, self.limit) if self.limit else last


def time_attempt(attempt: Attempt, rules: Rules) -> ExamTiming:
    """Compute when everything in an attempt happened, by the rules of the teacher."""
    began = moment_of(attempt.begun.at)
    limit = TimeLimit(rules.find_limit(began))
    if attempt.begun.format < 2:
        events = tuple(TimedEvent(event, event.elapsed, limit.seconds) for event in attempt.events)
        return ExamTiming(events, (), limit.seconds, are_gaps_known=False)
    walk = _Walk(attempt, rules, limit)
    timed: list[TimedEvent] = []
    gaps: list[Absence] = []
    for event in attempt.events:
        gaps += walk.pass_to(event)
        timed.append(TimedEvent(event, walk.elapsed, walk.limit.seconds))
    return ExamTiming(tuple(timed), tuple(gaps), walk.limit.seconds, are_gaps_known=True)


class _Walk:
    """Goes from line to line, and knows at each how much time of the exam is used."""

    def __init__(self, attempt: Attempt, rules: Rules, limit: TimeLimit) -> None:
        self.elapsed, self.limit = 0.0, limit
        self._rules = rules
        self._away, self._boot_id = 0.0, attempt.begun.boot_id
        self._before: ClockReading | None = None
        self._last: Event | None = None
        self._is_held = self._is_paused = False

    def pass_to(self, event: Event) -> tuple[Absence, ...]:
        """Go to the next line; the gaps before it."""
        self._boot_id = event.boot_id if isinstance(event, Resumed) else self._boot_id
        now = read_line_clock(event, self._boot_id)
        gaps: tuple[Absence, ...] = ()
        # The clock of an exam starts with its first question; before it there is nothing to measure.
        if self._before is not None and self._last is not None:
            gaps = self._count_since(self._before, now, event, self._last)
        if isinstance(event, Gap) and event.why == "away" and not isinstance(self._last, Resumed | Gap):
            self.elapsed -= self._give_back(event.seconds)
        self._heed(event)
        if self._before is not None or not isinstance(event, TeacherLine):
            self._before, self._last = now, event
        return gaps

    def _count_since(self, before: ClockReading, now: ClockReading, event: Event, last: Event) -> tuple[Absence, ...]:
        """Count the time since the last line, unless the clock stood; the gaps in it."""
        if self._is_held or isinstance(event, Reopened):
            return ()
        gaps = _measure(before, now, event, self.limit.seconds - self.elapsed if self.limit.seconds else None)
        passed = _count(before, now, event, last, gaps)
        passed -= sum(self._give_back(gap.seconds) for gap in gaps if gap.why == "away")
        self.elapsed += 0.0 if self._is_paused else max(0.0, passed)
        return gaps

    def _give_back(self, away: float) -> float:
        given = give_back(away, self._away, self._rules.outage)
        self._away += away
        return given

    def _heed(self, event: Event) -> None:
        """Take over what a line changes for those after it."""
        if isinstance(event, Reopened) and self.limit.seconds:
            # The end may have been written long after it, by a server that was away.
            self.elapsed = min(self.elapsed, self.limit.seconds)
        if isinstance(event, Extended):
            self.limit = self.limit.extend(event.minutes, self.elapsed)
        self._is_held = isinstance(event, Held) or (self._is_held and not isinstance(event, Released))
        # A teacher's line neither begins a candidate's pause nor ends one.
        if not isinstance(event, TeacherLine):
            self._is_paused = self._rules.pausable and isinstance(event, Paused | Left)


def _measure(before: ClockReading, now: ClockReading, event: Event, left: float | None) -> tuple[Absence, ...]:
    gaps = measure_absence(before, now, left)
    if isinstance(event, Resumed):
        return gaps
    # The program ran from line to line, unless it was silent for longer than its beats are apart.
    return tuple(
        gap
        for gap in gaps
        if gap.why == "clock changed"
        or (gap.why == "ended" and gap.seconds > MAX_SILENCE_SECONDS and not isinstance(event, Gap))
    )


def _count(before: ClockReading, now: ClockReading, event: Event, last: Event, gaps: tuple[Absence, ...]) -> float:
    """Seconds between two lines."""
    if isinstance(event, Resumed):
        return sum(gap.counted for gap in gaps)
    if before.boot is not None and now.boot is not None and now.boot >= before.boot:
        return now.boot - before.boot
    return max(0.0, event.elapsed - last.elapsed)


def is_off(timing: ExamTiming) -> bool:
    """Whether the times that the lines say of themselves are not those that their clocks give, beyond the slack."""
    return any(
        isinstance(each.event, Responded) and abs(each.elapsed - each.event.elapsed) > CLOCK_SLACK_SECONDS
        for each in timing.events
    )
