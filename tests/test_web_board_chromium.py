"""The board in a real browser: by keys alone, and what the open page of a pupil shows by itself."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from game.pack.world import World
from game.prose import board_words as words
from game.prose import class_words
from tests.axe import AXE, FIND_FAULTS
from tests.browsing import Browser
from tests.chromium import PROGRAM, Tab, open_tab
from tests.class_rooms import RunningClass, make_exam_of_each_kind, open_room
from tests.test_web_board import act, enter_board, find_attempt, open_pupil
from tests.test_web_chromium import HEADING

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine")

TEXT_OF_FOCUS = "document.activeElement.textContent"


@pytest_asyncio.fixture
async def room(tour: World, tmp_path: Path) -> AsyncIterator[RunningClass]:
    async with open_room(make_exam_of_each_kind(tour), tmp_path) as found:
        yield found


@pytest_asyncio.fixture
async def teacher(room: RunningClass) -> AsyncIterator[Browser]:
    async with room.server.open_browser() as found:
        await enter_board(room, found)
        yield found


@pytest_asyncio.fixture
async def tab(tmp_path: Path) -> AsyncIterator[Tab]:
    async with open_tab(tmp_path / "profile") as found:
        await found.look(1280, 900)
        yield found
        # Who is signed out is told no news; a browser complains of that.
        assert [each for each in found.complaints if "/news" not in each] == []


async def join(tab: Tab, room: RunningClass) -> None:
    """Join, and begin the exam."""
    await tab.go(f"{room.server.address.url}{room.house.code}")
    await tab.run("document.querySelector('#name').value = 'Signal-63'")
    await tab.leave_by("document.querySelector('main button').click()")
    await tab.wait_for("location.pathname === '/exam' && document.querySelector('[name=do][value=begin]')")
    await tab.leave_by("document.querySelector('[name=do][value=begin]').click()")
    await tab.wait_for(f"{HEADING}.startsWith('Question 1')")


async def test_an_open_page_shows_a_stop_and_that_it_goes_on(room: RunningClass, teacher: Browser, tab: Tab) -> None:
    await join(tab, room)
    await teacher.get("/board")
    await act(teacher, words.HOLD_ALL)
    await tab.wait_for(f"{HEADING} === '{words.HELD_TITLE}'")
    await act(teacher, words.RELEASE_ALL)
    await tab.wait_for(f"{HEADING}.startsWith('Question 1')")
    await open_pupil(teacher, "Signal-63")
    await act(teacher, words.HOLD)
    await tab.wait_for(f"{HEADING} === '{words.HELD_TITLE}'")
    await act(teacher, words.RELEASE)
    await tab.wait_for(f"{HEADING}.startsWith('Question 1')")
    await act(teacher, words.HAND_IN)
    await tab.wait_for(f"{HEADING} === '{class_words.HANDED_IN}'")
    await act(teacher, words.LET_IN)
    await tab.wait_for(f"{HEADING}.startsWith('Question 1')")
    await act(teacher, words.SIGN_OUT)
    await tab.wait_for(f"{HEADING} === '{class_words.JOIN}'")


async def test_more_time_moves_the_clock_and_leaves_what_is_chosen(
    room: RunningClass, teacher: Browser, tab: Tab
) -> None:
    await join(tab, room)
    await tab.run("document.querySelector('main input[type=radio], main input[type=text]').click()")
    await tab.run("window.isSamePage = true")
    await open_pupil(teacher, "Signal-63")
    await act(teacher, words.GIVE, minutes="100")
    await tab.wait_for("document.querySelector('[data-left]').textContent.startsWith('12')")
    assert await tab.run("window.isSamePage")
    assert await tab.run("document.querySelector('main input[type=radio]')?.checked ?? true")


async def test_the_board_is_worked_by_keys_alone(
    room: RunningClass, teacher: Browser, tab: Tab, tmp_path: Path
) -> None:
    async with room.server.open_browser() as pupil:
        await room.join(pupil, "Signal-63")
        await tab.go(f"{room.server.address.url}board?key={room.house.board}")
        await tab.run("document.querySelector('#all-minutes').select()")
        await tab.run("document.querySelector('#all-minutes').focus()")
        await tab.write("7")
        await tab.press("Enter")
        await tab.wait_for("document.activeElement.id === 'said'")
        assert await tab.run(TEXT_OF_FOCUS) == "1 pupil has 7 minutes more."
        assert find_attempt(tmp_path).limit.extra == 420
        await tab.run("document.querySelector('tbody a').focus()")
        await tab.press("Enter")
        await tab.wait_for(f"{HEADING} === 'Signal-63'")
        await tab.run("document.querySelector('[value=hold]').focus()")
        await tab.press("Enter")
        await tab.wait_for("document.querySelector('[value=release]') && document.activeElement.id === 'said'")
        assert await tab.run(TEXT_OF_FOCUS) == "The clock of Signal-63 stands."
        assert find_attempt(tmp_path).is_held
        # Something new on the board puts in its parts and leaves the focus and what is said.
        await pupil.get("/exam")
        await teacher.get("/board")
        await act(teacher, words.RELEASE_ALL if room.house.plan.is_held else words.HOLD_ALL)
        assert await tab.run("document.querySelector('#said').textContent") == "The clock of Signal-63 stands."


async def test_no_page_of_the_board_has_a_fault_that_axe_finds(room: RunningClass, teacher: Browser, tab: Tab) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: make .venv/.js")
    async with room.server.open_browser() as one, room.server.open_browser() as other:
        await room.join(one, "Signal-63")
        await room.join(other, "Signal-64")
        await open_pupil(teacher, "Signal-64")
        await act(teacher, words.HAND_IN)
        await tab.go(f"{room.server.address.url}board?key={room.house.board}")
        for path in ("board", "board/pupils/signal63", "board/pupils/signal64"):
            for width, is_day in ((360, False), (1280, True)):
                await tab.look(width, 900, is_day=is_day)
                await tab.go(f"{room.server.address.url}{path}")
                assert await tab.run("document.documentElement.scrollWidth <= innerWidth"), path
                assert await tab.run("document.documentElement.outerHTML.length") < 60_000
                await tab.run(AXE.read_text(encoding="utf-8") + "; true")
                assert await tab.run(FIND_FAULTS) == "[]", (path, width)
