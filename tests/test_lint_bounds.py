"""Each limit of lint on both sides: just inside nothing is found, just outside it is."""

from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from typing import Any, get_args

import msgspec
import pytest
from msgspec.structs import replace

from game.pack.kinds import Choice, Item, TrueFalse, WhichSource
from game.pack.ledger import DifferenceKind
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.lint import Finding, lint_bank, make_quality_card
from game.quiz.lint.chance import chi_square_tail, poisson_binomial_tail
from game.quiz.lint.findings import find_content_words, measure_likeness
from game.quiz.lint.pattern_rules import count_extremes
from tests.test_lint import GREEN, RUG, choice, found, many, short

BLUE = ("lamp-is-blue",)


def bank_of(world: World, *items: Item) -> Bank:
    """A bank of those items alone, all asked in the salon."""
    rooms = {name: replace(room, items=items if name == "salon" else ()) for name, room in world.rooms.items()}
    return Bank(msgspec.structs.replace(world, rooms=rooms))


def findings(world: World, code: str, *items: Item) -> list[Finding]:
    """What is found under a code."""
    return [finding for finding in lint_bank(bank_of(world, *items)) if finding.code == code]


def unlike(number: int, *words: str) -> list[Choice]:
    """Questions whose stems share nothing but some words."""
    return [choice(id=f"u{n}", stem=f"Which {' '.join(words)} word{n} item{n} thing{n} here?") for n in range(number)]


def stem(number: int, *, long: int = 0) -> str:
    """A question of so many words, some of them of seven letters, the others of six."""
    return " ".join(["lantern"] * long + ["silver"] * (number - long)) + "?"


@pytest.mark.parametrize(
    ("key", "wrong", "is_found"),
    [
        (24, (16, 16), True),  # half as long again as the mean, by eight characters
        (23, (16, 16), False),
        (40, (32, 32), True),  # a quarter longer than the longest
        (39, (32, 32), False),
        (48, (40, 24), True),  # half as long again as the mean, though no quarter longer than the longest
        (48, (40, 25), False),
        (40, (40, 2), False),  # as long as the longest is not longer
    ],
)
def test_a_key_is_too_long_by_share_and_by_characters(
    tiny: World, key: int, wrong: Sequence[int], *, is_found: bool
) -> None:
    options = [letter * length for letter, length in zip("xyz", wrong, strict=False)]
    assert ("W20" in found(tiny, choice(key="k" * key, wrong=options))) == is_found


@pytest.mark.parametrize(
    ("key", "wrong", "rule"),
    [
        ("red old soft rug", "red old soft rug lamp", "W31"),  # four words of five
        ("red old rug", "red old rug lamp", "W30"),  # three of four: no twin, but the key stands inside it
        ("rug", "rug lamp", None),  # one word inside another option tells nothing
        ("red old rug", "red old lamp", None),
    ],
)
def test_options_are_alike_or_one_holds_the_key(tiny: World, key: str, wrong: str, rule: str | None) -> None:
    assert found(tiny, choice(key=key, wrong=(wrong, "blue"))) & {"W30", "W31"} == ({rule} if rule else set())


def test_wrong_options_inside_one_another_give_nothing_away(tiny: World) -> None:
    assert "W30" not in found(tiny, choice(wrong=("red old rug", "red old rug lamp")))
    assert "W30" in found(tiny, choice(key="red old rug lamp", wrong=("red old rug", "blue")))


@pytest.mark.parametrize(("stems", "is_found"), [(1, True), (2, True), (3, False)])
def test_a_word_of_the_key_is_a_cue_while_it_is_rare_in_stems(tiny: World, stems: int, *, is_found: bool) -> None:
    cued = choice(stem="What does article A call the emerald lamp?", key="emerald")
    others = [choice(id=f"o{n}", stem=f"Which emerald thing{n} is there?", key="blue") for n in range(stems - 1)]
    assert ("cue" in {f.code for f in lint_bank(bank_of(tiny, cued, *others)) if f.item_id == "one"}) == is_found


