"""What a teacher does from the board: to one pupil, to all, and to the class. Each act is kept in the store."""

import asyncio
import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from game.core.identity import tidy
from game.prose import board_words as words
from game.prose.board_words import Refusal
from game.store.attempt_events import MAX_EXTRA_MINUTES
from game.web.classes.class_site import ClassSite
from game.web.classes.pupils import Pupil
from game.web.classes.teacher_places import find_pupil_path
from game.web.modes.exam_mode import ExamMode
from game.web.modes.exam_room import ExamRoom
from game.web.modes.exam_seat import ExamSeat
from game.web.serving.gate import TEACHERS_PATH
from game.web.teaching.seat_acts import (
    ActRefusedError,
    SeatChange,
    extend_seat,
    give_back_seat,
    hand_in_seat,
    hold_seat,
    release_seat,
    reopen_seat,
    stamp_seat,
    take_back,
)

T = TypeVar("T")

STATUSES: Mapping[Refusal, HTTPStatus] = {
    "not kept": HTTPStatus.SERVICE_UNAVAILABLE,
    "number": HTTPStatus.UNPROCESSABLE_ENTITY,
    "name": HTTPStatus.UNPROCESSABLE_ENTITY,
    "taken": HTTPStatus.UNPROCESSABLE_ENTITY,
    "nobody": HTTPStatus.NOT_FOUND,
}
"""Why an act was not done -> the status; of all others, that something stands against it."""


class ActDone(NamedTuple):
    """What came of an act."""

    text: str
    pupil: Pupil | None = None
    """Whose page shows it; None for the board."""
    status: HTTPStatus = HTTPStatus.OK

    @property
    def path(self) -> str:
        """The page that shows it."""
        return find_pupil_path(self.pupil.key) if self.pupil is not None else TEACHERS_PATH


