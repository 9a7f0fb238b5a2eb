"""Those who sit an exam for tests, over HTTP or in real browsers, through a killed server and a killed browser.

Each knows which questions it answers rightly, so all marks are known before.
"""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import aiohttp

from game.pack.kinds import Item
from game.pack.kinds.order import Order
from game.pack.world import World
from game.prose import class_words as words
from game.store.exam_files import TeachersExam
from tests.answer_fields import list_right_fields, put_in_order
from tests.browsing import Browser, Node, read_page
from tests.chromium import Tab, open_tab
from tests.class_process import ClassProcess

ANSWERS_BEFORE_A_BROWSER_IS_KILLED = 4


class AwayError(Exception):
    """The server did not answer."""


class Desk:
    """What all who sit have in common."""

    def __init__(self, process: ClassProcess, world: World, exam: TeachersExam, early: int) -> None:
        self.process, self.world, self.items = process, world, exam.items
        self.is_open, self.is_busy = asyncio.Event(), asyncio.Event()
        self.is_open.set()
        # One more: the teacher, who acts while all of them are in the middle.
        self.middle, self.second_half = asyncio.Barrier(early + 1), asyncio.Barrier(early + 1)
        self._left = early // 2
        """How many answers are still to come, after the middle, before the server is killed."""

    async def wait_for_all(self, number: int) -> None:
        """In the middle of the exam, wait until all who came in time are there, fast bots and slow browsers."""
        if number == len(self.items) // 2 and not self.is_busy.is_set():
            await self.middle.wait()
            await self.second_half.wait()

    def note_answer(self, number: int) -> None:
        """One more answer was confirmed."""
        if number >= len(self.items) // 2:
            self._left -= 1
        if self._left <= 0:
            self.is_busy.set()


class Sitter(ABC):
    """One who sits the exam."""

    def __init__(self, desk: Desk, place: int) -> None:
        self.desk, self.place = desk, place
        self.name, self.number = f"Signal-{place:02}", ""
        self.extra_minutes = 0
        """What the teacher has given."""
        self.confirmed: set[int] = set()
        """Numbers of the questions whose answer the server has confirmed."""

    def knows(self, question: int) -> bool:
        """Whether this one answers a question rightly."""
        return (3 * self.place + 5 * question) % 4 != 0

    @property
    @abstractmethod
    def page(self) -> Node:
        """What is shown."""

    @abstractmethod
    async def enter(self) -> None:
        """Join, or go on with the number."""

    @abstractmethod
    async def look(self) -> None:
        """Ask for the page of the exam anew."""

    @abstractmethod
    async def do(self, act: str, **fields: str) -> None:
        """Fill in fields and press a button."""

    async def sit(self) -> None:
        """Sit the whole exam."""
        await self.persist(self.enter)
        await self.persist(self.begin)
        for number in range(1, len(self.desk.items) + 1):
            await self.desk.wait_for_all(number)
            await self.persist(partial(self.answer, number))
        await self.persist(self.hand_in)

    async def persist(self, step: Callable[[], Awaitable[None]]) -> None:
        """Do something; where the server is away, wait for it, see that all is there, and do it again."""
        while True:
            try:
                await step()
            except AwayError:
                await self.desk.is_open.wait()
                if self.confirmed:
                    await self.look()
                    self.check_kept()
            else:
                return

    def check_kept(self) -> None:
        """See that every answer that was confirmed is kept."""
        if self.title == words.HANDED_IN:
            return
        labels = {str(button.attributes.get("aria-label")) for button in self.page.by_tag("button")}
        for number in self.confirmed:
            wanted = words.describe_question(number, is_answered=True, is_flagged=False)
            assert wanted in labels, (self.name, number, labels)

    async def begin(self) -> None:
        if not self.title.startswith("Question"):
            self.number = self.page.by_class("frame")[0].by_tag("b")[0].text
            await self.do("begin")

    @property
    def title(self) -> str:
        return self.page.by_tag("h1")[0].text

    async def answer(self, number: int) -> None:
        """Answer a question, rightly or wrongly."""
        while not self.title.startswith(f"Question {number} of"):
            await self.do(f"go {number}")
        item = self.desk.items[number - 1]
        if self.knows(number):
            if isinstance(item, Order):
                await put_in_order(lambda: self.page, item.steps, self.do)
            await self.do("save", **dict(list_right_fields(self.page, self.desk.world, item)))
        else:
            fields = dict(list_wrong_fields(self.page, self.desk.world, item))
            await self.do("save", **fields)
            if not fields:
                return
        self.confirmed.add(number)
        self.desk.note_answer(number)

    async def hand_in(self) -> None:
        """Hand in, and see the receipt."""
        if self.title.startswith("Question"):
            await self.do("hand in")
        if self.title != words.HANDED_IN:
            await self.do("yes")
        assert self.title == words.HANDED_IN, self.title


