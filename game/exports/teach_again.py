"""What to teach again: the questions that a class has missed most, with the facts they rest on."""

from typing import NamedTuple

from game.classroom.analysis import Analysis
from game.classroom.item_analysis import ItemAnalysis
from game.pack.kinds import find_key, is_resolved
from game.pack.world import World, facts_in
from game.prose.lines import format_cite, number_room
from game.prose.questions import render_response

MAX_ITEMS_TO_TEACH_AGAIN = 5
"""What fits on one page."""

MAX_REASONS = 2
"""Of those who were wrong, the most frequent."""


class LessonFact(NamedTuple):
    """A fact to teach again."""

    claim: str
    source: str
    rooms: str
    """Where in the tour it is told."""


class Lesson(NamedTuple):
    """A question that was missed."""

    stem: str
    facility: float
    """0..1."""
    right: str
    """Empty where the pack no longer has what the question rests on."""
    because: str
    """Why that is right, in the authors' words."""
    facts: tuple[LessonFact, ...]
    mixed: tuple[str, ...]
    """What those who were wrong have mixed up."""


def list_lessons(analysis: Analysis, world: World) -> tuple[Lesson, ...]:
    """The questions that were missed most, the hardest first."""
    return tuple(_make_lesson(item, world) for item in _find_hardest(analysis))


def _find_hardest(analysis: Analysis) -> list[ItemAnalysis]:
    missed = [item for item in analysis.items if item.facility < 1]
    return sorted(missed, key=lambda item: (item.facility, item.item.id))[:MAX_ITEMS_TO_TEACH_AGAIN]


def _make_lesson(found: ItemAnalysis, world: World) -> Lesson:
    item = found.item
    facts = [world.facts[fact_id] for fact_id in item.facts if fact_id in world.facts]
    mixed = dict.fromkeys(one.because for one in found.chosen if one.because)
    return Lesson(
        stem=item.stem,
        facility=found.facility,
        right=render_response(item, find_key(item, world), world) if is_resolved(item, world) else "",
        because=item.feedback,
        facts=tuple(
            LessonFact(
                fact.claim,
                format_cite(fact, world),
                ", ".join(number_room(room) for room in world.rooms.values() if fact.id in facts_in(room)),
            )
            for fact in facts
        ),
        mixed=tuple(mixed)[:MAX_REASONS],
    )
