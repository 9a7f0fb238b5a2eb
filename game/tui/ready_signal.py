"""The signal that an app has painted, for tests and for any program that controls a screen from outside.

A program that sends a key must know when it can read the answer. Sleeping is slow and fails on a busy machine; polling
private fields makes the program depend on them. So every app announces two things: that it is ready for the first key,
and, each time, that the result of a line or a key has been painted.
"""

import asyncio


class ReadySignal:
    """What an app has announced so far."""

    def __init__(self) -> None:
        self.is_ready = asyncio.Event()
        """Set once the first screen that takes keys is painted."""
        self.painted = 0
        """How often the app has painted the result of a line or an opened screen; it only grows."""
        self._changed = asyncio.Event()

    def announce_ready(self) -> None:
        """The first screen is painted."""
        self.is_ready.set()

    def announce_painted(self) -> None:
        """The result of the last line is painted."""
        self.painted += 1
        # A new event each time: an event that is set and cleared at once would not wake a task that begins to wait
        # later.
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def wait_until_ready(self, seconds: float = 30.0) -> None:
        """Return once the first screen is painted.

        Raises:
            TimeoutError: It was not painted within the given seconds.
        """
        await asyncio.wait_for(self.is_ready.wait(), seconds)

    async def wait_until_painted(self, count: int, seconds: float = 30.0) -> None:
        """Return once ``painted`` has reached a count: one more than before the key was sent.

        Raises:
            TimeoutError: It did not reach it within the given seconds.
        """
        async with asyncio.timeout(seconds):
            while self.painted < count:
                await self._changed.wait()
