"""What a class has mixed up, in the words that the authors wrote for each wrong answer."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from game.classroom.index_rows import ResponseRow
from game.pack.kinds import FULL_MARK_THRESHOLD, find_misconception
from game.pack.kinds.keyless import NO_KEY


class Misconception(Struct, frozen=True, kw_only=True):
    """One thing that candidates have mixed up."""

    because: str
    """What it is, in the authors' words."""
    items: tuple[str, ...]
    """Ids of the items where it showed."""
    facts: tuple[str, ...]
    number: int
    """Responses that show it."""


def find_misconceptions(rows: Sequence[ResponseRow]) -> tuple[Misconception, ...]:
    """Find what was mixed up, the most frequent first."""
    # Grouped only by the text: authors use the same text for the same mistake in all items.
    found: dict[str, list[ResponseRow]] = defaultdict(list)
    for row in rows:
        if row.response and row.mark < FULL_MARK_THRESHOLD:
            text = find_misconception(row.item, row.response)
            # A choice that stands in for another kind says nothing of its wrong options.
            if text not in ("", NO_KEY):
                found[text].append(row)
    made = [
        Misconception(
            because=text,
            items=tuple(dict.fromkeys(row.item.id for row in several)),
            facts=tuple(dict.fromkeys(fact_id for row in several for fact_id in row.item.facts)),
            number=len(several),
        )
        for text, several in found.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.number, one.because)))
