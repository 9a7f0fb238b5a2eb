"""Makes the sheet of a candidate from marks and keys: from here on it is words."""

from game.classroom.exam_decisions import KeyChange
from game.classroom.exam_marking import ExamMarker
from game.classroom.integrity import Judged
from game.classroom.released_sheets import ReleasedSheet, SheetRow
from game.pack.kinds import Item, Response
from game.pack.world import World
from game.prose.lines import format_cite
from game.prose.questions import render_response


def make_sheet(marker: ExamMarker, each: Judged, title: str, world: World) -> ReleasedSheet | None:
    """The sheet of one candidate, with the right answers as they were decided; None for one without marks."""
    marked = each.marked
    if marked is None:
        return None
    keys, changes = marker.find_keys(), marker.changes
    rows = tuple(
        _make_row(
            item,
            marked.marks.get(item.id, 0.0),
            render_response(item, marked.responses.get(item.id, ()), world),
            keys[item.id],
            changes.get(item.id),
            world,
        )
        for item in marker.items
    )
    return ReleasedSheet(title=title, candidate=each.candidate, marks=marked.total, rows=rows)


def _make_row(item: Item, worth: float, given: str, key: Response, change: KeyChange | None, world: World) -> SheetRow:
    sources = (format_cite(world.facts[fact_id], world) for fact_id in item.facts if fact_id in world.facts)
    if change is not None:
        # The feedback tells of the first key, and is left out.
        return SheetRow(
            stem=item.stem,
            worth=worth,
            given=given,
            right="" if change.void else render_response(item, key, world),
            also=() if change.void else change.also,
            because=f"{change.reason.rstrip('.')}." if change.reason else "",
            is_decided=True,
        )
    return SheetRow(
        stem=item.stem,
        worth=worth,
        given=given,
        right=render_response(item, key, world),
        because=item.feedback,
        sources=tuple(dict.fromkeys(sources)),
    )
