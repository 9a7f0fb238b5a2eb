"""A class as its folder holds it. Mistyped pseudonyms are corrected if the roster leaves no doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import mode

from msgspec import Struct
from msgspec.structs import replace

from game.classroom import roster
from game.classroom.index import open_index
from game.classroom.index_rows import (
    AttemptSummary,
    ResponseRow,
    choose_counted_attempts,
    read_attempt_summaries,
    read_damaged,
    read_rows,
)
from game.core.identity import pseudonym_key, tidy
from game.store.attempt_faults import AttemptDamage


class ClassRecord(Struct, frozen=True, kw_only=True):
    """The attempts of a class at one paper, or at all."""

    code: str
    """Code of the paper; empty for all papers, or for a paper without a code."""
    rows: tuple[ResponseRow, ...]
    attempts: tuple[AttemptSummary, ...]
    """Every exam, also those that do not count."""
    enrolled: Mapping[str, str]
    """The roster: pseudonym -> name; empty for none."""
    damaged: tuple[AttemptDamage, ...]
    """Files that cannot be used: their place and the reason."""

    @property
    def counted(self) -> tuple[AttemptSummary, ...]:
        """The attempt of each candidate that counts."""
        return choose_counted_attempts(self.attempts)

    @property
    def papers(self) -> tuple[str, ...]:
        """Codes of the papers that were begun, the latest first."""
        latest = sorted(self.attempts, key=_by_moment, reverse=True)
        return tuple(dict.fromkeys(each.code for each in latest))

    @property
    def missing(self) -> tuple[str, ...]:
        """Pseudonyms in the roster that have begun nothing."""
        begun = {summary.candidate for summary in self.attempts}
        return tuple(name for name in sorted(self.enrolled) if name not in begun)

    @property
    def not_in_roster(self) -> tuple[str, ...]:
        """Candidates who are not in the roster; nobody where there is no roster."""
        return _sorted_names(s for s in self.attempts if self.enrolled and s.candidate not in self.enrolled)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """Candidates who have begun a paper and not handed it in."""
        return _sorted_names(s for s in self.counted if not s.is_handed_in)

    @property
    def repeated(self) -> tuple[str, ...]:
        """Candidates who have begun one paper more than once."""
        times = Counter((summary.candidate, summary.code) for summary in self.attempts)
        return tuple(sorted({who for (who, _), number in times.items() if number > 1}))

    @property
    def other_limits(self) -> tuple[float, dict[str, float]]:
        """The most frequent limit in minutes, and candidate -> limit of those who had another."""
        limits = [summary.minutes for summary in self.counted]
        usual = mode(limits) if limits else 0.0
        return usual, {s.candidate: s.minutes for s in self.counted if s.minutes != usual}

    def other_banks(self, digest: str) -> dict[str, int]:
        """Digest -> number of attempts, for all banks except the given one."""
        return dict(Counter(s.bank for s in self.attempts if s.bank != digest))

    def of(self, code: str) -> "ClassRecord":
        """The part of the record for one paper."""
        return replace(
            self,
            code=code,
            rows=tuple(row for row in self.rows if row.code == code),
            attempts=tuple(summary for summary in self.attempts if summary.code == code),
        )


def load_class(folder: Path, tour: str, code: str = "", modes: Sequence[str] = ("exam",)) -> ClassRecord:
    """Load what a folder holds of a class.

    Args:
        folder: With attempts, and perhaps a roster.
        tour: Id of the tour they are about.
        code: Of the paper; empty for every paper.
        modes: Which attempts' responses: exam, practice, checkpoint.

    Raises:
        RosterError: The roster cannot be read.
    """
    enrolled = roster.load_roster(folder)
    spelling = {pseudonym_key(pseudonym): pseudonym for pseudonym in enrolled}

    # Only spelling is corrected: a wrong digit could be another candidate's pseudonym. A candidate who is not in the
    # roster keeps the first spelling found, so that two spellings are one candidate, too.
    def correct(candidate: str) -> str:
        return spelling.setdefault(pseudonym_key(candidate), tidy(candidate)) if candidate else ""

    with open_index(folder) as index:
        rows = read_rows(index, tour, code, modes)
        summaries = read_attempt_summaries(index, tour, code)
        damaged = read_damaged(index)
    # Sorted again: a corrected pseudonym may belong elsewhere, and the counted attempt depends on the order.
    attempts = [summary._replace(candidate=correct(summary.candidate)) for summary in sorted(summaries, key=_by_moment)]
    attempts.sort(key=lambda summary: summary.candidate)
    return ClassRecord(
        code=code,
        rows=tuple(row._replace(candidate=correct(row.candidate)) for row in rows),
        attempts=tuple(attempts),
        enrolled=enrolled,
        damaged=damaged,
    )


def _by_moment(summary: AttemptSummary) -> float:
    return summary.began


def _sorted_names(found: Iterable[AttemptSummary]) -> tuple[str, ...]:
    return tuple(sorted({summary.candidate for summary in found}))
