"""Two windows on one tour."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from game.core import disk
from game.store import ownership
from game.store.ownership import LOCK_FILE, OWNER_FILE, Owner, Ownership


def test_the_first_window_claims_and_the_second_is_told_since_when(tmp_path: Path) -> None:
    first, second = Ownership(tmp_path), Ownership(tmp_path)
    assert first.claim() is None
    elsewhere = second.claim()
    assert elsewhere is not None
    assert elsewhere.owner is not None
    assert elsewhere.owner.since.endswith("+00:00")
    assert elsewhere.owner.process == os.getpid()
    assert not second.is_claimed
    assert first.holds()
    assert not second.holds()


def test_a_window_that_takes_over_has_it_and_the_other_has_not(tmp_path: Path) -> None:
    first, second = Ownership(tmp_path), Ownership(tmp_path)
    first.claim()
    assert second.claim(takes_over=True) is None
    assert second.holds()
    assert not first.holds()
    first.release()  # a window that lost the tour takes nothing away when it closes
    assert second.holds()
    third = Ownership(tmp_path)
    assert third.claim() is not None, "the second window holds the lock now"


def test_a_closed_window_leaves_the_tour_to_the_next(tmp_path: Path) -> None:
    first, second = Ownership(tmp_path), Ownership(tmp_path)
    first.claim()
    first.release()
    assert not (tmp_path / OWNER_FILE).exists()
    assert second.claim() is None
    assert not first.holds()


def test_a_killed_window_leaves_the_tour_to_the_next(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from game.store.ownership import Ownership\n"
        "owner = Ownership(pathlib.Path(sys.argv[1])); print(owner.claim(), flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    assert other.stdout is not None
    assert other.stdout.readline().strip() == "None"
    window = Ownership(tmp_path)
    assert window.claim() is not None
    other.kill()
    other.communicate(timeout=30)
    assert window.claim() is None


def test_an_idle_window_that_lost_the_tour_shuts_nobody_out_once_the_other_has_closed(tmp_path: Path) -> None:
    idle, taker, third = Ownership(tmp_path), Ownership(tmp_path), Ownership(tmp_path)
    idle.claim()
    taker.claim(takes_over=True)
    assert third.claim() is not None
    taker.release()
    assert not idle.holds(), "a tour that nobody has does not fall back to a window that was told it lost it"
    assert third.claim() is None
    assert third.holds()
    assert not idle.holds()
    fourth = Ownership(tmp_path)
    assert fourth.claim() is not None


def test_an_idle_window_shuts_nobody_out_once_the_other_was_killed(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, os; from game.store.ownership import Ownership\n"
        "Ownership(pathlib.Path(sys.argv[1])).claim(takes_over=True); os._exit(9)"
    )
    idle, third = Ownership(tmp_path), Ownership(tmp_path)
    idle.claim()
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, cwd=Path(__file__).parent.parent)
    owner = idle.find_owner()
    assert owner is not None
    assert owner.process != os.getpid()
    assert third.claim() is None


@pytest.mark.parametrize("machine", ["another machine", ""])
def test_whether_a_process_on_another_machine_lives_is_never_guessed(machine: str, tmp_path: Path) -> None:
    idle, third = Ownership(tmp_path), Ownership(tmp_path)
    idle.claim()
    owner = Owner(token="x", since="", machine=machine, process=2**22 + 1)
    (tmp_path / OWNER_FILE).write_bytes(msgspec.json.encode(owner))
    assert third.claim() is not None


def test_no_process_is_asked_whether_it_lives_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There ``os.kill`` ends a process, whatever the number of the signal."""
    first, second = Ownership(tmp_path), Ownership(tmp_path)
    first.claim()
    monkeypatch.setattr(disk, "IS_WINDOWS", True)
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("a process was killed"))
    assert second.claim() is not None


def test_a_damaged_owner_file_shuts_nobody_out(tmp_path: Path) -> None:
    (tmp_path / OWNER_FILE).write_bytes(b"[" * 100_000)
    window = Ownership(tmp_path)
    assert window.claim() is None
    (tmp_path / OWNER_FILE).write_bytes(b"\xff")
    assert window.holds()
    assert window.find_owner() is None
    other = Ownership(tmp_path)
    elsewhere = other.claim()
    assert elsewhere is not None
    assert elsewhere.owner is None


def test_without_locks_the_token_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(handle: int) -> bool:
        raise OSError("no locks here")

    monkeypatch.setattr(ownership, "try_lock", no_locks)
    first, second = Ownership(tmp_path), Ownership(tmp_path)
    assert first.claim() is None
    assert second.claim() is not None
    assert second.claim(takes_over=True) is None
    assert not first.holds()


def test_a_folder_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        Ownership(tmp_path / "file" / "tour").claim()


def test_the_lock_file_stays_so_that_two_windows_lock_the_same_one(tmp_path: Path) -> None:
    window = Ownership(tmp_path)
    window.claim()
    window.release()
    assert (tmp_path / LOCK_FILE).exists()


def test_a_process_that_runs_has_its_tour_and_one_that_is_gone_has_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle = Ownership(tmp_path)
    idle.claim()  # the lock is taken, so the owner's file decides
    found = idle.find_owner()
    assert found is not None

    def claim(process: int, answer: OSError | None = None) -> bool:
        def kill(number: int, signal: int) -> None:
            assert (number, signal) == (process, 0)
            if answer:
                raise answer

        owner = Owner(token="x", since="", machine=found.machine, process=process)
        (tmp_path / OWNER_FILE).write_bytes(msgspec.json.encode(owner))
        with monkeypatch.context() as patch:
            patch.setattr(os, "kill", kill)
            return Ownership(tmp_path).claim() is None

    assert claim(1, ProcessLookupError())
    assert not claim(1)
    assert not claim(1, PermissionError())  # somebody else's process, and alive
    assert not claim(0, ProcessLookupError())  # no number of a process: a file of before had none
    assert not claim(-1, ProcessLookupError())


def test_a_claim_has_a_token_of_its_own_and_files_that_are_the_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        first = Ownership(tmp_path / "a")
        second = Ownership(tmp_path / "b")
        assert (first.claim(), second.claim()) == (None, None)
    finally:
        os.umask(before)
    one, two = first.find_owner(), second.find_owner()
    assert one is not None
    assert two is not None
    assert len(one.token) == len(two.token) == 16
    assert one.token != two.token
    files = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "a").iterdir()}
    assert files.keys() == {OWNER_FILE, LOCK_FILE}
    assert os.name == "nt" or set(files.values()) == {0o600}
    first.release()
    assert not first.is_claimed
    first.release()
    assert (tmp_path / "b" / OWNER_FILE).exists()


def test_an_owner_without_machine_or_process_is_one_of_an_earlier_version(tmp_path: Path) -> None:
    (tmp_path / OWNER_FILE).write_bytes(b'{"token": "x", "since": ""}')
    owner = Ownership(tmp_path).find_owner()
    assert owner == Owner(token="x", since="", machine="", process=0)


def test_an_owner_that_could_not_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    window = Ownership(tmp_path)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        window.claim()
    assert [path.name for path in tmp_path.iterdir()] == [LOCK_FILE]
