"""The pages of a tour and what answers them, for a server of tours and for a class that walks one."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import NamedTuple

from aiohttp import web

from game.prose import web_words as words
from game.web.pages.elements import Part
from game.web.pages.page_frame import SETTINGS_PATH
from game.web.serving.gate import FORM, KEEP_FOR_EVER, Gate, RefusedError, make_token
from game.web.serving.routes import send_on, send_page
from game.web.tours.board import BoardRequest
from game.web.tours.public_view import make_public_view
from game.web.tours.room_pictures import RoomPictures
from game.web.tours.settings_page import render_units
from game.web.tours.tour_boards import BOARD_PAGES, render_board
from game.web.tours.tour_page import REPORT_PATH, TOUR_PATH, FormKeys, render_tour_page
from game.web.tours.visitors import Visitor, Visitors

AFTER_A_LINE = frozenset({TOUR_PATH, REPORT_PATH, SETTINGS_PATH})
"""Pages that a form may lead to."""


class TourSeat(NamedTuple):
    """Whose tour a request is about."""

    visitor: Visitor
    visitors: Visitors
    pictures: RoomPictures
    task: str = ""
    """What a teacher wants to be done; empty without one."""


FindSeat = Callable[[web.Request], Awaitable[TourSeat | web.Response]]
"""The tour of who asks; where there is none, the answer that leads to another page."""


class TourPages:
    """What answers each address of a tour."""

    def __init__(self, gate: Gate, find_seat: FindSeat) -> None:
        self._gate, self._find_seat = gate, find_seat

    def list_routes(self) -> tuple[web.AbstractRouteDef, ...]:
        """Its addresses."""
        return (
            web.get(TOUR_PATH, self._show_tour),
            web.post(TOUR_PATH, self._say),
            *(web.get(path, self._show_board) for path in BOARD_PAGES),
        )

    async def _show_tour(self, request: web.Request) -> web.Response:
        seat = await self._find_seat(request)
        return seat if isinstance(seat, web.Response) else send_page(await self._render_tour(request, seat))

    async def _render_tour(self, request: web.Request, seat: TourSeat, *, unsent: str = "", notice: str = "") -> str:
        token = make_token(self._gate.get_key(request))

        def render(visitor: Visitor) -> str:
            view = make_public_view(visitor.game, visitor.said, visitor.drafted, seat.pictures, visitor.enters)
            return render_tour_page(view, FormKeys(token, visitor.stamp), unsent=unsent, notice=notice, task=seat.task)

        return await seat.visitors.run(seat.visitor, render)

    async def _say(self, request: web.Request) -> web.Response:
        seat, form = await self._find_seat(request), request[FORM]
        if isinstance(seat, web.Response):
            return seat
        line, is_typed = form.get("say", ""), "typed" in form

        def perform(visitor: Visitor) -> str:
            """Nothing, or why nothing was done."""
            if not visitor.is_now(form.get("stamp", "")):
                return words.STALE
            if "do" in form:
                return visitor.answer(form)
            visitor.say(line, is_typed=is_typed)
            return ""

        why = await seat.visitors.run(seat.visitor, perform)
        if why:
            page = await self._render_tour(request, seat, unsent=line if is_typed else "", notice=why)
            return send_page(page, HTTPStatus.CONFLICT if why == words.STALE else HTTPStatus.UNPROCESSABLE_ENTITY)
        then = form.get("then", TOUR_PATH)
        return send_on(then if then in AFTER_A_LINE else TOUR_PATH)

    async def _show_board(self, request: web.Request) -> web.Response:
        seat = await self._find_seat(request)
        if isinstance(seat, web.Response):
            return seat
        token, query = make_token(self._gate.get_key(request)), dict(request.query)

        def render(visitor: Visitor) -> str:
            return render_board(request.path, BoardRequest(visitor.game, FormKeys(token, visitor.stamp), query))

        return send_page(await seat.visitors.run(seat.visitor, render))

    async def render_units(self, request: web.Request) -> Part:
        """The units of the tour of who asks; nothing where there is none."""
        seat = await self._find_seat(request)
        if isinstance(seat, web.Response):
            return None
        token = make_token(self._gate.get_key(request))
        return await seat.visitors.run(
            seat.visitor, lambda visitor: render_units(visitor.game, FormKeys(token, visitor.stamp))
        )


async def send_picture(pictures: RoomPictures, visitors: Visitors, path: str) -> web.Response:
    """A picture.

    Raises:
        RefusedError: Nobody has made that address.
    """
    data = await visitors.in_thread(lambda: pictures.find(path))
    if data is None:
        raise RefusedError(HTTPStatus.NOT_FOUND)
    return web.Response(body=data, content_type="image/png", headers={"Cache-Control": KEEP_FOR_EVER})
