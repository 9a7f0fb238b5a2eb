"""Kinds of question at their limits: what a typed line picks, what a figure is, and what is written for xAPI."""

import msgspec
import pytest
from msgspec.structs import replace

from game.pack.kinds import (
    Item,
    Order,
    describe_interaction,
    find_key,
    find_remarks,
    mark,
    show,
    write_interaction_response,
)
from game.pack.kinds.parts import ItemLayout
from game.pack.kinds.picking import find_misspelt, find_option, read_every_option, read_places
from game.pack.kinds.which_source import ALL
from game.pack.marking.figure_reading import read_figure
from game.pack.marking.folding import write_number_words
from game.pack.world import World
from tests.items import (
    AGREEMENT,
    CHOICE,
    GREEN,
    MATCH,
    NUMBER,
    ONE_OF_EACH,
    ORDER,
    SHORT,
    SOURCE,
    STATEMENT,
)

BY_ID = {item.id: item for item in ONE_OF_EACH}

RIGHT: dict[str, tuple[str, str]] = {
    "choice": ("choice", "c1"),
    "statement": ("true-false", "false"),
    "number": ("numeric", "36.5[:]37.5"),
    "short": ("fill-in", "{case_matters=false}Konstantin Pulikovsky"),
    "order": ("sequencing", "s1[,]s2[,]s3[,]s4"),
    "match": ("matching", "l1[.]r1[,]l2[.]r2[,]l3[.]r3"),
    "source": ("choice", "c1"),
    "agreement": ("choice", "c2"),
    "multiple": ("choice", "c1[,]c2[,]c3"),
}
"""Item -> type of interaction and first right pattern, as xAPI 1.0.3, Part Two, Appendix C has them."""


@pytest.mark.parametrize("item_id", RIGHT)
def test_an_interaction_has_the_type_and_the_pattern_of_the_standard(item_id: str, tiny: World) -> None:
    described = describe_interaction(BY_ID[item_id], tiny)
    assert (described.type, described.right[0]) == RIGHT[item_id]


@pytest.mark.parametrize(
    ("key", "tolerance", "pattern"),
    [("1234567", "0", "1234567[:]1234567"), ("1180", "20", "1160[:]1200"), ("0.3", "0.1", "0.2[:]0.4")],
)
def test_a_range_of_figures_is_exact(key: str, tolerance: str, pattern: str, tiny: World) -> None:
    item = msgspec.structs.replace(BY_ID["number"], key=key, tolerance=tolerance)
    assert describe_interaction(item, tiny).right == (pattern,)


@pytest.mark.parametrize(
    ("item", "response", "written"),
    [
        (CHOICE, ("red",), "c3"),
        (STATEMENT, ("True",), "true"),
        (NUMBER, ("31",), "31"),
        (SHORT, ("somebody",), "somebody"),
        (ORDER, ("four", "one", "three", "two"), "s4[,]s1[,]s3[,]s2"),
        (ORDER, ("four", "nothing of ours"), "s4"),
        (MATCH, ("old", "green", "shut"), "l1[.]r2[,]l2[.]r1[,]l3[.]r3"),
        (MATCH, ("old", "nothing of ours", "shut"), "l1[.]r2[,]l3[.]r3"),
        (SOURCE, ("Article B",), "c2"),
        (AGREEMENT, ("They agree",), "c1"),
    ],
)
def test_a_response_is_written_by_the_components_it_picks(
    item: Item, response: tuple[str, ...], written: str, tiny: World
) -> None:
    assert write_interaction_response(item, response, tiny) == written


@pytest.mark.parametrize("item", ONE_OF_EACH, ids=BY_ID)
def test_the_key_is_a_right_response_and_worth_a_full_mark(item: Item, tiny: World) -> None:
    key = find_key(item, tiny)
    assert mark(item, key, tiny) == 1
    right = describe_interaction(item, tiny).right
    written = write_interaction_response(item, key, tiny)
    assert written in {pattern.removeprefix("{case_matters=false}") for pattern in right} or item is NUMBER


