"""A line that was mistyped, read: corrected, asked about, or described with a way on. Without a session."""

from game.pack.kinds import show
from game.pack.world import World
from game.tour.commands import Answer, Chosen, OnThings, Question
from game.tour.events import Ambiguous, Corrected, NotUnderstood, UnknownPlace, Unsure
from game.tour.lexicon import Lexicon
from game.tour.parser import read_choice, read_line
from game.tour.parser.spelling import MAX_LETTERS_FOR_ONE_SLIP, MIN_LETTERS, correct_slips
from game.tour.scope import Scope
from game.tour.state import begin_tour


def scope_of(world: World) -> Scope:
    return Scope(Lexicon(world), begin_tour(world))


def test_a_line_without_a_slip_is_its_command(tiny: World) -> None:
    reading = read_line("x bench", scope_of(tiny))
    assert reading.command is not None
    assert reading.said == ()
    assert reading.line == "x bench"


def test_one_slip_is_corrected_and_said_so(tiny: World) -> None:
    reading = read_line("x benhc", scope_of(tiny))
    assert reading.said == (Corrected(typed="benhc", taken="bench"),)
    assert reading.line == "x bench"
    assert reading.command is not None
    assert isinstance(reading.command.object, OnThings)
    assert reading.unknown == ""


def test_a_short_form_is_not_taught_with_a_correction(tiny: World) -> None:
    assert read_line("take a look at the bench", scope_of(tiny)).command.short  # type: ignore[union-attr]
    corrected = read_line("take a look at the benhc", scope_of(tiny))
    assert corrected.command is not None
    assert corrected.command.short == ""


def test_a_word_near_to_two_is_asked_about(tiny: World) -> None:
    scope = scope_of(tiny)
    reading = read_line("x platue", scope)
    assert reading.said == (Unsure(word="platue", near=("plaque", "plate")),)
    assert reading.command is None
    assert reading.unknown == "platue"
    assert reading.choices is not None
    assert reading.choices.choose("1") == "x plaque"
    # REAT and SEAT: a word may be a verb or a thing, but only a verb may begin the line.
    first = read_line("reat leaflet", scope).said[0]
    assert isinstance(first, Unsure)
    assert "seat" not in first.near


def test_a_name_of_two_things_waits_for_a_choice(tiny: World) -> None:
    reading = read_line("x door", scope_of(tiny))
    assert isinstance(reading.said[0], Ambiguous)
    assert reading.choices is not None
    assert reading.choices.names == ("1. forward door", "2. rear door")
    assert isinstance(reading.choices.choose("both"), Chosen)


def test_a_topic_of_two_people_has_no_both(tiny: World) -> None:
    reading = read_line("who is jane", scope_of(tiny))
    assert reading.choices is not None
    assert reading.choices.choose("both") is None


def test_what_is_chosen_is_the_line_that_would_have_meant_it(tiny: World) -> None:
    door = tiny.tour.everywhere[0]
    reading = read_choice(Chosen(verb="examine", nouns=(door,)))
    assert reading.line == "examine forward door"
    assert reading.command is not None
    assert reading.command.object == OnThings(nouns=(door,))


def test_what_is_not_here_is_described_with_where_it_is(tiny: World) -> None:
    reading = read_line("x rug", scope_of(tiny))
    (mistake,) = reading.said
    assert isinstance(mistake, NotUnderstood)
    assert mistake.elsewhere is tiny.rooms["salon"]
    assert (mistake.is_forward, mistake.is_known, reading.unknown) == (True, False, "rug")


def test_an_unknown_place_brings_the_ways_out(tiny: World) -> None:
    (mistake,) = read_line("go to the kitchen", scope_of(tiny)).said
    assert isinstance(mistake, UnknownPlace)
    assert [way.direction for way in mistake.exits] == ["in", "forward"]
    corrected = read_line("go to the salno", scope_of(tiny))
    assert corrected.said == (Corrected(typed="salno", taken="salon"),)


def test_an_unknown_topic_with_one_near_name_is_asked_about_that(tiny: World) -> None:
    reading = read_line("who is jaen roe", scope_of(tiny))
    assert reading.said == (Corrected(typed="jaen roe", taken="Jane Roe"),)
    assert reading.command is not None
    assert reading.command.verb.id == "ask"
    unknown = read_line("tell me about zzzz", scope_of(tiny)).command
    assert unknown is not None
    assert unknown.object == Question(text="zzzz", topic="zzzz")


def test_a_slip_near_an_option_is_an_answer(tiny: World) -> None:
    item = tiny.rooms["salon"].items[0]
    waiting = Scope(Lexicon(tiny), begin_tour(tiny), show(item, tiny, 0))
    reading = read_line("gren", waiting)
    assert reading.command is not None
    assert reading.command.object == Answer(text="green")


def test_short_words_are_never_corrected_and_long_ones_may_hold_two_slips(tiny: World) -> None:
    scope = scope_of(tiny)
    assert (MIN_LETTERS, MAX_LETTERS_FOR_ONE_SLIP) == (3, 7)
    assert correct_slips("fo", "fo", scope) == ()
    assert [slip.taken for slip in correct_slips("x benhc", "benhc", scope)] == ["bench"]
    assert [slip.taken for slip in correct_slips("x leafelt", "leafelt", scope)] == ["leaflet"]
    assert correct_slips("x laefelt", "laefelt", scope) == ()  # seven letters, two slips
    assert [slip.taken for slip in correct_slips("noetbokk", "noetbokk", scope)] == ["notebook"]  # eight, two
