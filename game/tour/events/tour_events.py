"""Events of the tour as a whole: it begins, is taken back by a turn, ends; what it is made from."""

from game.pack.world import Passage, Room
from game.tour.events.event_base import BaseEvent


class Opened(BaseEvent, frozen=True, kw_only=True):
    """A new tour begins: its title and what is read once, before the first room."""

    title: str
    tagline: str
    passages: tuple[Passage, ...]


class Arrived(BaseEvent, frozen=True, kw_only=True):
    """The end of the line was reached for the first time."""

    room: Room


class Undone(BaseEvent, frozen=True, kw_only=True):
    """A turn taken back."""

    line: str
    """What had been typed on that turn."""
    room: Room
    """Where the player stands again."""
    is_moved: bool = False
    """Whether the room of that turn is called otherwise now, or is gone."""


class DoneAgain(BaseEvent, frozen=True, kw_only=True):
    """A turn that was taken back, done again."""

    line: str
    """What had been typed on that turn."""
    room: Room
    """Where the player stands now."""
    is_moved: bool = False
    """As for a turn taken back."""


class RestartOffered(BaseEvent, frozen=True, kw_only=True):
    """Whether to begin anew is asked before it is done."""

    noted: int


class RestartDeclined(BaseEvent, frozen=True, kw_only=True):
    """The tour goes on as it was."""


class UnitsSet(BaseEvent, frozen=True, kw_only=True):
    """Which conversions of our own are added to figures."""

    units: str
    is_known: bool = True
    """False when the player asked for units there are none of; then nothing has changed."""


class Remarked(BaseEvent, frozen=True, kw_only=True):
    """A remark for the transcript; no command."""


class AboutShown(BaseEvent, frozen=True, kw_only=True):
    """What the tour is, and what in it is staged."""

    title: str
    passages: tuple[Passage, ...]


class CreditsShown(BaseEvent, frozen=True, kw_only=True):
    """What the tour is made from."""


class VersionShown(BaseEvent, frozen=True, kw_only=True):
    """Which game and which pack this is."""


TourEvent = (
    Opened
    | Arrived
    | Undone
    | DoneAgain
    | RestartOffered
    | RestartDeclined
    | UnitsSet
    | Remarked
    | AboutShown
    | CreditsShown
    | VersionShown
)
