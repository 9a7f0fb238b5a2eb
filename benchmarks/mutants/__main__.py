"""Break a sample of the code and print what no test notices: ``python -m benchmarks.mutants``."""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.mutants.operators import Mutant, mutants_of
from benchmarks.mutants.selection import Tests, measure
from benchmarks.mutants.trial import Outcome, Trial, begin, copy_tree, outcome, preload

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("game/quiz", "game/pack/kinds", "game/classroom", "game/tour", "game/store")
"""What is broken: where the rules are."""

LISTED = Path(__file__).with_name("survivors.txt")
"""Mutants that may survive, each with the reason."""

MAX_SURVIVORS = 0.10
"""Share of mutants that may survive."""

MAX_TEST_SECONDS = 20.0
"""For the tests of one mutant, as they are when nothing is broken."""

PATIENCE = 4
"""How many times as long as usual they may take, beside a few seconds for the start, before they count as looping."""


def main(arguments: Sequence[str]) -> int:
    """Try a sample of mutants; the status is 1 when too many survive."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        trees = [copy_tree(ROOT, Path(folder) / f"tree-{number}") for number in range(options.jobs)]
        print("Running all tests once, to see which lines each of them runs ...", flush=True)
        tests = measure(trees[0], options.tests)
        preload()
        sample = _sample(options, trees[0])
        _prove_that_nothing_fails(sample, trees[0], tests)
        print(f"Trying {len(sample)} mutants, seed {options.seed} ...", flush=True)
        results = {mutant: found for mutant, found in _try_all(sample, trees, tests)}
    return _report(results, _listed())


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=320, help="how many mutants (default 320)")
    parser.add_argument("--seed", type=int, default=21, help="which ones (default 21)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (default 2)")
    parser.add_argument("--only", default="", help="part of a path: only mutants of such modules")
    parser.add_argument("--again", type=Path, help="a file with what a run has printed: only what survived there")
    parser.add_argument("tests", nargs="*", help="files of tests; without them the fast set")
    return parser.parse_args(arguments)


def _sample(options: argparse.Namespace, tree: Path) -> list[Mutant]:
    """The mutants a seed draws, of the copy that is tried and not of the tree, which may have changed since."""
    found: list[Mutant] = []
    for package in PACKAGES:
        for path in sorted((tree / package).rglob("*.py")):
            name = path.relative_to(tree).as_posix()
            if options.only in name:
                found += mutants_of(name, path.read_text(encoding="utf-8"))
    if options.again is not None:
        printed = options.again.read_text(encoding="utf-8")
        return sorted(mutant for mutant in found if f": {_change(mutant)}\n" in printed and mutant.path in printed)
    # In the order drawn, not in that of the tree: a run that is broken off has tried a fair sample all the same.
    return random.Random(options.seed).sample(found, min(options.count, len(found)))


def _prove_that_nothing_fails(sample: Sequence[Mutant], tree: Path, tests: Tests) -> None:
    """Try some mutants that change nothing: where they do not survive, the copy is at fault and no result counts."""
    unchanged = [mutant._replace(number=-1) for mutant in sample[:: max(1, len(sample) // 5)]]
    for mutant, found in _try_all(unchanged, [tree], tests):
        if found == "killed":
            raise SystemExit(f"tests fail although nothing is broken: those of {mutant.path}:{mutant.line}")


def _try_all(sample: Sequence[Mutant], trees: Sequence[Path], tests: Tests) -> Iterator[tuple[Mutant, Outcome]]:
    """Each mutant with how it ended, one at a time in each tree."""
    waiting, free = list(reversed(sample)), list(trees)
    running: list[Trial] = []
    while waiting or running:
        while waiting and free:
            mutant = waiting.pop()
            chosen = tests.of(mutant.path, mutant.line, mutant.end, MAX_TEST_SECONDS)
            usual = sum(tests.seconds.get(test, 0.0) for test in chosen)
            running.append(begin(mutant, free.pop(), chosen, 15 + PATIENCE * usual))
        for trial in list(running):
            if found := outcome(trial):
                running.remove(trial)
                free.append(trial.tree)
                if found != "killed" and trial.mutant.number >= 0:
                    print(f"{found}: {_line(trial.mutant)}", flush=True)
                yield trial.mutant, found
        time.sleep(0.02)


def _listed() -> dict[str, str]:
    """Key of a mutant that may survive -> why."""
    found = {}
    for line in LISTED.read_text(encoding="utf-8").splitlines() if LISTED.exists() else ():
        if line.strip() and not line.startswith("#"):
            key, _, reason = line.partition(" | because ")
            found[key] = reason
    return found


def _report(results: dict[Mutant, Outcome], listed: dict[str, str]) -> int:
    """Print the shares and what survived without a reason; 1 when it is too much."""
    alive = [mutant for mutant, found in results.items() if found != "killed"]
    for package in PACKAGES:
        mine = [mutant for mutant in results if mutant.path.startswith(package)]
        left = sum(mutant.path.startswith(package) for mutant in alive)
        if mine:
            print(f"{package:16} {left:3} of {len(mine):3} survive ({left / len(mine):.0%})")
    without = [mutant for mutant in alive if mutant.key not in listed]
    share = len(alive) / max(1, len(results))
    print(f"{len(alive)} of {len(results)} survive ({share:.1%}), {len(alive) - len(without)} of them for a reason.")
    if without:
        print("\nWithout a reason:")
        print(*(f"  {_line(mutant)}" for mutant in sorted(without)), sep="\n")
        print(*(f"  {count:3} {name}" for name, count in Counter(m.path for m in without).most_common()), sep="\n")
    return int(share > MAX_SURVIVORS)


def _line(mutant: Mutant) -> str:
    return f"{mutant.path}:{mutant.line}: {_change(mutant)}"


def _change(mutant: Mutant) -> str:
    return f"{mutant.where}: {mutant.before} -> {mutant.after}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
