"""The art files we ship: reading them, and finding what is wrong with them."""

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path

from game.art import scenes, sprites
from game.art.scenes import DOOR, NARROWEST, PLAIN, Piece, PlacedSprite, Scene, laid_out
from game.art.sprites import Fault, Sprite


class Art:
    """Sprites and scenes in a folder, read as they are needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._scenes: dict[str, Scene] = {}

    @cached_property
    def sprites(self) -> dict[str, Sprite]:
        """Every sprite that can be drawn, by its name."""
        found = {}
        for path in sorted((self._folder / "sprites").glob("*.txt")):
            sprite, _ = sprites.parse(path.stem, _text(path))
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
            text = _text(self._folder / "scenes" / f"{name}.txt") or PLAIN
            self._scenes[name], _ = scenes.parse(name, text)
        return self._scenes[name]

    def faults(self, things: Mapping[str, Collection[str]] | None = None) -> list[str]:
        """What is wrong with all files, as path:line: message.

        Args:
            things: Name of a scene -> ids of the things its room has; None when no pack is known.
        """
        told: list[str] = []
        for path in sorted((self._folder / "sprites").glob("*.txt")):
            _, found = sprites.parse(path.stem, _text(path))
            told += [f"{path}:{fault.line}: {fault.message}" for fault in found]
        for path in sorted((self._folder / "scenes").glob("*.txt")):
            scene, found = scenes.parse(path.stem, _text(path))
            faults = [*found, *self._missing(scene), *self._crowded(scene), *_unknown(scene, things)]
            told += [f"{path}:{fault.line}: {fault.message}" for fault in sorted(faults)]
        return told

    def _missing(self, scene: Scene) -> list[Fault]:
        pieces = [entry for entries in scene.sections.values() for entry in entries if isinstance(entry, Piece)]
        return [Fault(p.line, f"no sprite is called {p.sprite!r}") for p in pieces if p.sprite not in self.sprites]

    def _crowded(self, scene: Scene) -> list[Fault]:
        """Furniture that stands in furniture, or in a door, at the narrowest width."""
        placed = laid_out(scene, self.sprites, NARROWEST).pieces
        standing = [p for p in placed if p.sprite.anchor == "floor"]
        faults = []
        for index, piece in enumerate(standing):
            right = piece.x + piece.sprite.width
            if scene.shell == "interior" and (piece.x < DOOR - 2 or right > NARROWEST - DOOR + 2):
                faults.append(Fault(piece.line, f"{piece.sprite.name} stands in a door at {NARROWEST} columns"))
            for other in standing[:index]:
                if _overlap(piece, other):
                    both = f"{piece.sprite.name} and {other.sprite.name}"
                    faults.append(Fault(piece.line, f"{both} stand in each other at {NARROWEST} columns"))
        return faults


def _unknown(scene: Scene, things: Mapping[str, Collection[str]] | None) -> list[Fault]:
    """Things that the room of a scene does not have."""
    if things is None:
        return []
    known = things.get(scene.name, ())
    pieces = [entry for entries in scene.sections.values() for entry in entries if isinstance(entry, Piece)]
    return [Fault(p.line, f"its room has no thing {p.thing!r}") for p in pieces if p.thing and p.thing not in known]


def _overlap(one: PlacedSprite, other: PlacedSprite) -> bool:
    """Whether two pieces that stand equally near hide more than a third of each other."""
    shared = min(one.x + one.sprite.width, other.x + other.sprite.width) - max(one.x, other.x)
    level = abs(one.y + one.sprite.height - other.y - other.sprite.height) <= 1
    return level and 3 * shared > min(one.sprite.width, other.sprite.width)


def _text(path: Path) -> str:
    """A file's text; nothing when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
