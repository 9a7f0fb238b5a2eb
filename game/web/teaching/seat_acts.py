"""What a teacher does to one pupil's exam in its seat. Each act says what came of it, or why it was not done."""

from typing import NamedTuple

from game.app.teacher_desk import TeacherDesk
from game.core.digests import blake2b
from game.prose import board_words as words
from game.prose.board_words import Refusal
from game.store.attempt_events import HandedIn, TeacherLine
from game.store.outages import measure_outage
from game.web.classes.news_hub import NewsName
from game.web.classes.pupils import Pupil
from game.web.modes.exam_room import ExamRoom
from game.web.modes.exam_seat import ExamSeat

MIN_LOST_SECONDS = 5.0
"""Nobody gives back less."""


class ActRefusedError(Exception):
    """An act that cannot be done."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


class SeatChange(NamedTuple):
    """What an act has changed."""

    text: str = ""
    news: NewsName | None = "go"
    """What the pupil's open page is told. To ask for it anew without need would lose what is typed there."""
    seconds: float = 0.0


def stamp_seat(seat: ExamSeat | None, pupil: Pupil) -> str:
    """What an act on a pupil depends on, as its form holds it: so a second press, or one of an old page, is known."""
    events = seat.attempt.events if seat is not None and seat.attempt is not None else []
    number = sum(isinstance(event, TeacherLine | HandedIn) for event in events)
    known = f"{number} {pupil.name} {pupil.number} {seat is not None and seat.done is not None}"
    return blake2b(known.encode(), digest_size=8).hexdigest()


def extend_seat(seat: ExamSeat, minutes: float, *, gives_back: bool = False) -> SeatChange:
    """Give a pupil more time, or take back what is left of it."""
    desk = _open_desk(seat)
    before = _measure_extra(seat)
    if not seat.session or not seat.session.policy.clock.limit_seconds:
        raise ActRefusedError("no limit")
    desk.extend(minutes, gives_back=gives_back)
    change = _measure_extra(seat) - before
    return SeatChange(words.describe_extended(seat.pupil.name, change), "left", change)


def take_back(seat: ExamSeat) -> SeatChange:
    """Take back what a pupil was given and has not used."""
    return extend_seat(seat, -max(1.0, _measure_extra(seat) / 60))


def hold_seat(seat: ExamSeat) -> SeatChange:
    """Stop the clock of a pupil."""
    told = _open_desk(seat).hold()
    return SeatChange(words.describe_held(seat.pupil.name), "go" if told else None)


def release_seat(seat: ExamSeat) -> SeatChange:
    """Let the clock of a pupil go on."""
    told = _open_desk(seat).release()
    return SeatChange(words.describe_released(seat.pupil.name), "go" if told else None)


def hand_in_seat(seat: ExamSeat) -> SeatChange:
    """Hand in for a pupil."""
    _open_desk(seat).hand_in()
    return SeatChange(words.describe_handed_in(seat.pupil.name))


def reopen_seat(room: ExamRoom, seat: ExamSeat, minutes: float, *, gives_back: bool = False) -> SeatChange:
    """Let a pupil go on who has handed in."""
    if seat.done is None:
        raise ActRefusedError("running" if seat.session is not None else "not begun")
    room.let_in_again(seat, minutes, gives_back=gives_back)
    return SeatChange(words.describe_let_in(seat.pupil.name, minutes), seconds=minutes * 60)


def find_lost(seat: ExamSeat) -> float:
    """Seconds that a pupil has lost because the class was not open, and that can be given back."""
    end = seat.done.handed_in if seat.done is not None else None
    if seat.attempt is None or (end is not None and end.why != "time"):
        return 0.0
    lost = measure_outage(seat.attempt)
    return lost if lost >= MIN_LOST_SECONDS else 0.0


def give_back_seat(room: ExamRoom, seat: ExamSeat, *, may_reopen: bool) -> SeatChange:
    """Give a pupil the time that the class was not open. Whose exam ended meanwhile goes on, where that may be."""
    minutes = round(find_lost(seat) / 60, 4)
    if not minutes or (seat.done is not None and not may_reopen):
        return SeatChange(news=None)
    if seat.done is not None:
        return reopen_seat(room, seat, minutes, gives_back=True)
    return extend_seat(seat, minutes, gives_back=True)


def _open_desk(seat: ExamSeat) -> TeacherDesk:
    if seat.done is not None:
        raise ActRefusedError("over")
    if seat.session is None or seat.session.is_over:
        raise ActRefusedError("not begun")
    return TeacherDesk(seat.session)


def _measure_extra(seat: ExamSeat) -> float:
    return seat.attempt.limit.extra if seat.attempt is not None else 0.0