class BoardActs:
    """All acts of one class's board."""

    def __init__(self, site: ClassSite, exam: ExamMode) -> None:
        self._site, self._exam = site, exam
        self._acting = asyncio.Lock()

    async def perform(self, form: dict[str, str]) -> ActDone:
        """Do what a button of the board wants."""
        pupil = self._site.house.get_pupil(form.get("pupil", ""))
        try:
            if "pupil" in form:
                return ActDone(await self._act_on_one(pupil, form), pupil)
            # One after the other: of two windows that press at one moment, the second finds that something has changed.
            async with self._acting:
                return ActDone(await self._act_on_all(form))
        except ActRefusedError as refused:
            return ActDone(words.REFUSALS[refused.why], pupil, STATUSES.get(refused.why, HTTPStatus.CONFLICT))
        except OSError as bad:
            self._site.gate.report(bad)
            return ActDone(words.REFUSALS["not kept"], pupil, HTTPStatus.SERVICE_UNAVAILABLE)

    # One pupil.

    async def _act_on_one(self, pupil: Pupil | None, form: Mapping[str, str]) -> str:
        if pupil is None:
            raise ActRefusedError("nobody")
        do, room = form.get("do", ""), self._exam.room
        if form.get("stamp", "") != await self.stamp(pupil):
            raise ActRefusedError("changed")
        if do == "sign out":
            await self._site.house.sign_out(pupil)
            self._site.news.tell_pupil(pupil.key, "go")
            return words.describe_signed_out(pupil.name, pupil.number)
        if do == "rename":
            return await self._rename(pupil, tidy(form.get("name", "")))
        if room is None:
            raise ActRefusedError("no exam")
        return await self._act_on_exam(room, pupil, do, form)

    async def _act_on_exam(self, room: ExamRoom, pupil: Pupil, do: str, form: Mapping[str, str]) -> str:
        if do == "let in" and await self._exam.is_closed(room):
            raise ActRefusedError("released")
        act = _choose_act(room, do, form)

        def act_once(seat: ExamSeat) -> SeatChange:
            # Once more, where nobody else can come between: of two windows that press at one moment, one does it.
            if form.get("stamp", "") != stamp_seat(seat, pupil):
                raise ActRefusedError("changed")
            return act(seat)

        change = await self._run(room, pupil, act_once)
        await self._tell(room, pupil, change)
        return change.text

    async def _rename(self, pupil: Pupil, name: str) -> str:
        house, old, room = self._site.house, pupil.name, self._exam.room
        fault = house.find_name_fault(pupil, name)
        if fault is not None:
            raise ActRefusedError("taken" if fault == "taken" else "name")
        try:
            if room is not None:
                await self._run(room, pupil, lambda seat: room.rename(seat, name))
            await self._write_name(pupil, name)
            await house.rename(pupil, name)
        except (OSError, ActRefusedError):
            # The attempt must not say another name than the class, also where its line is written later.
            with suppress(OSError, ActRefusedError):
                if room is not None:
                    await self._run(room, pupil, lambda seat: room.rename(seat, old))
                await self._write_name(pupil, old)
            raise
        self._site.news.tell_pupil(pupil.key, "go")
        return words.describe_renamed(old, name)

    async def _write_name(self, pupil: Pupil, name: str) -> None:
        for rename in self._site.renamers:
            await rename(pupil, name)

    async def _run(self, room: ExamRoom, pupil: Pupil, act: Callable[[ExamSeat], T]) -> T:
        """Do something with an exam.

        Raises:
            ActRefusedError: It cannot be done, or could not be written. What is done is written with the next line.
            OSError: It could not be written, and is not done.
        """

        def do_all(seat: ExamSeat) -> tuple[T, bool]:
            return act(seat), seat.attempt is not None and seat.attempt.file.is_behind

        done, is_behind = await room.run(pupil, do_all)
        if is_behind:
            raise ActRefusedError("not kept")
        return done

    async def stamp(self, pupil: Pupil) -> str:
        """What forms about a pupil hold."""
        room = self._exam.room
        return await room.run(pupil, lambda seat: stamp_seat(seat, pupil)) if room else stamp_seat(None, pupil)

    async def _tell(self, room: ExamRoom, pupil: Pupil, change: SeatChange) -> None:
        value = ""
        if change.news == "left":
            left = await room.run(pupil, _read_left)
            value = f"{left:.0f}" if left is not None else ""
        if value or change.news == "go":
            self._site.news.tell_pupil(pupil.key, change.news or "go", value)

    # All pupils.

    async def _act_on_all(self, form: Mapping[str, str]) -> str:
        do, house = form.get("do", ""), self._site.house
        if form.get("stamp", "") != self.stamp_class():
            raise ActRefusedError("changed")
        if do == "code":
            await house.change_code()
            return words.describe_code(house.code)
        if do in ("close", "open"):
            await house.keep_plan(replace(house.plan, takes_new=do == "open"))
            return words.describe_openness(is_open=do == "open")
        room = self._exam.room
        if room is None:
            raise ActRefusedError("no exam")
        return await self._act_on_exams(room, do, form)

    async def _act_on_exams(self, room: ExamRoom, do: str, form: Mapping[str, str]) -> str:
        house = self._site.house
        if do == "extend":
            minutes = _read_minutes(form)
            await house.keep_plan(
                replace(house.plan, extra=max(0.0, house.plan.extra + minutes), acts=house.plan.acts + 1)
            )
            return words.describe_extended_all(len(await self._change_each(room, _extend_by(minutes))), minutes)
        if do in ("hold", "release"):
            # First the plan: whoever begins while the clocks are being stopped must not go on alone.
            await house.keep_plan(replace(house.plan, is_held=do == "hold"))
            changed = await self._change_each(room, hold_seat if do == "hold" else release_seat)
            describe = words.describe_held_all if do == "hold" else words.describe_released_all
            return describe(len(changed))
        if do == "give back":
            is_closed = await self._exam.is_closed(room)
            changed = await self._change_each(room, lambda seat: give_back_seat(room, seat, may_reopen=not is_closed))
            given = [change.seconds for change in changed if change.seconds]
            return words.describe_given_back(len(given), max(given, default=0.0))
        raise ActRefusedError("changed")

    async def _change_each(self, room: ExamRoom, act: Callable[[ExamSeat], SeatChange]) -> list[SeatChange]:
        """Do something with every exam that goes on. A disk that fails at one must not leave the others without it."""
        changed: list[SeatChange] = []
        is_kept = True
        for pupil in self._site.house.pupils:
            try:
                change = await self._run(room, pupil, act)
            except ActRefusedError as refused:
                is_kept = is_kept and refused.why != "not kept"
            except OSError as bad:
                self._site.gate.report(bad)
                is_kept = False
            else:
                changed.append(change)
                await self._tell(room, pupil, change)
        if not is_kept:
            raise ActRefusedError("not kept")
        return changed

    def stamp_class(self) -> str:
        """What forms about the whole class hold."""
        house, plan = self._site.house, self._site.house.plan
        return f"{house.code} {plan.takes_new} {plan.is_held} {plan.acts} {plan.exam}"


def _choose_act(room: ExamRoom, do: str, form: Mapping[str, str]) -> Callable[[ExamSeat], SeatChange]:
    match do:
        case "extend":
            return _extend_by(_read_minutes(form))
        case "take back":
            return take_back
        case "hold":
            return hold_seat
        case "release":
            return release_seat
        case "hand in":
            return hand_in_seat
        case "let in":
            minutes = _read_minutes(form, may_be_none=True)
            return lambda seat: reopen_seat(room, seat, minutes)
        case _:
            raise ActRefusedError("changed")


def _extend_by(minutes: float) -> Callable[[ExamSeat], SeatChange]:
    return lambda seat: extend_seat(seat, minutes)


def _read_minutes(form: Mapping[str, str], *, may_be_none: bool = False) -> float:
    """The minutes in the field of a form.

    Raises:
        ActRefusedError: There is no number that an exam could be moved by.
    """
    typed = form.get("minutes", "").strip().replace(",", ".").replace("−", "-")
    if not typed and may_be_none:
        return 0.0
    try:
        minutes = float(typed)
    except ValueError:
        raise ActRefusedError("number") from None
    least = 0.0 if may_be_none else -MAX_EXTRA_MINUTES
    if not math.isfinite(minutes) or not least <= minutes <= MAX_EXTRA_MINUTES or (not minutes and not may_be_none):
        raise ActRefusedError("number")
    return minutes


def _read_left(seat: ExamSeat) -> float | None:
    return seat.session.policy.clock.seconds_left if seat.session is not None else None
