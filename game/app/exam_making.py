"""Makes the exam of a paper: its questions without their keys beside them, and the rules."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from game.core.clock import moment_of, now
from game.pack.kinds.keyless import strip_key
from game.quiz.papers import Paper
from game.store.attempt_events import Rules
from game.store.exam_files import FORMAT, Allowance, TeachersExam


class ExamTerms(NamedTuple):
    """What a teacher decides beside the questions."""

    title: str
    rules: Rules
    allowances: Mapping[str, Allowance]
    """Name or pseudonym of a candidate -> what this one has beyond the rules."""


def make_exam(paper: Paper, terms: ExamTerms, *, code: str, bank: str, secret: str = "") -> TeachersExam:
    """An exam of a paper.

    Args:
        paper: Its questions.
        terms: What was decided beside them.
        code: Of the paper; empty for questions that no code draws.
        bank: Digest of the bank the questions are from.
        secret: Decides the order of options; a new one where it is empty.
    """
    secret = secret or secrets.token_hex(16)
    stripped = [strip_key(item, paper.bank.world, place, secret) for place, item in enumerate(paper.items, start=1)]
    return TeachersExam(
        format=FORMAT,
        kind="exam",
        title=terms.title,
        tour=paper.bank.world.tour.id,
        bank=bank,
        code=code,
        secret=secret,
        made=now().isoformat(timespec="seconds"),
        rules=terms.rules,
        allowances=dict(terms.allowances),
        items=paper.items,
        questions=tuple(question for question, _ in stripped),
        row_ids=tuple(row_ids for _, row_ids in stripped),
    )


def read_end(text: str, current: datetime) -> datetime | Literal["bad", "past"]:
    """When an exam ends for everybody.

    Args:
        text: A time of day, as 10:45, or a date and a time with T between.
        current: The moment now, with its zone.
    """
    try:
        if "T" in text:
            end = moment_of(text).astimezone()
        else:
            end = datetime.combine(current.date(), datetime.strptime(text, "%H:%M").time()).astimezone()
    except (ValueError, OverflowError):
        return "bad"
    return "past" if end <= current + timedelta(seconds=1) else end
