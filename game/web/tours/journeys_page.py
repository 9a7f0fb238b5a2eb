"""The map of journeys as a drawing with names, and below it the same as a list, which reads alone."""

from collections.abc import Iterator

from game.app.boards import JourneysView
from game.app.journey_chart import list_routes, list_towns
from game.art.atlas import ChartFrame, ChartRoute
from game.art.chart_letters import PIXEL_SIGNS, TownName, place_names
from game.exports.report_markup import RawMarkup
from game.pack.looks import MapOutline, read_corners
from game.pack.world import Journey
from game.prose import journey_lines, web_words
from game.prose.screen_labels import count_journeys_left
from game.web.pages.elements import Part, join, make
from game.web.tours.board import BoardRequest

JOURNEYS_PATH = "/journeys"

COLUMNS, ROWS = 44, 18
"""Letters and lines of names that have room on the map, so that they can be read on a phone."""
COLUMN, ROW = 8, 16
"""Units of the drawing that a letter and a line take."""


def render_journeys(request: BoardRequest) -> Part:
    """The map, and the list in which a journey is chosen."""
    view = request.game.boards.read_journeys()
    if not view.journeys:
        return make("p", web_words.NO_JOURNEYS), _count_left(view)
    asked = request.query.get("journey", "")
    chosen = int(asked[:3]) - 1 if asked[:3].isdecimal() and 0 < int(asked[:3]) <= len(view.journeys) else 0
    names = {place.id: place.name for place in view.tour.places}
    rows = (
        _render_journey(number, journey, names, is_chosen=number == chosen + 1)
        for number, journey in enumerate(view.journeys, start=1)
    )
    return (
        _render_map(view, chosen, view.tour.map) if view.tour.map is not None else None,
        make("ol", rows, kind="journeys"),
        _count_left(view),
    )


def _count_left(view: JourneysView) -> RawMarkup:
    return make("p", count_journeys_left(view.left), kind="source") if view.left else join(None)


def _render_journey(number: int, journey: Journey, names: dict[str, str], *, is_chosen: bool) -> RawMarkup:
    title = journey_lines.render_journey_title(journey)
    link = make("a", title, href=f"{JOURNEYS_PATH}?journey={number}", aria_current="true" if is_chosen else None)
    stops = " – ".join(names[stop] for stop in journey.stops)
    return make("li", link, make("span", f"{stops}, {journey_lines.render_means(journey)}", kind="source"))


def _render_map(view: JourneysView, chosen: int, outline: MapOutline) -> RawMarkup:
    frame, routes = ChartFrame(COLUMNS, 2 * ROWS, outline), list_routes(view, chosen)
    # The chosen line last, so that no other is drawn over it.
    lines = (_render_route(frame, route) for route in sorted(routes, key=lambda route: route.is_chosen))
    names = place_names(frame, list_towns(view, chosen), routes, PIXEL_SIGNS)
    drawing = make(
        "svg",
        list(_list_coasts(frame)),
        lines,
        map(_render_name, names),
        viewBox=f"0 0 {COLUMNS * COLUMN} {ROWS * ROW}",
        role="img",
        aria_label=web_words.describe_map(journey_lines.render_journey_title(view.journeys[chosen])),
        kind="map",
    )
    strokes = " · ".join(journey_lines.describe_strokes("——", "— —", "· ·"))
    note = make("figcaption", f"{strokes}. {journey_lines.JOURNEY_NOTE}", kind="source")
    return make("figure", drawing, note)


def _list_coasts(frame: ChartFrame) -> Iterator[RawMarkup]:
    for listed in frame.outline.coasts.values():
        points = " ".join(_write_point(frame, point) for point in read_corners(listed))
        yield make("polygon", points=points, kind="land")


def _render_route(frame: ChartFrame, route: ChartRoute) -> RawMarkup:
    points = " ".join(_write_point(frame, point) for point in route.points)
    kind = f"route {route.stroke}{' chosen' if route.is_chosen else ''}"
    return make("polyline", points=points, kind=kind)


def _write_point(frame: ChartFrame, point: tuple[float, float]) -> str:
    x, y = frame.pixel(point)
    return f"{x * COLUMN:.0f},{y * COLUMN:.0f}"


def _render_name(name: TownName) -> RawMarkup:
    # Each letter has the width that was counted with, whatever font a browser has.
    width = str(len(name.text) * COLUMN)
    x, y = str(name.x * COLUMN), str(name.row * ROW + 12)
    return make("text", name.text, x=x, y=y, textLength=width, kind="chosen" if name.is_chosen else None)
