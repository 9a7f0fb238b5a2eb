"""The marks of a class in the browser: the teacher's pages and files, the release of sheets, and what pupils see."""

import asyncio
import html
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from game.app.exam_making import ExamTerms, make_exam
from game.classroom.roster import load_roster, save_roster
from game.commandline.main import main
from game.core.clock import now
from game.core.identity import pseudonym_key
from game.pack.kinds import Item, find_misconception, list_rivals
from game.pack.world import World
from game.prose import class_words
from game.prose import result_words as words
from game.prose.sheet_lines import VOID
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection
from game.store.attempt_events import Rules
from game.store.exam_files import MAX_QUESTIONS, Allowance, TeachersExam, dump_exam
from game.web.classes.teacher_places import RESULTS_PATH
from game.web.modes.sheet_page import SHEET_PATH
from game.web.modes.sheet_shelf import SheetShelf
from game.web.results.result_pages import MARK_PATH, RELEASE_PATH, REPORT_PATH, TEACH_PATH
from game.web.results.result_routes import FILES
from game.web.results.sheet_release import SeatState, is_over_for_all
from game.web.stores.class_plan import ClassPlan
from game.web.teaching.class_setup import make_plan
from tests.answer_fields import list_right_fields
from tests.browsing import Answer, Browser, Node
from tests.class_rooms import RunningClass, do, make_exam_of_each_kind, open_room

PUPILS = ("Signal-63", "Guard-05", "Stoker-07", "Points-11", "=SUM(1)")


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


@asynccontextmanager
async def open_teacher(room: RunningClass) -> AsyncIterator[Browser]:
    async with room.server.open_browser() as browser:
        await browser.get(f"/board?key={room.house.board}")
        yield browser


async def hand_in(browser: Browser) -> None:
    await do(browser, "hand in")
    await do(browser, "yes")


async def sit(room: RunningClass, browser: Browser, name: str, tour: World, items: Sequence[Item]) -> None:
    """Answer all questions from those given on, and hand in."""
    await room.join(browser, name)
    for number, item in enumerate(items, start=1):
        fields = dict(list_right_fields(browser.page, tour, item)) if number % 2 else {}
        await do(browser, "save", **fields)
    await hand_in(browser)


async def sit_all(room: RunningClass, stack: AsyncExitStack, tour: World, items: Sequence[Item]) -> list[Browser]:
    browsers = [await stack.enter_async_context(room.server.open_browser()) for _ in PUPILS]
    for place, (browser, name) in enumerate(zip(browsers, PUPILS, strict=True)):
        await sit(room, browser, name, tour, items[: len(items) - place])
    return browsers


async def mark(teacher: Browser) -> Answer:
    await teacher.get(RESULTS_PATH)
    return await teacher.post(MARK_PATH, teacher.fields(MARK_PATH))


async def release(teacher: Browser, **form: str) -> Answer:
    await teacher.get(RESULTS_PATH)
    return await teacher.post(RELEASE_PATH, {**teacher.fields(RELEASE_PATH), **form})


