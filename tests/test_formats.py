"""Exports: what the reader of a format gets back is what the bank said; what it cannot carry is told."""

import csv
import html
import io
import json
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any
from unicodedata import normalize
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.exchange import FORMATS, Exported, collect_questions, list_losses
from game.exchange.anki import NOTE_FIELDS, make_guid
from game.exchange.exported import spread
from game.pack.kinds import (
    KINDS,
    Choice,
    Distractor,
    Item,
    Match,
    Number,
    Order,
    Pair,
    Reason,
    Short,
    TrueFalse,
    TwoTier,
    Wrong,
)
from game.pack.kinds.neutral import PROOF, NeutralQuestion, Option, clean
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.codes import encode_paper
from game.quiz.papers import Paper, Selection, select_entries
from tests.items import ONE_OF_EACH
from tests.others import needs_node, node
from tests.revised import KEPT

EVERY = pytest.mark.parametrize("name", FORMATS)
GREEN = ("lamp-is-green",)


def bank_of(world: World, *items: Item) -> Bank:
    """A bank of these items alone."""
    rooms = {name: replace(room, items=items if name == "salon" else ()) for name, room in world.rooms.items()}
    return Bank(replace(world, rooms=rooms))


def made(bank: Bank) -> Exported:
    """All of a bank, to be exported."""
    return collect_questions(bank, None, select_entries(bank, Selection()), "")


@pytest.fixture(scope="session")
def whole(tour: World) -> Exported:
    """The bank we ship."""
    return made(Bank(tour))


def normal(text: str) -> str:
    """A text as formats that fold spaces give it back."""
    return " ".join(clean(text).split())


def test_every_item_is_exported_and_a_proof_apart(whole: Exported, tour: World) -> None:
    ids = [question.id for question in whole.questions]
    assert len(ids) == len(set(ids))
    plain = [one for one in ids if not one.endswith(PROOF)]
    assert plain == list(Bank(tour).items)
    assert len(ids) - len(plain) == sum(isinstance(item, TwoTier) for item in Bank(tour).items.values())


@EVERY
def test_the_same_input_gives_the_same_bytes(whole: Exported, name: str) -> None:
    one, two = FORMATS[name].write(whole), FORMATS[name].write(whole)
    if name == "anki":
        assert anki_notes(one) == anki_notes(two)
    else:
        assert one == two


def test_the_key_is_not_always_first(whole: Exported) -> None:
    places = Counter(
        [option.is_right for option in question.options].index(True)
        for question in whole.questions
        if question.origin == "choice"
    )
    assert set(places) >= {0, 1, 2, 3}
    assert max(places.values()) < places.total() / 2


@pytest.mark.parametrize("name", ["gift", "moodle-xml", "json"])
def test_a_paper_is_exported_in_its_order(tour: World, name: str) -> None:
    bank = Bank(tour)
    paper = Paper(bank, 7, Selection(items=10, kinds=("choice",)))
    data = FORMATS[name].write(collect_questions(bank, paper, (), encode_paper(paper))).decode()
    places = [data.index(item.id) for item in paper.items]
    assert places == sorted(places)


# What hostile texts may hold: the signs of all formats, quotes, breaks, scripts from right to left, emoji, controls.
SIGNS = "<>&{}~=#:\\%/\"'`[]()*_|!;,.-+@$^?\n\t 0aÄ한🚂א\u200f\u0301"
HOSTILE = st.one_of(
    st.text(st.sampled_from(SIGNS), min_size=1, max_size=30),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.sampled_from(
        [
            "//x",
            "%50%half",
            "[html]<b>",
            "a -> b",
            "{T}",
            "]]>",
            "<script>alert(1)</script>",
            "=1+1",
            "@SUM(A1)",
            "&nbsp;",
            "&amp;lt;",
            "x" * 600,
            "$CATEGORY: x",
            "::t::",
            "####",
            "\\n",
            "</p>",
            '<p class="source">',
            "-- ; drop",
            "{{Stem}}",
        ]
    ),
).filter(lambda text: normal(text) != "")


