"""The packs that a player has installed: each is one file, named by the id of its pack."""

import os
from pathlib import Path

from game.content.tour_file import SUFFIX, BadTourFileError, PackHead, read_tour_file
from game.core.disk import write_atomically
from game.core.paths import PACK_NAME, installed_folder, installed_pack
from game.exchange.packing import PackedTour

MAX_OF_ONE_ID = 9
"""How many packs of one id can be installed."""


def list_installed() -> list[Path]:
    """Their files, in order."""
    try:
        names = os.listdir(installed_folder())  # noqa: PTH208 - it raises here and not at the first name
    except OSError:
        return []
    return sorted(installed_folder() / name for name in names if PACK_NAME.fullmatch(_stem(name)) or _is_device(name))


def name_installed(path: Path) -> str:
    """What a pack is installed under."""
    return _stem(path.name).removesuffix("_")


def find_same(head: PackHead) -> str:
    """What a pack of that id and that very content is installed under; empty when it is not."""
    for name in _list_names(head.id):
        found = read_head(name)
        if found is not None and found.digest == head.digest:
            return name
    return ""


def read_head(name: str) -> PackHead | None:
    """What the pack installed under a name says of itself; None where there is none that can be used."""
    try:
        return read_tour_file(installed_pack(name)).head
    except BadTourFileError:
        return None


def find_free_name(pack_id: str) -> str:
    """The first name under which a pack of that id can be installed beside the others; empty when all are taken."""
    return next((name for name in _list_names(pack_id) if not os.path.lexists(installed_pack(name))), "")


def install(packed: PackedTour) -> None:
    """Put a pack among those installed, over one of the same name.

    Raises:
        OSError: It could not be written.
    """
    write_atomically(installed_pack(packed.head.id), packed.data)


def _list_names(pack_id: str) -> list[str]:
    return [pack_id, *(f"{pack_id}_{number}" for number in range(2, MAX_OF_ONE_ID + 1))]


def _stem(name: str) -> str:
    return name.removesuffix(SUFFIX) if name.endswith(SUFFIX) else ""


def _is_device(name: str) -> bool:
    """Whether it is a pack whose id Windows reserves, which is kept with an underscore."""
    return _stem(name).endswith("_") and PACK_NAME.fullmatch(_stem(name)[:-1]) is not None
