"""The addresses of the wall of a class: its page by a link of its own, which lets one look and do nothing."""

from collections.abc import Awaitable, Callable, Sequence
from hmac import compare_digest
from http import HTTPStatus

from aiohttp import web

from game.web.classes.class_site import ClassSite
from game.web.classes.teacher_places import WALL_PATH
from game.web.modes.live_view import PublicRound
from game.web.pages.qr_code import FOLDER as QR_CODES
from game.web.pages.qr_code import QrCode, draw_qr_code
from game.web.serving.gate import KEEP_FOR_EVER, RefusedError
from game.web.serving.own_address import find_join_address, find_reach
from game.web.serving.routes import send_on, send_page
from game.web.walls.wall_page import render_live_wall, render_wall_page, render_wall_refusal
from game.web.walls.wall_view import HowToJoin, WallView, count_work


class WallRoutes:
    """What answers the projector of one class."""

    def __init__(self, site: ClassSite, find_round: Callable[[], Awaitable[PublicRound | None]]) -> None:
        self._site, self._find_round = site, find_round

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        return (web.get(WALL_PATH, self._show), web.get(f"{QR_CODES}{{name}}", self._send_code))

    def may_look(self, request: web.Request) -> bool:
        """Whether whoever asks may see the wall: by its link, or as the teacher."""
        return self._is_key(self._site.gate.get_wall_key(request)) or bool(self._site.find_teacher(request))

    def _is_key(self, key: str) -> bool:
        return compare_digest(key.encode(), self._site.house.wall.encode())

    async def _show(self, request: web.Request) -> web.Response:
        asked = request.query.get("key", "")
        if asked and self._is_key(asked):
            # The address leaves the window at once: a class reads along.
            response = send_on(WALL_PATH)
            self._site.gate.set_wall_key(response, asked)
            return response
        if not self.may_look(request):
            return send_page(render_wall_refusal(self._site.title), HTTPStatus.FORBIDDEN)
        wall, round_ = await self._make_view(request), await self._find_round()
        return send_page(render_wall_page(wall) if round_ is None else render_live_wall(wall, round_))

    async def _make_view(self, request: web.Request) -> WallView:
        site, mode = self._site, self._site.mode
        pupils = site.house.pupils
        is_counted = mode is not None and site.house.plan.mode == "exam"
        standings = [await mode.describe(pupil) for pupil in pupils] if mode is not None and is_counted else []
        address, reach = find_join_address(site.gate.address, request.host), find_reach(site.gate.address, request.host)
        join = HowToJoin(
            address.partition("//")[2].rstrip("/"),
            site.house.code,
            self._draw_code(request).path if reach == "others" else "",
            site.house.plan.takes_new,
            reach,
        )
        return WallView(title=site.title, join=join, pupils=len(pupils), work=count_work(standings))

    def _draw_code(self, request: web.Request) -> QrCode:
        return draw_qr_code(find_join_address(self._site.gate.address, request.host) + self._site.house.code)

    async def _send_code(self, request: web.Request) -> web.Response:
        code = self._draw_code(request)
        if not self.may_look(request) or code.path != request.path:
            raise RefusedError(HTTPStatus.NOT_FOUND)
        return web.Response(body=code.data, content_type="image/svg+xml", headers={"Cache-Control": KEEP_FOR_EVER})
