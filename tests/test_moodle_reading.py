"""Moodle's XML comes in: every type that Moodle has is taken, changed, or set aside with its reason and its place."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.item_writing import render_items_file
from game.exchange import FORMATS, moodle_reading
from game.exchange.html_text import make_plain
from game.exchange.importing import Made, make_items
from game.exchange.moodle_answers import TAKERS
from game.exchange.moodle_reading import UNREAD_TYPES
from game.exchange.moodle_text import MAX_TEXT_LENGTH
from game.exchange.xml_reading import MAX_DEPTH, read_xml
from game.pack.kinds import Choice, Match, Multiple, Number, Order, Short, TrueFalse
from game.pack.world import World
from tests.conftest import TINY
from tests.test_cli import carriages
from tests.test_formats import HOSTILE, bank_of, hostile, made

FILE = Path("bank.xml")


def read(data: str | bytes, world: World) -> Made:
    """The items in a file, and all that is wrong with it."""
    drafts, troubles = moodle_reading.read(data.encode() if isinstance(data, str) else data, FILE)
    found = make_items(drafts, FILE, world, "salon", ("lamp-is-green",))
    return Made(found.rooms, (*troubles, *found.troubles), found.changes)


def ask(kind: str, inside: str, stem: str = "So?", form: str = "html") -> str:
    """A file with one question, whose type begins in line 2 and column 1."""
    text = f'<questiontext format="{form}"><text><![CDATA[{stem}]]></text></questiontext>'
    return f'<quiz>\n<question type="{kind}"><name><text>Q</text></name>{text}\n{inside}</question></quiz>'


def answer(text: str, fraction: str = "0", more: str = "") -> str:
    """An answer on a line of its own."""
    return f'<answer fraction="{fraction}"><text>{text}</text>{more}</answer>\n'


ONE_RIGHT = answer("a", "100") + answer("b")
PAIRS = "".join(
    f"<subquestion><text>{left}</text><answer><text>{right}</text></answer></subquestion>"
    for left, right in (("lamp", "green"), ("rug", "old"), ("", "shut"))
)
GAP = "".join(
    f"<selectoption><text>{text}</text><group>{group}</group></selectoption>"
    for text, group in (("cat", 1), ("dog", 1), ("red", 2))
)

TAKEN = [
    (ask("multichoice", ONE_RIGHT), Choice, {"key": "a"}),
    (ask("multichoice", f"<single>true</single>{ONE_RIGHT}"), Choice, {"key": "a"}),
    (
        ask("multichoice", f"<single>0</single>{answer('a', '50')}{answer('b', '50')}{answer('c', '-100')}"),
        Multiple,
        {"keys": ("a", "b")},
    ),
    (ask("truefalse", answer("true") + answer("false", "100")), TrueFalse, {"key": False}),
    (ask("shortanswer", answer("Jane", "100") + answer("Roe", "100")), Short, {"key": "Jane", "accepted": ("Roe",)}),
    (ask("shortanswer", f"<usecase>1</usecase>{answer('NaCl', '100')}"), Short, {"spelling": "exact"}),
    (ask("shortanswer", f"<usecase>0</usecase>{answer('NaCl', '100')}"), Short, {"spelling": None}),
    (ask("shortanswer", answer("5 \\* 2", "100")), Short, {"key": "5 * 2"}),
    (ask("shortanswer", answer("&lt;b&gt;", "100")), Short, {"key": "<b>"}),
    (
        ask("numerical", answer("3.7e1", "100", "<tolerance>0.5</tolerance>")),
        Number,
        {"key": "37", "tolerance": "0.5"},
    ),
    (
        ask("numerical", answer("7", "100") + "<units><unit><unit_name>mph</unit_name></unit></units>"),
        Number,
        {"unit": "mph"},
    ),
    (
        ask(
            "ordering",
            "<gradingtype>ABSOLUTE_POSITION</gradingtype>" + answer("x", "1") + answer("y", "2") + answer("z", "3"),
        ),
        Order,
        {"steps": ("x", "y", "z")},
    ),
    (ask("gapselect", GAP, "A [[2]] barks."), Choice, {"key": "dog", "stem": "A ____ barks."}),
    # How texts are written.
    (ask("truefalse", answer("true", "100"), "<p>Is 3 &lt; 10<sup>3</sup>?</p>"), TrueFalse, {"stem": "Is 3 < 10³?"}),
    (ask("truefalse", answer("true", "100"), "<p>One\n line</p><p>two</p>"), TrueFalse, {"stem": "One line\ntwo"}),
    (ask("truefalse", answer("true", "100"), "a\nb", "moodle_auto_format"), TrueFalse, {"stem": "a\nb"}),
    (ask("truefalse", answer("true", "100"), "a < b &lt;", "plain_text"), TrueFalse, {"stem": "a < b &lt;"}),
    # Feedback and ids.
    (
        ask("truefalse", answer("true", "100", "<feedback><text>Well seen.</text></feedback>")),
        TrueFalse,
        {"feedback": "Well seen."},
    ),
    (ask("truefalse", f"<idnumber>My 7</idnumber>{answer('true', '100')}"), TrueFalse, {"id": "my-7"}),
    (
        ask("truefalse", f"<tags><tag><text>level-3</text></tag></tags>{answer('true', '100')}"),
        TrueFalse,
        {"level": 3, "id": "q"},
    ),
]


@pytest.mark.parametrize(
    ("text", "kind", "fields"), TAKEN, ids=[f"{n}-{case[1].__name__}" for n, case in enumerate(TAKEN)]
)
def test_a_question_is_taken_as_moodle_has_it(tiny: World, text: str, kind: type, fields: dict[str, object]) -> None:
    found = read(text, tiny)
    assert (found.troubles, found.changes) == ((), ())
    (item,) = found.items
    assert type(item) is kind
    assert {name: getattr(item, name) for name in fields} == fields


TEXT = ask("multichoice", "").splitlines()[1].index("<questiontext") + 1
"""The column in which the text of a choice begins."""

PICTURE = '<img src="@@PLUGINFILE@@/x.png">'

CHANGED = [
    (ask("multichoice", answer("a", "100") + answer("b", "50") + answer("c")), Choice, "'b' is worth 50%"),
    (ask("multichoice", answer("a", "100") + answer("b", "-33.33333")), Choice, "a wrong option costs a part"),
    (
        ask("multichoice", f"<single>false</single>{answer('a', '70')}{answer('b', '30')}{answer('c')}"),
        Multiple,
        "each right option earns an equal share",
    ),
    (ask("multichoice", f"<single>false</single>{ONE_RIGHT}"), Choice, "several options may be ticked"),
    (ask("shortanswer", answer("Jane*", "100") + answer("Jane", "100")), Short, "'Jane*' is a pattern there"),
    (ask("shortanswer", answer("Jane", "100") + answer("*")), Short, "feedback on all other"),
    (ask("numerical", answer("7", "100") + answer("*")), Number, "feedback on all other"),
    (ask("matching", PAIRS), Match, "'shut' stands in no pair"),
    (
        ask("ordering", "<gradingtype>ALL_OR_NOTHING</gradingtype>" + "".join(map(answer, "xyz"))),
        Order,
        "each step in its place earns an equal share",
    ),
    (
        ask(
            "numerical",
            answer("7", "100")
            + "<units><unit><unit_name>m</unit_name></unit><unit><unit_name>cm</unit_name></unit></units>",
        ),
        Number,
        "only its first unit is kept, and not 'cm'",
    ),
    (
        ask(
            "truefalse",
            f"<generalfeedback format='html'><text><![CDATA[{PICTURE}So.]]></text></generalfeedback>"
            + answer("true", "100"),
        ),
        TrueFalse,
        "in its feedback is left out",
    ),
]


@pytest.mark.parametrize(("text", "kind", "says"), CHANGED, ids=[case[2] for case in CHANGED])
def test_what_is_otherwise_here_is_told(tiny: World, text: str, kind: type, says: str) -> None:
    found = read(text, tiny)
    assert found.troubles == ()
    (item,), (change,) = found.items, found.changes
    assert type(item) is kind
    assert says in change.text
    assert (change.line, change.column) == (2, 1)


SET_ASIDE = [
    (ask("multichoice", answer("a", "100") + answer("b", "100")), 4, 1, "several options are each worth"),
    (ask("multichoice", answer("a") + answer("b")), 2, 1, "expected one right option"),
    (ask("multichoice", f"<single>false</single>{answer('a')}{answer('b')}"), 3, 23, "no option is worth anything"),
    (ask("multichoice", answer("a", "100") + answer(" ")), 4, 1, "an empty answer"),
    (ask("multichoice", answer("a", "much") + answer("b")), 3, 1, "expected a weight from -100 to 100, found 'much'"),
    (ask("multichoice", answer("a", "nan") + answer("b")), 3, 1, "expected a weight"),
    (ask("multichoice", answer("a", "101") + answer("b")), 3, 1, "expected a weight"),
    (ask("multichoice", ""), 2, 1, "no answers"),
    (ask("multichoice", ONE_RIGHT, PICTURE), 2, TEXT, "shows a picture"),
    (ask("multichoice", ONE_RIGHT + "<image>x.png</image>"), 2, 1, "shows a picture"),
    (ask("multichoice", answer("&lt;img src='x'&gt;", "100") + answer("b")), 3, 1, "shows a picture"),
    (ask("multichoice", ONE_RIGHT, "x" * (MAX_TEXT_LENGTH + 1)), 2, TEXT, "more than 20,000 signs"),
    (ask("multichoice", ONE_RIGHT, "<p> </p>"), 2, 1, "the stem is empty"),
    (ask("truefalse", answer("true") + answer("false")), 2, 1, "no option is worth anything"),
    (ask("truefalse", answer("vrai", "100")), 3, 1, "expected True or False, found 'vrai'"),
    (ask("shortanswer", answer("Ja*", "100")), 3, 1, "every right answer is a pattern"),
    (ask("numerical", answer("many", "100")), 3, 1, "expected a figure"),
    (ask("numerical", answer("1e999999", "100")), 3, 1, "expected a figure"),
    (ask("numerical", answer("*")), 2, 1, "no answers"),
    (ask("gapselect", GAP, "A [[1]] and a [[2]]."), 2, 1, "several gaps"),
    (ask("gapselect", GAP, "A [[4]]."), 2, 1, "its gap names none"),
    (ask("gapselect", GAP, "A gap."), 2, 1, "its gap names none"),
    (ask("stack", ""), 2, 1, "a question of the type 'stack' has no like here"),
    *((ask(name, ""), 2, 1, why) for name, why in UNREAD_TYPES.items()),
]


@pytest.mark.parametrize(
    ("text", "line", "column", "says"), SET_ASIDE, ids=[f"{n}-{case[3][:30]}" for n, case in enumerate(SET_ASIDE)]
)
def test_what_has_no_like_here_is_set_aside(tiny: World, text: str, line: int, column: int, says: str) -> None:
    found = read(text, tiny)
    assert found.items == ()
    (trouble,) = found.troubles
    assert says in trouble.text
    assert (trouble.line, trouble.column) == (line, column)


def test_every_type_that_moodle_has_is_known() -> None:
    # What Moodle 4.5 installs, without any addition.
    core = {
        *("calculated", "calculatedmulti", "calculatedsimple", "ddimageortext", "ddmarker", "ddwtos", "description"),
        *("essay", "gapselect", "matching", "cloze", "multianswer", "multichoice", "numerical", "ordering", "random"),
        *("randomsamatch", "shortanswer", "truefalse"),
    }
    assert core <= TAKERS.keys() | UNREAD_TYPES.keys()
    assert not TAKERS.keys() & UNREAD_TYPES.keys()


HEAD = '<?xml version="1.0"?>\n'
ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))

REFUSED = [
    (
        f'{HEAD}<!DOCTYPE quiz [<!ENTITY e0 "ha">{ENTITIES}]><quiz>&e9;</quiz>',
        2,
        "a document type (<!DOCTYPE>) is refused",
    ),
    (f'{HEAD}<!DOCTYPE quiz [<!ENTITY f SYSTEM "file:///etc/passwd">]><quiz>&f;</quiz>', 2, "a document type"),
    (f'{HEAD}<!DOCTYPE quiz SYSTEM "http://localhost/x.dtd"><quiz/>', 2, "a document type"),
    (f"{HEAD}<html><body/></html>", 2, "expected <quiz>, as Moodle writes it, found <html>"),
    ("<quiz>" + "<a>" * MAX_DEPTH, 1, "nested more than 100 deep"),
    ('<?xml version="1.0" encoding="klingon"?><quiz/>', 1, "no XML that can be read"),
    ("", 1, "no XML that can be read"),
    ("\0" * 50, 1, "no XML that can be read"),
]


@pytest.mark.parametrize(
    ("text", "line", "says"), REFUSED, ids=[f"{n}-{case[2][:30]}" for n, case in enumerate(REFUSED)]
)
def test_a_file_that_attacks_or_is_no_xml_is_refused(tiny: World, text: str, line: int, says: str) -> None:
    found = read(text, tiny)
    assert found.items == ()
    (trouble,) = found.troubles
    assert says in trouble.text
    assert trouble.line == line


def test_elements_may_be_nested_up_to_the_limit() -> None:
    assert read_xml(("<a>" * MAX_DEPTH + "</a>" * MAX_DEPTH).encode()).error is None
    assert read_xml(("<a>" * (MAX_DEPTH + 1) + "</a>" * (MAX_DEPTH + 1)).encode()).error is not None


def test_what_stands_before_an_error_is_read(tiny: World) -> None:
    whole = ask("truefalse", answer("true", "100")).removesuffix("</quiz>")
    found = read(whole + whole.removeprefix("<quiz>")[:-20], tiny)
    assert len(found.items) == 1
    (trouble,) = found.troubles
    assert "no XML that can be read" in trouble.text


@given(data=st.binary(max_size=80) | st.text(st.sampled_from("<>/&;\"'=! quiz[]"), max_size=80).map(str.encode))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise(tiny: World, data: bytes) -> None:
    for bare in (data, b"<quiz><question type='multichoice'><questiontext><text>" + data):
        for trouble in read(bare, tiny).troubles:
            assert trouble.line >= 1
            assert trouble.column >= 1


@given(
    kind=st.sampled_from(sorted({*TAKERS, *UNREAD_TYPES, "other"})),
    answers=st.lists(st.tuples(HOSTILE, st.sampled_from(["100", "0", "50", "-50", "x"])), max_size=5),
    stem=HOSTILE,
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_question_has_one_outcome(tiny: World, kind: str, answers: list[tuple[str, str]], stem: str) -> None:
    from xml.sax.saxutils import escape

    told = "".join(answer(escape(text), fraction) for text, fraction in answers)
    one = f'<question type="{kind}"><questiontext><text>{escape(stem)}</text></questiontext>{told}</question>'
    drafts, troubles = moodle_reading.read(f"<quiz>{one}{one}</quiz>".encode(), FILE)
    # A sign that XML cannot hold ends the file before its questions do.
    if not any("no XML" in trouble.text for trouble in troubles):
        found = make_items(drafts, FILE, tiny, "salon", ("lamp-is-green",))
        assert len(found.items) + len(found.troubles) + len(troubles) == 2


@given(stem=HOSTILE, key=HOSTILE, wrong=HOSTILE, why=HOSTILE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_second_turn_changes_nothing(tiny: World, stem: str, key: str, wrong: str, why: str) -> None:
    items = hostile(stem, key, wrong, why)
    turns = []
    for _ in range(3):
        found = read(FORMATS["moodle-xml"].write(made(bank_of(tiny, *items))), tiny)
        assert found.troubles == ()
        items = found.items
        turns.append(render_items_file(found.rooms))
    # The first turn folds spaces, and wrong options are shown in an order that their texts decide.
    assert turns[1] == turns[2]


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("H<sub>2</sub>O, x<sup>n+1</sup>, e<sup>ab</sup>", "H₂O, xⁿ⁺¹, e^(ab)"),
        ("<script>x()</script><!-- no -->a<style>p{}</style>", "a"),
        ("<pre>if a:\n  b</pre>", "if a:\nb"),
        ("<td>a</td><td>b</td>", "a b"),
        ("3 < 4 &amp; 5 > 4", "3 < 4 & 5 > 4"),
        ("a&nbsp;b", "a b"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_html_is_made_plain(html: str, plain: str) -> None:
    assert make_plain(html) == plain


def test_a_file_of_moodle_is_imported_by_the_command(tmp_path: Path) -> None:
    bank, out = tmp_path / "bank.xml", tmp_path / "bank.yaml"
    bank.write_text(ask("truefalse", answer("true", "100")).removesuffix("</quiz>") + ask("essay", "")[6:], "utf-8")
    wish = ("import", str(bank), "--pack", str(TINY), "--room", "salon", "--fact", "rug-is-old", "-o", str(out))
    done = carriages(*wish, "--skip", home=tmp_path)
    assert done.returncode == 1
    assert "1 question can be taken; 1 is set aside." in done.stderr
    assert "an essay is not a question here" in done.stderr
    assert "stem: So?" in out.read_text("utf-8")
