"""The pack from which a class is set up: its questions and its tour. It is opened when it is first needed."""

from collections.abc import Callable
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from game.pack.world import World
from game.quiz.bank import Bank
from game.tour.lexicon import Lexicon

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable  # a folder, or a place inside a zip


class OpenedPack(NamedTuple):
    """What came of opening a pack."""

    world: World | None
    problems: str = ""
    """Why there is no world."""
    art: "Traversable | None" = None
    """The folder of its pictures; None without."""


class ClassPack:
    """A pack of which nothing is read before it is needed: an exam that is a file needs none."""

    def __init__(self, open_pack: Callable[[], OpenedPack]) -> None:
        self._open_pack = open_pack
        self._lock = Lock()

    @property
    def opened(self) -> OpenedPack:
        """The pack. The first call takes long, so it runs in a thread."""
        with self._lock:
            return self._opened

    @cached_property
    def _opened(self) -> OpenedPack:
        return self._open_pack()

    @cached_property
    def bank(self) -> Bank | None:
        """Its questions; None where it cannot be used."""
        world = self.opened.world
        return Bank(world) if world is not None else None

    @cached_property
    def lexicon(self) -> Lexicon | None:
        """The names in it, which all pupils share; None where it cannot be used."""
        world = self.opened.world
        return Lexicon(world) if world is not None else None
