"""What the kinds give to screens, paper and other programs: forms, texts, faults, remarks, neutral questions."""

import msgspec
import pytest
from msgspec.structs import replace

from game.pack.kinds import (
    Distractor,
    Item,
    Pair,
    Reason,
    Response,
    Wrong,
    describe_form,
    describe_interaction,
    describe_response,
    find_faults,
    find_key,
    find_misconception,
    find_remarks,
    is_resolved,
    is_right,
    list_rivals,
    list_texts,
    make_questions,
    mark,
    name_kind,
    read_response,
    show,
    show_by_words,
    write_interaction_response,
    write_response,
)
from game.pack.kinds.mixing import shuffle
from game.pack.kinds.neutral import NeutralQuestion, Option, Provenance
from game.pack.kinds.parts import ItemLayout, KnownIds, Nothing, Paired, Proved, SingleAnswer, Steps
from game.pack.kinds.picking import find_misspelt, find_option, read_every_option, read_places
from game.pack.kinds.short import MAX_RESPONSE_LENGTH
from game.pack.world import World
from tests.items import (
    AGREEMENT,
    CHOICE,
    GREEN,
    MATCH,
    MULTIPLE,
    NUMBER,
    ONE_OF_EACH,
    ORDER,
    PROOF,
    SHORT,
    SOURCE,
    STATEMENT,
    SURE,
)

BOTH = ("lamp-is-green", "lamp-is-blue")
PROVENANCE = Provenance(
    id="q",
    origin="choice",
    stem="Which?",
    proof_stem="Which fact proves it?",
    feedback=".",
    source="Article A",
    facts=GREEN,
    level=1,
    skill="recall",
    room="salon",
    category="1 Green salon",
    topics=("lamps",),
)


def made(item: Item, world: World) -> tuple[NeutralQuestion, ...]:
    """What an item is for other programs."""
    return tuple(make_questions(show(item, world, 0), world, PROVENANCE))


def sourced(world: World, *ids: str) -> World:
    """The world with other sources."""
    like = world.sources["A"]
    return replace(world, sources={one: replace(like, id=one, title=f"Article {one}") for one in ids})


# --- How it is answered -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "is_one_key", "is_ticked", "has_proof"),
    [
        (CHOICE, True, True, False),
        (STATEMENT, True, True, False),
        (NUMBER, False, False, False),
        (SHORT, False, False, False),
        (ORDER, False, False, False),
        (MATCH, False, False, False),
        (SOURCE, True, True, False),
        (AGREEMENT, True, True, False),
        (SURE, True, True, False),
        (PROOF, False, False, True),
        (MULTIPLE, False, True, False),
    ],
    ids=[name_kind(item) for item in ONE_OF_EACH],
)
def test_one_key_or_a_line_a_tick_or_words(item: Item, *, is_one_key: bool, is_ticked: bool, has_proof: bool) -> None:
    form = describe_form(item)
    assert (form.is_one_key, form.is_ticked, form.has_proof) == (is_one_key, is_ticked, has_proof)


def test_an_item_that_says_nothing_of_its_level_is_of_the_first() -> None:
    assert CHOICE.level == 1
    assert CHOICE.skill == "recall"


@pytest.mark.parametrize(
    ("item", "first"),
    [
        (CHOICE, SingleAnswer("green")),
        (STATEMENT, SingleAnswer("True")),
        (NUMBER, SingleAnswer("37", "mph")),
        (SHORT, SingleAnswer("Pulikovsky")),
        (SOURCE, SingleAnswer("Article A")),
        (AGREEMENT, SingleAnswer("They agree")),
        (SURE, SingleAnswer("It says so flatly")),
    ],
)
def test_of_a_response_with_texts_too_many_the_first_is_read(item: Item, first: SingleAnswer, tiny: World) -> None:
    """Such a response stands in a file that somebody has changed; it must be the same answer everywhere."""
    one, two = (first.text,), (first.text, "Article B")
    assert describe_response(item, two) == describe_response(item, one) == first
    assert write_interaction_response(item, two, tiny) == write_interaction_response(item, one, tiny) != ""
    assert find_misconception(item, two) == find_misconception(item, one)


