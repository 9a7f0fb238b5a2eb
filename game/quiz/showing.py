"""An item as it is shown: its lettered options and numbered rows, in an order that the seed and the item decide."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from game.pack.items import (
    Agreement,
    Choice,
    HowSure,
    Item,
    Match,
    Number,
    Order,
    Short,
    TrueFalse,
    TwoTier,
    WhichSource,
)
from game.pack.world import World

T = TypeVar("T")

TRUE, FALSE = "True", "False"
ALL, NONE = "all", "none"
"""What a which-source item can be keyed to, besides the ids of sources."""

AGREE, DIFFER = "agree", "differ"
"""What an agreement item can be keyed to, besides the ids of sources."""

STRENGTHS = {
    "stated": "It says so flatly",
    "reported": "It passes on what someone else said",
    "photo": "It rests on a picture or footage",
    "speculated": "It hedges: likely, seems, may",
}
"""Strength of a fact -> the option that names it."""


class Shown(Struct, frozen=True):
    """An item with its options in the order in which they are shown."""

    item: Item
    options: tuple[str, ...] = ()
    """Answered by letters: A is the first. Empty for a figure or words of one's own."""
    rows: tuple[str, ...] = ()
    """Numbered from 1: what the letters are matched to, or the facts of which one proves the answer."""
    reasons: tuple[str, ...] = ()
    """Of a two-tier item, the id of each row's fact."""


def shuffled(values: Sequence[T], seed: str) -> tuple[T, ...]:
    """The values in the order a seed decides, on every machine and Python.

    Our own Fisher-Yates over ``Random.random()``: Python promises that method's sequence across versions, and not
    ``shuffle``'s.
    """
    from random import Random  # 2 ms that the first prompt does not need

    random, mixed = Random(seed), list(values)
    for last in range(len(mixed) - 1, 0, -1):
        other = int(random.random() * (last + 1))
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return tuple(mixed)


def show(  # noqa: C901, PLR0911 - one case a kind, nothing else
    item: Item, world: World, seed: int, who: str = "", *, is_shuffled: bool = True
) -> Shown:
    """An item as it is shown to one candidate.

    Args:
        item: The item.
        world: The pack it is from: sources and facts give some kinds their options.
        seed: Decides the order, together with the item and ``who``; never the path walked.
        who: The candidate's code, so that neighbours see different orders; empty when there is none.
        is_shuffled: False to keep the authors' order. What is to be ordered or matched is mixed all the same.
    """
    mix = ":".join((str(seed), *([who] if who else ()), item.id))

    def mixed(values: Sequence[T], salt: str = "") -> tuple[T, ...]:
        return shuffled(values, mix + salt) if is_shuffled else tuple(values)

    match item:
        case Choice():
            return Shown(item, mixed(choices(item)))
        case TrueFalse():
            return Shown(item, (TRUE, FALSE))
        case Number() | Short():
            return Shown(item)
        case Order():
            steps = shuffled(item.steps, mix)
            return Shown(item, steps if steps != item.steps else (*steps[1:], steps[0]))
        case Match():
            return Shown(item, shuffled([pair.right for pair in item.pairs], mix), tuple(p.left for p in item.pairs))
        case WhichSource():
            return Shown(item, tuple(source_options(world).values()))
        case Agreement():
            return Shown(item, tuple(agreement_options(world).values()))
        case HowSure():
            return Shown(item, tuple(STRENGTHS.values()))
        case TwoTier():
            reasons = mixed(reason_ids(item), ":reasons")
            claims = tuple(world.facts[fact_id].claim for fact_id in reasons)
            return Shown(item, mixed(choices(item)), claims, reasons)


def choices(item: Choice | TwoTier) -> tuple[str, ...]:
    """The options in the authors' order, the key first."""
    return (item.key, *(distractor.text for distractor in item.distractors))


def reason_ids(item: TwoTier) -> tuple[str, ...]:
    """The facts among which one proves the key: that one first."""
    return (item.facts[0], *(reason.fact for reason in item.reasons))


def source_options(world: World) -> dict[str, str]:
    """What a which-source item can be keyed to -> the option as shown."""
    named = {source.id: source.title for source in world.sources.values()}
    is_pair = len(named) == 2
    return {**named, ALL: "Both" if is_pair else "All of them", NONE: "Neither" if is_pair else "None of them"}


def agreement_options(world: World) -> dict[str, str]:
    """What an agreement item can be keyed to -> the option as shown."""
    only = {source.id: f"Only {source.title} speaks of it" for source in world.sources.values()}
    return {AGREE: "They agree", DIFFER: "They differ", **only}
