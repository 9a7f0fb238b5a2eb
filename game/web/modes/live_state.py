"""Where a live round is: which question, and whether it is open, closed or told. It is kept under a version."""

from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.web.stores.class_store import ClassStore, read_kept
from game.web.stores.kept_values import KeptValue

LIVE = "live"
"""The kind of the value; its key is the hash of the exam."""

Step = Literal["ready", "open", "closed", "told", "over"]
"""Before the first question; answers are taken; the histogram is shown; the key is shown; after the last."""


class LiveRound(Struct, frozen=True, kw_only=True):
    """A round."""

    step: Step = "ready"
    place: int = 0
    """Of the question in sight."""
    asked: tuple[int, ...] = ()
    """Places of the questions that were opened, in their order."""
    told: tuple[int, ...] = ()
    """Places of those whose key was shown. They are not opened again: all know what is right."""
    turn: int = 0
    """How often something was done. A form of an earlier turn does nothing."""

    def find_next(self, total: int) -> int | None:
        """The question that comes next; None after the last."""
        left = [place for place in range(total) if place not in self.asked]
        later = (place for place in left if place > self.place and self.asked)
        return next(later, left[0] if left else None)

    def may_open(self, place: int, total: int) -> bool:
        """Whether a question can be opened now."""
        return self.step not in ("open", "over") and 0 <= place < total and place not in self.told


def act(round_: LiveRound, do: str, total: int) -> LiveRound:
    """The round after what the teacher wants; the same one where that cannot be done now.

    Args:
        round_: As it is.
        do: ``open 3``, ``close``, ``tell`` or ``end``.
        total: How many questions there are.

    >>> round_ = act(LiveRound(), "open 0", 2)
    >>> round_.step, act(round_, "tell", 2).step, act(act(round_, "close", 2), "tell", 2).told
    ('open', 'open', (0,))
    """
    what, _, number = do.partition(" ")
    place = int(number[:4]) if number.isdecimal() else -1
    turn = round_.turn + 1
    if what == "open" and round_.may_open(place, total):
        asked = round_.asked if place in round_.asked else (*round_.asked, place)
        return replace(round_, step="open", place=place, asked=asked, turn=turn)
    if what == "close" and round_.step == "open":
        return replace(round_, step="closed", turn=turn)
    if what == "tell" and round_.step == "closed":
        return replace(round_, step="told", told=(*round_.told, round_.place), turn=turn)
    if what == "end" and round_.step not in ("open", "over"):
        return replace(round_, step="over", turn=turn)
    return round_


class LiveStore:
    """The rounds of a class, where all else of it is kept."""

    def __init__(self, store: ClassStore) -> None:
        self._store = store

    def load(self, exam: str) -> tuple[LiveRound, KeptValue]:
        """The round of an exam, and what is kept of it.

        Raises:
            OSError: It cannot be read.
        """
        kept = self._store.get_one(LIVE, exam)
        return (read_kept(kept, LiveRound) if kept.value else LiveRound()), kept

    def keep(self, exam: str, round_: LiveRound, known: KeptValue) -> None:
        """Keep a round in place of the one that was read.

        Raises:
            ChangedElsewhereError: Another window or process was faster.
            OSError: It cannot be kept.
        """
        self._store.put(LIVE, exam, msgspec.json.encode(round_), known.version)
