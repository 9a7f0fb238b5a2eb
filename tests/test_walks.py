"""Plays as text: ``> line``, then words its reply must hold; ``!`` forbids words, ``/`` is a regular expression.

The first lines may say ``pack: tiny`` or ``pack: shipped`` and ``seed: N``. To add a walk, add a file.
"""

import re
from pathlib import Path

import pytest

from game.play import Game
from game.prose.text import paragraphs
from game.world import World

WALKS = sorted((Path(__file__).parent / "walks").glob("*.txt"))


def test_there_are_walks() -> None:
    assert len(WALKS) >= 6


@pytest.mark.parametrize("path", WALKS, ids=lambda path: path.stem)
def test_walk(path: Path, tiny: World, tour: World) -> None:
    lines = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()]
    settings = dict(line.split(": ", 1) for line in lines if re.match(r"(pack|seed): ", line))
    game = Game({"tiny": tiny, "shipped": tour}[settings.get("pack", "tiny")], seed=int(settings.get("seed", "0")))
    reply = paragraphs(game.open(), None)
    checks = 0
    for number, line in enumerate(lines, start=1):
        where = f"{path.name}:{number}: {line}\n{reply}"
        if line.startswith("> ") or line == ">":
            reply = paragraphs(game.perform(line[2:]), None)
        elif line.startswith("! "):
            checks += 1
            assert line[2:].casefold() not in reply.casefold(), where
        elif line.startswith("/"):
            checks += 1
            assert re.search(line[1:], reply), where
        elif line and not line.startswith("#") and not re.match(r"(pack|seed): ", line):
            checks += 1
            assert line.casefold() in reply.casefold(), where
    assert checks, f"{path.name} checks nothing"
