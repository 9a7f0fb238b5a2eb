"""The front pages that a class has printed, for its teacher: on one page, which prints as a wall of papers."""

from collections.abc import Sequence

from game.exports.front_page import FrontPage
from game.prose import class_tour_words as words
from game.web.classes.teacher_places import PAGES_PATH, TEACHER_PLACES
from game.web.pages.elements import make
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.tours.board_pages import render_front_page


def render_front_pages(title: str, pages: Sequence[tuple[str, FrontPage]], *, has_names: bool) -> str:
    """All pages that were printed.

    Args:
        title: Of the class.
        pages: Each with the pseudonym of who wrote it.
        has_names: Whether pseudonyms are shown; the page may be on a projector or a wall.
    """
    papers = (
        make("li", make("p", make("b", name), kind="lead") if has_names else None, render_front_page(page))
        for name, page in pages
    )
    switch = make(
        "a",
        words.WITHOUT_NAMES if has_names else words.WITH_NAMES,
        href=PAGES_PATH if has_names else f"{PAGES_PATH}?names=1",
        kind="button",
    )
    body = (
        make("p", words.count_pages(len(pages)), kind="lead"),
        make("p", switch, " ", make("span", words.PRINT_NOTE, kind="source"), kind="screen") if pages else None,
        make("ul", papers, kind="papers") if pages else make("p", words.NO_PAGES),
    )
    return render_frame(Framed(title, Heading(words.FRONT_PAGES, "CLASS"), body, TEACHER_PLACES, PAGES_PATH, "wide"))
