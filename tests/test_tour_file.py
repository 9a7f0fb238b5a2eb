"""Packs that travel as one file: what is written is read again, and nothing else is."""

import contextlib
import io
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from game.content import open_pack
from game.content.compiled import digest_pack
from game.content.load import load
from game.content.memory_folder import MemoryFolder
from game.content.pack_art import open_art
from game.content.tour_file import (
    FORMAT,
    HEAD,
    MAX_FILES,
    BadTourFileError,
    PackHead,
    encode_head,
    parse_tour_file,
    read_tour_file,
)
from game.core.paths import shipped
from game.exchange.archives import zip_files
from game.exchange.packing import check_for_packing, pack_tour, rename_packed
from tests.conftest import LIGHTHOUSE, ONE_ROOM, loaded

NOTE = {
    name: (ONE_ROOM / name).read_bytes() for name in ("00-pond.yaml", "facts/bench.yaml", "sources.yaml", "tour.yaml")
}
Files = dict[str, bytes]


def head_of(files: Files, **changes: object) -> bytes:
    head = PackHead(format=FORMAT, id="one-room", digest=digest_pack(dict(sorted(files.items()))), engine="0.2.0")
    return encode_head(msgspec.structs.replace(head, **changes))


def zipped(files: Files, change: Callable[[zipfile.ZipInfo], None] = lambda info: None) -> bytes:
    """A zip of those files, each entry changed before it is written."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            change(info)
            archive.writestr(info, data)
    return out.getvalue()


def why_not(data: bytes) -> str:
    with pytest.raises(BadTourFileError) as refused:
        parse_tour_file(data, Path("x.tour"))
    assert refused.value.filename == "x.tour"
    return str(refused.value.strerror)


def with_more(name: str, data: bytes = b"x: y\n") -> Files:
    return {HEAD: head_of(NOTE | {name: data}), **NOTE, name: data}


def test_a_file_gives_what_was_packed() -> None:
    found = parse_tour_file(zipped({HEAD: head_of(NOTE), **NOTE}), Path("x.tour"))
    assert found.files == NOTE
    assert (found.head.id, found.head.format, found.head.languages) == ("one-room", 1, ("en",))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../evil.yaml", "leads out of the pack"),
        ("facts/../../evil.yaml", "leads out of the pack"),
        ("..\\evil.yaml", "leads out of the pack"),
        ("facts\\..\\..\\evil.yaml", "leads out of the pack"),
        ("/etc/evil.yaml", "root of a disk"),
        ("\\evil.yaml", "root of a disk"),
        ("C:evil.yaml", "root of a disk"),
        ("c:/evil.yaml", "root of a disk"),
        ("articles/000_leaflet.txt", "no file of a pack"),
        ("deep/facts/x.yaml", "no file of a pack"),
        ("facts/deep/x.yaml", "no file of a pack"),
        ("README.md", "no file of a pack"),
        ("room.yml", "no file of a pack"),
        (".hidden.yaml", "no file of a pack"),
        ("facts/", "no file of a pack"),
        ("./x.yaml", "no file of a pack"),
    ],
)
def test_a_name_that_is_no_file_of_a_pack_is_refused(name: str, why: str) -> None:
    assert why in why_not(zipped(with_more(name)))


def test_two_files_of_one_name_are_refused() -> None:
    data = zipped(with_more("Tour.yaml"))
    assert "'Tour.yaml' and 'tour.yaml'" in why_not(data) or "'tour.yaml' and 'Tour.yaml'" in why_not(data)
    assert "it holds 'tour.yaml' twice" in why_not(data.replace(b"Tour.yaml", b"tour.yaml"))


def test_two_spellings_of_one_letter_are_one_name() -> None:
    files = NOTE | {"caf\u00e9.yaml": b"a: b\n", "cafe\u0301.yaml": b"a: b\n"}
    assert "on some systems one name" in why_not(zipped({HEAD: head_of(files), **files}))


def test_a_name_with_a_nul_is_refused() -> None:
    data = zipped(with_more("fine.yaml?.png")).replace(b"fine.yaml?.png", b"fine.yaml\0.png")
    assert "no file of a pack" in why_not(data)


@pytest.mark.parametrize(
    ("mode", "why"), [(stat.S_IFLNK, "a link"), (stat.S_IFIFO, "no plain file"), (stat.S_IFDIR, "no plain file")]
)
def test_links_and_devices_are_refused(mode: int, why: str) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        if info.filename == "tour.yaml":
            info.external_attr = (mode | 0o644) << 16

    assert why in why_not(zipped({HEAD: head_of(NOTE), **NOTE}, change))


def test_a_password_is_refused() -> None:
    data = bytearray(zipped({HEAD: head_of(NOTE), **NOTE}))
    place = data.rindex(b"PK\1\2")
    data[place + 8] |= 1
    assert "password" in why_not(bytes(data))


def test_other_methods_of_packing_are_refused() -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.compress_type = zipfile.ZIP_LZMA

    assert "packed by a method" in why_not(zipped({HEAD: head_of(NOTE), **NOTE}, change))


def test_as_many_files_as_a_pack_may_have_and_one_more() -> None:
    many = NOTE | {f"facts/f{number:04}.yaml": b"facts: []\n" for number in range(MAX_FILES - 1 - len(NOTE))}
    assert len(parse_tour_file(zipped({HEAD: head_of(many), **many}), Path("x.tour")).files) == MAX_FILES - 1
    many["facts/more.yaml"] = b"facts: []\n"
    assert "2,001 files; a pack may have 2,000" in why_not(zipped({HEAD: head_of(many), **many}))


def test_bytes_are_counted_while_they_are_unpacked() -> None:
    zeros = b" " * (10 * 1000 * 1000)
    five = NOTE | {f"facts/f{number}.yaml": zeros for number in range(5)}
    data = zipped({HEAD: head_of({}), **five})
    assert len(data) < 100_000, "so small that the size of the file says nothing"
    assert "larger than 50 MB" in why_not(data)


def test_a_size_that_the_zip_states_wrongly_costs_no_memory() -> None:
    big = b" " * (17 * 1024 * 1024)
    data = bytearray(zipped({HEAD: head_of({}), "facts/big.yaml": big}))
    stated = len(big).to_bytes(4, "little")
    assert "larger than 16 MB" in why_not(bytes(data))
    lied = bytes(data).replace(stated, (10).to_bytes(4, "little"))
    assert lied != bytes(data)
    assert why_not(lied)


def test_a_later_format_is_told_whatever_else_it_has() -> None:
    head = b'{"format": 2, "shape": ["new"]}'
    assert "format 2" in why_not(zipped({HEAD: head, **NOTE}))
    assert "newer version" in why_not(zipped({HEAD: head, **NOTE}))


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (None, "holds no pack.json"),
        (b"", "does not say"),
        (b"[1]", "does not say"),
        (b"[" * 100_000, "does not say"),
        (b'{"format": 1}', "does not say"),
        (b'{"format": 1, "id": "../../x", "digest": "", "engine": ""}', "does not say"),
        (b'{"format": 1, "id": "a_1", "digest": "", "engine": ""}', "does not say"),
        (b'{"format": 1, "id": "a", "digest": "0", "engine": ""}', "not those that were packed"),
    ],
)
def test_a_head_that_makes_no_sense_is_refused(head: bytes | None, why: str) -> None:
    assert why in why_not(zipped(NOTE if head is None else {HEAD: head, **NOTE}))


@pytest.mark.parametrize("data", [b"", b"PK", b"id: tour\n", b"PK\5\6" + bytes(18), b"\0" * 1000])
def test_bytes_that_are_no_pack_are_told(data: bytes) -> None:
    assert why_not(data)


def test_every_cut_and_every_flipped_byte_is_told_or_harmless() -> None:
    data = zip_files({HEAD: head_of(NOTE), **NOTE})
    for place in range(0, len(data), 7):
        assert why_not(data[:place])
        flipped = bytearray(data)
        flipped[place] ^= 0x41
        with contextlib.suppress(BadTourFileError):
            assert parse_tour_file(bytes(flipped), Path("x.tour")).files == NOTE


def test_a_file_that_calls_itself_otherwise_than_its_tour_is_no_pack(tmp_path: Path) -> None:
    path = tmp_path / "x.tour"
    path.write_bytes(zipped({HEAD: head_of(NOTE, id="twenty-one-carriages"), **NOTE}))
    world, problems = open_pack(path, tmp_path / "cache")
    assert world is None
    assert "calls itself 'twenty-one-carriages'" in str(problems[0])


def test_a_world_from_a_file_is_the_world_from_the_folder(tmp_path: Path) -> None:
    packed = pack_tour(LIGHTHOUSE, loaded(LIGHTHOUSE), LIGHTHOUSE)
    path = tmp_path / "light.tour"
    path.write_bytes(packed.data)
    for _ in range(2):  # cold, and from the cache
        world, problems = open_pack(path, tmp_path / "cache")
        assert problems == ()
        assert world == open_pack(LIGHTHOUSE, None)[0]
    assert load(path).world == loaded(LIGHTHOUSE)
    assert packed.head.licence == {"A": "own", "B": "own"}
    assert packed.head.version == "2026-11-27"
    assert not [name for name in read_tour_file(path).files if "article" in name]


def test_the_same_content_gives_the_same_bytes_whatever_the_folder(tmp_path: Path) -> None:
    packed = pack_tour(LIGHTHOUSE, loaded(LIGHTHOUSE), LIGHTHOUSE)
    path = tmp_path / "light.tour"
    path.write_bytes(packed.data)
    copy = tmp_path / "copy"
    for name, data in reversed(read_tour_file(path).files.items()):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)
    (copy / "notes.txt").write_text("not part of it")
    (copy / ".draft.yaml").write_text("not part of it")
    assert pack_tour(copy, loaded(copy), copy) == packed
    assert pack_tour(path, loaded(path), path) == packed, "a file is packed again as it is"
    (copy / "00-landing.yaml").write_bytes((copy / "00-landing.yaml").read_bytes() + b"\n")
    assert pack_tour(copy, loaded(copy), copy).head.digest != packed.head.digest


def test_a_pack_kept_beside_another_has_an_id_of_its_own(tmp_path: Path) -> None:
    packed = rename_packed(pack_tour(ONE_ROOM, loaded(ONE_ROOM), ONE_ROOM), "one-room_2")
    path = tmp_path / "second.tour"
    path.write_bytes(packed.data)
    world, _ = open_pack(path, None)
    assert world is not None
    assert world.tour.id == "one-room_2"


def test_a_problem_in_a_file_has_its_place(tmp_path: Path) -> None:
    files = NOTE | {"00-pond.yaml": NOTE["00-pond.yaml"].replace(b"standing:", b"standng:")}
    path = tmp_path / "x.tour"
    path.write_bytes(zipped({HEAD: head_of(files), **files}))
    assert any(str(problem).startswith(f"{path}/00-pond.yaml:3:1:") for problem in load(path).problems)


def test_pictures_travel_too(tmp_path: Path) -> None:
    world = loaded(shipped("rooms"))
    path = tmp_path / "ours.tour"
    path.write_bytes(pack_tour(shipped("rooms"), world, shipped("assets")).data)
    art = open_art(path)
    assert {each.name for each in (art / "scenes").iterdir()} == {
        p.name for p in (shipped("assets") / "scenes").iterdir()
    }
    scene = art / "scenes" / "office.txt"
    assert scene.is_file()
    assert not scene.is_dir()
    assert scene.read_text() == (shipped("assets") / "scenes" / "office.txt").read_text(encoding="utf-8")
    assert load(path).world is not None, "the pictures that its rooms name are found"


def test_a_folder_in_memory_is_like_one_on_the_disk() -> None:
    folder = MemoryFolder("x.tour", {"scenes/a.txt": b"one\r\n", "tour.yaml": b""})
    assert [str(each) for each in folder.iterdir()] == ["x.tour/scenes", "x.tour/tour.yaml"]
    assert (folder.name, (folder / "scenes" / "a.txt").name) == ("x.tour", "a.txt")
    assert folder.is_dir()
    assert (folder / "scenes").is_dir()
    assert not (folder / "sprites").is_dir()
    assert list((folder / "sprites").iterdir()) == []
    with (folder / "scenes/a.txt").open("rb") as file:
        assert file.read(3) == b"one"
    with (folder / "scenes/a.txt").open(encoding="utf-8") as text:
        assert text.read() == "one\n"
    with pytest.raises(FileNotFoundError):
        (folder / "scenes").read_bytes()


def test_drafts_errors_and_problems_keep_a_pack_at_home(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(ONE_ROOM, pack)
    assert check_for_packing(pack).is_ready
    facts = pack / "facts" / "bench.yaml"
    facts.write_text(facts.read_text().replace("id: bench-length,", "id: bench-length, draft: true,"))
    room = pack / "00-pond.yaml"
    whole = room.read_text(encoding="utf-8")
    items = "\n".join(line for line in whole.splitlines() if "bench-length-asked" not in line)
    room.write_text(items, encoding="utf-8")
    checked = check_for_packing(pack)
    assert (checked.drafts, checked.is_ready) == (1, False)
    facts.write_text(facts.read_text().replace(" draft: true,", ""))
    room.write_text(whole.replace('key: "4"', 'key: "5"'), encoding="utf-8")
    wrong = check_for_packing(pack)
    assert (wrong.drafts, wrong.is_ready, wrong.linted.errors > 0) == (0, False, True)
    room.write_text(whole.replace("standing:", "standng:"), encoding="utf-8")
    assert not check_for_packing(pack).is_ready


@pytest.mark.parametrize(
    ("engine", "is_told"), [("0.2.0", False), ("0.1.9", False), ("99.0.0", True), ("nightly", False)]
)
def test_a_file_of_a_later_version_that_cannot_be_used_says_so(engine: str, is_told: bool, tmp_path: Path) -> None:
    files = {**NOTE, "tour.yaml": NOTE["tour.yaml"] + b"hologram: 3\n"}
    path = tmp_path / "later.tour"
    path.write_bytes(zipped({HEAD: head_of(files, engine=engine), **files}))
    world, problems = open_pack(path, None)
    assert world is None
    told = [problem.message for problem in problems if "wrote this pack" in problem.message]
    assert bool(told) == is_told
    assert any("no key called 'hologram'" in problem.message for problem in problems)


def test_a_file_of_a_later_version_that_can_be_used_is_played(tmp_path: Path) -> None:
    path = tmp_path / "later.tour"
    path.write_bytes(zipped({HEAD: head_of(NOTE, engine="99.0.0"), **NOTE}))
    world, problems = open_pack(path, None)
    assert world is not None
    assert not any("wrote this pack" in problem.message for problem in problems)


def test_a_changed_picture_makes_another_file(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(LIGHTHOUSE, pack)
    world = loaded(pack)
    before = pack_tour(pack, world, pack)
    with (pack / "sprites" / "lamp.txt").open("a", encoding="utf-8") as sprite:
        sprite.write("\n")
    after = pack_tour(pack, world, pack)
    assert before.head.digest != after.head.digest
