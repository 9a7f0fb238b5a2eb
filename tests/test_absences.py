"""How long an exam was not open, by three clocks of which one can be set."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.store.absences import (
    CLOCK_SLACK_SECONDS,
    MAX_AWAY_SECONDS,
    Absence,
    ClockReading,
    give_back,
    measure_absence,
)

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
BEFORE = ClockReading(START, 5000.0, "a")


def later(wall: float, boot: float | None, boot_id: str = "a") -> ClockReading:
    """The clocks after so many seconds of the wall; the boot clock as it stands then."""
    return ClockReading(START + timedelta(seconds=wall), boot, boot_id)


WORKED = {
    "the window was closed": (later(24, 5024), [("ended", 24, 24)]),
    "another start of the machine": (later(240, 12, "b"), [("away", 240, 240)]),
    "set back, in one start": (later(-3600, 5010), [("ended", 10, 10), ("clock changed", -3610, 0)]),
    "set forward by a day": (later(86420, 5020), [("ended", 20, 20), ("clock changed", 86400, 0)]),
    "set back over a start": (later(-300, 12, "b"), [("away, unknown", -300, 0)]),
    "a wrong clock was mended": (later(2e8, 12, "b"), [("away, unknown", 2e8, 0)]),
    "a day is the most": (later(MAX_AWAY_SECONDS, 12, "b"), [("away", MAX_AWAY_SECONDS, MAX_AWAY_SECONDS)]),
    "a virtual machine set back": (later(60, 4000), [("away", 60, 60)]),
    "no boot clock": (later(60, None, ""), [("away", 60, 60)]),
    "at once": (later(0.5, 5000.5), []),
}


@pytest.mark.parametrize("name", WORKED)
def test_gaps_are_as_the_table_says(name: str) -> None:
    now, expected = WORKED[name]
    assert [tuple(gap) for gap in measure_absence(BEFORE, now)] == expected


@pytest.mark.parametrize(("left", "why"), [(241, "away"), (240, "away, unknown")])
def test_the_time_of_day_alone_never_ends_an_exam(left: float, why: str) -> None:
    (gap,) = measure_absence(BEFORE, later(240, 12, "b"), left)
    assert gap.why == why
    assert gap.counted == (240 if why == "away" else 0)


def test_the_boot_clock_does_end_one() -> None:
    assert measure_absence(BEFORE, later(900, 5900), 600) == (Absence("ended", 900, 900),)


@given(passed=st.floats(0, 1e6), set_by=st.floats(-1e7, 1e7), boot=st.floats(0, 1e6))
def test_in_one_start_no_setting_of_the_clock_gives_or_takes_time(passed: float, set_by: float, boot: float) -> None:
    before = ClockReading(START, boot, "a")
    now = ClockReading(START + timedelta(seconds=passed + set_by), boot + passed, "a")
    gaps = measure_absence(before, now)
    assert sum(gap.counted for gap in gaps) == pytest.approx(passed, abs=1.01)
    is_told = any(gap.why == "clock changed" for gap in gaps)
    if abs(abs(set_by) - CLOCK_SLACK_SECONDS) > 0.01:
        assert is_told == (abs(set_by) > CLOCK_SLACK_SECONDS)


@given(
    wall=st.floats(-1e8, 1e8),
    boot=st.one_of(st.none(), st.floats(0, 1e8)),
    start=st.sampled_from(["a", "b", ""]),
    left=st.one_of(st.none(), st.floats(0, 1e5)),
)
def test_whatever_the_clocks_say_no_time_is_given_and_none_is_counted_that_did_not_pass(
    wall: float, boot: float | None, start: str, left: float | None
) -> None:
    gaps = measure_absence(BEFORE, later(wall, boot, start), left)
    passed = max(wall, (boot or 0) - 5000, 0)
    assert 0 <= sum(gap.counted for gap in gaps) <= passed + 1e-6


@given(st.lists(st.floats(0, 1000), max_size=8), st.floats(0, 30))
def test_outages_are_given_back_up_to_the_limit_in_all(aways: list[float], minutes: float) -> None:
    earlier = given_back = 0.0
    for away in aways:
        given_back += give_back(away, earlier, minutes)
        earlier += away
    assert given_back == pytest.approx(min(sum(aways), minutes * 60))
