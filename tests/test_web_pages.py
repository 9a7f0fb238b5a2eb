"""Every page of the servers, in each of its states: its structure, its labels, its size, and where it leads."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from aiohttp import web

from game.content.pack_art import open_art
from game.core.paths import shipped
from game.pack.world import World
from game.web.classes.class_pack import ClassPack
from game.web.serving.gate import HEADERS, Gate
from game.web.serving.own_address import OwnAddress
from game.web.serving.server import Served
from game.web.stores.class_store import FolderStore
from game.web.teaching.class_service import open_class
from game.web.tours.tour_service import serve_tour
from tests.browsing import Browser, Node, running
from tests.class_rooms import make_exam_of_each_kind, open_room, open_shipped
from tests.web_walks import NO_PAGES, PAGES_OF_A_CLASS, PAGES_OF_A_TOUR, walk_class, walk_tour

MAX_PAGE_BYTES = 60_000
LINKS = ("href", "src", "srcset", "action", "formaction", "data-news", "poster", "data", "ping")


class Looker:
    """Looks at pages, and remembers what is wrong with which."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.paths: Counter[str] = Counter()

    async def look(self, name: str, browser: Browser) -> None:
        assert browser.last is not None
        self.paths[browser.last.path] += 1
        self.faults += [f"{name}: {fault}" for fault in find_faults(browser)]


def find_faults(browser: Browser) -> Iterator[str]:
    """What is wrong with a page."""
    answer = browser.last
    assert answer is not None
    if answer.status >= 500:
        yield f"status {answer.status}"
    if len(answer.text.encode()) > MAX_PAGE_BYTES:
        yield f"{len(answer.text.encode())} bytes"
    if {name: answer.headers.get(name) for name in HEADERS} != HEADERS or answer.headers["Cache-Control"] != "no-store":
        yield "headers"
    if not answer.text.startswith('<!doctype html>\n<html lang="en"'):
        yield "no language"
    yield from _find_structure_faults(answer.page)
    yield from _find_field_faults(answer.page)
    yield from _find_form_faults(answer.page)
    for node in answer.page.find(lambda _: True):
        yield from _find_element_faults(node)


def _find_structure_faults(page: Node) -> Iterator[str]:
    for tag in ("h1", "main", "title"):
        if len(page.by_tag(tag)) != 1 or not page.by_tag(tag)[0].text:
            yield f"{len(page.by_tag(tag))} of {tag}"
    ids = Counter(str(node.attributes["id"]) for node in page.find(lambda node: "id" in node.attributes))
    yield from (f"{count} times the id {name}" for name, count in ids.items() if count > 1)
    levels = [1, *(int(node.tag[1]) for node in page.by_id("main").by_tag("h2", "h3", "h4"))]
    yield from (f"h{one} before h{two}" for one, two in pairwise(levels) if two > one + 1)
    for node in page.find(lambda node: "aria-describedby" in node.attributes):
        yield from (f"no {name}" for name in str(node.attributes["aria-describedby"]).split() if name not in ids)


def _find_field_faults(page: Node) -> Iterator[str]:
    labels = {node.attributes.get("for") for node in page.by_tag("label")}
    for field in page.by_tag("input", "select", "textarea"):
        has_label = field.attributes.get("id") in labels or field.attributes.get("aria-label")
        if field.attributes.get("type") not in ("hidden", "submit") and not has_label:
            yield f"no label for {field.attributes}"
    for button in page.by_tag("button", "a"):
        if not (button.text or button.attributes.get("aria-label")):
            yield f"no name for {button.attributes}"
    for image in page.by_tag("img"):
        if image.attributes.get("alt") is None:
            yield f"no words for {image.attributes}"


def _find_form_faults(page: Node) -> Iterator[str]:
    for form in page.by_tag("form"):
        # Who has not joined has no token, and sends the first form by its address alone.
        is_first = form.attributes.get("action") in ("/join", "/begin", "/settings")
        fields = [field.attributes.get("name") for field in form.by_tag("input")]
        if form.attributes.get("method") == "post" and "token" not in fields and not is_first:
            yield f"no token to {form.attributes.get('action')}"


def _find_element_faults(node: Node) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name == "style" or name.startswith("on"):
            yield f"{name} in {node.tag}"
        if name in LINKS and not re.match(r"/(?!/)|#", str(value)):
            yield f"{name} to {value}"
    is_own_script = str(node.attributes.get("src", "")).startswith("/static/")
    if node.tag in ("style", "iframe", "object", "embed", "base") or (
        node.tag == "script" and (node.parts or not is_own_script)
    ):
        yield f"{node.tag} in a page"


def list_get_routes(served: Served) -> set[str]:
    application: web.Application = served.make_application(Gate(OwnAddress(0), "", print, lambda: 0.0))
    routes = (route for route in application.router.routes() if route.method == "GET")
    return {route.resource.canonical for route in routes if route.resource is not None}


def find_unvisited(wanted: frozenset[str], paths: Counter[str]) -> set[str]:
    patterns = {route: re.compile(re.sub(r"\\{\w+\\}", r"\\w+", re.escape(route))) for route in wanted}
    return {route for route, pattern in patterns.items() if not any(map(pattern.fullmatch, paths))}


async def test_the_pages_of_a_tour(tour: World, tmp_path: Path) -> None:
    looker = Looker()
    async with running(tour, tmp_path / "tours") as server:
        await walk_tour(server, looker.look)
    assert looker.faults == []
    assert find_unvisited(PAGES_OF_A_TOUR, looker.paths) == set()
    served = serve_tour(tour, open_art(shipped("rooms")), tmp_path / "more")
    assert list_get_routes(served) - NO_PAGES == PAGES_OF_A_TOUR


async def test_the_pages_of_a_class(tour: World, tmp_path: Path) -> None:
    looker, exam = Looker(), make_exam_of_each_kind(tour)
    async with open_room(None, tmp_path / "class") as room:
        await walk_class(room, exam, tour, looker.look)
    assert looker.faults == []
    assert find_unvisited(PAGES_OF_A_CLASS, looker.paths) == set()
    _, served = open_class(FolderStore(tmp_path / "more"), ClassPack(open_shipped), tmp_path / "results")
    # A new page has to be in a walk, or among what is no page.
    assert list_get_routes(served) - NO_PAGES == PAGES_OF_A_CLASS
