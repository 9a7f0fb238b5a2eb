"""The index of a class: what it holds of each attempt, in which order, and that it follows its files."""

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import UUID, uuid5

import pytest

from game.classroom.class_record import load_class
from game.classroom.collecting import NoAttemptFile, ResponseUnasked, collect_attempts
from game.classroom.index import (
    _TABLES,
    DIGEST_BYTES,
    LAYOUT_VERSION,
    MAX_INDEX_BYTES,
    OLD_INDEX_FILE,
    find_kept_index,
    open_index,
    remove_old_index,
)
from game.classroom.index_rows import read_attempt_summaries, read_damaged, read_rows, read_signature
from game.classroom.intake import ArchiveUnusable
from game.classroom.response_ids import compute_item_digest, make_response_id
from game.core.digests import blake2b
from game.core.paths import cache_folder
from game.pack.kinds import Item
from game.prose.attempt_problems import describe_damage
from game.store.attempt_events import (
    FORMAT,
    Begun,
    Event,
    Gap,
    HandedIn,
    ItemRecorded,
    Responded,
    Rules,
    Seen,
)
from game.store.attempt_faults import AttemptDamage, FileUnusable, OtherAttemptWithId
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import SUFFIX, create_attempt, read_attempt
from game.store.attempts import Attempt
from tests.items import CHOICE, NUMBER, STATEMENT

OLD_TABLES = ("attempts", "items", "responses", "damaged")

MOMENTS = [
    "2026-03-28T22:42:00-02:30",
    "2026-03-29T02:56:00+01:00",
    "2026-03-29T07:46:00+05:45",
    "2026-03-29T04:10:00+02:00",
    "2026-10-25T02:50:00+02:00",
    "2026-10-25T02:10:00+01:00",  # twenty minutes later: the clock was set back
    "2026-10-25T01:20:00+00:00",
    "2026-10-25T07:10:00+05:45",
]
"""In their order, as clocks of several places show them on the days of a change."""

AT = "2026-11-21T09:00:00+01:00"
IDS = {"Anna": "0e5c7a52-0000-4000-8000-000000000001", "Ben": "1e5c7a52-0000-4000-8000-000000000002"}


def keep(
    folder: Path, *events: Event, candidate: str = "Anna", items: tuple[Item, ...] = (CHOICE, NUMBER), **fields: object
) -> Path:
    """An attempt on file; ``name`` is what the candidate typed, where that is no name of ``IDS``."""
    given: dict[str, object] = {"attempt": IDS[candidate], "mode": "exam", "at": AT, "code": "K7Q2", **fields}
    name = str(given.pop("name", candidate))
    begun = Begun(
        format=FORMAT,
        candidate=name,
        tour="tiny",
        bank="00000000",
        seed=7,
        rules=Rules(minutes=30, factor=1.5),
        items=items,
        visited=("salon",),
        program="1.0",
        **given,  # type: ignore[arg-type] # texts
    )
    attempt = create_attempt(folder, begun)
    for event in events:
        attempt.append(event)
    return attempt.path


def respond(item: Item, text: str, at: str = AT, mark: float | None = None, elapsed: float = 1.0) -> Responded:
    return Responded(elapsed=elapsed, at=at, item=item.id, response=(text,) if text else (), mark=mark)


def hand_in(**marks: float) -> HandedIn:
    return HandedIn(elapsed=20.0, at=AT, why="candidate", marks=marks)


def test_the_last_response_of_an_exam_counts_and_every_marked_item_has_a_row(tmp_path: Path) -> None:
    keep(
        tmp_path,
        Seen(elapsed=0.0, at=AT, item="choice"),
        respond(CHOICE, "blue", elapsed=4.0),
        respond(CHOICE, "green", elapsed=6.0),
        hand_in(choice=1.0, number=0.0),
    )
    with open_index(tmp_path) as index:
        first, second = read_rows(index, "tiny")
    assert (first.item, first.response, first.mark, first.seconds) == (CHOICE, ("green",), 1.0, 20.0)
    assert (second.item, second.response, second.mark, second.seconds) == (NUMBER, (), 0.0, 0.0)
    assert first.visited == {"salon"}
    assert first.id == make_response_id(IDS["Anna"], "choice", 1) != second.id