async def test_nothing_of_marks_is_for_pupils(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as pupil:
        await room.join(pupil, "Signal-63")
        for path in (RESULTS_PATH, REPORT_PATH, TEACH_PATH, *(f"{RESULTS_PATH}/{name}" for name in FILES)):
            assert (await pupil.get(path)).status == 403, path
        await pupil.get("/exam")
        form = pupil.fields("/exam")
        for path in (MARK_PATH, RELEASE_PATH):
            assert (await pupil.post(path, form)).status == 403, path
        assert not (tmp_path / "results").exists()


async def test_files_are_those_of_the_command_line(
    teachers: TeachersExam, tour: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_room(teachers, tmp_path) as room, AsyncExitStack() as stack, open_teacher(room) as teacher:
        await sit_all(room, stack, tour, teachers.items)
        answer = await mark(teacher)
        assert answer.path == RESULTS_PATH
        assert answer.page.by_class("lead")[0].text == f"5 exams of {len(teachers.items)} questions marked."
        got = {}
        for name in FILES:
            async with teacher.session.get(f"{teacher.base}{RESULTS_PATH}/{name}") as sent:
                got[name] = await sent.read()
                assert sent.status == 200
                assert sent.headers["Content-Disposition"] == f'attachment; filename="the-train-{name}"'
                assert sent.headers["Cache-Control"] == "no-store"
    folder = tmp_path / "results" / teachers.hash[:12]
    made = tmp_path / "made"
    made.mkdir()
    commands = {
        "report.html": ("report",),
        "gradebook.csv": ("report", "--gradebook", "username"),
        "marks.csv": ("report",),
        "answers.csv": ("report", "--long"),
        "statistics.csv": ("analysis",),
        "statistics.json": ("analysis",),
    }
    assert commands.keys() == FILES.keys()
    for name, command in commands.items():
        assert main(["results", "--folder", str(folder), *command, "-o", str(made / name)]) == 0
        assert (made / name).read_bytes() == got[name], name
    assert b"'=SUM(1)" in got["gradebook.csv"]
    capsys.readouterr()


async def test_few_are_told_of_only_when_it_is_wanted(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as pupil,
        open_teacher(room) as teacher,
    ):
        await sit(room, pupil, "Signal-63", tour, teachers.items)
        await mark(teacher)
        for path in (REPORT_PATH, TEACH_PATH, f"{RESULTS_PATH}/report.html", f"{RESULTS_PATH}/statistics.json"):
            answer = await teacher.get(path)
            assert answer.status == 409
            assert words.TROUBLES["small"] in answer.page.by_id("main").text
            (link,) = [each for each in answer.page.by_tag("a") if each.text == words.WITH_SMALL]
            assert (await teacher.get(str(link.attributes["href"]))).status == 200, path
        assert (await teacher.get(f"{RESULTS_PATH}/gradebook.csv")).status == 200


async def test_the_names_of_a_class_stand_in_its_gradebook(
    teachers: TeachersExam, tour: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list of names is made before the exam, so it lies beside the folders of exams."""
    names = tmp_path / "results"
    assert main(["results", "roster", "Anna Test", "Ben Test", "--folder", str(names)]) == 0
    signal, guard = (line.split("\t")[0] for line in capsys.readouterr().out.splitlines()[:2])
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as pupil,
        open_teacher(room) as teacher,
    ):
        await sit(room, pupil, signal, tour, teachers.items)
        await mark(teacher)
        assert "Test" in (await teacher.get(f"{RESULTS_PATH}/gradebook.csv")).text
        # Whoever was put on the list later is told of, too; a name that was changed for one exam stays.
        (own,) = (path for path in names.iterdir() if path.is_dir())
        save_roster(own, {signal: "Anna Other"})
        await mark(teacher)
        assert load_roster(own) == load_roster(names) | {signal: "Anna Other"}
        assert guard in load_roster(own)
        assert "Anna Other" in (await teacher.get(f"{RESULTS_PATH}/gradebook.csv")).text


async def test_marks_are_made_when_they_are_asked_for(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as done,
        room.server.open_browser() as slow,
        open_teacher(room) as teacher,
    ):
        await sit(room, done, "Signal-63", tour, teachers.items)
        await room.join(slow, "Guard-05")
        page = (await teacher.get(RESULTS_PATH)).page
        assert words.NOT_MARKED in page.by_id("main").text
        assert words.describe_answering(["Guard-05"]) in page.by_id("main").text
        assert page.by_tag("button")[0].text == words.MARK_ALL_THE_SAME
        for path in (REPORT_PATH, f"{RESULTS_PATH}/gradebook.csv"):
            answer = await teacher.get(path)
            assert (answer.status, words.NOT_MARKED in answer.text) == (409, True)
        assert not (tmp_path / "results").exists()
        await mark(teacher)
        assert "1 exam not counted" in teacher.page.by_class("lead")[0].text
        await hand_in(slow)
        await mark(teacher)
        assert teacher.page.by_class("lead")[0].text.startswith("2 exams of")
        assert teacher.page.by_tag("button")[0].text == words.MARK_AGAIN


async def test_a_class_without_keys_tells_where_marks_are_made(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_room(teachers.make_candidates_exam(), tmp_path) as room, open_teacher(room) as teacher:
        for path in (RESULTS_PATH, REPORT_PATH, f"{RESULTS_PATH}/gradebook.csv"):
            answer = await teacher.get(path)
            assert answer.page.by_tag("pre")[0].text == words.COMMAND
        await teacher.get("/board/new")
        token = teacher.fields("/board/new")["token"]
        for path in (MARK_PATH, RELEASE_PATH):
            assert words.COMMAND in (await teacher.post(path, {"token": token})).text
        # The exam can still be begun: a release that is refused has closed nothing.
        async with room.server.open_browser() as pupil:
            await room.join(pupil, "Signal-63")
            assert pupil.page.by_tag("h1")[0].text.startswith("Question 1")


async def test_a_class_without_an_exam_has_no_marks(tmp_path: Path) -> None:
    async with open_room(None, tmp_path) as room, open_teacher(room) as teacher:
        assert words.TROUBLES["no exam"] in (await teacher.get(RESULTS_PATH)).page.by_id("main").text


async def test_no_sheet_comes_before_the_end_for_all(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as done,
        room.server.open_browser() as slow,
        room.server.open_browser() as late,
        open_teacher(room) as teacher,
    ):
        await sit(room, done, "Signal-63", tour, teachers.items)
        await room.join(slow, "Guard-05")
        await room.join(late, "Stoker-07", begins=False)
        await mark(teacher)
        assert (await done.get(SHEET_PATH)).path == "/exam"
        answer = await release(teacher)
        assert answer.status == 409
        assert words.describe_answering(["Guard-05"]) in answer.page.by_class("notice")[0].text
        assert (await done.get(SHEET_PATH)).path == "/exam"
        assert SHEET_PATH not in done.page.by_id("main").text
        # What was refused has not closed the exam.
        await do(late, "begin")
        assert late.page.by_tag("h1")[0].text.startswith("Question 1")
        await hand_in(late)
        await hand_in(slow)
        await release(teacher)
        sheet = (await done.get(SHEET_PATH)).page
        assert sheet.by_tag("h1")[0].text == f"{words.SHEET}: Signal-63"
        assert len(sheet.by_tag("ol")[0].by_tag("li")) == len(teachers.items)
        assert "Guard-05" not in sheet.text
        (link,) = [each for each in (await slow.get("/exam")).page.by_tag("a") if each.text == words.TO_SHEET]
        assert (await slow.get(str(link.attributes["href"]))).path == SHEET_PATH


async def test_nobody_begins_once_a_sheet_is_out(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as done:
        async with open_teacher(room) as teacher, room.server.open_browser() as other:
            await sit(room, done, "Signal-63", tour, teachers.items)
            await sit(room, other, "Guard-05", tour, teachers.items)
            await mark(teacher)
            attempt = next(
                str(option.attributes["value"]) for option in teacher.page.by_tag("option") if option.text == "Guard-05"
            )
            await release(teacher, one=attempt)
            assert (await other.get(SHEET_PATH)).path == SHEET_PATH
            assert (await done.get(SHEET_PATH)).path == "/exam"
            assert words.describe_released(1, 2) in teacher.page.by_id("main").text
        async with room.server.open_browser() as late:
            await room.join(late, "Stoker-07")
            assert class_words.TOO_LATE in late.page.by_id("main").text
        (key,) = [each.value for each in other.session.cookie_jar]
        board = room.house.board
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as other:
        assert room.house.board == board
        other.session.cookie_jar.update_cookies({room.server.address.cookie: key})
        assert (await other.get(SHEET_PATH)).path == SHEET_PATH


async def test_a_key_that_is_changed_on_the_command_line_counts(
    teachers: TeachersExam, tour: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as pupil,
        open_teacher(room) as teacher,
    ):
        await sit(room, pupil, "Signal-63", tour, teachers.items)
        await mark(teacher)
        await release(teacher)
        rows = (await pupil.get(SHEET_PATH)).page.by_class("sheet")[0].by_tag("li")
        # Every second question was left open.
        assert "wrong 0.00" in rows[1].text
        folder = str(tmp_path / "results" / teachers.hash[:12])
        assert main(["results", "--folder", folder, "regrade", "--void", "q02", "--reason", "badly worded"]) == 0
        await teacher.get(RESULTS_PATH)
        assert words.RELEASE_AGAIN in [button.text for button in teacher.page.by_tag("button")]
        await release(teacher)
        rows = (await pupil.get(SHEET_PATH)).page.by_class("sheet")[0].by_tag("li")
        assert "right 1.00" in rows[1].text
        assert VOID in rows[1].text
        assert "badly worded." in rows[1].text
        capsys.readouterr()


async def test_results_stay_when_the_class_goes_on(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as pupil,
        open_teacher(room) as teacher,
    ):
        await sit(room, pupil, "Signal-63", tour, teachers.items)
        house = room.house
        draft = msgspec.structs.replace(house.plan.draft, mode="practice", items=(teachers.items[0].id,))
        await house.keep_plan(make_plan(house.plan, draft, "Practice", ""))
        assert (await pupil.get(SHEET_PATH)).path == "/practice"
        await mark(teacher)
        assert teachers.title in teacher.page.by_id("main").text
        await release(teacher)
        answer = await pupil.get(SHEET_PATH)
        assert answer.path == SHEET_PATH
        assert answer.page.by_id("main").by_tag("a")[-1].attributes["href"] == "/practice"


async def test_who_has_begun_before_a_restart_is_still_answering(
    teachers: TeachersExam, tour: World, tmp_path: Path
) -> None:
    async with open_room(teachers, tmp_path) as room, room.server.open_browser() as one:
        await sit(room, one, "Signal-63", tour, teachers.items)
        async with room.server.open_browser() as other:
            await room.join(other, "Guard-05")
    async with open_room(teachers, tmp_path) as room, open_teacher(room) as teacher:
        await mark(teacher)
        assert (await release(teacher)).status == 409
        assert SheetShelf(room.house.store).load(teachers.hash) is None


async def test_results_that_cannot_be_kept_are_told(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path, has_faults=True) as room,
        room.server.open_browser() as pupil,
        open_teacher(room) as teacher,
    ):
        await sit(room, pupil, "Signal-63", tour, teachers.items)
        (tmp_path / "results").write_text("in the way")
        answer = await mark(teacher)
        assert answer.status == 503
        assert words.TROUBLES["not kept"] in answer.page.by_id("main").text
        assert str(tmp_path) not in answer.text


async def test_sheets_come_by_the_rule_of_the_set_up(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as one,
        room.server.open_browser() as other,
    ):
        house = room.house
        roster = frozenset(map(pseudonym_key, ("Signal-63", "Guard-05")))
        await house.keep_plan(msgspec.structs.replace(house.plan, sheets="end", roster=roster))
        await sit(room, one, "Signal-63", tour, teachers.items)
        await sit(room, other, "Guard-05", tour, teachers.items)
        # Marked by nobody's press: the teacher has asked for it at the set-up.
        while (await one.get(SHEET_PATH)).path != SHEET_PATH:
            await asyncio.sleep(0.05)
        assert (await other.get(SHEET_PATH)).path == SHEET_PATH


async def test_no_sheet_comes_where_the_set_up_forbids_it(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with (
        open_room(teachers, tmp_path) as room,
        room.server.open_browser() as one,
        open_teacher(room) as teacher,
    ):
        await sit(room, one, "Signal-63", tour, teachers.items)
        await mark(teacher)
        form = teacher.fields(RELEASE_PATH)
        await room.house.keep_plan(msgspec.structs.replace(room.house.plan, sheets="never"))
        assert not [each for each in (await teacher.get(RESULTS_PATH)).page.by_tag("form") if is_release(each)]
        answer = await teacher.post(RELEASE_PATH, form)
        assert (answer.status, words.NEVER in answer.page.by_id("main").text) == (409, True)
        assert (await one.get(SHEET_PATH)).path == "/exam"


def is_release(form: Node) -> bool:
    return form.attributes.get("action") == RELEASE_PATH


DONE, WAITING, ANSWERING = (True, True), (False, False), (True, False)


@pytest.mark.parametrize(
    ("states", "plan", "end_minutes", "is_over"),
    [
        ((), {"takes_new": False}, None, False),
        ((DONE, DONE), {}, None, False),
        ((DONE, DONE), {"takes_new": False}, None, True),
        ((DONE, ANSWERING), {"takes_new": False}, None, False),
        ((DONE, WAITING), {"takes_new": False}, None, False),
        ((WAITING,), {"takes_new": False}, None, False),
        ((DONE, DONE), {"roster": frozenset({"0", "1"})}, None, True),
        ((DONE, DONE), {"roster": frozenset({"0", "1", "2"})}, None, False),
        ((DONE, DONE), {}, 1, False),
        ((DONE, DONE), {}, 0, True),
        ((DONE, WAITING), {}, 0, True),
        ((DONE, ANSWERING), {}, 0, False),
        ((DONE, WAITING), {"mode": "practice"}, None, True),
        ((DONE, ANSWERING), {"mode": "practice"}, None, False),
    ],
)
def test_an_exam_is_over_when_nobody_can_answer_it(
    teachers: TeachersExam,
    states: Sequence[tuple[bool, bool]],
    plan: dict[str, object],
    end_minutes: float | None,
    *,
    is_over: bool,
) -> None:
    moment = now()
    end = "" if end_minutes is None else (moment + timedelta(minutes=end_minutes)).isoformat()
    exam = msgspec.structs.replace(teachers.make_candidates_exam(), rules=Rules(end=end))
    seats = [SeatState(str(place), f"P-{place}", *state) for place, state in enumerate(states)]
    assert is_over_for_all(ClassPlan(**{"mode": "exam", **plan}), exam, seats, moment) == is_over  # type: ignore[arg-type] # one field each


def test_one_who_may_begin_later_keeps_an_exam_open(teachers: TeachersExam) -> None:
    moment = now()
    exam = msgspec.structs.replace(
        teachers, rules=Rules(end=moment.isoformat()), allowances={"Guard-05": Allowance(end_minutes=10)}
    ).make_candidates_exam()
    done = [SeatState("signal-63", "Signal-63", has_begun=True, is_done=True)]
    assert not is_over_for_all(ClassPlan(mode="exam"), exam, done, moment)
    assert is_over_for_all(ClassPlan(mode="exam"), exam, done, moment + timedelta(minutes=10))
    later = [*done, SeatState("guard-05", "Guard-05", has_begun=False, is_done=False)]
    assert not is_over_for_all(ClassPlan(mode="exam", takes_new=False), exam, later, moment)


def make_exams_of_all(tour: World) -> list[TeachersExam]:
    """All questions of the bank, in as many exams as are needed."""
    bank = Bank(tour)
    ids, exams = list(bank.items), []
    for start in range(0, len(ids), MAX_QUESTIONS):
        chosen = tuple(ids[start : start + MAX_QUESTIONS])
        paper = Paper(bank, 7, Selection(items=len(chosen), include=chosen))
        exams.append(
            make_exam(paper, ExamTerms("Train", Rules(minutes=60), {}), code="", bank=bank.digest, secret="test")
        )
    return exams


def list_secrets(item: Item) -> list[str]:
    """What stands in no page before the release: reasons, and the name of the question."""
    reasons = [find_misconception(item, (rival.text,)) for rival in list_rivals(item).all]
    return [item.id, *item.facts, *filter(None, (item.feedback, *reasons))]


@pytest.mark.slow  # asks every question of the bank
async def test_no_page_of_a_pupil_tells_a_key_before_the_release(tour: World, tmp_path: Path) -> None:
    asked: set[str] = set()
    for place, exam in enumerate(make_exams_of_all(tour)):
        asked |= {item.id for item in exam.items}
        async with (
            open_room(exam, tmp_path / str(place)) as room,
            room.server.open_browser() as pupil,
            open_teacher(room) as teacher,
        ):
            await room.join(pupil, "Signal-63")
            # An id may be a word, and a reason the text of an option: what candidates get in their file is no secret.
            told = dump_exam(exam.make_candidates_exam()).decode()
            secrets = {secret for item in exam.items for secret in list_secrets(item) if secret not in told}
            assert len(secrets) > len(exam.items)
            pages = []
            for number in range(1, len(exam.items) + 1):
                await do(pupil, f"go {number}")
                pages.append(pupil.last)
            await hand_in(pupil)
            pages.append(pupil.last)
            await mark(teacher)
            pages += [await pupil.get(path) for path in ("/exam", SHEET_PATH, "/", "/wait", REPORT_PATH)]
            text = html.unescape("\n".join(page.text for page in pages if page is not None))
            assert [secret for secret in secrets if secret in text] == []
            await release(teacher)
            sheet = html.unescape((await pupil.get(SHEET_PATH)).text)
            assert [item.id for item in exam.items if item.feedback and item.feedback not in sheet] == []
    assert asked == set(Bank(tour).items)


def test_an_exam_of_another_pack_is_not_marked(
    teachers: TeachersExam, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def look() -> str:
        async with open_room(other, tmp_path / "class") as room, open_teacher(room) as teacher:
            await teacher.get(RESULTS_PATH)
            return (await teacher.post(MARK_PATH, teacher.fields(MARK_PATH))).text

    other = msgspec.structs.replace(teachers, tour="another-tour")
    (tmp_path / "other.exam").write_bytes(dump_exam(other))
    assert words.TROUBLES["no pack"] in html.unescape(asyncio.run(look()))
    capsys.readouterr()
