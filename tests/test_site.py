"""The site: strict markup, links that lead somewhere, nothing from outside, every text with its source or marked."""

import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import msgspec
import pytest
from msgspec.structs import replace

from game.art.art_files import ArtFolder
from game.art.png import MAX_PALETTE_COLOURS, encode_png
from game.commandline.main import main
from game.core.paths import find_art, shipped
from game.exports.site import render_site
from game.exports.site.style import SITE_STYLE
from game.pack.kinds import find_key
from game.pack.looks import Shell
from game.pack.world import World
from game.prose.questions import render_response
from game.tour.verbs.noting import arrange_by_date
from tests.conftest import LIGHTHOUSE, ONE_ROOM, TINY

Site = dict[str, bytes]
NAMES = ("tiny", "shipped", "lighthouse", "one-room")


@pytest.fixture(scope="module")
def sites(worlds: dict[str, World]) -> dict[str, Site]:
    folders = {"tiny": TINY, "shipped": shipped("rooms"), "lighthouse": LIGHTHOUSE, "one-room": ONE_ROOM}
    return {name: render_site(world, ArtFolder(find_art(folders[name]))) for name, world in worlds.items()}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(name: str, sites: dict[str, Site]) -> Site:
    return sites[name]


@pytest.fixture
def world(name: str, worlds: dict[str, World]) -> World:
    return worlds[name]


def parse(page: bytes) -> Xml.Element:
    """The page, read by a reader that forgives nothing."""
    text = page.decode()
    assert text.startswith("<!DOCTYPE html>\n")
    return Xml.fromstring(text.removeprefix("<!DOCTYPE html>\n"))


def pages_of(site: Site) -> Iterator[tuple[str, Xml.Element]]:
    for file, data in site.items():
        if file.endswith(".html"):
            yield file, parse(data)


def read_text(element: Xml.Element) -> str:
    return "".join(element.itertext())


PHRASING = {"a", "b", "span", "img", "source", "picture"}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd"}, "picture": {"source", "img"}}


def test_markup_is_strict_and_nested_as_html_allows(site: Site) -> None:
    for file, page in pages_of(site):
        for element in page.iter():
            inside = {child.tag for child in element}
            if element.tag in ("p", "a", "span", "b", "h1", "h2", "h3", "dt", "dd"):
                assert inside <= PHRASING, f"{file}: {element.tag} holds {inside}"
            if element.tag in CHILDREN:
                assert inside <= CHILDREN[element.tag], f"{file}: {element.tag} holds {inside}"
                assert inside, f"{file}: an empty {element.tag}"
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), file


def test_every_link_leads_to_a_page_a_file_or_a_place_on_it(site: Site) -> None:
    ids = {file: {element.get("id") for element in page.iter()} for file, page in pages_of(site)}
    links = 0
    for file, page in pages_of(site):
        for element in page.iter():
            for target in filter(None, (element.get("href"), element.get("src"), element.get("srcset"))):
                there, _, place = target.partition("#")
                assert (there or file) in site, f"{file}: {target}"
                assert not place or place in ids[there or file], f"{file}: {target}"
                links += 1
    assert links


def test_every_file_is_used(site: Site) -> None:
    named = {
        (element.get(key) or "").partition("#")[0]
        for _, page in pages_of(site)
        for element in page.iter()
        for key in ("href", "src", "srcset")
    }
    assert set(site) - named == set()


def test_every_room_is_reached_from_the_first_page_and_through_its_doors(site: Site, world: World) -> None:
    pages = dict(pages_of(site))
    listed = {link.get("href") for link in pages["index.html"].iter("a")}
    for room in world.rooms.values():
        assert f"room-{room.id}.html" in listed
        doors = {link.get("href") for link in pages[f"room-{room.id}.html"].iter("a") if link.get("class") == "door"}
        assert doors == {f"room-{room_id}.html" for room_id in room.exits.values()}


def test_nothing_runs_and_nothing_comes_from_outside(site: Site) -> None:
    for file, page in pages_of(site):
        for element in page.iter():
            assert element.tag not in ("script", "iframe", "object", "embed", "form", "style", "base"), file
            assert not [key for key in element.attrib if key.startswith("on") or key == "style"], file
        # An author may write of http; it is a text then, and nothing follows it.
        assert site[file].count(b"http") == read_text(page).count("http"), file
    sheet = site["site.css"].decode()
    assert not re.search(r"url\(|@import|http|//", sheet)


