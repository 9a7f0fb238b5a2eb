"""Which server keeps the tour of each pupil. A tour is a folder, so of several servers of a class one alone has it."""

import socket
from contextlib import suppress
from pathlib import Path

import msgspec

from game.core.digests import blake2b
from game.web.stores.class_store import ClassStore, read_kept
from game.web.stores.kept_values import ChangedElsewhereError

HOMES = "tours"
"""The kind of the values: the key of a pupil -> the server."""


class TourHomes:
    """The places of all tours of one class."""

    def __init__(self, store: ClassStore, folder: Path) -> None:
        """Make it; nothing is read yet.

        Args:
            store: Which all servers of the class share.
            folder: In which this server keeps tours.
        """
        self._store = store
        # The same after a restart, and another one on every other machine.
        own = f"{socket.gethostname()} {folder.resolve()}"
        self._server = blake2b(own.encode(), digest_size=8).hexdigest()

    def take(self, key: str) -> bool:
        """Whether the tour of a pupil belongs here; one that belongs nowhere belongs here from now on.

        Raises:
            OSError: The store cannot be asked.
        """
        kept = self._store.get_one(HOMES, key)
        if not kept.version:
            with suppress(ChangedElsewhereError):
                self._store.put(HOMES, key, msgspec.json.encode(self._server), 0)
                return True
            kept = self._store.get_one(HOMES, key)
        return read_kept(kept, str) == self._server
