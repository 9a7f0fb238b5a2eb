"""The sheet that a candidate gets after an exam was marked, in lines."""

from collections.abc import Iterator

from game.classroom.released_sheets import ReleasedSheet, SheetRow
from game.pack.kinds import FULL_MARK_THRESHOLD
from game.prose.lines import Line, join_words

VOID = "This question is void: everybody has its mark."


def render_sheet(sheet: ReleasedSheet) -> Iterator[Line]:
    """A sheet in lines."""
    yield Line(f"{sheet.title}: {sheet.candidate}", "title")
    yield Line(f"{sheet.marks:.2f} of {len(sheet.rows)}.", "heading")
    for place, row in enumerate(sheet.rows, start=1):
        yield Line(f"{place}. {choose_sign(row.worth)} {row.worth:.2f}  {row.stem}", "option")
        yield Line(f"You said {row.given}.", "note", is_tight=True)
        yield Line(describe_right(row), is_tight=True)


def choose_sign(worth: float) -> str:
    """The sign of a mark: right, wrong, or part of it."""
    return "✓" if worth >= FULL_MARK_THRESHOLD else "✗" if not worth else "~"


def describe_right(row: SheetRow) -> str:
    """What is right, and why."""
    because = f" {row.because}" if row.because else ""
    if row.is_void:
        return f"{VOID}{because}"
    also = f" Also right: {join_words(row.also, 'or')}." if row.also else ""
    return f"Right is {row.right}.{also}{because}"
