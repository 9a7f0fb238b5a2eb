"""Exams in real processes at real terminals, ended in every way that a system or a candidate can end them."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from game.pack.world import World
from game.store.attempt_events import Beat, Gap, Responded, Resumed, Rules
from game.store.attempt_folder import load_attempt
from game.store.exam_files import dump_exam
from tests.candidates import make_class_exam

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a matter of Unix")

COMMAND = Path(sys.executable).with_name("carriages")


@pytest.fixture
def home(tour: World, tmp_path: Path) -> Path:
    exam = make_class_exam(tour, 5, Rules(minutes=30))
    (tmp_path / "pupil.exam").write_bytes(dump_exam(exam.make_candidates_exam()))
    return tmp_path


def spawn(home: Path) -> "pexpect.spawn[str]":
    environment = {**os.environ, "CARRIAGES_HOME": str(home), "TERM": "xterm-256color"}
    arguments = ["exam", str(home / "pupil.exam"), "--plain", "--name", "Stoker-07"]
    child = pexpect.spawn(
        str(COMMAND), arguments, env=environment, dimensions=(24, 80), encoding="utf-8", timeout=30, echo=False
    )
    child.delaybeforesend = None
    return child


@pytest.fixture
def begun(home: Path) -> Iterator["pexpect.spawn[str]"]:
    child = spawn(home)
    child.expect("\r\n>")
    child.sendline("")
    child.expect("Question 1 of 5")
    child.expect("\r\n>")
    yield child
    child.close(force=True)


@pytest.mark.parametrize("ending", ["SIGHUP", "SIGTERM", "SIGKILL", "window"])
def test_no_way_to_end_the_program_gives_time_back(begun: "pexpect.spawn[str]", home: Path, ending: str) -> None:
    begun.sendline("time")
    begun.expect("29:5[0-9]|30:00")
    (path,) = (home / "attempts").iterdir()
    before = load_attempt(path)
    if ending == "window":
        begun.close(force=True)
    else:
        begun.kill(getattr(signal, ending))
        begun.expect(pexpect.EOF)
        begun.close()
    time.sleep(1.5)  # time really passes: that is what is tested
    again = spawn(home)
    again.expect("Your exam continues: 0 of 5 questions answered")
    again.expect("The exam was closed for 0:0[1-9]. The clock ran on")
    again.expect("\r\n>")
    after = load_attempt(path)
    assert after.elapsed >= before.elapsed + 1.5
    (resumed,) = (event for event in after.events if isinstance(event, Resumed))
    assert resumed.boot_id == after.begun.boot_id
    assert [gap.why for gap in after.events if isinstance(gap, Gap)] == ["ended"]
    again.sendline("hand in")
    again.expect("Not answered")
    again.sendline("yes")
    again.expect("Receipt [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2} · 0 of 5")
    again.expect(pexpect.EOF)
    again.close()
    assert load_attempt(path).handed_in is not None


def test_a_silent_candidate_leaves_beats(home: Path) -> None:
    """In line mode reading a line blocks, so another thread beats; ten seconds are waited for once."""
    child = spawn(home)
    child.expect("\r\n>")
    child.sendline("")
    child.expect("Question 1 of 5")
    (path,) = (home / "attempts").iterdir()
    deadline = time.monotonic() + 40
    while not any(isinstance(event, Beat) for event in load_attempt(path).events):
        assert time.monotonic() < deadline
        time.sleep(0.5)
    child.sendline("1")
    child.close(force=True)
    assert not [event for event in load_attempt(path).events if isinstance(event, Responded) and event.mark]
