"""A whole class sits an exam with a killed server and browser, a late and a renamed pupil: all marks are as known.

``python -m tests.class_sitting`` does the same with 30 pupils.
"""

from pathlib import Path

from game.pack.kinds import KINDS
from game.pack.world import World
from tests.chromium import PROGRAM
from tests.class_bots import Pupil
from tests.class_sitting import EXTRA_MINUTES, NEW_NAME, sit_class

BOTS = 4
TABS = 3 if PROGRAM is not None else 0
"""Pupils with real browsers, where this machine has one."""


async def test_a_class_sits_through_whatever_happens(tour: World, tmp_path: Path) -> None:
    sat = await sit_class(tmp_path, tour, BOTS, TABS)
    assert sat.find_wrong_marks() == []
    assert sat.find_wrong_times() == []
    assert NEW_NAME in sat.marked
    assert sum(sitter.extra_minutes for sitter in sat.sitters) == EXTRA_MINUTES
    assert len(sat.marked) == BOTS + TABS
    # Each question is answered rightly by some and wrongly by others, so every mark could have been another.
    worths = [tuple(attempt.marks.values()) for attempt in sat.marked.values()]
    assert [set(each) for each in zip(*worths, strict=True)] == [{0.0, 1.0}] * len(KINDS)
    browsers = [sitter.browsers for sitter in sat.sitters if isinstance(sitter, Pupil)]
    assert browsers == [2, 1, 1][:TABS]
