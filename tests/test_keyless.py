"""Papers without keys: what a candidate's file may hold, and that letters mean the same on both sides."""

import re
from pathlib import Path

import pytest

from game.app.exam_making import ExamTerms, make_exam
from game.commandline.main import name_exam_file
from game.pack.kinds import find_key, list_texts, mark, read_response, write_response
from game.pack.kinds.keyless import list_row_ids, make_stand_in, show_question, strip_key
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection
from game.store.attempt_events import Rules
from game.store.exam_files import Allowance, TeachersExam, dump_exam
from tests.test_cli import carriages


def make(world: World, rules: Rules | None = None, items: int = 20, **allowances: Allowance) -> TeachersExam:
    """An exam of so many questions."""
    paper = Paper(Bank(world), 7, Selection(items=items))
    return make_exam(paper, ExamTerms("Train", rules or Rules(), allowances), code="", bank="")


def test_the_same_letters_mean_the_same_on_both_machines(tour: World) -> None:
    for number, item in enumerate(Bank(tour).items.values(), start=1):
        question, row_ids = strip_key(item, tour, number % 999 + 1, "secret")
        for who in ("anna", "ben"):
            theirs = show_question(question, make_stand_in(question), who, "paper", list_row_ids(question))
            ours = show_question(question, item, who, "paper", row_ids)
            typed = write_response(ours, find_key(item, tour))
            picked = read_response(theirs, typed)
            assert picked is not None, item.id
            again = read_response(ours, write_response(theirs, picked))
            assert again is not None
            assert mark(item, again, tour) == 1, item.id


def test_only_options_that_tell_nothing_keep_their_order(tour: World) -> None:
    kinds = {strip_key(item, tour, 1, "secret")[0].is_fixed: item for item in Bank(tour).items.values()}
    assert set(kinds) == {True, False}
    for item in Bank(tour).items.values():
        question, _ = strip_key(item, tour, 1, "secret")
        rivals = item.list_rivals()
        assert not (question.is_fixed and rivals.are_shown), item.id


def test_the_file_for_the_candidates_holds_no_key(tour: World) -> None:
    exam = make(tour)
    text = dump_exam(exam.make_candidates_exam()).decode()
    shown = {text for question in exam.questions for text in (question.stem, *question.options, *question.rows)}
    for item in exam.items:
        assert item.id not in text
        assert item.feedback not in text
        for each in list_texts(item):
            assert each.text in shown or each.text not in text, each


def test_the_order_of_the_options_does_not_tell_the_key(tour: World) -> None:
    """The first option of a choice in the file is its key about as often as by chance."""
    first = []
    for _ in range(20):
        exam = make(tour)
        for item, question in zip(exam.items, exam.questions, strict=True):
            if question.instruction == "letter" and not question.is_fixed:
                first.append(find_key(item, tour)[0] == question.options[0])
    assert 0.15 < sum(first) / len(first) < 0.5


def test_more_time_stands_in_the_class_file_under_no_name(tour: World) -> None:
    exam = make(tour, Rules(minutes=30), items=5, **{"Stoker-07": Allowance(factor=1.5)})
    handed_out = exam.make_candidates_exam()
    assert b"Stoker" not in dump_exam(handed_out)
    assert handed_out.find_rules("stoker 07").factor == exam.find_rules("STOKER-07").factor == 1.5
    assert handed_out.find_rules("Stoker-08").factor == 1


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["exam", "x.exam"], ["exam", "--file", "x.exam"]),
        (["exam", "--name", "A", "x.exam"], ["exam", "--name", "A", "--file", "x.exam"]),
        (["exam", "new", "x.exam"], ["exam", "new", "x.exam"]),
        (["exam", "--paper", "x.exam"], ["exam", "--paper", "x.exam"]),
        (["quiz"], ["quiz"]),
        (["exam"], ["exam"]),
    ],
)
def test_the_file_of_an_exam_is_not_an_action(typed: list[str], expected: list[str]) -> None:
    assert name_exam_file(typed) == expected


def test_an_exam_is_taken_by_its_file_and_by_no_rules_of_the_command_line(tmp_path: Path) -> None:
    home, own = tmp_path / "home", tmp_path / "class.exam"
    done = carriages(
        "exam", "new", str(own), "--items", "5", "--minutes", "30", "--factor", "Stoker-07=1.25", home=home
    )
    assert done.returncode == 0, done.stderr
    assert "every candidate can open" in done.stderr
    assert carriages("exam", "hand-out", str(own), home=home).returncode == 0
    handed = tmp_path / "pupil.exam"
    assert carriages("exam", "hand-out", str(own), "-o", str(own), home=home).returncode == 2
    assert "holds no key" in carriages("exam", "hand-out", str(handed), home=home).stderr
    refused = carriages("exam", str(handed), "--minutes", "90", "--name", "Stoker-07", home=home)
    assert (refused.returncode, "the rules stand in" in refused.stderr) == (2, True)
    told = carriages("exam", str(handed), "--plain", "--name", "Stoker-07", home=home, typed="\nhand in\nyes\n")
    assert "37.5 minutes" in told.stdout
    assert "Receipt " in told.stdout
    again = carriages("exam", str(handed), "--plain", "--name", "stoker 07", home=home)
    assert "already handed in" in again.stderr
    (kept,) = (home / "attempts").iterdir()
    assert '"marks"' not in kept.read_text(encoding="utf-8")


def test_a_code_alone_gives_questions_and_its_own_machine_the_key(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    drawn = carriages("paper", "--items", "5", home=ours).stdout
    code = re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", drawn)[0]
    assert "`" in drawn
    again, elsewhere = carriages("paper", code, home=ours), carriages("paper", code, home=theirs)
    assert again.stdout == drawn
    assert elsewhere.returncode == 0
    assert "`" not in elsewhere.stdout
    assert drawn.startswith(elsewhere.stdout.rstrip())
    assert "Questions only" in elsewhere.stderr


def test_a_paper_without_its_key_is_no_file_with_it(tmp_path: Path) -> None:
    out = tmp_path / "paper.json"
    refused = carriages("paper", "--items", "5", "--no-key", "-o", str(out), home=tmp_path)
    assert (refused.returncode, out.exists()) == (2, False)
    assert "hand-out" in refused.stderr
    page = tmp_path / "paper.html"
    assert carriages("paper", "--items", "5", "--no-key", "-o", str(page), home=tmp_path).returncode == 0
    assert "because" not in page.read_text(encoding="utf-8")


def test_the_paper_of_an_exam_is_printed_under_its_own_code(tmp_path: Path) -> None:
    drawn = carriages("paper", "--items", "5", "--seed", "3", home=tmp_path).stdout
    own = tmp_path / "class.exam"
    assert carriages("exam", "new", str(own), "--items", "5", "--seed", "3", home=tmp_path).returncode == 0
    assert carriages("paper", str(own), home=tmp_path).stdout == drawn
