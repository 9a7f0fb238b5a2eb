"""What each mode of a class brings: a page for pupils, its addresses, and what the board tells of a pupil."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from aiohttp import web

from game.web.classes.pupils import Pupil

NOT_BEGUN = frozenset({"waiting", "ready"})
"""States of a pupil who has not begun: one who has to wait, and one who may begin."""


class Standing(NamedTuple):
    """How far a pupil is. No mark is among it: nobody has any before the teacher marks."""

    state: str
    """A key of ``class_words.STATES``."""
    progress: str = ""
    seconds_left: float | None = None
    answered: int = 0
    total: int = 0
    """Of questions; 0 where the mode counts none."""


class ClassMode(Protocol):
    """One mode. Its pages answer only while the class is in it, and else lead to the page of the mode."""

    path: str
    """The page of a pupil."""

    def list_routes(self) -> Sequence[web.AbstractRouteDef]:
        """Its addresses."""

    async def describe(self, pupil: Pupil) -> Standing:
        """How far a pupil is."""

    async def tick(self) -> None:
        """A second has gone by while the class is in this mode."""