def test_the_id_of_a_response_never_changes() -> None:
    """A store has it for good: another id would be counted as another response."""
    expected = uuid5(UUID("6f0d5b8e-5a1c-4a0e-9c4b-2c1f21ca21ca"), "a|b|1")
    assert make_response_id("a", "b", 1) == str(expected)


def test_the_first_response_of_practice_counts_for_its_feedback_was_shown(tmp_path: Path) -> None:
    keep(
        tmp_path,
        ItemRecorded(elapsed=0.0, at=AT, item=STATEMENT),
        respond(STATEMENT, "True", mark=0.0),
        respond(STATEMENT, "False", mark=1.0),
        mode="practice",
        items=(CHOICE,),
    )
    with open_index(tmp_path) as index:
        assert read_rows(index, "tiny") == ()
        (row,) = read_rows(index, "tiny", modes=("practice", "checkpoint"))
        assert read_attempt_summaries(index, "tiny") == ()
    assert (row.item, row.response, row.mark) == (STATEMENT, ("True",), 0.0)


def test_an_exam_counts_only_once_it_is_handed_in(tmp_path: Path) -> None:
    keep(tmp_path, respond(CHOICE, "green"))
    with open_index(tmp_path) as index:
        assert read_rows(index, "tiny") == ()
        (summary,) = read_attempt_summaries(index, "tiny")
    assert (summary.answered, summary.asked, summary.is_handed_in, summary.minutes) == (1, 2, False, 30.0)


def test_a_response_that_was_taken_back_is_not_answered(tmp_path: Path) -> None:
    keep(tmp_path, respond(CHOICE, "green"), respond(CHOICE, ""), respond(NUMBER, "37"))
    with open_index(tmp_path) as index:
        assert read_attempt_summaries(index, "tiny")[0].answered == 1


def test_a_response_to_what_was_never_asked_is_left_out(tmp_path: Path) -> None:
    path = keep(tmp_path / "from", respond(STATEMENT, "True"), hand_in(choice=1.0, statement=1.0))
    found = collect_attempts([tmp_path / "from"], tmp_path / "to")
    assert found.warnings == (ResponseUnasked(path, 2, "statement"),)
    assert (found.new, found.grown, found.known) == (1, 0, 0)
    with open_index(tmp_path / "to") as index:
        assert [row.item for row in read_rows(index, "tiny")] == [CHOICE]


def test_rows_are_ordered_by_the_time_of_the_attempt_and_the_place_of_the_item(tmp_path: Path) -> None:
    keep(tmp_path, hand_in(number=1.0, choice=1.0), at="2026-11-21T10:00:00+01:00")
    keep(tmp_path, hand_in(number=1.0, choice=1.0), candidate="Ben")
    with open_index(tmp_path) as index:
        rows = read_rows(index, "tiny")
        summaries = read_attempt_summaries(index, "tiny")
    assert [(row.candidate, row.item.id) for row in rows] == [
        ("Ben", "choice"),
        ("Ben", "number"),
        ("Anna", "choice"),
        ("Anna", "number"),
    ]
    assert [summary.candidate for summary in summaries] == ["Anna", "Ben"]


def test_rows_are_those_of_one_tour_and_one_paper(tmp_path: Path) -> None:
    keep(tmp_path, hand_in(choice=1.0))
    with open_index(tmp_path) as index:
        assert len(read_rows(index, "tiny", "K7Q2")) == len(read_rows(index, "tiny", "")) == 1
        assert read_rows(index, "tiny", "K7Q3") == read_rows(index, "other") == ()
        assert len(read_attempt_summaries(index, "tiny", "K7Q2")) == 1
        assert read_attempt_summaries(index, "tiny", "K7Q3") == read_attempt_summaries(index, "other") == ()


def test_the_time_away_is_kept_with_its_reason(tmp_path: Path) -> None:
    keep(tmp_path, Gap(elapsed=1.0, at=AT, seconds=-61.0, why="clock set back"), hand_in(choice=1.0))
    with open_index(tmp_path) as index:
        assert read_attempt_summaries(index, "tiny")[0].gaps == (("clock set back", -61.0),)


