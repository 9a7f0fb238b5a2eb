"""Tables of a class, for spreadsheets and gradebooks. They show pseudonyms; only the gradebook may have names."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from game.classroom.analysis import Analysis
from game.classroom.index_rows import ResponseRow
from game.core.characters import show_unsafe
from game.exports.cells import guard_cell
from game.pack.world import World, facts_in


def render_wide_csv(analysis: Analysis) -> str:
    """One row for each candidate, one column for each item id, and the score; empty if an item was not asked."""
    # Columns are named by item id, not by position: every version of a paper has its own order.
    ids = [item.item.id for item in analysis.items]
    rows = [
        (guard_cell(who), f"{100 * score:.2f}", *("" if mark is None else f"{mark:g}" for mark in marks))
        for who, score, marks in zip(analysis.candidates, analysis.scores, analysis.marks, strict=True)
    ]
    return _render_csv(("candidate", "percent", *ids), rows)


def render_long_csv(rows: Sequence[ResponseRow], world: World) -> str:
    """One row for each response, with its time and whether the candidate had visited a room that tells the fact."""
    told_in = {
        fact_id: {room.id for room in world.rooms.values() if fact_id in facts_in(room)}
        for fact_id in {row.item.facts[0] for row in rows}
    }
    head = ("response", "attempt", "candidate", "mode", "paper", "bank", "item", "answer", "mark", "seconds", "visited")
    return _render_csv(
        head,
        (
            (
                *(row.id, row.attempt, guard_cell(row.candidate), row.mode, guard_cell(row.code), guard_cell(row.bank)),
                row.item.id,
                *(guard_cell(" | ".join(row.response)), f"{row.mark:g}", f"{row.seconds:.1f}"),
                str(int(bool(row.visited & told_in[row.item.facts[0]]))) if row.visited else "",
            )
            for row in rows
        ),
    )


def render_gradebook(analysis: Analysis, title: str, names: Mapping[str, str], column: str = "username") -> str:
    """A table for the grade import of Moodle: name and percent; an empty cell for those who have not handed in.

    Args:
        analysis: The class.
        title: The head of the column of marks.
        names: Pseudonym -> the name by which Moodle knows the person; also of those who have not handed in.
        column: The kind of that name: username, email, idnumber.
    """
    scores = dict(zip(analysis.candidates, analysis.scores, strict=True))
    everybody = dict.fromkeys((*names, *analysis.candidates))
    # Moodle reads an empty cell as no grade and 0 as a grade, so absent candidates get an empty cell and do not fail.
    # Moodle refuses a decimal comma.
    rows = ((guard_cell(names.get(who, who)), f"{100 * scores[who]:.2f}" if who in scores else "") for who in everybody)
    return _render_csv((column, guard_cell(title)), rows)


def _render_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    # Made safe here for all cells: any text in a table may come from a pupil's file.
    writer.writerows([show_unsafe(cell) for cell in row] for row in (head, *rows))
    return out.getvalue()
