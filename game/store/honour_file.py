"""Honours on file. They stay even if the tour in which they were earned is deleted."""

from pathlib import Path

import msgspec

from game.core.disk import Unusable, decode
from game.core.paths import is_reserved
from game.store.shared_file import Kept, Outcome, change_file, read_decoded

FILE = "honours.json"

FIRST_PACK = "twenty-one-carriages"
"""The pack whose honours earlier versions kept for all packs. It still has that file."""


def honour_folder(home: Path, tour: str) -> Path:
    """The folder with the honours of one pack: those of another pack are earned by other facts and rooms."""
    # The underscore that a reserved id gets is in no id, so that no two packs meet.
    return home if tour == FIRST_PACK else home / "honours" / f"{tour}{'_' if is_reserved(tour) else ''}"


def load_honours(folder: Path) -> frozenset[str] | Unusable:
    """The honours earned so far, or why they cannot be read. Never raises."""
    found = read_decoded(folder / FILE, _decode)
    if isinstance(found, Unusable):
        return found if found.is_there else frozenset()
    return frozenset(found)


def earn(folder: Path, *honours: str) -> Outcome:
    """Keep honours together with those earned before, in this window or in another. Never raises."""
    kept = load_honours(folder)
    # Read before the lock is taken: most honours were already earned earlier.
    if not isinstance(kept, Unusable) and kept.issuperset(honours):
        return Kept()
    return change_file(folder / FILE, _decode, lambda found: sorted({*(found or ()), *honours}), msgspec.json.encode)


def _decode(data: bytes) -> list[str] | Unusable:
    return decode(data, list[str])
