"""The addresses of the streams of a class: for each pupil, for the teacher's board, and for the wall."""

from collections.abc import Callable, Sequence
from http import HTTPStatus

from aiohttp import web

from game.web.classes.class_site import ClassSite
from game.web.classes.news_hub import AT, BOARD_NEWS_PATH, NEWS_PATH, SHOWN, WALL_NEWS_PATH, Listener
from game.web.classes.news_stream import send_news
from game.web.serving.gate import RefusedError

GO = "event: go\ndata: \n\n"


class NewsRoutes:
    """What answers each stream of one class."""

    def __init__(self, site: ClassSite, may_see_wall: Callable[[web.Request], bool]) -> None:
        self._site, self._may_see_wall = site, may_see_wall

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        return (
            web.get(NEWS_PATH, self._tell_pupil),
            web.get(BOARD_NEWS_PATH, self._site.for_teacher(self._tell_board)),
            web.get(WALL_NEWS_PATH, self._tell_wall),
        )

    async def _tell_pupil(self, request: web.Request) -> web.StreamResponse:
        pupil, shown, at = self._site.find_pupil(request), request.query.get(SHOWN, ""), request.query.get(AT, "")
        if pupil is None and (shown or at):
            # A page of somebody who is no longer in, such as at a second device.
            return web.Response(text=GO, content_type="text/event-stream")
        if pupil is None:
            raise RefusedError(HTTPStatus.FORBIDDEN)

        async def greet(listener: Listener) -> None:
            mode = self._site.mode
            standing = await mode.describe(pupil) if mode is not None else None
            if standing is not None and standing.seconds_left is not None:
                listener.tell("left", f"{standing.seconds_left:.0f}")
            # What was told before the stream was open, or at another server, is made up for here.
            if shown and (standing is None or standing.state != shown or self._site.find_pupil(request) is not pupil):
                listener.tell("go")
            if at and at != self._site.activity:
                listener.tell("go")
            await self._greet(listener)

        return await send_news(request, self._site.news, "pupil", pupil.key, greet)

    async def _tell_board(self, request: web.Request) -> web.StreamResponse:
        return await send_news(request, self._site.news, "board", "", self._greet)

    async def _tell_wall(self, request: web.Request) -> web.StreamResponse:
        if not self._may_see_wall(request):
            raise RefusedError(HTTPStatus.FORBIDDEN)
        return await send_news(request, self._site.news, "wall", "", self._greet)

    async def _greet(self, listener: Listener) -> None:
        listener.tell("count", str(len(self._site.house.pupils)))
