"""Answers to questions in the player's own words, as lines."""

from game.pack.ledger import Entity
from game.pack.world import Room, World
from game.prose.fact_lines import render_known
from game.prose.lines import Line, join_words, quote_typed
from game.prose.own_words import Sentences
from game.tour.events import EntityDescribed, NearTold, NotTold, Recalled, ToldElsewhere, Unanswered

ANSWERING = Sentences(
    "answering",
    {
        "unanswered": "I find no answer to that.",
        "in-numbered": "in {place} {number}: {room}",
        "in": "at {room}",
    },
)


def render_entity(event: EntityDescribed, world: World) -> tuple[Line, ...]:
    """What an entity is, what is noted of it, and where more is told."""
    lines = [Line(event.entity.gloss), *render_known(event.facts, world)]
    if event.room is not None:
        place = _name_place(event.room, world, is_here=event.is_here)
        lines.append(Line(f"{'More' if event.facts else 'Something'} is told {place}.", "note", is_tight=True))
    return tuple(lines)


def render_recalled(event: Recalled, world: World) -> tuple[Line, ...]:
    """What the notebook holds on a question, both sides where sources differ on it, or where the other side is told."""
    lines = [Line("Your notebook has this on it:", "note"), *render_known(event.facts, world)]
    lines += [Line(f"You have compared two of them. {d.wording}", "note", is_tight=True) for d in event.differences]
    lines += [Line(f"There is more on it {_name_place(room, world)}.", "note", is_tight=True) for room in event.rooms]
    return tuple(lines)


def render_told_elsewhere(event: ToldElsewhere, world: World) -> tuple[Line, ...]:
    """Where an answer is told. Its sentence is not given: facts are found where they are told."""
    unread = "Your notebook has nothing on that yet."
    if event.is_here and event.things:
        look = join_words([f"X {thing.name.upper()}" for thing in event.things], "or")
        return (Line(f"{unread} It is told here: {look}.", "note"),)
    if event.is_here:
        return (Line(f"{unread} It is told here: LOOK.", "note"),)
    return (Line(f"{unread} It is told {_name_place(event.room, world)}.", "note"),)


def render_near(event: NearTold, world: World) -> tuple[Line, ...]:
    """No answer to just that, and what is told of the thing asked about."""
    name = event.entity.name
    none = "I find no answer to just that."
    place = _name_place(event.room, world, is_here=event.is_here) if event.room is not None else ""
    where = f"Of {name} something is told {place}." if place else ""
    if not event.facts:
        return (Line(f"{none} {where}".strip(), "note"),)
    more: tuple[Line, ...] = ()
    if place:
        more = (Line(f"More is told {place}.", "note", is_tight=True),)
    return (Line(f"{none} Of {name} your notebook has this:", "note"), *render_known(event.facts, world), *more)


def render_not_told(event: NotTold) -> tuple[Line, ...]:
    """That neither article tells what was asked of something they name."""
    asked = event.attribute.replace("-", " ")
    ask = render_question_about(event.entity)
    text = f"Neither article tells the {asked} of {event.entity.name}. {ask} says what they do tell."
    return (Line(text, "note"),)


def render_unanswered(event: Unanswered, world: World) -> tuple[Line, ...]:
    """No sure answer: what there is to read, and two topics to try."""
    look = join_words([f"X {thing.name.upper()}" for thing in event.things], "or")
    topics = join_words([render_question_about(entity) for entity in event.entities], "or")
    if event.is_named:
        return (Line(f"I have no answer to that. To see for yourself: {look}.", "note"),)
    if event.is_wide:
        none = "Much is told of that. Ask with one more name or word."
    elif event.topic:
        none = f"I know nothing of “{quote_typed(event.topic)}”."
    elif event.is_empty:
        none = "Ask with a name or a word of it."
    else:
        none = ANSWERING.say(world, "unanswered")
    return (Line(f"{none} You could try {topics or look}.", "note"),)


def render_question_about(entity: Entity) -> str:
    """The command that asks for a person, a place or a thing."""
    return f"{'WHO' if entity.kind == 'person' else 'WHAT'} IS {entity.name.upper()}"


def _name_place(room: Room, world: World, *, is_here: bool = False) -> str:
    """Where a room is, as it stands after TOLD."""
    if is_here:
        return "here"
    where = "in-numbered" if room.number is not None else "in"
    return ANSWERING.say(world, where, number=room.number, room=room.name)
