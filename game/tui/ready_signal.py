"""The one signal that says an app has painted: for tests, and for any program that drives a screen from outside.

A driver that sends a key has to know when the answer can be read. To sleep is slow and fails on a busy machine; to poll
private fields ties the driver to them. So every app announces two things: that it is ready for the first key, and, each
time, that what a line or a key brought has been painted.
"""

import asyncio


class ReadySignal:
    """What an app has announced so far."""

    def __init__(self) -> None:
        self.is_ready = asyncio.Event()
        """Set once the first screen that takes keys is up and painted."""
        self.painted = 0
        """How often the app has painted what a line or an opened screen brought; it only grows."""
        self._changed = asyncio.Event()

    def announce_ready(self) -> None:
        """The first screen is painted."""
        self.is_ready.set()

    def announce_painted(self) -> None:
        """What the last line brought is painted."""
        self.painted += 1
        # A fresh event each time: one that is set and cleared at once would wake nobody who begins to wait later.
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def wait_until_ready(self, seconds: float = 30.0) -> None:
        """Return once the first screen is painted.

        Raises:
            TimeoutError: It was not, in so many seconds.
        """
        await asyncio.wait_for(self.is_ready.wait(), seconds)

    async def wait_until_painted(self, count: int, seconds: float = 30.0) -> None:
        """Return once ``painted`` has reached a count: one more than it was before the key was sent.

        Raises:
            TimeoutError: It did not, in so many seconds.
        """
        async with asyncio.timeout(seconds):
            while self.painted < count:
                await self._changed.wait()
