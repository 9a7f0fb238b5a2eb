"""The plan of all rooms: where one is, what was seen, what is left, and the way to any of them."""

from game.app.boards import PlanPlace
from game.exports.report_markup import RawMarkup
from game.prose import plan_lines, web_words
from game.web.pages.elements import Part, make
from game.web.tours.board import BoardRequest
from game.web.tours.tour_page import make_form, make_line_button


def render_plan(request: BoardRequest) -> Part:
    """The rooms in their order, each a button that goes there."""
    places = request.game.boards.read_plan()
    seen = sum(place.is_visited for place in places)
    rooms = make("ol", (make("li", _render_room(place)) for place in places), kind="plan")
    return (
        make("p", plan_lines.count_visited(seen, len(places)), kind="lead"),
        make("p", web_words.PLAN_NOTE, kind="source"),
        make_form(request.keys, rooms, kind="rooms"),
    )


def _render_room(place: PlanPlace) -> RawMarkup:
    room = place.room
    left = plan_lines.count_notes(place.noted, place.facts) if place.is_visited else plan_lines.NOT_VISITED
    kind = "here" if place.is_here else "seen" if place.is_visited else None
    meter = make("progress", value=str(place.noted), max=str(place.facts), aria_hidden="true") if place.facts else None
    return make_line_button(
        f"go to {room.name}",
        make("b", "" if room.number is None else f"{room.number:02}"),
        make(
            "span",
            room.name,
            make("small", f"{plan_lines.HERE}, " if place.is_here else None, left),
            meter if place.is_visited else None,
        ),
        kind=kind,
    )
