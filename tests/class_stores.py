"""Places where a class is kept, for tests of the laws that all of them obey."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from game.web.class_store import ClassStore, FolderStore


class Place(Protocol):
    """A place that several processes may open, one after the other or at once."""

    is_shared: bool
    """Whether they may at once."""

    def open(self) -> ClassStore:
        """The same class, as another process would open it."""
        ...


class FolderPlace:
    is_shared = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> ClassStore:
        return FolderStore(self._folder)


MakePlace = Callable[[Path], Place]
