"""The kind ``multiple``: marks by Moodle's rule, one form for one response, and the same marks in other programs."""

import io
import json
import re
import zipfile
from itertools import combinations
from xml.etree import ElementTree as ET

import msgspec
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.exchange import FORMATS, list_losses
from game.exports.printed_paper import write_paper_html, write_paper_markdown
from game.pack.kinds import (
    Distractor,
    Item,
    Multiple,
    Response,
    describe_interaction,
    find_faults,
    find_key,
    find_misconception,
    mark,
    read_response,
    show,
    write_interaction_response,
    write_response,
)
from game.pack.kinds.parts import KnownIds
from game.pack.world import World
from game.prose.questions import render_verdict
from game.quiz.lint import lint_bank
from game.quiz.papers import Paper, Selection
from tests.items import MULTIPLE
from tests.test_formats import HOSTILE, anki_notes, bank_of, kebab, made, moodle, normal
from tests.test_imports import LOSSLESS
from tests.test_imports import read as read_file
from tests.test_marking import WORLD

RIGHT = MULTIPLE.keys
WRONG = tuple(distractor.text for distractor in MULTIPLE.distractors)
SUBSETS = [tuple(each) for size in range(6) for each in combinations((*RIGHT, *WRONG), size)]


def multiple(keys: int, wrong: int) -> Multiple:
    """An item with so many right and wrong options."""
    distractors = tuple(Distractor(text=f"wrong {n}", because=f"No {n}.") for n in range(wrong))
    return Multiple(
        id="m", stem="Which?", keys=tuple(f"right {n}" for n in range(keys)), distractors=distractors,
        feedback="So.", facts=("lamp-is-green",),
    )  # fmt: skip


# --- Marks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "worth"),
    [
        (RIGHT, 1),
        (RIGHT[:2], 2 / 3),
        (RIGHT[:1], 1 / 3),
        ((*RIGHT, WRONG[0]), 1 / 2),
        ((*RIGHT, *WRONG), 0),
        ((RIGHT[0], RIGHT[1], WRONG[0]), 1 / 6),
        ((RIGHT[0], WRONG[0]), 0),
        (WRONG, 0),
        (WRONG[:1], 0),
        ((), 0),
    ],
)
def test_right_options_add_a_share_and_wrong_ones_cost_one(tiny: World, chosen: Response, worth: float) -> None:
    assert mark(MULTIPLE, chosen, tiny) == pytest.approx(worth)


@pytest.mark.parametrize(("keys", "wrong"), [(2, 1), (2, 5), (3, 3), (5, 1), (5, 3)])
def test_all_is_worth_nothing_and_the_key_everything(tiny: World, keys: int, wrong: int) -> None:
    item = multiple(keys, wrong)
    everything = tuple(sorted((*item.keys, *(each.text for each in item.distractors))))
    assert mark(item, everything, tiny) == 0
    assert mark(item, find_key(item, tiny), tiny) == 1
    assert mark(item, find_key(item, tiny)[1:], tiny) == pytest.approx(1 - 1 / keys)


def test_an_option_that_is_none_counts_neither_way(tiny: World) -> None:
    assert mark(MULTIPLE, (*RIGHT, "a lamp of another pack"), tiny) == 1
    assert mark(MULTIPLE, (RIGHT[0], RIGHT[0]), tiny) == pytest.approx(1 / 3)


# --- Answers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["A C", "a,c", "ac", "A and C", "a & c", "1 3", "C, A", "a) c)", "A, C and A", "c+a."])
def test_letters_choose_whatever_stands_between_them(tiny: World, line: str) -> None:
    shown = show(MULTIPLE, tiny, 3)
    assert read_response(shown, line) == tuple(sorted((shown.options[0], shown.options[2])))


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("green lamp, an old rug", None),
        ("a green, an old", ("a green lamp", "an old rug")),
        ("a green lamp and a shut door", ("a green lamp", "a shut door")),
        ("an old rug", ("an old rug",)),
        ("b", "second"),
        ("f", None),
        ("a f", None),
        ("", None),
        ("none of these questions", None),
        ("a green, a red", None),
    ],
)
def test_texts_choose_by_their_beginning_and_nothing_is_guessed(
    tiny: World, line: str, chosen: Response | str | None
) -> None:
    shown = show(MULTIPLE, tiny, 3)
    expected = (shown.options[1],) if chosen == "second" else chosen
    assert read_response(shown, line) == expected


