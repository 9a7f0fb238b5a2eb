"""The only reader of YAML: turns a folder of files, or one file, into a checked world, or into a list of its problems.

One package reads and checks, because a problem needs a line number, and only the reader knows line numbers.

Words:
    problem: one thing that is wrong with a pack, with file, line and column
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from game.content import compiled
from game.content.folder import read_folder
from game.pack.world import World

if TYPE_CHECKING:
    from game.content.problems import Problem


def open_pack(folder: Path, cache: Path | None) -> "tuple[World | None, tuple[Problem, ...]]":
    """The world in a folder or file: from the cache if the same content was checked before, else read and checked.

    YAML and the checks are imported only where they are needed, so that a warm start does not pay for them.

    Args:
        folder: The pack.
        cache: Where compiled packs are kept; None to do without.
    """
    world, problems = _open_or_read(folder, cache)
    if world is None or os.path.isdir(folder):  # noqa: PTH112 - as in folder.py
        return world, problems
    from game.content.load import report_unreadable
    from game.content.tour_file import BadTourFileError, name_world

    try:
        return name_world(folder, world), problems
    except BadTourFileError as bad:
        return None, (report_unreadable(folder, bad),)


def _open_or_read(folder: Path, cache: Path | None) -> "tuple[World | None, tuple[Problem, ...]]":
    name = _digest_folder(folder)
    kept = compiled.read_compiled(cache, name) if cache is not None and name else None
    if kept is not None and _has_pictures(folder, kept):
        return kept, ()
    from game.content.load import load

    loaded = load(folder)
    if loaded.world is None:
        return None, loaded.problems
    world = compiled.set_digest(loaded.world, name)
    # The digest was computed before the files were parsed. If an author edits a file in between and later undoes the
    # edit, the old digest would name the wrong text. So the digest is computed again.
    if cache is not None and name == _digest_folder(folder):
        compiled.write_compiled(cache, world)
    return world, loaded.problems


def _has_pictures(folder: Path, world: World) -> bool:
    """Whether every scene that a pack names is still there: the digest is of its texts alone, so that a start is quick.

    Pictures themselves are never kept, so a changed one is drawn as it is now.
    """
    named = {room.picture for room in world.rooms.values()} | {world.tour.title_picture}
    if not (wanted := named - {None}):
        return True
    from game.content.pack_art import open_art

    try:
        scenes = open_art(folder) / "scenes"
    except OSError:
        return False
    return all((scenes / f"{scene}.txt").is_file() for scene in wanted)


def _digest_folder(folder: Path) -> str:
    """The digest of a pack's files as they are now; empty when there is none, or they cannot be read."""
    try:
        # Unreadable files are not reported here: load() reads again and reports the problem with its place.
        raw = read_folder(folder)
    except OSError:
        return ""
    return compiled.digest_pack(raw) if raw else ""
