"""The page of a pupil's sheet. It is made of a released sheet, which holds words alone."""

from collections.abc import Mapping

from game.classroom.released_sheets import ReleasedSheet, SheetRow
from game.exports.report_markup import RawMarkup
from game.prose import result_words as words
from game.prose.lines import join_words
from game.prose.sheet_lines import VOID, choose_sign
from game.web.pages.elements import make
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.pages.static_files import MARKS_SHEET

SHEET_PATH = "/sheet"

KINDS = {"✓": "right", "✗": "wrong", "~": "part"}


def render_sheet_page(sheet: ReleasedSheet, back: str, others: Mapping[str, str]) -> str:
    """The sheet of one pupil.

    Args:
        sheet: What the teacher has released.
        back: The page of the pupil.
        others: Address -> title of the exam, of the pupil's other sheets.
    """
    mark = words.describe_mark(sheet.marks, len(sheet.rows))
    body = (
        make("section", make("p", f"{words.YOUR_MARK}: ", make("b", mark), kind="lead"), id="said", tabindex="-1"),
        make("ol", map(_render_row, sheet.rows), kind="sheet"),
        make("h2", words.OTHER_SHEETS) if others else None,
        make("ul", (make("li", make("a", title, href=path)) for path, title in others.items())) if others else None,
        make("p", make("a", words.TO_CLASS, href=back, kind="button")),
    )
    heading = Heading(f"{words.SHEET}: {sheet.candidate}", "EXAM")
    return render_frame(Framed(sheet.title, heading, body, path=SHEET_PATH, sheets=(MARKS_SHEET,)))


def _render_row(row: SheetRow) -> RawMarkup:
    sign = choose_sign(row.worth)
    verdict = make("span", sign, make("span", f" {words.SIGNS[sign]}"), f" {row.worth:.2f}", kind=KINDS[sign])
    right = make("p", VOID) if row.is_void else make("p", f"{words.RIGHT_IS} ", make("b", row.right), ".")
    also = make("p", f"{words.ALSO_RIGHT}: {join_words(row.also, 'or')}.") if row.also else None
    told = make("p", f"{words.TOLD_IN}: ", " ".join(row.sources), kind="source") if row.sources else None
    return make(
        "li",
        make("h2", row.stem, kind="stem"),
        make("p", verdict),
        make("p", f"{words.YOU_SAID} {row.given}."),
        right,
        also,
        make("p", row.because) if row.because else None,
        told,
    )
