"""The whole tour as linear text: for screen readers, worksheets and proof-reading."""

from collections.abc import Iterator

from game.pack.ledger import Fact
from game.pack.thing_texts import read_whole_thing
from game.pack.world import Passage, World
from game.prose.fact_lines import render_agreement, render_difference, render_mix_up
from game.prose.lines import format_cite
from game.prose.page_words import AGREEMENTS, DIFFERENCES, MIX_UPS, STAGED, render_alternative_text, render_publication
from game.prose.room_lines import render_room_title


def render_tour_text(world: World) -> str:
    """The tour as plain text; each heading has its own line."""
    return "\n".join(
        line.lstrip("# ") if line.startswith("#") else line for line in render_tour_markdown(world).splitlines()
    )


def render_tour_markdown(world: World) -> str:
    """The tour as Markdown."""
    return "\n".join(_write_lines(world))


def _write_lines(world: World) -> Iterator[str]:
    yield f"# {world.tour.title}"
    yield f"\n{world.tour.tagline}\n"
    for source in world.sources.values():
        yield f"- {render_publication(source.title, source.date, source.publisher)}"
    yield from _write_passages(world, (*world.tour.opening, *world.tour.about))
    for room in world.rooms.values():
        yield f"\n## {render_room_title(room, world)}\n"
        yield render_alternative_text(room.alt)
        yield from _write_passages(world, (*room.passages, room.plaque))
        for thing in room.things:
            yield f"\n### {thing.name}"
            yield from _write_passages(world, read_whole_thing(thing, world.facts))
    yield from _write_comparisons(world)


def _write_comparisons(world: World) -> Iterator[str]:
    differences = [(render_difference(each, world), each.wording) for each in world.differences.values()]
    agreements = [(render_agreement(each, world), each.wording) for each in world.agreements.values()]
    mix_ups = [(render_mix_up(each, world), each.wording) for each in world.mix_ups.values()]
    yield f"\n## {DIFFERENCES}"
    yield from (f"\n- {text} {wording}" for text, wording in differences)
    for heading, rows in ((AGREEMENTS, agreements), (MIX_UPS, mix_ups)):
        if rows:
            yield f"\n## {heading}"
        yield from (f"\n- {text} {wording}" for text, wording in rows)


def _write_passages(world: World, passages: tuple[Passage, ...]) -> Iterator[str]:
    for passage in passages:
        yield f"\n{passage.text}"
        if passage.staged:
            yield f"  {STAGED}"
        for fact_id in passage.facts:
            yield f"- {_write_fact(world.facts[fact_id], world)}"


def _write_fact(fact: Fact, world: World) -> str:
    return f"{fact.claim} ({format_cite(fact, world)})"