def test_a_file_is_read_again_when_its_size_or_its_time_has_changed(tmp_path: Path) -> None:
    path = keep(tmp_path, respond(CHOICE, "green"))
    with open_index(tmp_path) as index:
        before = read_signature(index)
    junk = b"x" * path.stat().st_size
    status = path.stat()
    path.write_bytes(junk)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    with open_index(tmp_path) as index:
        assert read_damaged(index) == ()  # size and time are the same: the file is not read
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    with open_index(tmp_path) as index:
        (damage,) = read_damaged(index)
        assert read_attempt_summaries(index, "tiny") == ()
        assert read_signature(index) == (before[0], before[1], before[2] + 1)
    assert (damage.path, damage.line) == (str(path), 1)
    path.unlink()
    with open_index(tmp_path) as index:
        assert read_damaged(index) == ()
        assert read_signature(index) == (0, 0, 0)


def test_an_attempt_that_lies_there_twice_counts_once(tmp_path: Path) -> None:
    path = keep(tmp_path, hand_in(choice=1.0))
    (tmp_path / f"copy{SUFFIX}").write_bytes(path.read_bytes())
    with open_index(tmp_path) as index:
        assert len(read_rows(index, "tiny")) == len(read_attempt_summaries(index, "tiny")) == 1


def open_rows(folder: Path) -> int:
    """How many responses the index of a folder has."""
    with open_index(folder) as index:
        return len(read_rows(index, "tiny"))


def test_tables_of_another_version_are_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, hand_in(choice=1.0))
    assert open_rows(tmp_path) == 1
    monkeypatch.setattr("game.classroom.index.LAYOUT_VERSION", 9)
    monkeypatch.setattr("game.classroom.index._TABLES", "create table other (x text)")
    with pytest.raises(sqlite3.OperationalError):
        open_rows(tmp_path)  # it has made tables of its own, and has not taken the kept ones


def test_the_index_is_kept_in_the_cache_and_nothing_in_the_folder(tmp_path: Path) -> None:
    path = keep(tmp_path / "share", hand_in(choice=1.0))
    assert open_rows(tmp_path / "share") == 1
    assert list((tmp_path / "share").iterdir()) == [path]
    kept = find_kept_index(tmp_path / "share")
    assert kept.is_file()
    assert kept.parent == cache_folder() / "results"
    assert os.name == "nt" or not kept.stat().st_mode & 0o077  # it holds answers of pupils
    assert find_kept_index(tmp_path / "share" / ".." / "share") == kept
    assert find_kept_index(tmp_path) != kept


