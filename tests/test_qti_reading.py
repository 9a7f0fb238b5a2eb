"""QTI comes in: 2.1 and 3.0, items and packages; what has no like here is set aside with its reason and its place."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.exchange import FORMATS, qti_reading, zip_reading
from game.exchange.importing import Made, make_items
from game.exchange.opening import open_questions
from game.exchange.qti_answers import TAKERS
from game.exchange.xml_reading import find_refusal
from game.exchange.zip_reading import BadArchiveError, ForeignZip
from game.pack.kinds import Choice, Match, Multiple, Number, Order, Short, TrueFalse
from game.pack.world import World
from game.prose import archive_problems, qti_problems
from tests.conftest import TINY, loaded
from tests.items import ONE_OF_EACH
from tests.test_formats import bank_of, made

FILE = Path("bank.zip")
SINGLE = "cardinality='single' baseType='identifier'"
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"


def wrap(declared: str, body: str, more: str = "", attributes: str = "") -> bytes:
    """An item whose response is declared in line 2, whose body begins in line 3 and the rest in line 4."""
    return (
        f'<assessmentItem identifier="Q-1" title="t" {attributes}>\n{declared}\n<itemBody>{body}</itemBody>\n{more}'
        "</assessmentItem>"
    ).encode()


def declare(kind: str, *right: str, points: str = "") -> str:
    """The declaration of a response."""
    values = "".join(f"<value>{each}</value>" for each in right)
    correct = f"<correctResponse>{values}</correctResponse>" if right else ""
    return f"<responseDeclaration identifier='RESPONSE' {kind}>{correct}{points}</responseDeclaration>"


def mapping(*entries: tuple[str, str], more: str = "") -> str:
    """Points of values."""
    told = "".join(f"<mapEntry mapKey='{key}' mappedValue='{value}' {more}/>" for key, value in entries)
    return f"<mapping defaultValue='0'>{told}</mapping>"


def choose(texts: str = "abc", attributes: str = "maxChoices='1'") -> str:
    """Options A, B, C and so on with one letter each as text."""
    options = "".join(f"<simpleChoice identifier='{each.upper()}'>{each}</simpleChoice>" for each in texts)
    return (
        f"<choiceInteraction responseIdentifier='RESPONSE' {attributes}><prompt>So?</prompt>{options}"
        "</choiceInteraction>"
    )


def process(template: str) -> str:
    return f"<responseProcessing template='{TEMPLATES}/{template}'/>"


MATCH_CORRECT, MAP_RESPONSE = process("match_correct"), process("map_response")
SEVERAL = "cardinality='multiple' baseType='identifier'"
WORDS, FIGURE = "cardinality='single' baseType='string'", "cardinality='single' baseType='float'"
ENTRY = "<p>Whose is it? <textEntryInteraction responseIdentifier='RESPONSE'/></p>"
ORDER = choose(attributes="").replace("choiceInteraction", "orderInteraction")
PLACES = (
    "<responseProcessing><responseCondition><responseIf><match><index n='1'><variable identifier='RESPONSE'/></index>"
    "</match></responseIf></responseCondition></responseProcessing>"
)
SIDES = (
    "<matchInteraction responseIdentifier='RESPONSE'><prompt>So?</prompt>"
    "<simpleMatchSet><simpleAssociableChoice identifier='L1'>lamp</simpleAssociableChoice>"
    "<simpleAssociableChoice identifier='L2'>rug</simpleAssociableChoice></simpleMatchSet>"
    "<simpleMatchSet><simpleAssociableChoice identifier='R1'>green</simpleAssociableChoice>"
    "<simpleAssociableChoice identifier='R2'>old</simpleAssociableChoice></simpleMatchSet></matchInteraction>"
)
PAIRS = "cardinality='multiple' baseType='directedPair'"


def equal(told: str) -> str:
    return f"<responseProcessing><equal {told}><variable identifier='RESPONSE'/></equal></responseProcessing>"


def read(data: bytes, world: World) -> Made:
    """The items in a file, and all that is wrong with it."""
    opened = open_questions(data, Path("q.xml"))
    found = make_items(opened.drafts, Path("q.xml"), world, "salon", ("lamp-is-green",))
    return Made(found.rooms, (*opened.troubles, *found.troubles), found.changes)


TAKEN = [
    (wrap(declare(SINGLE, "B"), choose(), MATCH_CORRECT), Choice, {"key": "b", "stem": "So?", "id": "q-1"}),
    (wrap(declare(SINGLE, points=mapping(("B", "2"), ("A", "0"))), choose(), MAP_RESPONSE), Choice, {"key": "b"}),
    (
        wrap(
            declare(SEVERAL, "A", "B", points=mapping(("A", "1"), ("B", "1"), ("C", "-2"))),
            choose(attributes="maxChoices='0'"),
            MAP_RESPONSE,
        ),
        Multiple,
        {"keys": ("a", "b")},
    ),
    (
        wrap(
            declare(SINGLE, "T"),
            "<choiceInteraction responseIdentifier='RESPONSE'><prompt>It is.</prompt>"
            "<simpleChoice identifier='T'>true</simpleChoice><simpleChoice identifier='F'>False</simpleChoice>"
            "</choiceInteraction>",
            MATCH_CORRECT,
        ),
        TrueFalse,
        {"key": True, "stem": "It is."},
    ),
    (
        wrap(declare(WORDS, "Jane Roe", points=mapping(("Jane Roe", "1"), ("Roe", "1"))), ENTRY, MAP_RESPONSE),
        Short,
        {"key": "Jane Roe", "accepted": ("Roe",), "spelling": None, "stem": "Whose is it? ____"},
    ),
    (
        wrap(declare(WORDS, points=mapping(("NaCl", "1"), more="caseSensitive='true'")), ENTRY, MAP_RESPONSE),
        Short,
        {"key": "NaCl", "spelling": "exact"},
    ),
    (wrap(declare(WORDS, "5 * 2"), ENTRY, MATCH_CORRECT), Short, {"key": "5 * 2", "spelling": "exact"}),
    (
        wrap(declare(FIGURE, "3.7e1"), ENTRY, equal("toleranceMode='absolute' tolerance='0.5 0.5'")),
        Number,
        {"key": "37", "tolerance": "0.5"},
    ),
    (
        wrap(declare(FIGURE, "40"), ENTRY, equal("toleranceMode='relative' tolerance='5 5'")),
        Number,
        {"key": "40", "tolerance": "2"},
    ),
    (wrap(declare(FIGURE, "40"), ENTRY, equal("toleranceMode='exact'")), Number, {"tolerance": "0"}),
    (
        wrap(declare("cardinality='ordered' baseType='identifier'", "C", "A", "B"), ORDER, PLACES),
        Order,
        {"steps": ("c", "a", "b")},
    ),
    (
        wrap(declare(PAIRS, points=mapping(("L1 R1", "1"), ("L2 R2", "1"))), SIDES, MAP_RESPONSE),
        Match,
        {"pairs": (("lamp", "green"), ("rug", "old"))},
    ),
    (
        wrap(
            declare(SINGLE, "G"),
            "<p>The lamp is <inlineChoiceInteraction responseIdentifier='RESPONSE'><inlineChoice identifier='G'>green"
            "</inlineChoice><inlineChoice identifier='R'>red</inlineChoice></inlineChoiceInteraction>.</p>",
            MATCH_CORRECT,
        ),
        Choice,
        {"key": "green", "stem": "The lamp is ____ ."},
    ),
    # How texts are written.
    (
        wrap(declare(SINGLE, "B"), "<p>One\n <b>10</b><sup>3</sup></p><p>two &lt; 3</p>" + choose(), MATCH_CORRECT),
        Choice,
        {"stem": "One 10³\ntwo < 3\nSo?"},
    ),
    # What is told of the right option is the feedback; of wrong ones, their reason.
    (
        wrap(
            declare(SINGLE, "B"),
            choose("ab"),
            MATCH_CORRECT
            + "<modalFeedback identifier='B'><p>Well seen.</p></modalFeedback>"
            + "<modalFeedback identifier='A'><p>That is the rug.</p><p>Well seen.</p></modalFeedback>",
        ),
        Choice,
        {"feedback": "Well seen.", "distractors": (("a", "That is the rug."),)},
    ),
]


def plain(value: object) -> object:
    """Records as the tuples of their values."""
    fields = getattr(value, "__struct_fields__", None)
    if fields:
        return tuple(getattr(value, name) for name in fields)
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


@pytest.mark.parametrize(
    ("data", "kind", "fields"), TAKEN, ids=[f"{n}-{case[1].__name__}" for n, case in enumerate(TAKEN)]
)
def test_a_question_is_taken_as_its_program_has_it(
    tiny: World, data: bytes, kind: type, fields: dict[str, object]
) -> None:
    found = read(data, tiny)
    assert (found.troubles, found.changes) == ((), ())
    (item,) = found.items
    assert type(item) is kind
    assert {name: plain(getattr(item, name)) for name in fields} == fields


CHANGED = [
    (wrap(declare(SEVERAL, "A", "B"), choose(attributes=""), MATCH_CORRECT), Multiple, qti_problems.ALL_OR_NOTHING),
    (
        wrap(declare(SEVERAL, points=mapping(("A", "2"), ("B", "1"))), choose(attributes=""), MAP_RESPONSE),
        Multiple,
        "each right option earns an equal share",
    ),
    (wrap(declare(SINGLE, points=mapping(("A", "1"), ("B", "0.5"))), choose(), MAP_RESPONSE), Choice, "worth 50%"),
    (
        wrap(declare("cardinality='ordered' baseType='identifier'", "C", "A", "B"), ORDER, MATCH_CORRECT),
        Order,
        "each step in its place earns an equal share",
    ),
    (wrap(declare(PAIRS, "L1 R1", "L2 R2"), SIDES, MATCH_CORRECT), Match, qti_problems.ALL_OR_NOTHING),
    (
        wrap(declare(PAIRS, points=mapping(("L1 R1", "1"), ("L2 R2", "3"))), SIDES, MAP_RESPONSE),
        Match,
        qti_problems.OTHER_POINTS,
    ),
    (
        wrap(declare(FIGURE, "40"), ENTRY, equal("toleranceMode='absolute' tolerance='1 2'")),
        Number,
        qti_problems.SMALLER_TOLERANCE,
    ),
    (
        wrap(declare(FIGURE, "40"), ENTRY, "<responseProcessing><equalRounded figures='3'/></responseProcessing>"),
        Number,
        qti_problems.ROUNDED,
    ),
    (
        wrap(
            declare(SINGLE, "B"),
            "<endAttemptInteraction responseIdentifier='HINT' title='Hint'/>" + choose(),
            MATCH_CORRECT,
        ),
        Choice,
        qti_problems.BUTTON_LEFT_OUT,
    ),
    (
        wrap(
            declare(SINGLE, "B"),
            choose(),
            MATCH_CORRECT
            + "<modalFeedback identifier='bad'>No.</modalFeedback>"
            + "<modalFeedback identifier='correct'>Yes.</modalFeedback>",
        ),
        Choice,
        qti_problems.FEEDBACK_LEFT_OUT,
    ),
    (
        wrap(declare(SINGLE, "B"), choose(), "<responseProcessing><customOperator/></responseProcessing>"),
        Choice,
        qti_problems.OWN_PROCESSING,
    ),
]


@pytest.mark.parametrize(("data", "kind", "says"), CHANGED)
def test_a_change_is_told(tiny: World, data: bytes, kind: type, says: str) -> None:
    found = read(data, tiny)
    assert found.troubles == ()
    assert [type(item) for item in found.items] == [kind]
    (change,) = found.changes
    assert says in change.text


SET_ASIDE = [
    (wrap(declare(SINGLE, "B"), "<p>Look.</p>"), qti_problems.NO_INTERACTION, 1),
    (wrap(declare(SINGLE, "B"), "\n<p><img src='x'/></p>" + choose()), qti_problems.SHOWS_A_FILE, 4),
    (wrap(declare(SINGLE, "B"), "<p><math/></p>" + choose()), qti_problems.FORMULA, 3),
    (wrap(declare(SINGLE, "B"), choose(), attributes="adaptive='true'"), qti_problems.ADAPTIVE, 1),
    (wrap(declare(SINGLE, "B") + "<templateDeclaration/>", choose()), "drawn anew", 2),
    (wrap(declare(SINGLE, "B") + "<assessmentStimulusRef/>", choose()), qti_problems.STIMULUS, 2),
    (wrap("", choose()), qti_problems.NO_RESPONSE, 3),
    (wrap(declare("cardinality='record'", "B"), choose()), qti_problems.RECORD, 2),
    (wrap(declare(SINGLE), choose()), qti_problems.NO_KEY, 2),
    (wrap(declare(SINGLE, "X"), choose()), "'X', which is none of its choices", 2),
    (wrap(declare(SINGLE, "B"), choose() + choose()), qti_problems.SEVERAL_INTERACTIONS, 3),
    (wrap(declare(WORDS, "B"), ENTRY + ENTRY), "several gaps", 3),
    (wrap(declare(WORDS, "B"), "<extendedTextInteraction responseIdentifier='RESPONSE'/>"), "an essay", 3),
    (wrap(declare(SINGLE, "B"), "<hotspotInteraction responseIdentifier='RESPONSE'/>"), "hotspotInteraction", 3),
    (wrap(declare("cardinality='ordered'", "A", "B"), ORDER), qti_problems.PART_ORDER, 2),
    (wrap(declare(PAIRS, "L1 R1", "L1 R2", "L2 R1"), SIDES), qti_problems.SEVERAL_RIGHTS, 2),
    (wrap(declare(PAIRS, "L1 R9"), SIDES), "'L1 R9'", 2),
    (wrap(declare(FIGURE, "many"), ENTRY), "expected a figure", 2),
    (wrap(declare(SINGLE, points=mapping(("A", "nan"))), choose(), MAP_RESPONSE), qti_problems.NO_KEY, 2),
    (
        wrap(
            declare(SINGLE, points=mapping(("A", "0"))),
            choose("ab").replace(">a<", ">true<").replace(">b<", ">false<"),
            MAP_RESPONSE,
        ),
        "expected one right option",
        1,
    ),
    (b"<questestinterop><assessment/></questestinterop>", qti_problems.OLD_QTI, 1),
    (b"<assessmentItem identifier='a'></assessmentItem>", qti_problems.NO_INTERACTION, 1),
    (b"<assessmentItem identifier='a'>", "no XML that can be read", 1),
]


@pytest.mark.parametrize(("data", "says", "line"), SET_ASIDE)
def test_what_has_no_like_here_is_set_aside_where_it_stands(tiny: World, data: bytes, says: str, line: int) -> None:
    found = read(data, tiny)
    assert found.items == ()
    (trouble,) = found.troubles
    assert says in trouble.text
    assert trouble.line == line


def kebab_item(data: bytes) -> bytes:
    """The same item in 3.0."""
    import re

    def rename(found: "re.Match[str]") -> str:
        name = re.sub(r"([A-Z])", lambda part: f"-{part[1].lower()}", found[2])
        return f"<{found[1]}{name if name in ('p', 'b', 'sup') else f'qti-{name}'}"

    text = re.sub(r"<(/?)([a-zA-Z]+)", rename, data.decode())
    return re.sub(
        r" ([a-z]+[A-Z]\w*)=", lambda found: " " + re.sub(r"([A-Z])", r"-\1", found[1]).lower() + "=", text
    ).encode()


@pytest.mark.parametrize("case", TAKEN)
def test_version_3_is_read_as_version_2_is(tiny: World, case: tuple[bytes, type, dict[str, object]]) -> None:
    newer = read(kebab_item(case[0]), tiny)
    assert (newer.items, newer.troubles, newer.changes) == (read(case[0], tiny).items, (), ())


def test_every_interaction_that_is_read_has_a_case() -> None:
    seen = b"".join(data for data, *_ in TAKEN).decode()
    assert {name for name in TAKERS if name not in seen} == {"gapMatchInteraction"}


def test_one_gap_with_words_to_drag_is_a_choice(tiny: World) -> None:
    body = (
        "<gapMatchInteraction responseIdentifier='RESPONSE'><gapText identifier='W'>green</gapText>"
        "<gapText identifier='V'>red</gapText><p>It is <gap identifier='G'/>.</p></gapMatchInteraction>"
    )
    (item,) = read(wrap(declare(PAIRS, "W G"), body, MATCH_CORRECT), tiny).items
    assert isinstance(item, Choice)
    assert (item.key, item.stem) == ("green", "It is ____ .")
    two = body.replace("</p>", "<gap identifier='H'/></p>")
    assert "several gaps" in read(wrap(declare(PAIRS, "W G"), two), tiny).troubles[0].text


# --- Packages ---------------------------------------------------------------------------------------------------------


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("name", ["qti21", "qti30"])
def test_our_own_package_comes_back_with_kinds_and_rooms(tiny: World, name: str) -> None:
    bank = bank_of(tiny, *ONE_OF_EACH)
    opened = open_questions(FORMATS[name].write(made(bank)), FILE)
    found = make_items(opened.drafts, FILE, tiny)
    assert (opened.troubles, found.troubles, found.changes) == ([], (), ())
    before = {item.id: item for item in bank.items.values()}
    assert {item.id: type(item) for item in found.items} == {one: type(item) for one, item in before.items()}
    for item in found.items:
        was = before[item.id]
        assert (item.stem, item.feedback, item.facts, item.level) == (was.stem, was.feedback, was.facts, was.level)


def test_each_file_of_a_package_is_its_own_place(tiny: World) -> None:
    good, bad = wrap(declare(SINGLE, "B"), choose(), MATCH_CORRECT), wrap(declare(SINGLE, "B"), "<p>Look.</p>")
    package = zipped({"in/a.xml": good, "in/b.xml": bad, "in/notes.txt": b"x", "in/test.xml": b"<assessmentTest/>"})
    drafts, troubles = qti_reading.read_package(package, FILE)
    assert [draft.path for draft in drafts] == [FILE / "in/a.xml"]
    assert [(each.path, each.line, each.column) for each in troubles] == [(FILE / "in/b.xml", 1, 1)]


def test_a_package_is_read_in_the_order_of_its_manifest() -> None:
    item = wrap(declare(SINGLE, "B"), choose(), MATCH_CORRECT)
    listed = "".join(
        f"<resource type='imsqti_item_xmlv2p1' href='{name}'><metadata><lom><general><keyword><string>level-3</string>"
        "</keyword></general></lom></metadata></resource>"
        for name in ("z.xml", "a%20b.xml", "gone.xml")
    )
    manifest = f"<manifest><resources>{listed}</resources></manifest>".encode()
    package = zipped({"p/a b.xml": item, "p/z.xml": item, "p/imsmanifest.xml": manifest})
    drafts, troubles = qti_reading.read_package(package, FILE)
    assert [draft.path for draft in drafts] == [FILE / "p/z.xml", FILE / "p/a b.xml"]
    assert {draft.level for draft in drafts} == {"3"}
    assert [each.text for each in troubles] == [archive_problems.describe_missing_file("p/gone.xml")]


def test_a_package_without_questions_says_so() -> None:
    assert [t.text for t in qti_reading.read_package(zipped({"a.xml": b"<a/>"}), FILE)[1]] == [qti_problems.NO_QTI]
    assert "no zip file" in qti_reading.read_package(b"PK", FILE)[1][0].text


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "C:/a.xml", "a/../../b.xml"])
def test_a_name_that_leads_out_of_a_package_refuses_it(name: str) -> None:
    with pytest.raises(BadArchiveError, match="leads out"):
        ForeignZip(zipped({"good.xml": b"", name: b""}))


def test_a_zip_gives_no_more_than_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    package = zipped({"a": b"0" * 100, "b": b"0" * 101, "c": b"0" * 100})
    monkeypatch.setattr(zip_reading, "MAX_FILE_BYTES", 100)
    assert len(ForeignZip(package).read("a")) == 100
    with pytest.raises(BadArchiveError, match="more than 100 bytes"):
        ForeignZip(package).read("b")
    monkeypatch.setattr(zip_reading, "MAX_UNPACKED_BYTES", 150)
    opened = ForeignZip(package)
    opened.read("a")
    with pytest.raises(BadArchiveError, match="more than 50 bytes"):
        opened.read("c")
    monkeypatch.setattr(zip_reading, "MAX_ENTRIES", 3)
    ForeignZip(package)
    monkeypatch.setattr(zip_reading, "MAX_ENTRIES", 2)
    with pytest.raises(BadArchiveError, match="more than 2 files"):
        ForeignZip(package)


def test_a_spreadsheet_is_looked_at_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(files: dict[str, bytes]) -> str:
        (trouble,) = open_questions(zipped(files), Path("q.xlsx")).troubles
        return trouble.text

    bomb = b"<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><x>&b;</x>"
    deep = b"<a>" * 101 + b"</a>" * 101
    assert "xl/workbook.xml: a document type" in told({"xl/workbook.xml": bomb})
    assert "xl/workbook.xml: elements are nested" in told({"xl/workbook.xml": deep})
    assert find_refusal(b"<a>" * 100 + b"</a>" * 100) == find_refusal(b"<a") == ""
    assert "leads out" in told({"../workbook.xml": b"<a/>"})
    whole = FORMATS["kahoot"].write(made(bank_of(loaded(TINY), *ONE_OF_EACH)))
    zip_reading.check_spreadsheet(whole)
    monkeypatch.setattr(zip_reading, "MAX_UNPACKED_BYTES", ForeignZip(whole).count_bytes())
    zip_reading.check_spreadsheet(whole)
    monkeypatch.setattr(zip_reading, "MAX_UNPACKED_BYTES", ForeignZip(whole).count_bytes() - 1)
    with pytest.raises(BadArchiveError, match="when it is unpacked"):
        zip_reading.check_spreadsheet(whole)


def test_a_locked_file_is_told() -> None:
    package = bytearray(zipped({"a.xml": b"<assessmentItem/>"}))
    package[package.index(b"PK\1\2") + 8] |= 1
    assert "locked by a password" in qti_reading.read_package(bytes(package), FILE)[1][0].text


@given(data=st.binary(max_size=60) | st.text(st.sampled_from("<>/&;'= assessmentItem"), max_size=80).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_no_bytes_end_in_a_traceback(data: bytes) -> None:
    qti_reading.read_package(data, FILE)
    for inside in (
        data,
        b"<assessmentItem>" + data + b"</assessmentItem>",
        wrap(declare(SINGLE, "B"), data.decode("latin1")),
    ):
        drafts, troubles = qti_reading.read_item(inside, FILE)
        assert len(drafts) + len(troubles) == 1
