"""Events of the guided tour."""

from game.tour.events.event_base import BaseEvent


class StopPlayed(BaseEvent, frozen=True, kw_only=True):
    """The guide does something, as a player would type it; what comes of it follows."""

    line: str


class GuideWaits(BaseEvent, frozen=True, kw_only=True):
    """The guide goes on when the visitor has answered."""


class GuideEnded(BaseEvent, frozen=True, kw_only=True):
    """The guide has no stop left from here on."""


GuidedEvent = StopPlayed | GuideWaits | GuideEnded
