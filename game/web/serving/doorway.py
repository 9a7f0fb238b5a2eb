"""The connections of a server: how many there may be, and what is answered to what is no request at all.

The gate sees whole requests. What comes before one is here: a connection on which nothing is asked, bytes that are not
HTTP, a header that never ends.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from aiohttp import web
from aiohttp.http import HttpProcessingError
from aiohttp.web_protocol import RequestHandler

from game.web.serving.gate import Gate

MAX_CONNECTIONS = 4_096
"""More than 300 pupils whose browsers open six each."""
FILES_BESIDE = 256
"""Files that a process may open beside its connections."""
SECONDS_TO_ASK = 60.0
"""How long a connection may stay open on which no whole request comes."""
BACKLOG = 1_024
"""Connections that the system holds until they are taken: a whole school may come within a moment."""


class Connection(RequestHandler):
    """One connection."""

    def __init__(self, doorway: "Doorway", server: web.Server, **options: Any) -> None:
        super().__init__(server, loop=asyncio.get_running_loop(), **options)
        self._doorway = doorway

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody has come."""
        super().connection_made(transport)
        self._doorway.let_in(self)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Somebody has gone."""
        super().connection_lost(exc)
        self._doorway.let_out(self)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = HTTPStatus.INTERNAL_SERVER_ERROR,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """The page of an error. It holds nothing of what was sent, and nothing of the versions of our programs."""
        self.log_exception(exc_info=exc)
        if request.writer.output_size > 0:
            raise ConnectionError  # a part of another answer has been sent
        response = self._doorway.gate.render_bare_error(status)
        response.force_close()
        return response

    def log_exception(self, *_: Any, exc_info: Any = None, **__: Any) -> None:
        """Report errors of ours. What was sent wrongly is no error of ours, and would fill a teacher's terminal."""
        if isinstance(exc_info, Exception) and not isinstance(exc_info, HttpProcessingError | ConnectionError):
            self._doorway.gate.report(exc_info)


class Doorway:
    """All connections of one server."""

    def __init__(self, gate: Gate, most: int) -> None:
        """Make it.

        Args:
            gate: What every request passes.
            most: How many connections there may be.
        """
        self.gate, self._most = gate, most
        self._number = 0
        self._waiting: dict[RequestHandler, None] = {}
        """Those on which nothing is being answered, the one that has waited longest first."""

    def watch(self, server: web.Server) -> Callable[[], Connection]:
        """What makes a connection of a server."""
        answer = server.request_handler

        async def answer_and_wait(request: web.BaseRequest) -> web.StreamResponse:
            connection = request.protocol
            self._waiting.pop(connection, None)
            try:
                return await answer(request)
            except web.HTTPException as refused:
                # What the gate refuses is a page already. This is what aiohttp refuses before it.
                return self.gate.render_bare_error(refused.status)
            finally:
                if connection.transport is not None:
                    self._waiting[connection] = None

        server.request_handler = answer_and_wait
        # A proxy keeps connections open for as long as it wants to, and asks on them again.
        options = {} if self.gate.address.public else {"keepalive_timeout": SECONDS_TO_ASK}
        # A body that grows when it is unpacked would pass the limit of its length.
        return lambda: Connection(self, server, auto_decompress=False, **options)

    def let_in(self, connection: RequestHandler) -> None:
        """Count one more. If there are too many, the one that has waited longest goes; its browser will come again."""
        self._number += 1
        if self._number > self._most and self._waiting:
            next(iter(self._waiting)).force_close()
        self._waiting[connection] = None

    def let_out(self, connection: RequestHandler) -> None:
        """Count one less."""
        self._number -= 1
        self._waiting.pop(connection, None)


def allow_connections() -> int:
    """How many connections this process may have, after asking the system for as many as we want."""
    try:
        import resource
    except ImportError:  # Windows counts no files
        return MAX_CONNECTIONS
    wanted = MAX_CONNECTIONS + FILES_BESIDE
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted if hard < 0 else min(wanted, hard), hard))
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(1, min(MAX_CONNECTIONS, soft - FILES_BESIDE)) if soft > FILES_BESIDE else max(1, soft // 2)
