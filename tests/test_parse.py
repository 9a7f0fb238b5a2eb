from collections import Counter

import pytest

from game.pack.kinds import Distractor, Item, Number, Order, Short, show
from game.pack.world import World
from game.tour.commands import Answer, Go, GoTo, Text
from game.tour.events import Ambiguous, NotAnOption, NotUnderstood, NounMissing
from game.tour.lexicon import Lexicon
from game.tour.parser import parse, split
from game.tour.scope import Scope
from game.tour.session import Session
from game.tour.state import begin_tour
from game.tour.verbs.registry import VERB_BY_ID, VERBS
from game.tour.verbs.verb import AnyCommand, Command


def understood(session: Session, line: str) -> AnyCommand:
    result = parse(line, session.scope)
    assert isinstance(result, Command), result
    return result


def named(command: AnyCommand) -> list[str]:
    """Ids of the nouns of a command."""
    asked = command.object
    return [asked.room.id] if isinstance(asked, GoTo) else [noun.id for noun in asked.nouns]


def test_no_verb_stands_twice_in_the_registry() -> None:
    assert len(VERB_BY_ID) == len(VERBS)


SHARED = {"correct", "look", "see", "leave", "explore", "fill", "finish"}
"""Words of two verbs: one without an object and one with; or one of a newsroom and something tried in other packs."""


def test_no_phrase_means_two_verbs() -> None:
    """The words of deeds are those of TAKE and of acts: they mean a deed where a thing here answers it."""
    # In a pack with leads, WHAT NOW tells the job; in another pack it asks for help.
    rows = [verb for verb in VERBS if verb.takes.kind not in ("question", "work")]
    phrases = [(phrase, verb.needs == "leads") for verb in rows for phrase in verb.words]
    twice = {phrase for (phrase, _), number in Counter(phrases).items() if number > 1}
    assert twice == SHARED


@pytest.mark.parametrize(
    "line", ["x bench", "X BENCH!", "examine the wooden bench", "look at the “bench”", "bench", "look under seats"]
)
def test_many_ways_to_look_at_a_thing(session: Session, line: str) -> None:
    command = understood(session, line)
    assert command.verb.id == "examine"
    assert named(command) == ["bench"]


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("f", "forward"),
        ("go east", "forward"),
        ("walk to the rear", "back"),
        ("aboard", "in"),
        ("go off", "out"),
        ("B", "back"),
    ],
)
def test_many_words_for_a_way(session: Session, line: str, direction: str) -> None:
    command = understood(session, line)
    assert (command.verb.id, command.object) == ("go", Go(direction=direction))


def test_the_longest_phrase_wins(session: Session) -> None:
    assert understood(session, "look around").verb.id == "look"
    assert understood(session, "take back").verb.id == "undo"
    assert understood(session, "who is jane roe").verb.id == "ask"


def test_a_room_is_named_by_number_name_or_either_of_its_words(session: Session) -> None:
    for line in ("go to 1", "go to carriage 1", "go to the green salon", "enter salon", "1", "lamp room"):
        assert named(understood(session, line)) == ["salon"], line


def test_a_list_of_things_is_looked_at_one_by_one(session: Session) -> None:
    command = understood(session, "x bench, leaflet and ticket")
    assert named(command) == ["bench", "leaflet", "ticket"]


def test_a_word_that_fits_two_things_is_asked_back(session: Session) -> None:
    result = parse("x door", session.scope)
    assert isinstance(result, Ambiguous)
    assert {noun.id for noun in result.nouns} == {"forward-door", "rear-door"}


def test_the_word_not_understood_is_the_one_that_is_blamed(session: Session) -> None:
    noun = parse("x the shiny bench", session.scope)
    assert isinstance(noun, NotUnderstood)
    assert (noun.word, noun.is_noun) == ("shiny", True)
    verb = parse("frobnicate bench", session.scope)
    assert isinstance(verb, NotUnderstood)
    assert (verb.word, verb.is_noun) == ("frobnicate", False)


def test_the_example_in_a_refusal_works(session: Session) -> None:
    result = parse("frobnicate", session.scope)
    assert isinstance(result, NotUnderstood)
    (told,) = session.perform("frobnicate")
    assert isinstance(told, NotUnderstood)
    assert isinstance(parse(told.example, session.scope), Command)


def test_a_verb_without_its_noun_is_refused(session: Session) -> None:
    result = parse("take", session.scope)
    assert isinstance(result, NounMissing)


def test_things_of_other_rooms_are_out_of_scope(session: Session) -> None:
    assert isinstance(parse("x rug", session.scope), NotUnderstood)


def waiting(world: World, item: Item) -> Scope:
    """The scope at the start of a tour while a question waits."""
    return Scope(Lexicon(world), begin_tour(world), show(item, world, 0))


def test_letters_are_answers_only_while_a_question_waits(tiny: World) -> None:
    scope = waiting(tiny, tiny.rooms["salon"].items[0])
    place = scope.options.index("green")
    for line in ("abc"[place], f"{place + 1}", "Green."):
        assert parse(line, scope) == Command(verb=VERB_BY_ID["answer"], object=Answer(text="green")), line
    assert parse("d", scope) == NotAnOption(options=scope.options)


FACTS = ("lamp-is-green",)
FIGURE = Number(id="n", stem="?", key="21", unit="lamps", feedback=".", facts=FACTS)
NAME = Short(
    id="s", stem="?", key="lamp", feedback=".", facts=FACTS, distractors=(Distractor(text="rug", because="."),)
)
STEPS = Order(id="o", stem="?", steps=("one", "two", "three"), feedback=".", facts=FACTS)


@pytest.mark.parametrize(
    ("item", "line", "is_answer"),
    [
        (FIGURE, "21", True),
        (FIGURE, "twenty-one lamps", True),
        (FIGURE, "look", False),
        (NAME, "the lamp", True),
        (NAME, "rug", True),
        (NAME, "inventory", False),
        (STEPS, "c a b", True),
        (STEPS, "3, 1, 2", True),
        (STEPS, "c", False),
        (STEPS, "forward", False),
    ],
)
def test_a_line_is_an_answer_when_it_can_be_one(tiny: World, item: Item, line: str, is_answer: bool) -> None:
    command = parse(line, waiting(tiny, item))
    assert (isinstance(command, Command) and command.verb.id == "answer") == is_answer


def test_a_statement_is_judged_in_many_words(tiny: World) -> None:
    scope = waiting(tiny, tiny.rooms["salon"].items[1])
    for line in ("true", "t", "yes", "a", "1"):
        assert parse(line, scope) == Command(verb=VERB_BY_ID["answer"], object=Answer(text="True")), line
    assert parse("no", scope) == Command(verb=VERB_BY_ID["answer"], object=Answer(text="False"))


def test_a_full_stop_inside_a_word_does_not_split() -> None:
    assert split("x $1.8m tag. look") == ("x $1.8m tag", "look")


def test_nothing_but_separators_is_no_command() -> None:
    assert split(" . ; , then ") == ()


def test_help_knows_the_verb_it_is_asked_about(session: Session) -> None:
    assert understood(session, "help pick up").object == Text(text="take")
    assert understood(session, "help blorb").object == Text(text="blorb")


def test_a_list_of_nothing_is_refused(session: Session) -> None:
    result = parse("look:and", session.scope)
    assert isinstance(result, NounMissing)
