"""One request to a learning record store, and what its answer proves.

No answer is trusted: a captive portal, a sign-in page or another service answers 200 or 204 to anything. Only ids that
the store itself names are acknowledged.
"""

import base64
import json
import time
from collections.abc import Iterable
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage
from ipaddress import ip_address
from typing import IO, Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from game.classroom.lrs_faults import LrsError, StoreAway
from game.core.clock import now
from game.core.disk import Unusable, decode

TIMEOUT_SECONDS = 20.0
"""The limit for every step of a request: connecting, and each piece of the answer."""

MAX_ANSWER_SECONDS = 60.0
"""The limit for a whole answer: otherwise a store that sends single bytes could block a command for hours."""

MAX_ANSWER_BYTES = 4 * 1024 * 1024
"""Largest answer, in bytes. 500 ids take 20 kB, so a longer answer is not a list of ids."""

MAX_QUOTED_CHARACTERS = 300
"""How much of an answer is quoted; some send whole pages."""


class StoreAnswer(NamedTuple):
    """What came back."""

    status: int
    body: bytes
    retry_after: str
    """The Retry-After header as it was sent; empty if there is none."""
    target: str
    """Where a redirect leads to; empty for none."""

    @property
    def quoted(self) -> str:
        """Its beginning, in one line."""
        text = self.body[: 4 * MAX_QUOTED_CHARACTERS].decode("utf-8", "replace")
        return " ".join(text.split())[:MAX_QUOTED_CHARACTERS]


class _NoRedirect(HTTPRedirectHandler):
    """Follows no redirect. The standard handler would send the credentials to any host, even without encryption."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """No request: the redirect comes back as the answer."""


class Connection:
    """The address of a store, with the credentials for it."""

    def __init__(self, address: str, credentials: tuple[str, str]) -> None:
        self.address = address
        self._headers = {"Content-Type": "application/json", "X-Experience-API-Version": "1.0.3"}
        if any(credentials):
            # surrogateescape: what the environment holds need not be UTF-8, and is sent as it is.
            login = ":".join(credentials).encode("utf-8", "surrogateescape")
            self._headers["Authorization"] = f"Basic {base64.b64encode(login).decode()}"
        self._opener = _make_opener(address)

    def post(self, statements: list[dict[str, Any]]) -> StoreAnswer:
        """The answer to some statements.

        Raises:
            LrsError: There is none.
        """
        return self._ask(Request(self.address, json.dumps(statements).encode(), self._headers, method="POST"))

    def find_held(self, ids: Iterable[str]) -> set[str]:
        """The given ids that the store says it holds. Asks for one after the other, up to the first unknown id.

        Raises:
            LrsError: The store does not answer.
        """
        held: set[str] = set()
        for each in ids:
            answer = self._ask(Request(f"{self.address}?statementId={quote(each)}", headers=self._headers))
            if answer.status != 200 or not _names(answer.body, each):
                break  # the other ids are not confirmed, so they do not count
            held.add(each)
        return held

    def _ask(self, request: Request) -> StoreAnswer:
        try:
            try:
                with self._opener.open(request, timeout=TIMEOUT_SECONDS) as got:
                    return _read_answer(got.status, got.headers, got)
            except HTTPError as bad:
                with bad:
                    return _read_answer(bad.code, bad.headers, bad)
        # ValueError: an impossible host name, or an invalid header in the answer.
        except (URLError, OSError, HTTPException, ValueError) as bad:
            why = getattr(bad, "reason", None) or bad
            raise LrsError(StoreAway(self.address, str(why) or type(bad).__name__)) from None


def _names(body: bytes, statement_id: str) -> bool:
    """Whether an answer is the statement with that id: alone (as in the standard) or in a list (as Ralph sends it)."""
    found = decode(body, dict[str, Any])
    if isinstance(found, Unusable):
        return False
    listed = found.get("statements", [found])
    return isinstance(listed, list) and any(isinstance(one, dict) and one.get("id") == statement_id for one in listed)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _make_opener(address: str) -> OpenerDirector:
    # A proxy cannot reach this machine by this name, and would get the credentials unencrypted.
    is_here = is_loopback(urlsplit(address).hostname or "")
    return build_opener(_NoRedirect(), ProxyHandler({} if is_here else None))


def _read_answer(status: int, headers: "Message[str, str]", got: Any) -> StoreAnswer:
    data, end = b"", time.monotonic() + MAX_ANSWER_SECONDS
    while len(data) <= MAX_ANSWER_BYTES and (piece := got.read1(MAX_ANSWER_BYTES + 1 - len(data))):
        data += piece
        if time.monotonic() > end:
            raise TimeoutError("answer too slow")
    return StoreAnswer(status, data, headers.get("Retry-After") or "", headers.get("Location") or "")


def find_acknowledged(answer: StoreAnswer, ids: set[str]) -> set[str] | None:
    """The ids that an answer of 200 names; None unless it is a list of ids that were sent."""
    named = decode(answer.body, list[str])
    if isinstance(named, Unusable) or not named or not ids.issuperset(named):
        return None
    return set(named)


def read_retry_after(text: str) -> float | None:
    """The seconds that a store asks to wait, given as a number or a date; None if it is neither."""
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - now()).total_seconds())
    except (ValueError, TypeError, IndexError):  # TypeError: a date without a zone
        return None