def test_of_a_figure_or_words_with_texts_too_many_the_first_is_marked(tiny: World) -> None:
    assert mark(NUMBER, ("37", "31"), tiny) == mark(SHORT, ("Pulikovsky", "Toloraya"), tiny) == 1
    assert mark(NUMBER, ("31", "37"), tiny) == mark(SHORT, ("Toloraya", "Pulikovsky"), tiny) == 0
    assert find_misconception(NUMBER, ("31", "37")) == "That is the other one."
    assert find_misconception(SHORT, ("Georgy Toloraya", "Pulikovsky")) == "He is another witness."
    assert find_misconception(CHOICE, ("blue", "green")) == "That is what the porter says in B."


@pytest.mark.parametrize(
    ("response", "spoken"),
    [
        ((), Nothing()),
        (("green",), Proved("green", "")),
        (("green", "rug-is-old"), Proved("green", "rug-is-old")),
        (("green", "rug-is-old", "lamp-is-blue"), Proved("green", "rug-is-old")),
    ],
)
def test_an_answer_with_its_proof_is_an_option_and_one_fact(response: Response, spoken: object, tiny: World) -> None:
    assert describe_response(PROOF, response) == spoken
    assert write_interaction_response(PROOF, response, tiny) == ("c1" if response else "")


def test_what_can_be_chosen_has_an_id_by_its_place(tiny: World) -> None:
    assert describe_interaction(CHOICE, tiny).choices == (("c1", "green"), ("c2", "blue"), ("c3", "red"))
    assert describe_interaction(MATCH, tiny).source == (("l1", "lamp"), ("l2", "rug"), ("l3", "door"))


def test_steps_are_described_in_the_order_given() -> None:
    assert describe_response(ORDER, ("two", "one")) == Steps(("two", "one"))


def test_without_a_seed_options_stand_by_their_texts(tiny: World) -> None:
    """Neither as authors wrote them, the key first, nor by chance: two exports of one pack are alike."""
    (first, *_) = orders = [show_by_words(replace(CHOICE, id=f"choice-{n}"), tiny).options for n in range(30)]
    assert len(set(orders)) > 3
    assert show_by_words(
        replace(CHOICE, id="choice-0", key="red", distractors=wrong("green", "blue")), tiny
    ).options == (first)
    assert show_by_words(CHOICE, tiny).options == ("red", "green", "blue")


def test_pairs_left_open_are_left_out(tiny: World) -> None:
    assert describe_response(MATCH, ("green",)) == Paired((("lamp", "green"),))


# --- Keys -------------------------------------------------------------------------------------------------------------


def test_the_first_fact_is_the_proof_and_says_how_sure_the_source_is(tiny: World) -> None:
    two = replace(PROOF, facts=("rug-is-old", "lamp-is-green"), reasons=PROOF.reasons[1:])
    assert find_key(two, tiny) == ("green", "rug-is-old")
    assert set(show(two, tiny, 0).reasons) == {"rug-is-old", "lamp-is-blue"}
    _, proof = made(two, tiny)
    assert [option.text for option in proof.options if option.is_right] == ["The rug looks old."]
    sure = replace(SURE, facts=("lamp-is-blue", "lamp-is-green", "rug-is-old"))
    assert find_key(sure, tiny) == ("It passes on what someone else said",)


@pytest.mark.parametrize(
    ("sources", "last"),
    [("A", ["All of them", "None of them"]), ("AB", ["Both", "Neither"]), ("ABC", ["All of them", "None of them"])],
)
def test_of_two_sources_one_says_both_and_neither(sources: str, last: list[str], tiny: World) -> None:
    options = show(SOURCE, sourced(tiny, *sources), 0).options
    assert list(options) == [*(f"Article {one}" for one in sources), *last]


