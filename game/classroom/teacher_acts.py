"""What a teacher did to an exam from the board of a class, as the lines of the attempt tell it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from game.core.clock import moment_of
from game.store.attempt_events import Event, Extended, HandedIn, Held, Released, Renamed, Reopened
from game.store.attempts import Attempt

TeacherActCode = Literal["extended", "held", "renamed", "taken in", "let in again"]


class TeacherAct(NamedTuple):
    """One thing a teacher did, all its times together."""

    code: TeacherActCode
    detail: str = ""
    """The name before."""
    number: float = 0
    """Seconds."""


def find_teacher_acts(attempt: Attempt) -> Iterator[TeacherAct]:
    """What the teacher's lines of an attempt say. Whether they are believed was decided before."""
    events = attempt.events
    if any(isinstance(event, Extended) for event in events):
        yield TeacherAct("extended", number=attempt.limit.extra)
    if held := _measure(events, (Held,), (Released, HandedIn)):
        yield TeacherAct("held", number=held)
    name = attempt.begun.candidate
    for event in events:
        if isinstance(event, Renamed):
            yield TeacherAct("renamed", name)
            name = event.candidate
    if (end := attempt.handed_in) is not None and end.why == "teacher":
        yield TeacherAct("taken in")
    if away := _measure(events, (HandedIn,), (Reopened,)):
        yield TeacherAct("let in again", number=away)


def _measure(events: list[Event], first: tuple[type[Event], ...], last: tuple[type[Event], ...]) -> float:
    """Seconds by the teacher's clock in all spans between two kinds of lines."""
    seconds, since = 0.0, None
    for event in events:
        if isinstance(event, last) and since is not None:
            # A second at least: that it happened must not vanish where the clock was set meanwhile.
            seconds, since = seconds + max(1.0, (moment_of(event.at) - since).total_seconds()), None
        elif isinstance(event, first):
            since = since or moment_of(event.at)
    return seconds
