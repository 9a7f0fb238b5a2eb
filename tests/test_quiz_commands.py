"""One table of command words: each word is done or refused with the reason, in practice, in an exam and in the tour."""

from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from game.app.practice_plan import PracticePlan
from game.app.practice_policy import PracticePolicy
from game.app.quiz_session import QuizSession
from game.core.names import words
from game.pack.kinds import Choice, Item, Short
from game.pack.world import World
from game.prose.event_lines import render_event
from game.prose.quiz_commands import (
    ExamRefusal,
    PracticeRefusal,
    explain_tour_refusal,
    render_exam_refusal,
    render_practice_refusal,
)
from game.quiz.bank import Bank
from game.quiz.command_words import COMMAND_BY_WORD, COMMAND_WORDS, QuizCommand, TourRefusal, TypedCommand, read_command
from game.quiz.papers import Selection
from game.store.attempt_events import Rules
from game.tour.events import Corrected, NotUnderstood, QuizCommandRefused, Skipped, Unsure
from game.tour.session import Session
from game.tour.state import begin_tour
from tests.test_exam_session import Exam

NO_ANSWER = "no answer here"

LINES = (*COMMAND_BY_WORD, "go to 2", "question 2", "notes champagne")
"""Every command word, and the two commands that take an argument."""


def practise(world: World, kind: str = "choice") -> QuizSession[PracticePolicy]:
    """Practice with its first question in sight."""
    plan = PracticePlan(selection=Selection(items=4, kinds=(kind,)), seed="7")
    session = QuizSession(PracticePolicy(Bank(world), plan))
    session.open()
    return session


def sit(world: World, folder: Path, rules: Rules | None = None) -> Exam:
    """An exam with its first question in sight."""
    exam = Exam(world, folder, rules)
    exam.open()
    exam.say("")
    return exam


def test_each_word_names_one_command() -> None:
    assert set(COMMAND_WORDS) == set(get_args(QuizCommand))
    assert sum(map(len, COMMAND_WORDS.values())) == len(COMMAND_BY_WORD)


def test_no_answer_of_the_bank_is_a_command_word(tour: World) -> None:
    shorts = [item for item in Bank(tour).items.values() if isinstance(item, Short)]
    assert shorts
    answers = {" ".join(words(form)) for item in shorts for form in (item.key, *item.accepted)}
    assert answers.isdisjoint(COMMAND_BY_WORD)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("kind", ["choice", "short"])
def test_every_word_is_done_or_refused_in_practice(tour: World, line: str, kind: str) -> None:
    session = practise(tour, kind)
    said = session.perform(line)
    command = read_command(line)
    assert command is not None
    assert said
    assert NO_ANSWER not in said[0].text
    assert (said[0].role == "refused") == (command.command in get_args(PracticeRefusal))
    if command.command != "skip":
        assert set(session.view.statuses) == {"open"}


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("is_open", [False, True], ids=["closed", "open"])
def test_every_word_is_done_or_refused_in_an_exam(tour: World, tmp_path: Path, line: str, is_open: bool) -> None:
    exam = sit(tour, tmp_path, Rules(minutes=10, open_book=is_open, pausable=is_open))
    said = exam.session.perform(line)
    command = read_command(line)
    assert command is not None
    assert said
    assert NO_ANSWER not in said[0].text
    allowed = ("notes", "pause") if is_open else ()
    is_refused = command.command in get_args(ExamRefusal) and command.command not in allowed
    assert (said[0].role == "refused") == is_refused
    assert exam.attempt.responses == {}


def ask_in_tour(world: World, kind: type[Item]) -> Session:
    """A tour in which a question of some kind waits."""
    room, item = next((room, item) for room in world.rooms.values() for item in room.items if isinstance(item, kind))
    state = begin_tour(world, 0).enter(room)
    return Session(world, 0, replace(state, asking=item.id))


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("kind", [Choice, Short])
def test_every_word_is_done_or_refused_at_a_question_in_the_tour(tour: World, line: str, kind: type[Item]) -> None:
    session = ask_in_tour(tour, kind)
    asked = session.state.asking
    events = session.perform(line)
    assert events
    for event in events:
        assert not isinstance(event, NotUnderstood | Unsure | Corrected)
        assert all(said.text for said in render_event(event, tour))
    assert asked not in session.state.answered