@pytest.mark.parametrize(
    ("item", "is_whole"),
    [
        (CHOICE, True),
        (replace(CHOICE, facts=("lamp-is-green", "gone")), False),
        (replace(CHOICE, facts=("lamp-is-green", "lamp-is-blue", "rug-is-old", "lamp-was-stolen")), True),
        (SOURCE, True),
        (replace(SOURCE, key="Z"), False),
        (replace(AGREEMENT, key="Z"), False),
        (replace(SURE, facts=("gone",)), False),
    ],
)
def test_an_item_rests_on_facts_and_sources_that_are_there(item: Item, tiny: World, *, is_whole: bool) -> None:
    assert is_resolved(item, tiny) == is_whole


def test_three_thirds_are_a_whole_mark_and_less_is_none(tiny: World) -> None:
    assert is_right(MATCH, ("green", "old", "shut"), tiny)
    assert not is_right(MATCH, ("green", "old", "open"), tiny)
    assert not is_right(MATCH, (), tiny)


# --- Typed lines ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "options", "picked"),
    [
        ("b", ("one", "two"), "two"),
        ("2", ("one", "two"), "two"),
        ("02", ("one", "two"), "two"),
        ("10", ("one", "two"), None),
        ("ab", ("one", "two"), None),
        ("a b", ("one", "two"), None),
        ("tw", ("one", "two"), None),
        ("two", ("one", "two three"), "two three"),
        ("two", ("two one", "two three"), None),
        ("two", ("two one", "two"), "two"),
        ("no", ("No", "Yes"), "No"),
        ("no", ("True", "False"), "False"),
        ("tru", ("True", "False"), "True"),
        ("right", ("true", "false"), "true"),
        ("right", ("True", "False", "Right"), "Right"),
        ("yes", ("True", "Untrue"), None),
        ("The two", ("one", "the two"), "the two"),
        ("", ("one", "two"), None),
    ],
)
def test_a_line_picks_an_option_by_place_or_by_beginning(
    line: str, options: tuple[str, ...], picked: str | None
) -> None:
    assert find_option(line, options) == picked


@pytest.mark.parametrize(
    ("typed", "options", "picked"),
    [
        ("abx", ("abc",), "abc"),
        ("ax", ("ab",), None),
        ("abcdexx", ("abcdefg",), None),
        ("abcdefxx", ("abcdefgh",), "abcdefgh"),
        ("abcdexxx", ("abcdefgh",), None),
        ("lamp 3", ("lamp 4",), None),
        ("lamq", ("lamp", "lamb"), None),
        ("lamp", (), None),
    ],
)
def test_a_slip_is_taken_for_the_one_option_that_is_near(
    typed: str, options: tuple[str, ...], picked: str | None
) -> None:
    assert find_misspelt(typed, options) == picked
    assert CHOICE.read_response(ItemLayout(options), typed) == (None if picked is None else (picked,))


@pytest.mark.parametrize(
    ("line", "places"),
    [("", []), ("12", [11]), ("1 b", [-1, 1]), ("b.", [1]), ("cab", [2, 0, 1]), ("c ab", [2, -1]), ("i", [-1])],
)
def test_what_is_no_letter_of_a_row_is_told_apart(line: str, places: list[int]) -> None:
    assert read_places(line) == places


def test_every_option_is_named_in_any_order_and_none_beside() -> None:
    layout = ItemLayout(("x", "y"))
    assert read_every_option(layout, "2 1") == ("y", "x")
    assert read_every_option(layout, "1 2") == ("x", "y")
    assert read_every_option(layout, "1 3") is None


@pytest.mark.parametrize(
    ("line", "picked"),
    [
        ("1a", (0, 0)),
        ("c3", (2, 2)),
        ("3 c", (2, 2)),
        ("(A) 1.", (0, 0)),
        ("d1", None),
        ("a4", None),
        ("a0", None),
        ("0a", None),
        ("a", None),
        ("1", None),
        ("a1 b2", None),
        ("x1", None),
    ],
)
def test_an_answer_with_its_proof_is_a_letter_and_a_number(
    line: str, picked: tuple[int, int] | None, tiny: World
) -> None:
    shown = show(PROOF, tiny, 0)
    wanted = None if picked is None else (shown.options[picked[0]], shown.reasons[picked[1]])
    assert read_response(shown, line) == wanted


