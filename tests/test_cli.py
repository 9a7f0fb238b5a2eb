import json
import os
import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace

import pytest

from game import __version__
from game.commandline import main
from game.content.schema import SCHEMA_KINDS
from tests.conftest import TINY


def carriages(*arguments: str, home: Path, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=dict(os.environ, CARRIAGES_HOME=str(home), **environment),
        timeout=60,
        check=False,
    )


def test_without_a_terminal_it_plays_in_line_mode(tmp_path: Path) -> None:
    done = carriages(home=tmp_path, typed="f\nquit\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Carriage 1 of 21" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_next_start_goes_on_and_new_begins_anew(tmp_path: Path) -> None:
    carriages(home=tmp_path, typed="f\n")
    assert "Welcome back: carriage 1 of 21" in carriages(home=tmp_path).stdout
    assert "Welcome back" not in carriages("--new", home=tmp_path).stdout


@pytest.mark.parametrize(
    "console", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "cp437:strict"}], ids=str
)
def test_output_is_utf8_in_any_locale_and_console(console: dict[str, str], tmp_path: Path) -> None:
    done = carriages(
        "--plain",
        home=tmp_path,
        typed="take timetable. f. f. x dials. put timetable in dials\n",
        PYTHONUTF8="0",
        **console,
    )
    assert "+ 6. “" in done.stdout
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have names in Unicode whatever the locale")
def test_a_name_that_the_locale_cannot_write_is_told_and_the_tour_goes_on(tmp_path: Path) -> None:
    typed = "save Łódź\nnotebook export Łódź\nf\nquit\n"
    done = carriages("--plain", home=tmp_path, typed=typed, PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "This point was not kept" in done.stdout
    assert "cannot be written" in done.stdout
    assert "Your tour is kept" in done.stdout
    exam = carriages(
        *("exam", "--plain", "--name", "Łucja", "--folder", str(tmp_path / "class")),
        home=tmp_path,
        typed="a\n",
        PYTHONUTF8="0",
        LC_ALL="C",
    )
    assert exam.returncode == 2
    assert "this one holds the character U+DCC5" in exam.stderr, "the argument could not even be read"


@pytest.mark.skipif(sys.platform == "win32", reason="it is typed for a shell of Unix")
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    command = f"yes look | {sys.executable} -m game | head -1"
    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        text=True,
        env=dict(os.environ, CARRIAGES_HOME=str(tmp_path)),
        timeout=60,
        check=False,
    )
    assert "21 Carriages" in done.stdout
    assert "Traceback" not in done.stderr


def test_another_pack_is_played(tmp_path: Path) -> None:
    assert "Tiny Tour" in carriages("--pack", str(TINY), home=tmp_path).stdout


@pytest.mark.parametrize("arguments", [("--pack", "nowhere"), ("check", "nowhere")])
def test_a_pack_that_is_not_there_is_told(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = carriages(*arguments, home=tmp_path)
    assert done.returncode == 2
    assert "nowhere:1:1: cannot be read: No such file or directory" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_pack_tells_all_its_problems_and_is_not_played(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    (pack / "01-salon.yaml").write_text("id: salon\nnmae: x\n")
    (pack / "tour.yaml").unlink()
    done = carriages("--pack", str(pack), home=tmp_path)
    assert done.returncode == 2
    assert "tour.yaml:1:1: a pack needs this file" in done.stderr
    shutil.copy(TINY / "tour.yaml", pack)
    done = carriages("--pack", str(pack), home=tmp_path)
    assert done.stderr.count("01-salon.yaml:") >= 5
    assert "no key called 'nmae' here. Did you mean 'name'?" in done.stderr
    assert "correct them before this pack can be played" in done.stderr


def test_check_of_the_shipped_pack_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check"]) == 0
    out = capsys.readouterr().out
    assert "23 rooms" in out
    assert "0 warnings" in out


def test_warnings_do_not_stop_anything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    room = (pack / "02-end.yaml").read_text(encoding="utf-8")
    (pack / "02-end.yaml").write_text(room.replace("The end of the line.", "word " * 120))
    assert main.main(["check", str(pack)]) == 0
    assert "02-end.yaml:8:3: warning: passages: the room's text has 120 words" in capsys.readouterr().out


def test_schema_prints_one_kind_or_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["schema", "room"]) == 0
    assert "plaque" in json.loads(capsys.readouterr().out)["$defs"]["Room"]["properties"]
    assert main.main(["schema"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(SCHEMA_KINDS)
    assert main.main(["schema", "rom"]) == 2
    assert "There are: tour" in capsys.readouterr().err


def test_version_and_help_name_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert main.main(["--help"]) == 0
    out = capsys.readouterr().out
    for word in ("check", "schema", "--plain", "--seed", "--new", "--pack", "CARRIAGES_HOME"):
        assert word in out


def test_the_defaults_are_the_same_with_and_without_arguments() -> None:
    assert {name: getattr(main.parse_arguments(["--new"]), name) for name in main.DEFAULTS} == main.DEFAULTS | {
        "new": True
    }


@pytest.mark.parametrize("typed", [[], ["--plain"]])
def test_a_start_that_needs_no_parser_has_the_options_of_one_that_does(
    typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[dict[str, object]] = []

    def play(options: Namespace | SimpleNamespace) -> int:
        played.append(dict(vars(options)))
        return 0

    monkeypatch.setattr(main, "play", play)
    assert main.main(typed) == 0
    assert played == [vars(main.parse_arguments(typed))]
