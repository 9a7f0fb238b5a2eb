"""The clock of an exam: the time used, the warnings, and gaps in the computer's clocks.

It goes by the boot clock, which nobody can set and which runs through sleep. Two others are only compared with it. If
the steady clock has stood, the computer slept: that time counts, unless the rules give it back. If the time of day
differs, it was set: that is recorded and changes nothing.
"""

import time
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from msgspec import Struct

from game.core.boot_clock import read_boot_clock
from game.core.clock import now
from game.store.absences import CLOCK_SLACK_SECONDS, ClockReading

WARNING_SECONDS = (300.0, 60.0, 10.0)
"""Seconds before the limit at which the clock warns, the first warning first."""


class Clocks(Struct, frozen=True):
    """The three clocks of an exam."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], datetime] = now
    boot: Callable[[], float | None] = read_boot_clock
    boot_id: str = ""
    """Names this start of the machine; empty where the system has no such name."""
    are_shared: bool = False
    """Whether several machines write one attempt in turn. Then only the time of day is the same for all."""

    def read_running(self) -> float:
        """The clock that the exam goes by: that of the machine's start, or the steady one where there is none."""
        boot = self.boot()
        return self.monotonic() if boot is None else boot

    def read_all(self) -> ClockReading:
        """The clocks by which an absence is measured."""
        return ClockReading(self.wall(), self.boot(), self.boot_id)


def share_clocks() -> Clocks:
    """The clocks of an exam that several machines serve: no line tells the clock of one machine's start."""
    return Clocks(boot=lambda: None, are_shared=True)


class ClockGap(Struct, frozen=True):
    """A difference between the clocks."""

    seconds: float
    why: Literal["away", "away, unknown", "clock changed"]


class QuizClock:
    """The clock of one exam. It does not run until it is started."""

    def __init__(self, clocks: Clocks, limit_seconds: float, elapsed: float) -> None:
        """Make a clock.

        Args:
            clocks: The clocks.
            limit_seconds: 0 for no limit.
            elapsed: Seconds used before; more than 0 when an interrupted exam continues.
        """
        self.clocks = clocks
        self.limit_seconds = limit_seconds
        self._used = elapsed
        """Seconds used before it last started."""
        self._started: float | None = None
        """The clock it goes by when it last started; None while it is stopped."""
        self._compared = (clocks.read_running(), clocks.monotonic(), clocks.wall())
        """The clocks when they were last compared."""
        self._warned = 0
        """How many warnings were given."""

    @property
    def is_running(self) -> bool:
        """Whether it is running."""
        return self._started is not None

    @property
    def elapsed(self) -> float:
        """Seconds used."""
        return self._used + (self.clocks.read_running() - self._started if self._started is not None else 0.0)

    @property
    def seconds_left(self) -> float | None:
        """Seconds up to the limit, negative after it; None without a limit."""
        return self.limit_seconds - self.elapsed if self.limit_seconds else None

    @property
    def seconds_late(self) -> float:
        """Seconds since the limit; 0 before it and without a limit."""
        left = self.seconds_left
        return max(0.0, -left) if left is not None else 0.0

    @property
    def is_up(self) -> bool:
        """Whether the limit is reached. It is reached at exactly the limit."""
        left = self.seconds_left
        return left is not None and left <= 0

    def start(self) -> None:
        """Start the clock."""
        self._started = self.clocks.read_running()
        # While it was stopped, the clocks were not compared, so a pause is no gap.
        self._compared = (self._started, self.clocks.monotonic(), self.clocks.wall())

    def stop(self) -> None:
        """Stop the clock."""
        self._used, self._started = self.elapsed, None

    def stop_at_limit(self) -> None:
        """Stop with exactly the limit used: after a late tick, the sheet must not show more time than allowed."""
        self._used, self._started = self.limit_seconds, None

    def add(self, seconds: float) -> None:
        """Count time during which the program did not run."""
        self._used += seconds

    def find_gaps(self) -> tuple[ClockGap, ...]:
        """The gaps since the clocks were last compared; none if they agree."""
        before, current = self._compared, (self.clocks.read_running(), self.clocks.monotonic(), self.clocks.wall())
        self._compared = current
        ran, steady = current[0] - before[0], current[1] - before[1]
        changed = (current[2] - before[2]).total_seconds() - ran
        gaps = [ClockGap(ran - steady, "away")] if ran - steady > CLOCK_SLACK_SECONDS else []
        if abs(changed) > CLOCK_SLACK_SECONDS:
            # Without a boot clock, sleep and a clock that was set later look the same.
            is_unknown = self.clocks.boot() is None and changed > 0
            gaps.append(ClockGap(changed, "away, unknown" if is_unknown else "clock changed"))
        return tuple(gaps)

    def find_warning(self) -> float | None:
        """The warning to give now, in seconds before the limit; None when there is none. Each is given once.

        A warning that is not shorter than the exam itself is left out: it would come with the first question.
        """
        left = self.seconds_left
        if left is None:
            return None
        warnings = [seconds for seconds in WARNING_SECONDS if seconds < self.limit_seconds]
        due = sum(left <= seconds for seconds in warnings)
        # After a sleep of the computer several warnings can be due; only the last one is still true.
        is_new, self._warned = due > self._warned, due
        return warnings[due - 1] if is_new else None
