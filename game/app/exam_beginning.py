"""Begins an exam that is a file: when it is too late, and the first line of the attempt."""

from datetime import datetime, timedelta
from uuid import uuid4

from game import __version__
from game.app.quiz_clock import Clocks
from game.core.boot_clock import read_boot_id
from game.core.clock import moment_of
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_events import FORMAT, Begun, Rules
from game.store.exam_files import CandidatesExam


def find_missed_beginning(rules: Rules, moment: datetime) -> datetime | None:
    """Until when one could have begun; None while one still can."""
    if not rules.end:
        return None
    end = moment_of(rules.end)
    last = end - timedelta(seconds=rules.minutes * 60) + timedelta(minutes=rules.late) if rules.minutes else end
    is_late = moment >= end or (bool(rules.minutes) and moment > last)
    return last if is_late else None


def write_beginning(exam: CandidatesExam, paper: KeylessPaper, candidate: str, clocks: Clocks | None = None) -> Begun:
    """The first line of a new attempt.

    Args:
        exam: What is sat.
        paper: Its questions.
        candidate: Who sits it.
        clocks: By which it is dated; None for the computer's.
    """
    name = str(uuid4())
    clocks = clocks or Clocks(boot_id=read_boot_id(name))
    boot = clocks.boot()
    return Begun(
        format=FORMAT,
        attempt=name,
        candidate=candidate,
        tour=exam.tour,
        bank="",
        code=paper.hash,
        seed=0,
        rules=exam.find_rules(candidate),
        items=(),
        program=__version__,
        at=clocks.wall().isoformat(timespec="milliseconds"),
        boot=None if boot is None else round(boot, 3),
        boot_id=clocks.boot_id,
        paper=paper.hash,
        questions=len(exam.questions),
    )
