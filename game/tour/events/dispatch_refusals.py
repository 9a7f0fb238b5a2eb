"""Refusals about the dispatch and the notebook."""

from typing import Literal

from game.pack.world import Room
from game.tour.events.dispatch_events import UntoldHeadline
from game.tour.events.event_base import Refused

Leaving = Literal["home", "game"]
"""What a player leaves for: home with a blank column, or the game itself."""


class NoDeskHere(Refused, frozen=True, kw_only=True):
    """A dispatch is written at a desk, and there is none in this room."""

    desk_room: Room | None
    """A room with a desk; None when the tour has none."""
    lines: int | None = None
    """How many lines the report has; None in a pack without a newsroom."""


class DispatchFormUnknown(Refused, frozen=True, kw_only=True):
    """The words after DISPATCH have none of its forms."""


class DispatchFull(Refused, frozen=True, kw_only=True):
    """The dispatch has as many lines as it may have."""

    limit: int


class DispatchLengthWrong(Refused, frozen=True, kw_only=True):
    """The dispatch was to be filed with too few or too many lines."""

    lines: int
    room: int = 0
    """How many lines the paper has room for; 0 in a pack without a newsroom."""
    is_asked: bool = False
    """Whether the player only asked; the length may then be right."""


class ReportUnfiled(Refused, frozen=True, kw_only=True):
    """The player would leave a report that nobody has read; the same words once more mean it."""

    lines: int
    leaving: Leaving = "home"


class HeadlineTooLong(Refused, frozen=True, kw_only=True):
    """A headline in the player's own words is too long."""

    longest: int
    length: int


class HeadlineUntold(Refused, frozen=True, kw_only=True):
    """The report does not tell the closed lead whose headline is wanted."""

    headline: UntoldHeadline


class OwnHeadlinesOff(Refused, frozen=True, kw_only=True):
    """The pack has headlines of closed questions only."""


class NothingFiled(Refused, frozen=True, kw_only=True):
    """There is no front page, because no report was filed."""

    desk_room: Room | None


class NoSuchFact(Refused, frozen=True, kw_only=True):
    """No fact in the notebook has this number."""

    number: str
    """As typed."""


class NoSuchLine(Refused, frozen=True, kw_only=True):
    """The dispatch has no line of this number."""

    number: str
    """As typed."""


class NotebookFormUnknown(Refused, frozen=True, kw_only=True):
    """The words after NOTEBOOK have none of its forms."""


DispatchRefusal = (
    NoDeskHere
    | DispatchFormUnknown
    | DispatchFull
    | DispatchLengthWrong
    | HeadlineTooLong
    | HeadlineUntold
    | ReportUnfiled
    | OwnHeadlinesOff
    | NothingFiled
    | NoSuchFact
    | NoSuchLine
    | NotebookFormUnknown
)
