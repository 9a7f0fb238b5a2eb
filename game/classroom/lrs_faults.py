"""Why nothing is sent to a learning record store, or why it does not count. The words are in prose."""

from pathlib import Path
from typing import NamedTuple

from game.core.disk import Why


class AddressWrong(NamedTuple):
    """The typed text is not the address of a store."""

    url: str


class AddressWithCredentials(NamedTuple):
    """The address holds a name or a password, which everybody who sees the screen could read."""


class AddressOpen(NamedTuple):
    """The connection would not be encrypted."""


class StoreRefused(NamedTuple):
    """The store did not take a batch."""

    address: str
    statements: int
    status: int
    answer: str
    """The beginning of the store's answer."""


class StoreBusy(NamedTuple):
    """The store asked to wait, for longer than a command can."""

    address: str
    status: int
    waited: float
    """Seconds that we waited in total."""
    answer: str


class StoreRedirects(NamedTuple):
    """The store sends us to another address. Nothing is sent there."""

    address: str
    status: int
    target: str


class NotAStore(NamedTuple):
    """The server that answers does not name the statements it has accepted."""

    address: str
    status: int
    answer: str


class StoreAway(NamedTuple):
    """The store cannot be reached."""

    address: str
    why: str


class SentListUnusable(NamedTuple):
    """The list of what was sent is there and cannot be read, so it must not be written over."""

    path: Path
    why: Why
    detail: str


LrsFault = (
    AddressWrong
    | AddressWithCredentials
    | AddressOpen
    | StoreRefused
    | StoreBusy
    | StoreRedirects
    | NotAStore
    | StoreAway
    | SentListUnusable
)


class LrsError(Exception):
    """A store that cannot be used, or did not take what was sent."""

    def __init__(self, fault: LrsFault) -> None:
        super().__init__(fault)
        self.fault = fault
