"""Keeps answers that were marked at once (in practice or at a door) as an attempt that begins with the first answer."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Literal
from uuid import uuid4

from game import __version__
from game.pack.kinds import Item, Response
from game.quiz.bank import Bank
from game.store.attempt_events import FORMAT, Begun, ItemRecorded, Responded, Rules
from game.store.attempt_folder import create_attempt
from game.store.attempts import Attempt


class Journal:
    """One attempt of practice, or of the doors of a tour. Without a folder it keeps nothing."""

    def __init__(
        self, folder: Path | None, bank: Bank, mode: Literal["practice", "checkpoint"], candidate: str = ""
    ) -> None:
        self._folder = folder
        self._bank = bank
        self._mode = mode
        self._candidate = candidate
        self._attempt: Attempt | None = None
        self._started = monotonic()

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
        if self._folder is None:
            return
        at = now.isoformat(timespec="seconds")
        if self._attempt is None:
            self._attempt = create_attempt(self._folder, self._begun(tuple(sorted(visited)), at))
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
            code="",
            seed=0,
            rules=Rules(),
            items=(),
            visited=visited,
            program=__version__,
            at=at,
        )
