"""What speaks for and against each candidate's file of an exam, and which of them count.

Only what a file proves is found here. Nobody can know from a file who typed, or whether a program was rebuilt to invent
times: a receipt shows that the file is the one that was handed in, and no more.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Literal, NamedTuple

from game.classroom.evidence import Evidence
from game.classroom.exam_decisions import Decisions
from game.classroom.exam_marking import ExamMarker, MarkedExam
from game.classroom.exam_timing import ExamTiming, is_off, time_attempt
from game.classroom.teacher_acts import TeacherActCode, find_teacher_acts
from game.core.clock import moment_of
from game.core.identity import pseudonym_key
from game.store.absences import CLOCK_SLACK_SECONDS
from game.store.attempt_events import GapWhy, HandedIn, Paused, Responded, Rules
from game.store.attempt_faults import AttemptDamage
from game.store.attempts import Attempt
from game.store.exam_files import TeachersExam

FindingCode = Literal[
    TeacherActCode,
    "damaged",
    "other paper",
    "receipt differs",
    "two endings",
    "like",
    "away, unknown",
    "not handed in",
    "times differ",
    "repeated",
    "forked",
    "rule",
    "paused",
    "late answers",
    "began late",
    "foreign lines",
    "brought marks",
    "also damaged",
    "ended",
    "away",
    "clock changed",
    "gaps not known",
    "teacher's lines",
]

WAITING: frozenset[FindingCode] = frozenset(
    {"receipt differs", "two endings", "like", "away, unknown", "not handed in", "times differ", "teacher's lines"}
)
"""What a teacher has to look at before it counts."""

GAP_CODES: dict[GapWhy, FindingCode] = {
    "away, unknown": "away, unknown",
    "ended": "ended",
    "away": "away",
    "clock changed": "clock changed",
}

MIN_SAME_ANSWERS = 5
SAME_SHARE = 0.8
"""Two files with so many answers at the same tenth of a second, and this share of them, are copies."""


Grade = Literal["witnessed", "receipt", "alone"]
"""A witness took the file from the machine, a receipt fits it, or nothing is known but the file."""


class Finding(NamedTuple):
    """One thing about a file."""

    code: FindingCode
    detail: str = ""
    """A name, or the name of a rule."""
    number: float = 0
    """Seconds, a number of lines, or the number of a line."""
    damage: AttemptDamage | None = None


class Judged(NamedTuple):
    """One candidate."""

    candidate: str
    grade: Grade
    """What shows that the file is the one that was handed in."""
    findings: tuple[Finding, ...]
    is_counted: bool
    is_accepted: bool
    """Whether it counts only because the teacher said so."""
    attempt: Attempt | None
    """The one that is shown; None where no file can be used."""
    timing: ExamTiming | None
    marked: MarkedExam | None
    rules: Rules


def judge_class(
    exam: TeachersExam, marker: ExamMarker, evidence: Sequence[Evidence], decisions: Decisions
) -> tuple[Judged, ...]:
    """Judge all files of an exam, one row for each candidate, by name."""
    groups: dict[str, list[Evidence]] = {}
    names: dict[str, str] = {}
    evidence = [each for each in evidence if not each.is_elsewhere(exam.hash)]
    for each in sorted(evidence, key=_by_beginning):
        name = decisions.find_name(each.candidate)
        names.setdefault(pseudonym_key(name), name)
        groups.setdefault(pseudonym_key(name), []).append(each)
    copies = _find_copies(exam, evidence, decisions)
    judged = (_judge_candidate(exam, marker, names[key], group, decisions, copies) for key, group in groups.items())
    return tuple(sorted(judged, key=lambda each: pseudonym_key(each.candidate)))


def _by_beginning(each: Evidence) -> tuple[bool, str, str]:
    # A file that somebody brought never comes before the one that the class has kept, whatever time it claims.
    return (not each.is_kept, each.attempt.begun.at if each.attempt else "", each.path.name)


def _judge_candidate(
    exam: TeachersExam,
    marker: ExamMarker,
    name: str,
    group: Sequence[Evidence],
    decisions: Decisions,
    copies: Mapping[str, tuple[str, ...]],
) -> Judged:
    usable = [each.attempt for each in group if each.attempt is not None and each.attempt.begun.paper == exam.hash]
    damaged = [each.damage for each in group if each.damage is not None]
    key = pseudonym_key(name)
    is_part = not usable and decisions.is_accepted(name)
    if is_part:
        usable = [each.part for each in group if each.part is not None and each.part.begun.paper == exam.hash]
    if not usable:
        findings = [Finding("damaged", number=bad.line, damage=bad) for bad in damaged]
        findings += [Finding("other paper") for each in group if each.attempt is not None]
        return Judged(name, "alone", tuple(findings), False, False, None, None, None, exam.find_rules(name))
    chosen, findings = _choose(usable, key, decisions)
    has_receipt = _has_receipt(chosen, key, decisions)
    rules = exam.find_rules(_find_ruled_name(chosen, name))
    timing = time_attempt(chosen, rules)
    marked = marker.mark_attempt(chosen, timing)
    findings += [Finding("damaged" if is_part else "also damaged", number=bad.line, damage=bad) for bad in damaged]
    findings += _find_in_attempt(chosen, timing, marked, rules, is_closed=decisions.is_closed(name))
    findings += [Finding(*act) for act in find_teacher_acts(chosen)]
    findings += [Finding("teacher's lines", number=number)] if (number := _count_taken_out(chosen, group)) else []
    if not has_receipt:
        findings += [Finding("like", other) for other in copies.get(key, ())]
    codes = {finding.code for finding in findings}
    is_waiting, is_accepted = bool(codes & WAITING), decisions.is_accepted(name)
    grade: Grade = "receipt" if has_receipt else "alone"
    if chosen.handed_in and chosen.receipt in decisions.witnessed:
        grade = "witnessed"
    is_counted = not is_waiting or is_accepted
    return Judged(name, grade, tuple(findings), is_counted, is_waiting and is_accepted, chosen, timing, marked, rules)


def _count_taken_out(chosen: Attempt, group: Sequence[Evidence]) -> int:
    """Lines of a teacher that stood in a file of this attempt and were not believed."""
    files = (each for each in group if each.attempt and each.attempt.begun.attempt == chosen.begun.attempt)
    return max((each.taken_out for each in files), default=0)


def _find_ruled_name(attempt: Attempt, name: str) -> str:
    """The name by whose rules an attempt went: where a teacher renamed it in the class, the first one's."""
    return name if attempt.candidate == attempt.begun.candidate else attempt.begun.candidate


