"""A class and a tour in browsers, against a real process on this machine: joining, answering, memory, pages, start."""

import asyncio
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from benchmarks.programs import BIN
from benchmarks.web_pupil import Pupil

CLASS, SCHOOL, TOURS = 30, 300, 40
"""Pupils of a class; of ten classes that share one server; visitors of a tour."""
SECONDS_PER_ANSWER, ANSWERS = 5.0, 3
"""How often each pupil of a school answers, and how many times."""
STARTS, LOOKS = 5, 20
LINES = ("in", "x all", "forward", "x all", "notebook", "forward")
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


class Process:
    """A server that runs, and what its system knows of it."""

    def __init__(self, pid: int, port: int, code: str, board: str) -> None:
        self._pid, self.port, self.code, self.board = pid, port, code, board

    @property
    def resident(self) -> float:
        """Resident memory in MB."""
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self._pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0

    @property
    def busy(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS_PER_SECOND


def report() -> Iterator[str]:
    """Seconds, bytes and MB, each with its bar."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        exam = home / "class.exam"
        _run_game(home, "exam", "new", str(exam), "--items", "20", "--minutes", "60")
        starts = []
        for number in range(STARTS + 1):
            began = time.perf_counter()
            with _serving(home, "class", str(exam), "--class", str(home / f"start {number}")) as server:
                asyncio.run(_look(server))
                starts.append(time.perf_counter() - began)
        yield _row("class: start to first page", [median(starts[1:])], "at most 1,000 ms")
        with _serving(home, "class", str(exam), "--class", str(home / "class")) as server:
            yield from asyncio.run(_measure_class(server))
        pupils = [Pupil() for _ in range(SCHOOL)]
        with _serving(home, "class", str(exam), "--class", str(home / "school")) as server:
            yield from asyncio.run(_measure_school(server, pupils))
        # It was killed. Everybody comes back at once.
        with _serving(home, "class", str(exam), "--class", str(home / "school"), port=server.port) as server:
            yield from asyncio.run(_measure_return(server, pupils))
        with _serving(home, "serve") as server:
            yield from asyncio.run(_measure_tours(server))


async def _look(server: Process) -> None:
    pupil = await Pupil().connect(server.port)
    await pupil.get("/")
    pupil.close()


async def _measure_class(server: Process) -> list[str]:
    pupils = [Pupil() for _ in range(CLASS)]
    joined = await _time_all(pupils, lambda pupil, number: _join(server, pupil, number))
    begun = await _time_all(pupils, lambda pupil, _: pupil.post("/exam", do="begin"))
    largest = 0
    for _ in range(20):
        await pupils[0].answer()
        largest = max(largest, len(pupils[0].page.encode()))
    return [
        _row(f"{CLASS} join at once, to the rules", joined, "median at most 300 ms"),
        _row(f"{CLASS} begin at once, to the question", begun, "median at most 300 ms"),
        f"{'largest page of an exam':44} {largest / 1000:8.1f} kB   at most 60 kB",
    ]


async def _measure_school(server: Process, pupils: list[Pupil]) -> list[str]:
    joined = await _time_all(pupils, lambda pupil, number: _join(server, pupil, number))
    begun = await _time_all(pupils, lambda pupil, _: pupil.post("/exam", do="begin"))
    before = server.busy
    answered: list[float] = []

    async def work(pupil: Pupil, number: int) -> None:
        await asyncio.sleep(SECONDS_PER_ANSWER * number / SCHOOL)
        for _ in range(ANSWERS):
            began = time.perf_counter()
            await pupil.answer()
            took = time.perf_counter() - began
            answered.append(took)
            await asyncio.sleep(SECONDS_PER_ANSWER - took)

    await _time_all(pupils, work)
    busy = (server.busy - before) / len(answered)
    teacher = await Pupil().connect(server.port)
    await teacher.get(f"/board?key={server.board}")
    looked = [await _time(lambda: teacher.get("/board")) for _ in range(LOOKS)]
    return [
        _row(f"{SCHOOL} join at once, to the rules", joined, "p95 at most 2,000 ms"),
        _row(f"{SCHOOL} begin at once, to the question", begun, "p95 at most 2,000 ms"),
        _row(f"{SCHOOL} answer every {SECONDS_PER_ANSWER:.0f} s, to the next page", answered, "p95 at most 30 ms"),
        f"{'processor time of an answer, clocks included':44} {busy * 1000:8.2f} ms",
        _row(f"the board of {SCHOOL}", looked, "median at most 300 ms"),
        f"{f'memory of a server of {SCHOOL}':44} {server.resident:8.1f} MB   at most 120 MB",
    ]


async def _measure_return(server: Process, pupils: list[Pupil]) -> list[str]:
    async def return_to(pupil: Pupil, _: int) -> None:
        await pupil.connect(server.port)
        await pupil.get("/exam")

    returned = await _time_all(pupils, return_to)
    return [_row(f"{SCHOOL} come back at once after a kill", returned, "p95 at most 2,000 ms")]


async def _measure_tours(server: Process) -> list[str]:
    pupils = [Pupil() for _ in range(TOURS)]

    async def walk(pupil: Pupil, _: int) -> None:
        await pupil.connect(server.port)
        await pupil.get("/")
        await pupil.post("/begin")
        for line in LINES:
            await pupil.post("/tour", say=line)

    # The first visitor opens what all share.
    await walk(pupils[0], 0)
    before = server.resident
    walked = await _time_all(pupils[1:], walk)
    each = (server.resident - before) / (TOURS - 1)
    largest = max(len(pupil.page.encode()) for pupil in pupils)
    return [
        _row(f"{TOURS} walk at once, a line to its page", [took / len(LINES) for took in walked], "(no bar)"),
        f"{'memory of one more tour':44} {each:8.2f} MB   at most 1 MB",
        f"{'largest page of a tour':44} {largest / 1000:8.1f} kB   at most 60 kB",
    ]


async def _join(server: Process, pupil: Pupil, number: int) -> None:
    await pupil.connect(server.port)
    await pupil.get("/")
    await pupil.post("/join", code=server.code, name=f"Signal-{number}")


async def _time_all(pupils: list[Pupil], do: Callable[[Pupil, int], Awaitable[None]]) -> list[float]:
    """Seconds that each of many takes who do the same at once."""

    return list(await asyncio.gather(*(_time(partial(do, pupil, number)) for number, pupil in enumerate(pupils))))


async def _time(do: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await do()
    return time.perf_counter() - began


@contextmanager
def _serving(home: Path, *command: str, port: int = 0) -> Iterator[Process]:
    """A server, once it says where it is."""
    whole = [str(BIN / "carriages"), *command, "--port", str(port)]
    with subprocess.Popen(whole, stdout=subprocess.PIPE, text=True, env=_make_environment(home)) as program:
        assert program.stdout is not None
        said = ""
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/(?:.*code ([A-Z2-9]{6}))?", said)):
            said = program.stdout.readline()
            if not said:
                raise RuntimeError(f"{' '.join(whole)} has ended")
        board = re.search(r"board\?key=(\S+)", program.stdout.readline())
        yield Process(program.pid, int(found[1]), found[2] or "", board[1] if board else "")
        program.kill()


def _run_game(home: Path, *arguments: str) -> None:
    whole = [str(BIN / "carriages"), *arguments]
    subprocess.run(whole, check=True, capture_output=True, env=_make_environment(home))


def _make_environment(home: Path) -> dict[str, str]:
    return {**os.environ, "CARRIAGES_HOME": str(home)}


def _row(what: str, times: list[float], bar: str) -> str:
    high = quantiles(times, n=20)[18] if len(times) > 1 else times[0]
    return f"{what:44} median {median(times) * 1000:8.1f} ms   p95 {high * 1000:8.1f} ms   {bar}"
