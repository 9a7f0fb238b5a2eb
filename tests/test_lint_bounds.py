"""Each limit of lint on both sides: just inside nothing is found, just outside it is."""

from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from typing import Any, get_args

import msgspec
import pytest
from msgspec.structs import replace

from game.pack.kinds import (
    FULL_MARK_THRESHOLD,
    Choice,
    Distractor,
    Item,
    Multiple,
    Number,
    TrueFalse,
    WhichSource,
    show,
)
from game.pack.ledger import DifferenceKind
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.lint import ENGLISH_RULES, Finding, lint_bank, make_quality_card
from game.quiz.lint.chance import chi_square_tail, poisson_binomial_tail
from game.quiz.lint.findings import find_content_words, measure_likeness
from game.quiz.lint.pattern_rules import count_extremes
from tests.items import MULTIPLE
from tests.lint_examples import GREEN, RUG, choice, many, short
from tests.test_lint import found

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


def test_a_stem_has_one_gap_and_does_not_begin_with_it(tiny: World) -> None:
    assert "W42" in found(tiny, choice(stem="Article A gives __ and the lamp __."))
    assert "W42" not in found(tiny, choice(stem="Article A gives the lamp the colour __?!"))
    assert "W42" not in found(tiny, choice(stem="Article A: __."))


@pytest.mark.parametrize(("number", "is_found"), [(11, False), (12, True)])
def test_a_story_before_a_question_has_twelve_words(tiny: World, number: int, *, is_found: bool) -> None:
    text = f"{' '.join(['rug'] * number)}. Which colour does article A give?"
    assert ("W43" in found(tiny, choice(stem=text))) == is_found


def test_english_words_are_looked_for_in_english_alone(tiny: World) -> None:
    item = choice(stem="Which colour does article A not give?", key="always green", wrong=("none of these", "red"))
    for languages, is_found in ((("en",), True), (("de", "en-GB"), True), (("de",), False)):
        world = replace(tiny, tour=replace(tiny.tour, languages=languages))
        rules = {finding.rule for finding in lint_bank(bank_of(world, item))}
        assert rules & ENGLISH_RULES == ({"W40", "W23"} if is_found else set())


def test_a_strange_name_tells_nothing_where_the_key_has_one(tiny: World) -> None:
    assert "W34" in found(tiny, choice(wrong=("blue", "as in Timbuktu")))
    assert "W34" not in found(tiny, choice(key="as in Samarkand", wrong=("blue", "as in Timbuktu")))


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
        (stem(20, long=6), False),  # LIX 50
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
    one = choice(id="d", level=1)
    assert [finding.values for finding in findings(tiny, "levels", *items, one)] == [(1, 2, 1)]
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
        MULTIPLE,  # several keys: none of them is the longest alone
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
    # Never outside of 0 to 1, however the sums are rounded.
    assert all(0 <= poisson_binomial_tail([1 / 3] * number, 0) <= 1 for number in range(1, 60))
    assert all(0 <= chi_square_tail(statistic, 3) <= 1 for statistic in range(60, 400))
    assert chi_square_tail(-1, 3) == 1
    assert chi_square_tail(1.0, 1) == pytest.approx(0.3173, abs=1e-4)


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


# --- Several right options --------------------------------------------------------------------------------------------


def multiple(keys: Sequence[str], wrong: Sequence[str], stem: str = "Which does article A tell of?") -> Multiple:
    distractors = tuple(Distractor(text=text, because="Nobody says so.") for text in wrong)
    return Multiple(id="m", stem=stem, keys=tuple(keys), distractors=distractors, feedback="These two.", facts=GREEN)


def values(world: World, code: str, *items: Item) -> list[tuple[object, ...]]:
    """What is said of each thing that is found under a code."""
    return [finding.values for finding in findings(world, code, *items)]