def _choose(attempts: Sequence[Attempt], key: str, decisions: Decisions) -> tuple[Attempt, list[Finding]]:
    """The attempt of a candidate that is shown, the earliest begun first, and what its others say."""
    ended = [each for each in attempts if each.handed_in]
    with_receipt = [each for each in ended if _has_receipt(each, key, decisions)]
    expected = key in decisions.receipts.values()
    findings = [Finding("receipt differs")] if expected and not with_receipt else []
    if len(attempts) == 1:
        return attempts[0], findings
    first = attempts[0]
    line = _find_fork(attempts)
    findings += [Finding("forked", number=line)] if line else []
    if with_receipt:
        return with_receipt[0], [*findings, Finding("repeated", number=len(attempts))]
    if len(ended) > 1:
        return first, [*findings, Finding("two endings", number=len(ended))]
    if line:
        # Nobody can say which of the two is the candidate's own; what both have is.
        events = first.events[: line - 2]
        return Attempt(first.begun, first.file, list(events)), findings
    return first, [*findings, Finding("repeated", number=len(attempts))]


def _find_fork(attempts: Sequence[Attempt]) -> int:
    """The first line at which two files of one attempt differ; 0 where all are of different attempts."""
    for place, one in enumerate(attempts):
        for other in attempts[place + 1 :]:
            if one.begun.attempt == other.begun.attempt:
                pairs = zip(one.events, other.events, strict=False)
                same = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one.events), len(other.events)))
                return same + 2  # line 1 is the beginning
    return 0


