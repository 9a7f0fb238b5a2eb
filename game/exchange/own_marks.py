"""Undoes changes that our own writers make where a format has no place for something."""

import re

from game.exchange.drafts import Draft

_UNIT = re.compile(r"\s\(In ([^()]{1,40})\.\)$")


def restore_own(draft: Draft) -> None:
    """Take a unit out of the stem, and make an order of steps of a match of steps and places."""
    if draft.kind == "number" and not draft.unit and (found := _UNIT.search(draft.stem)):
        draft.unit, draft.stem = found[1], draft.stem[: found.start()]
    places = [right for _, right in draft.pairs]
    if draft.pairs and draft.origin == "order" and sorted(places) == [str(n) for n in range(1, len(places) + 1)]:
        draft.kind, draft.pairs = "order", sorted(draft.pairs, key=lambda pair: int(pair[1]))
        draft.steps, draft.pairs = [left for left, _ in draft.pairs], []
