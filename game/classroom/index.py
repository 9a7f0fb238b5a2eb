"""The index of attempts: an SQLite database in memory, made from the files and kept in the user's cache between uses.

The files are the record; the index only makes a class of hundreds quick to open. A file is read again when its size or
time has changed. `index_rows` reads what is written here.

It is kept as one file with a digest, read whole and written whole. We tried a database that is opened in place: on a
network share its locks and its log do not work, a damaged page is found in the middle of a report, and a full disk or a
second teacher ends a command. Now, if anything is wrong with the kept file, the attempts are read again.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from game.classroom.collecting import find_attempt_files
from game.classroom.response_ids import compute_item_digest, make_response_id
from game.core.clock import moment_of
from game.core.digests import blake2b
from game.core.disk import Unusable, read_file, write_atomically
from game.core.paths import cache_folder, show_path
from game.store.attempt_events import Responded
from game.store.attempt_faults import AttemptDamage, FileUnusable, OtherAttemptWithId
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import read_attempt
from game.store.attempts import Attempt

LAYOUT_VERSION = 8
"""Version of the tables. A kept index of any other version is not used."""

OLD_INDEX_FILE = "index.sqlite"
"""Where versions before 7 kept it: in the folder of results."""

MAX_INDEX_BYTES = 512 * 1024 * 1024
"""Of the kept file: above the index of ten thousand attempts."""

DIGEST_BYTES = 16

NO_MARK = (-1, -1)
"""Size and time that no file has."""

_TABLES = """
create table attempts (
  id text primary key, path text unique, size integer, time integer, candidate text, mode text, tour text, bank text,
  code text, at text, began real, elapsed real, handed_in integer, answered integer, asked integer, minutes real,
  gaps text, visited text
) without rowid;
create table items (digest text primary key, item text) without rowid;
create table responses (
  id text primary key, attempt text, item text, digest text, place integer, response text, mark real, seconds real,
  at text
) without rowid;
create table damaged (path text primary key, size integer, time integer, why text) without rowid;
create index by_attempt on responses (attempt);
"""


@contextmanager
def open_index(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the index of a folder, brought up to date with its files. Nothing is written into the folder."""
    kept = find_kept_index(folder)
    connection = _load_kept(kept) or _make_new()
    try:
        before = connection.total_changes
        with connection:
            _update_index(connection, folder)
        if connection.total_changes != before:
            _keep(connection, kept)
        yield connection
    finally:
        connection.close()


def find_kept_index(folder: Path) -> Path:
    """The file in which the index of a folder is kept: in the user's cache, for a share is no place for it."""
    name = blake2b(os.fsencode(os.path.realpath(folder)), digest_size=DIGEST_BYTES).hexdigest()
    return cache_folder() / "results" / f"{name}.sqlite"


def _make_new() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    # Otherwise the rows of a deleted person would stay in free pages of the kept file.
    connection.execute("pragma secure_delete=on")
    connection.executescript(f"{_TABLES}; pragma user_version={LAYOUT_VERSION};")
    return connection


def _load_kept(path: Path) -> sqlite3.Connection | None:
    """The index as it was kept; None where it cannot be used, whatever the reason."""
    data = read_file(path, MAX_INDEX_BYTES)
    if isinstance(data, Unusable):
        return None
    digest, tables = data[:DIGEST_BYTES], data[DIGEST_BYTES:]
    if blake2b(tables, digest_size=DIGEST_BYTES).digest() != digest:
        return None
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(tables)
        connection.execute("pragma secure_delete=on")
        (layout,) = connection.execute("pragma user_version").fetchone()
    # AttributeError: an SQLite that was built without this function. Then the files are read each time.
    except (sqlite3.Error, AttributeError, MemoryError):
        layout = 0
    if layout == LAYOUT_VERSION:
        return connection
    connection.close()
    return None


def _keep(connection: sqlite3.Connection, path: Path) -> None:
    # If it cannot be kept, it is made again next time: a full disk must not end a report.
    with suppress(sqlite3.Error, AttributeError, MemoryError, OSError):
        data = connection.serialize()
        write_atomically(path, blake2b(data, digest_size=DIGEST_BYTES).digest() + data, is_private=True)


