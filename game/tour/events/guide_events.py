"""Events that guide the player: progress, hints, lessons, help."""

from typing import Literal

from msgspec import Struct

from game.pack.ledger import Fact, Strength
from game.pack.world import Room, Thing
from game.tour.events.event_base import BaseEvent, Exit
from game.tour.events.lead_events import LeadProgress


class Scored(BaseEvent, frozen=True, kw_only=True):
    """Progress so far, in counts; each pair is what the player has and what there is."""

    carriages: tuple[int, int]
    facts: tuple[int, int]
    strengths: tuple[tuple[Strength, int, int], ...]
    """The facts by how sure their source is."""
    things: tuple[int, int]
    differences: tuple[int, int]
    right: int
    answered: int
    items: int
    """How many questions there are."""
    minutes: tuple[int, int]
    """Journey time gone by, and in all."""


# No event: one row of the event below it.
class Progress(Struct, frozen=True, kw_only=True):
    """What one room holds, and how much of it the player has."""

    room: Room
    noted: int
    facts: int
    answered: int
    items: int


class ProgressShown(BaseEvent, frozen=True, kw_only=True):
    """Room by room, what has been noted and answered."""

    rows: tuple[Progress, ...]
    here: str
    """Id of the room the player stands in."""
    left: int
    """How many rooms have not been visited."""


HintLevel = Literal[1, 2, 3]
"""A nudge, a pointer, the answer."""


class HintGiven(BaseEvent, frozen=True, kw_only=True):
    """A step towards what is best done next: a nudge, a pointer, the answer."""

    level: HintLevel
    goal: Literal["answer", "lead", "look", "work", "ask", "walk", "return", "done"]
    things: tuple[Thing, ...] = ()
    """What is to be looked at, best first."""
    facts: tuple[Fact, ...] = ()
    """What the answer rests on, or what is still to be found."""
    exit: Exit | None = None
    room: Room | None = None
    """Where something was left unread, or where a missing tool lies."""
    left: int = 0
    """How many questions are open here."""
    line: str = ""
    """What to type next; empty when a tool is missing, or when nothing certain can be said."""
    missing: Thing | None = None
    """The tool to be found first."""
    progress: LeadProgress | None = None
    """The question that is chased, where the hint is about it."""


class LessonGiven(BaseEvent, frozen=True, kw_only=True):
    """One of the three lessons of the tutorial."""

    number: int
    thing: str
    """Name of something here to look at."""
    exit: Exit | None
    """A way on; None where no way leads out."""


TipId = Literal["look", "note", "work", "take", "sort", "source", "hint", "question", "places", "desk"]


class TipGiven(BaseEvent, frozen=True, kw_only=True):
    """One thing of the game, told when it is first useful."""

    tip: TipId
    example: str
    """What can be typed for it here."""


class TutorialSet(BaseEvent, frozen=True, kw_only=True):
    """The lessons switched on or off."""

    is_on: bool


class HelpShown(BaseEvent, frozen=True, kw_only=True):
    """The commands, or one of them."""

    verb: str = ""
    """Id of a verb, or what was typed in its place; empty for the overview."""
    here: tuple[str, ...] = ()
    """Commands that work just here."""


class VerbsShown(BaseEvent, frozen=True, kw_only=True):
    """Every word a line may begin with."""


class Taught(BaseEvent, frozen=True, kw_only=True):
    """The short form of what was typed at length; said once for each."""

    short: str


GuideEvent = Scored | ProgressShown | HintGiven | LessonGiven | TipGiven | TutorialSet | HelpShown | VerbsShown | Taught
