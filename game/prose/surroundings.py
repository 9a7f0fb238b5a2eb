"""Rooms, things, ways and places, told."""

import re

from msgspec.structs import replace

from game.core.names import key, singular, words
from game.pack.world import Passage, Room, World
from game.prose.facts import differ
from game.prose.lines import Line, capital, join, numbered, the, ways
from game.tour.events import ExitsListed, Mentioned, Oriented, PictureTold, PlacesListed, RoomShown, ThingExamined


def title(room: Room, world: World) -> str:
    """What stands above a room's text."""
    name = room.name if room.number is None else f"Carriage {room.number} of {world.carriages}: {room.name}"
    return f"{name} ({room.standing})"


def passages(read: tuple[Passage, ...]) -> tuple[Line, ...]:
    """Passages as paragraphs."""
    return tuple(Line(passage.text, "staged" if passage.staged else "body") for passage in read)


def room_shown(event: RoomShown, world: World) -> tuple[Line, ...]:
    """A room: its title, its text, what was left here, the ways out."""
    lines = [Line(title(event.room, world), "title")]
    if event.passages:
        lines.append(Line(f"[Picture: {event.room.alt}]", "picture"))
    lines.extend(passages(event.passages))
    if event.things:
        lines.append(Line(f"Left here: {join([the(thing) for thing in event.things])}."))
    if not event.passages:
        lines.append(Line("You have been here before. LOOK reads it again.", "note", is_tight=True))
    lines.append(Line(ways(event.exits), "exits"))
    return tuple(lines)


def picture_told(event: PictureTold) -> tuple[Line, ...]:
    """The picture, for those who do not see it."""
    return (Line(event.room.alt, "note"),)


def thing_examined(event: ThingExamined, world: World) -> tuple[Line, ...]:
    """A thing, closely, and the points on which its sources differ."""
    differences = tuple(
        Line(differ(difference, world), "differ", is_tight=place > 0)
        for place, difference in enumerate(event.differences)
    )
    first, *others = passages(event.thing.passages)
    if event.is_labelled:
        first = replace(first, text=f"{capital(event.thing.name)}: {first.text}")
    return (first, *others, *differences)


def mentioned(event: Mentioned) -> tuple[Line, ...]:
    """The sentence a word stands in: there is no more to see of it."""
    wanted = set(key(event.word))
    sentences = re.split(r"(?<=[.!?])\s+", event.passage.text)
    held = next((s for s in sentences if wanted <= {singular(word) for word in words(s)}), event.passage.text)
    return (Line(f"It stands in the text here, and there is no more to see of it: “{held}”", "note"),)


def exits_listed(event: ExitsListed) -> tuple[Line, ...]:
    """The ways out, asked for."""
    return (Line(ways(event.exits), "exits"),)


def places_listed(event: PlacesListed) -> tuple[Line, ...]:
    """The rooms in order, with what is known of each."""
    seen = sum(is_visited for _, is_visited in event.rooms)
    lines = [Line(f"From the rear to the locomotive. You have seen {seen} of {len(event.rooms)} places.", "heading")]
    for room, is_visited in event.rooms:
        state = "you are here" if room.id == event.here else "visited" if is_visited else "not visited"
        lines.append(Line(f"{numbered(room)} ({state})", "option", is_tight=True))
    return tuple(lines)


def oriented(event: Oriented) -> tuple[Line, ...]:
    """Where one is and two commands that work here; offered help when nothing was typed twice."""
    thing = f"X {event.things[0].name.upper()}" if event.things else "LOOK"
    way = event.exits[0].direction.upper() if event.exits else "EXITS"
    where = Line(f"{_place(event.room)} {ways(event.exits)}", "exits")
    example = f"For example: {thing}, or {way}."
    if event.is_second:
        example = f"Shall I help? HELP lists what can be typed, HINT says what is worth doing here. {example}"
    return (where, Line(example, "note", is_tight=True))


def _place(room: Room) -> str:
    if room.number is not None:
        return f"You are in carriage {room.number}, {room.name}."
    return f"This is the {room.name[:1].lower() if room.name.count(' ') == 0 else room.name[:1]}{room.name[1:]}."
