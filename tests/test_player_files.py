"""Names that a player types for files."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.paths import is_reserved
from game.store.player_files import (
    MAX_NAME_CHARACTERS,
    MAX_PATH_CHARACTERS,
    FilePolicy,
    NamedFile,
    NameRefused,
    create,
    read_text,
)


@pytest.fixture
def policy(tmp_path: Path) -> FilePolicy:
    return FilePolicy(tmp_path / "files")


def test_a_plain_name_is_a_file_in_the_players_folder(policy: FilePolicy) -> None:
    assert policy.place_new("notes", ".md") == NamedFile(policy.folder / "notes.md", is_elsewhere=False)
    assert policy.place_new(" my notes.txt ", ".md") == NamedFile(policy.folder / "my notes.txt", is_elsewhere=False)


@pytest.mark.parametrize("name", ["sub/notes", "../notes", "~/notes", "/tmp/notes", "./notes", "a\\b"])
def test_a_path_is_elsewhere_and_wants_to_be_agreed_to(name: str, policy: FilePolicy) -> None:
    place = policy.place_new(name, ".md")
    assert isinstance(place, NamedFile), place
    assert place.is_elsewhere
    assert place.path.is_absolute()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "no name"),
        ("   ", "no name"),
        ("/", "a folder"),
        ("..", "a folder"),
        (".", "a folder"),
        ("notes/", "a folder"),
        ("~", "a folder"),
        ("~nobody-of-that-name/x", "unknown user"),
        ("a\0b", "signs"),
        ("a\x1b[31m", "signs"),
        ("a\u202eb", "signs"),
        ("a?b", "signs"),
        ("a:b", "signs"),
        ("con", "reserved"),
        ("NUL.txt", "reserved"),
        ("notes.", "reserved"),
        ("x" * (MAX_NAME_CHARACTERS + 1), "too long"),
        ("x/" * 600, "too long"),
    ],
)
def test_a_name_that_can_be_no_file_is_refused_with_its_reason(
    name: str, why: str, policy: FilePolicy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # what ~ means, wherever the tests run
    found = policy.place_new(name, ".txt")
    assert isinstance(found, NameRefused), found
    assert found.why == why


def test_a_name_of_just_the_longest_length_is_taken(policy: FilePolicy) -> None:
    assert isinstance(policy.place_new("x" * MAX_NAME_CHARACTERS, ""), NamedFile)


def test_what_is_there_already_is_not_named_again(policy: FilePolicy) -> None:
    policy.folder.mkdir()
    (policy.folder / "notes.md").write_text("mine")
    (policy.folder / "folder.md").mkdir()
    (policy.folder / "link.md").symlink_to("nowhere")
    for name, why in (("notes.md", "there already"), ("folder.md", "a folder"), ("link.md", "there already")):
        found = policy.place_new(name, ".md")
        assert isinstance(found, NameRefused)
        assert found.why == why


def test_a_served_game_names_no_file(tmp_path: Path) -> None:
    policy = FilePolicy(tmp_path, is_served=True)
    assert policy.place_new("notes", ".md") == NameRefused("not served")
    assert policy.find("notes") == NameRefused("not served")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes and devices")
def test_a_file_to_read_must_be_a_file(policy: FilePolicy) -> None:
    policy.folder.mkdir()
    os.mkfifo(policy.folder / "pipe")
    (policy.folder / "lines.rec").write_text("look\n")
    assert policy.find("lines.rec") == NamedFile(policy.folder / "lines.rec", is_elsewhere=False)
    assert policy.find("nothing.rec") == NameRefused("not there", str(policy.folder / "nothing.rec"))
    assert policy.find("pipe") == NameRefused("not a file", str(policy.folder / "pipe"))


def test_a_new_file_is_written_once(policy: FilePolicy) -> None:
    path = policy.folder / "notes.md"
    assert create(path, "mine – whole") is None
    assert path.read_text(encoding="utf-8") == "mine – whole"
    assert create(path, "other") == NameRefused("there already", str(path))
    assert path.read_text(encoding="utf-8") == "mine – whole"


@pytest.mark.parametrize("call", ["write", "fsync", "close"])
def test_a_file_that_could_not_be_written_whole_is_not_there(
    call: str, policy: FilePolicy, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(os, call)

    def full(handle: int, *rest: object) -> None:
        if call == "close":
            real(handle)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, call, full)
        found = create(policy.folder / "notes.md", "text")
    assert found == NameRefused("not permitted", "No space left on device")
    assert list(policy.folder.iterdir()) == []


@pytest.mark.parametrize(("limit", "is_read"), [(5, True), (4, False)])
def test_a_text_is_read_up_to_its_limit(limit: int, is_read: bool, tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"look\n")
    assert isinstance(read_text(tmp_path / "text", limit), str) == is_read
    (tmp_path / "bytes").write_bytes(b"ab\xff")
    assert read_text(tmp_path / "bytes", 10) == NameRefused("not text", "3")


@given(st.text(max_size=60))
def test_no_name_raises(name: str) -> None:
    policy = FilePolicy(Path("/nowhere/at/all"))
    for found in (policy.place_new(name, ".md"), policy.find(name)):
        if isinstance(found, NamedFile) and not found.is_elsewhere:
            assert found.path.parent == policy.folder
            assert not is_reserved(found.path.name)


def test_a_path_of_just_the_longest_length_is_taken(policy: FilePolicy) -> None:
    assert (MAX_NAME_CHARACTERS, MAX_PATH_CHARACTERS) == (200, 1000)
    path = "/".join("x" * 199 for _ in range(5))
    assert isinstance(policy.place(path + "y", ""), NamedFile)
    assert policy.place(path + "yy", "") == NameRefused("too long")
    assert policy.place(f"a/{'x' * 201}/b", "") == NameRefused("too long")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_file_has_the_mode_that_the_system_gives(policy: FilePolicy) -> None:
    before = os.umask(0)
    try:
        assert create(policy.folder / "notes.md", "text") is None
    finally:
        os.umask(before)
    assert (policy.folder / "notes.md").stat().st_mode & 0o777 == 0o666


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a?*b", NameRefused("signs", "* ?")),
        ("a\x07b", NameRefused("signs", "U+0007")),
        ("c:/x/y.md", None),
        ("c:x", NameRefused("signs", ":")),
        ("cd:/x", NameRefused("signs", ":")),
        ("1:/x", NameRefused("signs", ":")),
        ("c/:/x", NameRefused("signs", ":")),
        ("sub/con.x/notes", NameRefused("reserved", "con.x")),
        ("sub /notes", NameRefused("reserved", "sub ")),
        ("sub/notes.", NameRefused("reserved", "notes.")),
        ("~nobody-of-that-name/a/b", NameRefused("unknown user", "~nobody-of-that-name")),
        ("a\\", NameRefused("a folder", "a\\")),
        ("./..", NameRefused("a folder", "./..")),
        ("none/..", NameRefused("a folder", "none/..")),
    ],
)
def test_why_a_name_is_refused_is_said_with_what_is_at_fault(
    name: str, found: NameRefused | None, policy: FilePolicy
) -> None:
    place = policy.place(name, ".md")
    assert place == found if found else isinstance(place, NamedFile)


def test_a_folder_or_a_device_elsewhere_is_no_file(
    policy: FilePolicy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "file").write_text("x")
    assert policy.place("./sub", ".md") == NameRefused("a folder", "./sub")
    assert policy.place(str(tmp_path / "sub"), ".md") == NameRefused("a folder", str(tmp_path / "sub"))
    # A plain name is no path: it means the player's own folder, whatever lies where the game was started.
    assert policy.place("sub", ".md") == NamedFile(policy.folder / "sub.md", is_elsewhere=False)
    assert policy.place("./file", "") == NamedFile(tmp_path / "file", is_elsewhere=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert policy.place("./pipe", ".md") == NameRefused("not a file", "./pipe")
        assert policy.place("pipe", ".md") == NamedFile(policy.folder / "pipe.md", is_elsewhere=False)


def test_where_a_file_cannot_be_made_or_read_is_said_in_the_systems_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert create(tmp_path / "file" / "notes.md", "text") == NameRefused("not permitted", "Not a directory")
    assert read_text(tmp_path / "none", 10) == NameRefused("not permitted", "missing")
    assert read_text(tmp_path / "file", 0) == NameRefused("too large", "1 bytes; at most 0 are read")
