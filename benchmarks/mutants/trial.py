"""Tries one mutant: breaks a copy of the tree, runs some tests there in a process of its own, and restores it."""

import os
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Literal, NamedTuple

from benchmarks.mutants.operators import Mutant, break_module

Outcome = Literal["killed", "survived", "untested"]

NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "__pycache__", ".*_cache", ".hypothesis", ".coverage*", "build", "dist"
)
UNUSED_PLUGINS = ("xdist", "cov", "syrupy", "textual-snapshot", "anyio", "cacheprovider", "randomly", "benchmark")
"""Plug-ins that only cost time here."""


class Trial(NamedTuple):
    """One mutant that is being tried."""

    mutant: Mutant
    tree: Path
    process: int
    """Id of the process; 0 when there is no test to run."""
    until: float
    """By the monotonic clock: when it counts as caught in a loop."""
    source: str
    """The module as it was."""


def copy_tree(root: Path, to: Path) -> Path:
    """A copy of the tree to break things in."""
    shutil.copytree(root, to, ignore=NOT_COPIED)
    return to


def preload() -> None:
    """Load what every run of tests needs, once: a process that is forked has it already. Nothing of the game itself."""
    import fsrs  # noqa: F401
    import hypothesis
    import jsonschema  # noqa: F401
    import msgspec  # noqa: F401
    import openpyxl  # noqa: F401
    import pytest  # noqa: F401
    import pytest_asyncio  # noqa: F401
    import yaml  # noqa: F401

    hypothesis.settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
    hypothesis.settings.load_profile("mutants")


def begin(mutant: Mutant, tree: Path, tests: list[str], seconds: float) -> Trial:
    """Break the tree and start its tests.

    Args:
        mutant: What to break.
        tree: The copy; one trial at a time.
        tests: To be run, in this order, up to the first that fails.
        seconds: After which the mutant counts as killed: it loops.
    """
    path = tree / mutant.path
    source = path.read_text(encoding="utf-8")
    path.write_text(break_module(source, mutant), encoding="utf-8")
    process = os.fork() if tests else 0
    if tests and process == 0:
        _run(tree, tests)
    return Trial(mutant, tree, process, time.monotonic() + seconds, source)


def outcome(trial: Trial) -> Outcome | None:
    """How a trial has ended, with the tree put right; None while it runs."""
    if not trial.process:
        found: Outcome = "untested"
    else:
        process, status = os.waitpid(trial.process, os.WNOHANG)
        if not process:
            if time.monotonic() < trial.until:
                return None
            os.killpg(trial.process, signal.SIGKILL)
            os.waitpid(trial.process, 0)
            status = 1
        found = "killed" if status else "survived"
    (trial.tree / trial.mutant.path).write_text(trial.source, encoding="utf-8")
    return found


def _run(tree: Path, tests: list[str]) -> None:
    """In the new process: run the tests in the tree, silently, and end with their status."""
    import pytest

    status = 1
    try:
        os.setpgid(0, 0)
        os.chdir(tree)
        # The copy must come before the tree that is installed, in this process and in those that tests start.
        sys.path[:] = [str(tree), *(part for part in sys.path if part)]
        os.environ["PYTHONPATH"] = str(tree)
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        sys.dont_write_bytecode = True
        for name in [name for name in sys.modules if name.partition(".")[0] in ("game", "tests", "benchmarks")]:
            del sys.modules[name]
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        off = [option for name in UNUSED_PLUGINS for option in ("-p", f"no:{name}")]
        base = f"--basetemp={tree / '.tmp'}"
        # pytest warns of plug-ins that were loaded before it: they were, on purpose.
        calm = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
        status = pytest.main(["-x", "-q", "--no-header", "--hypothesis-seed=0", base, *calm, *off, *tests])
    finally:
        os._exit(0 if status == 0 else 1)
