"""Broken packs: each file in broken/ replaces a file of the tiny pack (or joins it) and blames the line it says.

The first line is ``# replaces: NAME`` or ``# adds: NAME``; ``#! message`` stands on the very line to be blamed.
"""

import re
import shutil
from pathlib import Path

import pytest

from game.content.load import load
from tests.conftest import TINY

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))


def test_there_are_broken_packs() -> None:
    assert len(BROKEN) >= 25


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = re.match(r"# (?:replaces|adds): (\S+)", text)
    assert first, f"{path.name} does not say which file it replaces"
    pack = tmp_path / "pack"
    shutil.copytree(TINY, pack)
    (pack / first[1]).write_text(text, encoding="utf-8")
    expected = {number: line.split("#! ")[1] for number, line in enumerate(text.splitlines(), start=1) if "#! " in line}
    problems = load(pack).problems
    told = "\n".join(map(str, problems)) or "no problem at all"
    here = [problem for problem in problems if problem.path.endswith(first[1])]
    for number, message in expected.items():
        assert any(message in str(problem) for problem in here if problem.line == number), f"line {number}: {told}"
    assert {problem.line for problem in here} == set(expected), told
    assert load(pack).world is None or not any(problem.is_fatal for problem in problems), told
