"""The addresses of a server and what answers them. Only a form changes a tour; after it the browser asks for a page."""

from http import HTTPStatus

from aiohttp import web

from game.pack.world import World
from game.prose import web_words as words
from game.web.board import BoardRequest
from game.web.elements import Part, make
from game.web.gate import FORM, KEEP_FOR_EVER, MAX_BODY_BYTES, Gate, RefusedError, make_token
from game.web.page_frame import SETTINGS_PATH, Framed, Heading, render_frame
from game.web.public_view import make_public_view
from game.web.room_pictures import FOLDER as PICTURES
from game.web.room_pictures import RoomPictures
from game.web.settings_page import SettingsPage, render_units
from game.web.static_files import FOLDER as STATIC
from game.web.static_files import STATIC_FILES
from game.web.tour_boards import BOARD_PAGES, render_board
from game.web.tour_page import REPORT_PATH, TOUR_PATH, FormKeys, render_picture, render_tour_page
from game.web.visitors import FullError, Visitor, Visitors

COOKIE_SECONDS = 365 * 24 * 3600

AFTER_A_LINE = frozenset({TOUR_PATH, REPORT_PATH, SETTINGS_PATH})
"""Pages that a form may lead to."""


class Routes:
    """What answers each address of one server."""

    def __init__(self, world: World, visitors: Visitors, pictures: RoomPictures, gate: Gate) -> None:
        self._world, self._visitors, self._pictures, self._gate = world, visitors, pictures, gate

    def make_application(self) -> web.Application:
        """All of it, as aiohttp takes it."""
        application = web.Application(middlewares=[self._gate.make_middleware()], client_max_size=MAX_BODY_BYTES)
        application.add_routes(
            [
                web.get("/", self._show_start),
                web.post("/begin", self._begin),
                web.get(TOUR_PATH, self._show_tour),
                web.post(TOUR_PATH, self._say),
                *(web.get(path, self._show_board) for path in BOARD_PAGES),
                *SettingsPage(self._gate, lambda: self._world.tour.title, self._render_units).list_routes(),
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

    async def _show_tour(self, request: web.Request) -> web.Response:
        visitor = self._find(request)
        if visitor is None:
            return send_on("/")
        return send_page(await self._render_tour(request, visitor))

    async def _render_tour(self, request: web.Request, visitor: Visitor, *, unsent: str = "", notice: str = "") -> str:
        token = make_token(self._gate.get_key(request))

        def render(visitor: Visitor) -> str:
            game = visitor.game
            view = make_public_view(game, visitor.said, visitor.drafted, self._pictures, visitor.enters)
            return render_tour_page(view, FormKeys(token, visitor.stamp), unsent=unsent, notice=notice)

        return await self._visitors.run(visitor, render)

    async def _say(self, request: web.Request) -> web.Response:
        visitor, form = self._find(request), request[FORM]
        if visitor is None:
            return send_on("/")
        line, is_typed = form.get("say", ""), "typed" in form

        def perform(visitor: Visitor) -> str:
            """Nothing, or why nothing was done."""
            if not visitor.is_now(form.get("stamp", "")):
                return words.STALE
            if "do" in form:
                return visitor.answer(form)
            visitor.say(line, is_typed=is_typed)
            return ""

        why = await self._visitors.run(visitor, perform)
        if why:
            page = await self._render_tour(request, visitor, unsent=line if is_typed else "", notice=why)
            return send_page(page, HTTPStatus.CONFLICT if why == words.STALE else HTTPStatus.UNPROCESSABLE_ENTITY)
        then = form.get("then", TOUR_PATH)
        return send_on(then if then in AFTER_A_LINE else TOUR_PATH)

    async def _show_board(self, request: web.Request) -> web.Response:
        visitor = self._find(request)
        if visitor is None:
            return send_on("/")
        token, query = make_token(self._gate.get_key(request)), dict(request.query)

        def render(visitor: Visitor) -> str:
            return render_board(request.path, BoardRequest(visitor.game, FormKeys(token, visitor.stamp), query))

        return send_page(await self._visitors.run(visitor, render))

    async def _render_units(self, request: web.Request) -> Part:
        visitor, token = self._find(request), make_token(self._gate.get_key(request))
        if visitor is None:
            return None
        return await self._visitors.run(
            visitor, lambda visitor: render_units(visitor.game, FormKeys(token, visitor.stamp))
        )

    async def _send_picture(self, request: web.Request) -> web.Response:
        data = await self._visitors.in_thread(lambda: self._pictures.find(request.path))
        if data is None:
            raise RefusedError(HTTPStatus.NOT_FOUND)
        return web.Response(body=data, content_type="image/png", headers={"Cache-Control": KEEP_FOR_EVER})

    def _find(self, request: web.Request) -> Visitor | None:
        return self._visitors.find(self._gate.get_key(request))


async def send_static(request: web.Request) -> web.Response:
    """The style sheet, the script or the icon."""
    found = STATIC_FILES.get(request.path)
    if found is None:
        raise RefusedError(HTTPStatus.NOT_FOUND)
    return web.Response(body=found.data, content_type=found.kind, headers={"Cache-Control": KEEP_FOR_EVER})


async def say_ok(_: web.Request) -> web.Response:
    """That the server runs, for a proxy that asks."""
    return web.Response(text="ok\n")


def send_page(page: str, status: int = HTTPStatus.OK) -> web.Response:
    """A page."""
    return web.Response(text=page, content_type="text/html", status=status)


def send_on(path: str) -> web.Response:
    """Let the browser get another page. Then a refresh asks for that page, and sends no form again."""
    return web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": path})