def hostile(stem: str, key: str, wrong: str, why: str) -> tuple[Item, ...]:
    """An item of each shape with hostile texts in all places."""
    key, wrong = f"k {key}", f"w {wrong}"
    distractors = (Distractor(text=wrong, because=why), Distractor(text="other", because="No."))
    common: dict[str, Any] = {"stem": stem, "feedback": why, "facts": GREEN}
    return (
        Choice(id="choice", key=key, distractors=distractors, **common),
        TrueFalse(id="statement", key=True, **common),
        Number(
            id="number", key="37.5", unit="mph", tolerance="0.5", wrong=(Wrong(value="-31", because=why),), **common
        ),
        Short(id="short", key=key, accepted=(f"{key} too",), distractors=distractors[:1], **common),
        Order(id="order", steps=("one", key, wrong), **common),
        Match(
            id="match",
            pairs=(Pair(left="one", right=key), Pair(left=wrong, right="two"), Pair(left=f"{wrong} 3", right="three")),
            **common,
        ),
        TwoTier(
            id="proof",
            key=key,
            distractors=distractors,
            reasons=(Reason(fact="rug-is-old", because=why), Reason(fact="lamp-is-blue", because="B.")),
            **common,
        ),
    )


TEXTS = given(stem=HOSTILE, key=HOSTILE, wrong=HOSTILE, why=HOSTILE)
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def sample(world: World, *texts: str) -> Exported:
    return made(bank_of(world, *hostile(*texts)))


def unhtml(text: str) -> str:
    """What a browser shows of a text that was escaped, spaces folded."""
    assert not re.search(r"<(?!br>|/?p\b|/?i>|/?em>|/?div>)[a-zA-Z/!]", text), text
    return normal(html.unescape(re.sub(r"<[^<>]*>", " ", text)))


# --- Moodle XML, read by the standard library's parser ----------------------------------------------------------------


def moodle(data: bytes) -> dict[str, ET.Element]:
    return {q.findtext("idnumber", ""): q for q in ET.fromstring(data).iter("question") if q.get("type") != "category"}


def inner(element: ET.Element | None) -> str:
    assert element is not None
    return unhtml(element.findtext("text", ""))


@TEXTS
@MANY
def test_moodle_xml_gives_back_what_the_bank_said(tiny: World, stem: str, key: str, wrong: str, why: str) -> None:
    exported = sample(tiny, stem, key, wrong, why)
    questions = moodle(FORMATS["moodle-xml"].write(exported))
    # Moodle has no room for a long right side; such a match is left out, which the losses tell.
    left_out = {loss.question_id for loss in list_losses(exported, "moodle-xml")} & {"match"} - set(questions)
    every = {"choice", "statement", "number", "short", "order", "match", "proof", f"proof{PROOF}"}
    assert set(questions) == every - left_out
    choice = questions["choice"]
    assert inner(choice.find("questiontext")) == normal(stem)
    assert inner(choice.find("generalfeedback")).startswith(normal(why))
    answers = {inner(answer): answer for answer in choice.iter("answer")}
    assert {text: answer.get("fraction") for text, answer in answers.items()} == {
        normal(f"k {key}"): "100",
        normal(f"w {wrong}"): "0",
        "other": "0",
    }
    assert inner(answers[normal(f"w {wrong}")].find("feedback")) == normal(why)
    assert [(a.findtext("text"), a.get("fraction")) for a in questions["statement"].iter("answer")] == [
        ("true", "100"),
        ("false", "0"),
    ]
    number = [
        (a.findtext("text"), a.get("fraction"), a.findtext("tolerance")) for a in questions["number"].iter("answer")
    ]
    assert number == [("37.5", "100", "0.5"), ("-31", "0", "0")]
    shorts = [normal(a.findtext("text", "").replace("\\*", "*")) for a in questions["short"].iter("answer")]
    (short,) = (question for question in exported.questions if question.kind == "short")
    assert shorts == [normal(option.text) for option in short.written_options]
    assert {normal(f"k {key}"), normal(f"k {key} too"), normal(f"w {wrong}")} <= set(shorts)
    if not left_out:
        asked = questions["match"].iter("subquestion")
        pairs = [(unhtml(p.findtext("text", "")), inner(p.find("answer"))) for p in asked]
        assert pairs == [("one", normal(f"k {key}")), (normal(f"w {wrong}"), "two"), (normal(f"w {wrong} 3"), "three")]
    assert [inner(a) for a in questions["order"].iter("answer")] == ["one", normal(f"k {key}"), normal(f"w {wrong}")]
    assert questions["order"].findtext("shownumcorrect") == "1"


