"""A browser without a screen, for tests: it keeps cookies, reads pages, and sends their forms as a browser does."""

import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from typing import NamedTuple

import aiohttp

from game.content.pack_art import open_art
from game.core.paths import shipped
from game.pack.world import World
from game.web.serving.own_address import OwnAddress
from game.web.serving.server import WebServer
from game.web.tours.tour_service import serve_tour

VOID = {"br", "img", "input", "link", "meta", "source"}


class Node:
    """An element of a page."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag, self.attributes = tag, attributes
        self.parts: list[Node | str] = []

    @property
    def text(self) -> str:
        """Its words, with one blank between them."""
        texts = (part if isinstance(part, str) else part.text for part in self.parts)
        return " ".join(" ".join(texts).split())

    def find(self, is_wanted: "Callable[[Node], bool]") -> "list[Node]":
        """The elements inside it that are wanted, in their order."""
        found = []
        for part in self.parts:
            if isinstance(part, Node):
                found += ([part] if is_wanted(part) else []) + part.find(is_wanted)
        return found

    def by_id(self, wanted: str) -> "Node":
        (found,) = self.find(lambda node: node.attributes.get("id") == wanted)
        return found

    def by_tag(self, *tags: str) -> "list[Node]":
        return self.find(lambda node: node.tag in tags)

    def by_class(self, kind: str) -> "list[Node]":
        return self.find(lambda node: kind in (node.attributes.get("class") or "").split())


class Reader(HTMLParser):
    """Reads a page strictly: an element that is not closed, or closed twice, is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        assert len(node.attributes) == len(attrs), f"an attribute twice in {tag}"
        self.open[-1].parts.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag, tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].parts.append(Node(tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def read_page(text: str) -> Node:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert [node.tag for node in reader.open] == ["page"]
    return reader.open[0]


class Answer(NamedTuple):
    """What a server answered at last, after all redirects."""

    status: int
    text: str
    headers: Mapping[str, str]
    path: str
    hops: tuple[int, ...]
    """The statuses of the redirects before it."""

    @property
    def page(self) -> Node:
        return read_page(self.text)


class Browser:
    """One browser at one server."""

    def __init__(self, address: OwnAddress, session: aiohttp.ClientSession) -> None:
        self.base = address.url.rstrip("/")
        self.session = session
        self.last: Answer | None = None

    @property
    def page(self) -> Node:
        assert self.last is not None
        return self.last.page

    @property
    def said(self) -> str:
        """What happened, without the answers on buttons and the way to a page with more of it."""
        said = self.page.by_id("said")
        return " ".join(part if isinstance(part, str) else part.text for part in said.parts if not _is_answers(part))

    async def get(self, path: str, **headers: str) -> Answer:
        async with self.session.get(self.base + path, headers=headers) as got:
            self.last = await _keep(got)
        return self.last

    async def post(self, path: str, form: dict[str, str], **headers: str) -> Answer:
        sent = {"Origin": self.base, **headers}
        async with self.session.post(self.base + path, data=form, headers=sent) as got:
            self.last = await _keep(got)
        return self.last

    async def begin(self) -> Answer:
        await self.get("/")
        return await self.post("/begin", self.fields("/begin"))

    def fields(self, action: str = "/tour", kind: str = "say") -> dict[str, str]:
        """The hidden fields of a form of the page."""
        forms = [form for form in self.page.by_tag("form") if form.attributes.get("action") == action]
        if action == "/tour":
            forms = [form for form in forms if form.attributes.get("class") == kind] or forms
        hidden = [each.attributes for each in forms[0].by_tag("input") if each.attributes.get("type") == "hidden"]
        return {str(each["name"]): str(each["value"]) for each in hidden}

    async def say(self, line: str) -> Answer:
        """Type a line and send it."""
        return await self.post("/tour", {**self.fields(), "say": line})

    async def press(self, text: str) -> Answer:
        """Press the button with a text."""
        for form in self.page.by_tag("form"):
            for button in form.by_tag("button"):
                if button.text.startswith(text):
                    hidden = [each.attributes for each in form.by_tag("input")]
                    fields = {str(each["name"]): str(each["value"]) for each in hidden if each.get("type") == "hidden"}
                    named = {str(button.attributes["name"]): str(button.attributes["value"])}
                    return await self.post(str(form.attributes["action"]), {**fields, **named})
        raise AssertionError(f"no button {text} among {[each.text for each in self.page.by_tag('button')]}")


def _is_answers(part: "Node | str") -> bool:
    return isinstance(part, Node) and part.attributes.get("class") in ("answers", "opened")


async def _keep(got: aiohttp.ClientResponse) -> Answer:
    text = (await got.read()).decode("utf-8", "replace")
    return Answer(got.status, text, got.headers, got.url.path, tuple(each.status for each in got.history))


def list_words(text: str) -> list[str]:
    return re.findall(r"[\w’“”¶-]+", text)


class RunningServer(NamedTuple):
    """A server that runs, and what it has reported."""

    address: OwnAddress
    reported: list[Exception]

    @asynccontextmanager
    async def open_browser(self) -> AsyncIterator[Browser]:
        """A browser of its own, with no cookie."""
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
            yield Browser(self.address, session)


def make_patient_clock() -> Callable[[], float]:
    """A clock that goes on by a second whenever it is read: a test that is fast is not taken for a flood."""
    return map(float, count()).__next__


@asynccontextmanager
async def running(
    world: World,
    folder: Path,
    *,
    address: OwnAddress | None = None,
    has_faults: bool = False,
    clock: Callable[[], float] | None = None,
) -> AsyncIterator[RunningServer]:
    """A server at a free port of this machine; an error of ours that it reports is an error of the test."""
    reported: list[Exception] = []
    served = serve_tour(world, open_art(shipped("rooms")), folder)
    server = WebServer(served, address or OwnAddress(0), reported.append, clock or make_patient_clock())
    await server.start()
    try:
        yield RunningServer(server.address, reported)
    finally:
        await server.end()
    assert has_faults or reported == []
