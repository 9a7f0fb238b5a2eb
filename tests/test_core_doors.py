"""The doors of the house: files, identity of texts, characters that act."""

import errno
import gc
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.core import disk
from game.core.characters import BIDI_CONTROLS, LINE_BREAKS, find_unsafe
from game.core.disk import Unusable, decode, read_file, read_value, sweep_temporaries, write_atomically
from game.core.identity import compose, pseudonym_key, tidy
from game.core.memory import pause_collector

CALLS = ("open", "write", "fsync", "replace", "close", "mkdir", "fchmod", "unlink", "stat")
"""Calls of the system through which a file is written."""


def test_a_read_gives_the_bytes_up_to_its_limit_and_not_one_more(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    found = read_file(path, 4)
    assert isinstance(found, Unusable)
    assert found.why == "too large"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes and devices")
def test_what_cannot_be_read_is_told_by_its_reason(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    reasons = {
        "nothing": "missing",
        "a\0b": "missing",
        "": "not a file",
        "pipe": "not a file",
        "loop": "unreachable",
        "x" * 300: "unreachable",
    }
    for name, why in reasons.items():
        found = read_file(tmp_path / name)
        assert isinstance(found, Unusable)
        assert found.why == why, name
        assert found.is_there == (why != "missing")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes and devices")
def test_a_device_is_no_file() -> None:
    assert read_file(Path("/dev/zero")) == Unusable("not a file")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="no file is closed to root, nor by a mode on Windows")
def test_a_file_that_may_not_be_read_is_there_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "closed"
    path.write_bytes(b"{}")
    path.chmod(0)
    found = read_file(path)
    assert isinstance(found, Unusable)
    assert found.why == "not permitted"
    assert found.is_there


@pytest.mark.parametrize(
    "data", [b"[" * 200_000, b"\xff\xfe", b"", b"{", b'{"a": 1}', b"null", b"1e999", b"\xef\xbb\xbf{}"]
)
def test_damage_of_every_kind_is_a_value(data: bytes) -> None:
    found = decode(data, list[str])
    assert isinstance(found, Unusable)
    assert found.why == "damaged"
    nested = decode(data, Any)
    assert isinstance(nested, Unusable) or data in (b'{"a": 1}', b"null", b"1e999")


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    decode(data, dict[str, list[int]])
    decode(data, dict[str, int], msgspec.msgpack.decode)


def test_a_value_comes_back(tmp_path: Path) -> None:
    write_atomically(tmp_path / "deep" / "er" / "value.json", b'{"a": 1}')
    assert read_value(tmp_path / "deep" / "er" / "value.json", dict[str, int]) == {"a": 1}


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "save.json").symlink_to(tmp_path / "elsewhere" / "save.json")
    write_atomically(tmp_path / "save.json", b"new")
    assert (tmp_path / "save.json").is_symlink()
    assert (tmp_path / "elsewhere" / "save.json").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_private_file_is_for_its_owner_and_another_keeps_its_mode(tmp_path: Path) -> None:
    private, shared = tmp_path / "private", tmp_path / "shared"
    write_atomically(private, b"1", is_private=True)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    shared.write_bytes(b"0")
    shared.chmod(0o664)
    write_atomically(shared, b"1")
    assert stat.S_IMODE(shared.stat().st_mode) == 0o664


