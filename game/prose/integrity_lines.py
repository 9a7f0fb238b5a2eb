"""What a teacher reads of the files of an exam: a row for each candidate, and what speaks against a file.

Every finding is said in words beside its sign: a teacher must be able to repeat it to a pupil and to a parent.
"""

from collections.abc import Iterator, Sequence
from typing import assert_never

from game.classroom.integrity import WAITING, Finding, Judged
from game.classroom.teacher_acts import TeacherActCode
from game.prose.attempt_problems import describe_damage_briefly
from game.prose.exam import format_span
from game.prose.lines import Line, count_noun

LIMITS = (
    "A file cannot show who typed, whether a phone was used, or whether a program was rebuilt to invent times. Only a "
    "receipt or a witness shows that a file is the one that was handed in; without them, a file that was made anew "
    "whole is not seen."
)

RULE_NAMES = {
    "minutes": "time limit",
    "factor": "extended time",
    "open_book": "open book",
    "pausable": "pauses",
    "end": "common end",
    "late": "late beginning",
    "outage": "time given back",
}


def render_integrity(title: str, questions: int, minutes: float, judged: Sequence[Judged]) -> Iterator[Line]:
    """The table of an exam."""
    counted = sum(each.is_counted for each in judged)
    time = f"{minutes:g} min" if minutes else "no limit"
    done = f"{counted} of {len(judged)} counted"
    yield Line(f"{title} · {count_noun(questions, 'question')} · {time} · {done}", "headline")
    width = max([len(each.candidate) for each in judged] + [9])
    yield Line(f"{'Candidate':<{width}}  {'Done':>7}  {'Mark':>6}  {'Time':>7}  Integrity", "option", is_tight=True)
    for each in judged:
        yield Line(_render_row(each, width, questions), "option", is_tight=True)
    waiting = [each.candidate for each in judged if not each.is_counted]
    if waiting:
        names = ", ".join(waiting)
        yield Line(f"Not counted, mark in brackets: {names}. --accept NAME counts one all the same.", "note")
    yield Line(LIMITS, "note")


def _render_row(each: Judged, width: int, questions: int) -> str:
    done, mark, time = "-", "-", "-"
    if each.marked is not None and each.timing is not None:
        done = f"{len(each.marked.responses)}/{questions}"
        mark = f"{each.marked.total:.2f}" if each.is_counted else f"({each.marked.total:.2f})"
        time = format_span(each.timing.elapsed)
    return f"{each.candidate or '?':<{width}}  {done:>7}  {mark:>6}  {time:>7}  {describe_integrity(each)}"


def describe_integrity(each: Judged) -> str:
    """The integrity of a candidate's file in a line."""
    sign = "✓" if each.is_counted else "✗"
    grades = {"witnessed": "witnessed", "receipt": "receipt", "alone": "unwitnessed"}
    grade = grades[each.grade] if each.attempt else ""
    told = [describe_finding(finding) for finding in each.findings]
    if each.marked is not None and each.rules.factor != 1:
        told.append(f"time × {each.rules.factor:g}")
    accepted = ["accepted by the teacher"] if each.is_accepted else []
    return f"{sign} " + " · ".join([part for part in (grade, *told, *accepted) if part])


def describe_finding(finding: Finding) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a finding
    """One thing about a file."""
    span, number = format_span(abs(finding.number)), int(finding.number)
    match finding.code:
        case "damaged":
            return describe_damage_briefly(finding.damage) if finding.damage else "damaged"
        case "also damaged":
            return f"another file is damaged at line {number}"
        case "other paper":
            return "of another paper"
        case "receipt differs":
            return "receipt differs: cut, or made again"
        case "two endings":
            return f"{number} files that were handed in: made again?"
        case "like":
            return f"like {finding.detail}: the same file or the same times"
        case "away, unknown":
            return f"computer off for a time that cannot be known (its clock says {span})"
        case "not handed in":
            return "not handed in"
        case "times differ":
            return "its times do not fit its clocks"
        case "repeated":
            return f"{number} attempts; the others do not count"
        case "forked":
            return f"two files that differ from line {number}: opened on two machines?"
        case "rule":
            return f"other rule: {RULE_NAMES.get(finding.detail, finding.detail)}"
        case "paused":
            return "paused, which the rules do not allow"
        case "late answers":
            return f"{count_noun(number, 'answer')} after the end left out"
        case "began late":
            return "began late"
        case "foreign lines":
            return f"{count_noun(number, 'line')} that no question can take left out"
        case "brought marks":
            return "brought marks of its own, not used"
        case "ended":
            return f"program closed {span}"
        case "away":
            return f"computer off or asleep {span}"
        case "clock changed":
            return f"clock changed by {'+' if finding.number > 0 else '-'}{span}"
        case "gaps not known":
            return "old file: gaps not known"
        case "teacher's lines":
            return f"{count_noun(number, 'line')} of a teacher not believed: collect the class itself by --from-class"
        case "extended" | "held" | "renamed" | "taken in" | "let in again":
            return _describe_teacher_act(finding.code, finding.detail, finding.number)
        case _:
            assert_never(finding.code)


def _describe_teacher_act(code: TeacherActCode, detail: str, seconds: float) -> str:
    """What the teacher did from the board."""
    span = format_span(seconds)
    match code:
        case "extended":
            return f"+{span} by the teacher" if seconds else "more time by the teacher, taken back"
        case "held":
            return f"stopped {span} by the teacher"
        case "renamed":
            return f"was called {detail}; renamed by the teacher"
        case "taken in":
            return "handed in by the teacher"
        case "let in again":
            return f"let in again by the teacher, {span} after handing in"
        case _:
            assert_never(code)


def is_waiting(finding: Finding) -> bool:
    """Whether a finding waits for a decision of the teacher."""
    return finding.code in WAITING


def render_regraded(before: dict[str, float], after: dict[str, float]) -> Iterator[Line]:
    """The marks that a new key has changed."""
    changed = [name for name in after if abs(after[name] - before.get(name, 0.0)) > 1e-9]
    if not changed:
        yield Line("No mark has changed.", "note")
        return
    width = max(len(name) for name in changed)
    yield Line(f"{'Candidate':<{width}}  before   after", "option", is_tight=True)
    for name in changed:
        yield Line(f"{name:<{width}}  {before.get(name, 0.0):>6.2f}  {after[name]:>6.2f}", "option", is_tight=True)
    yield Line(f"{count_noun(len(changed), 'mark')} changed.", "note")
