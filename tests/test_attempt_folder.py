"""Attempts in a folder: how files are named, whose they are, and what is computed from their events."""

import os
from pathlib import Path

import pytest

from game.core.disk import MAX_FILE_BYTES
from game.store.attempt_events import (
    MAX_PAPER_ITEMS,
    MAX_SECONDS,
    MAX_TEXT_CHARACTERS,
    Begun,
    Gap,
    Left,
    Paused,
    Rules,
    Seen,
    WentOn,
)
from game.store.attempt_faults import (
    AttemptFault,
    FileUnusable,
    FirstLineMissing,
    LineUnreadable,
    MomentImpossible,
    SecondBeginning,
)
from game.store.attempt_file import DamagedError, seal_line
from game.store.attempt_folder import SUFFIX, find_attempts, load_attempt, parse_attempt, read_attempt
from tests.items import CHOICE, NUMBER
from tests.test_index import AT, IDS, hand_in, keep, respond


def begin(**fields: object) -> Begun:
    """The first line of an attempt; what is not given has its default."""
    given = {
        "format": 1,
        "attempt": IDS["Anna"],
        "candidate": "Anna",
        "tour": "tiny",
        "bank": "00000000",
        "code": "",
        "seed": 7,
        "rules": Rules(),
        "items": (CHOICE,),
        "program": "1.0",
        "at": AT,
        **fields,
    }
    return Begun(**given)  # type: ignore[arg-type] # texts


def find_fault(path: Path) -> tuple[int, AttemptFault]:
    """The line of a file that is at fault, and why."""
    with pytest.raises(DamagedError) as bad:
        load_attempt(path)
    return bad.value.damage.line, bad.value.damage.fault


