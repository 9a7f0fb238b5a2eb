"""Cards that are read and refused with a reason, piles that are turned, and refusals that give nothing away."""

import re
import shutil
from pathlib import Path

import pytest

from game.content.load import load
from game.pack.works import Sort
from game.pack.world import World
from game.prose.event_lines import render_event
from game.tour.events import MoreToNote, NotRun, ThingExamined
from game.tour.session import Session
from tests.conftest import TINY, loaded

ROOMS = Path(__file__).parent.parent / "rooms"
WORKSHOP = Path(__file__).parent / "workshop.yaml"


@pytest.fixture(scope="module")
def world() -> World:
    return loaded(ROOMS)


def stand(world: World, room: str, *lines: str) -> Session:
    session = Session(world)
    session.state = session.state.enter(world.rooms[room])
    for line in lines:
        session.perform(line)
    return session


def say(session: Session, line: str) -> str:
    return "\n".join(
        line.text for event in session.perform(line) for line in render_event(event, session.lexicon.world)
    )


def test_every_card_has_words_and_every_place_a_meaning(world: World) -> None:
    sorts = [t.works for room in world.rooms.values() for t in room.things if isinstance(t.works, Sort)]
    assert len(sorts) == 4
    for sort in sorts:
        assert all(card.reads for card in sort.cards.values()), sort.see
        assert set(sort.stands) == set(sort.places), sort.see


def test_no_card_says_the_name_of_its_place(world: World) -> None:
    """A card that says where it goes leaves nothing to judge."""
    for room in world.rooms.values():
        for thing in room.things:
            for card in thing.works.cards.values() if isinstance(thing.works, Sort) else ():
                assert isinstance(thing.works, Sort)
                names = " ".join(card.names).casefold().split()
                place = {word for name in thing.works.places[card.at] for word in name.casefold().split()}
                assert not place.intersection(names), card.names


READINGS = ("x french wine label", "read french wine", "french wine label", "look at the french wine label")


@pytest.mark.parametrize("line", READINGS)
def test_a_card_is_read_by_its_name(world: World, line: str) -> None:
    session = stand(world, "cellar")
    assert say(session, line).startswith("French wine label: “Copied from article A alone")
    assert "Bordeaux" not in say(session, line)


def test_several_cards_are_read_and_all_by_the_name_of_the_pile(world: World) -> None:
    session = stand(world, "cellar")
    both = say(session, "read bordeaux and cognac labels")
    assert both.count("label: “") == 2
    assert "French" not in both
    assert say(session, "x labels").count("label: “") == 5
    assert "left wall (Kim Jong Il’s time), glass case (Kim Jong Un’s time)" in say(session, "x labels")


def test_a_card_that_hangs_says_where(world: World) -> None:
    session = stand(world, "cellar", "put french wine on shelf")
    assert "It is in its place: shelf." in say(session, "x french wine label")
    assert "in its place" not in say(session, "x cognac label")


def test_a_misfit_says_why_and_offers_a_hint_after_two(world: World) -> None:
    session = stand(world, "cellar")
    first = say(session, "put french wine on glass case")
    assert "Glass case: Kim Jong Un’s time." in first
    assert "no name, no year" in first
    assert "HINT" not in first
    assert "HINT" in say(session, "put french wine on left wall")
    say(session, "put french wine on shelf")
    assert "HINT" not in say(session, "put cognac on shelf")


@pytest.mark.parametrize("place", ["shelf", "open shelf", "the shelf, please"])
def test_a_bare_place_answers_where(world: World, place: str) -> None:
    session = stand(world, "cellar")
    assert "Where?" in say(session, "put french wine")
    assert "lies down on the shelf" in say(session, place)


def test_a_bare_card_answers_which(world: World) -> None:
    session = stand(world, "cellar")
    assert "Name one of them" in say(session, "put label on shelf")
    assert "lies down on the shelf" in say(session, "french wine")
    assert "Name one of them" in say(session, "put labels")
    assert "Where?" in say(session, "cognac")
    assert "takes a stand" in say(session, "case")


def test_a_question_of_ours_is_left_by_any_other_line(world: World) -> None:
    session = stand(world, "cellar", "put french wine")
    assert "Cases of red" in say(session, "x chest") or "wine-from-paris" in session.state.noted
    assert "five-labels" not in session.state.worked


TURNINGS = ("read second card", "the next card", "x other card", "read the other cards too", "turn the second card")


@pytest.mark.parametrize("line", TURNINGS)
def test_the_next_card_of_a_pile_is_read(world: World, line: str) -> None:
    session = stand(world, "hangar", "open drawer")
    assert "jet-not-named" not in session.state.noted
    assert "You turn to the second card." in say(session, line)
    assert "jet-not-named" in session.state.noted
    assert "second flight card lies on top" in say(session, "read second card")


def test_all_cards_are_turned_at_once_and_one_by_one(world: World) -> None:
    session = stand(world, "moscow")
    assert "The first card is" in say(session, "turn card")
    assert "The second card is" in say(session, "and the second card")
    assert "The third card is" in say(session, "turn the other cards too")
    at_once = say(stand(world, "moscow"), "turn over all cards")
    assert all(f"The {nth} card is" in at_once for nth in ("first", "second", "third"))


