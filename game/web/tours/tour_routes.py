"""The addresses of a server of tours, and what answers them. A tour is changed by a form alone, never by a link."""

from http import HTTPStatus

from aiohttp import web

from game.pack.world import World
from game.prose import web_words as words
from game.web.pages.elements import make
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.pages.static_files import FOLDER as STATIC
from game.web.serving.gate import MAX_BODY_BYTES, Gate, RefusedError, make_token
from game.web.serving.routes import COOKIE_SECONDS, say_ok, send_on, send_page, send_static
from game.web.tours.room_pictures import FOLDER as PICTURES
from game.web.tours.room_pictures import RoomPictures
from game.web.tours.settings_page import SettingsPage
from game.web.tours.tour_page import TOUR_PATH, render_picture
from game.web.tours.tour_pages import TourPages, TourSeat, send_picture
from game.web.tours.visitors import FullError, Visitor, Visitors


class TourRoutes:
    """What answers each address of a server on which everybody has a tour."""

    def __init__(self, world: World, visitors: Visitors, pictures: RoomPictures, gate: Gate) -> None:
        self._world, self._visitors, self._pictures, self._gate = world, visitors, pictures, gate
        self._pages = TourPages(gate, self._find_seat)

    def make_application(self) -> web.Application:
        """All of it, as aiohttp takes it."""
        application = web.Application(middlewares=[self._gate.make_middleware()], client_max_size=MAX_BODY_BYTES)
        application.add_routes(
            [
                web.get("/", self._show_start),
                web.post("/begin", self._begin),
                *self._pages.list_routes(),
                *SettingsPage(self._gate, lambda: self._world.tour.title, self._pages.render_units).list_routes(),
                web.get(f"{PICTURES}{{name}}", self._send_picture),
                web.get(f"{STATIC}{{name}}", send_static),
                web.get("/ok", say_ok),
            ]
        )
        return application

    async def _show_start(self, request: web.Request) -> web.Response:
        is_known = self._find(request) is not None
        return send_page(self._render_start(self._gate.get_key(request), is_known=is_known))

    def _render_start(self, key: str, *, is_known: bool) -> str:
        tour = self._world.tour
        names, alt = self._pictures.name_title(), words.describe_title_picture(tour.title)
        body = (
            make("div", render_picture(names, alt), kind="whole") if names is not None else None,
            make("p", tour.tagline, kind="lead"),
            make(
                "form",
                make("input", type="hidden", name="token", value=make_token(key)) if key else None,
                make("button", words.GO_ON if is_known else words.BEGIN, kind="act"),
                method="post",
                action="/begin",
            ),
            make("p", words.KEPT_HERE, kind="source"),
        )
        return render_frame(Framed(tour.title, Heading(tour.title), body))

    async def _begin(self, request: web.Request) -> web.Response:
        response = send_on(TOUR_PATH)
        if self._find(request) is None:
            self._gate.take_begin(request)
            try:
                key = await self._visitors.begin()
            except FullError:
                raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE) from None
            self._gate.set_key(response, key, COOKIE_SECONDS)
        return response

    async def _find_seat(self, request: web.Request) -> TourSeat | web.Response:
        visitor = self._find(request)
        return send_on("/") if visitor is None else TourSeat(visitor, self._visitors, self._pictures)

    async def _send_picture(self, request: web.Request) -> web.Response:
        return await send_picture(self._pictures, self._visitors, request.path)

    def _find(self, request: web.Request) -> Visitor | None:
        return self._visitors.find(self._gate.get_key(request))
