"""Turns drafts into items: chooses ids, checks facts and rooms against the pack, and reports what is wrong."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from game.core.names import words
from game.exchange.draft_fields import build_fields
from game.exchange.drafts import Draft, Trouble
from game.pack.kinds import Item
from game.pack.kinds.neutral import PROOF
from game.pack.world import World
from game.prose import import_problems as problems
from game.prose.draft_texts import describe_question_on_draft


class Made(NamedTuple):
    """The items of a file."""

    rooms: dict[str, list[Item]]
    """Id of a room -> its items."""
    troubles: tuple[Trouble, ...]
    """If there are any, the caller keeps nothing."""


def make_items(drafts: Sequence[Draft], path: Path, world: World, room: str = "", facts: Sequence[str] = ()) -> Made:
    """The items that drafts make.

    Args:
        drafts: What was read.
        path: The file, for its troubles.
        world: The pack that gets them: its facts, its sources, its rooms.
        room: Id of the room for questions that name none; empty for no room.
        facts: Ids of the facts for questions that name none.
    """
    rooms: dict[str, list[Item]] = {}
    troubles: list[Trouble] = []
    # Found first: a file may have the question for the proof before the one for the answer.
    proofs = {draft.id.removesuffix(PROOF): draft for draft in drafts if draft.id.endswith(PROOF)}
    ids: set[str] = set()
    for draft in drafts:
        if draft.origin == "two-tier" and draft.id.endswith(PROOF):
            continue
        draft.facts = draft.facts or list(facts)
        draft.room = draft.room or room
        draft.id = _choose_id(draft, ids)
        if draft.id in proofs:
            draft.proofs = proofs[draft.id].options
        try:
            item: Item = msgspec.convert(build_fields(draft, world), Item)
        except (msgspec.ValidationError, ValueError) as bad:
            troubles.append(Trouble(path, draft.line, draft.column, f"{draft.id}: {_explain(bad)}"))
            continue
        found = _find_troubles(draft, world)
        troubles += [Trouble(path, draft.line, draft.column, f"{draft.id}: {text}") for text in found]
        ids.add(draft.id)
        rooms.setdefault(draft.room, []).append(item)
    return Made(rooms, tuple(troubles))


def _choose_id(draft: Draft, taken: set[str]) -> str:
    """The id of a draft; made from the stem if the file gives none."""
    if draft.id:
        return draft.id
    base = re.sub(r"[^a-z0-9]+", "-", " ".join(words(draft.stem)[:5]).casefold()).strip("-")
    base = base if base[:1].isalpha() else f"q-{base}".rstrip("-")
    number, made = 2, base
    while made in taken:
        number, made = number + 1, f"{base}-{number}"
    return made


def _explain(bad: Exception) -> str:
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
        is_several = "length <= 5" in text or "length >= 1" in text
        return problems.NUMBER_OF_WRONG_OF_SEVERAL if is_several else problems.NUMBER_OF_WRONG
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
    for fact_id in draft.facts:
        if fact_id not in world.facts:
            yield problems.describe_unknown_fact(fact_id)
        elif world.facts[fact_id].draft:
            yield describe_question_on_draft(fact_id)
