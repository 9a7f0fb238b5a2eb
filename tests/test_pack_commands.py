"""``carriages pack`` and ``carriages packs``: a pack is packed, sent, installed, played by its id, and removed."""

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.commandline import main
from game.core.paths import find_pack, installed_pack
from game.exchange.installed_packs import list_installed, name_installed
from tests.conftest import LIGHTHOUSE, ONE_ROOM


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CARRIAGES_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def told(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main.main(list(arguments)) == status
    captured = capsys.readouterr()
    return captured.out if status == 0 else captured.out + captured.err


def changed(folder: Path) -> Path:
    """Another pack with the id of the smallest one."""
    shutil.copytree(ONE_ROOM, folder)
    tour = folder / "tour.yaml"
    tour.write_text(tour.read_text(encoding="utf-8").replace("by the Pond", "in the Park"), encoding="utf-8")
    return folder


def test_a_pack_is_packed_sent_installed_played_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "kB" in told(capsys, "pack", str(LIGHTHOUSE), "-o", "light.tour")
    assert "6 rooms" in told(capsys, "check", "light.tour")
    assert "No pack is installed" in told(capsys, "packs")
    assert "carriages --pack skarholm-light" in told(capsys, "packs", "add", "light.tour")
    assert "skarholm-light: Skarholm Light. 6 rooms, 37 questions; en; checked." in told(capsys, "packs")
    assert "Skarholm Light" in told(capsys, "--pack", "skarholm-light", "print")
    assert "paper" in told(capsys, "paper", "--pack", "skarholm-light", "--items", "3").casefold()
    assert "0 errors" in told(capsys, "lint", "skarholm-light")
    assert "stay where they are" in told(capsys, "packs", "remove", "skarholm-light")
    assert "No pack is installed" in told(capsys, "packs")


def test_without_a_name_the_file_is_called_by_the_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "pack", str(ONE_ROOM))
    assert (tmp_path / "one-room.tour").is_file()
    assert "already exists" in told(capsys, "pack", str(ONE_ROOM), status=2)
    told(capsys, "pack", str(ONE_ROOM), "--force")
    assert ".tour" in told(capsys, "pack", str(ONE_ROOM), "-o", "x.zip", status=2)


def test_a_pack_with_drafts_or_problems_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = changed(tmp_path / "pack")
    entities = "{id: lund, name: Ada Lund, kind: person, gloss: A joiner., facts: [bench-maker], draft: true}"
    (pack / "entities.yaml").write_text(f"entities:\n  - {entities}\n", encoding="utf-8")
    assert "1 draft;" in told(capsys, "pack", str(pack), "-o", "x.tour", status=2)
    (pack / "entities.yaml").write_text("entities: 1\n", encoding="utf-8")
    assert "a pack with problems does not travel" in told(capsys, "pack", str(pack), "-o", "x.tour", status=2)
    (pack / "entities.yaml").unlink()
    (pack / "scenes").mkdir()
    (pack / "scenes" / "nowhere.txt").write_text("title: x\n", encoding="utf-8")
    assert "error" in told(capsys, "pack", str(pack), "-o", "x.tour", status=2)
    assert not (tmp_path / "x.tour").exists()
    assert "nowhere" in told(capsys, "packs", "add", "nowhere", status=2)


def test_another_pack_of_that_id_replaces_or_stays_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = changed(tmp_path / "other")
    told(capsys, "packs", "add", str(ONE_ROOM))
    assert "installed already, as one-room" in told(capsys, "packs", "add", str(ONE_ROOM))
    assert "--replace or --keep-both" in told(capsys, "packs", "add", str(other), status=2)
    assert "one-room_2" in told(capsys, "packs", "add", str(other), "--keep-both")
    assert "installed already, as one-room_2" in told(capsys, "packs", "add", str(other), "--keep-both")
    listed = told(capsys, "packs")
    assert "one-room: The Bench by the Pond" in listed
    assert "one-room_2: The Bench in the Park" in listed
    told(capsys, "packs", "remove", "one-room_2")
    told(capsys, "packs", "add", str(other), "--replace")
    assert "one-room: The Bench in the Park" in told(capsys, "packs")
    assert len(list_installed()) == 1


@pytest.mark.parametrize(
    ("answer", "names"), [("r\n", ["one-room"]), ("K\n", ["one-room", "one-room_2"]), ("\n", None), ("", None)]
)
def test_a_person_is_asked(
    answer: str,
    names: list[str] | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told(capsys, "packs", "add", str(ONE_ROOM))
    typed = SimpleNamespace(isatty=lambda: True, readline=lambda: answer)
    monkeypatch.setattr(sys, "stdin", typed)
    said = told(capsys, "packs", "add", str(changed(tmp_path / "other")), status=0 if names else 2)
    assert "Another pack called one-room is installed" in said
    assert [name_installed(path) for path in list_installed()] == (names or ["one-room"])
    assert ("nothing was changed" in said) is (names is None)


def test_nine_packs_of_one_id_and_no_tenth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "packs", "add", str(ONE_ROOM))
    for number in range(2, 11):
        other = changed(tmp_path / f"p{number}")
        (other / "tour.yaml").write_text((other / "tour.yaml").read_text().replace("Park", f"Park {number}"))
        said = told(capsys, "packs", "add", str(other), "--keep-both", status=0 if number < 10 else 2)
    assert "remove one" in said
    assert len(list_installed()) == 9


def test_a_damaged_pack_is_listed_beside_the_others(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "packs", "add", str(ONE_ROOM))
    (home / "packs" / "broken.tour").write_bytes(b"no zip")
    (home / "packs" / "notes.txt").write_bytes(b"")
    listed = told(capsys, "packs", status=1)
    assert "broken: not checked, 1 problem. The first: " in listed
    assert "one-room: " in listed
    assert "notes" not in listed


@pytest.mark.parametrize("name", ["nosuch", "../packs/one-room", "one-room.tour", "", "ONE-ROOM"])
def test_no_pack_is_removed_by_a_name_it_does_not_have(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "packs", "add", str(ONE_ROOM))
    assert "no pack called" in told(capsys, "packs", "remove", name, status=2)
    assert len(list_installed()) == 1


def test_a_folder_of_that_name_comes_before_an_installed_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "packs", "add", str(ONE_ROOM))
    assert find_pack("one-room") == installed_pack("one-room")
    assert find_pack("./one-room") == Path("./one-room")
    assert find_pack("two-rooms") == Path("two-rooms")
    (tmp_path / "one-room").mkdir()
    assert find_pack("one-room") == Path("one-room")


def test_an_id_that_windows_reserves_is_kept_with_an_underscore(home: Path) -> None:
    assert installed_pack("con") == home / "packs" / "con_.tour"
    assert installed_pack("con_2") == home / "packs" / "con_2.tour"
    assert name_installed(installed_pack("con")) == "con"


def test_a_pack_says_in_which_languages_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = changed(tmp_path / "pack")
    with (pack / "tour.yaml").open("a", encoding="utf-8") as tour:
        tour.write("languages: [en, pt-BR]\n")
    told(capsys, "pack", str(pack), "-o", "pond.tour")
    told(capsys, "packs", "add", "pond.tour")
    assert "2 questions; en, pt-BR; checked." in told(capsys, "packs")
    with (pack / "tour.yaml").open("a", encoding="utf-8") as tour:
        tour.write("minutes: 0\n")
    (pack / "tour.yaml").write_text((pack / "tour.yaml").read_text("utf-8").replace("pt-BR", "Portuguese"), "utf-8")
    assert "expected a code of a language like en or pt-BR" in told(capsys, "check", str(pack), status=2)
