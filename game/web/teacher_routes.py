"""The addresses of the teacher of a class: the board and all below it."""

from collections.abc import Sequence
from http import HTTPStatus

from aiohttp import web
from msgspec.structs import replace

from game.web.class_mode import Standing
from game.web.class_pack import ClassPack
from game.web.class_pages import BoardRow, render_board_page, render_teacher_only
from game.web.class_site import ClassSite
from game.web.gate import TEACHERS_PATH, make_token
from game.web.routes import send_on, send_page
from game.web.setup_routes import SetupRoutes
from game.web.teacher_places import BEGIN_PATH

WAITING = Standing("waiting")


class TeacherRoutes:
    """What answers the teacher of one class."""

    def __init__(self, site: ClassSite, pack: ClassPack) -> None:
        self._site = site
        self._setup = SetupRoutes(site, pack)

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        return (
            web.get(TEACHERS_PATH, self._enter),
            web.post(BEGIN_PATH, self._site.for_teacher(self._begin)),
            *self._setup.list_routes(),
        )

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        asked = request.query.get("key", "")
        if not asked:
            return await self._site.for_teacher(self._show)(request)
        if not self._site.is_teacher(asked):
            return send_page(render_teacher_only(self._site.title), HTTPStatus.FORBIDDEN)
        # The address leaves the window at once: it may be on a projector.
        response = send_on(TEACHERS_PATH)
        self._site.gate.set_teachers_key(response, asked)
        return response

    async def _show(self, request: web.Request) -> web.StreamResponse:
        site = self._site
        mode = site.mode
        rows = [
            BoardRow(pupil.name, await mode.describe(pupil) if mode is not None else WAITING)
            for pupil in site.house.pupils
        ]
        token = "" if site.house.plan.has_begun or mode is None else make_token(site.find_teacher(request))
        return send_page(render_board_page(site.title, site.house.code, rows, token))

    async def _begin(self, _: web.Request) -> web.StreamResponse:
        """Let pupils begin who wait."""
        await self._site.house.keep_plan(replace(self._site.house.plan, has_begun=True))
        return send_on(TEACHERS_PATH)
