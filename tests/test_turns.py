"""Line by line, what a turn reports: the event, and of whom or what it speaks."""

from itertools import chain
from typing import Any

import pytest
from msgspec.structs import replace

from game.pack.world import World
from game.tour import events as e
from game.tour.commands import Noun
from game.tour.honours import find_honours
from game.tour.parser.splitting import split
from game.tour.session import Session
from game.tour.state import LESSON_COUNT, State, begin_tour, count_minutes
from game.tour.verbs.acts import TRIED
from game.tour.work_looks import read_look


def first(session: Session, *lines: str) -> e.Event:
    """The first event of the last of some lines."""
    for line in lines:
        events = session.perform(line)
    return events[0]


def told(event: e.Event) -> tuple[str, Any]:
    """The name of an event, and the id of what it is about."""
    about: Any = next((getattr(event, field) for field in ABOUT if hasattr(event, field)), "")
    if isinstance(about, tuple):
        return type(event).__name__, [one.id for one in about]
    return type(event).__name__, getattr(about, "id", about)


ABOUT = ("thing", "entity", "nouns", "noun", "room", "name", "verb", "direction", "word")
"""Fields of events, the first of which says what an event is about."""


@pytest.mark.parametrize(
    ("line", "event", "about"),
    [
        ("look", "RoomShown", "platform"),
        ("x bench", "ThingExamined", "bench"),
        ("bench", "ThingExamined", "bench"),
        ("x bench, leaflet", "ThingExamined", "leaflet"),
        ("x it", "NotUnderstood", None),
        ("x jane", "Ambiguous", ["lamp-maker", "jane-roe"]),
        ("who is jane roe", "EntityDescribed", "jane-roe"),
        ("what is on the bench", "ThingExamined", "bench"),
        ("what is the salon", "PlaceNotHere", "salon"),
        ("go to bench", "ThingExamined", "bench"),
        ("go to jane roe", "UnknownPlace", None),
        ("go to door", "ExitsListed", "platform"),
        ("go to salon", "RoomShown", "salon"),
        ("go to end", "RoomsSkipped", None),
        ("go to platform", "AlreadyThere", "platform"),
        ("forward", "RoomShown", "salon"),
        ("back", "NoExit", "back"),
        ("left", "NoExit", "back"),
        ("take leaflet", "Taken", "leaflet"),
        ("take bench", "Replied", None),
        ("take jane roe", "NotAThing", "jane-roe"),
        ("drop ticket", "Dropped", "ticket"),
        ("drop bench", "NotCarried", "bench"),
        ("drop door", "NotCarried", "forward-door"),
        ("sit on bench", "Replied", None),
        ("smell bench", "Acted", "bench"),
        ("porter, look", "Acted", "porter"),
        ("porter: look", "Acted", "porter"),
        ("talk about jane roe", "EntityDescribed", "jane-roe"),
        ("notebook find", "NotebookFormUnknown", None),
        ("notebook find  ", "NotebookFormUnknown", None),
        ("help look at", "HelpShown", "examine"),
        ("help examine", "HelpShown", "examine"),
        ("help forward", "HelpShown", "go"),
        ("help zzz", "HelpShown", "zzz"),
        ("help", "HelpShown", ""),
        ("units metric", "UnitsSet", None),
        ("tutorial off", "TutorialSet", None),
        ("answer b", "NoQuestionWaits", None),
        ("skip", "NoQuestionWaits", None),
        ("quiz", "NoQuestionsHere", None),
        ("undo", "NothingToUndo", None),
        ("x all", "ThingExamined", "platform-plaque"),
        ("x all but plaque", "ThingExamined", "leaflet"),
        ("x all but bench, leaflet, plaque", "NothingToExamine", None),
    ],
)
def test_a_first_line_is_told_as_what_it_is(line: str, event: str, about: object, session: Session) -> None:
    found = dict(map(told, session.perform(line)))
    assert event in found
    assert about is None or found[event] == about


def test_an_order_to_a_person_is_obeyed_where_it_can_be_and_a_thing_takes_none(session: Session) -> None:
    assert isinstance(first(session, "bench, f"), e.ThingExamined), "a bench is looked at, and then one walks"
    assert session.state.room == "salon"


def test_a_tour_opens_with_its_words_its_room_and_a_lesson_where_they_are_wanted(tiny: World) -> None:
    events = Session(tiny).open()
    assert [type(event) for event in events] == [e.Opened, e.RoomShown]
    assert isinstance(events[1], e.RoomShown)
    assert events[1].is_first
    session = Session(tiny)
    *_, lesson = session.open(LESSON_COUNT)
    assert isinstance(lesson, e.LessonGiven)
    assert (lesson.number, lesson.thing) == (1, "wooden bench")
    assert lesson.exit is not None
    assert lesson.exit.direction == "in"
    assert (LESSON_COUNT, session.state.lessons) == (3, 2)


def test_lessons_name_what_was_not_looked_at_and_the_way_not_gone(tiny: World) -> None:
    session = Session(tiny)
    session.open(LESSON_COUNT)
    lesson = session.perform("x bench")[-1]
    assert isinstance(lesson, e.LessonGiven)
    assert (lesson.number, lesson.thing) == (2, "printed leaflet")
    session.perform("tutorial off")
    assert session.state.lessons == 0
    session.perform("tutorial on")
    assert session.state.lessons == LESSON_COUNT
    for line in ("x all", "f", "x all", "f", "x plaque"):
        events = session.perform(line)
    assert session.state.lessons == 0
    assert not isinstance(events[-1], e.LessonGiven)


