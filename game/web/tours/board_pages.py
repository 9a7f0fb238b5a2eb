"""The pages beside the tour: notebook, comparing, sources, report, front page. To look at one changes nothing."""

from collections.abc import Iterator

from game.app.desk_view import DeskRow, DeskView
from game.app.notebook_view import NotebookRow, NotebookView
from game.app.source_shelf import ShelvedSource, read_sources
from game.exports.front_page import FrontPage
from game.exports.front_page.page_pixels import render_drawing
from game.exports.report_markup import RawMarkup
from game.prose import web_words as words
from game.prose.compare_lines import JUDGEMENTS
from game.prose.dispatch_lines import PRINT_WORDS
from game.prose.lines import join_words, number_room
from game.web.pages.elements import Part, join, make
from game.web.pages.line_elements import render_lines
from game.web.tours.board import BoardRequest
from game.web.tours.tour_page import (
    COMPARE_PATH,
    REPORT_PATH,
    FormKeys,
    make_form,
    make_line_button,
)


def render_notebook(request: BoardRequest) -> Part:
    """All notes, those of the question that is chased first."""
    book = request.game.boards.read_notebook()
    if not book.rows:
        return make("p", words.NO_NOTES)
    return [_render_notes(heading, rows) for heading, rows in _split_notes(book) if rows]


def _split_notes(book: NotebookView) -> tuple[tuple[str, list[NotebookRow]], ...]:
    of_question = [row for row in book.rows if row.is_of_question]
    rest = [row for row in book.rows if not row.is_of_question]
    return (book.question or words.NOTES_OF_QUESTION, of_question), (words.OTHER_NOTES, rest)


def _render_notes(heading: str, rows: list[NotebookRow]) -> RawMarkup:
    notes = (
        make("li", make("b", f"{row.number}. "), row.text, " ", make("span", row.source, kind="source")) for row in rows
    )
    return make("section", make("h2", heading), make("ul", notes, kind="notes"))


def render_compare(request: BoardRequest) -> Part:
    """Two notes side by side, with the five judgements, and what was found so far."""
    boards = request.game.boards
    book = boards.read_notebook()
    if len(book.rows) < 2:
        return make("p", words.FEW_NOTES)
    one, other = (_read_number(request.query.get(name, ""), book) for name in ("one", "other"))
    form = make(
        "form",
        _render_choice("one", words.FIRST_NOTE, book, one),
        _render_choice("other", words.SECOND_NOTE, book, other),
        make("button", words.LAY, kind="act"),
        method="get",
        action=COMPARE_PATH,
        kind="pair",
    )
    return (_render_pair(request, one, other) if one and other else None, form, _render_compared(request))


def _read_number(typed: str, book: NotebookView) -> int:
    """The number of a note; 0 where there is none of it."""
    return next((row.number for row in book.rows if str(row.number) == typed), 0)


def _render_choice(name: str, label: str, book: NotebookView, chosen: int) -> RawMarkup:
    options = (
        make("option", f"{row.number}. {row.text}", value=str(row.number), selected=row.number == chosen)
        for row in book.rows
    )
    select = make("select", make("option", words.CHOOSE_NOTE, value=""), options, id=name, name=name)
    return make("p", make("label", label, for_=name), select, kind="field")


def _render_pair(request: BoardRequest, one: int, other: int) -> RawMarkup:
    if one == other:
        return make("p", words.SAME_NOTE, kind="notice", role="alert")
    pair = request.game.boards.read_pair(one, other)
    # The five judgements are among the lines as line mode prints them; here they are buttons.
    lines = [line for line in pair.lines if not (pair.is_asked and line.role == "option")]
    judgements = (
        make_line_button(f"compare {one} with {other} as {number}", make("b", str(number)), make("span", text))
        for number, text in enumerate(JUDGEMENTS.values(), start=1)
    )
    form = make_form(request.keys, judgements, kind="offers") if pair.is_asked else None
    return make("section", render_lines(lines), form, kind="said", tabindex="-1", autofocus=True, id="said")


def _render_compared(request: BoardRequest) -> RawMarkup:
    rows = [row for row in request.game.boards.read_differences() if row.sides]
    if not rows:
        return join(None)
    found = (
        make(
            "li",
            make("b", row.heading),
            make("ul", (make("li", side.says, " ", make("span", side.cites, kind="source")) for side in row.sides)),
            make("p", row.wording),
        )
        for row in rows
    )
    return make("section", make("h2", words.COMPARED_SO_FAR), make("ul", found, kind="notes"))