def list_wrong_fields(page: Node, world: World, item: Item) -> Iterator[tuple[str, str]]:
    """The fields of an answer that gets no mark; none where only an open question surely gets none."""
    right = dict(list_right_fields(page, world, item))
    if set(right) == {"letter"}:
        values = [
            str(field.attributes["value"]) for field in page.by_tag("input") if "letter-" in str(field.attributes)
        ]
        yield "letter", next(value for value in values if value != right["letter"])
    elif set(right) == {"answer"}:
        yield "answer", "99999"


class Bot(Sitter):
    """One who sends forms without a browser."""

    def __init__(self, desk: Desk, place: int, session: aiohttp.ClientSession) -> None:
        super().__init__(desk, place)
        self._browser = Browser(desk.process.address, session)

    @property
    def page(self) -> Node:
        return self._browser.page

    async def enter(self) -> None:
        await self._send(self._browser.get("/"))
        form = {**self._browser.fields("/join"), "code": self.desk.process.code, "name": self.name}
        await self._send(self._browser.post("/join", form))

    async def look(self) -> None:
        await self._send(self._browser.get("/exam"))

    async def do(self, act: str, **fields: str) -> None:
        await self._send(self._browser.post("/exam", {**self._browser.fields("/exam"), **fields, "do": act}))

    async def _send(self, asked: Awaitable[object]) -> None:
        try:
            await asked
        except (aiohttp.ClientError, OSError) as bad:
            raise AwayError from bad
        assert self._browser.last is not None
        assert self._browser.last.status == 200, self._browser.last.text


class Pupil(Sitter):
    """One who has a real browser. The first of them loses it in the middle."""

    def __init__(self, desk: Desk, place: int, folder: Path, browsers: AsyncExitStack, *, is_unlucky: bool) -> None:
        super().__init__(desk, place)
        self._folder, self._opened, self._is_unlucky = folder, browsers, is_unlucky
        self._open = AsyncExitStack()
        self._tab: Tab
        self._page: Node
        self.browsers = 0
        """How many browsers this pupil has had."""

    @property
    def page(self) -> Node:
        return self._page

    async def enter(self) -> None:
        if not self.browsers:
            await self._open_browser()
        await self._tab.go(self.desk.process.address.url)
        if await self._tab.run(IS_ERROR):
            raise AwayError
        await self._type("code", self.desk.process.code)
        await self._type("name", self.name)
        await self._tab.press("Enter")
        if self.number:
            await self._tab.wait_for(f"document.querySelector('#number') || {IS_ERROR}")
            if await self._tab.run(IS_ERROR):
                raise AwayError
            await self._type("number", self.number)
            await self._type("code", self.desk.process.code)
            await self._tab.press("Enter")
        await self._tab.wait_for(f"(location.pathname === '/exam' && document.readyState === 'complete') || {IS_ERROR}")
        if await self._tab.run(IS_ERROR):
            raise AwayError
        await self._read()

    async def look(self) -> None:
        await self._tab.go(f"{self.desk.process.address.url}exam")
        assert not await self._tab.run(IS_ERROR)
        await self._read()
        if self.page.find(lambda node: node.attributes.get("id") == "code"):
            await self.enter()

    async def do(self, act: str, **fields: str) -> None:
        for name, value in fields.items():
            await self._tab.run(f"({FILL})({json.dumps(name)}, {json.dumps(value)})")
        stamp = await self._tab.run(STAMP)
        await self._tab.leave_by(f"document.querySelector('button[value={json.dumps(act)}]').click()")
        is_new = f"({STAMP}) !== {json.dumps(stamp)} && document.readyState === 'complete'"
        await self._tab.wait_for(f"({is_new}) || document.querySelector('#live.notice') || {IS_ERROR}")
        if not await self._tab.run(is_new):
            raise AwayError
        await self._read()

    async def answer(self, number: int) -> None:
        if self._is_unlucky and len(self.confirmed) == ANSWERS_BEFORE_A_BROWSER_IS_KILLED:
            self._is_unlucky = False
            await self._open.aclose()
            await self._open_browser()
            await self.enter()
            self.check_kept()
        await super().answer(number)

    async def _open_browser(self) -> None:
        self.browsers += 1
        self._open = await self._opened.enter_async_context(AsyncExitStack())
        profile = self._folder / f"{self.name}-{self.browsers}"
        self._tab = await self._open.enter_async_context(open_tab(profile))
        await self._tab.look(390, 844)

    async def _type(self, field: str, text: str) -> None:
        await self._tab.run(f"document.querySelector('#{field}').focus()")
        await self._tab.run("document.activeElement.select()")
        await self._tab.write(text)

    async def _read(self) -> None:
        self._page = read_page(await self._tab.run("document.documentElement.outerHTML"))


FILL = """(name, value) => {
  for (const field of document.getElementsByName(name)) {
    if (!["radio", "checkbox"].includes(field.type)) field.value = value;
    else if (field.value === value) field.click();
  }
}"""
IS_ERROR = "location.protocol === 'chrome-error:'"
STAMP = "document.querySelector('input[name=stamp]')?.value ?? document.querySelector('h1')?.textContent"
