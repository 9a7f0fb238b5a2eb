"""Reads a sprite, a small thing as pixels and as characters, from a text file.

Both forms stand in one file and are drawn by hand: characters made from pixels by a rule cannot be recognised.
"""

import re
from typing import NamedTuple

from game.art.palette import RAMPS, Ink, parse_ink
from game.prose import art_problems as problems

ANCHORS = ("floor", "table", "wall", "ceiling")
BLANK = "`"
"""In the character form: a blank that hides what is behind it."""


MAX_LAMP_NUMBER = 200
"""Pixels that a light may be away or reach."""


class ArtFault(NamedTuple):
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
        # One marked column repeats instead of scaling all: legs and edges keep their width.
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


def parse_sprite(name: str, source: str) -> tuple[Sprite | None, tuple[ArtFault, ...]]:
    """The sprite in a text, and what is wrong with it; None when nothing can be made of it."""
    faults: list[ArtFault] = []
    head, pixels, text = _split_sections(source, faults)
    inks = _read_palette(head, faults)
    rows = _read_pixels(pixels, inks, faults)
    if not text:
        faults.append(ArtFault(1, problems.describe_missing_ascii()))
    for number, line in text:
        if rows and len(line) > len(rows[0]):
            faults.append(ArtFault(number, problems.describe_wide_ascii(len(line), len(rows[0]))))
        if not all(" " <= character <= "~" for character in line):
            faults.append(ArtFault(number, problems.describe_not_ascii()))
    # Rows of different lengths would need a rule for what fills the gaps; the author is asked instead.
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        return None, tuple(faults)
    sprite = Sprite(
        name=name,
        anchor=_read_anchor(head, faults),
        rows=tuple(rows),
        text=tuple(line for _, line in text),
        lamps=_read_lamps(head, faults),
        stretch=_read_stretch(head, len(rows[0]), faults),
    )
    return sprite, tuple(faults)


NumberedLines = list[tuple[int, str]]
"""Lines of a file with their numbers, from 1."""


def _split_sections(source: str, faults: list[ArtFault]) -> tuple[NumberedLines, NumberedLines, NumberedLines]:
    sections: dict[str, NumberedLines] = {"": [], "pixels": [], "ascii": []}
    current = ""
    for number, line in enumerate(source.splitlines(), start=1):
        match = re.fullmatch(r"\[(\w+)\]", line.strip())
        # A word in brackets is a drawing there, not a section: a sign on a wall may look like one.
        if match and (current != "ascii" or match[1] in sections):
            current = match[1]
            if current not in sections:
                faults.append(ArtFault(number, problems.describe_unknown_sprite_section(current)))
                sections[current] = []
        # In [ascii] blank lines and # are part of the drawing; elsewhere they are gaps and comments.
        elif current == "ascii" or (line.strip() and not line.startswith("#")):
            sections[current].append((number, line.rstrip()))
    while sections["ascii"] and not sections["ascii"][-1][1]:
        sections["ascii"].pop()
    return sections[""], sections["pixels"], sections["ascii"]


def _head_values(head: NumberedLines, key: str) -> NumberedLines:
    # partition, not split: a key without its colon has an empty value, which each reader below reports.
    parts = ((number, line.partition(":")) for number, line in head)
    return [(number, value.strip()) for number, (name, _, value) in parts if name == key]


def _read_palette(head: NumberedLines, faults: list[ArtFault]) -> dict[str, Ink]:
    inks: dict[str, Ink] = {}
    for number, value in _head_values(head, "palette"):
        for entry in value.split():
            letter, _, spec = entry.partition("=")
            found = parse_ink(spec)
            if found is None or len(letter) != 1:
                faults.append(ArtFault(number, problems.describe_colour(entry, RAMPS)))
            else:
                inks[letter] = found
    return inks


def _read_pixels(pixels: NumberedLines, inks: dict[str, Ink], faults: list[ArtFault]) -> list[tuple[Ink | None, ...]]:
    if not pixels:
        faults.append(ArtFault(1, problems.describe_missing_pixels()))
        return []
    width = len(pixels[0][1])
    rows: list[tuple[Ink | None, ...]] = []
    for number, line in pixels:
        if len(line) != width:
            faults.append(ArtFault(number, problems.describe_row(len(line), width)))
        unknown = sorted({character for character in line if character != "." and character not in inks})
        if unknown:
            faults.append(ArtFault(number, problems.describe_letters(unknown)))
        rows.append(tuple(inks.get(character) for character in line))
    return rows


def _read_anchor(head: NumberedLines, faults: list[ArtFault]) -> str:
    found = _head_values(head, "anchor")
    number, anchor = found[0] if found else (1, "")
    if anchor not in ANCHORS:
        faults.append(ArtFault(number, problems.describe_choice("anchor", ANCHORS, anchor)))
    return anchor


def _read_lamps(head: NumberedLines, faults: list[ArtFault]) -> tuple[Lamp, ...]:
    lamps: list[Lamp] = []
    for number, value in _head_values(head, "light"):
        parts = value.split()
        try:
            x, y, radius = map(float, parts[:3])
            found, strength = parse_ink(parts[3]), float(parts[4])
            # A light of no number or of millions of pixels would stop the game: packs bring lamps of their own.
            if not all(abs(number) <= MAX_LAMP_NUMBER for number in (x, y, radius, strength)) or radius <= 0:
                found = None
        except (ValueError, IndexError):
            found = None
        if found is None:
            faults.append(ArtFault(number, problems.describe_lamp(value)))
        else:
            lamps.append(Lamp(x, y, radius, found, strength))
    return tuple(lamps)


def _read_stretch(head: NumberedLines, width: int, faults: list[ArtFault]) -> int | None:
    for number, value in _head_values(head, "stretch"):
        if value.isdecimal() and int(value) < width:
            return int(value)
        faults.append(ArtFault(number, problems.describe_stretch(width - 1, value)))
    return None
