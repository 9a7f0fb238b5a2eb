"""Exams: what is kept, what is told, and a clock that neither sleep nor setting can cheat."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from game.app.exam_policy import ExamPolicy
from game.app.quiz_clock import Clocks
from game.app.quiz_session import QuizSession
from game.pack.kinds import find_key, write_response
from game.pack.world import World
from game.prose.text import render_text
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection
from game.store.attempt_events import FORMAT, Beat, Begun, HandedIn, Rules
from game.store.attempt_folder import create_attempt, load_attempt

START = datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=1)))


class Time:
    """Three clocks that go as a test says."""

    def __init__(self) -> None:
        self.steady = 1000.0
        self.boot: float | None = 5000.0
        self.boot_id = "first start"
        self.wall = START

    @property
    def clocks(self) -> Clocks:
        return Clocks(
            monotonic=lambda: self.steady, wall=lambda: self.wall, boot=lambda: self.boot, boot_id=self.boot_id
        )

    def pass_(self, seconds: float) -> None:
        """All go on."""
        self.steady += seconds
        self.sleep(seconds)

    def sleep(self, seconds: float) -> None:
        """The machine sleeps: the steady clock stands."""
        self.boot = None if self.boot is None else self.boot + seconds
        self.wall += timedelta(seconds=seconds)

    def restart(self, seconds: float) -> None:
        """The machine is off for some seconds by the time of day, and starts again."""
        self.boot, self.boot_id, self.steady = 10.0, self.boot_id + " and another", 10.0
        self.wall += timedelta(seconds=seconds)


class Exam:
    """An exam of five items of the shipped bank, by a clock that stands until it is told to go."""

    def __init__(
        self,
        world: World,
        folder: Path,
        rules: Rules | None = None,
        kinds: tuple[str, ...] = ("choice", "number", "true-false"),
    ) -> None:
        self.time = Time()
        self.paper = Paper(Bank(world), 7, Selection(items=5, kinds=kinds))
        begun = Begun(
            format=FORMAT,
            attempt="0e5c7a52-0000-4000-8000-000000000001",
            candidate="Stoker-07",
            tour=world.tour.id,
            bank=self.paper.bank.digest,
            code="K7Q2",
            seed=7,
            rules=rules or Rules(),
            items=self.paper.items,
            program="1.0",
            at=START.isoformat(),
            boot=self.time.boot,
            boot_id=self.time.boot_id,
        )
        self.attempt = create_attempt(folder, begun)
        self.session = QuizSession(ExamPolicy(self.paper, self.attempt, clocks=self.time.clocks))

    def open(self) -> str:
        return render_text(self.session.open(), None)

    def say(self, line: str) -> str:
        return render_text(self.session.perform(line), None)

    def tick(self) -> str:
        return render_text(self.session.tick(), None)

    def key(self, place: int) -> str:
        """What is typed to answer an item rightly."""
        shown = self.paper.show(self.paper.items[place], "Stoker-07")
        return write_response(shown, find_key(shown.item, self.paper.bank.world))

    def resume(self, folder: Path) -> str:
        """The process is gone; another one takes the attempt up."""
        (path,) = folder.iterdir()
        self.attempt = load_attempt(path)
        self.session = QuizSession(ExamPolicy(self.paper, self.attempt, clocks=self.time.clocks))
        return self.open()


@pytest.fixture
def exam(tour: World, tmp_path: Path) -> Exam:
    """One without a limit."""
    return Exam(tour, tmp_path)


@pytest.fixture
def timed(tour: World, tmp_path: Path) -> Exam:
    """One of ten minutes."""
    return Exam(tour, tmp_path, Rules(minutes=10))


def test_the_rules_are_told_before_anything_is_asked(timed: Exam) -> None:
    told = timed.open()
    for rule in ("Stoker-07", "10 minutes", "you can change every answer", "no hint", "notebook is closed"):
        assert rule in told
    assert "Question 1" not in told
    assert "Question 1 of 5" in timed.say("")


def test_a_right_exam_is_perfect_and_a_blank_one_is_not(exam: Exam) -> None:
    exam.open()
    exam.say("")
    told = ""
    for place in range(5):
        told = exam.say(exam.key(place))
    assert "Hand in?" in told
    sheet = exam.say("yes")
    assert "5.00 of 5: 100%" in sheet
    assert "perfect exam" in sheet
    assert exam.attempt.seal in sheet
    assert exam.session.policy.record.is_perfect
    assert exam.session.is_over


def test_nothing_is_marked_before_it_is_handed_in(exam: Exam) -> None:
    exam.open()
    exam.say("")
    for place in range(4):
        told = exam.say(exam.key(place))
        assert not any(word in told.casefold() for word in ("right", "wrong", "correct", "✓", "✗", "because"))
    assert exam.session.view.key == ()
    assert set(exam.session.view.statuses) <= {"open", "answered"}


def test_an_answer_can_be_changed_and_taken_back(exam: Exam) -> None:
    exam.open()
    exam.say("")
    first = exam.paper.items[0].id
    exam.say(exam.key(0))
    exam.say("go to 1")
    kept = exam.attempt.responses[first]
    assert exam.say("clear").startswith("Taken back")
    assert first not in exam.attempt.responses
    exam.say(exam.key(0))
    assert exam.attempt.responses[first] == kept


def test_an_answer_that_is_none_is_not_counted(exam: Exam) -> None:
    exam.open()
    exam.say("")
    assert "no answer here" in exam.say("purple elephants")
    assert exam.attempt.responses == {}


def test_hints_notes_and_pauses_are_refused_with_the_reason(exam: Exam) -> None:
    exam.open()
    exam.say("")
    assert "closed" in exam.say("notes")
    assert "cannot be paused" in exam.say("pause")
    for line in ("hint", "source", "read"):
        assert "would give the answer away" in exam.say(line)
    assert "nothing is marked yet" in exam.say("score")


def test_handing_in_with_open_questions_asks_and_no_goes_on(exam: Exam) -> None:
    exam.open()
    exam.say("")
    exam.say(exam.key(0))
    assert "Not answered: questions 2 to 5" in exam.say("hand in")
    assert "Question 2 of 5" in exam.say("no")
    assert not exam.session.is_over
    exam.say("hand in")
    assert "1.00 of 5: 20%" in exam.say("yes")


def test_the_clock_warns_and_what_was_answered_counts_when_it_ends(timed: Exam) -> None:
    timed.open()
    timed.say("")
    timed.say(timed.key(0))
    timed.time.pass_(301)
    assert "5 minutes left" in timed.tick()
    assert timed.tick() == ""
    timed.time.pass_(240)
    assert "1 minute left" in timed.tick()
    timed.time.pass_(50)
    assert "10 seconds left" in timed.tick()
    timed.time.pass_(10)
    told = timed.say(timed.key(1))
    assert "0:01 after the end of the time and does not count" in told
    assert "1.00 of 5" in told
    end = timed.attempt.handed_in
    assert isinstance(end, HandedIn)
    assert end.why == "time"
    assert timed.attempt.elapsed == 600


def test_a_factor_extends_the_time(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(minutes=10, factor=1.5))
    assert "15 minutes (extended from 10)" in exam.open()
    exam.say("")
    exam.time.pass_(601)
    assert "5 minutes left" in exam.tick() or exam.session.view.seconds_left == pytest.approx(299)
    assert not exam.session.is_over


@pytest.mark.parametrize(("outage", "left"), [(0, 420), (2, 540), (3, 600), (4, 600)])
def test_sleep_of_a_laptop_counts_but_for_what_the_rules_give_back(
    tour: World, tmp_path: Path, outage: float, left: float
) -> None:
    timed = Exam(tour, tmp_path, Rules(minutes=10, outage=outage))
    timed.open()
    timed.say("")
    timed.time.sleep(180)
    assert "slept for 3:00" in timed.tick()
    assert timed.session.view.seconds_left == pytest.approx(left)
    (gap,) = timed.attempt.gaps
    assert (gap.why, gap.seconds) == ("away", 180)


def test_a_beat_is_on_file_every_ten_seconds(timed: Exam) -> None:
    timed.open()
    timed.say("")
    timed.time.pass_(9.75)
    timed.tick()
    assert not [event for event in timed.attempt.events if isinstance(event, Beat)]
    timed.time.pass_(0.25)
    timed.tick()
    timed.session.beat()
    assert [event.elapsed for event in timed.attempt.events if isinstance(event, Beat)] == [10.0]


def test_a_machine_that_was_off_counts_and_never_ends_an_exam_by_its_clock_alone(timed: Exam, tmp_path: Path) -> None:
    timed.open()
    timed.say("")
    timed.time.pass_(60)
    timed.tick()
    timed.time.restart(240)
    assert "5:00 left" in timed.resume(tmp_path)
    assert [(gap.why, gap.seconds) for gap in timed.attempt.gaps] == [("away", 240)]
    timed.time.restart(86_400 * 365)
    told = timed.resume(tmp_path)
    assert "5:00 left" in told
    assert "Your teacher will see it" in told
    assert timed.attempt.gaps[-1].why == "away, unknown"
    assert not timed.session.is_over


def test_a_clock_set_back_gives_no_time(timed: Exam) -> None:
    timed.open()
    timed.say("")
    timed.time.pass_(60)
    timed.time.wall -= timedelta(hours=1)
    assert "set 1:00:00 earlier" in timed.tick()
    assert timed.session.view.seconds_left == pytest.approx(540)
    assert timed.attempt.gaps[0].why == "clock changed"


def test_the_clock_stands_only_where_the_rules_allow(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(minutes=10, pausable=True))
    exam.open()
    exam.say("")
    exam.time.pass_(60)
    assert "hidden" in exam.say("pause")
    assert exam.session.view.shown is None
    exam.time.pass_(900)
    assert exam.tick() == ""
    assert "Question 1 of 5" in exam.say("")
    assert exam.session.view.seconds_left == pytest.approx(540)


def test_an_exam_that_was_killed_goes_on_with_its_clock(timed: Exam, tmp_path: Path) -> None:
    timed.open()
    timed.say("")
    timed.say(timed.key(0))
    timed.time.pass_(100)
    timed.say("next")
    timed.time.pass_(360)
    told = timed.resume(tmp_path)
    assert "1 of 5 questions answered, 2:20 left" in told
    assert "The exam was closed for 6:00. The clock ran on" in told
    assert "Question 3 of 5" in told
    assert timed.attempt.gaps[-1].why == "ended"
    for place in range(1, 5):
        timed.say(f"go to {place + 1}")
        told = timed.say(timed.key(place))
    assert "100%" in timed.say("yes")
    (path,) = tmp_path.iterdir()
    assert load_attempt(path).handed_in is not None


def test_leaving_and_coming_back(exam: Exam, tmp_path: Path) -> None:
    exam.open()
    exam.say("")
    exam.say(exam.key(0))
    assert "without handing in" in exam.say("leave")
    exam.say("yes")
    assert exam.session.is_over
    assert "1 of 5 questions answered" in exam.resume(tmp_path)


def test_the_notebook_is_searched_when_the_book_is_open(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(open_book=True))
    facts = tuple(tour.facts[fact_id] for fact_id in ("cristal-champagne", "swiss-cheese"))
    exam.session = QuizSession(ExamPolicy(exam.paper, exam.attempt, notebook=facts, clocks=exam.time.clocks))
    assert "NOTES WORD" in exam.open()
    exam.say("")
    told = exam.say("notes champagne")
    assert facts[0].claim in told
    assert facts[1].claim not in told
    assert "nothing on “zebra”" in exam.say("notes zebra")


def test_a_disk_that_is_full_is_told_and_nothing_is_lost(exam: Exam, monkeypatch: pytest.MonkeyPatch) -> None:
    exam.open()
    exam.say("")
    with monkeypatch.context() as patched:

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr("os.fsync", full)
        assert "could not be saved: No space left" in exam.say(exam.key(0))
    exam.say(exam.key(1))
    assert len(load_attempt(exam.attempt.path).responses) == 2


def test_who_leaves_does_not_stop_the_clock(timed: Exam, tmp_path: Path) -> None:
    timed.open()
    timed.say("")
    timed.time.pass_(60)
    assert "the clock runs on" in timed.say("leave") + timed.say("yes")
    timed.time.pass_(120)
    assert "7:00 left" in timed.resume(tmp_path)
    assert timed.attempt.gaps[-1].why == "ended"
    timed.say("leave")
    timed.say("yes")
    timed.time.pass_(3600)
    told = timed.resume(tmp_path)
    assert "The time is up" in told
    assert timed.attempt.handed_in is not None


def test_where_the_clock_may_be_stopped_leaving_stops_it(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(minutes=10, pausable=True))
    exam.open()
    exam.say("")
    exam.time.pass_(60)
    assert "the clock is stopped" in exam.say("leave") + exam.say("yes")
    exam.time.pass_(3600)
    assert "9:00 left" in exam.resume(tmp_path)


def test_marks_can_be_left_out_of_the_sheet(tour: World, tmp_path: Path) -> None:
    exam = Exam(tour, tmp_path, Rules(hides_marks=True))
    exam.open()
    exam.say("")
    exam.say(exam.key(0))
    exam.say("hand in")
    sheet = exam.say("yes")
    assert "1 of 5 questions answered" in sheet
    assert not any(sign in sheet for sign in ("✓", "✗", "%", "1.00"))
    assert set(exam.session.view.statuses) == {"open", "answered"}
    assert exam.attempt.handed_in is not None
    assert sum(exam.attempt.handed_in.marks.values()) == 1.0


def test_an_exam_taken_up_in_another_window_ends_here(exam: Exam, tmp_path: Path) -> None:
    exam.open()
    exam.say("")
    exam.say(exam.key(0))
    here = exam.session
    exam.resume(tmp_path)
    told = render_text(here.perform(exam.key(1)), None)
    assert "open in another window" in told
    assert "Question" not in told
    assert here.is_over
    assert "Question 3 of 5" in exam.say(exam.key(1))
    (path,) = tmp_path.iterdir()
    assert len(load_attempt(path).responses) == 2


def test_time_away_is_no_time_spent_on_a_question(timed: Exam, tmp_path: Path) -> None:
    timed.open()
    timed.say("")
    timed.time.pass_(10)
    timed.say("leave")
    timed.say("yes")
    timed.time.pass_(100)
    timed.resume(tmp_path)
    timed.time.pass_(5)
    timed.say(timed.key(0))
    assert timed.attempt.seconds[timed.paper.items[0].id] == pytest.approx(15)
