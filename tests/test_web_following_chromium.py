"""A phone on a page that stays when the class goes on: what its pupil sees, keeps and hears, in a real browser."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.pack.world import World
from game.prose import class_words as words
from tests.axe import AXE, check_with_axe
from tests.chromium import PROGRAM, Tab
from tests.class_rooms import RunningClass, open_room
from tests.test_live_chromium import HEADING, Browsers
from tests.test_web_practice import choose, practise

pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine"),
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: make .venv/.js"),
]

NOTICE = "document.querySelector('#behind > p')"
SHOWN = f"{NOTICE} && {NOTICE}.offsetHeight > 0"
LISTENS = "performance.getEntriesByType('resource').some(each => each.name.includes('/news'))"
IN_SIGHT = (
    f"(box => box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth)"
    f"({NOTICE}.getBoundingClientRect())"
)


async def go_on(room: RunningClass, mode: str) -> None:
    await room.house.keep_plan(replace(room.house.plan, mode=mode, has_begun=True))


async def see_and_follow(tab: Tab, field: str, name: str) -> None:
    """The notice is in sight, nothing else has changed, and its link leads on."""
    await tab.wait_for(SHOWN)
    assert await tab.run(f"{NOTICE}.innerText.replace(/\\s+/g, ' ').trim()") == f"{words.GONE_ON} {words.GO_THERE}"
    assert await tab.run(IN_SIGHT)
    assert await tab.run(f"document.activeElement === document.querySelector({field!r})")
    await check_with_axe(tab, name)
    await tab.look(390, 844)
    assert await tab.run("document.documentElement.scrollWidth") <= 390
    # The end of the page can be read above it.
    await tab.run("scrollTo(0, document.documentElement.scrollHeight)")
    await tab.wait_for(
        f"document.querySelector('footer').getBoundingClientRect().bottom <= {NOTICE}.getBoundingClientRect().top"
    )
    await tab.leave_by(f"{NOTICE}.querySelector('a').click()")


async def test_a_phone_says_that_the_class_has_gone_on(tour: World, tmp_path: Path) -> None:
    async with open_room(None, tmp_path / "class") as room, Browsers(room, tmp_path) as browsers:
        phone = await browsers.join("Signal-63")
        await practise(room, choose(tour, "short"))
        # The page of who waits moves by itself.
        await phone.wait_for("location.pathname === '/practice' && document.querySelector('#answer')")
        assert not await phone.run(SHOWN)
        await phone.run("document.querySelector('#answer').focus()")
        await phone.write("half an answer")
        await go_on(room, "tour")
        assert await phone.run("document.querySelector('#answer').value") == "half an answer"
        await see_and_follow(phone, "#answer", "practice")
        await phone.wait_for("location.pathname === '/tour' && document.querySelector('#say')")
        assert not await phone.run(SHOWN)
        # A line that is sent puts in a page which listens on.
        await phone.run("document.querySelector('#say').focus()")
        await phone.write("look")
        await phone.press("Enter")
        await phone.wait_for("document.querySelector('#said') && document.querySelector('#say').value === ''")
        await phone.run("document.querySelector('#say').focus()")
        await phone.write("examine wind")
        await practise(room, choose(tour, "choice"))
        await phone.wait_for(SHOWN)
        assert await phone.run("document.querySelector('#say').value") == "examine wind"
        await see_and_follow(phone, "#say", "tour")
        await phone.wait_for("location.pathname === '/practice'")
        browsers.check()


async def test_a_line_that_comes_late_brings_the_whole_other_page(tour: World, tmp_path: Path) -> None:
    async with open_room(None, tmp_path / "class") as room, Browsers(room, tmp_path) as browsers:
        phone = await browsers.join("Signal-63")
        await go_on(room, "tour")
        await phone.wait_for("location.pathname === '/tour' && document.querySelector('#say')")
        assert await phone.run("document.querySelector('.pages') !== null")
        await practise(room, choose(tour, "choice"))
        await phone.wait_for(SHOWN)
        await phone.run("document.querySelector('#say').focus()")
        await phone.write("look")
        await phone.press("Enter")
        await phone.wait_for(f"location.pathname === '/practice' && {HEADING}.startsWith('Question')")
        # The ways to other pages of the tour are gone with it.
        assert await phone.run("document.querySelector('.pages') === null")
        browsers.check()
