"""Honours: earned by the whole train, kept for good."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from rpds import HashTrieMap

from game.app.game import Game
from game.core.disk import Unusable
from game.pack.world import World
from game.prose.text import render_text
from game.store import honour_file
from game.store.saves import Saves
from game.store.shared_file import Kept, NotKept
from game.tour.dispatch import ENDINGS, Ending
from game.tour.honours import find_honours
from game.tour.state import begin_tour


def load(folder: Path) -> frozenset[str]:
    found = honour_file.load_honours(folder)
    assert not isinstance(found, Unusable)
    return found


def test_nothing_is_reached_at_the_start(tour: World) -> None:
    assert find_honours(tour, begin_tour(tour)) == ()


@pytest.mark.parametrize(
    ("honour", "fields"),
    [
        ("all-carriages", {"carriages": 21}),
        ("clean-dispatch", {"filed": ENDINGS[-1]}),
    ],
)
def test_each_is_reached_by_what_it_is_for(tour: World, honour: str, fields: dict[str, object]) -> None:
    assert find_honours(tour, replace(begin_tour(tour), **fields)) == (honour,)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("has_newsroom", [True, False])
def test_a_report_is_clean_where_its_ending_leaves_nothing_to_correct(
    tour: World, ending: Ending, *, has_newsroom: bool
) -> None:
    world = tour if has_newsroom else replace(tour, newsroom=None)
    found = find_honours(world, replace(begin_tour(world), filed=ending))
    clean = {"front page", "lead story"} if has_newsroom else {"lead story"}
    assert found == (("clean-dispatch",) if ending in clean else ())


def test_all_facts_and_all_differences_are_honours_of_their_own(tour: World) -> None:
    noted = HashTrieMap(dict.fromkeys(tour.facts, "cellar"))
    assert find_honours(tour, replace(begin_tour(tour), noted=noted)) == ("all-facts",)
    compared = HashTrieMap(dict.fromkeys(tour.differences, "differ"))
    assert find_honours(tour, replace(begin_tour(tour), compared=compared)) == ("all-differences",)
    less = compared.remove(next(iter(tour.differences)))
    assert find_honours(tour, replace(begin_tour(tour), compared=less)) == ()
    differing = next(iter(tour.differing))
    assert "all-facts" not in find_honours(tour, replace(begin_tour(tour), noted=noted.remove(differing)))


def test_what_was_earned_stays(tmp_path: Path) -> None:
    assert honour_file.earn(tmp_path, "all-carriages") == Kept()
    assert honour_file.earn(tmp_path, "perfect-exam") == Kept()
    assert load(tmp_path) == {"all-carriages", "perfect-exam"}


@pytest.mark.parametrize("data", [b"", b"{", b"3", b"\xff"])
def test_a_damaged_file_is_set_aside_under_a_name_that_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / honour_file.FILE).write_bytes(data)
    assert isinstance(honour_file.load_honours(tmp_path), Unusable)
    assert honour_file.earn(tmp_path, "all-facts") == Kept("honours.aside")
    assert (tmp_path / "honours.aside").read_bytes() == data
    assert load(tmp_path) == {"all-facts"}


def test_honours_that_cannot_be_kept_are_told_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert isinstance(honour_file.earn(tmp_path / "file", "all-facts"), NotKept)


def test_the_game_tells_an_honour_when_it_is_reached_and_lists_them(tour: World, tmp_path: Path) -> None:
    game = Game(tour, Saves(tmp_path))
    game.open()
    told = ""
    for _ in range(25):
        told += render_text(game.perform("forward"), None)
    assert told.count("★ Walked through: every carriage entered.") == 1
    assert "all-carriages" in load(tmp_path)
    listed = render_text(game.perform("honours"), None)
    assert "1 of 5 honours" in listed
    assert "★ Walked through" in listed
    another = Game(tour, Saves(tmp_path))
    another.open(fresh=True)
    assert render_text(another.perform("honours"), None) == listed
