"""The server of one tour: from a pack to pages at an address, until it is told to end."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from aiohttp import web

from game.app.game import Game
from game.art.art_files import ArtFolder
from game.pack.world import World
from game.store.saves import Saves
from game.tour.lexicon import Lexicon
from game.web.gate import Gate
from game.web.own_address import OwnAddress
from game.web.room_pictures import RoomPictures
from game.web.routes import Routes
from game.web.visitors import Visitors

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip

SECONDS_TO_END = 2.0
"""How long requests may take that are being answered when the server is told to end."""


class ServedTour(NamedTuple):
    """What is served."""

    world: World
    art: "Traversable | None"
    folder: Path
    """Where the tours of its visitors are kept."""


class TourServer:
    """A server before, while and after it runs."""

    def __init__(
        self,
        tour: ServedTour,
        address: OwnAddress,
        report: Callable[[Exception], object],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Make it; no port is taken yet.

        Args:
            tour: What is served.
            address: Where; port 0 takes any free one.
            report: Told of errors of ours.
            clock: Gives seconds that only go up.
        """
        self.address = address
        self._tour, self._report, self._clock = tour, report, clock
        self._runner: web.AppRunner | None = None
        self._visitors: Visitors | None = None

    async def start(self) -> None:
        """Take the port and answer from now on.

        Raises:
            OSError: The port cannot be had.
        """
        host = None if self.address.is_lan else "127.0.0.1"
        world, art, folder = self._tour
        # The names of a pack take longest to make, and are the same for every visitor.
        lexicon = Lexicon(world)

        def make_game(home: Path) -> Game:
            return Game(world, Saves(home, is_served=True), art=art, lexicon=lexicon)

        visitors = self._visitors = Visitors(folder, make_game)
        pictures = RoomPictures(ArtFolder(art) if art is not None else None, world.tour, dict(world.rooms))
        gate = Gate(self.address, world.tour.title, self._report, self._clock)
        application = Routes(world, visitors, pictures, gate).make_application()
        self._runner = web.AppRunner(
            application, access_log=None, handle_signals=False, shutdown_timeout=SECONDS_TO_END
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, host, self.address.port).start()
        # With port 0 it is known only now. No request can have come in between: nothing else has run.
        self.address = gate.address = self.address._replace(port=self._runner.addresses[0][1])

    async def end(self) -> None:
        """Answer no more, and close all tours."""
        if self._runner is not None:
            await self._runner.cleanup()
        if self._visitors is not None:
            await self._visitors.close()


async def serve_until_told(server: TourServer, tell_ready: Callable[[OwnAddress], None]) -> None:
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
