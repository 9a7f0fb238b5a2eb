"""Where the pictures of a pack are: in its folder, or in the one file that holds it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from game.core.paths import find_art

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place in memory


def open_art(pack: Path) -> "Traversable":
    """The folder with the scenes and sprites of a pack.

    Raises:
        OSError: The file that holds the pack cannot be read.
    """
    if not os.path.isfile(pack):  # noqa: PTH113 - as in folder.py
        return find_art(pack)
    from game.content.memory_folder import MemoryFolder
    from game.content.tour_file import read_tour_file

    return MemoryFolder(str(pack), read_tour_file(pack).files)
