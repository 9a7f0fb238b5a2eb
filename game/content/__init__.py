"""The only reader of YAML: a folder of files in, a checked world or all its problems out."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.content import compiled
from game.content.folder import read_folder
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
        raw = read_folder(folder)
    except OSError:
        raw = {}  # not reported here: load() reads again and gives the problem its place
    name = compiled.digest_pack(raw) if raw else ""
    if cache is not None and name and (world := compiled.read_compiled(cache, name)) is not None:
        return world, ()
    from game.content.load import load

    loaded = load(folder)
    if loaded.world is None:
        return None, loaded.problems
    # The digest was taken before the files were parsed. If one is edited in between, the next start sees other bytes,
    # hence another digest, and does not find this compiled pack.
    world = compiled.with_digest(loaded.world, name)
    if cache is not None:
        compiled.write_compiled(cache, world)
    return world, loaded.problems
