"""Honours on file: kept for good, whatever becomes of the tour they were earned in."""

from pathlib import Path

import msgspec

from game.core.disk import write_atomically

FILE = "honours.json"


def read(folder: Path) -> frozenset[str]:
    """The honours earned so far; none where the file cannot be read."""
    try:
        return frozenset(msgspec.json.decode((folder / FILE).read_bytes(), type=list[str]))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return frozenset()


def earn(folder: Path, *honours: str) -> bool:
    """Keep honours; False when they cannot be kept."""
    kept = read(folder)
    if kept.issuperset(honours):
        return True
    try:
        write_atomically(folder / FILE, msgspec.json.encode(sorted({*kept, *honours})))
    except OSError:
        return False
    return True
