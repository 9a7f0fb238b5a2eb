"""A stylised chart: land from the outline of a pack, water in rings, routes as lines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from game.art.canvas import Canvas
from game.art.palette import Colour
from game.pack.looks import MAX_DEGREES, MapOutline, read_corners

Point = tuple[float, float]
"""Longitude and latitude, in degrees east and north."""

MARGIN_PIXELS = 6
"""Pixels of land and water kept beyond the edges, so that no coast is drawn along them."""

NEIGHBOUR_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))


class MapInk(NamedTuple):
    """The colours of the chart."""

    sea: Colour
    rings: tuple[Colour, ...]
    """Water along the coast, nearest first."""
    land: Colour
    inland: Colour
    coast: Colour
    grid: Colour
    route: Colour
    chosen: Colour


NIGHT = MapInk(
    0x0C1A2E, (0x1C3A58, 0x17314C, 0x132A42, 0x0F2238), 0x2F3722, 0x262D1B, 0x56613A, 0x14253C, 0x8B7A3A, 0xF2C230
)
DAY = MapInk(
    0xCFE3EA, (0xAECFDD, 0xB7D5E1, 0xC0DAE5, 0xC8DFE8), 0xECE5CB, 0xF3EEDB, 0xB9B48A, 0xC2D9E2, 0xA08A50, 0x7A141C
)


NIGHT_256 = MapInk(
    0x00005F, (0x005F87, 0x005F87, 0x005F5F, 0x00005F), 0x4E4E4E, 0x3A3A3A, 0x87875F, 0x005F5F, 0xAF8700, 0xFFD700
)
"""Exact values of the 256-colour cube, so that no terminal has to guess."""

Stroke = Literal["solid", "dashed", "dotted"]
"""How a line is drawn, so that means of travel differ by more than colour: by land, by air, not told."""

CHOSEN_STROKES: dict[Stroke, tuple[int, int]] = {"solid": (1, 1), "dashed": (4, 6), "dotted": (1, 2)}
OTHER_STROKES: dict[Stroke, tuple[int, int]] = {"solid": (1, 2), "dashed": (2, 5), "dotted": (1, 4)}
"""Stroke -> how many pixels of so many are painted, on the chosen line and on others."""


class ChartRoute(NamedTuple):
    """A journey as it is drawn."""

    points: Sequence[Point]
    stroke: Stroke
    is_chosen: bool


class ChartFrame(NamedTuple):
    """Where degrees lie on a canvas."""

    width: int
    height: int
    outline: MapOutline

    @property
    def per_degree(self) -> float:
        """Pixels of a degree of latitude."""
        return self.height / (self.outline.north - self.outline.south)

    def pixel(self, point: Point) -> tuple[float, float]:
        """The pixel of a point; it may lie outside."""
        lon, lat = point
        x = self.width / 2 + (lon - self.outline.middle) * self.outline.degree_share * self.per_degree
        return x, (self.outline.north - lat) * self.per_degree


def draw_chart(width: int, rows: int, routes: Iterable[ChartRoute], ink: MapInk, outline: MapOutline) -> Canvas:
    """The chart with its routes, the chosen one last and solid."""
    frame = ChartFrame(width, rows * 2, outline)
    canvas = Canvas(width, rows * 2, ink.sea)
    land = find_land(frame)
    _draw_water(canvas, land, ink)
    _draw_graticule(canvas, frame, land, ink)
    for x, y in land:
        is_edge = any((x + dx, y + dy) not in land for dx, dy in NEIGHBOUR_STEPS)
        is_deep = all((x + dx, y + dy) in land for dx, dy in ((4, 0), (-4, 0), (0, 4), (0, -4)))
        canvas.put(x, y, ink.coast if is_edge else ink.inland if is_deep else ink.land)
    # The chosen route last, so that no other is painted over it.
    for route in sorted(routes, key=lambda route: route.is_chosen):
        _draw_route(canvas, frame, route, ink)
    return canvas


def find_land(frame: ChartFrame) -> set[tuple[int, int]]:
    """The pixels of land, row by row between the crossings of each coast."""
    land: set[tuple[int, int]] = set()
    for listed in frame.outline.coasts.values():
        corners = [frame.pixel(point) for point in read_corners(listed)]
        edges = list(zip(corners, [*corners[1:], corners[0]], strict=True))
        for y in range(-MARGIN_PIXELS, frame.height + MARGIN_PIXELS):
            middle = y + 0.5
            # Half-open comparison, so that a corner exactly on the scan line is crossed once and not twice.
            across = sorted(
                x0 + (middle - y0) * (x1 - x0) / (y1 - y0)
                for (x0, y0), (x1, y1) in edges
                if (y0 <= middle) != (y1 <= middle)
            )
            for left, right in zip(across[::2], across[1::2], strict=False):
                first, last = max(-MARGIN_PIXELS, round(left)), min(frame.width + MARGIN_PIXELS, round(right))
                land.update((x, y) for x in range(first, last))
    return land


def _draw_water(canvas: Canvas, land: set[tuple[int, int]], ink: MapInk) -> None:
    # Rings grow outwards from the coast one pixel at a time: no distance has to be computed for each pixel of sea.
    edge = land
    seen = set(land)
    for colour in ink.rings:
        edge = {
            (x + dx, y + dy)
            for x, y in edge
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
            if (x + dx, y + dy) not in seen
        }
        seen |= edge
        for x, y in edge:
            canvas.put(x, y, colour)


def _draw_graticule(canvas: Canvas, frame: ChartFrame, land: set[tuple[int, int]], ink: MapInk) -> None:
    """Lines of whole degrees, dotted."""
    step = frame.outline.grid
    for number in range(int(-MAX_DEGREES // step), int(MAX_DEGREES // step) + 1):
        x, y = (round(place) for place in frame.pixel((number * step, number * step)))
        for row in range(0, frame.height if 0 <= x < frame.width else 0, 3):
            if (x, row) not in land:
                canvas.put(x, row, ink.grid)
        for column in range(0, frame.width if 0 <= y < frame.height else 0, 3):
            if (column, y) not in land:
                canvas.put(column, y, ink.grid)


def _draw_route(canvas: Canvas, frame: ChartFrame, route: ChartRoute, ink: MapInk) -> None:
    painted, of = (CHOSEN_STROKES if route.is_chosen else OTHER_STROKES)[route.stroke]
    for step, (x, y) in enumerate(follow_route(frame, route.points)):
        if step % of < painted:
            canvas.put(x, y, ink.chosen if route.is_chosen else ink.route)


def follow_route(frame: ChartFrame, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The pixels of a line, from its first point to its last; they may lie outside."""
    for (x0, y0), (x1, y1) in pairwise(frame.pixel(point) for point in points):
        steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
        for step in range(steps):
            yield round(x0 + (x1 - x0) * step / steps), round(y0 + (y1 - y0) * step / steps)
    x, y = frame.pixel(points[-1])
    yield round(x), round(y)