def test_one_card_is_turned_by_a_plain_line(world: World) -> None:
    session = stand(world, "moscow", "turn cards")
    assert session.state.worked["visiting-cards"] == "first"


def test_one_action_is_done_by_any_word_of_hands(world: World) -> None:
    assert "The blind comes down" in say(stand(world, "office"), "open blind")
    assert "Two flight cards" in say(stand(world, "hangar"), "turn drawer")
    # What is contrary, or means something else, is not done.
    for line in ("close drawer", "cut drawer", "order drawer"):
        session = stand(world, "hangar")
        say(session, line)
        assert "cabin-drawer" not in session.state.worked, line


def test_a_refusal_names_nothing_that_was_not_read(world: World) -> None:
    plane = stand(world, "family")
    assert "GLASS" not in say(plane, "cut toy plane")
    say(plane, "x toy plane")
    assert "LIFT GLASS" in say(plane, "cut toy plane")
    rack = stand(world, "guards")
    assert "BRASS KEY" not in say(rack, "cut rack for caps")
    say(rack, "x rack for caps")
    assert "TAKE BRASS KEY" in say(rack, "cut rack for caps")
    drawers = stand(world, "sealed")
    assert "something that you have not seen yet" in say(drawers, "cut strip on sealed drawers")
    drawers.state = drawers.state.enter(world.rooms["press"]).enter(world.rooms["sealed"])
    assert "need the pair of scissors" in say(drawers, "cut strip on sealed drawers")


def test_the_example_of_a_lesson_is_open(world: World) -> None:
    session = Session(world)
    session.open(lessons=3)
    session.state = session.state.enter(world.rooms["family"])
    said = [say(session, line) for line in ("put kim il sung on globe", "x slate", "x globe", "x frames", "look")]
    examples = re.findall(r"Try: (PUT KIM [A-Z ]+ ON [A-Z ]+)\.", "\n".join(said))
    assert examples == ["PUT KIM JONG IL ON TOY PLANE"]
    assert "over the plane" in say(session, examples[0])


LISTS = ("x slips, telexes, typewriters, basket, fern, scissors", "x typewriters", "x typewriter a, basket, slips")


@pytest.mark.parametrize("line", LISTS)
def test_a_list_prints_no_empty_heading_and_sends_nobody_back(world: World, line: str) -> None:
    session = stand(world, "press")
    happened = session.perform(line)
    more = {thing.id for event in happened if isinstance(event, MoreToNote) for thing in event.things}
    looked = [event.thing.id for event in happened if isinstance(event, ThingExamined)]
    assert looked
    assert not more.intersection(looked)
    lines = [line for event in happened for line in render_event(event, world)]
    for place, line_ in enumerate(lines):
        if line_.text.endswith(":"):
            assert lines[place + 1].text.startswith("+"), line_.text
    before = len(session.state.noted)
    for thing_id in looked:
        thing = next(thing for thing in session.scope.things if thing.id == thing_id)
        session.perform(f"x {thing.name}")
    assert len(session.state.noted) == before


def test_what_a_long_list_has_no_room_for_is_not_looked_at(world: World) -> None:
    session = stand(world, "press")
    happened = session.perform("x slips, basket, fern")
    assert [thing.id for event in happened if isinstance(event, MoreToNote) for thing in event.things] == [
        "unconfirmed-basket"
    ]
    assert "unconfirmed-basket" not in session.state.examined
    assert "dead-fern" in session.state.examined


def test_typewriters_are_both(world: World) -> None:
    session = stand(world, "press", "x typewriters")
    assert {"typewriter-a", "typewriter-b"} <= set(session.state.examined)
    assert "typewriter-b" not in stand(world, "press", "x typewriter").state.examined


def test_a_look_after_a_failure_is_done_and_a_deed_is_not(world: World) -> None:
    session = stand(world, "galley")
    happened = session.perform("open the drawer; read the stamped crates; take lobster")
    assert "stamped-crates" in {event.thing.id for event in happened if isinstance(event, ThingExamined)}
    assert NotRun(lines=("take lobster",)) in happened


HEARD = {
    "guards": {"play chess": "white piece", "put cap on my head": "down to your nose", "hang scarf on hook": "scarf"},
    "family": {"fly toy plane": "as far as its table", "throw toy plane": "land badly"},
    "transporter": {"drive the car": "drawn on"},
    "press": {"water fern": "no water", "cut slip with scissors": "its sources"},
    "conference": {"speak in microphone hello": "Nothing repeats it"},
    "armour": {"hit plate with weight": "The plate wins", "jump over plate": "stays where it is"},
}


@pytest.mark.parametrize(("room", "line"), [(room, line) for room, lines in HEARD.items() for line in lines])
def test_what_is_tried_is_answered_by_the_thing(world: World, room: str, line: str) -> None:
    assert HEARD[room][line] in say(stand(world, room), line)


def test_a_place_that_a_sort_does_not_have_is_reported(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    text = WORKSHOP.read_text("utf-8").replace(
        'misfit: "It falls down."',
        'stands: {lefft: the green side, right: the blue side}\n      misfit: "It falls down."',
    )
    (pack / "02-end.yaml").write_text(text, "utf-8")
    found = load(pack)
    assert [str(p.message) for p in found.problems if "lefft" in p.message]
    (pack / "02-end.yaml").write_text(text.replace("lefft", "left"), "utf-8")
    assert load(pack).world is not None
