"""Events that ask the application for something which a session cannot do: files, screens, an end.

A session does no input or output, so it reports the wish. The application performs it and words the result.
"""

from game.tour.events.event_base import BaseEvent


class ExportAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants the notebook in a file."""

    name: str


class TranscriptAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants this session written to a file, or no longer."""

    wish: str


class RecordAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants the lines typed from now on written to a file, or no longer."""

    wish: str


class ReplayAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants the lines in a file typed."""

    name: str


class TicketAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants to see the ticket, or have it in a file."""

    wish: str


class PageAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants to see the front page, or have it in files."""

    wish: str


class PracticeAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants practice."""

    wish: str


class HonoursAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants to see the honours."""


class SaveAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants the state kept under a name."""

    name: str


class RestoreAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants a kept state back."""

    name: str


class RestartAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants to start over, and has said so twice."""


class ToursAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants to see the earlier tours, or have one of them back."""

    wish: str


class TakeOverAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants the tour in this window and no other."""


class QuitAsked(BaseEvent, frozen=True, kw_only=True):
    """The player wants to leave."""


# A session that did these things itself could not be replayed: each replay would write the files again.
WishEvent = (
    ExportAsked
    | TranscriptAsked
    | RecordAsked
    | ReplayAsked
    | TicketAsked
    | PageAsked
    | PracticeAsked
    | HonoursAsked
    | SaveAsked
    | RestoreAsked
    | RestartAsked
    | ToursAsked
    | TakeOverAsked
    | QuitAsked
)
