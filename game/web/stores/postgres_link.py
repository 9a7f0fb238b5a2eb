"""The link to a database: one thread with a loop, which asks for all other threads and comes back after an outage.

Nothing else here knows the driver. Whatever it raises becomes an ``OSError`` with a sentence: a database that does not
answer is for a class what a full disk is.
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from threading import Thread
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

import asyncpg

from game.prose.store_words import StoreFault, describe_store_fault
from game.web.stores.kept_values import StoreAwayError

CONNECTIONS = 4
"""Of one server. PostgreSQL lets in a hundred unless it is told otherwise, and a school has many classes."""
CONNECT_SECONDS, ANSWER_SECONDS = 3.0, 5.0
PATIENCE_SECONDS = 1.5
"""How long a request waits for a database that has just gone. After that, all are told at once that it is away."""
SECONDS_BETWEEN_TRIES = 0.2
SECONDS_BETWEEN_SIGNS = 5.0
"""How often the connection that listens is asked whether it is still one."""

AWAY = (
    OSError,
    asyncio.TimeoutError,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InternalClientError,
)
"""What the driver raises when another try may go well."""
NEVER = (asyncpg.DataError, asyncpg.ClientConfigurationError)
"""Of these: what it raises each time."""
TRIES = 5
FAULTS: Sequence[tuple[type[Exception], StoreFault]] = (
    (asyncpg.ClientConfigurationError, "address"),
    (ssl.SSLError, "tls"),
    (asyncpg.InvalidAuthorizationSpecificationError, "refused"),
    (asyncpg.InvalidCatalogNameError, "unknown"),
    (asyncpg.InsufficientPrivilegeError, "no right"),
)

T = TypeVar("T")
Row = Sequence[Any]


class Connection(Protocol):
    """What is used of a connection."""

    async def execute(self, query: str, *values: object) -> str:
        """Do something."""

    async def fetch(self, query: str, *values: object) -> list[Row]:
        """Ask for rows."""

    def transaction(self) -> Any:
        """All of what follows, or nothing."""


class PostgresLink:
    """A database. Its methods wait, and may be called from several threads."""

    def __init__(self, address: str) -> None:
        """Make it; nothing is asked yet.

        Args:
            address: As ``postgresql://user@host/database``.
        """
        self.place = name_place(address)
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="database", daemon=True)
        self._pool: Any = None
        self._back = asyncio.Event()
        self._back.set()
        self._why: Exception = StoreAwayError()
        """The error by which it was found to be away."""
        self._away_since = 0.0
        self._tasks: set[asyncio.Task[None]] = set()

    def open(self, prepare: Callable[[Connection], Awaitable[None]]) -> None:
        """Connect, and prepare what is asked for later.

        Raises:
            OSError: The database cannot be used.
        """
        self._thread.start()

        async def connect() -> None:
            self._pool = asyncpg.create_pool(
                self._address,
                min_size=0,
                max_size=CONNECTIONS,
                timeout=CONNECT_SECONDS,
                command_timeout=ANSWER_SECONDS,
                server_settings={"application_name": "carriages"},
            )
            await self._pool
            async with self._pool.acquire() as connection:
                await prepare(connection)

        try:
            self._wait(connect())
        except BaseException as bad:
            self.close()
            raise explain(bad, self.place) from None

    def fetch(self, query: str, *values: object) -> list[Row]:
        """Ask for rows. What is asked may be asked twice, where the first answer did not arrive.

        Raises:
            StoreAwayError: There is no answer.
            OSError: The database refuses.
        """
        return self._wait(self._fetch(query, values))

    def listen(self, channel: str, tell: Callable[[str], object], tell_missed: Callable[[], object]) -> None:
        """Hear what is said on a channel from now on.

        Args:
            channel: Its name.
            tell: Told each text, in the thread of the link.
            tell_missed: Called where the link was cut and is back, so that something may have been missed.

        Raises:
            OSError: The database cannot be used.
        """

        async def listen() -> None:
            begun = self._loop.create_future()
            self._start(self._listen_for_ever(channel, tell, tell_missed, begun))
            await begun

        self._wait(listen())

    def close(self) -> None:
        """Let go of all connections, and end the thread."""
        if not self._thread.is_alive():
            return
        with suppress(Exception):
            self._wait(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait(self, do: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(do, self._loop).result()

    def _start(self, do: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(do)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _end(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._pool is not None:
            with suppress(Exception):
                await asyncio.wait_for(self._pool.close(), CONNECT_SECONDS)

    async def _fetch(self, query: str, values: Sequence[object]) -> list[Row]:
        for _ in range(TRIES):
            await self._wait_until_back()
            try:
                async with self._pool.acquire() as connection:
                    rows: list[Row] = await connection.fetch(query, *values)
                    return rows
            except Exception as bad:
                if isinstance(bad, NEVER) or not isinstance(bad, AWAY):
                    raise explain(bad, self.place) from None
                self._go_away(bad)
        raise explain(self._why, self.place)

    def _go_away(self, why: Exception) -> None:
        if self._back.is_set():
            self._back.clear()
            self._why, self._away_since = why, self._loop.time()
            self._start(self._come_back())

    async def _wait_until_back(self) -> None:
        left = self._away_since + PATIENCE_SECONDS - self._loop.time()
        if not self._back.is_set() and left > 0:
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._back.wait(), left)
        if not self._back.is_set():
            raise explain(self._why, self.place) from None

    async def _come_back(self) -> None:
        """Ask until there is an answer."""
        while True:
            with suppress(Exception):
                async with self._pool.acquire() as connection:
                    await connection.fetch("SELECT 1")
                self._back.set()
                return
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    async def _listen_for_ever(
        self,
        channel: str,
        tell: Callable[[str], object],
        tell_missed: Callable[[], object],
        begun: "asyncio.Future[None]",
    ) -> None:
        def tell_ready() -> None:
            if begun.done():
                tell_missed()
            else:
                begun.set_result(None)

        while True:
            try:
                await self._listen_until_cut(channel, tell, tell_ready)
            except Exception as bad:
                if not begun.done():
                    begun.set_exception(explain(bad, self.place))
                    return
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    async def _listen_until_cut(
        self, channel: str, tell: Callable[[str], object], tell_ready: Callable[[], object]
    ) -> None:
        cut = asyncio.Event()
        connection: Any = await asyncpg.connect(self._address, timeout=CONNECT_SECONDS, command_timeout=ANSWER_SECONDS)
        try:
            connection.add_termination_listener(lambda _: cut.set())
            await connection.add_listener(channel, lambda *heard: tell(heard[-1]))
            tell_ready()
            while not cut.is_set():
                with suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(cut.wait(), SECONDS_BETWEEN_SIGNS)
                # A cable that was pulled tells nobody.
                await connection.fetch("SELECT 1")
        finally:
            connection.terminate()


def explain(bad: BaseException, place: str) -> BaseException:
    """An error of the driver as one of ours; any other as it is."""
    if isinstance(bad, StoreAwayError):
        return bad
    fault = next((fault for kind, fault in FAULTS if isinstance(bad, kind)), None)
    # The server's own words name no password. Those of the driver might.
    detail = getattr(bad, "message", "") if isinstance(bad, asyncpg.PostgresError) else ""
    if fault is None and isinstance(bad, asyncpg.PostgresError):
        fault = "away" if isinstance(bad, asyncpg.PostgresConnectionError) else "other"
    elif fault is None and isinstance(bad, AWAY):
        fault = "away"
    return bad if fault is None else StoreAwayError(0, describe_store_fault(place, fault, detail))


def name_place(address: str) -> str:
    """A database as it is named in messages: without user and password.

    >>> name_place("postgresql://anna:secret@db.example.org:5433/school?sslmode=require")
    'school at db.example.org:5433'
    """
    asked = urlsplit(address)
    host = asked.netloc.rpartition("@")[2] or "this machine"
    return f"{asked.path.strip('/') or 'of the user'} at {host}"
