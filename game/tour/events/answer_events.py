"""Events of questions in the player's own words: an answer, where it is told, or an honest silence."""

from typing import Literal

from game.pack.ledger import Difference, Entity, Fact
from game.pack.world import Room, Thing
from game.tour.events.event_base import BaseEvent
from game.tour.events.lead_events import LeadProgress

TourTopic = Literal[
    "visitor",
    "guide",
    "editor",
    "dispatch",
    "goal",
    "stated",
    "reported",
    "photo",
    "speculated",
    "staged",
    "strength",
    "cite",
    "save",
    "notebook",
    "score",
    "clock",
    "questions",
    "differences",
    "articles",
    "plaque",
    "truth",
    "makers",
    "help",
    "source",
    "class",
    "skip",
    "length",
    "winning",
    "english",
]
"""What can be asked of the tour itself."""


class Recalled(BaseEvent, frozen=True, kw_only=True):
    """A question answered from what has been noted."""

    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...] = ()
    """Points on which sources differ in this, both sides of which are noted."""
    rooms: tuple[Room, ...] = ()
    """Where the other side of a difference is told that is not noted yet."""


class ToldElsewhere(BaseEvent, frozen=True, kw_only=True):
    """A question whose answer is told on this tour and has not been noted."""

    room: Room
    is_here: bool
    things: tuple[Thing, ...]
    """Things here that tell it; empty where it is told elsewhere."""


class NearTold(BaseEvent, frozen=True, kw_only=True):
    """A question to which no fact is an answer, about something of which the articles tell other things."""

    entity: Entity
    facts: tuple[Fact, ...]
    """What of it is noted; empty where nothing is."""
    room: Room | None
    """Where more of it is told; None where all is noted."""
    is_here: bool = False
    """Whether that room is the one where the player is."""


class NotTold(BaseEvent, frozen=True, kw_only=True):
    """A question about something the articles name, after what neither of them says of it."""

    entity: Entity
    attribute: str
    """What was asked, by the pack's word for it: its age, its price."""


class TourExplained(BaseEvent, frozen=True, kw_only=True):
    """A question about the tour itself."""

    topic: TourTopic
    cite: str = ""
    """The article and paragraph asked about; empty for other questions."""
    facts: tuple[Fact, ...] = ()
    """What is noted from that paragraph."""


class WordExplained(BaseEvent, frozen=True, kw_only=True):
    """The meaning of a word of the game or of the pack's texts."""

    word: str
    """The id of a word of the game, or the word of the pack."""
    is_packs: bool


class Unanswered(BaseEvent, frozen=True, kw_only=True):
    """A question to which there is no sure answer."""

    things: tuple[Thing, ...]
    """Things here that the question names, or that were not looked at yet."""
    is_named: bool
    """True when the question names the things."""
    entities: tuple[Entity, ...]
    """What can be asked about instead."""
    topic: str = ""
    """Who or what was asked about by name, as typed; empty for other questions."""
    is_empty: bool = False
    """True when the question held no word to search for."""
    is_wide: bool = False
    """True when too many facts hold what was asked."""


class QuestionsCounted(BaseEvent, frozen=True, kw_only=True):
    """How many questions are still to be answered."""

    here: int
    """Those of the quiz in this room that have no answer yet."""
    left: int
    """Those of the quiz anywhere that have none."""
    open_leads: int
    """Questions to follow up that were met and not closed."""


class NotesNeeded(BaseEvent, frozen=True, kw_only=True):
    """How many notes are needed."""

    lead: LeadProgress | None
    """The question that is followed up; None for none."""


AnswerEvent = (
    Recalled
    | ToldElsewhere
    | NearTold
    | NotTold
    | TourExplained
    | WordExplained
    | QuestionsCounted
    | NotesNeeded
    | Unanswered
)