MOODLE_GRADES = {100.0, 50.0, 33.33333, 25.0, 20.0}
"""Shares in percent as ``question_bank::fraction_options`` of Moodle has them: no other decimals are taken."""


def test_moodle_xml_keeps_to_what_moodle_takes(whole: Exported) -> None:
    data = FORMATS["moodle-xml"].write(whole)
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    for question_id, question in moodle(data).items():
        assert 0 < len(question_id) <= 100
        assert len(inner(question.find("name"))) <= 255
        for tag in question.iter("tag"):
            assert "&" not in tag.findtext("text", "")
        right = [a for a in question.iter("answer") if a.get("fraction") == "100"]
        if question.findtext("single") == "false":
            fractions = [float(a.get("fraction", "")) for a in question.iter("answer")]
            assert set(map(abs, fractions)) <= MOODLE_GRADES
            assert sum(fraction for fraction in fractions if fraction > 0) == pytest.approx(100)
            assert sum(fraction for fraction in fractions if fraction < 0) == pytest.approx(-100)
        elif question.get("type") in ("multichoice", "truefalse", "numerical"):
            assert len(right) == 1
        if question.get("type") == "matching":
            assert len(question.findall("subquestion")) >= 3


# --- GIFT, read by gift-pegjs -----------------------------------------------------------------------------------------


@needs_node
def test_gift_is_read_whole_by_another_reader(whole: Exported) -> None:
    found = {q["id"]: q for q in node("gift.cjs", FORMATS["gift"].write(whole).decode()) if q["type"] != "Category"}
    assert list(found) == [question.id for question in whole.questions]
    types = {"choice": "MC", "multiple": "MC", "true-false": "TF", "number": "Numerical", "short": "Short"}
    for question in whole.questions:
        read = found[question.id]
        assert read["type"] == types.get(question.kind, "Matching")
        assert unhtml(read["stem"]["text"]) == normal(question.asked)
        assert tuple(read["tags"]) == question.tags
        if question.kind == "choice":
            options = [
                (unhtml(c["text"]["text"]), c["isCorrect"], unhtml((c["feedback"] or {"text": ""})["text"]))
                for c in read["choices"]
            ]
            assert options == [(normal(o.text), o.is_right, normal(o.because)) for o in question.options]
        if question.kind == "multiple":
            weights = [(unhtml(c["text"]["text"]), c["weight"] / 100) for c in read["choices"]]
            assert [text for text, _ in weights] == [normal(o.text) for o in question.options]
            assert [w for _, w in weights] == pytest.approx([question.weigh(o) for o in question.options], abs=1e-6)


def restored(answer: str) -> str:
    """The right of a pair as that reader should give it: it leaves its own placeholders of escaped signs there."""
    return re.sub(r"&&(\d{3});", lambda found: chr(int(found[1])), answer)


@needs_node
@TEXTS
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_gift_gives_back_what_the_bank_said(tiny: World, stem: str, key: str, wrong: str, why: str) -> None:
    text = FORMATS["gift"].write(sample(tiny, stem, key, wrong, why)).decode()
    found = {q["id"]: q for q in node("gift.cjs", text) if q["type"] != "Category"}
    choice = found["choice"]
    assert unhtml(choice["stem"]["text"]) == normal(stem)
    assert {(unhtml(c["text"]["text"]), c["isCorrect"]) for c in choice["choices"]} == {
        (normal(f"k {key}"), True),
        (normal(f"w {wrong}"), False),
        ("other", False),
    }
    pairs = [(unhtml(p["subquestion"]["text"]), unhtml(restored(p["subanswer"]))) for p in found["match"]["matchPairs"]]
    assert pairs == [("one", normal(f"k {key}")), (normal(f"w {wrong}"), "two"), (normal(f"w {wrong} 3"), "three")]


# --- QTI, read by the standard library's parser -----------------------------------------------------------------------


def kebab(name: str, *, is_new: bool) -> str:
    return "qti-" + re.sub(r"([A-Z])", r"-\1", name).lower() if is_new else name


