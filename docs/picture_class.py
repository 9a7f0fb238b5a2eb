"""Takes the pictures of a class in the browser for the teacher's guide: ``make pictures``.

It opens a class as a teacher does, lets pupils with pseudonyms join and answer, and takes what Chromium shows. The
class and its pupils live in a folder that is deleted at the end; no person is behind them.
"""

import asyncio
import base64
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import aiohttp

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from docs.lesson_papers import draw_paper  # noqa: E402 - found by the line above where this is run as a script
from game.prose.live_words import CLOSE, OPEN_FIRST, TELL  # noqa: E402
from game.quiz.codes import encode_paper  # noqa: E402
from game.web.serving.own_address import OwnAddress  # noqa: E402
from tests.browsing import Browser  # noqa: E402
from tests.chromium import Tab, open_tab  # noqa: E402

PICTURES = HERE.parent / "assets" / "pictures"
PORT = 8021
PHONE, DESK, TALL = (360, 600), (900, 560), (900, 900)
PUPILS = ("Signal-63", "Lantern-38", "Guard-05", "Stoker-07", "Porter-21", "Buffer-12", "Coupler-44", "Whistle-09")


class Class:
    """A class that runs, by the addresses that it has printed."""

    def __init__(self, said: str) -> None:
        found = re.search(r"open (http\S+/) and type the code (\w+)\n.*?(http\S+)\n.*?(http\S+)", said)
        if found is None:
            raise SystemExit(f"the class did not say where it is:\n{said}")
        self.url, self.code, self.board, self.wall = found.groups()


@asynccontextmanager
async def run_class(home: Path, *typed: str) -> AsyncIterator[Class]:
    """``carriages class`` as a program, until the end of the block."""
    environ = dict(os.environ, CARRIAGES_HOME=str(home))
    command = [sys.executable, "-m", "game", "class", "--port", str(PORT), *typed]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ, cwd=HERE.parent) as program:
        try:
            if program.stdout is None:
                raise SystemExit("the class prints nothing")
            yield Class("".join(program.stdout.readline() for _ in range(5)))
        finally:
            program.terminate()


async def take(tab: Tab, name: str, size: tuple[int, int]) -> None:
    """Keep what a tab shows."""
    await tab.look(*size, is_day=True)
    await asyncio.sleep(0.5)
    picture = await tab.call("Page.captureScreenshot", format="png")
    (PICTURES / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))


class Scene(NamedTuple):
    """A class, its teacher, and its pupils."""

    opened: Class
    teacher: Tab
    """Whose pages are taken: board, set-up, wall."""
    pupil: Tab
    """Of one pupil with a phone."""
    board: Browser
    """Of the teacher as well, to send forms."""
    pupils: list[Browser]


@asynccontextmanager
async def open_scene(home: Path) -> AsyncIterator[Scene]:
    """Open a class, and all browsers."""
    async with AsyncExitStack() as stack:
        opened = await stack.enter_async_context(run_class(home / "data"))
        teacher, pupil = [await stack.enter_async_context(open_tab(home / name)) for name in ("teacher", "pupil")]
        sessions = [await stack.enter_async_context(_open_session()) for _ in range(len(PUPILS) + 1)]
        board, *pupils = (Browser(OwnAddress(PORT), session) for session in sessions)
        await board.get(f"/board?{opened.board.partition('?')[2]}")
        yield Scene(opened, teacher, pupil, board, pupils)


async def set_up(scene: Scene, lesson: str, **wanted: str) -> None:
    """Take the paper of a lesson on the board of a class, open it, and let all pupils join."""
    await scene.board.get("/board/new")
    for act, fields in (("code", {"code": encode_paper(draw_paper(lesson))}), ("open", {"minutes": "10"})):
        form = {**scene.board.fields("/board/new"), **wanted, **fields}
        await scene.board.post("/board/new", {**form, "do": act})
    for browser, name in zip(scene.pupils, PUPILS, strict=True):
        await browser.get("/")
        await browser.post("/join", {**browser.fields("/join"), "code": scene.opened.code, "name": name})


async def answer_exam(browser: Browser, place: int) -> None:
    """Let a pupil begin, and answer as many questions as the pupil's place in the list makes."""
    await browser.post("/exam", {**browser.fields("/exam"), "do": "begin"})
    for number in range(3 + place * 5 % 8):
        letter = "abcd"[(place + number) % 4]
        await browser.post("/exam", {**browser.fields("/exam"), "letter": letter, "do": "save"})


async def record_exam(home: Path) -> None:
    """Joining, an exam on a phone, the board, the set-up."""
    async with open_scene(home) as scene:
        opened, teacher, pupil = scene.opened, scene.teacher, scene.pupil
        await pupil.look(*PHONE, is_day=True)
        await pupil.go(opened.url)
        await take(pupil, "class-join", PHONE)
        await set_up(scene, "how-sure", mode="exam", title="How sure is a sentence?")
        for place, browser in enumerate(scene.pupils):
            await answer_exam(browser, place)
        await pupil.run(
            f"document.getElementById('code').value = '{opened.code}';"
            "document.getElementById('name').value = 'Semaphore-30'"
        )
        for button in ("form .act", "form .act"):
            await press(pupil, button)
        await take(pupil, "class-exam", PHONE)
        await teacher.look(*DESK, is_day=True)
        await teacher.go(opened.board)
        await take(teacher, "class-board", TALL)
        await teacher.go(f"{opened.url}board/new")
        await take(teacher, "class-setup", DESK)


async def record_live(home: Path) -> None:
    """The wall of a live round, with the answers and the key."""
    async with open_scene(home) as scene:
        await set_up(scene, "two-sources", mode="live", title="Two sources on one fact")
        await scene.board.get("/board/live")
        await scene.board.press(OPEN_FIRST)
        for browser, letter in zip(scene.pupils, "BABBABCB", strict=True):
            await browser.get("/live")
            await browser.post("/live", {**browser.fields("/live"), "letter": letter, "do": "answer"})
        for button in (CLOSE, TELL):
            await scene.board.get("/board/live")
            await scene.board.press(button)
        await scene.teacher.look(*DESK, is_day=True)
        await scene.teacher.go(scene.opened.wall)
        await take(scene.teacher, "class-wall", (1000, 520))


async def press(tab: Tab, button: str) -> None:
    """Press a button that brings another page."""
    await tab.run("document.body.dataset.old = '1'")
    await tab.leave_by(f"document.querySelector('{button}').click()")
    await tab.wait_for("document.body && !document.body.dataset.old && document.readyState === 'complete'")


def _open_session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


def main() -> None:
    """Take the pictures."""
    for record in (record_exam, record_live):
        with TemporaryDirectory() as home:
            asyncio.run(record(Path(home)))


if __name__ == "__main__":
    main()
