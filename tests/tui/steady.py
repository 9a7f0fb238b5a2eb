"""A pilot that waits for what the app still has to do, so that no test depends on how busy the machine is.

Textual's own pilot takes an app for idle when the process has used little time for 20 ms. On a busy machine a process
that was not given any time looks the same, so keys arrived before the screen they were meant for. This pilot asks all
message queues instead, and the screen whether it has painted. It takes the place of Textual's own in all tests of
screens (see ``conftest.py``), so a test is written as Textual's documentation shows it.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.message_pump import MessagePump
from textual.pilot import Pilot

PATIENCE = 30.0
"""Seconds after which what is waited for counts as never coming: far more than any step takes on any machine."""

QUIET_ROUNDS = 2
"""Rounds in a row without any message: one alone may fall between a message that ends and the one it sends."""


async def wait_until(condition: Callable[[], object], *, seconds: float = PATIENCE) -> None:
    """Return once a condition on public state holds; fail after so many seconds."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


class SteadyPilot(Pilot[Any]):
    """Textual's pilot, but each key, click and pause returns only when the app has nothing left to do."""

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each after all that the one before has caused."""
        for key in keys:
            await super().press(key)
            await self.settle()

    async def pause(self, delay: float | None = None) -> None:
        """Wait for the app; then, with a delay, for so many seconds more."""
        await self.settle()
        await super().pause(delay)

    async def settle(self) -> None:
        """Return once no message is under way and the screen is painted, or the app has ended."""
        quiet = 0
        async with asyncio.timeout(PATIENCE):
            while quiet < QUIET_ROUNDS and self._is_running:
                await self._pass_round()
                quiet = 0 if any(pump.message_queue_size for pump in self._pumps()) else quiet + 1

    @property
    def _is_running(self) -> bool:
        return self.app.is_running and self.app.return_code is None

    def _pumps(self) -> list[MessagePump]:
        """The app, its screen, and all that is on it."""
        return [self.app, *self.app.screen.walk_children(with_self=True)]

    async def _pass_round(self) -> None:
        """Let everything that takes messages take one more, and the screen paint."""
        await asyncio.sleep(0)
        left = 0
        done = asyncio.Event()

        def count_down() -> None:
            nonlocal left
            left -= 1
            if not left:
                done.set()

        screen = self.app.screen
        left = sum([*(pump.call_later(count_down) for pump in self._pumps()), screen.call_after_refresh(count_down)])
        # An app that ends takes no more messages, and a screen that is closed never paints: look again now and then.
        while not done.is_set() and self._is_running and self.app.screen is screen:
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), 0.05)
