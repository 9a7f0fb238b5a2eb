"""Papers of a very large bank, marks, and a key pressed in a round on the screen."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from statistics import median, quantiles

import pexpect
from msgspec.structs import replace

from game.content import open_pack
from game.core.paths import shipped
from game.pack.kinds import find_key, mark
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.codes import decode_paper, encode_paper
from game.quiz.papers import Paper, Selection

MANY = 100_000
FRAME = 1000 / 60
"""Milliseconds of a frame."""


def report() -> Iterator[str]:
    """Medians; what is done once a bank is told apart from what is done once a paper."""
    world, problems = open_pack(shipped("rooms"), None)
    if world is None:
        yield f"the shipped pack has problems: {problems[0]}"
        return
    began = time.perf_counter()
    bank = Bank(_large(world))
    loaded = time.perf_counter()
    number = len(bank.entries)
    yield _row(f"{number:,} items put in order", [time.perf_counter() - loaded], "once a bank, part of loading")
    selection = Selection(items=60, levels=(2, 3), only=("food", "planes", "cellar"))
    drawn = [_timed(partial(_drawn, bank, seed, Selection(items=60))) for seed in range(20)]
    yield _row(f"a paper of 60 out of {number:,}", drawn, "below 200 ms")
    chosen = [_timed(partial(_drawn, bank, seed, selection)) for seed in range(20)]
    yield _row("the same, by level and tags", chosen, "below 200 ms")
    yield _row("its digest, for its code", [_timed(lambda: bank.digest)], "once a bank")
    code = encode_paper(Paper(bank, 7, Selection(items=60)))
    yield _row(
        "a paper from its code", [_timed(lambda: decode_paper(code, bank).items) for _ in range(20)], "below 200 ms"
    )
    paper = Paper(bank, 7, Selection(items=60))
    keys = [(item, find_key(item, bank.world)) for item in paper.items]
    marks = [_timed(lambda: [mark(item, key, bank.world) for item, key in keys]) for _ in range(50)]
    yield _row("a paper of 60 marked", marks, "below 5 ms")
    yield f"{'all of this':40} {time.perf_counter() - began:7.1f} s"
    for size in ((80, 24), (120, 36)):
        with tempfile.TemporaryDirectory() as home:
            pressed = _pressed(size, home)
        yield _row(f"a letter pressed, to feedback, {size[0]}x{size[1]}", pressed, f"two frames, {2 * FRAME:.0f} ms")


def _drawn(bank: Bank, seed: int, selection: Selection) -> object:
    return Paper(bank, seed, selection).items


def _large(world: World) -> World:
    """The world with its questions over and over, each under a name of its own."""
    rooms = {}
    for room in world.rooms.values():
        count = MANY * len(room.items) // sum(len(each.items) for each in world.rooms.values())
        items = (replace(item, id=f"{item.id}-{n}") for n, item in enumerate(islice(cycle(room.items or ()), count)))
        rooms[room.id] = replace(room, items=tuple(items))
    return replace(world, rooms=rooms)


def _pressed(size: tuple[int, int], home: str) -> list[float]:
    """Seconds from a key sent to a real terminal program until the feedback's first words come back."""
    columns, rows = size
    arguments = ["-m", "game", "quiz", "--seed", "7", "--kind", "choice", "--items", "20"]
    environment = {**os.environ, "CARRIAGES_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    child = pexpect.spawn(sys.executable, arguments, env=environment, dimensions=(rows, columns), encoding="utf-8")
    child.delaybeforesend = None
    child.expect("Leave")
    times = []
    for _ in range(20):
        _drain(child)
        began = time.perf_counter()
        child.send("a")
        child.expect("Right:|Not quite")
        times.append(time.perf_counter() - began)
        _drain(child)
        child.send("\r")
    child.close(force=True)
    return times


def _drain(child: "pexpect.spawn[str]") -> None:
    """Read all that is still to come, so that no words of before are taken for those of now."""
    child.buffer = ""
    while True:
        try:
            child.read_nonblocking(65536, timeout=0.3)
        except pexpect.TIMEOUT:
            return


def _timed(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def _row(what: str, times: list[float], bar: str) -> str:
    high = quantiles(times, n=20)[18] if len(times) > 1 else times[0]
    return f"{what:40} median {median(times) * 1000:8.2f} ms   p95 {high * 1000:8.2f} ms   {bar}"
