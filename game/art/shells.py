"""What is around the furniture: the carriage cut open, its flank, a platform, a quay; the landscape behind glass."""

from collections.abc import Callable, Sequence

from game.art.palette import RAMPS, Ink, mixed, nearest
from game.art.scenes import DOOR, FLOOR, Scene, Window
from game.art.sprites import Lamp

HEIGHT = 28
"""Pixels of a scene, from the roof to below the yellow line."""

Inks = list[list[Ink]]

KHAKI, GOLD, STEEL, WOOD, CREAM, SKY, LEAF, SNOW = (
    RAMPS[name] for name in ("khaki", "gold", "steel", "wood", "cream", "sky", "leaf", "snow")
)


def _ink(colour: int) -> Ink:
    return Ink(colour, nearest(colour), 1.0)


class Land:
    """Sky and land at one hour."""

    def __init__(self, top: int, horizon: int, far: int, mid: int, near: int, twins: Sequence[int]) -> None:
        self.top = Ink(top, twins[0], 1.0)
        self.horizon = Ink(horizon, twins[1], 1.0)
        self.far = Ink(far, twins[2], 1.0)
        self.mid = Ink(mid, twins[3], 1.0)
        self.near = Ink(near, twins[4], 1.0)


LANDS = {
    "night": Land(0x0A1430, 0x27406E, 0x1B2D52, 0x101F38, 0x0A1420, (17, 18, 24, 23, 234)),
    "dawn": Land(0x3A3560, 0xF0A878, 0x7B6A86, 0x4D4A5C, 0x2A2F33, (60, 223, 103, 60, 236)),
    "day": Land(0x5B9BD0, 0xD6ECF5, 0x8DB3BD, 0x6B9A63, 0x3F6B3A, (74, 195, 109, 107, 65)),
    "dusk": Land(0x2A2450, 0xEA8453, 0x7A4A66, 0x432F4C, 0x1F1A2A, (53, 215, 96, 53, 234)),
}
STAR = Ink(0xCED6DD, 252, 1.0)
_HILLS = (0, 1, 1, 2, 3, 3, 2, 2, 1, 0, 0, 1, 2, 2, 3, 4, 4, 3, 2, 1, 1, 0)


