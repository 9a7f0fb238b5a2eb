"""The addresses of a class that sits an exam, and what answers them."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from hmac import compare_digest
from http import HTTPStatus

from aiohttp import web

from game.app.answer_draft import AnswerDraft
from game.app.exam_policy import ExamPolicy
from game.app.quiz_session import QuizSession
from game.pack.kinds import describe_form, read_response
from game.prose import class_words as words
from game.prose.class_words import JoinFault
from game.web.class_house import CannotJoin, ClassHouse, Pupil
from game.web.class_pages import (
    BOARD_PATH,
    JOIN_PATH,
    BoardRow,
    Typed,
    render_board_page,
    render_join_page,
    render_teacher_only,
    render_waiting_page,
)
from game.web.exam_answer import write_answer
from game.web.exam_page import EXAM_PATH, Receipt, render_exam_page, render_receipt_page
from game.web.exam_view import make_public_exam
from game.web.gate import FORM, MAX_BODY_BYTES, Gate, make_token
from game.web.routes import COOKIE_SECONDS, say_ok, send_on, send_page, send_static
from game.web.static_files import FOLDER as STATIC
from game.web.tour_page import FormKeys

COMMANDS = frozenset({"flag", "clear", "hand in", "yes", "no"})
"""What buttons of the exam do that is a command as it is typed."""


STATUSES: Mapping[JoinFault, HTTPStatus] = {
    "often": HTTPStatus.TOO_MANY_REQUESTS,
    "not kept": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""Why somebody cannot join -> the status, where nothing was typed wrongly."""


class ClassRoutes:
    """What answers each address of one class."""

    def __init__(self, house: ClassHouse, gate: Gate) -> None:
        self._house, self._gate = house, gate

    def make_application(self) -> web.Application:
        """All of it, as aiohttp takes it."""
        application = web.Application(middlewares=[self._gate.make_middleware()], client_max_size=MAX_BODY_BYTES)
        application.add_routes(
            [
                web.get("/", self._show_join),
                web.post(JOIN_PATH, self._join),
                web.get(EXAM_PATH, self._show_exam),
                web.post(EXAM_PATH, self._act),
                web.get(BOARD_PATH, self._show_board),
                web.get(f"{STATIC}{{name}}", send_static),
                web.get("/ok", say_ok),
            ]
        )
        application.cleanup_ctx.append(self._keep_time)
        return application

    async def _keep_time(self, _: web.Application) -> AsyncIterator[None]:
        ticking = asyncio.create_task(self._house.keep_time())
        yield
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking
        self._house.threads.close()

    async def _show_join(self, request: web.Request) -> web.Response:
        if self._find(request) is not None:
            return send_on(EXAM_PATH)
        return send_page(self._render_join(request, Typed(), None))

    def _render_join(self, request: web.Request, typed: Typed, fault: JoinFault | None) -> str:
        key = self._gate.get_key(request)
        return render_join_page(self._house.exam.title, typed, fault, make_token(key) if key else "")

    async def _join(self, request: web.Request) -> web.Response:
        form = request[FORM]
        typed = Typed(form.get("code", ""), form.get("name", ""))
        sender = self._gate.find_sender(request)
        try:
            joined = await self._house.join(typed.code, typed.name, form.get("number", ""), sender)
        except OSError as bad:
            self._gate.report(bad)
            joined = CannotJoin("not kept")
        if isinstance(joined, CannotJoin):
            status = STATUSES.get(joined.fault, HTTPStatus.UNPROCESSABLE_ENTITY)
            return send_page(self._render_join(request, typed, joined.fault), status)
        response = send_on(EXAM_PATH)
        self._gate.set_key(response, joined, COOKIE_SECONDS)
        return response

    async def _show_exam(self, request: web.Request) -> web.Response:
        pupil = self._find(request)
        if pupil is None:
            return send_on("/")
        token = make_token(self._gate.get_key(request))
        return send_page(await self._house.run(pupil, lambda pupil: self._render(pupil, token)))

    def _render(self, pupil: Pupil, token: str, notice: str = "") -> str:
        """The page for where a pupil stands: waiting, answering, or done."""
        title, keys = self._house.exam.title, FormKeys(token, pupil.moment.write(_find_place(pupil)))
        if pupil.done is not None:
            return render_receipt_page(title, _make_receipt(pupil, len(self._house.exam.questions)))
        if pupil.session is None or not pupil.is_begun:
            rules = self._house.list_rules(pupil)
            return render_waiting_page(title, pupil.name, pupil.number, rules, keys, notice)
        exam = make_public_exam(title, pupil.name, pupil.session.view, pupil.unsent)
        return render_exam_page(exam, keys)

    async def _act(self, request: web.Request) -> web.Response:
        pupil, form = self._find(request), request[FORM]
        if pupil is None:
            return send_on("/")
        token = make_token(self._gate.get_key(request))

        def act(pupil: Pupil) -> str:
            """Nothing, or the page that is the answer where nothing was done."""
            if not pupil.moment.is_now(form.get("stamp", ""), _find_place(pupil)):
                return ""
            pupil.moment.go_on()
            if form.get("do") == "begin":
                why = self._begin(pupil)
                return self._render(pupil, token, why) if why else ""
            if pupil.session is not None and pupil.is_begun:
                _sit(pupil, pupil.session, form)
            return ""

        refused = await self._house.run(pupil, act)
        return send_page(refused, HTTPStatus.CONFLICT) if refused else send_on(EXAM_PATH)

    def _begin(self, pupil: Pupil) -> str:
        """Begin an exam; why it cannot begin, or nothing."""
        try:
            return "" if self._house.begin(pupil) else words.TOO_LATE
        except OSError as bad:
            self._gate.report(bad)
            return words.NOT_KEPT

    async def _show_board(self, request: web.Request) -> web.Response:
        cookie = f"{self._gate.address.cookie}-board"
        asked = request.query.get("key", "")
        known = request.cookies.get(cookie, "")
        if asked and self._is_teacher(asked):
            # The address leaves the window at once: it may be on a projector.
            response = send_on(BOARD_PATH)
            secure = self._gate.address.is_secure
            response.set_cookie(cookie, asked, path="/", httponly=True, samesite="Strict", secure=secure)
            return response
        if not self._is_teacher(known):
            return send_page(render_teacher_only(self._house.exam.title), HTTPStatus.FORBIDDEN)
        total = len(self._house.exam.questions)
        rows = [await self._house.run(pupil, lambda pupil: _make_row(pupil, total)) for pupil in self._house.pupils]
        return send_page(render_board_page(self._house.exam.title, self._house.code, rows))

    def _is_teacher(self, key: str) -> bool:
        return compare_digest(key.encode(), self._house.board.encode())

    def _find(self, request: web.Request) -> Pupil | None:
        return self._house.find(self._gate.get_key(request))


