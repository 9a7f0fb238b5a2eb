"""Hints for the question that is chased: what can be typed next to come nearer to its headline."""

from game.pack.leads import Slot
from game.pack.world import Thing, facts_of
from game.tour.chase import find_pinned
from game.tour.events import HintGiven, HintLevel, LeadProgress
from game.tour.scope import Scope
from game.tour.work_hints import find_tool_room, find_work_step
from game.tour.work_looks import read_look


def hint_at_lead(scope: Scope, level: HintLevel) -> HintGiven | None:
    """A hint for the chased question: the place of the next note, the thing, the line; None where none is chased."""
    progress = find_pinned(scope.lexicon, scope.state)
    if progress is None:
        return None
    if progress.is_next_here:
        line, missing = _find_here(scope, progress.next_slot)
    else:
        line, missing = _find_line(scope, progress), None
    room = find_tool_room(scope, missing) if missing else None
    return HintGiven(level=level, goal="lead", progress=progress, line=line, missing=missing, room=room)


def find_note_line(scope: Scope, progress: LeadProgress) -> str:
    """What to type in this room for the next note of a question; empty where nothing is certain."""
    line, _ = _find_here(scope, progress.next_slot)
    return line


def _find_line(scope: Scope, progress: LeadProgress) -> str:
    """What to type when the next note is not here, or all notes are there."""
    room = progress.next_room
    if room is None:
        return "close" if progress.is_ready else _find_pair(scope, progress)
    return f"go to {room.name}" if room.number is None else str(room.number)


def _find_pair(scope: Scope, progress: LeadProgress) -> str:
    """The two notes to be laid side by side, by their numbers."""
    comparison = scope.lexicon.world.comparisons[progress.lead.comparison]
    one, other = (scope.state.numbers[fact_id] for fact_id in comparison.choose_pair(scope.state.noted))
    return f"compare {one} with {other}"


def _find_here(scope: Scope, slot: Slot | None) -> tuple[str, Thing | None]:
    """What to type in this room for a fact of a slot, or the tool that is missing; neither where nothing is certain."""
    wanted = set(slot.facts) if slot is not None else set()
    if any(wanted & set(passage.facts) for passage in scope.room.passages):
        return "look", None
    looked = next((thing for thing in scope.things if _is_told_by_look(scope, thing, wanted)), None)
    if looked is not None:
        return f"x {looked.name}", None
    worked = (thing for thing in scope.works if wanted & set(facts_of(thing)))
    step = next((step for thing in worked if (step := find_work_step(scope, thing)) is not None), None)
    return (step.line, step.missing) if step is not None else ("", None)


def _is_told_by_look(scope: Scope, thing: Thing, wanted: set[str]) -> bool:
    seen, shown = read_look(scope.lexicon.world, scope.state, thing)
    return any(wanted & set(passage.facts) for passage in (*seen, *shown))
