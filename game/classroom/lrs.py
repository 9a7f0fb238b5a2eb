"""Sends xAPI statements to a learning record store.

What a store has taken is remembered beside the index, so that the same command sends only what is new. What could not
be sent is sent the next time.
Source: Experience API 1.0.3, Part Three: Data Processing.
"""

import base64
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from game.classroom.xapi import Statement
from game.core.disk import write_atomically

MAX_STATEMENTS_PER_REQUEST = 500

SENT_FILE = "xapi-sent.json"

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
"""This machine: the only hosts that may be spoken to without encryption."""

TIMEOUT_SECONDS = 20.0

MAX_QUOTED_BYTES = 300
"""How much of a store's refusal is quoted; some send whole pages."""


class AddressWrong(NamedTuple):
    """What was typed is no address."""

    url: str


class AddressOpen(NamedTuple):
    """The connection would not be encrypted."""


class StoreRefused(NamedTuple):
    """The store did not take a batch."""

    address: str
    statements: int
    status: int
    reason: str
    answer: str
    """Beginning of what the store says, in its own words."""


class StoreAway(NamedTuple):
    """The store cannot be reached."""

    address: str
    why: str


LrsFault = AddressWrong | AddressOpen | StoreRefused | StoreAway


class LrsError(Exception):
    """A store that cannot be used, or did not take what was sent."""

    def __init__(self, fault: LrsFault) -> None:
        super().__init__(fault)
        self.fault = fault


def check_address(url: str) -> str:
    """Return the address that a store takes statements at.

    Raises:
        LrsError: It is no address, or the connection would not be encrypted.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise LrsError(AddressWrong(url))
    if parts.scheme == "http" and parts.hostname not in LOOPBACK_HOSTS:
        raise LrsError(AddressOpen())
    base = url.rstrip("/")
    return base if base.endswith("/statements") else f"{base}/statements"


def send_statements(
    made: Iterable[Statement],
    url: str,
    credentials: tuple[str, str],
    folder: Path,
    report_progress: Callable[[int, int], None],
) -> int:
    """Send the statements that a store does not have yet, in batches.

    Args:
        made: All statements.
        url: Of the store.
        credentials: Name and password; empty for none.
        folder: Where the list of what was sent is kept.
        report_progress: Called with how many of how many have been sent.

    Returns:
        How many were sent.

    Raises:
        LrsError: The store cannot be reached, or refused. Batches sent before it stay sent.
        OSError: The folder cannot be written.
    """
    address = check_address(url)
    sent = _load_sent(folder)
    done = set(sent.get(address, ()))
    unsent = [statement for statement in made if statement["id"] not in done]
    for first in range(0, len(unsent), MAX_STATEMENTS_PER_REQUEST):
        batch = unsent[first : first + MAX_STATEMENTS_PER_REQUEST]
        _post_batch(address, batch, credentials)
        done.update(statement["id"] for statement in batch)
        # After every batch, not at the end: what follows may fail, and this batch must not be sent again.
        sent[address] = sorted(done)
        write_atomically(folder / SENT_FILE, json.dumps(sent).encode())
        report_progress(min(first + MAX_STATEMENTS_PER_REQUEST, len(unsent)), len(unsent))
    return len(unsent)


def _load_sent(folder: Path) -> dict[str, list[str]]:
    """Address -> ids of the statements it has taken."""
    try:
        held = json.loads((folder / SENT_FILE).read_bytes())
    except (OSError, ValueError):
        # Sending all again is harmless: a store ignores a statement whose id it has.
        return {}
    return held if isinstance(held, dict) else {}


def _post_batch(address: str, batch: Sequence[Statement], credentials: tuple[str, str]) -> None:
    headers = {"Content-Type": "application/json", "X-Experience-API-Version": "1.0.3"}
    if any(credentials):
        headers["Authorization"] = f"Basic {base64.b64encode(':'.join(credentials).encode()).decode()}"
    request = Request(address, json.dumps(batch).encode(), headers, method="POST")
    try:
        with urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
            answer.read()
    except HTTPError as bad:
        said = bad.read()[:MAX_QUOTED_BYTES].decode("utf-8", "replace")
        raise LrsError(StoreRefused(address, len(batch), bad.code, str(bad.reason), said)) from None
    except (URLError, TimeoutError, OSError) as bad:
        why = getattr(bad, "reason", None) or bad
        raise LrsError(StoreAway(address, str(why))) from None
