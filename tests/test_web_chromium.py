"""The tour in a real browser: keys and clicks, with and without scripts, in small and large windows, night and day."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from game.pack.world import World
from game.web.tours.tour_boards import BOARD_PAGES
from tests.axe import AXE, check_with_axe
from tests.browsing import RunningServer, running
from tests.chromium import PROGRAM, Tab, open_tab
from tests.class_rooms import make_exam_of_each_kind, open_room

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine")

SAID = "document.querySelector('#said')"
HEADING = "document.querySelector('h1').textContent"
FOCUS = "document.activeElement.id"


@pytest_asyncio.fixture
async def server(tour: World, tmp_path: Path) -> AsyncIterator[RunningServer]:
    async with running(tour, tmp_path / "tours") as found:
        yield found


@pytest_asyncio.fixture
async def tab(server: RunningServer, tmp_path: Path) -> AsyncIterator[Tab]:
    async with open_tab(tmp_path / "profile") as found:
        await found.look(390, 844)
        await found.go(server.address.url)
        yield found
        assert all(url.startswith((server.address.url, "about:")) for url in found.asked), found.asked
        assert found.complaints == []


async def begin(tab: Tab) -> None:
    await tab.leave_by("document.querySelector('main button').click()")
    await tab.wait_for(f"location.pathname === '/tour' && document.readyState === 'complete' && {SAID}")


async def say(tab: Tab, line: str) -> None:
    """Type a line as a person does."""
    await tab.run("document.querySelector('#say').focus()")
    await tab.write(line)
    await tab.press("Enter")
    await tab.wait_for(f"{SAID} && {SAID}.querySelector('.echo')?.textContent === {json.dumps(line)}")


async def test_a_typed_line_keeps_the_focus_and_is_spoken(tab: Tab) -> None:
    await begin(tab)
    await tab.run("window.isSamePage = true")
    await say(tab, "x bench")
    await tab.wait_for(f"({FOCUS}) === 'say'")
    await tab.wait_for(f"document.querySelector('#live').textContent === {SAID}.innerText")
    await say(tab, "in")
    assert await tab.run(HEADING) == "Boarding carriage"
    assert await tab.run("window.isSamePage")


async def test_a_button_brings_the_focus_to_what_happened(tab: Tab) -> None:
    await begin(tab)
    await tab.run("document.querySelector('.things button').click()")
    await tab.wait_for(f"{SAID}.querySelector('.echo')")
    assert await tab.run(FOCUS) == "said"


@pytest.mark.parametrize("has_script", [True, False])
async def test_it_is_walked_with_and_without_scripts(tab: Tab, *, has_script: bool) -> None:
    await tab.look(390, 844, has_script=has_script)
    await tab.go(await tab.run("location.href"))
    await begin(tab)
    await say(tab, "in")
    await tab.wait_for(f"({FOCUS}) === 'say'")
    await say(tab, "question")
    await tab.leave_by("document.querySelector('.offers button[value=c]').click()")
    await tab.wait_for(f"{SAID} && {SAID}.querySelector('.echo')?.textContent === 'c'")
    assert "red carpet" in await tab.run(f"{SAID}.textContent")
    await tab.go(f"{(await tab.run('location.origin'))}/tour")
    assert await tab.run(HEADING) == "Boarding carriage"


async def test_going_back_does_no_harm(tab: Tab) -> None:
    await begin(tab)
    await say(tab, "in")
    await tab.go(f"{(await tab.run('location.origin'))}/notebook")
    await tab.leave_by("history.back()")
    await tab.wait_for("location.pathname === '/tour' && document.readyState === 'complete'")
    assert await tab.run(HEADING) == "Boarding carriage"
    await say(tab, "forward")
    assert await tab.run(HEADING) == "Armour carriage"


@pytest.mark.parametrize("text", ["normal", "larger"])
async def test_nothing_is_wider_than_its_window(tab: Tab, text: str) -> None:
    await choose(tab, f"text-{text}")
    await begin(tab)
    await say(tab, "x all")
    for path in ("/tour", "/compare?one=1&other=2", "/settings", *BOARD_PAGES):
        await tab.go(f"{(await tab.run('location.origin'))}{path}")
        # 160 is a window of 320 at twice the size.
        for width in (160, 320, 390, 768, 1366, 1920):
            await tab.look(width, 800)
            assert await tab.run("document.documentElement.scrollWidth") <= width, (path, width)


async def choose(tab: Tab, *settings: str) -> None:
    """Choose how pages look, by the ids of its fields; then go to the first page."""
    origin = await tab.run("location.origin")
    await tab.go(f"{origin}/settings")
    for setting in settings:
        await tab.run(f"document.getElementById('{setting}').click()")
    await tab.leave_by("document.querySelector('.settings .act').click()")
    await tab.wait_for("location.search && document.readyState === 'complete'")
    await tab.go(f"{origin}/")


async def test_what_a_reader_chooses_wins_over_the_device(tab: Tab) -> None:
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    night, day, paper = "rgb(15, 18, 11)", "rgb(246, 242, 228)", "rgb(255, 255, 255)"
    small = await tab.run(size)
    for setting, on_night, on_day in (("device", night, day), ("day", day, day), ("night", night, night)):
        await choose(tab, f"theme-{setting}", "text-larger")
        assert await tab.run(size) == pytest.approx(1.5 * small, rel=0.05)
        for is_day, wanted in ((False, on_night), (True, on_day)):
            await tab.look(390, 844, is_day=is_day)
            assert await tab.run(colour) == wanted, (setting, is_day)
        await tab.call("Emulation.setEmulatedMedia", media="print")
        assert await tab.run(colour) == paper
        await tab.call("Emulation.setEmulatedMedia", media="")


async def test_no_page_has_a_fault_that_axe_finds(tab: Tab) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: make .venv/.js")
    await check_with_axe(tab, "start")
    await begin(tab)
    for line in ("x all", "in", "quiz", "map", "compare 1 with 2"):
        await say(tab, line)
        await check_with_axe(tab, line)
    for path in (*BOARD_PAGES, "/compare?one=1&other=3", "/settings"):
        await tab.go(f"{(await tab.run('location.origin'))}{path}")
        await check_with_axe(tab, path)


@pytest.mark.parametrize("has_script", [True, False])
async def test_an_exam_is_sat_with_and_without_scripts(tour: World, tmp_path: Path, *, has_script: bool) -> None:
    exam = make_exam_of_each_kind(tour).make_candidates_exam()
    async with open_room(exam, tmp_path / "class") as room, open_tab(tmp_path / "profile") as tab:
        await tab.look(390, 844, has_script=has_script)
        await tab.go(room.server.address.url)
        await tab.run("document.querySelector('#code').focus()")
        await tab.write(room.house.code)
        await tab.run("document.querySelector('#name').focus()")
        await tab.write("Signal-63")
        await tab.press("Enter")
        await tab.wait_for("location.pathname === '/exam' && document.querySelector('button[value=begin]')")
        await tab.leave_by("document.querySelector('button[value=begin]').click()")
        for number in range(1, len(exam.questions) + 1):
            await tab.wait_for(f"{HEADING}.startsWith('Question {number} ') && document.readyState === 'complete'")
            if has_script and AXE.is_file():
                await check_with_axe(tab, f"question {number}")
            await tab.leave_by("document.querySelector('button[value=save]').click()")
        await tab.wait_for(f"{HEADING}.startsWith('Question 1 ') && document.readyState === 'complete'")
        await tab.leave_by("document.querySelector('button[value=\"hand in\"]').click()")
        await tab.wait_for("document.querySelector('button[value=yes]')")
        await tab.leave_by("document.querySelector('button[value=yes]').click()")
        await tab.wait_for(f"{HEADING} === 'Handed in'")
        assert tab.complaints == []
