"""Which tour a window gets: the kept one, one beside it, or none that can be kept."""

import errno
import os
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from game.pack.world import World
from game.store.ownership import OWNER_FILE, Owner
from game.store.saves import MAX_TOUR_FOLDERS, Saves
from game.store.state_values import dump, to_plain
from game.store.tour_folder import TourFolder
from game.store.tour_opening import NotReadable, NotWritable, OpenedTour, OpenElsewhere, WasDamaged, open_tour
from game.store.turn_log import TurnLog
from game.store.turn_records import FORMAT, Head
from game.tour.state import State, begin_tour


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    """The folder of a player."""
    return Saves(tmp_path)


def keep(folder: TourFolder, world: World, tour: str = "tiny", room: str = "salon", turns: int = 0) -> None:
    """A tour on file, with as many turns."""
    state = msgspec.structs.replace(begin_tour(world), room=room)
    log = TurnLog[State](folder.log, to_plain)
    log.begin(Head(format=FORMAT, tour=tour, seed=3, at="2026-11-27T10:00:00+00:00"), state)
    for number in range(turns):
        log.append(f"line {number}", (), state, [])


def name_folder(opened: OpenedTour) -> str | None:
    return opened.folder.path.name if opened.folder else None


def test_windows_get_tours_beside_each_other_until_nine_are_open(tiny: World, saves: Saves) -> None:
    assert MAX_TOUR_FOLDERS == 9
    first = open_tour(saves, tiny)
    assert (name_folder(first), first.is_apart, first.is_reading, first.notices) == ("tiny", False, False, ())
    others = [open_tour(saves, tiny, is_apart=True, takes_over=True) for _ in range(8)]
    assert [name_folder(each) for each in others] == [f"tiny__{number}" for number in range(2, 10)]
    assert {(each.is_apart, each.is_reading) for each in others} == {(True, False)}
    assert all(each.ownership and each.ownership.holds() for each in (first, *others))
    assert open_tour(saves, tiny, is_apart=True) == OpenedTour(None, is_apart=True)


def test_a_second_window_reads_and_knows_since_when_the_tour_is_open(tiny: World, saves: Saves) -> None:
    keep(saves.tour_folder(tiny), tiny)
    first = open_tour(saves, tiny)
    assert first.state is not None
    assert first.state.room == "salon"
    second = open_tour(saves, tiny)
    assert (second.is_reading, second.ownership, second.state) == (True, None, first.state)
    (notice,) = second.notices
    assert isinstance(notice, OpenElsewhere)
    assert isinstance(notice.since, datetime)
    owner = Owner(token="x", since="long ago", machine="other", process=1)
    (saves.tour_folder(tiny).path / OWNER_FILE).write_bytes(msgspec.json.encode(owner))
    assert open_tour(saves, tiny).notices == (OpenElsewhere(None),)
    third = open_tour(saves, tiny, takes_over=True)
    assert (third.is_reading, third.notices, third.state) == (False, (), first.state)


def test_a_second_window_sees_nothing_of_a_tour_that_it_cannot_read(tiny: World, saves: Saves) -> None:
    first = open_tour(saves, tiny)
    keep(saves.tour_folder(tiny), tiny, "other", "salon")
    second = open_tour(saves, tiny)
    assert (second.turns, second.state, second.is_reading) == (None, None, True)
    assert first.ownership is not None


def test_a_tour_of_another_pack_is_left_alone_and_one_beside_it_begins(tiny: World, saves: Saves) -> None:
    folder = saves.tour_folder(tiny)
    keep(folder, tiny, "other")
    opened = open_tour(saves, tiny)
    assert (name_folder(opened), opened.is_apart) == ("tiny__2", True)
    assert opened.notices == (NotReadable(folder.log, "foreign"),)
    assert not (folder.path / OWNER_FILE).exists()  # it is let go


@pytest.mark.parametrize(("turns", "used"), [(3, 2), (1, 0)])
def test_a_damaged_tour_says_how_much_of_it_is_used(turns: int, used: int, tiny: World, saves: Saves) -> None:
    folder = saves.tour_folder(tiny)
    keep(folder, tiny, turns=turns)
    data = folder.log.read_bytes()
    folder.log.write_bytes(data[:-5])
    opened = open_tour(saves, tiny)
    (notice,) = opened.notices
    assert isinstance(notice, WasDamaged)
    last = f"line {used - 1}" if used else ""
    assert (notice.turns, notice.last, notice.unread, notice.goes_on) == (used, last, 1, True)
    assert notice.copy.read_bytes() == data[:-5]


def test_of_a_tour_that_is_rubbish_nothing_is_used(tiny: World, saves: Saves) -> None:
    folder = saves.tour_folder(tiny)
    folder.path.mkdir(parents=True)
    folder.log.write_bytes(b"rubbish")
    opened = open_tour(saves, tiny)
    (notice,) = opened.notices
    assert isinstance(notice, WasDamaged)
    assert notice == WasDamaged(notice.copy, 0, "", 0, goes_on=False)
    assert (opened.state, opened.words, opened.is_apart) == (None, None, False)


@pytest.mark.parametrize(
    ("bad", "why"),
    [(OSError(errno.EROFS, os.strerror(errno.EROFS)), "Read-only file system"), (OSError("gone"), "gone")],
)
def test_a_folder_that_cannot_be_written_is_told_and_the_tour_in_it_read(
    bad: OSError, why: str, tiny: World, saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise bad

    keep(saves.tour_folder(tiny), tiny)
    monkeypatch.setattr("game.store.ownership.Ownership.claim", refuse)
    opened = open_tour(saves, tiny)
    assert (opened.notices, opened.ownership, opened.is_apart) == ((NotWritable(why),), None, False)
    assert opened.state is not None
    assert opened.state.room == "salon"
    apart = open_tour(saves, tiny, is_apart=True)
    assert (name_folder(apart), apart.is_apart) == ("tiny__2", True)


def test_an_old_tour_begins_the_first_folder_and_none_beside_it(tiny: World, saves: Saves) -> None:
    saves.old_tour.write_bytes(dump(tiny, msgspec.structs.replace(begin_tour(tiny), room="end")))
    opened = open_tour(saves, tiny)
    assert opened.state is not None
    assert (opened.state.room, opened.turns) == ("end", None)
    assert open_tour(saves, tiny, is_apart=True).state is None
    assert opened.ownership is not None
    opened.ownership.release()
    saves.old_tour.write_bytes(b"{")
    opened = open_tour(saves, tiny)
    assert (opened.state, opened.notices) == (None, (NotReadable(saves.old_tour, "damaged"),))
