"""What a teacher did in a class counts in the files that the class kept, and in no other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.classroom.evidence import KEPT_ENDING, gather_evidence, load_evidence
from game.classroom.exam_decisions import Decisions
from game.classroom.exam_marking import ExamMarker
from game.classroom.forgetting import delete_attempts
from game.classroom.integrity import Judged, judge_class
from game.classroom.marked_attempts import write_marked_attempts
from game.core.identity import pseudonym_key
from game.pack.world import World
from game.prose.integrity_lines import describe_integrity
from game.store.attempt_events import Extended, HandedIn, Held, Released, Renamed, Reopened, Rules
from game.store.attempt_folder import load_attempt
from game.store.exam_files import Allowance
from tests.candidates import Candidate, Lines, make_class_exam, read_lines, write_sealed

QUESTIONS = 12


class Room:
    """An exam of half an hour, the folder that a class kept, and one that pupils can write into."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world = world
        self.kept, self.brought, self.folder = folder / "class" / "attempts", folder / "brought", folder / "9b"
        self.exam = make_class_exam(world, QUESTIONS, Ben=Allowance(factor=2))

    def seat(self, name: str, *, is_kept: bool = True, number: int = 1) -> Candidate:
        return Candidate(self.exam, self.kept if is_kept else self.brought, name, number)

    def judge(self, **decided: object) -> dict[str, Judged]:
        """Collect from both, and judge."""
        gather_evidence([self.brought] if self.brought.exists() else [], self.folder)
        found = gather_evidence([self.kept] if self.kept.exists() else [], self.folder, are_kept=True)
        named = {receipt: pseudonym_key(name) for receipt, name in found.receipts.items()}
        given = {"receipts": named, "witnessed": tuple(named), **decided}
        decisions = Decisions(**given)  # type: ignore[arg-type] # each is of its field
        marker = ExamMarker(self.exam, self.world, {})
        return {each.candidate: each for each in judge_class(self.exam, marker, load_evidence(self.folder), decisions)}


@pytest.fixture
def room(tour: World, tmp_path: Path) -> Room:
    return Room(tour, tmp_path)


def codes(judged: Judged) -> dict[str, float]:
    return {finding.code: finding.number for finding in judged.findings}


def answer_late(room: Room, anna: Candidate, *acts: Callable[[Candidate], None]) -> None:
    """Answer one question in time, let a teacher act, and the rest from minute 31 on; about 4 minutes."""
    anna.answer(room.world, 0)
    for act in acts:
        act(anna)
    anna.think(1860 - anna.elapsed)
    anna.answer_all(room.world, QUESTIONS, first=1)
    anna.hand_in()


def extend(minutes: float) -> Callable[[Candidate], None]:
    return lambda candidate: candidate.write(Extended, minutes=minutes)


@pytest.mark.parametrize("is_kept", [True, False])
def test_more_time_counts_in_a_file_that_the_class_kept_alone(room: Room, *, is_kept: bool) -> None:
    """The attack: a pupil writes half an hour into the own file and seals it again."""
    anna = room.seat("Anna", is_kept=is_kept)
    answer_late(room, anna, extend(30))
    judged = room.judge()["Anna"]
    assert judged.marked is not None
    assert judged.timing is not None
    if is_kept:
        assert codes(judged) == {"extended": 1800}
        assert (judged.is_counted, judged.grade, judged.timing.limit) == (True, "witnessed", 3600)
        assert judged.marked.total == QUESTIONS
        assert describe_integrity(judged) == "✓ witnessed · +30:00 by the teacher"
    else:
        assert codes(judged) == {"teacher's lines": 1, "late answers": QUESTIONS - 1}
        assert not judged.is_counted
        assert (judged.marked.total, judged.timing.limit, judged.timing.elapsed) == (1, 1800, 1800)
        assert "1 line of a teacher not believed" in describe_integrity(judged)


def test_who_accepts_an_unproven_file_counts_what_was_in_brackets(room: Room) -> None:
    answer_late(room, room.seat("Anna", is_kept=False), extend(30))
    judged = room.judge(accepted=("Anna",))["Anna"]
    assert judged.is_accepted
    assert judged.marked is not None
    assert judged.marked.total == 1


@pytest.mark.parametrize(("by", "late"), [(3, QUESTIONS - 9), (5, 0)])
def test_answers_count_up_to_the_moved_end(room: Room, by: float, late: int) -> None:
    anna = room.seat("Anna")
    anna.write(Extended, minutes=by)
    anna.answer(room.world, 0)
    anna.think(1800 - anna.elapsed)
    for place in range(1, QUESTIONS):
        anna.answer(room.world, place, seconds=21)
    anna.hand_in()
    judged = room.judge()["Anna"]
    assert judged.marked is not None
    assert judged.marked.late == late


