"""Start to the first painted frame, and to the first prompt, against the bare app; interleaved."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.programs import BARE, GAME, Program

RUNS = 20


def report() -> Iterator[str]:
    """The ratios, each with its bar."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        cases = {
            "bare": (BARE, "bare app ready", "xterm-256color"),
            "frame": (GAME, "21 Carriages", "xterm-256color"),
            "play": (GAME, "palette", "xterm-256color"),
            "plain": ([*GAME, "--plain"], "\n>", "xterm-256color"),
            "dumb": (GAME, "\n>", "dumb"),
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        for run in range(RUNS + 1):
            for name, (command, needle, term) in cases.items():
                program = Program(command, home, term)
                seconds = program.until(needle)
                program.stop()
                if run:
                    times[name].append(seconds)
    bare = median(times["bare"])
    yield f"bare app, first frame              {bare * 1000:6.0f} ms   1.00"
    for name, what, bar in (
        ("frame", "first painted frame", "at most 1.15"),
        ("play", "play screen complete", "(no bar)"),
        ("plain", "line mode, first prompt", "at most 0.35"),
        ("dumb", "the same without arguments", "at most 0.35"),
    ):
        yield f"{what:34} {median(times[name]) * 1000:6.0f} ms   {median(times[name]) / bare:.2f}   {bar}"
