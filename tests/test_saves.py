import errno
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from game.pack.world import World
from game.store.saves import FoundSave, Saves
from game.store.state_values import dump, parse, seal, to_plain
from game.store.turn_log import TurnLog
from game.store.turn_records import FORMAT, Head
from game.tour.dispatch import MAX_DISPATCH_LINES
from game.tour.session import Session
from game.tour.state import CARRIED, LESSON_COUNT, MAX_RECENT_FACTS, State, begin_tour
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
    assert saves.read_point("other", tiny) == FoundSave(None)


def test_no_save_is_no_trouble(tiny: World, tmp_path: Path) -> None:
    assert Saves(tmp_path).read_old_tour(tiny) == FoundSave(None)
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


def read_changed(world: World, **changes: object) -> State:
    """The state that is read where some fields of a save were changed; None takes a field out."""
    kept = json.loads(dump(world, begin_tour(world))) | changes
    state = parse(world, json.dumps({name: value for name, value in kept.items() if value is not None}).encode())
    assert isinstance(state, State), state
    return state


@pytest.mark.parametrize(
    ("moved", "left"),
    [
        ({"leaflet": "salon"}, {"ticket": CARRIED, "leaflet": "salon"}),
        ({"leaflet": CARRIED, "ticket": "end"}, {"ticket": "end", "leaflet": CARRIED}),
        ({"leaflet": "cellar"}, {"ticket": CARRIED}),
        ({"bench": "salon", "gone": "salon"}, {"ticket": CARRIED}),
    ],
)
def test_a_thing_lies_where_it_was_put_if_it_and_the_room_are_there(
    moved: dict[str, str], left: dict[str, str], tiny: World
) -> None:
    assert dict(read_changed(tiny, moved=moved).moved) == left


def test_only_what_the_pack_has_is_known_and_only_numbered_rooms_are_carriages(tiny: World) -> None:
    state = read_changed(
        tiny,
        room="end",
        turn=9,
        visited={"platform": 1, "salon": 2, "cellar": 3},
        noted={"lamp-is-green": "salon", "rug-is-old": "cellar", "gone": "salon"},
        examined={"bench": 1, "rug": 2, "ticket": 3, "porter": 4, "salon-plaque": 5, "gone": 6, "cellar-plaque": 7},
        answered={"salon-rug": ["True"], "salon-colour": "green", "gone": ["x"]},
        recent=["gone", "lamp-is-green"],
        asking="salon-rug",
        draft=[["lamp-is-green", "plain"], ["gone", "plain"]],
        filed="nowhere",
        carriages=7,
    )
    assert dict(state.visited) == {"platform": 1, "salon": 2, "end": 9}
    assert state.carriages == 1
    assert dict(state.noted) == {"lamp-is-green": "salon"}
    assert dict(state.examined) == {"bench": 1, "rug": 2, "ticket": 3, "porter": 4, "salon-plaque": 5}
    assert dict(state.answered) == {"salon-rug": ("True",), "salon-colour": ("green",)}
    assert (state.recent, state.asking) == (("lamp-is-green",), "salon-rug")
    assert [fact_id for fact_id, _ in state.draft] == ["lamp-is-green"]
    assert state.filed == ""


@pytest.mark.parametrize(
    ("lessons", "given"), [(-1, 0), (0, 0), (LESSON_COUNT, LESSON_COUNT), (LESSON_COUNT + 1, LESSON_COUNT)]
)
def test_lessons_and_turns_are_brought_into_their_range(lessons: int, given: int, tiny: World) -> None:
    assert read_changed(tiny, lessons=lessons).lessons == given
    assert [read_changed(tiny, turn=turn).turn for turn in (-1, 0, 1)] == [0, 0, 1]


def test_lists_are_cut_to_what_play_would_hold(tiny: World) -> None:
    facts = list(tiny.facts)
    recent = [facts[number % len(facts)] for number in range(MAX_RECENT_FACTS + 1)]
    assert read_changed(tiny, recent=recent).recent == tuple(recent[1:])
    assert read_changed(tiny, recent=recent[1:]).recent == tuple(recent[1:])
    draft = [[facts[number % len(facts)], "plain"] for number in range(MAX_DISPATCH_LINES + 1)]
    assert [list(line) for line in read_changed(tiny, draft=draft).draft] == draft[:-1]


def test_a_save_from_before_there_was_a_dispatch_is_read(tiny: World) -> None:
    old = read_changed(tiny, draft=None, filed=None, lessons=None, units=None, digest=None)
    assert (old.draft, old.filed, old.lessons, old.units) == ((), "", 0, "source")


def test_a_version_later_by_one_is_newer_and_a_digest_has_16_digits(tiny: World) -> None:
    kept = json.loads(dump(tiny, begin_tour(tiny)))
    assert kept["version"] == 1
    assert parse(tiny, json.dumps(kept | {"version": 2}).encode()) == "newer"
    assert isinstance(parse(tiny, json.dumps(kept | {"version": 0}).encode()), State)
    assert re.match(rb'\{"sum":"[0-9a-f]{16}",', seal(dump(tiny, begin_tour(tiny))))


def test_up_to_nine_tours_of_a_pack_lie_beside_each_other(tiny: World, tmp_path: Path) -> None:
    names = [folder.path.name for folder in Saves(tmp_path).tour_folders(tiny)]
    assert names == ["tiny", *(f"tiny__{number}" for number in range(2, 10))]
    assert Saves(tmp_path).tour_folder(tiny).path == tmp_path / "tours" / "tiny"


def test_points_are_named_in_order(tiny: World, tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    for name in ("b", "c", "a"):
        saves.write_point(name, tiny, begin_tour(tiny))
    assert saves.point_names(tiny) == ("a", "b", "c")


def test_where_the_player_stands_is_found_in_the_tour_or_in_that_of_an_earlier_version(
    tiny: World, tmp_path: Path
) -> None:
    saves = Saves(tmp_path)
    assert saves.find_state(tiny) is None
    saves.old_tour.write_bytes(dump(tiny, State(room="end")))
    found = saves.find_state(tiny)
    assert found is not None
    assert found.room == "end"
    log = TurnLog[State](saves.tour_folder(tiny).log, to_plain)
    head = Head(format=FORMAT, tour="tiny", seed=3, at="2026-11-27T10:00:00+00:00")
    for room, stands in (("salon", "salon"), ("cellar", None)):
        log.begin(head, State(room=room))
        found = saves.find_state(tiny)
        assert (found.room if found else None) == stands
