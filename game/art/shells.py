"""Paints what is around the furniture: the carriage cut open, its flank, a platform, a quay, and the landscape."""

from collections.abc import Callable, Sequence

from game.art.palette import RAMPS, Ink, find_nearest_256, mix
from game.art.scenes import DOOR_WIDTH, FLOOR_TOP, Scene, Window
from game.art.sprites import Lamp

SCENE_HEIGHT = 28
"""Pixels of a scene, from the roof to below the yellow line."""

Inks = list[list[Ink]]

KHAKI, GOLD, STEEL, WOOD, CREAM, SKY, LEAF, SNOW = (
    RAMPS[name] for name in ("khaki", "gold", "steel", "wood", "cream", "sky", "leaf", "snow")
)


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


def paint_shell(scene: Scene, windows: Sequence[Window], width: int, hour: str, drift: int) -> tuple[Inks, list[Lamp]]:
    """The shell of a scene with its windows, and the lamps that belong to it."""
    rows: Inks = [[KHAKI[0]] * width for _ in range(SCENE_HEIGHT)]
    lamps = _SHELLS[scene.shell](rows, scene, width, hour)
    for window in windows:
        _paint_window(rows, window, hour, drift)
    return rows, lamps


def fill_inks(rows: Inks, x: int, y: int, width: int, height: int, colour: Ink) -> None:
    """Paint a rectangle; what falls outside is not painted."""
    left, right = max(0, x), min(len(rows[0]), x + width)
    if left >= right:
        return
    for row in rows[max(0, y) : max(0, min(SCENE_HEIGHT, y + height))]:
        row[left:right] = [colour] * (right - left)