def test_an_index_that_is_damaged_at_any_place_is_made_again(tmp_path: Path) -> None:
    keep(tmp_path, hand_in(choice=1.0))
    open_rows(tmp_path)
    kept = find_kept_index(tmp_path)
    whole = kept.read_bytes()
    chance = Random(7)
    places = [*range(40), *(chance.randrange(len(whole)) for _ in range(120))]
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        kept.write_bytes(damaged)
        assert open_rows(tmp_path) == 1
    for size in (0, 1, 16, 17, 4096, len(whole) - 1):
        kept.write_bytes(whole[:size])
        assert open_rows(tmp_path) == 1
    kept.unlink()
    kept.mkdir()
    assert open_rows(tmp_path) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_an_index_that_cannot_be_kept_ends_nothing(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    keep(tmp_path, hand_in(choice=1.0))
    monkeypatch.setattr("game.classroom.index.write_atomically", refuse)
    assert open_rows(tmp_path) == 1
    assert not find_kept_index(tmp_path).exists()


def test_two_teachers_at_once_see_the_same_class(tmp_path: Path) -> None:
    keep(tmp_path, hand_in(choice=1.0))
    with open_index(tmp_path) as one:
        keep(tmp_path, hand_in(choice=0.0), candidate="Ben")
        with open_index(tmp_path) as two:
            assert len(read_rows(two, "tiny")) == 2
        assert len(read_rows(one, "tiny")) == 1
    assert open_rows(tmp_path) == 2


def test_who_is_gone_is_gone_from_the_kept_file(tmp_path: Path) -> None:
    path = keep(tmp_path, respond(CHOICE, "green-as-only-anna-writes-it"), hand_in(choice=1.0))
    open_rows(tmp_path)
    assert b"green-as-only-anna" in find_kept_index(tmp_path).read_bytes()
    path.unlink()
    open_rows(tmp_path)
    assert b"green-as-only-anna" not in find_kept_index(tmp_path).read_bytes()


def test_an_index_of_before_is_removed_and_another_database_of_that_name_stays(tmp_path: Path) -> None:
    old = tmp_path / OLD_INDEX_FILE
    assert remove_old_index(tmp_path) is None
    connection = sqlite3.connect(old)
    connection.executescript("".join(f"create table {name} (x text);" for name in OLD_TABLES))
    connection.close()
    old.with_name(f"{old.name}-wal").write_bytes(b"")
    assert remove_old_index(tmp_path) == old
    assert list(tmp_path.iterdir()) == []
    for data in (b"no database", b""):
        old.write_bytes(data)
        assert remove_old_index(tmp_path) is None
        assert old.read_bytes() == data
    connection = sqlite3.connect(old)
    connection.executescript("create table music (x text);")
    connection.close()
    assert remove_old_index(tmp_path) is None
    assert old.exists()


@pytest.fixture(params=["Asia/Kathmandu", "America/St_Johns", "Europe/Berlin", "UTC"])
def _zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Another place to be in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone a machine")
@pytest.mark.usefixtures("_zone")
def test_attempts_are_ordered_by_the_moment_and_not_by_its_text(tmp_path: Path) -> None:
    """Old files have the local time with its offset. In the hour that comes twice, the text goes back."""
    for number, at in enumerate(MOMENTS):
        keep(
            tmp_path, hand_in(choice=number / 10), attempt=f"{number}e5c7a52-0000-4000-8000-00000000000{number}", at=at
        )
    with open_index(tmp_path) as index:
        assert [row.at for row in read_rows(index, "tiny") if row.item == CHOICE] == MOMENTS
        assert [each.at for each in read_attempt_summaries(index, "tiny")] == MOMENTS
    record = load_class(tmp_path, "tiny")
    assert [each.at for each in record.attempts] == MOMENTS
    assert [each.at for each in record.counted] == MOMENTS[:1]


def test_collecting_tells_new_grown_and_known_apart(tmp_path: Path) -> None:
    path = keep(tmp_path / "from", respond(CHOICE, "green"))
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"half a line')
    assert collect_attempts([tmp_path / "from"], tmp_path / "to") == (1, 0, 0, (), ())
    (kept,) = (tmp_path / "to").iterdir()
    assert kept.read_bytes() == whole
    assert collect_attempts([tmp_path / "from"], tmp_path / "to") == (0, 0, 1, (), ())
    path.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 1])
    assert collect_attempts([path], tmp_path / "to") == (0, 0, 1, (), ())
    assert kept.read_bytes() == whole  # a shorter copy never replaces a longer one
    kept.write_bytes(path.read_bytes())
    path.write_bytes(whole)
    assert collect_attempts([tmp_path / "from"], tmp_path / "to") == (0, 1, 0, (), ())
    assert kept.read_bytes() == whole


def test_a_file_that_is_no_attempt_is_refused(tmp_path: Path) -> None:
    archive, text = tmp_path / "class.zip", tmp_path / "class.txt"
    archive.write_bytes(b"PK")
    text.write_bytes(b"Anna")
    assert collect_attempts([archive], tmp_path / "to").warnings == (ArchiveUnusable(archive, "damaged"),)
    assert collect_attempts([text], tmp_path / "to").warnings == (NoAttemptFile(text, SUFFIX),)


def test_when_something_was_last_kept_is_told_in_seconds(tmp_path: Path) -> None:
    path = keep(tmp_path, respond(CHOICE, "green"))
    os.utime(path, ns=(0, 1_000_000_000_500_000_000))
    with open_index(tmp_path) as index:
        (summary,) = read_attempt_summaries(index, "tiny")
    assert summary.written == 1_000_000_000.5


def test_another_attempt_under_the_same_id_is_told_and_does_not_win(tmp_path: Path) -> None:
    """In a shared folder, the file that was read last replaced the other one without a word."""
    first = keep(tmp_path / "a", respond(CHOICE, "green"), hand_in(choice=1.0))
    forged = keep(tmp_path / "b", respond(CHOICE, "blue"), hand_in(choice=0.0), attempt=IDS["Anna"], candidate="Ben")
    for _ in range(2):
        record = load_class(tmp_path, "tiny")
        assert [row.candidate for row in record.rows] == ["Anna"]
        (damage,) = record.damaged
        assert (damage.path, damage.line, damage.fault) == (str(forged), 1, OtherAttemptWithId(str(first)))
        assert str(first) in describe_damage(damage)
    first.unlink()
    record = load_class(tmp_path, "tiny")
    assert ([row.candidate for row in record.rows], record.damaged) == (["Ben"], ())