def test_what_cannot_be_typed_is_written_as_nothing(tiny: World) -> None:
    shown = show(PROOF, tiny, 0)
    right = write_response(shown, ("green", "lamp-is-green"))
    assert right == f"{'ABC'[shown.options.index('green')]}{shown.reasons.index('lamp-is-green') + 1}"
    for response in (("green",), ("green", "gone"), ("purple", "lamp-is-green"), ("lamp-is-green", "green"), ()):
        assert write_response(shown, response) == "", response
    assert write_response(show(CHOICE, tiny, 0), ("purple",)) == ""


def test_a_row_paired_twice_is_no_answer(tiny: World) -> None:
    shown = show(MATCH, tiny, 0)
    assert read_response(shown, "1b 2a 3c 3c") is None
    assert read_response(shown, "1b 2a 3c") is not None
    assert read_response(shown, "b1 a2 c3") == read_response(shown, "1b 2a 3c") == read_response(shown, "bac")


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("a, 3", ("one", "three")),
        ("b b a", ("one", "two")),
        ("a z", None),
        ("two", ("two",)),
        ("one and thr", ("one", "three")),
        ("one, xyz", None),
        ("", None),
        ("a!", ("one",)),
    ],
)
def test_several_options_are_chosen_and_nothing_is_passed_over(typed: str, chosen: Response | None) -> None:
    assert MULTIPLE.read_response(ItemLayout(("one", "two", "three")), typed) == chosen


def test_letters_of_several_options_are_written_in_the_order_of_the_alphabet() -> None:
    layout = ItemLayout(("one", "two", "three"))
    assert MULTIPLE.write_response(layout, ("three", "one")) == "A C"


def test_words_of_ones_own_are_kept_up_to_a_length(tiny: World) -> None:
    assert MAX_RESPONSE_LENGTH == 120
    shown = show(SHORT, tiny, 0)
    assert read_response(shown, "x" * 121) == ("x" * 120,)
    assert read_response(shown, "x" * 119) == ("x" * 119,)


@pytest.mark.parametrize(
    ("key", "accepted", "typed", "value"),
    [
        ("lantern", (), "lanterm", 1.0),
        ("lantern of copper", (), "lanterm of coppar", 1.0),  # one in each word
        ("lantern of copper wire", (), "lanterm of coppar wier", 0.0),  # three in all
        ("lantern", ("candlestick",), "candlestikk", 1.0),  # near to the second form
        ("lamp 4", (), "lamp 5", 0.0),
        ("lamp 4", (), "the lamp 4", 1.0),
        ("lamp 4", (), "the lamps 4", 0.0),
    ],
)
def test_each_form_of_the_key_forgives_its_own_slips(
    key: str, accepted: tuple[str, ...], typed: str, value: float, tiny: World
) -> None:
    assert mark(replace(SHORT, key=key, accepted=accepted, distractors=()), (typed,), tiny) == value


def test_a_slip_as_near_to_a_wrong_answer_is_not_forgiven(tiny: World) -> None:
    near = replace(SHORT, key="lantern", accepted=(), distractors=(Distractor(text="lanterx", because="."),))
    assert mark(near, ("lantery",), tiny) == 0
    assert mark(near, ("lamtern",), tiny) == 1


# --- Order ------------------------------------------------------------------------------------------------------------


def test_a_shuffle_is_fair_and_changes_nothing_else() -> None:
    orders = [shuffle(("a", "b", "c"), str(seed)) for seed in range(600)]
    assert len(set(orders)) == 6
    assert all(60 < orders.count(order) < 140 for order in set(orders))
    assert shuffle((), "1") == ()


# --- What authors wrote -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "right"),
    [
        (CHOICE, ["green"]),
        (STATEMENT, []),
        (NUMBER, ["37"]),
        (SHORT, ["Konstantin Pulikovsky"]),
        (ORDER, ["one", "two", "three", "four"]),
        (MATCH, ["lamp", "green", "rug", "old", "door", "shut"]),
        (SOURCE, []),
        (AGREEMENT, []),
        (SURE, []),
        (PROOF, ["green"]),
        (MULTIPLE, ["a green lamp", "an old rug", "a shut door"]),
    ],
    ids=[name_kind(item) for item in ONE_OF_EACH],
)
def test_the_facts_must_support_the_texts_of_the_key_and_no_others(item: Item, right: list[str]) -> None:
    assert [text.text for text in list_texts(item) if text.is_right] == right


