"""The index of a class: what it holds of each attempt, in which order, and that it follows its files."""

import os
import sqlite3
from pathlib import Path
from uuid import UUID, uuid5

from game.classroom.collecting import NoAttemptFile, ResponseUnasked, collect_attempts
from game.classroom.index import INDEX_FILE, LAYOUT_VERSION, open_index
from game.classroom.index_rows import read_attempt_summaries, read_damaged, read_rows, read_signature
from game.classroom.response_ids import make_response_id
from game.pack.kinds import Item
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
from game.store.attempt_folder import SUFFIX, create_attempt
from tests.items import CHOICE, NUMBER, STATEMENT

AT = "2026-11-21T09:00:00+01:00"
IDS = {"Anna": "0e5c7a52-0000-4000-8000-000000000001", "Ben": "1e5c7a52-0000-4000-8000-000000000002"}


def keep(
    folder: Path, *events: Event, candidate: str = "Anna", items: tuple[Item, ...] = (CHOICE, NUMBER), **fields: object
) -> Path:
    """An attempt on file."""
    given: dict[str, object] = {"attempt": IDS[candidate], "mode": "exam", "at": AT, "code": "K7Q2", **fields}
    begun = Begun(
        format=FORMAT,
        candidate=candidate,
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


def test_tables_of_another_version_are_built_again(tmp_path: Path) -> None:
    keep(tmp_path, hand_in(choice=1.0))
    connection = sqlite3.connect(tmp_path / INDEX_FILE)
    connection.executescript(f"create table attempts (old text); pragma user_version={LAYOUT_VERSION - 1};")
    connection.close()
    with open_index(tmp_path) as index:
        assert len(read_rows(index, "tiny")) == 1


def test_collecting_tells_new_grown_and_known_apart(tmp_path: Path) -> None:
    path = keep(tmp_path / "from", respond(CHOICE, "green"))
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"half a line')
    assert collect_attempts([tmp_path / "from"], tmp_path / "to") == (1, 0, 0, ())
    (kept,) = (tmp_path / "to").iterdir()
    assert kept.read_bytes() == whole
    assert collect_attempts([tmp_path / "from"], tmp_path / "to") == (0, 0, 1, ())
    path.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 1])
    assert collect_attempts([path], tmp_path / "to") == (0, 0, 1, ())
    assert kept.read_bytes() == whole  # a shorter copy never replaces a longer one
    kept.write_bytes(path.read_bytes())
    path.write_bytes(whole)
    assert collect_attempts([tmp_path / "from"], tmp_path / "to") == (0, 1, 0, ())
    assert kept.read_bytes() == whole


def test_a_file_that_is_no_attempt_by_its_name_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "class.zip"
    archive.write_bytes(b"PK")
    (warning,) = collect_attempts([archive], tmp_path / "to").warnings
    assert warning == NoAttemptFile(archive, SUFFIX)
