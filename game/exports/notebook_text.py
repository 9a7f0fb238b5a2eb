"""The notebook as Markdown with citations: for a pupil to hand in."""

from collections.abc import Iterator

from game.pack.world import World
from game.prose.fact_lines import render_difference
from game.prose.lines import format_cite, number_room
from game.prose.page_words import DIFFERENCES, render_notebook_count, render_notebook_title
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
    known = {d for fact_id in state.noted for d in world.differing.get(fact_id, ())}
    if known:
        yield f"\n## {DIFFERENCES}\n"
        yield from (f"- {render_difference(world.differences[d], world)}" for d in world.differences if d in known)
