"""Reads a scene, a room as bays of windows and furniture, from a text file and lays it out for a width.

Bays repeat instead of being stretched: furniture has one size, and a wider terminal shows a longer room.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from game.art.palette import RAMPS, Ink, parse_ink
from game.art.sprites import ArtFault, Sprite
from game.pack.looks import SHELLS, Shell
from game.prose import art_problems as problems

SCENE_SHELLS = tuple(shell for shell in SHELLS if shell != "none")
SECTIONS = ("left", "bay", "joint", "center", "right", "wide N")
WIDE = re.compile(r"wide (\d{2,3})")
"""A section counted from the middle, and drawn from so many pixels of width on."""

MIN_BAY_PIXELS, MAX_BAY_PIXELS, DEFAULT_BAY_PIXELS = 8, 64, 16
"""Least, largest and default width of a bay, in pixels."""

DOOR_WIDTH = 6
"""Pixels that a door takes at either end of a carriage."""

WALL_WIDTH = 3
"""Pixels that the cut wall of a room takes at either end."""

DOOR_TOP, DOOR_BOTTOM = 5, 25
"""The first pixel row of a door, and the first below it."""

FLOOR_TOP = 20
"""The first pixel row of the floor."""

WALL_TOP = 4
"""The first pixel row of the wall."""

CEILING_ROW = 3
"""The pixel row that lamps hang from."""

MIN_SCENE_WIDTH = 76
"""Pixels of the narrowest picture a scene is checked at."""


class Window(NamedTuple):
    """A window, with the landscape behind."""

    x: int
    y: int
    width: int
    height: int
    curtain: tuple[Ink, ...]
    """Its ramp; empty without curtains."""


class Piece(NamedTuple):
    """A line of a scene that puts a sprite somewhere."""

    line: int
    sprite: str
    x: int
    place: str
    width: int
    is_flipped: bool
    thing: str
    """Id of the room's thing that it shows; empty for stage dressing."""


class Scene(NamedTuple):
    """A room, as drawn."""

    name: str
    title: str
    shows: tuple[str, ...]
    """Ids of the things that the picture is about; empty where it does not say."""
    shell: str
    wall: tuple[Ink, Ink]
    dado: tuple[Ink, Ink]
    floor: tuple[Ink, Ink]
    trim: Ink | None
    is_checkered: bool
    ceiling: str
    doors: str
    ambient: str
    bay: int
    sections: dict[str, tuple[Piece | Window, ...]]

    def list_pieces(self) -> tuple[Piece, ...]:
        """Its pieces, in the order of its file."""
        return tuple(
            sorted(entry for entries in self.sections.values() for entry in entries if isinstance(entry, Piece))
        )


class PlacedSprite(NamedTuple):
    """A sprite where it stands."""

    sprite: Sprite
    x: int
    y: int
    """Of its upper left pixel."""
    thing: str
    line: int


class Layout(NamedTuple):
    """A scene at a width."""

    windows: tuple[Window, ...]
    pieces: tuple[PlacedSprite, ...]


PLAIN_SCENE = "bay: 16\n[bay]\nwindow 4 6 8x6\n"
"""What is drawn in the shell of a room that has no scene."""

_DEFAULT_GRADIENTS = {
    "wall": "khaki.4 khaki.3",
    "dado": "wood.3 wood.2",
    "floor": "steel.3 steel.2",
}
# Three digits: a sprite stretched to millions of pixels would take the memory of the machine.
_PIECE = re.compile(
    r"(\w+)\s+(-?\d{1,3})\s+(floor(?:[+-]\d{1,3})?|wall(?:[+-]\d{1,3})?|ceiling|table(?:@\w+)?)(?:\s+(\d{1,3}))?(\s+flip)?(?:\s*=\s*(@?[\w-]+))?$"
)
_WINDOW = re.compile(
    r"window\s+(-?\d{1,3})\s+(\d{1,3})\s+(\d{1,3})x(\d{1,3})(?:\s+curtain\s+(\w+))?(?:\s*=\s*[\w-]+)?$"
)


