"""The memory of a conversation, each part alone: what refers back, what waits, what was taught."""

import pytest

from game.pack.world import Thing, World
from game.tour.choices import Choices
from game.tour.commands import Chosen
from game.tour.dialogue import Dialogue
from game.tour.events import NoSuchChoice, RestartAsked, RestartDeclined


def thing(world: World, thing_id: str) -> Thing:
    everything = (*world.tour.everywhere, *(thing for room in world.rooms.values() for thing in room.things))
    return next(thing for thing in everything if thing.id == thing_id)


@pytest.fixture
def dialogue() -> Dialogue:
    return Dialogue()


def test_it_is_the_last_thing_and_them_are_all(dialogue: Dialogue, tiny: World) -> None:
    bench, leaflet = thing(tiny, "bench"), thing(tiny, "leaflet")
    dialogue.refer((bench, leaflet))
    assert dialogue.referents == {"it": (leaflet,), "them": (bench, leaflet)}


def test_him_is_a_person_of_the_train_or_of_the_articles(dialogue: Dialogue, tiny: World) -> None:
    porter, jane = thing(tiny, "porter"), tiny.entities["jane-roe"]
    dialogue.refer((porter, thing(tiny, "bench")))
    assert [noun.id for noun in dialogue.referents["him"]] == ["porter"]
    dialogue.refer((jane,))
    assert [noun.id for noun in dialogue.referents["him"]] == ["jane-roe"]


def test_a_room_is_there_and_leaves_it_as_it_was(dialogue: Dialogue, tiny: World) -> None:
    bench, salon = thing(tiny, "bench"), tiny.rooms["salon"]
    dialogue.refer((bench,))
    dialogue.refer((salon,))
    assert dialogue.referents["there"] == (salon,)
    assert dialogue.referents["it"] == (bench,)


def test_nothing_named_changes_nothing(dialogue: Dialogue, tiny: World) -> None:
    dialogue.refer((thing(tiny, "bench"),))
    before = dict(dialogue.referents)
    dialogue.refer(())
    assert dialogue.referents == before


def two_doors(world: World) -> Choices:
    doors = (thing(world, "forward-door"), thing(world, "rear-door"))
    named = [((door.name, *door.names), Chosen(verb="examine", nouns=(door,))) for door in doors]
    return Choices(named, Chosen(verb="examine", nouns=doors))


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("1", ["forward-door"]),
        ("2", ["rear-door"]),
        ("the second one", ["rear-door"]),
        ("rear", ["rear-door"]),
        ("both", ["forward-door", "rear-door"]),
        ("door", None),
        ("look", None),
        ("eighth", None),
    ],
)
def test_a_choice_is_made_by_number_order_name_or_both(
    dialogue: Dialogue, tiny: World, line: str, ids: list[str] | None
) -> None:
    dialogue.choices = two_doors(tiny)
    chosen = dialogue.choose(line)
    assert ([noun.id for noun in chosen.nouns] if isinstance(chosen, Chosen) else chosen) == ids
    assert dialogue.choices is None


@pytest.mark.parametrize("number", ["0", "3", "99"])
def test_a_number_that_is_no_choice_is_refused_and_the_choice_goes_on(
    dialogue: Dialogue, tiny: World, number: str
) -> None:
    dialogue.choices = two_doors(tiny)
    assert dialogue.choose(number) == NoSuchChoice(typed=number, choices=("1. forward door", "2. rear door"))
    assert isinstance(dialogue.choose("2"), Chosen)


def test_without_a_choice_a_number_is_a_line_like_any_other(dialogue: Dialogue) -> None:
    assert dialogue.choose("2") is None


def test_a_line_is_corrected_once_whatever_its_capitals(dialogue: Dialogue) -> None:
    assert not dialogue.is_correctable
    dialogue.remember_unknown("X the LAPM now", "lapm")
    assert dialogue.is_correctable
    assert dialogue.correct_unknown("lamp") == "X the lamp now"
    assert not dialogue.is_correctable


def test_a_word_that_is_not_in_the_line_replaces_the_whole(dialogue: Dialogue) -> None:
    dialogue.remember_unknown("...", "nothing")
    assert dialogue.correct_unknown("look") == "look"


def test_hints_count_up_for_one_subject_and_begin_anew_for_another(dialogue: Dialogue) -> None:
    assert [dialogue.count_hint("lamp"), dialogue.count_hint("lamp"), dialogue.count_hint("rug")] == [1, 2, 1]
    assert dialogue.count_hint("lamp") == 1


def test_a_short_form_is_taught_once_for_each_verb(dialogue: Dialogue) -> None:
    assert dialogue.is_lesson_due("examine", "X LAMP")
    assert not dialogue.is_lesson_due("examine", "X RUG")
    assert dialogue.is_lesson_due("take", "TAKE RUG")
    assert not dialogue.is_lesson_due("look", "")
    assert dialogue.is_lesson_due("look", "LOOK")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("yes", RestartAsked()),
        (" Yes! ", RestartAsked()),
        ("restart", RestartAsked()),
        ("no.", RestartDeclined()),
        ("look", None),
        ("", None),
    ],
)
def test_only_the_next_line_answers_the_offer_to_begin_anew(
    dialogue: Dialogue, line: str, answer: RestartAsked | RestartDeclined | None
) -> None:
    assert dialogue.settle_restart(line) is None
    dialogue.offer_restart()
    assert dialogue.settle_restart(line) == answer
    assert dialogue.settle_restart("yes") is None


def test_two_empty_lines_in_a_row_are_noticed(dialogue: Dialogue) -> None:
    typed = [True, True, True, False, True, True]
    assert [dialogue.note_line(is_empty=is_empty) for is_empty in typed] == [False, True, True, False, False, True]
