"""Tables of a class, for spreadsheets and gradebooks. Pseudonyms stand in them, unless a gradebook wants more."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from game.classroom.analysis import Analysis
from game.classroom.index_rows import ResponseRow
from game.core.characters import show_unsafe
from game.exports.cells import guarded
from game.pack.world import World, facts_in


def render_wide_csv(analysis: Analysis) -> str:
    """A row a candidate, a column an item id, and the score; empty where an item was not asked."""
    ids = [item.item.id for item in analysis.items]
    rows = [
        (guarded(who), f"{100 * score:.2f}", *("" if mark is None else f"{mark:g}" for mark in marks))
        for who, score, marks in zip(analysis.candidates, analysis.scores, analysis.marks, strict=True)
    ]
    return _render_csv(("candidate", "percent", *ids), rows)


def render_long_csv(rows: Sequence[ResponseRow], world: World) -> str:
    """A row a response, with its time and whether the candidate had been where it is told."""
    told_in = {
        fact_id: {room.id for room in world.rooms.values() if fact_id in facts_in(room)}
        for fact_id in {row.item.facts[0] for row in rows}
    }
    head = ("response", "attempt", "candidate", "mode", "paper", "bank", "item", "answer", "mark", "seconds", "visited")
    return _render_csv(
        head,
        (
            (
                *(row.id, row.attempt, guarded(row.candidate), row.mode, guarded(row.code), guarded(row.bank)),
                row.item.id,
                *(guarded(" | ".join(row.response)), f"{row.mark:g}", f"{row.seconds:.1f}"),
                str(int(bool(row.visited & told_in[row.item.facts[0]]))) if row.visited else "",
            )
            for row in rows
        ),
    )


def render_gradebook(analysis: Analysis, title: str, names: Mapping[str, str], column: str = "username") -> str:
    """What the grade import of Moodle takes: who, and percent with a dot; nothing for whoever has not handed in.

    Args:
        analysis: The class.
        title: What the column of marks is called.
        names: Pseudonym -> what Moodle knows somebody by; also those who have not handed in.
        column: What that is: username, email, idnumber.
    """
    scores = dict(zip(analysis.candidates, analysis.scores, strict=True))
    everybody = dict.fromkeys((*names, *analysis.candidates))
    rows = ((guarded(names.get(who, who)), f"{100 * scores[who]:.2f}" if who in scores else "") for who in everybody)
    return _render_csv((column, guarded(title)), rows)


def _render_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    # Made safe here and not cell by cell: whatever a table holds may come from a pupil's file.
    writer.writerows([show_unsafe(cell) for cell in row] for row in (head, *rows))
    return out.getvalue()
