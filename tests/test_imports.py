"""Imports: what was exported comes back whole, what others wrote is read, what cannot be is told with its place."""

from html import escape
from pathlib import Path
from shutil import copytree

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.load import load
from game.exchange import FORMATS, list_losses
from game.exchange.draft_ids import MAX_ID_LENGTH
from game.exchange.importing import Made, make_items
from game.exchange.moodle_limits import MAX_RIGHT_SIDE_LENGTH
from game.exchange.opening import open_questions
from game.pack.kinds import Choice, Item, Match, Multiple, Number, Order, Short, TrueFalse
from game.pack.world import World
from game.quiz.bank import Bank
from tests.conftest import TINY
from tests.golden import legible
from tests.test_cli import carriages
from tests.test_formats import HOSTILE, bank_of, hostile, made, normal

FILE = Path("quiz.gift")


FILES = {"gift": "q.gift", "csv": "q.csv", "moodle-xml": "q.xml", "qti21": "q.zip", "qti30": "q.zip", "anki": "q.apkg"}
"""Format that is written and read -> a name of such a file."""

LOSSLESS = tuple(name for name in FILES if name != "anki")
"""Formats with a place for everything that the bank we ship holds."""


def read(
    name: str, data: str | bytes, world: World, room: str = "salon", facts: tuple[str, ...] = ("lamp-is-green",)
) -> Made:
    """The items in a file, and all that is wrong with it."""
    path = Path(FILES[name])
    opened = open_questions(data.encode("utf-8", "replace") if isinstance(data, str) else data, path)
    found = make_items(opened.drafts, path, world, room, facts)
    return Made(found.rooms, (*opened.troubles, *found.troubles), found.changes)


def one(text: str, world: World) -> Item:
    """The only item in a GIFT text."""
    found = read("gift", text, world)
    assert found.troubles == ()
    ((item,),) = found.rooms.values()
    return item


def sets(item: Item) -> object:
    """An item without the order of what has none."""
    if isinstance(item, Choice):
        return (
            item.id,
            item.stem,
            item.key,
            sorted((d.text, d.because) for d in item.distractors),
            item.facts,
            item.tags,
        )
    return item


@pytest.mark.parametrize("name", LOSSLESS)
def test_what_was_exported_comes_back_whole(tour: World, name: str) -> None:
    bank = Bank(tour)
    found = read(name, FORMATS[name].write(made(bank)), tour, "", ())
    assert found.troubles == ()
    assert list(found.rooms) == [room.id for room in tour.rooms.values() if room.items]
    for room_id, items in found.rooms.items():
        for item, was in zip(items, tour.rooms[room_id].items, strict=True):
            assert type(item) is type(was)
            assert (item.id, item.stem, item.level, item.skill) == (was.id, was.stem, was.level, was.skill)
            if isinstance(item, Choice | Order | Match | TrueFalse):
                assert sets(item) == sets(was)


@pytest.mark.parametrize("name", LOSSLESS)
def test_from_a_format_to_yaml_and_back_keeps_all(tour: World, name: str) -> None:
    first = FORMATS[name].write(made(Bank(tour)))
    rooms = read(name, first, tour, "", ()).rooms
    from msgspec.structs import replace

    again = {room.id: replace(room, items=tuple(rooms.get(room.id, ()))) for room in tour.rooms.values()}
    second = made(Bank(replace(tour, rooms=again)))
    first_body, second_body = (body(legible(name, data)) for data in (first, FORMATS[name].write(second)))
    assert first_body == second_body


def body(text: str) -> list[str]:
    """An export without the digest of its bank, which knows the order in which authors wrote options."""
    return [
        line
        for line in text.splitlines()
        if not line.lstrip().startswith(("$CATEGORY", "// 21", "<text>$course$", "<manifest "))
    ]