def remove_old_index(folder: Path) -> Path | None:
    """Remove the index that an earlier version kept in a folder of results; returns it, or None if there is none.

    Another program's database with this name stays.
    """
    path = folder / OLD_INDEX_FILE
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            names = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    if names != {"attempts", "items", "responses", "damaged"}:
        return None
    try:
        for each in (path, path.with_name(f"{OLD_INDEX_FILE}-wal"), path.with_name(f"{OLD_INDEX_FILE}-shm")):
            each.unlink(missing_ok=True)
    except OSError:
        return None
    return path


def _update_index(connection: sqlite3.Connection, folder: Path) -> None:
    """Read every new or changed file, and remove the rows whose file no longer exists."""
    files = "select path, size, time from attempts union select path, size, time from damaged"
    known = {path: (size, time) for path, size, time in connection.execute(files)}
    for path in find_attempt_files(folder):
        # Size and time, not a digest: a digest would read every file, and reading is what the index saves.
        mark = _read_mark(path)
        name = show_path(path)
        if known.pop(name, NO_MARK) == mark != NO_MARK:
            continue
        try:
            attempt = read_attempt(path)
        except DamagedError as bad:
            _delete_file(connection, name)
            # An unreadable file may become readable without any change to it, so it is tried again.
            mark = NO_MARK if isinstance(bad.damage.fault, FileUnusable) else mark
            connection.execute(
                "insert into damaged values (?, ?, ?, ?)", (name, *mark, msgspec.json.encode(bad.damage).decode())
            )
            continue
        match _compare_with_known(connection, attempt, name):
            case "new" | "grown":
                _insert_attempt(connection, attempt, mark)
            case "known":
                pass
            case other:
                _delete_file(connection, name)
                damage = msgspec.json.encode(AttemptDamage(name, 1, OtherAttemptWithId(other.path)))
                connection.execute("insert into damaged values (?, ?, ?, ?)", (name, *NO_MARK, damage.decode()))
    for path in known:
        _delete_file(connection, path)


class _Conflict(NamedTuple):
    """Another attempt under the same id."""

    path: str


def _compare_with_known(
    connection: sqlite3.Connection, attempt: Attempt, name: str
) -> Literal["new", "grown", "known"] | _Conflict:
    """Compare an attempt with one that has the same id in another file. The last one read must not simply win."""
    row = connection.execute("select path from attempts where id = ?", (attempt.begun.attempt,)).fetchone()
    if row is None or row[0] == name:
        return "new"
    try:
        other = read_attempt(Path(row[0]))
    except DamagedError:  # it was deleted or damaged in the meantime
        return "new"
    # Attempts are only appended to, so of two copies the shorter is the beginning of the longer.
    least = min(len(attempt.events), len(other.events))
    if attempt.begun != other.begun or attempt.events[:least] != other.events[:least]:
        return _Conflict(row[0])
    return "grown" if len(attempt.events) > len(other.events) else "known"


def _read_mark(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return NO_MARK
    return (status.st_size, status.st_mtime_ns)


def _delete_file(connection: sqlite3.Connection, path: str) -> None:
    connection.execute("delete from responses where attempt in (select id from attempts where path = ?)", (path,))
    connection.execute("delete from attempts where path = ?", (path,))
    connection.execute("delete from damaged where path = ?", (path,))


def _insert_attempt(connection: sqlite3.Connection, attempt: Attempt, mark: tuple[int, int]) -> None:
    begun = attempt.begun
    _delete_file(connection, show_path(attempt.path))
    # By id too: the same attempt may lie in the folder twice, under two names, and must count once.
    connection.execute("delete from responses where attempt = ?", (begun.attempt,))
    responses, gaps = attempt.responses, [(gap.why, gap.seconds) for gap in attempt.gaps]
    row = (
        *(begun.attempt, show_path(attempt.path), *mark),
        *(attempt.candidate, begun.mode, begun.tour, begun.bank, begun.code, begun.at),
        *(moment_of(begun.at).timestamp(), attempt.elapsed, attempt.handed_in is not None),
        *(len(responses), len(attempt.items), begun.rules.minutes, json.dumps(gaps), json.dumps(begun.visited)),
    )
    connection.execute(f"insert or replace into attempts values ({', '.join('?' * len(row))})", row)
    connection.executemany("insert or ignore into items values (?, ?)", _item_records(attempt))
    marks = ", ".join("?" * 9)
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
            where = (begun.attempt, item_id, compute_item_digest(items[item_id]), places[item_id])
            yield (name, *where, json.dumps(response), marks.get(item_id, 0.0), seconds.get(item_id, 0.0), at)