def test_headings_landmarks_language_and_alternative_texts(site: Site) -> None:
    titles = []
    for file, page in pages_of(site):
        assert page.get("lang") == "en"
        levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", element.tag)]
        assert levels[0] == 1, file
        assert levels.count(1) == 1, file
        assert all(after - before <= 1 for before, after in pairwise(levels)), f"{file}: {levels}"
        for tag in ("header", "main", "footer"):
            assert len(list(page.iter(tag))) == 1, file
        assert all(nav.get("aria-label") for nav in page.iter("nav"))
        assert all((image.get("alt") or "").strip() for image in page.iter("img"))
        titles.append(read_text(next(page.iter("title"))))
        assert [link.get("href") for link in page.iter("a") if link.get("aria-current")] in ([file], []), file
    assert len(titles) == len(set(titles))


def test_links_that_read_alike_lead_to_one_place(site: Site) -> None:
    for file, page in pages_of(site):
        found: dict[str, str] = {}
        for link in page.iter("a"):
            if link.get("class") == "cite":
                assert found.setdefault(read_text(link), link.get("href", "")) == link.get("href"), file


UNMARKED = {"number", "lead", "to-key", "how", "answer"}
"""Paragraphs that tell nothing of the world."""


def test_every_passage_stands_with_its_source_or_marked_as_staged_in_words(site: Site, world: World) -> None:
    pages = dict(pages_of(site))
    for room in world.rooms.values():
        paragraphs = [p for p in pages[f"room-{room.id}.html"].iter("p") if p.get("class") not in UNMARKED]
        shown = {}
        for paragraph in paragraphs[:-1]:  # the last one is the foot of the page
            cites = [link.get("href", "")[3:] for link in paragraph.iter("a") if link.get("class") == "cite"]
            is_staged = "(staged)" in read_text(paragraph)
            assert bool(cites) is not is_staged, read_text(paragraph)
            shown[(paragraph.text or "").strip()] = (tuple(cites), is_staged)
        things = [passage for thing in room.things for passage in thing.passages]
        for passage in (*room.passages, room.plaque, *things):
            assert shown[passage.text] == (tuple(dict.fromkeys(passage.facts)), passage.staged)


def test_each_note_gives_the_fact_its_source_and_how_sure_it_is(sites: dict[str, Site], lighthouse: World) -> None:
    page = parse(sites["lighthouse"]["room-landing.html"])
    note = next(li for li in page.iter("li") if li.get("id") == "f-height-38")
    fact = lighthouse.facts["height-38"]
    assert fact.claim in read_text(note)
    assert f"par. {fact.cites[0][2:]}" in read_text(note)
    assert fact.strength in read_text(note).casefold()
    assert "≠ " in read_text(note)


def test_all_of_the_ledger_is_there(site: Site, world: World) -> None:
    pages = {file: read_text(page) for file, page in pages_of(site)}
    for fact in world.facts.values():
        assert fact.claim in pages["sources.html"]
        if fact.about.when:
            assert fact.claim in pages["timeline.html"]
    for entity in world.entities.values():
        assert entity.gloss in pages["glossary.html"]
    for point in (*world.differences.values(), *world.mix_ups.values()):
        assert point.wording in pages["differences.html"]
        assert point.topic in pages["differences.html"]
    for place, thing in enumerate((*world.tour.carried, *world.tour.everywhere)):
        assert thing.passages[0].text in pages["at-hand.html"], place


def test_kinds_of_difference_and_what_not_to_mix_up_are_told(sites: dict[str, Site]) -> None:
    text = read_text(parse(sites["shipped"]["differences.html"]))
    assert "(different figures)" in text
    assert "one source is surer than the other" in text
    assert text.index("Disputes") < text.index("no dispute") < text.index("Do not mix these up")


def test_the_time_line_has_the_order_of_the_game_and_its_bands(sites: dict[str, Site], tour: World) -> None:
    page = parse(sites["shipped"]["timeline.html"])
    dates = next(element for element in page.iter("ol") if element.get("class") == "dates")
    shown = [[(li.text or "").strip() for ul in entry.iter("ul") for li in ul] for entry in dates]
    arranged = arrange_by_date(tour.facts.values())
    assert shown == [[fact.claim for fact in entry.facts] for entry in arranged]
    bands = ["before, between or after" in read_text(entry) for entry in dates]
    assert bands == [entry.date.is_band for entry in arranged]
    assert any(bands)
    assert not all(bands)


