"""Two processes of a class behind a real proxy: one is killed under load, and their database goes away for a while."""

import asyncio
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import aiohttp
import pytest

from game.commandline.main import main
from game.pack.kinds.choice import Choice
from game.pack.world import World
from game.store.attempt_events import HandedIn, Resumed
from game.store.attempt_folder import read_attempt
from game.store.exam_files import dump_exam
from game.web.serving.own_address import OwnAddress
from tests.browsing import Answer, Browser
from tests.class_rooms import make_exam
from tests.conftest import environ_without_coverage
from tests.own_nginx import own_nginx
from tests.own_postgres import OwnPostgres, find_free_port, own_postgres

PUPILS, ROUNDS = 10, 4
SECONDS_BETWEEN_TRIES = 0.25
READY = re.compile(r"type the code ([A-Z2-9]{6})")


@contextmanager
def serve_class(exam: Path, home: Path, store: str, public: str, port: int) -> Iterator["subprocess.Popen[str]"]:
    """A process of the class, once it answers; what it says first tells the code."""
    more = ["--store", store, "--class", "7b", "--port", str(port), "--behind-proxy", public]
    command = [sys.executable, "-m", "game", "class", str(exam), *more]
    environ = environ_without_coverage() | {"CARRIAGES_HOME": str(home / str(port))}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ) as program:
        try:
            yield program
        finally:
            program.kill()


def read_code(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    said = ""
    while (found := READY.search(said)) is None:
        line = program.stdout.readline()
        assert line, said
        said += line
    return found[1]


class Bot:
    """A pupil who sends a form again until it is confirmed, and remembers what was."""

    def __init__(self, number: int, browser: Browser, code: str) -> None:
        self.name, self._browser, self._code = f"Signal-{number:02}", browser, code
        self.confirmed: dict[int, str] = {}
        self.refused = 0
        """How often an answer was that nothing is kept."""

    async def join(self) -> None:
        await self._ask("/")
        await self._send("/join", {"code": self._code, "name": self.name})
        await self._ask("/exam")
        await self._send("/exam", {"do": "begin"})

    async def answer(self, number: int, letter: str) -> None:
        while not self._browser.page.by_tag("h1")[0].text.startswith(f"Question {number} of"):
            await self._send("/exam", {"do": f"go {number}"})
        await self._send("/exam", {"do": "save", "letter": letter})
        self.confirmed[number] = letter

    async def hand_in(self) -> None:
        # After the last answer it is asked by itself.
        assert self._browser.page.by_tag("h1")[0].text == "Hand in"
        await self._send("/exam", {"do": "yes"})

    async def _ask(self, path: str) -> None:
        while (await self._try(self._browser.get(path))) is None:
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    async def _send(self, path: str, fields: dict[str, str]) -> None:
        # The same form again: only so is it known when the first one was kept though its answer was lost.
        form = {**self._browser.fields(path), **fields}
        while (await self._try(self._browser.post(path, form))) is None:
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)

    async def _try(self, asked: "asyncio.Future[Answer] | object") -> Answer | None:
        before = self._browser.last
        try:
            answer: Answer = await asked  # type: ignore[misc] # what a browser returns
        except aiohttp.ClientError:
            answer = Answer(502, "", {}, "", ())
        if answer.status in (502, 503, 504):
            self.refused += 1
            self._browser.last = before
            return None
        assert answer.status == 200, answer.text
        return answer


def test_two_processes_lose_nothing(tour: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = tuple(item for room in tour.rooms.values() for item in room.items if isinstance(item, Choice))[:ROUNDS]
    exam = tmp_path / "class.exam"
    exam.write_bytes(dump_exam(make_exam(tour, items)))
    proxy, ports = find_free_port(), (find_free_port(), find_free_port())
    public = f"http://127.0.0.1:{proxy}"
    with own_postgres() as postgres, ExitStack() as stack:
        store = postgres.make_address()
        # Both at once: each makes the tables, or waits for the other.
        started = [serve_class(exam, tmp_path, store, public, port) for port in ports]
        programs = [stack.enter_context(each) for each in started]
        codes = {read_code(program) for program in programs}
        assert len(codes) == 1
        stack.enter_context(own_nginx(tmp_path / "nginx", ports, proxy))
        bots = asyncio.run(sit(OwnAddress(proxy, public=public), codes.pop(), postgres, programs[0]))
        typed = ["class", "--store", store, "--class", "7b", "--export", str(tmp_path / "there")]
        assert main(typed) == 0
    attempts = {attempt.candidate: attempt for attempt in map(read_attempt, (tmp_path / "there").iterdir())}
    assert len(attempts) == len(bots) == PUPILS
    for bot in bots:
        attempt = attempts[bot.name]
        assert {int(item[1:]): response[0] for item, response in attempt.responses.items()} == bot.confirmed
        assert len(bot.confirmed) == ROUNDS
        assert isinstance(attempt.handed_in, HandedIn)
        assert not any(isinstance(event, Resumed) for event in attempt.events)
    assert any(bot.refused for bot in bots), "the database was away, and nobody has noticed"
    capsys.readouterr()
    typed = ["results", "collect", str(tmp_path / "there"), "--exam", str(exam), "--from-class"]
    assert main([*typed, "--folder", str(tmp_path / "results")]) == 0
    assert str(PUPILS) in capsys.readouterr().out


async def sit(address: OwnAddress, code: str, postgres: OwnPostgres, victim: "subprocess.Popen[str]") -> list[Bot]:
    async with aiohttp.ClientSession() as all_in_one, asyncio.timeout(100):
        assert (await all_in_one.get(f"{address.url}ok")).status == 200
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(sit_one(number, address, code, postgres, victim)) for number in range(PUPILS)]
    return [task.result() for task in tasks]


async def sit_one(
    number: int, address: OwnAddress, code: str, postgres: OwnPostgres, victim: "subprocess.Popen[str]"
) -> Bot:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        bot = Bot(number, Browser(address, session), code)
        await bot.join()
        for question in range(1, ROUNDS + 1):
            if (number, question) == (0, 2):
                victim.send_signal(signal.SIGKILL)
            if (number, question) == (1, 3):
                await asyncio.to_thread(postgres.stop, "immediate")
                await asyncio.sleep(3)
                await asyncio.to_thread(postgres.start)
            await bot.answer(question, "ABC"[(number + question) % 3])
        await bot.hand_in()
        return bot
