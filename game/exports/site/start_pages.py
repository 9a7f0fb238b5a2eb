"""The first page, with the way to every room, and the page of what is at hand everywhere."""

from collections.abc import Iterable

from game.exports.site.evidence import Notes, render_passages
from game.exports.site.frame import (
    AT_HAND,
    INDEX,
    Page,
    make_element,
    make_link,
    make_section,
    name_room_page,
    wrap_markup,
)
from game.exports.site.room_page import render_thing
from game.pack.world import Thing, World
from game.prose import site_words as words
from game.prose.lines import capitalise, number_room
from game.prose.page_words import render_publication


def render_index_page(world: World) -> Page:
    """What the tour is, its rooms, its sources."""
    tour, notes = world.tour, Notes(world)
    start = world.rooms[tour.start]
    rooms = [
        wrap_markup(
            "li", [make_link(name_room_page(room), number_room(room)), " ", make_element("span", room.standing, "mark")]
        )
        for room in world.rooms.values()
    ]
    sources = [
        make_element("li", render_publication(source.title, source.date, source.publisher))
        for source in world.sources.values()
    ]
    parts = [
        make_element("p", tour.tagline, "lead"),
        *render_passages(tour.opening, notes),
        wrap_markup("p", [make_link(name_room_page(start), words.render_begin(start), "door")]),
        make_section(capitalise(tour.nouns.places), [wrap_markup("ul", rooms, "rooms")]),
        make_section(words.ABOUT, [*render_passages(tour.about, notes), make_element("p", words.READING_MARKS)]),
        make_section(words.SOURCES, [wrap_markup("ul", sources)]),
        notes.render(),
    ]
    return Page(INDEX, tour.title, "\n".join(part for part in parts if part))


def render_at_hand_page(world: World) -> Page:
    """What a visitor carries, and what is to be seen in every room."""
    notes = Notes(world)
    parts = [
        _list_things(words.CARRIED, world.tour.carried, notes),
        _list_things(words.render_everywhere(world.tour.nouns.place), world.tour.everywhere, notes),
        notes.render(),
    ]
    return Page(AT_HAND, words.AT_HAND, "\n".join(part for part in parts if part))


def _list_things(heading: str, things: Iterable[Thing], notes: Notes) -> str:
    return make_section(heading, (render_thing(thing, notes) for thing in things))
