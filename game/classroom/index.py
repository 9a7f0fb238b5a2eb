"""The index of collected attempts: a database that can be deleted at any time, for it is made from the files.

SQLite with a log written ahead, so that a report can be read while attempts arrive. A file is read again only when its
size or time has changed.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid5

import msgspec

from game.classroom.collecting import find_attempt_files
from game.pack.items import Item
from game.quiz import Response
from game.store.attempt_events import Responded
from game.store.attempt_file import DamagedError
from game.store.attempt_folder import load_attempt
from game.store.attempts import Attempt

INDEX_FILE = "index.sqlite"
LAYOUT_VERSION = 5
"""Of the tables. Another one is dropped and made anew."""

RESPONSE_ID_NAMESPACE = UUID("6f0d5b8e-5a1c-4a0e-9c4b-2c1f21ca21ca")
"""In which the ids of responses are made."""

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


class ResponseRow(NamedTuple):
    """One candidate's last word on one item."""

    id: str
    """UUID of attempt, item and try: the same wherever and however often it is made."""
    attempt: str
    candidate: str
    mode: str
    code: str
    bank: str
    at: str
    """When the attempt began."""
    item: Item
    digest: str
    """Of the item as it was asked."""
    response: Response
    mark: float
    seconds: float
    visited: frozenset[str]
    """Ids of the rooms the candidate had been in."""


def make_response_id(attempt: str, item_id: str, number: int) -> str:
    """The id of a response: UUIDv5 of attempt, item and try."""
    return str(uuid5(RESPONSE_ID_NAMESPACE, f"{attempt}|{item_id}|{number}"))