@given(stem=HOSTILE, key=HOSTILE, wrong=HOSTILE, why=HOSTILE)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", LOSSLESS)
def test_hostile_texts_come_back(tiny: World, name: str, stem: str, key: str, wrong: str, why: str) -> None:
    bank = bank_of(tiny, *hostile(stem, key, wrong, why))
    found = read(name, FORMATS[name].write(made(bank)), tiny, "", ())
    assert found.troubles == ()
    items = {item.id: item for items in found.rooms.values() for item in items}
    # A target may limit a side of a pair; such a question is left out, and told.
    told = {loss.question_id for loss in list_losses(made(bank), name)}
    assert set(bank.items) - told <= set(items) <= set(bank.items)
    assert set(bank.items) - set(items) <= {"match"}
    choice = items["choice"]
    assert isinstance(choice, Choice)
    assert normal(choice.stem) == normal(stem)
    assert normal(choice.key) == normal(f"k {key}")
    assert normal(choice.feedback) == normal(why)
    assert {(normal(d.text), normal(d.because)) for d in choice.distractors} == {
        (normal(f"w {wrong}"), normal(why)),
        ("other", "No."),
    }
    short, order = items["short"], items["order"]
    assert isinstance(short, Short)
    arrow = "- >" if name == "gift" else "->"
    assert normal(short.key) == normal(f"k {key}").replace("->", arrow)
    assert isinstance(order, Order)
    assert [normal(step) for step in order.steps] == ["one", normal(f"k {key}"), normal(f"w {wrong}")]
    if (match := items.get("match")) is None:
        assert max(len(escape(text, quote=False)) for text in (f"k {key}", f"w {wrong}")) > MAX_RIGHT_SIDE_LENGTH
        return
    assert isinstance(match, Match)
    assert normal(match.pairs[1].left) == normal(f"w {wrong}")


# What the documentation of the format shows, in words of our own.
FOREIGN = [
    ("Which colour?{=green ~blue#Said in B. ~red}", Choice, {"key": "green"}),
    ("::Lamp one:: Which colour? { ~blue\n =green\n ~%0%red }", Choice, {"id": "lamp-one", "key": "green"}),
    ("The lamp is { =green ~blue ~red } by day.", Choice, {"stem": "The lamp is ____ by day."}),
    ("It is green.{T}", TrueFalse, {"key": True}),
    ("It is red.{FALSE#No, it is green.#Well seen.}", TrueFalse, {"key": False, "feedback": "Well seen."}),
    ("How many?{#7}", Number, {"key": "7", "tolerance": "0"}),
    ("How many?{#7:0.5}", Number, {"key": "7", "tolerance": "0.5"}),
    ("How many?{#6..8}", Number, {"key": "7", "tolerance": "1"}),
    ("Who?{=Jane Roe =%100%Roe =%0%John#No.}", Short, {"key": "Jane Roe", "accepted": ("Roe",)}),
    ("Match.{=lamp -> green =rug -> old =door -> shut}", Match, {}),
    ("[html]<p>Is 3 &lt; 4?</p>{T}", TrueFalse, {"stem": "Is 3 < 4?"}),
    (r"Is \{a\} \= \~b\: \#1?{T}", TrueFalse, {"stem": "Is {a} = ~b: #1?"}),
    (
        "// a remark\n// [id:mine] [tag:level-3] [tag:skill-judge]\nSo?{T}",
        TrueFalse,
        {"id": "mine", "level": 3, "skill": "judge"},
    ),
    ("So?{T####Because it is so.}", TrueFalse, {"feedback": "Because it is so."}),
]


@pytest.mark.parametrize(("text", "kind", "fields"), FOREIGN, ids=[case[0][:30] for case in FOREIGN])
def test_gift_of_others_is_read(tiny: World, text: str, kind: type, fields: dict[str, object]) -> None:
    item = one(text, tiny)
    assert type(item) is kind
    assert {name: getattr(item, name) for name in fields} == fields


GIFT_TROUBLES = [
    ("So? no answers", 1, 1, "no answers in braces"),
    ("So?{=a ~b ~c", 1, 4, "never closed"),
    ("So?{}", 1, 5, "an essay is not a question here"),
    ("::title So?{T}", 1, 3, "does not end with ::"),
    ("So?{~%50%a ~%50%b}", 1, 1, "one to six wrong ones"),
    ("\n\nSo?{=a =%100%b ~c}", 3, 9, "several options are each worth the whole mark"),
    ("So?{~a ~b ~c}", 1, 6, "no option is worth anything"),
    ("So?{=%50%a ~b}", 1, 1, "expected one right option"),
    ("So?{=a -> b =c -> d =e}", 1, 22, "a pair without its arrow"),
    ("So?{1:MC:=a~b} and {2:MC:=c~d}", 1, 4, "several gaps"),
    ("So?{#many}", 1, 6, "expected a figure"),
    ("So?{=a}{=b}", 1, 8, "a second brace"),
    ("So?{=a ~1 ~2 ~3 ~4 ~5 ~6 ~7 ~8}", 1, 1, "one to seven wrong ones"),
    ("So?{=lamp -> green}", 1, 1, "two to eight pairs"),
    ("So?{> 3 one two}", 1, 5, "order of steps"),
    ("So?{T} and {F}", 1, 7, "second brace"),
    ("So?{=a ~a ~c}", 1, 1, "two options are the same"),
    ("// [tag:level-9]\nSo?{T}", 2, 1, "level from 1 to 3"),
    ("// [tag:skill-guess]\nSo?{T}", 2, 1, "skill"),
    ("// [tag:fact-nowhere]\nSo?{T}", 2, 1, "no fact is called 'nowhere'"),
    ("// [tag:room-attic]\nSo?{T}", 2, 1, "no room is called 'attic'"),
]


