"""A stream of news to one page, as server-sent events. Every page works without it."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import web

from game.web.classes.news_hub import Listener, NewsHub, Role
from game.web.serving.gate import HEADERS, KEEP_NOTHING

SECONDS_BETWEEN_COMMENTS = 15.0
"""Proxies end streams on which nothing comes for long."""
SECONDS_TO_TAKE = 5.0
"""In which a reader must take what is sent; a slower one is dropped, and asks again when it can."""
COMMENT = b":\n\n"
RETRY = b"retry: 1000\n\n"
"""After so many milliseconds a browser asks again for a stream that was lost."""


async def send_news(
    request: web.Request, hub: NewsHub, role: Role, who: str, greet: Callable[[Listener], Awaitable[None]]
) -> web.StreamResponse:
    """Tell a page what happens until it is closed, or the server ends.

    Args:
        request: Of the page.
        hub: Has the news.
        role: Of the page.
        who: The pupil; empty for a board or a wall.
        greet: Tells the listener what is so now, at the beginning and whenever a comment is due.
    """
    listener = hub.listen(role, who, lambda: request.transport is not None and not request.transport.is_closing())
    if listener is None:
        # To this answer a browser does not ask again by itself; the page then looks at intervals.
        return web.Response(status=HTTPStatus.NO_CONTENT)
    headers = {**HEADERS, "Cache-Control": KEEP_NOTHING, "X-Accel-Buffering": "no"}
    response = web.StreamResponse(headers=headers)
    response.content_type, response.charset = "text/event-stream", "utf-8"
    try:
        await response.prepare(request)
        await asyncio.wait_for(response.write(RETRY), SECONDS_TO_TAKE)
        await greet(listener)
        while True:
            told = await listener.wait(SECONDS_BETWEEN_COMMENTS)
            if listener.is_ended:
                break
            events = (f"event: {name}\ndata: {value}\n\n".encode() for name, value in told.items())
            await asyncio.wait_for(response.write(b"".join(events) or COMMENT), SECONDS_TO_TAKE)
            if not told:
                await greet(listener)
    except (ConnectionError, TimeoutError):
        # Nobody is there any more, or takes nothing: what waits in the buffer would wait for ever.
        if request.transport is not None:
            request.transport.abort()
    finally:
        hub.leave(listener)
    return response