def _has_receipt(attempt: Attempt, key: str, decisions: Decisions) -> bool:
    return bool(attempt.handed_in) and decisions.receipts.get(attempt.receipt, "-") in ("", key)


def _find_in_attempt(
    attempt: Attempt, timing: ExamTiming, marked: MarkedExam, rules: Rules, *, is_closed: bool
) -> list[Finding]:
    """What the lines of one attempt say."""
    found: list[Finding] = []
    counts: list[tuple[FindingCode, float]] = [
        ("not handed in", attempt.handed_in is None and not is_closed),
        ("times differ", timing.are_gaps_known and is_off(timing)),
        ("paused", not rules.pausable and any(isinstance(event, Paused) for event in attempt.events)),
        ("began late", _began_late(attempt, rules)),
        ("late answers", marked.late),
        ("foreign lines", marked.foreign),
        ("brought marks", _brings_marks(attempt)),
        ("gaps not known", not timing.are_gaps_known),
    ]
    found += [Finding(code, number=number) for code, number in counts if number]
    found += [Finding("rule", name) for name in _find_other_rules(attempt.begun.rules, rules)]
    sums: dict[FindingCode, float] = {}
    for gap in timing.gaps:
        if code := GAP_CODES.get(gap.why):
            sums[code] = sums.get(code, 0.0) + gap.seconds
    return [*found, *(Finding(code, number=seconds) for code, seconds in sums.items())]


def _began_late(attempt: Attempt, rules: Rules) -> bool:
    """Whether it was begun after the last moment for it, by the candidate's own clock."""
    if not rules.end or not rules.minutes:
        return False
    last = moment_of(rules.end) - timedelta(minutes=rules.minutes - rules.late)
    return moment_of(attempt.begun.at) > last + timedelta(seconds=CLOCK_SLACK_SECONDS)


def _brings_marks(attempt: Attempt) -> bool:
    return any(
        (isinstance(event, Responded) and event.mark is not None) or (isinstance(event, HandedIn) and event.marks)
        for event in attempt.events
    )


def _find_other_rules(theirs: Rules, ours: Rules) -> Iterable[str]:
    """The names of the rules by which the candidate's program went and the teacher's does not."""
    for name in Rules.__struct_fields__:
        if name != "hides_marks" and getattr(theirs, name) != getattr(ours, name):
            yield name


def _find_copies(exam: TeachersExam, evidence: Sequence[Evidence], decisions: Decisions) -> dict[str, tuple[str, ...]]:
    """Key of a candidate -> names of the others whose file is the same."""
    found: dict[str, dict[str, None]] = {}
    attempts = [each.attempt for each in evidence if each.attempt is not None and each.attempt.begun.paper == exam.hash]
    named = [(decisions.find_name(attempt.candidate), attempt, _list_answers(attempt)) for attempt in attempts]
    for place, (name, attempt, answers) in enumerate(named):
        for other_name, other, others in named[place + 1 :]:
            one, two = pseudonym_key(name), pseudonym_key(other_name)
            if one != two and (attempt.begun.attempt == other.begun.attempt or _are_same(answers, others)):
                found.setdefault(one, {})[other_name] = None
                found.setdefault(two, {})[name] = None
    return {key: tuple(names) for key, names in found.items()}


def _list_answers(attempt: Attempt) -> frozenset[tuple[str, float]]:
    return frozenset((e.item, round(e.elapsed, 1)) for e in attempt.events if isinstance(e, Responded))


def _are_same(one: frozenset[tuple[str, float]], other: frozenset[tuple[str, float]]) -> bool:
    same = len(one & other)
    return same >= MIN_SAME_ANSWERS and same >= SAME_SHARE * min(len(one), len(other))
