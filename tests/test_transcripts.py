"""Sessions written down, copied, kept, and played again byte for byte."""

from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings

from game.app.game import Game
from game.commandline.main import main
from game.content import open_pack
from game.pack.world import World
from game.prose.lines import Line
from game.store import transcripts
from game.store.saves import Saves
from game.store.transcripts import KEPT
from tests.conftest import TINY
from tests.strategies import plays

WORLD = cast(World, open_pack(TINY, None)[0])
LINES = (
    "x bench",
    "f",
    "quiz",
    "b",
    "x lmap",
    "* odd",
    "undo",
    "where am i",
    "save here",
    "f",
    "restore here",
    "score",
)


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def played(game: Game, *lines: str) -> Game:
    game.open()
    for line in lines:
        if not game.is_over:
            game.perform(line)
    return game


def replay(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    status = main(["--pack", str(TINY), "replay", str(path), *more])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CARRIAGES_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_first_session_is_replayed_byte_for_byte(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    game = played(Game(WORLD, Saves(home), seed=5), *LINES, "quit")
    assert "Lesson 3 of 3" in game.transcript
    assert "\n>* odd\nRemark taken down" in game.transcript
    path = home / "session.txt"
    path.write_text(game.transcript, encoding="utf-8", newline="\n")
    assert replay(path, capsys) == (0, game.transcript, "")


def test_a_later_session_is_replayed_from_where_it_began(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    played(Game(WORLD, Saves(home)), "f", "x rug")
    game = played(Game(WORLD, Saves(home)), "quiz", "green", "back")
    assert "Welcome back" in game.transcript
    path = home / "session.txt"
    path.write_text(game.transcript, encoding="utf-8", newline="\n")
    assert replay(path, capsys) == (0, game.transcript, "")


@settings(max_examples=60, deadline=None)
@given(plays)
def test_whatever_is_typed_is_replayed_byte_for_byte(lines: list[str]) -> None:
    game = played(Game(WORLD, seed=3, is_rehearsal=True), *lines)
    play = transcripts.read(game.transcript)
    again = Game(WORLD, seed=play.seed, is_rehearsal=True)
    again.open(fresh=True, lessons=play.beginning.lessons)
    for line in play.lines:
        if not again.is_over:
            again.perform(line)
    assert again.transcript == game.transcript


def test_a_replay_that_differs_says_from_which_line_on(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    game = played(Game(WORLD), "x bench", "f")
    path = home / "session.txt"
    path.write_text(game.transcript.replace("Hard, as benches are.", "Soft."), encoding="utf-8")
    status, out, err = replay(path, capsys)
    assert (status, out) == (1, game.transcript)
    number = game.transcript.splitlines().index("Hard, as benches are.") + 1
    assert err == f"{path}:{number}: the replay differs from here on.\n"


def test_another_seed_is_no_difference(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    game = played(Game(WORLD), "f", "quiz")
    path = home / "session.txt"
    path.write_text(game.transcript, encoding="utf-8")
    outputs = {replay(path, capsys, "--seed", str(seed))[:2] for seed in range(8)}
    assert {status for status, _ in outputs} == {0}
    assert len(outputs) == 8


def test_a_record_is_lines_alone_and_can_be_replayed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    game = played(Game(WORLD, Saves(home)), "record on lines", "f", "x lamp", "record off", "b")
    path = home / "files" / "lines.rec"
    assert path.read_text(encoding="utf-8") == f"{transcripts.record_header()}f\nx lamp\n"
    status, out, _ = replay(path, capsys)
    assert status == 0
    assert ">x lamp\nIt is green" in out
    told = text(game.perform("replay lines.rec"))
    assert "Typing 2 lines" in told
    assert "x lamp" in told
    assert game.transcript.endswith("It is green, says one article.\n")


def test_a_transcript_holds_the_session_from_its_first_line(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saves = Saves(home / "home")
    game = played(Game(WORLD, saves), "x bench", "transcript on mine", "f", "transcript off", "b")
    path = home / "home" / "files" / "mine.txt"
    mine = path.read_text(encoding="utf-8")
    assert ">x bench\n" in mine
    assert ">f\n" in mine
    assert ">b\n" not in mine
    assert game.transcript.startswith(mine.removesuffix("The transcript ends here.\n"))
    assert replay(path, capsys)[0] == 0
    assert "is there already" in text(game.perform("transcript on mine"))
    assert "No transcript is being written" in text(game.perform("transcript off"))


def test_a_rehearsal_writes_no_file(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "evil.rec"
    path.write_text(
        "notebook export notes\ntranscript on copy\nrecord on lines\nreplay evil.rec\nf\n", encoding="utf-8"
    )
    before = sorted(home.iterdir())
    status, out, _ = replay(path, capsys)
    assert status == 0
    assert "A replay inside a replay is left out" in out
    assert sorted(p for p in home.iterdir() if p.name != "home") == before


@pytest.mark.parametrize(
    ("data", "why"),
    [(None, "No such file"), (b"look\xff", "byte 5 is no UTF-8 text"), (b"look\n" * 300_000, "larger than 1,000,000")],
    ids=["missing", "no text", "large"],
)
def test_a_file_that_cannot_be_replayed_is_told(
    home: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, why: str
) -> None:
    path = home / "file.txt"
    if data is not None:
        path.write_bytes(data)
    status, out, err = replay(path, capsys)
    assert (status, out) == (2, "")
    assert why in err
    game = played(Game(WORLD, Saves(home / "home")), f"replay {path}")
    # A file that is not there is told at once; for any other the player is asked first, since it lies elsewhere.
    told = text(game.perform("yes")) if data is not None else text(game.perform(f"replay {path}"))
    assert {"No such file": "There is no file", "larger than 1,000,000": "larger than any"}.get(why, why) in told


def test_a_damaged_beginning_is_a_new_tour_that_differs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "session.txt"
    path.write_text(f"{transcripts.header(WORLD, 0, transcripts.Beginning(0, b'{rubbish'))}\n>look\n", encoding="utf-8")
    status, out, err = replay(path, capsys)
    assert status == 1
    assert "Platform (staged)" in out
    assert "differs" in err


def test_the_last_sessions_are_kept_and_no_empty_ones(home: Path) -> None:
    saves = Saves(home)
    for number in range(KEPT + 3):
        played(Game(WORLD, saves), f"* session {number}")
    played(Game(WORLD, saves))
    kept = sorted(saves.sessions.iterdir())
    assert len(kept) == KEPT
    assert f"* session {KEPT + 2}" in kept[-1].read_text(encoding="utf-8")
    assert "* session 3" in kept[0].read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_stops_nothing(tiny: World, home: Path) -> None:
    (home / "sessions").write_text("in the way")
    game = played(Game(tiny, Saves(home)), "f")
    assert game.state.room == "salon"
    assert ">f\n" in game.transcript
