"""Every line of tests/readings means what is written beside it, and every line of tests/plays does it."""

from difflib import unified_diff

import pytest

from game.pack.world import World
from tests.kept_readings import FOLDER, NAMES, PLAY_NAMES, PLAYS, list_happenings, list_readings, read_kept

LINES_AT_ONCE = 25
"""Few, so that a run of mutants finds the test of a line before it runs broader ones."""


def diff(kept: list[str], now: list[str]) -> str:
    """What has changed, and what to do then; empty where nothing has."""
    changed = "\n".join(unified_diff(kept, now, "kept", "now", lineterm="", n=0))
    return changed and f"{changed}\nread it; where each line is as good as before: python -m tests.kept_readings"


@pytest.mark.parametrize(
    ("name", "first"),
    [(name, first) for name in NAMES for first in range(0, len(read_kept(FOLDER, name)), LINES_AT_ONCE)],
)
def test_a_line_means_what_it_meant(name: str, first: int, tiny: World) -> None:
    lines = slice(first, first + LINES_AT_ONCE)
    assert not (changed := diff(read_kept(FOLDER, name)[lines], list(list_readings(name, tiny, lines)))), changed


@pytest.mark.parametrize("name", PLAY_NAMES)
def test_a_line_of_a_play_does_what_it_did(name: str, tiny: World) -> None:
    assert not (changed := diff(read_kept(PLAYS, name), list(list_happenings(name, tiny)))), changed
