"""Reads the art files we ship and finds what is wrong with them."""

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path

from game.art import scenes, sprites
from game.art.scenes import DOOR_WIDTH, MIN_SCENE_WIDTH, PLAIN_SCENE, Piece, PlacedSprite, Scene, lay_out
from game.art.sprites import ArtFault, Sprite
from game.prose import art_problems as problems


class ArtFolder:
    """Sprites and scenes in a folder, read as they are needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._scenes: dict[str, Scene] = {}

    @cached_property
    def sprites(self) -> dict[str, Sprite]:
        """Every sprite that can be drawn, by its name."""
        found = {}
        for path in sorted((self._folder / "sprites").glob("*.txt")):
            sprite, _ = sprites.parse_sprite(path.stem, _read_text(path))
            if sprite is not None:
                found[path.stem] = sprite
        return found

    @property
    def names(self) -> tuple[str, ...]:
        """The scenes there are."""
        return tuple(sorted(path.stem for path in (self._folder / "scenes").glob("*.txt")))

    def scene(self, name: str) -> Scene:
        """The scene of that name; a plain carriage when there is none."""
        if name not in self._scenes:
            text = _read_text(self._folder / "scenes" / f"{name}.txt") or PLAIN_SCENE
            self._scenes[name], _ = scenes.parse_scene(name, text)
        return self._scenes[name]

    def find_faults(self, things: Mapping[str, Collection[str]] | None = None) -> list[str]:
        """What is wrong with all files, as path:line: message.

        Args:
            things: Name of a scene -> ids of the things its room has; None when no pack is known.
        """
        reported: list[str] = []
        for path in sorted((self._folder / "sprites").glob("*.txt")):
            _, found = sprites.parse_sprite(path.stem, _read_text(path))
            reported += [f"{path}:{fault.line}: {fault.message}" for fault in found]
        for path in sorted((self._folder / "scenes").glob("*.txt")):
            scene, found = scenes.parse_scene(path.stem, _read_text(path))
            faults = [*found, *self._missing(scene), *self._crowded(scene), *_find_unknown_things(scene, things)]
            reported += [f"{path}:{fault.line}: {fault.message}" for fault in sorted(faults)]
        return reported

    def _missing(self, scene: Scene) -> list[ArtFault]:
        pieces = [entry for entries in scene.sections.values() for entry in entries if isinstance(entry, Piece)]
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
            if scene.shell == "interior" and (piece.x < DOOR_WIDTH - 2 or right > MIN_SCENE_WIDTH - DOOR_WIDTH + 2):
                faults.append(ArtFault(piece.line, problems.describe_blocked_door(piece.sprite.name, MIN_SCENE_WIDTH)))
            for other in standing[:index]:
                if _do_overlap(piece, other):
                    names = (piece.sprite.name, other.sprite.name)
                    faults.append(ArtFault(piece.line, problems.describe_overlap(*names, MIN_SCENE_WIDTH)))
        return faults


def _find_unknown_things(scene: Scene, things: Mapping[str, Collection[str]] | None) -> list[ArtFault]:
    """Things that the room of a scene does not have."""
    if things is None:
        return []
    known = things.get(scene.name, ())
    pieces = [entry for entries in scene.sections.values() for entry in entries if isinstance(entry, Piece)]
    return [
        ArtFault(p.line, problems.describe_unknown_thing(p.thing)) for p in pieces if p.thing and p.thing not in known
    ]


def _do_overlap(one: PlacedSprite, other: PlacedSprite) -> bool:
    """Whether two pieces on one level hide more than a third of each other."""
    shared = min(one.x + one.sprite.width, other.x + other.sprite.width) - max(one.x, other.x)
    # A third may be hidden: a chair half behind a table is meant, a chair inside a table is not.
    level = abs(one.y + one.sprite.height - other.y - other.sprite.height) <= 1
    return level and 3 * shared > min(one.sprite.width, other.sprite.width)


def _read_text(path: Path) -> str:
    """A file's text; nothing when it cannot be read."""
    # A picture is decoration: a damaged file costs the picture, never the game. `carriages art --check` reports it.
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