def failing_at(number: int, fault: OSError, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let one call of the system fail: the one with that number. Returns the calls, in order, as they are made."""
    made: list[str] = []

    def wrap(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            made.append(name)
            if len(made) == number:
                if name == "close":
                    real(*arguments)  # a handle is gone even where closing it fails
                raise OSError(fault.errno, fault.strerror)
            return real(*arguments, **named)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, wrap(name, getattr(os, name)))
    return made


@pytest.mark.skipif(os.name == "nt", reason="the calls are those of POSIX")
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("number", range(1, 14))
def test_whatever_call_fails_the_old_or_the_new_content_is_whole(
    number: int, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "save.json"
    path.write_bytes(b"old")
    with monkeypatch.context() as patched:
        made = failing_at(number, OSError(code, os.strerror(code)), patched)
        try:
            write_atomically(path, b"new content")
            was_said = True
        except OSError:
            was_said = False
    assert path.read_bytes() in (b"old", b"new content")
    if was_said:
        assert path.read_bytes() == b"new content"
    if len(made) < number:
        assert was_said
    assert [each.name for each in tmp_path.iterdir() if not made or made[number - 1 : number] != ["unlink"]] == [
        "save.json"
    ]


def test_a_write_cut_short_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data[:3])))
    write_atomically(tmp_path / "file", b"0123456789")
    assert (tmp_path / "file").read_bytes() == b"0123456789"


def test_a_write_that_writes_nothing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda handle, data: 0)
    with pytest.raises(OSError, match="nothing more"):
        write_atomically(tmp_path / "file", b"1")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "file", b"1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("busy", "is_kept"), [(disk.REPLACE_TRIES - 1, True), (disk.REPLACE_TRIES, False)])
def test_windows_is_asked_again_while_another_program_has_the_file(
    busy: int, is_kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refused = os.replace, iter([True] * busy)

    def replace(source: Path, target: Path) -> None:
        if next(refused, False):
            raise PermissionError(errno.EACCES, "the file is used by another process")
        real(source, target)

    folder = tmp_path / "there"
    folder.mkdir()
    monkeypatch.setattr(disk, "IS_WINDOWS", True)
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    if is_kept:
        write_atomically(folder / "file", b"1")
        assert (folder / "file").read_bytes() == b"1"
    else:
        with pytest.raises(PermissionError):
            write_atomically(folder / "file", b"1")


def test_temporary_files_of_the_dead_are_swept_and_no_others(tmp_path: Path) -> None:
    names = {".carriages-1-1.tmp": True, ".running.json.123.tmp": True, "notes.tmp": False, ".hidden": False}
    for name in names:
        (tmp_path / name).write_bytes(b"")
    assert sweep_temporaries(tmp_path) == 0
    now = (tmp_path / ".hidden").stat().st_mtime
    for name in names:
        os.utime(tmp_path / name, (now - disk.STALE_SECONDS - 5,) * 2)
    assert sweep_temporaries(tmp_path) == 2
    assert {path.name for path in tmp_path.iterdir()} == {name for name, is_swept in names.items() if not is_swept}
    assert sweep_temporaries(tmp_path / "nowhere") == 0


def test_a_composed_and_a_decomposed_name_are_one_person() -> None:
    composed, decomposed = "Zo\N{LATIN SMALL LETTER E WITH ACUTE}", "Zoe\N{COMBINING ACUTE ACCENT}"
    assert composed != decomposed
    assert compose(decomposed) == composed
    assert pseudonym_key(composed) == pseudonym_key(decomposed)
    assert tidy(f"  {decomposed}   Müller ") == f"{composed} Müller"


@given(st.text(max_size=40))
@example("A\u00b4")
def test_a_key_is_stable(text: str) -> None:
    assert pseudonym_key(compose(text)) == pseudonym_key(text)
    assert pseudonym_key(pseudonym_key(text)) == pseudonym_key(text)


@pytest.mark.parametrize("one", [*BIDI_CONTROLS, "\x00", "\x07", "\x1b", "\x7f", "\x9b", "\x85", "\u2028"])
def test_a_character_that_acts_is_found(one: str) -> None:
    found = find_unsafe(f"ab{one}c", LINE_BREAKS)
    assert found is not None
    assert (found.place, found.code) == (2, f"U+{ord(one):04X}")


@pytest.mark.parametrize("text", ["", "plain", "naïve – “quoted”", "김정은", "a\u200db", "two\nlines\tand\r\n"])
def test_text_to_be_read_is_let_through(text: str) -> None:
    assert find_unsafe(text, LINE_BREAKS) is None


def test_a_line_break_is_refused_where_none_belongs() -> None:
    assert find_unsafe("two\nlines") is not None


def test_the_collector_rests_and_goes_on() -> None:
    assert gc.isenabled()
    with pytest.raises(StopIteration), pause_collector():
        next(iter(()))
    assert gc.isenabled()
    with pause_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    try:
        with pause_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
