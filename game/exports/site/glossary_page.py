"""The page of the glossary: everyone and everything that the sources name, by kind, each with its facts."""

from collections.abc import Iterator

from game.exports.report_markup import escape_html
from game.exports.site.evidence import Notes
from game.exports.site.frame import GLOSSARY, Page, make_element, make_link, make_section, wrap_markup
from game.pack.ledger import Entity
from game.pack.world import World
from game.prose import site_words as words
from game.prose.lines import capitalise


def render_glossary_page(world: World) -> Page:
    """The entities by kind, in the order of their names."""
    notes = Notes(world)
    groups: dict[str, list[Entity]] = {}
    for entity in sorted(world.entities.values(), key=_make_sort_key):
        groups.setdefault(words.KIND_HEADINGS[entity.kind], []).append(entity)
    body = "".join(
        make_section(heading, [wrap_markup("dl", _render_entries(groups[heading], world, notes))])
        for heading in words.KIND_HEADINGS.values()
        if heading in groups
    )
    return Page(GLOSSARY, words.GLOSSARY, (body or make_element("p", words.NO_NAMES)) + notes.render())


def _render_entries(entities: list[Entity], world: World, notes: Notes) -> Iterator[str]:
    for entity in entities:
        yield make_element("dt", capitalise(entity.name), id=f"e-{entity.id}")
        lies_in = world.entities.get(entity.lies_in)
        place = [words.LIES_IN, " ", make_link(f"#e-{lies_in.id}", lies_in.name), ". "] if lies_in else []
        yield wrap_markup("dd", [escape_html(entity.gloss), " ", *place, notes.cite(entity.facts)])


def _make_sort_key(entity: Entity) -> tuple[str, str]:
    return (entity.name.casefold().removeprefix("the "), entity.id)
