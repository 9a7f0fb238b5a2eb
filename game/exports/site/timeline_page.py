"""The page of the time line: facts in the order of their dates, bands after the dates they cover, then the journeys."""

from collections.abc import Iterator

from game.exports.report_markup import escape_html
from game.exports.site.evidence import Notes
from game.exports.site.frame import TIMELINE, Page, make_element, make_section, wrap_markup
from game.pack.ledger import Fact
from game.pack.world import Journey, World
from game.prose import site_words as words
from game.prose.journey_lines import render_means
from game.prose.lines import capitalise
from game.prose.notebook_lines import name_band, name_date
from game.tour.events import DatedFacts
from game.tour.verbs.noting import arrange_by_date


def render_timeline_page(world: World) -> Page:
    """Every dated fact, events without a date, and the journeys."""
    notes = Notes(world)
    dates = "".join(_render_dates(world, notes))
    undated = [fact for fact in world.facts.values() if not fact.about.when and fact.kind == "event"]
    body = (
        make_element("p", words.BANDS if dates else words.NO_DATES)
        + make_section(words.DATED, [wrap_markup("ol", [dates], "dates")] if dates else [])
        + make_section(words.UNDATED, [_list_facts(undated, notes)] if undated else [])
        + make_section(words.JOURNEYS, (_render_journey(each, world, notes) for each in world.tour.journeys))
    )
    return Page(TIMELINE, words.TIMELINE, body + notes.render())


def _render_dates(world: World, notes: Notes) -> Iterator[str]:
    for entry in arrange_by_date(world.facts.values()):
        heading = words.render_band(name_band(entry)) if entry.date.is_band else capitalise(name_date(entry))
        yield _render_entry(entry, heading, notes)


def _render_entry(entry: DatedFacts, heading: str, notes: Notes) -> str:
    kind = "band" if entry.date.is_band else ""
    return wrap_markup("li", [make_element("h3", heading), _list_facts(entry.facts, notes)], kind)


def _list_facts(facts: "list[Fact] | tuple[Fact, ...]", notes: Notes) -> str:
    return wrap_markup("ul", (wrap_markup("li", [escape_html(f.claim), " ", notes.cite([f.id])]) for f in facts))


def _render_journey(journey: Journey, world: World, notes: Notes) -> str:
    places = {place.id: place.name for place in world.tour.places}
    stops = " – ".join(places[stop] for stop in journey.stops)
    line = [escape_html(f"{journey.when}, {render_means(journey)}: {stops}."), " ", notes.cite(journey.facts)]
    return wrap_markup("article", [make_element("h3", journey.title), wrap_markup("p", line)])
