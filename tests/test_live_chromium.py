"""The wall, the teacher and three pupils of a live round in real browsers, and the wall of an exam."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from game.pack.world import World
from game.prose import live_words as words
from game.prose import wall_words
from game.store.exam_files import TeachersExam
from game.web.classes.news_hub import Listener, NewsHub, Role
from tests.axe import AXE, check_with_axe
from tests.chromium import PROGRAM, Tab, open_tab
from tests.class_rooms import RunningClass, do, make_exam_of_each_kind, open_room
from tests.live_rounds import drive, open_round

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium on this machine")

PUPILS = ("Signal-63", "Guard-05", "Lantern-19")
HEADING = "document.querySelector('h1').textContent"
BUTTON = "document.querySelector('.steering .act')"
PROJECTOR = ((1280, 720, False), (1920, 1080, True), (390, 844, False))


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


class Browsers(AsyncExitStack):
    """Browsers of their own, each with one tab, which ask for nothing elsewhere and complain of nothing."""

    def __init__(self, room: RunningClass, folder: Path) -> None:
        super().__init__()
        self._room, self._folder = room, folder
        self._tabs: list[Tab] = []

    async def open(self, path: str, width: int, height: int) -> Tab:
        tab = await self.enter_async_context(open_tab(self._folder / f"profile-{len(self._tabs)}"))
        self._tabs.append(tab)
        await tab.look(width, height)
        await tab.go(f"{self._room.server.address.url}{path}")
        return tab

    async def join(self, name: str) -> Tab:
        # The address of the QR code, which has the code in it.
        tab = await self.open(self._room.house.code, 390, 844)
        await tab.run("document.querySelector('#name').focus()")
        await tab.write(name)
        await tab.press("Enter")
        await tab.wait_for("document.querySelector('[data-news]') && document.readyState === 'complete'")
        return tab

    def check(self) -> None:
        """No page has asked for anything elsewhere or been refused anything by its own rules."""
        for tab in self._tabs:
            assert all(url.startswith((self._room.server.address.url, "about:")) for url in tab.asked), tab.asked
            assert tab.complaints == []


@asynccontextmanager
async def opened(teachers: TeachersExam, folder: Path) -> AsyncIterator[tuple[RunningClass, Browsers]]:
    async with open_round(teachers, folder / "class") as room, Browsers(room, folder) as browsers:
        yield room, browsers
        browsers.check()


async def press_next(teacher: Tab) -> None:
    """Enter, and nothing else: the button of the next step has the focus."""
    stamp = "document.querySelector('input[name=stamp]').value"
    was = await teacher.run(stamp)
    await teacher.press("Enter")
    await teacher.wait_for(f"{stamp} !== '{was}' && document.activeElement === {BUTTON}")


async def test_a_teacher_drives_three_pupils_and_the_wall_by_the_enter_key(
    teachers: TeachersExam, tmp_path: Path
) -> None:
    at = next(place for place, each in enumerate(teachers.questions) if each.instruction == "letter")
    assert at == 0, "the first question is the one that Enter opens"
    async with opened(teachers, tmp_path) as (room, browsers):
        wall = await browsers.open(f"wall?key={room.house.wall}", 1280, 720)
        teacher = await browsers.open(f"board?key={room.house.board}", 1366, 768)
        await teacher.go(f"{room.server.address.url}board/live")
        pupils = [await browsers.join(name) for name in PUPILS]
        await wall.wait_for("document.querySelector('[data-count]').textContent === '3'")
        await press_next(teacher)
        for tab in (*pupils, wall):
            await tab.wait_for(f"{HEADING} === '{words.name_question(1, len(teachers.items))}'")
        for tab, letter in zip(pupils, "ABB", strict=True):
            await tab.wait_for("document.querySelector('input[name=letter]')")
            await tab.run(f"document.querySelector('input[value={letter}]').click()")
            await tab.run("document.querySelector('button[value=answer]').click()")
            await tab.wait_for(f"document.querySelector('#said').textContent.includes({words.KEPT!r})")
        for tab in (wall, teacher):
            await tab.wait_for("document.querySelector('.count b').textContent === '3'")
        assert await wall.run("document.querySelector('.tally')") is None
        await press_next(teacher)
        await wall.wait_for("document.querySelector('.tally')")
        numbers = await wall.run("[...document.querySelectorAll('.tally b')].map(each => Number(each.textContent))")
        assert sum(numbers) == len(PUPILS)
        assert not await wall.run("document.body.textContent.includes('✓')")
        await press_next(teacher)
        await wall.wait_for("document.querySelector('.key-told')")
        for tab in pupils:
            await tab.wait_for("document.querySelector('.said .right, .said .wrong')")
            assert teachers.items[at].feedback in await tab.run("document.querySelector('#said').textContent")
        for name in PUPILS:
            assert not await wall.run(f"document.documentElement.outerHTML.includes('{name}')")


async def test_a_choice_that_is_not_sent_yet_stays_while_others_answer(teachers: TeachersExam, tmp_path: Path) -> None:
    async with opened(teachers, tmp_path) as (room, browsers):
        teacher = await browsers.open(f"board?key={room.house.board}", 1366, 768)
        await teacher.go(f"{room.server.address.url}board/live")
        one, other = [await browsers.join(name) for name in PUPILS[:2]]
        await press_next(teacher)
        for tab in (one, other):
            await tab.wait_for("document.querySelector('input[name=letter]')")
        await one.run("document.querySelector('input[value=B]').click()")
        await other.run("document.querySelector('input[value=A]').click()")
        await other.run("document.querySelector('button[value=answer]').click()")
        await teacher.wait_for("document.querySelector('.count b').textContent === '1'")
        # Who comes late is news for all pupils, and their pages stay as they are.
        await browsers.join(PUPILS[2])
        await teacher.wait_for("document.querySelector('.count').textContent.includes('of 3')")
        assert await one.run("document.querySelector('input[value=B]').checked")
        assert await teacher.run(f"document.activeElement === {BUTTON}"), "the focus stays where it was"


async def test_what_happens_while_a_stream_is_lost_is_shown_when_it_is_back(
    teachers: TeachersExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hubs: list[NewsHub] = []
    real = NewsHub.listen

    def note(hub: NewsHub, role: Role, who: str, is_open: Callable[[], bool]) -> Listener | None:
        hubs.append(hub)
        return real(hub, role, who, is_open)

    monkeypatch.setattr(NewsHub, "listen", note)
    async with opened(teachers, tmp_path) as (room, browsers), room.server.open_browser() as teacher:
        pupil = await browsers.join(PUPILS[0])
        for step, sign in (("open 0", words.NOT_ANSWERED), ("close", words.CLOSED)):
            while not hubs:
                await asyncio.sleep(0.01)
            hubs.pop().close()
            await drive(teacher, room, step)
            await pupil.wait_for(f"document.querySelector('#said').textContent.includes({sign!r})")


async def test_a_round_works_without_scripts(teachers: TeachersExam, tmp_path: Path) -> None:
    async with opened(teachers, tmp_path) as (room, browsers):
        teacher = await browsers.open(f"board?key={room.house.board}", 1366, 768)
        pupil = await browsers.join(PUPILS[0])
        for tab in (teacher, pupil):
            await tab.look(390, 844, has_script=False)
        for step, word in (("open 0", words.CLOSE), ("close", words.TELL), ("tell", words.OPEN_NEXT)):
            await teacher.go(f"{room.server.address.url}board/live")
            await teacher.leave_by(f"document.querySelector('button[value=\"{step}\"]').click()")
            await teacher.wait_for(f"document.readyState === 'complete' && {BUTTON}?.textContent === {word!r}")
            await pupil.go(f"{room.server.address.url}live")
            if step == "open 0":
                await pupil.run("document.querySelector('input[value=A]').checked = true")
                await pupil.leave_by("document.querySelector('button[value=answer]').click()")
                await pupil.wait_for(f"document.querySelector('#said')?.textContent.includes({words.KEPT!r})")
        assert teachers.items[0].feedback in await pupil.run("document.querySelector('#said').textContent")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: make .venv/.js")
async def test_no_page_of_a_round_has_a_fault_that_axe_finds(teachers: TeachersExam, tmp_path: Path) -> None:
    async with opened(teachers, tmp_path) as (room, browsers):
        wall = await browsers.open(f"wall?key={room.house.wall}", 1280, 720)
        teacher = await browsers.open(f"board?key={room.house.board}", 1366, 768)
        pupil = await browsers.join(PUPILS[0])

        async def check_all(name: str) -> None:
            await teacher.go(f"{room.server.address.url}board/live")
            await wall.go(f"{room.server.address.url}wall")
            await pupil.go(f"{room.server.address.url}live")
            await check_with_axe(wall, f"wall, {name}", PROJECTOR)
            for tab, page in ((teacher, "teacher"), (pupil, "pupil")):
                await check_with_axe(tab, f"{page}, {name}")
            for tab in (wall, teacher, pupil):
                for width in (320, 1366, 1920):
                    await tab.look(width, 800)
                    assert await tab.run("document.documentElement.scrollWidth") <= width, (
                        name,
                        width,
                        await tab.run("location.pathname"),
                    )

        await check_all("ready")
        for place, question in enumerate(teachers.questions):
            for step in (f"open {place}", "close", "tell"):
                await teacher.go(f"{room.server.address.url}board/live")
                await teacher.leave_by(f"document.querySelector('button[value=\"{step}\"]').click()")
                await teacher.wait_for(f"document.readyState === 'complete' && {BUTTON} && {BUTTON}.value !== {step!r}")
                if question.instruction in ("letter", "proof", "match", "order", "words") and place not in range(4, 6):
                    await check_all(f"{question.instruction}, {step}")
        await teacher.leave_by("document.querySelector('button[value=end]').click()")
        await teacher.wait_for(f"{HEADING} === {words.OVER!r}")
        await check_all("over")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: make .venv/.js")
async def test_the_wall_of_an_exam_follows_and_has_no_fault(teachers: TeachersExam, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path / "class") as room,
        Browsers(room, tmp_path) as browsers,
        room.server.open_browser() as pupil,
    ):
        wall = await browsers.open(f"wall?key={room.house.wall}", 1280, 720)
        await check_with_axe(wall, "join", PROJECTOR)
        await room.join(pupil, PUPILS[0])
        await wall.wait_for(f"{HEADING} === {wall_words.EXAM!r}")
        await check_with_axe(wall, "exam", PROJECTOR)
        await do(pupil, "hand in")
        await do(pupil, "yes")
        await wall.wait_for("document.querySelectorAll('.seats .over:not(.front)').length === 1")
        browsers.check()
