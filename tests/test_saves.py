import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from game.pack.world import World
from game.store.saves import RUNNING, Saves, dump, parse
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


@pytest.mark.parametrize(
    "data", [b"", b"{", b"null", b"\xff\xfe", b"[]", b'{"version": 1}', b'{"version": 1, "tour": "tiny"}']
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


def test_a_bad_save_is_set_aside_and_never_deleted(tiny: World, tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.path(RUNNING).write_bytes(b"rubbish")
    found = saves.read(RUNNING, tiny)
    assert (found.state, found.trouble) == (None, "damaged")
    assert (tmp_path / found.aside).read_bytes() == b"rubbish"
    assert not saves.path(RUNNING).exists()
    saves.path(RUNNING).write_bytes(b"more rubbish")
    assert saves.read(RUNNING, tiny).aside != found.aside


def test_no_save_is_no_trouble(tiny: World, tmp_path: Path) -> None:
    assert Saves(tmp_path).read(RUNNING, tiny) == (None, None, "")


def test_names_are_made_safe_for_every_file_system(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    for name in ("../../evil", "CON", "a/b\\c", "x" * 300, "über Nacht"):
        assert saves.path(name).parent == tmp_path / "saves"
        assert len(saves.path(name).name) < 80


def test_a_player_cannot_overwrite_the_running_tour_by_name(tiny: World, tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.write("Running", tiny, begin_tour(tiny, seed=1))
    saves.write(RUNNING, tiny, begin_tour(tiny, seed=2))
    kept = saves.read("running-", tiny).state
    assert kept is None or kept.seed == 1
    assert saves.names() == ("running",)


def test_a_folder_that_cannot_be_made_raises_an_oserror(tiny: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OSError, match="file"):
        Saves(tmp_path / "file" / "saves").write(RUNNING, tiny, begin_tour(tiny))


def test_a_failed_write_leaves_the_old_save_whole(tiny: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    saves = Saves(tmp_path)
    saves.write(RUNNING, tiny, begin_tour(tiny, seed=1))
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        saves.write(RUNNING, tiny, begin_tour(tiny, seed=2))
    state = saves.read(RUNNING, tiny).state
    assert state is not None
    assert state.seed == 1
