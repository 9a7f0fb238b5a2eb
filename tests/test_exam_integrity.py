"""A class is examined; some cheat, each in another way, and each way is told. Honest files count as they are."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.classroom.evidence import gather_evidence, load_evidence
from game.classroom.exam_decisions import Decisions, KeyChange
from game.classroom.exam_marking import ExamMarker
from game.classroom.integrity import Judged, judge_class
from game.core.identity import pseudonym_key
from game.pack.kinds import find_key
from game.pack.world import World
from game.prose.integrity_lines import describe_integrity
from game.store.attempt_events import Paused, Responded, Rules, WentOn
from game.store.attempt_folder import load_attempt
from game.store.exam_files import Allowance
from tests.candidates import Candidate, make_class_exam, read_lines, write_sealed

QUESTIONS = 12


class Class:
    """A class of two: Anna, who is honest, and Ben, who may be."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world, self.handed_in, self.folder = world, folder / "handed-in", folder / "9b"
        self.exam = make_class_exam(world, QUESTIONS)
        self.receipts: dict[str, str] = {}
        self.anna = Candidate(self.exam, self.handed_in, "Anna", 1)
        self.anna.answer_all(world, 9)
        self.ben = Candidate(self.exam, self.handed_in, "Ben", 2)
        self.ben.answer_all(world, 4)
        for each in (self.anna, self.ben):
            self.receipts[each.hand_in()] = pseudonym_key(each.name)

    @property
    def file(self) -> Path:
        """Ben's."""
        return self.ben.attempt.path

    def judge(self, *, receipts: bool = True, **decided: object) -> dict[str, Judged]:
        """Collect and judge."""
        gather_evidence([self.handed_in], self.folder)
        decisions = Decisions(receipts=self.receipts if receipts else {}, **decided)  # type: ignore[arg-type]
        marker = ExamMarker(self.exam, self.world, decisions.keys)
        return {each.candidate: each for each in judge_class(self.exam, marker, load_evidence(self.folder), decisions)}


@pytest.fixture
def both(tour: World, tmp_path: Path) -> Class:
    return Class(tour, tmp_path)


def codes(judged: Judged) -> set[str]:
    return {finding.code for finding in judged.findings}


def edit(path: Path, change: Callable[[list[dict[str, object]]], object]) -> None:
    """Change the lines of a file, and seal all of them again."""
    lines = read_lines(path)
    change(lines)
    write_sealed(path, lines)


def answers(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    return [line for line in lines if line["type"] == "responded"]


@pytest.mark.parametrize("receipts", [True, False])
def test_honest_files_count_with_the_marks_of_the_teachers_paper(both: Class, *, receipts: bool) -> None:
    judged = both.judge(receipts=receipts)
    for name, right in (("Anna", 9), ("Ben", 4)):
        each = judged[name]
        assert each.is_counted
        assert codes(each) == set()
        assert each.grade == ("receipt" if receipts else "alone")
        assert each.marked is not None
        assert right <= each.marked.total < QUESTIONS
    assert describe_integrity(judged["Anna"]) == ("✓ receipt" if receipts else "✓ unwitnessed")


# The thirteen attacks of the table, each with what is told and whether the file counts.


def test_1_a_cut_tail(both: Class) -> None:
    data = both.file.read_bytes().splitlines(keepends=True)
    both.file.write_bytes(b"".join(data[:-5]))
    assert codes(both.judge()["Ben"]) == {"receipt differs", "not handed in"}
    ben = both.judge(receipts=False)["Ben"]
    assert codes(ben) == {"not handed in"}
    assert not ben.is_counted
    assert both.judge(receipts=False, closed=("Ben",))["Ben"].is_counted
    assert both.judge(accepted=("Ben",))["Ben"].is_accepted


def test_2_made_again_after_the_end(both: Class, tour: World) -> None:
    again = Candidate(both.exam, both.handed_in, "Ben", 3)
    again.answer_all(tour, QUESTIONS)
    again.hand_in()
    ben = both.judge(receipts=False)["Ben"]
    assert codes(ben) == {"two endings"}
    assert not ben.is_counted
    witnessed = both.judge()["Ben"]
    assert witnessed.is_counted
    assert witnessed.attempt is not None
    assert witnessed.attempt.begun.attempt == both.ben.attempt.begun.attempt
    assert codes(witnessed) == {"repeated"}


@pytest.mark.parametrize("way", ["changed", "taken out", "put in", "spliced"])
def test_3_a_line_changed_with_an_editor(both: Class, way: str) -> None:
    lines = both.file.read_bytes().splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if b"responded" in line)
    other = both.anna.attempt.path.read_bytes().splitlines(keepends=True)[place]
    match way:
        case "changed":
            lines[place] = lines[place].replace(b'"elapsed":', b'"elapsed":1')
        case "taken out":
            del lines[place]
        case "put in":
            lines.insert(place, lines[place])
        case _:
            lines[place] = other
    both.file.write_bytes(b"".join(lines))
    ben = both.judge()["Ben"]
    assert codes(ben) == {"damaged"}
    assert not ben.is_counted
    # Whoever accepts it counts what stands before the change, and nothing of it behind.
    accepted = both.judge(accepted=("Ben",))["Ben"]
    assert accepted.is_counted
    assert "damaged" in codes(accepted)
    assert accepted.attempt is not None
    assert len(accepted.attempt.events) < len(both.ben.attempt.events)
    assert accepted.attempt.events == both.ben.attempt.events[: len(accepted.attempt.events)]
    told = describe_integrity(ben)
    assert f"line {place + 1}:" in told or f"line {place + 2}:" in told