@pytest.mark.parametrize(
    ("keys", "wrong", "code", "is_found"),
    [
        (("k" * 40, "l" * 30), ("x" * 8, "y" * 8), "long key", True),
        (("k" * 40, "l" * 8), ("x" * 8, "y" * 8), "long key", False),  # the shortest key decides
        (("always green", "never old"), ("blue", "red"), "absolute key", True),
        (("always green", "old"), ("blue", "red"), "absolute key", False),
        (("always green", "never old"), ("always blue", "red"), "absolute key", False),
        (("green", "old"), ("always blue", "never red"), "absolute wrong options", True),
        (("always green", "old"), ("always blue", "never red"), "absolute wrong options", False),
        (("green", "old"), ("always blue", "red"), "absolute wrong options", False),
        (("green", "old"), ("always blue",), "absolute wrong options", False),
        (("often green", "usually old"), ("blue", "red"), "vague key", True),
        (("often green", "old"), ("blue", "red"), "vague key", False),
        (("often green", "usually old"), ("sometimes blue", "red"), "vague key", False),
        (("green (pale)", "old (soft)"), ("blue", "red"), "mark in key", True),
        (("green (pale)", "old"), ("blue", "red"), "mark in key", False),
        (("green (pale)", "old (soft)"), ("blue (dark)", "red"), "mark in key", False),
        (("Green", "Old"), ("blue", "red"), "case of key", True),
        (("Green", "old"), ("blue", "red"), "case of key", False),
        (("12", "13"), ("blue", "red"), "other type", True),
        (("12", "old"), ("blue", "red"), "other type", False),
        (("emerald cup", "old emerald"), ("blue", "red"), "cue", True),
        (("emerald cup", "old rug"), ("blue", "red"), "cue", False),
        (("green lamp", "green lamp cup"), ("green lamp hat", "lamp green rug", "shoe"), "convergence", False),
    ],
)
def test_of_several_keys_all_must_differ_from_the_wrong_options(
    keys: Sequence[str], wrong: Sequence[str], code: str, is_found: bool, tiny: World
) -> None:
    stem = "Which emerald things does article A tell of?" if code == "cue" else "Which does article A tell of?"
    assert bool(findings(tiny, code, multiple(keys, wrong, stem))) == is_found


def test_a_finding_about_several_keys_stands_at_the_first(tiny: World) -> None:
    (finding,) = findings(tiny, "absolute key", multiple(("never always green", "entirely old"), ("blue", "red")))
    assert (finding.field, finding.values) == (("keys", 0), ("always",))
    (finding,) = findings(tiny, "vague key", multiple(("usually often green", "frequently old"), ("blue", "red")))
    assert finding.values == ("often",)
    (finding,) = findings(tiny, "absolute wrong options", multiple(("green",), ("never red", "all blue")))
    assert finding.field == ("distractors",)


# --- What a finding says ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "wrong", "said"),
    [
        ("1987", ("blue", "red"), [("year", "text")]),
        ("“2023”", ("blue", "red"), [("year", "text")]),
        ("2123", ("blue", "red"), [("figure", "text")]),
        ("$12.5", ("1987", "2001"), [("figure", "year")]),
        ("12 cars", ("blue", "red"), [("quantity", "text")]),
        ("$9bn", ("12", "13,000"), [("quantity", "figure")]),
        ("twelve", ("12", "13"), [("text", "figure")]),
        ("12", ("blue", "1987"), []),  # two kinds among the wrong ones: the key is not alone
        ("12", ("13", "blue"), []),
    ],
)
def test_a_key_of_another_type_is_named_with_both_types(
    key: str, wrong: Sequence[str], said: list[tuple[str, str]], tiny: World
) -> None:
    assert values(tiny, "other type", choice(key=key, wrong=wrong)) == said


@pytest.mark.parametrize(
    ("key", "wrong", "code", "is_found"),
    [
        ("Green lamp", ("blue rug", "red hat"), "case of key", True),
        ("Green lamp", ("blue rug", "12 hats"), "case of key", False),  # a figure has no case
        ("green lamp", ("Blue rug", "Red hat"), "case of key", True),
        ("green lamp.", ("blue rug", "red hat"), "stop of key", True),
        ("green lamp", ("blue rug.", "red hat?"), "stop of key", True),
        ("green lamp.", ("blue rug.", "red hat"), "stop of key", False),
        ("Red rug", ("red rug.", "blue"), "nested", False),  # the same text: that is another rule
        ("red rug", ("red lamp rug", "blue"), "nested", True),
    ],
)
def test_the_ends_of_options_and_what_one_holds_of_another(
    key: str, wrong: Sequence[str], code: str, is_found: bool, tiny: World
) -> None:
    assert bool(findings(tiny, code, choice(key=key, wrong=wrong))) == is_found


def test_a_key_converges_only_when_it_shares_more_than_every_other_option(tiny: World) -> None:
    wrong = ("green lamp, old rug, wet hat", "green lamp, tall tree", "old rug, wet hat")
    assert findings(tiny, "convergence", choice(key="green lamp, old rug", wrong=wrong)) == []
    alike = ("green lamp rug", "green lamp shoe", "green lamp door")
    assert findings(tiny, "convergence", choice(key="green lamp hat", wrong=alike)) == []


