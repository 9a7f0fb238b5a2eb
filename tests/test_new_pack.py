"""``carriages new``: from articles in four formats to a pack that plays, and what bad files get."""

import io
import sys
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from game.app.game import Game
from game.commandline.main import main
from game.content.drafting.article_files import ArticleError, read_article
from game.content.load import load
from tests.conftest import loaded

LEAFLET = """\
date 2021-05-03 Mill Pond: a guide

The mill at the pond is 12 metres high. It was built in 1790.

The miller Greta Olsen worked here from 1850 to 1881. She is said to have missed only one day.

Two stones of 900 kilograms ground the corn. A flood broke the weir in 1862.

It is not clear who opened the weir that night. The pond can be seen from the road.
"""
NEWS = """\
The mill of the pond is 14 metres high, according to the county office.

The miller Greta Olsen was 31 when she came. "Greta Olsen opened the weir that night," said Paul Lind.

A picture in the town archive shows the flood at the weir. The stones were sold in 1901.
"""

MARKDOWN = """\
---
date: 2022-01-09
publisher: The Pond Post
---
# Mill Pond

## The mill

The mill is **12 metres** high and stands at the [pond](https://example.org).

## The stones

- Two stones of 900 kilograms ground the corn.
- They came from Norway.
"""

HTML = """\
<!doctype html><html><head><title>Mill Pond</title>
<meta property="article:published_time" content="2022-01-09T10:00:00Z">
<meta property="og:site_name" content="The Pond Post"><script>var x = "no text";</script></head>
<body><nav><p>Home Sport Weather</p></nav><article><h1>Mill Pond</h1><h2>The mill</h2>
<p>The mill is <b>12&nbsp;metres</b> high<br>and stands at the pond.<p>It was built in 1790.
<h2>The stones</h2><p>Two stones of 900 kilograms ground the corn.</p></article>
<footer><p>All rights reserved</p></footer></body></html>
"""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_docx(*paragraphs: tuple[str, str]) -> bytes:
    """A document as a word processor writes it: style and text of its paragraphs."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
    return packed.getvalue()


DOCX = make_docx(
    ("Title", "Mill Pond"),
    ("Normal", "9 January 2022"),
    ("Heading1", "The mill"),
    ("Normal", "The mill is 12 metres high."),
    ("Heading1", "The stones"),
    ("Normal", "Two stones of 900 kilograms ground the corn."),
)


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("name", "data", "house"),
    [("a.md", MARKDOWN, "The Pond Post"), ("a.html", HTML, "The Pond Post"), ("a.docx", DOCX, "")],
    # A name of its own each: the bytes of an archive hold the time, and two workers must collect the same tests.
    ids=["markdown", "html", "docx"],
)
def test_formats_with_headings_give_sections_a_day_and_a_house(
    tmp_path: Path, name: str, data: str | bytes, house: str
) -> None:
    article = read_article(write(tmp_path, name, data))
    assert (article.date, article.publisher, article.title) == ("2022-01-09", house, "Mill Pond")
    headings = [block.text for block in article.blocks if block.is_heading]
    assert headings == ["Mill Pond", "The mill", "The stones"]
    told = [block.text for block in article.blocks if not block.is_heading]
    assert "Two stones of 900 kilograms ground the corn." in told
    assert any(text.startswith("The mill is 12 metres high") for text in told)
    assert not any(word in article.text for word in ("Sport", "rights", "no text", "**", "example.org"))


def test_a_text_gives_its_day_only_from_a_dateline(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "a.txt", LEAFLET)).date == "2021-05-03"
    assert read_article(write(tmp_path, "c.txt", "Printed 2021-13-40\n\nThe mill burned down.")).date == ""
    assert read_article(write(tmp_path, "b.txt", "On 3 May 2021 the mill burned down.\n\nNobody saw it.")).date == ""


@pytest.mark.parametrize(
    ("line", "day", "house"),
    [
        ("The Pond Gazette, 12 September 2024", "2024-09-12", "The Pond Gazette"),
        ("The Pond Gazette · Thursday 12 September 2024", "2024-09-12", "The Pond Gazette"),
        ("Published by Pond Trust", "", "Pond Trust"),
        ("12 September 2024", "2024-09-12", ""),
        # A place or a writer before the day is no house, and a sentence is no dateline.
        ("Millwick, 12 September 2024", "2024-09-12", ""),
        ("The Pond Gazette closed on 12 September 2024.", "", ""),
        ("The Pond Gazette", "", ""),
    ],
)
def test_a_line_above_the_story_says_when_and_by_whom(tmp_path: Path, line: str, day: str, house: str) -> None:
    article = read_article(write(tmp_path, "a.txt", f"Mill Pond\n\n{line}\n\nThe mill is old. It is red.\n"))
    assert (article.date, article.publisher) == (day, house)
    assert article.blocks[1].is_dateline == bool(day or house)
    assert new(tmp_path / "pack", str(tmp_path / "a.txt"), "--date", "2024", "--publisher", house) == 0
    world = loaded(tmp_path / "pack")
    assert any(name.startswith("a2-") for name in world.facts) != article.blocks[1].is_dateline
    assert bool(world.sources["A"].paragraphs[1].unused) == article.blocks[1].is_dateline


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The wheel turns, said the miller Greta Olsen.", "Greta Olsen"),
        ("The works manager Paul Lind said that it turns.", "Paul Lind"),
        ("It turns, according to Olsen.", "Greta Olsen"),
        ("Olsen said that it turns.", "Greta Olsen"),
        ("It turns, according to the county office.", "the county office"),
        ("It turns, said the miller.", ""),
    ],
)
def test_a_speaker_is_named_as_fully_as_the_article_does(tmp_path: Path, sentence: str, speaker: str) -> None:
    article = write(tmp_path, "a.txt", f"The mill of Greta Olsen is old.\n\n{sentence}\n")
    assert new(tmp_path / "pack", str(article), "--date", "2024", "--publisher", "") == 0
    (fact,) = (fact for name, fact in read_facts(tmp_path / "pack").items() if name.startswith("a2-"))
    assert fact.said_by == speaker
    assert fact.strength == "reported"


def test_letters_are_read_as_the_page_names_them(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-1"><p>Das Café am Teich ist alt.</p>'.encode("latin-1")
    assert "Café" in read_article(write(tmp_path, "a.html", page)).text
    assert "Café" in read_article(write(tmp_path, "b.txt", "Das Café ist alt.".encode("utf-16"))).text


BAD = [
    ("a.txt", b"", "no paragraph"),
    ("a.md", b"# Only a heading", "no paragraph"),
    ("a.html", b"<script>alert(1)</script>", "no paragraph"),
    ("a.txt", bytes(range(256)) * 4, "not in UTF-8"),
    ("a.txt", b"text\0and more", "no text"),
    ("a.txt", "Café".encode("latin-1"), "not in UTF-8"),
    ("a.html", b'<meta charset="klingon"><p>nuq</p>', "not in klingon"),
    ("a.pdf", b"%PDF-1.4", "only .txt"),
    ("article", b"text", "no ending"),
    ("a.docx", b"PK\x03\x04 cut off", "no document"),
    ("a.docx", b"no zip", "no document"),
    ("a.txt", b"The mill. " * 1_000_000, "too large"),
    ("a.txt", b"The mill is old. " * 40_000, "680,000"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[f"{n}-{m}" for n, _, m in BAD])
def test_what_is_no_article_gets_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, message: str
) -> None:
    path = write(tmp_path, name, data)
    assert main(["new", str(tmp_path / "pack"), str(path), "--date", "2021", "--publisher", ""]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert str(path) in told
    assert "Traceback" not in told
    assert not (tmp_path / "pack").exists()


def test_a_document_with_a_type_of_its_own_or_too_much_text_is_none(tmp_path: Path) -> None:
    for xml in (f"<!DOCTYPE x [<!ENTITY a 'b'>]><w:document {_W}/>", " " * (17 * 1024 * 1024), "<w:p>"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", xml)
        with pytest.raises(ArticleError, match="no document"):
            read_article(write(tmp_path, "a.docx", packed.getvalue()))


def new(folder: Path, *arguments: str) -> int:
    return main(["new", str(folder), *arguments])


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """Two articles that differ."""
    return str(write(tmp_path, "leaflet.txt", LEAFLET)), str(write(tmp_path, "news.txt", NEWS))


def draft(tmp_path: Path, two: tuple[str, str], *more: str) -> Path:
    assert new(tmp_path / "pack", *two, "--date", "B=2022-11-14", "--publisher", "", *more) == 0
    return tmp_path / "pack"


def test_two_articles_become_a_pack_that_plays(tmp_path: Path, two: tuple[str, str]) -> None:
    pack = draft(tmp_path, two)
    world = loaded(pack)
    assert world.sources["A"].date == "2021-05-03"
    assert world.sources["B"].date == "2022-11-14"
    assert all(fact.draft for fact in world.facts.values())
    game = Game(world)
    game.open(fresh=True)
    shown = " ".join(line.text for line in game.perform("x notes"))
    assert "DRAFT, Article A, paragraph 2: 12 metres" in shown
    seen = {game.state.room}
    for _ in world.rooms:
        game.perform(next(iter(world.rooms[game.state.room].exits)))
        seen.add(game.state.room)
    assert seen == set(world.rooms)


def test_a_draft_of_a_foreign_article_holds_no_sentence_of_it(tmp_path: Path, two: tuple[str, str]) -> None:
    pack = draft(tmp_path, two)
    assert not [problem for problem in load(pack, pack / "articles").problems if problem.is_fatal]
    assert not any(fact.claim for fact in read_facts(pack).values())


class DraftedFact(NamedTuple):
    """The fields of one drafted fact that tests read."""

    strength: str
    kind: str
    claim: str = ""
    said_by: str = ""
    terms: Sequence[str] = ()
    todo: Sequence[str] = ()


def read_facts(pack: Path) -> dict[str, DraftedFact]:
    found = {}
    for path in sorted((pack / "facts").glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["facts"]:
            kept = {name: entry[name] for name in DraftedFact._fields if name in entry}
            found[entry["id"]] = DraftedFact(**kept)
    return found


def test_drafts_have_figures_speakers_and_strengths(tmp_path: Path, two: tuple[str, str]) -> None:
    facts = read_facts(draft(tmp_path, two))
    high = facts["b1-14-metres"]
    assert (high.strength, high.said_by, list(high.terms)) == ("reported", "the county office", ["14 metres"])
    assert facts["a2-12-metres"].strength == "stated"
    (unclear,) = (fact for fact in facts.values() if fact.kind == "unknown")
    assert unclear.strength == "stated"
    (picture,) = (fact for fact in facts.values() if fact.strength == "photo")
    assert picture.kind == "caption"
    missed = next(fact for name, fact in facts.items() if name.startswith("a3-") and "WHO" in fact.todo)
    assert "CLAIM" in missed.todo


def test_what_nobody_knows_is_unknown_and_its_asks_whose(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", "Nobody knows who built the mill.\n\nIts wheel is red. The wheel is old.\n")
    assert new(tmp_path / "pack", str(article), "--date", "2021", "--publisher", "", "--licence", "own") == 0
    facts = {fact.claim: fact for fact in read_facts(tmp_path / "pack").values()}
    assert facts["Nobody knows who built the mill."].kind == "unknown"
    assert facts["Its wheel is red."].todo == ["WHO"]
    assert facts["The wheel is old."].todo == ()


def test_differences_between_the_articles_are_proposed_and_shown_to_nobody(
    tmp_path: Path, two: tuple[str, str]
) -> None:
    pack = draft(tmp_path, two)
    proposed = yaml.safe_load((pack / "differences.yaml").read_text(encoding="utf-8"))["differences"]
    sides = [tuple(side["says"] for side in each["sides"]) for each in proposed]
    assert ("12 metres", "14 metres") in sides
    assert any("not clear" in pair for pair in sides)
    assert all(each["draft"] for each in proposed)
    assert not loaded(pack).differences


def test_names_become_entities(tmp_path: Path, two: tuple[str, str]) -> None:
    entities = loaded(draft(tmp_path, two)).entities
    assert entities["greta-olsen"].kind == "person"
    assert entities["greta-olsen"].gloss.startswith("DRAFT: ")
    assert len(entities["greta-olsen"].facts) == 3


def test_sections_are_rooms_and_so_are_names_that_were_given(tmp_path: Path, two: tuple[str, str]) -> None:
    page = str(write(tmp_path, "a.html", HTML))
    assert new(tmp_path / "by-section", page) == 0
    assert [room.name for room in loaded(tmp_path / "by-section").rooms.values()] == ["The mill", "The stones"]
    pack = draft(tmp_path, two, "--rooms", "Mill, Weir, Loft")
    rooms = loaded(pack).rooms
    assert [room.name for room in rooms.values()] == ["Mill", "Weir", "Loft"]
    shown = [passage.facts[0] for thing in rooms["weir"].things for passage in thing.passages]
    assert any(name.startswith("b3-") for name in shown)


def test_rooms_are_named_after_places_where_there_are_no_headings(tmp_path: Path) -> None:
    article = write(
        tmp_path,
        "a.txt",
        "The hall is cold. The mayor opened the hall.\n\nA pump in the boiler room is loud.\n\n"
        "In the cellar water stood, and the boiler room shook.\n\nThe garden is open.\n\nThe cellar floods.\n\n"
        "A bench stands in the garden of the mayor.\n",
    )
    assert new(tmp_path / "pack", str(article), "--date", "2021", "--publisher", "") == 0
    rooms = list(loaded(tmp_path / "pack").rooms.values())
    assert [room.name for room in rooms] == ["Boiler room", "Cellar", "Garden"]
    assert [dict(room.exits) for room in rooms] == [
        {"down": "cellar"},
        {"up": "boiler-room", "out": "garden"},
        {"in": "cellar"},
    ]


def test_an_author_says_by_which_way_a_room_is_reached(
    tmp_path: Path, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    rooms = loaded(draft(tmp_path, two, "--rooms", "Mill, UPSTAIRS: Loft, Attic, north-east : Weir")).rooms
    assert [next(iter(room.exits)) for room in rooms.values()] == [
        "up",
        "forward",
        "north-east",
        "south-west",
    ]
    assert rooms["loft"].exits == {"forward": "attic", "down": "mill"}
    for wrong, message in (
        ("Mill, sideways: Loft", "found 'sideways'; known are north"),
        ("Mill, up: Loft, down: Attic", "down leads back from Loft already; take another way to Attic"),
    ):
        assert new(tmp_path / "other", *two, "--date", "2022", "--publisher", "", "--rooms", wrong) == 2
        assert message in capsys.readouterr().err
        assert not (tmp_path / "other").exists()


def test_a_terminal_is_asked_for_rooms(
    tmp_path: Path, two: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = ("--date", "2022", "--publisher", "")
    monkeypatch.setattr(sys, "stdin", Terminal("up: Mill, sideways: Loft\nMill, up: Loft\n"))
    assert new(tmp_path / "named", *two, *told) == 0
    assert list(loaded(tmp_path / "named").rooms) == ["mill", "loft"]
    asked = capsys.readouterr().err
    assert "found 'sideways'" in asked
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    assert new(tmp_path / "proposed", *two, *told) == 0
    proposed = ", ".join(room.name for room in loaded(tmp_path / "proposed").rooms.values())
    assert f"Rooms: {proposed}\n" in asked
    # A pack that is there keeps its rooms, and nobody is asked for any.
    capsys.readouterr()
    assert new(tmp_path / "named", str(write(tmp_path, "c.txt", "The mill has a yard.\n\nIt is big.\n")), *told) == 0
    assert "Rooms:" not in capsys.readouterr().err


def test_the_sentences_of_an_own_article_are_the_claims(tmp_path: Path, two: tuple[str, str]) -> None:
    pack = draft(tmp_path, two, "--licence", "A=own")
    facts = read_facts(pack)
    assert facts["a2-12-metres"].claim == "The mill at the pond is 12 metres high."
    assert "CLAIM" not in facts["a2-12-metres"].todo
    assert not facts["b1-14-metres"].claim
    assert not [problem for problem in load(pack, pack / "articles").problems if problem.is_fatal]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "--date B="),
        (("--date", "B=2022"), "--publisher A="),
        (("--date", "B=soon", "--publisher", ""), "found 'soon'"),
        (("--date", "2022-13-01", "--publisher", "X"), "found '2022-13-01'"),
        (("--date", "B=2022", "--publisher", "", "--licence", "free"), "found 'free'"),
        (("--rooms", ",".join("abcdefghij")), "at most 9 rooms"),
    ],
)
def test_what_nobody_knows_is_asked_for_and_never_made_up(
    tmp_path: Path, two: tuple[str, str], capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    # The leaflet has its day; nobody sits at the terminal of a test.
    if arguments == ():
        arguments = ("--publisher", "")
    assert new(tmp_path / "pack", *two, *arguments) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "pack").exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_asked_until_it_gives_a_date(
    tmp_path: Path, two: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("yesterday\n14 November 2022\nThe Courier\n"))
    assert new(tmp_path / "pack", two[1]) == 0
    source = loaded(tmp_path / "pack").sources["A"]
    assert (source.date, source.publisher) == ("2022-11-14", "The Courier")
    assert "found 'yesterday'" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", Terminal("2022\n\n"))
    assert new(tmp_path / "other", two[1]) == 0
    assert loaded(tmp_path / "other").sources["A"].publisher == ""


def test_a_folder_that_is_no_pack_is_left_alone(
    tmp_path: Path, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("mine")
    assert new(full, *two, "--date", "2022", "--publisher", "") == 2
    assert "is no pack" in capsys.readouterr().err
    assert [path.name for path in full.iterdir()] == ["letter.txt"]
    (full / "letter.txt").unlink()
    (full / ".DS_Store").write_text("")
    assert new(full, *two, "--date", "2022", "--publisher", "") == 0


def test_a_second_time_changes_nothing_that_is_there(
    tmp_path: Path, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path / "pack", two[0], "--publisher", "") == 0
    pack = tmp_path / "pack"
    facts = pack / "facts" / "article-a.yaml"
    lines = facts.read_text(encoding="utf-8").splitlines(keepends=True)
    # One is confirmed, one refused, with a remark beside it.
    place = next(n for n, line in enumerate(lines) if "a2-12-metres" in line)
    lines[place] = lines[place].replace("draft: true, todo: [CLAIM]", "claim: The mill is 12 metres high.")
    refused = next(n for n, line in enumerate(lines) if "a5-" in line)
    refused_id = lines[refused].split("id: ")[1].split(",")[0]
    lines[refused] = "  # refused\n"
    facts.write_text("".join(lines), encoding="utf-8")
    for room in pack.glob("0*.yaml"):
        text = room.read_text(encoding="utf-8").splitlines(keepends=True)
        room.write_text("".join(line for line in text if f"[{refused_id}]" not in line), encoding="utf-8")
    (pack / "entities.yaml").write_text(
        "# mine\n" + (pack / "entities.yaml").read_text(encoding="utf-8").replace("draft: true, ", ""), encoding="utf-8"
    )
    before = {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()}
    assert new(pack, two[0]) == 0
    assert "is article A of the pack already" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()} == before
    assert new(pack, *two, "--date", "B=2022", "--publisher", "") == 0
    world = loaded(pack)
    changed = {path.name for path, data in before.items() if path.read_bytes() != data}
    assert changed == {"sources.yaml", "entities.yaml", "differences.yaml"}
    assert world.facts["a2-12-metres"].claim == "The mill is 12 metres high."
    assert refused_id not in world.facts
    assert world.facts["b1-14-metres"].draft
    assert (pack / "entities.yaml").read_text(encoding="utf-8").startswith("# mine\n")
    assert not world.entities["greta-olsen"].draft
    assert {"paul-lind"} <= set(world.entities)
    assert list(world.sources) in (["A", "B"], ["B", "A"])


def test_check_says_what_to_do_next_in_order(
    tmp_path: Path, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    pack = draft(tmp_path, two)
    capsys.readouterr()
    assert main(["check", str(pack)]) == 0
    told = capsys.readouterr().out
    assert "0 errors, 0 warnings" in told
    steps = [line.split()[1] for line in told.partition("To do, in this order:\n")[2].splitlines()]
    assert steps == ["confirm", "describe", "decide", "furnish", "draw", "ask"]
    assert f"1 confirm  {len(read_facts(pack))} drafts of facts, first a2-12-metres, {pack}" in told
    assert told.count("← next") == 1
    (pack / "01-bad.yaml").write_text("id: bad\n")
    assert main(["check", str(pack)]) == 2
    told = capsys.readouterr().out
    assert "1 mend" in told
    assert "2 confirm" in told


def test_two_articles_of_800_words_take_less_than_five_seconds(tmp_path: Path) -> None:
    sentences = [
        f"The {noun} of the {place} was {number} metres high in {1700 + number}."
        for noun in ("mill", "tower", "bridge", "weir", "barn", "wheel")
        for place in ("village", "valley", "market", "harbour")
        for number in (12, 31, 77)
    ]
    paragraphs = ["\n\n".join(" ".join(sentences[n::24]) for n in range(24)) for _ in range(2)]
    one = write(tmp_path, "a.txt", paragraphs[0])
    other = write(tmp_path, "b.txt", paragraphs[1].replace("12 metres", "13 metres"))
    assert len(paragraphs[0].split()) > 700
    # Time of the processor, so that a busy machine does not decide.
    before = time.process_time()
    assert new(tmp_path / "pack", str(one), str(other), "--date", "2021", "--publisher", "") == 0
    assert time.process_time() - before < 5
