"""A class: what a folder holds of it, with slips in pseudonyms corrected where the roster leaves no doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from game.classroom import roster
from game.classroom.index import AttemptSummary, ResponseRow, attempt_summaries, damaged, first_attempts, opened, rows


class ClassRecord(Struct, frozen=True, kw_only=True):
    """A class."""

    code: str
    """Of the paper; empty for all, or for one drawn without a code."""
    rows: tuple[ResponseRow, ...]
    attempts: tuple[AttemptSummary, ...]
    """Every attempt, also those that do not count."""
    enrolled: Mapping[str, str]
    """The roster: pseudonym -> name; empty for none."""
    damaged: tuple[str, ...]
    """Of files that cannot be used: where and why."""

    @property
    def counted(self) -> tuple[AttemptSummary, ...]:
        """Of each candidate the attempt that counts."""
        return first_attempts(self.attempts)

    @property
    def papers(self) -> tuple[str, ...]:
        """Codes of the papers that were begun, the latest first."""
        latest = sorted(self.attempts, key=lambda each: each.at, reverse=True)
        return tuple(dict.fromkeys(each.code for each in latest))

    @property
    def missing(self) -> tuple[str, ...]:
        """Of the roster, who has begun nothing."""
        begun = {standing.candidate for standing in self.attempts}
        return tuple(name for name in sorted(self.enrolled) if name not in begun)

    @property
    def not_in_roster(self) -> tuple[str, ...]:
        """Who is in no roster, where there is one."""
        return _names(s for s in self.attempts if self.enrolled and s.candidate not in self.enrolled)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """Who has begun and handed in nothing."""
        return _names(s for s in self.counted if not s.is_handed_in)

    @property
    def repeated(self) -> tuple[str, ...]:
        """Who has begun one paper more than once."""
        times = Counter((standing.candidate, standing.code) for standing in self.attempts)
        return tuple(sorted({who for (who, _), number in times.items() if number > 1}))

    @property
    def other_limits(self) -> tuple[float, dict[str, float]]:
        """The limit of most, in minutes, and of those who had another one theirs."""
        limits = Counter(standing.minutes for standing in self.counted)
        usual = limits.most_common(1)[0][0] if limits else 0.0
        return usual, {s.candidate: s.minutes for s in self.counted if s.minutes != usual}

    def other_banks(self, digest: str) -> dict[str, int]:
        """Digest -> attempts that were begun with the questions of another bank."""
        return dict(Counter(s.bank for s in self.attempts if s.bank != digest))

    def of(self, code: str) -> "ClassRecord":
        """The same for one paper."""
        return replace(
            self,
            code=code,
            rows=tuple(row for row in self.rows if row.code == code),
            attempts=tuple(standing for standing in self.attempts if standing.code == code),
        )


def load_class(folder: Path, tour: str, code: str = "", modes: Sequence[str] = ("exam",)) -> ClassRecord:
    """What a folder holds of a class.

    Args:
        folder: With attempts, and perhaps a roster.
        tour: Id of the tour they are about.
        code: Of the paper; empty for every paper.
        modes: Which attempts' responses: exam, practice, checkpoint.

    Raises:
        RosterError: The roster cannot be read.
        OSError: The folder cannot be written.
    """
    enrolled = roster.read(folder)
    meant = {_key(pseudonym): pseudonym for pseudonym in enrolled}
    with opened(folder) as index:
        found, standing, bad = rows(index, tour, code, modes), attempt_summaries(index, tour, code), damaged(index)
    return ClassRecord(
        code=code,
        rows=tuple(row._replace(candidate=meant.get(_key(row.candidate), row.candidate)) for row in found),
        attempts=tuple(
            sorted(one._replace(candidate=meant.get(_key(one.candidate), one.candidate)) for one in standing)
        ),
        enrolled=enrolled,
        damaged=bad,
    )


def _key(name: str) -> str:
    """A pseudonym as it is compared: letters and digits, small."""
    return "".join(character for character in name.casefold() if character.isalnum())


def _names(found: Iterable[AttemptSummary]) -> tuple[str, ...]:
    return tuple(sorted({standing.candidate for standing in found}))
