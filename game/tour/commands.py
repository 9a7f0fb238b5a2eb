"""What a line asks for, once understood: what a player can name, and what may stand after a verb.

The objects are small records and one union, because each verb needs a few fields and no verb needs all: a single record
with eight optional fields let a verb read a field that its line never fills. Parser and verbs share these shapes.
"""

from msgspec import Struct

from game.pack.leads import Lead
from game.pack.ledger import Entity
from game.pack.world import Room, Thing

# The pack's own records and no wrappers: verbs and events need their fields, and a name is looked up once.
Noun = Thing | Entity | Room
"""Whatever a player can name."""


class Bare(Struct, frozen=True):
    """Nothing stands after the verb."""


class OnThings(Struct, frozen=True, kw_only=True):
    """What the player named, in the order typed; at least one."""

    nouns: tuple[Noun, ...]
    word: str = ""
    """The words of the verb as typed, where one thing is named: LOOK UNDER may have a reply of its own."""


class OnAll(Struct, frozen=True, kw_only=True):
    """Everything here that the verb can be done to."""

    but: tuple[Noun, ...] = ()
    """What is left out."""


class OnCards(Struct, frozen=True, kw_only=True):
    """Cards of a sort that are read, each by its own name."""

    thing: Thing
    cards: tuple[str, ...]
    """Ids of the cards, in the order typed; at least one."""


class OnMention(Struct, frozen=True, kw_only=True):
    """Words that name nothing here and stand in a text that the player has read."""

    phrase: str


class Go(Struct, frozen=True, kw_only=True):
    """A way out."""

    direction: str
    """Id of the way."""


class GoTo(Struct, frozen=True, kw_only=True):
    """A room by its name or number."""

    room: Room


class Text(Struct, frozen=True, kw_only=True):
    """Free words as typed: the name of a save, a search, the id of a verb; may be empty."""

    text: str


# Apart from Text, though both hold a text: a verb for free words must not be given a response, and mypy sees to it.
class Answer(Struct, frozen=True, kw_only=True):
    """A response to the question that waits, as typed or as an option."""

    text: str


class Question(Struct, frozen=True, kw_only=True):
    """A question in the player's own words."""

    text: str
    topic: str = ""
    """Who or what was asked about by name and is not known, as typed; empty for other questions."""
    word: str = ""
    """The word whose meaning is asked, as typed; empty for other questions."""


class Act(Struct, frozen=True, kw_only=True):
    """Something tried or said that changes nothing."""

    act: str
    """Id of the act."""
    word: str
    """What it was typed as."""
    nouns: tuple[Noun, ...] = ()
    """What it is tried on, and what it is tried with; empty when on nothing that is here."""
    missing: str = ""
    """What it was to be tried on, as typed, when that is not here."""


class WorkOn(Struct, frozen=True, kw_only=True):
    """What is done to a work: an action of a machine, or a card of a sort that is hung or taken down."""

    thing: Thing
    word: str
    """What was typed for the deed."""
    action: int | None = None
    """Index of the action that answers the line; None when none does."""
    is_vague: bool = False
    """True when several actions answer the line, each of another part."""
    missing: str = ""
    """Id of the tool without which nothing answers it."""
    card: str = ""
    """Id of the card."""
    place: str = ""
    """Id of the place; empty when the line names none."""
    is_repeated: bool = False
    """True when the action is done until nothing new comes: TURN ALL CARDS."""
    notes: tuple[str, str] | None = None
    """The two notes that are weighed, as typed."""


class OnLead(Struct, frozen=True, kw_only=True):
    """A question that is chased, as named; perhaps with the sentence to close it with."""

    lead: Lead | None = None
    """None for the pinned one."""
    unknown: str = ""
    """What was typed in place of a number or a question there is."""
    choice: int = 0
    """Number of a sentence, from 1; 0 for none."""
    is_all: bool = False
    """True for all questions."""


Place = Bare | Go | GoTo
"""What may stand after a verb of walking."""

Looked = OnThings | OnCards | OnAll | OnMention
"""What can be looked at."""

CommandObject = Bare | Looked | Go | GoTo | Text | Answer | Question | Act | WorkOn | OnLead
"""All that may stand after a verb."""


class Chosen(Struct, frozen=True, kw_only=True):
    """A command that a player may choose when a line was ambiguous."""

    verb: str
    """Id of the verb."""
    nouns: tuple[Noun, ...]
