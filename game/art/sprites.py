"""A sprite: a small thing as pixels and as characters, read from a text file."""

import re
from typing import NamedTuple

from game.art.palette import RAMPS, Ink, ink

ANCHORS = ("floor", "table", "wall", "ceiling")
BLANK = "`"
"""In the character form: a blank that hides what is behind it."""


class Fault(NamedTuple):
    """Something wrong with an art file."""

    line: int
    message: str


class Lamp(NamedTuple):
    """A light: where, how far it reaches, in which colour, how strong."""

    x: float
    y: float
    radius: float
    ink: Ink
    strength: float


class Sprite(NamedTuple):
    """One drawn thing."""

    name: str
    anchor: str
    rows: tuple[tuple[Ink | None, ...], ...]
    """Pixels from the top; None is transparent."""
    text: tuple[str, ...]
    """The same as characters."""
    lamps: tuple[Lamp, ...]
    stretch: int | None
    """The pixel column that repeats to reach a wanted width."""

    @property
    def width(self) -> int:
        """In pixels."""
        return len(self.rows[0])

    @property
    def height(self) -> int:
        """In pixels."""
        return len(self.rows)

    def stretched(self, width: int) -> "Sprite":
        """The sprite at another width, if it can be stretched."""
        more = width - self.width
        if self.stretch is None or more <= 0:
            return self
        at = self.stretch
        rows = tuple((*row[:at], *[row[at]] * (more + 1), *row[at + 1 :]) for row in self.rows)
        text = tuple(line[:at] + line[at : at + 1] * (more + 1) + line[at + 1 :] for line in self.text)
        return self._replace(rows=rows, text=text)

    def flipped(self) -> "Sprite":
        """The sprite's mirror image."""
        rows = tuple(tuple(reversed(row)) for row in self.rows)
        text = tuple(line.ljust(self.width)[: self.width][::-1].translate(_MIRRORED) for line in self.text)
        lamps = tuple(lamp._replace(x=self.width - 1 - lamp.x) for lamp in self.lamps)
        return self._replace(rows=rows, text=text, lamps=lamps)


_MIRRORED = str.maketrans("/\\()<>[]{}", "\\/)(><][}{")


def parse(name: str, source: str) -> tuple[Sprite | None, tuple[Fault, ...]]:
    """The sprite in a text, and what is wrong with it; None when nothing can be made of it."""
    faults: list[Fault] = []
    head, pixels, text = _sections(source, faults)
    inks = _palette(head, faults)
    rows = _pixels(pixels, inks, faults)
    if not text:
        faults.append(Fault(1, "[ascii] is missing: it is what is shown without colour"))
    for number, line in text:
        if rows and len(line) > len(rows[0]):
            faults.append(Fault(number, f"this line has {len(line)} characters; the pixels are {len(rows[0])} wide"))
        if not all(" " <= character <= "~" for character in line):
            faults.append(Fault(number, "expected printable ASCII"))
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        return None, tuple(faults)
    sprite = Sprite(
        name=name,
        anchor=_anchor(head, faults),
        rows=tuple(rows),
        text=tuple(line for _, line in text),
        lamps=_lamps(head, faults),
        stretch=_stretch(head, len(rows[0]), faults),
    )
    return sprite, tuple(faults)


Lines = list[tuple[int, str]]
"""Lines of a file with their numbers, from 1."""


def _sections(source: str, faults: list[Fault]) -> tuple[Lines, Lines, Lines]:
    sections: dict[str, Lines] = {"": [], "pixels": [], "ascii": []}
    current = ""
    for number, line in enumerate(source.splitlines(), start=1):
        if match := re.fullmatch(r"\[(\w+)\]", line.strip()):
            current = match[1]
            if current not in sections:
                faults.append(Fault(number, f"no section is called {current!r}; there are pixels and ascii"))
                sections[current] = []
        elif current == "ascii" or (line.strip() and not line.startswith("#")):
            sections[current].append((number, line.rstrip()))
    while sections["ascii"] and not sections["ascii"][-1][1]:
        sections["ascii"].pop()
    return sections[""], sections["pixels"], sections["ascii"]


def _values(head: Lines, key: str) -> Lines:
    return [(number, line.split(":", 1)[1].strip()) for number, line in head if line.split(":", 1)[0] == key]


def _palette(head: Lines, faults: list[Fault]) -> dict[str, Ink]:
    inks: dict[str, Ink] = {}
    for number, value in _values(head, "palette"):
        for entry in value.split():
            letter, _, spec = entry.partition("=")
            found = ink(spec)
            if found is None or len(letter) != 1:
                names = ", ".join(RAMPS)
                faults.append(Fault(number, f"{entry!r} is no colour; write x=ramp.index, of the ramps {names}"))
            else:
                inks[letter] = found
    return inks


def _pixels(pixels: Lines, inks: dict[str, Ink], faults: list[Fault]) -> list[tuple[Ink | None, ...]]:
    if not pixels:
        faults.append(Fault(1, "[pixels] is missing"))
        return []
    width = len(pixels[0][1])
    rows: list[tuple[Ink | None, ...]] = []
    for number, line in pixels:
        if len(line) != width:
            faults.append(Fault(number, f"this row has {len(line)} pixels, the first has {width}"))
        unknown = sorted({character for character in line if character != "." and character not in inks})
        if unknown:
            faults.append(Fault(number, f"not in the palette: {' '.join(unknown)}"))
        rows.append(tuple(inks.get(character) for character in line))
    return rows


def _anchor(head: Lines, faults: list[Fault]) -> str:
    found = _values(head, "anchor")
    number, anchor = found[0] if found else (1, "")
    if anchor not in ANCHORS:
        faults.append(Fault(number, f"expected anchor: {', '.join(ANCHORS)}; found {anchor!r}"))
    return anchor


def _lamps(head: Lines, faults: list[Fault]) -> tuple[Lamp, ...]:
    lamps: list[Lamp] = []
    for number, value in _values(head, "light"):
        parts = value.split()
        try:
            x, y, radius = map(float, parts[:3])
            found, strength = ink(parts[3]), float(parts[4])
        except (ValueError, IndexError):
            found = None
        if found is None:
            faults.append(Fault(number, f"expected light: x y radius ramp.index strength; found {value!r}"))
        else:
            lamps.append(Lamp(x, y, radius, found, strength))
    return tuple(lamps)


def _stretch(head: Lines, width: int, faults: list[Fault]) -> int | None:
    for number, value in _values(head, "stretch"):
        if value.isdecimal() and int(value) < width:
            return int(value)
        faults.append(Fault(number, f"expected a pixel column from 0 to {width - 1}, found {value!r}"))
    return None
