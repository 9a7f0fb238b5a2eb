"""How much an address may ask for: a store that fills by itself, from which each request takes one."""

from collections import OrderedDict
from collections.abc import Callable

MAX_ADDRESSES = 10_000
"""Addresses that are remembered. Whoever has not asked for long has a full store anyway."""


class Allowance:
    """A store for each address."""

    def __init__(self, size: float, per_second: float, clock: Callable[[], float]) -> None:
        """Make it.

        Args:
            size: How many requests may come at once.
            per_second: How many may come after that.
            clock: Gives seconds that only go up.
        """
        self._size, self._per_second, self._clock = size, per_second, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> bool:
        """Whether an address may ask for one thing more now; if so, it has asked."""
        now = self._clock()
        left, at = self._left.pop(address, (self._size, now))
        left = min(self._size, left + (now - at) * self._per_second)
        self._left[address] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > MAX_ADDRESSES:
            self._left.popitem(last=False)
        return left >= 1
