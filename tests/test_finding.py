"""What is here, what a phrase names, and where facts stand: Scope, finding, Lexicon and FactIndex, each alone."""

import pytest

from game.pack.world import World
from game.tour.commands import Noun
from game.tour.fact_index import FactIndex
from game.tour.finding import (
    find_elsewhere,
    find_exact,
    find_mention,
    find_nouns,
    find_place,
    find_topic,
    find_topics_near,
    has_word,
)
from game.tour.lexicon import Lexicon, list_fixtures, list_number_names
from game.tour.scope import Scope
from game.tour.state import CARRIED, State, begin_tour


@pytest.fixture
def lexicon(tiny: World) -> Lexicon:
    return Lexicon(tiny)


@pytest.fixture
def scope(lexicon: Lexicon) -> Scope:
    return Scope(lexicon, begin_tour(lexicon.world))


def moved(scope: Scope, thing_id: str, place: str, *, here: str = "platform") -> Scope:
    """The scope with one thing moved, seen from a room."""
    state = scope.state
    return Scope(scope.lexicon, State(room=here, visited=state.visited, moved=state.moved.insert(thing_id, place)))


def ids(nouns: tuple[Noun, ...]) -> list[str]:
    return [noun.id for noun in nouns]


def test_a_room_holds_its_things_and_its_plaque_last(scope: Scope) -> None:
    assert ids(scope.things) == ["bench", "leaflet", "platform-plaque"]
    assert ids(list_fixtures(scope.room)) == ids(scope.things)
    assert ids(scope.carried) == ["ticket"]
    assert ids(scope.at_hand) == ["forward-door", "rear-door", "porter", "ticket"]


def test_what_is_carried_away_is_gone_and_what_is_left_lies_here(scope: Scope) -> None:
    carried = moved(scope, "leaflet", CARRIED)
    assert "leaflet" not in ids(carried.things)
    assert ids(carried.carried) == ["leaflet", "ticket"]
    left = moved(scope, "leaflet", "salon", here="salon")
    assert ids(left.lying) == ["leaflet"]
    assert ids(left.things)[-1] == "leaflet"


def test_a_thing_brought_home_does_not_lie_about_twice(scope: Scope) -> None:
    home = moved(scope, "leaflet", "platform")
    assert ids(home.lying) == []
    assert ids(home.things).count("leaflet") == 1


def test_the_example_is_a_look_and_then_the_way_on(scope: Scope) -> None:
    assert scope.example == "X WOODEN BENCH"
    seen = State(room="platform", examined=scope.state.examined.update({thing.id: 0 for thing in scope.things}))
    assert Scope(scope.lexicon, seen).example == "IN"


def test_rooms_are_known_next_door_first_and_then_as_they_were_visited(lexicon: Lexicon) -> None:
    visited = begin_tour(lexicon.world).visited.insert("end", 2).insert("salon", 1)
    assert ids(Scope(lexicon, State(room="end", visited=visited)).places_known) == ["salon", "platform"]
    assert ids(Scope(lexicon, State(room="platform", visited=visited)).places_known) == ["salon", "end"]


def test_rooms_visited_in_another_order_are_known_in_that_order(tour: World) -> None:
    first, *_, late, early, _, _ = tour.rooms
    visited = begin_tour(tour).visited.insert(early, 1).insert(late, 2)
    known = ids(Scope(Lexicon(tour), State(room=first, visited=visited)).places_known)
    assert known[-2:] == [early, late]
    together = visited.insert(early, 2)
    assert ids(Scope(Lexicon(tour), State(room=first, visited=together)).places_known)[-2:] == [late, early]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("bench", ["bench"]),
        ("the wooden bench", ["bench"]),
        ("door", ["forward-door", "rear-door"]),
        ("both doors", ["forward-door", "rear-door"]),
        ("ticket", ["ticket"]),
        ("rug", []),
        ("jane", ["lamp-maker", "jane-roe"]),
        ("2", []),
        ("it", []),
    ],
)
def test_a_phrase_names_what_is_here_and_entities_last(scope: Scope, phrase: str, found: list[str]) -> None:
    assert ids(find_nouns(scope, phrase)) == found


