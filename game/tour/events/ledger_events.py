"""Events of facts, their sources and their differences: noted, listed, asked about."""

from game.pack.ledger import Difference, Entity, Fact, Source
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
    """Points on which one of these facts differs from another source."""


class NotebookShown(BaseEvent, frozen=True, kw_only=True):
    """The facts noted so far, in groups: by room, by source, by strength, or those that hold a word."""

    entries: tuple[tuple[Room | Source | str, tuple[Fact, ...]], ...]
    total: int
    """How many facts the pack holds."""
    word: str = ""
    """What was searched for; empty when nothing was."""


class TimelineShown(BaseEvent, frozen=True, kw_only=True):
    """The noted facts in the order of their dates; events without a date apart."""

    dated: tuple[Fact, ...]
    undated: tuple[Fact, ...]
    left: int
    """How many dated facts have not been noted yet."""


class JourneysShown(BaseEvent, frozen=True, kw_only=True):
    """The journeys of which something has been noted, each with those of its facts that have."""

    journeys: tuple[tuple[Journey, tuple[Fact, ...]], ...]
    total: int


class DifferencesShown(BaseEvent, frozen=True, kw_only=True):
    """The points on which sources differ, as far as a fact of them has been noted."""

    differences: tuple[Difference, ...]
    total: int


class SourcesShown(BaseEvent, frozen=True, kw_only=True):
    """Where the text just shown comes from."""

    passages: tuple[tuple[Passage, tuple[Fact, ...]], ...]
    standing: Attestation | None
    """Of the room, when the text was a room's own."""


LedgerEvent = (
    EntityDescribed | FactsNoted | NotebookShown | TimelineShown | JourneysShown | DifferencesShown | SourcesShown
)
