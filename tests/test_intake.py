"""Whatever lies in a folder is collected, or told by name and reason: renamed, packed, changed on its way."""

import gzip
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from game.classroom import intake
from game.classroom.class_record import load_class
from game.classroom.collecting import (
    AttemptDamaged,
    CollectingResult,
    FolderMissing,
    NoAttemptFile,
    collect_attempts,
    find_attempt_files,
)
from game.classroom.index import OLD_INDEX_FILE
from game.classroom.intake import (
    CLOSED_ENDINGS,
    OWN_FILES,
    SYSTEM_FILES,
    ArchiveUnusable,
    FileUnreadable,
    Incoming,
    IncomingAttempt,
    OtherFile,
    find_incoming,
)
from game.core.disk import MAX_FILE_BYTES
from game.pack.world import World
from game.prose.attempt_problems import describe_warning
from game.store.attempt_folder import SUFFIX
from tests.bots import sit
from tests.test_cli import carriages

TOUR = "twenty-one-carriages"


@pytest.fixture
def data(tour: World, tmp_path: Path) -> bytes:
    """An attempt as it was written."""
    sit(tour, tmp_path / "written", 1)
    (path,) = (tmp_path / "written").rglob(f"*{SUFFIX}")
    return path.read_bytes()


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def find_in(folder: Path, **files: bytes) -> list[Incoming]:
    """What is found in a folder with some files; the names are given with ``__`` for a dot."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return list(find_incoming(folder))


def name_kinds(found: list[Incoming]) -> list[tuple[str, str]]:
    """Name of each thing that was found, and what it is."""
    return [(each.path.name, getattr(each, "why", type(each).__name__)) for each in found]


def collect(tmp_path: Path, **files: bytes) -> CollectingResult:
    """What comes of a folder with some files; the names are given with ``__`` for a dot."""
    folder = tmp_path / "from"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return collect_attempts([folder], tmp_path / "to")


@pytest.mark.parametrize(
    "name",
    [
        "x.attempt.jsonl.txt",
        "x.attempt.JSONL",
        "X.ATTEMPT.JSONL",
        "x.attempt.jsonl.1",
        "x.attempt (1).jsonl",
        "Anna.txt",
        "IMG_0001.jpg",
        "attempt",
        "ä ö.json",
    ],
)
def test_an_attempt_is_known_by_what_it_holds(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / name).write_bytes(data)
    found = collect_attempts([tmp_path / "from"], tmp_path / "to")
    assert (found.new, found.warnings, found.others) == (1, (), ())
    (kept,) = (tmp_path / "to").iterdir()
    assert kept.read_bytes() == data
    assert len(load_class(tmp_path / "to", TOUR).attempts) == 1


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "a mark of byte order": lambda data: b"\xef\xbb\xbf" + data,
    "lines of a mail": lambda data: data.replace(b"\n", b"\r\n"),
    "both": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    "empty lines": lambda data: b"\r\n" + data.replace(b"\n", b"\r\n") + b"\r\n\r\n",
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-16, big end first": lambda data: b"\xfe\xff" + data.decode().replace("\n", "\r\n").encode("utf-16-be"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["x.attempt.jsonl", "Anna.txt"])
def test_what_a_program_changed_on_the_way_is_undone(change: str, name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / name).write_bytes(CHANGES[change](data))
    if name.endswith("jsonl"):
        assert len(load_class(tmp_path / "from", TOUR).counted) == 1  # a shared folder is read as it is
    found = collect_attempts([tmp_path / "from"], tmp_path / "to")
    assert (found.new, found.warnings) == (1, ())
    (kept,) = (tmp_path / "to").iterdir()
    assert kept.read_bytes() == data


def test_what_was_changed_by_hand_is_damage_all_the_same(data: bytes, tmp_path: Path) -> None:
    changed = b"\xef\xbb\xbf" + data.replace(b"Stoker-01", b"Stoker-02").replace(b"\n", b"\r\n")
    (warning,) = collect(tmp_path, x__attempt__jsonl=changed).warnings
    assert isinstance(warning, AttemptDamaged)
    assert "was changed" in describe_warning(warning)


def test_attempts_in_archives_are_taken(data: bytes, tour: World, tmp_path: Path) -> None:
    sit(tour, tmp_path / "more", 2, seed=5, first=2)
    two, three = (path.read_bytes() for path in sorted((tmp_path / "more").rglob(f"*{SUFFIX}")))
    inner = zipped({"folder/three.attempt.jsonl": three, "__MACOSX/._three.attempt.jsonl": b"\0\5", ".DS_Store": b"x"})
    archive = zipped({"../../../evil.attempt.jsonl": data, "C:\\two.txt": two, "inner.zip": inner, "photo.jpg": b"x"})
    found = collect(tmp_path, class__zip=archive)
    assert (found.new, found.warnings) == (3, ())
    assert [path.name for path in found.others] == ["photo.jpg"]
    assert len(list((tmp_path / "to").iterdir())) == 3
    assert not list(tmp_path.rglob("evil*"))
    assert collect_attempts([tmp_path / "from" / "class.zip"], tmp_path / "to").known == 3


def test_archives_that_are_not_taken_are_told(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = zipped({"x.attempt.jsonl": data})
    for _ in range(4):
        deep = zipped({"x.zip": deep})
    locked = bytearray(zipped({"x.attempt.jsonl": data}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    monkeypatch.setattr(intake, "MAX_ARCHIVE_MEMBERS", 20)
    monkeypatch.setattr(intake, "MAX_FILE_BYTES", 1_000_000)
    found = collect(
        tmp_path,
        a__attempt__jsonl__gz=gzip.compress(data),
        b__7z=b"7z",
        c__zip=b"PK\x03\x04 spoilt",
        d__zip=deep,
        e__zip=bytes(locked),
        f__zip=zipped({f"{n}.txt": b"" for n in range(21)}),
        g__zip=zipped({"bomb.attempt.jsonl": b"0" * 2_000_000}),
    )
    told = [describe_warning(each) for each in found.warnings]
    assert found.new == 0
    assert len(told) == 7
    for name, says in (
        ("a.attempt.jsonl.gz", "unpack it"),
        ("b.7z", "unpack it"),
        ("c.zip", "damaged"),
        ("d.zip", "archives inside archives"),
        ("x.attempt.jsonl", "password"),
        ("f.zip", "too many files"),
        ("bomb.attempt.jsonl", "too large"),
    ):
        assert [text for text in told if name in text and says in text], name


def test_no_spoilt_archive_ends_collecting(data: bytes, tmp_path: Path) -> None:
    chance, whole = random.Random(7), zipped({"a.attempt.jsonl": data, "b.attempt.jsonl": b"{}"})
    (tmp_path / "from").mkdir()
    path = tmp_path / "from" / "x.zip"
    for _ in range(300):
        spoilt = bytearray(whole[: chance.choice((len(whole), chance.randrange(len(whole))))])
        for _ in range(chance.randrange(4)):
            if spoilt:
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt)
        found = collect_attempts([path], tmp_path / "to")
        assert found.new + found.known + len(found.warnings) + len(found.others) >= 1


def test_other_files_are_named_up_to_a_few_and_counted(data: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "from"
    folder.mkdir()
    (folder / "x.attempt.jsonl").write_bytes(data)
    for number in range(9):
        (folder / f"photo-{number}.jpg").write_bytes(b"x")
    for name in ("roster.json", ".DS_Store", "Thumbs.db", "xapi-sent.json"):
        (folder / name).write_bytes(b"{}")
    done = carriages("results", "collect", str(folder), home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    text = " ".join(done.stdout.split())
    assert "photo-0.jpg" in text
    assert "photo-4.jpg and 4 others." in text
    assert "roster.json" not in text
    assert "Thumbs" not in text


def test_a_damaged_file_in_a_folder_of_hundreds_is_told_by_its_name(data: bytes, tmp_path: Path) -> None:
    found = collect(tmp_path, good__attempt__jsonl=data, cut__attempt__jsonl=data[:50], empty__attempt__jsonl=b"")
    assert found.new == 1
    assert sorted(Path(each.damage.path).name for each in found.warnings if isinstance(each, AttemptDamaged)) == [
        "cut.attempt.jsonl",
        "empty.attempt.jsonl",
    ]


def test_collecting_removes_the_index_of_before_and_says_so(data: bytes, tmp_path: Path) -> None:
    import sqlite3

    (tmp_path / "results").mkdir()
    connection = sqlite3.connect(tmp_path / "results" / OLD_INDEX_FILE)
    for name in ("attempts", "items", "responses", "damaged"):
        connection.execute(f"create table {name} (x text)")
    connection.close()
    done = carriages("results", "collect", str(tmp_path / "written"), home=tmp_path)
    assert f"{OLD_INDEX_FILE} was removed" in done.stdout
    assert [path.suffix for path in (tmp_path / "results").iterdir()] == [".jsonl"]


BEGUN = b'{"type":"begun"'
"""What the first line of an attempt begins with."""


@pytest.mark.parametrize(
    ("content", "is_attempt"),
    [
        (BEGUN, True),
        (b" \r\n" + BEGUN, True),
        (b"\xef\xbb\xbf\r\n" + BEGUN, True),
        (b"\xff\xfe" + BEGUN.decode().encode("utf-16-le"), True),
        (b"\xfe\xff" + BEGUN.decode().encode("utf-16-be"), True),
        (b"\xff\xfe" + BEGUN.decode().encode("utf-16-be"), False),
        (b" " * (200 - len(BEGUN)) + BEGUN, True),
        (b" " * (201 - len(BEGUN)) + BEGUN, False),  # only the beginning of a file is looked at
        (BEGUN[:-1], False),
        (b"x" + BEGUN, False),
        (b"", False),
    ],
)
def test_a_file_of_any_name_is_an_attempt_by_its_first_characters(
    content: bytes, is_attempt: bool, tmp_path: Path
) -> None:
    (found,) = find_in(tmp_path / "from", Anna__txt=content)
    assert isinstance(found, IncomingAttempt if is_attempt else OtherFile)


@pytest.mark.parametrize("ending", CLOSED_ENDINGS)
def test_an_archive_that_is_not_opened_is_told_by_its_ending(ending: str, tmp_path: Path) -> None:
    folder = tmp_path / "from"
    folder.mkdir()
    (folder / f"A.ATTEMPT.JSONL{ending.upper()}").write_bytes(b"packed")
    (folder / f"b{ending}").write_bytes(b"packed")
    (folder / f"c{ending}").write_bytes(BEGUN)  # it was only called so
    assert name_kinds(list(find_incoming(folder))) == [
        (f"A.ATTEMPT.JSONL{ending.upper()}", "not opened"),
        (f"b{ending}", "not opened"),
        (f"c{ending}", "IncomingAttempt"),
    ]


def test_what_is_half_written_or_left_by_a_system_is_no_attempt(tmp_path: Path) -> None:
    folder = tmp_path / "from"
    files = {f".x{SUFFIX}": BEGUN, f"._x{SUFFIX}": b"\0\5", **dict.fromkeys(OWN_FILES | SYSTEM_FILES, b"x")}
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "DESKTOP.INI").write_bytes(b"x")
    assert name_kinds(list(find_incoming(folder))) == [(f".x{SUFFIX}", "OtherFile")]


def test_an_archive_is_known_by_its_ending_or_by_its_first_bytes(tmp_path: Path) -> None:
    packed = zipped({"x.txt": BEGUN})
    found = find_in(tmp_path / "from", a__ZIP=packed, b__attempt__jsonl=packed, c__txt=packed)
    # Documents of office programs begin as archives do: they are other files.
    assert name_kinds(found) == [("x.txt", "IncomingAttempt")] * 2 + [("c.txt", "OtherFile")]


@pytest.mark.parametrize(("depth", "kind"), [(3, "IncomingAttempt"), (4, "too deep")])
def test_three_archives_in_one_another_are_opened(depth: int, kind: str, tmp_path: Path) -> None:
    packed = BEGUN
    for number in range(depth):
        packed = zipped({"x.zip" if number else "x.txt": packed})
    assert [each for _, each in name_kinds(find_in(tmp_path / "from", x__zip=packed))] == [kind]


def test_the_limits_of_an_archive_are_above_any_class() -> None:
    assert intake.MAX_ARCHIVE_BYTES == 256 * 1024 * 1024
    assert intake.MAX_UNPACKED_BYTES == 1024 * 1024 * 1024
    assert intake.MAX_ARCHIVE_MEMBERS == 10_000


def test_an_archive_has_at_most_so_many_files_and_folders_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MAX_ARCHIVE_MEMBERS", 2)
    two, three = {"f/": b"", "f/1.txt": b"", "f/2.txt": b""}, {"1.txt": b"", "2.txt": b"", "3.txt": b""}
    assert name_kinds(find_in(tmp_path / "two", x__zip=zipped(two))) == [("1.txt", "OtherFile"), ("2.txt", "OtherFile")]
    assert name_kinds(find_in(tmp_path / "three", x__zip=zipped(three))) == [("x.zip", "too many files")]


def test_an_archive_unpacks_to_a_limit_for_each_file_and_to_one_in_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MAX_FILE_BYTES", 10)
    monkeypatch.setattr(intake, "MAX_UNPACKED_BYTES", 25)
    files = {"1.txt": b"x" * 10, "2.txt": b"x" * 11, "3.txt": b"x" * 10, "4.txt": b"x" * 5, "5.txt": b"x"}
    assert [kind for _, kind in name_kinds(find_in(tmp_path / "from", x__zip=zipped(files)))] == [
        "OtherFile",
        "too large",
        "OtherFile",
        "OtherFile",
        "too large",  # the others have taken all that one archive may unpack to
    ]
    monkeypatch.setattr(intake, "MAX_UNPACKED_BYTES", 10_000)
    inner = zipped({f"{number}.txt": b"" for number in range(3)})
    assert len(inner) > 10  # an archive inside has the limit of an archive
    assert len(find_in(tmp_path / "from", x__zip=zipped({"inner.ZIP": inner}))) == 3


def test_a_locked_file_is_told_and_the_next_one_is_taken(tmp_path: Path) -> None:
    packed = bytearray(zipped({"1.txt": BEGUN, "2.txt": BEGUN}))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    assert name_kinds(find_in(tmp_path / "from", x__zip=bytes(packed))) == [
        ("1.txt", "locked"),
        ("2.txt", "IncomingAttempt"),
    ]


def test_a_name_in_an_archive_is_its_last_part(tmp_path: Path) -> None:
    names = ["a/b.txt", "a\\c.txt", "../../d.txt", "__MACOSX/e.txt", "f/._g.txt", "h/Thumbs.db", "i.txt"]
    (tmp_path / "x.zip").write_bytes(zipped(dict.fromkeys(names, b"x")))
    assert [each.path for each in find_incoming(tmp_path / "x.zip")] == [
        tmp_path / "x.zip" / name for name in ("b.txt", "c.txt", "d.txt", "i.txt")
    ]


@pytest.mark.parametrize(
    ("name", "size", "kind"),
    [
        ("film.mp4", MAX_FILE_BYTES + 1, "OtherFile"),
        ("x.attempt.jsonl", MAX_FILE_BYTES + 1, "too large"),
        ("X.ATTEMPT.JSONL", MAX_FILE_BYTES + 1, "too large"),
        ("class.ZIP", MAX_FILE_BYTES + 1, "damaged"),  # an archive may be larger, but that is none
    ],
)
def test_a_file_that_is_too_large_is_told_where_it_may_be_an_attempt(
    name: str, size: int, kind: str, tmp_path: Path
) -> None:
    (tmp_path / "from").mkdir()
    with (tmp_path / "from" / name).open("wb") as file:
        file.truncate(size)
    assert name_kinds(list(find_incoming(tmp_path / "from"))) == [(name, kind)]


def test_what_the_system_does_not_give_is_told_in_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    def walk(folder: Path, onerror: Callable[[OSError], None]) -> list[object]:
        onerror(PermissionError(13, "Permission denied", str(folder / "closed")))
        onerror(OSError())
        return []

    monkeypatch.setattr(os, "walk", walk)
    assert list(find_incoming(tmp_path)) == [
        FileUnreadable(tmp_path / "closed", "not permitted", "Permission denied"),
        FileUnreadable(tmp_path, "not permitted", ""),
    ]


def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / "notes.txt").symlink_to(tmp_path / "nowhere")
    assert name_kinds(list(find_incoming(tmp_path / "from"))) == [("notes.txt", "missing")]


def test_what_is_given_by_its_name_is_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"x")
    (tmp_path / "bad.zip").write_bytes(b"x")
    paths = [tmp_path / "gone", tmp_path / "notes.txt", tmp_path / "bad.zip"]
    assert collect_attempts(paths, tmp_path / "to") == CollectingResult(
        0,
        0,
        0,
        (
            FolderMissing(paths[0]),
            NoAttemptFile(paths[1], SUFFIX),
            ArchiveUnusable(paths[2], "damaged"),
        ),
    )


def test_files_are_found_in_the_order_of_their_names_and_folders(tmp_path: Path) -> None:
    names = ["b/2.attempt.jsonl", "b/1.attempt.jsonl", "a/3.attempt.jsonl", "c.ATTEMPT.jsonl.1", "b/.4.attempt.jsonl"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(BEGUN)
    (tmp_path / "notes.txt").write_bytes(BEGUN)
    in_order = ["c.ATTEMPT.jsonl.1", "3.attempt.jsonl", "1.attempt.jsonl", "2.attempt.jsonl"]
    assert [path.name for path in find_attempt_files(tmp_path)] == in_order
    found = [each.path.name for each in find_incoming(tmp_path) if isinstance(each, IncomingAttempt)]
    assert found == ["c.ATTEMPT.jsonl.1", "notes.txt", "3.attempt.jsonl", "1.attempt.jsonl", "2.attempt.jsonl"]
