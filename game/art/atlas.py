"""A stylised chart of East Asia: land from hand-set coast points, water in rings, routes as lines."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from game.art.canvas import Canvas
from game.art.palette import Colour

Point = tuple[float, float]
"""Longitude and latitude, in degrees east and north."""

SOUTH, NORTH = 18.6, 47.2
"""Latitudes of the lower and the upper edge, in degrees."""

MIDDLE_LONGITUDE = 119.5
"""Longitude in the middle of the chart, in degrees."""

LONGITUDE_SHARE = 0.82
"""Width of a degree of longitude over that of one of latitude, at 35 degrees north: its cosine."""

# Set by hand, not taken from a map file: so few points are enough at this size, and no licence of a map is needed.
_COASTS = """
mainland 90,18 105.7,18.6 105.8,19.4 106.6,20.3 107.2,20.9 108.1,21.5 109.2,21.5 109.6,21.0 109.9,20.3 110.4,20.3
         110.5,21.1 111.8,21.6 113.2,22.0 114.2,22.3 115.5,22.7 116.8,23.3 118.1,24.5 119.3,25.5 119.9,26.6 121.0,28.0
         121.9,29.2 121.9,29.9 121.0,30.3 121.9,31.0 121.8,31.7 120.9,32.9 120.2,34.3 119.3,34.9 120.3,36.0 122.5,36.9
         122.4,37.4 120.8,37.8 119.2,37.2 118.9,37.9 117.7,38.6 118.0,39.2 119.5,39.8 121.0,40.8 121.9,40.9 122.2,40.4
         121.3,39.5 121.2,38.8 122.2,39.3 124.0,39.8 124.7,39.5 125.2,38.7 124.7,38.1 125.7,37.8 126.5,37.5 126.5,36.6
         126.4,35.2 126.2,34.4 127.5,34.6 128.9,35.0 129.4,35.6 129.4,37.0 128.6,38.2 127.5,39.3 127.6,39.8 128.6,40.1
         129.7,40.9 129.8,41.6 130.7,42.3 131.0,42.9 131.9,43.1 132.3,43.2 133.0,42.7 135.0,43.5 136.0,44.5 138.5,46.5
         140.5,48.5 140.5,60 90,60
hainan   108.7,19.3 109.6,20.0 110.6,20.1 110.9,19.6 110.1,18.5 109.0,18.4
taiwan   121.0,25.1 121.9,25.1 121.5,23.8 120.8,22.0 120.1,22.9 120.2,23.8
jeju     126.2,33.3 126.6,33.6 126.9,33.4 126.5,33.2
kyushu   129.8,33.5 131.0,33.9 131.8,33.2 131.3,31.5 130.3,31.2 129.8,32.6
shikoku  132.3,33.4 133.2,34.3 134.6,34.2 134.2,33.4 133.0,32.8
honshu   131.0,34.2 132.5,35.4 134.3,35.6 136.0,35.8 136.9,37.4 137.4,36.8 138.8,37.8 139.6,38.8 140.0,40.5 141.4,41.4
         142.0,39.5 140.9,38.2 140.9,36.0 139.8,35.0 138.2,34.6 136.9,34.3 135.9,33.5 135.1,34.4 133.5,34.3 132.0,34.0
hokkaido 140.0,41.6 141.2,41.8 143.2,42.0 145.3,43.3 144.3,44.0 141.7,45.4 141.6,43.4 140.3,43.2
"""


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


class ChartRoute(NamedTuple):
    """A journey as it is drawn."""

    points: Sequence[Point]
    is_dashed: bool
    is_chosen: bool


def _read_coasts() -> list[list[Point]]:
    words = _COASTS.split()
    found: list[list[Point]] = []
    for word in words:
        if "," in word:
            lon, lat = word.split(",")
            found[-1].append((float(lon), float(lat)))
        else:
            found.append([])
    return found


class ChartFrame(NamedTuple):
    """Where degrees lie on a canvas."""

    width: int
    height: int

    @property
    def per_degree(self) -> float:
        """Pixels of a degree of latitude."""
        return self.height / (NORTH - SOUTH)

    def pixel(self, point: Point) -> tuple[float, float]:
        """The pixel of a point; it may lie outside."""
        lon, lat = point
        x = self.width / 2 + (lon - MIDDLE_LONGITUDE) * LONGITUDE_SHARE * self.per_degree
        return x, (NORTH - lat) * self.per_degree


def draw_chart(width: int, rows: int, routes: Iterable[ChartRoute], ink: MapInk) -> Canvas:
    """The chart with its routes, the chosen one last and solid."""
    frame = ChartFrame(width, rows * 2)
    canvas = Canvas(width, rows * 2, ink.sea)
    land = _find_land(frame)
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


def _find_land(frame: ChartFrame) -> set[tuple[int, int]]:
    """The pixels of land, row by row between the crossings of each coast."""
    land: set[tuple[int, int]] = set()
    for polygon in _read_coasts():
        corners = [frame.pixel(point) for point in polygon]
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
    """Every fifth degree, dotted."""
    for lon in range(80, 165, 5):
        x = round(frame.pixel((lon, 0))[0])
        for y in range(0, frame.height, 3):
            if (x, y) not in land:
                canvas.put(x, y, ink.grid)
    for lat in range(20, 50, 5):
        y = round(frame.pixel((0, lat))[1])
        for x in range(0, frame.width, 3):
            if (x, y) not in land:
                canvas.put(x, y, ink.grid)


def _draw_route(canvas: Canvas, frame: ChartFrame, route: ChartRoute, ink: MapInk) -> None:
    points = [frame.pixel(point) for point in route.points]
    for (x0, y0), (x1, y1) in pairwise(points):
        steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
        for step in range(steps + 1):
            if (route.is_dashed and step % 4 > 1) or (not route.is_chosen and step % 2):
                continue
            x, y = round(x0 + (x1 - x0) * step / steps), round(y0 + (y1 - y0) * step / steps)
            canvas.put(x, y, ink.chosen if route.is_chosen else ink.route)
