"""``python -m fuzz``: run all sections in a few processes, and print a table."""

import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

import msgspec

from fuzz.outcome import Failure, SectionResult
from fuzz.worker import SECTIONS, Share

WORKERS = 2

MAX_SHOWN_FAILURES = 30


def main() -> int:
    """Run the fuzzer; the status is 1 when a case did not hold."""
    options = _parse()
    began = time.monotonic()
    failures = options.failures.absolute()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch:
        results = _run_workers(options, Path(scratch), failures)
    merged = [_merge(section, results) for section in SECTIONS if options.section in ("", section)]
    _print(merged, options.seed, time.monotonic() - began)
    return 1 if any(result.failures for result in merged) else 0


def _parse() -> Namespace:
    parser = ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="decides every case (default 1)")
    parser.add_argument("--scale", type=float, default=1.0, help="how many cases, as a share of all (default 1)")
    parser.add_argument("--section", choices=["", *SECTIONS], default="", help="only this one")
    parser.add_argument("--case", type=int, default=-1, help="only this case of a section")
    parser.add_argument("--workers", type=int, default=WORKERS, help=f"processes at once (default {WORKERS})")
    parser.add_argument("--failures", type=Path, default=Path("fuzz-failures"), help="where failures are kept")
    return parser.parse_args()


def _run_workers(options: Namespace, scratch: Path, failures: Path) -> list[SectionResult]:
    workers = options.workers if options.case < 0 else 1
    running = []
    for worker in range(workers):
        share = Share(
            root=str(scratch / str(worker)),
            seed=options.seed,
            scale=options.scale,
            worker=worker,
            workers=workers,
            failures=str(failures),
            only=options.section,
            case=options.case,
        )
        process = subprocess.Popen(
            [sys.executable, "-m", "fuzz.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path.cwd()
        )
        running.append((process, msgspec.json.encode(share)))
    for process, share_bytes in running:
        assert process.stdin is not None
        process.stdin.write(share_bytes)
        process.stdin.close()
    found: list[SectionResult] = []
    for process, _ in running:
        assert process.stdout is not None
        data = process.stdout.read()
        if process.wait() != 0:
            # The process itself has died: nothing that a case does may end it.
            died = Failure(section=next(iter(SECTIONS)), case=-1, what=f"a worker ended with {process.returncode}")
            found.append(SectionResult(section=died.section, failures=[died]))
            continue
        found += msgspec.json.decode(data, type=list[SectionResult])
    return found


def _merge(section: str, results: list[SectionResult]) -> SectionResult:
    those = [result for result in results if result.section == section]
    return SectionResult(
        section=section,
        cases=sum(result.cases for result in those),
        seconds=max((result.seconds for result in those), default=0.0),
        failures=[failure for result in those for failure in result.failures],
    )


def _print(merged: list[SectionResult], seed: int, seconds: float) -> None:
    for result in merged:
        for failure in result.failures[:MAX_SHOWN_FAILURES]:
            print(f"{result.section} {failure.case}: {failure.what[:400]}  {failure.kept}")
    print(f"{'section':18}{'cases':>8}{'failures':>10}{'seconds':>9}")
    for result in merged:
        print(f"{result.section:18}{result.cases:8}{len(result.failures):10}{result.seconds:9.0f}")
    print(f"seed {seed}, {seconds:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
