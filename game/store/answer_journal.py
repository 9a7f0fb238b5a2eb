"""Keeps answers that were marked at once (in practice or at a door) as an attempt that begins with the first answer."""

from collections.abc import Callable, Iterable
from datetime import datetime
from time import monotonic
from typing import Literal
from uuid import uuid4

from game import __version__
from game.pack.kinds import Item, Response
from game.quiz.bank import Bank
from game.store.attempt_events import FORMAT, Begun, ItemRecorded, Responded, Rules
from game.store.attempts import Attempt

CreateAttempt = Callable[[Begun], Attempt]


class Journal:
    """One attempt of practice, or of the doors of a tour. Without a place for it nothing is kept."""

    def __init__(
        self,
        create: CreateAttempt | None,
        bank: Bank,
        mode: Literal["practice", "checkpoint"],
        candidate: str = "",
        *,
        code: str = "",
        attempt: Attempt | None = None,
    ) -> None:
        """Make it; nothing is written before the first answer.

        Args:
            create: Creates an attempt with its first line; None to keep nothing.
            bank: Of the questions.
            mode: Where they are asked.
            candidate: Who answers; empty for the player.
            code: Names what is asked, where several answer the same.
            attempt: One that was begun before, to go on with.
        """
        self._create = create
        self._bank = bank
        self._mode = mode
        self._candidate, self._code = candidate, code
        self._attempt = attempt
        self._started = monotonic() - (attempt.elapsed if attempt is not None else 0.0)

    def has(self, item_id: str) -> bool:
        """Whether an answer to that question stands in it."""
        return self._attempt is not None and item_id in self._attempt.items

    def responded(self, item: Item, response: Response, mark: float, visited: Iterable[str], now: datetime) -> None:
        """Keep an answer.

        Args:
            item: What was asked.
            response: What was answered; empty for a question that was passed.
            mark: 0..1.
            visited: Ids of the rooms that the player has been in.
            now: The moment, with its time zone.

        Raises:
            OSError: It could not be written.
        """
        if self._create is None:
            return
        at = now.isoformat(timespec="seconds")
        if self._attempt is None:
            self._attempt = self._create(self._begun(tuple(sorted(visited)), at))
        elapsed = round(monotonic() - self._started, 3)
        if item.id not in self._attempt.items:
            self._attempt.append(ItemRecorded(elapsed=elapsed, at=at, item=item))
        self._attempt.append(Responded(elapsed=elapsed, at=at, item=item.id, response=response, mark=round(mark, 6)))

    def _begun(self, visited: tuple[str, ...], at: str) -> Begun:
        return Begun(
            format=FORMAT,
            attempt=str(uuid4()),
            mode=self._mode,
            candidate=self._candidate,
            tour=self._bank.world.tour.id,
            bank=self._bank.digest,
            code=self._code,
            seed=0,
            rules=Rules(),
            items=(),
            visited=visited,
            program=__version__,
            at=at,
        )
