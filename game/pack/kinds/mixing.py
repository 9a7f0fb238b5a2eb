"""The order in which options are shown, the same on every machine and Python.

A kind asks a Mixer and never a random number: the seed, the candidate and the item decide the order, and not the path
walked or the order of the kinds in memory.
"""

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct

from game.core.digests import blake2b

T = TypeVar("T")


class Mixer(Struct, frozen=True):
    """Puts the options of one item in order, for one candidate."""

    seed: str
    """Seed, candidate and item, joined by colons."""
    item_id: str
    by: str = "seed"
    """``seed``; ``authors`` for one order for everybody; ``words`` for an order that depends on the texts alone."""

    def mix(
        self, values: tuple[T, ...], salt: str = "", words: Callable[[T], str] = lambda value: str(value)
    ) -> tuple[T, ...]:
        """The values in their order.

        Args:
            values: What is put in order.
            salt: Tells two lists of one item apart; empty for its options.
            words: What a candidate reads of a value, where that is not the value itself.
        """
        if self.by == "words":
            return tuple(sorted(values, key=lambda value: place_of(self.item_id, words(value))))
        return shuffle(values, self.seed + salt) if self.by == "seed" else values

    def mix_keyed(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Options whose first one is the key where an author writes them: that order would tell every key."""
        return (
            self.mix(values)
            if self.by == "seed"
            else tuple(sorted(values, key=lambda text: place_of(self.item_id, text)))
        )

    def always_mix(self, values: tuple[T, ...]) -> tuple[T, ...]:
        """The values shuffled even where the authors' order is kept: for what would otherwise show its own key."""
        return shuffle(values, self.seed)


def shuffle(values: tuple[T, ...], seed: str) -> tuple[T, ...]:
    """The values in the order a seed decides, on every machine and Python.

    Our own Fisher-Yates over ``Random.random()``: Python promises that method's sequence across versions, and not
    ``shuffle``'s.
    """
    from random import Random  # 2 ms that the first prompt does not need

    random, mixed = Random(seed), list(values)
    for last in reversed(range(len(mixed))):
        other = int(random.random() * (last + 1))
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return tuple(mixed)


def place_of(item_id: str, text: str) -> bytes:
    """What an option is sorted by among the others of its item, so that the key of the authors' order never shows."""
    return blake2b(f"{item_id}:{text}".encode("utf-8", "replace"), digest_size=8).digest()
