"""Events of choices: one that stays open, how one decides, and why what was chosen is right or wrong."""

from typing import Literal

from game.pack.leads import Lead, Overreach
from game.pack.ledger import AnyComparison, Fact, Judgement
from game.pack.newsroom import Clipping
from game.tour.events.event_base import BaseEvent
from game.tour.wires import WireAnswer

ChoiceSubject = Literal["judging", "closing", "printing", "choosing"]
"""What a choice decides: what is between two notes, which sentence can be defended, how a line is printed, or which."""


class ChoiceOpen(BaseEvent, frozen=True, kw_only=True):
    """A choice that is still open after a line about something else."""

    numbers: tuple[int, ...]
    """The numbers by which one chooses."""


class ChoiceHelped(BaseEvent, frozen=True, kw_only=True):
    """A player does not know what to choose, and is told how one decides."""

    subject: ChoiceSubject
    numbers: tuple[int, ...]


class ChoiceUnread(BaseEvent, frozen=True, kw_only=True):
    """A line that means nothing, while a choice is open."""

    numbers: tuple[int, ...]


class ChoiceLeft(BaseEvent, frozen=True, kw_only=True):
    """A choice that the player does not want to make now."""

    subject: ChoiceSubject


class JudgementExplained(BaseEvent, frozen=True, kw_only=True):
    """Why one of the five judgements is right or wrong of two notes that were judged."""

    comparison: AnyComparison
    judged: Judgement
    """The one that is explained."""


class SentenceExplained(BaseEvent, frozen=True, kw_only=True):
    """Why a sentence can be printed or not."""

    lead: Lead
    overreach: Overreach | None
    """None for the honest sentence."""
    is_kept_back: bool = False
    """Whether the player has still to choose it, so that nothing is told of it yet."""


class LineExplained(BaseEvent, frozen=True, kw_only=True):
    """What the editor found in the line that was sent last."""

    answer: WireAnswer


class ClippingExplained(BaseEvent, frozen=True, kw_only=True):
    """What a clipping that was caught last does wrong, and by which note."""

    clipping: Clipping
    fact: Fact


class ObjectionHeard(BaseEvent, frozen=True, kw_only=True):
    """A player does not agree with what was judged; nobody can prove them wrong, and they may keep their remark."""


ChoiceEvent = (
    ChoiceOpen
    | ChoiceHelped
    | ChoiceUnread
    | ChoiceLeft
    | JudgementExplained
    | SentenceExplained
    | LineExplained
    | ClippingExplained
    | ObjectionHeard
)
