"""Sky and land at each hour, as they are seen through windows and in the open."""

from collections.abc import Sequence

from game.art.palette import Ink, find_nearest_256, mix

SCENE_HEIGHT = 28
"""Pixels of a scene, from the roof to below the yellow line."""

Inks = list[list[Ink]]


def _ink(colour: int) -> Ink:
    return Ink(colour, find_nearest_256(colour), 1.0)


class Landscape:
    """Sky and land at one hour."""

    def __init__(self, top: int, horizon: int, far: int, mid: int, near: int, twins: Sequence[int]) -> None:
        self.top = Ink(top, twins[0], 1.0)
        self.horizon = Ink(horizon, twins[1], 1.0)
        self.far = Ink(far, twins[2], 1.0)
        self.mid = Ink(mid, twins[3], 1.0)
        self.near = Ink(near, twins[4], 1.0)


LANDS = {
    "night": Landscape(0x0A1430, 0x27406E, 0x1B2D52, 0x101F38, 0x0A1420, (17, 18, 24, 23, 234)),
    "dawn": Landscape(0x3A3560, 0xF0A878, 0x7B6A86, 0x4D4A5C, 0x2A2F33, (60, 223, 103, 60, 236)),
    "day": Landscape(0x5B9BD0, 0xD6ECF5, 0x8DB3BD, 0x6B9A63, 0x3F6B3A, (74, 195, 109, 107, 65)),
    "dusk": Landscape(0x2A2450, 0xEA8453, 0x7A4A66, 0x432F4C, 0x1F1A2A, (53, 215, 96, 53, 234)),
}
STAR = Ink(0xCED6DD, 252, 1.0)
# A table, not sines: floating point may round differently on two machines, and pictures are compared byte by byte.
_HILLS = (0, 1, 1, 2, 3, 3, 2, 2, 1, 0, 0, 1, 2, 2, 3, 4, 4, 3, 2, 1, 1, 0)


def find_hill_height(x: int, step: int) -> int:
    """How high the hills stand at a column, 0 to 4 pixels; the same on every machine."""
    return _HILLS[(x // step) % len(_HILLS)]


def find_landscape_ink(x: int, y: int, height: int, land: Landscape, drift: int, *, is_night: bool) -> Ink:
    """The landscape's pixel at a column and a row of a window of that height."""
    along = x + drift
    if y >= height - 1 - find_hill_height(along, 5) // 3:
        return land.near
    if y >= height - 2 - find_hill_height(along * 2 + 7, 5) // 2:
        return land.mid
    if y >= height - 3 - find_hill_height(along + 3, 3):
        return land.far
    # Stars stand still while the land drifts by: they are far away.
    if is_night and (x * 31 + y * 17) % 41 == 0:
        return STAR
    # Five steps of sky are enough in a window, and equal neighbours cost no bytes in the terminal.
    share = y / max(1, height - 3)
    return mix(land.top, land.horizon, round(share * 4) / 4)


def fill_inks(rows: Inks, x: int, y: int, width: int, height: int, colour: Ink) -> None:
    """Paint a rectangle; what falls outside is not painted."""
    left, right = max(0, x), min(len(rows[0]), x + width)
    if left >= right:
        return
    for row in rows[max(0, y) : max(0, min(SCENE_HEIGHT, y + height))]:
        row[left:right] = [colour] * (right - left)


def paint_open_sky(rows: Inks, width: int, hour: str, horizon: int, *, has_hills: bool = True) -> None:
    """The sky down to the horizon, and the hills on it."""
    land = LANDS[hour]
    for y in range(horizon):
        colour = mix(land.top, land.horizon, round(y / horizon * 6) / 6)
        fill_inks(rows, 0, y, width, 1, colour)
    if hour == "night":
        for x in range(width):
            # Two primes scatter the stars without a random generator, the same way at every start.
            y = (x * 37) % 11
            if (x * 29) % 13 == 0:
                rows[y][x] = STAR
    for x in range(width if has_hills else 0):
        fill_inks(rows, x, horizon - 3 - find_hill_height(x, 5), 1, 9, land.far)
        fill_inks(rows, x, horizon - 1 - find_hill_height(x * 2 + 5, 7) // 2, 1, 9, land.mid)
