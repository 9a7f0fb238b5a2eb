"""Turns drafts into items: chooses ids, checks facts and rooms against the pack, and reports on every question.

A question is taken, taken with changes, or set aside with the reason. One that is set aside spoils no other.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from game.core.names import words
from game.exchange.draft_fields import build_fields
from game.exchange.draft_ids import MAX_ID_LENGTH, make_id
from game.exchange.drafts import Draft, Trouble
from game.pack.kinds import Item, find_faults
from game.pack.kinds.neutral import PROOF
from game.pack.kinds.parts import KnownIds
from game.pack.kinds.short import MAX_RESPONSE_LENGTH
from game.pack.world import World
from game.prose import import_problems as problems
from game.prose.draft_texts import describe_question_on_draft
from game.prose.item_problems import describe_fault


class Made(NamedTuple):
    """The items of a file."""

    rooms: dict[str, list[Item]]
    """Id of a room -> its items."""
    troubles: tuple[Trouble, ...]
    """What was set aside, each with the reason."""
    changes: tuple[Trouble, ...] = ()
    """What was taken and is otherwise here than in the file."""

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions that were taken."""
        return tuple(item for items in self.rooms.values() for item in items)


def make_items(
    drafts: Sequence[Draft],
    path: Path,
    world: World,
    room: str = "",
    facts: Sequence[str] = (),
    taken: Collection[str] = (),
) -> Made:
    """The items that drafts make.

    Args:
        drafts: What was read.
        path: The file, for its troubles.
        world: The pack that gets them: its facts, its sources, its rooms.
        room: Id of the room for questions that name none; empty for no room.
        facts: Ids of the facts for questions that name none.
        taken: Ids of questions that the pack has from elsewhere.
    """
    rooms: dict[str, list[Item]] = {}
    troubles: list[Trouble] = []
    changes: list[Trouble] = []
    # Found first: a file may have the question for the proof before the one for the answer.
    proofs = {draft.id.removesuffix(PROOF): draft for draft in drafts if draft.id.endswith(PROOF)}
    ids = _Ids(taken)
    for draft in drafts:
        if draft.origin == "two-tier" and draft.id.endswith(PROOF):
            continue
        draft.facts = draft.facts or list(facts)
        draft.room = draft.room or room
        if draft.id in proofs:
            draft.proofs = proofs[draft.id].options
        ids.choose(draft)
        item, found = _make_item(draft, world)
        place = (draft.path or path, draft.line, draft.column)
        troubles += [Trouble(*place, text, draft.id) for text in found[:1]]
        if item is not None and not found:
            ids.add(draft.id)
            rooms.setdefault(draft.room, []).append(item)
            changes += [Trouble(*place, text, draft.id) for text in draft.changes]
    return Made(rooms, tuple(troubles), tuple(changes))


def _make_item(draft: Draft, world: World) -> tuple[Item | None, list[str]]:
    """The item of a draft, and why it cannot be used; both where it could be made and does not fit the pack."""
    try:
        item: Item = msgspec.convert(build_fields(draft, world), Item)
    except (msgspec.ValidationError, ValueError) as bad:
        return None, [_explain(bad, draft)]
    known = KnownIds(tuple(world.sources), frozenset(world.facts))
    return item, [*_find_troubles(draft, world), *map(describe_fault, find_faults(item, known))]


class _Ids:
    """The ids that are taken."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def add(self, item_id: str) -> None:
        """Take an id."""
        self._taken.add(item_id)

    def choose(self, draft: Draft) -> None:
        """Give a draft an id that no other question has; it is made from the stem if the file gives none."""
        base = draft.id or make_id(" ".join(words(draft.stem)[:5])) or "question"
        # From the last number on: counting from 2 again would take minutes where all questions have one title.
        number, made = self._numbers.get(base, 2), base
        while made in self._taken:
            # Cut so that the id stays within its length.
            end = f"-{number}"
            number, made = number + 1, f"{base[: MAX_ID_LENGTH - len(end)]}{end}"
            self._numbers[base] = number
        if draft.id and made != base:
            draft.changes.append(problems.describe_taken_id(base, made))
        draft.id = made


def _explain(bad: Exception, draft: Draft) -> str:
    """What is wrong with a draft, in words for the author of the file, who does not know our types."""
    # msgspec gives its errors no code, so the field is found in their text.
    text = str(bad)
    if "`$.facts`" in text or "length >= 1 - at `$.facts" in text:
        return problems.NO_FACT
    if "regex" in text and ("`$.key`" in text or "value`" in text or "tolerance`" in text):
        return problems.NO_FIGURE
    if "`$.keys`" in text:
        return problems.NUMBER_OF_KEYS
    if "`$.distractors`" in text:
        return problems.NUMBER_OF_WRONG_OF_SEVERAL if draft.kind == "multiple" else problems.NUMBER_OF_WRONG
    if "`$.steps`" in text or "`$.pairs`" in text:
        return problems.NUMBER_OF_STEPS
    return text.replace(" - at `$.", ", in `")


def _find_troubles(draft: Draft, world: World) -> Iterator[str]:
    if not draft.room:
        yield problems.NO_ROOM
    elif draft.room not in world.rooms:
        yield problems.describe_unknown_room(draft.room)
    texts = [" ".join(option.text.casefold().split()) for option in draft.options]
    if draft.kind in ("choice", "multiple") and len(set(texts)) < len(texts):
        yield problems.TWO_OPTIONS_SAME
    longest = max((len(option.text) for option in draft.options if option.is_right), default=0)
    # The back of a card may be an essay. A question of ours comes back as its author has it.
    if draft.kind == "short" and not draft.origin and longest > MAX_RESPONSE_LENGTH:
        yield problems.describe_long_answer(longest, MAX_RESPONSE_LENGTH)
    for fact_id in draft.facts:
        if fact_id not in world.facts:
            yield problems.describe_unknown_fact(fact_id)
        elif world.facts[fact_id].draft:
            yield describe_question_on_draft(fact_id)