@pytest.mark.parametrize(("text", "line", "column", "says"), GIFT_TROUBLES, ids=[case[3] for case in GIFT_TROUBLES])
def test_what_of_gift_cannot_be_read_is_told(tiny: World, text: str, line: int, column: int, says: str) -> None:
    (trouble,) = read("gift", text, tiny).troubles
    assert says in trouble.text
    assert (trouble.line, trouble.column) == (line, column)


CSV_TROUBLES = [
    ("id,key\nx,y", 1, 1, "'stem' is missing; --map question=stem"),
    ("stem,key\nSo?,red,blue", 2, 3, "3 cells, and 2 columns"),
    ("stem,kind\nSo?,essay", 2, 2, "expected one of"),
    ("stem,kind,key\nSo?,true-false,perhaps", 2, 3, "True or False"),
    ('stem,key\nSo?,"open', 2, 1, "no CSV"),
    ("stem,option1,right1\nSo?,a,perhaps", 2, 3, "1 or 0"),
    ("stem,kind,option1,right1\nSo?,number,many,1", 2, 1, "with a dot and without its unit"),
    ("stem,option1,option2,key\nSo?,a,b,c", 2, 1, "expected one right option"),
    ("stem,option1\n,a", 2, 1, "the stem is empty"),
]


@pytest.mark.parametrize(("text", "line", "column", "says"), CSV_TROUBLES, ids=[case[3] for case in CSV_TROUBLES])
def test_what_of_csv_cannot_be_read_is_told(tiny: World, text: str, line: int, column: int, says: str) -> None:
    trouble = read("csv", text, tiny).troubles[0]
    assert says in trouble.text
    assert (trouble.line, trouble.column) == (line, column)


TABLES = [
    # What spreadsheets of other languages make of a table.
    ("stem;kind;key\nSo?;true-false;FALSCH", TrueFalse, {"key": False}),
    ("stem;kind;key;tolerance\nWie viele?;number;7,5;0,5", Number, {"key": "7.5", "tolerance": "0.5"}),
    ("stem;key\nWie weit?;1.180", Number, {"key": "1180"}),
    ("sep=|\nstem|key\nWho?|Jane", Short, {"key": "Jane"}),
    # What others call their columns, and how they name the key.
    ("Question,Option A,Option B,Option C,Correct Answer\nSo?,red,green,blue,B", Choice, {"key": "green"}),
    ("Question,Answer 1,Answer 2,Time limit,Correct answer(s)\nSo?,red,green,20,2", Choice, {"key": "green"}),
    ("Question,1,2,3,Answer\nSo?,3,1,2,2", Choice, {"key": "2"}),  # the text before the number
    ("question,a,b,c,correct\nSo?,red , green,blue, green ", Choice, {"key": "green"}),
    ('question,a,b,c,correct\nSo?,red,green,blue,"a, c"', Multiple, {"keys": ("red", "blue")}),
    ('question,a,b,correct\nSo?,"red, green",blue,"red, green"', Choice, {"key": "red, green"}),
    ("question,a,b,correct\nSo?,True,False,b", TrueFalse, {"key": False}),
    ("question,answer\nSo?,true", TrueFalse, {"key": True}),
    ("question,answer\nWho?,Jane Roe", Short, {"key": "Jane Roe"}),
    ("question,type,answer\nWho?,Fill-in-the-Blank,1", Short, {"key": "1"}),
    ("Nr.,Frage,Antwort\n1,Wer?,Jane", Short, {"id": "q-1", "key": "Jane"}),
    ("Question,Type,Options,Answer\nSo?,multichoice,red; green; blue,2", Choice, {"key": "green"}),
    ('question,choices,answer\nSo?,"red, green|blue",blue', Choice, {"key": "blue"}),
    ("question,options,answer\nSo?,|;and;or,or", Choice, {"key": "or"}),  # the sign between is no part of the key
    ("question,option1,option2,correct_index\nSo?,red,green,0", Choice, {"key": "red"}),
]


