"""What was tried or said without effect, as lines."""

from game.core.names import words
from game.pack.ledger import Entity
from game.pack.world import Room, Thing, World
from game.prose.act_answers import ANSWERS, ActAnswer
from game.prose.lines import Line, add_article, capitalise, is_plural, number_room, quote_typed
from game.prose.own_words import Sentences, fill_slots
from game.prose.room_lines import render_passages
from game.tour.events import Acted, Corrected, Replied

_SINGULAR = {"s": "s", "is": "is", "has": "has", "does": "does", "they": "it", "them": "it"}
_PLURAL = {"s": "", "is": "are", "has": "have", "does": "do", "they": "they", "them": "them"}
"""Placeholder -> its form, by which a sentence agrees with the number of its subject."""


ACT_SLOTS = frozenset({"It", "it", "x", *_SINGULAR})
"""What may stand in braces in the answer to an act, beside the common slots."""


_ACTS_ON_OBJECTS = frozenset(
    "touch push lift turn open close use break attack throw put clean climb taste wear steal follow ".split()
)
"""Acts that need their object. Any other act is answered alone when its object is not here."""


_NOT_AN_OBJECT = frozenset(
    "to on in at with from for like up down around about out off over away again it me all everything both".split()
)
"""First words of a phrase that is not an object: SING ABOUT SHIPS, FLY TO THE MOON."""


ACTING = Sentences(
    "acting",
    {
        "ahead": "“{typed}” is further on. Here, {x} is a thing to try.",
        "behind": "“{typed}” is back in {room}. Here, {x} is a thing to try.",
    },
)


def render_act(event: Acted, world: World) -> tuple[Line, ...]:
    """The answer to an act: on a thing, on a person, on something elsewhere, or alone."""
    answer = _find_answer(event.act, world)
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
        where = "ahead" if event.is_forward else "behind"
        slots = {"typed": quote_typed(event.missing), "room": number_room(event.elsewhere), "x": event.example}
        return (Line(ACTING.say(world, where, **slots), "note"),)
    if event.missing and event.act in _ACTS_ON_OBJECTS and words(event.missing)[0] not in _NOT_AN_OBJECT:
        missing = f"You see no “{quote_typed(event.missing)}” here to {event.word}. {event.example} is a thing to try."
        return (Line(missing, "note"),)
    return (Line(_fill(answer.here, "it", event, world), "note"),)


def _find_answer(act: str, world: World) -> ActAnswer:
    """The answer to an act, in the words of the pack as far as it has any."""
    own = world.tour.words.get(act, {})
    return ANSWERS[act]._replace(**{form: text for form, text in own.items() if form in ActAnswer._fields})


def _fill(text: str, it: str, event: Acted, world: World) -> str:
    number = _PLURAL if is_plural(it) else _SINGULAR
    return fill_slots(text, world, {"It": capitalise(it), "it": it, "x": event.example, **number})


def render_reply(event: Replied) -> tuple[Line, ...]:
    """The pack's own answer."""
    return render_passages((event.passage,), event.passage.facts if event.is_new else ())


def render_correction(event: Corrected) -> tuple[Line, ...]:
    """A corrected slip of typing, before the lines of what it was taken for."""
    return (Line(f"(Taking “{quote_typed(event.typed)}” as “{event.taken}”.)", "note"),)
