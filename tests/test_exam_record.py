"""What an exam session keeps and tells at its edges: absences, statuses, hidden marks, the end of the time."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from game.app.exam_policy import ExamPolicy
from game.app.quiz_session import QuizSession
from game.pack.kinds import find_key, write_response
from game.pack.world import World
from game.store.attempt_events import Gap, Paused, Rules, WentOn
from game.store.attempt_folder import load_attempt
from tests.test_exam_session import Exam


def sit(world: World, folder: Path, rules: Rules) -> Exam:
    """An exam with its first question in sight."""
    exam = Exam(world, folder, rules)
    exam.open()
    exam.say("")
    return exam


@pytest.mark.parametrize(("seconds", "gaps"), [(0, []), (1, [("ended", 1.0)])])
def test_an_absence_goes_on_file_from_one_second_on(
    tour: World, tmp_path: Path, seconds: int, gaps: list[tuple[str, float]]
) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10))
    exam.time.pass_(seconds)
    exam.resume(tmp_path)
    assert [(gap.why, gap.seconds) for gap in exam.attempt.gaps] == gaps


@pytest.mark.parametrize(("minutes_away", "is_over"), [(9, False), (10, True)])
def test_the_time_can_run_out_while_the_candidate_is_away(
    tour: World, tmp_path: Path, minutes_away: int, is_over: bool
) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10))
    exam.say("leave")
    exam.time.pass_(minutes_away * 60)
    assert ("The time is up" in exam.resume(tmp_path)) == is_over
    assert exam.session.is_over == is_over


def test_an_answer_counts_up_to_the_limit_and_not_at_it(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10))
    exam.time.pass_(599.75)
    assert "Noted for question 1" in exam.say(exam.key(0))
    exam.time.pass_(0.25)
    told = exam.say(exam.key(1))
    assert "0:00 after the end of the time and does not count" in told
    assert len(exam.attempt.responses) == 1
    assert exam.attempt.elapsed == 600


def test_an_empty_line_after_the_limit_is_not_blamed(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10))
    exam.time.pass_(601)
    told = exam.say("")
    assert "The time is up" in told
    assert "not counted" not in told


def test_a_pause_covers_the_question_and_is_on_file(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10, pausable=True))
    exam.time.pass_(60)
    exam.say("pause")
    view = exam.session.view
    assert (view.shown, view.form, view.is_paused) == (None, None, True)
    assert view.title == "Ready"
    exam.time.pass_(1000)
    assert "Question 1 of 5" in exam.say("")
    assert not exam.session.view.is_paused
    kinds = [type(event) for event in exam.attempt.events]
    assert kinds.count(Paused) == kinds.count(WentOn) == 1
    assert Gap not in kinds
    assert exam.session.view.seconds_left == 540


def test_a_pause_can_be_left(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10, pausable=True))
    exam.say("pause")
    assert "the clock is stopped" in exam.say("leave")
    assert exam.session.is_over


@pytest.mark.parametrize("hides_marks", [False, True])
def test_marks_are_told_after_handing_in_unless_they_are_hidden(tour: World, tmp_path: Path, hides_marks: bool) -> None:
    exam = sit(tour, tmp_path, Rules(hides_marks=hides_marks))
    exam.say(exam.key(0))
    assert exam.session.view.statuses == ("answered", "open", "open", "open", "open")
    exam.say("hand in")
    told = exam.say("yes")
    status = "answered" if hides_marks else "right"
    assert exam.session.view.statuses == (status, "open", "open", "open", "open")
    assert ("20%" in told) != hides_marks
    assert exam.session.view.feedback
    assert exam.session.view.notice == ()


def test_right_in_part_and_wrong_are_told_apart(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(), kinds=("match",))
    exam.open()
    exam.say("")
    shown = exam.session.shown
    assert shown is not None
    key = find_key(shown.item, tour)
    exam.say(write_response(shown, (key[1], key[0], *key[2:])))
    shown = exam.session.shown
    assert shown is not None
    key = find_key(shown.item, tour)
    exam.say(write_response(shown, (*key[1:], key[0])))
    exam.say(exam.key(2))
    exam.say("hand in")
    exam.say("yes")
    assert exam.session.view.statuses == ("part", "wrong", "right", "open", "open")
    end = exam.attempt.handed_in
    assert end is not None
    share = end.marks[exam.paper.items[0].id]
    assert 0 < share < 1
    assert share == round(share, 6)


@pytest.mark.parametrize("wrong", [0, 1])
def test_an_exam_is_perfect_only_with_every_item_right_and_handed_in(tour: World, tmp_path: Path, wrong: int) -> None:
    exam = sit(tour, tmp_path, Rules())
    for place in range(5 - wrong):
        exam.say(exam.key(place))
    assert not exam.session.policy.record.is_perfect
    told = exam.say("hand in") + exam.say("yes")
    assert exam.session.policy.record.is_perfect == (not wrong)
    assert ("a perfect exam" in told) == (not wrong)


def test_in_an_exam_an_option_is_signed_as_picked_and_no_more(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(), kinds=("choice",))
    exam.open()
    exam.say("")
    assert set(exam.session.view.option_signs) == {"plain"}
    exam.say(exam.key(0))
    exam.say("back")
    shown, signs = exam.session.shown, exam.session.view.option_signs
    assert shown is not None
    (key,) = find_key(shown.item, tour)
    assert signs.count("picked") == 1
    assert signs[shown.options.index(key)] == "picked"
    assert set(signs) == {"plain", "picked"}


def test_an_exam_goes_on_at_the_question_seen_last(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules())
    exam.say("go to 4")
    assert "Question 4 of 5" in exam.resume(tmp_path)


def test_an_exam_left_before_it_began_begins_anew(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules())
    exam.open()
    assert "without handing in" in exam.say("leave").casefold()
    assert exam.attempt.events == []
    assert "Press Enter to begin" in exam.resume(tmp_path)


def confirms(exam: Exam) -> bool:
    """Whether the hand-in waits to be confirmed."""
    return exam.session.view.confirming == "hand in"


@pytest.mark.parametrize("line", ["next", "purple elephants"])
def test_any_other_line_calls_the_confirmation_off(tour: World, tmp_path: Path, line: str) -> None:
    exam = sit(tour, tmp_path, Rules())
    exam.say("hand in")
    assert confirms(exam)
    exam.say(line)
    assert not confirms(exam)
    exam.say("yes")
    assert not exam.session.is_over


def test_the_screen_is_told_apart_what_is_question_and_what_is_notice(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules())
    exam.say(exam.key(0))
    (notice,) = exam.session.view.notice
    assert notice.text.startswith("Noted for question 1")
    exam.say("back")
    (notice,) = exam.session.view.notice
    assert notice.text.startswith("Noted for question 1")
    exam.say("next")
    assert exam.session.view.notice == ()


def test_a_session_that_is_over_takes_no_more_lines(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules())
    exam.say("leave")
    exam.say("yes")
    size = len(load_attempt(exam.attempt.path).events)
    assert exam.say(exam.key(0)) == ""
    assert exam.tick() == ""
    assert len(load_attempt(exam.attempt.path).events) == size


def test_a_tick_that_brings_nothing_leaves_the_notice(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10))
    exam.say("time")
    before = exam.session.view.notice
    exam.time.pass_(1)
    assert exam.tick() == ""
    assert exam.session.view.notice == before


def test_notes_need_all_their_words_and_may_name_who_says_it(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(open_book=True))
    fact = next(fact for fact in tour.facts.values() if fact.said_by != "the article")
    exam.session = QuizSession(ExamPolicy(exam.paper, exam.attempt, notebook=(fact,), clocks=exam.time.clocks))
    exam.open()
    exam.say("")
    assert fact.claim in exam.say(f"notes {fact.said_by}")
    assert fact.claim in exam.say("notes")
    assert "nothing on" in exam.say(f"notes {fact.said_by} zebra")


@pytest.fixture(params=["Asia/Kathmandu", "America/St_Johns", "Europe/Berlin"])
def _place(request: pytest.FixtureRequest) -> Iterator[None]:
    """Another place to be in: with half hours, and with days on which the clock is changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone a machine")
@pytest.mark.usefixtures("_place")
@pytest.mark.parametrize("moment", ["2026-03-29T00:59:50+00:00", "2026-10-25T00:59:50+00:00"])
@pytest.mark.parametrize("is_local", [True, False], ids=["as old versions wrote it", "as it is written"])
def test_a_change_of_the_clock_is_no_time_away(moment: str, *, is_local: bool, tour: World, tmp_path: Path) -> None:
    """In the second that the clock of the place jumps by an hour, twenty seconds are twenty seconds."""

    def write(seconds: float) -> datetime:
        then = datetime.fromisoformat(moment) + timedelta(seconds=seconds)
        return then.astimezone() if is_local else then

    exam = Exam(tour, tmp_path, Rules(minutes=10))
    exam.time.wall = write(0)
    exam.open()
    exam.say("")
    exam.time.pass_(20)
    exam.time.wall = write(20)
    exam.say(exam.key(0))
    assert not exam.attempt.gaps
    exam.time.pass_(300)
    exam.time.wall = write(320)
    exam.resume(tmp_path)
    assert [(gap.why, gap.seconds) for gap in exam.attempt.gaps] == [("ended", 300.0)]
