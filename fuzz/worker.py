"""One process of the fuzzer: its share of the cases of each section, one after the other."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec

from fuzz import argument_lists, damaged_files, foreign_banks, hostile_attempts, hostile_packs, screens, store_answers
from fuzz.corpus import build_template
from fuzz.outcome import CaseFailedError, Failure, SectionResult, StuckError
from fuzz.sandbox import Sandbox

RunCase = Callable[[Sandbox, Path, Random], None]

SECTIONS: dict[str, tuple[int, RunCase]] = {
    "damaged files": (4_000, damaged_files.run_case),
    "argument lists": (2_300, argument_lists.run_case),
    "screens": (10_000 // screens.EVENTS_PER_CASE, screens.run_case),
    "hostile attempts": (60, hostile_attempts.run_case),
    "foreign banks": (3_000, foreign_banks.run_case),
    "packs": (40, hostile_packs.run_case),
    "store answers": (70, store_answers.run_case),
}
"""Section -> how many cases it has at the scale of 1, and what runs one of them."""

MAX_KEPT_FAILURES = 40
"""Failures of one section whose folder is kept; more of them say nothing new."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What one worker has to do."""

    root: str
    seed: int
    scale: float
    worker: int
    workers: int
    failures: str
    """The folder that failures are kept in."""
    only: str = ""
    """The one section to run; empty for all."""
    case: int = -1
    """The one case to run; -1 for all."""


def run_share(share: Share) -> list[SectionResult]:
    """Run a share of all cases."""
    sandbox = Sandbox(Path(share.root))
    sandbox.enter()
    template = sandbox.root / "template"
    build_template(sandbox, template)
    results = []
    for section, (number, run_case) in SECTIONS.items():
        if share.only not in ("", section):
            continue
        result = SectionResult(section=section)
        began = time.monotonic()
        number = max(1, round(number * share.scale))
        cases = range(share.worker, number, share.workers) if share.case < 0 else [share.case]
        for case in cases:
            result.cases += 1
            # A seed of its own for each case: so a single one can be run again without all those before it.
            if failure := _run(share, sandbox, template, section, case, run_case):
                result.failures.append(failure)
        result.seconds = time.monotonic() - began
        results.append(result)
    sandbox.fence.root = ""
    return results


def _run(share: Share, sandbox: Sandbox, template: Path, section: str, case: int, run_case: RunCase) -> Failure | None:
    try:
        run_case(sandbox, template, Random(f"{share.seed}:{section}:{case}"))
    except CaseFailedError as bad:
        failure = Failure(section=section, case=case, what=bad.what, detail=bad.detail)
    except StuckError as stuck:
        failure = Failure(section=section, case=case, what="it did not end in time", detail=str(stuck))
    except Exception as bad:
        import traceback

        failure = Failure(
            section=section, case=case, what=repr(bad)[:300], detail="".join(traceback.format_exception(bad))
        )
    else:
        return None
    _keep(share, sandbox, failure)
    return failure


def _keep(share: Share, sandbox: Sandbox, failure: Failure) -> None:
    """Keep the folder of a failed case, and what runs it again."""
    fence, sandbox.fence.root = sandbox.fence.root, ""
    kept = Path(share.failures) / f"{failure.section.replace(' ', '-')}-{failure.case}"
    if len(list(kept.parent.glob(f"{failure.section.replace(' ', '-')}-*"))) < MAX_KEPT_FAILURES:
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        again = f"python -m fuzz --seed {share.seed} --section '{failure.section}' --case {failure.case}"
        text = f"{failure.what}\n\nAgain: {again}\n\n{failure.detail}\n"
        (kept / "what.txt").write_text(text, encoding="utf-8", errors="backslashreplace")
        shutil.copytree(sandbox.case, kept / "case", symlinks=True, ignore=_leave_pipes, dirs_exist_ok=True)
        failure.kept = str(kept)
    sandbox.fence.root = fence


def _leave_pipes(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if (Path(folder) / name).is_fifo()]


def main() -> None:
    """Read a share from standard input, run it, and write what came of it to standard output."""
    share = msgspec.json.decode(sys.stdin.buffer.read(), type=Share)
    out = sys.stdout.buffer
    out.write(msgspec.json.encode(run_share(share)))
    out.flush()


if __name__ == "__main__":
    main()
