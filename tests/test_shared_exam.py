"""The clock of an exam that several servers serve: by the time of day, and no line tells of the change of servers."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.app.exam_beginning import write_beginning
from game.app.exam_policy import ExamPolicy
from game.app.quiz_clock import Clocks, share_clocks
from game.app.quiz_session import QuizSession
from game.app.teacher_desk import TeacherDesk
from game.pack.world import World
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_events import Flagged, HandedIn, Held, Released, Rules, Seen
from game.store.attempt_folder import create_attempt, load_attempt
from game.store.exam_files import CandidatesExam
from tests.class_rooms import make_exam_of_each_kind

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


class Servers:
    """Servers of one exam: each has a steady clock of its own, and all have one time of day."""

    def __init__(self, exam: CandidatesExam, folder: Path) -> None:
        self.paper = KeylessPaper(exam.questions, exam.title, exam.tour)
        self.seconds = 0.0
        self.path = create_attempt(folder, write_beginning(exam, self.paper, "Signal-63", self.make_clocks(0))).path

    def make_clocks(self, number: int) -> Clocks:
        return replace(
            share_clocks(),
            monotonic=lambda: 1_000_000.0 * number + self.seconds,
            wall=lambda: NOON + timedelta(seconds=self.seconds),
        )

    def open(self, number: int) -> QuizSession[ExamPolicy]:
        session = QuizSession(ExamPolicy(self.paper, load_attempt(self.path), clocks=self.make_clocks(number)))
        session.open()
        return session


@pytest.fixture
def servers(tour: World, tmp_path: Path) -> Servers:
    exam = make_exam_of_each_kind(tour).make_candidates_exam()
    return Servers(replace(exam, rules=Rules(minutes=10, pausable=True)), tmp_path)


def test_the_clock_goes_on_from_server_to_server(servers: Servers) -> None:
    servers.open(0).perform("")
    for number in (1, 0, 1, 2):
        servers.seconds += 100
        session = servers.open(number)
        assert session.policy.clock.elapsed == servers.seconds
        session.perform("flag")
    events = load_attempt(servers.path).events
    assert [(type(event), event.elapsed) for event in events] == [
        (Seen, 0),
        *((Flagged, seconds) for seconds in (100, 200, 300, 400)),
    ]
    assert all(event.boot is None for event in events)


def test_to_look_at_an_exam_writes_nothing(servers: Servers) -> None:
    servers.open(0).perform("")
    before = servers.path.read_bytes()
    for number in range(1, 4):
        servers.seconds += 60
        session = servers.open(number)
        session.tick()
        session.beat()
        assert session.view.seconds_left == 600 - servers.seconds
    assert servers.path.read_bytes() == before


@pytest.mark.parametrize(("late", "is_over"), [(-0.5, False), (0, True), (3_000, True)])
def test_an_exam_ends_at_its_time_at_whatever_server(servers: Servers, late: float, is_over: bool) -> None:
    servers.open(0).perform("")
    servers.seconds = 600 + late
    session = servers.open(1)
    assert session.is_over is is_over
    last = load_attempt(servers.path).events[-1]
    assert isinstance(last, HandedIn) is is_over
    assert last.elapsed == (600 if is_over else 0)


def test_what_a_teacher_holds_is_held_at_every_server(servers: Servers) -> None:
    servers.open(0).perform("")
    servers.seconds = 60
    TeacherDesk(servers.open(1)).hold()
    servers.seconds = 5_000
    held = servers.open(2)
    assert held.view.is_held
    assert held.policy.clock.elapsed == 60
    TeacherDesk(held).release()
    servers.seconds = 5_030
    assert servers.open(0).policy.clock.elapsed == 90
    assert [type(event) for event in load_attempt(servers.path).events] == [Seen, Held, Released]


def test_a_server_whose_time_of_day_is_behind_takes_no_time_back(servers: Servers) -> None:
    servers.open(0).perform("")
    servers.seconds = 60
    servers.open(0).perform("flag")
    servers.seconds = 58
    assert servers.open(1).policy.clock.elapsed == 60


def test_a_pause_goes_on_at_every_server_until_the_candidate_ends_it(servers: Servers) -> None:
    servers.open(0).perform("")
    servers.seconds = 60
    servers.open(1).perform("pause")
    servers.seconds = 1_000
    desk = TeacherDesk(servers.open(2))
    desk.hold()
    servers.seconds = 2_000
    TeacherDesk(servers.open(1)).release()
    servers.seconds = 3_000
    paused = servers.open(0)
    assert paused.view.is_paused
    assert not paused.view.is_held
    assert paused.policy.clock.elapsed == 60
    paused.perform("")
    servers.seconds = 3_010
    assert servers.open(1).policy.clock.elapsed == 70
