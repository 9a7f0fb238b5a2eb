"""Reads the scenes and sprites of a pack and finds what is wrong with them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from game.art import scenes, sprites
from game.art.scenes import DOOR_WIDTH, MIN_SCENE_WIDTH, PLAIN_SCENE, PlacedSprite, Scene, lay_out
from game.art.sprites import ArtFault, Sprite
from game.pack.looks import Shell
from game.pack.world import Room, Thing, Tour, World
from game.prose import art_problems as problems

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip

MAX_ART_BYTES = 1 << 16
"""Of one art file. The largest of ours has 3 kB; a picture of millions of pixels would stop the game."""

ENDING = ".txt"
"""Of art files."""

WIDTH_OF_SHARE = 80
"""Pixels of the picture of which what it is about must take a fifth."""

DEFAULT_SHELL: Shell = "room"
"""What is drawn around the furniture where neither scene nor room nor tour says."""


class SpriteFiles(Mapping[str, Sprite]):
    """Name -> sprite, each read when it is first wanted: a room shows a dozen of some hundred."""

    def __init__(self, paths: "Iterable[Traversable]") -> None:
        self._paths = {_stem(path): path for path in paths}
        self._read: dict[str, Sprite | None] = {}

    def _find(self, name: str) -> Sprite | None:
        """The sprite; None where there is no file, or nothing can be made of it."""
        if name not in self._read and name in self._paths:
            self._read[name], _ = sprites.parse_sprite(name, _read_text(self._paths[name]))
        return self._read.get(name)

    def __getitem__(self, name: str) -> Sprite:
        """The sprite of that name."""
        sprite = self._find(name)
        if sprite is None:
            raise KeyError(name)
        return sprite

    def __contains__(self, name: object) -> bool:
        """Whether there is a sprite of that name, and it can be drawn."""
        return isinstance(name, str) and self._find(name) is not None

    def __iter__(self) -> Iterator[str]:
        """Every name."""
        return (name for name in self._paths if name in self)

    def __len__(self) -> int:
        """How many can be drawn."""
        return sum(1 for _ in self)


class ArtFolder:
    """Sprites and scenes in a folder, read as they are needed."""

    def __init__(self, folder: "Traversable") -> None:
        self._folder = folder
        self._scenes: dict[tuple[str, Shell], Scene] = {}

    @cached_property
    def sprites(self) -> SpriteFiles:
        """Every sprite that can be drawn, by its name."""
        return SpriteFiles(self._list_files("sprites"))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The scenes there are."""
        return tuple(_stem(path) for path in self._list_files("scenes"))

    def scene(self, name: str, shell: Shell = DEFAULT_SHELL) -> Scene:
        """The scene of that name; the bare shell when there is none.

        Args:
            name: Of the file, without its ending.
            shell: What is drawn around it where the scene does not say.
        """
        if (name, shell) not in self._scenes:
            text = _read_text(self._folder / "scenes" / f"{name}.txt") or PLAIN_SCENE
            self._scenes[name, shell], _ = scenes.parse_scene(name, text, shell)
        return self._scenes[name, shell]

    def find_scene(self, tour: Tour, room: Room) -> Scene | None:
        """What is drawn of a room; None where the pack has no picture of it and says of no shell."""
        shell = room.shell or tour.shell
        name = room.picture or room.id
        if name in self.names:
            return self.scene(name, DEFAULT_SHELL if shell == "none" else shell)
        return None if shell == "none" else self.scene(name, shell)

    def find_faults(
        self, things: Mapping[str, Collection[str]] | None = None, shells: Mapping[str, Shell] | None = None
    ) -> list[str]:
        """What is wrong with all files, as path:line: message.

        Args:
            things: Name of a scene -> ids of the things its room has; None when no pack is known.
            shells: Name of a scene -> what is drawn around it where it does not say.
        """
        reported: list[str] = []
        for path in self._list_files("sprites"):
            _, found = sprites.parse_sprite(_stem(path), _read_text(path))
            reported += [f"{path}:{fault.line}: {fault.message}" for fault in (*_find_unreadable(path), *found)]
        for path in self._list_files("scenes"):
            shell = (shells or {}).get(_stem(path), DEFAULT_SHELL)
            scene, found = scenes.parse_scene(_stem(path), _read_text(path), shell)
            unreadable = _find_unreadable(path)
            faults = [*unreadable, *found, *self._missing(scene), *self._crowded(scene)]
            faults += _find_unknown_things(scene, things)
            reported += [f"{path}:{fault.line}: {fault.message}" for fault in sorted(faults)]
        return reported

    def find_pack_faults(self, world: World) -> list[str]:
        """What is wrong with all files, compared with the rooms that they show."""
        tour, rooms = world.tour, world.rooms.values()
        things: dict[str, set[str]] = {tour.title_picture: set()} if tour.title_picture else {}
        for room in rooms:
            things.setdefault(room.picture or room.id, set()).update(thing.id for thing in room.things)
        bare = [room.id for room in rooms if (room.picture or room.id) not in self.names]
        unused = [path for path in self._list_files("scenes") if _stem(path) not in things]
        return [
            *self.find_faults(things, find_shells(world)),
            *(f"{path}:1: {problems.describe_unused_scene(bare)}" for path in unused),
            *(fault for room in rooms for thing in room.things for fault in self._find_misdrawn(tour, room, thing)),
            *(fault for room in rooms for fault in self._find_unshown(tour, room)),
        ]

    def _find_misdrawn(self, tour: Tour, room: Room, thing: Thing) -> list[str]:
        """Sprites of a work that its scene shows nowhere, or that are not as wide as what they are drawn for."""
        drawn = dict(thing.works.sprites) if thing.works is not None else {}
        scene = self.find_scene(tour, room) if drawn else None
        if scene is None:
            return []
        path = self._folder / "scenes" / f"{scene.name}{ENDING}"
        pieces = [piece for piece in scene.list_pieces() if piece.thing == thing.id]
        if not pieces:
            return [f"{path}:1: {problems.describe_undrawn_work(thing.id)}"]
        pairs = [pair for names in drawn.values() for pair in zip(pieces, names.split(), strict=False)]
        return [
            f"{path}:{piece.line}: {problems.describe_other_width(name, piece.sprite)}"
            for piece, name in pairs
            if name in self.sprites and piece.sprite in self.sprites and not self._are_alike(name, piece.sprite)
        ]

    def _find_unshown(self, tour: Tour, room: Room) -> list[str]:
        """That what a picture is about is small in it, or that the words in place of the picture do not name it."""
        scene = self.find_scene(tour, room)
        if scene is None or not scene.shows:
            return []
        path = f"{self._folder / 'scenes' / scene.name}{ENDING}:1"
        placed = [piece for piece in lay_out(scene, self.sprites, WIDTH_OF_SHARE).pieces if piece.thing in scene.shows]
        wide = measure_width(placed)
        small = [problems.describe_small(scene.shows, wide, WIDTH_OF_SHARE)] if wide * 5 < WIDTH_OF_SHARE else []
        told = find_words(room.alt)
        things = (thing for thing in room.things if thing.id in scene.shows)
        unnamed = [
            thing.id for thing in things if not any(find_words(name) <= told for name in (thing.name, *thing.names))
        ]
        return [f"{path}: {fault}" for fault in (*small, *map(problems.describe_unnamed, unnamed))]

    def _are_alike(self, name: str, other: str) -> bool:
        """Whether two sprites are as wide and stand on the same ground, so that nothing around them moves."""
        one, two = self.sprites[name], self.sprites[other]
        return (one.width, one.anchor) == (two.width, two.anchor)

    def _list_files(self, kind: str) -> list["Traversable"]:
        """The files of a kind, by name; none where there is no such folder."""
        folder = self._folder / kind
        try:
            return sorted((p for p in folder.iterdir() if p.name.endswith(ENDING)), key=lambda path: path.name)
        except (OSError, ValueError):
            return []

    def _missing(self, scene: Scene) -> list[ArtFault]:
        pieces = scene.list_pieces()
        return [
            ArtFault(p.line, problems.describe_unknown_sprite(p.sprite)) for p in pieces if p.sprite not in self.sprites
        ]

    def _crowded(self, scene: Scene) -> list[ArtFault]:
        """Report furniture that overlaps other furniture or a door at the narrowest width."""
        # Only the narrowest width is checked: more width puts the same pieces further apart, never nearer.
        placed = lay_out(scene, self.sprites, MIN_SCENE_WIDTH).pieces
        standing = [p for p in placed if p.sprite.anchor == "floor"]
        faults = []
        for index, piece in enumerate(standing):
            right = piece.x + piece.sprite.width
            if scene.shell == "carriage" and (piece.x < DOOR_WIDTH - 2 or right > MIN_SCENE_WIDTH - DOOR_WIDTH + 2):
                faults.append(ArtFault(piece.line, problems.describe_blocked_door(piece.sprite.name, MIN_SCENE_WIDTH)))
            for other in standing[:index]:
                if _do_overlap(piece, other):
                    names = (piece.sprite.name, other.sprite.name)
                    faults.append(ArtFault(piece.line, problems.describe_overlap(*names, MIN_SCENE_WIDTH)))
        return faults