def test_time_that_is_taken_back_makes_no_answer_late_that_was_in_time(room: Room) -> None:
    anna = room.seat("Anna")
    answer_late(room, anna, extend(30))
    lines = read_lines(anna.attempt.path)
    taken = {**lines[-1], "type": "extended", "minutes": -30}
    del taken["why"]
    write_sealed(anna.attempt.path, [*lines[:-1], taken, lines[-1]])
    judged = room.judge()["Anna"]
    assert judged.marked is not None
    assert judged.marked.total == QUESTIONS
    assert judged.timing is not None
    assert judged.timing.elapsed == pytest.approx(anna.elapsed, abs=1)


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_stop_costs_time_unless_the_class_kept_it(room: Room, *, is_kept: bool) -> None:
    anna = room.seat("Anna", is_kept=is_kept)
    anna.answer(room.world, 0)
    anna.write(Held)
    anna.go(1790, counts=False)
    anna.write(Released)
    anna.answer_all(room.world, QUESTIONS, first=1)
    anna.hand_in()
    judged = room.judge()["Anna"]
    assert judged.marked is not None
    if is_kept:
        assert codes(judged) == {"held": 1790}
        assert describe_integrity(judged) == "✓ witnessed · stopped 29:50 by the teacher"
        assert judged.marked.total == QUESTIONS
    else:
        assert {"teacher's lines", "late answers", "ended", "times differ"} == set(codes(judged))
        assert codes(judged)["teacher's lines"] == 2
        assert not judged.is_counted


def test_a_server_that_starts_again_in_a_stop_costs_nothing(room: Room) -> None:
    anna = room.seat("Anna")
    anna.answer(room.world, 0)
    anna.write(Held)
    anna.go(900, counts=False)
    anna.boot = 5.0
    anna.resume(0, "another")
    anna.go(900, counts=False)
    anna.write(Released)
    anna.answer_all(room.world, QUESTIONS, first=1)
    anna.hand_in()
    judged = room.judge()["Anna"]
    assert codes(judged) == {"held": 1800}
    assert judged.marked is not None
    assert judged.marked.total == QUESTIONS


def test_a_new_name_is_used_and_the_first_one_gives_order_and_time(room: Room, tmp_path: Path) -> None:
    ben = room.seat("Ben")  # twice the time
    ben.answer(room.world, 0)
    ben.write(Renamed, candidate="Clara")
    ben.answer_all(room.world, QUESTIONS, first=1)
    ben.hand_in()
    judged = room.judge()
    assert set(judged) == {"Clara"}
    clara = judged["Clara"]
    assert [(f.code, f.detail) for f in clara.findings] == [("renamed", "Ben")]
    assert clara.marked is not None
    assert clara.marked.total == QUESTIONS, "in the letters of the first name"
    assert clara.rules.factor == 2
    assert "was called Ben; renamed by the teacher" in describe_integrity(clara)
    marker = ExamMarker(room.exam, room.world, {})
    (name,) = write_marked_attempts(tmp_path / "marked", room.exam, marker, judged.values(), ())
    assert load_attempt(tmp_path / "marked" / name).candidate == "Clara"


def test_a_name_in_a_file_that_somebody_brought_is_the_first_one(room: Room) -> None:
    ben = room.seat("Ben", is_kept=False)
    ben.answer_all(room.world, 3)
    ben.write(Renamed, candidate="Anna")
    ben.hand_in()
    anna = room.seat("Anna", number=9)
    anna.answer_all(room.world, 5)
    anna.hand_in()
    judged = room.judge()
    assert set(judged) == {"Anna", "Ben"}
    assert judged["Anna"].is_counted
    assert set(codes(judged["Ben"])) == {"teacher's lines"}


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_hand_in_by_the_teacher_is_told(room: Room, *, is_kept: bool) -> None:
    anna = room.seat("Anna", is_kept=is_kept)
    anna.answer_all(room.world, 5)
    anna.write(HandedIn, why="teacher")
    judged = room.judge()["Anna"]
    assert set(codes(judged)) == ({"taken in"} if is_kept else {"teacher's lines", "taken in"})
    assert judged.is_counted == is_kept


