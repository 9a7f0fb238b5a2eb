"""Live rounds of a class, for tests: a class that is open in this mode, its teacher, and how questions are answered."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from game.store.exam_files import CandidatesExam, TeachersExam
from game.web.classes.class_exams import ClassExams
from game.web.stores.class_plan import ClassPlan
from game.web.stores.class_store import FolderStore
from tests.browsing import Answer, Browser
from tests.class_rooms import RunningClass, open_room


@asynccontextmanager
async def open_round(
    exam: CandidatesExam | TeachersExam, folder: Path, *, has_faults: bool = False
) -> AsyncIterator[RunningClass]:
    """A class in a live round."""
    store = FolderStore(folder)
    ClassExams(store).keep(exam)
    store.keep_plan(ClassPlan(mode="live", title=exam.title, exam=exam.hash, has_begun=True))
    async with open_room(None, folder, has_faults=has_faults) as room:
        yield room


async def drive(teacher: Browser, room: RunningClass, act: str) -> Answer:
    """Press a button of the teacher's."""
    answer = await teacher.get("/board/live")
    if answer.status == 403:
        await teacher.get(f"/board?key={room.house.board}")
        await teacher.get("/board/live")
    return await teacher.post("/board/live", {**teacher.fields("/board/live"), "do": act})


async def answer(pupil: Browser, **fields: str) -> Answer:
    """Answer the question that is open."""
    await pupil.get("/live")
    return await press(pupil, "answer", **fields)


async def press(pupil: Browser, act: str, **fields: str) -> Answer:
    """Press a button of the question that is in sight."""
    return await pupil.post("/live", {**pupil.fields("/live"), **fields, "do": act})