@pytest.mark.parametrize(
    ("item", "keys", "wrong", "are_shown"),
    [
        (CHOICE, ["green"], ["blue", "red"], True),
        (NUMBER, ["37"], ["31"], False),
        (SHORT, ["Konstantin Pulikovsky"], ["Georgy Toloraya"], False),
        (PROOF, ["green"], ["blue", "red"], True),
        (MULTIPLE, ["a green lamp", "an old rug", "a shut door"], ["a blue lamp", "an open door"], True),
        (ORDER, [], [], False),
        (SOURCE, [], [], False),
    ],
)
def test_only_options_are_shown_to_a_candidate(
    item: Item, keys: list[str], wrong: list[str], *, are_shown: bool
) -> None:
    rivals = list_rivals(item)
    assert [each.text for each in rivals.keys] == keys
    assert [each.text for each in rivals.wrong] == wrong
    assert rivals.are_shown == are_shown


KNOWN = KnownIds(("A", "B"), frozenset({"lamp-is-green", "lamp-is-blue", "rug-is-old"}))


def wrong(*texts: str) -> tuple[Distractor, ...]:
    return tuple(Distractor(text=text, because=".") for text in texts)


@pytest.mark.parametrize(
    ("item", "faults"),
    [
        (replace(CHOICE, distractors=wrong("blue", "red")), []),
        (replace(CHOICE, distractors=wrong("blue", "Green.")), [("wrong is key", 1)]),
        (replace(CHOICE, distractors=wrong("blue", "“Blue”")), [("twice among wrong", 1)]),
        (replace(CHOICE, distractors=wrong("Green", "blue", "blue")), [("wrong is key", 0), ("twice among wrong", 2)]),
        (replace(CHOICE, key="few", distractors=wrong("a few", "C", "C++")), []),  # an article or a sign parts them
        (replace(SHORT, key="C++", distractors=wrong("C", "c++")), [("wrong is key", 1)]),
        (replace(SHORT, key="CO", spelling="exact", distractors=wrong("Co")), []),
        (replace(ORDER, steps=("one", "two", "One")), [("twice", 2)]),
        (replace(MATCH, pairs=(Pair(left="a b", right="c"), Pair(left="d", right="c"))), [("twice", 1)]),
    ],
)
def test_texts_that_cannot_be_told_apart_are_a_fault(item: Item, faults: list[tuple[str, int]]) -> None:
    assert [(fault.code, next(n for n in fault.field if isinstance(n, int))) for fault in find_faults(item, KNOWN)] == (
        faults
    )


@pytest.mark.parametrize(
    ("item", "key", "known", "allowed"),
    [
        (SOURCE, "A", KNOWN, None),
        (SOURCE, "all", KNOWN, None),
        (SOURCE, "none", KNOWN, None),
        (SOURCE, "agree", KNOWN, ("A", "B", "all", "none")),
        (AGREEMENT, "agree", KNOWN, None),
        (AGREEMENT, "differ", KNOWN, None),
        (AGREEMENT, "B", KNOWN, None),
        (AGREEMENT, "all", KNOWN, ("A", "B", "agree", "differ")),
        (SOURCE, "Z", KnownIds((), None), None),  # no source can be read: nothing can be said to be missing
    ],
)
def test_a_key_is_a_source_or_one_of_two_words(
    item: Item, key: str, known: KnownIds, allowed: tuple[str, ...] | None
) -> None:
    faults = list(find_faults(msgspec.structs.replace(item, key=key), known))
    assert [(fault.code, fault.value, fault.allowed) for fault in faults] == (
        [] if allowed is None else [("no such key", key, allowed)]
    )


