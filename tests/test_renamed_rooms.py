"""Rooms that a later version of a pack calls otherwise, or no longer has: a kept tour goes on, and says where."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.app.game import Game
from game.content.load import load
from game.pack.renaming import follow_renamed
from game.pack.world import Room, World
from game.prose.text import render_text
from game.store.saves import Saves
from tests.conftest import ONE_ROOM


def later(lighthouse: World, renamed: Mapping[str, str], gone: tuple[str, ...] = ()) -> World:
    """The lighthouse as a later version may have it."""
    new = {former: follow_renamed(renamed, former) for former in renamed if former in lighthouse.rooms}

    def change(room: Room) -> Room:
        exits = {way: new.get(target, target) for way, target in room.exits.items() if target not in gone}
        return replace(room, id=new.get(room.id, room.id), exits=exits)

    rooms = {new.get(name, name): change(room) for name, room in lighthouse.rooms.items() if name not in gone}
    return replace(lighthouse, rooms=rooms, tour=replace(lighthouse.tour, renamed=dict(renamed)))


def kept_in(lighthouse: World, folder: Path, *lines: str) -> None:
    game = Game(lighthouse, Saves(folder))
    game.open(lessons=0)
    for line in lines:
        game.perform(line)
    game.perform("save here")
    game.close()


def test_a_tour_in_a_renamed_room_goes_on_there(lighthouse: World, tmp_path: Path) -> None:
    kept_in(lighthouse, tmp_path, "in", "x photo", "down", "x nothing")
    game = Game(later(lighthouse, {"kitchen": "mess", "mess": "galley"}), Saves(tmp_path))
    assert "is now called Kitchen. Your tour goes on there." in render_text(game.open(), None)
    assert game.state.room == "galley"
    assert set(game.state.visited) == {"landing", "galley"}
    assert set(game.state.noted.values()) == {"landing", "galley"}
    game.perform("up")
    assert game.state.room == "watch-room"
    game.close()
    again = Game(later(lighthouse, {"kitchen": "mess", "mess": "galley"}), Saves(tmp_path))
    assert "now called" not in render_text(again.open(), None)
    assert again.state.room == "watch-room"
    assert "is now called Kitchen. Your tour goes on there." in render_text(again.perform("restore here"), None)
    assert again.state.room == "galley"
    again.perform("up")
    again.perform("save upstairs")
    again.perform("down")
    assert "called" not in render_text(again.perform("restore upstairs"), None)


def test_a_tour_in_a_room_that_is_gone_goes_on_in_the_last_one_left(lighthouse: World, tmp_path: Path) -> None:
    kept_in(lighthouse, tmp_path, "in", "up", "up")
    game = Game(later(lighthouse, {}, ("lamp-room", "gallery")), Saves(tmp_path))
    assert "the last one you entered that is left: Watch room." in render_text(game.open(), None)
    assert game.state.room == "watch-room"
    assert set(game.state.visited) == {"landing", "kitchen", "watch-room"}
    assert "Kitchen" in render_text(game.perform("down"), None)


def test_undo_to_a_room_that_is_gone_says_so(lighthouse: World, tmp_path: Path) -> None:
    kept_in(lighthouse, tmp_path, "in", "up", "up", "down", "x rope")
    game = Game(later(lighthouse, {}, ("lamp-room", "gallery")), Saves(tmp_path))
    assert "no longer" not in render_text(game.open(), None)
    assert "no longer" not in render_text(game.perform("undo"), None)
    gone = render_text(game.perform("undo"), None)
    assert "The place of that turn has another name now, or is no longer in this tour." in gone
    assert "The place of that turn" not in render_text(game.perform("undo"), None)


def test_an_earlier_tour_whose_room_is_gone_says_so(lighthouse: World, tmp_path: Path) -> None:
    kept_in(lighthouse, tmp_path, "in", "up", "up", "x lens")
    game = Game(later(lighthouse, {}, ("lamp-room", "gallery")), Saves(tmp_path))
    game.open(fresh=True)
    assert "no longer in this tour. It goes on in" in render_text(game.perform("tours 1"), None)
    assert game.state.room == "watch-room"


def test_a_thing_left_in_a_renamed_room_lies_there(lighthouse: World, tmp_path: Path) -> None:
    kept_in(lighthouse, tmp_path, "down", "take tag", "up", "in", "drop tag")
    game = Game(later(lighthouse, {"kitchen": "galley"}), Saves(tmp_path))
    game.open()
    assert game.state.moved["brass-tag"] == "galley"
    assert "Taken" in render_text(game.perform("take tag"), None)


def test_names_are_followed_to_their_end_and_never_for_ever() -> None:
    assert follow_renamed({"a": "b", "b": "c"}, "a") == "c"
    assert follow_renamed({"a": "b"}, "z") == "z"
    assert follow_renamed({"a": "b", "b": "c", "c": "a"}, "a") in "abc"
    assert follow_renamed({"a": "a"}, "a") == "a"


@pytest.mark.parametrize(
    ("renamed", "problem"),
    [
        ("{bank: pond}", ""),
        ("{bank: shore, shore: pond}", ""),
        ("{bank: shore, shore: bank}", "lead round in a circle"),
        ("{bank: bank}", "lead round in a circle"),
        ("{pond: pond}", "still the id of a room"),
        ("{bank: pnd}", "Did you mean 'pond'"),
    ],
)
def test_renamed_rooms_are_checked(renamed: str, problem: str, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(ONE_ROOM, pack)
    with (pack / "tour.yaml").open("a", encoding="utf-8") as tour:
        tour.write(f"renamed: {renamed}\n")
    found = [str(each) for each in load(pack).problems]
    assert (found == []) if not problem else all(problem in each for each in found) and found