def test_4_sealed_anew_whole_is_seen_by_the_receipt_alone(both: Class) -> None:
    edit(both.file, lambda lines: answers(lines)[-1].update(response=["B"]))
    witnessed = both.judge()["Ben"]
    assert codes(witnessed) == {"receipt differs"}
    assert not witnessed.is_counted
    alone = both.judge(receipts=False)["Ben"]
    assert alone.is_counted
    assert "unwitnessed" in describe_integrity(alone)


def test_5_a_file_of_another_exam(both: Class, tour: World, tmp_path: Path) -> None:
    other = make_class_exam(tour, 5)
    both.file.unlink()
    old = Candidate(other, both.handed_in, "Ben", 9)
    old.answer_all(tour, 5)
    old.hand_in()
    ben = both.judge()["Ben"]
    assert codes(ben) == {"other paper"}
    assert not both.judge(accepted=("Ben",))["Ben"].is_counted


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("minutes", 90),
        ("factor", 2),
        ("open_book", True),
        ("late", 2),
        ("outage", 9),
        ("end", "2030-01-01T09:00+00:00"),
    ],
)
def test_6_other_rules(both: Class, rule: str, value: object) -> None:
    edit(both.file, lambda lines: lines[0]["rules"].update({rule: value}))  # type: ignore[attr-defined]
    ben = both.judge(receipts=False)["Ben"]
    assert [(f.code, f.detail) for f in ben.findings] == [("rule", rule)]
    assert ben.is_counted
    assert getattr(ben.rules, rule) == getattr(both.exam.rules, rule)


def test_6_answers_after_the_teachers_end_do_not_count(both: Class, tour: World) -> None:
    slow = Candidate(both.exam, both.handed_in, "Carl", 5, rules=Rules(minutes=90))
    for place in range(QUESTIONS):
        slow.answer(tour, place, seconds=200)
    slow.hand_in()
    carl = both.judge()["Carl"]
    assert codes(carl) == {"rule", "late answers"}
    assert carl.marked is not None
    assert carl.marked.late == QUESTIONS - 8
    assert carl.marked.total == 8
    assert carl.timing is not None
    assert carl.timing.elapsed == 1800


def test_6_a_pause_that_the_rules_do_not_allow_runs(both: Class, tour: World) -> None:
    carl = Candidate(both.exam, both.handed_in, "Carl", 5)
    carl.answer(tour, 0)
    carl.write(Paused)
    carl.go(300, counts=False)
    carl.write(WentOn)
    carl.answer_all(tour, QUESTIONS, first=1)
    carl.hand_in()
    judged = both.judge()["Carl"]
    assert {"paused", "times differ"} <= codes(judged)
    assert judged.timing is not None
    assert judged.timing.elapsed == pytest.approx(carl.elapsed + 300, abs=1)
    assert not judged.is_counted


