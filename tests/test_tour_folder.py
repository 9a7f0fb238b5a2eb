"""The folder of a tour: the tours before it, copies of damaged ones, and the line that was not yet sent."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.store import tour_folder
from game.store.tour_folder import MAX_EARLIER_TOURS, MAX_UNSENT_BYTES, TourFolder
from tests.test_turn_log import begun

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> bytes:
    """A tour as it is on file."""
    begun(tmp_path / "tour.jsonl")
    return (tmp_path / "tour.jsonl").read_bytes()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TourFolder:
    """A folder in which every minute something is kept."""
    moments = iter(NOON + timedelta(minutes=number) for number in range(99))
    monkeypatch.setattr(tour_folder, "now", lambda: next(moments))
    return TourFolder(tmp_path / "tour")


def test_the_newest_five_tours_are_kept_and_listed_the_newest_first(folder: TourFolder, log: bytes) -> None:
    assert MAX_EARLIER_TOURS == 5
    for number in range(7):
        folder.keep_earlier(log + b"\n" * number)
        folder.forget_oldest()
    assert [tour.at.minute for tour in folder.list_earlier()] == [6, 5, 4, 3, 2]
    assert [tour.path.name for tour in folder.list_earlier()][:1] == ["20261127T120600000000Z.jsonl"]
    assert folder.list_earlier()[0].at == NOON + timedelta(minutes=6)


def test_what_is_no_tour_is_not_listed_and_stays(folder: TourFolder, log: bytes) -> None:
    folder.keep_earlier(log)
    (folder.earlier / "x.jsonl").write_bytes(b"no tour")
    (folder.earlier / "mine.jsonl").write_bytes(log)
    os.utime(folder.earlier / "mine.jsonl", (1_000_000_000, 1_000_000_000))
    folder.forget_oldest()
    assert {tour.path.name: tour.at.year for tour in folder.list_earlier()} == {
        "mine.jsonl": 2001,  # a name that is no moment: then it is the time of the file
        "20261127T120000000000Z.jsonl": 2026,
    }
    assert len(list(folder.earlier.iterdir())) == 3


def test_the_same_bytes_are_kept_once_and_others_of_the_same_length_beside_them(folder: TourFolder) -> None:
    first = folder.keep_damaged(b"one")
    assert folder.keep_damaged(b"one") == first
    second, third = folder.keep_damaged(b"two"), folder.keep_damaged(b"three")
    assert [path.read_bytes() for path in (first, second, third)] == [b"one", b"two", b"three"]
    earlier = folder.keep_earlier(b"one")
    assert earlier.suffix == ".jsonl"
    assert folder.keep_damaged(b"two") == second
    assert len(list(folder.earlier.iterdir())) == 4


def test_a_line_not_yet_sent_is_kept_and_forgotten(folder: TourFolder) -> None:
    folder.write_unsent("")
    assert folder.read_unsent() == ""
    folder.write_unsent("look at the \N{STEAM LOCOMOTIVE}")
    assert folder.read_unsent() == "look at the \N{STEAM LOCOMOTIVE}"
    folder.write_unsent("")
    assert folder.read_unsent() == ""
    assert list(folder.path.iterdir()) == []


@pytest.mark.parametrize(("number", "is_read"), [(40_000, True), (40_001, False)])
def test_a_line_not_yet_sent_has_at_most_40_000_bytes(number: int, is_read: bool, folder: TourFolder) -> None:
    assert MAX_UNSENT_BYTES == 40_000
    folder.write_unsent("x" * number)
    assert folder.read_unsent() == ("x" * number if is_read else "")
