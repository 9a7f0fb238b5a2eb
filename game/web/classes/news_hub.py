"""News of a class: who listens, and what each listener has still to be told.

News name no question, no mark and no pupil. They say that there is something to look at; the page then asks for itself.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Literal, NamedTuple

Role = Literal["pupil", "board", "wall"]
NewsName = Literal["count", "left", "go", "look"]
"""How many are in; seconds that are left; the page of a pupil is another one now; the page shows something new."""

NEWS_PATH, BOARD_NEWS_PATH, WALL_NEWS_PATH = "/news", "/board/news", "/wall/news"
"""The addresses of the streams of pupils, boards and walls."""
SHOWN, AT = "shown", "at"


def find_news_path(state: str) -> str:
    """The stream for a pupil's page of a state. If the pupil is in another one by now, the page is told at once."""
    return f"{NEWS_PATH}?{SHOWN}={state}"


def find_following_path(activity: str) -> str:
    """The stream for a page that stays while the class goes on. If it does something else by now, that is told at once.

    Args:
        activity: What the class does, as its site names it.
    """
    return f"{NEWS_PATH}?{AT}={activity}"


MAX_STREAMS = {"pupil": 2, "board": 20, "wall": 20}
"""Streams of one pupil, of all boards and of all walls."""
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_HINTS = 3.0
MAX_SECONDS_WITHOUT_LOOK = 10.0
"""Clocks go on, and exams end by them, though nobody sends anything."""


class Listener:
    """One stream. What it was not told yet is kept once for each kind of news, so that nothing can pile up."""

    def __init__(self, role: Role, who: str, is_open: Callable[[], bool]) -> None:
        self.role, self.who, self.is_open = role, who, is_open
        self.is_ended = False
        self._untold: dict[NewsName, str] = {}
        self._something = asyncio.Event()

    def tell(self, name: NewsName, value: str = "") -> None:
        """Let the stream say something."""
        self._untold[name] = value
        self._something.set()

    def end(self) -> None:
        """Let the stream end."""
        self.is_ended = True
        self._something.set()

    async def wait(self, seconds: float) -> dict[NewsName, str]:
        """What there is to say now, or within some seconds."""
        with suppress(TimeoutError):
            if not self._something.is_set():
                await asyncio.wait_for(self._something.wait(), seconds)
        self._something.clear()
        untold, self._untold = self._untold, {}
        return untold


class _Told(NamedTuple):
    """What was last told to all."""

    pupils: int = -1
    stage: str = ""


class NewsHub:
    """All streams of one class in this process."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Make it.

        Args:
            clock: Gives seconds that only go up.
        """
        self._clock = clock
        self._listeners: list[Listener] = []
        self._told = _Told()
        self._is_touched = self._is_hinted = False
        self._looked = float("-inf")

    def listen(self, role: Role, who: str, is_open: Callable[[], bool]) -> Listener | None:
        """A new stream; None where there are as many as may be.

        Args:
            role: Of the page.
            who: The pupil; empty for a board or a wall.
            is_open: Whether somebody is still at the other end.
        """
        # Who reloads a page leaves a stream behind, which is found dead only when something is written to it.
        for listener in [each for each in self._listeners if not each.is_open()]:
            self.leave(listener)
        if sum(each.role == role and each.who == who for each in self._listeners) >= MAX_STREAMS[role]:
            return None
        listener = Listener(role, who, is_open)
        self._listeners.append(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """A stream has ended."""
        listener.end()
        if listener in self._listeners:
            self._listeners.remove(listener)

    def touch(self) -> None:
        """Something has changed that boards and walls show."""
        self._is_touched = True
        self._look()

    def turn_pages(self) -> None:
        """Something has changed that decides what pupils see."""
        self._tell_all("go", "", "pupil")

    def tell_pupil(self, who: str, name: NewsName, value: str = "") -> None:
        """Tell the pages of one pupil that are open here."""
        for listener in self._listeners:
            if listener.role == "pupil" and listener.who == who:
                listener.tell(name, value)

    def is_here(self, who: str) -> bool:
        """Whether a page of a pupil is open and listens."""
        return any(each.role == "pupil" and each.who == who and each.is_open() for each in self._listeners)

    def hint(self) -> None:
        """Something was kept, here or by another process. Most of it is known already, so it waits a little."""
        self._is_hinted = True

    def tick(self, pupils: int, stage: str) -> None:
        """Some time has gone by.

        Args:
            pupils: How many pupils are in.
            stage: What decides which page a pupil sees. Another one is news for all.
        """
        if pupils != self._told.pupils:
            self._tell_all("count", str(pupils))
            self._is_touched = True
        if stage != self._told.stage and self._told.stage:
            self._tell_all("go", "", "pupil")
            self._is_touched = True
        self._told = _Told(pupils, stage)
        since = self._clock() - self._looked
        if since >= MAX_SECONDS_WITHOUT_LOOK or (self._is_hinted and since >= SECONDS_BETWEEN_HINTS):
            self._is_touched = True
        self._look()

    def close(self) -> None:
        """End all streams."""
        for listener in list(self._listeners):
            self.leave(listener)

    def _look(self) -> None:
        """Let boards and walls look, at most once a second; the next tick brings what comes too early."""
        now = self._clock()
        if not self._is_touched or now - self._looked < SECONDS_BETWEEN_LOOKS:
            return
        self._is_touched, self._is_hinted, self._looked = False, False, now
        self._tell_all("look", "", "board", "wall")

    def _tell_all(self, name: NewsName, value: str, *roles: Role) -> None:
        for listener in self._listeners:
            if not roles or listener.role in roles:
                listener.tell(name, value)
