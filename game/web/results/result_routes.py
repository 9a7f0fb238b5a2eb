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
from game.web.modes.sheet_shelf import SheetShelf
from game.web.results.class_marks import ClassMarks, MarkedClass, NoMarksError, Trouble
from game.web.results.result_pages import (
    MARK_PATH,
    RELEASE_PATH,
    REPORT_PATH,
    SMALL,
    TEACH_PATH,
    MarkRow,
    ResultsView,
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

    def __init__(self, site: ClassSite, marks: ClassMarks, shelf: SheetShelf, sheets: SheetRelease) -> None:
        self._site, self._marks, self._shelf, self._sheets = site, marks, shelf, sheets

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

    @property
    def _exam(self) -> str:
        """Hash of the exam that the class sits, or has sat last; empty for none."""
        return self._site.house.plan.marked_exam

    def _guard(self, handler: Handler) -> Handler:
        """A handler that only the teacher reaches, and that tells why there are no marks."""

        async def answer(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except NoMarksError as bad:
                return self._send_trouble(request, bad.trouble, HTTPStatus.CONFLICT)
            except OSError as bad:
                self._site.gate.report(bad)
                return self._send_trouble(request, "not kept", HTTPStatus.SERVICE_UNAVAILABLE)

        return self._site.for_teacher(answer)

    def _send_trouble(self, request: web.Request, trouble: Trouble, status: HTTPStatus) -> web.Response:
        again = {RESULTS_PATH: words.BACK}
        if trouble == "small":
            again = {f"{request.path}?{SMALL}=1": words.WITH_SMALL, **again}
        return send_page(render_trouble_page(self._site.title, trouble, again), status)

    async def _in_thread(self, do: Callable[[], T]) -> T:
        return await self._site.house.threads.run(do)

    async def _show(self, request: web.Request) -> web.Response:
        return await self._send_results(request)

    async def _send_results(self, request: web.Request, notice: str = "") -> web.Response:
        exam, title = self._exam, self._site.title
        token, answering = make_token(self._site.find_teacher(request)), await self._sheets.list_unfinished()

        def render() -> str:
            view = ResultsView(
                title,
                token,
                self._marks.find_folder(exam).name,
                counted="",
                answering=answering,
                notice=notice,
                rule=self._site.house.plan.sheets,
            )
            if not self._marks.is_marked(exam):
                self._marks.require_keys(exam)
                return render_results_page(view)
            return render_results_page(self._fill(view, self._marks.look(exam)))

        return send_page(await self._in_thread(render), HTTPStatus.CONFLICT if notice else HTTPStatus.OK)

    def _fill(self, view: ResultsView, marked: MarkedClass) -> ResultsView:
        """The page with what was marked."""
        exam = marked.opened.exam
        released = self._shelf.load(exam.hash) or {}
        rows = [_make_row(each, len(exam.questions), released) for each in marked.judged]
        counted = sum(each.is_counted for each in marked.judged)
        told = words.describe_counted(counted, len(marked.judged), len(exam.questions))
        return view._replace(exam=exam.title, counted=told, rows=rows)

    async def _mark(self, _: web.Request) -> web.Response:
        exam = self._exam
        await self._in_thread(lambda: self._marks.mark(exam))
        return send_on(RESULTS_PATH)

    async def _release(self, request: web.Request) -> web.Response:
        """Release all sheets, or one."""
        if self._site.house.plan.sheets == "never":
            return await self._send_results(request, words.NEVER)
        unfinished = await self._sheets.release(self._exam, request[FORM].get("one", ""))
        if unfinished:
            return await self._send_results(request, words.describe_answering(unfinished))
        return send_on(RESULTS_PATH)

    async def _show_report(self, request: web.Request) -> web.Response:
        title, small = self._site.title, SMALL in request.query

        def render(marked: MarkedClass) -> str:
            return render_report_frame(title, render_report_body(marked.files.gather_report(with_small=small)))

        return send_page(await self._make(render, with_small=small))

    async def _show_lessons(self, request: web.Request) -> web.Response:
        title, small = self._site.title, SMALL in request.query

        def render(marked: MarkedClass) -> str:
            return render_teach_page(title, list_lessons(marked.files.analyse(), marked.opened.world))

        return send_page(await self._make(render, with_small=small))

    async def _send_file(self, request: web.Request) -> web.Response:
        name, small = request.path.rpartition("/")[2], SMALL in request.query
        column = next((each for each in COLUMNS if each == request.query.get("column")), COLUMNS[0])
        file = FILES[name]
        wanted = FileWish(column, with_small=small)

        def make(marked: MarkedClass) -> tuple[str, bytes]:
            return marked.opened.exam.title, file.make(marked.files, wanted)

        title, data = await self._make(make, with_small=small or file.tells_of_persons)
        # Letters of ASCII alone: no title can end the header, or name a folder.
        stem = file_stem(title).encode("ascii", "ignore").decode().strip("-")
        shown = f"{stem}-{name}" if stem else name
        headers = {"Content-Disposition": f'attachment; filename="{shown}"', "Content-Type": file.kind}
        return web.Response(body=data, headers=headers)

    async def _make(self, make: Callable[[MarkedClass], T], *, with_small: bool) -> T:
        """Something that is made of what was marked."""
        exam = self._exam
        return await self._in_thread(lambda: make(self._marks.look(exam).require_number(with_small=with_small)))


def _make_row(each: Judged, questions: int, released: Container[str]) -> MarkRow:
    attempt = each.attempt.begun.attempt if each.attempt is not None else ""
    total, time = "-", "-"
    if each.marked is not None and each.timing is not None:
        total = words.describe_mark(each.marked.total, questions)
        time = format_span(each.timing.elapsed)
    sheet = attempt if each.is_counted and each.marked is not None else ""
    return MarkRow(each.candidate, total, time, describe_integrity(each), sheet, attempt in released)
