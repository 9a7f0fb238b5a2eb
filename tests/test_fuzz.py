"""A small share of what ``make fuzz`` does; and that the fuzzer itself would see a fault."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from fuzz.mutations import mutate
from game.core.disk import Unusable, decode

pytestmark = pytest.mark.skipif(os.name == "nt", reason="it makes pipes, and ends what hangs by a signal of POSIX")


@pytest.mark.slow
def test_a_twentieth_of_all_cases_holds(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fuzz", "--scale", "0.05", "--failures", str(tmp_path / "failures")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3_000:] + done.stderr[-1_000:]
    assert not (tmp_path / "failures").exists()


@pytest.mark.slow
def test_a_crash_a_write_outside_and_a_case_that_hangs_are_seen(tmp_path: Path) -> None:
    program = """
import sys, time
from pathlib import Path
from fuzz import sandbox
from fuzz.outcome import CaseFailedError, StuckError
sandbox.MAX_CASE_SECONDS = 0.5
box = sandbox.Sandbox(Path(sys.argv[1]) / "inside")
box.enter()
outside = Path(sys.argv[1]) / "outside"
def crash(arguments): raise ValueError("a bug")
def write(arguments): outside.write_text("x")
def hide(arguments):
    try: outside.write_text("x")
    except OSError: return 0
def hang(arguments): time.sleep(30)
def odd(arguments): return 70
for main in (crash, write, hide, hang, odd):
    sandbox.main = main
    try:
        with box.fresh(None): box.run(["x"])
    except (CaseFailedError, StuckError) as bad: print(main.__name__, "seen")
assert not outside.exists()
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.stdout.split("\n")[:5] == [f"{name} seen" for name in ("crash", "write", "hide", "hang", "odd")], done


def test_the_same_seed_damages_in_the_same_way_and_no_damage_raises() -> None:
    data = b'{"version": 1, "cards": {"a": {"due": "2026-11-21T09:00:00+00:00", "step": 3}}}\n{"b": [1.5, null]}\n'
    first = [mutate(data, Random(f"x{number}")) for number in range(300)]
    assert first == [mutate(data, Random(f"x{number}")) for number in range(300)]
    assert len({how for _, how in first}) > 15
    assert sum(changed != data for changed, _ in first) > 250
    assert any(isinstance(decode(changed, dict[str, object]), Unusable) for changed, _ in first)
