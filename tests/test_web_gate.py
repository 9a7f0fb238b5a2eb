"""What a server refuses: other names, forms of other pages, too much, too fast; and that what is typed stays text."""

import io
import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from game.pack.world import World
from game.prose import web_words as words
from game.prose.lines import Line
from game.web.pages.elements import make
from game.web.pages.line_elements import render_lines
from game.web.serving.allowance import MAX_ADDRESSES, Allowance
from game.web.serving.gate import BEGINS_AT_ONCE, HEADERS, LINES_AT_ONCE, MAX_BODY_BYTES, REQUESTS_AT_ONCE, make_token
from game.web.serving.own_address import OwnAddress
from game.web.tours.visitors import FullError, Visitors
from tests.browsing import Browser, running

MARKUP = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;'‮"


@pytest.mark.parametrize(
    ("host", "is_own", "is_own_on_lan"),
    [
        ("127.0.0.1:80", False, False),
        ("127.0.0.1:8021", True, True),
        ("localhost:8021", True, True),
        ("LOCALHOST:8021", True, True),
        ("[::1]:8021", True, True),
        ("localhost", False, False),
        ("192.168.1.20:8021", False, True),
        ("[fe80::1]:8021", False, True),
        (f"{socket.gethostname()}:8021", False, True),
        ("evil.example:8021", False, False),
        ("localhost.evil.example:8021", False, False),
        ("user@localhost:8021", False, False),
        ("localhost:8021/x", False, False),
        ("localhost:eight", False, False),
        ("[localhost:8021", False, False),
        ("", False, False),
    ],
)
def test_a_server_answers_to_its_own_names_alone(host: str, *, is_own: bool, is_own_on_lan: bool) -> None:
    assert OwnAddress(8021).is_own_host(host) == is_own
    assert OwnAddress(8021, is_lan=True).is_own_host(host) == is_own_on_lan


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("tour.example.org", True),
        ("tour.example.org:443", True),
        ("TOUR.example.org", True),
        ("tour.example.org:8021", False),
        ("localhost:8021", False),
        ("example.org", False),
    ],
)
def test_behind_a_proxy_its_name_alone_counts(host: str, *, is_own: bool) -> None:
    assert OwnAddress(8021, public="https://tour.example.org").is_own_host(host) == is_own


@pytest.mark.parametrize(
    ("origin", "is_own"),
    [
        ("http://localhost:8021", True),
        ("https://localhost:8021", False),
        ("http://localhost:8022", False),
        ("http://127.0.0.1:8021", False),
        ("null", False),
        ("", False),
    ],
)
def test_a_form_comes_from_a_page_of_the_same_name(origin: str, *, is_own: bool) -> None:
    assert OwnAddress(8021).is_own_page(origin, "localhost:8021") == is_own


