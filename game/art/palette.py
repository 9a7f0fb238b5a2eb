"""The colours pictures are drawn with: 14 ramps, dark to light, each entry with its twin in the 256-colour cube."""

import re
from functools import lru_cache
from typing import NamedTuple

Colour = int
"""A colour as 0xRRGGBB."""


class Ink(NamedTuple):
    """What a pixel is painted with."""

    colour: Colour
    twin: int
    """Number in the 256-colour cube."""
    glow: float = 0.0
    """How bright it is by itself, as a factor; 0 for what is lit by lamps."""


# Twins are chosen by hand: the nearest colour of the cube, by distance alone, turns several of these browns green.
# A closed set, of which a sprite uses two or three ramps: so pictures by several hands look like one world.
_RAMPS = """
khaki 1c2012 31371f 4a5230 666f42 87905a adb47c | 233 235 236 58 101 143
gold  6b4a10 b07d14 f2c230 ffe48a | 94 136 220 222
pink  4a1c2e 7d3550 b2577a dd8aa5 f7bccb | 52 95 132 175 218
wood  22130c 3d2415 5f3a20 87552f b47d48 dbab74 | 234 236 94 130 137 180
cream 4d473c 7f7767 b3aa95 dcd4be f5efdf ffffff | 240 243 144 187 230 231
snow  4c5566 7c879a aab3c2 d3d9e2 eef1f6 ffffff | 240 103 146 188 255 231
red   3d0a10 7a141c b8242a e85a4f | 52 88 160 203
wine  2a0812 521024 86203c b8435e | 233 52 88 131
steel 07090d 14181f 262c37 434c5a 6c7786 9ba6b3 ced6dd | 232 234 236 239 243 247 252
sky   070d1c 0f1d36 1f3a5f 3e73a3 86b8da cfe6f2 | 233 17 24 67 110 153
leaf  14261a 26472a 437540 76a35a | 234 22 65 107
teal  0c2b30 17545a 2f8a8a 7cc9bd | 233 23 30 116
skin  7a4a33 b87b58 e0ab82 f3cfab | 94 137 180 223
glow  ffb347 ffd98a fff3cf | 215 222 230
"""


def _read_ramps() -> dict[str, tuple[Ink, ...]]:
    ramps = {}
    for row in _RAMPS.strip().splitlines():
        left, twins = row.split("|")
        name, *colours = left.split()
        ramps[name] = tuple(Ink(int(c, 16), int(twin)) for c, twin in zip(colours, twins.split(), strict=True))
    return ramps


RAMPS = _read_ramps()
"""Name of a ramp -> its inks, dark to light."""

# Backwards, so that a number which several ramps have leads to the first of them.
_DARKER = {
    ink: ramp[max(0, place - 1)].twin
    for ramp in reversed(RAMPS.values())
    for place, ink in reversed([*enumerate(ramp)])
}
_DARKER_TWINS = {ink.twin: twin for ink, twin in _DARKER.items()}

CUBE_STEPS = (0, 95, 135, 175, 215, 255)
"""The steps of each channel in the 256-colour cube."""

_SPEC = re.compile(r"(?:([a-z]+)\.(\d)|#([0-9a-fA-F]{6}))(?:\*(\d(?:\.\d+)?))?$")


@lru_cache(maxsize=1024)
def parse_ink(spec: str) -> Ink | None:
    """The ink that a text names, or None when there is none of that name.

    >>> parse_ink("gold.2*1"), parse_ink("gold.9"), hex(parse_ink("#24344c").colour)
    (Ink(colour=15909424, twin=220, glow=1.0), None, '0x24344c')
    """
    match = _SPEC.match(spec)
    if match is None:
        return None
    ramp, index, colour, glow = match.groups()
    if colour:
        found = Ink(int(colour, 16), find_nearest_256(int(colour, 16)))
    elif ramp in RAMPS and int(index) < len(RAMPS[ramp]):
        found = RAMPS[ramp][int(index)]
    else:
        return None
    return found._replace(glow=float(glow)) if glow else found


@lru_cache(maxsize=1024)
def find_nearest_256(colour: Colour) -> int:
    """The number in the 256-colour cube, or of its greys, that is nearest to a colour."""
    channels = split_channels(colour)
    cube = [min(range(6), key=lambda i, c=c: abs(CUBE_STEPS[i] - c)) for c in channels]  # type: ignore[misc]
    in_cube = (16 + 36 * cube[0] + 6 * cube[1] + cube[2], [CUBE_STEPS[i] for i in cube])
    # The greys are tried, too: the cube has only six of its own, far too few for steel and snow.
    grey = min(23, max(0, round((sum(channels) / 3 - 8) / 10)))
    in_greys = (232 + grey, [8 + 10 * grey] * 3)
    best = min((in_cube, in_greys), key=lambda one: sum((a - b) ** 2 for a, b in zip(one[1], channels, strict=True)))
    return best[0]


@lru_cache(maxsize=256)
def find_colour_of_256(number: int) -> Colour:
    """The colour of a number of the 256-colour cube, from 16.

    >>> hex(find_colour_of_256(220)), hex(find_colour_of_256(236))
    ('0xffd700', '0x303030')
    """
    if number >= 232:
        grey = 8 + 10 * (number - 232)
        return grey << 16 | grey << 8 | grey
    red, rest = divmod(number - 16, 36)
    green, blue = divmod(rest, 6)
    return CUBE_STEPS[red] << 16 | CUBE_STEPS[green] << 8 | CUBE_STEPS[blue]


def find_darker_twin(ink: Ink) -> int:
    """The number in the 256-colour cube of what is next darker in the ramp of an ink.

    >>> [find_darker_twin(RAMPS["gold"][place]) for place in (0, 1, 3)]
    [94, 94, 220]
    """
    darker = _DARKER.get(ink)
    # A mixed ink has the twin of one of its two: its ramp is found by that.
    return _DARKER_TWINS.get(ink.twin, ink.twin) if darker is None else darker


def split_channels(colour: Colour) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return colour >> 16, colour >> 8 & 255, colour & 255


def shade(colour: Colour, factor: float) -> Colour:
    """A colour made darker (below 1) or lighter (above 1).

    >>> hex(shade(0x808080, 0.5)), hex(shade(0xF0F0F0, 2))
    ('0x404040', '0xffffff')
    """
    red, green, blue = (min(255, int(channel * factor)) for channel in split_channels(colour))
    return red << 16 | green << 8 | blue


def mix(first: Ink, second: Ink, share: float) -> Ink:
    """An ink between two; its twin is that of the nearer one."""
    a, b = split_channels(first.colour), split_channels(second.colour)
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return Ink(red << 16 | green << 8 | blue, (second if share > 0.5 else first).twin, first.glow)
