"""What a teacher does to an exam goes on file: each act as a line, on the candidate's clock and on the teacher's."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.teacher_desk import TeacherDesk, rename_ended, reopen_exam
from game.pack.world import World
from game.prose.text import render_text
from game.store.attempt_events import (
    Beat,
    Event,
    Extended,
    Flagged,
    Gap,
    HandedIn,
    Held,
    Left,
    Paused,
    Released,
    Renamed,
    Reopened,
    Responded,
    Resumed,
    Rules,
    Seen,
    WentOn,
)
from game.store.attempt_faults import LineAfterEnd
from game.store.attempt_file import DamagedError, seal_line
from game.store.attempt_folder import find_attempts, load_attempt, parse_attempt
from game.store.attempts import Attempt
from game.store.time_limits import TimeLimit
from tests.test_attempts import AT, EVENTS, begun
from tests.test_exam_record import sit
from tests.test_exam_session import Exam

TEN = Rules(minutes=10)


def desk(exam: Exam) -> TeacherDesk:
    return TeacherDesk(exam.session)


def kinds(exam: Exam) -> list[type[Event]]:
    return [type(event) for event in load_attempt(exam.attempt.path).events]


def test_more_time_moves_the_end_by_exactly_so_much(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, TEN)
    told = render_text(desk(exam).extend(5), None)
    assert "gave you 5:00 more" in told
    assert exam.session.view.limit_seconds == 900
    exam.time.pass_(899.75)
    assert "Noted for question 1" in exam.say(exam.key(0))
    exam.time.pass_(0.25)
    assert "does not count" in exam.say(exam.key(1))
    assert exam.attempt.elapsed == 900


def test_more_time_is_also_a_later_common_end(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10, end="2026-11-21T09:06:00+01:00"))
    assert exam.session.view.limit_seconds == 360
    desk(exam).extend(2)
    assert exam.session.view.seconds_left == 480


def test_time_that_was_given_is_taken_back_and_no_other(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, TEN)
    assert render_text(desk(exam).extend(-5), None) == ""
    assert exam.session.view.limit_seconds == 600
    desk(exam).extend(5)
    assert "took back 5:00" in render_text(desk(exam).extend(-60), None)
    assert exam.session.view.limit_seconds == 600
    assert kinds(exam).count(Extended) == 3


def test_used_time_is_not_taken_back(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, TEN)
    desk(exam).extend(5)
    exam.time.pass_(700)
    exam.say(exam.key(0))
    desk(exam).extend(-5)
    assert exam.session.view.limit_seconds == 700
    assert "time is up" in exam.tick()
    assert (exam.attempt.elapsed, len(exam.attempt.responses)) == (700, 1)


@given(st.lists(st.tuples(st.floats(-1440, 1440), st.floats(0, 1e5)), max_size=8), st.sampled_from([0.0, 600.0]))
def test_a_limit_is_never_less_than_the_rules_give(acts: list[tuple[float, float]], base: float) -> None:
    limit = TimeLimit(base)
    for minutes, elapsed in acts:
        before, limit = limit, limit.extend(minutes, elapsed)
        assert limit.extra >= 0
        assert limit.seconds >= min(elapsed, before.seconds), "what was in time stays so"
        assert (limit.seconds == 0) == (base == 0)
        assert limit.extra <= max(0, before.extra + minutes * 60, min(elapsed, before.seconds) - base)


@pytest.mark.parametrize("is_pausable", [False, True])
def test_a_stopped_exam_takes_nothing_and_costs_no_time(tour: World, tmp_path: Path, *, is_pausable: bool) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10, pausable=is_pausable))
    exam.time.pass_(60)
    assert "nothing can be answered" in render_text(desk(exam).hold(), None)
    assert desk(exam).hold() == (), "it stands already"
    for line in (exam.key(0), "", "next", "hand in", "yes", "pause", "flag"):
        assert "stopped the exam" in exam.say(line)
    view = exam.session.view
    assert (view.shown, view.is_held, view.is_paused, view.confirming) == (None, True, True, "")
    exam.time.pass_(5000)
    exam.tick()
    assert not exam.session.is_over
    assert "goes on" in render_text(desk(exam).release(), None)
    assert desk(exam).release() == ()
    view = exam.session.view
    assert (view.is_held, view.is_paused, view.seconds_left) == (False, False, 540)
    assert "Noted for question 1" in exam.say(exam.key(0))
    assert kinds(exam).count(Held) == kinds(exam).count(Released) == 1
    assert not {Paused, WentOn, Gap} & set(kinds(exam))


def test_a_candidates_own_pause_stays_when_the_teacher_lets_go(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10, pausable=True))
    exam.say("pause")
    desk(exam).hold()
    desk(exam).release()
    assert exam.session.view.is_paused
    assert not exam.session.policy.clock.is_running
    assert "Question 1" in exam.say("")
    assert exam.session.policy.clock.is_running


def test_a_stopped_exam_stands_over_a_new_start_of_the_server(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, TEN)
    exam.time.pass_(60)
    desk(exam).hold()
    exam.time.pass_(400)
    told = exam.resume(tmp_path)
    assert "Question 1" not in told
    assert "stopped the exam" in told
    assert exam.session.view.is_held
    exam.time.restart(4000)
    exam.resume(tmp_path)
    assert "stopped the exam" in exam.say("")
    assert exam.session.view.seconds_left == 540
    desk(exam).release()
    exam.time.pass_(10)
    assert exam.session.view.seconds_left == 530


def test_a_new_name_keeps_the_order_of_the_first(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, TEN)
    shown = exam.session.shown
    assert shown is not None
    assert "you are Signal-84" in render_text(desk(exam).rename("Signal-84"), None)
    after = exam.session.shown
    assert after is not None
    assert after.options == shown.options
    kept = load_attempt(exam.attempt.path)
    assert (kept.candidate, kept.begun.candidate) == ("Signal-84", "Stoker-07")
    assert len(find_attempts(tmp_path, "Stoker-07", "K7Q2").unfinished) == 1, "it is looked for by the first"


def test_a_teacher_hands_in(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, TEN)
    exam.say(exam.key(0))
    told = render_text(desk(exam).hand_in(), None)
    assert "Your teacher has handed in your answers." in told
    assert "Receipt" in told
    end = load_attempt(exam.attempt.path).handed_in
    assert end is not None
    assert end.why == "teacher"
    assert exam.session.is_over
    for again in (desk(exam).hand_in, desk(exam).hold, desk(exam).release, lambda: desk(exam).extend(5)):
        assert again() == ()
    assert kinds(exam)[-1] is HandedIn


def test_whoever_handed_in_by_mistake_goes_on_where_it_was(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, TEN)
    exam.time.pass_(60)
    exam.say(exam.key(0))
    exam.say("hand in")
    exam.say("yes")
    first = exam.attempt.receipt
    exam.time.pass_(3000)
    exam.session = reopen_exam(exam.paper, exam.attempt, clocks=exam.time.clocks)
    view = exam.session.view
    assert "let you in again" in render_text(view.notice, None)
    assert (view.seconds_left, view.statuses[0]) == (540, "answered")
    assert exam.attempt.handed_in is None
    exam.say(exam.key(1))
    exam.say("hand in")
    exam.say("yes")
    kept = load_attempt(exam.attempt.path)
    assert kept.handed_in is not None
    assert len(kept.responses) == 2
    assert kept.receipt == exam.attempt.receipt != first


def test_a_name_after_the_end_leaves_end_and_receipt(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, TEN)
    exam.say("hand in")
    exam.say("yes")
    receipt = exam.attempt.receipt
    rename_ended(exam.attempt, "Signal-84", exam.time.clocks)
    kept = load_attempt(exam.attempt.path)
    assert kept.handed_in is not None
    assert (kept.candidate, kept.receipt, exam.attempt.receipt) == ("Signal-84", receipt, receipt)
    reopen_exam(exam.paper, exam.attempt, clocks=exam.time.clocks)
    assert load_attempt(exam.attempt.path).handed_in is None


def test_what_a_full_disk_refuses_after_the_end_has_not_happened(
    tour: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exam = sit(tour, tmp_path, TEN)
    exam.say("hand in")
    exam.say("yes")
    before = exam.attempt.path.read_bytes()
    with monkeypatch.context() as patched:

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            reopen_exam(exam.paper, exam.attempt, clocks=exam.time.clocks)
    assert exam.attempt.handed_in is not None
    rename_ended(exam.attempt, "Signal-84", exam.time.clocks)
    assert exam.attempt.path.read_bytes().startswith(before)
    assert [type(event) for event in load_attempt(exam.attempt.path).events][-2:] == [HandedIn, Renamed]


# What a reader takes.


def seal_all(*lines: Event) -> bytes:
    data, seal = b"", ""
    for line in (begun(), *lines):
        sealed, seal = seal_line(line, seal)
        data += sealed + b"\n"
    return data


END = EVENTS[-1]
NAMED = Renamed(elapsed=12.5, at=AT, candidate="Signal-84")
OPENED = Reopened(elapsed=12.5, at=AT)


@pytest.mark.parametrize(
    ("lines", "is_refused"),
    [
        ((END, NAMED), False),
        ((END, NAMED, NAMED), False),
        ((END, OPENED), False),
        ((END, NAMED, OPENED, EVENTS[0]), False),
        ((END, OPENED, END, OPENED, END), False),
        ((END, EVENTS[0]), True),
        ((END, NAMED, EVENTS[0]), True),
        ((END, END), True),
        ((END, NAMED, END), True),
        ((END, Extended(elapsed=12.5, at=AT, minutes=5)), True),
        ((END, Held(elapsed=12.5, at=AT)), True),
        ((END, OPENED, END, EVENTS[0]), True),
    ],
)
def test_only_a_name_or_letting_in_again_follows_the_end(lines: tuple[Event, ...], *, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(DamagedError) as bad:
            parse_attempt(seal_all(*lines), Path("x"))
        assert isinstance(bad.value.damage.fault, LineAfterEnd)
    else:
        assert tuple(parse_attempt(seal_all(*lines), Path("x")).events) == lines


@pytest.mark.parametrize("minutes", [-1441, 1441, float("1e300")])
def test_no_line_moves_an_end_by_more_than_a_day(minutes: float) -> None:
    with pytest.raises(DamagedError):
        parse_attempt(seal_all(Extended(elapsed=0, at=AT, minutes=minutes)), Path("x"))


def test_a_file_of_format_2_is_read_for_good() -> None:
    attempt = load_attempt(Path(__file__).parent / "kept" / "format-2.attempt.jsonl")
    assert (attempt.begun.format, attempt.receipt, attempt.limit) == (2, "GJHN-JH5A-JR", TimeLimit(2250))
    assert attempt.responses == {"q01": ("A",), "q02": ("12",)}


MOMENTS = st.floats(0, 1e6).map(lambda seconds: {"elapsed": round(seconds, 3)})
EACH: tuple[st.SearchStrategy[Event], ...] = (
    st.builds(lambda m: Beat(at=AT, **m), MOMENTS),
    st.builds(lambda m: Resumed(at=AT, **m), MOMENTS),
    st.builds(lambda m: Seen(at=AT, item="choice", **m), MOMENTS),
    st.builds(lambda m: Responded(at=AT, item="choice", response=("green",), **m), MOMENTS),
    st.builds(lambda m, on: Flagged(at=AT, item="choice", is_on=on, **m), MOMENTS, st.booleans()),
    st.builds(lambda m: Paused(at=AT, **m), MOMENTS),
    st.builds(lambda m: Left(at=AT, **m), MOMENTS),
    st.builds(lambda m, by: Extended(at=AT, minutes=by, **m), MOMENTS, st.floats(-1440, 1440)),
    st.builds(lambda m: Held(at=AT, **m), MOMENTS),
    st.builds(lambda m: Released(at=AT, **m), MOMENTS),
    st.builds(lambda m, name: Renamed(at=AT, candidate=name, **m), MOMENTS, st.text("aZÄ김0-", min_size=1)),
    st.builds(lambda m: Reopened(at=AT, **m), MOMENTS),
    st.builds(lambda m, why: HandedIn(at=AT, why=why, **m), MOMENTS, st.sampled_from(["candidate", "time", "teacher"])),
)


@given(st.lists(st.one_of(EACH), max_size=12))
@settings(max_examples=300, deadline=None)
def test_every_order_of_lines_is_read_as_it_is_or_refused_by_its_place(lines: list[Event]) -> None:
    is_over = False
    expected: int | None = None
    for place, line in enumerate(lines):
        if is_over and not isinstance(line, Renamed | Reopened):
            expected = place
            break
        is_over = isinstance(line, HandedIn) or (is_over and isinstance(line, Renamed))
    if expected is not None:
        with pytest.raises(DamagedError) as bad:
            parse_attempt(seal_all(*lines), Path("x"))
        assert bad.value.damage.line == expected + 2
        return
    attempt = parse_attempt(seal_all(*lines), Path("x"))
    assert attempt.events == lines
    check_meaning(attempt, is_over=is_over)


def check_meaning(attempt: Attempt, *, is_over: bool) -> None:
    """What follows from lines in any order."""
    assert (attempt.handed_in is not None) == is_over
    names = [event.candidate for event in attempt.events if isinstance(event, Renamed)]
    assert attempt.candidate == (names[-1] if names else "Stoker-07")
    assert attempt.limit.seconds >= attempt.limit.base == 1800
    stops = [isinstance(event, Held) for event in attempt.events if isinstance(event, Held | Released)]
    assert attempt.is_held == (bool(stops) and stops[-1])
    assert len(attempt.receipt) == 12


@pytest.mark.parametrize("line", [Extended, Held, Released, Renamed, Reopened])
def test_every_line_of_a_teacher_fits_the_published_schema(line: type[Event]) -> None:
    import jsonschema
    import msgspec

    from game.content.schema import make_schema

    fields = {Extended: {"minutes": -5}, Renamed: {"candidate": "Signal-84"}}.get(line, {})
    event = line(elapsed=1, at=AT, **fields)  # type: ignore[arg-type] # the fields of each kind are its own
    jsonschema.validate(msgspec.json.decode(seal_line(event, "")[0]), make_schema("attempt"))


def test_a_moment_of_the_wall_clock_is_not_needed_for_the_time(tour: World, tmp_path: Path) -> None:
    """The clock that is set during a stop gives and takes nothing."""
    exam = sit(tour, tmp_path, TEN)
    exam.time.pass_(60)
    desk(exam).hold()
    exam.time.wall -= timedelta(hours=2)
    exam.time.pass_(100)
    desk(exam).release()
    exam.tick()
    assert exam.session.view.seconds_left == 540
    assert Gap not in kinds(exam)
