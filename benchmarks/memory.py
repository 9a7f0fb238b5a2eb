"""Resident memory at the play screen, against the bare app."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.programs import BARE, GAME, Program

RUNS = 5
SETTLE = 0.7
"""Seconds after the play screen is complete."""


def report() -> Iterator[str]:
    """The ratio and its bar."""
    sizes: dict[str, list[float]] = {"bare app ready": [], "palette": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(RUNS):
            for command, needle in ((BARE, "bare app ready"), (GAME, "palette")):
                program = Program(command, Path(folder))
                program.until(needle)
                time.sleep(SETTLE)
                sizes[needle].append(program.resident())
                program.stop()
    bare, game = median(sizes["bare app ready"]), median(sizes["palette"])
    yield f"bare app {bare:.1f} MB, play screen {game:.1f} MB: {game / bare:.2f}   at most 1.40"
