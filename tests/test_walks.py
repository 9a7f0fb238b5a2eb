"""Plays as text: ``> line``, then words its reply must hold; ``!`` forbids words, ``/`` is a regular expression.

The first lines may say ``pack: tiny``, ``shipped``, ``lighthouse`` or ``one-room``, and ``seed: N``. To add a walk, add
a file.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from game.app.game import Game
from game.pack.world import World
from game.prose.text import render_text
from game.store.saves import Saves

WALKS = sorted((Path(__file__).parent / "walks").glob("*.txt"))


class Walk(NamedTuple):
    """A play as text, read."""

    pack: str
    seed: int
    lines: tuple[str, ...]


def read_walk(path: Path) -> Walk:
    """The settings of a walk and the lines typed in it."""
    rows = path.read_text(encoding="utf-8").splitlines()
    settings = dict(row.split(": ", 1) for row in rows if re.match(r"(pack|seed): ", row))
    typed = tuple(row[2:] for row in rows if row.startswith("> ") or row == ">")
    return Walk(settings.get("pack", "tiny"), int(settings.get("seed", "0")), typed)


def test_there_are_walks() -> None:
    assert len(WALKS) >= 25


@pytest.mark.parametrize("path", WALKS, ids=lambda path: path.stem)
def test_walk(path: Path, worlds: dict[str, World], tmp_path: Path) -> None:
    lines = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()]
    walk = read_walk(path)
    game = Game(worlds[walk.pack], Saves(tmp_path), walk.seed)
    reply = render_text(game.open(lessons=0), None)
    checks = 0
    for number, line in enumerate(lines, start=1):
        where = f"{path.name}:{number}: {line}\n{reply}"
        if line.startswith("> ") or line == ">":
            reply = render_text(game.perform(line[2:]), None)
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
