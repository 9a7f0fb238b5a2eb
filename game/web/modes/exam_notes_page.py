"""The notebook of a pupil during an exam whose rules open it."""

from game.app.notebook_view import NotebookRow, NotebookView
from game.core.names import words as split_words
from game.prose import class_words as words
from game.web.modes.exam_page import EXAM_PATH, NOTES_PATH
from game.web.pages.elements import make
from game.web.pages.page_frame import Framed, Heading, render_frame

MAX_SEARCH_CHARACTERS = 100


def render_notes_page(title: str, book: NotebookView | None, search: str, seconds_left: float | None) -> str:
    """The page.

    Args:
        title: Of the exam.
        book: What the pupil has noted; None for one who was on no tour.
        search: Only notes with these words are shown; empty for all.
        seconds_left: None without a limit.
    """
    search = search[:MAX_SEARCH_CHARACTERS]
    rows = [row for row in book.rows if _has_words(row, search)] if book is not None else []
    notes = (make("li", row.text, " ", make("span", row.source, kind="source")) for row in rows)
    none = words.NOTHING_FOUND if book is not None and book.rows else words.NO_NOTEBOOK
    form = make(
        "form",
        make("label", words.SEARCH, for_="q"),
        make("span", words.SEARCH_HINT, kind="source", id="q-hint"),
        make("input", type="text", id="q", name="q", value=search, autocomplete="off", aria_describedby="q-hint"),
        make("p", make("button", words.SEARCH, kind="act")),
        method="get",
        action=NOTES_PATH,
        kind="field",
    )
    body = (
        make("p", make("a", words.BACK_TO_EXAM, href=EXAM_PATH, kind="button")),
        form,
        make("ul", notes, kind="notes") if rows else make("p", none),
    )
    left = "" if seconds_left is None else words.describe_left(seconds_left)
    return render_frame(Framed(title, Heading(words.NOTEBOOK, "EXAM", None, left, seconds_left=seconds_left), body))


def _has_words(row: NotebookRow, search: str) -> bool:
    return set(split_words(search)) <= set(split_words(f"{row.text} {row.source}"))
