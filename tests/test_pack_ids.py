"""What a player keeps is kept by the id of the pack: two packs never meet, whatever they are called."""

from pathlib import Path

from msgspec.structs import replace

from game.app.game import Game
from game.pack.world import World
from game.prose.text import render_text
from game.store.decks import path_of
from game.store.honour_file import FIRST_PACK, honour_folder, load_honours
from game.store.saves import MAX_TOUR_FOLDERS, Saves


def called(world: World, name: str) -> World:
    return replace(world, tour=replace(world.tour, id=name))


def test_no_two_packs_share_a_folder(tiny: World, tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    names = ("tiny", "tiny-2", "tiny-2-2", "tiny_2", "con", "con-2")
    folders = [folder.path for name in names for folder in saves.tour_folders(called(tiny, name))]
    assert len(folders) == len(names) * MAX_TOUR_FOLDERS
    shared = {path.name for path in folders if folders.count(path) > 1}
    assert shared == set()


def test_a_second_tour_of_an_earlier_version_is_still_found(tiny: World, tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    first = Game(tiny, saves)
    first.open()
    first.perform("f")
    first.close()
    (tmp_path / "tours" / "tiny").rename(tmp_path / "tours" / "tiny-2")
    assert saves.tour_folder(tiny, 2).path.name == "tiny-2"
    assert saves.tour_folder(tiny, 3).path.name != "tiny-3"
    other = called(tiny, "tiny-2")
    assert saves.tour_folder(other, 1).path.name == "tiny-2", "it is not this pack's, and is left as it is"
    assert "belongs to" in render_text(Game(other, saves).open(), None) or saves.find_state(other) is None


def test_honours_of_two_packs_do_not_mix(tiny: World, one_room: World, tmp_path: Path) -> None:
    game = Game(one_room, Saves(tmp_path))
    game.open(lessons=0)
    assert "every fact" in render_text(game.perform("x bench"), None)
    game.close()
    found = load_honours(honour_folder(tmp_path, "one-room"))
    assert isinstance(found, frozenset)
    assert "all-facts" in found
    assert load_honours(honour_folder(tmp_path, tiny.tour.id)) == frozenset()
    assert load_honours(honour_folder(tmp_path, FIRST_PACK)) == frozenset()


def test_honours_lie_by_id_and_ours_where_they_always_did(tour: World, tmp_path: Path) -> None:
    assert tour.tour.id == FIRST_PACK
    assert honour_folder(tmp_path, FIRST_PACK) == tmp_path
    folders = {honour_folder(tmp_path, name) for name in ("con", "con-2", "tiny", "tiny-2", "tiny_2")}
    assert len(folders) == 5
    assert honour_folder(tmp_path, "con").name == "con_"


def test_decks_of_two_packs_do_not_meet(tmp_path: Path) -> None:
    paths = {path_of(tmp_path, name, who) for name in ("tiny", "tiny-2", "con") for who in ("", "own", "2", "2.own")}
    assert len(paths) == 12