def test_a_text_in_full_goes_before_letters(tiny: World) -> None:
    item = msgspec.structs.replace(multiple(2, 1), keys=("Cab", "Bus"))
    assert read_response(show(item, tiny, 0), "cab") == ("Cab",)


@given(chosen=st.sets(st.sampled_from((*RIGHT, *WRONG)), min_size=1), seed=st.integers(0, 999))
def test_one_response_has_one_form_however_it_is_shown_and_typed(chosen: set[str], seed: int) -> None:
    shown = show(MULTIPLE, WORLD, seed)
    letters = ["ABCDE"[shown.options.index(text)] for text in chosen]
    responses = {read_response(shown, " ".join(order)) for order in (letters, sorted(letters), letters[::-1])}
    assert responses == {tuple(sorted(chosen))}
    assert read_response(shown, write_response(shown, tuple(sorted(chosen)))) == tuple(sorted(chosen))


def test_a_response_does_not_tell_the_authors_order() -> None:
    """An exam shows what was answered before it is marked; the right options come first in the pack."""
    item = msgspec.structs.replace(multiple(2, 2), keys=("zebra", "yak"))
    shown = show(item, None, 0)  # type: ignore[arg-type] # this kind asks nothing of the ledger
    assert read_response(shown, "abcd") == ("wrong 0", "wrong 1", "yak", "zebra")


# --- Words ------------------------------------------------------------------------------------------------------------


def test_feedback_names_what_was_missed_and_what_was_wrong(tiny: World) -> None:
    response = tuple(sorted((RIGHT[0], RIGHT[1], WRONG[0])))
    lines = [line.text for line in render_verdict(MULTIPLE, response, mark(MULTIPLE, response, tiny), tiny)]
    assert lines[0] == "Right in part, 17%. Missed: “a shut door”. Wrongly picked: “a blue lamp”."
    assert lines[1] == "That is what B says."
    assert find_misconception(MULTIPLE, WRONG) == "That is what B says. The door is shut."
    assert find_misconception(MULTIPLE, RIGHT) == ""


def test_what_is_right_and_what_is_passed_is_said(tiny: World) -> None:
    right = next(render_verdict(MULTIPLE, find_key(MULTIPLE, tiny), 1.0, tiny)).text
    passed = next(render_verdict(MULTIPLE, (), 0.0, tiny)).text
    assert right == "Right: “a green lamp”, “a shut door” and “an old rug”."
    assert passed == "You gave no answer. It is “a green lamp”, “a shut door” and “an old rug”."


def test_paper_asks_for_ticks_and_prints_the_letters_of_the_key(tiny: World) -> None:
    paper = Paper(bank_of(tiny, MULTIPLE), 1, Selection(items=1))
    (shown,) = paper.version("A")
    for text in (write_paper_markdown(paper), write_paper_html(paper)):
        assert "Tick all that apply." in text
        assert write_response(shown, find_key(MULTIPLE, tiny)) in text
        assert "Answer: ___" not in text


# --- What authors get wrong -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("keys", "wrong", "codes"), [(3, 5, []), (4, 5, ["too many options"]), (5, 3, [])])
def test_there_are_letters_for_eight_options(keys: int, wrong: int, codes: list[str]) -> None:
    known = KnownIds(("A",), None)
    assert [fault.code for fault in find_faults(multiple(keys, wrong), known)] == codes


def test_options_are_told_apart() -> None:
    item = msgspec.structs.replace(
        multiple(2, 2),
        keys=("the lamp", "The lamp."),
        distractors=(Distractor(text="“the lamp”", because="."), Distractor(text="a lamp", because=".")),
    )
    faults = [(fault.code, fault.field) for fault in find_faults(item, KnownIds((), None))]
    assert faults == [("twice", ("keys", 1)), ("wrong is key", ("distractors", 0, "text"))]


@pytest.mark.parametrize(("keys", "wrong"), [(1, 2), (8, 1), (2, 0), (2, 7)])
def test_a_pack_must_keep_to_the_numbers(keys: int, wrong: int) -> None:
    raw = msgspec.json.encode(multiple(keys, wrong))
    with pytest.raises(msgspec.ValidationError, match=r"keys|distractors"):
        msgspec.json.decode(raw, type=Item)


