"""Light on a picture: ambient by the hour, lamps on top, softly limited."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp

from game.art.palette import Colour, Ink, channels_of, twin_colour
from game.art.sprites import Lamp

AMBIENT = {
    "night": (0.54, 0.49, 0.52),
    "dawn": (0.60, 0.54, 0.54),
    "day": (0.80, 0.80, 0.79),
    "dusk": (0.57, 0.49, 0.49),
}
BRIGHT = (0.92, 0.93, 0.97)
DIM = 0.72
LEVELS = 16
"""Steps of light; as good as continuous, and fewer bytes on the wire."""

KNEE, MOST = 0.72, 1.06
"""Light grows as it is up to the knee, then ever more slowly towards the most."""

Grid = list[list[float]]


def ambient(hour: str, room: str) -> tuple[float, float, float]:
    """The light there is without lamps, per channel."""
    red, green, blue = AMBIENT[hour]
    if room == "bright":
        return (red / 4 + BRIGHT[0] * 0.75, green / 4 + BRIGHT[1] * 0.75, blue / 4 + BRIGHT[2] * 0.75)
    factor = DIM if room == "dim" else 1.0
    return red * factor, green * factor, blue * factor


def lit(
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
    red, green, blue = ([[channel] * width for _ in range(height)] for channel in base)
    for lamp in lamps:
        _add((red, green, blue), lamp, scale, width, height)
    return [
        [
            _shown(pixel, int(r * LEVELS + 0.5), int(g * LEVELS + 0.5), int(b * LEVELS + 0.5))
            for pixel, r, g, b in zip(row, reds, greens, blues, strict=True)
        ]
        for row, reds, greens, blues in zip(rows, red, green, blue, strict=True)
    ]


def flat(rows: Sequence[Sequence[Ink]]) -> list[list[Colour]]:
    """The pixels in colours of the 256-colour cube, without light: lit pictures look dirty there."""
    return [[twin_colour(pixel.twin) for pixel in row] for row in rows]


def _add(grids: tuple[Grid, Grid, Grid], lamp: Lamp, scale: int, width: int, height: int) -> None:
    """A lamp's light: strength * (1 - d^2)^2 of the distance over the radius."""
    cx, cy, radius = (lamp.x + 0.5) * scale, (lamp.y + 0.5) * scale, lamp.radius * scale
    colour = [channel / 255 * lamp.strength for channel in channels_of(lamp.ink.colour)]
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
def _shown(pixel: Ink, red: int, green: int, blue: int) -> Colour:
    r, g, b = channels_of(pixel.colour)
    if pixel.glow:
        return min(255, int(r * pixel.glow)) << 16 | min(255, int(g * pixel.glow)) << 8 | min(255, int(b * pixel.glow))
    return min(255, int(r * _knee(red))) << 16 | min(255, int(g * _knee(green))) << 8 | min(255, int(b * _knee(blue)))


@lru_cache(maxsize=256)
def _knee(level: int) -> float:
    light = level / LEVELS
    return light if light <= KNEE else KNEE + (MOST - KNEE) * (1 - exp(-(light - KNEE) / (MOST - KNEE)))