@pytest.mark.parametrize("command", get_args(TourRefusal))
def test_every_refusal_in_the_tour_has_a_reason(command: TourRefusal, tiny: World) -> None:
    assert explain_tour_refusal(command, tiny).count(" ") > 3


@pytest.mark.parametrize("line", ["list", "clear", "hand in", "pause", "done", "read last"])
def test_words_of_an_exam_are_refused_only_while_a_question_waits(tour: World, line: str) -> None:
    session = ask_in_tour(tour, Choice)
    assert isinstance(session.perform(line)[0], QuizCommandRefused)
    session.perform("skip")
    assert not isinstance(session.perform(line)[0], QuizCommandRefused)


def test_undo_at_a_question_takes_back_an_answer_in_the_tour(tour: World) -> None:
    session = ask_in_tour(tour, Choice)
    asked = session.state.asking
    session.perform("a")
    assert asked in session.state.answered
    session.perform("undo")
    assert session.state.asking == asked
    assert not session.state.answered


def test_not_to_know_passes_a_question_and_is_only_said_elsewhere(tour: World) -> None:
    session = ask_in_tour(tour, Choice)
    assert session.perform("i don't know") == (Skipped(),)
    assert not session.state.asking
    assert not isinstance(session.perform("i don't know")[0], Skipped)


@pytest.mark.parametrize("command", get_args(PracticeRefusal))
def test_every_refusal_of_practice_has_a_reason(command: PracticeRefusal) -> None:
    line = render_practice_refusal(command)
    assert line.role == "refused"
    assert line.text.count(" ") > 3


@pytest.mark.parametrize("command", get_args(ExamRefusal))
def test_every_refusal_of_an_exam_has_a_reason(command: ExamRefusal) -> None:
    line = render_exam_refusal(command)
    assert line.role == "refused"
    assert line.text.count(" ") > 3


def test_undo_is_refused_in_practice_and_takes_back_in_an_exam(tour: World, tmp_path: Path) -> None:
    session = practise(tour)
    assert session.perform("undo")[0].text == "UNDO takes back nothing in practice: an answer was marked at once."
    exam = sit(tour, tmp_path)
    exam.say(exam.key(0))
    exam.say("back")
    assert exam.say("undo").startswith("Taken back")
    assert exam.attempt.responses == {}


def test_end_asks_first_in_an_exam_and_ends_practice(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path)
    assert "Hand in anyway?" in exam.say("end")
    assert not exam.session.is_over
    session = practise(tour)
    session.perform("end")
    assert session.is_over


def test_skip_passes_a_question_in_both(tour: World, tmp_path: Path) -> None:
    session = practise(tour)
    session.perform("pass")
    assert session.view.statuses[0] == "wrong"
    exam = sit(tour, tmp_path)
    assert "Question 2 of 5" in exam.say("pass")
    assert exam.attempt.responses == {}


def test_repeat_shows_the_same_question_in_both(tour: World, tmp_path: Path) -> None:
    assert "Question 1 of 4" in practise(tour).perform("again")[0].text
    assert "Question 1 of 5" in sit(tour, tmp_path).say("again")


@pytest.mark.parametrize(
    ("line", "argument"), [("go to 7", "7"), ("Question 12.", "12"), ("no 3", "3"), ("number 0", "0")]
)
def test_go_to_reads_the_number_of_a_question(line: str, argument: str) -> None:
    assert read_command(line) == TypedCommand("go to", argument)


@pytest.mark.parametrize("line", ["7", "go to seven", "go to the 7", "hint please", "undo it"])
def test_other_lines_are_no_commands(line: str) -> None:
    assert read_command(line) is None


def test_go_to_knows_the_first_and_the_last_question_and_no_others(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path)
    assert "Question 5 of 5" in exam.say("go to 5")
    assert "Question 1 of 5" in exam.say("go to 1")
    for number in ("0", "6", "9" * 5000):
        assert exam.say(f"go to {number}").startswith("There are questions 1 to 5.")
    assert exam.session.view.place == 0


def test_next_and_back_go_round(tour: World, tmp_path: Path) -> None:
    exam = sit(tour, tmp_path)
    assert "Question 5 of 5" in exam.say("back")
    assert "Question 1 of 5" in exam.say("next")
