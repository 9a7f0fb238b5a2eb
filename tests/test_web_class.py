"""A class that sits an exam in browsers: joining, each kind of question, handing in, the clock, restarts, the board."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from game.commandline.main import main
from game.core.clock import now
from game.core.identity import pseudonym_key
from game.pack.kinds import Item, find_key
from game.pack.kinds.order import Order
from game.pack.world import World
from game.prose import class_words as words
from game.store.attempt_events import Rules
from game.store.attempt_folder import SUFFIX, read_attempt
from game.store.exam_files import CandidatesExam, TeachersExam, dump_exam
from game.web.classes.class_exams import ClassExams
from game.web.classes.class_house import NUMBERS_AT_ONCE, WRONG_AT_ONCE, ClassHouse
from game.web.pages.exam_answer import write_answer
from game.web.stores.class_plan import ClassPlan
from game.web.stores.class_store import ALPHABET, FolderStore
from tests.answer_fields import list_right_fields, list_steps, put_in_order
from tests.browsing import Browser, read_page
from tests.class_rooms import do, make_exam_of_each_kind, open_room


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


@pytest.fixture
def exam(teachers: TeachersExam) -> CandidatesExam:
    return teachers.make_candidates_exam()


async def test_a_pupil_joins_by_the_code_and_sees_the_rules(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await browser.get("/")
        code = room.house.code
        assert re.fullmatch(f"[{ALPHABET}]{{6}}", code)
        await browser.post("/join", {"code": f" {code[:3].lower()}-{code[3:].lower()} ", "name": "  Signal  63 "})
        page = browser.page
        assert page.by_id("said").text == "You are in, Signal 63 ."
        assert f"{len(exam.questions)} questions, 30 minutes." in page.by_id("main").text
        assert not page.by_tag("fieldset")


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"code": "WRONG1", "name": "Signal-63"}, "code"),
        ({"code": "", "name": "Signal-63"}, "code"),
        ({"name": ""}, "name"),
        ({"name": "<b>!</b>" * 10}, "name"),
        ({"name": "!!"}, "name"),
        ({"name": "GUARD 05"}, "taken"),
        ({"name": "Guard-05", "number": "12345"}, "number"),
    ],
)
async def test_what_is_wrong_is_told_at_its_field(
    exam: CandidatesExam, tmp_path: Path, typed: dict[str, str], fault: words.JoinFault
) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        async with room.server.open_browser() as first:
            await room.join(first, "Guard-05", begins=False)
        await browser.get("/")
        answer = await browser.post("/join", {"code": room.house.code, **typed})
        assert answer.status == 422
        (faulty,) = browser.page.find(lambda node: node.attributes.get("aria-invalid") == "true")
        told = browser.page.by_id(str(faulty.attributes["aria-describedby"]).split()[-1])
        assert told.text == words.JOIN_FAULTS[fault]
        assert browser.page.by_tag("title")[0].text.startswith("Error: ")
        assert len(room.house.pupils) == 1


async def test_codes_cannot_be_guessed_and_a_right_one_always_passes(exam: CandidatesExam, tmp_path: Path) -> None:
    house = ClassHouse(FolderStore(tmp_path), lambda: 0.0)
    told = [await house.join("WRONG1", f"Guard-{number}", "", "school") for number in range(WRONG_AT_ONCE + 1)]
    assert told == [*[("code",)] * WRONG_AT_ONCE, ("often",)]
    assert isinstance(await house.join(house.code, "Guard-05", "", "school"), str)
    # A number has six digits: whoever comes from many addresses must not try them all.
    told = [await house.join(house.code, "Guard-05", "no", f"home {number}") for number in range(NUMBERS_AT_ONCE + 1)]
    assert told == [*[("number",)] * NUMBERS_AT_ONCE, ("often",)]
    house.threads.close()


async def test_many_who_join_at_once_are_all_kept(exam: CandidatesExam, tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    house = ClassHouse(store, lambda: 0.0)
    names = [f"Signal-{number}" for number in range(60)]
    keys = await asyncio.gather(*(house.join(house.code, name, "", "school") for name in names))
    assert len(set(keys)) == len(names)
    assert {kept.join.name for kept in store.load_joins().values()} == set(names)
    found = [house.find(str(key)) for key in keys]
    assert [pupil.name if pupil else "" for pupil in found] == names
    house.threads.close()


async def test_of_two_who_take_one_pseudonym_at_once_one_is_in(exam: CandidatesExam, tmp_path: Path) -> None:
    house = ClassHouse(FolderStore(tmp_path), lambda: 0.0)
    both = await asyncio.gather(*(house.join(house.code, "Signal-63", "", "school") for _ in range(2)))
    assert [isinstance(each, str) for each in both] == [True, False]
    house.threads.close()


async def test_who_cannot_be_kept_is_not_in(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path, has_faults=True) as room, room.server.open_browser() as browser:
        # A folder in the place of the file is what no disk can write over.
        (tmp_path / "joins.json").mkdir()
        await browser.get("/")
        answer = await browser.post("/join", {"code": room.house.code, "name": "Signal-63"})
        assert answer.status == 503
        assert words.JOIN_FAULTS["not kept"] in browser.page.by_id("main").text
        assert str(tmp_path) not in answer.text
        assert room.house.pupils == []
        (tmp_path / "joins.json").rmdir()
        await room.join(browser, "Signal-63", begins=False)
        (tmp_path / "attempts").write_text("in the way")
        await do(browser, "begin")
        assert words.NOT_KEPT in browser.page.by_id("main").text
        (tmp_path / "attempts").unlink()
        await do(browser, "begin")
        assert browser.page.by_tag("h1")[0].text.startswith("Question 1")
        assert len(room.server.reported) == 2


async def test_a_second_device_goes_on_and_the_first_one_ends(exam: CandidatesExam, tmp_path: Path) -> None:
    async with (
        open_room(exam, tmp_path) as room,
        room.server.open_browser() as one,
        room.server.open_browser() as other,
    ):
        await room.join(one, "Signal-63", begins=False)
        number = one.page.by_class("frame")[0].by_tag("b")[0].text
        await do(one, "begin")
        await do(one, "go 3")
        await other.get("/")
        await other.post("/join", {"code": room.house.code, "name": "signal 63", "number": number})
        assert other.page.by_tag("h1")[0].text.startswith("Question 3 of")
        assert (await one.get("/exam")).path == "/"


async def test_each_kind_is_answered_and_the_teacher_marks_all_of_it_right(
    teachers: TeachersExam, tour: World, tmp_path: Path
) -> None:
    exam = teachers.make_candidates_exam()
    async with open_room(exam, tmp_path / "class") as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        for number, item in enumerate(teachers.items, start=1):
            assert browser.page.by_tag("h1")[0].text == f"Question {number} of {len(teachers.items)}"
            await answer_rightly(browser, tour, item)
        assert browser.page.by_tag("h1")[0].text == "Hand in"
        await do(browser, "yes")
        assert browser.page.by_tag("h1")[0].text == words.HANDED_IN
        receipt = browser.page.by_class("lead")[0].by_tag("b")[0].text
        assert (await browser.get("/exam")).page.by_class("lead")[0].by_tag("b")[0].text == receipt
    (path,) = (tmp_path / "class" / "attempts").glob(f"*{SUFFIX}")
    attempt = read_attempt(path)
    assert attempt.receipt == receipt
    (tmp_path / "class.exam").write_bytes(dump_exam(teachers))
    typed = [
        "results",
        "collect",
        str(path.parent),
        "--exam",
        str(tmp_path / "class.exam"),
        "--folder",
        str(tmp_path / "all"),
        "--from-class",
    ]
    assert main(typed) == 0
    (marked,) = (tmp_path / "all").glob(f"*{SUFFIX}")
    assert set(read_attempt(marked).marks.values()) == {1.0}


async def answer_rightly(browser: Browser, tour: World, item: Item) -> None:
    """Choose what is right, by the fields that the page has."""
    if isinstance(item, Order):
        await put_in_order(lambda: browser.page, find_key(item, tour), lambda act: do(browser, act))
    chosen = dict(list_right_fields(browser.page, tour, item))
    assert chosen or isinstance(item, Order), item
    await do(browser, "save", **chosen)


async def test_no_page_before_the_end_holds_anything_of_a_key(
    teachers: TeachersExam, tour: World, tmp_path: Path
) -> None:
    exam = teachers.make_candidates_exam()
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63", begins=False)
        texts = [browser.last.text if browser.last else ""]
        await do(browser, "begin")
        for number in range(1, len(exam.questions) + 1):
            await do(browser, f"go {number}")
            texts.append(browser.last.text if browser.last else "")
        for item in teachers.items:
            for text in texts:
                assert item.id not in text
                assert item.feedback not in text
                assert not any(fact_id in text for fact_id in item.facts if "-" in fact_id)
        for text, question, item in zip(texts[1:], exam.questions, teachers.items, strict=True):
            if question.instruction in ("figure", "words"):
                fields = [field for field in read_page(text).by_tag("input") if field.attributes.get("type") == "text"]
                assert [field.attributes["value"] for field in fields] == [""]
                assert not any(part in read_page(text).by_id("said").text for part in find_key(item, tour))


async def test_what_is_no_answer_stays_in_its_field(exam: CandidatesExam, tmp_path: Path) -> None:
    place = next(at for at, each in enumerate(exam.questions, start=1) if each.instruction == "figure")
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        await do(browser, f"go {place}")
        await do(browser, "save", answer="about so many")
        assert browser.page.by_id("answer").attributes["value"] == "about so many"
        assert words.NOT_ANSWERED in browser.page.by_id("said").text
        await do(browser, "save", answer="12")
        assert f"Question {place}: answered" in [
            button.attributes.get("aria-label") for button in browser.page.by_tag("button")
        ]


async def test_a_step_that_was_moved_has_the_focus_until_something_else_is_done(
    exam: CandidatesExam, tmp_path: Path
) -> None:
    place = next(at for at, each in enumerate(exam.questions, start=1) if each.instruction == "order")
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        await do(browser, f"go {place}")
        first = list_steps(browser.page)[0]
        await do(browser, "down 0")
        (focused,) = browser.page.find(lambda node: "autofocus" in node.attributes)
        assert focused.attributes["aria-label"] == f"Later: {first}. Now 2 of 3"
        await do(browser, "flag")
        (focused,) = browser.page.find(lambda node: "autofocus" in node.attributes)
        assert focused.attributes["id"] == "said"
        for nothing in ("up 99", "down x", "up", "down 2"):
            before = list_steps(browser.page)
            await do(browser, nothing)
            assert list_steps(browser.page) == before


async def test_a_flag_and_a_walk_keep_what_was_chosen(exam: CandidatesExam, tmp_path: Path) -> None:
    place = next(at for at, each in enumerate(exam.questions, start=1) if each.instruction == "letter")
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        await do(browser, f"go {place}")
        await do(browser, "flag", letter="B")
        assert browser.page.by_tag("h1")[0].text == f"Question {place} of {len(exam.questions)}"
        labels = [button.attributes.get("aria-label") for button in browser.page.by_tag("button")]
        assert f"Question {place}: answered, flagged" in labels
        await do(browser, "go 1" if place != 1 else "go 2", letter="C")
        await do(browser, f"go {place}")
        (on,) = browser.page.find(lambda node: "checked" in node.attributes)
        assert on.attributes["value"] == "C"
        await do(browser, "clear")
        assert not browser.page.find(lambda node: "checked" in node.attributes)


async def test_handing_in_is_asked_about_and_can_be_left(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        await do(browser, "hand in")
        assert browser.page.by_tag("h1")[0].text == "Hand in"
        await do(browser, "no")
        assert browser.page.by_tag("h1")[0].text.startswith("Question 1 of")


async def test_a_form_that_is_sent_twice_answers_once(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        form = {**browser.fields("/exam"), "do": "save"}
        await browser.post("/exam", form)
        await browser.post("/exam", form)
        assert browser.page.by_tag("h1")[0].text.startswith("Question 2 of")


async def test_a_class_that_is_opened_again_goes_on(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        await do(browser, "go 4")
        code, board = room.house.code, room.house.board
        (key,) = [each.value for each in browser.session.cookie_jar]
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        assert (room.house.code, room.house.board) == (code, board)
        browser.session.cookie_jar.update_cookies({room.server.address.cookie: key})
        answer = await browser.get("/exam")
        assert answer.page.by_tag("h1")[0].text.startswith("Question 4 of")


async def test_an_exam_ends_at_its_time_whoever_is_connected(exam: CandidatesExam, tmp_path: Path) -> None:
    short = msgspec.structs.replace(exam, rules=Rules(minutes=0.01))
    async with open_room(short, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        while words.BY_TIME not in (page := (await browser.get("/exam")).page).by_id("said").text:
            await asyncio.sleep(0.05)
        assert page.by_tag("h1")[0].text == words.HANDED_IN


async def test_who_comes_too_late_is_told(exam: CandidatesExam, tmp_path: Path) -> None:
    over = Rules(end=(now() - timedelta(minutes=1)).isoformat())
    async with (
        open_room(msgspec.structs.replace(exam, rules=over), tmp_path) as room,
        room.server.open_browser() as browser,
    ):
        await room.join(browser, "Signal-63")
        assert words.TOO_LATE in browser.page.by_id("main").text
        assert not list(tmp_path.rglob(f"*{SUFFIX}"))


async def test_more_time_of_one_pupil_counts(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "guard 05", begins=False)
        assert "60 minutes (extended from 30)" in browser.page.by_id("main").text


async def test_the_board_is_for_the_teacher_and_tells_no_mark(exam: CandidatesExam, tmp_path: Path) -> None:
    async with (
        open_room(exam, tmp_path) as room,
        room.server.open_browser() as pupil,
        room.server.open_browser() as teacher,
    ):
        await room.join(pupil, "<b>Signal-63</b>")
        assert (await pupil.get("/board")).status == 403
        assert (await teacher.get("/board?key=wrong")).status == 403
        answer = await teacher.get(f"/board?key={room.house.board}")
        assert answer.status == 200
        assert answer.path == "/board"
        assert room.house.board not in answer.text
        (row,) = answer.page.by_tag("tbody")[0].by_tag("tr")
        assert row.text.startswith(f"<b>Signal-63</b> answering 0 of {len(exam.questions)}")
        assert room.house.code in answer.page.by_id("class").text


async def test_pupils_cannot_act_for_each_other(exam: CandidatesExam, tmp_path: Path) -> None:
    async with (
        open_room(exam, tmp_path) as room,
        room.server.open_browser() as one,
        room.server.open_browser() as other,
    ):
        await room.join(one, "Signal-63")
        await room.join(other, "Guard-05")
        form = {**one.fields("/exam"), "do": "hand in"}
        assert (await other.post("/exam", form)).status == 403
        assert (await one.get("/exam")).page.by_tag("h1")[0].text.startswith("Question 1")


def test_fields_of_no_page_give_no_answer() -> None:
    assert write_answer({}, "letter") == ""
    assert write_answer({"letter": "x" * 1_000}, "letter") == "xxxxx"
    assert write_answer({"tick-z": "1"}, "all-letters") == ""


def test_a_class_that_cannot_be_read_is_not_begun_anew(
    teachers: TeachersExam, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, folder = tmp_path / "class.exam", tmp_path / "class"
    path.write_bytes(dump_exam(teachers))
    folder.mkdir()
    (folder / "joins.json").write_text("{")
    assert main(["class", str(path), "--class", str(folder), "--port", "0"]) == 2
    assert str(folder) in capsys.readouterr().err
    assert (folder / "joins.json").read_text() == "{"


def test_names_are_one_person_in_any_spelling() -> None:
    assert pseudonym_key("Signal 63") == pseudonym_key("signal-63")


async def test_pupils_wait_until_the_class_is_set_up_and_until_it_begins(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(None, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63", begins=False)
        assert (await browser.get("/")).path == "/wait"
        assert words.WAITING in browser.page.by_id("main").text
        assert (await browser.get("/exam")).path == "/wait"
        ClassExams(room.house.store).keep(exam)
        plan = ClassPlan(mode="exam", title=exam.title, exam=exam.hash)
        await room.house.keep_plan(plan)
        assert (await browser.get("/wait")).path == "/exam"
        assert words.BEGIN_EXAM not in browser.page.by_id("main").text
        await room.house.keep_plan(msgspec.structs.replace(plan, has_begun=True, takes_new=False))
        await browser.get("/exam")
        await do(browser, "begin")
        assert browser.page.by_tag("h1")[0].text.startswith("Question 1")
        async with room.server.open_browser() as late:
            await late.get(f"/{room.house.code}")
            assert late.page.by_id("code").attributes["value"] == room.house.code
            await late.post("/join", {"code": room.house.code, "name": "Guard-05"})
            assert words.JOIN_FAULTS["closed"] in late.page.by_id("main").text
            # Who is in goes on at another device, though nobody else is let in.
            await late.post("/join", {"code": room.house.code, "name": "Signal-63"})
            assert words.JOIN_FAULTS["taken"] in late.page.by_id("main").text


def test_a_teachers_exam_is_not_replaced_by_one_without_keys(teachers: TeachersExam, tmp_path: Path) -> None:
    exams = ClassExams(FolderStore(tmp_path))
    handed_out = teachers.make_candidates_exam()
    exams.keep(handed_out)
    assert exams.find_for_teacher(teachers.hash) is None
    assert exams.find_for_candidates(teachers.hash) == handed_out
    for kept in (teachers, handed_out):
        exams.keep(kept)
        assert exams.find_for_teacher(teachers.hash) == teachers
    assert ClassExams(FolderStore(tmp_path)).find_for_candidates(teachers.hash) == handed_out
    (path,) = (tmp_path / "exams").iterdir()
    assert path.stat().st_mode & 0o077 == 0
