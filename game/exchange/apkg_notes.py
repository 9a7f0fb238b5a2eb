"""The notes of a deck package of Anki: their fields and tags, out of the SQLite database in a zip.

The database is somebody else's: it is read in memory, its views and triggers are not run, and it may not take long.
"""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import msgspec

from game.exchange.zip_reading import BadArchiveError, ForeignZip
from game.prose import apkg_problems as problems

MAX_SECONDS = 30.0
"""Of reading a database."""
MAX_TEXT_BYTES = 20_000_000
"""Of one value in a database."""
_NEWER, _FORMS = "collection.anki21b", ("collection.anki21", "collection.anki2")
"""The database in Anki's forms of a package, the newest first."""
_WRITE_AHEAD = slice(18, 20)
"""Bytes of a database that say whether it has a log beside it, which one in memory cannot have."""


_CLOZE = 1
"""The type of models whose fields have gaps."""


class NoteType(NamedTuple):
    """What the notes of one kind have."""

    name: str
    fields: list[str]
    is_cloze: bool


class Note(NamedTuple):
    """A note of a deck."""

    number: int
    """In the deck, from 1."""
    type: NoteType | None
    """None where the deck does not describe it."""
    fields: list[str]
    """As HTML."""
    tags: list[str]


def read_notes(data: bytes) -> list[Note]:
    """The notes of a deck package, in the order in which they were made.

    Raises:
        BadArchiveError: It is none, or cannot be read.
    """
    package = ForeignZip(data)
    names = {PurePosixPath(name).name: name for name in package.names}
    # The newer form has an older one beside it, which holds nothing but a note to update Anki.
    if _NEWER in names:
        raise BadArchiveError(problems.NEWER_DECK)
    name = next((names[each] for each in _FORMS if each in names), "")
    if not name:
        raise BadArchiveError(problems.NO_DECK)
    try:
        return list(_read_database(bytearray(package.read(name))))
    except (sqlite3.Error, ValueError, TypeError, OverflowError, MemoryError) as bad:
        slow = isinstance(bad, sqlite3.OperationalError) and str(bad) == "interrupted"
        raise BadArchiveError(problems.SLOW_DECK if slow else problems.describe_bad_deck(str(bad))) from bad


def _read_database(data: bytearray) -> Iterator[Note]:
    data[_WRITE_AHEAD] = b"\1\1"
    base = sqlite3.connect(":memory:")
    try:
        base.deserialize(bytes(data))
        base.execute("PRAGMA trusted_schema = OFF")
        base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_TEXT_BYTES)
        end = time.monotonic() + MAX_SECONDS
        base.set_progress_handler(lambda: time.monotonic() > end, 100_000)
        # Bytes that are no UTF-8 are shown and not refused.
        base.text_factory = lambda raw: raw.decode("utf-8", "replace")
        tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not {"col", "notes"} <= tables:
            raise ValueError("no such table")
        types = _read_types(base.execute("SELECT models FROM col").fetchone())
        rows = base.execute("SELECT mid, flds, tags FROM notes ORDER BY id")
        for number, (kind, fields, tags) in enumerate(rows, start=1):
            yield Note(number, types.get(str(kind)), str(fields).split("\x1f"), str(tags).split())
    finally:
        base.close()


class _Field(msgspec.Struct):
    name: str
    ord: int = 0


class _Model(msgspec.Struct):
    name: str = ""
    flds: list[_Field] = []
    type: int = 0


def _read_types(row: Any) -> dict[str, NoteType]:
    models = msgspec.json.decode(str(row[0] if row else "{}"), type=dict[str, _Model])
    return {key: _make_type(model) for key, model in models.items()}


def _make_type(model: _Model) -> NoteType:
    fields = [field.name for field in sorted(model.flds, key=lambda each: each.ord)]
    return NoteType(model.name, fields, is_cloze=model.type == _CLOZE)
