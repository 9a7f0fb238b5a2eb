"""The laws of every place where a class is kept: values under versions, lines that are appended once, export, news."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from game.classroom.released_sheets import ReleasedSheet
from game.store.attempt_events import FORMAT, Begun, HandedIn, Responded, Rules, Seen
from game.store.attempt_file import OpenElsewhereError
from game.store.attempt_folder import parse_attempt
from game.web.modes.sheet_shelf import SheetShelf
from game.web.stores.class_store import ClassStore, FolderStore, Join
from game.web.stores.kept_values import LINES, ChangedElsewhereError, News
from tests.class_stores import FolderPlace, Place, PostgresPlace

AT = "2026-11-28T09:00:00.000+00:00"
PAPER = "0123456789abcdef"


@pytest.fixture(params=["folder", pytest.param("database", marks=pytest.mark.slow)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    # The server is asked for only here: where there is none, the laws of the folder are tested all the same.
    is_folder = request.param == "folder"
    opened = FolderPlace(tmp_path) if is_folder else PostgresPlace(request.getfixturevalue("postgres").make_address())
    yield opened
    opened.close()


@pytest.fixture
def store(place: Place) -> ClassStore:
    return place.open()


def begin(candidate: str = "Signal-63") -> Begun:
    return Begun(
        format=FORMAT,
        attempt=str(uuid4()),
        candidate=candidate,
        tour="tour",
        bank="",
        code=PAPER,
        seed=0,
        rules=Rules(minutes=30.0),
        items=(),
        program="1.0",
        at=AT,
        paper=PAPER,
        questions=3,
    )


EVENTS = (
    Seen(elapsed=0.0, at=AT, item="1"),
    Responded(elapsed=4.2, at=AT, item="1", response=("B",), raw="Ünïcode “quoted”"),
    HandedIn(elapsed=12.5, at=AT, why="candidate"),
)


def test_a_class_has_one_code_for_ever(place: Place) -> None:
    head = place.open().load_head()
    assert place.open().load_head() == head


def test_a_value_is_read_as_it_was_put(store: ClassStore, place: Place) -> None:
    version = store.put("plan", "mode", b'"exam"', 0)
    assert version > 0
    assert store.get("plan") == {"mode": (version, b'"exam"')}
    assert store.get("joins") == {}
    assert store.get_one("plan", "mode") == (version, b'"exam"')
    assert store.get_one("plan", "other") == store.get_one("joins", "mode") == (0, b"")
    assert {key: kept.value for key, kept in place.open().get("plan").items()} == {"mode": b'"exam"'}


def test_only_who_read_the_newest_may_write(store: ClassStore) -> None:
    first = store.put("plan", "mode", b"1", 0)
    second = store.put("plan", "mode", b"2", first)
    for stale in (0, first, second + 1):
        with pytest.raises(ChangedElsewhereError):
            store.put("plan", "mode", b"3", stale)
        with pytest.raises(ChangedElsewhereError):
            store.drop("plan", "mode", stale)
    assert store.get("plan")["mode"].value == b"2"
    store.put("plan", "mode", b"3", second)
    assert store.get("plan")["mode"].value == b"3"


def test_a_version_never_comes_again(store: ClassStore, place: Place) -> None:
    first = store.put("joins", "signal63", b"1", 0)
    store.drop("joins", "signal63", first)
    assert store.get("joins") == {}
    assert place.open().get("joins") == {}
    again = store.put("joins", "signal63", b"1", 0)
    assert again != first
    with pytest.raises(ChangedElsewhereError):
        store.drop("joins", "signal63", first)


def test_of_many_who_write_at_once_none_is_lost(store: ClassStore, place: Place) -> None:
    def add(number: int) -> None:
        store.put("joins", f"signal{number}", str(number).encode(), 0)
        while True:
            kept = store.get("plan").get("count")
            try:
                store.put(
                    "plan", "count", str(int(kept.value) + 1 if kept else 1).encode(), kept.version if kept else 0
                )
            except ChangedElsewhereError:
                continue
            return

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(60)))
    for each in (store, place.open()):
        assert each.get("plan")["count"].value == b"60"
        assert {key: kept.value for key, kept in each.get("joins").items()} == {
            f"signal{number}": str(number).encode() for number in range(60)
        }


def test_joins_are_kept_one_by_one(store: ClassStore, place: Place) -> None:
    one, other = Join(name="Signal-63", key="a", number="0001"), Join(name="Guard-05", key="b", number="0002")
    first, second = store.keep_join("signal63", one, 0), store.keep_join("guard05", other, 0)
    assert {who: kept.join for who, kept in place.open().load_joins().items()} == {"signal63": one, "guard05": other}
    assert {who: kept.version for who, kept in store.load_joins().items()} == {"signal63": first, "guard05": second}


def test_exams_are_kept_and_listed_by_their_hashes(store: ClassStore, place: Place) -> None:
    assert store.list_exams() == []
    for digest in ("b2", "a1"):
        store.keep_exam(digest, digest.encode())
    assert place.open().list_exams() == ["a1", "b2"]
    assert (store.load_exam("a1"), store.load_exam("c3")) == (b"a1", None)


def test_lines_are_kept_in_their_order(store: ClassStore, place: Place) -> None:
    attempt = store.shelf.create(begin())
    for event in EVENTS:
        attempt.append(event)
    assert store.shelf.count_lines(attempt) == attempt.file.count == 1 + len(EVENTS)
    for each in (store, place.open()):
        (found,) = each.shelf.find("signal 63", PAPER).handed_in
        assert tuple(found.events) == EVENTS
        assert (found.begun, found.seal, found.receipt) == (attempt.begun, attempt.seal, attempt.receipt)
        assert found.file.count == attempt.file.count
        assert each.shelf.find("Signal-64", PAPER) == each.shelf.find("Signal-63", "other") == ((), (), ())


def test_an_attempt_goes_on_where_it_was(store: ClassStore, place: Place) -> None:
    store.shelf.create(begin()).append(EVENTS[0])
    (found,) = place.open().shelf.find("Signal-63", PAPER).unfinished
    found.append(EVENTS[1])
    (again,) = place.open().shelf.find("Signal-63", PAPER).unfinished
    assert tuple(again.events) == EVENTS[:2]
    assert again.seal == found.seal


def test_of_two_who_append_the_second_is_told_and_nothing_is_written(store: ClassStore, place: Place) -> None:
    store.shelf.create(begin())
    (one,) = store.shelf.find("Signal-63", PAPER).unfinished
    (other,) = place.open().shelf.find("Signal-63", PAPER).unfinished
    one.append(EVENTS[0])
    with pytest.raises(OpenElsewhereError):
        other.append(EVENTS[1])
    assert other.file.is_behind
    (found,) = store.shelf.find("Signal-63", PAPER).unfinished
    assert tuple(found.events) == EVENTS[:1]


def test_of_two_who_begin_the_second_is_told(store: ClassStore) -> None:
    first = store.shelf.create(begin())
    with pytest.raises(OpenElsewhereError):
        store.shelf.create(begin("signal 63"))
    store.shelf.create(begin("Guard-05"))
    second = store.shelf.create(begin(), earlier=1)
    found = store.shelf.find("Signal-63", PAPER).unfinished
    assert {each.begun.attempt for each in found} == {first.begun.attempt, second.begun.attempt}


def test_the_export_is_byte_for_byte_the_file(store: ClassStore, tmp_path: Path) -> None:
    attempts = [store.shelf.create(begin(name)) for name in ("Signal-63", "Žofie", "../x")]
    for attempt in attempts:
        for event in EVENTS:
            attempt.append(event)
    files = dict(store.shelf.read_files())
    # The folder is today's program: what it writes of the same lines is the measure.
    twin = FolderStore(tmp_path / "twin")
    for attempt in attempts:
        copy = twin.shelf.create(attempt.begun)
        for event in EVENTS:
            copy.append(event)
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "twin" / "attempts").iterdir()}
    assert {parse_attempt(data, Path(name)).seal for name, data in files.items()} == {each.seal for each in attempts}


def test_whatever_is_kept_is_told(store: ClassStore) -> None:
    told: list[News] = []
    store.listen(told.append)
    version = store.put("plan", "mode", b"1", 0)
    attempt = store.shelf.create(begin())
    attempt.append(EVENTS[0])
    wanted = [("plan", "mode", version), (LINES, attempt.begun.attempt, 1), (LINES, attempt.begun.attempt, 2)]
    wait_for(told, len(wanted))
    assert told == wanted


def wait_for(told: list[News], number: int) -> None:
    """Wait until so many news have come; pytest ends a test that waits for ever."""
    while len(told) < number:
        pass


def test_a_value_that_the_disk_refuses_is_not_there(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    version = store.put("plan", "mode", b"1", 0)
    path = tmp_path / "plan.json"
    path.rename(tmp_path / "kept")
    path.mkdir()
    with pytest.raises(IsADirectoryError):
        store.put("plan", "mode", b"2", version)
    with pytest.raises(IsADirectoryError):
        store.drop("plan", "mode", version)
    assert {key: kept.value for key, kept in store.get("plan").items()} == {"mode": b"1"}
    path.rmdir()
    store.put("plan", "mode", b"3", version)
    assert FolderStore(tmp_path).get("plan")["mode"].value == b"3"


def test_an_exam_is_closed_before_its_sheets_are_out(place: Place, store: ClassStore) -> None:
    shelf = SheetShelf(store)
    assert not shelf.is_closed(PAPER)
    shelf.keep(PAPER, {})
    assert (shelf.is_closed(PAPER), shelf.is_closed("other"), shelf.find(PAPER, "one")) == (True, False, None)
    shelf.reopen(PAPER)
    assert not shelf.is_closed(PAPER)
    one, two = (ReleasedSheet(title="Train", candidate=name, marks=1, rows=()) for name in ("Signal-63", "Guard-05"))
    shelf.keep(PAPER, {"one": one})
    shelf.keep(PAPER, {"two": two})
    # Once a sheet is out, nothing opens the exam again.
    shelf.reopen(PAPER)
    again = SheetShelf(place.open())
    assert (again.is_closed(PAPER), again.find(PAPER, "one"), again.find(PAPER, "two")) == (True, one, two)
