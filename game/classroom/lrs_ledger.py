"""What a store has accepted, and what it has refused: two lists in the folder of results."""

import os
from itertools import count
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from game.classroom.lrs_faults import LrsError, SentListUnusable
from game.core.disk import Unusable, read_value, write_atomically

T = TypeVar("T")

SENT_FILE = "xapi-sent.json"
UNDELIVERED_FILE = "xapi-undelivered.json"

MAX_LIST_BYTES = 256 * 1024 * 1024
"""Largest list, in bytes: more than five million ids."""


class Undelivered(Struct, frozen=True):
    """A statement that a store refused."""

    address: str
    id: str
    why: str
    """Status and words of the store."""


class SendingLedger:
    """The two lists, for one address.

    They are written after each batch, so that a killed process loses one batch at most.
    """

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address
        self._sent = _read_list(folder / SENT_FILE, dict[str, list[str]]) or {}
        self._refused = _read_list(folder / UNDELIVERED_FILE, list[Undelivered]) or []
        self.sent = set(self._sent.get(address, ()))
        """Ids that the store has acknowledged."""

    @property
    def undelivered(self) -> dict[str, Undelivered]:
        """Id -> the statement that this store refused, and why."""
        # An accepted statement may still be in this list, if the second of the two lists could not be written.
        mine = (each for each in self._refused if each.address == self._address)
        return {each.id: each for each in mine if each.id not in self.sent}

    def acknowledge(self, ids: set[str]) -> None:
        """Record that the store has accepted some statements.

        Raises:
            OSError: It could not be written.
        """
        self.sent |= ids
        self._sent[self._address] = sorted(self.sent)
        write_atomically(self._folder / SENT_FILE, msgspec.json.encode(self._sent))
        self._write_refused([each for each in self._refused if each.address != self._address or each.id not in ids])

    def refuse(self, statement_id: str, why: str) -> None:
        """Record that the store has refused a statement.

        Raises:
            OSError: It could not be written.
        """
        rest = [each for each in self._refused if (each.address, each.id) != (self._address, statement_id)]
        self._write_refused([*rest, Undelivered(self._address, statement_id, why)])

    def _write_refused(self, refused: list[Undelivered]) -> None:
        if refused != self._refused:
            self._refused = refused
            data = msgspec.json.format(msgspec.json.encode(refused), indent=1) + b"\n"
            write_atomically(self._folder / UNDELIVERED_FILE, data)


def _read_list(path: Path, kind: type[T]) -> T | None:
    """What a list holds; None where there is none.

    Raises:
        LrsError: It is there and cannot be read.
    """
    found = read_value(path, kind, MAX_LIST_BYTES)
    if not isinstance(found, Unusable):
        return found
    if not found.is_there:
        return None
    if found.why != "damaged":
        raise LrsError(SentListUnusable(path, found.why, found.detail))
    # Everything can be sent again, because a store keeps each id once. The damaged list stays beside the new one.
    names = (f".damaged{f'-{number}' if number > 1 else ''}.json" for number in count(1))
    try:
        path.rename(next(aside for name in names if not os.path.lexists(aside := path.with_suffix(name))))
    except OSError as bad:
        raise LrsError(SentListUnusable(path, found.why, bad.strerror or "")) from None
    return None
