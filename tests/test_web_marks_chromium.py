"""The marks of a class in a real browser: no fault that axe finds, nothing too wide, nothing in the console."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from game.pack.world import World
from game.prose import result_words as words
from game.web.classes.teacher_places import RESULTS_PATH
from game.web.modes.sheet_page import SHEET_PATH
from game.web.results.result_pages import REPORT_PATH, TEACH_PATH
from tests.axe import AXE, check_with_axe
from tests.chromium import PROGRAM, Tab, open_tab
from tests.class_rooms import RunningClass, make_exam_of_each_kind, open_room
from tests.test_web_results import mark, open_teacher, release, sit_all

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine")


async def look_at(tab: Tab, room: RunningClass, path: str) -> None:
    await tab.go(f"{room.server.address.url.rstrip('/')}{path}")
    # What is folded up must fit, too.
    await tab.run("document.querySelectorAll('details').forEach(each => { each.open = true; }); 0")
    for width in (320, 360, 768, 1280, 1920):
        await tab.look(width, 900)
        assert await tab.run("document.documentElement.scrollWidth") <= width, (path, width)
    if AXE.is_file():
        await check_with_axe(tab, path)


async def test_pages_of_marks_are_seen_in_a_browser(tour: World, tmp_path: Path) -> None:
    exam = make_exam_of_each_kind(tour)
    async with (
        open_room(exam, tmp_path / "class") as room,
        AsyncExitStack() as stack,
        open_teacher(room) as teacher,
        open_tab(tmp_path / "profile") as tab,
    ):
        base = room.server.address.url.rstrip("/")
        await tab.look(360, 800)
        await tab.go(f"{base}/board?key={room.house.board}")
        await look_at(tab, room, RESULTS_PATH)
        pupils = await sit_all(room, stack, tour, exam.items)
        await mark(teacher)
        for path in (RESULTS_PATH, REPORT_PATH, TEACH_PATH):
            await look_at(tab, room, path)
        (key,) = [each.value for each in pupils[0].session.cookie_jar]
        await tab.call("Network.setCookie", name=room.server.address.cookie, value=key, url=base)
        await tab.go(f"{base}/exam")
        assert SHEET_PATH not in await tab.run("document.body.innerHTML")
        await release(teacher)
        # The page of the receipt hears of it.
        await tab.wait_for(f"document.querySelector('a[href=\"{SHEET_PATH}\"]')")
        await look_at(tab, room, SHEET_PATH)
        assert await tab.run("document.querySelectorAll('.sheet > li').length") == len(exam.items)
        assert words.SHEET in await tab.run("document.querySelector('h1').textContent")
        assert tab.complaints == []
        assert all(url.startswith((base, "about:")) for url in tab.asked), tab.asked
