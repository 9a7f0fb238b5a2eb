"""The time of an attempt, computed from its lines by the teacher's rules; what it says of itself is not taken over."""

from collections.abc import Iterator
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
from game.store.attempt_events import Event, Gap, Left, Paused, Responded, Resumed, Rules
from game.store.attempts import Attempt

MAX_SILENCE_SECONDS = 15.0
"""Between two lines of a program that runs: a beat comes every ten seconds."""


class TimedEvent(NamedTuple):
    """An event, and the time of the exam at which it counts."""

    event: Event
    elapsed: float


class ExamTiming(NamedTuple):
    """When everything happened, and when the exam was not open."""

    events: tuple[TimedEvent, ...]
    gaps: tuple[Absence, ...]
    limit: float
    """Seconds; 0 for no limit."""
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
    limit = rules.find_limit(began)
    if attempt.begun.format < 2:
        events = tuple(TimedEvent(event, event.elapsed) for event in attempt.events)
        return ExamTiming(events, (), limit, are_gaps_known=False)
    timed: list[TimedEvent] = []
    gaps: list[Absence] = []
    for event, elapsed, found in _walk(attempt, rules, limit):
        timed.append(TimedEvent(event, elapsed))
        gaps += found
    return ExamTiming(tuple(timed), tuple(gaps), limit, are_gaps_known=True)


def _walk(attempt: Attempt, rules: Rules, limit: float) -> Iterator[tuple[Event, float, tuple[Absence, ...]]]:
    """Each event with its time and the gaps before it."""
    elapsed, away, boot_id = 0.0, 0.0, attempt.begun.boot_id
    before: ClockReading | None = None
    last: Event | None = None
    for event in attempt.events:
        boot_id = event.boot_id if isinstance(event, Resumed) else boot_id
        now = read_line_clock(event, boot_id)
        gaps: tuple[Absence, ...] = ()
        # The clock of an exam starts with its first question; before it there is nothing to measure.
        if before is not None and last is not None:
            gaps = _measure(before, now, event, limit - elapsed if limit else None)
            is_stopped = rules.pausable and isinstance(last, Paused | Left)
            passed = _count(before, now, event, last, gaps)
            for gap in gaps:
                if gap.why == "away":
                    passed -= give_back(gap.seconds, away, rules.outage)
                    away += gap.seconds
            elapsed += 0.0 if is_stopped else max(0.0, passed)
        if isinstance(event, Gap) and event.why == "away" and not isinstance(last, Resumed | Gap):
            elapsed -= give_back(event.seconds, away, rules.outage)
            away += event.seconds
        yield event, elapsed, gaps
        before, last = now, event


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
