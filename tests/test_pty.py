"""The real command in a real terminal: from start to quit, hung up on, terminated, killed in the middle of a turn."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from game.core.paths import shipped
from game.store.saves import Saves
from game.tui.window_title import RESTORE
from tests.conftest import loaded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a matter of Unix")

CLEAN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[()][0-9A-B]|[=>])")
LEAVE_ALTERNATE_SCREEN = "\x1b[?1049l"


def spawn(home: Path, *arguments: str, **environment: str) -> "pexpect.spawn[str]":
    return pexpect.spawn(
        sys.executable,
        ["-m", "game", *arguments],
        env={**os.environ, "CARRIAGES_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        | environment,
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
    )


@pytest.fixture
def screen(tmp_path: Path) -> Iterator["pexpect.spawn[str]"]:
    """The game on a screen of 80x24, at its start."""
    child = spawn(tmp_path)
    child.expect("palette")
    yield child
    child.close(force=True)


def test_a_tour_in_the_terminal_from_start_to_quit(screen: "pexpect.spawn[str]") -> None:
    screen.send("x press board\r")
    screen.expect("upper side is open")
    screen.send("forward\r")
    screen.expect("Carriage 1 of 21")
    screen.send("quit\r")
    screen.expect("Your tour is kept")
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_restores_the_terminal_and_keeps_the_tour(
    screen: "pexpect.spawn[str]", tmp_path: Path, number: int
) -> None:
    screen.send("forward\r")
    screen.expect("Carriage 1 of 21")
    if number != signal.SIGINT:
        screen.kill(number)
    else:
        screen.sendcontrol("c")
        screen.expect("once more to leave")
        screen.sendcontrol("c")
    screen.expect_exact(LEAVE_ALTERNATE_SCREEN)
    screen.expect(pexpect.EOF)
    state = Saves(tmp_path).find_state(loaded(shipped("rooms")))
    assert state is not None
    assert state.room == "boarding"


def test_keys_typed_before_the_prompt_is_there_are_not_lost(tmp_path: Path) -> None:
    child = spawn(tmp_path)
    child.send("forward\r")
    child.expect("Carriage 1 of 21")
    child.close(force=True)


def test_line_mode_in_a_terminal_wraps_and_ends_on_end_of_input(tmp_path: Path) -> None:
    child = spawn(tmp_path, "--plain")
    child.expect("\r\n>")
    opening = child.before or ""
    assert "\x1b" not in opening
    assert max(map(len, opening.splitlines())) < 80
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_line_mode_interrupted_says_nothing_of_tracebacks(tmp_path: Path) -> None:
    child = spawn(tmp_path, "--plain")
    child.expect("\r\n>")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in (child.before or "")


def test_a_dumb_terminal_gets_line_mode(tmp_path: Path) -> None:
    child = spawn(tmp_path, TERM="dumb")
    child.expect("\r\n>")
    assert "\x1b" not in (child.before or "")
    child.close(force=True)


def test_a_variable_asks_for_line_mode_always(tmp_path: Path) -> None:
    child = spawn(tmp_path, CARRIAGES_PLAIN="1")
    child.expect("\r\n>")
    assert "\x1b" not in (child.before or "")
    child.close(force=True)


def test_line_mode_that_was_asked_for_once_is_kept(tmp_path: Path) -> None:
    child = spawn(tmp_path)
    child.expect("palette")
    child.send("settings plain on\r")
    child.expect("Plain is now on")
    child.send("quit\r")
    child.expect(pexpect.EOF)
    for command in ((), ("quiz",)):
        child = spawn(tmp_path, *command)
        child.expect("\r\n>")
        assert "\x1b" not in (child.before or "")
        child.close(force=True)
    child = spawn(tmp_path)
    child.expect("\r\n>")
    child.send("settings plain off\r")
    child.expect("Plain is now off")
    child.close(force=True)
    child = spawn(tmp_path)
    child.expect("palette")
    child.close(force=True)


def test_the_window_is_called_after_the_screen_and_gets_its_title_back(tmp_path: Path) -> None:
    child = spawn(tmp_path)
    written = _written(child, "Begin")
    child.send("x press board\r")
    written += _written(child, "upper side is open")
    for line in ("f\r", "\x1b[20~", "\x1b", "quit\r"):
        child.send(line)
        words = {"f\r": "Carriage 1", "\x1b[20~": "Paragraphs", "\x1b": "palette", "quit\r": "Your tour is kept"}[line]
        written += _written(child, words)
    child.close(force=True)
    told = re.findall(r"\x1b\]2;([^\x07]*)\x07|\x1b\[(2[23]);2t", written)
    titles = [title or command for title, command in told]
    assert titles[0] == "22"
    assert titles[-1] == "23"
    assert titles.index("Boarding carriage - 21 Carriages") < titles.index("Settings - 21 Carriages")
    assert titles[-2] == "Boarding carriage - 21 Carriages"


def test_a_console_without_a_window_gets_no_title(tmp_path: Path) -> None:
    child = spawn(tmp_path, TERM="linux")
    written = _written(child, "Begin")
    child.close(force=True)
    assert not re.search(r"\x1b\]2;|\x1b\[22;2t", written)


def test_suspended_it_gives_the_terminal_back_and_comes_back_painted(tmp_path: Path) -> None:
    shell = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile", "-i"],
        env={**os.environ, "CARRIAGES_HOME": str(tmp_path), "TERM": "xterm-256color", "PS1": "shell: "},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
    )
    shell.expect("shell: ")
    shell.sendline(f"{sys.executable} -m game")
    shell.expect("Begin")
    shell.send("x press board\r")
    shell.expect("upper side is open")
    shell.sendcontrol("z")
    shell.expect_exact(RESTORE)
    shell.expect_exact(LEAVE_ALTERNATE_SCREEN)
    shell.expect("shell: ")
    shell.sendline("fg")
    shell.expect_exact("\x1b]2;Pyongyang platform - 21 Carriages")
    shell.expect("upper side is open")
    shell.send("f\r")
    shell.expect("Carriage 1 of 21")
    shell.close(force=True)


@pytest.mark.parametrize("is_title_awaited", [False, True])
@pytest.mark.parametrize("typed", ["\uc11c\uc6b8", "\u6771\u4eac", "\u00e9t\u00e9"])
def test_letters_of_several_bytes_are_read_from_the_first_key(
    tmp_path: Path, typed: str, is_title_awaited: bool
) -> None:
    child = spawn(tmp_path)
    if is_title_awaited:
        child.expect("Begin")
    # In pieces, as a slow line brings them: a character must not be cut in two.
    for byte in typed.encode():
        os.write(child.child_fd, bytes([byte]))
    child.send("\r")
    child.expect(f"\u201c{typed}\u201d")  # as the reply quotes it; an echo of the terminal has no quotes
    child.close(force=True)


def test_no_colour_writes_no_colour(tmp_path: Path) -> None:
    child = spawn(tmp_path, NO_COLOR="1")
    child.expect("palette")
    child.send("f\r")
    child.expect("Carriage 1 of 21")
    child.close(force=True)
    colours = re.findall(r"\x1b\[[0-9;]*m", f"{child.before}{child.after}")
    assert not [code for code in colours if re.search(r"[\[;](?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;|m)", code)], colours[
        :5
    ]


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_at_most_the_turn_in_flight_is_lost(tmp_path: Path, seed: int) -> None:
    world = loaded(shipped("rooms"))
    environment = dict(os.environ, CARRIAGES_HOME=str(tmp_path))
    command = [sys.executable, "-m", "game", "--plain"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True, bufsize=1
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        chance = random.Random(seed)
        stop = time.monotonic() + 0.3 + chance.random() * 0.4
        answered = 0
        while time.monotonic() < stop:
            child.stdin.write("look\n")
            child.stdin.flush()
            while not child.stdout.readline().startswith(">"):
                pass
            answered += 1
        child.stdin.write("look\nlook\n")
        child.stdin.flush()
        child.kill()
    state = Saves(tmp_path).find_state(world)
    assert state is not None
    # The prompt of each answered line was seen after its reply, which is written after its state is kept.
    assert state.turn >= answered - 1


def test_in_ascii_no_byte_above_126_is_written(tmp_path: Path) -> None:
    child = spawn(tmp_path, "--ascii")
    child.expect("Enter")
    child.send("x press board\r")
    written = _written(child, "upper side is open")
    child.send("f\r")
    written += _written(child, "Carriage 1 of 21")
    for key, words in (("\x1bOP", "Type what you want"), ("\x1b[20~", "Paragraphs")):
        child.send(key)
        written += _written(child, words)
        child.send("\x1b")
        written += _written(child, "palette")  # the play screen is painted anew: the sheet is closed
    child.close(force=True)
    assert {character for character in written if ord(character) > 126} == set()
    assert "===" in written


def test_in_256_colours_no_true_colour_is_written(tmp_path: Path) -> None:
    child = spawn(tmp_path, TERM="xterm-256color", COLORTERM="")
    child.expect("Enter")
    child.send("f\r")
    written = _written(child, "Carriage 1 of 21")
    child.close(force=True)
    assert "38;5;" in written
    assert "38;2;" not in written


def _written(child: "pexpect.spawn[str]", words: str) -> str:
    """All that is written up to some words."""
    child.expect(words)
    return f"{child.before}{child.after}"


MODES = {
    "256": {"COLORTERM": ""},
    "16": {"TERM": "xterm", "COLORTERM": ""},
    "nocolour": {"NO_COLOR": "1"},
    "ascii": {},
}


@pytest.mark.parametrize("mode", MODES)
def test_title_map_and_end_have_a_twin_in_every_mode(tmp_path: Path, mode: str) -> None:
    child = spawn(tmp_path, *(["--ascii"] if mode == "ascii" else []), **MODES[mode])
    title = _written(child, "Begin") + _written(child, "leaves")
    child.send("\x1b")
    child.expect("palette")
    child.send("x timetable\r")
    child.expect("wooden holder")
    child.send("\x1b[21~")  # F10
    journeys = _written(child, "by land or sea") + _written(child, "Choose a journey")
    child.send("\x1b")
    child.expect("palette")
    child.send("go to vladivostok platform\r")
    end = _written(child, "You have arrived") + _written(child, "Walk on")
    child.close(force=True)
    drawn = {"title": title, "journeys": journeys, "end": end}
    for name, written in drawn.items():
        assert ("▀" in written) == (mode == "256"), name
        assert ("38;2;" in written) == (mode == "ascii"), name  # ASCII is about characters, not about colours
        assert ("38;5;" in written) == (mode == "256"), name
        if mode == "ascii":
            assert CLEAN.sub("", written).isascii(), name
        if mode == "nocolour":
            assert not re.search(r"\x1b\[[0-9;]*\b(?:3[0-7]|4[0-7]|9[0-7])m", written), name
    if mode != "256":
        assert "(O)" in title
        assert "PYONGYANG" in journeys
