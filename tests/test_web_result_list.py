"""The exams and live rounds that one class has kept: each is marked from its own attempts alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from game.classroom.class_exam import open_exam
from game.core.identity import pseudonym_key
from game.pack.kinds import Item
from game.pack.world import World
from game.store.attempt_folder import SUFFIX, load_attempt
from game.store.exam_files import TeachersExam
from game.web.classes.class_exams import ClassExams
from game.web.classes.teacher_places import RESULTS_PATH, find_pupil_path
from game.web.results.result_pages import MARK_PATH
from game.web.stores.class_plan import ClassDraft
from game.web.teaching.class_setup import make_plan
from tests.answer_fields import list_right_fields
from tests.browsing import Browser
from tests.class_rooms import RunningClass, do, make_exam
from tests.live_rounds import answer, drive, open_round


def find_items(tour: World, place: int) -> tuple[Item, ...]:
    rooms = [room.items for room in tour.rooms.values() if len(room.items) > 1]
    return rooms[place][:2]


@pytest.fixture(scope="module")
def asked(tour: World) -> TeachersExam:
    """What a live round asks."""
    return make_exam(tour, find_items(tour, 0))


@pytest.fixture(scope="module")
def sat(tour: World) -> TeachersExam:
    """What an exam asks."""
    return make_exam(tour, find_items(tour, 1))


async def open_next(room: RunningClass, exam: TeachersExam) -> None:
    """Let the class go on to an exam."""
    ClassExams(room.house.store).keep(exam)
    draft = ClassDraft(mode="exam", waits=False)
    await room.house.keep_plan(make_plan(room.house.plan, draft, exam.title, exam.hash))


async def rename(teacher: Browser, name: str, new: str) -> None:
    path = find_pupil_path(pseudonym_key(name))
    await teacher.get(path)
    await teacher.post("/board/do", {**teacher.fields("/board/do"), "do": "rename", "name": new})


async def play_round(
    room: RunningClass, teacher: Browser, pupils: Sequence[Browser], tour: World, asked: TeachersExam
) -> None:
    """A live round of one question."""
    await drive(teacher, room, "open 0")
    for pupil in pupils:
        await pupil.get("/live")
        await answer(pupil, **dict(list_right_fields(pupil.page, tour, asked.items[0])))
    for act in ("close", "tell", "end"):
        await drive(teacher, room, act)


async def mark(teacher: Browser, digest: str = "") -> None:
    await teacher.get(f"{RESULTS_PATH}?of={digest}" if digest else RESULTS_PATH)
    await teacher.post(MARK_PATH, teacher.fields(MARK_PATH))


def list_names(teacher: Browser) -> list[str]:
    """Who stands in the table of marks."""
    return [each.text for each in teacher.page.by_tag("th") if each.attributes.get("scope") == "row"]


async def test_an_exam_is_marked_from_its_own_attempts(
    asked: TeachersExam, sat: TeachersExam, tour: World, tmp_path: Path
) -> None:
    async with (
        open_round(asked, tmp_path) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as pupil,
        room.server.open_browser() as other,
    ):
        await room.join(pupil, "Signal-63", begins=False)
        await room.join(other, "Guard-05", begins=False)
        await play_round(room, teacher, (pupil, other), tour, asked)
        await open_next(room, sat)
        await rename(teacher, "Signal-63", "Lantern-7")
        await pupil.get("/exam")
        for act in ("begin", "hand in", "yes"):
            await do(pupil, act)
        await mark(teacher)
        assert list_names(teacher) == ["Lantern-7"]
        assert "not counted" not in teacher.page.by_class("lead")[0].text
        # The round goes by the last name, too, wherever it is marked.
        names = {load_attempt(path).candidate for path in (tmp_path / "attempts").glob(f"*{SUFFIX}")}
        assert names == {"Lantern-7", "Guard-05"}
        # Nor do files of another paper count that lie in the folder of results already.
        folder = tmp_path / "results" / sat.hash[:12]
        for number, path in enumerate((tmp_path / "attempts").glob(f"*{SUFFIX}")):
            (folder / "evidence" / f"{number}.class.jsonl").write_bytes(path.read_bytes())
        assert [each.candidate for each in open_exam(folder, sat, tour).judge()] == ["Lantern-7"]
