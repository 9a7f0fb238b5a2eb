"""Counts how far the tour covers its sources: facts, passages and questions for each paragraph."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from game.pack.ledger import Source
from game.pack.thing_texts import read_whole_thing
from game.pack.world import Passage, World
from game.prose.coverage_lines import HEADER, render_paragraph_coverage, render_source_coverage


class ParagraphCoverage(Struct, frozen=True):
    """One paragraph of one source."""

    source: Source
    number: int
    facts: int
    passages: int
    questions: int
    unused: str
    """Why nothing rests on it; empty if something does, or if no reason is given."""

    @property
    def is_accounted_for(self) -> bool:
        """Whether it is used, or unused for a reason."""
        return bool(self.facts or self.unused)


def list_world_passages(world: World) -> Iterator[Passage]:
    """Every passage a player can read."""
    yield from (*world.tour.opening, *world.tour.about)
    for thing in (*world.tour.carried, *world.tour.everywhere):
        yield from thing.passages
    for room in world.rooms.values():
        yield from (room.plaque, *room.passages)
        for thing in room.things:
            yield from read_whole_thing(thing, world.facts)


def count_coverage(world: World) -> tuple[ParagraphCoverage, ...]:
    """A row for every paragraph of every source, in order."""
    told = Counter(fact_id for passage in list_world_passages(world) for fact_id in passage.facts)
    asked = Counter(fact_id for room in world.rooms.values() for item in room.items for fact_id in item.facts)
    # Indexed once: searching all facts for each paragraph would take facts times paragraphs.
    by_cite: dict[str, list[str]] = {}
    for fact in world.facts.values():
        for cite in fact.cites:
            by_cite.setdefault(cite, []).append(fact.id)
    rows = []
    for source in world.sources.values():
        for paragraph in source.paragraphs:
            ids = by_cite.get(f"{source.id}¶{paragraph.number}", [])
            counts = (len(ids), sum(told[i] for i in ids), sum(asked[i] for i in ids))
            rows.append(ParagraphCoverage(source, paragraph.number, *counts, paragraph.unused))
    return tuple(rows)


def render_coverage(rows: tuple[ParagraphCoverage, ...]) -> Iterator[str]:
    """The rows as lines of text, by source, each with a bar of its facts."""
    source = ""
    for row in rows:
        if row.source.id != source:
            source = row.source.id
            mine = [other for other in rows if other.source.id == source]
            done = sum(other.is_accounted_for for other in mine)
            yield render_source_coverage(row.source.title, row.source.date, done, len(mine))
            yield HEADER
        counts = (row.facts, row.passages, row.questions)
        cite = f"{source}¶{row.number}"
        yield render_paragraph_coverage(cite, counts, row.unused, is_accounted_for=row.is_accounted_for)
