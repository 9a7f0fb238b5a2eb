"""A class of bots that sits an exam with each kind of question, some of them in real browsers, while things go wrong.

In the middle, one pupil gets more time and another a new name; then the server is killed and started again. A browser
is killed, and its pupil goes on in another. One pupil comes late.

    python -m tests.class_sitting --pupils 30 --tabs 3
"""

import argparse
import asyncio
import signal
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import NamedTuple

import aiohttp

from game.commandline.main import main
from game.pack.world import World
from game.prose import board_words as words
from game.store.attempt_folder import SUFFIX, read_attempt
from game.store.attempts import Attempt
from game.store.exam_files import dump_exam
from tests.browsing import Browser
from tests.class_bots import Bot, Desk, Pupil, Sitter
from tests.class_process import ClassProcess
from tests.class_rooms import make_exam_of_each_kind
from tests.conftest import TESTS, loaded
from tests.test_web_board import act, open_pupil

EXTRA_MINUTES, NEW_NAME = 5, "Lantern-19"
"""What the teacher gives to one pupil, and how another is called from then on."""


class Sat(NamedTuple):
    """How it went."""

    sitters: list[Sitter]
    marked: dict[str, Attempt]
    """Pseudonym -> the attempt as the teacher has collected and marked it."""
    kept: dict[str, Attempt]
    """Pseudonym -> the attempt as the class has kept it."""
    seconds: float

    def find_wrong_marks(self) -> list[str]:
        """Each pupil and question whose mark is not the one that was known before."""
        return [
            f"{sitter.name}, question {number}"
            for sitter in self.sitters
            for number, worth in enumerate(self.marked[sitter.name].marks.values(), start=1)
            if worth != float(sitter.knows(number))
        ]

    def find_wrong_times(self) -> list[str]:
        """Each pupil who has not the time that was given."""
        found = {sitter.name: self.kept[sitter.name].limit.extra / 60 for sitter in self.sitters}
        return [
            f"{sitter.name}: {found[sitter.name]}"
            for sitter in self.sitters
            if found[sitter.name] != sitter.extra_minutes
        ]


async def sit_class(folder: Path, world: World, bots: int, tabs: int) -> Sat:
    """Let a class sit, kill its server in the middle, and collect."""
    began = time.monotonic()
    exam, path, kept = make_exam_of_each_kind(world), folder / "class.exam", folder / "class"
    path.write_bytes(dump_exam(exam))
    process = ClassProcess(folder, path, kept)
    process.start()
    try:
        desk = Desk(process, world, exam, bots + tabs - 1)
        sitters = await _sit_all(desk, folder, bots, tabs)
    finally:
        process.end(signal.SIGTERM)
    command = ["results", "collect", str(kept / "attempts"), "--exam", str(path), "--folder", str(folder / "all")]
    assert main([*command, "--from-class"]) == 0
    marked, written = _read_attempts(folder / "all"), _read_attempts(kept / "attempts")
    assert len(marked) == len(written) == len(sitters)
    return Sat(sitters, marked, written, time.monotonic() - began)


def _read_attempts(folder: Path) -> dict[str, Attempt]:
    attempts = [read_attempt(path) for path in folder.glob(f"*{SUFFIX}")]
    found = {attempt.candidate: attempt for attempt in attempts}
    assert len(found) == len(attempts)
    return found


async def _sit_all(desk: Desk, folder: Path, bots: int, tabs: int) -> list[Sitter]:
    async with AsyncExitStack() as opened:
        session = [
            await opened.enter_async_context(aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)))
            for _ in range(bots)
        ]
        sitters: list[Sitter] = [Bot(desk, place, each) for place, each in enumerate(session)]
        sitters += [Pupil(desk, bots + place, folder, opened, is_unlucky=not place) for place in range(tabs)]
        *early, late = sitters[1:] + sitters[:1]
        async with asyncio.TaskGroup() as tasks:
            for sitter in early:
                tasks.create_task(sitter.sit())
            await desk.middle.wait()
            await _act_as_teacher(desk.process, extended=early[0], renamed=early[1])
            await desk.second_half.wait()
            await desk.is_busy.wait()
            desk.is_open.clear()
            desk.process.end(signal.SIGKILL)
            await asyncio.to_thread(desk.process.start)
            desk.is_open.set()
            tasks.create_task(late.sit())
    return sitters


async def _act_as_teacher(process: ClassProcess, *, extended: Sitter, renamed: Sitter) -> None:
    """Give one pupil more time, and another name to one who is called wrongly."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        teacher = Browser(process.address, session)
        await teacher.get(f"/board?key={process.board}")
        await open_pupil(teacher, extended.name)
        told = await act(teacher, words.GIVE, minutes=str(EXTRA_MINUTES))
        assert teacher.last is not None
        assert teacher.last.status == 200, told
        await open_pupil(teacher, renamed.name)
        await act(teacher, words.RENAME, name=NEW_NAME)
        assert teacher.page.by_tag("h1")[0].text == NEW_NAME
        extended.extra_minutes, renamed.name = EXTRA_MINUTES, NEW_NAME


def _run() -> int:
    parser = argparse.ArgumentParser(description="Let a class of bots sit an exam in browsers.")
    parser.add_argument("--pupils", type=int, default=30)
    parser.add_argument("--tabs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        world = loaded(TESTS.parent / "rooms")
        sat = asyncio.run(sit_class(Path(folder), world, options.pupils - options.tabs, options.tabs))
    wrong = sat.find_wrong_marks() + sat.find_wrong_times()
    said = [f"{len(sat.marked)} attempts, {len(wrong)} wrong marks or times, {sat.seconds:.0f} s", *wrong]
    sys.stdout.write("\n".join(said) + "\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(_run())
