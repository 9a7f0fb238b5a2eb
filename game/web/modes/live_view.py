"""What pages show of a live round, made field by field: words and numbers, and of keys only one that was told."""

from typing import NamedTuple

from msgspec import Struct

from game.prose.lines import Line
from game.web.modes.live_state import Step
from game.web.modes.live_tally import Tally
from game.web.pages.answer_view import PublicAnswer


class PublicRow(NamedTuple):
    """An option or an answer, and how many gave it."""

    text: str
    number: int
    group: str
    """What it was put to; empty for the question itself."""
    is_right: bool
    """False as well while the key is not told."""


class PublicRound(Struct, frozen=True, kw_only=True):
    """What all may see of a round."""

    step: Step
    turn: int
    number: int
    """Of the question in sight, from 1."""
    total: int
    asked: int
    stem: str = ""
    """Empty before the first question and after the last."""
    stems: tuple[str, ...] = ()
    """Of all questions, for the teacher; empty on the wall."""
    pupils: int
    answered: int = 0
    rows: tuple[PublicRow, ...] = ()
    """Empty while the question is open."""
    others: int = 0
    key: tuple[Line, ...] = ()
    """What is right, why, and the source; only once it was told."""


class PublicTurn(Struct, frozen=True, kw_only=True):
    """What one pupil sees of a round."""

    step: Step
    turn: int
    number: int
    total: int
    name: str
    stem: str = ""
    help: str = ""
    answer: PublicAnswer | None = None
    """The fields, while the question is open."""
    is_answered: bool = False
    given: str = ""
    """The own answer in words, once the question is closed."""
    told: tuple[Line, ...] = ()
    """Whether it is right, why, and the source; only once the key was told."""
    receipt: str = ""


def make_rows(tally: Tally, right: frozenset[tuple[str, str]]) -> tuple[PublicRow, ...]:
    """The rows of a tally, with those marked that are right."""
    return tuple(PublicRow(row.text, row.number, row.group, (row.group, row.text) in right) for row in tally.rows)
