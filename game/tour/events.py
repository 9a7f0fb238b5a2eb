"""What a turn can report. Each event carries the frozen records it speaks of, so whoever tells it asks nobody.

A player's mistake is one of these, never an exception: NotUnderstood (unreadable), Refused (understood, not possible
here), Ambiguous (which one?).
"""

from typing import Literal

from msgspec import Struct

from game.pack.items import Item
from game.pack.ledger import Difference, Entity, Fact, Source, Strength
from game.pack.world import Attestation, Direction, Journey, Passage, Room, Thing
from game.quiz import Response, Shown
from game.tour.commands import Noun
from game.tour.dispatch import Print, Verdict


class Event(Struct, frozen=True, kw_only=True):
    """Base of all events."""


class Exit(Struct, frozen=True, kw_only=True):
    """A way out of a room, and whether the room behind it has been seen."""

    direction: Direction
    room: Room
    is_visited: bool


class Opened(Event, frozen=True, kw_only=True):
    """A new tour begins: its title and what is read once, before the first room."""

    title: str
    tagline: str
    passages: tuple[Passage, ...]


class RoomShown(Event, frozen=True, kw_only=True):
    """The room the player stands in, as entered or looked at."""

    room: Room
    passages: tuple[Passage, ...]
    things: tuple[Thing, ...]
    """Portable things lying here that the room's own text does not tell of."""
    exits: tuple[Exit, ...]
    is_first: bool
    """True on the first visit."""


class PictureTold(Event, frozen=True, kw_only=True):
    """The room's picture in words."""

    room: Room


class ThingExamined(Event, frozen=True, kw_only=True):
    """A closer look at a thing."""

    thing: Thing
    differences: tuple[Difference, ...] = ()
    """Points on which sources differ and of which this thing tells more than one side."""
    is_labelled: bool = False
    """True when it is one of several things looked at together."""


class EntityTold(Event, frozen=True, kw_only=True):
    """What the articles say of a person, place or thing they name."""

    entity: Entity
    facts: tuple[Fact, ...]


class Mentioned(Event, frozen=True, kw_only=True):
    """A word that stands in a text read here and names nothing else: the text has it so."""

    word: str
    passage: Passage


class Acted(Event, frozen=True, kw_only=True):
    """Something tried or said that changes nothing here."""

    act: str
    """Id of the act."""
    word: str
    """What it was typed as."""
    noun: Noun | None = None
    """What it was tried on; None when on nothing that is here."""
    missing: str = ""
    """What it was to be tried on, as typed, when that is not here."""
    elsewhere: Room | None = None
    """Another room of the train that has it."""
    is_forward: bool = False
    """True when that room lies further forward."""
    room: Room
    example: str
    """A command that works here."""


class Replied(Event, frozen=True, kw_only=True):
    """Something tried to which the pack has an answer of its own."""

    passage: Passage


class Recalled(Event, frozen=True, kw_only=True):
    """A question in the player's own words, answered from what has been noted."""

    facts: tuple[Fact, ...]


class Unanswered(Event, frozen=True, kw_only=True):
    """A question in the player's own words that nothing noted answers."""

    things: tuple[Thing, ...]
    """Things here not looked at yet, or that the question names."""
    entities: tuple[Entity, ...]
    """Someone or something told of in this room that can be asked about."""
    room: Room | None
    """Another room in which an answer is told."""
    is_here: bool
    """True when the things tell an answer."""
    is_empty: bool
    """True when the question held no word to search for."""
    topic: str = ""
    """What was asked about by name, as typed; empty for other questions."""


class Taught(Event, frozen=True, kw_only=True):
    """The short form of what was typed at length; said once for each."""

    short: str


class Corrected(Event, frozen=True, kw_only=True):
    """A typing slip, taken for the word it can only have meant."""

    typed: str
    taken: str


class FactsNoted(Event, frozen=True, kw_only=True):
    """Facts that have just entered the notebook."""

    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    """Points on which one of these facts differs from another source."""


class ExitsListed(Event, frozen=True, kw_only=True):
    """The ways out, asked for."""

    room: Room
    exits: tuple[Exit, ...]


class Taken(Event, frozen=True, kw_only=True):
    """A portable thing now carried."""

    thing: Thing


class Dropped(Event, frozen=True, kw_only=True):
    """A carried thing left behind."""

    thing: Thing
    room: Room


class Carrying(Event, frozen=True, kw_only=True):
    """What the player carries."""

    things: tuple[Thing, ...]


class NotebookShown(Event, frozen=True, kw_only=True):
    """The facts noted so far, in groups: by room, by source, by strength, or those that hold a word."""

    entries: tuple[tuple[Room | Source | str, tuple[Fact, ...]], ...]
    total: int
    """How many facts the pack holds."""
    word: str = ""
    """What was searched for; empty when nothing was."""


