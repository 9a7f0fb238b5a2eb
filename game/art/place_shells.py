"""Paints places that are no vehicle: a room cut open, a street of houses, open land, a shore."""

from game.art.landscape import LANDS, SCENE_HEIGHT, Inks, fill_inks, paint_open_sky
from game.art.palette import RAMPS, mix
from game.art.scenes import FLOOR_TOP, WALL_WIDTH, Scene
from game.art.sprites import Lamp

STEEL, CREAM, SKY, GLOW = (RAMPS[name] for name in ("steel", "cream", "sky", "glow"))

HOUSE_PIXELS = 22
"""From one house of a street to the next."""

STAIR_TOP = 5
"""The pixel row of the highest step of a stair."""

SEA_TOP = 11
"""The first pixel row of the sea."""

GROUND_TOP = 17
"""The first pixel row of open land."""


def paint_room(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    """A room of stone: ceiling, wall with a skirting, floor, and the walls at both ends cut through."""
    fill_inks(rows, 0, 0, width, 2, STEEL[2])
    fill_inks(rows, 0, 2, width, 1, STEEL[1])
    for y in range(3, 18):
        fill_inks(rows, 0, y, width, 1, mix(*scene.wall, share=max(0, y - 4) / 14))
    fill_inks(rows, 0, 3, width, 1, mix(scene.wall[1], STEEL[0], 0.4))
    stone = mix(scene.wall[1], STEEL[0], 0.16)
    for y in range(6, 18, 4):
        for x in range((y * 5) % 17, width, 17):
            fill_inks(rows, x, y, 4, 1, stone)
    fill_inks(rows, 0, 18, width, 1, scene.dado[0])
    fill_inks(rows, 0, 19, width, 1, scene.dado[1])
    for y in range(FLOOR_TOP, 25):
        fill_inks(rows, 0, y, width, 1, mix(*scene.floor, share=(y - FLOOR_TOP) / 4))
    paint_floor(rows, scene, width)
    for y, ink in ((25, STEEL[3]), (26, STEEL[2]), (27, STEEL[1])):
        fill_inks(rows, 0, y, width, 1, ink)
    for x in (0, width - WALL_WIDTH):
        fill_inks(rows, x, 2, WALL_WIDTH, 24, STEEL[2])
        fill_inks(rows, x + (WALL_WIDTH - 1 if x == 0 else 0), 3, 1, 22, STEEL[3])
    return paint_ceiling(rows, scene, width)


def paint_stair(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    """A room of stone from which a flight of steps leads up along its wall, from the left to the right."""
    lamps = paint_room(rows, scene, width, hour)
    rise = FLOOR_TOP - STAIR_TOP
    first, last = width // 4, width - WALL_WIDTH
    for step in range(rise):
        left, right = (first + (last - first) * place // rise for place in (step, step + 1))
        top = FLOOR_TOP - 1 - step
        fill_inks(rows, left, top, right - left, 1, mix(scene.floor[0], CREAM[4], 0.3))
        # Under each tread is the riser of its step, and the shade of the flight.
        fill_inks(rows, left, top + 1, right - left, FLOOR_TOP - top - 1, mix(scene.floor[1], STEEL[0], 0.35))
        fill_inks(rows, left, top + 1, 1, min(2, FLOOR_TOP - top - 1), mix(scene.floor[1], STEEL[0], 0.6))
    return lamps


def paint_floor(rows: Inks, scene: Scene, width: int) -> None:
    """The pattern of the floor: a checker, or a trim along the carpet."""
    if scene.is_checkered:
        for y in range(FLOOR_TOP, 25):
            for x in range(y % 2 * 2, width, 4):
                fill_inks(rows, x, y, 2, 1, scene.floor[1])
    if scene.trim is not None:
        fill_inks(rows, 0, 21, width, 1, scene.trim)


def paint_ceiling(rows: Inks, scene: Scene, width: int) -> list[Lamp]:
    """Strips of light under the ceiling, where the scene has them."""
    if scene.ceiling == "none":
        return []
    glow = (CREAM[5] if scene.ceiling == "strip" else SKY[5])._replace(glow=1.0)
    lamps = []
    for x in range(8, width - 12, 16):
        fill_inks(rows, x, 4, 8, 1, glow)
        lamps.append(Lamp(x + 3.5, 4, 14, glow, 0.45))
    return lamps


def paint_street(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    """A row of house fronts with lit windows, and the pavement before them."""
    paint_open_sky(rows, width, hour, 10)
    lamps: list[Lamp] = []
    for number, x in enumerate(range(-6, width, HOUSE_PIXELS)):
        top = 2 + (number * 5) % 4
        fill_inks(rows, x, top, HOUSE_PIXELS - 1, FLOOR_TOP - top, mix(*scene.wall, share=number % 3 / 2))
        fill_inks(rows, x - 1, top, HOUSE_PIXELS + 1, 1, scene.dado[1])
        for place in range(3):
            is_lit = (number * 7 + place * 3) % 4 == 0
            ink = GLOW[1]._replace(glow=0.9) if is_lit else SKY[1]
            fill_inks(rows, x + 3 + place * 6, top + 3, 3, 4, ink)
            if is_lit:
                lamps.append(Lamp(x + 4 + place * 6, top + 5, 8, GLOW[1], 0.3))
        fill_inks(rows, x, 18, HOUSE_PIXELS - 1, 2, scene.dado[0])
    _paint_ground(rows, scene, width, FLOOR_TOP)
    for x in range(0, width, 9):
        fill_inks(rows, x, 22, 1, 5, mix(scene.floor[1], STEEL[0], 0.3))
    return lamps


def paint_outside(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    """Open land under the sky."""
    paint_open_sky(rows, width, hour, GROUND_TOP - 2)
    _paint_ground(rows, scene, width, GROUND_TOP)
    return []


def paint_shore(rows: Inks, scene: Scene, width: int, hour: str) -> list[Lamp]:
    """The sea to the horizon, and the ground at its edge."""
    land = LANDS[hour]
    paint_open_sky(rows, width, hour, SEA_TOP, has_hills=False)
    for y in range(SEA_TOP, FLOOR_TOP):
        fill_inks(rows, 0, y, width, 1, mix(mix(land.horizon, SKY[2], 0.7), SKY[1], (y - SEA_TOP) / 9))
        # Squares scatter the crests without a random generator, the same way at every start.
        for x in range((y * y * 7) % 19, width, 19 + y % 3 * 4):
            fill_inks(rows, x, y, 2 + y % 2, 1, mix(land.horizon, SKY[3], 0.6))
    fill_inks(rows, 0, SEA_TOP, width, 1, mix(land.horizon, SKY[2], 0.4))
    _paint_ground(rows, scene, width, FLOOR_TOP)
    return []


def _paint_ground(rows: Inks, scene: Scene, width: int, top: int) -> None:
    """Ground from a row down, lighter at its edge, with stones."""
    for y in range(top, SCENE_HEIGHT):
        fill_inks(rows, 0, y, width, 1, mix(*scene.floor, share=(y - top) / (SCENE_HEIGHT - 1 - top)))
    fill_inks(rows, 0, top, width, 1, mix(scene.floor[0], CREAM[4], 0.25))
    for y in range(top + 2, SCENE_HEIGHT, 2):
        for x in range((y * 11) % 23, width, 23):
            fill_inks(rows, x, y, 2, 1, mix(scene.floor[0], CREAM[3], 0.12))
