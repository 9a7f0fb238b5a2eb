"""A line to a server that a test may cut: it passes bytes on, and can lose the answer to what is asked next."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class CutLine:
    """What stands between a client and a server of this machine."""

    def __init__(self, port: int) -> None:
        self._server_port = port
        self.port = 0
        self.loses_answer = False
        """Whether the next bytes from the server are lost, and the line with them."""
        self.lost = 0
        """How often an answer was lost."""

    @asynccontextmanager
    async def laid(self) -> AsyncIterator[None]:
        server = await asyncio.start_server(self._pass_on, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield
        finally:
            server.close()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._server_port)
        asking = asyncio.create_task(_copy(reader, back))
        with suppress(OSError):
            while data := await there.read(1 << 16):
                # The answer to a statement that was done, not to its preparation, ends in "ready for queries".
                if self.loses_answer and b"C" in data and b"SELECT" in data:
                    self.loses_answer = False
                    self.lost += 1
                    break
                writer.write(data)
                await writer.drain()
        asking.cancel()
        back.close()
        writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
