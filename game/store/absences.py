"""How long an exam was not open, by which clock, and how much of it counts.

The boot clock decides as long as the machine was not started again. Over a new start only the time of day is left,
which anybody can set: it counts, and it never ends an exam by itself. The same rules run on the candidate's machine
and, over the lines of the file, on the teacher's.
"""

from datetime import datetime
from typing import NamedTuple

from game.core.clock import moment_of
from game.store.attempt_events import AnyLine, GapWhy

CLOCK_SLACK_SECONDS = 5.0
"""Seconds by which two clocks may differ before it counts as a gap."""

MAX_AWAY_SECONDS = 86_400.0
"""A longer absence by the time of day alone is a wrong clock sooner than an exam of two days."""

MIN_GAP_SECONDS = 1.0
"""A shorter absence is no gap."""


class ClockReading(NamedTuple):
    """All clocks at one moment."""

    wall: datetime
    boot: float | None
    boot_id: str


class Absence(NamedTuple):
    """A gap, and how much of it the exam's clock counts."""

    why: GapWhy
    seconds: float
    counted: float


def read_line_clock(line: AnyLine, boot_id: str) -> ClockReading:
    """The clocks as a line has them."""
    return ClockReading(moment_of(line.at), line.boot, boot_id)


def measure_absence(before: ClockReading, now: ClockReading, seconds_left: float | None = None) -> tuple[Absence, ...]:
    """The gaps between two moments at which the exam was open.

    Args:
        before: The last line on file.
        now: The moment at which it is opened again.
        seconds_left: Of the exam, at the last line; None without a limit.
    """
    wall = (now.wall - before.wall).total_seconds()
    passed = _measure_same_boot(before, now, wall)
    if passed is not None:
        changed = wall - passed
        return tuple(
            gap
            for gap, is_there in (
                (Absence("ended", passed, passed), passed >= MIN_GAP_SECONDS),
                (Absence("clock changed", changed, 0.0), abs(changed) > CLOCK_SLACK_SECONDS),
            )
            if is_there
        )
    would_end = seconds_left is not None and wall >= seconds_left
    if wall < 0 or wall > MAX_AWAY_SECONDS or would_end:
        # A wrong clock that was mended meanwhile looks the same. So the candidate goes on, and the teacher decides.
        return (Absence("away, unknown", wall, 0.0),)
    return (Absence("away", wall, wall),) if wall >= MIN_GAP_SECONDS else ()


def _measure_same_boot(before: ClockReading, now: ClockReading, wall: float) -> float | None:
    """Seconds by the boot clock; None where the machine was started again, or nobody can know."""
    if before.boot is None or now.boot is None or now.boot < before.boot:
        return None
    passed = now.boot - before.boot
    if before.boot_id or now.boot_id:
        return passed if before.boot_id == now.boot_id else None
    # Without a name of the start: a new one has run for another time than the wall says, but for a rare chance.
    return passed if abs(wall - passed) <= CLOCK_SLACK_SECONDS else None


def give_back(away: float, earlier: float, outage_minutes: float) -> float:
    """Seconds of an absence of the machine that do not count.

    Args:
        away: Seconds of this absence.
        earlier: Seconds of all earlier ones.
        outage_minutes: How much is given back in all.
    """
    given = outage_minutes * 60
    return min(given, earlier + away) - min(given, earlier)
