"""The installed command in line mode, in a real terminal: played, killed with -9 in a burst of turns, started again."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pexpect
import pytest

from game.core.paths import shipped
from game.store.saves import Saves
from game.store.turn_records import Turns
from tests.conftest import loaded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a matter of Unix")

COMMAND = Path(sys.executable).with_name("carriages")
BURST = 40


@pytest.fixture
def home(tmp_path: Path) -> Path:
    if not COMMAND.is_file():
        pytest.skip(f"the command is not installed beside {sys.executable}: pip install -e .")
    return tmp_path


@pytest.fixture
def child(home: Path) -> Iterator["pexpect.spawn[str]"]:
    started = spawn(home)
    yield started
    started.close(force=True)


def spawn(home: Path) -> "pexpect.spawn[str]":
    environment = {**os.environ, "CARRIAGES_HOME": str(home), "TERM": "xterm-256color"}
    child = pexpect.spawn(
        str(COMMAND), ["--plain"], env=environment, dimensions=(24, 80), encoding="utf-8", timeout=30, echo=False
    )
    child.delaybeforesend = None
    return child


def test_a_tour_in_line_mode_from_start_to_quit(child: "pexpect.spawn[str]") -> None:
    child.expect("\r\n>")
    assert "21 Carriages" in (child.before or "")
    for line, reply in (("f", "Carriage 1 of 21"), ("x plaque", "Carriage|articles?"), ("score", "Carriages seen: 1")):
        child.sendline(line)
        child.expect("\r\n>")
        assert re.search(reply, child.before or ""), child.before
        assert "\x1b" not in (child.before or "")
    child.sendline("quit")
    child.expect(pexpect.EOF)
    assert "kept" in (child.before or "")
    child.close()
    assert (child.exitstatus, child.signalstatus) == (0, None)


@pytest.mark.parametrize("answered", [1, 7, 23])
def test_killed_in_a_burst_of_turns_it_goes_on_with_at_most_the_last_turn_lost(
    child: "pexpect.spawn[str]", home: Path, answered: int
) -> None:
    world = loaded(shipped("rooms"))
    child.expect("\r\n>")
    child.send("look\n" * BURST)
    for _ in range(answered):
        child.expect("\r\n>")
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    state = Saves(home).find_state(world)
    assert state is not None
    assert answered <= state.turn <= BURST
    again = spawn(home)
    again.expect("\r\n>")
    assert "Welcome back" in (again.before or "")
    again.sendline("quit")
    again.expect(pexpect.EOF)
    again.close()
    assert again.exitstatus == 0


def test_two_windows_under_kills_lose_no_turn_that_was_acknowledged(home: Path) -> None:
    """Each window takes the tour over, plays some turns and is killed; no turn whose reply was seen may be missing."""
    world = loaded(shipped("rooms"))
    chance = Random(14)
    windows = [spawn(home), spawn(home)]
    for window in windows:
        window.expect("\r\n>")
    acknowledged = 0
    for round_number in range(6):
        place = round_number % 2
        window = windows[place]
        window.sendline("take over")
        window.expect("\r\n>")
        for _ in range(chance.randrange(1, 6)):
            window.sendline("look")
            window.expect("\r\n>")
            assert "another window" not in (window.before or "")
            acknowledged += 1
        # The other window is in the middle of a burst when this one is killed in its own.
        windows[1 - place].send("look\n" * 3)
        window.send("look\n" * 3)
        window.kill(signal.SIGKILL)
        window.expect(pexpect.EOF)
        for _ in range(3):
            windows[1 - place].expect("\r\n>")
        windows[place] = spawn(home)
        windows[place].expect("\r\n>")
        state = Saves(home).find_state(world)
        assert state is not None
        assert state.turn >= acknowledged
    for window in windows:
        window.close(force=True)
    turns = Saves(home).tour_folder(world).read()
    assert isinstance(turns, Turns)
    assert turns.damage == ""
