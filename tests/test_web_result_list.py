"""The exams and live rounds that one class has kept: each is marked from its own attempts alone."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from game.classroom.class_exam import open_exam
from game.core.identity import pseudonym_key
from game.pack.kinds import Item
from game.pack.world import World
from game.prose import result_words as words
from game.store.attempt_folder import SUFFIX, load_attempt
from game.store.exam_files import TeachersExam
from game.web.classes.class_exams import ClassExams
from game.web.classes.teacher_places import RESULTS_PATH, find_pupil_path
from game.web.modes.sheet_page import SHEET_PATH
from game.web.results.kept_exams import KeptExams
from game.web.results.result_pages import MARK_PATH, RELEASE_PATH, find_path
from game.web.results.result_routes import FILES
from game.web.stores.class_plan import ClassDraft, ClassPlan
from game.web.stores.class_store import FolderStore
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


async def test_every_exam_and_round_keeps_its_results(
    asked: TeachersExam, sat: TeachersExam, tour: World, tmp_path: Path
) -> None:
    other = make_exam(tour, find_items(tour, 2))
    async with (
        open_round(asked, tmp_path) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as pupil,
    ):
        await room.join(pupil, "Signal-63", begins=False)
        await drive(teacher, room, "open 0")
        # While a round goes on nothing is marked, and nothing is written to its attempts.
        (await answer(pupil, **dict(list_right_fields((await pupil.get("/live")).page, tour, asked.items[0]))))
        before = read_attempts(tmp_path)
        assert words.TROUBLES["goes on"] in (await teacher.get(RESULTS_PATH)).page.by_id("main").text
        assert read_attempts(tmp_path) == before
        for act in ("close", "tell", "end"):
            await drive(teacher, room, act)
        await mark(teacher)
        assert teacher.page.by_class("lead")[0].text == words.describe_round(1, 1, 2)
        # All have seen the keys of a round.
        assert words.SHEETS not in teacher.page.by_id("main").text
        token = teacher.fields(MARK_PATH)
        assert words.ROUND_WAS_TOLD in (await teacher.post(RELEASE_PATH, token)).text
        for exam in (sat, other):
            await open_next(room, exam)
            await pupil.get("/exam")
            for act in ("begin", "hand in", "yes"):
                await do(pupil, act)
            await mark(teacher)
        # Each of the three has its own marks, report and files, and a way from the page of each other one.
        for exam in (asked, sat, other):
            page = (await teacher.get(find_path(RESULTS_PATH, exam.hash))).page
            assert list_names(teacher) == ["Signal-63"]
            links = [str(each.attributes["href"]) for each in page.by_tag("a")]
            assert {each for each in links if each.startswith(f"{RESULTS_PATH}?")} == {
                find_path(RESULTS_PATH, each.hash) for each in (asked, sat, other) if each is not exam
            }
            assert {find_path(f"{RESULTS_PATH}/{name}", exam.hash) for name in FILES} <= set(links)
            table = await teacher.get(find_path(f"{RESULTS_PATH}/answers.csv", exam.hash))
            assert exam.items[0].id in table.text
            assert not any(each.items[0].id in table.text for each in (asked, sat, other) if each is not exam)
        # A sheet of the first exam comes out while the class sits the second, and is found beside the other one.
        for exam, titles in ((sat, 0), (other, 1)):
            await teacher.get(find_path(RESULTS_PATH, exam.hash))
            await teacher.post(RELEASE_PATH, teacher.fields(RELEASE_PATH))
            sheet = (await pupil.get(SHEET_PATH)).page
            assert exam.items[0].stem in sheet.text
            ways = [each for each in sheet.by_tag("a") if f"{SHEET_PATH}?" in str(each.attributes["href"])]
            assert len(ways) == titles
        assert sat.items[0].stem in (await pupil.get(str(ways[0].attributes["href"]))).text


async def test_a_round_without_its_end_is_marked_when_the_class_has_gone_on(
    asked: TeachersExam, sat: TeachersExam, tour: World, tmp_path: Path
) -> None:
    async with (
        open_round(asked, tmp_path) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as pupil,
    ):
        await room.join(pupil, "Signal-63", begins=False)
        await drive(teacher, room, "open 0")
        await answer(pupil, **dict(list_right_fields((await pupil.get("/live")).page, tour, asked.items[0])))
        await open_next(room, sat)
        await mark(teacher, asked.hash)
        assert teacher.page.by_class("lead")[0].text == words.describe_round(1, 1, 2)
        assert words.describe_mark(1, 2) in teacher.page.by_id("main").text


async def test_an_unknown_exam_is_told(asked: TeachersExam, tmp_path: Path) -> None:
    async with open_round(asked, tmp_path) as room, room.server.open_browser() as teacher:
        await teacher.get(f"/board?key={room.house.board}")
        for path in (RESULTS_PATH, f"{RESULTS_PATH}/report", f"{RESULTS_PATH}/marks.csv"):
            sent = await teacher.get(find_path(path, "../../x"))
            assert sent.status == 404, path
            assert words.TROUBLES["unknown"] in sent.page.by_id("main").text
            assert find_path(RESULTS_PATH, asked.hash) in [each.attributes["href"] for each in sent.page.by_tag("a")]


def read_attempts(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder / "attempts").glob(f"*{SUFFIX}"))]


def test_all_are_listed_the_newest_first(asked: TeachersExam, sat: TeachersExam, tour: World, tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    old = msgspec.structs.replace(asked, made="2026-03-01T23:30:00+02:00")
    new = msgspec.structs.replace(sat, made="2026-03-01T22:00:00+00:00")
    # Without keys nothing says when it was made; its attempts do, where their first lines can be read.
    given = make_exam(tour, find_items(tour, 2)).make_candidates_exam()
    for exam in (old, new, given):
        ClassExams(store).keep(exam)
    (tmp_path / "attempts").mkdir()
    lines = [{"paper": given.hash, "at": at} for at in ("2026-03-02T08:00:00Z", "soon", "")]
    for number, line in enumerate([*lines, {"paper": old.hash}, {"paper": 5}, {}]):
        (tmp_path / "attempts" / f"{number}{SUFFIX}").write_bytes(msgspec.json.encode(line))
    listed = KeptExams(ClassExams(store), store).list_all(ClassPlan(mode="live", exam=old.hash))
    assert [(each.digest, each.attempts, each.is_live) for each in listed] == [
        (given.hash, 3, False),
        (new.hash, 0, False),
        (old.hash, 1, True),
    ]
    # What cannot be read hides nothing else.
    (tmp_path / "exams" / f"{new.hash}.exam").write_text("{")
    listed = KeptExams(ClassExams(store), store).list_all(ClassPlan())
    assert [each.digest for each in listed] == [given.hash, old.hash]
    assert words.describe_kept(None, 0, is_live=True) == "live round, 0 attempts"