class ExportAsked(Event, frozen=True, kw_only=True):
    """The player wants the notebook in a file."""

    name: str


class TimelineShown(Event, frozen=True, kw_only=True):
    """The noted facts in the order of their dates; events without a date apart."""

    dated: tuple[Fact, ...]
    undated: tuple[Fact, ...]
    left: int
    """How many dated facts have not been noted yet."""


class JourneysShown(Event, frozen=True, kw_only=True):
    """The journeys of which something has been noted, each with those of its facts that have."""

    journeys: tuple[tuple[Journey, tuple[Fact, ...]], ...]
    total: int


class DifferencesShown(Event, frozen=True, kw_only=True):
    """The points on which sources differ, as far as a fact of them has been noted."""

    differences: tuple[Difference, ...]
    total: int


class SourcesShown(Event, frozen=True, kw_only=True):
    """Where the text just shown comes from."""

    passages: tuple[tuple[Passage, tuple[Fact, ...]], ...]
    standing: Attestation | None
    """Of the room, when the text was a room's own."""


class Scored(Event, frozen=True, kw_only=True):
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


class PlacesListed(Event, frozen=True, kw_only=True):
    """The rooms in order, and which of them have been visited."""

    rooms: tuple[tuple[Room, bool], ...]
    here: str
    """Id of the room the player stands in."""


class ItemAsked(Event, frozen=True, kw_only=True):
    """A question with its options, in the order they are shown."""

    shown: Shown
    left: int
    """How many questions of this room have not been answered yet, this one included."""


class Challenged(Event, frozen=True, kw_only=True):
    """A question on the threshold, about what has been seen; it bars no way."""

    shown: Shown


class ResponseMarked(Event, frozen=True, kw_only=True):
    """A response, marked."""

    item: Item
    response: Response
    mark: float
    """0..1."""
    facts: tuple[Fact, ...]
    left: int
    """How many questions of this room are still open."""
    told_in: Room | None = None
    """Another room in which the answer can be read again; None when it is here."""


class Skipped(Event, frozen=True, kw_only=True):
    """A question put aside unanswered."""


class HelpShown(Event, frozen=True, kw_only=True):
    """The commands, or one of them."""

    verb: str = ""
    """Id of a verb, or what was typed in its place; empty for the overview."""
    here: tuple[str, ...] = ()
    """Commands that work just here."""


class VerbsShown(Event, frozen=True, kw_only=True):
    """Every word a line may begin with."""


class CreditsShown(Event, frozen=True, kw_only=True):
    """What the tour is made from."""


class VersionShown(Event, frozen=True, kw_only=True):
    """Which game and which pack this is."""


class Progress(Struct, frozen=True, kw_only=True):
    """What one room holds, and how much of it the player has."""

    room: Room
    noted: int
    facts: int
    answered: int
    items: int


class ProgressShown(Event, frozen=True, kw_only=True):
    """Room by room, what has been noted and answered."""

    rows: tuple[Progress, ...]
    here: str
    """Id of the room the player stands in."""
    left: int
    """How many rooms have not been visited."""


class HintGiven(Event, frozen=True, kw_only=True):
    """A step towards what is best done next: a nudge, a pointer, the answer."""

    level: Literal[1, 2, 3]
    goal: Literal["answer", "look", "ask", "walk", "return", "done"]
    things: tuple[Thing, ...] = ()
    """What is to be looked at, best first."""
    facts: tuple[Fact, ...] = ()
    """What the answer rests on, or what is still to be found."""
    exit: Exit | None = None
    room: Room | None = None
    """Where something was left unread."""
    left: int = 0
    """How many questions are open here."""


class LessonGiven(Event, frozen=True, kw_only=True):
    """One of the three lessons of the tutorial."""

    number: int
    thing: str
    """Name of something here to look at."""
    exit: Exit


class TutorialSet(Event, frozen=True, kw_only=True):
    """The lessons switched on or off."""

    is_on: bool


class UnitsSet(Event, frozen=True, kw_only=True):
    """Which conversions of our own are added to figures."""

    units: str
    is_known: bool = True
    """False when the player asked for units there are none of; then nothing has changed."""


class Remarked(Event, frozen=True, kw_only=True):
    """A remark for the transcript; no command."""


class TranscriptAsked(Event, frozen=True, kw_only=True):
    """The player wants this session written to a file, or no longer."""

    wish: str


class TicketAsked(Event, frozen=True, kw_only=True):
    """The player wants to see the ticket, or have it in a file."""

    wish: str


class PracticeAsked(Event, frozen=True, kw_only=True):
    """The player wants a round of practice."""

    wish: str


