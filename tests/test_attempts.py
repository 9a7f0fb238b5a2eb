"""Attempts on file: whole after every line, sealed, and never taken for what they are not."""

import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.prose.attempt_problems import describe_damage
from game.store.attempt_events import FORMAT, Begun, Gap, HandedIn, Responded, Rules, Seen
from game.store.attempt_file import DamagedError, OpenElsewhereError, seal_line
from game.store.attempt_folder import create_attempt, find_attempts, load_attempt
from game.store.attempts import Attempt
from tests.items import ONE_OF_EACH

AT = "2026-11-21T09:00:00+01:00"


def begun(attempt: str = "0e5c7a52-0000-4000-8000-000000000001", **fields: object) -> Begun:
    """The first line of an attempt."""
    given = {"candidate": "Stoker-07", "at": AT, **fields}
    return Begun(
        format=FORMAT,
        attempt=attempt,
        tour="tiny",
        bank="00000000",
        code="K7Q2",
        seed=7,
        rules=Rules(minutes=30),
        items=ONE_OF_EACH,
        program="1.0",
        **given,  # type: ignore[arg-type] # names and texts
    )


EVENTS = (
    Seen(elapsed=0.0, at=AT, item="choice"),
    Responded(elapsed=4.2, at=AT, item="choice", response=("green",)),
    Seen(elapsed=4.2, at=AT, item="number"),
    Responded(elapsed=9.0, at=AT, item="number", response=("37",)),
    Gap(elapsed=9.0, at=AT, seconds=61.0, why="suspended"),
    Responded(elapsed=10.0, at=AT, item="choice", response=()),
    HandedIn(elapsed=12.5, at=AT, why="candidate", marks={"choice": 0.0, "number": 1.0}),
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An attempt that was handed in, on file."""
    attempt = create_attempt(tmp_path, begun())
    for event in EVENTS:
        attempt.append(event)
    return attempt.path


def test_what_was_written_is_read(kept: Path) -> None:
    attempt = load_attempt(kept)
    assert attempt.begun == begun()
    assert tuple(attempt.events) == EVENTS
    assert attempt.responses == {"number": ("37",)}
    assert attempt.seconds == {"choice": 4.2, "number": pytest.approx(8.3)}
    assert attempt.elapsed == 12.5
    assert [gap.why for gap in attempt.gaps] == ["suspended"]
    assert attempt.handed_in == EVENTS[-1]


@pytest.mark.slow
@given(place=st.integers(0, 10_000), byte=st.integers(0, 255))
@settings(max_examples=300, deadline=None)
def test_no_changed_byte_passes(place: int, byte: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("attempt")
    attempt = create_attempt(folder, begun())
    for event in EVENTS:
        attempt.append(event)
    data = bytearray(attempt.path.read_bytes())
    place %= len(data)
    if data[place] == byte:
        return
    data[place] = byte
    attempt.path.write_bytes(data)
    if place == len(data) - 1:
        # Without its line break, the last line counts as not written.
        assert tuple(load_attempt(attempt.path).events) == EVENTS[:-1]
        return
    with pytest.raises(DamagedError) as bad:
        load_attempt(attempt.path)
    assert describe_damage(bad.value.damage).startswith(f"{attempt.path}:")


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (lambda rows: [*rows[:2], *rows[3:]], 3, "was changed"),
        (lambda rows: [*rows[:1], rows[2], rows[1], *rows[3:]], 2, "was changed"),
        (lambda rows: [*rows[:3], rows[2], *rows[3:]], 4, "was changed"),
        (lambda rows: rows[1:], 1, "was changed"),
        (lambda rows: [], 1, "not an attempt"),
        (lambda rows: [b"{}"], 1, "sealed line"),
        (lambda rows: [b"\xff\xfe"], 1, "cannot be read"),
        (lambda rows: [rows[0].replace(b'"format":%d' % FORMAT, b'"format":99')], 1, "later version"),
    ],
    ids=["taken out", "swapped", "twice", "headless", "empty", "bare", "bytes", "later"],
)
def test_a_damaged_file_says_where_and_why(kept: Path, change: object, line: int, says: str) -> None:
    rows = kept.read_bytes().splitlines()
    kept.write_bytes(b"".join(row + b"\n" for row in change(rows)))  # type: ignore[operator]
    with pytest.raises(DamagedError) as bad:
        load_attempt(kept)
    words = describe_damage(bad.value.damage)
    assert says in words
    assert words.startswith(f"{kept}:{line}: ")


def test_lines_that_are_sealed_and_out_of_place_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "made.attempt.jsonl"
    for lines, says in (
        ([begun(), begun()], "second attempt begins here"),
        ([EVENTS[0]], "expected the beginning"),
        ([begun(), EVENTS[-1], EVENTS[0]], "more lines after"),
    ):
        rows, seal = b"", ""
        for line in lines:
            data, seal = seal_line(line, seal)  # type: ignore[arg-type] # each is a line
            rows += data + b"\n"
        path.write_bytes(rows)
        with pytest.raises(DamagedError) as bad:
            load_attempt(path)
        assert says in describe_damage(bad.value.damage)


@given(data=st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_bytes_raise_anything_else(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("junk") / "x.attempt.jsonl"
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        load_attempt(path)


def test_a_line_cut_short_is_dropped_and_the_attempt_goes_on(kept: Path) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 20])
    attempt = load_attempt(kept)
    assert attempt.handed_in is None
    assert attempt.partial_bytes == 19
    attempt.append(EVENTS[-1])
    assert kept.read_bytes() == whole
    assert load_attempt(kept).handed_in == EVENTS[-1]


def test_a_line_that_could_not_be_written_is_written_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = create_attempt(tmp_path, begun())
    with monkeypatch.context() as patched:

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            attempt.append(EVENTS[0])
    assert load_attempt(attempt.path).events == []
    assert attempt.events == [EVENTS[0]]
    attempt.append(EVENTS[1])
    assert tuple(load_attempt(attempt.path).events) == EVENTS[:2]


def test_two_attempts_of_one_candidate_are_both_kept(tmp_path: Path) -> None:
    one = create_attempt(tmp_path, begun())
    two = create_attempt(
        tmp_path, begun(attempt="1e5c7a52-0000-4000-8000-000000000002", at="2026-11-21T10:00:00+01:00")
    )
    other = create_attempt(tmp_path, begun(attempt="2e5c7a52-0000-4000-8000-000000000003", candidate="Stoker-08"))
    assert len(list(tmp_path.iterdir())) == 3
    assert [attempt.path for attempt in find_attempts(tmp_path, "Stoker-07", "K7Q2").unfinished] == [two.path, one.path]
    two.append(EVENTS[-1])
    assert [attempt.path for attempt in find_attempts(tmp_path, "Stoker-07", "K7Q2").unfinished] == [one.path]
    assert [attempt.path for attempt in find_attempts(tmp_path, "Stoker-08", "K7Q2").unfinished] == [other.path]
    assert find_attempts(tmp_path / "none", "Stoker-07", "K7Q2") == ((), (), ())


def test_a_name_with_hostile_characters_stays_in_the_folder(tmp_path: Path) -> None:
    for number, name in enumerate(("../../etc/passwd", "a/b\\c:d", "김정은", "x" * 300, "...", "CON")):
        attempt = create_attempt(
            tmp_path, begun(attempt=f"{number}e5c7a52-0000-4000-8000-000000000002", candidate=name)
        )
        assert attempt.path.parent == tmp_path
        assert load_attempt(attempt.path).begun.candidate == name


def test_a_file_of_format_1_is_read_for_good() -> None:
    """A file as the first version wrote it: later versions must read it."""
    path = Path(__file__).parent / "kept" / "format-1.attempt.jsonl"
    attempt: Attempt = load_attempt(path)
    assert FORMAT >= 1
    assert attempt.begun.candidate == "Stoker-07"
    assert attempt.handed_in is not None
    assert attempt.handed_in.marks["choice"] == 0.0
    assert msgspec.json.decode(path.read_bytes().splitlines()[0])["format"] == 1


def test_every_line_fits_the_published_schema(kept: Path) -> None:
    """Checked by another program than the one that wrote it."""
    import jsonschema

    from game.content.schema import make_schema

    published = make_schema("attempt")
    for row in kept.read_bytes().splitlines():
        jsonschema.validate(msgspec.json.decode(row), published)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"type": "seen", "elapsed": 0, "at": AT, "item": "choice"}, published)


def test_two_windows_never_write_to_one_file(tmp_path: Path) -> None:
    one = create_attempt(tmp_path, begun())
    two = load_attempt(one.path)
    two.append(EVENTS[0])
    with pytest.raises(OpenElsewhereError):
        one.append(EVENTS[1])
    two.append(EVENTS[1])
    assert tuple(load_attempt(one.path).events) == EVENTS[:2]
