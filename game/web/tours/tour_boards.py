"""All pages beside the tour, by their addresses, and the list of those that the ways between pages leave out."""

from collections.abc import Mapping

from game.prose import web_words as words
from game.web.pages.elements import Part, make
from game.web.pages.page_frame import Framed, Heading, render_frame
from game.web.tours.board import Board, BoardRequest
from game.web.tours.board_pages import render_compare, render_notebook, render_page, render_report, render_sources
from game.web.tours.journeys_page import JOURNEYS_PATH, render_journeys
from game.web.tours.plan_page import render_plan
from game.web.tours.sheet_pages import render_end, render_help, render_people, render_progress
from game.web.tours.timeline_page import TIMELINE_PATH, render_timeline
from game.web.tours.tour_page import (
    COMPARE_PATH,
    MORE_PATH,
    NOTEBOOK_PATH,
    PAGE_PATH,
    PLAN_PATH,
    REPORT_PATH,
    SOURCES_PATH,
    list_places,
)

PEOPLE_PATH, PROGRESS_PATH, HELP_PATH, END_PATH = "/people", "/progress", "/help", "/end"


def render_board(path: str, request: BoardRequest) -> str:
    """A page by its address."""
    board, game = BOARD_PAGES[path], request.game
    places = list_places(has_desk=bool(game.world.tour.desks), has_page=game.state.printed is not None)
    here = MORE_PATH if board.told else path
    body = board.render(request)
    return render_frame(Framed(game.world.tour.title, Heading(board.title), body, places, here, "board"))


def _render_more(request: BoardRequest) -> Part:
    has_journeys = bool(request.game.world.tour.journeys)
    rows = (
        make("li", make("a", board.title, href=path), make("span", board.told, kind="source"))
        for path, board in BOARD_PAGES.items()
        if board.told and (has_journeys or path != JOURNEYS_PATH)
    )
    return make("ul", rows, kind="journeys")


BOARD_PAGES: Mapping[str, Board] = {
    NOTEBOOK_PATH: Board(words.NOTEBOOK, render_notebook),
    COMPARE_PATH: Board(words.COMPARE, render_compare),
    SOURCES_PATH: Board(words.SOURCES, render_sources),
    REPORT_PATH: Board(words.REPORT, render_report),
    PAGE_PATH: Board(words.PAGE, render_page),
    PLAN_PATH: Board(words.PLAN, render_plan),
    MORE_PATH: Board(words.MORE, _render_more),
    JOURNEYS_PATH: Board(words.JOURNEYS, render_journeys, words.JOURNEYS_TOLD),
    TIMELINE_PATH: Board(words.TIMELINE, render_timeline, words.TIMELINE_TOLD),
    PEOPLE_PATH: Board(words.PEOPLE, render_people, words.PEOPLE_TOLD),
    PROGRESS_PATH: Board(words.PROGRESS, render_progress, words.PROGRESS_TOLD),
    END_PATH: Board(words.TICKET, render_end, words.TICKET_TOLD),
    HELP_PATH: Board(words.HELP, render_help, words.HELP_TOLD),
}
"""Address -> its page."""
