"""The mode in which a class practises: its addresses and what answers them."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from aiohttp import web

from game.pack.kinds import Shown, describe_form, read_response
from game.prose import class_words as words
from game.prose.lines import Line
from game.prose.questions import describe_fields
from game.web.classes.class_mode import Standing
from game.web.classes.class_pack import ClassPack
from game.web.classes.class_pages import render_wait_page
from game.web.classes.class_site import ClassSite
from game.web.classes.pupils import Pupil
from game.web.modes.practice_page import PRACTICE_PATH, PublicPractice, render_practice_page
from game.web.modes.practice_room import PracticeRoom, PracticeSeat
from game.web.pages.answer_view import make_public_answer
from game.web.pages.exam_answer import move_step, write_answer, write_order
from game.web.serving.gate import FORM, make_token
from game.web.serving.routes import send_on, send_page
from game.web.stores.kept_values import ChangedElsewhereError
from game.web.tours.tour_page import FormKeys

LINES: Mapping[str, str] = {"hint": "hint", "pass": "skip"}
"""What a button does -> the line that is typed for it."""


class PracticeMode:
    """The practice of a class."""

    path = PRACTICE_PATH

    def __init__(self, site: ClassSite, pack: ClassPack) -> None:
        self._site, self._pack = site, pack
        self._room: PracticeRoom | None = None

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        return (web.get(PRACTICE_PATH, self._show), web.post(PRACTICE_PATH, self._act))

    async def _find_room(self) -> PracticeRoom | None:
        """The room of what the class practises now; None in another mode."""
        house = self._site.house
        plan = house.plan
        if plan.mode != "practice":
            return None
        if self._room is None or self._room.plan.practice != plan.practice:
            bank, lexicon = await house.threads.run(lambda: (self._pack.bank, self._pack.lexicon))
            if bank is None or lexicon is None:
                return None
            self._room = PracticeRoom(plan, bank, lexicon, house.store, house.threads)
        return self._room

    async def describe(self, pupil: Pupil) -> Standing:
        """How far a pupil is."""
        room = await self._find_room()
        standing = await room.run(pupil, _describe) if room is not None else Standing("waiting")
        may_begin = room is not None and self._site.house.plan.has_begun
        return standing._replace(state="ready") if may_begin and standing.state == "waiting" else standing

    async def tick(self) -> None:
        """Practice has no clock."""

    async def _show(self, request: web.Request) -> web.Response:
        pupil, room = self._site.find_pupil(request), await self._find_room()
        if pupil is None or room is None:
            return send_on(self._site.find_path(pupil))
        if not self._site.house.plan.has_begun:
            return send_page(render_wait_page(self._site.title, pupil))
        token = make_token(self._site.gate.get_key(request))
        return send_page(await room.run(pupil, lambda seat: self._render(seat, token)))

    def _render(self, seat: PracticeSeat, token: str, told: Sequence[Line] = ()) -> str:
        keys = FormKeys(token, seat.moment.write(seat.place))
        return render_practice_page(_make_public(self._site.title, seat, told), keys)

    async def _act(self, request: web.Request) -> web.Response:
        pupil, room, form = self._site.find_pupil(request), await self._find_room(), request[FORM]
        if pupil is None or room is None or not self._site.house.plan.has_begun:
            return send_on(self._site.find_path(pupil))
        token = make_token(self._site.gate.get_key(request))

        def act(seat: PracticeSeat) -> str:
            """Nothing, or the page that is the answer where nothing was done."""
            if not seat.moment.is_now(form.get("stamp", ""), seat.place):
                return ""
            try:
                _do(room, seat, form)
            except ChangedElsewhereError:
                return ""
            except OSError as bad:
                self._site.gate.report(bad)
                return self._render(seat, token, [Line(words.ANSWER_NOT_KEPT, "note")])
            seat.moment.go_on()
            return ""

        refused = await room.run(pupil, act)
        return send_page(refused, HTTPStatus.SERVICE_UNAVAILABLE) if refused else send_on(PRACTICE_PATH)


def _do(room: PracticeRoom, seat: PracticeSeat, form: Mapping[str, str]) -> None:
    """Do what a button of the practice wants."""
    do, shown = form.get("do", ""), seat.session.shown
    seat.is_unread = False
    if do == "next":
        seat.answered = None
    elif do == "again" and seat.session.is_over:
        room.begin_again(seat)
    elif shown is not None and seat.answered is None:
        moved = move_step(shown, seat.moved.line if seat.moved else "", do)
        if moved is not None:
            seat.moved = moved
        elif do == "answer":
            _answer(room, seat, shown, form)
        elif do in LINES:
            _perform(room, seat, LINES[do])


def _answer(room: PracticeRoom, seat: PracticeSeat, shown: Shown, form: Mapping[str, str]) -> None:
    """Answer the question in sight. What is no answer stays in its field."""
    instruction = describe_form(shown.item).instruction
    is_order = instruction == "order"
    line = write_order(shown, seat.moved.line if seat.moved else "") if is_order else write_answer(form, instruction)
    seat.unsent, seat.is_unread = line, not line or read_response(shown, line) is None
    if not seat.is_unread:
        _perform(room, seat, line)


def _perform(room: PracticeRoom, seat: PracticeSeat, line: str) -> None:
    room.perform(seat, line)
    seat.answered = seat.session.view.just_answered
    if seat.answered is not None:
        seat.moved, seat.unsent = None, ""


def _make_public(title: str, seat: PracticeSeat, told: Sequence[Line]) -> PublicPractice:
    view, answered, last = seat.session.view, seat.answered, seat.session.last
    if answered is not None and answered.shown is not None:
        heading, stem = _name_place(seat, answered.place), answered.shown.item.stem
        return PublicPractice(title, heading, view.tally, view.share_done, stem, (*told, *answered.feedback))
    shown = view.shown
    if shown is None:
        return PublicPractice(title, words.PRACTICE_OVER, view.tally, view.share_done, "", (*told, *last.after))
    notice = (Line(words.NO_ANSWER_YET, "note"),) if seat.is_unread else ()
    # The first words of a practice name commands, which nobody types here.
    said = last.notice if seat.lines else (Line(words.PRACTICE_OPENING, "note"),)
    line = seat.unsent or (seat.moved.line if seat.moved is not None else "")
    return PublicPractice(
        title,
        _name_place(seat, view.place),
        view.tally,
        view.share_done,
        shown.item.stem,
        (*told, *notice, *said),
        describe_fields(shown.item),
        make_public_answer(shown, line, seat.moved),
    )


def _name_place(seat: PracticeSeat, place: int) -> str:
    """Which question it is. One that comes back has no number of its own: nobody can see how many will."""
    first = len(seat.session.policy.item_ids)
    return words.name_question(place + 1, first) if place < first else words.ONCE_MORE


def _describe(seat: PracticeSeat) -> Standing:
    view = seat.session.view
    total = len(view.statuses)
    done = sum(status != "open" for status in view.statuses)
    state = "done" if seat.session.is_over else "practising" if done else "waiting"
    return Standing(state, words.count_answered(done, total))
