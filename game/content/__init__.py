"""The only reader of YAML: a folder of files in, a checked world or all its problems out."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.content import compiled
from game.content.folder import read
from game.pack.world import World

if TYPE_CHECKING:
    from game.content.problems import Problem


def open_pack(folder: Path, cache: Path | None) -> "tuple[World | None, tuple[Problem, ...]]":
    """The world in a folder: from the cache when this very content was checked before, else read and checked.

    YAML and the checks are imported only where they are needed, so that a warm start does not pay for them.

    Args:
        folder: The pack.
        cache: Where compiled packs are kept; None to do without.
    """
    try:
        raw = read(folder)
    except OSError:
        raw = {}  # what is wrong with the folder is told below, with its place
    name = compiled.digest(raw) if raw else ""
    if cache is not None and name and (world := compiled.recall(cache, name)) is not None:
        return world, ()
    from game.content.load import load

    loaded = load(folder)
    if loaded.world is None:
        return None, loaded.problems
    world = compiled.named(loaded.world, name)
    if cache is not None:
        compiled.keep(cache, world)
    return world, loaded.problems