def test_7_a_second_spelling_is_one_candidate_and_the_first_begun_counts(both: Class, tour: World) -> None:
    second = Candidate(both.exam, both.handed_in, "ben", 7)
    second.answer(tour, 0)
    judged = both.judge(receipts=False)
    assert set(judged) == {"Anna", "Ben"}
    ben = judged["Ben"]
    assert codes(ben) == {"repeated"}
    assert ben.is_counted
    assert ben.attempt is not None
    assert ben.attempt.begun.attempt == both.ben.attempt.begun.attempt


@pytest.mark.parametrize("seconds", [-3600, 3600])
def test_8_a_clock_that_was_set_gives_and_takes_nothing(both: Class, tour: World, seconds: float) -> None:
    from datetime import timedelta

    carl = Candidate(both.exam, both.handed_in, "Carl", 5)
    carl.answer_all(tour, 3)
    carl.wall += timedelta(seconds=seconds)
    carl.hand_in()
    judged = both.judge()["Carl"]
    assert [(f.code, round(f.number)) for f in judged.findings] == [("clock changed", seconds)]
    assert judged.is_counted
    assert judged.timing is not None
    assert judged.timing.elapsed == pytest.approx(carl.elapsed, abs=1)


def test_9_a_closed_program_runs_on(both: Class, tour: World) -> None:
    carl = Candidate(both.exam, both.handed_in, "Carl", 5)
    carl.answer(tour, 0)
    carl.resume(240)
    carl.answer_all(tour, QUESTIONS, first=1)
    carl.hand_in()
    judged = both.judge()["Carl"]
    assert [(f.code, round(f.number)) for f in judged.findings] == [("ended", 240)]
    assert judged.is_counted
    assert judged.timing is not None
    assert judged.timing.elapsed == pytest.approx(carl.elapsed, abs=1)


def test_9_a_stopped_program_is_told(both: Class, tour: World) -> None:
    """Ctrl-Z: no line for four minutes, and no program that was begun again."""
    carl = Candidate(both.exam, both.handed_in, "Carl", 5)
    carl.answer(tour, 0)
    carl.go(240)
    carl.answer_all(tour, QUESTIONS, first=1)
    carl.hand_in()
    assert codes(both.judge()["Carl"]) == {"ended"}


def test_9_time_given_back_by_an_edited_file_does_not_fit_its_clocks(both: Class, tour: World) -> None:
    carl = Candidate(both.exam, both.handed_in, "Carl", 5)
    carl.answer(tour, 0)
    carl.go(240, counts=False)
    carl.answer_all(tour, QUESTIONS, first=1)
    carl.hand_in()
    judged = both.judge()["Carl"]
    assert "times differ" in codes(judged)
    assert not judged.is_counted


def test_9_a_machine_that_was_off_for_an_unknown_time_waits(both: Class, tour: World) -> None:
    from datetime import timedelta

    carl = Candidate(both.exam, both.handed_in, "Carl", 5)
    carl.answer(tour, 0)
    carl.wall -= timedelta(hours=1)
    carl.boot = 5.0
    carl.resume(0, "another")
    carl.answer_all(tour, QUESTIONS, first=1)
    carl.hand_in()
    judged = both.judge()["Carl"]
    assert codes(judged) == {"away, unknown"}
    assert not judged.is_counted
    assert both.judge(accepted=("carl",))["Carl"].is_counted


def test_10_two_machines_at_once(both: Class, tour: World, tmp_path: Path) -> None:
    carl = Candidate(both.exam, both.handed_in, "Carl", 5)
    carl.answer_all(tour, 0, first=QUESTIONS - 3)
    shared = len(carl.attempt.events)
    copy = both.handed_in / f"copy-{carl.attempt.path.name}"
    shutil.copy(carl.attempt.path, copy)
    carl.answer(tour, 0)
    other = load_attempt(copy)
    other.append(Responded(elapsed=99, at=carl.wall.isoformat(), boot=carl.boot + 1, item="q02", response=("B",)))
    judged = both.judge(closed=("Carl",))["Carl"]
    assert [(f.code, f.number) for f in judged.findings if f.code == "forked"] == [("forked", shared + 2)]
    assert judged.is_counted
    assert judged.marked is not None
    assert len(judged.marked.responses) == 3  # what both have


