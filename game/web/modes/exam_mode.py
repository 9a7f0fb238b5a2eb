"""The mode in which a class sits an exam: its addresses and what answers them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path

from aiohttp import web
from msgspec.structs import replace

from game.app.exam_policy import ExamPolicy
from game.app.notebook_view import NotebookView
from game.app.quiz_session import QuizSession
from game.classroom.released_sheets import ReleasedSheet
from game.pack.kinds import describe_form, read_response
from game.prose import board_words
from game.prose import class_words as words
from game.store.attempt_file import DamagedError
from game.store.attempts import Attempt
from game.web.classes.class_mode import Standing
from game.web.classes.class_site import ClassSite
from game.web.classes.pupils import Pupil
from game.web.modes.exam_notes_page import render_notes_page
from game.web.modes.exam_page import (
    EXAM_PATH,
    NOTES_PATH,
    Receipt,
    render_exam_page,
    render_held_page,
    render_paused_page,
    render_receipt_page,
    render_unkept_page,
)
from game.web.modes.exam_room import ExamRoom
from game.web.modes.exam_seat import ExamSeat
from game.web.modes.exam_start_page import render_exam_start
from game.web.modes.exam_view import make_public_exam
from game.web.modes.own_attempts import find_own_attempts
from game.web.modes.sheet_page import SHEET_PATH, render_sheet_page
from game.web.modes.sheet_shelf import SHEETS, SheetShelf
from game.web.pages.exam_answer import move_step, write_answer
from game.web.serving.gate import FORM, make_token
from game.web.serving.routes import send_on, send_page
from game.web.stores.kept_values import News, StoreAwayError
from game.web.tours.tour_page import FormKeys

ReadNotebook = Callable[[Pupil], Awaitable[NotebookView | None]]

ASKING = "sure"
"""In the address of the exam where it is asked whether one hands in: no server need remember that it has asked."""

COMMANDS = frozenset({"flag", "clear", "hand in", "yes", "no"})
"""What buttons of the exam do that is a command as it is typed."""


class ExamMode:
    """The exam of a class."""

    path = EXAM_PATH

    def __init__(self, site: ClassSite, read_notebook: ReadNotebook) -> None:
        """Make it.

        Args:
            site: The class.
            read_notebook: Reads what a pupil has noted on the tour of the class; None for one who has no tour.
        """
        self._site, self._read_notebook = site, read_notebook
        self._sheets = SheetShelf(site.house.store)
        self._rooms: dict[str, ExamRoom] = {}
        """By the hash of the exam."""
        site.hearers.append(self._hear)

    def _hear(self, news: News) -> None:
        if news.kind == SHEETS:
            self._site.news.turn_pages()
        for room in self._rooms.values():
            room.hear(news)

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        return (
            web.get(EXAM_PATH, self._show),
            web.post(EXAM_PATH, self._act),
            web.get(SHEET_PATH, self._show_sheet),
            web.get(NOTES_PATH, self._show_notes),
        )

    @property
    def room(self) -> ExamRoom | None:
        """The room of the exam that the class sits now; None in another mode."""
        plan = self._site.house.plan
        return self.open_room(plan.exam) if plan.mode == "exam" else None

    @property
    def marked_room(self) -> ExamRoom | None:
        """The room of the exam that the class sits or has sat last; None where it has sat none."""
        exam = self._site.house.plan.marked_exam
        return self.open_room(exam) if exam else None

    def open_room(self, digest: str) -> ExamRoom:
        """The room of an exam that the class sits or has sat."""
        house = self._site.house
        if digest not in self._rooms:
            exam = self._site.exams.find_for_candidates(digest)
            self._rooms[digest] = ExamRoom(exam, house.store.shelf, house.threads)
        return self._rooms[digest]

    async def describe(self, pupil: Pupil) -> Standing:
        """How far a pupil is."""
        room = self.room
        assert room is not None
        total = len(room.exam.questions)
        plan = self._site.house.plan
        standing = await room.run(pupil, lambda seat: _describe(seat, total), is_glance=True)
        may_begin = plan.has_begun and not plan.is_held
        return standing._replace(state="ready") if may_begin and standing.state == "waiting" else standing

    async def is_closed(self, room: ExamRoom) -> bool:
        """Whether nobody may begin or go on any more, because sheets are out or about to be."""
        return await self._site.house.threads.run(lambda: self._sheets.is_closed(room.paper.hash))

    async def tick(self) -> None:
        """Let all clocks tick."""
        room = self.room
        if room is not None:
            for pupil in self._site.house.pupils:
                await room.tick(pupil)

    async def _show(self, request: web.Request) -> web.Response:
        pupil, room = self._site.find_pupil(request), self.room
        if pupil is None or room is None:
            return send_on(self._site.find_path(pupil))
        token = make_token(self._site.gate.get_key(request))

        def show(seat: ExamSeat) -> str:
            if ASKING in request.query:
                _ask_whether_sure(seat)
            return self._render(room, seat, token)

        return send_page(await room.run(pupil, show))

    async def _show_sheet(self, request: web.Request) -> web.Response:
        """The sheet of a pupil, also when the class has gone on to something else, and the way to those of others."""
        pupil = self._site.find_pupil(request)
        back = self._site.find_path(pupil)
        if pupil is None:
            return send_on(back)
        last, asked = self._site.house.plan.marked_exam, request.query.get("of", "")
        found = await self._site.house.threads.run(lambda: self._list_sheets(pupil))
        shown = next((each for each in (asked, last, *found) if each in found), None)
        if shown is None:
            return send_on(back)
        others = {f"{SHEET_PATH}?of={digest}": sheet.title for digest, sheet in found.items() if digest != shown}
        return send_page(render_sheet_page(found[shown], back, others))

    def _list_sheets(self, pupil: Pupil) -> dict[str, ReleasedSheet]:
        """The released sheets of a pupil, by the hashes of the exams."""
        shelf = self._site.house.store.shelf
        found: dict[str, ReleasedSheet] = {}
        for digest in self._sheets.list_exams():
            for attempt in find_own_attempts(shelf, pupil, digest).handed_in[:1]:
                sheet = self._sheets.find(digest, attempt.begun.attempt)
                found.update({digest: sheet} if sheet is not None else {})
        return found

    async def _show_notes(self, request: web.Request) -> web.Response:
        """The notebook, where the rules open it, while a pupil answers."""
        pupil, room = self._site.find_pupil(request), self.room
        if pupil is None or room is None or not room.exam.rules.open_book:
            return send_on(self._site.find_path(pupil))
        view = await room.run(pupil, lambda seat: seat.session.view if seat.session and seat.is_begun else None)
        if view is None:
            return send_on(EXAM_PATH)
        book = await self._read_notebook(pupil)
        return send_page(render_notes_page(room.exam.title, book, request.query.get("q", ""), view.seconds_left))

    def _find_sheet(self, room: ExamRoom, seat: ExamSeat) -> ReleasedSheet | None:
        """The sheet of a pupil who has handed in; None where none is released."""
        return self._sheets.find(room.paper.hash, seat.done.begun.attempt) if seat.done is not None else None

    def _render(self, room: ExamRoom, seat: ExamSeat, token: str, notice: str = "") -> str:
        """The page for where a pupil stands: waiting, answering, or done."""
        title, keys = room.exam.title, FormKeys(token, seat.moment.write(seat.place))
        if seat.done is not None:
            receipt = _make_receipt(seat.done, len(room.exam.questions))
            sheet = SHEET_PATH if self._find_sheet(room, seat) is not None else ""
            return render_receipt_page(title, receipt, sheet)
        if seat.is_unkept:
            return render_unkept_page(title)
        if seat.session is not None and seat.is_held:
            return render_held_page(title, seat.pupil.name, seat.session.view.seconds_left)
        if seat.is_paused:
            return render_paused_page(title, seat.pupil.name, keys)
        if seat.session is None or not seat.is_begun:
            rules = room.list_rules(seat.pupil)
            plan = self._site.house.plan
            may_begin = plan.has_begun and not plan.is_held
            notice = notice or (board_words.HELD_NOW if plan.is_held else "")
            return render_exam_start(title, seat.pupil, rules, keys if may_begin else None, notice)
        exam = make_public_exam(title, seat.pupil.name, seat.session.view, seat.unsent, seat.moved)
        is_open_book = room.exam.rules.open_book
        return render_exam_page(replace(exam, is_open_book=is_open_book, may_pause=room.may_pause), keys)

    async def _act(self, request: web.Request) -> web.Response:
        pupil, room, form = self._site.find_pupil(request), self.room, request[FORM]
        if pupil is None or room is None:
            return send_on(self._site.find_path(pupil))
        token = make_token(self._site.gate.get_key(request))

        def act(seat: ExamSeat) -> web.Response:
            if not seat.moment.is_now(form.get("stamp", ""), seat.place):
                return send_on(EXAM_PATH)
            seat.moment.go_on()
            if form.get("do") == "begin":
                why = self._begin(room, seat)
                page = self._render(room, seat, token, why) if why else ""
                return send_page(page, HTTPStatus.CONFLICT) if why else send_on(EXAM_PATH)
            if seat.session is None or not seat.is_begun:
                return send_on(EXAM_PATH)
            if form.get("do") == "pause" and room.may_pause:
                seat.session.perform("pause")
            else:
                _sit(seat, seat.session, form)
            if seat.unsent and room.is_shared:
                # The next page may come from another server, which does not know what was sent here.
                return send_page(self._render(room, seat, token), HTTPStatus.UNPROCESSABLE_ENTITY)
            return send_on(f"{EXAM_PATH}?{ASKING}" if seat.session.policy.confirming else EXAM_PATH)

        return await room.run(pupil, act)

    def _begin(self, room: ExamRoom, seat: ExamSeat) -> str:
        """Begin an exam; why it cannot begin, or nothing."""
        plan = self._site.house.plan
        if not plan.has_begun or plan.is_held:
            return board_words.HELD_NOW if plan.is_held else words.NOT_BEGUN
        try:
            if seat.attempt is None and self._sheets.is_closed(room.paper.hash):
                return words.TOO_LATE
            return "" if room.begin(seat, plan.extra) else words.TOO_LATE
        except DamagedError as bad:
            self._site.gate.report(bad)
            return words.DAMAGED
        except StoreAwayError:
            raise
        except OSError as bad:
            self._site.gate.report(bad)
            return words.NOT_KEPT


def _ask_whether_sure(seat: ExamSeat) -> None:
    """Ask whether the pupil really hands in, unless that is asked already."""
    if seat.session is not None and seat.is_begun and not seat.session.policy.confirming:
        seat.session.perform("hand in")


def _sit(seat: ExamSeat, session: QuizSession[ExamPolicy], form: Mapping[str, str]) -> None:
    """Do what a button of the exam wants, after keeping what was answered."""
    do, _, number = form.get("do", "").partition(" ")
    do = "hand in" if form.get("do") == "hand in" else do
    shown = session.shown
    if shown is None:
        return
    line = write_answer(form, describe_form(shown.item).instruction)
    seat.unsent, seat.moved = "", move_step(shown, session.view.kept_line, form.get("do", ""))
    if seat.moved is not None:
        session.mark(seat.moved.line)
    elif do == "save":
        # An empty line goes on, too: where this question is answered, to one that is not.
        session.perform(line)
        # What is no answer stays in its field, with the reason above it.
        seat.unsent = line if line and read_response(shown, line) is None else ""
    elif do in COMMANDS or (do == "go" and number.isdecimal()):
        if line and not session.policy.confirming:
            session.mark(line)
        if do in ("yes", "no"):
            # Another server, or this one before a restart, may have asked.
            _ask_whether_sure(seat)
        session.perform(do if do in COMMANDS else f"go to {number}")


def _make_receipt(attempt: Attempt, total: int) -> Receipt:
    end = attempt.handed_in
    return Receipt(attempt.receipt, len(attempt.responses), total, end.why if end is not None else "")


def _describe(seat: ExamSeat, total: int) -> Standing:
    state = seat.state
    answered = len(seat.attempt.responses) if seat.attempt is not None else 0
    progress = words.count_answered(answered, total)
    if seat.attempt is not None and seat.attempt.file.is_behind:
        progress = words.describe_unkept(progress)
    elif seat.attempt is None and seat.damaged:
        progress = words.describe_damaged_file(Path(seat.damaged[0].path).name)
    runs = seat.session is not None and state in ("answering", "held")
    left = seat.session.policy.clock.seconds_left if seat.session is not None and runs else None
    return Standing(state, progress, left, answered, total)
