"""A lectern: who looks at it, or stands at it, reads the report back, each line with who says so."""

from game.pack.world import Thing
from game.tour.commands import Noun
from game.tour.events import Event, Note, ReportRead
from game.tour.notes import number_note
from game.tour.report import find_told_lead
from game.tour.scope import Scope


def is_lectern(scope: Scope, noun: Noun | None) -> bool:
    """Whether the report is read back at this thing."""
    newsroom = scope.lexicon.world.newsroom
    return isinstance(noun, Thing) and newsroom is not None and noun.id == newsroom.lectern


def read_report(scope: Scope, noun: Noun) -> tuple[Event, ...]:
    """The report as it stands, where the thing is a lectern."""
    if not is_lectern(scope, noun):
        return ()
    state, world = scope.state, scope.lexicon.world
    lines = tuple((Note(number_note(scope, fact_id), world.facts[fact_id]), way) for fact_id, way in state.draft)
    lead = find_told_lead(world, state, state.draft)
    return (ReportRead(lines=lines, lead=lead, own_headline=state.own_headline),)
