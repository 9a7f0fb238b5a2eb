"""The invariants of the house that ARCHITECTURE.md lists, each held by a test here or named there."""

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from types import FrameType

import msgspec
import pytest

import game
from benchmarks.made import make_pack
from game.app.game import Game
from game.pack.world import World
from game.tour.session import Session
from tests.conftest import loaded

GAME = Path(game.__file__).parent
PURE = ("pack", "quiz", "tour", "prose")
"""Packages that do no input and no output."""
OUTSIDE = {
    *("os", "sys", "io", "pathlib", "shutil", "tempfile", "subprocess"),
    *("socket", "urllib", "http", "sqlite3", "time", "secrets"),
}
"""Modules through which a program reaches files, clocks, other programs and the network."""


def modules_of(*packages: str) -> Iterator[tuple[Path, ast.Module]]:
    for package in packages:
        for path in sorted((GAME / package).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def imported_by(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_pure_packages_reach_nothing_outside_the_program() -> None:
    for path, tree in modules_of(*PURE):
        assert OUTSIDE.isdisjoint(name.partition(".")[0] for name in imported_by(tree)), path
        called = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert called.isdisjoint({"open", "print", "input", "breakpoint", "exec", "eval"}), path


def test_records_of_packs_states_events_and_commands_are_frozen() -> None:
    for package in ("pack", "tour", "quiz"):
        for module in pkgutil.walk_packages([str(GAME / package)], f"game.{package}."):
            for name, found in vars(importlib.import_module(module.name)).items():
                if isinstance(found, type) and issubclass(found, msgspec.Struct) and found is not msgspec.Struct:
                    assert found.__struct_config__.frozen, f"{module.name}.{name}"


def test_widgets_decide_nothing() -> None:
    """A widget reaches no session, no marking, no store, no file and no clock."""
    forbidden = (
        "game.tour.session",
        "game.tour.verbs",
        "game.tour.parser",
        "game.quiz",
        "game.store",
        "game.classroom",
    )
    for path, tree in modules_of("tui/widgets"):
        for name in imported_by(tree):
            assert name.partition(".")[0] not in OUTSIDE, f"{path}: {name}"
            assert not name.startswith(forbidden), f"{path}: {name}"


def test_nothing_is_kept_at_module_level() -> None:
    """No function rebinds a name of its module. Two games in one process then share only what never changes."""
    for path, tree in modules_of("."):
        assert not any(isinstance(node, ast.Global) for node in ast.walk(tree)), path


def test_two_games_in_one_process_know_nothing_of_each_other(tiny: World) -> None:
    lines = ("look", "x lamp", "f", "undo", "again", "notebook", "hint", "hint", "frob", "oops look", "score")
    alone = Game(tiny)
    expected = [alone.open(), *(alone.perform(line) for line in lines)]
    first, second = Game(tiny), Game(tiny)
    opened = first.open(), second.open()
    told = [(first.perform(line), second.perform(line)) for line in lines]
    assert [[line.text for line in lines] for lines in expected] == [
        [line.text for line in one] for one in chain(opened[:1], (one for one, _ in told))
    ]
    assert opened[0] == opened[1]
    assert all(one == other for one, other in told)


@pytest.fixture(scope="module")
def sized(tmp_path_factory: pytest.TempPathFactory) -> dict[int, World]:
    folder = tmp_path_factory.mktemp("sized")
    return {rooms: loaded(make_pack(folder / str(rooms), rooms)) for rooms in (30, 600)}


def calls_of(session: Session, line: str) -> int:
    """How many functions of the game a line calls: a measure that no load on the machine changes."""
    number = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal number
        number += event == "call" and "game" in frame.f_code.co_filename

    sys.setprofile(count)
    try:
        session.perform(line)
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.slow
@pytest.mark.parametrize("line", ["look", "x lamp 2", "forward", "back", "hint", "source", "question", "frobnicate it"])
def test_a_turn_costs_the_same_in_a_larger_pack(sized: dict[int, World], line: str) -> None:
    counts = []
    for world in sized.values():
        session = Session(world)
        for earlier in ("look", "x lamp 1", "forward", "x lamp 1", line):  # what is made once is made before the count
            session.perform(earlier)
        counts.append(calls_of(session, line))
    assert counts[1] <= counts[0] * 1.1