@pytest.mark.parametrize(
    ("line", "unit", "figure"),
    [
        ("37 mph", "mph", "37"),
        ("37 miles", "miles per hour", None),  # a length is no speed
        ("37 per", "miles per hour", None),
        ("37 miles per", "miles per hour", None),
        ("37 hours", "miles", None),
        ("1,180", "", "1180"),
        ("1,18", "", "1.18"),
        ("1,1800", "", "1.1800"),
        ("12,345,678.5", "", "12345678.5"),
        ("−4", "", "-4"),
        ("1" * 40, "", "1" * 40),
        ("1" * 41, "", None),  # no answer is so long
        (".5", "", "0.5"),
        ("1e3", "", "1000"),
        ("1e41", "", None),  # a power this large is no answer
        ("37 %", "mph", None),
        ("about twenty-one carriages", "carriages", "21"),
        ("mph", "mph", None),
    ],
)
def test_a_figure_is_read_with_its_unit_or_without(line: str, unit: str, figure: str | None) -> None:
    assert read_figure(line, unit, {}) == figure


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("twenty", "20"),
        ("ninety nine", "99"),
        ("twenty ten", "20 10"),  # no number goes on with ten
        ("Thirty-two miles away", "32 miles away"),
        ("seven", "7"),
        ("7 carriages", "7 carriages"),
        ("some seven", "some 7"),
        ("often", "often"),  # TEN is a number word, and no part of another word
    ],
)
def test_number_words_are_written_in_digits(text: str, written: str) -> None:
    assert write_number_words(text) == written


@pytest.mark.parametrize(
    ("response", "value"),
    [("37.5", 1.0), ("36.5", 1.0), ("37.51", 0.0), ("36.49", 0.0), ("nan", 0.0), ("inf", 0.0), ("x", 0.0)],
)
def test_a_tolerance_takes_both_its_ends(response: str, value: float, tiny: World) -> None:
    assert mark(NUMBER, (response,), tiny) == value


OPTIONS = ("Paris", "Pyongyang", "St Petersburg")


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("a", "Paris"),
        ("c", "St Petersburg"),
        ("d", None),
        ("1", "Paris"),
        ("3", "St Petersburg"),
        ("0", None),
        ("4", None),
        ("p", None),
        ("pa", None),  # two letters are taken for a letter or a number, never for a word
        ("pyo", "Pyongyang"),
        ("st", None),
        ("st p", "St Petersburg"),
        ("", None),
    ],
)
def test_a_letter_a_number_or_the_beginning_of_words_picks_an_option(typed: str, picked: str | None) -> None:
    assert find_option(typed, OPTIONS) == picked


@pytest.mark.parametrize(
    ("typed", "picked"),
    [("yes", "True"), ("right", "True"), ("t", "True"), ("no", "False"), ("wrong", "False"), ("maybe", None)],
)
def test_truth_has_many_words(typed: str, picked: str | None) -> None:
    assert find_option(typed, ("True", "False")) == picked
    assert find_option("yes", ("True", "False", "Unknown")) is None


@pytest.mark.parametrize(
    ("typed", "option", "is_taken"),
    [
        ("pariss", "paris", True),  # one slip in a short word
        ("parriss", "paris", False),  # two slips in seven letters
        ("pyongaang", "pyongyang", True),
        ("pyonaang", "pyongyang", True),  # two slips in eight letters
        ("pyonaan", "pyongyang", False),
        ("abc", "abd", True),
        ("ab", "abc", False),  # two letters are near to everything
        ("3a7", "3a8", False),  # a figure with a slip in it is another figure
    ],
)
def test_slips_are_forgiven_by_the_length_of_what_was_typed(typed: str, option: str, *, is_taken: bool) -> None:
    assert find_misspelt(typed, (option, "something else entirely")) == (option if is_taken else None)
    assert find_misspelt(typed, (option, option + " ")) is None, "of two equally near ones none is taken"


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("3 1 2", [2, 0, 1]),
        ("c > a > b", [2, 0, 1]),
        ("C; A; B", [2, 0, 1]),
        ("c-a-b", [2, 0, 1]),
        ("a) b) c)", [0, 1, 2]),
        ("h", [7]),
        ("a 2", [0, -1]),  # letters or numbers, not both
        ("0", [-1]),
        ("ab cd", [-1, -1]),
    ],
)
def test_a_row_of_letters_or_of_numbers_names_places(line: str, places: list[int]) -> None:
    assert read_places(line) == places


