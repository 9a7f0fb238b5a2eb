"""What an outsider sends who has read the code: bytes that are no request, forged cookies, names that act, floods."""

import asyncio
import gzip
import sys
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from game.core.characters import BIDI_CONTROLS
from game.pack.world import World
from game.prose import web_words
from game.prose.class_words import JOIN_FAULTS
from game.store.exam_files import CandidatesExam
from game.web.classes import class_house
from game.web.serving import doorway
from game.web.serving.gate import HEADERS, MAX_BODY_BYTES, REQUESTS_AT_ONCE
from game.web.serving.own_address import OwnAddress
from tests.browsing import Browser, RunningServer, running
from tests.class_rooms import do, make_exam_of_each_kind, open_room

SECONDS = 20.0
"""After which a test fails that waits for a server to end a connection."""
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def exam(tour: World) -> CandidatesExam:
    return make_exam_of_each_kind(tour).make_candidates_exam()


class Line:
    """A connection on which any bytes are sent."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def ask(self, data: bytes) -> str:
        """All that comes back until the server ends the connection."""
        self._writer.write(data)
        async with asyncio.timeout(SECONDS):
            return (await self._reader.read()).decode()


@asynccontextmanager
async def open_line(server: RunningServer) -> AsyncIterator[Line]:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.address.port)
    try:
        yield Line(reader, writer)
    finally:
        writer.close()


def write_request(what: str, port: int, *headers: bytes, body: bytes = b"", has_origin: bool = True) -> bytes:
    host = f"127.0.0.1:{port}".encode()
    known = [b"Host: " + host, b"Connection: close"]
    known += [b"Origin: http://" + host] if has_origin else []
    known += [f"Content-Length: {len(body)}".encode()] if body else []
    return b"\r\n".join([f"{what} HTTP/1.1".encode(), *known, *filter(None, headers), b"", body])


NO_REQUESTS = {
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    "two lengths": b"POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "length and chunks": (
        b"POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    ),
    "unknown chunks": b"POST /join HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "negative length": b"POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    "signed length": b"POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Length: +1\r\n\r\na",
    "endless length": b"POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1" + b"0" * 30 + b"\r\n\r\na",
    "folded header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n marker\r\n\r\n",
    "blank before colon": b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
    "NUL in a header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0marker\r\n\r\n",
    "bytes in the path": b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a long path": b"GET /" + b"marker" * 4_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a long header": b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + b"marker" * 4_000 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: marker\r\n" * 500 + b"\r\n",
    "no method": b"MARKER / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"a" * 100,
    "HTTP 2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "garbage": b"\x00\xff\x00\r\n\r\n",
}


@pytest.mark.parametrize("name", NO_REQUESTS)
async def test_what_is_no_request_gets_a_page_and_leaves_no_trace(
    name: str, exam: CandidatesExam, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    async with open_room(exam, tmp_path) as room, open_line(room.server) as line:
        told = await line.ask(NO_REQUESTS[name])
    assert told.startswith("HTTP/1.0 400 ")
    assert web_words.ERRORS[400][1] in told
    assert all(f"{name}: {value}\r\n" in told for name, value in HEADERS.items())
    for word in ("marker", "python", "aiohttp", "traceback"):
        assert word not in told.casefold()
    assert capfd.readouterr() == ("", "")


FORGED = [
    ("GET /exam", b"Cookie: COOKIE=\xff\xfe", 303),
    ("GET /exam", "Cookie: COOKIE=ümläut".encode(), 303),
    ("GET /exam", b"Cookie: COOKIE=" + b"x" * 8_000, 303),
    ("GET /exam", b"Cookie: COOKIE=x; COOKIE=y", 303),
    ("GET /exam", b"Cookie: COOKIE=x\r\nCookie: COOKIE=y", 303),
    ("GET /board", b"Cookie: COOKIE-board=\xff\xfe", 403),
    ("GET /board", b"Cookie: COOKIE-board=", 403),
    ("POST /join", b"Origin: http://[", 403),
    ("POST /join", b"Origin: http://\xff\xfe", 403),
    ("POST /join", b"Referer: http://[", 403),
    ("POST /join", b"Expect: much", 417),
    ("GET /ok", b"X-Forwarded-For: \xff\xfe", 200),
    ("GET /exam", b"Upgrade: websocket\r\nConnection: Upgrade", 303),
    ("GET /board?key=", b"", 403),
    ("GET /board?key=%ff%fe", b"", 403),
    ("GET /board?key=%ed%a0%80", b"", 403),
    ("GET /%ff%fe", b"", 404),
    ("GET /static/../class.json", b"", 404),
    ("GET /static/..%2fclass.json", b"", 404),
    ("GET /static/", b"", 404),
    ("GET //evil.example/", b"", 404),
    ("GET /%2e%2e/%2e%2e/etc/passwd", b"", 404),
    *((f"{method} /exam", b"", 405) for method in ("OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "CONNECT")),
]


@pytest.mark.parametrize(("what", "header", "status"), FORGED)
async def test_forged_headers_and_paths_lead_nowhere(
    what: str, header: bytes, status: int, exam: CandidatesExam, tmp_path: Path
) -> None:
    async with open_room(exam, tmp_path) as room, open_line(room.server) as line:
        address = room.server.address
        forged = header.replace(b"COOKIE", address.cookie.encode())
        is_of_origin = header.startswith((b"Origin", b"Referer"))
        told = await line.ask(write_request(what, address.port, forged, has_origin=not is_of_origin))
        assert told.startswith(f"HTTP/1.1 {status} ")
        assert "Server: carriages" in told


@pytest.mark.parametrize("kind", ["gzip", "deflate"])
async def test_a_body_is_not_unpacked(kind: str, exam: CandidatesExam, tmp_path: Path) -> None:
    body = (gzip if kind == "gzip" else zlib).compress(b"code=" + b"A" * 10_000_000)
    assert len(body) < MAX_BODY_BYTES
    async with open_room(exam, tmp_path) as room, open_line(room.server) as line:
        headers = (b"Content-Type: " + FORM.encode(), f"Content-Encoding: {kind}".encode())
        told = await line.ask(write_request("POST /join", room.server.address.port, *headers, body=body))
        assert told.startswith("HTTP/1.1 400 ")


ACTING = ["\0", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ud800", *BIDI_CONTROLS]


@pytest.mark.parametrize("sign", [*ACTING, "😀", "\u200d", "\ufeff", "<b>", "../", "%s", "ü", "\ue000", "e\u0301"])
async def test_whoever_is_let_in_is_found_again_under_any_name(sign: str, exam: CandidatesExam, tmp_path: Path) -> None:
    name = f"Signal{sign}63"
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await browser.get("/")
        answer = await send_bytes(browser, "/join", code=room.house.code, name=name)
        if answer == 422:
            assert sign in ACTING
            assert room.house.pupils == []
            return
        await browser.get("/exam")
        await do(browser, "begin")
        await do(browser, "go 3")
        (key,) = [each.value for each in browser.session.cookie_jar]
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        browser.session.cookie_jar.update_cookies({room.server.address.cookie: key})
        assert (await browser.get("/exam")).page.by_tag("h1")[0].text.startswith("Question 3 of")
        assert room.house.pupils[0].name.isprintable() or sign in ("\u200d", "\ufeff", "\ue000")


async def send_bytes(browser: Browser, path: str, **fields: str) -> int:
    """Send a form whose texts may be what no browser lets one type."""
    body = "&".join(f"{name}={quote_all(value)}" for name, value in fields.items())
    headers = {"Origin": browser.base, "Content-Type": FORM}
    async with browser.session.post(browser.base + path, data=body, headers=headers, allow_redirects=False) as answer:
        return answer.status


def quote_all(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


async def test_behind_a_proxy_nobody_writes_an_address_of_another(tour: World, tmp_path: Path) -> None:
    """A proxy adds to the header, or adds a header of its own: in both cases its own word is the last."""
    proxy = OwnAddress(0, public="https://tour.example.org")
    own = b"X-Forwarded-For: 203.0.113.7"
    async with running(tour, tmp_path, address=proxy, clock=lambda: 0.0) as server:
        statuses = []
        for number in range(REQUESTS_AT_ONCE + 2):
            forged = f"X-Forwarded-For: 198.51.100.{number % 250}".encode()
            headers = (forged, own) if number % 2 else (forged + b", 203.0.113.7",)
            request = b"\r\n".join([b"GET /ok HTTP/1.0", b"Host: tour.example.org", *headers, b"", b""])
            async with open_line(server) as line:
                statuses.append((await line.ask(request)).split()[1])
        assert statuses == [*["200"] * REQUESTS_AT_ONCE, "429", "429"]


async def test_a_header_that_never_ends_is_not_waited_for(
    exam: CandidatesExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorway, "SECONDS_TO_ASK", 0.3)
    async with open_room(exam, tmp_path) as room, open_line(room.server) as slow, open_line(room.server) as silent:
        assert await slow.ask(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n") == ""
        assert await silent.ask(b"") == ""


async def test_whoever_holds_many_connections_keeps_nobody_out(
    exam: CandidatesExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorway, "MAX_CONNECTIONS", 8)
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        port = room.server.address.port
        held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(40)]
        for _, writer in held:
            writer.write(b"GET / HTTP/1.1\r\n")
        await room.join(browser, "Signal-63")
        assert browser.page.by_tag("h1")[0].text.startswith("Question 1 of")
        # Those who came first have gone, and as many are left as may be.
        async with asyncio.timeout(SECONDS):
            ended = [await reader.read() for reader, _ in held[:30]]
        assert ended == [b""] * 30
        for _, writer in held:
            writer.close()


def test_a_process_may_have_as_many_connections_as_the_system_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource", reason="Windows counts no files")
    limits = [256, 300]
    monkeypatch.setattr(resource, "getrlimit", lambda _: tuple(limits))
    monkeypatch.setattr(resource, "setrlimit", lambda _, wanted: limits.__setitem__(0, wanted[0]))
    assert doorway.allow_connections() == 300 - doorway.FILES_BESIDE
    limits[:] = [256, resource.RLIM_INFINITY]
    assert doorway.allow_connections() == doorway.MAX_CONNECTIONS
    limits[:] = [100, 100]
    assert doorway.allow_connections() == 50
    limits[:] = [100_000, 100_000]
    assert doorway.allow_connections() == doorway.MAX_CONNECTIONS
    assert limits == [100_000, 100_000]


async def test_a_flood_from_one_address_holds_up_no_other(tour: World, tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems give a machine one address for itself")
    async with running(tour, tmp_path, clock=lambda: 0.0) as server, server.open_browser() as flood:
        statuses = [(await flood.get("/ok")).status for _ in range(REQUESTS_AT_ONCE + 1)]
        assert statuses[-1] == 429
        connector = aiohttp.TCPConnector(local_addr=("127.0.0.2", 0))
        async with aiohttp.ClientSession(connector=connector) as session:
            assert (await Browser(server.address, session).get("/ok")).status == 200


async def test_a_full_class_says_so_and_keeps_who_is_in(
    exam: CandidatesExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(class_house, "MAX_PUPILS", 2)
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        for name in ("Signal-63", "Signal-64"):
            async with room.server.open_browser() as other:
                await room.join(other, name, begins=False)
        await browser.get("/")
        answer = await browser.post("/join", {"code": room.house.code, "name": "Signal-65"})
        assert answer.status == 422
        assert JOIN_FAULTS["full"] in browser.page.by_id("main").text
        first = room.house.pupils[0]
        await browser.post("/join", {"code": room.house.code, "name": first.name, "number": first.number})
        assert first.name in browser.page.by_id("said").text
        assert len(room.house.pupils) == 2
