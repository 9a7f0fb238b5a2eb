"""A class in a PostgreSQL database, which several servers may serve at once.

The number of a line in its attempt is the lock: of two servers that add line 7, one is told that it is taken. All that
is asked is one statement each, and can be asked again when an answer did not arrive: who finds its own line is done.
"""

from collections.abc import Iterator
from errno import EBUSY
from functools import partial
from os import strerror
from typing import NoReturn
from uuid import uuid4

import msgspec

from game.core.digests import blake2b
from game.core.identity import pseudonym_key
from game.store.attempt_events import Begun
from game.store.attempt_faults import AttemptDamage
from game.store.attempt_file import DamagedError, OpenElsewhereError, seal_line
from game.store.attempt_folder import SUFFIX, CandidateAttempts
from game.store.attempt_shelf import AttemptShelf, make_key, read_rows
from game.store.attempts import Attempt
from game.web.stores import postgres_queries as ask
from game.web.stores.class_store import NOTHING, ClassStore
from game.web.stores.kept_values import EVERYTHING, LINES, ChangedElsewhereError, KeptValue, Listener, News
from game.web.stores.postgres_link import PostgresLink
from game.web.stores.postgres_schema import migrate


class PostgresStore(ClassStore):
    """A class in a database."""

    def __init__(self, address: str, name: str) -> None:
        """Connect, and make the tables where they are missing.

        Args:
            address: Of the database, as ``postgresql://user@host/database``.
            name: Of the class.

        Raises:
            OSError: The database cannot be used.
        """
        self._link = PostgresLink(address)
        self._name = name
        self._channel = f"carriages_{blake2b(name.encode(), digest_size=8).hexdigest()}"
        self._link.open(lambda connection: migrate(connection, self._link.place))
        self._shelf = PostgresShelf(self._link, name, self._channel)

    @property
    def shelf(self) -> AttemptShelf:
        """The attempts."""
        return self._shelf

    def get(self, kind: str) -> dict[str, KeptValue]:
        """All values of a kind, by their keys."""
        rows = self._link.fetch(ask.GET, self._name, kind)
        return {key: KeptValue(version, body) for key, version, body in rows if body}

    def get_one(self, kind: str, key: str) -> KeptValue:
        """One value; NOTHING where it is not there."""
        rows = self._link.fetch(ask.GET_ONE, self._name, kind, key)
        return next((KeptValue(version, body) for version, body in rows if body), NOTHING)

    def put(self, kind: str, key: str, value: bytes, version: int) -> int:
        """Keep a value in place of the version that was read, and return its own version."""
        writer = uuid4()
        values = (self._name, kind, key, writer, value, self._channel)
        rows = self._link.fetch(ask.REPLACE, *values, version) if version else self._link.fetch(ask.ADD, *values)
        # A statement that was sent twice finds what it has done itself.
        rows = rows or self._link.fetch(ask.IS_PUT, self._name, kind, key, writer)
        if not rows:
            raise ChangedElsewhereError(EBUSY, strerror(EBUSY), key)
        return int(rows[0][0])

    def drop(self, kind: str, key: str, version: int) -> None:
        """Remove a value."""
        # An empty value stands for none, so that a statement sent twice can be told from another server's.
        self.put(kind, key, b"", version)

    def listen(self, tell: Listener) -> None:
        """Tell of everything that is kept from now on."""

        def read(text: str) -> None:
            tell(News(*msgspec.json.decode(text, type=tuple[str, str, int])))

        self._link.listen(self._channel, read, lambda: tell(News(EVERYTHING)))

    def close(self) -> None:
        """Let go of the database."""
        self._link.close()


class PostgresShelf(AttemptShelf):
    """The attempts of a class in a database: a row for each line."""

    is_shared = True

    def __init__(self, link: PostgresLink, name: str, channel: str) -> None:
        self._link, self._name, self._channel = link, name, channel

    def create(self, begun: Begun, earlier: int = 0) -> Attempt:
        """Create an attempt with its first line."""
        data = seal_line(begun, "")[0] + b"\n"
        who, code = make_key(begun)
        place = (begun.attempt, self._name)
        told = _write_news(begun.attempt, 1)
        rows = self._link.fetch(ask.CREATE, *place, who, code, earlier, data, self._channel, told)
        if not rows and not self._link.fetch(ask.IS_CREATED, *place):
            _tell_elsewhere()
        return self._read(begun.attempt, data)

    def find(self, candidate: str, code: str) -> CandidateAttempts:
        """A candidate's attempts at a paper, as they are kept now."""
        unfinished: list[Attempt] = []
        handed_in: list[Attempt] = []
        damaged: list[AttemptDamage] = []
        for row in self._link.fetch(ask.FIND, self._name, pseudonym_key(candidate), code):
            try:
                attempt = self._read(str(row[0]), row[1])
            except DamagedError as bad:
                damaged.append(bad.damage)
            else:
                (handed_in if attempt.handed_in else unfinished).append(attempt)
        return CandidateAttempts(tuple(unfinished), tuple(handed_in), tuple(damaged))

    def count_lines(self, attempt: Attempt) -> int:
        """How many lines of an attempt are kept now."""
        return int(self._link.fetch(ask.COUNT, attempt.begun.attempt)[0][0])

    def read_files(self) -> Iterator[tuple[str, bytes]]:
        """All attempts as files: a name, and bytes that an attempt is read from."""
        for (id_,) in self._link.fetch(ask.LIST, self._name):
            ((data,),) = self._link.fetch(ask.READ, id_)
            try:
                yield self._read(str(id_), data).path.name, data
            except DamagedError:
                # It is handed out as it is: whoever collects it is told what is wrong with it.
                yield f"{id_}{SUFFIX}", data

    def _read(self, attempt: str, rows: bytes) -> Attempt:
        return read_rows(rows, partial(self._append, attempt))

    def _append(self, attempt: str, n: int, line: bytes) -> None:
        rows = self._link.fetch(ask.APPEND, attempt, n, line, self._channel, _write_news(attempt, n))
        if not rows and not self._link.fetch(ask.IS_APPENDED, attempt, n, line):
            _tell_elsewhere()


def _write_news(attempt: str, lines: int) -> str:
    return msgspec.json.encode((LINES, attempt, lines)).decode()


def _tell_elsewhere() -> NoReturn:
    raise OpenElsewhereError(EBUSY, strerror(EBUSY))
