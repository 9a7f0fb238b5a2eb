"""A kind of question is whole or does not pass the type checker; nobody outside the kinds tells them apart."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from shutil import copytree

import pytest

from game.pack.kinds import KINDS
from game.pack.kinds.contract import QuestionKind
from tests.conftest import environ_without_coverage

GAME = Path(__file__).parents[1] / "game"
PARTS = sorted(name for name in vars(QuestionKind) if not name.startswith("_"))
CLASSES = {name: kind.__name__ for name, kind in KINDS.items()}


def copied(folder: Path) -> Path:
    """The kinds and all they rest on, to be spoilt."""
    for package in ("core", "pack"):
        copytree(GAME / package, folder / "game" / package, ignore=lambda *_: ["__pycache__"])
    (folder / "game" / "__init__.py").write_text('"""A copy."""\n', "utf-8")
    return folder


def checked(folder: Path, cache: Path) -> str:
    """What mypy says of a copy."""
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(cache), "-p", "game.pack.kinds"]
    # The shape of the copy is all that counts: what it imports from elsewhere is installed for this interpreter too.
    environment = {**environ_without_coverage(), "MYPYPATH": str(folder), "PYTHONPATH": ""}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def without(source: str, names: Iterable[str]) -> str:
    """A module whose classes lack some methods."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and method.name in names:
                    first = min([method.lineno, *(one.lineno for one in method.decorator_list)])
                    for place in range(first - 1, method.end_lineno or 0):
                        lines[place] = ""
    return "\n".join(lines)


def test_every_kind_has_every_part_in_its_own_file() -> None:
    """No kind inherits a part, so a part that is left out is missing and not another kind's."""
    for kind in KINDS.values():
        assert [part for part in PARTS if part not in vars(kind)] == [], kind.__name__


def test_the_contract_has_all_that_makes_a_kind() -> None:
    assert len(PARTS) == 16
    for kind in KINDS.values():
        public = {name for name, value in vars(kind).items() if callable(value) and not name.startswith("_")}
        assert public == set(PARTS), f"{kind.__name__} has a public method that is no part of the contract"


@pytest.mark.slow
def test_a_kind_that_lacks_a_part_fails_the_type_checker(tmp_path: Path, mypy_cache: Path) -> None:
    """One run: every part is taken from every kind, and each must be missed under both names."""
    folder = copied(tmp_path)
    assert "Success" in checked(folder, mypy_cache)
    for path in (folder / "game" / "pack" / "kinds").glob("*.py"):
        if path.name != "contract.py":
            path.write_text(without(path.read_text("utf-8"), PARTS), "utf-8")
    said = checked(folder, mypy_cache)
    missed = set(re.findall(r'Item "(?:type\[)?(\w+)\]?" of "[^"]*" has no attribute "(\w+)"', said))
    assert {(kind, part) for kind in CLASSES.values() for part in PARTS} - missed == set()


@pytest.mark.slow
@pytest.mark.parametrize("place", [0, 14])
def test_one_part_of_one_kind_is_missed_alone(tmp_path: Path, mypy_cache: Path, place: int) -> None:
    folder = copied(tmp_path)
    kind, part = list(KINDS)[place % len(KINDS)], PARTS[place]
    path = folder / "game" / "pack" / "kinds" / f"{kind.replace('-', '_')}.py"
    path.write_text(without(path.read_text("utf-8"), [part]), "utf-8")
    assert f'Item "{CLASSES[kind]}" of' in checked(folder, mypy_cache)


def test_nobody_outside_tells_kinds_apart() -> None:
    """Neither ``isinstance`` nor ``case``: a kind that is added would fall through such a list in silence."""
    names = "|".join(CLASSES.values())
    asked = re.compile(rf"isinstance\([^)]*\b(?:{names})\b|case (?:{names})\(")
    found = [
        f"{path.relative_to(GAME)}: {line.strip()}"
        for path in GAME.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if asked.search(line)
    ]
    assert found == []