@contextmanager
def open_index(folder: Path) -> Iterator[sqlite3.Connection]:
    """The index of a folder, brought up to date with its files.

    Raises:
        OSError: The folder cannot be written.
    """
    path = folder / INDEX_FILE
    folder.mkdir(parents=True, exist_ok=True)
    try:
        connection = _connect(path)
    except sqlite3.DatabaseError:
        # Made from the files: a damaged one is simply made again.
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
    connection = sqlite3.connect(path, timeout=10)
    connection.execute("pragma journal_mode=wal")
    (layout,) = connection.execute("pragma user_version").fetchone()
    if layout != LAYOUT_VERSION:
        for (name,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
            connection.execute(f"drop table {name}")
        connection.executescript(f"{_TABLES}; pragma user_version={LAYOUT_VERSION};")
    return connection


def _update_index(connection: sqlite3.Connection, folder: Path) -> None:
    files = "select path, size, time from attempts union select path, size, time from damaged"
    known = {path: (size, time) for path, size, time in connection.execute(files)}
    for path in find_attempt_files(folder):
        status = path.stat()
        mark = (status.st_size, status.st_mtime_ns)
        if known.pop(str(path), None) == mark:
            continue
        try:
            attempt = load_attempt(path)
        except DamagedError as bad:
            _delete_file(connection, str(path))
            connection.execute("insert into damaged values (?, ?, ?, ?)", (str(path), *mark, str(bad)))
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
    _delete_file(connection, str(attempt.path))
    connection.execute("delete from responses where attempt = ?", (begun.attempt,))
    row = (
        *(begun.attempt, str(attempt.path), *mark, begun.candidate, begun.mode, begun.tour, begun.bank, begun.code),
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


def compute_item_digest(item: Item) -> str:
    """16 hex digits that name an item by all that it says."""
    from game.core.digests import blake2b

    return blake2b(msgspec.json.encode(item), digest_size=8).hexdigest()


def _response_records(attempt: Attempt) -> Iterator[tuple[object, ...]]:
    """The last response to each item, or the first where it was marked at once; none for what was never reached."""
    begun, marks, seconds, items = attempt.begun, attempt.marks, attempt.seconds, attempt.items
    chosen: dict[str, Responded] = {}
    for event in attempt.events:
        if isinstance(event, Responded) and event.item in items:
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


def read_rows(
    connection: sqlite3.Connection, tour: str, code: str = "", modes: Sequence[str] = ("exam",)
) -> tuple[ResponseRow, ...]:
    """The responses of all that is finished, the earliest attempt first.

    Args:
        connection: The index.
        tour: Id of the tour they are about.
        code: Of the paper; empty for every paper.
        modes: Which attempts: exam, practice, checkpoint.
    """
    texts = connection.execute("select digest, item from items")
    items: dict[str, Item] = {digest: msgspec.json.decode(text, type=Item) for digest, text in texts}
    marks = ", ".join("?" * len(modes))
    found = connection.execute(
        "select r.id, a.id, a.candidate, a.mode, a.code, a.bank, a.at, r.digest, r.response, r.mark, r.seconds,"
        " a.visited from responses r join attempts a on r.attempt = a.id"
        f" where a.mode in ({marks}) and (a.mode <> 'exam' or a.handed_in) and a.tour = ? and (? = '' or a.code = ?)"
        " order by a.at, a.id, r.place",
        (*modes, tour, code, code),
    )
    rooms: dict[str, frozenset[str]] = {}
    return tuple(
        ResponseRow(
            id=row[0],
            attempt=row[1],
            candidate=row[2],
            mode=row[3],
            code=row[4],
            bank=row[5],
            at=row[6],
            item=items[row[7]],
            digest=row[7],
            response=tuple(json.loads(row[8])),
            mark=row[9],
            seconds=row[10],
            visited=_decode_rooms(row[11], rooms),
        )
        for row in found
    )


def _decode_rooms(text: str, known: dict[str, frozenset[str]]) -> frozenset[str]:
    if text not in known:
        known[text] = frozenset(json.loads(text))
    return known[text]


class AttemptSummary(NamedTuple):
    """One attempt, as far as it has come."""

    candidate: str
    code: str
    bank: str
    at: str
    answered: int
    asked: int
    is_handed_in: bool
    minutes: float
    """The limit that was set, before any extension; 0 for none."""
    gaps: tuple[tuple[str, float], ...]
    """Why, and for how many seconds, time passed that was not spent answering."""
    written: float
    """When something was last kept, in seconds since 1970."""


def read_attempt_summaries(connection: sqlite3.Connection, tour: str, code: str = "") -> tuple[AttemptSummary, ...]:
    """How far each exam has come, the candidates in order."""
    found = connection.execute(
        "select candidate, code, bank, at, answered, asked, handed_in, minutes, gaps, time from attempts"
        " where mode = 'exam' and tour = ? and (? = '' or code = ?) order by candidate, at",
        (tour, code, code),
    )
    return tuple(
        AttemptSummary(
            candidate, paper, bank, at, answered, asked, bool(is_done), minutes, _decode_gaps(gaps), time / 1e9
        )
        for candidate, paper, bank, at, answered, asked, is_done, minutes, gaps, time in found
    )


def _decode_gaps(text: str) -> tuple[tuple[str, float], ...]:
    return tuple((str(why), float(seconds)) for why, seconds in json.loads(text))


def choose_counted_attempts(summaries: Sequence[AttemptSummary]) -> tuple[AttemptSummary, ...]:
    """Of each candidate and paper the attempt that counts: the first that was handed in, else the first."""
    found: dict[tuple[str, str], AttemptSummary] = {}
    for summary in summaries:
        known = found.setdefault((summary.candidate, summary.code), summary)
        if summary.is_handed_in and not known.is_handed_in:
            found[summary.candidate, summary.code] = summary
    return tuple(found.values())


def read_damaged(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Of the files that cannot be used: where and why."""
    return tuple(why for (why,) in connection.execute("select why from damaged order by path"))


def read_signature(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """What changes whenever an attempt comes, grows or goes: number, bytes, and latest time of the files."""
    files = "select size, time from attempts union all select size, time from damaged"
    (found,) = connection.execute(f"select count(*), coalesce(sum(size), 0), coalesce(max(time), 0) from ({files})")
    return (int(found[0]), int(found[1]), int(found[2]))