def parse_scene(name: str, source: str, shell: Shell = "room") -> tuple[Scene, tuple[ArtFault, ...]]:
    """The scene in a text, and what is wrong with it; what is wrong is left out.

    Args:
        name: What the scene is called.
        source: The text.
        shell: What is drawn around it where it does not say.
    """
    faults: list[ArtFault] = []
    head: dict[str, tuple[int, str]] = {}
    sections: dict[str, list[Piece | Window]] = {section: [] for section in SECTIONS[:-1]}
    current = ""
    for number, line in enumerate(source.splitlines(), start=1):
        text = line.split("#", 1)[0].strip()
        if not text:
            continue
        if match := re.fullmatch(r"\[([\w ]+)\]", text):
            current = match[1]
            if WIDE.fullmatch(current):
                sections.setdefault(current, [])
            if current not in sections:
                faults.append(ArtFault(number, problems.describe_unknown_section(current, SECTIONS)))
                current = SECTIONS[0]
        elif not current and ":" in text:
            key, value = text.split(":", 1)
            head[key.strip()] = (number, value.strip())
        elif (entry := _read_entry(number, text, faults)) is not None:
            sections[current or SECTIONS[0]].append(entry)
    head.setdefault("shell", (1, shell))
    return _build_scene(name, head, {key: tuple(entries) for key, entries in sections.items()}, faults), tuple(faults)


def _build_scene(
    name: str,
    head: dict[str, tuple[int, str]],
    sections: dict[str, tuple[Piece | Window, ...]],
    faults: list[ArtFault],
) -> Scene:
    known = {"title", "shows", "shell", "wall", "dado", "floor", "ceiling", "doors", "ambient", "bay"}
    for key, (number, _) in head.items():
        if key not in known:
            faults.append(ArtFault(number, problems.describe_unknown_setting(key, known)))
    floor = head.get("floor", (1, _DEFAULT_GRADIENTS["floor"]))[1].split()
    trim = parse_ink(floor[floor.index("trim") + 1]) if "trim" in floor[:-1] else None
    return Scene(
        name=name,
        title="".join(c for c in head.get("title", (1, name))[1] if c.isprintable()),
        shows=tuple(head.get("shows", (1, ""))[1].split()),
        shell=_read_choice(head, "shell", SCENE_SHELLS, faults),
        wall=_read_gradient(head, "wall", faults),
        dado=_read_gradient(head, "dado", faults),
        floor=_read_gradient(head, "floor", faults),
        trim=trim,
        is_checkered="checker" in floor,
        ceiling=_read_choice(head, "ceiling", ("none", "strip", "cool"), faults),
        doors=_read_choice(head, "doors", ("wood", "cream", "steel"), faults),
        ambient=_read_choice(head, "ambient", ("normal", "bright", "dim", "gallery"), faults),
        bay=_read_bay(head, faults),
        sections=sections,
    )


def _read_bay(head: dict[str, tuple[int, str]], faults: list[ArtFault]) -> int:
    number, value = head.get("bay", (1, str(DEFAULT_BAY_PIXELS)))
    # isdecimal() alone would let a thousand digits through, which int() refuses with an exception.
    if value.isdecimal() and len(value) <= 3 and MIN_BAY_PIXELS <= int(value) <= MAX_BAY_PIXELS:
        return int(value)
    faults.append(ArtFault(number, problems.describe_bay(MIN_BAY_PIXELS, MAX_BAY_PIXELS, value)))
    return DEFAULT_BAY_PIXELS


def _read_choice(head: dict[str, tuple[int, str]], key: str, allowed: tuple[str, ...], faults: list[ArtFault]) -> str:
    number, value = head.get(key, (1, allowed[0]))
    if value not in allowed:
        faults.append(ArtFault(number, problems.describe_choice(key, allowed, value)))
        return allowed[0]
    return value


def _read_gradient(head: dict[str, tuple[int, str]], key: str, faults: list[ArtFault]) -> tuple[Ink, Ink]:
    number, value = head.get(key, (1, _DEFAULT_GRADIENTS[key]))
    specs = value.split()[:2]
    inks = [parse_ink(spec) for spec in specs]
    default = [parse_ink(spec) for spec in _DEFAULT_GRADIENTS[key].split()]
    if len(inks) < 2 or None in inks:
        faults.append(ArtFault(number, problems.describe_gradient(key, value, RAMPS)))
        inks = default
    elif len({spec.split(".")[0] for spec in specs}) > 1:
        faults.append(ArtFault(number, problems.describe_mixed_gradient(value)))
    first, second = inks
    assert first is not None
    assert second is not None
    return first, second


def _read_entry(number: int, text: str, faults: list[ArtFault]) -> Piece | Window | None:
    if match := _WINDOW.match(text):
        x, y, width, height = (int(group) for group in match.groups()[:4])
        curtain = RAMPS.get(match[5] or "", ())
        if match[5] and not curtain:
            faults.append(ArtFault(number, problems.describe_unknown_ramp(match[5])))
        return Window(x, y, width, height, curtain)
    if match := _PIECE.match(text):
        sprite, x_, place, width_, flip, thing = match.groups()
        return Piece(number, sprite, int(x_), place, int(width_ or 0), bool(flip), thing or "")
    faults.append(ArtFault(number, problems.describe_entry(text)))
    return None