def _paint_interior(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    _paint_roof(rows, width)
    for y in range(3, 15):
        fill_inks(rows, 0, y, width, 1, mix(*scene.wall, share=0 if y < 4 else (y - 4) / 10))
    fill_inks(rows, 0, 3, width, 1, mix(scene.wall[1], KHAKI[0], 0.5))
    fill_inks(rows, 0, 15, width, 1, scene.dado[0])
    fill_inks(rows, 0, 16, width, 4, scene.dado[1])
    for x in range(3, width, 8):
        fill_inks(rows, x, 16, 1, 4, mix(scene.dado[1], KHAKI[0], 0.35))
    for y in range(FLOOR_TOP, 25):
        fill_inks(rows, 0, y, width, 1, mix(*scene.floor, share=(y - FLOOR_TOP) / 4))
    _paint_floor(rows, scene, width)
    fill_inks(rows, 0, 25, width, 1, KHAKI[3])
    fill_inks(rows, 0, 26, width, 1, GOLD[2]._replace(glow=0.92))
    fill_inks(rows, 0, 27, width, 1, KHAKI[1])
    for x in (0, width - DOOR_WIDTH):
        _paint_door(rows, x, scene.doors, is_left=x == 0)
    return _paint_ceiling(rows, scene, width)


def _paint_floor(rows: Inks, scene: Scene, width: int) -> None:
    """Paint the pattern of the floor: a checker, or a trim along the carpet."""
    if scene.is_checkered:
        for y in range(FLOOR_TOP, 25):
            for x in range(y % 2 * 2, width, 4):
                fill_inks(rows, x, y, 2, 1, scene.floor[1])
    if scene.trim is not None:
        fill_inks(rows, 0, 21, width, 1, scene.trim)


def _paint_roof(rows: Inks, width: int) -> None:
    fill_inks(rows, 0, 0, width, 2, KHAKI[4])
    for x in range(2, width, 6):
        fill_inks(rows, x, 1, 2, 1, KHAKI[2])
    fill_inks(rows, 0, 2, width, 1, KHAKI[1])


def _paint_door(rows: Inks, x: int, kind: str, *, is_left: bool) -> None:
    ramp = {"wood": WOOD[1:], "cream": CREAM[1:], "steel": STEEL[2:]}[kind]
    fill_inks(rows, x, 5, DOOR_WIDTH, 20, ramp[0])
    fill_inks(rows, x + (0 if is_left else 1), 6, DOOR_WIDTH - 1, 19, ramp[1])
    fill_inks(rows, x + 1, 8, 3 if is_left else 4, 5, SKY[1])
    fill_inks(rows, x + 1, 14, DOOR_WIDTH - 2, 1, ramp[0])
    fill_inks(rows, x + (4 if is_left else 1), 17, 1, 1, GOLD[2])


def _paint_ceiling(rows: Inks, scene: Scene, width: int) -> list[Lamp]:
    if scene.ceiling == "none":
        return []
    glow = (CREAM[5] if scene.ceiling == "strip" else SKY[5])._replace(glow=1.0)
    lamps = []
    for x in range(8, width - 12, 16):
        fill_inks(rows, x, 4, 8, 1, glow)
        lamps.append(Lamp(x + 3.5, 4, 14, glow, 0.45))
    return lamps


def _paint_window(rows: Inks, window: Window, hour: str, drift: int) -> None:
    x, y, width, height = window.x, window.y, window.width, window.height
    frame = window.curtain[2] if window.curtain else STEEL[2]
    fill_inks(rows, x - 1, y - 1, width + 2, height + 2, WOOD[1] if window.curtain else frame)
    land = LANDS[hour]
    for row in range(height):
        for column in range(width):
            place = x + column
            if 0 <= place < len(rows[0]) and 0 <= y + row < SCENE_HEIGHT:
                rows[y + row][place] = find_landscape_ink(place, row, height, land, drift, is_night=hour == "night")
    if not window.curtain:
        return
    fill_inks(rows, x - 2, y - 2, width + 4, 1, GOLD[1])
    for side, wide in ((x - 2, 3), (x + width - 1, 3)):
        fill_inks(rows, side, y - 1, wide, height + 1, window.curtain[2])
        fill_inks(
            rows, side + (0 if side < x else 1), y - 1, 1, height + 1, window.curtain[min(3, len(window.curtain) - 1)]
        )
        fill_inks(rows, side, y + height - 2, wide, 1, GOLD[2])


def _paint_open_sky(rows: Inks, width: int, hour: str, horizon: int) -> None:
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
    for x in range(width):
        fill_inks(rows, x, horizon - 3 - find_hill_height(x, 5), 1, 9, land.far)
        fill_inks(rows, x, horizon - 1 - find_hill_height(x * 2 + 5, 7) // 2, 1, 9, land.mid)


def _paint_platform(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    _paint_open_sky(rows, width, hour, 14)
    for y in range(14, FLOOR_TOP):
        fill_inks(rows, 0, y, width, 1, mix(STEEL[2], STEEL[1], (y - 14) / 6))
    for x in range(5, width, 12):
        fill_inks(rows, x, 14, 1, 6, STEEL[1])
    fill_inks(rows, 0, 14, width, 1, STEEL[3])
    _paint_paving(rows, scene, width)
    return []


def _paint_paving(rows: Inks, scene: Scene, width: int) -> None:
    for y in range(FLOOR_TOP, SCENE_HEIGHT):
        fill_inks(rows, 0, y, width, 1, mix(*scene.floor, share=(y - FLOOR_TOP) / 7))
    fill_inks(rows, 0, FLOOR_TOP, width, 1, mix(scene.floor[0], CREAM[4], 0.35))
    for x in range(0, width, 9):
        fill_inks(rows, x, 22, 1, 5, mix(scene.floor[1], STEEL[0], 0.3))
    fill_inks(rows, 0, 27, width, 1, GOLD[1])


def _paint_harbour(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    _paint_open_sky(rows, width, hour, 12)
    land = LANDS[hour]
    for y in range(12, FLOOR_TOP):
        fill_inks(rows, 0, y, width, 1, mix(mix(land.horizon, SKY[2], 0.6), SKY[1], (y - 12) / 8))
        for x in range((y * 7) % 11, width, 11):
            fill_inks(rows, x, y, 3, 1, mix(land.horizon, SKY[3], 0.4))
    _paint_paving(rows, scene, width)
    return []


def _paint_side(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    _paint_open_sky(rows, width, hour, 5)
    fill_inks(rows, 0, 4, width, 2, KHAKI[4])
    for y in range(6, 17):
        fill_inks(rows, 0, y, width, 1, mix(KHAKI[4], KHAKI[3], (y - 6) / 10))
    for x in range(2, width, 6):
        fill_inks(rows, x, 5, 2, 1, KHAKI[2])
    fill_inks(rows, 0, 14, width, 1, GOLD[2]._replace(glow=0.9))
    fill_inks(rows, 0, 15, width, 3, KHAKI[2])
    fill_inks(rows, 0, 18, width, 2, KHAKI[0])
    _paint_paving(rows, scene, width)
    return []


_SHELLS: dict[str, Callable[[Inks, Scene, int, str], list[Lamp]]] = {
    "interior": _paint_interior,
    "side": _paint_side,
    "platform": _paint_platform,
    "harbour": _paint_harbour,
}
