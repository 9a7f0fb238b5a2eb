"""The index of collected attempts: an SQLite database that is built from the files and can be deleted at any time.

The files are the record; the index only makes a class of hundreds quick to open. A file is read again when its size or
time has changed. `index_rows` reads what is written here.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from game.classroom.collecting import find_attempt_files
from game.classroom.response_ids import compute_item_digest, make_response_id
from game.core.paths import show_path
from game.store.attempt_events import Responded
from game.store.attempt_faults import FileUnusable
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import load_attempt
from game.store.attempts import Attempt

INDEX_FILE = "index.sqlite"
LAYOUT_VERSION = 6
"""Version of the tables. Tables of any other version are dropped and built again."""

_TABLES = """
create table attempts (
  id text primary key, path text unique, size integer, time integer, candidate text, mode text, tour text, bank text,
  code text, at text, elapsed real, handed_in integer, answered integer, asked integer, minutes real,
  gaps text, visited text
) without rowid;
create table items (digest text primary key, item text) without rowid;
create table responses (
  id text primary key, attempt text, item text, digest text, try integer, place integer, response text, mark real,
  seconds real, at text
) without rowid;
create table damaged (path text primary key, size integer, time integer, why text) without rowid;
create index by_attempt on responses (attempt);
"""

LOCK_TIMEOUT_SECONDS = 10.0

NO_MARK = (-1, -1)
"""Size and time that no file has."""


@contextmanager
def open_index(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the index of a folder, brought up to date with its files.

    Raises:
        OSError: The folder cannot be written.
    """
    path = folder / INDEX_FILE
    folder.mkdir(parents=True, exist_ok=True)
    try:
        connection = _connect(path)
    except sqlite3.DatabaseError:
        # Nothing is lost: the files are still there. Repairing a database would be work without use.
        for name in (path, path.with_name(f"{INDEX_FILE}-wal"), path.with_name(f"{INDEX_FILE}-shm")):
            name.unlink(missing_ok=True)
        connection = _connect(path)
    try:
        with connection:
            _update_index(connection, folder)
        yield connection
    finally:
        connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    # Ten seconds: collecting in one window may hold the lock while a report is written in another.
    connection = sqlite3.connect(path, timeout=LOCK_TIMEOUT_SECONDS)
    # A log written ahead lets a report be read while attempts arrive; the default journal would lock readers out.
    connection.execute("pragma journal_mode=wal")
    (layout,) = connection.execute("pragma user_version").fetchone()
    if layout != LAYOUT_VERSION:
        for (name,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
            connection.execute(f"drop table {name}")
        connection.executescript(f"{_TABLES}; pragma user_version={LAYOUT_VERSION};")
    return connection


def _update_index(connection: sqlite3.Connection, folder: Path) -> None:
    """Read every file that is new or has changed, and drop what has no file any more."""
    files = "select path, size, time from attempts union select path, size, time from damaged"
    known = {path: (size, time) for path, size, time in connection.execute(files)}
    for path in find_attempt_files(folder):
        status = path.stat()
        # Size and time, not a digest: a digest would read every file, and reading is what the index saves.
        mark = (status.st_size, status.st_mtime_ns)
        name = show_path(path)
        if known.pop(name, None) == mark:
            continue
        try:
            attempt = load_attempt(path)
        except DamagedError as bad:
            _delete_file(connection, name)
            # What the system does not give now it may give later, without a change of the file: it is asked again.
            mark = NO_MARK if isinstance(bad.damage.fault, FileUnusable) else mark
            connection.execute(
                "insert into damaged values (?, ?, ?, ?)", (name, *mark, msgspec.json.encode(bad.damage).decode())
            )
            continue
        _insert_attempt(connection, attempt, mark)
    for path in known:
        _delete_file(connection, path)


def _delete_file(connection: sqlite3.Connection, path: str) -> None:
    connection.execute("delete from responses where attempt in (select id from attempts where path = ?)", (path,))
    connection.execute("delete from attempts where path = ?", (path,))
    connection.execute("delete from damaged where path = ?", (path,))


def _insert_attempt(connection: sqlite3.Connection, attempt: Attempt, mark: tuple[int, int]) -> None:
    begun = attempt.begun
    _delete_file(connection, show_path(attempt.path))
    # By id too: the same attempt may lie in the folder twice, under two names, and must count once.
    connection.execute("delete from responses where attempt = ?", (begun.attempt,))
    row = (
        *(
            begun.attempt,
            show_path(attempt.path),
            *mark,
            begun.candidate,
            begun.mode,
            begun.tour,
            begun.bank,
            begun.code,
        ),
        *(begun.at, attempt.elapsed, attempt.handed_in is not None, len(attempt.responses), len(attempt.items)),
        *(begun.rules.minutes, json.dumps([(gap.why, gap.seconds) for gap in attempt.gaps]), json.dumps(begun.visited)),
    )
    connection.execute(f"insert or replace into attempts values ({', '.join('?' * len(row))})", row)
    connection.executemany("insert or ignore into items values (?, ?)", _item_records(attempt))
    marks = ", ".join("?" * 10)
    connection.executemany(f"insert or replace into responses values ({marks})", _response_records(attempt))


def _item_records(attempt: Attempt) -> Iterator[tuple[str, str]]:
    for item in attempt.items.values():
        yield compute_item_digest(item), msgspec.json.encode(item).decode()


def _response_records(attempt: Attempt) -> Iterator[tuple[object, ...]]:
    """One record for each item: the last response, or the first where it was marked at once.

    An exam has a record for every item that was marked, with an empty response where none was given. Practice has
    none for an item that was never answered.
    """
    begun, marks, seconds, items = attempt.begun, attempt.marks, attempt.seconds, attempt.items
    chosen: dict[str, Responded] = {}
    for event in attempt.events:
        if isinstance(event, Responded) and event.item in items:
            # Marked at once means that the feedback was shown: a second response proves nothing.
            is_first_counted = event.mark is not None and event.item in chosen
            chosen[event.item] = chosen[event.item] if is_first_counted else event
    places = {item_id: place for place, item_id in enumerate(items)}
    for item_id in marks if begun.mode == "exam" else chosen:
        if item_id in items:
            given = chosen.get(item_id)
            response, at = (given.response, given.at) if given is not None else ((), begun.at)
            name = make_response_id(begun.attempt, item_id, 1)
            where = (begun.attempt, item_id, compute_item_digest(items[item_id]), 1, places[item_id])
            yield (name, *where, json.dumps(response), marks.get(item_id, 0.0), seconds.get(item_id, 0.0), at)