@pytest.mark.parametrize("name", ["qti21", "qti30"])
@TEXTS
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_qti_gives_back_what_the_bank_said(tiny: World, name: str, stem: str, key: str, wrong: str, why: str) -> None:
    is_new = name == "qti30"
    archive = zipfile.ZipFile(io.BytesIO(FORMATS[name].write(sample(tiny, stem, key, wrong, why))))
    root = ET.fromstring(archive.read("items/choice.xml"))
    # Lines are parted by breaks.
    texts = [" ".join(e.itertext()) for e in root.iter() if e.tag.endswith(kebab("simpleChoice", is_new=is_new))]
    assert sorted(map(normal, texts)) == sorted([normal(f"k {key}"), normal(f"w {wrong}"), "other"])
    (prompt,) = (e for e in root.iter() if e.tag.endswith(kebab("prompt", is_new=is_new)))
    assert normal(" ".join(prompt.itertext())) == normal(stem)


@pytest.mark.parametrize("name", ["qti21", "qti30"])
def test_a_qti_package_is_whole(tour: World, whole: Exported, name: str) -> None:
    is_new = name == "qti30"
    archive = zipfile.ZipFile(io.BytesIO(FORMATS[name].write(whole)))
    manifest = ET.fromstring(archive.read("imsmanifest.xml"))
    hrefs = {e.get("href") for e in manifest.iter() if e.tag.endswith("}file")}
    assert hrefs | {"imsmanifest.xml"} == set(archive.namelist())
    resources = {e.get("identifier") for e in manifest.iter() if e.tag.endswith("}resource")}
    assert {e.get("identifierref") for e in manifest.iter() if e.tag.endswith("}dependency")} <= resources
    for path in archive.namelist():
        if not path.startswith("items/"):
            continue
        root = ET.fromstring(archive.read(path))
        tags = [e.tag.rpartition("}")[2] for e in root.iter()]
        declared = [
            tags.index(kebab(t, is_new=is_new)) for t in ("responseDeclaration", "outcomeDeclaration", "itemBody")
        ]
        assert declared == sorted(declared)
        assert tags.count(kebab("responseProcessing", is_new=is_new)) == 1
        choices = {e.get("identifier") for e in root.iter() if re.search("[cC]hoice$", e.tag) and e.get("identifier")}
        (correct,) = (e for e in root.iter() if e.tag.endswith(kebab("correctResponse", is_new=is_new)))
        values = [v.text or "" for v in correct]
        if choices:
            assert {part for value in values for part in value.split()} <= choices, path
        for one in choices:
            assert re.fullmatch(r"[A-Za-z_][\w.-]*", one or "")


# --- Anki, read by Anki's own backend ---------------------------------------------------------------------------------


def anki_notes(data: bytes) -> dict[str, tuple[list[str], list[str], int]]:
    """What Anki's own program has after importing a package: guid -> fields, tags, cards."""
    return anki_after(data)


def anki_after(*packages: bytes) -> dict[str, tuple[list[str], list[str], int]]:
    """The same after several packages, one after the other."""
    import tempfile

    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(f"{folder}/c.anki2")
        for number, data in enumerate(packages):
            path = Path(folder) / f"{number}.apkg"
            path.write_bytes(data)
            collection.import_anki_package(
                ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
            )
        notes = [collection.get_note(note_id) for note_id in collection.find_notes("")]
        found = {note.guid: (list(note.fields), sorted(note.tags), len(note.cards())) for note in notes}
        collection.close()
    return found


def test_anki_has_a_card_for_each_question(whole: Exported) -> None:
    notes = anki_notes(FORMATS["anki"].write(whole))
    assert len(notes) == len(whole.questions)
    for question in whole.questions:
        fields, tags, cards = notes[make_guid(whole.tour, question.id)]
        assert cards == 1
        assert len(fields) == len(NOTE_FIELDS)
        assert fields[0] == question.id
        assert unhtml(fields[-1]) == normal(question.source)
        assert set(tags) == set(question.tags)


def test_anki_updates_in_place_what_was_edited(tiny: World) -> None:
    first = replace(made(bank_of(tiny, *ONE_OF_EACH)), revised="2026-01-01")
    edited = replace(
        first,
        revised="2026-01-02",
        questions=tuple(replace(question, feedback="Reworded.") for question in first.questions),
    )
    notes = anki_after(FORMATS["anki"].write(first), FORMATS["anki"].write(edited))
    assert len(notes) == len(first.questions)
    assert {fields[4] for fields, _, _ in notes.values()} == {"Reworded."}