def crest(x: int, step: int) -> int:
    """How high the hills stand at a column, 0 to 4 pixels; the same on every machine."""
    return _HILLS[(x // step) % len(_HILLS)]


def view(x: int, y: int, height: int, land: Land, drift: int, *, is_night: bool) -> Ink:
    """The landscape's pixel at a column and a row of a window of that height."""
    along = x + drift
    if y >= height - 1 - crest(along, 5) // 3:
        return land.near
    if y >= height - 2 - crest(along * 2 + 7, 5) // 2:
        return land.mid
    if y >= height - 3 - crest(along + 3, 3):
        return land.far
    if is_night and (x * 31 + y * 17) % 41 == 0:
        return STAR
    share = y / max(1, height - 3)
    return mixed(land.top, land.horizon, round(share * 4) / 4)


def painted(scene: Scene, windows: Sequence[Window], width: int, hour: str, drift: int) -> tuple[Inks, list[Lamp]]:
    """The shell of a scene with its windows, and the lamps that belong to it."""
    rows: Inks = [[KHAKI[0]] * width for _ in range(HEIGHT)]
    lamps = _SHELLS[scene.shell](rows, scene, width, hour)
    for window in windows:
        _window(rows, window, hour, drift)
    return rows, lamps


def fill(rows: Inks, x: int, y: int, width: int, height: int, colour: Ink) -> None:
    """Paint a rectangle; what falls outside is not painted."""
    left, right = max(0, x), min(len(rows[0]), x + width)
    if left >= right:
        return
    for row in rows[max(0, y) : max(0, min(HEIGHT, y + height))]:
        row[left:right] = [colour] * (right - left)


def _interior(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    _roof(rows, width)
    for y in range(3, 15):
        fill(rows, 0, y, width, 1, mixed(*scene.wall, share=0 if y < 4 else (y - 4) / 10))
    fill(rows, 0, 3, width, 1, mixed(scene.wall[1], KHAKI[0], 0.5))
    fill(rows, 0, 15, width, 1, scene.dado[0])
    fill(rows, 0, 16, width, 4, scene.dado[1])
    for x in range(3, width, 8):
        fill(rows, x, 16, 1, 4, mixed(scene.dado[1], KHAKI[0], 0.35))
    for y in range(FLOOR, 25):
        fill(rows, 0, y, width, 1, mixed(*scene.floor, share=(y - FLOOR) / 4))
    _laid(rows, scene, width)
    fill(rows, 0, 25, width, 1, KHAKI[3])
    fill(rows, 0, 26, width, 1, GOLD[2]._replace(glow=0.92))
    fill(rows, 0, 27, width, 1, KHAKI[1])
    for x in (0, width - DOOR):
        _door(rows, x, scene.doors, is_left=x == 0)
    return _ceiling(rows, scene, width)


def _laid(rows: Inks, scene: Scene, width: int) -> None:
    """What lies on the floor: a checker, or a trim along the carpet."""
    if scene.is_checkered:
        for y in range(FLOOR, 25):
            for x in range(y % 2 * 2, width, 4):
                fill(rows, x, y, 2, 1, scene.floor[1])
    if scene.trim is not None:
        fill(rows, 0, 21, width, 1, scene.trim)


def _roof(rows: Inks, width: int) -> None:
    fill(rows, 0, 0, width, 2, KHAKI[4])
    for x in range(2, width, 6):
        fill(rows, x, 1, 2, 1, KHAKI[2])
    fill(rows, 0, 2, width, 1, KHAKI[1])


def _door(rows: Inks, x: int, kind: str, *, is_left: bool) -> None:
    ramp = {"wood": WOOD[1:], "cream": CREAM[1:], "steel": STEEL[2:]}[kind]
    fill(rows, x, 5, DOOR, 20, ramp[0])
    fill(rows, x + (0 if is_left else 1), 6, DOOR - 1, 19, ramp[1])
    fill(rows, x + 1, 8, 3 if is_left else 4, 5, SKY[1])
    fill(rows, x + 1, 14, DOOR - 2, 1, ramp[0])
    fill(rows, x + (4 if is_left else 1), 17, 1, 1, GOLD[2])


def _ceiling(rows: Inks, scene: Scene, width: int) -> list[Lamp]:
    if scene.ceiling == "none":
        return []
    glow = (CREAM[5] if scene.ceiling == "strip" else SKY[5])._replace(glow=1.0)
    lamps = []
    for x in range(8, width - 12, 16):
        fill(rows, x, 4, 8, 1, glow)
        lamps.append(Lamp(x + 3.5, 4, 14, glow, 0.45))
    return lamps


def _window(rows: Inks, window: Window, hour: str, drift: int) -> None:
    x, y, width, height = window.x, window.y, window.width, window.height
    frame = window.curtain[2] if window.curtain else STEEL[2]
    fill(rows, x - 1, y - 1, width + 2, height + 2, WOOD[1] if window.curtain else frame)
    land = LANDS[hour]
    for row in range(height):
        for column in range(width):
            place = x + column
            if 0 <= place < len(rows[0]) and 0 <= y + row < HEIGHT:
                rows[y + row][place] = view(place, row, height, land, drift, is_night=hour == "night")
    if not window.curtain:
        return
    fill(rows, x - 2, y - 2, width + 4, 1, GOLD[1])
    for side, wide in ((x - 2, 3), (x + width - 1, 3)):
        fill(rows, side, y - 1, wide, height + 1, window.curtain[2])
        fill(rows, side + (0 if side < x else 1), y - 1, 1, height + 1, window.curtain[min(3, len(window.curtain) - 1)])
        fill(rows, side, y + height - 2, wide, 1, GOLD[2])


def _open_sky(rows: Inks, width: int, hour: str, horizon: int) -> None:
    land = LANDS[hour]
    for y in range(horizon):
        colour = mixed(land.top, land.horizon, round(y / horizon * 6) / 6)
        fill(rows, 0, y, width, 1, colour)
    if hour == "night":
        for x in range(width):
            y = (x * 37) % 11
            if (x * 29) % 13 == 0:
                rows[y][x] = STAR
    for x in range(width):
        fill(rows, x, horizon - 3 - crest(x, 5), 1, 9, land.far)
        fill(rows, x, horizon - 1 - crest(x * 2 + 5, 7) // 2, 1, 9, land.mid)


def _platform(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    _open_sky(rows, width, hour, 14)
    for y in range(14, FLOOR):
        fill(rows, 0, y, width, 1, mixed(STEEL[2], STEEL[1], (y - 14) / 6))
    for x in range(5, width, 12):
        fill(rows, x, 14, 1, 6, STEEL[1])
    fill(rows, 0, 14, width, 1, STEEL[3])
    _paving(rows, scene, width)
    return []


def _paving(rows: Inks, scene: Scene, width: int) -> None:
    for y in range(FLOOR, HEIGHT):
        fill(rows, 0, y, width, 1, mixed(*scene.floor, share=(y - FLOOR) / 7))
    fill(rows, 0, FLOOR, width, 1, mixed(scene.floor[0], CREAM[4], 0.35))
    for x in range(0, width, 9):
        fill(rows, x, 22, 1, 5, mixed(scene.floor[1], STEEL[0], 0.3))
    fill(rows, 0, 27, width, 1, GOLD[1])


def _harbour(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    _open_sky(rows, width, hour, 12)
    land = LANDS[hour]
    for y in range(12, FLOOR):
        fill(rows, 0, y, width, 1, mixed(mixed(land.horizon, SKY[2], 0.6), SKY[1], (y - 12) / 8))
        for x in range((y * 7) % 11, width, 11):
            fill(rows, x, y, 3, 1, mixed(land.horizon, SKY[3], 0.4))
    _paving(rows, scene, width)
    return []


def _side(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    _open_sky(rows, width, hour, 5)
    fill(rows, 0, 4, width, 2, KHAKI[4])
    for y in range(6, 17):
        fill(rows, 0, y, width, 1, mixed(KHAKI[4], KHAKI[3], (y - 6) / 10))
    for x in range(2, width, 6):
        fill(rows, x, 5, 2, 1, KHAKI[2])
    fill(rows, 0, 14, width, 1, GOLD[2]._replace(glow=0.9))
    fill(rows, 0, 15, width, 3, KHAKI[2])
    fill(rows, 0, 18, width, 2, KHAKI[0])
    _paving(rows, scene, width)
    return []


_SHELLS: dict[str, Callable[[Inks, Scene, int, str], list[Lamp]]] = {
    "interior": _interior,
    "side": _side,
    "platform": _platform,
    "harbour": _harbour,
}