@pytest.mark.parametrize(
    ("facts", "known", "codes"),
    [
        (("rug-is-old", "lamp-is-blue"), KNOWN, []),
        (("rug-is-old", "gone"), KNOWN, ["no such fact"]),
        (("rug-is-old", "gone"), KnownIds(("A",), None), []),
        (("lamp-is-green", "rug-is-old"), KNOWN, ["proof twice"]),
        (("rug-is-old", "rug-is-old"), KNOWN, ["proof twice"]),
    ],
)
def test_a_fact_that_proves_nothing_is_there_and_stands_once(
    facts: tuple[str, ...], known: KnownIds, codes: list[str]
) -> None:
    item = replace(PROOF, reasons=tuple(Reason(fact=fact, because=".") for fact in facts))
    assert [fault.code for fault in find_faults(item, known)] == codes


@pytest.mark.parametrize(("tolerance", "codes"), [("-0.5", ["below 0"]), ("0", []), ("0.5", [])])
def test_a_tolerance_is_not_below_nothing(tolerance: str, codes: list[str]) -> None:
    assert [fault.code for fault in find_faults(replace(NUMBER, tolerance=tolerance), KNOWN)] == codes


@pytest.mark.parametrize(
    ("item", "key", "facts", "codes"),
    [
        (SOURCE, "A", GREEN, []),
        (SOURCE, "A", ("lamp-is-blue",), ["other source cited"]),
        (SOURCE, "A", BOTH, ["other source cited"]),
        (SOURCE, "none", GREEN, ["is told"]),
        (SOURCE, "none", BOTH, ["is told"]),
        (SOURCE, "all", BOTH, []),
        (AGREEMENT, "differ", BOTH, []),
        (AGREEMENT, "differ", GREEN, ["no difference"]),
        (AGREEMENT, "differ", ("rug-is-old", "lamp-is-blue"), ["no difference"]),
        (AGREEMENT, "agree", BOTH, ["no agreement"]),
        (AGREEMENT, "agree", GREEN, ["no agreement"]),
        (AGREEMENT, "agree", ("rug-is-old", "lamp-is-blue"), []),
        (AGREEMENT, "A", GREEN, []),
        (AGREEMENT, "B", GREEN, ["not alone"]),
        (AGREEMENT, "A", BOTH, ["not alone"]),
    ],
)
def test_a_key_about_sources_is_borne_out_by_the_facts(
    item: Item, key: str, facts: tuple[str, ...], codes: list[str], tiny: World
) -> None:
    remarks = list(find_remarks(msgspec.structs.replace(item, key=key, facts=facts), tiny))
    assert [remark.code for remark in remarks] == codes
    cited = sorted({cite[0] for fact in facts for cite in tiny.facts[fact].cites})
    assert all(remark.cited == tuple(cited) for remark in remarks)


def test_one_side_each_of_two_differences_is_no_difference(tiny: World) -> None:
    colour = tiny.differences["colour"]
    other = replace(colour, id="rug", sides=(replace(colour.sides[0], facts=("rug-is-old",)), colour.sides[1]))
    world = replace(tiny, differences={"colour": colour, "rug": other})
    facts = ("lamp-is-green", "rug-is-old")
    assert [remark.code for remark in find_remarks(replace(AGREEMENT, facts=facts), world)] == ["no difference"]
    assert [remark.code for remark in find_remarks(replace(AGREEMENT, facts=BOTH), world)] == []


# --- Other programs ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "kind", "is_fixed", "right"),
    [
        (CHOICE, "choice", False, "green"),
        (STATEMENT, "true-false", False, "False"),
        (replace(STATEMENT, key=True), "true-false", False, "True"),
        (NUMBER, "number", False, "37 mph"),
        (SHORT, "short", False, "Konstantin Pulikovsky"),
        (ORDER, "order", False, "one; two; three; four"),
        (MATCH, "match", False, "lamp: green; rug: old; door: shut"),
        (SOURCE, "choice", True, "Article A"),
        (AGREEMENT, "choice", True, "They differ"),
        (SURE, "choice", True, "It says so flatly"),
        (PROOF, "choice", False, "green"),
    ],
)
def test_a_question_elsewhere_has_its_shape_and_its_answer(
    item: Item, kind: str, right: str, tiny: World, *, is_fixed: bool
) -> None:
    question = made(item, tiny)[0]
    assert (question.kind, question.is_fixed, question.right) == (kind, is_fixed, right)
    assert (question.id, question.stem, question.is_true) == ("q", "Which?", right == "True")