@pytest.mark.parametrize(
    ("wrong", "is_found"),
    [
        (("green lamp, wet hat", "blue lamp, old rug", "green door, old rug"), True),
        (("green lamp, wet hat", "blue lamp, old rug", "red door, old shoe"), False),  # shares one word with the last
        (("green lamp, wet hat", "blue lamp, old rug"), False),  # two wrong options are too few
    ],
)
def test_the_key_converges_when_it_shares_two_words_with_each_of_three(
    tiny: World, wrong: Sequence[str], *, is_found: bool
) -> None:
    assert ("W27" in found(tiny, choice(key="green lamp, old rug", wrong=wrong))) == is_found


@pytest.mark.parametrize(("options", "is_found"), [("it had been", True), ("it had", False)])
def test_options_begin_alike_from_three_words_on(tiny: World, options: str, *, is_found: bool) -> None:
    item = choice(key=f"{options} green", wrong=(f"{options} red", f"{options} blue"))
    assert ("W35" in found(tiny, item)) == is_found


@pytest.mark.parametrize(
    ("text", "is_found"), [("Article A’s green lamp", True), ("Article A’s old green lamp", False)]
)
def test_a_stem_without_a_question_needs_five_words(tiny: World, text: str, *, is_found: bool) -> None:
    assert ("W41" in found(tiny, choice(stem=text))) == is_found


def test_a_stem_has_one_gap_and_it_ends_there(tiny: World) -> None:
    assert "W42" in found(tiny, choice(stem="Article A gives __ and the lamp __."))
    assert "W42" not in found(tiny, choice(stem="Article A gives the lamp the colour __?!"))


@pytest.mark.parametrize(("number", "code"), [(60, None), (61, "long")])
def test_a_stem_has_at_most_60_words(tiny: World, number: int, code: str | None) -> None:
    half = number // 3
    text = " ".join((stem(half), stem(half), stem(number - 2 * half)))
    assert {f.code for f in lint_bank(bank_of(tiny, choice(stem=text))) if f.rule == "W43"} == (
        {code} if code else set()
    )


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (stem(25), False),
        (stem(26), True),  # words in a sentence
        (stem(19, long=5), False),  # LIX 45
        (stem(19, long=6), True),  # LIX 51
        (stem(18, long=6), False),  # LIX 51, but too short to be hard
    ],
)
def test_a_stem_is_easy_to_read(tiny: World, text: str, *, is_found: bool) -> None:
    assert ("W44" in found(tiny, choice(stem=text))) == is_found


@pytest.mark.parametrize(("feedback", "is_found"), [("Green.", True), ("7.", False), ("Green indeed.", False)])
def test_a_feedback_is_more_than_a_word_unless_it_is_a_figure(tiny: World, feedback: str, *, is_found: bool) -> None:
    assert ("W57" in found(tiny, choice(feedback=feedback))) == is_found


def test_a_statement_may_be_negative(tiny: World) -> None:
    item = TrueFalse(id="t", stem="The lamp is not red.", key=True, feedback="So it is.", facts=RUG)
    assert "W40" not in found(tiny, item)
    assert "W41" not in found(tiny, item), "a statement asks nothing"


@pytest.mark.parametrize("kind", get_args(DifferenceKind))
def test_only_in_a_dispute_a_stem_names_its_source(tiny: World, kind: DifferenceKind) -> None:
    difference = replace(tiny.differences["colour"], kind=kind)
    world = msgspec.structs.replace(tiny, differences={"colour": difference})
    assert bool(findings(world, "no source named", choice(stem="Which colour has it there?"))) == (
        kind in ("contradict", "figures")
    )


def statements(true: int, false: int) -> list[TrueFalse]:
    keys = [True] * true + [False] * false
    return [
        TrueFalse(id=f"t{n}", stem=f"Lamp{n} is there.", key=key, feedback="So it is.", facts=RUG)
        for n, key in enumerate(keys)
    ]


