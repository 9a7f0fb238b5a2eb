"""The notebook as Markdown with citations: for a pupil to hand in."""

from collections.abc import Iterator

from game.pack.world import World, list_met_differences, list_met_mix_ups
from game.prose.fact_lines import render_difference, render_mix_up
from game.prose.lines import format_cite, number_room
from game.prose.page_words import DIFFERENCES, MIX_UPS, render_notebook_count, render_notebook_title
from game.tour.state import State


def render_notebook_markdown(world: World, state: State) -> str:
    """The facts noted so far, by room, each with its source and strength; then the points on which sources differ."""
    return "\n".join(_write_lines(world, state)) + "\n"


def _write_lines(world: World, state: State) -> Iterator[str]:
    yield f"# {render_notebook_title(world.tour.title)}\n"
    yield render_notebook_count(len(state.noted), len(world.facts))
    for room in world.rooms.values():
        facts = [fact for fact_id, fact in world.facts.items() if state.noted.get(fact_id) == room.id]
        if facts:
            yield f"\n## {number_room(room)}\n"
            yield from (f"- {fact.claim} ({format_cite(fact, world)})" for fact in facts)
    if met := list_met_differences(world, state.noted):
        yield f"\n## {DIFFERENCES}\n"
        yield from (f"- {render_difference(difference, world)}" for difference in met)
    if mix_ups := list_met_mix_ups(world, state.noted):
        yield f"\n## {MIX_UPS}\n"
        yield from (f"- {render_mix_up(mix_up, world)}" for mix_up in mix_ups)
