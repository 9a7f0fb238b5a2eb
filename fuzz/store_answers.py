"""Section: a learning record store on this machine that answers nonsense to what is sent to it."""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import ClassVar

from fuzz.corpus import PACK
from fuzz.outcome import CaseFailedError
from fuzz.sandbox import Sandbox

PASSWORD = "a-password-of-the-fuzzer"

STATUSES = (
    200,
    200,
    200,
    204,
    201,
    206,
    301,
    302,
    307,
    308,
    400,
    401,
    403,
    404,
    409,
    413,
    429,
    500,
    502,
    503,
    504,
    599,
    100,
)

BODIES: tuple[bytes, ...] = (
    b"", b"[]", b"{}", b"null", b"<html><title>Sign in</title>", b"[" * 100_000, b'["x"]', b"[1, 2]", b'{"statements": []}',
    b"\xff\xfe", b"\0" * 1_000, b"ok", b'["00000000-0000-0000-0000-000000000000"]', b"x" * 2_000_000, b"\x1b[31mred",
)  # fmt: skip


class _Store(BaseHTTPRequestHandler):
    """One request to the store; what it answers stands in its server."""

    protocol_version = "HTTP/1.1"
    how: ClassVar[Random | None] = None
    """None for a good store."""
    taken: ClassVar[set[str]] = set()
    """Ids acknowledged as the specification has it."""
    other: ClassVar[str] = ""
    """Where a redirect leads: another host, as its name goes."""
    leaked: ClassVar[bool] = False

    def do_POST(self) -> None:
        """Take statements, or do as if."""
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            ids = [str(each["id"]) for each in json.loads(sent)]
        except (ValueError, KeyError, TypeError):
            ids = []
        if type(self).how is None:
            type(self).taken |= set(ids)
            self._answer(200, json.dumps(ids).encode())
            return
        self._answer_nonsense(type(self).how or Random(0), ids)

    do_PUT = do_GET = do_HEAD = do_POST  # noqa: N815 - the same

    def _answer_nonsense(self, chance: Random, ids: list[str]) -> None:
        kind = chance.randrange(10)
        if kind == 0:
            self.connection.close()
        elif kind == 1:
            self.wfile.write(
                chance.choice((b"HTTP/1.1 abc\r\n\r\n", b"\0\0\0", b"HTTP/9.9 200 OK\r\n\r\n", b"nonsense\r\n" * 40))
            )
            self.close_connection = True
        elif kind == 2:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n[")
            self.close_connection = True
        elif kind == 3:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
            self.close_connection = True
        elif kind == 4:
            some = chance.sample(ids, len(ids) // 2)
            type(self).taken |= set(some)
            self._answer(200, json.dumps(some).encode())
        elif kind == 5:
            self._answer(200, json.dumps([[each] for each in ids]).encode())
        else:
            self._answer(chance.choice(STATUSES), chance.choice(BODIES))

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", type(self).other)
        if status in (429, 503):
            self.send_header("Retry-After", "0")
        self.send_header("Content-Length", str(0 if status in (100, 204) else len(body)))
        self.end_headers()
        if status not in (100, 204):
            self.wfile.write(body)
        self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


class _Elsewhere(_Store):
    """The host that a redirect leads to: it must never see the password."""

    def do_POST(self) -> None:
        """Look whether credentials came along."""
        if self.headers.get("Authorization"):
            _Store.leaked = True
        self._answer(200, b"[]")

    do_PUT = do_GET = do_HEAD = do_POST  # noqa: N815 - the same


@contextmanager
def _serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *arguments: None  # type: ignore[method-assign] # a client that hangs up is meant
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def run_case(sandbox: Sandbox, template: Path, chance: Random) -> None:
    """Send to a store that answers nonsense, then to a good one: in the end it has taken everything.

    Raises:
        CaseFailedError: A command does not end as documented, a statement is lost, or the password went elsewhere.
    """
    with sandbox.fresh(template), _serving(_Store) as port, _serving(_Elsewhere) as other:
        os.environ |= {"CARRIAGES_LRS_USER": "teacher", "CARRIAGES_LRS_PASSWORD": PASSWORD}
        _Store.taken, _Store.leaked, _Store.other = set(), False, f"http://localhost:{other}/statements"
        sandbox.run([*PACK, "results", "--folder", "class", "xapi", "-o", "all.json"])
        every = {each["id"] for each in json.loads((sandbox.work / "all.json").read_bytes())}
        command = [*PACK, "results", "--folder", "class", "xapi", "--lrs", f"http://127.0.0.1:{port}/xAPI"]
        try:
            _Store.how = chance
            said = sandbox.run(command).said
            _Store.how = None
            said += sandbox.run(command).said
        finally:
            del os.environ["CARRIAGES_LRS_USER"], os.environ["CARRIAGES_LRS_PASSWORD"]
        if _Store.leaked:
            raise CaseFailedError("the password followed a redirect to another host")
        if PASSWORD in said:
            raise CaseFailedError("the password was printed", said[-600:])
        if every - _Store.taken:
            raise CaseFailedError(
                f"{len(every - _Store.taken)} of {len(every)} statements counted as sent", said[-600:]
            )
