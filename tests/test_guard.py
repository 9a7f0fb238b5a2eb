"""Whatever goes wrong ends in one sentence and a status, and the terminal is as it was."""

import io
import os
import re
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from game.commandline import guard
from game.commandline.exit_status import CRASHED, INTERRUPTED, OK, USAGE
from game.commandline.streams import OutputLostError, SafeWriter
from game.commandline.usage_error import UsageError
from game.core.characters import BIDI_CONTROLS
from game.plain.line_mode import MAX_LINE_CHARACTERS, read_line
from tests.test_pty import LEAVE_ALTERNATE_SCREEN

ROOT = Path(__file__).parent.parent
unix = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals and signals are those of Unix")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CARRIAGES_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def fail_with(error: BaseException) -> int:
    raise error


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), INTERRUPTED, ""),
        (UsageError("carriages x: no."), USAGE, "carriages x: no."),
        (OutputLostError("No space left on device"), USAGE, "the output could not be written: No space left"),
        (RecursionError("deep"), CRASHED, "Something went wrong inside the program (RecursionError)"),
        (MemoryError(), CRASHED, "Something went wrong inside the program (MemoryError)"),
        (ValueError("of ours"), CRASHED, "Something went wrong inside the program (ValueError)"),
    ],
)
def test_each_error_has_its_sentence_and_its_status(
    error: BaseException,
    status: int,
    said: str,
    home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "silence", lambda stream: None)
    assert guard.run_guarded(lambda: fail_with(error)) == status
    shown = capsys.readouterr()
    assert said in shown.err
    assert len(shown.err.splitlines()) == 1
    assert "Traceback" not in shown.err + shown.out


def test_what_is_no_error_gives_its_own_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert guard.run_guarded(lambda: 5) == 5
    assert guard.run_guarded(lambda: OK) == OK
    assert capsys.readouterr().err == ""


