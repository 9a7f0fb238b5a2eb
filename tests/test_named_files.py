"""Files that a player names in the game: where they come to lie, what is asked, what is refused."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.app.game import Game
from game.prose.lines import Line
from game.store import transcripts

NewGame = Callable[[], Game]


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


@pytest.fixture
def game(new_game: NewGame) -> Game:
    opened = new_game()
    opened.open()
    return opened


COMMANDS = ("transcript on", "record on", "notebook export", "ticket save", "replay")
NAMES = (
    *("/", "..", ".", "~", "~nobody-of-that-name/x", "con", "nul.txt", "a:b", "a?", "x" * 400, "x/" * 600, "notes/"),
    *("/dev/null", "/dev/null/x.md", "\0", "C:\\", "/dev/stdin", "/proc/self/mem"),
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", NAMES)
def test_no_name_ends_the_game_or_touches_a_file(command: str, name: str, game: Game, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file() and "tours" not in path.parts}
    told = [text(game.perform(f"{command} {name}")), text(game.perform("yes"))]
    assert all(told)
    assert not any("written to" in each or "goes to" in each for each in told)
    assert {p for p in tmp_path.rglob("*") if p.is_file() and "tours" not in p.parts and "sessions" not in p.parts} <= (
        before
    )
    game.perform("f")
    assert game.state.room == "salon"


@pytest.mark.parametrize(
    ("command", "name", "written"),
    [
        ("transcript on", "mine", "mine.txt"),
        ("record on", "mine", "mine.rec"),
        ("notebook export", "my notes", "my notes.md"),
        ("ticket save", "mine.svg", "mine.svg"),
    ],
)
def test_a_plain_name_is_a_file_in_the_players_folder_and_never_written_over(
    command: str, name: str, written: str, game: Game, tmp_path: Path
) -> None:
    path = tmp_path / "files" / written
    assert str(path) in text(game.perform(f"{command} {name}"))
    before = path.read_bytes()
    assert before
    game.perform(command.replace("on", "off") if " on" in command else "look")
    before = path.read_bytes()
    assert "already exists" in text(game.perform(f"{command} {name}"))
    assert path.read_bytes() == before


def test_a_file_elsewhere_is_asked_about_once(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere" / "notes.md"
    path.parent.mkdir()
    assert "YES or NO" in text(game.perform(f"notebook export {path}"))
    assert not path.exists()
    assert "Nothing was read or written" in text(game.perform("no"))
    game.perform(f"notebook export {path}")
    game.perform("look")
    game.perform("yes")
    assert not path.exists(), "a YES later answers no question"
    game.perform(f"notebook export {path}")
    assert "written to" in text(game.perform("yes"))
    assert path.read_text(encoding="utf-8").startswith("# Notebook")


def test_only_a_transcript_or_a_record_of_ours_is_replayed(game: Game, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir(exist_ok=True)
    (tmp_path / "files" / "secret.txt").write_text("the password is lamp\n")
    told = text(game.perform("replay secret.txt"))
    assert "not a transcript or a record" in told
    assert "password" not in told
    game.perform("record on mine")
    game.perform("f")
    game.perform("record off")
    game.perform("undo")
    assert "Typing 1 line" in text(game.perform("replay mine.rec"))
    assert game.state.room == "salon"


def test_a_replayed_file_names_no_files_and_agrees_to_none(game: Game, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir(exist_ok=True)
    lines = f"{transcripts.record_header()}notebook export {tmp_path / 'evil.md'}\nyes\nrecord on evil\nf\n"
    (tmp_path / "files" / "evil.rec").write_text(lines)
    told = text(game.perform("replay evil.rec"))
    assert told.count("No files can be named here") == 2
    assert game.state.room == "salon"
    assert not list(tmp_path.rglob("evil.md"))


def full(handle: int, data: bytes) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("line", ["notebook export n", "ticket save n", "transcript on n", "record on n"])
def test_on_a_full_disk_no_success_is_told_and_no_empty_file_stays(
    line: str, game: Game, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", full)
    told = text(game.perform(line))
    assert "No space left" in told
    assert "written to" not in told
    assert "goes to" not in told
    assert not [path for path in (tmp_path / "files").iterdir() if path.suffix != ".tmp"]


@pytest.mark.parametrize("what", ["transcript", "record"])
def test_a_file_that_can_no_longer_be_written_is_told_once(
    what: str, game: Game, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game.perform(f"{what} on mine")
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        assert f"The {what} can no longer be written" in text(game.perform("look"))
        assert "no longer" not in text(game.perform("look"))
    assert "No transcript" in text(game.perform("transcript off")) or "Nothing is being" in text(
        game.perform("record off")
    )


def test_a_game_that_keeps_nothing_names_no_files(game: Game) -> None:
    bare = Game(game.world)
    bare.open()
    assert "No files can be named here" in text(bare.perform("notebook export x"))
