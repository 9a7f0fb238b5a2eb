"""Lights a picture: ambient light by the hour, lamps added, the sum limited softly."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp

from game.art.palette import Colour, Ink, find_colour_of_256, split_channels
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

# With fewer steps rings show around a lamp in a dim room.
LIGHT_STEPS = 16
"""Steps of light; as good as continuous, and fewer bytes on the wire."""

KNEE, MAX_LIGHT = 0.72, 1.06
"""Light grows as it is up to the knee, then more and more slowly up to the maximum."""

Grid = list[list[float]]


def find_ambient_light(hour: str, room: str) -> tuple[float, float, float]:
    """The light there is without lamps, per channel."""
    red, green, blue = AMBIENT[hour]
    if room == "bright":
        return (
            red / 4 + BRIGHT_AMBIENT[0] * 0.75,
            green / 4 + BRIGHT_AMBIENT[1] * 0.75,
            blue / 4 + BRIGHT_AMBIENT[2] * 0.75,
        )
    factor = DIM_FACTOR if room == "dim" else 1.0
    return red * factor, green * factor, blue * factor


def light_pixels(
    rows: Sequence[Sequence[Ink]], base: tuple[float, float, float], lamps: Iterable[Lamp], scale: int = 1
) -> list[list[Colour]]:
    """The pixels under the light.

    Args:
        rows: The picture in inks.
        base: Ambient light per channel.
        lamps: Where they hang, in unscaled pixels.
        scale: How many pixels of the picture one unscaled pixel takes.
    """
    height, width = len(rows), len(rows[0])
    # Three grids of floats instead of one of triples: rows can then be sliced, which halves the time of a lamp.
    red, green, blue = ([[channel] * width for _ in range(height)] for channel in base)
    for lamp in lamps:
        _add_lamp((red, green, blue), lamp, scale, width, height)
    return [
        [
            _light_ink(pixel, int(r * LIGHT_STEPS + 0.5), int(g * LIGHT_STEPS + 0.5), int(b * LIGHT_STEPS + 0.5))
            for pixel, r, g, b in zip(row, reds, greens, blues, strict=True)
        ]
        for row, reds, greens, blues in zip(rows, red, green, blue, strict=True)
    ]


def flatten(rows: Sequence[Sequence[Ink]]) -> list[list[Colour]]:
    """The pixels in colours of the 256-colour cube, without light: lit pictures look dirty there."""
    return [[find_colour_of_256(pixel.twin) for pixel in row] for row in rows]


def _add_lamp(grids: tuple[Grid, Grid, Grid], lamp: Lamp, scale: int, width: int, height: int) -> None:
    """A lamp's light: strength * (1 - d^2)^2 of the distance over the radius."""
    cx, cy, radius = (lamp.x + 0.5) * scale, (lamp.y + 0.5) * scale, lamp.radius * scale
    colour = [channel / 255 * lamp.strength for channel in split_channels(lamp.ink.colour)]
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
    light = level / LIGHT_STEPS
    return light if light <= KNEE else KNEE + (MAX_LIGHT - KNEE) * (1 - exp(-(light - KNEE) / (MAX_LIGHT - KNEE)))
