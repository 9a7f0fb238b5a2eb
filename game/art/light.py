"""Lights a picture: ambient light by the hour, lamps added, the sum limited softly."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp

from game.art.palette import RAMPS, Colour, Ink, find_colour_of_256, find_darker_twin, split_channels
from game.art.sprites import Lamp

AMBIENT = {
    "night": (0.54, 0.49, 0.52),
    "dawn": (0.60, 0.54, 0.54),
    "day": (0.80, 0.80, 0.79),
    "dusk": (0.57, 0.49, 0.49),
}
"""Hour -> ambient light of red, green and blue, 0 to 1."""

BRIGHT_AMBIENT = (0.92, 0.93, 0.97)
"""Ambient light of a bright room; it counts three quarters, the hour one."""

DIM_FACTOR = 0.72
"""Share of the ambient light that a dim room has."""

GALLERY_AMBIENT = (0.42, 0.40, 0.44)
"""Ambient light of a gallery, the same at every hour: its windows are shut, and its lamps show what it shows."""

DARK_ROOMS = ("dim", "gallery")
"""Kinds of ambient light in which lamps decide what is seen."""

LIGHT_LEVELS = 48
"""Levels that light is told in."""

LIGHT_STEP, DARK_LIGHT_STEP = 3, 2
"""Levels from one shade to the next: few shades are few bytes on the wire, but rings show around a lamp in the dark."""

FOCUS_STRENGTH, FOCUS_LAMPS, FOCUS_AMBIENT = 0.55, 0.55, 0.8
"""How strong a spotlight is, and what is left of the other lamps and of the ambient light while it shines."""

MIN_FOCUS_RADIUS, MAX_FOCUS_RADIUS = 8, 20
"""Pixels that a spotlight reaches."""

LIT_SHARE = 0.12
"""Light of lamps from which a pixel counts as lit in 256 colours."""

KNEE, MAX_LIGHT = 0.72, 1.06
"""Light grows as it is up to the knee, then more and more slowly up to the maximum."""

Grid = list[list[float]]
Ambient = tuple[float, float, float]
"""Light without lamps, for red, green and blue."""


def find_ambient_light(hour: str, room: str) -> Ambient:
    """The light there is without lamps, per channel."""
    red, green, blue = AMBIENT[hour]
    if room == "bright":
        return (
            red / 4 + BRIGHT_AMBIENT[0] * 0.75,
            green / 4 + BRIGHT_AMBIENT[1] * 0.75,
            blue / 4 + BRIGHT_AMBIENT[2] * 0.75,
        )
    if room == "gallery":
        return GALLERY_AMBIENT
    factor = DIM_FACTOR if room == "dim" else 1.0
    return red * factor, green * factor, blue * factor


def point_at(box: tuple[int, int, int, int], base: Ambient, lamps: Iterable[Lamp]) -> tuple[Ambient, list[Lamp]]:
    """The light while a spotlight falls on a rectangle: left, top, right, bottom."""
    left, top, right, bottom = box
    radius = min(MAX_FOCUS_RADIUS, max(MIN_FOCUS_RADIUS, (right - left + bottom - top) // 2))
    spot = Lamp((left + right - 1) / 2, (top + bottom - 1) / 2, radius, RAMPS["glow"][2], FOCUS_STRENGTH)
    red, green, blue = (channel * FOCUS_AMBIENT for channel in base)
    return (red, green, blue), [*(lamp._replace(strength=lamp.strength * FOCUS_LAMPS) for lamp in lamps), spot]


def light_pixels(
    rows: Sequence[Sequence[Ink]], base: Ambient, lamps: Iterable[Lamp], scale: int = 1, *, is_dark: bool = False
) -> list[list[Colour]]:
    """The pixels under the light.

    Args:
        rows: The picture in inks.
        base: Ambient light per channel.
        lamps: Where they hang, in unscaled pixels.
        scale: How many pixels of the picture one unscaled pixel takes.
        is_dark: True for finer shades, where lamps decide what is seen.
    """
    height, width = len(rows), len(rows[0])
    step = DARK_LIGHT_STEP if is_dark else LIGHT_STEP
    steps = LIGHT_LEVELS / step
    # Three grids of floats instead of one of triples: rows can then be sliced, which halves the time of a lamp.
    grids = tuple([[channel] * width for _ in range(height)] for channel in base)
    for lamp in lamps:
        colour = [channel / 255 * lamp.strength for channel in split_channels(lamp.ink.colour)]
        _add_lamp(grids, colour, lamp, scale)
    return [
        [
            _light_ink(pixel, int(r * steps + 0.5) * step, int(g * steps + 0.5) * step, int(b * steps + 0.5) * step)
            for pixel, r, g, b in zip(row, reds, greens, blues, strict=True)
        ]
        for row, reds, greens, blues in zip(rows, *grids, strict=True)
    ]


def flatten(rows: Sequence[Sequence[Ink]], lamps: Iterable[Lamp] | None = None, scale: int = 1) -> list[list[Colour]]:
    """The pixels in colours of the 256-colour cube, without shades: lit pictures look dirty there.

    Args:
        rows: The picture in inks.
        lamps: Of a dark room: what no lamp lights is one entry of its ramp darker. None where all is lit.
        scale: How many pixels of the picture one unscaled pixel takes.
    """
    if lamps is None:
        return [[find_colour_of_256(pixel.twin) for pixel in row] for row in rows]
    grid = [[0.0] * len(rows[0]) for _ in rows]
    for lamp in lamps:
        _add_lamp((grid,), (lamp.strength,), lamp, scale)
    return [
        [
            find_colour_of_256(pixel.twin if light >= LIT_SHARE or pixel.glow else find_darker_twin(pixel))
            for pixel, light in zip(row, lights, strict=True)
        ]
        for row, lights in zip(rows, grid, strict=True)
    ]


def _add_lamp(grids: Sequence[Grid], colour: Sequence[float], lamp: Lamp, scale: int) -> None:
    """A lamp's light: strength * (1 - d^2)^2 of the distance over the radius."""
    height, width = len(grids[0]), len(grids[0][0])
    cx, cy, radius = (lamp.x + 0.5) * scale, (lamp.y + 0.5) * scale, lamp.radius * scale
    # This falls to zero exactly at the radius, so that only the pixels within it need to be visited.
    reach = radius * radius
    left = max(0, int(cx - radius))
    right = max(left, min(width, int(cx + radius) + 1))
    across = [(x + 0.5 - cx) ** 2 for x in range(left, right)]
    for y in range(max(0, int(cy - radius)), min(height, int(cy + radius) + 1)):
        down = (y + 0.5 - cy) ** 2
        fall = [(1 - (dx + down) / reach) ** 2 if dx + down < reach else 0.0 for dx in across]
        for grid, channel in zip(grids, colour, strict=True):
            row = grid[y]
            row[left:right] = [light + share * channel for light, share in zip(row[left:right], fall, strict=True)]


@lru_cache(maxsize=65536)
def _light_ink(pixel: Ink, red: int, green: int, blue: int) -> Colour:
    # What glows by itself is not lit again: a lamp would else bleach its own shade.
    r, g, b = split_channels(pixel.colour)
    if pixel.glow:
        return min(255, int(r * pixel.glow)) << 16 | min(255, int(g * pixel.glow)) << 8 | min(255, int(b * pixel.glow))
    return (
        min(255, int(r * _limit_light(red))) << 16
        | min(255, int(g * _limit_light(green))) << 8
        | min(255, int(b * _limit_light(blue)))
    )


@lru_cache(maxsize=256)
def _limit_light(level: int) -> float:
    light = level / LIGHT_LEVELS
    return light if light <= KNEE else KNEE + (MAX_LIGHT - KNEE) * (1 - exp(-(light - KNEE) / (MAX_LIGHT - KNEE)))