@pytest.mark.parametrize(("line", "response"), [("bca", ("y", "z", "x")), ("ab", None), ("aab", None), ("abcd", None)])
def test_every_option_is_named_once(line: str, response: tuple[str, ...] | None) -> None:
    assert read_every_option(ItemLayout(("x", "y", "z")), line) == response


@pytest.mark.parametrize(
    ("line", "response"),
    [
        ("1b 2a 3c", (1, 0, 2)),
        ("3c, 1b, 2a", (1, 0, 2)),
        ("b1 a2 c3", (1, 0, 2)),
        ("1=b 2=a 3=c", (1, 0, 2)),
        ("b a c", (1, 0, 2)),
        ("2 1 3", None),  # numbers alone could mean either side
        ("1b 2a", None),
        ("1b 1a 3c", None),
        ("1b 2b 3c", None),
        ("1b 2a 4c", None),
        ("0b 1a 2c", None),
    ],
)
def test_pairs_are_typed_in_any_order(line: str, response: tuple[int, ...] | None, tiny: World) -> None:
    shown = show(MATCH, tiny, 0)
    wanted = None if response is None else tuple(shown.options[place] for place in response)
    layout = ItemLayout(shown.options, shown.rows)
    assert MATCH.read_response(layout, line) == wanted


def test_pairs_are_marked_by_their_share(tiny: World) -> None:
    assert mark(MATCH, ("green", "shut", "old"), tiny) == pytest.approx(1 / 3)
    assert mark(MATCH, ("green",), tiny) == pytest.approx(1 / 3)
    assert mark(MATCH, ("old", "shut", "green"), tiny) == 0


def test_steps_are_never_shown_in_the_right_order(tiny: World) -> None:
    three = Order(id="three", stem="When?", steps=("one", "two", "three"), feedback="So.", facts=GREEN)
    shown = [show(three, tiny, seed).options for seed in range(60)]
    assert three.steps not in shown
    assert {tuple(sorted(options)) for options in shown} == {tuple(sorted(three.steps))}
    assert ("two", "three", "one") in shown, "what was shuffled into order begins with the second"
    assert all(show(three, tiny, seed, is_shuffled=False).options != three.steps for seed in range(3))


@pytest.mark.parametrize(("facts", "codes"), [(GREEN, ["only one cited"]), (("lamp-is-green", "lamp-is-blue"), [])])
def test_that_all_sources_say_it_needs_two_that_do(facts: tuple[str, ...], codes: list[str], tiny: World) -> None:
    item = replace(SOURCE, key=ALL, facts=facts)
    assert [remark.code for remark in find_remarks(item, tiny)] == codes


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Pulikovski", 1.0),  # one slip
        ("Pulikovskyi", 1.0),
        ("Pulykovski", 1.0),  # two slips in ten letters
        ("Pulykofski", 0.0),  # three
        ("Somebody", 0.0),
    ],
)
def test_slips_in_words_of_ones_own_are_forgiven(typed: str, value: float, tiny: World) -> None:
    assert mark(SHORT, (typed,), tiny) == value


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("cage", "caeg", 0.0),  # four letters: no slip
        ("seoul", "seuol", 1.0),  # five: letters swapped
        ("seoul", "seoull", 1.0),  # or doubled
        ("seoul", "seaul", 0.0),  # and no other slip
        ("dalian", "dalien", 1.0),  # six: one slip
        ("panmunjom", "panmanjam", 0.0),  # nine: two are one too many
        ("khabarovsk", "kabarofsg", 0.0),  # ten: three are one too many
        ("khabarovsk", "khabarofsg", 1.0),  # ten: two
        ("vladivostok", "wladivostok", 0.0),  # never the first letter
    ],
)
def test_slips_are_forgiven_by_the_length_of_a_word(key: str, typed: str, value: float, tiny: World) -> None:
    assert mark(replace(SHORT, key=key, accepted=(), distractors=()), (typed,), tiny) == value
