"""Which tests run a line, and how long each takes: from one run of them all under coverage."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from coverage import CoverageData


class Tests(NamedTuple):
    """What is known of the tests of a tree that is whole."""

    by_line: dict[str, dict[int, frozenset[str]]]
    """Path of a module -> line -> the tests that run it."""
    seconds: dict[str, float]
    """Test -> how long it takes."""
    breadth: Counter[str]
    """Test -> how many lines of the game it runs."""

    def of(self, path: str, line: int, end: int, budget: float) -> list[str]:
        """The tests that run some lines, the most specific first, as many as a number of seconds has room for.

        A line of a module, a class or a default runs once, when the module is imported, for whichever test comes first.
        So for a line that no test runs, all tests of its module stand in, and for a module of declarations all tests.
        """
        lines = self.by_line.get(path, {})
        found = frozenset().union(*(lines.get(number, frozenset()) for number in range(line, end + 1)))
        found = found or self._of_module(path) or frozenset(self.seconds)
        running = frozenset().union(*lines.values())
        chosen: list[str] = []
        spent = 0.0

        def rank(test: str) -> tuple[bool, bool, int, str]:
            # A test that runs no line of the game asserts constants: it costs nothing, and is asked early.
            is_of_others = test not in running and self.breadth[test] > 0
            return (not _is_own(test, path), is_of_others, self.breadth[test], test)

        for test in sorted(found, key=rank):
            cost = self.seconds.get(test, 0.0)
            # One that takes too long is left out, and a quicker one after it is not.
            if not chosen or spent + cost <= budget:
                chosen.append(test)
                spent += cost
        return chosen

    def _of_module(self, path: str) -> frozenset[str]:
        """All tests in the files of those that run a module: to assert a constant runs none of its lines."""
        running = frozenset().union(*self.by_line.get(path, {}).values())
        files = {test.partition("::")[0] for test in running}
        return frozenset(test for test in self.seconds if test.partition("::")[0] in files)


def _is_own(test: str, path: str) -> bool:
    """Whether a test stands in the file named after the module: it is asked first."""
    return Path(path).stem.rstrip("s") in test.partition("::")[0]


def measure(tree: Path, wanted: Sequence[str]) -> Tests:
    """Run tests of a tree once, under coverage; the fast set where none is named.

    The fast set and not all: a rule must be proved without screens and terminals, which notice little, and slowly.

    Raises:
        RuntimeError: They could not be run.
    """
    report = tree / "junit.xml"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal", "-p", "no:cacheprovider"),
            *("--cov", "--cov-context=test", "--cov-report=", "--cov-fail-under=0", "--hypothesis-seed=0"),
            *("-m", "not slow", *wanted),
            *(f"--junitxml={report}", "-o", "junit_family=xunit1"),
        ],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    if not report.is_file():
        raise RuntimeError(f"the tests could not be run:\n{done.stdout[-3000:]}")
    # A test that fails while nothing is broken would kill every mutant it is asked about.
    cases = [case for case in ElementTree.parse(report).iter("testcase") if case.find("failure") is None]
    seconds = {_id(case): float(case.get("time", 0)) for case in cases if case.find("error") is None}
    data = CoverageData(str(tree / ".coverage"))
    data.read()
    by_line: dict[str, dict[int, frozenset[str]]] = {}
    breadth: Counter[str] = Counter()
    for file in data.measured_files():
        contexts = data.contexts_by_lineno(file)
        lines = {number: _tests(names) & seconds.keys() for number, names in contexts.items()}
        by_line[Path(file).relative_to(tree).as_posix()] = lines
        for tests in lines.values():
            breadth.update(tests)
    return Tests(by_line, seconds, breadth)


def _tests(contexts: Iterable[str]) -> frozenset[str]:
    """The tests of some contexts, which name the phase of a test, too; an empty one is a process of its own."""
    return frozenset(context.rpartition("|")[0] for context in contexts if context)


def _id(case: ElementTree.Element) -> str:
    return f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"
