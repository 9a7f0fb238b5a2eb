"""Limits of the tour on both sides: slips, lists cut short, lengths of lines, what is nearest, what comes first."""

from unittest.mock import ANY

import pytest
from msgspec.structs import replace

from game.pack.ledger import Entity
from game.pack.world import Room, Thing, World
from game.tour import events as e
from game.tour.choices import Choices
from game.tour.commands import Chosen
from game.tour.finding import find_elsewhere, find_nouns, find_place, find_topics_near
from game.tour.history import History, Past
from game.tour.lexicon import MAX_ROOM_INDEXES, Lexicon
from game.tour.parser.completion import MAX_COMPLETIONS, find_completions
from game.tour.parser.directions import read_way
from game.tour.parser.spelling import correct_slips
from game.tour.parser.wrapping import strip_words, unwrap
from game.tour.scope import Scope
from game.tour.session import MAX_LINE_CHARACTERS, Session
from game.tour.state import CARRIED, MAX_RECENT_FACTS, State, begin_tour, count_minutes
from game.tour.verbs.desk_steps import MAX_LINE_DIGITS
from game.tour.verbs.filing import MAX_FACT_DIGITS


def with_things(world: World, room_id: str, *names: str) -> World:
    """The world with more things in a room."""
    room = world.rooms[room_id]
    more = tuple(Thing(id=name, name=name, passages=room.things[0].passages) for name in names)
    return replace(world, rooms={**world.rooms, room_id: replace(room, things=(*room.things, *more))})


def with_rooms(world: World, *rooms: Room) -> World:
    """The world with more rooms at the end of its order."""
    return replace(world, rooms={**world.rooms, **{room.id: room for room in rooms}})


def with_names(world: World, *names: str) -> World:
    """The world with entities of those names alone."""
    like = world.entities["jane-roe"]
    made = {name: Entity(id=name, name=name, kind="person", gloss=like.gloss, facts=like.facts) for name in names}
    return replace(world, entities=made)


def at_start(world: World) -> Scope:
    return Scope(Lexicon(world), begin_tour(world))


# --- Slips ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name", "is_near"),
    [
        ("abcx", "abcd", True),  # four letters: one slip
        ("abx", "abc", False),  # three: none
        ("abxx", "abcd", False),
        ("lockeys", "lockies", True),  # seven: one
        ("lokceis", "lockies", False),  # seven: two
        ("lokcieis", "lockiesx", False),  # eight: three
        ("pulikvski", "pulikovsky", True),  # nine: two
        ("1235", "1234", False),
        ("house", "horse", False),  # an English word is itself
        ("abcd", "abcd", False),
        ("abcx efgh", "abcd efgh", True),
        ("abcx efgx", "abcd efgh", True),
        ("abcx efgh", "abcd", False),
        ("abcx zzzz", "abcd efgh", False),
    ],
)
def test_a_name_is_near_by_the_slips_in_each_word(typed: str, name: str, is_near: bool, tiny: World) -> None:
    assert find_topics_near(at_start(with_names(tiny, name)), typed) == ((name,) if is_near else ())


def test_three_names_at_most_are_offered_for_a_slip(tiny: World) -> None:
    names = [f"abc{letter}" for letter in "defg"]
    assert find_topics_near(at_start(with_names(tiny, *names)), "abcx") == tuple(names[:3])


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("rgu", ["rug"]),  # three letters
        ("rg", []),
        ("candels", ["candles"]),  # seven: one slip
        ("kandels", []),  # two
        ("lanternz", ["lanternx"]),
        ("landernz", ["lanternx"]),  # eight: two
        ("landelnz", []),  # three
        ("forwrad", ["forward"]),  # a way of more than four letters
        ("bcak", []),  # a way of four
        ("teh", ["the"]),
        ("777", []),
        ("two words", []),
    ],
)
def test_a_word_is_corrected_by_its_length(typed: str, taken: list[str], tiny: World) -> None:
    scope = at_start(with_things(tiny, "platform", "rug", "candles", "lanternx"))
    assert [slip.taken for slip in correct_slips(f"x {typed}", typed, scope)] == taken


