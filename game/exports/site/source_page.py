"""The page of the sources: each article, and paragraph by paragraph what the tour took from it."""

from game.exports.report_markup import escape_html
from game.exports.site.evidence import link_rooms, list_rooms_of
from game.exports.site.frame import SOURCES, Page, make_element, make_section, wrap_markup
from game.pack.ledger import Fact, Source
from game.pack.world import World
from game.prose import site_words as words
from game.prose.lines import format_cite
from game.prose.page_words import render_publication
from game.prose.tour_lines import LICENCES


def render_source_page(world: World) -> Page:
    """Every source with its facts."""
    rooms_of = list_rooms_of(world)
    body = make_element("p", words.STRENGTHS)
    body += "".join(_render_source(source, world, rooms_of) for source in world.sources.values())
    return Page(SOURCES, words.SOURCES, body)


def _render_source(source: Source, world: World, rooms_of: dict[str, list[str]]) -> str:
    # A fact that cites two sources stands under the first, so that it has one place to be linked to.
    facts = [fact for fact in world.facts.values() if fact.cites[0][0] == source.id]
    facts.sort(key=lambda fact: int(fact.cites[0].partition("¶")[2]))
    rows = [_render_fact(fact, world, rooms_of) for fact in facts]
    parts = [
        make_element("p", render_publication(source.title, source.date, source.publisher)),
        make_element("p", LICENCES[source.licence]) if source.licence else "",
        wrap_markup("ul", rows, "notes") if rows else "",
    ]
    return make_section(words.name_source(source), parts, f"s-{source.id}")


def _render_fact(fact: Fact, world: World, rooms_of: dict[str, list[str]]) -> str:
    told = link_rooms(rooms_of.get(fact.id, ()), world)
    rumour = [" ", make_element("span", words.RUMOUR, "mark")] if fact.rumour else []
    cites = make_element("b", "+".join(fact.cites))
    parts = [cites, " ", escape_html(fact.claim), " ", make_element("span", format_cite(fact, world), "src")]
    return wrap_markup("li", [*parts, *rumour, " ", told], id=f"f-{fact.id}")