@pytest.mark.parametrize(("judged", "is_found"), [(3, False), (4, True)])
def test_at_most_three_questions_in_ten_are_true_or_false(tiny: World, judged: int, *, is_found: bool) -> None:
    assert bool(findings(tiny, "many statements", *statements(judged, 0), *many(10 - judged))) == is_found


@pytest.mark.parametrize(
    ("true", "false", "is_found"),
    [(7, 13, False), (6, 14, True), (13, 7, False), (14, 6, True), (9, 0, False), (10, 0, True)],
)
def test_statements_are_true_and_false_about_equally(tiny: World, true: int, false: int, *, is_found: bool) -> None:
    assert bool(findings(tiny, "uneven statements", *statements(true, false))) == is_found


@pytest.mark.parametrize(
    ("shared", "is_found"), [(("lamp", "rug", "hat", "door"), True), (("lamp", "rug", "hat"), False)]
)
def test_stems_are_twins_from_four_words_of_five_on(tiny: World, shared: Sequence[str], *, is_found: bool) -> None:
    one = choice(id="a", stem=f"{' '.join(shared)}?")
    other = choice(id="b", stem=f"{' '.join(shared)} shoe?")
    twins = findings(tiny, "same stem", one, other)
    assert [(finding.item_id, finding.values) for finding in twins] == ([("b", ("a",))] if is_found else [])


@pytest.mark.parametrize(("number", "is_found"), [(39, True), (40, False)])
def test_a_word_of_very_many_stems_brings_no_two_together(tiny: World, number: int, *, is_found: bool) -> None:
    same = [choice(id=f"s{n}", stem="Which lamp?") for n in range(number)]
    assert bool(findings(tiny, "same stem", *same)) == is_found


@pytest.mark.parametrize(
    ("key", "other", "is_found"),
    [
        ("grass green", "Which lamp rug hat is grass green?", True),  # three words of four
        ("grass green", "Which lamp rug is grass green?", False),
        ("green", "Which lamp rug hat is green?", False),  # one word is no key given away
    ],
)
def test_a_stem_leaks_a_key_when_it_asks_mostly_the_same(tiny: World, key: str, other: str, *, is_found: bool) -> None:
    asked = choice(id="a", key=key, stem="Which lamp rug hat door?")
    telling = choice(id="b", stem=other, facts=RUG)
    assert [f.item_id for f in findings(tiny, "leak", asked, telling)] == (["a"] if is_found else [])


@pytest.mark.parametrize(("others", "is_found"), [(3, False), (4, True)])
def test_a_source_has_a_quarter_of_all_cites(tiny: World, others: int, *, is_found: bool) -> None:
    items = [*many(others, facts=GREEN), choice(id="blue", facts=BLUE)]
    rare = [finding.values for finding in findings(tiny, "rare source", *items)]
    assert rare == ([("Article B", 1, others + 1)] if is_found else [])


def test_what_is_not_asked_is_named(tiny: World) -> None:
    items = [choice(id="a", level=2, skill="compare"), choice(id="b", level=2), choice(id="c", level=3)]
    assert [finding.values for finding in findings(tiny, "unasked skill", *items)] == [("judge",)]
    assert [finding.values for finding in findings(tiny, "levels", *items)] == [(0, 2, 1)]
    assert findings(tiny, "unasked room", *items) == []
    empty = [finding.values for finding in findings(tiny, "unasked room")]
    assert empty == [(tiny.rooms["salon"].name,)], "platforms have no number, and no questions"


@pytest.mark.parametrize(("number", "is_found"), [(11, False), (12, True)])
@pytest.mark.parametrize(
    ("key", "wrong", "code"),
    [("greenest", ("red", "blue"), "longest is key"), ("red", ("green", "yellow"), "shortest is key")],
)
def test_lengths_are_judged_from_twelve_items_on(
    tiny: World, number: int, key: str, wrong: Sequence[str], code: str, *, is_found: bool
) -> None:
    assert bool(findings(tiny, code, *many(number, key=key, wrong=wrong))) == is_found


