"""How one item was answered in several papers that hold it: versions of a paper have codes of their own."""

from collections.abc import Iterable

from game.classroom.index_rows import ResponseRow
from game.classroom.item_analysis import GroupFacility, average_marks


def compare_papers(rows: Iterable[ResponseRow]) -> dict[str, dict[str, GroupFacility]]:
    """Id of an item -> code of a paper -> how well it was answered there; first attempts alone, codes in order."""
    first: dict[str, str] = {}
    found: dict[str, dict[str, list[float]]] = {}
    for row in rows:
        if first.setdefault(row.candidate, row.attempt) == row.attempt:
            found.setdefault(row.item.id, {}).setdefault(row.code, []).append(row.mark)
    return {
        item_id: {code: average_marks(marks) for code, marks in sorted(by_code.items())}
        for item_id, by_code in found.items()
    }
