"""Pages that are read: who is who, progress, help, the end of the journey, and the list of all of these."""

from collections.abc import Iterator
from itertools import groupby

from game.app.people_view import KnownPerson
from game.exports.report_markup import RawMarkup
from game.prose import cover_lines, web_words
from game.prose.help_lines import list_helped_verbs
from game.web.pages.elements import Part, make
from game.web.pages.line_elements import render_lines
from game.web.tours.board import BoardRequest
from game.web.tours.tour_page import PAGE_PATH, REPORT_PATH, TOUR_PATH, make_form, make_line_button

FIRST_HELP_LINES = 2
"""Lines at the beginning of HELP that say how to type, and what helps here."""


def render_people(request: BoardRequest) -> Part:
    """Each person of the notes, with a button that asks about them."""
    people = request.game.boards.read_people()
    if not people:
        return make("p", web_words.NO_PEOPLE)
    return [_render_person(request, person) for person in people]


def _render_person(request: BoardRequest, person: KnownPerson) -> RawMarkup:
    notes = (make("li", text, " ", make("span", tag, kind="source")) for text, tag in person.notes)
    ask = make_line_button(f"who is {person.name}", web_words.WHO_IS, " ", person.name, "?")
    return make(
        "section", make("h2", person.name), make("ul", notes, kind="notes"), make_form(request.keys, ask, kind="chips")
    )


def render_progress(request: BoardRequest) -> Part:
    """What was noted and answered, room by room."""
    return render_lines(request.game.boards.read_sheet("progress"))


def render_help(request: BoardRequest) -> Part:
    """How to type, and every command."""
    game = request.game
    verbs = groupby(list_helped_verbs(game.world), lambda row: row[0])
    return (
        render_lines(game.boards.read_sheet("help")[:FIRST_HELP_LINES]),
        make("p", web_words.HELP_NOTE),
        [
            make("section", make("h2", group), make("ul", (make("li", text) for _, text in rows), kind="commands"))
            for group, rows in verbs
        ],
    )


def render_end(request: BoardRequest) -> Part:
    """The ticket as it is now, and what one can do."""
    game = request.game
    ticket = game.boards.read_ticket_texts()
    rows = ((make("dt", label), make("dd", text)) for label, text in ticket.rows)
    paper = make(
        "article",
        make("h2", ticket.title),
        make("p", ticket.route, kind="source"),
        make("dl", rows),
        make("p", ticket.foot, kind="source"),
        kind="printed ticket",
    )
    return paper, make("p", _list_links(request), kind="chips"), make_form(request.keys, _list_buttons(), kind="chips")


def _list_links(request: BoardRequest) -> Iterator[RawMarkup]:
    yield make("a", cover_lines.WALK_ON_KEY, href=TOUR_PATH, kind="button")
    if request.game.state.printed is not None:
        yield make("a", cover_lines.PAGE_KEY, href=PAGE_PATH, kind="button")
    elif request.game.world.tour.desks:
        yield make("a", cover_lines.WRITE_KEY, href=REPORT_PATH, kind="button")


def _list_buttons() -> Iterator[RawMarkup]:
    yield make_line_button("practice", cover_lines.PRACTISE_KEY)
    yield make_line_button("ride again", cover_lines.RIDE_KEY)