def found(world: World, item: Item) -> set[str]:
    return {str(finding.rule) for finding in lint_bank(bank_of(world, item))} - {"W53", "I54"}


@pytest.mark.parametrize(
    ("rule", "keys", "wrong"),
    [
        ("W23", ("green", "all of the above"), ("blue", "red")),
        ("W24", ("always green", "never blue"), ("red", "old")),
        ("W20", ("green as the grass of May", "shut as the door of May"), ("blue", "red")),
        ("W31", ("green lamp of A", "the lamp of A, green"), ("blue", "red")),
        ("W33", ("Green", "Shut"), ("blue", "red")),
    ],
)
def test_the_rules_for_options_look_at_all_right_ones(
    tiny: World, rule: str, keys: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    distractors = tuple(Distractor(text=text, because="Nobody says so.") for text in wrong)
    bad = msgspec.structs.replace(MULTIPLE, keys=keys, distractors=distractors)
    one_only = msgspec.structs.replace(bad, keys=("old", keys[0]) if rule not in ("W23", "W31") else ("old", "shut"))
    assert rule in found(tiny, bad)
    assert rule not in found(tiny, one_only)


# --- Other programs ---------------------------------------------------------------------------------------------------


def by_rule(world: World) -> dict[tuple[str, ...], float]:
    return {chosen: mark(MULTIPLE, chosen, world) for chosen in SUBSETS}


def sums(weights: dict[str, float]) -> dict[tuple[str, ...], float]:
    """What another program gives each choice that adds weights and cuts them at 0 and 1."""
    return {chosen: min(1.0, max(0.0, sum(weights[text] for text in chosen))) for chosen in SUBSETS}


def test_moodle_gives_the_same_marks(tiny: World) -> None:
    question = moodle(FORMATS["moodle-xml"].write(made(bank_of(tiny, MULTIPLE))))["multiple"]
    assert question.findtext("single") == "false"
    weights = {a.findtext("text", ""): float(a.get("fraction", "")) / 100 for a in question.iter("answer")}
    assert sums(weights) == pytest.approx(by_rule(tiny), abs=1e-6)


@pytest.mark.parametrize("name", ["qti21", "qti30"])
def test_qti_gives_the_same_marks_and_full_ones(tiny: World, name: str) -> None:
    is_new = name == "qti30"
    archive = zipfile.ZipFile(io.BytesIO(FORMATS[name].write(made(bank_of(tiny, MULTIPLE)))))
    root = ET.fromstring(archive.read("items/multiple.xml"))

    def all_of(tag: str) -> list[ET.Element]:
        return [e for e in root.iter() if e.tag.rpartition("}")[2] == kebab(tag, is_new=is_new)]

    key, value = ("map-key", "mapped-value") if is_new else ("mapKey", "mappedValue")
    texts = {e.get("identifier", ""): e.text or "" for e in all_of("simpleChoice")}
    (whole,) = (float(e.text or "") for e in all_of("divide")[0] if e.text)
    weights = {texts[e.get(key, "")]: float(e.get(value, "")) / whole for e in all_of("mapEntry")}
    assert sums(weights) == pytest.approx(by_rule(tiny), abs=1e-15)
    assert sums(weights)[max(sums(weights), key=lambda chosen: sums(weights)[chosen])] == 1, (
        "whole points, so that thirds make a full mark"
    )
    assert all_of("responseDeclaration")[0].get("cardinality") == "multiple"
    (correct,) = all_of("correctResponse")
    assert {texts[e.text or ""] for e in correct} == set(RIGHT)
    shown = {e.get("identifier", ""): "".join(e.itertext()) for e in all_of("modalFeedback")}
    assert sorted(shown) == sorted(["WHY", *(one for one, text in texts.items() if text in WRONG)])


def test_sheets_name_all_right_places(tiny: World) -> None:
    four = msgspec.structs.replace(MULTIPLE, keys=RIGHT[:2])
    whole = made(bank_of(tiny, four))
    places = ",".join(str(n) for n, option in enumerate(whole.questions[0].options, start=1) if option.is_right)
    kahoot, wayground = (
        list(openpyxl.load_workbook(io.BytesIO(FORMATS[name].write(whole))).worksheets[0].iter_rows(values_only=True))[
            -1
        ]
        for name in ("kahoot", "wayground")
    )
    assert kahoot[7] == places
    assert (wayground[1], wayground[7]) == ("Checkbox", places)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("anki", "no part marks"),
        ("kahoot", "left out: it has 5 options"),
        ("wayground", "without our part marks"),
        ("h5p", "there, a wrong option costs as much as a right one earns"),
    ],
)
def test_what_is_lost_is_said(tiny: World, name: str, says: str) -> None:
    assert any(says in loss.text for loss in list_losses(made(bank_of(tiny, MULTIPLE)), name))


