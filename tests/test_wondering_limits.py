"""Where an answer is told, what is offered in its place, and what hints and journeys name first."""

import pytest
from msgspec.structs import replace

from game.pack.ledger import Entity, Fact
from game.pack.world import Passage, World
from game.tour import events as e
from game.tour.session import Session
from game.tour.state import State, begin_tour
from game.tour.verbs.hinting import MAX_LEVEL
from game.tour.verbs.noting import list_known_journeys
from game.tour.verbs.registry import VERBS
from game.tour.verbs.wondering import MAX_FACTS_TOLD, MAX_NEAR_FACTS, MAX_TOPICS_OFFERED


def telling(world: World, claims: dict[str, str], told: dict[str, tuple[str, ...]]) -> World:
    """The world with more facts, and with things that tell them in rooms: room id -> ids of facts, a thing each."""
    facts = {
        one: Fact(id=one, claim=claim, cites=("A¶1",), strength="stated", kind="attribute")
        for one, claim in claims.items()
    }
    like = world.rooms["platform"].things[0]
    rooms = dict(world.rooms)
    for room_id, ids in told.items():
        room = rooms.get(room_id) or replace(world.rooms["end"], id=room_id, name=room_id)
        things = tuple(
            replace(
                like,
                id=f"{room_id}-{one}",
                name=f"{one} card",
                names=(),
                replies={},
                passages=(Passage(text=".", facts=(one,)),),
            )
            for one in ids
        )
        rooms[room_id] = replace(room, things=(*room.things, *things))
    return replace(world, facts={**world.facts, **facts}, rooms=rooms)


def ask(world: World, line: str, *noted: str, room: str = "platform") -> e.Event:
    session = Session(world, state=begin_tour(world).enter(world.rooms[room]).note(noted))
    return session.perform(line)[0]


TEAPOTS = {f"t{n}": f"The teapot has spout {n}." for n in range(5)}


def test_a_verb_takes_a_turn_or_is_about_the_conversation_or_neither() -> None:
    turns = "go look examine ask wonder work take drop question answer skip"
    assert {verb.id for verb in VERBS if verb.is_turn} == set(turns.split())
    memory = "source, hint, undo, redo, again, oops, take over, continue, restart, guide"
    assert {verb.id for verb in VERBS if verb.is_about_memory} == set(memory.split(", "))


def test_as_much_is_told_at_once_as_fits_a_reply(tiny: World) -> None:
    assert (MAX_FACTS_TOLD, MAX_TOPICS_OFFERED, MAX_NEAR_FACTS, MAX_LEVEL) == (3, 2, 2, 3)
    world = telling(tiny, TEAPOTS, {"platform": tuple(TEAPOTS)})
    told = ask(world, "which teapot is told")
    assert isinstance(told, e.ToldElsewhere)
    assert [thing.name for thing in told.things] == ["t0 card", "t1 card", "t2 card"]
    recalled = ask(world, "which teapot is told", *TEAPOTS)
    assert isinstance(recalled, e.Recalled)
    assert [fact.id for fact in recalled.facts] == ["t0", "t1", "t2"]


@pytest.mark.parametrize(
    ("told", "here", "room"),
    [
        ({"salon": ("t0",), "end": ("t0",)}, "platform", "salon"),  # as much in each: the nearer one
        ({"salon": ("t0",), "r3": ("t0",)}, "end", "salon"),
        ({"salon": ("t0",), "r3": ("t0", "t1")}, "platform", "r3"),  # more in one, which tells the best answer
        ({"salon": ("t0",), "r3": ("t1", "t2")}, "platform", "salon"),  # the best answer decides
        ({"r3": ("t1",)}, "platform", "r3"),  # the best one is told nowhere
    ],
)
def test_an_answer_is_told_where_its_best_fact_is(
    told: dict[str, tuple[str, ...]], here: str, room: str, tiny: World
) -> None:
    world = telling(tiny, {key: TEAPOTS[key] for key in ("t0", "t1", "t2")}, told)
    pointed = ask(world, "which teapot is told", room=here)
    assert isinstance(pointed, e.ToldElsewhere)
    assert (pointed.room.id, pointed.is_here, pointed.things) == (room, False, ())


def test_what_is_told_nowhere_is_no_answer(tiny: World) -> None:
    silent = ask(telling(tiny, {"t0": TEAPOTS["t0"]}, {}), "which teapot is told")
    assert isinstance(silent, e.Unanswered)


def test_a_person_is_offered_first_and_then_what_is_no_person(tiny: World) -> None:
    like = tiny.entities["jane-roe"]
    kinds = {"p1": "person", "o1": "object", "p2": "person", "o2": "object"}
    made = {one: Entity(id=one, name=one, kind=kind, gloss=".", facts=like.facts) for one, kind in kinds.items()}  # type: ignore[arg-type]
    for order, offered in (
        ("p1 p2 o1", ["p1", "o1"]),
        ("o1 o2 p1", ["p1", "o1"]),
        ("o1 o2", ["o1", "o2"]),
        ("p1 p2", ["p1", "p2"]),
    ):
        world = replace(tiny, entities={one: made[one] for one in order.split()})
        silent = ask(world, "why zebra")
        assert isinstance(silent, e.Unanswered)
        assert [entity.id for entity in silent.entities] == offered, order


