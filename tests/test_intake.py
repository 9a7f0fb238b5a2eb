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
from game.classroom.collecting import AttemptDamaged, CollectingResult, collect_attempts
from game.classroom.index import OLD_INDEX_FILE
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
        ("d.zip", "archive in an archive"),
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
