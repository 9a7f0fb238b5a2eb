"""Every line of tests/readings means what is written beside it, in the place where it is typed."""

from difflib import unified_diff

import pytest

from game.pack.world import World
from tests.kept_readings import NAMES, list_readings, read_kept


@pytest.mark.parametrize("name", NAMES)
def test_a_line_means_what_it_meant(name: str, tiny: World) -> None:
    changed = "\n".join(unified_diff(read_kept(name), list(list_readings(name, tiny)), "kept", "now", lineterm="", n=0))
    assert not changed, f"{changed}\nread it; where each line is read as well as before: python -m tests.kept_readings"