def render_sources(request: BoardRequest) -> Part:
    """Each source, with what was noted of it."""
    return [_render_source(source) for source in read_sources(request.game.world, request.game.state)]


def _render_source(source: ShelvedSource) -> RawMarkup:
    facts = [
        make("li", make("b", f"{fact.cites} "), fact.claim, " ", make("span", fact.strength, kind="source"))
        for fact in source.facts
    ]
    return make(
        "section",
        make("h2", source.name),
        make("p", source.publication, kind="source"),
        make("p", source.licence, kind="source") if source.licence else None,
        make("h3", words.NOTED_OF_IT),
        make("ul", facts, kind="notes") if facts else make("p", words.NOTHING_OF_IT),
    )


def render_report(request: BoardRequest) -> Part:
    """The report that is being written; at a desk with buttons that change it."""
    game = request.game
    desk, desks = game.boards.read_desk(), game.world.tour.desks
    is_here = game.state.room in desks
    places = join_words([number_room(game.world.rooms[room_id]) for room_id in desks], "or")
    keys = request.keys if is_here else None
    return (
        None if is_here else make("p", words.describe_desk(places), kind="notice"),
        make("p", desk.headline, kind="headline") if desk.headline else None,
        make(
            "section",
            make(
                "h2", words.YOUR_REPORT, " ", make("small", words.count_report(len(desk.draft), desk.fewest, desk.most))
            ),
            make("ul", (_render_desk_row(row, keys) for row in desk.draft), kind="desk") if desk.draft else None,
            make("p", words.NO_REPORT_LINE) if not desk.draft else None,
            make_form(keys, _list_desk_buttons(desk), kind="chips") if keys else None,
        ),
        make(
            "section",
            make("h2", words.NOTES_TO_ADD),
            make("ul", (_render_desk_row(row, keys) for row in desk.noted), kind="desk") if desk.noted else None,
            make("p", words.NO_NOTES_TO_ADD) if not desk.noted else None,
        ),
    )


def _list_desk_buttons(desk: DeskView) -> Iterator[RawMarkup]:
    yield make_line_button("dispatch file", words.FILE, kind="act")
    if desk.headline:
        yield make_line_button("dispatch fill", words.FILL)
        yield make_line_button("dispatch headline", words.CHOOSE_HEADLINE)


def _render_desk_row(row: DeskRow, keys: FormKeys | None) -> RawMarkup:
    return make(
        "li",
        make("p", row.text, " ", make("span", row.note, kind="source")),
        make("p", row.warning, kind="notice") if row.warning else None,
        make_form(keys, _list_row_buttons(row), kind="chips", goes_to=REPORT_PATH) if keys else None,
    )


def _list_row_buttons(row: DeskRow) -> Iterator[RawMarkup]:
    about = make("span", f": {row.text}", kind="unseen")
    yield make_line_button(row.take, words.TAKE_OUT if row.prints else words.ADD, about)
    for line, label in zip(row.prints, PRINT_WORDS.values(), strict=False):
        yield make_line_button(line, words.PRINTED, " ", label, about)
    if row.move_up:
        yield make_line_button(row.move_up, words.UP, about)
    if row.move_down:
        yield make_line_button(row.move_down, words.DOWN, about)


def render_page(request: BoardRequest) -> Part:
    """The front page that was printed last."""
    page = request.game.boards.read_page(request.game.art)
    return make("p", words.NO_PAGE) if page is None else render_front_page(page)


def render_front_page(page: FrontPage) -> RawMarkup:
    """A front page as it was printed."""
    lines = (make("li", line.text, " ", make("span", line.full_source, kind="source")) for line in page.lines)
    drawing = None
    if page.drawing:
        rects = RawMarkup("".join(render_drawing(page.drawing, 0, 0, 1)))
        box = f"0 0 {len(page.drawing[0])} {len(page.drawing)}"
        picture = make("svg", rects, viewBox=box, shape_rendering="crispEdges", role="img", aria_label=page.caption)
        drawing = make("figure", picture, make("figcaption", page.caption))
    return make(
        "article",
        make("p", " · ".join(filter(None, page.above)), kind="source"),
        make("p", page.paper, kind="paper"),
        make("h2", page.headline),
        make("p", page.headline_note, kind="source") if page.headline_note else None,
        make("p", page.byline, kind="source"),
        make("p", page.deck, kind="lead") if page.deck else None,
        drawing,
        make("ul", lines, kind="notes"),
        make("dl", ((make("dt", label), make("dd", text)) for label, text in page.boxes)) if page.boxes else None,
        make("p", page.place),
        make("p", page.notice, kind="source"),
        kind="printed",
    )