def _find_place(pupil: Pupil) -> str:
    """Where a pupil stands, as it is known after a restart as well."""
    if pupil.session is None or pupil.done is not None:
        return "out"
    return str(pupil.session.policy.questions.place)


def _sit(pupil: Pupil, session: QuizSession[ExamPolicy], form: Mapping[str, str]) -> None:
    """Do what a button of the exam wants, after keeping what was answered."""
    do, _, number = form.get("do", "").partition(" ")
    do = "hand in" if form.get("do") == "hand in" else do
    shown = session.shown
    if shown is None:
        return
    line = write_answer(form, describe_form(shown.item).instruction)
    pupil.unsent = ""
    if do in ("up", "down"):
        _move_step(session, number, by=-1 if do == "up" else 1)
    elif do == "save":
        # An empty line goes on, too: where this question is answered, to one that is not.
        session.perform(line)
        # What is no answer stays in its field, with the reason above it.
        pupil.unsent = line if line and read_response(shown, line) is None else ""
    elif do in COMMANDS or (do == "go" and number.isdecimal()):
        if line and not session.policy.confirming:
            session.mark(line)
        session.perform(do if do in COMMANDS else f"go to {number}")


def _move_step(session: QuizSession[ExamPolicy], number: str, *, by: int) -> None:
    """Move a step of an order by one place, and keep the order."""
    shown = session.shown
    if shown is None or not number.isdecimal() or int(number[:2]) >= len(shown.options):
        return
    draft = AnswerDraft(shown, session.view.kept_line)
    draft.cursor, draft.is_held = int(number[:2]), True
    draft.move(by)
    session.mark(draft.line)


def _make_receipt(pupil: Pupil, total: int) -> Receipt:
    attempt = pupil.done
    assert attempt is not None
    end = attempt.handed_in
    return Receipt(attempt.receipt, len(attempt.responses), total, end is not None and end.why == "time")


def _make_row(pupil: Pupil, total: int) -> BoardRow:
    state = "over" if pupil.done is not None else "answering" if pupil.is_begun else "waiting"
    answered = len(pupil.attempt.responses) if pupil.attempt is not None else 0
    left = pupil.session.policy.clock.seconds_left if pupil.session is not None and pupil.is_begun else None
    return BoardRow(pupil.name, state, answered, total, left)
