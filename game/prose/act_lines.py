"""What was tried or said without effect, as lines."""

from game.core.names import words
from game.pack.ledger import Entity
from game.pack.world import Room, Thing, World
from game.prose.act_answers import ANSWERS
from game.prose.lines import Line, add_article, capitalise, is_plural, number_room, quote_typed
from game.prose.room_lines import render_passages
from game.tour.events import Acted, Corrected, Replied

_SINGULAR = {"s": "s", "is": "is", "has": "has", "does": "does", "they": "it", "them": "it"}
_PLURAL = {"s": "", "is": "are", "has": "have", "does": "do", "they": "they", "them": "them"}
"""Placeholder -> its form, by which a sentence agrees with the number of its subject."""


_ACTS_ON_OBJECTS = frozenset(
    "touch push lift turn open close use break attack throw put clean climb taste wear steal follow ".split()
)
"""Acts that need their object. Any other act is answered alone when its object is not here."""


_NOT_AN_OBJECT = frozenset(
    "to on in at with from for like up down around about out off over away again it me all everything both".split()
)
"""First words of a phrase that is not an object: SING ABOUT TRAINS, FLY TO THE MOON."""


_NUMBER_WORDS = {2: "two", 3: "three", 4: "four", 5: "five"}


def render_act(event: Acted, world: World) -> tuple[Line, ...]:
    """The answer to an act: on a thing, on a person, on something elsewhere, or alone."""
    answer = ANSWERS[event.act]
    match event.noun:
        case Thing() as thing:
            return (
                Line(_fill(answer.person if thing.person else answer.thing, add_article(thing), event, world), "note"),
            )
        case Entity() as entity:
            asked = f"{'WHO' if entity.kind == 'person' else 'WHAT'} IS {entity.name.upper()}"
            return (Line(f"That is here only in what the articles say: {asked}.", "note"),)
        case Room() as room:
            return (Line(f"{room.name} is for walking through. {event.example} is a thing to try here.", "note"),)
    if event.elsewhere is not None:
        where = "further forward" if event.is_forward else f"back in {number_room(event.elsewhere)}"
        told = f"“{quote_typed(event.missing)}” is {where}, on this train. Here, {event.example} is a thing to try."
        return (Line(told, "note"),)
    if event.missing and event.act in _ACTS_ON_OBJECTS and words(event.missing)[0] not in _NOT_AN_OBJECT:
        missing = f"You see no “{quote_typed(event.missing)}” here to {event.word}. {event.example} is a thing to try."
        return (Line(missing, "note"),)
    return (Line(_fill(answer.alone, "it", event, world), "note"),)


def _fill(text: str, it: str, event: Acted, world: World) -> str:
    # Pack and answer table know nothing of each other: the guide is whichever person the pack puts everywhere.
    guide = next((add_article(thing) for thing in world.tour.everywhere if thing.person), "the guide")
    number = _NUMBER_WORDS.get(len(world.sources), "")
    return text.format(
        It=capitalise(it),
        it=it,
        x=event.example,
        end=world.tour.destination,
        articles=f"{number} news articles" if number else "news articles",
        guide=guide,
        Guide=capitalise(guide),
        **(_PLURAL if is_plural(it) else _SINGULAR),
    )


def render_reply(event: Replied) -> tuple[Line, ...]:
    """The pack's own answer."""
    return render_passages((event.passage,))


def render_correction(event: Corrected) -> tuple[Line, ...]:
    """A corrected slip of typing, before the lines of what it was taken for."""
    return (Line(f"(Taking “{quote_typed(event.typed)}” as “{event.taken}”.)", "note"),)