@pytest.mark.parametrize("name", ["gift", "moodle-xml", "csv", "json", "markdown", "qti21", "qti30"])
def test_nothing_is_lost_where_it_is_carried_whole(tiny: World, name: str) -> None:
    assert list_losses(made(bank_of(tiny, MULTIPLE)), name) == ()


def test_what_has_too_many_options_is_left_out_of_sheets(tiny: World) -> None:
    whole = made(bank_of(tiny, multiple(4, 2)))
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["wayground"].write(whole)))
    assert book.worksheets[0].max_row == 1
    assert any("left out: it has 6 options, 5 are allowed" in loss.text for loss in list_losses(whole, "wayground"))


def test_anki_shows_all_right_options(tiny: World) -> None:
    ((fields, _, _),) = anki_notes(FORMATS["anki"].write(made(bank_of(tiny, MULTIPLE)))).values()
    assert set(fields[3].split("; ")) == set(RIGHT)


def test_h5p_lets_several_be_chosen(tiny: World) -> None:
    archive = zipfile.ZipFile(io.BytesIO(FORMATS["h5p"].write(made(bank_of(tiny, MULTIPLE)))))
    (question,) = json.loads(archive.read("content/content.json"))["questions"]
    assert question["params"]["behaviour"] == {"type": "multi", "singlePoint": False, "randomAnswers": True}
    right = {re.sub("<[^>]*>", "", a["text"]) for a in question["params"]["answers"] if a["correct"]}
    assert right == set(RIGHT)


def test_a_record_store_is_told_all_that_was_chosen(tiny: World) -> None:
    described = describe_interaction(MULTIPLE, tiny)
    assert (described.type, described.right) == ("choice", ("c1[,]c2[,]c3",))
    assert write_interaction_response(MULTIPLE, tuple(sorted((WRONG[0], RIGHT[1]))), tiny) == "c2[,]c4"
    assert write_interaction_response(MULTIPLE, (), tiny) == ""


@pytest.mark.parametrize("name", LOSSLESS)
@given(keys=st.lists(HOSTILE, min_size=2, max_size=5), wrong=st.lists(HOSTILE, min_size=1, max_size=3), why=HOSTILE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_exported_comes_back_whatever_its_texts(
    tiny: World, name: str, keys: list[str], wrong: list[str], why: str
) -> None:
    item = Multiple(
        id="m", stem="Which?", feedback=why, facts=("lamp-is-green",),
        keys=tuple(f"k{n} {text}" for n, text in enumerate(keys)),
        distractors=tuple(Distractor(text=f"w{n} {text}", because=why) for n, text in enumerate(wrong)),
    )  # fmt: skip
    made_again = read_file(name, FORMATS[name].write(made(bank_of(tiny, item))), tiny, "", ())
    assert made_again.troubles == ()
    ((back,),) = made_again.rooms.values()
    assert isinstance(back, Multiple)
    assert sorted(map(normal, back.keys)) == sorted(map(normal, item.keys))
    pairs = [{(normal(each.text), normal(each.because)) for each in one.distractors} for one in (back, item)]
    assert pairs[0] == pairs[1]


def test_a_table_may_name_the_right_options_in_its_key(tiny: World) -> None:
    text = "stem,kind,key,option1,option2,option3\nWhich?,multiple,green; old,green,old,blue\n"
    ((item,),) = read_file("csv", text, tiny).rooms.values()
    assert isinstance(item, Multiple)
    assert item.keys == ("green", "old")