def measure_width(pieces: Sequence[PlacedSprite]) -> int:
    """Pixels from the left edge of the first of some pieces to the right edge of the last; 0 without any."""
    if not pieces:
        return 0
    return max(piece.x + piece.sprite.width for piece in pieces) - min(piece.x for piece in pieces)


def find_words(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return set(re.findall(r"[\w’'-]+", text.lower()))


def find_shells(world: World) -> dict[str, Shell]:
    """Name of a scene -> what is drawn around it where it does not say."""
    found = {}
    for room in world.rooms.values():
        shell = room.shell or world.tour.shell
        found[room.picture or room.id] = DEFAULT_SHELL if shell == "none" else shell
    return found


def _find_unknown_things(scene: Scene, things: Mapping[str, Collection[str]] | None) -> list[ArtFault]:
    """Things that the room of a scene does not have."""
    if things is None:
        return []
    known = things.get(scene.name, ())
    pieces = scene.list_pieces()
    return [
        ArtFault(p.line, problems.describe_unknown_thing(p.thing))
        for p in pieces
        if p.thing and not p.thing.startswith("@") and p.thing not in known
    ]


def _do_overlap(one: PlacedSprite, other: PlacedSprite) -> bool:
    """Whether two pieces on one level hide more than a third of each other."""
    shared = min(one.x + one.sprite.width, other.x + other.sprite.width) - max(one.x, other.x)
    # A third may be hidden: a chair half behind a table is meant, a chair inside a table is not.
    level = abs(one.y + one.sprite.height - other.y - other.sprite.height) <= 1
    return level and 3 * shared > min(one.sprite.width, other.sprite.width)


def _stem(path: "Traversable") -> str:
    return path.name.removesuffix(ENDING)


def _find_unreadable(path: "Traversable") -> list[ArtFault]:
    """That a file is not read at all, if it is so."""
    return [] if _read_text(path) else [ArtFault(1, problems.describe_unreadable_art(MAX_ART_BYTES))]


def _read_text(path: "Traversable") -> str:
    """A file's text; nothing when it cannot be read or is far too large."""
    # A picture is decoration: a damaged file costs the picture, never the game. `carriages art --check` reports it.
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            data = file.read(MAX_ART_BYTES + 1)
        return "" if len(data) > MAX_ART_BYTES else data.decode("utf-8").replace("\r\n", "\n")
    except (OSError, ValueError, KeyError):
        return ""