@pytest.mark.parametrize("is_kept", [True, False])
def test_letting_in_again_counts_where_the_class_kept_it(room: Room, *, is_kept: bool) -> None:
    """The attack: hand in, hear the answers from the others, and write on."""
    anna = room.seat("Anna", is_kept=is_kept)
    anna.answer_all(room.world, 3)
    first = anna.hand_in()
    anna.go(3000, counts=False)
    anna.write(Reopened)
    anna.resume(0)
    anna.answer_all(room.world, QUESTIONS)
    second = anna.hand_in()
    assert first != second
    judged = room.judge()["Anna"]
    assert judged.marked is not None
    if is_kept:
        assert codes(judged) == {"let in again": 3000}
        assert judged.marked.total == QUESTIONS
        assert describe_integrity(judged) == "✓ witnessed · let in again by the teacher, 50:00 after handing in"
    else:
        assert set(codes(judged)) == {"teacher's lines"}
        assert judged.marked.total < QUESTIONS
        noted = room.judge(receipts={first: "anna"})["Anna"]
        assert "receipt differs" in codes(noted)


def test_an_end_that_was_written_late_gives_no_late_answers_after_letting_in_again(room: Room) -> None:
    """The server was away over the end, handed in on return, and the teacher gave ten minutes."""
    anna = room.seat("Anna")
    anna.answer(room.world, 0)
    anna.resume(4000)
    anna.write(HandedIn, why="time")
    anna.elapsed = 1800
    anna.write(Reopened)
    anna.write(Extended, minutes=10)
    anna.answer_all(room.world, QUESTIONS, first=1)
    anna.hand_in()
    judged = room.judge()["Anna"]
    assert judged.marked is not None
    assert (judged.marked.late, judged.marked.total) == (0, QUESTIONS)


def test_a_file_that_goes_on_what_the_class_kept_does_not_replace_it(room: Room) -> None:
    anna = room.seat("Anna")
    anna.answer_all(room.world, 3)
    lines = read_lines(anna.attempt.path)
    room.brought.mkdir()
    more: Lines = [{**lines[-1], "response": ["A"]}, {**lines[-1], "type": "handed-in", "why": "candidate"}]
    for line in more[1:]:
        del line["response"], line["item"]
    write_sealed(room.brought / "x.attempt.jsonl", [*lines, *more])
    judged = room.judge(closed=("Anna",))["Anna"]
    assert judged.attempt is not None
    assert judged.attempt.events == anna.attempt.events


def test_the_same_bytes_from_elsewhere_are_still_what_the_class_kept(room: Room) -> None:
    anna = room.seat("Anna")
    answer_late(room, anna, extend(30))
    room.brought.mkdir()
    (room.brought / f"mine{KEPT_ENDING}.attempt.jsonl").write_bytes(anna.attempt.path.read_bytes())
    gather_evidence([room.brought], room.folder)
    assert [each.is_kept for each in load_evidence(room.folder)] == [False]
    judged = room.judge()["Anna"]
    assert codes(judged) == {"extended": 1800}
    assert [each.is_kept for each in load_evidence(room.folder)] == [True]


def test_who_was_renamed_is_forgotten_by_the_new_name(room: Room) -> None:
    ben = room.seat("Ben")
    ben.answer_all(room.world, 3)
    ben.write(Renamed, candidate="Clara")
    ben.hand_in()
    room.judge()
    delete_attempts(room.folder, {"Ben"})
    assert len(load_evidence(room.folder)) == 1
    delete_attempts(room.folder, {"Clara"})
    assert load_evidence(room.folder) == ()


def test_rules_without_a_limit_stay_without_one(tour: World, tmp_path: Path) -> None:
    room = Room(tour, tmp_path)
    room.exam = make_class_exam(tour, QUESTIONS, Rules())
    anna = room.seat("Anna")
    answer_late(room, anna, extend(5))
    judged = room.judge()["Anna"]
    assert judged.marked is not None
    assert judged.marked.total == QUESTIONS
    assert codes(judged) == {"extended": 300}


def test_an_answer_after_the_end_does_not_count_because_the_end_moves_later(room: Room) -> None:
    anna = room.seat("Anna")
    anna.answer(room.world, 0)
    anna.think(1795 - anna.elapsed)
    anna.answer(room.world, 1)
    anna.write(Extended, minutes=5)
    anna.answer(room.world, 2)
    anna.hand_in()
    judged = room.judge()["Anna"]
    assert judged.marked is not None
    assert (judged.marked.late, judged.marked.total) == (1, 2)


def test_a_file_that_claims_to_be_older_does_not_come_before_what_the_class_kept(room: Room) -> None:
    anna = room.seat("Anna", number=50)
    anna.answer_all(room.world, 3)
    older = room.seat("Anna", is_kept=False, number=1)
    older.answer_all(room.world, QUESTIONS)
    older.hand_in()
    judged = room.judge(closed=("Anna",))["Anna"]
    assert judged.attempt is not None
    assert judged.attempt.begun.attempt == anna.attempt.begun.attempt
    assert set(codes(judged)) == {"repeated"}
