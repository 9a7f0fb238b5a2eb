"""Loading a pack: cold from YAML with all checks, warm from the cache; at three sizes."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.made import make_pack
from game.core.paths import shipped

BARS = {21: 0.4, 1_000: 16.0, 10_000: 180.0}
"""Rooms -> milliseconds a warm start may take: twice what decoding alone was measured at."""

PROGRAM = """
import gc, sys, time
from pathlib import Path
import game.content.compiled, game.content.folder
from game.content import open_pack
if len(sys.argv) < 3: import game.content.load
gc.disable()
began = time.perf_counter()
world, _ = open_pack(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
print(time.perf_counter() - began if world else "problems")
"""


def report() -> Iterator[str]:
    """Milliseconds, cold and warm, in fresh processes; growth must be linear."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        yield _row("shipped pack", shipped("rooms"), home / "cache", "cold below 100 ms")
        for rooms, bar in BARS.items():
            pack = make_pack(home / f"pack-{rooms}", rooms)
            yield _row(f"{rooms} rooms of 2 kB", pack, home / "cache", f"warm at most {bar} ms")
            shutil.rmtree(pack)


def _row(what: str, pack: Path, cache: Path, bar: str) -> str:
    runs = 7 if "10000" not in what else 3
    cold = median(_time(pack) for _ in range(min(runs, 3)))
    _time(pack, cache)
    warm = median(_time(pack, cache) for _ in range(runs))
    return f"{what:24} cold {cold:9.1f} ms   warm {warm:7.2f} ms   {bar}"


def _time(pack: Path, cache: Path | None = None) -> float:
    arguments = [str(pack)] if cache is None else [str(pack), str(cache)]
    out = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True)
    time.sleep(0.05)
    return float(out.stdout) * 1000
