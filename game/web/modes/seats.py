"""The seats of all pupils at one paper, and what news of other servers mean for them."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from game.store.attempts import Attempt
from game.web.classes.pupils import Pupil
from game.web.stores.kept_values import EVERYTHING, LINES, News


class Seat(Protocol):
    """One pupil's work at a paper."""

    is_stale: bool
    """Whether another server is said to have gone on with it."""

    @property
    def attempt(self) -> Attempt | None:
        """The attempt; None before it begins."""


SeatT = TypeVar("SeatT", bound=Seat)


class Seats(Generic[SeatT]):
    """The seats of one room."""

    def __init__(self, make: Callable[[Pupil], SeatT]) -> None:
        """Make it.

        Args:
            make: Makes the seat of a pupil.
        """
        self._make = make
        self._all: dict[str, SeatT] = {}
        self._begun: dict[str, SeatT] = {}
        """By the ids of their attempts."""

    def find(self, pupil: Pupil) -> SeatT:
        """The seat of a pupil, made when it is first asked for."""
        if pupil.key not in self._all:
            self._all[pupil.key] = self._make(pupil)
        return self._all[pupil.key]

    def take(self, seat: SeatT, attempt: Attempt) -> None:
        """Know whose attempt it is, so that news of it find the seat."""
        self._begun[attempt.begun.attempt] = seat

    def hear(self, news: News) -> None:
        """Remember what other servers have done, so that it is read before the next thing is done here."""
        known = self._begun.get(news.key)
        if news.kind == LINES and known is not None:
            known.is_stale |= known.attempt is None or known.attempt.file.count < news.number
        elif news.kind in (LINES, EVERYTHING):
            for seat in self._all.values():
                seat.is_stale |= seat.attempt is None or news.kind == EVERYTHING
