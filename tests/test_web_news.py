"""News of a class: what each page is told, how often, how many may listen, and that nothing of it can leak."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from game.pack.world import World
from game.store.exam_files import TeachersExam
from game.web.classes import news_stream
from game.web.classes.news_hub import MAX_SECONDS_WITHOUT_LOOK, MAX_STREAMS, SECONDS_BETWEEN_HINTS, Listener, NewsHub
from tests.browsing import Browser
from tests.class_rooms import do, make_exam_of_each_kind, open_room

SECONDS = 20.0
EVENT = re.compile(r"event: (count|left|go|look)\ndata: ([0-9]*)\n\n")
"""All that may ever be in a stream, beside comments."""


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Stream:
    """What a page hears."""

    def __init__(self, got: aiohttp.ClientResponse) -> None:
        self.got = got
        self.heard = ""

    async def hear(self, name: str) -> str:
        """Wait for a piece of news; what it says."""
        async with asyncio.timeout(SECONDS):
            while True:
                for found in EVENT.finditer(self.heard):
                    if found[1] == name:
                        self.heard = self.heard[found.end() :]
                        return found[2]
                chunk = (await self.got.content.readany()).decode()
                assert chunk, "the stream has ended"
                self.heard += chunk


@asynccontextmanager
async def listening(browser: Browser, path: str) -> AsyncIterator[Stream]:
    async with browser.session.get(browser.base + path) as got:
        assert got.status == 200
        assert got.content_type == "text/event-stream"
        yield Stream(got)


async def get_status(browser: Browser, path: str) -> int:
    async with browser.session.get(browser.base + path) as got:
        return got.status


def make_hub() -> tuple[NewsHub, Clock]:
    clock = Clock()
    return NewsHub(clock), clock


def listen(hub: NewsHub, role: str, who: str = "") -> Listener:
    listener = hub.listen(role, who, lambda: True)  # type: ignore[arg-type] # a role of the test
    assert listener is not None
    return listener


async def test_who_looks_is_told_at_most_once_a_second() -> None:
    hub, clock = make_hub()
    board = listen(hub, "board")
    for _ in range(50):
        hub.touch()
    assert await board.wait(0) == {"look": ""}
    clock.now += 0.99
    hub.touch()
    assert await board.wait(0) == {}
    clock.now += 0.02
    hub.tick(0, "waiting")
    assert "look" in await board.wait(0), "what came too early comes later"


async def test_clocks_are_looked_at_though_nobody_does_anything() -> None:
    hub, clock = make_hub()
    hub.tick(3, "exam")
    wall = listen(hub, "wall")
    clock.now += MAX_SECONDS_WITHOUT_LOOK - 0.1
    hub.tick(3, "exam")
    assert await wall.wait(0) == {}
    clock.now += 0.2
    hub.tick(3, "exam")
    assert await wall.wait(0) == {"look": ""}


async def test_what_another_process_keeps_is_looked_at_soon() -> None:
    hub, clock = make_hub()
    hub.tick(3, "exam")
    wall = listen(hub, "wall")
    hub.hint()
    clock.now += SECONDS_BETWEEN_HINTS - 0.1
    hub.tick(3, "exam")
    assert await wall.wait(0) == {}
    clock.now += 0.2
    hub.tick(3, "exam")
    assert await wall.wait(0) == {"look": ""}


async def test_pupils_are_told_of_another_stage_and_never_to_look() -> None:
    hub, clock = make_hub()
    hub.tick(1, "exam")
    pupil = listen(hub, "pupil", "signal63")
    hub.tick(1, "exam")
    hub.touch()
    assert await pupil.wait(0) == {}
    clock.now += 5
    hub.tick(2, "exam begun")
    assert await pupil.wait(0) == {"count": "2", "go": ""}


async def test_a_slow_reader_piles_up_nothing() -> None:
    hub, clock = make_hub()
    board = listen(hub, "board")
    for number in range(1_000):
        clock.now += 1
        hub.tick(number, f"stage {number}")
    assert await board.wait(0) == {"count": "999", "look": ""}


async def test_a_pupil_has_two_streams_and_dead_ones_do_not_count() -> None:
    hub, _ = make_hub()
    is_open = [True, True]
    first = hub.listen("pupil", "one", lambda: is_open[0])
    assert hub.listen("pupil", "one", lambda: is_open[1]) is not None
    assert hub.listen("pupil", "one", lambda: True) is None
    assert hub.listen("pupil", "other", lambda: True) is not None
    is_open[0] = False
    assert hub.listen("pupil", "one", lambda: True) is not None
    assert first is not None
    assert first.is_ended


async def test_each_page_hears_its_news(teachers: TeachersExam, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as pupil,
        room.server.open_browser() as projector,
    ):
        await projector.get(f"/wall?key={room.house.wall}")
        async with listening(projector, "/wall/news") as wall:
            assert wall.got.headers["X-Accel-Buffering"] == "no"
            assert wall.got.headers["Cache-Control"] == "no-store"
            assert "default-src 'none'" in wall.got.headers["Content-Security-Policy"]
            assert await wall.hear("count") == "0"
            await room.join(pupil, "Signal-63")
            assert await wall.hear("count") == "1"
            await wall.hear("look")
        async with listening(pupil, "/news") as news:
            assert 1750 < int(await news.hear("left")) <= 1800
            await room.house.keep_plan(room.house.plan.__class__(mode="exam", exam=room.house.plan.exam))
            await news.hear("go")


async def test_streams_are_for_those_whose_page_it_is(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as pupil:
        for path in ("/news", "/board/news", "/wall/news"):
            assert (await pupil.get(path)).status == 403
        await room.join(pupil, "Signal-63")
        assert (await pupil.get("/board/news")).status == 403
        assert (await pupil.get("/wall/news")).status == 403


async def test_a_third_stream_of_a_pupil_is_not_asked_for_again(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as pupil:
        await room.join(pupil, "Signal-63")
        assert MAX_STREAMS["pupil"] == 2
        async with listening(pupil, "/news"), listening(pupil, "/news"):
            # To 204, browsers do not come back by themselves.
            assert (await pupil.get("/news")).status == 204
        async with asyncio.timeout(SECONDS):
            while await get_status(pupil, "/news") != 200:
                await asyncio.sleep(0.05)


async def test_open_streams_do_not_hold_up_the_end(teachers: TeachersExam, tmp_path: Path) -> None:
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        async with open_room(teachers, tmp_path) as room:
            browser = Browser(room.server.address, session)
            await browser.get(f"/wall?key={room.house.wall}")
            got = await session.get(f"{browser.base}/wall/news")
            await Stream(got).hear("count")
            began = loop.time()
        assert loop.time() - began < 3
        assert await got.content.read() == b"", "it ends as a stream ends"


async def test_a_reader_that_takes_nothing_is_dropped(
    teachers: TeachersExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        await asyncio.Event().wait()

    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as wall:
        await wall.get(f"/wall?key={room.house.wall}")
        monkeypatch.setattr(news_stream, "SECONDS_TO_TAKE", 0.01)
        monkeypatch.setattr(web.StreamResponse, "write", never)
        async with wall.session.get(f"{wall.base}/wall/news") as got:
            with pytest.raises(aiohttp.ClientError):
                await got.content.read()


async def test_a_stream_holds_nothing_but_its_four_kinds(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as pupil:
        await room.join(pupil, "Signal-63")
        await pupil.get(f"/board?key={room.house.board}")
        async with listening(pupil, "/news") as news, listening(pupil, "/board/news") as board:
            await pupil.get("/exam")
            for number in range(1, len(teachers.items) + 1):
                await do(pupil, f"go {number}")
            for stream in (news, board):
                await stream.hear("count")
                chunk = stream.heard
                assert EVENT.sub("", chunk) == ""
