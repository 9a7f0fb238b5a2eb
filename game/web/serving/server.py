"""A server of pages: it takes a port, answers until it is told to end, and closes what it has opened."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import NamedTuple

from aiohttp import web

from game.web.serving.doorway import BACKLOG, Doorway, allow_connections
from game.web.serving.gate import Gate
from game.web.serving.own_address import OwnAddress

SECONDS_TO_END = 2.0
"""How long requests may take that are being answered when the server is told to end."""


class Served(NamedTuple):
    """What is served."""

    title: str
    make_application: Callable[[Gate], web.Application]


class WebServer:
    """A server before, while and after it runs."""

    def __init__(
        self,
        served: Served,
        address: OwnAddress,
        report: Callable[[Exception], object],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Make it; no port is taken yet.

        Args:
            served: What is served.
            address: Where; port 0 takes any free one.
            report: Told of errors of ours.
            clock: Gives seconds that only go up.
        """
        self.address = address
        self._served, self._report, self._clock = served, report, clock
        self._runner: web.AppRunner | None = None
        self._listening: asyncio.Server | None = None

    async def start(self) -> None:
        """Take the port and answer from now on.

        Raises:
            OSError: The port cannot be had.
        """
        host = None if self.address.is_lan else "127.0.0.1"
        gate = Gate(self.address, self._served.title, self._report, self._clock)
        application = self._served.make_application(gate)
        self._runner = web.AppRunner(
            application, access_log=None, handle_signals=False, shutdown_timeout=SECONDS_TO_END
        )
        await self._runner.setup()
        assert self._runner.server is not None
        make_connection = Doorway(gate, allow_connections()).watch(self._runner.server)
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(make_connection, host, self.address.port, backlog=BACKLOG)
        # With port 0 it is known only now. No request can have come in between: nothing else has run.
        self.address = gate.address = self.address._replace(port=self._listening.sockets[0].getsockname()[1])

    async def end(self) -> None:
        """Answer no more, and close everything."""
        if self._listening is not None:
            self._listening.close()
        if self._runner is not None:
            await self._runner.cleanup()


async def serve_until_told(server: WebServer, tell_ready: Callable[[OwnAddress], None]) -> None:
    """Run a server until the process is told to end."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers; there Ctrl-C ends the loop by itself.
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, ended.set)
    try:
        await server.start()
        tell_ready(server.address)
        await ended.wait()
    finally:
        await server.end()