def test_a_key_that_is_never_the_longest_is_a_pattern_too(tiny: World) -> None:
    never = findings(tiny, "longest is key", *many(12, key="red", wrong=("rug", "yellow")))
    assert [finding.values[:2] for finding in never] == [(0, 12)]
    assert findings(tiny, "longest is key", *many(4, key="red", wrong=("rug", "yellow"))) == []


def test_extremes_are_counted_where_there_is_one() -> None:
    items: list[Item] = [
        choice(key="green", wrong=("red", "blue")),  # the key is the longest
        choice(key="red", wrong=("white", "yellow", "pink")),  # the key is the shortest
        choice(key="green", wrong=("white", "red")),  # two are longest, a wrong one is shortest
        short("Jane Roe", "porter"),  # its wrong answers are not shown
    ]
    assert count_extremes(items, max) == (1, [1 / 3, 1 / 4])
    assert count_extremes(items, min) == (1, [1 / 3, 1 / 4, 1 / 3])


@pytest.mark.parametrize("wrong", [("red", "blue"), ("red", "blue", "pink"), ("red", "blue", "pink", "grey")])
def test_places_are_judged_from_twenty_items_with_as_many_options_on(
    tiny: World, wrong: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unshuffled:
        def __init__(self, item: Choice, *_: Any) -> None:
            self.options = (item.key, *(distractor.text for distractor in item.distractors))

    monkeypatch.setattr(import_module("game.quiz.lint.pattern_rules"), "show", Unshuffled)
    assert findings(tiny, "favourite place", *many(19, wrong=wrong)) == []
    places = findings(tiny, "favourite place", *many(20, wrong=wrong))
    assert [finding.values[:2] for finding in places] == [(seed, 20) for seed in range(5)]
    assert places[0].values[3:] == (20, *[0] * len(wrong))


def test_chances_at_their_ends() -> None:
    assert poisson_binomial_tail([0.5, 0.5], 0) == 1
    assert poisson_binomial_tail([0.5, 0.5], 3) == 0
    assert poisson_binomial_tail([0.1, 0.2, 0.3], 2) == pytest.approx(0.098)
    assert chi_square_tail(0, 3) == 1
    assert chi_square_tail(0.352, 3) == pytest.approx(0.95, abs=1e-3)
    assert chi_square_tail(9.210, 2) == pytest.approx(0.01, abs=1e-4)
    assert 0 <= chi_square_tail(500, 2) < 1e-12


def test_likeness_is_what_is_shared_over_what_there_is() -> None:
    assert measure_likeness(frozenset("abc"), frozenset("bcd")) == 0.5
    assert measure_likeness(frozenset(), frozenset()) == 0
    assert find_content_words("The lamps of the lamp") == {"lamp"}


def test_the_card_counts_what_is_asked(tiny: World) -> None:
    items: list[Item] = [
        choice(id="a", key="greenest", level=1),
        choice(id="b", key="blue", wrong=("yellow", "red"), facts=BLUE, level=2, skill="judge"),
        WhichSource(id="w", stem="Which article calls it green?", key="A", feedback="It is A.", facts=GREEN),
        *statements(2, 1),
    ]
    bank = bank_of(tiny, *items)
    told = make_quality_card(bank, lint_bank(bank))
    assert (told.items, told.kinds["choice"], told.kinds["true-false"]) == (6, 2, 3)
    assert told.facts == (3, 3)
    assert told.differences == (1, 1)
    assert told.longest[:2] == (1, 2)
    assert told.shortest[:2] == (0, 2)
    assert told.longest[2] == told.shortest[2] == pytest.approx(2 / 3)
    assert told.true == (2, 3)
    assert told.places.total() == 2
    assert told.cites == Counter({"Article A": 5, "Article B": 1})
    assert told.rooms[tiny.rooms["salon"].name] == 6
    assert told.findings == Counter(finding.rule for finding in lint_bank(bank))
    unasked = make_quality_card(bank_of(tiny, choice()), ())
    assert (unasked.differences, unasked.facts) == ((0, 1), (1, 3))