@pytest.mark.parametrize(
    ("stem", "key", "wrong", "said"),
    [
        ("A gives the lamp the colour of an", "emerald", ("ruby", "opal"), [("an",)]),
        ("A gives the lamp the colour of a…", "ruby", ("emerald", "opal"), [("a",)]),
        ("A gives the lamp the colour of an", "emerald", ("amber", "opal"), []),
        ("A gives the lamp the colour of an", "ruby", ("emerald", "opal"), []),
        ("A gives the lamp the colour of the", "emerald", ("ruby", "opal"), []),
    ],
)
def test_an_article_gives_the_key_away_when_it_fits_the_key_and_not_all(
    stem: str, key: str, wrong: Sequence[str], said: list[tuple[str]], tiny: World
) -> None:
    assert values(tiny, "article", choice(stem=stem, key=key, wrong=wrong)) == said


def test_the_first_word_that_gives_the_key_away_is_named(tiny: World) -> None:
    cued = choice(stem="Which emerald amber lamp has article A?", key="the emerald one, amber")
    assert values(tiny, "cue", cued) == [("amber",)]
    strange = choice(wrong=("as in Zanzibar and Timbuktu", "red"))
    assert values(tiny, "foreign name", strange) == [("Zanzibar",)]
    assert values(tiny, "negation", choice(stem="What is not false, says article A?")) == [("not",), ("false",)]
    assert values(tiny, "same beginning", multiple(("it had been green",), ("it had been old", "it had been red"))) == [
        ("it had been",)
    ]


def test_a_worn_key_names_its_items_and_a_worn_option_their_number(tiny: World) -> None:
    assert values(tiny, "worn key", *many(4)) == [("green", "n0", "n1", "n2", "n3")]
    assert values(tiny, "worn wrong option", *many(7)) == [("blue", 7), ("red", 7)]


def test_the_chance_of_a_pattern_is_told(tiny: World) -> None:
    ((hits, number, expected, chance),) = values(tiny, "longest is key", *many(12, key="greenest"))
    assert (hits, number) == (12, 12)
    assert expected == pytest.approx(4.0)
    assert chance == pytest.approx(3.0**-12)
    ((hits, _, _, chance),) = values(tiny, "longest is key", *many(12, key="red", wrong=("rug", "yellow")))
    assert (hits, chance) == (0, pytest.approx((2 / 3) ** 12))


# --- Pairs ------------------------------------------------------------------------------------------------------------


def test_twins_and_leaks_are_told_in_the_order_of_the_bank(tiny: World) -> None:
    same = [choice(id=name, stem="Which lamp rug hat door?") for name in "abc"]
    assert [(f.item_id, f.values) for f in findings(tiny, "same stem", *same)] == [
        ("b", ("a",)),
        ("c", ("a",)),
        ("c", ("b",)),
    ]
    asked = choice(id="a", key="grass green", stem="Which lamp rug hat door?")
    telling = [choice(id=name, stem=f"Which lamp rug hat is {name} grass green?", facts=RUG) for name in ("xx", "yy")]
    assert values(tiny, "leak", asked, *telling) == [("xx", "grass green"), ("yy", "grass green")]


def test_stems_of_two_kinds_are_no_twins(tiny: World) -> None:
    number = Number(id="n", stem="Which lamp rug hat door?", key="7", feedback="It is seven.", facts=GREEN)
    assert findings(tiny, "same stem", choice(stem="Which lamp rug hat door?"), number) == []


@pytest.mark.parametrize(("stem", "is_found"), [("Which lamp rug hat door?", True), ("Which lamp rug?", False)])
def test_a_key_that_stands_in_its_own_stem_gives_nothing_away(stem: str, is_found: bool, tiny: World) -> None:
    key = "grass green" if is_found else "lamp rug"
    other = choice(id="b", stem=f"Which lamp rug hat door {key}?", facts=RUG)
    assert bool(findings(tiny, "leak", choice(id="a", key=key, stem=stem), other)) == is_found


RUG_STORY = "The rug is soft and thick, as it lies there on the old floor."

# --- Stems and truth --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stem", "is_found"),
    [
        (f"{RUG_STORY} Which colour does article A give?", True),
        (f"The lamp is there. {RUG_STORY} Which colour does article A give the lamp?", False),
        (f"{RUG_STORY} The lamp is there. Which colour does article A give the lamp?", True),
        ("Which colour does article A give the lamp?", False),
        ("The lamp is there. Which colour does article A give the lamp?", False),
    ],
)
def test_the_first_sentence_of_a_stem_belongs_to_the_others(stem: str, is_found: bool, tiny: World) -> None:
    assert bool(findings(tiny, "detached sentence", choice(stem=stem))) == is_found


