"""The page of a room: picture, text, things, ways on, where the sources differ, notes."""

from game.exports.site import frame
from game.exports.site.evidence import Notes, render_passages
from game.exports.site.frame import make_element, make_link, make_section, name_room_page, wrap_markup
from game.exports.site.pictures import render_picture
from game.pack.thing_texts import read_whole_thing
from game.pack.world import Room, Thing, World, facts_in
from game.prose import site_words as words
from game.prose.fact_lines import render_agreement_heading, render_difference_heading, render_mix_up_heading
from game.prose.lines import capitalise, join_words, number_room


def render_room_page(room: Room, world: World, pictures: frozenset[str]) -> str:
    """What stands under the heading of a room."""
    notes = Notes(world)
    parts = [
        render_picture(room, pictures),
        *render_passages(room.passages, notes),
        _render_ways(room, world),
        make_section(words.THINGS, (render_thing(thing, notes) for thing in room.things)),
        make_section(words.render_standing(room.standing), render_passages([room.plaque], notes)),
        _render_points(room, world),
        _link_questions(room, world),
        notes.render(),
    ]
    return "\n".join(part for part in parts if part)


def render_thing(thing: Thing, notes: Notes) -> str:
    """A thing, open: what is folded away would be missing in print."""
    parts = [
        make_element("h3", capitalise(thing.name)),
        *render_passages(read_whole_thing(thing, notes.world.facts), notes),
    ]
    return wrap_markup("article", parts, "thing")


def _render_ways(room: Room, world: World) -> str:
    # Two ways that lead to one room are one link: as two they would look like two rooms.
    ways: dict[str, list[str]] = {}
    for way, room_id in room.exits.items():
        ways.setdefault(room_id, []).append(way)
    links = [
        wrap_markup("li", [make_link(name_room_page(world.rooms[i]), _name_way(names, world.rooms[i]), "door")])
        for i, names in ways.items()
    ]
    return f'<nav aria-label="{words.WAYS}">{wrap_markup("ul", links, "doors")}</nav>' if links else ""


def _name_way(ways: list[str], room: Room) -> str:
    return f"{capitalise(join_words(ways, 'or'))}: {number_room(room)}"


def _render_points(room: Room, world: World) -> str:
    told = frozenset(facts_in(room))
    points = [
        (f"{frame.DIFFERENCES}#d-{each.id}", render_difference_heading(each, world))
        for each in world.differences.values()
        if any(fact_id in told for side in each.sides for fact_id in side.facts)
    ]
    points += [
        (f"{frame.DIFFERENCES}#a-{each.id}", render_agreement_heading(each))
        for each in world.agreements.values()
        if each.is_met(told)
    ]
    points += [
        (f"{frame.DIFFERENCES}#m-{each.id}", render_mix_up_heading(each))
        for each in world.mix_ups.values()
        if each.is_met(told)
    ]
    rows = [wrap_markup("li", [make_link(target, capitalise(text))]) for target, text in points]
    return make_section(words.POINTS, [wrap_markup("ul", rows, "points")]) if rows else ""


def _link_questions(room: Room, world: World) -> str:
    if not room.items:
        return ""
    text = words.count_questions(len(room.items), world.tour.nouns.place)
    return wrap_markup("p", [make_link(f"{frame.QUESTIONS}#r-{room.id}", text)], "to-key")