def test_of_words_equally_near_all_are_offered_in_their_order_and_farther_ones_are_not(tiny: World) -> None:
    scope = at_start(with_things(tiny, "platform", "lanternz", "lanterny", "lamterna"))
    assert [slip.taken for slip in correct_slips("x lanternx", "lanternx", scope)] == ["lanterny", "lanternz"]
    slip = correct_slips("x lanternw lanternw", "lanternw", scope)[0]
    assert slip.line == "x lanterny lanterny"


@pytest.mark.parametrize("word", ["quti", "exti", "restrat"])
def test_what_cannot_be_taken_back_is_never_guessed(word: str, session: Session) -> None:
    (told,) = session.perform(word)
    assert isinstance(told, e.NotUnderstood)


def test_a_verb_is_guessed_only_where_the_line_begins(tiny: World) -> None:
    scope = at_start(tiny)
    assert [slip.taken for slip in correct_slips("inventroy", "inventroy", scope)] == ["inventory"]
    assert correct_slips("x inventroy", "inventroy", scope) == ()


# --- Names ------------------------------------------------------------------------------------------------------------


def test_of_two_rooms_of_one_name_the_one_next_door_is_meant(tiny: World) -> None:
    far = replace(tiny.rooms["end"], id="far", name="Lamp hall", exits={"back": "end"})
    world = with_rooms(tiny, far)
    for here, found in (("platform", ["salon"]), ("end", ["salon"]), ("far", ["salon", "far"])):
        assert [room.id for room in find_place(Scope(Lexicon(world), State(room=here)), "lamp")] == found


@pytest.mark.parametrize(("here", "found"), [("platform", "salon"), ("salon", "r3"), ("r3", "salon"), ("end", "salon")])
def test_what_is_not_here_is_nearest_and_of_two_as_near_further_back(here: str, found: str, tiny: World) -> None:
    """The rug lies in the salon (second room), and in r3 and r5 (fourth and sixth)."""
    salon, last = tiny.rooms["salon"], tiny.rooms["end"]
    rugs = [replace(last, id=room_id, name=room_id, things=salon.things[1:]) for room_id in ("r3", "r5")]
    empty = replace(last, id="r4", name="r4")
    world = with_rooms(tiny, rugs[0], empty, rugs[1])
    room = find_elsewhere(Scope(Lexicon(world), State(room=here)), "rug")
    assert room is not None
    assert room.id == found


def test_a_number_is_a_whole_name_or_none(tiny: World) -> None:
    scope = at_start(with_things(tiny, "platform", "box 7", "7 candles"))
    assert find_nouns(scope, "7") == ()
    assert [noun.id for noun in find_nouns(scope, "box")] == ["box 7"]


def test_a_person_spoken_of_is_a_topic(session: Session) -> None:
    session.perform("x jane roe")
    (told,) = session.perform("who is she")
    assert isinstance(told, e.EntityDescribed)


# --- Lists cut short --------------------------------------------------------------------------------------------------


def test_eight_completions_are_offered_and_a_word_within_after_two_letters(session: Session) -> None:
    assert MAX_COMPLETIONS == 8
    assert len(find_completions("help ", session.scope)) == 8
    assert "go to Green salon" not in [one.line for one in find_completions("go to s", session.scope)]
    assert "go to Green salon" in [one.line for one in find_completions("go to sa", session.scope)]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("x the wo", ["x the wooden bench"]),
        ("look. x wo", ["look. x wooden bench"]),
        ("look, then take pr", ["look, then take printed leaflet"]),
        ("x bench", ["x wooden bench"]),
        ("x wooden bench", []),  # nothing is left to add
        ("ben", ["bench"]),
        ("units ", ["units metric", "units imperial", "units both", "units source"]),
        ("units m", ["units metric"]),
        ("go to in", ["go to Inside"]),
    ],
)
def test_a_line_is_completed_at_its_end(line: str, offered: list[str], tiny: World) -> None:
    inside = replace(tiny.rooms["salon"], name="Inside")
    scope = at_start(replace(tiny, rooms={**tiny.rooms, "salon": inside}))
    found = [one.line for one in find_completions(line, scope)]
    assert found[: len(offered)] == offered
    assert offered or not found


def test_what_stands_after_a_verb_is_offered_after_a_space(session: Session) -> None:
    assert {one.kind for one in find_completions("take", session.scope)} == {"command"}
    assert {one.kind for one in find_completions("take ", session.scope)} == {"command", "thing"}
    assert [one.shown for one in find_completions("take", session.scope)] == ["take over"]


