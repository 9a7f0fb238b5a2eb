"""The clock of an exam on both sides of each of its limits, with three clocks that go as the test says."""

from datetime import UTC, datetime, timedelta

import pytest

from game.app.quiz_clock import WARNING_SECONDS, ClockGap, Clocks, QuizClock
from game.store.absences import CLOCK_SLACK_SECONDS

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TICK = 0.25
"""A quarter of a second: floats hold it exactly, so a limit can be hit exactly."""


class Hands:
    """All clocks; they go together, or one alone."""

    def __init__(self) -> None:
        self.steady = 1000.0
        self.boot: float | None = 1000.0
        self.wall = START

    def clock(self, limit: float, elapsed: float = 0.0) -> QuizClock:
        """A running clock."""
        clock = QuizClock(
            Clocks(monotonic=lambda: self.steady, wall=lambda: self.wall, boot=lambda: self.boot), limit, elapsed
        )
        clock.start()
        return clock

    def go(self, seconds: float) -> None:
        """Let time pass."""
        self.steady += seconds
        self.boot = None if self.boot is None else self.boot + seconds
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def hands() -> Hands:
    return Hands()


def test_the_warnings_and_the_slack_are_as_the_rules_promise() -> None:
    assert WARNING_SECONDS == (300.0, 60.0, 10.0)
    assert CLOCK_SLACK_SECONDS == 5.0


@pytest.mark.parametrize("seconds", WARNING_SECONDS)
def test_a_warning_comes_at_its_second_and_not_before(hands: Hands, seconds: float) -> None:
    clock = hands.clock(600)
    for earlier in (warning for warning in WARNING_SECONDS if warning > seconds):
        hands.boot = 1000 + 600 - earlier
        assert clock.find_warning() == earlier
    hands.boot = 1000 + 600 - seconds - TICK
    assert clock.find_warning() is None
    hands.boot += TICK
    assert clock.find_warning() == seconds
    assert clock.find_warning() is None


def test_after_a_sleep_only_the_last_warning_is_given(hands: Hands) -> None:
    clock = hands.clock(600)
    hands.go(595)
    assert clock.find_warning() == 10
    assert clock.find_warning() is None


@pytest.mark.parametrize(("limit", "first"), [(300.0, None), (300.25, 300.0)])
def test_a_warning_as_long_as_the_exam_is_left_out(hands: Hands, limit: float, first: float | None) -> None:
    clock = hands.clock(limit)
    hands.go(TICK)
    assert clock.find_warning() == first


def test_without_a_limit_there_is_no_warning_and_no_end(hands: Hands) -> None:
    clock = hands.clock(0)
    hands.go(1e6)
    assert clock.find_warning() is None
    assert clock.seconds_left is None
    assert clock.seconds_late == 0
    assert not clock.is_up


def test_the_time_is_up_at_the_very_limit(hands: Hands) -> None:
    clock = hands.clock(600)
    hands.go(600 - TICK)
    assert not clock.is_up
    assert clock.seconds_late == 0
    hands.go(TICK)
    assert clock.is_up
    assert clock.seconds_late == 0
    hands.go(TICK)
    assert clock.is_up
    assert clock.seconds_late == TICK


def test_a_clock_stopped_at_its_limit_shows_no_more_than_that(hands: Hands) -> None:
    clock = hands.clock(600)
    hands.go(700)
    clock.stop_at_limit()
    assert clock.elapsed == 600
    assert not clock.is_running


@pytest.mark.parametrize("sign", [1, -1])
def test_clocks_may_differ_by_the_slack_and_no_more(hands: Hands, sign: int) -> None:
    clock = hands.clock(600)
    hands.wall += timedelta(seconds=sign * CLOCK_SLACK_SECONDS)
    assert clock.find_gaps() == ()
    hands.wall += timedelta(seconds=sign * (CLOCK_SLACK_SECONDS + TICK))
    assert clock.find_gaps() == (ClockGap(sign * (CLOCK_SLACK_SECONDS + TICK), "clock changed"),)
    assert clock.find_gaps() == ()


def test_sleep_counts_and_is_a_gap_beyond_the_slack(hands: Hands) -> None:
    clock = hands.clock(600)
    for seconds in (CLOCK_SLACK_SECONDS, CLOCK_SLACK_SECONDS + TICK):
        hands.boot = (hands.boot or 0) + seconds
        hands.wall += timedelta(seconds=seconds)
        is_gap = seconds > CLOCK_SLACK_SECONDS
        assert clock.find_gaps() == ((ClockGap(seconds, "away"),) if is_gap else ())
    assert clock.elapsed == 2 * CLOCK_SLACK_SECONDS + TICK


def test_without_a_boot_clock_the_steady_one_counts_and_sleep_is_not_known(hands: Hands) -> None:
    hands.boot = None
    clock = hands.clock(600)
    hands.go(30)
    hands.wall += timedelta(seconds=60)
    assert clock.find_gaps() == (ClockGap(60, "away, unknown"),)
    assert clock.elapsed == 30


def test_time_that_both_clocks_count_is_no_gap(hands: Hands) -> None:
    clock = hands.clock(600)
    hands.go(3600)
    assert clock.find_gaps() == ()


def test_a_stopped_clock_counts_nothing_and_a_pause_is_no_gap(hands: Hands) -> None:
    clock = hands.clock(600)
    hands.go(60)
    clock.stop()
    hands.go(900)
    hands.wall += timedelta(hours=1)
    assert clock.elapsed == 60
    assert clock.seconds_left == 540
    clock.start()
    assert clock.find_gaps() == ()
    hands.go(1)
    assert clock.elapsed == 61


def test_an_exam_that_continues_counts_on_from_where_it_was(hands: Hands) -> None:
    clock = hands.clock(600, elapsed=100)
    clock.add(50)
    hands.go(10)
    assert clock.elapsed == 160
    assert clock.seconds_left == 440
