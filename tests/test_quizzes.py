"""The commands quiz, exam and paper, run as a user runs them."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.store.attempt_folder import load_attempt
from tests.conftest import TINY, copy_shipped_pack
from tests.test_cli import carriages


def attempts(home: Path) -> list[Path]:
    """The files of attempts under a home."""
    return sorted((home / "attempts").glob("*.jsonl"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("quiz", "--only", "celar"), "Did you mean 'cellar'?"),
        (("quiz", "--kind", "choise"), "Did you mean 'choice'?"),
        (("quiz", "--items", "0"), "expected a number from 1 to 255"),
        (("exam", "--name", "X", "--only", "salon", "--kind", "order"), "no question fits that choice"),
        (("exam",), "an exam needs a name or a code: --name Stoker-07"),
        (("exam", "--name", "X", "--minutes", "-3"), "expected a figure"),
        (("exam", "--name", "X", "--paper", "K7Q2"), "K7Q2"),
        (("exam", "--name", "X", "--paper", "none.json"), "the file is not there"),
        (("paper", "--without", "nothing"), "there is no such thing"),
        (("paper", "-o", "sheet.docx"), "ends in .md, .html or .json"),
        (("paper", "-o", f"{os.devnull}/sheet.md"), "cannot be written"),
        (("paper", "--versions", "9"), "invalid choice"),
        (("exam", "--name", "X", "--factor", "1.5"), "--factor extends a time limit"),
        (("paper", "803H-8PZ5-DY5Z", "--only", "food"), "already has its questions"),
        (("quiz", "--pack", "nowhere"), "cannot be read: No such file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_bad_input_is_told_and_nothing_is_begun(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    done = carriages(*arguments, home=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert attempts(tmp_path) == []


def test_a_round_of_practice_in_line_mode(tmp_path: Path) -> None:
    done = carriages("quiz", "--seed", "3", "--items", "2", home=tmp_path, typed="hint\nskip\nread last\nleave\n")
    assert done.returncode == 0
    assert done.stderr == ""
    for words in ("Question 1 of 2", "It is told in", "Question 2 of 3", "0 of 1 question right at the first try"):
        assert words in done.stdout
    assert json.loads(next((tmp_path / "practice").glob("*.json")).read_text("utf-8"))["cards"]


def test_the_tags_are_listed_and_can_be_asked_for(tmp_path: Path) -> None:
    tags = carriages("quiz", "--tags", home=tmp_path).stdout.split()
    assert "cellar" in tags
    assert "Question 1 of" in carriages("quiz", "--only", "cellar", home=tmp_path, typed="leave\n").stdout


EXAM = ("exam", "--seed", "7", "--items", "3", "--kind", "choice", "--name", "Stoker-07")


def test_an_exam_from_its_rules_to_its_file(tmp_path: Path) -> None:
    done = carriages(*EXAM, "--minutes", "30", home=tmp_path, typed="\na\nb\nc\nyes\n")
    assert done.returncode == 0
    assert "30 minutes" in done.stdout
    (path,) = attempts(tmp_path)
    attempt = load_attempt(path)
    assert attempt.handed_in is not None
    assert len(attempt.responses) == 3
    assert attempt.seal in done.stdout
    score = sum(attempt.handed_in.marks.values())
    assert f"{score:.2f} of 3" in done.stdout


def test_an_exam_broken_off_goes_on_and_a_second_one_must_be_wished_for(tmp_path: Path) -> None:
    carriages(*EXAM, home=tmp_path, typed="\na\n")
    assert "1 of 3 questions answered" in carriages(*EXAM, home=tmp_path, typed="leave\n").stdout
    assert len(attempts(tmp_path)) == 1
    carriages(*EXAM, home=tmp_path, typed="hand in\nyes\n")
    again = carriages(*EXAM, home=tmp_path, typed="\na\n")
    assert again.returncode == 2
    assert "has already handed in this paper; --fresh begins another attempt" in again.stderr
    assert len(attempts(tmp_path)) == 1
    carriages(*EXAM, "--fresh", home=tmp_path, typed="\na\n")
    assert len(attempts(tmp_path)) == 2


def test_a_code_is_kept_as_it_is_printed_however_it_is_typed(tmp_path: Path) -> None:
    code = str(re.search(r"[Pp]aper ([0-9A-Z-]{6,})", carriages("paper", "--seed", "7", home=tmp_path).stdout)[1])  # type: ignore[index]
    for number, typed in enumerate((code, code.casefold(), code.replace("-", " "), code.replace("-", "–"), f"{code} ")):
        carriages("exam", "--paper", typed, "--name", f"Stoker-{number}", home=tmp_path, typed="\na\n")
    assert {load_attempt(path).begun.code for path in attempts(tmp_path)} == {code}
    assert len(attempts(tmp_path)) == 5


def test_an_exam_goes_on_when_the_bank_has_changed(tmp_path: Path) -> None:
    pack = copy_shipped_pack(tmp_path / "pack")
    out = tmp_path / "paper.json"
    carriages("paper", "--pack", str(pack), "--seed", "7", "--items", "3", "-o", str(out), home=tmp_path)
    code = json.loads(out.read_text("utf-8"))["code"]
    sit = ("exam", "--pack", str(pack), "--name", "Stoker-07", "--paper")
    carriages(*sit, code, home=tmp_path, typed="\n")
    for path in pack.glob("*.yaml"):
        path.write_text(re.sub(r"(?m)^    stem: ([A-Z])", r"    stem: Say, \1", path.read_text("utf-8")), "utf-8")
    assert "0 of 3 questions answered" in carriages(*sit, code, home=tmp_path, typed="leave\n").stdout
    assert "0 of 3 questions answered" in carriages(*sit, str(out), home=tmp_path, typed="leave\n").stdout
    other = (*sit[:-2], "Stoker-08", "--paper", str(out))
    assert "--as-drawn" in carriages(*other, home=tmp_path).stderr
    carriages(*other, "--as-drawn", home=tmp_path, typed="\n")
    assert {(load_attempt(path).begun.code, load_attempt(path).begun.bank) for path in attempts(tmp_path)} == {
        (code, json.loads(out.read_text("utf-8"))["bank"])
    }


def test_a_damaged_attempt_is_left_alone_and_a_new_one_is_begun(tmp_path: Path) -> None:
    carriages(*EXAM, home=tmp_path, typed="\na\n")
    (path,) = attempts(tmp_path)
    spoilt = path.read_bytes().replace(b"Stoker-07", b"Stoker-08")
    path.write_bytes(spoilt)
    done = carriages(*EXAM, home=tmp_path, typed="leave\n")
    assert done.returncode == 0
    assert f"{path}:1: this line or one before it was changed" in done.stderr
    assert path.read_bytes() == spoilt
    assert len(attempts(tmp_path)) == 2


def test_the_rooms_the_candidate_has_been_in_stand_in_the_attempt(tmp_path: Path) -> None:
    carriages(home=tmp_path, typed="f\nf\nquit\n")
    carriages(*EXAM, home=tmp_path, typed="\na\n")
    (path,) = attempts(tmp_path)
    assert set(load_attempt(path).begun.visited) == {"pyongyang", "boarding", "armour"}


@pytest.mark.skipif(sys.platform == "win32", reason="no signal there cannot be caught")
@pytest.mark.parametrize("answers", [0, 1, 2])
def test_an_exam_killed_at_any_moment_goes_on_where_it_was(tmp_path: Path, answers: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "game", *EXAM, "--minutes", "30"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=dict(os.environ, CARRIAGES_HOME=str(tmp_path)),
        text=True,
        bufsize=1,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("\n" + "a\n" * answers)
        child.stdin.flush()
        for line in child.stdout:
            if f"Question {answers + 1} of 3" in line:
                break
        child.send_signal(signal.SIGKILL)
    done = carriages(*EXAM, home=tmp_path, typed="a\n" * (3 - answers) + "yes\n")
    assert f"{answers} of 3 questions answered" in done.stdout
    assert re.search(r"29:5\d left|30:00 left", done.stdout)
    (path,) = attempts(tmp_path)
    assert len(load_attempt(path).responses) == 3
    assert load_attempt(path).handed_in is not None


def test_a_paper_in_every_form(tmp_path: Path) -> None:
    text = carriages("paper", "--seed", "7", "--items", "5", home=tmp_path).stdout
    found = re.search(r"[Pp]aper ([0-9A-Z-]{6,})", text)
    assert found
    assert carriages("paper", found[1], home=tmp_path).stdout == text
    for name in ("sheet.md", "sheet.html", "sheet.json"):
        out = tmp_path / name
        again = ("paper", "--seed", "7", "--items", "5", "-o", str(out))
        done = carriages(*again, home=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert found[1] in done.stdout
        first = out.read_bytes()
        refused = carriages(*again, home=tmp_path)
        assert refused.returncode == 2
        assert "--force replaces it" in refused.stderr
        carriages(*again, "--force", home=tmp_path)
        assert out.read_bytes() == first
    sat = carriages("exam", "--paper", str(tmp_path / "sheet.json"), "--name", "X", home=tmp_path, typed="leave\n")
    assert found[1] in sat.stdout


def test_a_paper_of_another_bank_says_so_and_both_ways_on(tmp_path: Path) -> None:
    text = carriages("paper", "--seed", "7", "--items", "5", home=tmp_path).stdout
    found = re.search(r"[Pp]aper ([0-9A-Z-]{6,})", text)
    assert found
    refused = carriages("paper", found[1], "--pack", str(TINY), home=tmp_path)
    assert refused.returncode == 2
    assert "another bank" in refused.stderr or "of a bank" in refused.stderr
    out = tmp_path / "paper.json"
    carriages("paper", "--seed", "7", "--items", "5", "-o", str(out), home=tmp_path)
    held = json.loads(out.read_text("utf-8"))
    first = held["items"][0]
    first["stem"] = "Worded another way?"
    held["digests"][first["id"]] = "00000000"
    out.write_text(json.dumps(held), "utf-8")
    done = carriages("paper", str(out), home=tmp_path)
    assert done.returncode == 2
    assert first["id"] in done.stderr
    assert "--as-drawn" in done.stderr
    assert "Worded another way?" in carriages("paper", str(out), "--as-drawn", home=tmp_path).stdout
    assert "Worded another way?" not in carriages("paper", str(out), "--as-now", home=tmp_path).stdout
