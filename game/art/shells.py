"""Paints what is around the furniture: a carriage cut open, its flank, a platform, a quay; other places elsewhere."""

from collections.abc import Callable, Sequence

from game.art import place_shells
from game.art.landscape import LANDS, SCENE_HEIGHT, Inks, fill_inks, find_landscape_ink, paint_open_sky
from game.art.palette import RAMPS, mix
from game.art.scenes import DOOR_WIDTH, FLOOR_TOP, Scene, Window
from game.art.sprites import Lamp

KHAKI, GOLD, STEEL, WOOD, CREAM, SKY, LEAF, SNOW = (
    RAMPS[name] for name in ("khaki", "gold", "steel", "wood", "cream", "sky", "leaf", "snow")
)


def paint_shell(scene: Scene, windows: Sequence[Window], width: int, hour: str, drift: int) -> tuple[Inks, list[Lamp]]:
    """The shell of a scene with its windows, and the lamps that belong to it."""
    rows: Inks = [[KHAKI[0]] * width for _ in range(SCENE_HEIGHT)]
    lamps = _SHELLS[scene.shell](rows, scene, width, hour)
    for window in windows:
        _paint_window(rows, window, hour, drift)
    return rows, lamps


def _paint_carriage(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
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
    place_shells.paint_floor(rows, scene, width)
    fill_inks(rows, 0, 25, width, 1, KHAKI[3])
    fill_inks(rows, 0, 26, width, 1, GOLD[2]._replace(glow=0.92))
    fill_inks(rows, 0, 27, width, 1, KHAKI[1])
    for x in (0, width - DOOR_WIDTH):
        _paint_door(rows, x, scene.doors, is_left=x == 0)
    return place_shells.paint_ceiling(rows, scene, width)


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


def _paint_platform(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    paint_open_sky(rows, width, hour, 14)
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
    paint_open_sky(rows, width, hour, 12)
    land = LANDS[hour]
    for y in range(12, FLOOR_TOP):
        fill_inks(rows, 0, y, width, 1, mix(mix(land.horizon, SKY[2], 0.6), SKY[1], (y - 12) / 8))
        for x in range((y * 7) % 11, width, 11):
            fill_inks(rows, x, y, 3, 1, mix(land.horizon, SKY[3], 0.4))
    _paint_paving(rows, scene, width)
    return []


def _paint_side(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    paint_open_sky(rows, width, hour, 5)
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
    "carriage": _paint_carriage,
    "side": _paint_side,
    "platform": _paint_platform,
    "harbour": _paint_harbour,
    "room": place_shells.paint_room,
    "stair": place_shells.paint_stair,
    "street": place_shells.paint_street,
    "outside": place_shells.paint_outside,
    "shore": place_shells.paint_shore,
}