def test_the_proof_is_a_question_of_its_own(tiny: World) -> None:
    _, proof = made(PROOF, tiny)
    assert (proof.id, proof.stem, proof.right) == ("proof-second-tier", "Which fact proves it?", "The lamp is green.")
    assert {option.text: option.because for option in proof.options} == {
        "The lamp is green.": "",
        "The rug looks old.": "That is the rug.",
        "According to a porter, the lamp is blue.": "That is B.",
    }


def test_only_a_wrong_option_has_a_reason_why_somebody_picks_it(tiny: World) -> None:
    (choice,) = made(CHOICE, tiny)
    assert set(choice.options) == {
        Option("green", is_right=True),
        Option("blue", is_right=False, because="That is what the porter says in B."),
        Option("red", is_right=False, because="Nobody says so."),
    }
    (short,) = made(SHORT, tiny)
    assert short.options == (
        Option("Konstantin Pulikovsky", is_right=True),
        Option("Pulikovsky", is_right=True),
        Option("Georgy Toloraya", is_right=False, because="He is another witness."),
    )
    (number,) = made(NUMBER, tiny)
    assert number.options == (
        Option("37", is_right=True),
        Option("31", is_right=False, because="That is the other one."),
    )


def test_an_option_weighs_by_how_many_are_like_it() -> None:
    options = tuple(Option(text, is_right=text in "ab") for text in "abcde")
    question = PROVENANCE.make_question("multiple", options=options)
    assert question.right_places == (1, 2)
    assert [question.weigh(option) for option in options] == pytest.approx([1 / 2, 1 / 2, -1 / 3, -1 / 3, -1 / 3])


def test_a_statement_is_a_choice_of_true_and_false_in_that_order(tiny: World) -> None:
    (question,) = made(STATEMENT, tiny)
    choice = question.as_choice()
    assert choice is not None
    assert (choice.kind, choice.is_fixed) == ("choice", True)
    assert choice.options == (Option("True", is_right=False), Option("False", is_right=True))


def test_a_figure_is_a_choice_among_the_figures_that_are_likely_to_be_given(tiny: World) -> None:
    figures = tuple(Wrong(value=str(value), because=".") for value in (31, 32, 33))
    (question,) = made(replace(NUMBER, wrong=figures), tiny)
    assert question.asked == "Which? (In mph.)"
    choice = question.as_choice()
    assert choice is not None
    assert (choice.kind, choice.is_fixed, choice.stem, choice.unit) == ("choice", False, "Which? (In mph.)", "")
    # By the texts alone: the order is the same on every machine, and the key has no place of its own.
    assert [option.text for option in choice.options] == ["37", "32", "33", "31"]
    assert [option.is_right for option in choice.options] == [True, False, False, False]


def test_words_of_ones_own_are_a_choice_with_the_best_form_of_the_key(tiny: World) -> None:
    (question,) = made(SHORT, tiny)
    assert question.asked == "Which?"
    choice = question.as_choice()
    assert choice is not None
    assert {option.text: option.is_right for option in choice.options} == {
        "Konstantin Pulikovsky": True,
        "Georgy Toloraya": False,
    }
    (bare,) = made(replace(SHORT, distractors=()), tiny)
    assert bare.as_choice() is None


@pytest.mark.parametrize("item", [ORDER, MATCH])
def test_what_is_put_in_order_or_in_pairs_is_no_choice(item: Item, tiny: World) -> None:
    (question,) = made(item, tiny)
    assert question.as_choice() is None


def test_a_text_that_is_no_option_is_kept_beside_those_that_are(tiny: World) -> None:
    written = write_interaction_response(MULTIPLE, ("an old rug", "of another version", "a green lamp"), tiny)
    assert written == "c1[,]c2[,]of another version"