def test_a_pronoun_stands_for_a_thing_only_while_it_is_here(lexicon: Lexicon, tiny: World) -> None:
    bench, jane = tiny.rooms["platform"].things[0], tiny.entities["jane-roe"]
    referents: dict[str, tuple[Noun, ...]] = {"it": (bench,), "him": (jane,)}
    here = Scope(lexicon, State(room="platform"), None, referents)
    assert ids(find_nouns(here, "it")) == ["bench"]
    there = Scope(lexicon, State(room="salon"), None, referents)
    assert find_nouns(there, "it") == ()
    assert ids(find_nouns(there, "her")) == ["jane-roe"]


def test_what_lies_in_another_room_is_not_found(scope: Scope) -> None:
    assert ids(find_exact(scope, "leaflet")) == ["leaflet"]
    away = moved(scope, "leaflet", "salon")
    assert find_exact(away, "leaflet") == ()
    assert find_nouns(away, "leaflet") == ()


def test_a_topic_is_an_entity_before_it_is_a_thing(scope: Scope) -> None:
    assert ids(find_topic(scope, "maker")) == ["lamp-maker"]
    assert ids(find_topic(scope, "bench")) == ["bench"]
    assert find_topics_near(scope, "jaen roe") == ("Jane Roe",)
    assert find_topics_near(scope, "jane row") == (), "an English word is no slip"
    assert find_topics_near(scope, "zzzz") == ()


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("salon", ["salon"]),
        ("1", ["salon"]),
        ("carriage one", ["salon"]),
        ("car 1", ["salon"]),
        ("last car", ["end"]),
        ("the beginning", ["platform"]),
        ("2", []),
        ("kitchen", []),
    ],
)
def test_a_place_is_named_by_name_number_or_end_of_the_train(scope: Scope, phrase: str, found: list[str]) -> None:
    assert ids(find_place(scope, phrase)) == found


def test_a_room_without_a_number_has_no_names_of_numbers(tiny: World) -> None:
    assert list_number_names(tiny.rooms["salon"], tiny.tour.nouns) == ("1", "carriage 1", "car 1", "wagon 1")
    assert list_number_names(tiny.rooms["platform"], tiny.tour.nouns) == ()


def test_a_thing_of_another_room_is_known_to_be_there(scope: Scope) -> None:
    room = find_elsewhere(scope, "carpet")
    assert room is not None
    assert room.id == "salon"
    assert find_elsewhere(scope, "bench") is None
    assert find_elsewhere(scope, "dragon") is None


def test_a_word_of_a_text_is_found_once_the_text_was_read(scope: Scope) -> None:
    assert find_mention(scope, "the train") is not None
    assert find_mention(scope, "benches") is not None
    assert find_mention(scope, "said to be blue") is None
    read = State(room="platform", examined=scope.state.examined.insert("leaflet", 0))
    assert find_mention(Scope(scope.lexicon, read), "blue lamp") is not None
    assert find_mention(scope, "it") is None


def test_words_of_names_in_reach_are_known(scope: Scope) -> None:
    assert all(has_word(scope, word) for word in ("wooden", "ticket", "door", "roe", "salon"))
    assert not has_word(scope, "rug")


def test_facts_are_found_by_room_by_entity_and_by_word(tiny: World) -> None:
    index = FactIndex(tiny)
    assert list(index.places) == list(tiny.facts)
    assert list(index.find_rooms("lamp-is-green")) == ["salon"]
    assert list(index.find_rooms("lamp-is-blue")) == ["platform"]
    assert index.find_rooms("no-fact") == ()
    assert ids(index.find_entities(["lamp-is-blue", "lamp-is-green", "lamp-is-blue"])) == ["jane-roe", "lamp-maker"]
    assert list(index.find_by_word("rug")) == ["rug-is-old"]
    assert "lamp-is-green" in index.find_by_word("maker")
    assert index.find_by_word("dragon") == ()
    assert index.strengths == {"reported": 2, "stated": 1, "speculated": 1}


def test_every_thing_of_the_tour_is_counted_with_the_plaques(lexicon: Lexicon) -> None:
    assert lexicon.examinable == 4 + 3 + 3 + 1
    assert set(lexicon.portable) == {"ticket", "leaflet"}
