"""The tests that touch clock, names and files, run elsewhere: other zones, clock changes, locales, no HOME, load."""

import locale
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from game.core.clock import local_day, local_stamp
from game.prose import tour_notices
from game.store.decks import Deck
from tests.conftest import TESTS

FILES = (
    "test_attempts.py",
    "test_core_doors.py",
    "test_named_files.py",
    "test_names.py",
    "test_paper_files.py",
    "test_player_records.py",
    "test_practice.py",
    "test_quiz_clock.py",
    "test_review.py",
    "test_shared_files.py",
)
"""Files whose tests ask the clock, compare names or keep files; all others would say the same everywhere."""

SECONDS = 300
"""For one place: some thirty times what it takes on an idle machine."""


class Place(NamedTuple):
    """Where and when the tests run. Each combines several, as the faults of one hardly hide those of another."""

    zone: str
    locale: str
    moment: str = ""
    """When they begin; empty for now."""
    has_home: bool = True
    is_busy: bool = False


PLACES = (
    Place("UTC", "C", has_home=False),
    Place("Asia/Kolkata", "C.UTF-8", is_busy=True),
    Place("Pacific/Apia", "tr_TR.UTF-8", has_home=False),
    # A few minutes before an hour is left out, and before an hour comes twice.
    Place("Europe/Berlin", "de_DE.UTF-8", "2026-03-29T00:59:50+00:00"),
    Place("Europe/Berlin", "C", "2026-10-25T00:59:50+00:00"),
    Place("America/St_Johns", "C.UTF-8", "2026-03-08T05:29:50+00:00"),
    Place("America/St_Johns", "C", "2026-11-01T04:29:50+00:00"),
)

posix = pytest.mark.skipif(not hasattr(time, "tzset"), reason="on Windows a process keeps the zone it began with")


def is_there(name: str) -> bool:
    """Whether a locale is on this machine."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return True


@contextmanager
def load(is_busy: bool) -> Iterator[None]:
    """Keep every processor busy with other things."""
    count = (os.cpu_count() or 1) if is_busy else 0
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.zone}-{place.locale}-{place.moment[:10] or 'now'}")
def test_what_holds_here_holds_elsewhere(place: Place, tmp_path: Path) -> None:
    if not is_there(place.locale):
        pytest.skip(f"the locale {place.locale} is not on this machine")
    environment = {name: value for name, value in os.environ.items() if name not in ("HOME", "PYTHONUTF8", "LANG")}
    environment |= {"TZ": place.zone, "LC_ALL": place.locale, "CARRIAGES_TEST_MOMENT": place.moment}
    if place.has_home:
        environment["HOME"] = str(tmp_path)
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "not slow", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command += ["--basetemp", str(tmp_path / "tests"), *(["-p", "tests.moved_clock"] if place.moment else [])]
    with load(place.is_busy):
        done = subprocess.run(
            [*command, *(str(TESTS / name) for name in FILES)],
            cwd=TESTS.parent,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-3_000:] + done.stderr[-2_000:]
    assert " passed" in done.stdout


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The zone of the test; the machine's own afterwards."""
    if not Path("/usr/share/zoneinfo", request.param).exists():
        pytest.skip("the zones of the world are not on this machine")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@posix
@pytest.mark.parametrize(
    ("zone", "moment", "day", "hour"),
    [
        ("UTC", "2026-03-29T00:59:59", date(2026, 3, 29), "00:59"),
        ("Asia/Kolkata", "2026-03-28T18:29:59", date(2026, 3, 28), "23:59"),
        ("Asia/Kolkata", "2026-03-28T18:30:00", date(2026, 3, 29), "00:00"),
        ("Pacific/Apia", "2026-03-28T11:00:00", date(2026, 3, 29), "00:00"),
        ("Europe/Berlin", "2026-03-29T00:59:00", date(2026, 3, 29), "01:59"),
        ("Europe/Berlin", "2026-03-29T01:00:00", date(2026, 3, 29), "03:00"),
        ("Europe/Berlin", "2026-10-25T00:59:00", date(2026, 10, 25), "02:59"),
        ("Europe/Berlin", "2026-10-25T01:00:00", date(2026, 10, 25), "02:00"),
        ("America/St_Johns", "2026-03-08T05:29:00", date(2026, 3, 8), "01:59"),
        ("America/St_Johns", "2026-03-08T05:30:00", date(2026, 3, 8), "03:00"),
        ("America/St_Johns", "2026-11-01T04:30:00", date(2026, 11, 1), "01:00"),
    ],
    indirect=["zone"],
)
def test_days_and_hours_are_those_of_the_place(
    zone: str, moment: str, day: date, hour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert local_day(at) == day
    assert local_stamp(at).startswith(f"{day:%Y%m%d}-{hour.replace(':', '')}")
    for later, is_today in ((timedelta(), True), (timedelta(days=2), False)):
        monkeypatch.setattr(tour_notices, "now", lambda later=later: at + later)
        shown = tour_notices.format_moment(at)
        assert shown.endswith(hour)
        assert (shown == hour) == is_today, zone


@posix
@pytest.mark.parametrize(
    "zone", ["UTC", "Asia/Kolkata", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"], indirect=True
)
@pytest.mark.parametrize("first", ["2026-03-27", "2026-10-23", "2026-03-06", "2026-10-30"])
def test_a_streak_of_practice_goes_on_over_a_clock_change(zone: str, first: str) -> None:
    deck = Deck(tour="tiny")
    # At one hour of the place on five days, of which one has 23 or 25 hours.
    for number in range(5):
        day = date.fromisoformat(first) + timedelta(days=number)
        deck.practised(local_day(datetime(day.year, day.month, day.day, 23, 30).astimezone()))
        assert deck.streak(day) == number + 1, zone
