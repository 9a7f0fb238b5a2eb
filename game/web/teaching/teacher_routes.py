"""The addresses of the teacher of a class: the board, the page of each pupil, and what is done from both."""

from collections.abc import Sequence
from http import HTTPStatus
from time import monotonic

from aiohttp import web
from msgspec.structs import replace

from game.prose import setup_words
from game.web.classes.class_mode import Standing
from game.web.classes.class_pack import ClassPack
from game.web.classes.class_pages import render_teacher_only
from game.web.classes.class_site import ClassSite
from game.web.classes.pupils import Pupil
from game.web.classes.teacher_places import BEGIN_PATH, DO_PATH, PUPILS_PATH
from game.web.modes.exam_mode import ExamMode
from game.web.serving.gate import FORM, TEACHERS_PATH, make_token
from game.web.serving.own_address import find_join_address, find_reach
from game.web.serving.routes import send_on, send_page
from game.web.teaching.board_acts import ActDone, BoardActs
from game.web.teaching.board_note import drop_note, read_note, write_note
from game.web.teaching.class_board import BoardView, Told, render_board_page
from game.web.teaching.pupil_page import PupilView, render_pupil_page
from game.web.teaching.pupil_record import PupilRecord, describe_seen, make_exam_record
from game.web.teaching.setup_routes import SetupRoutes

WAITING = Standing("waiting")
SECONDS_AS_HERE = 15.0
"""Whoever has asked for a page since then is here. A page without a script does not listen."""


class TeacherRoutes:
    """What answers the teacher of one class."""

    def __init__(self, site: ClassSite, pack: ClassPack, exam: ExamMode) -> None:
        self._site, self._exam = site, exam
        self._setup = SetupRoutes(site, pack)
        self._acts = BoardActs(site, exam)

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        guard = self._site.for_teacher
        return (
            web.get(TEACHERS_PATH, self._enter),
            web.post(BEGIN_PATH, guard(self._begin)),
            web.post(DO_PATH, guard(self._do)),
            web.get(f"{PUPILS_PATH}/{{key}}", guard(self._show_pupil)),
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
        told = read_note(self._site, request)
        return self._forget_note(await self._send_board(request, Told(told)), told)

    async def _send_board(
        self, request: web.Request, told: Told, status: HTTPStatus = HTTPStatus.OK
    ) -> web.StreamResponse:
        site, plan = self._site, self._site.house.plan
        view = BoardView(
            title=site.title,
            code=site.house.code,
            address=find_join_address(site.gate.address, request.host).partition("//")[2].rstrip("/"),
            reach=find_reach(site.gate.address, request.host),
            pupils=[await self._describe(pupil) for pupil in site.house.pupils],
            token=make_token(site.find_teacher(request)),
            stamp=self._acts.stamp_class(),
            waits=site.mode is not None and not plan.has_begun,
            is_exam=self._exam.room is not None,
            is_held=plan.is_held,
            takes_new=plan.takes_new,
            told=told,
        )
        return send_page(render_board_page(view), status)

    async def _show_pupil(self, request: web.Request) -> web.StreamResponse:
        pupil = self._site.house.get_pupil(request.match_info["key"])
        if pupil is None:
            return send_on(TEACHERS_PATH)
        told = read_note(self._site, request)
        return self._forget_note(await self._send_pupil(request, pupil, Told(told)), told)

    def _forget_note(self, response: web.StreamResponse, told: str) -> web.StreamResponse:
        if told:
            drop_note(self._site, response)
        return response

    async def _send_pupil(
        self, request: web.Request, pupil: Pupil, told: Told, status: HTTPStatus = HTTPStatus.OK
    ) -> web.StreamResponse:
        token = make_token(self._site.find_teacher(request))
        return send_page(
            render_pupil_page(PupilView(self._site.title, await self._describe(pupil), token, told)), status
        )

    async def _describe(self, pupil: Pupil) -> PupilRecord:
        site, room = self._site, self._exam.room
        exam = await room.run(pupil, make_exam_record) if room is not None else None
        seen = monotonic() - pupil.seen if pupil.seen is not None else None
        since = min((each for each in (seen, exam.seconds_since if exam else None) if each is not None), default=None)
        is_here = site.news.is_here(pupil.key) or (seen is not None and seen < SECONDS_AS_HERE)
        return PupilRecord(
            key=pupil.key,
            name=pupil.name,
            number=pupil.number,
            earlier=pupil.earlier,
            standing=await site.mode.describe(pupil) if site.mode is not None else WAITING,
            stamp=await self._acts.stamp(pupil),
            seen=describe_seen(is_here=is_here, since=since),
            exam=exam,
        )

    async def _begin(self, _: web.Request) -> web.StreamResponse:
        """Let pupils begin who wait."""
        await self._site.house.keep_plan(replace(self._site.house.plan, has_begun=True))
        response = send_on(TEACHERS_PATH)
        # The pages of a practice and of a tour show by themselves; an exam waits for each pupil.
        told = setup_words.MAY_BEGIN_EXAM if self._site.house.plan.mode == "exam" else setup_words.MAY_BEGIN
        write_note(self._site, response, told)
        return response

    async def _do(self, request: web.Request) -> web.StreamResponse:
        done = await self._acts.perform(request[FORM])
        if done.status == HTTPStatus.OK:
            response = send_on(done.path)
            write_note(self._site, response, done.text)
            return response
        return await self._refuse(request, done)

    async def _refuse(self, request: web.Request, done: ActDone) -> web.StreamResponse:
        told, pupil = Told(done.text, is_refused=True), done.pupil
        if pupil is None:
            return await self._send_board(request, told, done.status)
        return await self._send_pupil(request, pupil, told, done.status)
