"""Edits of values that are not text: strength, speaker, date and cites of a fact, sides of a difference, a key."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

import msgspec

from game.pack.kinds import Item
from game.pack.ledger import Fact, Strength

STRENGTHS: tuple[Strength, ...] = ("stated", "reported", "photo", "speculated")


def change_strength(fact: Fact, random: Random) -> Fact:
    """Another strength than the source's."""
    return msgspec.structs.replace(fact, strength=random.choice([each for each in STRENGTHS if each != fact.strength]))


def change_speaker(fact: Fact, random: Random, speakers: Sequence[str]) -> Fact:
    """Another speaker than the source's."""
    return msgspec.structs.replace(fact, said_by=random.choice([each for each in speakers if each != fact.said_by]))


def move_cite(fact: Fact, random: Random, cites: Sequence[str]) -> Fact:
    """Another paragraph than the one that supports the fact."""
    return msgspec.structs.replace(fact, cites=(random.choice([each for each in cites if each not in fact.cites]),))


def flip_key(item: Item, random: Random) -> Item | None:
    """The item with a wrong key; None if its kind has no key that can be exchanged."""
    plain: dict[str, Any] = msgspec.to_builtins(item)
    edits = [each for each in _flip(plain, random) if each]
    if not edits:
        return None
    try:
        return msgspec.convert({**plain, **random.choice(edits)}, type(item), strict=False)
    except msgspec.ValidationError:
        return None


def _flip(plain: dict[str, Any], random: Random) -> Iterator[dict[str, Any]]:
    key, wrong = plain.get("key"), plain.get("distractors")
    if key in (True, False, "true", "false"):
        yield {"key": not key if isinstance(key, bool) else {"true": "false", "false": "true"}[str(key)]}
    elif key in ("A", "B"):
        yield {"key": "B" if key == "A" else "A"}
    elif isinstance(key, str) and wrong:
        place = random.randrange(len(wrong))
        others = [dict(each) for each in wrong]
        key_now, others[place]["text"] = others[place]["text"], key
        yield {"key": key_now, "distractors": others}
    elif isinstance(key, str) and plain.get("wrong"):
        yield {"key": plain["wrong"][0]["value"], "wrong": [{**plain["wrong"][0], "value": key}, *plain["wrong"][1:]]}
    for field in ("pairs", "steps", "events", "order"):
        rows = plain.get(field)
        if isinstance(rows, list | tuple) and len(rows) > 1:
            yield {field: _turn_rows(list(rows), random)}


def _turn_rows(rows: list[Any], random: Random) -> list[Any]:
    one, other = random.sample(range(len(rows)), 2)
    turned = [dict(row) if isinstance(row, dict) else row for row in rows]
    if isinstance(turned[0], dict) and len(turned[0]) >= 2:
        field = list(turned[0])[1]
        turned[one][field], turned[other][field] = turned[other].get(field), turned[one].get(field)
    else:
        turned[one], turned[other] = turned[other], turned[one]
    return turned
