"""The addresses of a class's marks, for its teacher alone, and what answers them."""

from collections.abc import Callable, Container, Mapping, Sequence
from http import HTTPStatus
from typing import NamedTuple, TypeVar

from aiohttp import web
from aiohttp.typedefs import Handler

from game.classroom.integrity import Judged
from game.core.paths import file_stem
from game.exports.class_files import ClassFiles, Column
from game.exports.report_page import render_report_body
from game.exports.teach_again import list_lessons
from game.prose import result_words as words
from game.prose.exam import format_span
from game.prose.integrity_lines import describe_integrity
from game.web.classes.class_site import ClassSite
from game.web.classes.teacher_places import RESULTS_PATH
from game.web.results.class_marks import ClassMarks, MarkedClass, NoMarksError, Trouble
from game.web.results.kept_exams import KeptExam, KeptExams
from game.web.results.result_pages import (
    MARK_PATH,
    OF,
    RELEASE_PATH,
    REPORT_PATH,
    SMALL,
    TEACH_PATH,
    KeptRow,
    MarkRow,
    ResultsView,
    find_path,
    render_report_frame,
    render_results_page,
    render_teach_page,
    render_trouble_page,
)
from game.web.results.sheet_release import SheetRelease
from game.web.serving.gate import FORM, make_token
from game.web.serving.routes import send_on, send_page

T = TypeVar("T")

COLUMNS: tuple[Column, ...] = ("username", "email", "idnumber")

HTML, CSV, JSON = "text/html; charset=utf-8", "text/csv; charset=utf-8", "application/json"


class FileWish(NamedTuple):
    """How a file is wanted."""

    column: Column
    with_small: bool


class ResultFile(NamedTuple):
    """A file to keep."""

    kind: str
    make: Callable[[ClassFiles, FileWish], bytes]
    tells_of_persons: bool = False
    """Whether it has a row for each person anyway, so that no group is too small for it."""


FILES: Mapping[str, ResultFile] = {
    "report.html": ResultFile(HTML, lambda files, wish: files.make_report(with_small=wish.with_small)),
    "gradebook.csv": ResultFile(CSV, lambda files, wish: files.make_gradebook(wish.column), tells_of_persons=True),
    "marks.csv": ResultFile(CSV, lambda files, _: files.make_wide_table(), tells_of_persons=True),
    "answers.csv": ResultFile(CSV, lambda files, _: files.make_long_table(), tells_of_persons=True),
    "statistics.csv": ResultFile(CSV, lambda files, wish: files.make_statistics(".csv", with_small=wish.with_small)),
    "statistics.json": ResultFile(JSON, lambda files, wish: files.make_statistics(".json", with_small=wish.with_small)),
}