async def test_another_name_is_refused_before_anything_else(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        for host in ("evil.example", f"evil.example:{server.address.port}", f"localhost:{server.address.port + 1}"):
            assert (await browser.get("/", Host=host)).status == 421
        assert (await browser.get("/", Host=f"localhost:{server.address.port}")).status == 200


async def test_a_form_of_another_site_changes_nothing(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        before = await browser.get("/tour")
        form = {**browser.fields(), "say": "in"}
        for origin in ("http://evil.example", "null", "", f"http://localhost:{server.address.port}"):
            answer = await browser.post("/tour", form, Origin=origin)
            assert answer.status == 403, origin
            assert answer.page.by_tag("h1")[0].text == words.ERRORS[403][0]
        assert (await browser.post("/tour", form, Origin="", Referer="http://evil.example/x")).status == 403
        assert (await browser.get("/tour")).text == before.text
        assert (await browser.post("/tour", form, Origin="", Referer=f"{browser.base}/tour")).status == 200
        assert browser.page.by_tag("h1")[0].text == "Boarding carriage"


async def test_a_form_needs_the_token_of_its_browser(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as one, server.open_browser() as other:
        await one.begin()
        await other.begin()
        form = {**one.fields(), "say": "in"}
        for token in ("", "x", "ü", other.fields()["token"], make_token("")):
            assert (await one.post("/tour", {**form, "token": token})).status == 403, token
        assert (await one.post("/tour", form)).status == 200


async def test_a_forged_cookie_finds_no_tour(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        for value in ("x", "../../etc/passwd", "A" * 43, "A" * 5_000):
            cookie = f"{server.address.cookie}={value}"
            assert (await browser.get("/tour", Cookie=cookie)).path == "/"
            answer = await browser.post("/tour", {"token": make_token(value), "say": "in"}, Cookie=cookie)
            assert answer.path == "/", value
    assert not tmp_path.exists() or list(tmp_path.iterdir()) == []


async def test_the_cookie_cannot_be_read_or_guessed(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.get("/")
        async with browser.session.post(
            f"{browser.base}/begin", data={"x": ""}, headers={"Origin": browser.base}, allow_redirects=False
        ) as answer:
            cookie = answer.headers["Set-Cookie"]
        key = re.match(r"carriages-\d+=([A-Za-z0-9_-]{43});", cookie)
        assert key
        for part in ("HttpOnly", "SameSite=Lax", "Path=/"):
            assert part in cookie
        assert "Secure" not in cookie
        names = [path.name for path in tmp_path.iterdir()]
        assert len(names) == 1
        assert key[1] not in names[0]


async def test_behind_a_proxy_with_tls_the_cookie_is_for_tls_alone(tour: World, tmp_path: Path) -> None:
    proxy = OwnAddress(0, public="https://tour.example.org")
    async with running(tour, tmp_path, address=proxy) as server, server.open_browser() as browser:
        url = f"http://127.0.0.1:{server.address.port}/begin"
        headers = {"Host": "tour.example.org", "Origin": "https://tour.example.org"}
        async with browser.session.post(url, headers=headers, data={}, allow_redirects=False) as answer:
            assert answer.status == 303
            assert answer.headers["Set-Cookie"].startswith("__Host-carriages=")
            assert "Secure" in answer.headers["Set-Cookie"]
        async with browser.session.post(url, headers={**headers, "Origin": "http://tour.example.org"}) as answer:
            assert answer.status == 403


async def test_a_body_is_read_up_to_its_limit(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        form = {**browser.fields(), "say": "in"}
        room = MAX_BODY_BYTES - len("&".join(f"{name}={value}" for name, value in form.items())) - len("&x=")
        assert (await browser.post("/tour", {**form, "x": "y" * (room + 1)})).status == 413
        assert (await browser.post("/tour", {**form, "x": "y" * room})).status == 200
        headers = {"Origin": browser.base, "Content-Type": "application/x-www-form-urlencoded"}
        body = io.BytesIO(b"y" * 10_000_000)
        async with browser.session.post(f"{browser.base}/tour", data=body, headers=headers) as answer:
            assert answer.status == 413


async def test_a_body_without_a_length_is_read_up_to_its_limit(tour: World, tmp_path: Path) -> None:
    async def send_much() -> AsyncIterator[bytes]:
        for _ in range(2 * MAX_BODY_BYTES // 1024):
            yield b"y" * 1024

    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        headers = {"Origin": browser.base, "Content-Type": "application/x-www-form-urlencoded"}
        async with browser.session.post(f"{browser.base}/tour", data=send_much(), headers=headers) as answer:
            assert answer.status == 413


async def test_what_is_no_form_is_refused(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        url, origin = f"{browser.base}/tour", {"Origin": browser.base}
        async with browser.session.post(url, json={"say": "in"}, headers=origin) as answer:
            assert answer.status == 415
        form = {**origin, "Content-Type": "application/x-www-form-urlencoded"}
        for body in (b"\xff\xfe", b"&".join(b"a=1" for _ in range(60))):
            async with browser.session.post(url, data=body, headers=form) as answer:
                assert answer.status == 400
        async with browser.session.put(url, data=b"", headers=form) as answer:
            assert answer.status in (403, 405)
        assert (await browser.get("/begin")).status == 405
        assert (await browser.get("/../../etc/passwd")).status == 404
        assert (await browser.get("/picture/../static/x.png")).status == 404


async def test_who_asks_too_fast_waits(tour: World, tmp_path: Path) -> None:
    now = [0.0]
    async with running(tour, tmp_path, clock=lambda: now[0]) as server, server.open_browser() as browser:
        found = [(await browser.get("/ok")).status for _ in range(REQUESTS_AT_ONCE + 1)]
        assert found == [*[200] * REQUESTS_AT_ONCE, 429]
        assert browser.last is not None
        assert browser.last.headers["Retry-After"] == "3"
        now[0] = 1.0
        assert (await browser.get("/ok")).status == 200


async def test_one_browser_sends_so_many_lines_at_once(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path, clock=lambda: 0.0) as server, server.open_browser() as browser:
        await browser.begin()
        form = {**browser.fields(), "stamp": "", "say": "look"}
        found = [(await browser.post("/tour", form)).status for _ in range(LINES_AT_ONCE + 1)]
        assert found == [*[409] * LINES_AT_ONCE, 429]


async def test_one_address_begins_so_many_tours_at_once(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path, clock=lambda: 0.0) as server, server.open_browser() as browser:
        url, headers, found = f"{browser.base}/begin", {"Origin": browser.base}, []
        for _ in range(BEGINS_AT_ONCE + 1):
            browser.session.cookie_jar.clear()
            async with browser.session.post(url, data={"x": ""}, headers=headers, allow_redirects=False) as answer:
                found.append(answer.status)
        assert found == [*[303] * BEGINS_AT_ONCE, 429]


def test_an_allowance_fills_by_itself() -> None:
    now = [0.0]
    allowance = Allowance(2, 0.5, lambda: now[0])
    assert [allowance.take("a") for _ in range(3)] == [True, True, False]
    assert allowance.take("b")
    now[0] = 1.9
    assert not allowance.take("a")
    now[0] = 2.0
    assert [allowance.take("a") for _ in range(2)] == [True, False]
    now[0] = 1_000
    assert [allowance.take("a") for _ in range(3)] == [True, True, False]


def test_an_allowance_forgets_who_has_not_asked_for_longest() -> None:
    allowance = Allowance(1, 0, lambda: 0)
    assert allowance.take("first")
    assert not allowance.take("first")
    for number in range(MAX_ADDRESSES):
        allowance.take(str(number))
    assert allowance.take("first")


async def test_no_more_tours_are_begun_than_may_be(tmp_path: Path) -> None:
    visitors = Visitors(tmp_path, lambda _: None, max_tours=2)  # type: ignore[arg-type, return-value]
    keys = {await visitors.begin() for _ in range(2)}
    assert len(keys) == 2
    with pytest.raises(FullError):
        await visitors.begin()
    await visitors.close()
    # Those of an earlier start count, too.
    again = Visitors(tmp_path, lambda _: None, max_tours=2)  # type: ignore[arg-type, return-value]
    with pytest.raises(FullError):
        await again.begin()
    await again.close()


async def test_what_is_typed_stays_text(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        for line in (MARKUP, f"dispatch headline {MARKUP}", f"save {MARKUP}", f"ask about {MARKUP}"):
            answer = await browser.say(line)
            assert answer.status == 200
            _check_inert(browser)
        stale = await browser.post("/tour", {**browser.fields(), "stamp": "x", "say": MARKUP})
        assert stale.status == 409
        _check_inert(browser)
        assert (await browser.get(f"/compare?one={MARKUP}")).status == 200
        _check_inert(browser)


def _check_inert(browser: Browser) -> None:
    assert browser.last is not None
    (script,) = browser.page.by_tag("script")
    assert script.text == ""
    assert str(script.attributes["src"]).startswith("/static/tour-")
    assert all(str(image.attributes["src"]).startswith("/picture/") for image in browser.page.by_tag("img"))
    assert "‮" not in browser.last.text


async def test_every_answer_carries_the_headers(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        sheet = browser.page.by_tag("link")[0].attributes["href"]
        for path, is_kept in (("/tour", False), ("/nothing", False), ("/ok", False), (str(sheet), True)):
            answer = await browser.get(path)
            assert {name: answer.headers[name] for name in HEADERS} == HEADERS
            assert ("immutable" if is_kept else "no-store") in answer.headers["Cache-Control"]
            assert "Python" not in str(answer.headers)


async def test_a_page_loads_nothing_from_elsewhere(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        named = browser.page.find(lambda node: bool({"href", "src", "srcset", "action"} & set(node.attributes)))
        for node in named:
            for name in ("href", "src", "srcset", "action"):
                if name in node.attributes:
                    assert re.fullmatch(r"/[^/].*|/|#main", str(node.attributes[name])), node.attributes


async def test_an_error_of_ours_is_reported_and_the_page_tells_nothing_of_it(
    tour: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise OSError(28, "No space", str(tmp_path))

    async with running(tour, tmp_path, has_faults=True) as server, server.open_browser() as browser:
        await browser.begin()
        monkeypatch.setattr("game.web.tours.tour_pages.render_tour_page", fail)
        answer = await browser.get("/tour")
        assert answer.status == 500
        assert answer.page.by_tag("h1")[0].text == words.ERRORS[500][0]
        assert "No space" not in answer.text
        assert str(tmp_path) not in answer.text
        assert [type(each) for each in server.reported] == [OSError]
        monkeypatch.undo()
        assert (await browser.get("/tour")).status == 200


def test_elements_escape_what_is_no_element() -> None:
    assert make("p", "<i>", make("b", "<"), None, ["&", ["'"]]) == "<p>&lt;i&gt;<b>&lt;</b>&amp;&#x27;</p>"
    assert "<script" not in make("p", MARKUP)
    assert make("a", "x", href='" onclick="x') == '<a href="&quot; onclick=&quot;x">x</a>'
    assert make("input", name="a", checked=True, value=None, disabled=False) == '<input name="a" checked>'


def test_lines_of_one_kind_are_one_list_and_keep_their_words() -> None:
    lines = [Line("one", "claim"), Line("<two>", "claim"), Line("three", "note", is_tight=True)]
    assert render_lines(lines) == (
        '<ul class="claim"><li>one</li><li>&lt;two&gt;</li></ul><p class="note tight">three</p>'
    )
