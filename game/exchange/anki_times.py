"""When each note of a deck last changed, kept from one export to the next.

Anki replaces a note only by one that changed later, and keeps the learner's own edits otherwise. A time computed from a
note's content alone would go back as often as forth, so times are kept: a note whose content is as it was keeps its
time, an edited one gets the time of the export.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Self

import msgspec
from msgspec import Struct

from game.core.digests import blake2b
from game.core.disk import Unusable, is_there, read_value, write_atomically

FOLDER = "anki"
"""In the data folder: one file a tour."""


class KeptNote(Struct, frozen=True, array_like=True):
    """A note as it was last exported."""

    digest: str
    """Of its fields and tags."""
    changed: int
    """Seconds since 1970."""


class NoteTimes:
    """The times of the notes of one tour."""

    def __init__(self, path: Path, kept: dict[str, KeptNote], *, is_usable: bool) -> None:
        self._path = path
        self._kept = kept
        self._is_usable = is_usable

    @classmethod
    def load(cls, home: Path, tour: str) -> Self:
        """The times kept in the data folder; none where there are none or they cannot be read."""
        path = home / FOLDER / f"{tour}.json"
        found = read_value(path, dict[str, KeptNote]) if is_there(path) else {}
        return cls(path, {} if isinstance(found, Unusable) else found, is_usable=not isinstance(found, Unusable))

    def find_time(self, guid: str, content: Iterable[str], first: int, now: int) -> int:
        """When a note last changed, in seconds since 1970; it is kept as it is now.

        Args:
            guid: The id by which Anki knows it.
            content: Its fields and tags.
            first: The time of a note that was never exported from here.
            now: The time of this export.
        """
        digest = blake2b("\x1f".join(content).encode(errors="replace"), digest_size=8).hexdigest()
        was = self._kept.get(guid)
        if was is None:
            self._kept[guid] = KeptNote(digest, first)
        elif was.digest != digest:
            # Always later than before, whatever the clock says.
            self._kept[guid] = KeptNote(digest, max(now, was.changed + 1))
        return self._kept[guid].changed

    def save(self) -> None:
        """Keep the times. A file that could not be read stays as it is.

        Raises:
            OSError: They could not be written.
        """
        if self._is_usable:
            write_atomically(self._path, msgspec.json.encode(self._kept, order="sorted") + b"\n", is_private=True)
