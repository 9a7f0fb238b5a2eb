"""The room of a live round: the answers of each pupil, as sealed lines like those of an exam.

The exam is the file that candidates get. It holds no key, so nothing that is reached from here can tell one.
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec.structs import replace

from game.app.exam_beginning import write_beginning
from game.app.exam_policy import ExamPolicy
from game.pack.kinds import Item, Response, Shown, read_response
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_events import Rules
from game.store.attempt_shelf import AttemptShelf
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from game.web.exam_answer import Moved
from game.web.live_tally import Given
from game.web.pupils import Pupil
from game.web.thread_pool import ThreadPool

T = TypeVar("T")


class NotKeptError(OSError):
    """An answer could not be kept."""


class LiveSeat:
    """One pupil's answers. Whoever uses it holds its lock."""

    def __init__(self, pupil: Pupil) -> None:
        self.lock = asyncio.Lock()
        self.pupil = pupil
        self.attempt: Attempt | None = None
        """None before the first answer."""
        self.policy: ExamPolicy | None = None
        """Writes the attempt; None before this process has written to it."""
        self.moved: Moved | None = None
        """An order that is being made."""
        self.unsent = ""
        """What was sent last and is no answer, so that it can be mended."""
        self.turn = -1
        """The turn of the round to which the two belong."""

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
        self._seats: dict[str, LiveSeat] = {}

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.paper.items)

    def show(self, place: int, pupil: Pupil) -> Shown:
        """A question as one pupil sees it."""
        return self.paper.show(self.paper.items[place], pupil.name)

    async def run(self, pupil: Pupil, do: Callable[[LiveSeat], T]) -> T:
        """What comes of doing something with a pupil's answers, one thing at a time."""
        seat = self._seats.setdefault(pupil.key, LiveSeat(pupil))
        async with seat.lock:
            return await self._threads.run(lambda: do(self._read_again(seat)))

    def keep(self, seat: LiveSeat, place: int, response: Response, typed: str) -> None:
        """Keep an answer in place of the one before.

        Raises:
            NotKeptError: It cannot be kept.
            OSError: The attempt cannot be begun.
        """
        policy = self._open(seat, place)
        policy.questions.place = place
        reply = policy.answer(response, typed)
        if policy.record.is_elsewhere or policy.record.attempt.file.is_behind:
            seat.policy = None
            raise NotKeptError(0, " ".join(line.text for line in reply.notice))

    def hand_in(self, seat: LiveSeat) -> None:
        """Hand in what a pupil has answered; nothing where that is nothing.

        Raises:
            OSError: It cannot be kept.
        """
        if seat.attempt is not None and seat.attempt.handed_in is None:
            self._open(seat, 0).hand_in()

    async def collect(self, pupils: Iterable[Pupil], place: int) -> list[Given]:
        """What pupils have answered to a question."""
        item = self.paper.items[place]
        lines = [(pupil, await self.run(pupil, lambda seat: seat.get_line(item))) for pupil in pupils]
        read = [(pupil, line, read_response(self.show(place, pupil), line)) for pupil, line in lines if line]
        return [Given(pupil.name, line, response) for pupil, line, response in read if response]

    def _open(self, seat: LiveSeat, place: int) -> ExamPolicy:
        """What writes the attempt of a pupil, which begins with the first answer."""
        if seat.policy is None:
            is_new = seat.attempt is None
            attempt = seat.attempt or self._shelf.create(write_beginning(self.exam, self.paper, seat.pupil.name))
            seat.attempt, seat.policy = attempt, ExamPolicy(self.paper, attempt)
            seat.policy.questions.place = place
            if is_new or not attempt.events:
                seat.policy.uncover()
            else:
                seat.policy.open()
        return seat.policy

    def _read_again(self, seat: LiveSeat) -> LiveSeat:
        """Take what is kept now; another process may have written."""
        known = seat.attempt
        if known is None or self._shelf.count_lines(known) != known.file.count:
            found = self._shelf.find(seat.pupil.name, self.paper.hash)
            seat.attempt = next(iter((*found.unfinished, *found.handed_in)), None)
            seat.policy = None
        return seat