@pytest.mark.parametrize(("text", "kind", "fields"), TABLES, ids=[case[0][:40] for case in TABLES])
def test_tables_of_others_are_read(tiny: World, text: str, kind: type, fields: dict[str, object]) -> None:
    found = read("csv", text, tiny)
    assert found.troubles == ()
    (item,) = found.items
    assert type(item) is kind
    assert {name: getattr(item, name) for name in fields} == fields


ROWS = "First?,{first},c,b,a\nSecond?,{second},c,b,a\n"


@pytest.mark.parametrize(
    ("first", "second", "keys"),
    [
        ("0", "2", ["c", "a"]),  # one of them is the first option: both count from zero
        ("1", "2", ["c", "b"]),
        ("1", "3", ["c", "a"]),
        ("0", "3", ["a"]),  # no table of three options counts from zero up to 3
        ("0", "b", ["b"]),
    ],
)
def test_a_key_counts_from_zero_where_the_table_does(tiny: World, first: str, second: str, keys: list[str]) -> None:
    found = read("csv", "question,answer,1,2,3\n" + ROWS.format(first=first, second=second), tiny)
    assert [getattr(item, "key", "") for item in found.items] == keys
    told = [change for change in found.changes if "counts its options from 0" in change.text]
    assert len(told) == (keys == ["c", "a"] and first == "0")


def test_a_key_that_is_a_text_counts_nothing(tiny: World) -> None:
    found = read("csv", "question,answer,1,2,3\nNone?,0,1,0,2\nTwo?,2,1,0,2\n", tiny)
    assert [getattr(item, "key", "") for item in found.items] == ["0", "2"]


@pytest.mark.parametrize(("number", "is_taken"), [(8, True), (9, False)])
def test_one_cell_holds_eight_options(tiny: World, number: int, is_taken: bool) -> None:
    options = "|".join(f"way {each}" for each in range(number))
    found = read("csv", f"question,options,answer\nSo?,{options},way 1\n", tiny)
    assert (len(found.items), len(found.troubles)) == (int(is_taken), int(not is_taken))
    assert all((trouble.column, "more than 8 options") == (2, trouble.text[:19]) for trouble in found.troubles)


@pytest.mark.parametrize(("head", "number"), [("", 2), ("Question;Is;Was;\n", 2)])
def test_columns_without_names_are_counted(tmp_path: Path, head: str, number: int) -> None:
    quiz, out = tmp_path / "quiz.csv", tmp_path / "quiz.yaml"
    quiz.write_text(f"{head}Who?;Jane;John;B\nWhere?;Here;There;A\n", "utf-8")
    wish = ("import", str(quiz), "--pack", str(TINY), "--room", "salon", "--fact", "rug-is-old", "-o", str(out))
    maps = [part for each in ("1=stem", "2=option1", "3=option2", "4=key") for part in ("--map", each)]
    if not head:
        assert "--map 1=stem" in carriages(*wish, home=tmp_path).stderr
    done = carriages(*wish, *maps, home=tmp_path)
    assert done.returncode == 0
    text = out.read_text("utf-8")
    assert (text.count("stem:"), "key: John" in text, "key: Here" in text) == (number, True, True)


def test_a_column_that_is_not_read_is_told_once(tiny: World) -> None:
    found = read("csv", "stem,key,points\nWho?,Jane,5\nWhen?,1999,3", tiny)
    assert len(found.items) == 2
    assert [change.text for change in found.changes] == ["the column 'points' of the table is not read"]