class HonoursAsked(Event, frozen=True, kw_only=True):
    """The player wants to see the honours."""


class DispatchShown(Event, frozen=True, kw_only=True):
    """The dispatch as it is drafted."""

    lines: tuple[tuple[Fact, Print], ...]


class FactsOffered(Event, frozen=True, kw_only=True):
    """Noted facts that can be put into the dispatch, each with its number."""

    facts: tuple[tuple[int, Fact], ...]


class DispatchFiled(Event, frozen=True, kw_only=True):
    """The dispatch, marked by the editor."""

    verdict: Verdict


class RecordAsked(Event, frozen=True, kw_only=True):
    """The player wants the lines typed from now on written to a file, or no longer."""

    wish: str


class ReplayAsked(Event, frozen=True, kw_only=True):
    """The player wants the lines in a file typed."""

    name: str


class RestartOffered(Event, frozen=True, kw_only=True):
    """Whether to begin anew is asked before it is done."""

    noted: int


class RestartDeclined(Event, frozen=True, kw_only=True):
    """The tour goes on as it was."""


class AboutShown(Event, frozen=True, kw_only=True):
    """What the tour is, and what in it is staged."""

    title: str
    passages: tuple[Passage, ...]


class Oriented(Event, frozen=True, kw_only=True):
    """The answer to an empty line: where one is and what works here."""

    room: Room
    exits: tuple[Exit, ...]
    things: tuple[Thing, ...]
    is_second: bool = False
    """True when the line before was empty, too."""


class Undone(Event, frozen=True, kw_only=True):
    """A turn taken back."""

    line: str
    """What had been typed on that turn."""
    room: Room
    """Where the player stands again."""


class SaveAsked(Event, frozen=True, kw_only=True):
    """The player wants the state kept under a name."""

    name: str


class RestoreAsked(Event, frozen=True, kw_only=True):
    """The player wants a kept state back."""

    name: str


class RestartAsked(Event, frozen=True, kw_only=True):
    """The player wants to start over, and has said so twice."""


class QuitAsked(Event, frozen=True, kw_only=True):
    """The player wants to leave."""


class Arrived(Event, frozen=True, kw_only=True):
    """The end of the line was reached for the first time."""

    room: Room


Reason = Literal[
    "no exit",
    "here already",
    "too far",
    "unknown place",
    "not portable",
    "carried already",
    "not carried",
    "nothing to undo",
    "nothing to repeat",
    "nothing shown",
    "no questions",
    "all answered",
    "not asking",
    "not an option",
    "no response",
    "needs a noun",
    "nothing to take",
    "unknown topic",
    "nothing to correct",
    "nothing meant",
    "nothing here",
    "elsewhere",
    "not read",
    "only told",
    "no such choice",
    "notebook form",
    "no desk",
    "dispatch form",
    "dispatch full",
    "dispatch length",
    "no such fact",
    "no such line",
]


class Refused(Event, frozen=True, kw_only=True):
    """Understood, and not possible here."""

    reason: Reason
    word: str = ""
    """What the player named, as typed or as printed."""
    exits: tuple[Exit, ...] = ()
    """The ways out, where the refusal is of a move."""
    hint: Room | None = None
    """The next room on the way to where the player wanted to go."""
    options: tuple[str, ...] = ()
    """The options of the question that waits, or the names near to the one typed."""


class NotUnderstood(Event, frozen=True, kw_only=True):
    """A line, or a part of one, that was not understood."""

    word: str
    """The word that was not understood; empty when the line held none at all."""
    is_noun: bool
    """True when the verb was understood and its object was not."""
    phrase: str = ""
    """The whole name that the word is part of."""
    example: str = ""
    """A command that works here."""
    typed: str = ""
    """The whole line."""
    verb: str = ""
    """Id of the verb, where that was understood."""
    seen: str = ""
    """The name of something in sight that the line speaks of."""
    room: Room | None = None
    things: tuple[Thing, ...] = ()
    """What there is to look at here instead."""
    elsewhere: Room | None = None
    """Another room of the train that has what was named."""
    is_forward: bool = False
    """True when that room lies further forward."""
    is_known: bool = False
    """True when the player has been there."""


class Ambiguous(Event, frozen=True, kw_only=True):
    """A name that fits several things."""

    word: str
    nouns: tuple[Noun, ...]
    verb: str = "examine"
    """Id of the verb that was to be performed on it."""


class Unsure(Event, frozen=True, kw_only=True):
    """A slip that may have been meant for one of several words."""

    word: str
    near: tuple[str, ...]


class NotRun(Event, frozen=True, kw_only=True):
    """The rest of a line of several commands, dropped because one before it failed."""

    lines: tuple[str, ...]