def test_questions_come_first_and_every_answer_last(site: Site, world: World) -> None:
    page = site["questions.html"].decode()
    items = [item for room in world.rooms.values() for item in room.items]
    questions, _, key = page.partition('<section id="key"')
    for item in items:
        assert f'id="q-{item.id}"' in questions
        assert f'id="k-{item.id}"' not in questions
        assert f'id="k-{item.id}"' in key
    text = read_text(parse(site["questions.html"]))
    for item in items:
        assert render_response(item, find_key(item, world), world) in text.rpartition("Answers")[2]
    assert "section.key { break-before: page; }" in SITE_STYLE
    assert "<details" not in page


@pytest.mark.parametrize(("shell", "is_drawn"), [("none", False), ("room", True)])
def test_a_room_without_a_picture_has_its_words_in_a_frame(
    shell: Shell, is_drawn: bool, one_room: World, tmp_path: Path
) -> None:
    world = replace(one_room, tour=replace(one_room.tour, shell=shell))
    site = render_site(world, ArtFolder(tmp_path))
    (room,) = world.rooms.values()
    page = site[f"room-{room.id}.html"].decode()
    assert ("<img" in page) is is_drawn
    assert ("The picture in words" in page) is not is_drawn
    assert room.alt in page
    assert any(file.endswith(".png") for file in site) is is_drawn


