"""Events of facts, their sources and their differences: noted, listed, asked about."""

from typing import NamedTuple

from game.pack.claims.timespans import OrderedDate
from game.pack.ledger import Difference, Entity, Fact, MixUp, Source
from game.pack.world import Attestation, Journey, Passage, Room
from game.tour.events.event_base import BaseEvent


class EntityDescribed(BaseEvent, frozen=True, kw_only=True):
    """What the articles say of a person, place or thing they name."""

    entity: Entity
    facts: tuple[Fact, ...]


class FactsNoted(BaseEvent, frozen=True, kw_only=True):
    """Facts that have just entered the notebook."""

    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    """Points on which one of these facts is not like a fact noted before."""
    mix_ups: tuple[MixUp, ...] = ()
    """Things easily taken for one another, of which the second has just been noted."""


class NotebookShown(BaseEvent, frozen=True, kw_only=True):
    """The facts noted so far, in groups: by room, by source, by strength, or those that hold a word."""

    entries: tuple[tuple[Room | Source | str, tuple[Fact, ...]], ...]
    total: int
    """How many facts the pack holds."""
    word: str = ""
    """What was searched for; empty when nothing was."""


class DatedFacts(NamedTuple):
    """The noted facts of one date."""

    date: OrderedDate
    era: str
    """The date in the article's own words, such as the early 2000s; mostly empty."""
    facts: tuple[Fact, ...]


class TimelineShown(BaseEvent, frozen=True, kw_only=True):
    """The noted facts in the order of their dates; events without a date apart."""

    dated: tuple[DatedFacts, ...]
    undated: tuple[Fact, ...]
    left: int
    """How many dated facts have not been noted yet."""


class JourneysShown(BaseEvent, frozen=True, kw_only=True):
    """The journeys of which something has been noted, each with those of its facts that have."""

    journeys: tuple[tuple[Journey, tuple[Fact, ...]], ...]
    total: int


class DifferencesShown(BaseEvent, frozen=True, kw_only=True):
    """The points on which sources differ of which two sides have been noted, and what is easily mixed up."""

    differences: tuple[Difference, ...]
    total: int
    mix_ups: tuple[MixUp, ...] = ()


class SourcesShown(BaseEvent, frozen=True, kw_only=True):
    """Where the text just shown comes from."""

    passages: tuple[tuple[Passage, tuple[Fact, ...]], ...]
    standing: Attestation | None
    """Of the room, when the text was a room's own."""


LedgerEvent = (
    EntityDescribed | FactsNoted | NotebookShown | TimelineShown | JourneysShown | DifferencesShown | SourcesShown
)
