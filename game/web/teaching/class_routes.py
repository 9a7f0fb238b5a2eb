"""The addresses of a class that all its modes share: joining, waiting, static files."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from game.prose.class_words import JoinFault
from game.web.classes.class_house import CannotJoin
from game.web.classes.class_pack import ClassPack
from game.web.classes.class_pages import JOIN_PATH, WAIT_PATH, Typed, render_join_page, render_wait_page
from game.web.classes.class_site import ClassSite
from game.web.classes.news_hub import find_following_path
from game.web.classes.teacher_places import WALL_PATH
from game.web.modes.exam_mode import ExamMode
from game.web.modes.live_mode import LiveMode
from game.web.modes.live_routes import LiveRoutes
from game.web.pages.following import FOLLOWED
from game.web.pages.static_files import FOLDER as STATIC
from game.web.serving.gate import FORM, MAX_BODY_BYTES, TEACHERS_PATH, make_token
from game.web.serving.routes import COOKIE_SECONDS, say_ok, send_on, send_page, send_static
from game.web.stores.kept_values import News, StoreAwayError
from game.web.teaching.teacher_routes import TeacherRoutes
from game.web.tours.settings_page import SettingsPage
from game.web.walls.news_routes import NewsRoutes
from game.web.walls.wall_routes import WallRoutes

SECONDS_BETWEEN_TICKS = 1.0

STATUSES: Mapping[JoinFault, HTTPStatus] = {
    "often": HTTPStatus.TOO_MANY_REQUESTS,
    "not kept": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""Why somebody cannot join -> the status, where nothing was typed wrongly."""


class ClassRoutes:
    """What answers each address of one class."""

    def __init__(self, site: ClassSite, pack: ClassPack, exam: ExamMode, live: LiveMode) -> None:
        self._site, self._pack, self._exam, self._live = site, pack, exam, live
        self._readings: set[asyncio.Task[None]] = set()

    def make_application(self) -> web.Application:
        """All of it, as aiohttp takes it."""
        site, wall = self._site, WallRoutes(self._site, self._live.find_round)
        application = web.Application(
            middlewares=[site.gate.make_middleware(), self._make_reader(), self._make_teller(), self._make_follower()],
            client_max_size=MAX_BODY_BYTES,
        )
        application.add_routes(
            [
                web.get("/", self._show_join),
                web.post(JOIN_PATH, self._join),
                web.get(WAIT_PATH, self._show_wait),
                *(route for mode in site.modes.values() for route in mode.list_routes()),
                *TeacherRoutes(site, self._pack, self._exam).list_routes(),
                *SettingsPage(site.gate, lambda: site.title, site.find_more_settings).list_routes(),
                *LiveRoutes(site, self._live).list_routes(),
                *wall.list_routes(),
                *NewsRoutes(site, wall.may_look).list_routes(),
                web.get(f"{STATIC}{{name}}", send_static),
                web.get("/ok", say_ok),
                # Last: the address in a QR code, which every other address goes before.
                web.get("/{code:[0-9A-Za-z]{6}}", self._show_join),
            ]
        )
        application.cleanup_ctx.append(self._keep_time)
        application.on_shutdown.append(self._end_news)
        return application

    def _make_reader(self) -> Middleware:
        """Who joined at another server a moment ago, or changed the class there, is known before the news of it."""

        @web.middleware
        async def read(request: web.Request, handler: Handler) -> web.StreamResponse:
            site = self._site
            # One server has the class alone, and knows all of it.
            if site.house.store.shelf.is_shared:
                key = site.gate.get_key(request)
                is_unknown = bool(key) and site.house.find(key) is None
                if is_unknown or request.path.startswith(TEACHERS_PATH):
                    await site.house.refresh()
            return await handler(request)

        return read

    def _make_teller(self) -> Middleware:
        @web.middleware
        async def tell(request: web.Request, handler: Handler) -> web.StreamResponse:
            response = await handler(request)
            if request.method == "POST":
                self._tick_news()
                self._site.news.touch()
            return response

        return tell

    def _make_follower(self) -> Middleware:
        """Each page of a pupil that does not move by itself hears when the class goes on."""

        @web.middleware
        async def follow(request: web.Request, handler: Handler) -> web.StreamResponse:
            site = self._site
            if not request.path.startswith((TEACHERS_PATH, WALL_PATH)) and site.house.find(site.gate.get_key(request)):
                FOLLOWED.set(find_following_path(site.activity))
            return await handler(request)

        return follow

    async def _end_news(self, _: web.Application) -> None:
        self._site.news.close()

    def _tick_news(self) -> None:
        self._site.news.tick(len(self._site.house.pupils), self._site.stage)

    async def _keep_time(self, _: web.Application) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()

        def hear(news: News) -> None:
            # After the end of the loop, nobody is there to be told.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._hear, news)

        await self._site.house.threads.run(lambda: self._site.house.store.listen(hear))
        ticking = asyncio.create_task(self._tick_for_ever())
        yield
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking
        self._site.house.threads.close()

    def _hear(self, news: News) -> None:
        self._site.news.hint()
        if self._site.house.store.shelf.is_shared and self._site.house.is_news(news):
            reading = asyncio.create_task(self._refresh())
            self._readings.add(reading)
            reading.add_done_callback(self._readings.discard)
        for hear in self._site.hearers:
            hear(news)

    async def _refresh(self) -> None:
        # Where it cannot be read now, the news that all may have been missed come when it can.
        with suppress(OSError):
            await self._site.house.refresh()

    async def _tick_for_ever(self) -> None:
        told = ""
        while True:
            try:
                if self._site.mode is not None:
                    await self._site.mode.tick()
            except Exception as bad:
                # The clocks of a class go on whatever happens. What happens each second is reported once.
                if repr(bad) != told:
                    self._site.gate.report(bad)
                told = repr(bad)
            self._tick_news()
            await asyncio.sleep(SECONDS_BETWEEN_TICKS)

    async def _show_join(self, request: web.Request) -> web.Response:
        pupil = self._site.find_pupil(request)
        if pupil is not None:
            return send_on(self._site.find_path(pupil))
        return send_page(self._render_join(request, Typed(request.match_info.get("code", "")), None))

    def _render_join(self, request: web.Request, typed: Typed, fault: JoinFault | None) -> str:
        key = self._site.gate.get_key(request)
        return render_join_page(self._site.title, typed, fault, make_token(key) if key else "")

    async def _join(self, request: web.Request) -> web.Response:
        form, site = request[FORM], self._site
        typed = Typed(form.get("code", ""), form.get("name", ""))
        sender = site.gate.find_sender(request)
        try:
            joined = await site.house.join(typed.code, typed.name, form.get("number", ""), sender)
        except OSError as bad:
            if not isinstance(bad, StoreAwayError):
                site.gate.report(bad)
            joined = CannotJoin("not kept")
        if isinstance(joined, CannotJoin):
            status = STATUSES.get(joined.fault, HTTPStatus.UNPROCESSABLE_ENTITY)
            return send_page(self._render_join(request, typed, joined.fault), status)
        response = send_on(site.find_path(site.house.find(joined)))
        site.gate.set_key(response, joined, COOKIE_SECONDS)
        return response

    async def _show_wait(self, request: web.Request) -> web.Response:
        pupil = self._site.find_pupil(request)
        path = self._site.find_path(pupil)
        if pupil is None or path != WAIT_PATH:
            return send_on(path)
        return send_page(render_wait_page(self._site.title, pupil))