def test_the_same_pack_gives_the_same_bytes(sites: dict[str, Site]) -> None:
    program = (
        "import sys, hashlib, pathlib\n"
        "from game.content.load import load\nfrom game.exports.site import render_site\n"
        "from game.art.art_files import ArtFolder\nfrom game.core.paths import find_art\n"
        "pack = pathlib.Path(sys.argv[1])\nworld, _ = load(pack)\n"
        "files = render_site(world, ArtFolder(find_art(pack)))\n"
        "print(hashlib.sha256(b''.join(k.encode() + v for k, v in files.items())).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, str(LIGHTHOUSE)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


# Contrast, by the formula of WCAG 2.


def find_luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_text_has_enough_contrast_by_day_by_night_and_in_print() -> None:
    themes = re.findall(r":root \{([^}]*)\}", SITE_STYLE)
    assert len(themes) == 3
    for theme in themes:
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", theme))
        for ground in ("bg", "surface"):
            for ink in ("text", "muted", "link", "mark", "accent"):
                light, dark = sorted(map(find_luminance, (colours[ink], colours[ground])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground, theme)


SPOILED = (
    "text name title tagline alt claim topic says wording gloss stem feedback publisher said_by era place places unit"
).split()
"""Keys of texts that an author writes."""


def spoil(value: Any, key: str = "") -> Any:
    """A pack as built-in values, with markup in every text that an author writes."""
    if isinstance(value, dict):
        return {name: spoil(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [spoil(part, key) for part in value]
    if isinstance(value, str) and value and key in SPOILED:
        return f"{value[:10]}<i>&\"'\u202e</p>"
    return value


def test_hostile_texts_stay_texts(lighthouse: World) -> None:
    hostile = msgspec.convert(spoil(msgspec.to_builtins(lighthouse)), World)
    site = render_site(hostile, ArtFolder(LIGHTHOUSE))
    plain = render_site(lighthouse, ArtFolder(LIGHTHOUSE))
    assert site.keys() == plain.keys()
    for file, page in pages_of(site):
        assert not list(page.iter("i")), file
        assert "\u202e" not in site[file].decode(), file
        tags = [element.tag for element in page.iter()]
        assert len(tags) > 20, file
    assert "<i>&\"'<U+202E></p>" in read_text(parse(site["room-landing.html"]))


# The pictures.


def read_png(data: bytes) -> list[list[int]]:
    """The pixels of a PNG file as ours are written: 8 bits, no filter."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, place = {}, 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert struct.unpack(">I", data[place + 8 + length : place + 12 + length])[0] == zlib.crc32(kind + body)
        chunks[kind] = body
        place += 12 + length
    width, height, _, colour_type = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    size = {2: 3, 3: 1}[colour_type]
    raw = zlib.decompress(chunks[b"IDAT"])
    rows = []
    for y in range(height):
        line = raw[y * (width * size + 1) + 1 : (y + 1) * (width * size + 1)]
        if size == 1:
            line = b"".join(chunks[b"PLTE"][3 * byte : 3 * byte + 3] for byte in line)
        rows.append([int.from_bytes(line[3 * x : 3 * x + 3], "big") for x in range(width)])
    return rows


@pytest.mark.parametrize("colours", [1, MAX_PALETTE_COLOURS, MAX_PALETTE_COLOURS + 1])
def test_a_picture_comes_back_as_it_was_painted(colours: int) -> None:
    pixels = [[(97 * place) % (1 << 24) for place in range(colours)], [0xFFFFFF] * (colours - 1) + [0]]
    assert read_png(encode_png(pixels)) == pixels
    kind = encode_png(pixels)[25]
    assert kind == (3 if len({colour for row in pixels for colour in row}) <= MAX_PALETTE_COLOURS else 2)


def test_a_picture_is_enlarged_by_whole_pixels() -> None:
    assert read_png(encode_png([[1, 2]], 2)) == [[1, 1, 2, 2], [1, 1, 2, 2]]


def test_every_room_of_ours_has_its_pictures_by_night_and_by_day(sites: dict[str, Site], tour: World) -> None:
    art = ArtFolder(shipped("assets"))
    for room in tour.rooms.values():
        night, day = (sites["shipped"][f"pictures/{room.id}-wide-{theme}.png"] for theme in ("night", "day"))
        scene = art.find_scene(tour.tour, room)
        assert scene is not None
        # Out of doors the sky tells the hour; a gallery has its own light.
        assert (night == day) == (scene.ambient == "gallery" and scene.shell == "carriage")
        assert len(read_png(day)[0]) == 4 * 104


# The command.


@pytest.fixture
def export(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*words: str) -> tuple[int, str, str]:
        status = main(["export", "site", *words])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def test_the_command_writes_every_file(export: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    out = tmp_path / "new" / "site"
    status, told, _ = export(str(TINY), "-o", str(out))
    assert status == 0
    assert "Open index.html" in told
    assert {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} >= {"index.html", "site.css"}


def test_a_pack_in_one_file_gives_the_same_site(
    export: Callable[..., tuple[int, str, str]], sites: dict[str, Site], tmp_path: Path
) -> None:
    assert main(["pack", str(LIGHTHOUSE), "-o", str(tmp_path / "light.tour")]) == 0
    status, _, _ = export(str(tmp_path / "light.tour"), "-o", str(tmp_path / "site"))
    assert status == 0
    assert {name: (tmp_path / "site" / name).read_bytes() for name in sites["lighthouse"]} == sites["lighthouse"]
    assert any(name.endswith(".png") for name in sites["lighthouse"])


def test_a_folder_that_holds_files_is_left_alone_unless_that_is_wanted(
    export: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "room-gone.html").write_text("mine", "utf-8")
    status, _, told = export(str(TINY), "-o", str(tmp_path))
    assert status == 2
    assert "holds files" in told
    assert [path.name for path in tmp_path.iterdir()] == ["room-gone.html"]
    status, _, told = export(str(TINY), "-o", str(tmp_path), "--force")
    assert status == 0
    assert "1 file there, not written now: room-gone.html" in told
    assert (tmp_path / "room-gone.html").read_text("utf-8") == "mine"


def test_a_file_in_place_of_the_folder_and_a_pack_with_problems_are_told(
    export: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    status, _, told = export(str(TINY), "-o", str(tmp_path / "file"))
    assert status == 2
    assert "is a file; name a folder" in told
    status, _, told = export(str(tmp_path / "nowhere"), "-o", str(tmp_path / "out"))
    assert status == 2
    assert "cannot be read" in told
    assert not (tmp_path / "out").exists()


def test_drafts_do_not_leave_the_game(
    export: Callable[..., tuple[int, str, str]], lighthouse: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.commandline import site_export

    facts = lighthouse.facts | {"height-41": replace(lighthouse.facts["height-41"], draft=True)}
    monkeypatch.setattr(site_export, "open_pack", lambda *_: (replace(lighthouse, facts=facts), ()))
    status, _, told = export("any", "-o", str(tmp_path / "out"))
    assert status == 2
    assert "1 draft waits" in told
    assert not (tmp_path / "out").exists()


def test_the_list_of_formats_names_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--list"]) == 0
    assert "\nsite " in capsys.readouterr().out