def test_where_nothing_is_left_to_look_at_what_is_there_is_named_again(session: Session) -> None:
    before = first(session, "continue")
    assert isinstance(before, e.Oriented)
    assert [thing.id for thing in before.things] == ["bench", "leaflet", "platform-plaque"]
    assert not before.is_second
    after = first(session, "x all", "continue")
    assert isinstance(after, e.Oriented)
    assert [thing.id for thing in after.things] == ["bench", "leaflet", "platform-plaque"]
    some = first(Session(session.world), "x bench", "continue")
    assert isinstance(some, e.Oriented)
    assert [thing.id for thing in some.things] == ["leaflet", "platform-plaque"]


@pytest.mark.parametrize(("carriages", "minutes"), [(0, 0), (1, 57), (10, 571), (20, 1142), (21, 1200)])
def test_the_clock_goes_by_carriages_of_all(carriages: int, minutes: int, tour: World) -> None:
    assert tour.carriages == 21
    state = State(room=tour.tour.start, carriages=carriages)
    assert count_minutes(tour, state) == tour.tour.minutes * carriages // 21
    assert tour.tour.minutes != 1200 or count_minutes(tour, state) == minutes


def test_a_tour_has_seed_0_unless_another_is_wanted(tiny: World) -> None:
    assert Session(tiny).state.seed == 0
    assert Session(tiny, seed=7).state.seed == 7


def test_a_world_without_carriages_has_no_clock(tiny: World) -> None:
    assert count_minutes(replace(tiny, carriages=0), begin_tour(tiny)) == 0


def test_hints_name_the_richest_thing_first(tour: World) -> None:
    seen = 0
    for room in tour.rooms.values():
        # Without leads: a question that is chased comes first.
        session = Session(replace(tour, leads={}), state=begin_tour(tour).enter(room))
        given = first(session, "hint")
        if isinstance(given, e.HintGiven) and given.goal == "look" and given.facts:
            looks = [chain.from_iterable(read_look(tour, session.state, thing)) for thing in given.things]
            fresh = [len({f for passage in look for f in passage.facts} - set(session.state.noted)) for look in looks]
            assert fresh == sorted(fresh, reverse=True)
            seen += len(set(fresh)) > 1
    assert seen > 5


def test_a_hint_to_a_question_names_the_room_that_tells_it_or_none(session: Session) -> None:
    colour = first(session, "f", "quiz", "hint")
    assert isinstance(colour, e.HintGiven)
    assert colour.room is not None
    assert colour.room.id == "salon"
    rug = first(session, "a", "quiz", "hint")
    assert isinstance(rug, e.HintGiven)
    assert rug.room is None, "only the rug tells it, and it is named"
    assert [thing.id for thing in rug.things] == ["rug"]


def test_what_lies_about_can_be_taken_and_only_what_is_carried_dropped(session: Session) -> None:
    assert told(first(session, "take leaflet")) == ("Taken", "leaflet")
    assert told(first(session, "take leaflet"))[0] == "AlreadyCarried"
    assert told(first(session, "f", "drop leaflet")) == ("Dropped", "leaflet")
    shown = first(session, "look")
    assert isinstance(shown, e.RoomShown)
    assert [thing.id for thing in shown.things] == ["leaflet"]
    here: list[Noun] = list(session.scope.lying)
    assert [noun.id for noun in here] == ["leaflet"]


def test_what_comes_after_a_failure_is_not_run(session: Session) -> None:
    *_, stopped = session.perform("x bench, take zzz, f")
    assert isinstance(stopped, e.NotRun)
    assert session.state.room == "platform"
    ran = session.perform("x bench. f")
    assert session.state.room == "salon"
    assert not any(isinstance(event, e.NotRun) for event in ran)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("f.f.b", ("f", "f", "b")),
        ("f.zzz", ("f.zzz",)),  # a full stop inside a word parts it only where each piece is a command
        ("look at 1.look", ("look at 1.look",)),
        ("x bench and leaflet", ("x bench and leaflet",)),
        ("x bench and take it", ("x bench", "take it")),
    ],
)
def test_a_line_is_split_where_a_command_begins(line: str, parts: tuple[str, ...]) -> None:
    assert split(line) == parts


def test_a_thing_called_like_a_verb_is_looked_at(tiny: World) -> None:
    platform = tiny.rooms["platform"]
    watch = replace(platform.things[0], id="watch", name="watch", names=())
    rooms = {**tiny.rooms, "platform": replace(platform, things=(*platform.things, watch))}
    session = Session(replace(tiny, rooms=rooms))
    assert told(first(session, "watch")) == ("ThingExamined", "watch")


def test_the_short_form_that_is_taught_is_the_first_word_of_its_verb(session: Session) -> None:
    taught = [event for event in session.perform("take a look at the bench") if isinstance(event, e.Taught)]
    assert [event.short for event in taught] == ["X WOODEN BENCH"]
    taught = [event for event in session.perform("where can i go") if isinstance(event, e.Taught)]
    assert [event.short for event in taught] == ["EXITS"]
    taught = [event for event in Session(session.world).perform("pick up the leaflet") if isinstance(event, e.Taught)]
    assert [event.short for event in taught] in ([], ["TAKE PRINTED LEAFLET"])


def test_every_difference_is_found_for_the_honour_however_it_was_judged(tiny: World) -> None:
    state = begin_tour(tiny).note(("lamp-is-blue", "lamp-is-green"))
    assert "all-differences" not in find_honours(tiny, state)
    made = replace(state, compared=state.compared.insert("colour", "differ"))
    assert "all-differences" in find_honours(tiny, made)


def test_an_act_is_called_by_its_first_word() -> None:
    assert {act.id for act in TRIED} == {act.words[0] for act in TRIED}