def test_a_thing_is_offered_once_and_topics_in_the_order_of_their_facts(session: Session) -> None:
    lines = [one.line for one in find_completions("x ", session.scope)]
    assert lines[0] == "x all"
    assert len([line for line in lines if "bench" in line]) == 1
    session.perform("x leaflet, f")
    topics = [one.shown for one in find_completions("who is ", session.scope) if one.kind == "topic"]
    assert topics == ["the lamp maker", "Jane Roe"]


def test_three_things_are_named_in_place_of_one_that_is_not_here(tiny: World) -> None:
    session = Session(with_things(tiny, "platform", "map", "clock"))
    for line in ("x zebra", "why zebra"):
        (told,) = session.perform(line)
        assert isinstance(told, e.NotUnderstood | e.Unanswered)
        assert [thing.id for thing in told.things] == ["bench", "leaflet", "map"], line


def test_help_names_two_things_and_two_ways(tiny: World) -> None:
    ways = {"in": "salon", "forward": "salon", "out": "salon"}
    platform = replace(tiny.rooms["platform"], exits=ways)
    (told,) = Session(replace(tiny, rooms={**tiny.rooms, "platform": platform})).perform("help")
    assert isinstance(told, e.HelpShown)
    assert told.here == ("X WOODEN BENCH", "X PRINTED LEAFLET", "IN", "FORWARD")


def test_twelve_facts_are_kept_as_the_latest() -> None:
    assert MAX_RECENT_FACTS == 12
    noted = State(room="a").note(tuple(f"f{n}" for n in range(13)))
    assert noted.recent == tuple(f"f{n}" for n in range(1, 13))


def test_the_indexes_of_many_rooms_stay_in_memory(tiny: World) -> None:
    assert Lexicon(tiny).room_names.cache_parameters()["maxsize"] == MAX_ROOM_INDEXES == 256


def test_digits_of_a_form_are_read_up_to_a_length() -> None:
    assert (MAX_FACT_DIGITS, MAX_LINE_DIGITS) == (6, 2)


# --- Lines ------------------------------------------------------------------------------------------------------------


def test_a_line_is_read_up_to_its_five_hundredth_character(session: Session) -> None:
    assert MAX_LINE_CHARACTERS == 500
    whole = "x bench" + " " * 485 + ". l"
    assert len(whole) == 495
    assert [type(event) for event in session.perform(whole)] == [e.ThingExamined, e.RoomShown]
    assert session.perform("x bench." + " " * 490 + ". look.")[-1] == e.NotRun(lines=("look.",))
    assert session.perform("x bench." + " " * 489 + ". look.")[-2:] == (ANY, e.NotRun(lines=("ook.",)))
    assert not any(isinstance(event, e.NotRun) for event in session.perform("look" + " " * 600))


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("please", "please"),
        ("please please", "please"),
        ("please look", "look"),
        ("look please", "look"),
        ("look now, please", "look"),
        ("now", "now"),
        ("could you please just look at the map now, please?", "look at the map"),
        ("i would like to look", "look"),
        ("i would look", "look"),
        ("i would like a look", "a look"),
        ("i think i will look", "look"),
        ("would you please look", "look"),
        ("am i allowed to look", "look"),
        ("how can i look", "look"),
        ("ask the conductor look", "look"),
        ("how fast is it", "how fast is it"),
        ("i'd look", "look"),
        ("go and look", "look"),
        ("", ""),
    ],
)
def test_politeness_is_taken_off_and_never_the_whole_line(line: str, bare: str) -> None:
    assert unwrap(line, ("conductor",)) == bare