def test_the_trace_is_in_a_file_without_values_of_variables(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = "Stoker-07 answered b"
    guard.run_guarded(lambda: fail_with(ValueError(len(secret))))
    (file,) = (home / "crashes").iterdir()
    assert str(file) in capsys.readouterr().err
    text = file.read_text(encoding="utf-8")
    assert "ValueError: 20" in text
    assert "test_guard.py" in text
    assert secret not in text


def test_only_the_last_traces_are_kept(home: Path) -> None:
    for number in range(guard.MAX_CRASH_FILES + 2):
        guard.write_trace(ValueError(number))
    files = sorted((home / "crashes").iterdir())
    assert len(files) == guard.MAX_CRASH_FILES
    assert "ValueError: 6" in files[-1].read_text(encoding="utf-8")


def test_a_trace_goes_elsewhere_where_the_players_folder_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("CARRIAGES_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    written = guard.write_trace(ValueError())
    assert written is not None
    assert written.is_relative_to(tmp_path / "elsewhere")


def run_program(*arguments: str, home: Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return] # options of the caller
        [sys.executable, "-m", "game", *arguments],
        env={**os.environ, "CARRIAGES_HOME": str(home), "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        **options,
    )


@unix
@pytest.mark.parametrize(
    "arguments", [["print"], ["lint"], ["check"], ["--plain"], ["--help"], ["paper", "--seed", "7"], ["art", "lounge"]]
)
def test_a_full_device_is_told_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = run_program(*arguments, home=tmp_path, stdout=full, input="look\n")
    assert done.returncode == USAGE
    assert done.stderr.splitlines()[-1].endswith("the output could not be written: No space left on device.")
    assert "Traceback" not in done.stderr


@unix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", ["--plain", "check", "lint --rules", "quiz --plain --items 1"])
def test_closed_streams_are_no_error(closed: str, arguments: str, tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec '{sys.executable}' -m game {arguments} {closed}"],
        env={**os.environ, "CARRIAGES_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_nothing_that_acts_on_a_terminal_is_printed() -> None:
    raw = io.BytesIO()
    writer = SafeWriter(io.BufferedWriter(raw), encoding="utf-8", write_through=True)
    acting = ["\x1b]52;c;aGk=\x07", "\x9b31m", "\x08", "\x7f", *BIDI_CONTROLS]
    writer.write("a\tb\r\n" + "".join(acting) + "ü")
    writer.flush()
    text = raw.getvalue().decode()
    assert text.startswith("a\tb\r\n\\x1b]52;c;aGk=\\x07\\x9b31m\\x08\\x7f\\u061c")
    assert text.endswith("ü")
    assert not re.search("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("length", [MAX_LINE_CHARACTERS - 1, MAX_LINE_CHARACTERS, 3 * MAX_LINE_CHARACTERS + 1])
def test_a_long_line_is_one_line(length: int) -> None:
    source = io.StringIO("x" * length + "\nlook\n")
    assert read_line(source).strip() == "x" * min(length, MAX_LINE_CHARACTERS)
    assert read_line(source) == "look\n"
    assert read_line(source) == ""


class Unreadable(io.RawIOBase):
    """A terminal that has gone."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise OSError("input/output error")


def test_input_that_cannot_be_read_is_at_its_end() -> None:
    assert read_line(io.TextIOWrapper(io.BufferedReader(Unreadable()), encoding="utf-8")) == ""


def spawn(home: Path, program: str, *arguments: str) -> "pexpect.spawn[bytes]":
    return pexpect.spawn(
        sys.executable,
        ["-c", program, *arguments] if program else ["-m", "game", *arguments],
        env={**os.environ, "CARRIAGES_HOME": str(home), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)},
        dimensions=(24, 80),
        timeout=30,
    )


FAILING = """
import sys
from game.app.game import Game
def fail(self, line):
    secret = "what the pupil typed: " + line
    raise RuntimeError("broken on purpose")
Game.reply = fail
from game.commandline.main import main
sys.exit(main(sys.argv[1:]))
"""


@unix
def test_an_error_behind_the_screen_is_one_sentence_and_a_file(tmp_path: Path) -> None:
    child = spawn(tmp_path, FAILING)
    child.expect("palette")
    child.send(b"look\r")
    child.expect_exact(LEAVE_ALTERNATE_SCREEN.encode())
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == CRASHED
    after = child.before or b""
    assert b"Something went wrong inside the program (RuntimeError)" in after
    assert b"pupil typed" not in after
    (file,) = (tmp_path / "crashes").iterdir()
    assert "broken on purpose" in file.read_text(encoding="utf-8")


SCREENS = {
    "tour": ([], b"palette"),
    "quiz": (["quiz", "--seed", "1"], b"Read in context"),
    "exam": (["exam", "--seed", "7", "--items", "3", "--name", "Stoker-07"], b"EXAM"),
}


@pytest.fixture(params=sorted(SCREENS))
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator["pexpect.spawn[bytes]"]:
    arguments, shown = SCREENS[request.param]
    child = spawn(tmp_path, "", *arguments)
    child.expect_exact(shown)
    yield child
    child.close(force=True)


@unix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_every_screen_in_good_order(screen: "pexpect.spawn[bytes]", number: int) -> None:
    before = termios.tcgetattr(screen.child_fd)
    screen.kill(number)
    screen.expect_exact(LEAVE_ALTERNATE_SCREEN.encode())
    after = termios.tcgetattr(screen.child_fd) if screen.isalive() else None
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 128 + number
    assert b"Traceback" not in (screen.before or b"")
    assert after is None or after[3] & termios.ECHO or before[3] == after[3]


@unix
def test_bytes_that_are_no_text_do_not_end_a_screen(screen: "pexpect.spawn[bytes]") -> None:
    screen.send(b"\xff\xfe\xc3 \x80\r")
    time.sleep(0.3)
    assert screen.isalive()
    screen.kill(signal.SIGTERM)
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 128 + signal.SIGTERM


@unix
def test_a_screen_is_suspended_and_painted_again(screen: "pexpect.spawn[bytes]") -> None:
    screen.send(b"\x1a")
    screen.expect_exact(LEAVE_ALTERNATE_SCREEN.encode())
    state = Path(f"/proc/{screen.pid}/stat")
    if state.exists():
        for _ in range(300):
            if state.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "T":
                break
            time.sleep(0.1)
        else:
            pytest.fail("the process did not stop")
    screen.kill(signal.SIGCONT)
    screen.expect_exact(b"\x1b[?1049h")
    screen.expect_exact(b"\x1b[")
    screen.kill(signal.SIGTERM)
    screen.expect(pexpect.EOF)