def test_of_two_copies_the_longer_counts_whichever_is_read_first(tmp_path: Path) -> None:
    path = keep(tmp_path, respond(CHOICE, "green"), hand_in(choice=1.0))
    whole = path.read_bytes()
    for name in ("0", "z"):
        copy = tmp_path / f"{name}{SUFFIX}"
        copy.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 1])
        record = load_class(tmp_path, "tiny")
        assert (len(record.rows), len(record.attempts), record.damaged) == (1, 1, ())
        copy.unlink()
        assert len(load_class(tmp_path, "tiny").rows) == 1


def test_tables_have_a_version_that_changes_with_them() -> None:
    """A kept index of other tables must not be read: whoever changes the tables raises the version, and this digest."""
    assert (LAYOUT_VERSION, blake2b(_TABLES.encode(), digest_size=4).hexdigest()) == (8, "fbed792e")


def test_a_kept_index_is_named_and_guarded_by_digests_of_16_bytes(tmp_path: Path) -> None:
    keep(tmp_path, hand_in(choice=1.0))
    open_rows(tmp_path)
    kept = find_kept_index(tmp_path)
    assert (DIGEST_BYTES, len(kept.stem)) == (16, 32)
    data = kept.read_bytes()
    assert data[:16] == blake2b(data[16:], digest_size=16).digest()
    assert len(compute_item_digest(CHOICE)) == 16


def test_a_kept_index_has_a_limit_above_that_of_any_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_INDEX_BYTES == 512 * 1024 * 1024
    path = keep(tmp_path, hand_in(choice=1.0))
    assert open_rows(tmp_path) == 1
    status = path.stat()
    path.write_bytes(b"x" * status.st_size)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    size = find_kept_index(tmp_path).stat().st_size
    monkeypatch.setattr("game.classroom.index.MAX_INDEX_BYTES", size)
    assert open_rows(tmp_path) == 1
    monkeypatch.setattr("game.classroom.index.MAX_INDEX_BYTES", size - 1)
    assert open_rows(tmp_path) == 0  # the files are read again


def test_what_has_not_changed_is_neither_read_nor_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = keep(tmp_path, respond(CHOICE, "green"), hand_in(choice=1.0))
    (tmp_path / f"damaged{SUFFIX}").write_bytes(b"{")
    open_rows(tmp_path)
    read, written = list[str](), list[Path]()

    def note(path: Path) -> Attempt:
        read.append(path.name)
        return read_attempt(path)

    monkeypatch.setattr("game.classroom.index.read_attempt", note)
    monkeypatch.setattr("game.classroom.index.write_atomically", lambda path, *_, **__: written.append(path))
    assert open_rows(tmp_path) == 1
    assert (read, written) == ([], [])
    # A copy is looked at each time, but changes nothing.
    (tmp_path / f"0{SUFFIX}").write_bytes(path.read_bytes())
    assert open_rows(tmp_path) == 1
    assert (set(read), written) == ({path.name, f"0{SUFFIX}"}, [])
    # With a file that is new, the index is written.
    keep(tmp_path, hand_in(choice=0.0), candidate="Ben")
    assert open_rows(tmp_path) == 2
    assert len(written) == 1


def test_a_file_that_the_system_did_not_give_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keep(tmp_path, hand_in(choice=1.0))

    def refuse(path: Path) -> object:
        raise DamagedError(AttemptDamage(str(path), 0, FileUnusable("not permitted", "not yours")))

    with monkeypatch.context() as patch:
        patch.setattr("game.classroom.index.read_attempt", refuse)
        for _ in range(2):
            with open_index(tmp_path) as index:
                assert [damage.path for damage in read_damaged(index)] == [str(path)]
    assert open_rows(tmp_path) == 1


def test_what_practice_did_not_mark_counts_nothing(tmp_path: Path) -> None:
    keep(tmp_path, respond(CHOICE, "green"), mode="practice")
    with open_index(tmp_path) as index:
        (row,) = read_rows(index, "tiny", modes=("practice",))
    assert (row.mark, row.seconds, row.response) == (0.0, 0.0, ("green",))


def test_damaged_files_are_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}{SUFFIX}").write_bytes(b"{")
    with open_index(tmp_path) as index:
        assert [Path(damage.path).name[0] for damage in read_damaged(index)] == ["a", "b", "c"]
