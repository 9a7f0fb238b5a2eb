"""The room of a live round: the answers of each pupil, as sealed lines like those of an exam.

The exam is the file that candidates get. It holds no key, so nothing that is reached from here can tell one.
"""

import asyncio
from collections.abc import Callable, Iterable
from errno import EBUSY, EIO
from os import strerror
from typing import TypeVar

from msgspec.structs import replace

from game.app.exam_beginning import write_beginning
from game.app.exam_policy import ExamPolicy
from game.app.quiz_clock import share_clocks
from game.app.teacher_desk import rename_ended
from game.pack.kinds import Item, Response, Shown, read_response
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_events import Rules
from game.store.attempt_file import OpenElsewhereError
from game.store.attempt_shelf import AttemptShelf
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from game.web.classes.pupils import Pupil
from game.web.modes.live_tally import Given
from game.web.modes.own_attempts import find_own_attempts
from game.web.modes.seats import Seats
from game.web.pages.exam_answer import Moved
from game.web.serving.thread_pool import ThreadPool
from game.web.stores.kept_values import News, StoreAwayError

T = TypeVar("T")

TRIES = 5
"""How often an answer is kept anew where another server comes first."""


class LiveSeat:
    """One pupil's answers. Whoever uses it holds its lock."""

    def __init__(self, pupil: Pupil) -> None:
        self.lock = asyncio.Lock()
        self.pupil = pupil
        self.attempt: Attempt | None = None
        """None before the first answer."""
        self.policy: ExamPolicy | None = None
        """Writes the attempt; None before this process has written to it."""
        self.earlier = 0
        """Attempts that lie under the name that the pupil has now."""
        self.is_opened = self.is_stale = False
        """Whether an attempt was looked for, and whether another server may have written since."""
        self.moved: Moved | None = None
        """An order that is being made."""
        self.unsent = ""
        """What was sent last and is no answer, so that it can be mended."""
        self.turn = -1
        """The turn of the round to which the two belong."""

    @property
    def candidate(self) -> str:
        """The name by which options are mixed: the one that the attempt was begun with, whatever came after."""
        return self.attempt.begun.candidate if self.attempt is not None else self.pupil.name

    def forget(self) -> None:
        """Read anew what is kept, before the next thing is done."""
        self.attempt, self.policy, self.is_opened = None, None, False

    def take_turn(self, turn: int) -> None:
        """Forget what was begun in an earlier turn of the round."""
        if turn != self.turn:
            self.turn, self.moved, self.unsent = turn, None, ""

    def get_line(self, item: Item) -> str:
        """The answer that is kept; empty for none."""
        kept = self.attempt.responses.get(item.id, ()) if self.attempt is not None else ()
        return kept[0] if kept else ""


