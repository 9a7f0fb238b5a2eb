"""What the teacher's board tells of one pupil's exam: words and numbers, no answer and no mark."""

from typing import NamedTuple

from game.core.clock import moment_of, now
from game.prose import board_words as words
from game.prose.exam import format_span
from game.store.attempt_events import Event, Flagged, Responded, Seen
from game.store.attempts import Attempt
from game.web.classes.class_mode import Standing
from game.web.modes.exam_seat import ExamSeat
from game.web.teaching.seat_acts import find_lost


class PupilRecord(NamedTuple):
    """One pupil who is in."""

    key: str
    name: str
    number: str
    earlier: tuple[str, ...]
    standing: Standing
    stamp: str
    seen: str
    """When the pupil was last seen."""
    exam: "ExamRecord | None" = None
    """None where the class sits no exam, or this one has not begun."""


class ExamRecord(NamedTuple):
    """The exam of one pupil."""

    is_over: bool
    is_held: bool
    is_limited: bool
    ended: str
    """How it was handed in; empty while it goes on."""
    is_by_time: bool
    receipt: str
    extra: float
    """Seconds that the teacher gave."""
    gaps: tuple[str, ...]
    lost: float
    """Seconds in which the class was not open, and that were not given back."""
    seconds_since: float | None
    """Since the pupil last did something, by the attempt; None for never."""


def make_exam_record(seat: ExamSeat) -> ExamRecord | None:
    """The exam in a seat; None before it begins."""
    attempt = seat.attempt
    if attempt is None:
        return None
    end = seat.done.handed_in if seat.done is not None else None
    return ExamRecord(
        is_over=seat.done is not None,
        is_held=seat.is_held,
        is_limited=bool(attempt.own_limit.base),
        ended=words.ENDINGS[end.why] if end is not None else "",
        is_by_time=end is not None and end.why == "time",
        receipt=attempt.receipt if end is not None else "",
        extra=attempt.limit.extra,
        gaps=tuple(words.describe_gap(gap.seconds, gap.why) for gap in attempt.gaps),
        lost=find_lost(seat),
        seconds_since=_measure_since(attempt),
    )


def _measure_since(attempt: Attempt) -> float | None:
    """Seconds since the last line that the pupil has caused."""
    last = next((event for event in reversed(attempt.events) if _is_own(event)), None)
    return max(0.0, (now() - moment_of(last.at)).total_seconds()) if last is not None else None


def _is_own(event: Event) -> bool:
    return isinstance(event, Seen | Responded | Flagged)


def describe_seen(*, is_here: bool, since: float | None) -> str:
    """When a pupil was last seen.

    Args:
        is_here: Whether a page of the pupil is open.
        since: Seconds since the last sign of the pupil; None for none.
    """
    if is_here:
        return words.HERE
    return words.NOT_SEEN if since is None else words.describe_ago(since)


def format_extra(seconds: float) -> str:
    """The time that a teacher gave."""
    return f"+{format_span(seconds)}"
