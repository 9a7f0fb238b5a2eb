"""A turn of the session: parse, perform, tell; with and without keeping the tour."""

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.made import make_pack
from game.app.game import Game
from game.content import open_pack
from game.core.paths import shipped
from game.pack.world import World
from game.store.saves import Saves

LINES = 10_000
WAYS = ("forward", "back", "look", "exits", "inventory", "source", "undo", "score", "quiz", "b", "what is this", "fly")
TYPED = (
    *("why is it so slow", "please look around", "can you open the door", "I want to go forward", "x charis", "udno"),
    *("who is kim", "2", "hint", "help", "x door", "both", "it", "take all but map", "what now", "", "wtf", "progress"),
    *("tell me about the food on board", "what happened in 2011", "frobnicate the lever", "x chairs and table", "g"),
    *("go to dining", "units metric", "ask conductor about putin", "sit on the chair", "look. x lamp then n", "skip"),
)
"""What newcomers type, from sense to nonsense."""


def report() -> Iterator[str]:
    """Medians and 99th percentiles; the cost must not grow with the pack."""
    world, problems = open_pack(shipped("rooms"), None)
    if world is None:
        yield f"the shipped pack has problems: {problems[0]}"
        return
    yield _row("shipped pack", _times(world, None, LINES), "median below 1 ms, p99 below 5 ms")
    with tempfile.TemporaryDirectory() as folder:
        yield _row("shipped pack, tour kept every turn", _times(world, Saves(Path(folder)), 1_000), "")
        large, _ = open_pack(make_pack(Path(folder) / "pack", 10_000), None)
        if large is not None:
            yield _row("made pack of 10,000 rooms", _times(large, None, LINES), "no more than the shipped one")


def _times(world: World, saves: Saves | None, number: int) -> list[float]:
    chance = random.Random(21)
    game = Game(world, saves)
    game.open(fresh=True)
    times = []
    for _ in range(number):
        line = _line(game, chance)
        began = time.perf_counter()
        game.perform(line)
        times.append(time.perf_counter() - began)
    return times


def _line(game: Game, chance: random.Random) -> str:
    """A line a player might type: walking, looking at something, or whatever comes to mind."""
    luck = chance.random()
    if luck < 0.3:
        return chance.choice(TYPED)
    if luck < 0.6:
        return "forward" if chance.random() < 0.7 else chance.choice(WAYS)
    names = game.view.names
    return f"x {chance.choice(names)}" if names else "look"


def _row(what: str, times: list[float], bar: str) -> str:
    high = quantiles(times, n=100)[98]
    return f"{what:36} median {median(times) * 1000:6.3f} ms   p99 {high * 1000:6.3f} ms   {bar}"