class LiveRoom:
    """The answers of one class at one paper."""

    def __init__(self, exam: CandidatesExam, shelf: AttemptShelf, threads: ThreadPool) -> None:
        """Make it.

        Args:
            exam: Whose questions are asked.
            shelf: Where attempts are kept.
            threads: Where all that is slow runs.
        """
        # The teacher opens and closes: a round has no other clock.
        self.exam = replace(exam, rules=Rules(), allowances={})
        self.paper = KeylessPaper(exam.questions, exam.title, exam.tour)
        self._shelf, self._threads = shelf, threads
        self._clocks = share_clocks() if shelf.is_shared else None
        self._seats = Seats(LiveSeat)

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.paper.items)

    def show(self, place: int, seat: LiveSeat) -> Shown:
        """A question as one pupil sees it."""
        return self.paper.show(self.paper.items[place], seat.candidate)

    async def glance(self, pupil: Pupil, look: Callable[[LiveSeat], T]) -> T:
        """What a look at a pupil's answers gives, where what other servers have told is new enough.

        A wall looks at hundreds each second, so what is in memory is looked at without a thread.

        Raises:
            OSError: What is kept cannot be read.
        """
        seat = self._seats.find(pupil)
        if seat.is_opened and not seat.is_stale and not seat.lock.locked():
            return look(seat)
        return await self.run(pupil, look, is_glance=True)

    async def run(self, pupil: Pupil, do: Callable[[LiveSeat], T], *, is_glance: bool = False) -> T:
        """What comes of doing something with a pupil's answers, one thing at a time.

        Args:
            pupil: Whose answers they are.
            do: What is done.
            is_glance: Whether what other servers have told is new enough. Else the lines that are kept are counted.

        Raises:
            OSError: What is kept cannot be read, or what was done not be kept.
        """
        seat = self._seats.find(pupil)
        async with seat.lock:
            return await self._threads.run(lambda: do(self._read_again(seat, is_glance=is_glance)))

    def hear(self, news: News) -> None:
        """Remember what other servers have done, so that it is read before the next thing is done here."""
        self._seats.hear(news)

    def keep(self, seat: LiveSeat, place: int, response: Response, typed: str) -> None:
        """Keep an answer in place of the one before.

        Raises:
            OSError: It cannot be kept. Then nothing of it is left here.
        """
        self._write(seat, place, lambda policy: policy.answer(response, typed))

    def hand_in(self, seat: LiveSeat) -> None:
        """Hand in what a pupil has answered; nothing where that is nothing.

        Raises:
            OSError: It cannot be kept.
        """
        if seat.attempt is not None and seat.attempt.handed_in is None:
            self._write(seat, 0, ExamPolicy.hand_in)

    def rename(self, seat: LiveSeat, name: str) -> None:
        """Write the new name of a pupil into the attempt, if there is one.

        Raises:
            OSError: It cannot be kept.
        """
        if seat.attempt is not None:
            rename_ended(seat.attempt, name, self._clocks)

    def _write(self, seat: LiveSeat, place: int, do: Callable[[ExamPolicy], object]) -> None:
        """Add to the attempt of a pupil; again where another server came first."""
        for _ in range(TRIES):
            try:
                policy = self._open(seat, place)
            except OpenElsewhereError:
                self._find(seat)
                continue
            policy.questions.place = place
            do(policy)
            is_elsewhere, is_behind = policy.record.is_elsewhere, policy.record.attempt.file.is_behind
            if not is_elsewhere and not is_behind:
                return
            seat.forget()
            if not is_elsewhere:
                raise StoreAwayError(EIO, strerror(EIO))
            self._find(seat)
        raise StoreAwayError(EBUSY, strerror(EBUSY))

    async def collect(self, pupils: Iterable[Pupil], place: int) -> list[Given]:
        """What pupils have answered to a question."""
        item = self.paper.items[place]

        def read(seat: LiveSeat) -> Given | None:
            line = seat.get_line(item)
            response = read_response(self.show(place, seat), line) if line else None
            return Given(seat.candidate, line, response) if response else None

        found = [await self.glance(pupil, read) for pupil in pupils]
        return [given for given in found if given is not None]

    def _open(self, seat: LiveSeat, place: int) -> ExamPolicy:
        """What writes the attempt of a pupil, which begins with the first answer."""
        if seat.policy is None:
            if seat.attempt is None:
                begun = write_beginning(self.exam, self.paper, seat.pupil.name, self._clocks)
                seat.attempt = self._shelf.create(begun, seat.earlier)
                self._seats.take(seat, seat.attempt)
            seat.policy = ExamPolicy(self.paper, seat.attempt, clocks=self._clocks)
            seat.policy.questions.place = place
            seat.policy.open() if seat.attempt.events else seat.policy.uncover()
        return seat.policy

    def _read_again(self, seat: LiveSeat, *, is_glance: bool) -> LiveSeat:
        """Take what is kept now; another server may have written."""
        if self._shelf.is_shared and (seat.is_stale or not is_glance):
            seat.is_stale = False
            if seat.attempt is None or self._shelf.count_lines(seat.attempt) != seat.attempt.file.count:
                seat.forget()
        if not seat.is_opened:
            self._find(seat)
        return seat

    def _find(self, seat: LiveSeat) -> None:
        """Find the attempt that a pupil has begun before a restart, or at another server."""
        found = find_own_attempts(self._shelf, seat.pupil, self.paper.hash)
        seat.forget()
        seat.attempt, seat.earlier = next(iter((*found.unfinished, *found.handed_in)), None), found.earlier
        seat.is_opened = True
        if seat.attempt is not None:
            self._seats.take(seat, seat.attempt)