def test_a_file_is_named_by_candidate_moment_and_the_start_of_the_id(tmp_path: Path) -> None:
    assert keep(tmp_path, candidate="Anna").name == f"anna-20261121-090000-{IDS['Anna'][:8]}{SUFFIX}"
    assert keep(tmp_path, candidate="Ben", name="?!").name == f"candidate-20261121-090000-{IDS['Ben'][:8]}{SUFFIX}"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_of_an_attempt_has_the_mode_that_the_system_gives(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = keep(tmp_path)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o666


def test_attempts_are_those_of_a_candidate_at_a_paper_the_latest_first(tmp_path: Path) -> None:
    ids = [f"{number}e5c7a52-0000-4000-8000-00000000000{number}" for number in range(7)]
    keep(tmp_path, attempt=ids[0], at="2026-11-21T09:00:00+01:00")
    keep(tmp_path, attempt=ids[1], at="2026-11-21T11:00:00+01:00")
    keep(tmp_path, attempt=ids[2], at="2026-11-21T10:00:00+01:00", name="ANNA")
    keep(tmp_path, hand_in(choice=1.0), attempt=ids[3])
    keep(tmp_path, attempt=ids[4], code="OTHER")
    keep(tmp_path, attempt=ids[5], candidate="Ben")
    found = find_attempts(tmp_path, "anna", "K7Q2")
    assert [attempt.begun.attempt for attempt in found.unfinished] == [ids[1], ids[2], ids[0]]
    assert [attempt.begun.attempt for attempt in found.handed_in] == [ids[3]]
    assert find_attempts(tmp_path / "none", "anna", "K7Q2") == ((), (), ())


@pytest.mark.parametrize(
    ("name", "is_theirs"),
    [
        ("anna-lee-20261121-090000-0e5c7a52", True),
        ("ANNALEE-20261121-090000-0e5c7a52", True),
        ("anna-20261121-090000-0e5c7a52", False),
        ("anna-lee-2-20261121-090000-0e5c7a52", False),
        ("anna-lee", False),
        ("anna-lee-20261121-0900-0e5c7a52", False),
    ],
)
def test_a_damaged_file_is_a_candidates_by_its_name(name: str, is_theirs: bool, tmp_path: Path) -> None:
    (tmp_path / f"{name}{SUFFIX}").write_bytes(b"{\n")
    found = find_attempts(tmp_path, "Anna Lee", "K7Q2").damaged
    assert [Path(damage.path).name for damage in found] == ([f"{name}{SUFFIX}"] if is_theirs else [])


def test_damage_is_told_with_its_line(tmp_path: Path) -> None:
    path = keep(tmp_path, respond(CHOICE, "green"))
    first, second, _ = path.read_bytes().split(b"\n")
    for data, line, kind in (
        (b"", 1, FirstLineMissing),
        (first, 1, FirstLineMissing),  # without its end, it was never written whole
        (b"{\n", 1, LineUnreadable),
        (first + b"\n{\n", 2, LineUnreadable),
        (first + b"\n" + second + b"\n{\n", 3, LineUnreadable),
    ):
        path.write_bytes(data)
        found, fault = find_fault(path)
        assert (found, type(fault)) == (line, kind)
    twice = keep(tmp_path / "twice")
    attempt = load_attempt(twice)
    attempt.file.append(begin())
    assert find_fault(twice) == (2, SecondBeginning())
    with twice.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    number, fault = find_fault(twice)
    assert isinstance(fault, FileUnusable)
    assert (number, fault.why) == (1, "too large")
    with pytest.raises(DamagedError) as bad:
        read_attempt(twice)
    assert (bad.value.damage.line, bad.value.damage.fault) == (1, fault)


def test_what_an_attempt_says_of_time_follows_from_its_events(tmp_path: Path) -> None:
    def at(kind: type, elapsed: float, **fields: object) -> object:
        return kind(elapsed=elapsed, at=AT, **fields)

    path = keep(tmp_path)
    attempt = load_attempt(path)
    assert (attempt.elapsed, attempt.last_seen, attempt.seconds, attempt.handed_in) == (0.0, "", {}, None)
    for event in (
        at(Paused, 2.0),  # nothing was on the screen yet
        at(WentOn, 3.0),
        at(Seen, 5.0, item="choice"),
        respond(CHOICE, "green", elapsed=8.0),
        at(Seen, 10.0, item="number"),
        at(Left, 11.0),
        at(Gap, 31.0, seconds=20.0, why="left"),  # twenty seconds on the clock of the exam, and nobody looked
        at(Seen, 32.0, item="choice"),
        at(Gap, 33.0, seconds=5.0, why="suspended"),
        respond(NUMBER, "37", elapsed=36.0),
    ):
        attempt.append(event)  # type: ignore[arg-type] # all are events
    for each in (attempt, load_attempt(path)):
        assert each.seconds == {"choice": 9.0, "number": 2.0}
        assert (each.elapsed, each.last_seen) == (36.0, "choice")
        assert [gap.why for gap in each.gaps] == ["left", "suspended"]
        assert each.responses == {"choice": ("green",), "number": ("37",)}
        assert each.marks == {}


def test_of_practice_the_first_mark_counts_and_of_an_exam_those_handed_in(tmp_path: Path) -> None:
    path = keep(tmp_path, respond(CHOICE, "blue", mark=0.0), respond(CHOICE, "green", mark=1.0))
    assert load_attempt(path).marks == {"choice": 0.0}
    load_attempt(path).append(hand_in(choice=0.5))
    assert load_attempt(path).marks == {"choice": 0.5}


def test_an_attempt_is_an_exam_that_is_shuffled_unless_it_says_otherwise() -> None:
    assert (begin().mode, begin().is_shuffled, begin().visited) == ("exam", True, ())


@pytest.mark.parametrize(
    ("fields", "is_read"),
    [
        ({"candidate": "x" * 1000}, True),
        ({"candidate": "x" * 1001}, False),
        ({"code": "x" * 1001}, False),
        ({"visited": ("x",) * 5000}, True),
        ({"visited": ("x",) * 5001}, False),
        ({"seed": 2**63 - 1}, True),
    ],
)
def test_what_names_something_has_a_limit(fields: dict[str, object], is_read: bool, tmp_path: Path) -> None:
    assert (MAX_TEXT_CHARACTERS, MAX_PAPER_ITEMS, MAX_SECONDS) == (1000, 5000, 1e10)
    data = seal_line(begin(**fields), "")[0] + b"\n"
    if is_read:
        assert parse_attempt(data, tmp_path / "x").begun == begin(**fields)
    else:
        with pytest.raises(DamagedError):
            parse_attempt(data, tmp_path / "x")


def test_a_line_that_was_cut_short_is_dropped_once_and_no_byte_after_it(tmp_path: Path) -> None:
    path = keep(tmp_path, respond(CHOICE, "blue"))
    path.write_bytes(path.read_bytes()[:-20])
    attempt = load_attempt(path)
    assert attempt.events == []
    for text in ("red", "blue", "green"):
        attempt.append(respond(CHOICE, text))
    assert load_attempt(path).events == attempt.events
    assert len(load_attempt(path).events) == 3


def test_what_cannot_even_be_taken_back_is_dropped_by_the_next_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(handle: int, data: bytes) -> None:
        os.write(handle, data[:7])
        raise OSError(28, "No space left on device")

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    attempt = load_attempt(keep(tmp_path))
    whole = attempt.path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("game.store.attempt_file.write_all", fill)
        patch.setattr(os, "ftruncate", refuse)
        with pytest.raises(OSError, match="No space"):
            attempt.append(respond(CHOICE, "red"))
    assert len(attempt.path.read_bytes()) == len(whole) + 7
    attempt.append(respond(CHOICE, "green"))
    assert load_attempt(attempt.path).events == attempt.events
    assert len(attempt.events) == 2


@pytest.mark.parametrize(
    ("at", "is_moment"),
    [
        ("2026-02-28T09:00:00Z", True),
        ("2024-02-29T23:59:59.999+14:00", True),
        ("2026-02-29T09:00:00Z", False),
        ("2026-01-01T24:00:01Z", False),
        ("0001-01-01T00:00:00+10:00", False),
    ],
)
def test_a_moment_is_one_that_a_calendar_has(at: str, is_moment: bool, tmp_path: Path) -> None:
    data = seal_line(begin(at=at), "")[0] + b"\n"
    if is_moment:
        assert parse_attempt(data, tmp_path / "x").begun.at == at
    else:
        with pytest.raises(DamagedError) as bad:
            parse_attempt(data, tmp_path / "x")
        assert bad.value.damage.fault == MomentImpossible(at)
