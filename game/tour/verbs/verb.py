"""A verb as one row: its words, what it takes, what performs it. And a command: a verb with its object.

The type of what a verb takes ties its row together: mypy rejects a row whose function does not accept each object that
the parser makes for that row.
"""

from collections.abc import Callable
from typing import Any, Generic, Literal, TypeVar, assert_never

from msgspec import Struct

from game.pack.world import World
from game.tour.commands import (
    Act,
    Answer,
    Bare,
    CommandObject,
    Looked,
    OnAll,
    OnCards,
    OnLead,
    OnMention,
    OnThings,
    Place,
    Question,
    Text,
    WorkOn,
)
from game.tour.turn import Turn
from game.tour.verbs.outcome import Outcome

Obj = TypeVar("Obj", bound=CommandObject)

Kind = Literal["nothing", "nouns", "topic", "place", "text", "response", "verb", "act", "question", "work", "lead"]
"""How the parser reads what stands after a verb."""

Group = Literal["walk", "look", "carry", "ask", "tour", "game"]
"""Where the help lists a verb. AGAIN does not repeat a verb of the group "game"."""


Need = Literal["", "guided", "leads", "newsroom", "works"]
"""What a pack must have for a verb to mean anything there; empty: nothing."""


class Takes(Struct, Generic[Obj], frozen=True, kw_only=True):
    """What stands after a verb, and the types of object it becomes."""

    kind: Kind
    is_needed: bool = False
    """True when the verb means nothing without its object."""
    is_many: bool = False
    """True when one name may stand for several things: THEM, DOORS."""
    is_text_too: bool = False
    """True when words that name nothing here may be words of a text that was read."""


# The annotations are the contract: the parser makes only these objects for each, which tests/test_verbs.py checks.
NOTHING: Takes[Bare] = Takes(kind="nothing")
THINGS: Takes[OnThings | OnAll] = Takes(kind="nouns", is_needed=True, is_many=True)
SIGHTS: Takes[Looked] = Takes(kind="nouns", is_needed=True, is_many=True, is_text_too=True)
THINGS_OR_NOTHING: Takes[Bare | OnThings | OnAll] = Takes(kind="nouns")
TOPIC: Takes[OnThings | OnCards | OnMention] = Takes(kind="topic", is_needed=True, is_text_too=True)
PLACE: Takes[Place] = Takes(kind="place")
TEXT: Takes[Text] = Takes(kind="text")
RESPONSE: Takes[Answer] = Takes(kind="response")
VERB_NAME: Takes[Text] = Takes(kind="verb")
ACT: Takes[Act] = Takes(kind="act")
WORK: Takes[WorkOn] = Takes(kind="work")
QUESTION: Takes[Question] = Takes(kind="question")
LEAD: Takes[OnLead] = Takes(kind="lead")


class Verb(Struct, Generic[Obj], frozen=True, kw_only=True):
    """One row of the registry."""

    id: str
    words: tuple[str, ...]
    """What the line may begin with to mean this verb; the longest match wins, and the first one is printed."""
    takes: Takes[Obj]
    perform: Callable[[Turn, Obj], Outcome]
    """What it does. A verb that only a front end can perform reports a wish as an event."""
    group: Group
    is_turn: bool = False
    """True when performing it counts as a turn and can be undone, even if it changes nothing."""
    is_about_memory: bool = False
    """True when it is about the conversation itself: it is no turn, AGAIN does not repeat it, IT stays what it was."""
    forms: tuple[str, ...] = ()
    """Words with a meaning of their own after this verb, for completion."""
    takes_own_words: bool = False
    """True when what stands after it are the player's own words: no list, and no further command."""
    needs: Need = ""
    """Where the pack does not have it, the verb is neither read nor listed."""

    def is_offered(self, world: World) -> bool:
        """Whether the verb means anything in a pack."""
        match self.needs:
            case "":
                return True
            case "guided":
                return any(room.guided for room in world.rooms.values())
            case "leads":
                return bool(world.leads)
            case "newsroom":
                return world.newsroom is not None
            case "works":
                return world.has_works
            case _ as never:
                assert_never(never)


class Command(Struct, Generic[Obj], frozen=True, kw_only=True):
    """One understood command: a verb and what it is to act on."""

    verb: Verb[Obj]
    object: Obj
    short: str = ""
    """The short form, where the line was wordier: it is taught once."""

    def perform(self, turn: Turn) -> Outcome:
        """What the verb does to its object."""
        return self.verb.perform(turn, self.object)


AnyVerb = Verb[Any]
AnyCommand = Command[Any]
"""A command of a verb that is known only when the game runs."""


def split_words(text: str) -> tuple[str, ...]:
    """The words of a verb, written as one text with commas between them."""
    return tuple(word.strip() for word in text.split(","))
