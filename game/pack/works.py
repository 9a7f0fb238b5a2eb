"""Works: things of a room that can be worked. A machine has states and actions; a sort has cards that belong to places.

Frozen, as all of a pack is: the state that a player has put a work in is in the tour's state.

Words:
    work: a thing that can be worked, a machine or a sort
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta, field

from game.core.records import Id, Record, Text

Deed = Literal[
    "turn",
    "pull",
    "push",
    "lift",
    "open",
    "close",
    "put",
    "take",
    "switch on",
    "switch off",
    "order",
    "weigh",
    "knock",
    "cut",
]
"""What hands do to a work. Each stands for all its synonyms: pull is also draw, drag and throw."""

MAX_SHOWN = 3
"""Facts that one text of a work may show; more than three new sentences in one reply are not read."""

Facts = Annotated[tuple[str, ...], Meta(description="Ids of the facts that the text itself states.")]
Shown = Annotated[
    tuple[str, ...],
    Meta(max_length=MAX_SHOWN, description="Ids of facts, told as their own sentences after the text."),
]


class WorkState(Record, frozen=True, kw_only=True):
    """How a machine stands, and what a look at it tells."""

    see: Annotated[Text, Meta(description="What one sees; staged, unless it names facts under tells.")]
    tells: Facts = ()
    shows: Shown = ()


class WorkCondition(Record, frozen=True, kw_only=True):
    """What must be so before an action does anything."""

    noted: Annotated[tuple[str, ...], Meta(description="Ids of facts that must be noted.")] = ()
    closed: Annotated[tuple[str, ...], Meta(description="Ids of leads that must be closed.")] = ()
    states: Annotated[
        dict[Id, Id], Meta(description="Id of another machine of the pack -> the state it must be in.")
    ] = field(default_factory=dict)


class WorkAction(Record, frozen=True, kw_only=True):
    """What happens when a machine is worked in one way."""

    deeds: Annotated[
        tuple[Deed, ...],
        Meta(min_length=1, description="What hands do. Synonyms belong to the game: pull is also draw and throw."),
    ] = field(name="do")
    part: Annotated[
        tuple[Text, ...], Meta(description="Names of the part that is worked; left out, the thing as a whole.")
    ] = ()
    starts: Annotated[
        tuple[str, ...], Meta(description="Ids of the states in which it can be done; left out, every one.")
    ] = field(name="from", default=())
    to: Annotated[str, Meta(description="Id of the state after it; left out, the state stays.")] = ""
    tool: Annotated[str, Meta(description="Id of a portable thing that must be at hand.")] = field(
        name="with", default=""
    )
    keeps: Annotated[bool, Meta(description="True when the thing under with stays in the work.")] = False
    gives: Annotated[str, Meta(description="Id of a portable thing that the player has after it.")] = ""
    when: WorkCondition = WorkCondition()
    text: Annotated[Text, Meta(description="What one reads; staged, unless it names facts under tells.")]
    tells: Facts = ()
    shows: Shown = ()


class Machine(Record, frozen=True, kw_only=True, tag_field="kind", tag="machine"):
    """A thing with states, and actions that lead from one to another."""

    start: Annotated[str, Meta(description="Id of the state it is in at first.")]
    states: Annotated[dict[Id, WorkState], Meta(min_length=1, description="Id of a state -> what one sees of it.")]
    actions: Annotated[tuple[WorkAction, ...], Meta(min_length=1, description="The first that fits a line is done.")]
    weighs: Annotated[
        bool, Meta(description="True when two notes can be weighed on it: WEIGH 4 AGAINST 9; the surer one goes down.")
    ] = False
    sprites: Annotated[
        dict[Id, Text],
        Meta(
            description="Id of a state -> the sprite drawn in it in place of the one of its start.",
            examples=[{"level": "scales", "down": "scales@down"}],
        ),
    ] = field(default_factory=dict)


class SortCard(Record, frozen=True, kw_only=True):
    """A card of a sort, and the place where it belongs."""

    names: Annotated[tuple[Text, ...], Meta(min_length=1, description="What it is called; the first is printed.")]
    reads: Annotated[str, Meta(description="What stands on it, to judge by where it belongs; staged.")] = ""
    at: Annotated[str, Meta(description="Id of the place where it belongs.")]
    text: Annotated[str, Meta(description="What one reads when it hangs there; left out, that it does.")] = ""
    tells: Facts = ()
    shows: Shown = ()


class SortDone(Record, frozen=True, kw_only=True):
    """What comes when all cards of a sort hang."""

    text: Annotated[Text, Meta(description="What one reads; staged, unless it names facts under tells.")]
    tells: Facts = ()
    shows: Shown = ()


class Sort(Record, frozen=True, kw_only=True, tag_field="kind", tag="sort"):
    """Cards that belong to places; a card stays only where it belongs, and can be taken down again."""

    see: Annotated[Text, Meta(description="What one sees of cards and places; staged.")]
    cards: Annotated[dict[Id, SortCard], Meta(min_length=2, description="Id of a card -> the card, in their order.")]
    places: Annotated[
        dict[Id, tuple[Text, ...]],
        Meta(min_length=2, description="Id of a place -> what it is called; the first name is printed."),
    ]
    stands: Annotated[
        dict[Id, Text],
        Meta(
            description="Id of a place -> what it stands for, in a few words; staged. Printed behind its name.",
            examples=[{"left": "what the grey article says", "right": "what the white article says"}],
        ),
    ] = field(default_factory=dict)
    misfit: Annotated[
        Text,
        Meta(
            description="What one reads when a card does not belong there; staged. The game adds what the place "
            "stands for and what stands on the card."
        ),
    ]
    done: Annotated[SortDone | None, Meta(description="What comes when all cards hang.")] = None
    sprites: Annotated[
        dict[str, Text],
        Meta(description="How many cards hang, as 0 or 3 -> the sprite drawn from that many on."),
    ] = field(default_factory=dict)


Work = Machine | Sort
"""Every shape of a thing that can be worked."""

ToldText = WorkState | WorkAction | SortCard | SortDone
"""A text of a work that may name facts."""

TextPath = tuple[str | int, ...]
"""Where a text stands in its work: actions, 2."""


def list_told(work: Work) -> Iterator[tuple[TextPath, ToldText]]:
    """Every text of a work that may name facts, with its path there."""
    match work:
        case Machine():
            yield from ((("states", state_id), state) for state_id, state in work.states.items())
            yield from ((("actions", place), action) for place, action in enumerate(work.actions))
        case Sort():
            yield from ((("cards", card_id), card) for card_id, card in work.cards.items())
            if work.done is not None:
                yield ("done",), work.done


def read_told(told: ToldText) -> str:
    """The words of such a text."""
    return told.see if isinstance(told, WorkState) else told.text


def list_work_facts(work: Work | None) -> tuple[str, ...]:
    """Ids of all facts that a work tells or shows, each once; none for a thing that cannot be worked."""
    if work is None:
        return ()
    return tuple(dict.fromkeys(fact_id for _, told in list_told(work) for fact_id in (*told.tells, *told.shows)))


def list_own_words(work: Work) -> tuple[str, ...]:
    """What one reads of a sort before any card hangs: how it looks, and the words of its cards."""
    if not isinstance(work, Sort):
        return ()
    return (work.see, *(f"{card.names[0]}: {card.reads}" for card in work.cards.values() if card.reads))


def list_part_names(work: Work | None) -> tuple[str, ...]:
    """What the parts of a machine are called; they are names of the thing, too."""
    if not isinstance(work, Machine):
        return ()
    return tuple(dict.fromkeys(name for action in work.actions for name in action.part))


def list_card_names(work: Work | None) -> tuple[str, ...]:
    """What the cards of a sort are called."""
    return tuple(name for card in work.cards.values() for name in card.names) if isinstance(work, Sort) else ()


def list_sort_names(work: Work | None) -> tuple[str, ...]:
    """What the cards and the places of a sort are called."""
    if not isinstance(work, Sort):
        return ()
    return (*list_card_names(work), *(name for names in work.places.values() for name in names))
