"""What the wall of a class shows: numbers, and how one joins. It holds no name, so no page made of it can show one."""

from collections.abc import Sequence
from statistics import median_low
from typing import NamedTuple

from msgspec import Struct

from game.prose import wall_words as words
from game.web.classes.class_mode import NOT_BEGUN, Standing
from game.web.pages.histogram import Bar
from game.web.serving.own_address import Reach

MAX_BARS = 10
"""Bars that can be told apart from the last row."""
SAME_TIME_SECONDS = 90.0
"""Clocks that differ by no more are one clock for a class: nobody presses Begin at the same moment."""


class HowToJoin(NamedTuple):
    """What pupils need to come in."""

    address: str
    """As it is typed."""
    code: str
    picture: str
    """Path of the QR code; empty where no phone could open what is in it."""
    is_open: bool
    """Whether the class takes in others."""
    reach: Reach = "others"


class WorkSoFar(NamedTuple):
    """How far a class is with its exam."""

    answers: int
    all_answers: int
    begun: int
    """Pupils who have begun."""
    over: int
    not_begun: int
    """Pupils who may begin, and have not."""
    bars: tuple[Bar, ...]
    seconds_left: float | None
    is_same_time: bool

    @property
    def is_over(self) -> bool:
        """Whether all have handed in."""
        return not self.not_begun and self.over == self.begun


class WallView(Struct, frozen=True, kw_only=True):
    """A wall as it is now."""

    title: str
    join: HowToJoin
    pupils: int
    work: WorkSoFar | None = None
    """None while there is nothing to count."""


def count_work(standings: Sequence[Standing]) -> WorkSoFar | None:
    """How far a class is; None before anybody has begun."""
    counted = [each for each in standings if each.total and each.state not in NOT_BEGUN]
    if not counted:
        return None
    total = max(each.total for each in counted)
    left = [each.seconds_left for each in counted if each.seconds_left is not None]
    return WorkSoFar(
        answers=sum(each.answered for each in counted),
        all_answers=sum(each.total for each in counted),
        begun=len(counted),
        over=sum(each.state == "over" for each in counted),
        not_begun=sum(each.state == "ready" for each in standings),
        bars=tuple(make_bars([each.answered for each in counted], total)),
        # Of an even number the lower middle: the other may be the time of one pupil, who has more than all others.
        seconds_left=median_low(left) if left else None,
        is_same_time=not left or max(left) - min(left) <= SAME_TIME_SECONDS,
    )


def make_bars(numbers: Sequence[int], total: int) -> list[Bar]:
    """How many of some numbers lie in each of a few groups from 0 to a total, which is a group of its own.

    >>> [(bar.label, bar.number) for bar in make_bars([0, 1, 3, 4, 4], 4)]
    [('0', 1), ('1', 1), ('2', 0), ('3', 1), ('all', 2)]
    """
    width = -(-total // (MAX_BARS - 1))
    bars = []
    for first in range(0, total, width):
        last = min(first + width, total) - 1
        bars.append(Bar(words.name_range(first, last), sum(first <= each <= last for each in numbers)))
    return [*bars, Bar(words.ALL, sum(each >= total for each in numbers), is_last=True)]
