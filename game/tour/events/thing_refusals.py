"""Refusals about things and texts: something cannot be looked at, carried, dropped or traced to its source."""

from game.pack.ledger import Entity
from game.pack.world import Room, Thing
from game.tour.events.event_base import Refused
from game.tour.events.work_refusals import WorkRefusal


class NothingToExamine(Refused, frozen=True, kw_only=True):
    """Everything was to be looked at, and nothing is left to look at."""


class NothingToTake(Refused, frozen=True, kw_only=True):
    """Everything was to be taken, and nothing here can be carried."""


class NotPortable(Refused, frozen=True, kw_only=True):
    """The thing cannot be carried."""

    thing: Thing


class AlreadyCarried(Refused, frozen=True, kw_only=True):
    """The player carries the thing already."""

    thing: Thing


class NotCarried(Refused, frozen=True, kw_only=True):
    """The thing was to be dropped, and the player does not carry it."""

    thing: Thing


class NotAThing(Refused, frozen=True, kw_only=True):
    """What was to be taken or dropped is not a thing: the articles name it, or it is a room."""

    noun: Entity | Room


class NotExaminedYet(Refused, frozen=True, kw_only=True):
    """The source of a thing was asked for before the thing was looked at."""

    thing: Thing


class NothingReadYet(Refused, frozen=True, kw_only=True):
    """A source was asked for, and no text has been shown."""


ThingRefusal = (
    NothingToExamine
    | NothingToTake
    | NotPortable
    | AlreadyCarried
    | NotCarried
    | NotAThing
    | NotExaminedYet
    | NothingReadYet
    | WorkRefusal
)
