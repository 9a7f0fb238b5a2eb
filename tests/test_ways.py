"""Directions: those a pack declares, ways back by their opposites, and what is said where no way leads."""

import shutil
from pathlib import Path

import pytest

from game.content.load import load
from game.pack.ways import USUAL_WAYS, Ways
from game.pack.world import World
from game.prose.event_lines import render_event
from game.tour.session import Session
from tests.conftest import TINY

TOUR = """
id: well
title: The Well
tagline: Two rooms and a rope
start: yard
finish: yard
origin: Here
destination: There
minutes: 0
opening: [{text: "You look in.", staged: true}]
about: [{text: "A made-up tour for tests.", staged: true}]
"""
ROOM = """
id: {id}
name: {name}
standing: staged
plaque: {{text: "Ours.", staged: true}}
alt: A place.
passages: [{{text: "Stones.", staged: true}}]
{exits}
"""
WAYS = """
ways:
  roots: {opposite: crown, words: [rootwards, e], lines: [let go], no_way: "Here are the roots."}
  crown: {}
no_way: "The trunk does not grow {way}."
"""


def make_pack(folder: Path, tour: str, yard: str, shaft: str) -> Path:
    """A pack of a yard and a shaft, with the sources of the tiny pack."""
    folder.mkdir()
    shutil.copy(TINY / "sources.yaml", folder)
    (folder / "tour.yaml").write_text(tour, encoding="utf-8")
    (folder / "00-yard.yaml").write_text(ROOM.format(id="yard", name="Yard", exits=yard), encoding="utf-8")
    (folder / "01-shaft.yaml").write_text(ROOM.format(id="shaft", name="Shaft", exits=shaft), encoding="utf-8")
    return folder


def find_errors(folder: Path) -> list[str]:
    """What is fatally wrong with a pack, in words."""
    return [problem.message for problem in load(folder).problems if problem.is_fatal]


def play(world: World, *lines: str) -> list[str]:
    """The last paragraph that each line was answered with."""
    session = Session(world)
    session.open()
    return [render_event(session.perform(line)[-1], world)[-1].text for line in lines]


def load_world(folder: Path) -> World:
    """The world in a folder that must have no error."""
    world = load(folder).world
    assert world is not None, load(folder).problems
    return world


def test_every_usual_way_has_one_opposite_and_is_the_opposite_of_it() -> None:
    opposites = Ways({}).opposites
    assert set(opposites) == set(USUAL_WAYS)
    assert all(opposites[opposites[way]] == way != opposites[way] for way in USUAL_WAYS)


def test_no_usual_word_means_two_ways() -> None:
    words = [word for way, one in USUAL_WAYS.items() for word in (way, *one.words)]
    assert len(words) == len(set(words))


def test_an_exit_written_on_one_side_leads_back_by_its_opposite(tmp_path: Path) -> None:
    world = load_world(make_pack(tmp_path / "p", TOUR, "exits: {down: shaft}", ""))
    assert world.rooms["shaft"].exits == {"up": "yard"}
    assert play(world, "d", "upstairs") == ["Up to Yard.", "Down to Shaft."]


def test_both_sides_may_still_be_written_and_need_be_no_opposites(tmp_path: Path) -> None:
    world = load_world(make_pack(tmp_path / "p", TOUR, "exits: {down: shaft}", "exits: {out: yard}"))
    assert world.rooms["shaft"].exits == {"out": "yard"}


def test_a_way_back_is_not_put_where_another_way_leads(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", TOUR, "exits: {down: shaft}", "exits: {up: shaft}")
    assert [message for message in find_errors(folder) if "no exit back" in message]


def test_an_exit_that_is_one_way_has_none_back(tmp_path: Path) -> None:
    world = load_world(make_pack(tmp_path / "p", TOUR, "exits: {down: shaft}\none_way: [down]", ""))
    assert world.rooms["shaft"].exits == {}
    assert play(world, "down", "up") == [
        "No way leads out of here.",
        "No way leads up from here. No way leads out of here.",
    ]


def test_a_declared_way_has_its_words_lines_opposite_and_refusal(tmp_path: Path) -> None:
    world = load_world(make_pack(tmp_path / "p", TOUR + WAYS, "exits: {roots: shaft}", ""))
    assert world.rooms["shaft"].exits == {"crown": "yard"}
    for line in ("roots", "go rootwards", "e", "let go"):
        assert play(world, line) == ["Crown to Yard."], line
    assert play(world, "crown", "west", "roots", "roots")[:2] == [
        "The trunk does not grow crown. Roots to Shaft (not visited).",
        "The trunk does not grow west. Roots to Shaft (not visited).",
    ]
    assert play(world, "roots", "roots")[1] == "Here are the roots. Crown to Yard."


def test_a_way_whose_words_others_have_taken_is_no_name_for_an_exit(tmp_path: Path) -> None:
    ways = "ways: {roots: {words: [east, e, eastward, eastwards]}}"
    folder = make_pack(tmp_path / "p", TOUR + ways, "exits: {east: shaft}", "exits: {west: yard}")
    (message,) = find_errors(folder)
    assert message.startswith("no word is left that means 'east'")


def test_a_way_of_two_words_can_be_typed_in_each_form(tmp_path: Path) -> None:
    world = load_world(make_pack(tmp_path / "p", TOUR, "exits: {north-east: shaft}", ""))
    for line in ("ne", "north-east", "go north east", "northeast"):
        assert play(world, line) == ["South-west to Yard."], line


def test_a_tour_of_one_room_can_be_played(tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "p", TOUR, "", "")
    (folder / "01-shaft.yaml").unlink()
    world = load_world(folder)
    session = Session(world)
    events = session.open(3)
    for line in ("x plaque", "look", "exits", "hint", "", "go", "up", "go to yard", "help", "wave", "zebra"):
        events += session.perform(line)
    told = " ".join(line.text for event in events for line in render_event(event, world))
    assert "LOOK reads this again" in told
    assert "No way leads up from here." in told


LADDER = """
ways: {down: {words: [ladder, lift, swim, rope]}}
"""


@pytest.mark.parametrize(
    "line",
    "ladder|take the ladder|use ladder|climb the ladder|go by ladder|enter the lift|ride the lift|swim|swim across|go "
    "swim|down the stairs|go down the stair|take the stairs down|climb down the steps".split("|"),
)
def test_a_word_that_a_pack_gives_to_a_way_wins_over_verbs(line: str, tmp_path: Path) -> None:
    world = load_world(make_pack(tmp_path / "well", TOUR + LADDER, "exits: {down: shaft}", ""))
    session = Session(world)
    session.open()
    session.perform(line)
    assert session.state.room == "shaft"


@pytest.mark.parametrize("line", ["use rope", "take rope", "x ladder", "take ladder bolts", "swim to the ladder bolts"])
def test_a_thing_in_sight_wins_over_a_way_that_is_called_alike(line: str, tmp_path: Path) -> None:
    things = """
    things: [{id: rope, name: rope, passages: [{text: "It is tarred.", staged: true}]}]
    """
    yard = "exits: {down: shaft}\n" + things.strip()
    world = load_world(make_pack(tmp_path / "well", TOUR + LADDER, yard, ""))
    session = Session(world)
    session.open()
    session.perform(line)
    assert session.state.room == "yard"
