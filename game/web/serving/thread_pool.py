"""Threads for what is slow: the disk and the game never hold up the answers to other requests."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

THREADS = 8

T = TypeVar("T")


class ThreadPool:
    """Some threads."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(THREADS, "tour")

    async def run(self, do: Callable[[], T]) -> T:
        """What comes of doing something slow."""
        # With the variables of the request, such as its look.
        context = copy_context()
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: context.run(do))

    def close(self) -> None:
        """End the threads, once they have done what they do."""
        self._pool.shutdown()
