"""The map in characters, and where the names of towns stand on it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.art.atlas import NEIGHBOUR_STEPS, ChartFrame, ChartRoute, Point, find_land, follow_route
from game.pack.looks import MapOutline, Side

COAST, WAVE = ":", "~"
CHOSEN_SIGN, OTHER_SIGN = "=", "-"


class Town(NamedTuple):
    """A town with a name on the map."""

    name: str
    at: Point
    side: Side
    """Where its name stands if there is room."""
    is_chosen: bool


class TownName(NamedTuple):
    """A name where it is written."""

    x: int
    row: int
    text: str
    """The name, with the sign of the town at its left or right end."""
    is_chosen: bool


class TownSigns(NamedTuple):
    """What stands for a town, and where a line leaves the map."""

    chosen: str
    other: str
    up: str
    down: str


PIXEL_SIGNS = TownSigns("◉", "●", "▴", "▾")
LETTER_SIGNS = TownSigns("@", "o", "^", "v")


def place_names(
    frame: ChartFrame, towns: Iterable[Town], routes: Sequence[ChartRoute], signs: TownSigns
) -> list[TownName]:
    """Every town with its name, none over another; those of the chosen line first.

    A town beyond the edge is named where its line leaves the map: without a name such a line would mean nothing.
    """
    placed: list[TownName] = []
    for town in sorted(towns, key=lambda town: not town.is_chosen):
        x, y = frame.pixel(town.at)
        is_inside = 0 <= x < frame.width and 0 <= y < frame.height
        tries = _list_places(frame, town, signs) if is_inside else _name_exit(frame, town, routes, signs)
        found = next((each for each in tries if not _is_covered(each, placed, frame)), None)
        if found is not None:
            placed.append(found)
    return placed


def write_chart(
    width: int, rows: int, routes: Iterable[ChartRoute], towns: Iterable[Town], outline: MapOutline
) -> list[str]:
    """The map in characters: coasts, waves, lines of signs, names; the towns of the chosen line in capitals."""
    frame = ChartFrame(width, rows * 2, outline)
    land = find_land(frame)
    drawn = [[_find_sign(x, row, land) for x in range(width)] for row in range(rows)]
    routes = sorted(routes, key=lambda route: route.is_chosen)
    for route in routes:
        sign = CHOSEN_SIGN if route.is_chosen else OTHER_SIGN
        cells = dict.fromkeys((x, y // 2) for x, y in follow_route(frame, route.points))
        for step, (x, row) in enumerate(cells):
            is_gap = (route.stroke == "dashed" and step % 3 == 2) or (route.stroke == "dotted" and step % 2)
            if not is_gap and 0 <= x < width and 0 <= row < rows:
                drawn[row][x] = sign
    for name in place_names(frame, towns, routes, LETTER_SIGNS):
        text = name.text.upper() if name.is_chosen else name.text
        drawn[name.row][name.x : name.x + len(text)] = text
    return ["".join(row) for row in drawn]


def _find_sign(x: int, row: int, land: set[tuple[int, int]]) -> str:
    """A coast where land ends, a few waves on the sea."""
    if (x, 2 * row) in land:
        is_edge = any((x + dx, 2 * (row + dy)) not in land for dx, dy in NEIGHBOUR_STEPS)
        return COAST if is_edge else " "
    return WAVE if row % 2 == 0 and (x + 2 * row) % 6 == 0 else " "


def _list_places(frame: ChartFrame, town: Town, signs: TownSigns) -> list[TownName]:
    """Where the name of a town may stand: at its side, else on another."""
    x, y = (int(place) for place in frame.pixel(town.at))
    row, sign, name = y // 2, signs.chosen if town.is_chosen else signs.other, town.name
    places = {
        "right": TownName(x, row, f"{sign} {name}", town.is_chosen),
        "left": TownName(x - len(name) - 1, row, f"{name} {sign}", town.is_chosen),
        "above": TownName(x, row - 1, f"{sign} {name}", town.is_chosen),
        "below": TownName(x, row + 1, f"{sign} {name}", town.is_chosen),
    }
    return [places.pop(town.side), *places.values()]


def _name_exit(frame: ChartFrame, town: Town, routes: Sequence[ChartRoute], signs: TownSigns) -> list[TownName]:
    """Where the line to a town leaves the map, with an arrow."""
    route = next((route for route in routes if town.at in route.points), None)
    inside = [
        (x, y)
        for x, y in (follow_route(frame, route.points) if route is not None else ())
        if 0 <= x < frame.width and 0 <= y < frame.height
    ]
    if not inside:
        return []
    x, y = inside[-1]
    is_up = y < frame.height // 2
    text = f"{town.name} {signs.up if is_up else signs.down}"
    left = x - len(text) - 1 if is_up else x + 2
    row = 0 if is_up else frame.height // 2 - 1
    return [TownName(min(max(0, left), frame.width - len(text)), row, text, town.is_chosen)]


def _is_covered(name: TownName, placed: Iterable[TownName], frame: ChartFrame) -> bool:
    """Whether a name runs over the edge, or into another."""
    if not (name.x >= 0 and name.x + len(name.text) <= frame.width and 0 <= name.row < frame.height // 2):
        return True
    return any(
        each.row == name.row and name.x < each.x + len(each.text) + 1 and each.x < name.x + len(name.text) + 1
        for each in placed
    )
