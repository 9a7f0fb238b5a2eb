"""Honours on file. They stay even if the tour in which they were earned is deleted."""

from pathlib import Path

import msgspec

from game.core.disk import Unusable, decode
from game.store.shared_file import Kept, Outcome, change_file, read_decoded

FILE = "honours.json"


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
