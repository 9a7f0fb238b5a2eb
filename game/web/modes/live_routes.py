"""The page by which a teacher drives a live round: one big button for what comes next, which Enter presses."""

from collections.abc import Sequence
from http import HTTPStatus

from aiohttp import web
from msgspec.structs import replace

from game.prose import class_words
from game.prose import live_words as words
from game.web.classes.class_site import ClassSite
from game.web.classes.teacher_places import DRIVE_PATH
from game.web.modes.live_board import render_drive_page, render_no_round
from game.web.modes.live_mode import LiveMode
from game.web.modes.live_room import LiveRoom
from game.web.modes.live_state import act
from game.web.serving.gate import FORM, make_token
from game.web.serving.routes import send_on, send_page
from game.web.stores.kept_values import ChangedElsewhereError


class LiveRoutes:
    """What answers the teacher of a live round."""

    def __init__(self, site: ClassSite, mode: LiveMode) -> None:
        self._site, self._mode = site, mode

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        guard = self._site.for_teacher
        return (web.get(DRIVE_PATH, guard(self._show)), web.post(DRIVE_PATH, guard(self._drive)))

    async def _show(self, request: web.Request) -> web.Response:
        return send_page(await self._render(request))

    async def _render(self, request: web.Request, notice: str = "") -> str:
        round_, room = await self._mode.find_round(), self._mode.room
        if round_ is None or room is None:
            return render_no_round(self._site.title)
        state, _ = await self._mode.load()
        stems = tuple(item.stem for item in room.paper.items)
        token = make_token(self._site.find_teacher(request))
        return render_drive_page(room.exam.title, replace(round_, stems=stems), state, token, notice)

    async def _drive(self, request: web.Request) -> web.Response:
        room, form = self._mode.room, request[FORM]
        if room is None:
            return send_on(DRIVE_PATH)
        state, known = await self._mode.load()
        fresh = act(state, form.get("do", ""), room.total)
        # A key that is pressed twice does one thing.
        if form.get("stamp") != str(state.turn) or fresh is state:
            return send_on(DRIVE_PATH)
        if fresh.step == "told" and await self._mode.find_key() is None:
            return send_page(await self._render(request, words.NO_KEY), HTTPStatus.CONFLICT)
        try:
            await self._mode.keep(fresh, known)
            if fresh.step == "over":
                await self._hand_in(room)
        except ChangedElsewhereError:
            return send_on(DRIVE_PATH)
        except OSError as bad:
            self._site.gate.report(bad)
            page = await self._render(request, class_words.ANSWER_NOT_KEPT)
            return send_page(page, HTTPStatus.SERVICE_UNAVAILABLE)
        return send_on(DRIVE_PATH)

    async def _hand_in(self, room: LiveRoom) -> None:
        for pupil in self._site.house.pupils:
            await room.run(pupil, room.hand_in)
