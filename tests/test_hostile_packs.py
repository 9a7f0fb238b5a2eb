"""Packs that no author would write: whatever the bytes, there are problems with a place, and never a traceback."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.game import Game
from game.content.folder import read_folder
from game.content.load import build_from_bytes, load
from game.prose.text import render_text
from tests.conftest import TINY

RAW = read_folder(TINY)
END = RAW["02-end.yaml"]
PLAY = ("i", "look", "x all", "f", "x all", "f", "x all", "places", "score", "about", "drop all", "undo", "fly")


def hostile(**files: bytes) -> dict[str, bytes]:
    return dict(sorted((RAW | {f"{name}.yaml": data for name, data in files.items()}).items()))


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (END + b"\xff\n", 9, "UTF-8"),
        (END.decode().encode("utf-16"), 1, "UTF-8"),
        (END + b"\x00", 1, "cannot be read as YAML"),
        (END + b"? [a, b]\n: c\n", 1, "no key called"),
        (END + b"x: !!python/object/apply:os.system [ls]\n", 9, "no key called 'x'"),
        (END + b"<<: {a: b}\n", 9, "no key called '<<'"),
        (END + b"---\na: b\n", 9, "another document"),
        (END + b"x: " + b"[" * 500 + b"]" * 500, 9, "deep nesting"),
        (b"just words", 1, "expected keys and values"),
        (b"\n\n# nothing\n", 1, "empty file"),
    ],
)
def test_bytes_that_are_no_room_are_told_at_their_line(data: bytes, line: int, words: str) -> None:
    loaded = build_from_bytes(TINY, hostile(**{"02-end": data}))
    assert loaded.world is None
    told = [str(problem) for problem in loaded.problems]
    assert any(p.path.endswith("02-end.yaml") and p.line == line and words in str(p) for p in loaded.problems), told


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + END, END.replace(b"\n", b"\r\n")])
def test_a_byte_order_mark_and_line_ends_of_windows_are_no_problem(data: bytes) -> None:
    assert build_from_bytes(TINY, hostile(**{"02-end": data})).world is not None


@pytest.mark.parametrize("depth", [1_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_no_depth_of_nesting_ends_the_process(opening: str, depth: int, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    (pack / "02-end.yaml").write_text(opening * depth + "a")
    program = "import sys, pathlib; from game.content.load import load; print(load(pathlib.Path(sys.argv[1])).problems)"
    done = subprocess.run(
        [sys.executable, "-c", program, str(pack)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, f"exit status {done.returncode}: {done.stderr[-300:]}"
    assert "02-end.yaml" in done.stdout


def test_a_folder_a_missing_file_and_a_file_instead_of_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "tour.yaml").mkdir()
    (problem,) = load(tmp_path).problems
    assert "cannot be read" in problem.message
    assert problem.path.endswith("tour.yaml")
    (tmp_path / "file").write_text("")
    (problem,) = load(tmp_path / "file").problems
    assert "cannot be read" in problem.message
    (tmp_path / "empty").mkdir()
    assert ["needs this file" in p.message for p in load(tmp_path / "empty").problems] == [True, True]


SCRAPS = (
    rb"""|:|- |[|]|{}|''|"|#|&a |*a|null|true|-1|999999999999999999999|id: salon|lamp-is-green|portable: false, |'\n'"""
)
SNIPPETS = st.sampled_from([*SCRAPS.split(b"|"), b"\n", b"\t", b"\x00", b"\xff", "A¶9".encode()])


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(RAW)), st.floats(0, 1), st.integers(0, 40), SNIPPETS)
def test_a_pack_with_any_piece_replaced_is_refused_with_problems_or_plays(
    name: str, where: float, length: int, snippet: bytes
) -> None:
    data = RAW[name]
    start = int(where * len(data))
    loaded = build_from_bytes(TINY, RAW | {name: data[:start] + snippet + data[start + length :]})
    assert all(problem.line >= 1 and problem.message for problem in loaded.problems)
    if loaded.world is None:
        assert any(problem.is_fatal for problem in loaded.problems)
        return
    game = Game(loaded.world)
    assert render_text(game.open(), None)
    for line in PLAY:
        assert render_text(game.perform(line), None)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_pack_with_any_line_left_out_is_refused_with_problems_or_plays(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(RAW)))
    rows = RAW[name].splitlines(keepends=True)
    gone = data.draw(st.integers(0, len(rows) - 1))
    loaded = build_from_bytes(TINY, RAW | {name: b"".join(rows[:gone] + rows[gone + 1 :])})
    if loaded.world is None:
        assert any(problem.is_fatal for problem in loaded.problems)
        return
    game = Game(loaded.world)
    game.open()
    assert all(render_text(game.perform(line), None) for line in PLAY)


def test_what_is_carried_from_the_start_can_be_listed_and_dropped_or_is_refused_when_read() -> None:
    fixed = RAW["tour.yaml"].replace(b"portable: true, ", b"")
    assert fixed != RAW["tour.yaml"]
    loaded = build_from_bytes(TINY, RAW | {"tour.yaml": fixed})
    if loaded.world is not None:
        assert "ticket" in render_text(Game(loaded.world).perform("i"), None)
    else:
        assert any("tour.yaml" in problem.path for problem in loaded.problems)


def test_the_example_a_refusal_gives_can_be_typed_whatever_things_are_called() -> None:
    room = END + b"things:\n  - {id: stop, name: '!!!', passages: [{text: It stops., staged: true}]}\n"
    loaded = build_from_bytes(TINY, hostile(**{"02-end": room}))
    if loaded.world is None:
        assert any("02-end.yaml" in problem.path for problem in loaded.problems)
        return
    game = Game(loaded.world)
    game.perform("f, f")
    told = render_text(game.perform("fly"), None)
    assert "!!!" not in told, told


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("items/extra.yml", "call it extra.yaml"),
        ("items/extra.YAML", "call it extra.yaml"),
        ("03-more.YML", "call it 03-more.yaml"),
        ("items/more/extra.yaml", "not in items/more/"),
        ("drafts/extra.yaml", "not in drafts/"),
    ],
)
def test_a_file_that_would_silently_be_left_out_is_told(name: str, words: str, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    assert load(pack).problems == ()
    (pack / name).parent.mkdir(parents=True, exist_ok=True)
    (pack / name).write_text("rooms: []\n")
    world, (problem,) = load(pack)
    assert world is None
    assert str(problem).startswith(f"{pack / name}:1:1: this file is not read")
    assert words in problem.message


@pytest.mark.parametrize(
    "name", ["notes.md", ".hidden.yml", ".git/config.yaml", "pictures/plan.png", "schema/room.json"]
)
def test_other_files_may_lie_in_a_pack(name: str, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    (pack / name).parent.mkdir(parents=True, exist_ok=True)
    (pack / name).write_bytes(b"")
    assert load(pack).problems == ()