def test_11_foreign_questions_are_left_out(both: Class) -> None:
    edit(both.file, lambda lines: answers(lines)[0].update(item="q99"))
    ben = both.judge(receipts=False)["Ben"]
    assert [(f.code, f.number) for f in ben.findings] == [("foreign lines", 1)]
    assert ben.is_counted
    assert ben.marked is not None
    assert len(ben.marked.responses) == QUESTIONS - 1


def test_12_marks_in_the_file_count_for_nothing(both: Class) -> None:
    before = both.judge(receipts=False)["Ben"].marked
    shutil.rmtree(both.folder)
    edit(both.file, lambda lines: lines[-1].update(marks={"q01": 1.0, "q02": 1.0}))
    ben = both.judge(receipts=False)["Ben"]
    assert codes(ben) == {"brought marks"}
    assert ben.marked == before


def test_13_a_neighbours_copy(both: Class) -> None:
    edit(both.file, lambda lines: lines.__setitem__(slice(None), read_lines(both.anna.attempt.path)))
    edit(both.file, lambda lines: lines[0].update(candidate="Ben"))
    judged = both.judge()
    ben = judged["Ben"]
    assert [(f.code, f.detail) for f in ben.findings] == [("receipt differs", ""), ("like", "Anna")]
    assert not ben.is_counted
    assert judged["Anna"].is_counted
    assert codes(judged["Anna"]) == set()
    # The letters are those of Anna's order, so for Ben they are other options.
    assert ben.marked is not None
    assert judged["Anna"].marked is not None
    assert ben.marked.responses != judged["Anna"].marked.responses
    assert {name for name, each in both.judge(receipts=False).items() if not each.is_counted} == {"Anna", "Ben"}


# What a teacher can do.


def test_a_mistyped_name_is_assigned_and_has_its_time(tour: World, tmp_path: Path) -> None:
    exam = make_class_exam(tour, QUESTIONS, Carla=Allowance(factor=1.5))
    candidate = Candidate(exam, tmp_path / "in", "Karla", 5)
    candidate.answer_all(tour, 5)
    candidate.hand_in()
    gather_evidence([tmp_path / "in"], tmp_path / "class")
    decisions = Decisions(assigned={pseudonym_key("Karla"): "Carla"})
    (judged,) = judge_class(exam, ExamMarker(exam, tour, {}), load_evidence(tmp_path / "class"), decisions)
    assert (judged.candidate, judged.rules.factor) == ("Carla", 1.5)
    assert judged.marked is not None
    assert judged.marked.total >= 5


def test_a_key_is_mended_in_both_ways(both: Class) -> None:
    for place, question in enumerate(both.exam.questions):
        if question.instruction in ("letter", "truth"):
            check_changes(both, place)


def check_changes(both: Class, place: int) -> None:
    """Another key of a question, and a second one."""
    question, item = both.exam.questions[place], both.exam.items[place]
    right = find_key(item, both.world)[0]
    wrong = next(text for text in question.options if text != right)
    for change, worths in (
        (KeyChange(), {right: 1, wrong: 0}),
        (KeyChange(key=wrong), {right: 0, wrong: 1}),
        (KeyChange(also=(wrong,)), {right: 1, wrong: 1}),
    ):
        marker = ExamMarker(both.exam, both.world, {question.id: change})
        for text, worth in worths.items():
            assert marker.mark_responses({item.id: (text,)})[item.id] == worth
        key = find_key(marker.items[place], both.world)[0]
        # How sure a source is stands in its fact: there the item keeps its key, and only the marks change.
        assert key == (change.key or right) or not hasattr(item, "key")


def test_a_file_of_any_bytes_is_told_and_breaks_nothing(both: Class) -> None:
    for number, data in enumerate((b"", b"{}", b'{"type":"begun"', b"\xff\xfe\x00", json.dumps([]).encode())):
        (both.handed_in / f"x{number}.attempt.jsonl").write_bytes(data)
    judged = both.judge()
    assert {"Anna", "Ben"} <= set(judged)
    assert judged["Anna"].is_counted
    assert codes(judged[""]) == {"damaged"}


def test_an_exam_of_another_maker_has_other_letters(tour: World) -> None:
    one, other = make_class_exam(tour), make_class_exam(tour, secret="of another")
    assert one.hash != other.hash