def lay_out(scene: Scene, sprites: Mapping[str, Sprite], width: int) -> Layout:
    """The scene at a width: bays repeated between what stands at the left and at the right."""
    windows: list[Window] = []
    pieces: list[PlacedSprite] = []
    for section, offset in _section_offsets(scene, sprites, width):
        here: list[PlacedSprite] = []
        for entry in scene.sections[section]:
            if isinstance(entry, Window):
                windows.append(entry._replace(x=entry.x + offset))
            elif entry.sprite in sprites:
                here.append(_place_piece(entry, sprites[entry.sprite], offset, here))
        pieces.extend(here)
    return Layout(tuple(windows), tuple(pieces))


def change_sprites(scene: Scene, drawn: Mapping[str, str]) -> Scene:
    """The scene with other sprites for the pieces of some things.

    Args:
        scene: As its file says.
        drawn: Thing id -> names of sprites, apart by spaces, for the pieces of that thing in the order of the file;
            pieces beyond the last name stay as they are.
    """
    if not drawn:
        return scene
    left = {thing: names.split()[::-1] for thing, names in drawn.items()}
    changed = {piece.line: left[piece.thing].pop() for piece in scene.list_pieces() if left.get(piece.thing)}
    sections = {
        section: tuple(_change(entry, entries, changed) for entry in entries)
        for section, entries in scene.sections.items()
    }
    return scene._replace(sections=sections)


def _change(entry: Piece | Window, section: Iterable[Piece | Window], changed: Mapping[int, str]) -> Piece | Window:
    """An entry of a section with its new sprite, standing on what it stood on."""
    if isinstance(entry, Window):
        return entry
    under = entry.place.partition("@")[2]
    # What stands on a table names it by the sprite of the file, and the table may be drawn by another one now.
    tables = [piece for piece in section if isinstance(piece, Piece) and under and piece.sprite == under]
    place = f"table@{changed[tables[-1].line]}" if tables and tables[-1].line in changed else entry.place
    return entry._replace(sprite=changed.get(entry.line, entry.sprite), place=place)


def _section_offsets(scene: Scene, sprites: Mapping[str, Sprite], width: int) -> list[tuple[str, int]]:
    """Each section with the column it counts from, in the order of painting."""
    edge = {"carriage": DOOR_WIDTH, "room": WALL_WIDTH, "stair": WALL_WIDTH}.get(scene.shell, 0)
    left = max(edge, _reach(scene, sprites, "left"))
    right = max(edge, _reach(scene, sprites, "right"))
    # The rest that fills no bay is split between both ends, so that the room stays symmetrical.
    count = max(0, (width - left - right) // scene.bay)
    first = left + (width - left - right - count * scene.bay) // 2
    starts = [first + index * scene.bay for index in range(count + 1)]
    bays = [("bay", start) for start in starts[:-1]]
    joints = [("joint", start) for start in starts]
    # Later ones are painted over earlier ones: what is in the middle of the picture must not be hidden.
    wide = [(name, width // 2) for name in scene.sections if (found := WIDE.fullmatch(name)) and width >= int(found[1])]
    return [*bays, *joints, *wide, ("left", 0), ("right", width), ("center", width // 2)]


def _reach(scene: Scene, sprites: Mapping[str, Sprite], section: str) -> int:
    """How many pixels from its edge a section takes."""
    reach = 0
    for entry in scene.sections[section]:
        wide = entry.width if isinstance(entry, Window) else _width(entry, sprites)
        reach = max(reach, entry.x + wide if section == "left" else -entry.x)
    return reach


def _width(piece: Piece, sprites: Mapping[str, Sprite]) -> int:
    return max(piece.width, sprites[piece.sprite].width if piece.sprite in sprites else 0)


def _place_piece(piece: Piece, sprite: Sprite, offset: int, before: list[PlacedSprite]) -> PlacedSprite:
    shown = sprite.stretched(piece.width) if piece.width else sprite
    shown = shown.flipped() if piece.is_flipped else shown
    kind, _, number = re.sub(r"([+-])", r" \1", piece.place).partition(" ")
    shift = int(number or 0)
    if kind == "wall":
        y = WALL_TOP + shift
    elif kind == "ceiling":
        y = CEILING_ROW
    elif kind.startswith("table"):
        wanted = kind.partition("@")[2]
        below = next((b for b in reversed(before) if wanted in ("", b.sprite.name)), None)
        # A lamp whose table was left out stands on the floor: the author sees at once what is missing.
        y = (below.y if below else FLOOR_TOP) - shown.height
    else:
        y = FLOOR_TOP + shift - shown.height
    return PlacedSprite(shown, piece.x + offset, y, piece.thing, piece.line)
