"""What is drawn on the map of journeys: the lines and the towns of those found, the same on a screen and on a page."""

from game.app.boards import JourneysView
from game.art.atlas import ChartRoute, Point, Stroke
from game.art.chart_letters import Town
from game.pack.world import NOT_TOLD, Journey


def list_routes(view: JourneysView, chosen: int) -> list[ChartRoute]:
    """The lines.

    Args:
        view: The journeys found.
        chosen: The place of the one that stands out.
    """
    points = {place.id: (place.lon, place.lat) for place in view.tour.places}
    return [
        ChartRoute(_list_points(journey, points), find_stroke(journey), place == chosen)
        for place, journey in enumerate(view.journeys)
    ]


def list_towns(view: JourneysView, chosen: int) -> list[Town]:
    """The towns of journeys found; a town of which nothing was read is not on the map."""
    places = {place.id: place for place in view.tour.places}
    bright = set(view.journeys[chosen].stops) if view.journeys else set()
    stops = dict.fromkeys(stop for journey in view.journeys for stop in journey.stops)
    towns = [places[stop] for stop in stops]
    return [Town(town.name, (town.lon, town.lat), town.side, town.id in bright) for town in towns]


def _list_points(journey: Journey, points: dict[str, Point]) -> list[Point]:
    first, *others = [points[stop] for stop in journey.stops]
    return [first, *journey.via, *others]


def find_stroke(journey: Journey) -> Stroke:
    """How the line of a journey is drawn: broken by plane, dotted where no source tells the means."""
    if journey.means == NOT_TOLD:
        return "dotted"
    return "dashed" if journey.means == "plane" else "solid"