class ResultRoutes:
    """What answers the teacher who asks for marks."""

    def __init__(self, site: ClassSite, marks: ClassMarks, kept: KeptExams, sheets: SheetRelease) -> None:
        self._site, self._marks, self._kept, self._sheets = site, marks, kept, sheets

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""
        return (
            web.get(RESULTS_PATH, self._guard(self._show)),
            web.post(MARK_PATH, self._guard(self._mark)),
            web.post(RELEASE_PATH, self._guard(self._release)),
            web.get(REPORT_PATH, self._guard(self._show_report)),
            web.get(TEACH_PATH, self._guard(self._show_lessons)),
            *(web.get(f"{RESULTS_PATH}/{name}", self._guard(self._send_file)) for name in FILES),
        )

    async def _choose(self, request: web.Request) -> str:
        """Hash of the exam that is asked for: where none is named, the one that goes on, else the newest; or empty.

        Raises:
            NoMarksError: The class has kept none of that name.
            OSError: What there is cannot be read.
        """
        wanted, now = _find_named(request), self._site.house.plan.exam
        if not wanted:
            return now or next((each.digest for each in await self._list_kept()), "")
        if wanted not in await self._in_thread(self._site.exams.list_digests):
            raise NoMarksError("unknown")
        return wanted

    async def _list_kept(self) -> list[KeptExam]:
        plan = self._site.house.plan
        return await self._in_thread(lambda: self._kept.list_all(plan))

    def _guard(self, handler: Handler) -> Handler:
        """A handler that only the teacher reaches, and that tells why there are no marks."""

        async def answer(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except NoMarksError as bad:
                status = HTTPStatus.NOT_FOUND if bad.trouble == "unknown" else HTTPStatus.CONFLICT
                return self._send_trouble(request, bad.trouble, status, await self._list_rows())
            except OSError as bad:
                self._site.gate.report(bad)
                return self._send_trouble(request, "not kept", HTTPStatus.SERVICE_UNAVAILABLE)

        return self._site.for_teacher(answer)

    def _send_trouble(
        self, request: web.Request, trouble: Trouble, status: HTTPStatus, kept: Sequence[KeptRow] = ()
    ) -> web.Response:
        named = _find_named(request) if trouble != "unknown" else ""
        again = {find_path(RESULTS_PATH, named): words.BACK}
        if trouble == "small":
            again = {find_path(request.path, named, **{SMALL: "1"}): words.WITH_SMALL, **again}
        return send_page(render_trouble_page(self._site.title, trouble, again, kept), status)

    async def _list_rows(self, digest: str = "") -> list[KeptRow]:
        """What leads to all exams and rounds; the one that is shown leads nowhere."""
        try:
            kept = await self._list_kept()
        except OSError:
            # Of what cannot be read the page itself tells.
            return []
        return [
            KeptRow(each.title, words.describe_kept(each.moment, each.attempts, is_live=each.is_live), path)
            for each in kept
            for path in ("" if each.digest == digest else find_path(RESULTS_PATH, each.digest),)
        ]

    async def _in_thread(self, do: Callable[[], T]) -> T:
        return await self._site.house.threads.run(do)

    async def _show(self, request: web.Request) -> web.Response:
        return await self._send_results(request)

    async def _send_results(self, request: web.Request, notice: str = "") -> web.Response:
        exam, title, plan = await self._choose(request), self._site.title, self._site.house.plan
        token, kept = make_token(self._site.find_teacher(request)), await self._list_rows(exam)
        is_live = await self._require_over(exam)
        answering = [] if is_live else await self._sheets.list_unfinished(exam)
        rule = "never" if is_live else plan.sheets if exam == plan.marked_exam else "asked"

        def render() -> str:
            view = ResultsView(
                title,
                token,
                self._marks.find_folder(exam).name,
                counted="",
                answering=answering,
                notice=notice,
                rule=rule,
                digest=exam,
                is_live=is_live,
                kept=kept,
            )
            if not self._marks.is_marked(exam):
                self._marks.require_keys(exam)
                return render_results_page(view)
            return render_results_page(self._fill(view, self._marks.look(exam)))

        return send_page(await self._in_thread(render), HTTPStatus.CONFLICT if notice else HTTPStatus.OK)

    def _fill(self, view: ResultsView, marked: MarkedClass) -> ResultsView:
        """The page with what was marked."""
        exam = marked.opened.exam
        released = self._sheets.list_released(exam.hash)
        rows = [_make_row(each, len(exam.questions), released) for each in marked.judged]
        counted = sum(each.is_counted for each in marked.judged)
        describe = words.describe_round if view.is_live else words.describe_counted
        told = describe(counted, len(marked.judged), len(exam.questions))
        return view._replace(exam=exam.title, counted=told, rows=rows)

    async def _require_over(self, exam: str) -> bool:
        """Whether something is a live round.

        Raises:
            NoMarksError: It is one, and goes on: its answers are handed in when the teacher ends it.
            OSError: Nobody can say.
        """
        plan = self._site.house.plan
        if await self._in_thread(lambda: self._kept.goes_on(exam, plan)):
            raise NoMarksError("goes on")
        return bool(exam) and await self._in_thread(lambda: self._kept.is_live(exam, plan))

    async def _mark(self, request: web.Request) -> web.Response:
        exam = await self._choose(request)
        is_live = await self._require_over(exam)
        # A round that the class has left without its end is handed in by nobody any more.
        await self._in_thread(lambda: self._marks.mark(exam, closes=is_live))
        return send_on(find_path(RESULTS_PATH, exam))

    async def _release(self, request: web.Request) -> web.Response:
        """Release all sheets, or one."""
        exam, plan = await self._choose(request), self._site.house.plan
        if await self._require_over(exam):
            return await self._send_results(request, words.ROUND_WAS_TOLD)
        if exam == plan.marked_exam and plan.sheets == "never":
            return await self._send_results(request, words.NEVER)
        unfinished = await self._sheets.release(exam, request[FORM].get("one", ""))
        if unfinished:
            return await self._send_results(request, words.describe_answering(unfinished))
        return send_on(find_path(RESULTS_PATH, exam))

    async def _show_report(self, request: web.Request) -> web.Response:
        title, small = self._site.title, SMALL in request.query

        def render(marked: MarkedClass) -> str:
            body = render_report_body(marked.files.gather_report(with_small=small))
            return render_report_frame(title, body, marked.opened.exam.hash)

        return send_page(await self._make(request, render, with_small=small))

    async def _show_lessons(self, request: web.Request) -> web.Response:
        title, small = self._site.title, SMALL in request.query

        def render(marked: MarkedClass) -> str:
            lessons = list_lessons(marked.files.analyse(), marked.opened.world)
            return render_teach_page(title, lessons, marked.opened.exam.hash)

        return send_page(await self._make(request, render, with_small=small))

    async def _send_file(self, request: web.Request) -> web.Response:
        name, small = request.path.rpartition("/")[2], SMALL in request.query
        column = next((each for each in COLUMNS if each == request.query.get("column")), COLUMNS[0])
        file = FILES[name]
        wanted = FileWish(column, with_small=small)

        def make(marked: MarkedClass) -> tuple[str, bytes]:
            return marked.opened.exam.title, file.make(marked.files, wanted)

        title, data = await self._make(request, make, with_small=small or file.tells_of_persons)
        # Letters of ASCII alone: no title can end the header, or name a folder.
        stem = file_stem(title).encode("ascii", "ignore").decode().strip("-")
        shown = f"{stem}-{name}" if stem else name
        headers = {"Content-Disposition": f'attachment; filename="{shown}"', "Content-Type": file.kind}
        return web.Response(body=data, headers=headers)

    async def _make(self, request: web.Request, make: Callable[[MarkedClass], T], *, with_small: bool) -> T:
        """Something that is made of what was marked."""
        exam = await self._choose(request)
        return await self._in_thread(lambda: make(self._marks.look(exam).require_number(with_small=with_small)))


def _find_named(request: web.Request) -> str:
    """The hash of the exam that an address or a form names; empty for none."""
    return (request[FORM] if request.method == "POST" else request.query).get(OF, "")


def _make_row(each: Judged, questions: int, released: Container[str]) -> MarkRow:
    attempt = each.attempt.begun.attempt if each.attempt is not None else ""
    total, time = "-", "-"
    if each.marked is not None and each.timing is not None:
        total = words.describe_mark(each.marked.total, questions)
        time = format_span(each.timing.elapsed)
    sheet = attempt if each.is_counted and each.marked is not None else ""
    return MarkRow(each.candidate, total, time, describe_integrity(each), sheet, attempt in released)
