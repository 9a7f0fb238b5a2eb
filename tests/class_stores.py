"""Places where a class is kept, for tests of the laws that all of them obey."""

from pathlib import Path
from typing import Protocol
from uuid import uuid4

from game.web.stores.class_store import ClassStore, FolderStore
from game.web.stores.postgres_store import PostgresStore


class Place(Protocol):
    """A place that several processes may open, one after the other or at once."""

    def open(self) -> ClassStore:
        """The same class, as another process would open it."""
        ...

    def close(self) -> None:
        """Let go of all that was opened."""


class FolderPlace:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> ClassStore:
        return FolderStore(self._folder)

    def close(self) -> None:
        pass


class PostgresPlace:
    """A class of its own in a database that other tests use, too."""

    def __init__(self, address: str) -> None:
        self.address, self.name = address, f"class {uuid4()}"
        self._opened: list[PostgresStore] = []

    def open(self) -> PostgresStore:
        self._opened.append(PostgresStore(self.address, self.name))
        return self._opened[-1]

    def close(self) -> None:
        for store in self._opened:
            store.close()
