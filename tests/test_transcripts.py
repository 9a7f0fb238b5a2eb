"""Sessions written down, copied, kept, and played again byte for byte."""

from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.game import Game
from game.app.rehearsal import lay_out
from game.commandline.main import main
from game.content import open_pack
from game.pack.world import World
from game.prose.lines import Line
from game.quiz.review import review_card
from game.store import honour_file, transcripts
from game.store.decks import Deck, keep_deck, path_of
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


def session(folder: Path, *lines: str) -> str:
    game = played(Game(WORLD, Saves(folder)), *lines)
    game.close()
    return game.transcript


def check_replay(transcript: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "session.txt"
    path.write_text(transcript, encoding="utf-8", newline="\n")
    assert replay(path, capsys) == (0, transcript, "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("x bench", "f", "x rug"), ("undo", "undo", "x leaflet")),
        (("x bench", "f", "x rug"), ("undo. undo. undo. undo", "redo", "f")),
        (("x bench", "f", "x rug", "undo", "undo"), ("redo", "redo", "redo", "undo")),
        (("x bench", "f", "x rug", "undo", "undo"), ("redo. undo. redo. redo",)),
        (("x bench", "f", "undo"), ("x leaflet", "redo", "undo", "undo", "redo")),
        (("x bench", "f", "undo", "undo"), ("undo", "redo", "x leaflet", "undo", "undo")),
        (("f", "undo"), ("look", "look")),
    ],
)
def test_a_session_that_goes_back_into_an_earlier_one_is_replayed(
    first: tuple[str, ...], second: tuple[str, ...], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session(home, *first)
    check_replay(session(home, *second), home, capsys)


def test_only_what_is_gone_back_to_stands_in_the_transcript(home: Path) -> None:
    session(home, "x bench", "f", "x rug", "undo")
    assert "# earlier" not in session(home, "look", "undo", "undo").partition(">undo")[0].partition("\n\n")[0]
    transcript = session(home, "x bench", "undo")
    assert transcript.count("# earlier") == 0
    assert transcript.count("# later") == 0, "what a new turn lets go was not gone back to"


moves = st.lists(
    st.sampled_from(["x bench", "f", "b", "x rug", "undo", "undo. undo", "redo", "redo. x lamp"]), max_size=8
)


@settings(max_examples=40, deadline=None)
@given(moves, moves, moves)
def test_whatever_earlier_sessions_have_left_a_session_is_replayed(
    tmp_path_factory: pytest.TempPathFactory, first: list[str], second: list[str], third: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("sessions")
    session(folder / "kept", *first)
    session(folder / "kept", *second)
    transcript = session(folder / "kept", *third)
    play = transcripts.read(transcript)
    saves = Saves(folder / "replay")
    lay_out(play, WORLD, saves, 0)
    game = Game(WORLD, saves, is_rehearsal=True)
    game.open()
    for line in play.lines:
        game.perform(line)
    assert game.transcript == transcript


@pytest.mark.parametrize("answers", [(), ("skip",), ("skip", "1", "hint")])
def test_a_session_that_continues_a_practice_is_replayed(
    answers: tuple[str, ...], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session(home, "f", "x lamp", "practice all", *answers)
    transcript = session(home, "skip", "2", "leave", "undo", "look")
    assert "Your practice goes on" in transcript
    check_replay(transcript, home, capsys)


@pytest.mark.parametrize(
    "damaged", ["# earlier [rubbish]", "# earlier [1, 2]", '# later ["f", {"room": 3}]', "# practice {}"]
)
def test_a_damaged_remark_is_no_reason_to_stop(damaged: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session(home, "f")
    transcript = session(home, "undo")
    path = home / "session.txt"
    head, _, rest = transcript.partition("\n\n")
    path.write_text(f"{head}\n{damaged}\n\n{rest}", encoding="utf-8")
    status, _, err = replay(path, capsys)
    assert status == 1
    assert "the replay differs from here on" in err


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("look", "restore here"), "a point that was saved"),
        (("look", "tours"), "earlier tours"),
        (("look", "tours 1"), "earlier tours"),
        (("look", "honours"), "which depend on earlier tours"),
        (("look", "practice due", "leave"), "what was due"),
        (("look", "ticket save card"), "named a file"),
    ],
)
def test_what_a_replay_cannot_have_is_said_before_it(
    lines: tuple[str, ...], why: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session(home, "f", "x lamp", "save here", "ticket save card", "practice all", "skip", "leave")
    honour_file.earn(home, "all-facts")
    long_ago = review_card(None, 1.0, datetime(2020, 1, 1, tzinfo=UTC))
    keep_deck(path_of(home, "tiny"), Deck(tour="tiny", cards={"lamp-is-red": long_ago, "lamp-is-green": long_ago}))
    game = Game(WORLD, Saves(home))
    game.open(fresh=True)
    for line in lines:
        game.perform(line)
    game.close()
    path = home / "session.txt"
    path.write_text(game.transcript, encoding="utf-8")
    status, out, err = replay(path, capsys)
    row = next(number for number, row in enumerate(game.transcript.splitlines(), start=1) if row == f">{lines[1]}")
    assert status == 1
    assert int(err.removeprefix(f"{path}:").partition(":")[0]) > row
    assert why in err
    assert err.endswith("that is not in a transcript.\n")
    assert ">look" in out


def test_a_transcript_of_another_version_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "session.txt"
    path.write_text(session(home, "f").replace("# 21 Carriages ", "# 21 Carriages 0.0.1-", 1), encoding="utf-8")
    status, _, err = replay(path, capsys)
    assert status == 1
    assert err.startswith(f"{path}:1: ")
    assert "another version" in err


def test_two_sessions_of_one_second_have_two_files(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(transcripts, "local_stamp", lambda _: "20261127-120000")
    for _ in range(3):
        session(home, "look")
    paths = sorted((home / "sessions").iterdir())
    assert [path.name for path in paths] == [f"20261127-120000{end}.txt" for end in ("-2", "-3", "")]
    assert {replay(path, capsys)[0] for path in paths} == {0}


def test_a_tour_that_was_taken_over_begins_a_transcript_of_its_own(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = Game(WORLD, Saves(home)), Game(WORLD, Saves(home))
    played(first, "x bench")
    played(second, "look", "take over", "undo", "f")
    assert second.transcript.count("# begun") == 1
    check_replay(second.transcript, home, capsys)
    for line in ("look", "take over", "x rug"):
        first.perform(line)
    assert first.transcript.count("# begun") == 1
    assert ">x rug" in first.transcript
    check_replay(first.transcript, home, capsys)
    assert len(list((home / "sessions").iterdir())) == 3


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
    assert "already exists" in text(game.perform("transcript on mine"))
    assert "No transcript is being written" in text(game.perform("transcript off"))


def test_a_rehearsal_writes_no_file(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = home / "evil.rec"
    path.write_text(
        "notebook export notes\ntranscript on copy\nrecord on lines\nreplay evil.rec\nf\n", encoding="utf-8"
    )
    before = sorted(home.iterdir())
    status, out, _ = replay(path, capsys)
    assert status == 0
    assert "A replay cannot begin another replay" in out
    assert sorted(p for p in home.iterdir() if p.name != "home") == before


@pytest.mark.parametrize(
    ("data", "why"),
    [(None, "No such file"), (b"look\xff", "byte 5 is not UTF-8 text"), (b"look\n" * 300_000, "larger than 1,000,000")],
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
