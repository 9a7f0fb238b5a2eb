"""The sources of a tour as a page shows them: each article, and what the player has noted of it so far."""

from typing import NamedTuple

from game.pack.ledger import Fact
from game.pack.world import World
from game.prose.lines import describe_strength
from game.prose.page_words import render_publication
from game.prose.site_words import name_source
from game.prose.tour_lines import LICENCES
from game.tour.state import State


class NotedFact(NamedTuple):
    """A noted fact under its source."""

    cites: str
    claim: str
    strength: str


class ShelvedSource(NamedTuple):
    """One article."""

    name: str
    publication: str
    licence: str
    """Empty where all is told in words of the tour's own."""
    facts: tuple[NotedFact, ...]
    """In the order of its paragraphs."""


def read_sources(world: World, state: State) -> tuple[ShelvedSource, ...]:
    """Every source with its noted facts. One that cites two sources stands under both."""
    noted = [world.facts[fact_id] for fact_id in state.noted]
    return tuple(
        ShelvedSource(
            name_source(source),
            render_publication(source.title, source.date, source.publisher),
            LICENCES[source.licence] if source.licence else "",
            tuple(
                _describe(world, fact) for _, fact in sorted(_find_cited(noted, source.id), key=lambda pair: pair[0])
            ),
        )
        for source in world.sources.values()
    )


def _find_cited(facts: list[Fact], source_id: str) -> list[tuple[tuple[int, str], Fact]]:
    """The facts of a source, each with its first paragraph there and its id, by which they are put in order."""
    found = []
    for fact in facts:
        places = [int(number) for name, _, number in (cite.partition("¶") for cite in fact.cites) if name == source_id]
        if places:
            found.append(((min(places), fact.id), fact))
    return found


def _describe(world: World, fact: Fact) -> NotedFact:
    return NotedFact("+".join(fact.cites), fact.claim, describe_strength(fact, world))
