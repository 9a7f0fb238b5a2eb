"""Decks of Anki come in: notes by their fields; and the times of our own notes, as Anki itself takes them."""

import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core.disk import read_file
from game.exchange import FORMATS, apkg_notes, apkg_reading
from game.exchange.anki import NOTE_FIELDS, make_guid, write_kept
from game.exchange.anki_times import FOLDER, NoteTimes
from game.exchange.exported import Exported
from game.exchange.importing import Made, make_items
from game.pack.kinds import Choice, Number, Short, TrueFalse
from game.pack.world import World
from game.prose import apkg_problems, import_problems
from tests.items import ONE_OF_EACH
from tests.test_cli import carriages
from tests.test_formats import anki_after, bank_of, made

FILE = Path("deck.apkg")
BASIC = ("Basic", ["Front", "Back"], 0)


def deck(
    kind: tuple[str, list[str], int], *notes: tuple[str, ...], tags: str = "", name: str = "collection.anki2"
) -> bytes:
    """A package with notes of one type."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE col (models TEXT)")
    base.execute("CREATE TABLE notes (id INTEGER, mid INTEGER, flds TEXT, tags TEXT)")
    fields = [{"name": each, "ord": place} for place, each in enumerate(kind[1])]
    base.execute("INSERT INTO col VALUES (?)", (json.dumps({"7": {"name": kind[0], "flds": fields, "type": kind[2]}}),))
    base.executemany(
        "INSERT INTO notes VALUES (?, 7, ?, ?)", [(n, "\x1f".join(note), tags) for n, note in enumerate(notes)]
    )
    base.commit()
    return zipped({name: base.serialize(), "media": b"{}"})


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def read(data: bytes, world: World, mapped: dict[str, str] | None = None) -> Made:
    """The items in a deck, and all that is wrong with it."""
    drafts, troubles = apkg_reading.read(data, FILE, mapped or {})
    found = make_items(drafts, FILE, world, "salon", ("lamp-is-green",))
    return Made(found.rooms, (*troubles, *found.troubles), found.changes)


def test_front_and_back_are_a_question_and_its_answer(tiny: World) -> None:
    found = read(deck(BASIC, ("Is 3 &lt;<br>4?", "True"), ("<b>How many?</b>", "7"), ("Who?", "Jane")), tiny)
    assert (found.troubles, found.changes) == ((), ())
    truth, number, short = found.items
    assert isinstance(truth, TrueFalse)
    assert truth.stem == "Is 3 <\n4?"
    assert isinstance(number, Number)
    assert (number.stem, number.key) == ("How many?", "7")
    assert isinstance(short, Short)
    assert short.key == "Jane"


def test_fields_are_named_by_their_names_or_by_the_user(tiny: World) -> None:
    kind = ("Quiz", ["Frage", "Option 1", "Option 2", "Lösung", "Wort"], 0)
    note = ("Welche?", "grün", "blau", "A", "x")
    (item,) = read(deck(kind, note, tags=" level-3  topic-light "), tiny).items
    assert isinstance(item, Choice)
    assert (item.key, item.level, item.tags) == ("grün", 3, ("light",))
    own = deck(("Odd", ["This", "That"], 0), ("Who?", "Jane"))
    (trouble,) = read(own, tiny).troubles
    assert "have the fields 'This', 'That'" in trouble.text
    (named,) = read(own, tiny, {"this": "stem", "that": "key"}).items
    assert isinstance(named, Short)


def test_a_sentence_with_one_gap_is_asked_for_its_word(tiny: World) -> None:
    kind = ("Cloze", ["Text", "Extra"], 1)
    found = read(
        deck(kind, ("The lamp is {{c1::green::colour}}.", "So."), ("{{c1::a}} {{c2::b}}", ""), ("none", "")), tiny
    )
    (item,) = found.items
    assert isinstance(item, Short)
    assert (item.stem, item.key, item.feedback) == ("The lamp is ____.", "green", "So.")
    assert [(each.line, each.text) for each in found.troubles] == [
        (2, import_problems.CLOZE),
        (3, import_problems.NO_ANSWERS),
    ]


@pytest.mark.parametrize(
    ("back", "says"),
    [
        ('<img src="x.png">', import_problems.SHOWS_A_FILE),
        ("[sound:x.mp3]", apkg_problems.SOUND),
        ("x" * 20_001, import_problems.LONG_TEXT),
        ("x" * 121, "an answer of 121 characters"),
        ("x" * 120, ""),
    ],
    ids=["picture", "sound", "long", "not typed", "typed"],
)
def test_a_note_that_is_no_text_is_set_aside_at_its_field(tiny: World, back: str, says: str) -> None:
    found = read(deck(BASIC, ("Who?", "Jane"), ("What?", back)), tiny)
    assert len(found.items) == (1 if says else 2)
    for trouble in found.troubles:
        assert says in trouble.text
        assert trouble.line == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"no zip", "no zip file"),
        (zipped({"media": b""}), apkg_problems.NO_DECK),
        (deck(BASIC, ("a", "b"), name="collection.anki21b"), apkg_problems.NEWER_DECK),
        (zipped({"collection.anki21b": b"", "collection.anki2": b""}), apkg_problems.NEWER_DECK),
        (zipped({"collection.anki2": b"x" * 100}), "its database cannot be read"),
        (zipped({"collection.anki2": b""}), "its database cannot be read"),
    ],
    ids=["no zip", "no deck", "newer", "newer beside older", "no database", "empty"],
)
def test_a_file_that_is_no_deck_is_refused(tiny: World, data: bytes, says: str) -> None:
    (trouble,) = read(data, tiny).troubles
    assert says in trouble.text


def test_a_database_cannot_run_what_it_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = sqlite3.connect(":memory:")
    endless.execute("CREATE TABLE col (models TEXT)")
    endless.execute(
        "CREATE VIEW notes AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT x AS id, 7 AS mid, 'a' AS flds, '' AS tags FROM n"
    )
    endless.commit()
    _, (trouble,) = apkg_reading.read(zipped({"collection.anki2": endless.serialize()}), FILE, {})
    assert "no such table" in trouble.text
    monkeypatch.setattr(apkg_notes, "MAX_SECONDS", -1)
    many = deck(BASIC, *[("Who?", "Jane")] * 20_000)
    assert [each.text for each in apkg_reading.read(many, FILE, {})[1]] == [apkg_problems.SLOW_DECK]


def test_both_older_forms_are_read_and_the_later_one_first(tiny: World) -> None:
    (item,) = read(deck(BASIC, ("Who?", "Jane"), name="collection.anki21"), tiny).items
    assert isinstance(item, Short)
    new, old = (deck(BASIC, ("Who?", name)) for name in ("New", "Old"))
    inner = {
        "collection.anki2": zipfile.ZipFile(io.BytesIO(old)).read("collection.anki2"),
        "collection.anki21": zipfile.ZipFile(io.BytesIO(new)).read("collection.anki2"),
    }
    (item,) = read(zipped(inner), tiny).items
    assert isinstance(item, Short)
    assert item.key == "New"


def test_an_edited_note_of_ours_is_set_aside(tiny: World) -> None:
    def note(options: str, answer: str, kind: str) -> bytes:
        return deck(("Ours", list(NOTE_FIELDS), 0), ("q", "So?", options, answer, "Why.", "A"), tags=f"kind-{kind}")

    for options, answer, kind in (
        ("A) x<br>B) y", "z", "choice"),
        ("– x<br>– y", "x; z", "order"),
        ("– x<br>1", "y: 1", "match"),
        ("", "many", "number"),
    ):
        (trouble,) = read(note(options, answer, kind), tiny).troubles
        assert trouble.text == apkg_problems.PUT_TOGETHER
    (item,) = read(note("A) x<br>B) y", "y", "choice"), tiny).items
    assert isinstance(item, Choice)
    assert item.key == "y"


@given(data=st.binary(max_size=200), at=st.integers(0, 3_000))
@settings(max_examples=100, deadline=None)
def test_no_bytes_end_in_a_traceback(data: bytes, at: int) -> None:
    apkg_reading.read(data, FILE, {})
    whole = zipfile.ZipFile(io.BytesIO(deck(BASIC, ("Who?", "Jane")))).read("collection.anki2")
    damaged = whole[:at] + data + whole[at + len(data) :]
    apkg_reading.read(zipped({"collection.anki2": damaged}), FILE, {})


# --- The times of our own notes ---------------------------------------------------------------------------------------


def edit(exported: Exported, question_id: str) -> Exported:
    """The same questions, one of them with another feedback."""
    questions = (replace(q, feedback="Reworded.") if q.id == question_id else q for q in exported.questions)
    return replace(exported, questions=tuple(questions))


def note_times(data: bytes) -> dict[str, int]:
    base = sqlite3.connect(":memory:")
    base.deserialize(zipfile.ZipFile(io.BytesIO(data)).read("collection.anki2"))
    return dict(base.execute("SELECT guid, mod FROM notes"))


def test_an_edit_arrives_and_what_was_not_edited_stays_untouched(tiny: World, tmp_path: Path) -> None:
    whole = replace(made(bank_of(tiny, *ONE_OF_EACH)), revised="2026-01-01")
    decks = []
    for exported, now in ((whole, 1_800_000_000), (edit(whole, "order"), 1_800_000_100)):
        times = NoteTimes.load(tmp_path, exported.tour)
        decks.append(write_kept(exported, times, now))
        times.save()
    first, second = map(note_times, decks)
    changed = make_guid(whole.tour, "order")
    assert {guid for guid in first if first[guid] != second[guid]} == {changed}
    assert second[changed] == 1_800_000_100
    notes = anki_after(*decks)
    assert notes[changed][0][4] == "Reworded."
    assert len(notes) == len(whole.questions)
    # A learner's own edit of another note is later than ours, and stays.
    assert first[make_guid(whole.tour, "choice")] == second[make_guid(whole.tour, "choice")] == 1_767_225_600


def test_a_time_goes_on_when_the_clock_goes_back(tmp_path: Path) -> None:
    times = NoteTimes.load(tmp_path, "t")
    assert times.find_time("g", ["a"], first=100, now=500) == 100
    assert times.find_time("g", ["a"], first=999, now=500) == 100
    assert times.find_time("g", ["b"], first=100, now=500) == 500
    assert times.find_time("g", ["a"], first=100, now=3) == 501


def test_times_that_cannot_be_read_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / FOLDER / "t.json"
    path.parent.mkdir()
    path.write_bytes(b"{")
    times = NoteTimes.load(tmp_path, "t")
    assert times.find_time("g", ["a"], first=100, now=500) == 100
    times.save()
    assert read_file(path) == b"{"


def test_the_command_keeps_the_times(tmp_path: Path) -> None:
    out = tmp_path / "deck.apkg"
    for _ in range(2):
        assert carriages("export", "anki", "--only", "cellar", "-o", str(out), "--force", home=tmp_path).returncode == 0
    (kept,) = (tmp_path / FOLDER).iterdir()
    notes = json.loads(kept.read_text("utf-8"))
    assert {guid: changed for guid, (_, changed) in notes.items()} == note_times(out.read_bytes())


def test_the_deck_without_kept_times_has_the_day_of_the_pack(tiny: World) -> None:
    whole = replace(made(bank_of(tiny, *ONE_OF_EACH)), revised="2026-01-01")
    assert set(note_times(FORMATS["anki"].write(whole)).values()) == {1_767_225_600}
