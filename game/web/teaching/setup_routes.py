"""The addresses on which a teacher sets up a class, and what answers them."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import NamedTuple

from aiohttp import web
from msgspec.structs import replace

from game.prose import setup_words as words
from game.prose.paper_errors import describe_code_fault
from game.quiz.bank import Bank
from game.quiz.codes import BadCodeError
from game.store.exam_files import TeachersExam
from game.web.classes.class_pack import ClassPack
from game.web.classes.class_site import ClassSite
from game.web.classes.teacher_places import DRIVE_PATH, PICK_PATH, SETUP_PATH
from game.web.modes.live_state import LIVE, LiveRound, LiveStore
from game.web.serving.gate import FORM, TEACHERS_PATH, make_token
from game.web.serving.routes import send_on, send_page
from game.web.stores.class_plan import ClassDraft
from game.web.stores.class_store import NOTHING
from game.web.teaching.class_setup import (
    draw_questions,
    exchange_question,
    make_class_exam,
    make_plan,
    pick_questions,
    remove_question,
    take_code,
)
from game.web.teaching.draft_form import Faults, read_draft, read_wish
from game.web.teaching.setup_fields import SetupView
from game.web.teaching.setup_page import render_pick_page, render_setup_page


class Changed(NamedTuple):
    """A set-up after what a button did to it."""

    draft: ClassDraft
    faults: Faults
    notice: str = ""


class SetupRoutes:
    """What answers a teacher who sets up a class."""

    def __init__(self, site: ClassSite, pack: ClassPack) -> None:
        self._site, self._pack = site, pack

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        guard = self._site.for_teacher
        return (
            web.get(SETUP_PATH, guard(self._show)),
            web.post(SETUP_PATH, guard(self._act)),
            web.get(PICK_PATH, guard(self._show_picks)),
            web.post(PICK_PATH, guard(self._pick)),
        )

    async def _load_bank(self) -> Bank | None:
        return await self._site.house.threads.run(lambda: self._pack.bank)

    async def _show(self, request: web.Request) -> web.Response:
        draft, bank = self._site.house.plan.draft, await self._load_bank()
        return await self._send(request, Changed(draft, {}, words.SAVED if "kept" in request.query else ""), bank)

    async def _send(
        self, request: web.Request, changed: Changed, bank: Bank | None, *, is_asking: bool = False
    ) -> web.Response:
        token = make_token(self._site.find_teacher(request))
        view = SetupView(
            self._site.title, changed.draft, bank, token, changed.faults, changed.notice, is_asking=is_asking
        )
        if FORM in request:
            view = view._replace(typed_number=request[FORM].get("items", ""))
        status = HTTPStatus.UNPROCESSABLE_ENTITY if changed.faults else HTTPStatus.OK
        page = await self._site.house.threads.run(lambda: render_setup_page(view))
        return send_page(page, status)

    async def _act(self, request: web.Request) -> web.Response:
        form, bank, site = request[FORM], await self._load_bank(), self._site
        draft, faults = read_draft(form, site.house.plan.draft)
        do = form.get("do", "")
        changed = await site.house.threads.run(lambda: _change(draft, do, form, bank)) if bank else Changed(draft, {})
        changed = changed._replace(faults={**faults, **changed.faults})
        await self._keep(changed.draft)
        if do in ("open", "open anyway") and not changed.faults:
            return await self._open(request, changed.draft, bank, is_sure=do == "open anyway")
        if changed.faults or changed.notice:
            return await self._send(request, changed, bank)
        return send_on(PICK_PATH if do == "pick" else f"{SETUP_PATH}?kept=1" if do == "save" else SETUP_PATH)

    async def _keep(self, draft: ClassDraft) -> None:
        house = self._site.house
        if draft != house.plan.draft:
            await house.keep_plan(replace(house.plan, draft=draft))

    async def _open(self, request: web.Request, draft: ClassDraft, bank: Bank | None, *, is_sure: bool) -> web.Response:
        site, exam = self._site, None
        if draft.mode != "tour":
            if bank is None or not any(item_id in bank.items for item_id in draft.items):
                return await self._send(request, Changed(draft, {"questions": words.NOTHING_TO_ASK}), bank)
            title = draft.title or bank.world.tour.title
            if draft.mode in ("exam", "live"):
                exam = await site.house.threads.run(lambda: make_class_exam(draft, bank, title))
        else:
            title = draft.title or (bank.world.tour.title if bank is not None else "")
        if not is_sure and await self._is_somebody_answering():
            return await self._send(request, Changed(draft, {}, words.STILL_ANSWERING), bank, is_asking=True)
        if exam is not None:
            made = exam
            await site.house.threads.run(lambda: self._keep_exam(made, draft))
        await site.house.keep_plan(make_plan(site.house.plan, draft, title, exam.hash if exam is not None else ""))
        return send_on(DRIVE_PATH if draft.mode == "live" else TEACHERS_PATH)

    def _keep_exam(self, made: TeachersExam, draft: ClassDraft) -> None:
        store = self._site.house.store
        self._site.exams.keep(made)
        if draft.mode == "live" and not store.get_one(LIVE, made.hash).version:
            # So that it is known as a round, also where no question of it was ever opened.
            LiveStore(store).keep(made.hash, LiveRound(), NOTHING)

    async def _is_somebody_answering(self) -> bool:
        mode = self._site.mode
        if mode is None:
            return False
        return any([(await mode.describe(pupil)).state == "answering" for pupil in self._site.house.pupils])

    async def _show_picks(self, request: web.Request) -> web.Response:
        bank = await self._load_bank()
        rooms = [room for room in bank.world.rooms.values() if room.items] if bank is not None else []
        if not rooms:
            return send_on(SETUP_PATH)
        room = next((room for room in rooms if room.id == request.query.get("room")), rooms[0])
        token = make_token(self._site.find_teacher(request))
        return send_page(render_pick_page(self._site.title, self._site.house.plan.draft, room, rooms, token))

    async def _pick(self, request: web.Request) -> web.Response:
        form, bank = request[FORM], await self._load_bank()
        room = bank.world.rooms.get(form.get("room", "")) if bank is not None else None
        if room is None:
            return send_on(PICK_PATH)
        offered = tuple(item.id for item in room.items)
        picked = frozenset(item_id for item_id in offered if item_id in form)
        await self._keep(pick_questions(self._site.house.plan.draft, offered, picked))
        return send_on(f"{PICK_PATH}?room={room.id}")


def _change(draft: ClassDraft, do: str, form: Mapping[str, str], bank: Bank) -> Changed:
    """What a button does to a set-up."""
    act, _, item_id = do.partition(" ")
    # Who opens a class without having chosen questions means those that the fields describe.
    if act == "draw" or (act == "open" and draft.mode != "tour" and not draft.items):
        wish, faults = read_wish(form, bank.tags)
        if faults:
            return Changed(draft, faults)
        drawn = draw_questions(draft, wish, bank)
        wanted, found = wish.selection.items, len(drawn.items)
        return Changed(drawn, {}, words.describe_fewer(found, wanted) if found < wanted else "")
    if act == "code":
        taken = take_code(draft, form.get("code", ""), bank)
        if isinstance(taken, BadCodeError):
            return Changed(draft, {"code": f"{words.BAD_CODE}: {describe_code_fault(taken.fault)}."})
        return Changed(taken, {})
    if act == "another":
        return Changed(exchange_question(draft, item_id, bank), {})
    return Changed(remove_question(draft, item_id) if act == "remove" else draft, {})
