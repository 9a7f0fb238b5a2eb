"""Refusals about the conversation itself: there is nothing to undo, to repeat, to correct or to choose."""

from game.tour.events.event_base import Refused


class NothingToUndo(Refused, frozen=True, kw_only=True):
    """No turn has been made yet."""


class NothingToRedo(Refused, frozen=True, kw_only=True):
    """No turn was taken back, or another one was made since."""


class NothingToRepeat(Refused, frozen=True, kw_only=True):
    """No line has been typed that AGAIN could repeat."""


class NothingToCorrect(Refused, frozen=True, kw_only=True):
    """OOPS was typed after a line that was understood."""


class NoSuchChoice(Refused, frozen=True, kw_only=True):
    """A number was typed that none of the choices has."""

    typed: str
    choices: tuple[str, ...]
    """The choices as they were listed."""


class NounMissing(Refused, frozen=True, kw_only=True):
    """The verb wants a name after it."""

    verb: str
    """As typed."""


class UnknownTopic(Refused, frozen=True, kw_only=True):
    """The articles do not name what was asked about."""

    topic: str
    near: tuple[str, ...]
    """Names they do have that are spelled nearly so."""


DialogueRefusal = (
    NothingToUndo | NothingToRedo | NothingToRepeat | NothingToCorrect | NoSuchChoice | NounMissing | UnknownTopic
)
