"""Marks that no pupil's file can bring: practice from the teacher's questions, voids, decided keys, witnesses."""

import re
from pathlib import Path

import pytest

from game.classroom.class_record import load_class
from game.classroom.own_marks import mark_anew
from game.exports.report_integrity import render_integrity_table
from game.pack.kinds import find_key, name_kind
from game.pack.world import World
from game.quiz.bank import Bank
from game.store.exam_files import dump_exam
from tests.bots import sit
from tests.candidates import Candidate, make_class_exam, read_lines, write_sealed
from tests.test_cli import carriages

TOUR = "twenty-one-carriages"


def run_results(home: Path, *arguments: str, status: int = 0) -> str:
    """An action in a folder of results; returns what it said on both streams."""
    done = carriages("results", "--folder", str(home / "9b"), *arguments, home=home / "home")
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def school(tour: World, tmp_path: Path) -> Path:
    """An exam taken by six, each of whom answers one question less."""
    exam = make_class_exam(tour)
    (tmp_path / "class.exam").write_bytes(dump_exam(exam))
    for number in range(6):
        candidate = Candidate(exam, tmp_path / "in", f"Stoker-{number}", number)
        candidate.answer_all(tour, 12 - number)
        candidate.hand_in()
    return tmp_path


def collect(school: Path, *more: str, status: int = 0) -> str:
    return run_results(
        school, "collect", str(school / "in"), "--exam", str(school / "class.exam"), *more, status=status
    )


def test_a_void_question_gives_everybody_its_mark(school: Path) -> None:
    before = re.findall(r"Stoker-\d +\d+/12 +(\d+\.\d\d)", collect(school))
    told = run_results(school, "regrade", "--void", "q12", "--reason", "the picture was missing")
    assert "changed." in told
    after = re.findall(r"Stoker-\d +\d+/12 +(\d+\.\d\d)", collect(school))
    gained = [float(b) - float(a) for a, b in zip(before, after, strict=True)]
    assert gained[0] == 0
    assert all(0 <= more <= 1 for more in gained)
    assert max(gained) == 1
    run_results(school, "release", "-o", str(school / "sheets"))
    for sheet in (school / "sheets").iterdir():
        assert "This question is void: everybody has its mark. the picture was missing." in sheet.read_text()
    assert "there is no question q13" in run_results(school, "regrade", "--void", "q13", status=2)


def test_a_witness_is_said_and_a_later_file_differs(school: Path, tour: World) -> None:
    assert "unwitnessed" in collect(school)
    told = collect(school, "--witnessed")
    assert told.count("✓ witnessed") == 6
    assert "unwitnessed" not in told
    (path,) = (school / "in").glob("stoker-2-*")
    path.unlink()
    again = Candidate(make_class_exam(tour), school / "in", "Stoker-2", 99)
    again.answer_all(tour, 12)
    again.hand_in()
    told = collect(school, status=0)
    (row,) = [line for line in told.splitlines() if "Stoker-2 " in line]
    assert "✓ witnessed" in row
    assert "2 attempts; the others do not count" in row


def test_a_key_of_how_sure_that_was_mended_is_on_the_sheet_and_in_the_report(tour: World, tmp_path: Path) -> None:
    place, exam = next(
        (place, exam)
        for seed in range(60)
        for exam in [make_class_exam(tour, 30, secret=str(seed))]
        for place, item in enumerate(exam.items)
        if name_kind(item) == "how-sure"
    )
    item = exam.items[place]
    (tmp_path / "class.exam").write_bytes(dump_exam(exam))
    for number in range(6):
        candidate = Candidate(exam, tmp_path / "in", f"Stoker-{number}", number)
        candidate.answer_all(tour, 30)
        candidate.hand_in()
    collect(tmp_path)
    (old,) = find_key(item, tour)
    new = next(text for text in exam.questions[place].options if text != old)
    run_results(tmp_path, "regrade", "--key", f"q{place + 1:02}={new}", "--reason", "read it again")
    run_results(tmp_path, "release", "-o", str(tmp_path / "sheets"))
    sheet = (tmp_path / "sheets" / "stoker-1.txt").read_text()
    part = sheet.split(f"{place + 1}. ")[1].split(f"\n{place + 2}. ")[0]
    assert f"Right is “{new}”. read it again." in part
    assert f"Right is “{old}”" not in part
    assert item.feedback not in part
    rows = load_class(tmp_path / "9b", TOUR).rows
    kept = {row.item.id: row for row in rows}[item.id]
    assert find_key(kept.item, tour) == (new,)
    assert kept.mark == 0


