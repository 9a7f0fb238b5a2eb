"""Rooms, ways out and places as lines."""

from collections.abc import Container

from game.pack.world import Passage, Room, World
from game.prose.lines import Line, add_article, describe_ways, describe_ways_shortly, join_words, number_room
from game.prose.own_words import Sentences
from game.tour.events import ExitsListed, Oriented, PictureDescribed, PlacesListed, RoomShown, RoomsSkipped

ROOMS = Sentences(
    "rooms",
    {
        "title": "{Place} {number} of {count}: {room}",
        "list": "From first to last. You have seen {seen} of {count} {places}.",
        "skipped": "You passed {numbers}.",
        "here": "You are in {place} {number}, {room}.",
    },
)


def render_room_title(room: Room, world: World) -> str:
    """The heading of a room: its number, its name, how far the articles attest it."""
    slots = {"number": room.number, "count": world.carriages, "room": room.name}
    name = room.name if room.number is None else ROOMS.say(world, "title", **slots)
    return f"{name} ({room.standing})"


NOTED = "+"
"""What stands before a text or a sentence that has just entered the notebook."""


def render_passages(read: tuple[Passage, ...], noted: Container[str] = ()) -> tuple[Line, ...]:
    """Passages as paragraphs; those that told something new are marked as noted.

    Args:
        read: The passages.
        noted: Ids of the facts that have just entered the notebook.
    """
    return tuple(_render_passage(passage, noted) for passage in read)


def _render_passage(passage: Passage, noted: Container[str]) -> Line:
    if passage.staged:
        return Line(passage.text, "staged")
    is_new = any(fact_id in noted for fact_id in passage.facts)
    return Line(f"{NOTED} {passage.text}" if is_new else passage.text)


def render_room(event: RoomShown, world: World) -> tuple[Line, ...]:
    """A room: its title, its text, what was left here, the ways out."""
    lines = [Line(render_room_title(event.room, world), "title")]
    # An arrival stays short. Who plays without pictures reads what they show by LOOK and DESCRIBE PICTURE.
    if event.passages and not event.is_first:
        lines.append(Line(f"[Picture: {event.room.alt}]", "picture"))
    lines.extend(render_passages(event.passages, {fact.id for fact in event.noted}))
    if event.things:
        lines.append(Line(f"Left here: {join_words([add_article(thing) for thing in event.things])}."))
    if not event.passages:
        lines.append(Line("You have been here before. LOOK reads it again.", "note", is_tight=True))
    lines.append(Line(describe_ways_shortly(event.exits) if event.is_first else describe_ways(event.exits), "exits"))
    return tuple(lines)


def render_picture(event: PictureDescribed) -> tuple[Line, ...]:
    """The picture in words."""
    return tuple(Line(text, "note") for text in (event.room.alt, *event.changed))


def render_exits(event: ExitsListed) -> tuple[Line, ...]:
    """The ways out, asked for."""
    return (Line(describe_ways(event.exits), "exits"),)


def render_places(event: PlacesListed, world: World) -> tuple[Line, ...]:
    """The rooms in order, with what is known of each."""
    seen = sum(is_visited for _, is_visited in event.rooms)
    lines = [Line(ROOMS.say(world, "list", seen=seen, count=len(event.rooms)), "heading")]
    for room, is_visited in event.rooms:
        state = "you are here" if room.id == event.here else "visited" if is_visited else "not visited"
        lines.append(Line(f"{number_room(room)} ({state})", "option", is_tight=True))
    return tuple(lines)


def render_skipped_rooms(event: RoomsSkipped, world: World) -> tuple[Line, ...]:
    """Which rooms the player has gone past."""
    numbers = [room.number for room in event.rooms]
    named = f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"
    return (Line(ROOMS.say(world, "skipped", numbers=named), "note"),)


def render_orientation(event: Oriented, world: World) -> tuple[Line, ...]:
    """Where the player is and two commands that work here. After a second empty line, an offer of help."""
    thing = f"X {event.things[0].name.upper()}" if event.things else "LOOK"
    way = event.exits[0].direction.upper() if event.exits else "EXITS"
    where = Line(f"{_say_where(event.room, world)} {describe_ways(event.exits)}", "exits")
    example = f"For example: {thing}, or {way}."
    if event.is_second:
        example = f"Shall I help? HELP lists what can be typed, HINT says what is worth doing here. {example}"
    return (where, Line(example, "note", is_tight=True))


def _say_where(room: Room, world: World) -> str:
    if room.number is not None:
        return ROOMS.say(world, "here", number=room.number, room=room.name)
    # A name of one word is a common noun and begins small inside a sentence; a longer one is a proper name.
    return f"This is the {room.name[:1].lower() if room.name.count(' ') == 0 else room.name[:1]}{room.name[1:]}."