def test_a_column_of_another_name_is_named_by_the_user(tmp_path: Path) -> None:
    quiz, out = tmp_path / "quiz.csv", tmp_path / "quiz.yaml"
    quiz.write_text("Aufgabe,Soll\nWho?,Jane Roe\n", "utf-8")
    wish = ("import", str(quiz), "--pack", str(TINY), "--room", "salon", "--fact", "rug-is-old", "-o", str(out))
    assert carriages(*wish, home=tmp_path).returncode == 2
    done = carriages(*wish, "--map", "aufgabe=stem", "--map", "Soll=key", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "key: Jane Roe" in out.read_text("utf-8")
    for bad, says in (("soll", "expected COLUMN=NAME"), ("soll=kye", "Did you mean 'key'?")):
        refused = carriages(*wish, "--map", bad, home=tmp_path)
        assert refused.returncode == 2
        assert says in refused.stderr


def test_a_spreadsheet_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Question", "Answer", "Tolerance"], ["How many?", 7, 0.5], ["How long?", 2.5, None]):
        book.worksheets[0].append(row)
    quiz, out = tmp_path / "quiz.xlsx", tmp_path / "quiz.yaml"
    book.save(quiz)
    wish = ("import", str(quiz), "--pack", str(TINY), "--room", "salon", "--fact", "rug-is-old", "-o", str(out))
    done = carriages(*wish, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.strip() for line in out.read_text("utf-8").splitlines() if " key:" in line] == [
        "key: '7'",
        "key: '2.5'",
    ]
    quiz.write_bytes(b"no zip")
    refused = carriages(*wish, "--force", home=tmp_path)
    assert refused.returncode == 2
    assert "no .xlsx spreadsheet that can be read" in refused.stderr


@pytest.mark.parametrize("between", [",", ";"])
def test_a_simple_table_is_enough(tiny: World, between: str) -> None:
    text = "stem,key,option1,option2,option3\nWhich colour?,green,green,blue,red\n".replace(",", between)
    ((item,),) = read("csv", text, tiny).rooms.values()
    assert isinstance(item, Choice)
    assert (item.id, item.key) == ("which-colour", "green")


@pytest.mark.parametrize("name", FILES)
@given(text=st.text(st.sampled_from("{}=~#:%\\->/[]<>&;\"',.\n\r TFx1$"), max_size=60) | st.text(max_size=40))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_in_a_file_raises(tiny: World, name: str, text: str) -> None:
    for trouble in read(name, text, tiny).troubles:
        assert trouble.line >= 1
        assert trouble.column >= 1


CHANGED = [
    ("So?{~%50%a =b ~c}", Choice, "'a' is worth 50% there and nothing here"),
    ("So?{=a ~%-50%b ~c}", Choice, "a wrong option costs a part of the mark there"),
    ("So?{~%50%a ~%50%b ~c}", Multiple, "each right option earns an equal share"),
    ("So?{~%60%a ~%40%b ~%-100%c}", Multiple, "each right option earns an equal share"),
    ("So?{~%100%a ~b}", Choice, "several options may be ticked there"),
    ("Who?{=Jane =%50%Roe}", Short, "'Roe' is worth 50%"),
    ("How many?{#=7:0 =%50%8:1}", Number, "'8' is worth 50%"),
    ("How many?{#=7 ~#No.}", Number, "feedback on all other figures"),
    ("Match.{=a -> b =c -> d = -> e}", Match, "'e' stands in no pair"),
    ('[html]<img src="x.png">So?{T}', TrueFalse, "its picture is left out"),
]


@pytest.mark.parametrize(("text", "kind", "says"), CHANGED, ids=[case[0] for case in CHANGED])
def test_what_is_otherwise_here_is_told_of_a_question_that_is_taken(
    tiny: World, text: str, kind: type, says: str
) -> None:
    found = read("gift", text, tiny)
    assert found.troubles == ()
    (item,), (change,) = found.items, found.changes
    assert type(item) is kind
    assert says in change.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("So?{=a ~b}", Choice),
        ("So?{~=a ~b ~c}", Choice),  # an old way to mark the right one
        ("So?{~=a~b~=c}", None),
        ("So?{=a ~1 ~2 ~3 ~4 ~5 ~6 ~7}", Choice),
        ("They are {~few ~=a few ~little ~a little} people.", Choice),
        ("How many?{#.5}", Number),
        ("How many?{#1e3:1}", Number),
        ("Match.{=a -> b =c -> d}", Match),
        ("  $CATEGORY: x\n\nSo?{T}", TrueFalse),
    ],
)
def test_what_moodle_takes_is_taken(tiny: World, text: str, kind: type | None) -> None:
    found = read("gift", text, tiny)
    assert [type(item) for item in found.items] == ([kind] if kind else [])
    assert found.changes == ()