def test_what_a_question_names_is_offered_before_what_was_not_seen(tiny: World) -> None:
    silent = ask(tiny, "is the leaflet a zebra")
    assert isinstance(silent, e.Unanswered)
    assert ([thing.id for thing in silent.things], silent.is_named) == (["leaflet"], True)
    every = State(
        room="platform",
        examined=begin_tour(tiny).examined.update(dict.fromkeys(("bench", "leaflet", "platform-plaque"), 0)),
    )
    (again,) = Session(tiny, state=every).perform("why zebra")
    assert isinstance(again, e.Unanswered)
    assert ([thing.id for thing in again.things], again.is_named) == (["bench", "leaflet", "platform-plaque"], False)


def test_of_what_is_near_two_facts_are_told_and_where_the_rest_is(tiny: World) -> None:
    world = telling(tiny, TEAPOTS, {"end": ("t3",)})
    jane = replace(tiny.entities["jane-roe"], facts=("t0", "t1", "t2", "t3"))
    world = replace(world, entities={"jane-roe": jane})
    near = ask(world, "when did jane roe zebra", "t0", "t1", "t2")
    assert isinstance(near, e.NearTold)
    assert ([fact.id for fact in near.facts], near.room and near.room.id) == (["t0", "t1"], "end")
    whole = ask(world, "when did jane roe zebra", "t0", "t1", "t2", "t3")
    assert isinstance(whole, e.NearTold)
    assert whole.room is None


def test_three_facts_of_a_paragraph_are_recalled(tiny: World) -> None:
    explained = ask(telling(tiny, TEAPOTS, {}), "what is A¶1", *TEAPOTS)
    assert isinstance(explained, e.TourExplained)
    assert [fact.id for fact in explained.facts] == ["t0", "t1", "t2"]
    assert explained.cite == "A¶1"


def test_hints_name_the_thing_with_most_that_is_new(tiny: World) -> None:
    world = telling(tiny, TEAPOTS, {"platform": ("t0",)})
    rich = replace(
        world.rooms["platform"].things[0],
        id="rich",
        name="rich",
        replies={},
        passages=(Passage(text=".", facts=("t1", "t2")),),
    )
    platform = world.rooms["platform"]
    world = replace(world, rooms={**world.rooms, "platform": replace(platform, things=(*platform.things, rich))})
    given = ask(world, "hint")
    assert isinstance(given, e.HintGiven)
    assert [thing.id for thing in given.things] == ["rich", "leaflet", "platform-t0"]
    assert [fact.id for fact in given.facts] == ["t1", "t2", "lamp-is-blue", "t0"]
    later = ask(world, "hint", "t1")
    assert isinstance(later, e.HintGiven)
    assert [thing.id for thing in later.things] == ["leaflet", "platform-t0", "rich"]


def test_journeys_stand_in_the_order_of_their_dates_and_one_without_a_date_last(tiny: World) -> None:
    (once,) = tiny.tour.journeys
    dated = {"c": "March 2019", "a": "2018", "n": "some day", "b": "January 2019"}
    journeys = tuple(replace(once, id=one, when=when) for one, when in dated.items())
    other = replace(once, id="unknown", facts=("rug-is-old",))
    tour = replace(tiny.tour, journeys=(*journeys, other))
    state = begin_tour(tiny)
    assert list_known_journeys(tour, state) == ()
    assert [journey.id for journey in list_known_journeys(tour, state.note(("lamp-is-green",)))] == ["a", "b", "c", "n"]


def test_one_fact_of_a_journey_makes_it_known(tiny: World) -> None:
    (once,) = tiny.tour.journeys
    tour = replace(tiny.tour, journeys=(replace(once, facts=("lamp-is-green", "rug-is-old")),))
    assert len(list_known_journeys(tour, begin_tour(tiny).note(("rug-is-old",)))) == 1


def test_a_lesson_names_the_first_way_where_all_were_gone(tiny: World) -> None:
    session = Session(tiny)
    session.perform("f, f, b")
    session.perform("tutorial on")
    (*_, lesson) = session.perform("look")
    assert isinstance(lesson, e.LessonGiven)
    assert lesson.exit is not None
    assert (lesson.exit.direction, lesson.exit.is_visited) == ("back", True)


def test_a_tour_that_goes_on_shows_its_room_in_full_and_not_as_new(tiny: World) -> None:
    (shown, *_) = Session(tiny, state=begin_tour(tiny)).resume()
    assert isinstance(shown, e.RoomShown)
    assert (shown.is_first, len(shown.passages)) == (False, 1)
    at_end = Session(tiny, state=State(room="end"))
    assert not any(isinstance(event, e.Arrived) for event in at_end.resume())


def test_a_thing_that_is_tried_before_it_was_seen_is_shown_without_its_name(session: Session) -> None:
    acted, shown, *_ = session.perform("push leaflet")
    assert isinstance(acted, e.Acted)
    assert isinstance(shown, e.ThingExamined)
    assert (acted.noun, shown.is_labelled) == (shown.thing, False)
    (first, *_) = session.perform("push bench with leaflet")
    assert isinstance(first, e.Acted)
    assert first.noun is not None
    assert first.noun.id == "bench"
