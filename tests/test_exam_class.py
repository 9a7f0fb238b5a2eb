"""A class of twenty bots and cheats in each way: examined, collected, looked at, regraded; and the paper on paper."""

import re
import shutil
from pathlib import Path

import pytest

from game.classroom.exam_marking import ExamMarker
from game.pack.kinds import find_key
from game.pack.world import World
from game.store.exam_files import TeachersExam, dump_exam, read_exam
from tests.candidates import Candidate, make_class_exam, read_lines, write_sealed
from tests.test_cli import carriages

BOTS = 20


@pytest.fixture(scope="module")
def school(tour: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the teacher's file, the files of the class and its receipts."""
    folder = tmp_path_factory.mktemp("school")
    exam, handed_in, receipts = make_class_exam(tour), folder / "in", []
    (folder / "class.exam").write_bytes(dump_exam(exam))
    for number in range(1, BOTS + 1):
        bot = Candidate(exam, handed_in, f"Stoker-{number:02}", number)
        bot.answer_all(tour, number % 13)
        receipts.append(f"{bot.name}  {bot.hand_in()}")
    cheat_in_each_way(exam, tour, handed_in, receipts)
    (folder / "receipts.txt").write_text("\n".join(receipts), encoding="utf-8")
    return folder


def cheat_in_each_way(exam: TeachersExam, tour: World, folder: Path, receipts: list[str]) -> None:
    """Eight candidates, each of whom cheats."""

    def begin(name: str, number: int) -> Candidate:
        candidate = Candidate(exam, folder, name, number)
        candidate.answer_all(tour, 3)
        return candidate

    cut, again, changed, sealed, copied = (
        begin(name, 40 + number) for number, name in enumerate(("Cut", "Again", "Changed", "Sealed", "Copied"))
    )
    for candidate in (cut, again, changed, sealed, copied):
        receipts.append(f"{candidate.name} {candidate.hand_in()}")
    data = cut.attempt.path.read_bytes().splitlines(keepends=True)
    cut.attempt.path.write_bytes(b"".join(data[:-3]))
    again.attempt.path.unlink()
    second = Candidate(exam, folder, "Again", 60)
    second.answer_all(tour, 12)
    second.hand_in()
    path = changed.attempt.path
    path.write_bytes(path.read_bytes().replace(b'"response":["', b'"response":["B', 1))
    lines = read_lines(sealed.attempt.path)
    lines[-2]["response"] = ["C"]
    write_sealed(sealed.attempt.path, lines)
    (first,) = folder.glob("stoker-12-*")
    lines = read_lines(first)
    lines[0]["candidate"] = "Copied"
    write_sealed(copied.attempt.path, lines)
    gone = begin("Gone", 70)
    gone.resume(600)
    slow = Candidate(exam, folder, "Slow", 71)
    for place in range(12):
        slow.answer(tour, place, seconds=200)
    slow.hand_in()


TOLD = {
    "Cut": "✗ unwitnessed · receipt differs: cut, or made again · not handed in",
    "Again": "✗ unwitnessed · receipt differs",
    "Changed": "this line or one before it was changed",
    "Sealed": "✗ unwitnessed · receipt differs",
    "Copied": "like Stoker-12",
    "Gone": "✗ unwitnessed · not handed in · program closed 10:00",
    "Slow": "4 answers after the end left out",
}


def run_results(school: Path, *arguments: str) -> str:
    done = carriages("results", "--folder", str(school / "9b"), *arguments, home=school / "home")
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def collect(school: Path) -> str:
    """Collect the class; each test does so for itself."""
    files = ("--exam", str(school / "class.exam"), "--receipts", str(school / "receipts.txt"))
    return run_results(school, "collect", str(school / "in"), *files)


def test_the_class_is_examined_collected_looked_at_and_regraded(school: Path, tour: World) -> None:
    told = collect(school)
    rows = {found[1]: found[0] for found in re.finditer(r"^ +(\S+) +\S+/?.*$", told, re.MULTILINE)}
    for number in range(1, BOTS + 1):
        assert rows[f"Stoker-{number:02}"].rstrip().endswith("✓ receipt"), rows
    for name, words in TOLD.items():
        assert words in rows[name], name
    assert "21 of 27 counted" in told
    assert "21 of 21 handed in" in run_results(school)
    assert "22 of 27 counted" in run_results(school, "close", "gone")
    assert "23 of 27 counted" in run_results(school, "collect", "--accept", "cut")
    exam = read_exam(school / "class.exam", TeachersExam)
    place = next(n for n, question in enumerate(exam.questions) if question.instruction == "letter")
    wrong = next(text for text in exam.questions[place].options if text != find_key(exam.items[place], tour)[0])
    changes = run_results(school, "regrade", "--also", f"q{place + 1:02}={wrong}", "--reason", "both are told")
    assert "before" in changes
    assert "changed." in changes
    assert "No mark has changed" in run_results(school, "regrade", "--also", f"q{place + 1:02}={wrong}")
    run_results(school, "assign", "Slow", "Slow-02")
    assert "sheets with the right answers" in run_results(school, "release", "-o", str(school / "sheets"))
    sheet = (school / "sheets" / "stoker-12.txt").read_text(encoding="utf-8")
    assert "12.00 of 12" in sheet
    assert "Right is" in sheet
    assert not (school / "sheets" / "changed.txt").exists()


def test_bad_input_is_refused_with_a_sentence(school: Path) -> None:
    collect(school)
    (school / "empty.txt").write_text("nobody came", encoding="utf-8")
    for arguments, words in (
        (("close", "Nobody"), "nobody in this exam is called"),
        (("regrade",), "regrade needs"),
        (("regrade", "--key", "q99=x"), "there is no question q99"),
        (("regrade", "--key", "q01"), "as q07=B"),
        (("collect", "--receipts", str(school / "empty.txt")), "holds no receipt"),
        (("collect", "--receipts", str(school / "nothing")), "nothing"),
        (("collect", "--exam", str(school / "receipts.txt")), "this is not a paper"),
    ):
        done = carriages("results", "--folder", str(school / "9b"), *arguments, home=school / "home")
        assert done.returncode == 2, arguments
        assert words in done.stderr
        assert "Traceback" not in done.stderr
    empty = school / "empty"
    empty.mkdir()
    done = carriages("results", "--folder", str(empty), "close", "X", home=school / "home")
    assert "has no exam" in done.stderr


def test_the_printed_key_gives_the_same_marks(school: Path, tour: World) -> None:
    """What the printed key says of each question is worth the full mark in the exam."""
    printed = carriages("paper", str(school / "class.exam"), home=school / "home").stdout
    exam = read_exam(school / "class.exam", TeachersExam)
    marker = ExamMarker(exam, tour, {})
    for place, item in enumerate(exam.items, start=1):
        (row,) = re.findall(rf"^{place}\. \*\*(.*?)\*\* .*`{item.id}`$", printed, re.MULTILINE)
        assert row
        assert marker.mark_responses({item.id: find_key(item, tour)})[item.id] == 1
    shutil.rmtree(school / "home" / "cache", ignore_errors=True)


def test_a_forgotten_candidate_leaves_no_file(school: Path) -> None:
    collect(school)
    folder = school / "9b"
    before = len(list((folder / "evidence").iterdir()))
    run_results(school, "forget", "Stoker-03")
    assert len(list((folder / "evidence").iterdir())) == before - 1
    assert "Stoker-03" not in run_results(school, "collect", str(folder))
