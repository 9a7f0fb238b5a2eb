"""The only reader of YAML: a folder of files in, a checked world or all its problems out.

One package reads and checks, because a problem needs the line of its value, and only the reader knows lines.

Words:
    problem: one thing that is wrong with a pack, with file, line and column
"""

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
    name = _digest_folder(folder)
    if cache is not None and name and (world := compiled.read_compiled(cache, name)) is not None:
        return world, ()
    from game.content.load import load

    loaded = load(folder)
    if loaded.world is None:
        return None, loaded.problems
    world = compiled.set_digest(loaded.world, name)
    # The digest was taken before the files were parsed. If one was edited in between, and is edited back later, the old
    # digest would bring the text of the moment between: so they are looked at once more.
    if cache is not None and name == _digest_folder(folder):
        compiled.write_compiled(cache, world)
    return world, loaded.problems


def _digest_folder(folder: Path) -> str:
    """The digest of a pack's files as they are now; empty when there is none, or they cannot be read."""
    try:
        # What cannot be read is not reported here: load() reads again and gives the problem its place.
        raw = read_folder(folder)
    except OSError:
        return ""
    return compiled.digest_pack(raw) if raw else ""