@TEXTS
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anki_shows_what_the_bank_said(tiny: World, stem: str, key: str, wrong: str, why: str) -> None:
    whole = sample(tiny, stem, key, wrong, why)
    notes = anki_notes(FORMATS["anki"].write(whole))
    fields, _, cards = notes[make_guid("tiny", "choice")]
    assert cards == 1
    # Anki keeps every text in Unicode's composed form.
    assert unhtml(fields[1]) == normalize("NFC", normal(stem))
    assert unhtml(fields[3]) == normalize("NFC", normal(f"k {key}"))


# --- Spreadsheets, read by openpyxl; H5P and the tables by json and csv -----------------------------------------------


@pytest.mark.parametrize("name", ["kahoot", "wayground"])
@TEXTS
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_cell_is_a_formula(tiny: World, name: str, stem: str, key: str, wrong: str, why: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS[name].write(sample(tiny, stem, key, wrong, why))))
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "n"), cell.value


def test_kahoot_keeps_to_its_limits_and_its_places(whole: Exported) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(FORMATS["kahoot"].write(whole))).worksheets[0]
    assert [cell.value for cell in sheet[8]][1:3] == ["Question - max 120 characters", "Answer 1 - max 75 characters"]
    rows = list(sheet.iter_rows(min_row=9, values_only=True))
    assert [row[0] for row in rows] == list(range(1, 101))
    out = {loss.question_id for loss in list_losses(whole, "kahoot") if loss.text.startswith("left out")}
    kept = [question for question in whole.questions if question.id not in out]
    for (_, stem, *options, seconds, right), question in zip(rows, kept, strict=True):
        assert len(str(stem)) <= 120
        assert seconds in (5, 10, 20, 30, 60, 90, 120, 240)
        chosen = question.as_choice()
        assert chosen is not None
        assert stem == normal(chosen.stem)
        assert [o for o in options if o] == [normal(option.text) for option in chosen.options]
        assert [int(place) for place in str(right).split(",")] == list(chosen.right_places)


def test_a_full_file_of_kahoot_is_spread_over_the_tour(whole: Exported) -> None:
    out = {loss.question_id for loss in list_losses(whole, "kahoot") if loss.text.startswith("left out")}
    rooms = {question.room for question in whole.questions}
    assert {question.room for question in whole.questions if question.id not in out} == rooms
    questions = whole.questions[:7]
    assert spread(questions, 7) == spread(questions, 8) == list(questions)
    assert spread(questions, 3) == [questions[0], questions[2], questions[4]]


@pytest.mark.parametrize("name", ["moodle-xml", "gift"])
def test_a_right_side_that_moodle_has_no_room_for_is_left_out(tiny: World, name: str) -> None:
    def matched(right: str) -> Exported:
        pairs = (Pair(left="one", right=right), Pair(left="two", right="b"), Pair(left="three", right="c"))
        return made(bank_of(tiny, Match(id="m", stem="So?", pairs=pairs, feedback="So.", facts=GREEN)))

    # An ampersand takes five characters in HTML.
    fits, long = matched("&" + "x" * 250), matched("&" + "x" * 251)
    assert not any(loss.text.startswith("left out") for loss in list_losses(fits, name))
    assert b"three" in FORMATS[name].write(fits)
    assert [loss.text for loss in list_losses(long, name)] == [
        "left out: a right side has 256 characters, 255 are allowed"
    ]
    assert b"three" not in FORMATS[name].write(long)


def test_h5p_has_its_content_and_its_libraries(whole: Exported) -> None:
    archive = zipfile.ZipFile(io.BytesIO(FORMATS["h5p"].write(whole)))
    about = json.loads(archive.read("h5p.json"))
    libraries = {f"{d['machineName']} {d['majorVersion']}.{d['minorVersion']}" for d in about["preloadedDependencies"]}
    questions = json.loads(archive.read("content/content.json"))["questions"]
    assert {question["library"] for question in questions} <= libraries
    assert about["mainLibrary"] == "H5P.QuestionSet"
    out = {loss.question_id for loss in list_losses(whole, "h5p") if loss.text.startswith("left out")}
    assert len(questions) + len(out) == len(whole.questions)
    for question in questions:
        if answers := question["params"].get("answers"):
            is_single = question["params"]["behaviour"]["type"] == "single"
            assert (sum(answer["correct"] for answer in answers) == 1) == is_single


