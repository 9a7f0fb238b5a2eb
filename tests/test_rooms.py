"""The pack we ship: nothing broken, nothing unreachable, nothing printed that cannot be asked about."""

from itertools import pairwise

import pytest

from game.content.load import load
from game.core.names import words
from game.core.paths import shipped
from game.pack.kinds import find_key, write_response
from game.pack.world import Room, World
from game.tour import events as e
from game.tour.finding import find_nouns
from game.tour.session import Session
from game.tour.state import State
from tests.exploring import explore_tour, read_room

MISTAKES = (e.NotUnderstood, e.Refused)


def standing_in(world: World, room: Room) -> Session:
    """A session in a room whose every thing has been looked at."""
    session = Session(world, state=State(room=room.id).enter(room))
    read_room(session)
    for thing in world.tour.everywhere:
        session.perform(f"x {thing.name}")
    return session


def test_there_are_no_problems_and_no_warnings() -> None:
    assert load(shipped("rooms")).problems == ()


def test_there_are_21_carriages_between_two_platforms(tour: World) -> None:
    numbers = [room.number for room in tour.rooms.values()]
    assert numbers == [None, *range(1, 22), None]


def test_forward_leads_through_the_whole_train_and_back_leads_home(tour: World) -> None:
    for room, following in pairwise(tour.rooms.values()):
        assert room.exits["forward"] == following.id
        assert following.exits["back"] == room.id


def test_at_most_five_carriages_are_more_than_staged(tour: World) -> None:
    standings = {room.id: room.standing for room in tour.rooms.values() if room.standing != "staged"}
    assert standings == {
        "office": "attested",
        "lounge": "attested",
        "conference": "implied",
        "dining": "attested",
        "transporter": "inferred",
    }


def test_every_carriage_has_things_questions_and_a_readable_text(tour: World) -> None:
    for room in tour.rooms.values():
        count = sum(len(passage.text.split()) for passage in room.passages)
        # On arrival little is told: the rest is found by looking and by working things.
        assert 30 <= count <= 68, f"{room.id}: {count} words"
        assert len({fact for passage in room.passages for fact in passage.facts}) <= 2, room.id
        assert any(thing.works is not None for thing in room.things), room.id
        assert len(room.things) >= 4, room.id
        assert len(room.items) >= 2 or room.number is None, room.id


def test_a_player_who_looks_at_everything_and_works_it_notes_every_fact(tour: World) -> None:
    session = Session(tour)
    session.open()
    explore_tour(session)
    for _ in range(4):
        session.perform("x carriage")
    assert set(tour.facts) - set(session.state.noted) == set()


def test_every_word_printed_in_a_room_is_answered_there(tour: World) -> None:
    unanswered = []
    for room in tour.rooms.values():
        session = standing_in(tour, room)
        texts = [room.plaque, *room.passages, *(passage for thing in room.things for passage in thing.passages)]
        for word in sorted({word for passage in texts for word in words(passage.text)}):
            events = session.perform(f"examine {word}")
            if any(isinstance(event, e.NotUnderstood) for event in events):
                unanswered.append(f"{room.id}: {word}")
    assert unanswered == []


def test_every_name_of_a_thing_finds_that_thing(tour: World) -> None:
    for room in tour.rooms.values():
        session = Session(tour, state=State(room=room.id).enter(room))
        for thing in room.things:
            # What a work holds is not seen before it is taken out.
            for name in () if thing.inside else (thing.name, *thing.names):
                found = find_nouns(session.scope, name)
                assert found == (thing,), f"{room.id}: {name!r} finds {[noun.id for noun in found]}"


def test_every_room_is_found_by_each_of_its_names(tour: World) -> None:
    scope = Session(tour).scope
    for room in tour.rooms.values():
        assert room in scope.lexicon.rooms.find(room.name), room.name
        if room.number is not None:
            assert scope.lexicon.rooms.find(f"carriage {room.number}") == (room,)


def test_every_entity_is_found_by_its_name_and_rests_on_its_facts(tour: World) -> None:
    scope = Session(tour).scope
    for entity in tour.entities.values():
        assert entity in scope.lexicon.entities.find(entity.name), entity.id
        for fact_id in entity.facts:
            assert fact_id in tour.facts


def test_no_question_rests_on_a_rumour_and_every_one_has_feedback(tour: World) -> None:
    for room in tour.rooms.values():
        for item in room.items:
            assert item.feedback
            assert not any(tour.facts[fact_id].rumour for fact_id in item.facts)


def test_a_question_on_a_point_where_sources_differ_names_its_source(tour: World) -> None:
    for room in tour.rooms.values():
        for item in room.items:
            conflicts = [
                tour.differences[d]
                for fact_id in item.facts
                for d in tour.differing.get(fact_id, ())
                if tour.differences[d].is_dispute
            ]
            if conflicts:
                assert "article" in " ".join((item.stem, *find_key(item, tour))).casefold(), item.id


@pytest.mark.parametrize("seed", [0, 7])
def test_a_player_who_knows_the_keys_answers_everything(tour: World, seed: int) -> None:
    session = Session(tour, seed)
    for _room in tour.rooms:
        for _ in session.scope.room.items:
            (asked,) = session.perform("question")
            assert isinstance(asked, e.ItemAsked)
            marked = session.perform(write_response(asked.shown, find_key(asked.shown.item, tour)))[0]
            assert isinstance(marked, e.ResponseMarked), asked.shown.item.id
            assert marked.mark == 1
        session.perform("forward")
    (scored,) = session.perform("score")
    assert isinstance(scored, e.Scored)
    assert scored.right == scored.items == sum(len(room.items) for room in tour.rooms.values()) >= 220
