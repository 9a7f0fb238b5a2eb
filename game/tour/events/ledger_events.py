"""Events of facts, their sources and their differences: noted, listed, asked about."""

from typing import NamedTuple

from game.pack.claims.timespans import OrderedDate
from game.pack.ledger import AnyComparison, Entity, Fact, Source
from game.pack.world import Attestation, Journey, Passage, Room
from game.tour.events.compare_events import Note
from game.tour.events.event_base import BaseEvent


class EntityDescribed(BaseEvent, frozen=True, kw_only=True):
    """What a person, place or thing is that the articles name."""

    entity: Entity
    facts: tuple[Fact, ...]
    """What of it is noted."""
    room: Room | None = None
    """Where more of it is told; None where all is noted."""
    is_here: bool = False
    """Whether that room is the one where the player is."""


class FactsNoted(BaseEvent, frozen=True, kw_only=True):
    """Facts that have just entered the notebook."""

    facts: tuple[Fact, ...]
    is_told: bool = False
    """True where a text just shown has told them, so that their sentences need not be printed again."""
    first: int = 1
    """The number of the first of them in the notebook; the others follow it."""


class NotebookShown(BaseEvent, frozen=True, kw_only=True):
    """The facts noted so far, in groups: by room, by source, by strength, or those that hold a word."""

    entries: tuple[tuple[Room | Source | str, tuple[Note, ...]], ...]
    total: int
    """How many facts the pack holds."""
    word: str = ""
    """What was searched for; empty when nothing was."""
    numbers: tuple[int, ...] = ()
    """The numbers of the notes that were asked for; empty for a page of groups."""


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
    """What the player has found between notes, and which notes still wait to be laid side by side."""

    made: tuple[AnyComparison, ...]
    """What was compared: differences, then agreements, then mix-ups."""
    unmade: tuple[tuple[Room, Room], ...]
    """For each pair that is noted and was not compared, the rooms in which its two notes were made."""
    found: int
    """How many of those made are something; a mix-up is nothing."""
    total: int


class SourcesShown(BaseEvent, frozen=True, kw_only=True):
    """Where the text just shown comes from."""

    passages: tuple[tuple[Passage, tuple[Fact, ...]], ...]
    standing: Attestation | None
    """Of the room, when the text was a room's own."""


LedgerEvent = (
    EntityDescribed | FactsNoted | NotebookShown | TimelineShown | JourneysShown | DifferencesShown | SourcesShown
)
