"""The clock of an exam: the time used, the warnings, and gaps in the computer's clock.

It uses a monotonic clock, which nobody can set. The computer's clock is only compared with it. If the two disagree, the
computer slept or its clock was set. The gap is recorded; the candidate neither gains nor loses time.
"""

import time
from collections.abc import Callable
from datetime import datetime
from typing import Literal

from msgspec import Struct

from game.core.clock import now

WARNING_SECONDS = (300.0, 60.0, 10.0)
"""Seconds before the limit at which the clock warns, the first warning first."""

CLOCK_SLACK_SECONDS = 5.0
"""Seconds by which the two clocks may differ before it counts as a gap."""


class Clocks(Struct, frozen=True):
    """The two clocks of an exam."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], datetime] = now


class ClockGap(Struct, frozen=True):
    """A difference between the two clocks."""

    seconds: float
    """By how much the computer's clock advanced more; negative if it was set back."""
    why: Literal["suspended", "clock set back"]


class QuizClock:
    """The clock of one exam. It does not run until it is started."""

    def __init__(self, clocks: Clocks, limit_seconds: float, elapsed: float) -> None:
        """Make a clock.

        Args:
            clocks: The two clocks.
            limit_seconds: 0 for no limit.
            elapsed: Seconds used before; more than 0 when an interrupted exam continues.
        """
        self.clocks = clocks
        self.limit_seconds = limit_seconds
        self._used = elapsed
        """Seconds used before it last started."""
        self._started: float | None = None
        """The monotonic clock when it last started; None while it is stopped."""
        self._compared = (clocks.monotonic(), clocks.wall())
        """Both clocks when they were last compared."""
        self._warned = 0
        """How many warnings were given."""

    @property
    def is_running(self) -> bool:
        """Whether it is running."""
        return self._started is not None

    @property
    def elapsed(self) -> float:
        """Seconds used."""
        return self._used + (self.clocks.monotonic() - self._started if self._started is not None else 0.0)

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
        self._started = self.clocks.monotonic()
        # While it was stopped, the clocks were not compared, so a pause is no gap.
        self._compared = (self._started, self.clocks.wall())

    def stop(self) -> None:
        """Stop the clock."""
        self._used, self._started = self.elapsed, None

    def stop_at_limit(self) -> None:
        """Stop with exactly the limit used: after a late tick, the sheet must not show more time than allowed."""
        self._used, self._started = self.limit_seconds, None

    def add(self, seconds: float) -> None:
        """Count time during which the program did not run."""
        self._used += seconds

    def find_gap(self) -> ClockGap | None:
        """The gap since the clocks were last compared; None if they agree."""
        steady, wall = self.clocks.monotonic(), self.clocks.wall()
        difference = (wall - self._compared[1]).total_seconds() - (steady - self._compared[0])
        self._compared = (steady, wall)
        if abs(difference) <= CLOCK_SLACK_SECONDS:
            return None
        return ClockGap(difference, "suspended" if difference > 0 else "clock set back")

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
