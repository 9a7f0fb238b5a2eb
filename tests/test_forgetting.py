"""Forgetting somebody: whose attempts are deleted, and which files are named since they still tell of them."""

import os
from pathlib import Path

import pytest

from game.classroom.forgetting import PACKED_ENDINGS, Deletion, Remainder, delete_attempts, find_remainders
from game.classroom.roster import ROSTER_FILE
from game.core.disk import MAX_FILE_BYTES
from game.store.attempt_folder import SUFFIX
from tests.items import CHOICE
from tests.test_index import IDS, hand_in, keep, respond

WHO = ("Stoker-1", "Anna Müller")
"""The pseudonym and the name of one person."""


def find_left(folder: Path) -> dict[str, str]:
    """Name of each file that is left -> why it is named."""
    return {left.path.name: left.reason for left in find_remainders([folder], WHO)}


def test_every_attempt_of_one_person_is_deleted_and_no_other(tmp_path: Path) -> None:
    first = keep(tmp_path / "a", hand_in(choice=1.0), candidate="Anna")
    second = keep(tmp_path / "b", candidate="Anna", attempt=IDS["Ben"].replace("1e", "2e"))
    other = keep(tmp_path / "b", candidate="Ben")
    damaged = tmp_path / f"anna{SUFFIX}"
    damaged.write_bytes(b"{")
    assert delete_attempts(tmp_path, ["nobody"]) == Deletion(0, ())
    assert delete_attempts(tmp_path, ["nobody", "ANNA"]) == Deletion(2, ())
    assert [path.exists() for path in (first, second, other, damaged)] == [False, False, True, True]


def test_an_attempt_that_the_system_keeps_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "not yours")

    path = keep(tmp_path, hand_in(choice=1.0), candidate="Anna")
    monkeypatch.setattr(Path, "unlink", refuse)
    assert delete_attempts(tmp_path, ["Anna"]) == Deletion(0, (Remainder(path, "attempt not deleted"),))


@pytest.mark.parametrize(
    ("name", "is_theirs"),
    [
        ("stoker-1.html", True),
        ("STOKER-1.HTML", True),
        ("stoker-1", True),
        ("anna-müller.txt", True),
        ("stoker-1-20261120.txt", True),
        ("stoker-12.html", False),
        ("my-stoker-1.html", False),
        ("stoker-1x.html", False),
        ("stoker.html", False),
    ],
)
def test_a_file_is_about_somebody_by_its_name(name: str, is_theirs: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text("nothing")
    assert find_left(tmp_path) == ({name: "name of file"} if is_theirs else {})


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        ("Stoker-1", True),
        ("stoker-1 was ill", True),
        ("of (STOKER-1)", True),
        ("Anna\n  Mu\N{COMBINING DIAERESIS}ller", True),
        ("Stoker-12 and then Stoker-1.", True),
        ("aStoker-1, Stoker-1", True),
        ("Stoker-12", False),
        ("aStoker-1", False),
        ("of aStoker-1", False),
        ("Stoker-1_x", True),
        ("1Stoker-1", False),
        ("Stoker-1b", False),
        ("Stoker 1", False),
        ("Anna", False),
        ("", False),
    ],
)
def test_a_name_stands_in_a_text_by_itself(text: str, is_theirs: bool, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(text, "utf-8")
    assert find_left(tmp_path) == ({"notes.txt": "holds the name"} if is_theirs else {})


@pytest.mark.parametrize("ending", [*PACKED_ENDINGS, ".ZIP"])
def test_what_is_packed_is_named_since_nobody_has_looked_into_it(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"class{ending}").write_bytes(b"")
    (tmp_path / f"stoker-1{ending}").write_bytes(b"")
    assert find_left(tmp_path) == {f"class{ending}": "not looked into", f"stoker-1{ending}": "name of file"}


def test_what_cannot_be_read_is_named_unless_there_is_nothing_to_read(tmp_path: Path) -> None:
    with (tmp_path / "film.txt").open("wb") as film:
        film.truncate(MAX_FILE_BYTES + 1)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
    assert find_left(tmp_path) == {"film.txt": "not looked into"}


def test_an_attempt_of_somebody_else_is_theirs_whatever_it_says(tmp_path: Path) -> None:
    path = keep(tmp_path, respond(CHOICE, "Stoker-1"), candidate="Ben")
    assert find_left(tmp_path) == {}
    path.rename(path.with_name(f"BEN{SUFFIX.upper()}"))
    assert find_left(tmp_path) == {}
    # What cannot be read as an attempt may be anybody's, so its text is looked at.
    (tmp_path / f"copy{SUFFIX}").write_text('{"candidate":"Stoker-1"\n')
    assert find_left(tmp_path) == {f"copy{SUFFIX}": "holds the name"}


def test_an_attempt_in_another_folder_is_named_and_not_deleted(tmp_path: Path) -> None:
    path = keep(tmp_path / "classes", hand_in(choice=1.0), name="STOKER-1")
    keep(tmp_path / "classes", candidate="Ben", name="Stoker-12")
    assert list(find_remainders([tmp_path], WHO)) == [Remainder(path, "attempt elsewhere")]
    assert path.exists()


def test_the_roster_is_not_among_the_files_and_each_file_is_named_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt", ROSTER_FILE):
        (tmp_path / name).write_text("Stoker-1")
    found = list(find_remainders([tmp_path, tmp_path], WHO))
    assert [left.path.name for left in found] == ["a.txt", "b.txt", "c.txt"]


def test_a_name_without_a_letter_is_no_beginning_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "-notes.txt").write_text("nothing")
    (tmp_path / ".txt").write_text("nothing")
    assert list(find_remainders([tmp_path], ["??"])) == []