def test_two_questions_of_one_title_get_two_ids(tiny: World) -> None:
    found = read("gift", "::dup::A?{=x ~y}\n\n::dup::B?{=x ~y}\n\n::dup::C?{=x ~y}", tiny)
    assert [item.id for item in found.items] == ["dup", "dup-2", "dup-3"]
    assert [str(change) for change in found.changes] == [
        "q.gift:3:1: dup-2: the id 'dup' is taken, so it is 'dup-2' here",
        "q.gift:5:1: dup-3: the id 'dup' is taken, so it is 'dup-3' here",
    ]


def test_many_questions_of_one_title_are_numbered_on(tiny: World) -> None:
    items = read("gift", "\n\n".join(["::dup::A?{=x ~y}"] * 3000), tiny).items
    # A number that a title of its own has is passed over.
    mixed = read("gift", "::dup::A?{T}\n\n::dup-2::A?{T}\n\n::dup::A?{T}\n\n::dup::A?{T}", tiny).items
    assert [item.id for item in items[-2:]] == ["dup-2999", "dup-3000"]
    assert [item.id for item in mixed] == ["dup", "dup-2", "dup-3", "dup-4"]


@pytest.mark.parametrize("title", ["x" * 80, "x" * 62, "Лампа", "1. Lamp", "::"])
def test_an_id_made_of_a_title_is_one_that_a_pack_takes(tiny: World, title: str) -> None:
    ids = [item.id for item in read("gift", f"::{title}::A?{{T}}\n\n::{title}::A?{{T}}", tiny).items]
    assert len(set(ids)) == len(ids)
    assert all(len(each) <= MAX_ID_LENGTH and each[0].isalpha() for each in ids)


def test_a_question_that_is_set_aside_spoils_no_other(tmp_path: Path) -> None:
    quiz, out = tmp_path / "quiz.gift", tmp_path / "quiz.yaml"
    quiz.write_bytes("Is it old?{T}\n\nWhat?{}\n\nStraße?{=a ~b}".encode("cp1252"))
    wish = ("import", str(quiz), "--pack", str(TINY), "--room", "salon", "--fact", "rug-is-old", "-o", str(out))
    for options, status, is_written in (((), 1, False), (("--preview", "--skip"), 1, False), (("--skip",), 1, True)):
        done = carriages(*wish, *options, home=tmp_path)
        assert (done.returncode, out.exists()) == (status, is_written), options
        assert "2 questions can be taken; 1 is set aside." in done.stderr
        assert "read as windows-1252" in done.stderr
        assert f"{quiz}:3:7: no answers" in done.stderr
    assert "Straße?" in out.read_text("utf-8")


def test_a_file_that_would_spoil_its_pack_is_not_written(tmp_path: Path) -> None:
    pack = Path(copytree(TINY, tmp_path / "pack"))
    quiz, out = tmp_path / "quiz.gift", pack / "items" / "quiz.yaml"
    quiz.write_text("// [tag:fact-lamp-was-stolen]\nIs it old?{T}", "utf-8")
    done = carriages("import", str(quiz), "--pack", str(pack), "--room", "salon", "-o", str(out), home=tmp_path)
    assert done.returncode == 2
    assert "nothing was written, because the pack could not be played with it" in done.stderr
    assert not out.exists()


def test_a_file_with_one_trouble_writes_nothing(tmp_path: Path) -> None:
    quiz = tmp_path / "quiz.gift"
    quiz.write_text("// [tag:room-salon] [tag:fact-rug-is-old]\nIs it old?{T}\n\nWhat?{", "utf-8")
    out = tmp_path / "quiz.yaml"
    done = carriages("import", str(quiz), "--pack", str(TINY), "-o", str(out), home=tmp_path)
    assert done.returncode == 1
    assert f"{quiz}:4:6: the brace that opens the answers is never closed" in done.stderr
    assert "Nothing was written. --skip writes the 1 question" in done.stderr
    assert not out.exists()


