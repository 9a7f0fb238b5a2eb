"""From Enter to the painted reply, at 120x36 in a pseudo-terminal, and what a walk writes."""

import os
import select
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.programs import GAME, Program

LINES = (
    *("look", "x press board", "job", "exits", "forward", "look", "x plaque", "notes", "forward", "score"),
    *("what now", "back", "inventory", "source", "forward", "hint", "look", "forward", "exits", "x plaque"),
)
WALKS = frozenset({"forward", "back"})
KEY_SECONDS, QUIET_SECONDS = 0.02, 0.35
"""Seconds between two keys of a quick typist, and seconds without a byte after which the screen is at rest."""

ROUNDS = 2


def report() -> Iterator[str]:
    """The medians with their bars."""
    times: list[float] = []
    walks: list[int] = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            program = Program(GAME, Path(folder))
            program.until("palette")
            _read(program, QUIET_SECONDS)
            os.write(program.fd, b"\r")  # the title gives way to the tour
            _read(program, QUIET_SECONDS)
            for line in LINES:
                seconds, written = _perform(program, line)
                times.append(seconds * 1000)
                if line in WALKS:
                    walks.append(written)
            program.stop()
    high = quantiles(times, n=20)[-1]
    yield f"Enter to painted reply             {median(times):6.1f} ms   at most 25; p95 {high:.1f} ms, at most 40"
    usual = median(walks) / 1000
    yield f"bytes of a walk with motion        {max(walks) / 1000:6.0f} kB   at most 120; median {usual:.0f}"


def _perform(program: Program, line: str) -> tuple[float, int]:
    """Seconds from Enter until the line stands in the log with its reply; bytes from Enter until all is at rest."""
    for character in line:
        os.write(program.fd, character.encode())
        _read(program, KEY_SECONDS)
    _read(program, QUIET_SECONDS)
    began = time.perf_counter()
    os.write(program.fd, b"\r")
    written, seconds = b"", 0.0
    while line.encode() not in written:
        written += _read(program, 0.0)
        seconds = time.perf_counter() - began
    return seconds, len(written + _read(program, QUIET_SECONDS))


def _read(program: Program, quiet: float) -> bytes:
    """What is written until nothing comes for so many seconds; with 0, one piece."""
    found = b""
    while select.select([program.fd], [], [], quiet or 5.0)[0]:
        found += os.read(program.fd, 65536)
        if not quiet:
            break
    return found
