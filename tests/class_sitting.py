"""A class of bots that sits an exam with each kind of question, some of them in real browsers, while things go wrong.

The server is killed in the middle and started again; a browser is killed, and its pupil goes on in another; one pupil
comes late.

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
from game.store.attempt_folder import SUFFIX, read_attempt
from game.store.attempts import Attempt
from game.store.exam_files import dump_exam
from tests.class_bots import Bot, Desk, Pupil, Sitter
from tests.class_process import ClassProcess
from tests.class_rooms import make_exam_of_each_kind
from tests.conftest import TESTS, loaded


class Sat(NamedTuple):
    """How it went."""

    sitters: list[Sitter]
    marked: dict[str, Attempt]
    """Pseudonym -> the attempt as the teacher has collected it."""
    seconds: float

    def find_wrong_marks(self) -> list[str]:
        """Each pupil and question whose mark is not the one that was known before."""
        return [
            f"{sitter.name}, question {number}"
            for sitter in self.sitters
            for number, worth in enumerate(self.marked[sitter.name].marks.values(), start=1)
            if worth != float(sitter.knows(number))
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
    assert main([*command, "--witnessed"]) == 0
    attempts = [read_attempt(each) for each in (folder / "all").glob(f"*{SUFFIX}")]
    assert len(attempts) == len(sitters)
    marked = {attempt.begun.candidate: attempt for attempt in attempts}
    return Sat(sitters, marked, time.monotonic() - began)


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
            await desk.is_busy.wait()
            desk.is_open.clear()
            desk.process.end(signal.SIGKILL)
            await asyncio.to_thread(desk.process.start)
            desk.is_open.set()
            tasks.create_task(late.sit())
    return sitters


def _run() -> int:
    parser = argparse.ArgumentParser(description="Let a class of bots sit an exam in browsers.")
    parser.add_argument("--pupils", type=int, default=30)
    parser.add_argument("--tabs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        world = loaded(TESTS.parent / "rooms")
        sat = asyncio.run(sit_class(Path(folder), world, options.pupils - options.tabs, options.tabs))
    wrong = sat.find_wrong_marks()
    said = [f"{len(sat.marked)} attempts, {len(wrong)} wrong marks, {sat.seconds:.0f} s", *wrong]
    sys.stdout.write("\n".join(said) + "\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(_run())
