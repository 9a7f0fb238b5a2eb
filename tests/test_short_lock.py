"""The lock of a moment: how long another window is waited for, and what happens where there is no lock."""

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.store import short_lock as module
from game.store.short_lock import short_lock


def test_another_window_is_waited_for_two_seconds_in_small_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    clock = SimpleNamespace(monotonic=lambda: 100 + len(waits) * 0.01, sleep=waits.append)
    monkeypatch.setattr(module, "time", clock)
    with short_lock(tmp_path / "file") as first, short_lock(tmp_path / "file") as second:
        assert (first, second) == (True, False)
    assert waits == [0.01] * 201  # up to the second's very end, and once more


def test_a_lock_that_is_let_go_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = short_lock(tmp_path / "file")
    assert other.__enter__()
    monkeypatch.setattr(
        module, "time", SimpleNamespace(monotonic=lambda: 0.0, sleep=lambda _: other.__exit__(None, None, None))
    )
    with short_lock(tmp_path / "file") as is_held:
        assert is_held


def test_where_there_are_no_locks_nobody_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> bool:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(module, "try_lock", refuse)
    with short_lock(tmp_path / "file") as is_held:
        assert not is_held


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_of_a_lock_lies_beside_and_is_the_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with short_lock(tmp_path / "new" / "deck.json"):
            pass
    finally:
        os.umask(before)
    (lock,) = (tmp_path / "new").iterdir()
    assert (lock.name, lock.stat().st_mode & 0o777) == (".deck.json.lock", 0o600)