def test_an_imported_file_is_asked_by_the_pack(tmp_path: Path) -> None:
    pack = Path(copytree(TINY, tmp_path / "pack"))
    quiz = tmp_path / "quiz.gift"
    quiz.write_text("Is the rug old, by article A?{FALSE####It only looks old.}", "utf-8")
    out = pack / "items" / "quiz.yaml"
    wish = ("--room", "salon", "--fact", "rug-is-old", "-o", str(out))
    done = carriages("import", str(quiz), "--pack", str(pack), *wish, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    world, problems = load(pack)
    assert problems == ()
    assert world is not None
    assert "is-the-rug-old-by" in Bank(world).items
    again = carriages("import", str(quiz), "--pack", str(pack), *wish, home=tmp_path)
    assert again.returncode == 2
    assert "--force replaces it" in again.stderr


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("quiz.docx", b"", "ends in .gift, .txt, .csv, .tsv, .xlsx, .xml, .zip or .apkg"),
        ("quiz.gift", b"\xff\xfe\x00", "another kind of file"),
        ("quiz.gift", b"\x00\x81", "another kind of file"),
        ("quiz.gift", b"", "has no questions"),
        (".", None, "is a folder"),
        ("none.gift", None, "cannot be read"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str, data: bytes | None, says: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    done = carriages("import", str(path), "--pack", str(TINY), home=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("export", "gifft"), 2, "Did you mean 'gift'?"),
        (("export", "kahoot", "--strict"), 1, "nothing was written"),
        (("export", "gift", "--only", "salon", "--kind", "order"), 2, "no question fits"),
        (("export", "gift", "K7Q2"), 2, "K7Q2"),
        (("export", "gift"), 2, "ends in .txt or .gift"),
        (("export", "kahoot", "--kind", "order"), 2, "none of these questions"),
    ],
)
def test_an_export_that_cannot_be_is_told(tmp_path: Path, arguments: tuple[str, ...], status: int, says: str) -> None:
    out = tmp_path / "out.xlsx"
    done = carriages(*arguments, "-o", str(out), home=tmp_path)
    assert done.returncode == status
    assert says in done.stderr
    assert not out.exists()


def test_the_screen_has_three_of_each_cause_and_a_file_has_all(tmp_path: Path) -> None:
    rows = "".join(f"Q{n}?{{=a ~%50%b{n} ~c}}\n\n" for n in range(1, 6))
    (tmp_path / "quiz.gift").write_text(f"{rows}Why?{{}}", "utf-8")
    told = tmp_path / "all.txt"
    wish = ("import", str(tmp_path / "quiz.gift"), "--pack", str(TINY), "--room", "salon", "--fact", "rug-is-old")
    done = carriages(*wish, "--preview", home=tmp_path)
    assert done.stderr.count("is worth 50% there") == 3
    assert "5 in all, 3 shown: … is worth …% there and nothing here" in done.stderr
    assert "--losses FILE" in done.stderr
    done = carriages(*wish, "--preview", "--losses", str(told), home=tmp_path)
    assert "--losses FILE" not in done.stderr
    lines = told.read_text("utf-8").splitlines()
    assert len(lines) == 6
    assert lines[0].endswith("quiz.gift:1:1: q1: 'b1' is worth 50% there and nothing here")
    again = carriages(*wish, "--preview", "--losses", str(told), home=tmp_path)
    assert (again.returncode, "--force replaces it" in again.stderr) == (2, True)


def test_an_export_tells_three_and_lists_all_in_a_file(tmp_path: Path) -> None:
    told = tmp_path / "all.txt"
    done = carriages("export", "gift", "-o", str(tmp_path / "a.gift"), "--losses", str(told), home=tmp_path)
    assert done.returncode == 0
    (line,) = (line for line in done.stderr.splitlines() if line.startswith("gift: GIFT has no order"))
    assert line.count(",") == 2
    assert line.endswith(" …")
    number = int(line.partition("(")[2].partition(")")[0])
    assert told.read_text("utf-8").count("GIFT has no order") == number > 3
    none = carriages("export", "json", "-o", str(tmp_path / "a.json"), "--losses", str(told), "--force", home=tmp_path)
    assert none.returncode == 0
    assert told.read_text("utf-8") == "Nothing is lost.\n"


def test_an_export_is_never_written_over(tmp_path: Path) -> None:
    out = tmp_path / "out.gift"
    assert carriages("export", "gift", "-o", str(out), home=tmp_path).returncode == 0
    before = out.read_bytes()
    assert carriages("export", "gift", "--only", "cellar", "-o", str(out), home=tmp_path).returncode == 2
    assert out.read_bytes() == before
