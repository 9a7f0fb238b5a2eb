"""The mode in which a class walks the tour: each pupil alone, with notebook and report, the teacher beside them."""

import asyncio
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from aiohttp import web

from game.app.notebook_view import NotebookView
from game.prose import class_tour_words as words
from game.web.classes.class_mode import Standing
from game.web.classes.class_pack import ClassPack
from game.web.classes.class_pages import render_elsewhere_page, render_wait_page, render_who
from game.web.classes.class_site import ClassSite
from game.web.classes.pupils import Pupil
from game.web.classes.teacher_places import PAGES_PATH
from game.web.modes.front_pages import render_front_pages
from game.web.modes.tour_hall import TourHall
from game.web.pages.elements import Part
from game.web.serving.gate import RefusedError
from game.web.serving.routes import send_on, send_page
from game.web.tours.room_pictures import FOLDER as PICTURES
from game.web.tours.tour_page import TOUR_PATH
from game.web.tours.tour_pages import TourPages, TourSeat, send_picture
from game.web.tours.visitors import TourSummary


class TourMode:
    """The tour of a class."""

    path = TOUR_PATH

    def __init__(self, site: ClassSite, pack: ClassPack, folder: Path) -> None:
        """Make it; the pack is opened when the class first walks.

        Args:
            site: The class.
            pack: Where it walks.
            folder: Where the tours of its pupils are kept.
        """
        self._site, self._pack, self._folder = site, pack, folder
        self._hall: TourHall | None = None
        self._opening = asyncio.Lock()
        self.pages = TourPages(site.gate, self._find_seat)

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        return (
            *self.pages.list_routes(),
            web.get(f"{PICTURES}{{name}}", self._send_picture),
            web.get(PAGES_PATH, self._site.for_teacher(self._show_front_pages)),
        )

    async def describe(self, pupil: Pupil) -> Standing:
        """How far a pupil is."""
        hall = await self._find_hall()
        summary = await hall.summarise(pupil) if hall is not None else None
        if summary is None:
            may_begin = hall is not None and self._site.house.plan.has_begun
            return Standing("ready" if may_begin else "waiting")
        return Standing("filed" if summary.has_page else "touring", _describe(summary))

    async def tick(self) -> None:
        """A tour has no clock that runs by itself."""

    async def read_notebook(self, pupil: Pupil) -> NotebookView | None:
        """What a pupil has noted on the tour; None for one who has not begun it."""
        hall = await self._find_hall()
        return await hall.read_notebook(pupil) if hall is not None else None

    async def close(self) -> None:
        """Close all tours."""
        if self._hall is not None:
            await self._hall.close()

    async def find_more_settings(self, request: web.Request) -> Part:
        """What a pupil finds on the page of settings: the own number, and on a tour the units."""
        pupil = self._site.find_pupil(request)
        if pupil is None:
            return None
        return render_who(pupil), await self.pages.render_units(request) if self._site.mode is self else None

    async def _find_hall(self) -> TourHall | None:
        """The tours of the class; None where its pack cannot be used."""
        # Of many who come at once, one opens the pack.
        async with self._opening:
            if self._hall is None:
                self._hall = await self._site.house.threads.run(self._open_hall)
            return self._hall

    def _open_hall(self) -> TourHall | None:
        world, lexicon = self._pack.opened.world, self._pack.lexicon
        if world is None or lexicon is None:
            return None
        return TourHall(world, lexicon, self._pack, self._folder, self._site.house.store)

    async def _find_seat(self, request: web.Request) -> TourSeat | web.Response:
        site, pupil = self._site, self._site.find_pupil(request)
        if pupil is None or site.mode is not self:
            return send_on(site.find_path(pupil))
        hall = await self._find_hall() if site.house.plan.has_begun else None
        if hall is None:
            return send_page(render_wait_page(site.title, pupil))
        seat = await hall.find_seat(pupil, site.house.plan)
        return seat if seat is not None else send_page(render_elsewhere_page(site.title), HTTPStatus.CONFLICT)

    async def _send_picture(self, request: web.Request) -> web.Response:
        hall = self._hall
        if hall is None or (self._site.find_pupil(request) is None and not self._site.find_teacher(request)):
            raise RefusedError(HTTPStatus.NOT_FOUND)
        return await send_picture(hall.pictures, hall.visitors, request.path)

    async def _show_front_pages(self, request: web.Request) -> web.Response:
        hall = await self._find_hall()
        pages = [each async for each in hall.list_pages(self._site.house.pupils)] if hall is not None else []
        named = [(pupil.name, page) for pupil, page in pages]
        return send_page(render_front_pages(self._site.title, named, has_names="names" in request.query))


def _describe(summary: TourSummary) -> str:
    return words.describe_progress(summary.room, summary.noted, summary.closed, summary.leads)
