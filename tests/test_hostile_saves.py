"""Saves by awkward names and from other times: nothing the player kept or carried is lost."""

import json
from pathlib import Path

import pytest

from game.app.game import Game
from game.pack.world import World
from game.prose.event_lines import render_event
from game.store.saves import Saves
from game.store.state_values import dump, parse
from game.tour import events as e
from game.tour.session import Session
from game.tour.state import CARRIED, MAX_RECENT_FACTS, State, begin_tour


def kept(world: World, **changed: object) -> State:
    state = parse(world, json.dumps(json.loads(dump(world, begin_tour(world))) | changed).encode())
    assert isinstance(state, State), state
    return state


def test_a_point_kept_as_running_is_not_the_tour_that_runs(tiny: World, tmp_path: Path) -> None:
    game = Game(tiny, Saves(tmp_path))
    game.open()
    told = game.perform("save running")[0].text
    game.perform("f")
    game.perform("restore running")
    if "Kept" in told:
        assert game.state.room == "platform", "the point was overwritten by the next turn"
    else:
        assert game.state.room == "salon", "refused, so nothing was to be restored"


@pytest.mark.parametrize("name", ["one", "Ärger im Zug", "con", "x" * 500, "a/../../b", "9", "…lounge…"])
def test_a_point_is_found_again_under_the_name_as_typed(name: str, tiny: World, tmp_path: Path) -> None:
    game = Game(tiny, Saves(tmp_path))
    game.open()
    game.perform(f"save {name}")
    game.perform("f")
    game.perform(f"restore {name}")
    assert game.state.room == "platform"
    tour = tmp_path / "tours" / "tiny"
    assert {path.parent for path in tmp_path.rglob("*.json")} <= {
        tmp_path,
        tour,
        tour / "points",
        tmp_path / "honours" / "tiny",
    }


def test_what_the_pack_gives_to_carry_is_there_even_if_the_save_does_not_know_it(tiny: World) -> None:
    state = kept(tiny, moved={})
    (carrying,) = Session(tiny, state=state).perform("i")
    assert isinstance(carrying, e.Carrying)
    assert [thing.id for thing in carrying.things] == ["ticket"]


def test_a_thing_left_in_a_room_that_is_gone_is_carried_or_back_in_its_place(tiny: World) -> None:
    state = kept(tiny, moved={"ticket": "dining", "leaflet": "dining"})
    assert state.moved.get("ticket") == CARRIED
    assert state.moved.get("leaflet") in (None, CARRIED)


def test_a_list_of_latest_facts_is_no_longer_than_it_would_be_in_play(tiny: World) -> None:
    state = kept(tiny, noted=dict.fromkeys(tiny.facts, "salon"), recent=["lamp-is-green"] * (MAX_RECENT_FACTS * 4))
    assert len(state.recent) <= MAX_RECENT_FACTS


def test_numbers_out_of_any_range_are_damage_or_are_mended(tiny: World) -> None:
    for number in (-1, 10**18, 10**40):
        state = parse(tiny, json.dumps(json.loads(dump(tiny, begin_tour(tiny))) | {"turn": number}).encode())
        assert state == "damaged" or (isinstance(state, State) and state.turn >= 0)


def test_a_save_that_is_a_folder_is_told_and_the_game_goes_on(tiny: World, tmp_path: Path) -> None:
    Saves(tmp_path).tour_folder(tiny).log.mkdir(parents=True)
    game = Game(tiny, Saves(tmp_path))
    assert "Nothing was deleted" in game.open()[0].text
    game.perform("f")
    assert game.state.room == "salon"


def test_a_line_that_is_told_again_on_undo_is_made_safe_and_short(tiny: World) -> None:
    for line in ("x \u202ebench\u202e", "x " + "the " * 120 + "bench"):
        session = Session(tiny)
        session.perform(line)
        (undone, *_) = session.perform("undo")
        assert isinstance(undone, e.Undone), line
        (told, *_) = render_event(undone, tiny)
        assert "\u202e" not in told.text
        assert len(told.text) < 200
