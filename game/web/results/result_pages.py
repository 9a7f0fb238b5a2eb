"""The pages of a class's marks, for its teacher: what there is, the report, what to teach again."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from game.exports.report_markup import RawMarkup
from game.exports.teach_again import Lesson
from game.prose import result_words as words
from game.web.classes.teacher_places import RESULTS_PATH, TEACHER_PLACES
from game.web.pages.elements import Part, make
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.pages.static_files import MARKS_SHEET
from game.web.stores.class_plan import SheetRule

MARK_PATH, RELEASE_PATH = f"{RESULTS_PATH}/mark", f"{RESULTS_PATH}/release"
REPORT_PATH, TEACH_PATH = f"{RESULTS_PATH}/report", f"{RESULTS_PATH}/reteach"
GRADEBOOK = "gradebook.csv"
OF = "of"
"""The field of an address or a form that names an exam by its hash."""
SMALL = "small"
"""The field of an address that wants figures of few people as well."""


class MarkRow(NamedTuple):
    """One pupil."""

    name: str
    mark: str
    time: str
    integrity: str
    attempt: str
    """Its id, where a sheet can be released; else empty."""
    is_released: bool


class KeptRow(NamedTuple):
    """An exam or a live round that the class has kept."""

    title: str
    about: str
    path: str
    """Of its results; empty for those that are shown."""


class ResultsView(NamedTuple):
    """What the page of results shows."""

    title: str
    token: str
    folder: str
    """Its name, without the place of it."""
    counted: str
    """How many were marked; empty where nothing was yet."""
    exam: str = ""
    """The title of the exam that was marked."""
    answering: Sequence[str] = ()
    """Who has not handed in."""
    rows: Sequence[MarkRow] = ()
    notice: str = ""
    rule: SheetRule = "asked"
    """When pupils see their sheets."""
    digest: str = ""
    """Hash of the exam."""
    is_live: bool = False
    """Whether it was a live round, of which no sheet is released: all were told the keys."""
    kept: Sequence[KeptRow] = ()


def find_path(path: str, digest: str, **fields: str) -> str:
    """The address of a page about one exam.

    >>> find_path("/board/results", "a1", small="1"), find_path("/board/results", "")
    ('/board/results?of=a1&small=1', '/board/results')
    """
    query = urlencode({**({OF: digest} if digest else {}), **fields})
    return f"{path}?{query}" if query else path


def render_results_page(view: ResultsView) -> str:
    """All that can be had of the marks, and the button that makes them."""
    parts = (
        make("p", view.notice, kind="notice", role="alert") if view.notice else None,
        _render_state(view),
        _render_pupils(view) if view.rows else None,
        _render_pages(view.digest) if view.counted else None,
        _render_sheets(view) if view.rows and view.rule != "never" else None,
        make("p", words.describe_folder(view.folder), kind="source") if view.counted else None,
        _render_kept(view.kept),
    )
    return _frame(view.title, words.RESULTS, parts, RESULTS_PATH)


def _render_state(view: ResultsView) -> Part:
    warning = make("p", words.describe_answering(view.answering), " ", words.NOT_ON_TIME, kind="notice")
    label = words.MARK_ALL_THE_SAME if view.answering else words.MARK_AGAIN if view.counted else words.MARK
    return make(
        "section",
        make("p", view.exam, kind="source") if view.exam else None,
        make("p", view.counted or words.NOT_MARKED, kind="lead"),
        make("p", words.MARKED_BEFORE, kind="source") if view.counted else None,
        warning if view.answering else None,
        make("p", words.PROJECTOR) if not view.counted else None,
        _make_form(MARK_PATH, view, make("button", label, kind="act")),
    )


def _render_pages(digest: str) -> Part:
    pages = ((REPORT_PATH, words.REPORT), (TEACH_PATH, words.TEACH_AGAIN))
    links = (make("a", name, href=find_path(path, digest), kind="button") for path, name in pages)
    return (
        make(
            "section",
            make("h2", words.PAGES),
            make("p", links, kind="chips"),
        ),
        make(
            "section",
            make("h2", words.DOWNLOADS),
            make("ul", (_render_file(name, digest) for name in words.FILE_NAMES), kind="files"),
            make("p", words.GRADEBOOK_NOTE, kind="source"),
        ),
    )


def _render_file(name: str, digest: str) -> RawMarkup:
    path = f"{RESULTS_PATH}/{name}"
    more = (
        (", ", make("a", label, href=find_path(path, digest, column=column), download=True))
        for column, label in (words.OTHER_COLUMNS.items() if name == GRADEBOOK else ())
    )
    return make(
        "li", make("a", words.FILE_NAMES[name], href=find_path(path, digest), download=True), more, f" ({name})"
    )


def _render_sheets(view: ResultsView) -> Part:
    can = [row for row in view.rows if row.attempt]
    released = sum(row.is_released for row in can)
    options = (make("option", row.name, value=row.attempt) for row in can if not row.is_released)
    one = _make_form(
        RELEASE_PATH,
        view,
        make("label", words.ONE_SHEET, for_="one"),
        make("select", options, id="one", name="one"),
        make("button", words.RELEASE_ONE),
    )
    return make(
        "section",
        make("h2", words.SHEETS),
        make("p", words.describe_released(released, len(can))),
        make("p", words.SHEET_RULE, kind="source"),
        make("p", words.BY_RULE, kind="source") if view.rule == "end" else None,
        make("p", words.OTHER_KEYS, kind="source") if released else None,
        _make_form(
            RELEASE_PATH, view, make("button", words.RELEASE_ALL if released < len(can) else words.RELEASE_AGAIN)
        ),
        one if released < len(can) else None,
    )


def _render_pupils(view: ResultsView) -> Part:
    head = make("thead", make("tr", (make("th", each, scope="col") for each in words.PUPIL_HEADS)))
    body = make("tbody", map(_render_pupil, view.rows))
    table = make("table", head, body)
    return make(
        "section",
        make("h2", words.PUPILS),
        make("div", table, kind="scroll", tabindex="0", role="region", aria_label=words.PUPILS),
    )


def _render_pupil(row: MarkRow) -> RawMarkup:
    return make(
        "tr",
        make("th", row.name, scope="row"),
        make("td", row.mark, kind="figure"),
        make("td", row.time, kind="figure"),
        make("td", row.integrity),
    )


def _render_kept(kept: Sequence[KeptRow]) -> Part:
    """The ways to the results of all that the class has sat."""
    if not kept:
        return None
    rows = (
        make("li", make("a", row.title, href=row.path) if row.path else make("b", row.title), f" ({row.about})")
        for row in kept
    )
    return make("section", make("h2", words.KEPT), make("ul", rows, kind="files"))


def render_report_frame(title: str, body: RawMarkup, digest: str) -> str:
    """The report within the frame of our pages."""
    return _frame(title, words.REPORT, (_render_back(digest), body), REPORT_PATH, "report")


def render_teach_page(title: str, lessons: Sequence[Lesson], digest: str) -> str:
    """What to teach again: a sheet to print."""
    parts = (
        _render_back(digest),
        make("p", words.TEACH_NOTE, kind="source") if lessons else make("p", words.NOTHING_MISSED, kind="lead"),
        map(_render_lesson, lessons),
    )
    return _frame(title, words.TEACH_AGAIN, parts, TEACH_PATH, "report")


def _render_lesson(lesson: Lesson) -> RawMarkup:
    facts = (
        make("li", fact.claim, make("p", f"{fact.source} {fact.rooms}".strip(), kind="source")) for fact in lesson.facts
    )
    return make(
        "article",
        make("h2", lesson.stem, " ", make("small", words.describe_missed(lesson.facility)), kind="stem"),
        make("p", words.RIGHT_IS, " ", make("b", lesson.right), ". ", lesson.because) if lesson.right else None,
        make("ul", facts, kind="notes") if lesson.facts else None,
        make("p", f"{words.MIXED_UP}: ", " ".join(lesson.mixed)) if lesson.mixed else None,
    )


def render_trouble_page(title: str, trouble: str, again: Mapping[str, str], kept: Sequence[KeptRow] = ()) -> str:
    """Why there are no marks.

    Args:
        title: Of the class.
        trouble: A key of the words.
        again: Address -> what a link to it is called.
        kept: What else the class has kept.
    """
    parts = (
        make("p", words.TROUBLES[trouble], kind="lead"),
        make("pre", words.COMMAND, tabindex="0") if trouble == "no keys" else None,
        make("p", (make("a", name, href=path, kind="button") for path, name in again.items()), kind="chips"),
        _render_kept(kept),
    )
    return _frame(title, words.RESULTS, parts, RESULTS_PATH)


def _render_back(digest: str) -> RawMarkup:
    return make("p", make("a", words.BACK, href=find_path(RESULTS_PATH, digest)), kind="back")


def _make_form(path: str, view: ResultsView, *parts: Part) -> RawMarkup:
    hidden = (make("input", type="hidden", name=name, value=value) for name, value in _list_hidden(view).items())
    return make("form", hidden, parts, method="post", action=path)


def _list_hidden(view: ResultsView) -> Mapping[str, str]:
    return {"token": view.token, OF: view.digest}


def _frame(title: str, heading: str, body: Part, path: str, kind: str = "board") -> str:
    return render_frame(
        Framed(title, Heading(heading, "CLASS"), body, TEACHER_PLACES, path, kind, sheets=(MARKS_SHEET,))
    )
