"""Questions read from a file of another program, on their way to be items: what was found, and what is amiss."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from game.core.names import words
from game.exchange.neutral import PROOF, Kind, Option
from game.pack.items import Item
from game.pack.world import World
from game.quiz.showing import STRENGTHS, agreement_options, source_options

NO_REASON = "No reason was given where this was taken from."
"""Stands for what someone who takes a wrong option has mixed up, where a file does not say."""


class Trouble(NamedTuple):
    """Something in a file that cannot be used."""

    path: Path
    line: int
    """From 1."""
    column: int
    """From 1."""
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.text}"


class Draft(Struct, kw_only=True):
    """A question as it was read."""

    line: int
    column: int = 1
    id: str = ""
    kind: Kind = "choice"
    origin: str = ""
    """The kind of item it was made from, where the file says so."""
    stem: str = ""
    options: list[Option] = []
    is_true: bool = False
    tolerance: str = "0"
    unit: str = ""
    steps: list[str] = []
    pairs: list[tuple[str, str]] = []
    feedback: str = ""
    facts: list[str] = []
    level: str = "1"
    skill: str = "recall"
    room: str = ""
    topics: list[str] = []

    def tag(self, tag: str) -> None:
        """Take what a tag says."""
        name, _, value = tag.partition("-")
        match name:
            case "kind":
                self.origin = value
            case "level":
                self.level = value
            case "skill":
                self.skill = value
            case "room":
                self.room = value
            case "fact":
                self.facts.append(value)
            case _:
                self.topics.append(value if name == "topic" else tag)


class Made(NamedTuple):
    """The items of a file."""

    rooms: dict[str, list[Item]]
    """Id of a room -> its items."""
    troubles: tuple[Trouble, ...]
    """When there are any, nothing is to be kept."""


def items_of(drafts: Sequence[Draft], path: Path, world: World, room: str = "", facts: Sequence[str] = ()) -> Made:
    """The items that drafts make.

    Args:
        drafts: What was read.
        path: The file, for its troubles.
        world: The pack they are to join: its facts, its sources, its rooms.
        room: Where questions are asked that do not say; empty for none.
        facts: What questions rest on that do not say.
    """
    rooms: dict[str, list[Item]] = {}
    troubles: list[Trouble] = []
    proofs = {draft.id.removesuffix(PROOF): draft for draft in drafts if draft.id.endswith(PROOF)}
    ids: set[str] = set()
    for draft in drafts:
        if draft.origin == "two-tier" and draft.id.endswith(PROOF):
            continue
        draft.facts = draft.facts or list(facts)
        draft.room = draft.room or room
        draft.id = _id(draft, ids)
        try:
            item: Item = msgspec.convert(_fields(draft, world, proofs.get(draft.id)), Item)
        except (msgspec.ValidationError, ValueError) as bad:
            troubles.append(Trouble(path, draft.line, draft.column, f"{draft.id}: {_told(bad)}"))
            continue
        troubles += [Trouble(path, draft.line, draft.column, f"{draft.id}: {text}") for text in _amiss(draft, world)]
        ids.add(draft.id)
        rooms.setdefault(draft.room, []).append(item)
    return Made(rooms, tuple(troubles))


def _id(draft: Draft, taken: set[str]) -> str:
    """Its id; one made of its stem where the file gives none."""
    if draft.id:
        return draft.id
    base = re.sub(r"[^a-z0-9]+", "-", " ".join(words(draft.stem)[:5]).casefold()).strip("-")
    base = base if base[:1].isalpha() else f"q-{base}".rstrip("-")
    number, made = 2, base
    while made in taken:
        number, made = number + 1, f"{base}-{number}"
    return made


def _told(bad: Exception) -> str:
    text = str(bad)
    if "`$.facts`" in text or "length >= 1 - at `$.facts" in text:
        return "rests on no fact; name one by a tag fact-ID, or by --fact"
    if "regex" in text and ("`$.key`" in text or "value`" in text or "tolerance`" in text):
        return "expected a figure like 37 or 7.5, with a dot and without its unit"
    if "`$.distractors`" in text:
        return "a choice has one right option and two to four wrong ones"
    if "`$.steps`" in text or "`$.pairs`" in text:
        return "an order has three to six steps, a match three to six pairs"
    return text.replace(" - at `$.", ", in `")


def _amiss(draft: Draft, world: World) -> Iterator[str]:
    if not draft.room:
        yield "no room is named; name one by a tag room-ID, or by --room"
    elif draft.room not in world.rooms:
        yield f"no room is called {draft.room!r}"
    texts = [" ".join(option.text.casefold().split()) for option in draft.options]
    if draft.kind == "choice" and len(set(texts)) < len(texts):
        yield "two options are the same"
    for fact_id in draft.facts:
        if fact_id not in world.facts:
            yield f"no fact is called {fact_id!r}"


def _fields(draft: Draft, world: World, proof: Draft | None) -> dict[str, Any]:
    """What an item is made of, as a pack writes it."""
    known = world.rooms[draft.room].topics if draft.room in world.rooms else ()
    fields: dict[str, Any] = {
        "id": draft.id,
        "kind": draft.kind,
        "stem": draft.stem,
        "feedback": draft.feedback or NO_REASON,
        "facts": draft.facts,
        "level": _level(draft.level),
        "skill": draft.skill,
        "tags": [topic for topic in draft.topics if topic not in known],
    }
    if draft.origin in ("which-source", "agreement", "how-sure") and (special := _special(draft, world)) is not None:
        return {**fields, **special}
    if draft.origin == "two-tier" and proof is not None:
        return {**fields, **_key_and_wrong(draft), "kind": "two-tier", **_reasons(draft, proof, world)}
    return {**fields, **_plain(draft)}


def _level(text: str) -> int:
    if text not in ("1", "2", "3"):
        raise ValueError(f"expected a level from 1 to 3, found {text!r}")
    return int(text)


def _plain(draft: Draft) -> dict[str, Any]:
    match draft.kind:
        case "true-false":
            return {"key": draft.is_true}
        case "number":
            wrong = [{"value": o.text, "because": o.because or NO_REASON} for o in draft.options if not o.is_right]
            key = next((o.text for o in draft.options if o.is_right), "")
            return {"key": key, "tolerance": draft.tolerance, "unit": draft.unit, "wrong": wrong}
        case "short":
            right = [option.text for option in draft.options if option.is_right]
            return {**_key_and_wrong(draft), "accepted": right[1:]}
        case "order":
            return {"steps": draft.steps}
        case "match":
            return {"pairs": [{"left": left, "right": right} for left, right in draft.pairs]}
    number = sum(option.is_right for option in draft.options)
    if number != 1:
        why = "several are not a kind of question here" if number else "none is, or the key is not among them"
        raise ValueError(f"expected one right option; {why}")
    return _key_and_wrong(draft)


def _key_and_wrong(draft: Draft) -> dict[str, Any]:
    wrong = [{"text": o.text, "because": o.because or NO_REASON} for o in draft.options if not o.is_right]
    return {"key": next((o.text for o in draft.options if o.is_right), ""), "distractors": wrong}


def _special(draft: Draft, world: World) -> dict[str, Any] | None:
    """A family of this tour again, where the options still are those of it; else it stays a choice."""
    key = next((option.text for option in draft.options if option.is_right), "")
    texts = {option.text for option in draft.options}
    if draft.origin == "how-sure":
        fact = world.facts.get(draft.facts[0]) if draft.facts else None
        fits = fact is not None and STRENGTHS[fact.strength] == key and texts == set(STRENGTHS.values())
        return {"kind": draft.origin} if fits else None
    options: Mapping[str, str] = (source_options if draft.origin == "which-source" else agreement_options)(world)
    keyed = next((name for name, text in options.items() if text == key), None)
    return {"kind": draft.origin, "key": keyed} if keyed and texts == set(options.values()) else None


def _reasons(draft: Draft, proof: Draft, world: World) -> dict[str, Any]:
    """The facts that do not prove an answer, found by their claims."""
    by_claim = {fact.claim: fact.id for fact in world.facts.values()}
    wrong = [
        {"fact": by_claim.get(option.text, option.text), "because": option.because or NO_REASON}
        for option in proof.options
        if not option.is_right
    ]
    right = next((by_claim.get(option.text, "") for option in proof.options if option.is_right), "")
    if right and draft.facts and right != draft.facts[0]:
        raise ValueError(f"its proof is {right!r}, and the first of its facts is {draft.facts[0]!r}")
    return {"reasons": wrong}
