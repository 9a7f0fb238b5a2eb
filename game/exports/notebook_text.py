"""The notebook as Markdown with citations: for a pupil to hand in."""

from collections.abc import Iterator

from game.pack.world import World
from game.prose.fact_lines import render_agreement, render_difference, render_mix_up
from game.prose.lines import format_cite, number_room
from game.prose.page_words import AGREEMENTS, DIFFERENCES, MIX_UPS, render_notebook_count, render_notebook_title
from game.tour.state import State


def render_notebook_markdown(world: World, state: State) -> str:
    """The facts noted so far, by room, each with its source and strength; then what was found between them."""
    return "\n".join(_write_lines(world, state)) + "\n"


def _write_lines(world: World, state: State) -> Iterator[str]:
    yield f"# {render_notebook_title(world.tour.title)}\n"
    yield render_notebook_count(len(state.noted), len(world.facts))
    for room in world.rooms.values():
        facts = [fact for fact_id, fact in world.facts.items() if state.noted.get(fact_id) == room.id]
        if facts:
            yield f"\n## {number_room(room)}\n"
            yield from (f"- {fact.claim} ({format_cite(fact, world)})" for fact in facts)
    yield from _write_found(world, state)


def _write_found(world: World, state: State) -> Iterator[str]:
    """What the player has found between notes; a pair that was not compared is not told."""
    differences = [render_difference(d, world) for d in world.differences.values() if d.id in state.compared]
    agreements = [render_agreement(a, world) for a in world.agreements.values() if a.id in state.compared]
    mix_ups = [render_mix_up(m, world) for m in world.mix_ups.values() if m.id in state.compared]
    for heading, rows in ((DIFFERENCES, differences), (AGREEMENTS, agreements), (MIX_UPS, mix_ups)):
        if rows:
            yield f"\n## {heading}\n"
        yield from (f"- {row}" for row in rows)