def test_a_stem_without_a_word_is_no_question_and_ends_nothing(tiny: World) -> None:
    assert "no question" in {finding.code for finding in lint_bank(bank_of(tiny, choice(stem=".")))}


@pytest.mark.parametrize(("mark", "is_found"), [(FULL_MARK_THRESHOLD, False), (0.99, True)])
def test_a_key_is_taken_when_it_gets_the_full_mark(
    mark: float, is_found: bool, tiny: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = import_module("game.quiz.lint.truth_rules")
    monkeypatch.setattr(rules, "mark", lambda item, response, _: mark if response == ("green",) else 0.0)
    assert bool(findings(tiny, "key not taken", choice())) == is_found


@pytest.mark.parametrize(
    ("stem", "facts", "is_found"),
    [
        ("Which colour does the lamp have there?", GREEN, True),
        ("Which colour does article A give the lamp?", GREEN, False),
        ("Which colour does a porter give the lamp?", BLUE, False),
        ("Which colour does a porter give the lamp?", GREEN, True),  # he does not say so
        ("Which colour does the article give the lamp?", GREEN, True),  # there are two
        ("Which colours do they give the lamp?", (*GREEN, *BLUE), False),  # both sides are asked
        ("Which age does the rug have there?", RUG, False),
    ],
)
def test_on_a_point_of_conflict_a_stem_names_the_source_or_the_speaker(
    stem: str, facts: tuple[str, ...], is_found: bool, tiny: World
) -> None:
    assert bool(findings(tiny, "no source named", choice(stem=stem, facts=facts))) == is_found
    number = Number(id="n", stem=stem, key="7", feedback="It is seven.", facts=facts)
    assert bool(findings(tiny, "no source named", number)) == is_found


def test_a_question_about_the_sources_themselves_names_none(tiny: World) -> None:
    item = WhichSource(id="w", stem="Which says so of the lamp?", key="A", feedback="It is A.", facts=GREEN)
    assert findings(tiny, "no source named", item) == []


def test_where_a_fault_stands_in_an_item(tiny: World) -> None:
    def fields(code: str, item: Item) -> list[tuple[object, ...]]:
        return [finding.field for finding in findings(tiny, code, item)]

    assert fields("unknown fact", choice(facts=("lamp-is-green", "gone", "lost"))) == [("facts", 1), ("facts", 2)]
    assert fields("option twice", choice(wrong=("blue", "Green."))) == [("distractors", 1, "text")]
    assert fields("bad id", choice(id="A")) == [("id",)]
    assert fields("empty text", choice(wrong=("blue", " "))) == [("distractors", 1, "text")]


@pytest.mark.parametrize(
    ("key", "claim", "said"),
    [
        ("2 lamps", "There are two lamps.", []),
        ("10 lamps", "There are ten lamps.", []),
        ("11 lamps", "There are ten lamps.", [("11",)]),
        ("1,200 lamps", "There are 1200 lamps.", []),
        ("1200 lamps", "There are 1,200 lamps.", []),
        ("7 lamps", "Of 07 lamps.", []),
        ("0 lamps", "Of 07 lamps.", [("0",)]),
    ],
)
def test_a_figure_of_the_key_stands_in_the_facts(key: str, claim: str, said: list[tuple[str]], tiny: World) -> None:
    facts = dict(tiny.facts) | {"lamp-is-green": replace(tiny.facts["lamp-is-green"], claim=claim)}
    world = msgspec.structs.replace(tiny, facts=facts)
    assert values(world, "figure not cited", choice(key=key)) == said


def test_places_on_the_card_are_those_of_the_seed_0(tiny: World) -> None:
    items = many(20)
    bank = bank_of(tiny, *items)
    seen = Counter("ABC"[show(item, bank.world, 0).options.index("green")] for item in items)
    assert make_quality_card(bank, ()).places == seen


@pytest.mark.parametrize(
    ("sign", "is_found"),
    [("\0", True), ("\x1f", True), ("\x7f", True), ("\ufeff", True), ("\ud800", True), ("\t", False)],
)
def test_a_sign_that_acts_or_is_none_is_found(sign: str, is_found: bool, tiny: World) -> None:
    assert bool(findings(tiny, "control character", choice(feedback=f"Green {sign} it is."))) == is_found
