"""The pages of a class's marks, for its teacher: what there is, the report, what to teach again."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

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


def render_results_page(view: ResultsView) -> str:
    """All that can be had of the marks, and the button that makes them."""
    parts = (
        make("p", view.notice, kind="notice", role="alert") if view.notice else None,
        _render_state(view),
        _render_pages() if view.counted else None,
        _render_sheets(view) if view.rows and view.rule != "never" else None,
        _render_pupils(view) if view.rows else None,
        make("p", words.describe_folder(view.folder), kind="source") if view.counted else None,
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
        make("p", words.PROJECTOR),
        _make_form(MARK_PATH, view.token, make("button", label, kind="act")),
    )


def _render_pages() -> Part:
    pages = ((REPORT_PATH, words.REPORT), (TEACH_PATH, words.TEACH_AGAIN))
    return (
        make(
            "section",
            make("h2", words.PAGES),
            make("p", (make("a", name, href=path, kind="button") for path, name in pages), kind="chips"),
        ),
        make(
            "section",
            make("h2", words.DOWNLOADS),
            make("ul", map(_render_file, words.FILE_NAMES), kind="files"),
            make("p", words.GRADEBOOK_NOTE, kind="source"),
        ),
    )


def _render_file(name: str) -> RawMarkup:
    path = f"{RESULTS_PATH}/{name}"
    more = (
        (", ", make("a", label, href=f"{path}?column={column}", download=True))
        for column, label in (words.OTHER_COLUMNS.items() if name == GRADEBOOK else ())
    )
    return make("li", make("a", words.FILE_NAMES[name], href=path, download=True), more, f" ({name})")


def _render_sheets(view: ResultsView) -> Part:
    can = [row for row in view.rows if row.attempt]
    released = sum(row.is_released for row in can)
    options = (make("option", row.name, value=row.attempt) for row in can if not row.is_released)
    one = _make_form(
        RELEASE_PATH,
        view.token,
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
            RELEASE_PATH, view.token, make("button", words.RELEASE_ALL if released < len(can) else words.RELEASE_AGAIN)
        ),
        one if released < len(can) else None,
    )


def _render_pupils(view: ResultsView) -> Part:
    """Closed at first: names and marks do not belong on a projector."""
    head = make("thead", make("tr", (make("th", each, scope="col") for each in words.PUPIL_HEADS)))
    body = make("tbody", map(_render_pupil, view.rows))
    table = make("table", head, body)
    return make(
        "details",
        make("summary", words.PUPILS),
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


def render_report_frame(title: str, body: RawMarkup) -> str:
    """The report within the frame of our pages."""
    return _frame(title, words.REPORT, (_render_back(), body), REPORT_PATH, "report")


def render_teach_page(title: str, lessons: Sequence[Lesson]) -> str:
    """What to teach again: a sheet to print."""
    parts = (
        _render_back(),
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


def render_trouble_page(title: str, trouble: str, again: Mapping[str, str]) -> str:
    """Why there are no marks.

    Args:
        title: Of the class.
        trouble: A key of the words.
        again: Address -> what a link to it is called.
    """
    parts = (
        make("p", words.TROUBLES[trouble], kind="lead"),
        make("pre", words.COMMAND, tabindex="0") if trouble == "no keys" else None,
        make("p", (make("a", name, href=path, kind="button") for path, name in again.items()), kind="chips"),
    )
    return _frame(title, words.RESULTS, parts, RESULTS_PATH)


def _render_back() -> RawMarkup:
    return make("p", make("a", words.BACK, href=RESULTS_PATH), kind="back")


def _make_form(path: str, token: str, *parts: Part) -> RawMarkup:
    return make("form", make("input", type="hidden", name="token", value=token), parts, method="post", action=path)


def _frame(title: str, heading: str, body: Part, path: str, kind: str = "board") -> str:
    return render_frame(
        Framed(title, Heading(heading, "CLASS"), body, TEACHER_PLACES, path, kind, sheets=(MARKS_SHEET,))
    )