def test_integrity_stands_in_the_class_screen_and_in_the_report(school: Path, tour: World) -> None:
    (path,) = (school / "in").glob("stoker-3-*")
    path.write_bytes(path.read_bytes().replace(b'"response":["', b'"response":["B', 1))
    collect(school, status=1)
    shown = run_results(school)
    assert re.search(r"Stoker-1: 12 of 12, .*✓ unwitnessed", shown)
    assert re.search(r"Stoker-3: .*not counted.*✗ .*changed", shown)
    run_results(school, "report", "-o", str(school / "r.html"))
    page = (school / "r.html").read_text(encoding="utf-8")
    table = page.split("Integrity of the files")[1]
    assert table.index('<th scope="row">Stoker-3</th>') < table.index('<th scope="row">Stoker-0</th>')
    assert "5 of 6 count" in table
    assert "A file cannot show who typed" in table
    assert "<script" not in page
    assert list(render_integrity_table(())) == []


def test_a_class_without_an_exam_file_has_no_column(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "in", 6)
    run_results(tmp_path, "collect", str(tmp_path / "in"))
    assert "unwitnessed" not in run_results(tmp_path)
    run_results(tmp_path, "report", "-o", str(tmp_path / "r.html"))
    assert "Integrity of the files" not in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_marks_and_keys_of_a_practice_file_are_not_believed(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "in", 6)
    run_results(tmp_path, "collect", str(tmp_path / "in"))
    honest = load_class(tmp_path / "9b", TOUR)
    bank = Bank(tour)
    by_us = mark_anew(honest, bank)
    assert by_us.differing == ()
    assert [row.mark for row in by_us.record.rows] == pytest.approx([row.mark for row in honest.rows], abs=1e-4)
    victim = next((tmp_path / "in").rglob("*.jsonl"))
    lines = read_lines(victim)
    lines[-1]["marks"] = dict.fromkeys(lines[-1]["marks"], 1.0)
    key = next(item for item in lines[0]["items"] if item["kind"] == "choice")
    key["key"], key["distractors"][0]["text"] = key["distractors"][0]["text"], key["key"]
    write_sealed(victim, lines)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    told = run_results(fresh, "collect", str(tmp_path / "in"))
    cheat = lines[0]["candidate"]
    assert f"what these files brought is not used: {cheat}." in told
    remarked = mark_anew(load_class(fresh / "9b", TOUR), bank)
    assert remarked.differing == (cheat,)
    want = {(row.candidate, row.item.id): row.mark for row in by_us.record.rows}
    assert {(row.candidate, row.item.id): row.mark for row in remarked.record.rows} == want


def test_questions_that_a_practice_file_left_out_count_as_not_answered(tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "in", 6)
    victim = next((tmp_path / "in").rglob("*.jsonl"))
    lines = read_lines(victim)
    gone = lines[0]["items"].pop()["id"]
    del lines[-1]["marks"][gone]
    lines = [line for line in lines if line.get("item") != gone]
    write_sealed(victim, lines)
    run_results(tmp_path, "collect", str(tmp_path / "in"))
    remarked = mark_anew(load_class(tmp_path / "9b", TOUR), Bank(tour))
    assert remarked.differing == (lines[0]["candidate"],)
    (row,) = [row for row in remarked.record.rows if (row.candidate, row.item.id) == (lines[0]["candidate"], gone)]
    assert (row.response, row.mark) == ((), 0.0)
