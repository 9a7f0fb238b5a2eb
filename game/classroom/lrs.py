"""Sends xAPI statements to a learning record store, and counts only what the store has acknowledged by its id.

The folder of results keeps a list of what the store has accepted, so the same command later sends only what is new.
What the store refuses is listed there with the reason, and sent again only on request. Source: Experience API 1.0.3,
Part Three: Data Processing.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from game.classroom.lrs_answers import Connection, StoreAnswer, find_acknowledged, is_loopback, read_retry_after
from game.classroom.lrs_faults import (
    AddressOpen,
    AddressWithCredentials,
    AddressWrong,
    LrsError,
    NotAStore,
    StoreBusy,
    StoreRedirects,
    StoreRefused,
)
from game.classroom.lrs_ledger import SendingLedger
from game.classroom.xapi import Statement

MAX_STATEMENTS_PER_REQUEST = 500

BUSY_STATUSES = frozenset({429, 500, 502, 503, 504})
"""HTTP statuses after which the same request may succeed a little later."""

REFUSED_STATUSES = frozenset({400, 409, 413, 422})
"""HTTP statuses for a request with a statement that the store does not accept, or for a request that is too large."""

MAX_WAIT_SECONDS = 30.0
"""The longest wait before a request is sent again, whatever the store asks for."""

MAX_TOTAL_WAIT_SECONDS = 120.0
"""The longest wait in one command, in all."""

MAX_REFUSALS_WITHOUT_SUCCESS = 5
"""If a store refuses so many single statements before it accepts one, the store is the problem, not the statements."""


class SendingResult(NamedTuple):
    """What happened to the statements."""

    sent: int
    known: int
    """Acknowledged by an earlier command."""
    refused: tuple[tuple[str, str], ...]
    """Id and reason of each statement that the store has refused now."""
    waiting: int
    """Refused before, and not sent now."""


def check_address(url: str) -> str:
    """Return the address that a store takes statements at.

    Raises:
        LrsError: It is no address, holds a password, or the connection would not be encrypted.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:  # brackets without a valid address, or a port that is not a number
        raise LrsError(AddressWrong(url)) from None
    is_plain = url.isascii() and url.isprintable() and " " not in url and not parts.query and not parts.fragment
    if parts.scheme not in ("http", "https") or not host or not is_plain:
        raise LrsError(AddressWrong(url))
    if "@" in parts.netloc:
        raise LrsError(AddressWithCredentials())
    if parts.scheme == "http" and not is_loopback(host):
        raise LrsError(AddressOpen())
    base = url.rstrip("/")
    return base if base.endswith("/statements") else f"{base}/statements"


def send_statements(
    made: Iterable[Statement],
    url: str,
    credentials: tuple[str, str],
    folder: Path,
    report_progress: Callable[[int, int], None],
    *,
    is_retry: bool = False,
) -> SendingResult:
    """Send the statements that a store has not acknowledged yet, in batches.

    Args:
        made: All statements.
        url: Of the store.
        credentials: Name and password; empty for none.
        folder: Where the lists of what was sent and what was refused are kept.
        report_progress: Called with how many of how many are done.
        is_retry: Send those that the store has refused before, and no others.

    Raises:
        LrsError: The store cannot be reached, is no store, or refuses everything. Earlier acknowledgements remain.
        OSError: The folder cannot be written.
    """
    address = check_address(url)
    ledger = SendingLedger(folder, address)
    every = list(made)
    before = ledger.undelivered
    unsent = [each for each in every if each["id"] not in ledger.sent and (each["id"] in before) == is_retry]
    known = sum(each["id"] in ledger.sent for each in every)
    run = _Sending(Connection(address, credentials), ledger)
    for first in range(0, len(unsent), MAX_STATEMENTS_PER_REQUEST):
        run.send(unsent[first : first + MAX_STATEMENTS_PER_REQUEST])
        report_progress(min(first + MAX_STATEMENTS_PER_REQUEST, len(unsent)), len(unsent))
    run.keep_refusals()
    return SendingResult(run.taken, known, tuple(run.refused), 0 if is_retry else len(before))


class _Sending:
    """One command's requests to a store."""

    def __init__(self, connection: Connection, ledger: SendingLedger) -> None:
        self._connection = connection
        self._ledger = ledger
        self._waited = 0.0
        self.taken = 0
        self.refused: list[tuple[str, str]] = []

    def send(self, batch: Sequence[Statement]) -> None:
        """Send a batch; where a statement in it is refused, halve the batch until that one stands alone."""
        answer = self._post(batch)
        if answer.status not in REFUSED_STATUSES:
            self._count(answer, batch)
        elif len(batch) > 1:
            middle = len(batch) // 2
            self.send(batch[:middle])
            self.send(batch[middle:])
        else:
            why = f"{answer.status}: {answer.quoted}".strip(": ")
            self.refused += [(each["id"], why) for each in batch]
            if not self.taken and len(self.refused) >= MAX_REFUSALS_WITHOUT_SUCCESS:
                raise LrsError(StoreRefused(self._connection.address, len(self.refused), answer.status, answer.quoted))

    def keep_refusals(self) -> None:
        """Put refused statements on the list.

        Only at the end: if the store refuses everything, the store is the problem.
        """
        for statement_id, why in self.refused:
            self._ledger.refuse(statement_id, why)

    def _post(self, batch: Sequence[Statement]) -> StoreAnswer:
        """The answer to a batch, once the store is not busy any more."""
        delay = 1.0
        while True:
            answer = self._connection.post(list(batch))
            if answer.status not in BUSY_STATUSES:
                return answer
            asked = read_retry_after(answer.retry_after)
            wait = min(MAX_WAIT_SECONDS, delay if asked is None else asked)
            # If a store asks to wait an hour, it is not tried again after half a minute; the user repeats the command
            # later.
            is_long = asked is not None and asked > MAX_WAIT_SECONDS
            if is_long or self._waited + wait > MAX_TOTAL_WAIT_SECONDS or delay > 2 * MAX_WAIT_SECONDS:
                raise LrsError(StoreBusy(self._connection.address, answer.status, self._waited, answer.quoted))
            time.sleep(wait)
            self._waited += wait
            delay *= 2

    def _count(self, answer: StoreAnswer, batch: Sequence[Statement]) -> None:
        """Count what an answer acknowledges."""
        address, ids = self._connection.address, {each["id"] for each in batch}
        if answer.status // 100 == 3:
            raise LrsError(StoreRedirects(address, answer.status, answer.target))
        if answer.status not in (200, 204):
            raise LrsError(StoreRefused(address, len(batch), answer.status, answer.quoted))
        named = find_acknowledged(answer, ids) if answer.status == 200 else set()
        if named is None:
            raise LrsError(NotAStore(address, answer.status, answer.quoted))
        # Some stores name only statements that are new to them, and answer 204 if none is. Then we ask for the others.
        held = named | self._connection.find_held(each["id"] for each in batch if each["id"] not in named)
        if held:
            self._ledger.acknowledge(held)
            self.taken += len(held)
        if held != ids:
            raise LrsError(NotAStore(address, answer.status, answer.quoted))
