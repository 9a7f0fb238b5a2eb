"""Items made wrong on purpose: what an author can get wrong in a key, made from every item of a bank.

``python -m tests.key_faults`` prints how many of them lint finds, by kind.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from game.content.load import load
from game.core.paths import shipped
from game.pack.kinds import (
    Agreement,
    Choice,
    HowSure,
    Item,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TrueFalse,
    TwoTier,
    WhichSource,
    name_kind,
)
from game.pack.world import World
from game.quiz.bank import Bank
from game.quiz.lint import check_item
from game.quiz.lint.fact_gists import FactGists


class KeyFault(NamedTuple):
    """An item with one fault, and what was done to it."""

    kind: str
    """Kind of the item, as packs write it."""
    what: str
    """What was done."""
    item: Item


def make_faults(item: Item, world: World) -> Iterator[KeyFault]:
    """Every fault of its key that an item can be given."""
    for what, changed in _change(item, world):
        yield KeyFault(name_kind(item), what, changed)


def _change(item: Item, world: World) -> Iterator[tuple[str, Item]]:  # noqa: C901 - one case a kind, nothing else
    match item:
        case Choice():
            yield from _swap_options(item)
        case TwoTier():
            yield from _swap_options(item)
            yield from _swap_proofs(item)
        case Short():
            yield from _swap_options(item)
            yield from _name_others(item, world)
        case Multiple():
            yield from _swap_many(item)
        case Number():
            yield from _change_figure(item)
        case TrueFalse():
            yield "flipped", replace(item, key=not item.key)
        case Order():
            for one, other in combinations(range(len(item.steps)), 2):
                yield "two steps exchanged", replace(item, steps=_exchange(item.steps, one, other))
        case Match():
            for one, other in combinations(range(len(item.pairs)), 2):
                rights = _exchange(tuple(pair.right for pair in item.pairs), one, other)
                pairs = tuple(replace(p, right=right) for p, right in zip(item.pairs, rights, strict=True))
                yield "two targets exchanged", replace(item, pairs=pairs)
        case WhichSource():
            for key in (*world.sources, "all", "none"):
                if key != item.key:
                    yield f"{item.key} keyed {key}", replace(item, key=key)
        case Agreement():
            for key in (*world.sources, "agree", "differ"):
                if key != item.key:
                    yield f"{item.key} keyed {key}", replace(item, key=key)
        case HowSure():
            for fact in _list_other_strengths(item, world):
                yield "resting on a fact of another strength", replace(item, facts=(fact, *item.facts[1:]))


def _exchange(texts: Sequence[str], one: int, other: int) -> tuple[str, ...]:
    changed = list(texts)
    changed[one], changed[other] = changed[other], changed[one]
    return tuple(changed)


def _swap_options(item: Choice | TwoTier | Short) -> Iterator[tuple[str, Item]]:
    for place, wrong in enumerate(item.distractors):
        changed = list(item.distractors)
        changed[place] = replace(wrong, text=item.key)
        yield "key and wrong option exchanged", replace(item, key=wrong.text, distractors=tuple(changed))


def _swap_proofs(item: TwoTier) -> Iterator[tuple[str, Item]]:
    for place, reason in enumerate(item.reasons):
        changed = list(item.reasons)
        changed[place] = replace(reason, fact=item.facts[0])
        facts = (reason.fact, *(fact for fact in item.facts[1:] if fact != reason.fact))
        yield "proof and another fact exchanged", replace(item, facts=facts, reasons=tuple(changed))


def _name_others(item: Short, world: World) -> Iterator[tuple[str, Item]]:
    entities = list(world.entities.values())
    mine = next((each for each in entities if item.key in (each.name, *each.names)), None)
    taken = {item.key, *item.accepted, *(each.text for each in item.distractors)}
    kind = mine.kind if mine else "drink"
    others = [
        each.name
        for each in entities
        if each.kind == kind and not taken & {each.name, *each.names} and item.key not in each.name
    ]
    # Every one would be hundreds; a few from places that depend on the item are as good.
    for step in range(min(3, len(others))):
        other = others[(len(item.id) + step * 7) % len(others)]
        yield "another entity as key", replace(item, key=other, accepted=())


def _swap_many(item: Multiple) -> Iterator[tuple[str, Item]]:
    for at, key in enumerate(item.keys):
        for place, wrong in enumerate(item.distractors):
            distractors = list(item.distractors)
            distractors[place] = replace(wrong, text=key)
            keys = tuple(wrong.text if index == at else each for index, each in enumerate(item.keys))
            yield "a key and a wrong option exchanged", replace(item, keys=keys, distractors=tuple(distractors))


def _change_figure(item: Number) -> Iterator[tuple[str, Item]]:
    for place, wrong in enumerate(item.wrong):
        changed = list(item.wrong)
        changed[place] = replace(wrong, value=item.key)
        yield "key and wrong figure exchanged", replace(item, key=wrong.value, wrong=tuple(changed))
    for step in (-1, 1, 10):
        figure = f"{float(item.key) + step:g}"
        if figure not in {each.value for each in item.wrong}:
            yield "another figure as key", replace(item, key=figure)


def _list_other_strengths(item: HowSure, world: World) -> list[str]:
    """Facts of another strength that tell something of the same subject."""
    first = world.facts[item.facts[0]]
    subject = first.of.partition(".")[0]
    return [
        fact.id
        for fact in world.facts.values()
        if fact.strength != first.strength and fact.of.partition(".")[0] == subject and not fact.rumour
    ][:4]


def count_found(world: World) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]], list[KeyFault]]:
    """Faults found and made, by kind and by what was done; and those that were not found."""
    gists, found, made, missed = FactGists(world), Counter[tuple[str, str]](), Counter[tuple[str, str]](), []
    for item in Bank(world).items.values():
        before = set(check_item(item, gists))
        for fault in make_faults(item, world):
            made[fault.kind, fault.what] += 1
            if set(check_item(fault.item, gists)) - before:
                found[fault.kind, fault.what] += 1
            else:
                missed.append(fault)
    return found, made, missed


def _print_shares() -> None:
    world = load(shipped("rooms")).world
    assert world is not None, "carriages check says what is wrong"
    found, made, missed = count_found(world)
    for (kind, what), number in sorted(made.items()):
        sys.stdout.write(f"{kind:14}{what:48}{found[kind, what]:4} of {number:4}\n")
    sys.stdout.write(f"{'all':62}{found.total():4} of {made.total():4}\n")
    sys.stdout.writelines(f"not found: {fault.item.id}, {fault.what}\n" for fault in missed)


if __name__ == "__main__":
    _print_shares()
