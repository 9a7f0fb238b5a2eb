"""Every page of the servers in a real browser, in each state: faults that axe finds, width, console, requests."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from game.pack.world import World
from game.web.classes.news_hub import SHOWN
from tests.axe import AXE, FIND_FAULTS
from tests.browsing import Answer, Browser, Node, running
from tests.chromium import PROGRAM, Tab, open_tab
from tests.class_rooms import make_exam_of_each_kind, open_room
from tests.test_web_chromium import HEADING
from tests.web_walks import walk_class, walk_tour

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine")

WIDTHS = (320, 360, 768, 1280)
AXE_LOOKS = ((360, False), (1280, True))
"""Width of the window, and whether it is day."""
HAS_STYLE = "getComputedStyle(document.body).margin === '0px'"
SHOW_ALL = "for (const each of document.querySelectorAll('details')) each.open = true; 0"


class Watcher:
    """Shows pages in a browser, and remembers what is wrong with which."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._seen: set[tuple[tuple[str, ...], ...]] = set()
        self.faults: list[str] = []

    async def look(self, name: str, browser: Browser) -> None:
        answer = browser.last
        assert answer is not None
        if (form := describe_form(answer.page)) in self._seen:
            return
        self._seen.add(form)
        await self._change_browser(browser)
        # A refusal is an error on the console of whoever asks for it, so it is put into another page.
        await self._tab.go(browser.base + (answer.path if answer.status < 400 else "/settings"))
        if await self._tab.run(HEADING) != answer.page.by_tag("h1")[0].text:
            await self._put_in(answer)
        await self._tab.run(SHOW_ALL)
        for width in WIDTHS:
            await self._tab.look(width, 800)
            # A page that news lead on is none for a moment.
            await self._tab.wait_for(f"document.readyState === 'complete' && {HAS_STYLE}")
            if (found := await self._tab.run("document.documentElement?.scrollWidth ?? 0")) > width:
                self.faults.append(f"{name}: {found} wide at {width}")
        if AXE.is_file():
            await self._find_faults(name)
        for url in self._tab.asked:
            if not url.startswith((browser.base, "about:", "data:")):
                self.faults.append(f"{name}: asks {url}")
        self.faults += [f"{name}: {complaint}" for complaint in self._tab.complaints]

    async def _change_browser(self, browser: Browser) -> None:
        """Take over the cookies of a browser."""
        # A page that looks for news must not do it with the cookies of another.
        await self._tab.go("about:blank")
        self._tab.asked.clear()
        self._tab.complaints.clear()
        jar = {cookie.key: cookie.value for cookie in browser.session.cookie_jar}
        await self._tab.call("Network.clearBrowserCookies")
        for key, value in jar.items():
            await self._tab.call("Network.setCookie", name=key, value=value, url=browser.base)

    async def _put_in(self, answer: Answer) -> None:
        """Show what a form was answered with, which cannot be asked for."""
        frame = (await self._tab.call("Page.getFrameTree"))["frameTree"]["frame"]["id"]
        # It is of a moment that is over. If its stream said which state it shows, it would be led to the page of now.
        html = answer.text.replace(f"?{SHOWN}=", "?was=")
        await self._tab.call("Page.setDocumentContent", frameId=frame, html=html)
        await self._tab.wait_for(f"document.readyState === 'complete' && {HAS_STYLE}")

    async def _find_faults(self, name: str) -> None:
        await self._tab.run(AXE.read_text(encoding="utf-8") + ";0")
        # By turns: a fault of a phone by night is one of many pages.
        width, is_day = AXE_LOOKS[len(self._seen) % len(AXE_LOOKS)]
        await self._tab.look(width, 800, is_day=is_day)
        found = json.loads(await self._tab.run(FIND_FAULTS))
        self.faults += [f"{name}: {fault} at {width}" for fault in found]


def describe_form(page: Node) -> tuple[tuple[str, ...], ...]:
    """What a page is made of, without its words: of two pages that differ in words alone one is looked at."""
    wanted = ("class", "role", "type", "aria-describedby", "aria-current", "for")
    return tuple((node.tag, *(str(node.attributes.get(name)) for name in wanted)) for node in page.find(lambda _: True))


@pytest_asyncio.fixture
async def watcher(tmp_path: Path) -> AsyncIterator[Watcher]:
    async with open_tab(tmp_path / "profile") as tab:
        yield Watcher(tab)


async def test_the_pages_of_a_tour_look_right(watcher: Watcher, tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path / "tours") as server:
        await walk_tour(server, watcher.look)
    assert "\n".join(watcher.faults) == ""


async def test_the_pages_of_a_class_look_right(watcher: Watcher, tour: World, tmp_path: Path) -> None:
    async with open_room(None, tmp_path / "class") as room:
        await walk_class(room, make_exam_of_each_kind(tour), tour, watcher.look)
    assert "\n".join(watcher.faults) == ""
