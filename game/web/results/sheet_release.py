"""Releases the sheets of an exam: when the teacher wants it, or by the rule of the set-up once it is over for all.

First nobody can begin any more, then it is seen whether anybody is answering: nobody learns a key who may still use it.
"""

import asyncio
from collections.abc import AsyncIterator, Container, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from aiohttp import web

from game.app.exam_beginning import find_missed_beginning
from game.core.clock import now
from game.store.exam_files import Allowance, CandidatesExam, apply_allowance
from game.web.classes.class_site import ClassSite
from game.web.modes.exam_mode import ExamMode
from game.web.modes.sheet_shelf import SheetShelf
from game.web.results.class_marks import ClassMarks, NoMarksError
from game.web.stores.class_plan import ClassPlan

SECONDS_BETWEEN_LOOKS = 2.0


class SeatState(NamedTuple):
    """How far one pupil is with the exam."""

    key: str
    name: str
    has_begun: bool
    is_done: bool


class SheetRelease:
    """Releases the sheets of one class."""

    def __init__(self, site: ClassSite, exam: ExamMode, marks: ClassMarks, sheets: SheetShelf) -> None:
        self._site, self._exam, self._marks, self._sheets = site, exam, marks, sheets

    def list_released(self, exam: str) -> Container[str]:
        """The attempts whose sheets are out.

        Raises:
            OSError: They cannot be read.
        """
        return self._sheets.load(exam) or {}

    async def list_unfinished(self, exam: str) -> list[str]:
        """The pseudonyms of those who have begun an exam and not handed in, also before a restart."""
        return [state.name for state in await self._list_states(exam) if state.has_begun and not state.is_done]

    async def release(self, exam: str, one: str = "") -> list[str]:
        """Release the sheets of all, or of one attempt; who is still answering, where that forbids it.

        Raises:
            NoMarksError: It cannot be marked here.
            OSError: The sheets cannot be kept.
        """
        run = self._site.house.threads.run
        await run(lambda: self._marks.require_keys(exam))
        await run(lambda: self._sheets.keep(exam, {}))
        try:
            unfinished = await self.list_unfinished(exam)
            if unfinished:
                return unfinished
            made = await run(lambda: self._marks.make_sheets(exam))
            # Again: another server may have looked just before, and let somebody begin just after.
            unfinished = await self.list_unfinished(exam)
            if not unfinished:
                wanted = {attempt: sheet for attempt, sheet in made.items() if one in ("", attempt)}
                await run(lambda: self._sheets.keep(exam, wanted))
            return unfinished
        finally:
            # Where no sheet has come out, the exam is open as before.
            await run(lambda: self._sheets.reopen(exam))

    async def keep_rule(self, _: web.Application) -> AsyncIterator[None]:
        """Follow the rule of the set-up while the application runs."""
        looking = asyncio.create_task(self._look_for_ever())
        yield
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking

    async def _look_for_ever(self) -> None:
        while True:
            # What cannot be marked or kept now is tried again; the teacher is told when asking for it.
            with suppress(NoMarksError, OSError):
                await self._follow_rule()
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)

    async def _follow_rule(self) -> None:
        plan, room = self._site.house.plan, self._exam.marked_room
        if plan.sheets != "end" or room is None:
            return
        if await self._site.house.threads.run(lambda: self._sheets.load(plan.marked_exam)):
            return
        if is_over_for_all(plan, room.exam, await self._list_states(plan.marked_exam), now()):
            await self.release(plan.marked_exam)

    async def _list_states(self, exam: str) -> list[SeatState]:
        """How far all are with an exam, which is no live round: to open a seat may write to its attempt."""
        if not exam:
            return []
        room, pupils = self._exam.open_room(exam), self._site.house.pupils
        for pupil in pupils:
            # The clocks of an exam stand still while the class does something else.
            await room.tick(pupil)
        seats = [await room.run(pupil, lambda seat: seat) for pupil in pupils]
        return [
            SeatState(seat.pupil.key, seat.pupil.name, seat.attempt is not None, seat.done is not None)
            for seat in seats
        ]


def is_over_for_all(plan: ClassPlan, exam: CandidatesExam, states: Sequence[SeatState], moment: datetime) -> bool:
    """Whether somebody has sat an exam, and nobody can answer it any more.

    Args:
        plan: What the class does.
        exam: The exam.
        states: How far all are who have joined.
        moment: Now.
    """
    if not any(state.is_done for state in states) or any(state.has_begun and not state.is_done for state in states):
        return False
    if plan.mode != "exam":
        return True
    if not all(state.is_done or _is_too_late(exam, state.name, moment) for state in states):
        return False
    joined = {state.key for state in states}
    is_complete = not plan.takes_new or bool(plan.roster and plan.roster <= joined)
    return is_complete or _is_too_late_for_others(exam, moment)


def _is_too_late(exam: CandidatesExam, name: str, moment: datetime) -> bool:
    return find_missed_beginning(exam.find_rules(name), moment) is not None


def _is_too_late_for_others(exam: CandidatesExam, moment: datetime) -> bool:
    """Whether it is too late even for somebody unknown who has the latest end of all."""
    latest = max((each.end_minutes for each in exam.allowances.values()), default=0.0)
    rules = apply_allowance(exam.rules, Allowance(end_minutes=max(latest, 0.0)))
    return find_missed_beginning(rules, moment) is not None
