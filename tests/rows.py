"""Rows of responses made by hand, for tests of what is counted from them."""

from game.classroom.index_rows import AttemptSummary, ResponseRow
from game.pack.kinds import Item
from tests.items import CHOICE


def make_row(candidate: str, item: Item = CHOICE, mark: float = 1.0, **fields: object) -> ResponseRow:
    """A response; what is not given is the same in every row."""
    given: dict[str, object] = {
        "id": f"{candidate}-{item.id}",
        "attempt": f"attempt of {candidate}",
        "mode": "exam",
        "code": "K7Q2",
        "bank": "00000000",
        "at": "2026-11-21T09:00:00+01:00",
        "digest": item.id,
        "response": ("green",) if mark == 1 else ("blue",),
        "seconds": 10.0,
        "visited": frozenset(),
        **fields,
    }
    return ResponseRow(candidate=candidate, item=item, mark=mark, **given)  # type: ignore[arg-type] # names and texts


def make_summary(candidate: str, *, is_handed_in: bool = True, **fields: object) -> AttemptSummary:
    """How far an attempt has come; what is not given is the same in every one."""
    given: dict[str, object] = {
        "code": "K7Q2",
        "bank": "00000000",
        "at": "2026-11-21T09:00:00+01:00",
        "began": 900.0,
        "answered": 3,
        "asked": 5,
        "minutes": 30.0,
        "gaps": (),
        "written": 1000.0,
        **fields,
    }
    return AttemptSummary(candidate=candidate, is_handed_in=is_handed_in, **given)  # type: ignore[arg-type]
