import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from game.pack.world import World
from game.store.saves import Saves
from game.store.state_values import dump, parse, seal
from game.tour.session import Session
from game.tour.state import State, begin_tour
from tests.conftest import TINY, loaded
from tests.strategies import plays

WORLD = loaded(TINY)


@settings(max_examples=60, deadline=None)
@given(plays)
def test_a_state_comes_back_from_its_save(lines: list[str]) -> None:
    session = Session(WORLD)
    session.open()
    for line in lines:
        session.perform(line)
    assert parse(WORLD, dump(WORLD, session.state)) == session.state
    assert parse(WORLD, seal(dump(WORLD, session.state))) == session.state


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"null", b"\xff\xfe", b"[]", b'{"version": 1}', b'{"version": 1, "tour": "tiny"}', b"[" * 200_000],
)
def test_a_damaged_save_is_told_as_such(data: bytes) -> None:
    assert parse(WORLD, data) == "damaged"


def test_a_save_of_a_room_that_is_gone_is_damaged(tiny: World) -> None:
    assert parse(tiny, dump(tiny, State(room="cellar"))) == "damaged"


def test_a_save_of_another_tour_is_foreign(tiny: World) -> None:
    kept = json.loads(dump(tiny, begin_tour(tiny)))
    assert parse(tiny, json.dumps(kept | {"tour": "other"}).encode()) == "foreign"


def test_a_save_of_a_newer_version_is_told_even_if_its_shape_is_unknown(tiny: World) -> None:
    assert parse(tiny, b'{"version": 99, "tour": "tiny", "whatever": []}') == "newer"


def test_a_byte_that_was_flipped_in_a_point_is_found(tiny: World) -> None:
    data = seal(dump(tiny, begin_tour(tiny, seed=1)))
    for place in range(len(data)):
        flipped = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        assert parse(tiny, flipped) in ("damaged", "foreign", "newer") or b'"sum"' not in flipped, place


def test_what_the_pack_no_longer_has_is_dropped(tiny: World) -> None:
    kept = json.loads(dump(tiny, begin_tour(tiny)))
    kept["noted"] = {"lamp-is-green": "salon", "gone": "salon"}
    kept["moved"] = {"leaflet": "nowhere", "bench": "salon", "ticket": "salon"}
    kept["answered"] = {"gone": "x"}
    kept["asking"] = "no-such-question"
    state = parse(tiny, json.dumps(kept).encode())
    assert isinstance(state, State)
    assert dict(state.noted) == {"lamp-is-green": "salon"}
    assert dict(state.moved) == {"ticket": "salon"}
    assert not state.answered
    assert state.asking == ""


@pytest.mark.parametrize("data", [b"rubbish", b""])
def test_a_bad_point_is_left_as_it_is_and_never_written_over(data: bytes, tiny: World, tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.write_point("one", tiny, begin_tour(tiny, seed=1))
    (path,) = saves.tour_folder(tiny).points.iterdir()
    path.write_bytes(data)
    assert saves.read_point("one", tiny).trouble == "damaged"
    assert saves.write_point("one", tiny, begin_tour(tiny, seed=2)).trouble == "damaged"
    assert path.read_bytes() == data


def test_a_point_of_an_earlier_version_is_read_and_those_of_other_packs_are_not_listed(
    tiny: World, tmp_path: Path
) -> None:
    saves = Saves(tmp_path)
    (tmp_path / "saves").mkdir()
    kept = json.loads(dump(tiny, begin_tour(tiny, seed=4)))
    (tmp_path / "saves" / "lounge.json").write_text(json.dumps(kept))
    (tmp_path / "saves" / "other.json").write_text(json.dumps(kept | {"tour": "other"}))
    assert saves.point_names(tiny) == ("lounge",)
    assert saves.read_point("Lounge", tiny).state == begin_tour(tiny, seed=4)
    assert saves.read_point("other", tiny) == (None, None, "")


def test_no_save_is_no_trouble(tiny: World, tmp_path: Path) -> None:
    assert Saves(tmp_path).read_old_tour(tiny) == (None, None, "")
    assert Saves(tmp_path).find_state(tiny) is None


def test_names_are_made_safe_for_every_file_system(tiny: World, tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    for name in ("../../evil", "CON", "a/b\\c", "x" * 300, "über Nacht"):
        saves.write_point(name, tiny, begin_tour(tiny))
    points = saves.tour_folder(tiny).points
    assert len(list(points.iterdir())) == 5
    assert all(len(path.name) < 80 and path.stem != "con" for path in points.iterdir())
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == set(points.iterdir())


def test_a_folder_that_cannot_be_made_raises_an_oserror(tiny: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OSError, match="file"):
        Saves(tmp_path / "file" / "saves").write_point("one", tiny, begin_tour(tiny))


def test_a_failed_write_leaves_the_old_point_whole(
    tiny: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    saves = Saves(tmp_path)
    saves.write_point("one", tiny, begin_tour(tiny, seed=1))
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space"):
            saves.write_point("one", tiny, begin_tour(tiny, seed=2))
    assert saves.read_point("one", tiny).state == begin_tour(tiny, seed=1)