@TEXTS
@MANY
def test_csv_cells_are_guarded_and_come_back(tiny: World, stem: str, key: str, wrong: str, why: str) -> None:
    from game.exports.cells import unguard_cell

    data = FORMATS["csv"].write(sample(tiny, stem, key, wrong, why)).decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(data, newline=""))}
    assert unguard_cell(rows["choice"]["stem"]) == clean(stem)
    for row in rows.values():
        for cell in row.values():
            assert not re.match(r"[=@\t\r]|[+-](?![\d.]+$)", cell), cell


# --- The loss report --------------------------------------------------------------------------------------------------


def test_what_is_lost_is_said_and_what_is_left_out_is_left_out(whole: Exported) -> None:
    for name, chosen in FORMATS.items():
        out = {loss.question_id for loss in list_losses(whole, name) if loss.text.startswith("left out")}
        data = chosen.write(whole)
        if name == "wayground":
            sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
            assert sheet.max_row - 1 == len(whole.questions) - len(out)
        if name in ("csv", "json", "markdown"):
            assert out == set()


@pytest.mark.parametrize(
    ("name", "question_id", "says"),
    [
        ("gift", "order", "no order of steps"),
        ("gift", "number", "unit"),
        ("qti21", "short", "slips of typing"),
        ("kahoot", "match", "left out"),
        ("kahoot", "", "feedback and source"),
        ("wayground", "number", "tolerance"),
        ("h5p", "order", "left out"),
        ("anki", "choice", "without feedback of its own"),
        ("moodle-xml", "match", "no feedback on a pair"),
    ],
)
def test_a_loss_is_told_of_the_question_it_befalls(tiny: World, name: str, question_id: str, says: str) -> None:
    losses = list_losses(made(bank_of(tiny, *ONE_OF_EACH)), name)
    assert any(loss.question_id == question_id and says in loss.text for loss in losses)


def test_kahoot_leaves_out_what_is_too_long(tiny: World) -> None:
    long = Choice(
        id="long",
        stem="Which? " * 20,
        key="green",
        distractors=(Distractor(text="blue", because="No."), Distractor(text="red " * 30, because="No.")),
        feedback="So.",
        facts=GREEN,
    )
    losses = [loss.text for loss in list_losses(made(bank_of(tiny, long)), "kahoot") if loss.question_id == "long"]
    assert any("139 characters, 120 are allowed" in text for text in losses)
    assert any("119 characters, 75 are allowed" in text for text in losses)


def test_all_kinds_are_known_to_all_formats(tiny: World) -> None:
    whole = made(bank_of(tiny, *ONE_OF_EACH))
    assert {question.origin for question in whole.questions} == set(KINDS)
    for chosen in FORMATS.values():
        assert chosen.write(whole)


def test_a_figure_without_wrong_ones_is_no_choice() -> None:
    options = (Option("3", is_right=True),)
    question = NeutralQuestion(
        id="n", kind="number", origin="number", stem="?", options=options, feedback=".", source="", facts=(), level=1,
        skill="recall", room="", category="", is_fixed=False, is_true=False,
    )  # fmt: skip
    assert question.as_choice() is None


@EVERY
def test_the_export_is_the_one_that_was_read_and_found_right(name: str) -> None:
    from tests.golden import FOLDER, legible, whole

    kept = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert legible(name, FORMATS[name].write(whole())) == kept, "read the diff, then: python -m tests.golden"


def test_the_day_of_the_last_change_is_told_when_questions_change(tour: World) -> None:
    """Anki takes a note over an older one only, so the day in tour.yaml must follow the bank."""
    digest, _, revised = KEPT.read_text("utf-8").strip().partition(" ")
    told = "questions have changed: put today into revised of rooms/tour.yaml, then: python -m tests.revised"
    assert (digest, revised) == (Bank(tour).digest, tour.tour.revised), told