@pytest.mark.parametrize(
    ("text", "count", "rest"),
    [
        ("look at  the Map!", 2, "the Map!"),
        ("look", 1, ""),
        ("look", 2, ""),
        ("look at", 0, "look at"),
        ("il-62 now", 1, "-62 now"),
        ("x the elder’s desk", 3, "desk"),
    ],
)
def test_words_are_taken_from_the_front_and_the_rest_stays_as_typed(text: str, count: int, rest: str) -> None:
    assert strip_words(text, count) == rest


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("turn on", None),
        ("turn up", None),
        ("get on", "forward"),
        ("go door", None),
        ("forward door", "forward"),
        ("forward zzz", None),
        ("zzz forward", None),
        ("use forward door", "forward"),
        ("use forward", None),
        ("the forward", "forward"),
        ("go", None),
        ("north door", "north"),
    ],
)
def test_a_way_is_one_word_with_what_may_stand_around_it(typed: str, way: str | None, tiny: World) -> None:
    found = read_way(tuple(typed.split()), at_start(tiny))
    assert (found.direction if found else None) == way


# --- Choices, history, state ------------------------------------------------------------------------------------------


def test_a_choice_is_made_by_its_place_and_both_means_all() -> None:
    every = Chosen(verb="examine", nouns=())
    choices = Choices([(("red box",), "x red box"), (("blue box", "second box"), "x blue box")], every)
    assert choices.names == ("1. red box", "2. blue box")
    table = {
        "1": "x red box",
        "2": "x blue box",
        "0": None,
        "3": None,
        "first": "x red box",
        "the second": "x blue box",
    }
    table |= {
        "third": None,
        "red": "x red box",
        "box": None,
        "second box": "x blue box",
        "i mean the blue one": "x blue box",
    }
    assert {line: choices.choose(line) for line in table} == table
    assert [choices.choose(line) for line in ("both", "all", "each")] == [every] * 3
    assert Choices([(("one",), "x one")]).choose("both") is None


def test_a_past_state_is_made_when_it_is_asked_for() -> None:
    class OnFile:
        room = "c"
        state = State(room="b")

    held = State(room="a")
    assert Past("f", held).state is held
    assert not Past("f", held).is_moved
    assert Past("f", OnFile()).state.room == "b"
    assert Past("f", OnFile()).is_moved


def test_what_came_in_since_is_forgotten() -> None:
    history = History([Past("f", State(room="a")), Past("f", State(room="b")), Past("f", State(room="c"))])
    history.forget_after(1)
    assert [past.state.room for past in history.past] == ["a"]


def test_a_session_goes_on_from_the_state_it_is_given(tiny: World) -> None:
    state = State(room="end", seed=3)
    history = History([Past("f", State(room="salon"))])
    session = Session(tiny, seed=9, state=state, history=history)
    assert session.state is state
    assert session.history is history
    assert (Session(tiny).state.seed, Session(tiny).open()[0].__class__) == (0, e.Opened)


def test_a_restored_point_keeps_how_figures_are_read(tiny: World) -> None:
    session = Session(tiny)
    session.perform("units metric")
    (shown, *_) = session.jump(State(room="end"), "restore one")
    assert isinstance(shown, e.RoomShown)
    assert (shown.is_first, bool(shown.passages)) == (False, True)
    assert (session.state.room, session.state.units) == ("end", "metric")
    assert session.history.past[-1].line == "restore one"


def test_a_room_with_a_number_counts_once(tiny: World) -> None:
    state = begin_tour(tiny)
    assert state.carriages == 0
    state = state.enter(tiny.rooms["salon"])
    assert (state.carriages, state.visited["salon"], state.asking) == (1, 0, "")
    later = replace(state, turn=5, asking="salon-rug").enter(tiny.rooms["salon"])
    assert (later.carriages, later.visited["salon"], later.asking) == (1, 0, "")
    assert replace(state, turn=5).enter(tiny.rooms["end"]).visited["end"] == 5


def test_what_lies_elsewhere_is_carried_in_the_order_of_its_id(tiny: World) -> None:
    moved = begin_tour(tiny).moved.insert("leaflet", CARRIED)
    assert [thing.id for thing in Scope(Lexicon(tiny), State(room="end", moved=moved)).carried] == ["leaflet", "ticket"]
    lying = moved.insert("leaflet", "end").insert("ticket", "end")
    assert [thing.id for thing in Scope(Lexicon(tiny), State(room="end", moved=lying)).lying] == ["leaflet", "ticket"]


def test_no_minute_goes_by_before_the_first_carriage(tiny: World) -> None:
    assert count_minutes(tiny, State(room="platform")) == 0
    assert count_minutes(replace(tiny, carriages=7), State(room="salon", carriages=3)) == 60 * 3 // 7
