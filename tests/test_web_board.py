"""What a teacher does from the board of a class: each act before and after, at the pupil's page and in the attempt."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.core.clock import moment_of, now
from game.pack.world import World
from game.prose import board_words as words
from game.prose import class_words, setup_words
from game.store.attempt_events import Rules
from game.store.attempt_file import SealedFile
from game.store.attempt_folder import SUFFIX, read_attempt
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from game.web.modes.sheet_shelf import SheetShelf
from tests.browsing import Browser
from tests.candidates import read_lines, write_sealed
from tests.class_rooms import RunningClass, do, make_exam_of_each_kind, open_room
from tests.test_web_news import listening


@pytest.fixture(scope="module")
def exam(tour: World) -> CandidatesExam:
    return make_exam_of_each_kind(tour).make_candidates_exam()


@asynccontextmanager
async def open_board(
    exam: CandidatesExam | None, folder: Path, *names: str
) -> AsyncIterator[tuple[RunningClass, Browser, list[Browser]]]:
    """A class, the teacher at the board, and pupils who have begun."""
    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(open_room(exam, folder))
        teacher = await stack.enter_async_context(room.server.open_browser())
        pupils = [await stack.enter_async_context(room.server.open_browser()) for _ in names]
        for name, pupil in zip(names, pupils, strict=True):
            await room.join(pupil, name)
        await enter_board(room, teacher)
        yield room, teacher, pupils


async def enter_board(room: RunningClass, teacher: Browser) -> None:
    await teacher.get(f"/board?key={room.house.board}")
    assert teacher.page.by_tag("h1")[0].text == class_words.BOARD


async def act(teacher: Browser, button: str, **fields: str) -> str:
    """Press a button of the board, with what was typed beside it; what the page says then."""
    for form in teacher.page.by_tag("form"):
        for each in form.by_tag("button"):
            if each.text == button:
                hidden = [field.attributes for field in form.by_tag("input")]
                sent = {str(field["name"]): str(field.get("value") or "") for field in hidden}
                name = str(each.attributes["name"])
                await teacher.post("/board/do", {**sent, **fields, name: str(each.attributes["value"])})
                return teacher.page.by_id("said").text
    raise AssertionError([each.text for each in teacher.page.by_tag("button")])


async def open_pupil(teacher: Browser, name: str) -> None:
    """Follow the name on the board."""
    await teacher.get("/board")
    (link,) = [each for each in teacher.page.by_tag("a") if each.text == name]
    await teacher.get(str(link.attributes["href"]))
    assert teacher.page.by_tag("h1")[0].text == name


def facts(teacher: Browser) -> dict[str, str]:
    page = teacher.page
    return dict(zip([e.text for e in page.by_tag("dt")], [e.text for e in page.by_tag("dd")], strict=True))


def find_attempt(folder: Path) -> Attempt:
    (path,) = (folder / "attempts").glob(f"*{SUFFIX}")
    return read_attempt(path)


def row(teacher: Browser, name: str) -> list[str]:
    (found,) = [each for each in teacher.page.by_tag("tr") if name in [cell.text for cell in each.by_tag("th")]]
    return [cell.text for cell in found.by_tag("td")]


async def test_the_board_says_that_pupils_may_begin_and_who_has_not(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path) as room, AsyncExitStack() as stack:
        teacher, one, other = [await stack.enter_async_context(room.server.open_browser()) for _ in range(3)]
        await room.house.keep_plan(replace(room.house.plan, has_begun=False))
        for pupil, name in ((one, "Signal-63"), (other, "Signal-64")):
            await room.join(pupil, name, begins=False)
        await enter_board(room, teacher)
        assert row(teacher, "Signal-63")[0] == class_words.STATES["waiting"] == "waiting"
        await teacher.post("/board/begin", teacher.fields("/board/begin"))
        assert teacher.page.by_id("said").text == setup_words.MAY_BEGIN_EXAM
        assert row(teacher, "Signal-63")[0] == class_words.STATES["ready"] == "may begin"
        await one.get("/exam")
        await do(one, "begin")
        # Whoever has begun is counted on the wall; the other may begin.
        await teacher.get("/board")
        assert [row(teacher, name)[0] for name in ("Signal-63", "Signal-64")] == ["answering", "may begin"]
        await teacher.get("/wall")
        assert "1 may begin" in [each.text for each in teacher.page.by_class("count")]
        await teacher.get("/board")
        await act(teacher, words.HOLD_ALL)
        assert row(teacher, "Signal-64")[0] == "waiting", "nobody can begin now"


async def test_more_time_for_one_pupil(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63", "Signal-64") as (_, teacher, (one, other)):
        await open_pupil(teacher, "Signal-63")
        assert await act(teacher, words.GIVE, minutes="2.5") == "Signal-63 has 2:30 more."
        assert teacher.last is not None
        assert (teacher.last.status, teacher.last.hops) == (200, (303,))
        assert facts(teacher)[words.EXTRA] == "+2:30"
        await one.get("/exam")
        assert "Your teacher gave you 2:30 more." in one.page.by_id("said").text
        assert one.page.by_class("right")[0].text.startswith(("32:", "31:5"))
        await other.get("/exam")
        assert other.page.by_class("right")[0].text.startswith(("30:", "29:5"))
        # It is said once.
        await teacher.get(teacher.last.path)
        assert not teacher.page.find(lambda node: node.attributes.get("id") == "said")
        assert (await act(teacher, words.TAKE_BACK)).startswith("2:30 was taken back from Signal-63")
        assert words.EXTRA not in facts(teacher)
        assert words.TAKE_BACK not in [each.text for each in teacher.page.by_tag("button")]


@pytest.mark.parametrize("typed", ["", "x", "0", "1441", "-1441", "inf", "nan", "1e9", "<b>5</b>"])
async def test_what_is_no_number_of_minutes_is_told(exam: CandidatesExam, tmp_path: Path, typed: str) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (_, teacher, _):
        for is_one in (False, True):
            if is_one:
                await open_pupil(teacher, "Signal-63")
            assert (
                await act(teacher, words.GIVE if is_one else words.GIVE_ALL, minutes=typed) == words.REFUSALS["number"]
            )
            assert teacher.last is not None
            assert teacher.last.status == 422
            assert teacher.page.by_tag("title")[0].text.startswith("Error: ")
        assert find_attempt(tmp_path).limit.extra == 0


async def test_more_time_for_all_is_also_for_who_begins_later_up_to_a_common_end(
    exam: CandidatesExam, tmp_path: Path
) -> None:
    end = (now() + timedelta(minutes=10)).isoformat()
    exam = replace(exam, rules=Rules(minutes=30, end=end, late=25))
    async with open_board(exam, tmp_path, "Signal-63") as (room, teacher, (one,)), room.server.open_browser() as late:
        assert await act(teacher, words.GIVE_ALL, minutes="5") == "1 pupil has 5 minutes more."
        await room.join(late, "Signal-64")
        for pupil in (one, late):
            await pupil.get("/exam")
            assert pupil.page.by_class("right")[0].text.startswith(("15:00", "14:5"))
        await teacher.get("/board")
        assert (
            await act(teacher, words.GIVE_ALL, minutes="-5")
            == "Taken back from 2 pupils: 5 minutes, or what was left of them."
        )
        await late.get("/exam")
        assert late.page.by_class("right")[0].text.startswith("9:5")


async def test_all_clocks_stand_and_go_on(exam: CandidatesExam, tmp_path: Path) -> None:
    async with (
        open_board(exam, tmp_path, "Signal-63") as (room, teacher, (pupil,)),
        room.server.open_browser() as late,
    ):
        await room.join(late, "Signal-64", begins=False)
        question = pupil.fields("/exam")
        assert await act(teacher, words.HOLD_ALL) == "All clocks stand: 1 pupil. Nobody can begin."
        assert words.HELD_NOTE in teacher.page.by_id("class").text
        assert row(teacher, "Signal-63")[0] == class_words.STATES["held"]
        # What was on the page when the clock was stopped is not taken.
        await pupil.post("/exam", {**question, "do": "save", "answer": "A"})
        assert pupil.page.by_tag("h1")[0].text == words.HELD_TITLE
        assert not pupil.page.by_tag("form")
        await late.get("/exam")
        assert words.HELD_NOW in late.page.by_id("main").text
        assert not late.page.by_tag("form")
        await late.post("/exam", {**question, "token": "x", "do": "begin"})
        assert find_attempt(tmp_path).is_held
        left = find_left(pupil)
        assert await act(teacher, words.RELEASE_ALL) == "All clocks run again: 1 pupil."
        await pupil.get("/exam")
        assert pupil.page.by_tag("h1")[0].text.startswith("Question 1")
        assert pupil.page.by_class("right")[0].text <= left
        await late.get("/exam")
        await do(late, "begin")
        assert late.page.by_tag("h1")[0].text.startswith("Question 1")
    assert all(not attempt.is_held for attempt in map(read_attempt, (tmp_path / "attempts").glob(f"*{SUFFIX}")))


def find_left(pupil: Browser) -> str:
    return pupil.page.by_class("lead")[0].text


async def test_one_clock_stands_over_a_new_start(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63", "Signal-64") as (_, teacher, (_, other)):
        await open_pupil(teacher, "Signal-63")
        assert await act(teacher, words.HOLD) == "The clock of Signal-63 stands."
        await other.get("/exam")
        assert other.page.by_tag("h1")[0].text.startswith("Question 1")
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as teacher:
        await enter_board(room, teacher)
        assert [row(teacher, name)[0] for name in ("Signal-63", "Signal-64")] == ["stopped", "answering"]
        await open_pupil(teacher, "Signal-63")
        assert await act(teacher, words.RELEASE) == "The clock of Signal-63 runs again."
        assert facts(teacher)[words.STATE] == "answering"


async def test_a_new_name_is_on_all_pages_and_in_the_record(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (room, teacher, (pupil,)):
        stem = pupil.page.by_class("stem")[0].text
        options = [each.text for each in pupil.page.by_class("option")]
        await open_pupil(teacher, "Signal-63")
        assert await act(teacher, words.RENAME, name="Guard-05") == "Signal-63 is Guard-05 from now on."
        assert teacher.page.by_tag("h1")[0].text == "Guard-05"
        assert facts(teacher)[words.EARLIER] == "Signal-63"
        await pupil.get("/exam")
        assert "you are Guard-05" in pupil.page.by_id("said").text
        assert pupil.page.by_class("stem")[0].text == stem
        assert [each.text for each in pupil.page.by_class("option")] == options
        attempt = find_attempt(tmp_path)
        assert (attempt.candidate, attempt.begun.candidate) == ("Guard-05", "Signal-63")
        # Guard-05 would have twice the time; what was looked up at the beginning stays.
        assert pupil.page.by_class("right")[0].text.startswith(("30:", "29:5"))
        async with room.server.open_browser() as owner:
            await room.join(owner, "Signal-63")
            assert owner.page.by_tag("h1")[0].text.startswith("Question 1")
            await teacher.get("/board")
            assert row(teacher, "Guard-05")[0] == row(teacher, "Signal-63")[0] == "answering"
            kept = [read_attempt(path) for path in (tmp_path / "attempts").glob(f"*{SUFFIX}")]
            assert sorted(each.candidate for each in kept) == ["Guard-05", "Signal-63"]
            await do(owner, "save", answer="A")
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as teacher:
        await enter_board(room, teacher)
        assert [row(teacher, name)[0] for name in ("Guard-05", "Signal-63")] == ["answering", "answering"]
        assert len(list((tmp_path / "attempts").glob(f"*{SUFFIX}"))) == 2


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "name"), ("!!", "name"), ("x" * 41, "name"), ("signal 64", "taken")],
)
async def test_a_name_that_cannot_be_is_refused(
    exam: CandidatesExam, tmp_path: Path, name: str, why: words.Refusal
) -> None:
    async with open_board(exam, tmp_path, "Signal-63", "Signal-64") as (room, teacher, _):
        await open_pupil(teacher, "Signal-63")
        assert await act(teacher, words.RENAME, name=name) == words.REFUSALS[why]
        assert teacher.last is not None
        assert teacher.last.status == 422
        assert [pupil.name for pupil in room.house.pupils] == ["Signal-63", "Signal-64"]


async def test_a_name_may_be_spelled_anew_and_markup_is_a_text(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (_, teacher, _):
        await open_pupil(teacher, "Signal-63")
        assert await act(teacher, words.RENAME, name=" SIGNAL  63 ") == "Signal-63 is SIGNAL 63 from now on."
        assert await act(teacher, words.RENAME, name="<b>New</b>") == "SIGNAL 63 is <b>New</b> from now on."
        assert facts(teacher)[words.EARLIER] == "Signal-63, SIGNAL 63"
        assert teacher.page.by_tag("h1")[0].text == "<b>New</b>"


async def test_hand_in_for_a_pupil_and_let_in_again(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (_, teacher, (pupil,)):
        await open_pupil(teacher, "Signal-63")
        assert await act(teacher, words.HAND_IN) == "Handed in for Signal-63."
        assert facts(teacher)[words.STATE] == class_words.STATES["over"]
        assert facts(teacher)[words.ENDED] == "by you"
        receipt = facts(teacher)[words.RECEIPT]
        await pupil.get("/exam")
        assert pupil.page.by_tag("h1")[0].text == class_words.HANDED_IN
        assert words.BY_TEACHER in pupil.page.by_id("said").text
        assert receipt in pupil.page.by_id("said").text
        buttons = [each.text for each in teacher.page.by_tag("button")]
        assert words.GIVE not in buttons
        assert words.HAND_IN not in buttons
        assert await act(teacher, words.LET_IN, minutes="1") == "Signal-63 goes on, with 1 minute more."
        await pupil.get("/exam")
        assert pupil.page.by_tag("h1")[0].text.startswith("Question 1")
        assert "let you in again" in pupil.page.by_id("said").text
        await do(pupil, "hand in")
        await do(pupil, "yes")
        assert receipt not in pupil.page.by_id("said").text
        await open_pupil(teacher, "Signal-63")
        assert facts(teacher)[words.ENDED] == "by the pupil"
        assert await act(teacher, words.LET_IN) == "Signal-63 goes on."


async def test_nobody_goes_on_once_the_sheets_are_out(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (room, teacher, _):
        await open_pupil(teacher, "Signal-63")
        await act(teacher, words.HAND_IN)
        SheetShelf(room.house.store).keep(exam.hash, {})
        assert await act(teacher, words.LET_IN) == words.REFUSALS["released"]
        assert find_attempt(tmp_path).handed_in is not None


async def test_who_is_signed_out_needs_the_new_number(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (room, teacher, (pupil,)):
        await open_pupil(teacher, "Signal-63")
        number = facts(teacher)[words.NUMBER]
        said = await act(teacher, words.SIGN_OUT)
        fresh = facts(teacher)[words.NUMBER]
        assert said == f"Signal-63 is signed out. The new number is {fresh}."
        await pupil.get("/exam")
        assert pupil.page.by_tag("h1")[0].text == class_words.JOIN
        form = {"code": room.house.code, "name": "Signal-63"}
        if number != fresh:
            await pupil.post("/join", {**pupil.fields("/join"), **form, "number": number})
            assert class_words.JOIN_FAULTS["number"] in pupil.page.by_id("main").text
        await pupil.post("/join", {**pupil.fields("/join"), **form, "number": fresh})
        assert pupil.page.by_tag("h1")[0].text.startswith("Question 1")


async def test_the_class_is_closed_and_opened_and_has_a_new_code(exam: CandidatesExam, tmp_path: Path) -> None:
    async with (
        open_board(exam, tmp_path, "Signal-63") as (room, teacher, (pupil,)),
        room.server.open_browser() as late,
    ):
        form = {"code": room.house.code, "name": "Signal-64"}
        assert await act(teacher, words.CLOSE) == "Nobody else can join. Who is in stays in."
        await late.get("/")
        await late.post("/join", form)
        assert class_words.JOIN_FAULTS["closed"] in late.page.by_id("main").text
        assert await act(teacher, words.OPEN) == "Others can join again."
        said = await act(teacher, words.NEW_CODE)
        assert said == f"The class code is {room.house.code} now. Who is in stays in."
        assert room.house.code != form["code"]
        await late.post("/join", form)
        assert class_words.JOIN_FAULTS["code"] in late.page.by_id("main").text
        await late.post("/join", {**form, "code": room.house.code})
        assert late.page.by_id("said").text == "You are in, Signal-64 ."
        await pupil.get("/exam")
        assert pupil.page.by_tag("h1")[0].text.startswith("Question 1")
        code = room.house.code
    async with open_room(exam, tmp_path) as room:
        assert room.house.code == code


async def test_two_windows_do_not_do_one_thing_twice(exam: CandidatesExam, tmp_path: Path) -> None:
    async with (
        open_board(exam, tmp_path, "Signal-63") as (room, teacher, _),
        room.server.open_browser() as second,
    ):
        await enter_board(room, second)
        await act(teacher, words.GIVE_ALL, minutes="5")
        assert await act(second, words.GIVE_ALL, minutes="5") == words.REFUSALS["changed"]
        assert second.last is not None
        assert second.last.status == 409
        # The page of the refusal is of now.
        await act(second, words.GIVE_ALL, minutes="1")
        assert find_attempt(tmp_path).limit.extra == 360
        await open_pupil(teacher, "Signal-63")
        await open_pupil(second, "Signal-63")
        await act(teacher, words.HOLD)
        assert await act(second, words.HAND_IN) == words.REFUSALS["changed"]
        assert await act(second, words.HAND_IN) == "Handed in for Signal-63."


async def test_nobody_else_acts_from_the_board(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (room, teacher, (pupil,)):
        await open_pupil(teacher, "Signal-63")
        path = str(teacher.last and teacher.last.path)
        form = {**teacher.fields("/board/do"), "do": "extend", "minutes": "30"}
        sit = pupil.fields("/exam")
        own = sit["token"]
        assert (await pupil.get(path)).status == 403
        for sender, sent, headers in (
            (pupil, form, {}),
            (pupil, {**form, "token": own}, {}),
            (teacher, {**form, "token": own}, {}),
            (teacher, {**form, "token": ""}, {}),
            (teacher, {key: value for key, value in form.items() if key != "token"}, {}),
            (teacher, form, {"Origin": "http://elsewhere.example"}),
        ):
            assert (await sender.post("/board/do", sent, **headers)).status == 403
        assert (await pupil.post("/exam", {**form, **sit})).status == 200
        assert find_attempt(tmp_path).limit.extra == 0
        assert (await teacher.post("/board/do", form)).status == 200
        assert find_attempt(tmp_path).limit.extra == 1800
        assert room.server.reported == []


@pytest.mark.parametrize("form", [{"pupil": "nobody"}, {"pupil": ""}, {"stamp": "x"}, {"do": "x"}, {"do": ""}, {}])
async def test_a_form_of_nothing_does_nothing(exam: CandidatesExam, tmp_path: Path, form: dict[str, str]) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (_, teacher, _):
        sent = {"token": teacher.fields("/board/do")["token"], "do": "hold", **form}
        answer = await teacher.post("/board/do", sent)
        assert answer.status in (404, 409)
        assert not find_attempt(tmp_path).is_held
        assert (await teacher.get("/board/pupils/nobody")).path == "/board"


async def test_a_class_without_an_exam_has_a_board_all_the_same(tmp_path: Path) -> None:
    async with (
        open_room(None, tmp_path) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as one,
    ):
        await room.join(one, "New", begins=False)
        await enter_board(room, teacher)
        assert words.GIVE_ALL not in [each.text for each in teacher.page.by_tag("button")]
        await open_pupil(teacher, "New")
        assert await act(teacher, words.RENAME, name="Do") == "New is Do from now on."
        sent = {**teacher.fields("/board/do"), "do": "hold"}
        assert (await teacher.post("/board/do", sent)).status == 409


async def test_an_exam_that_has_not_begun_cannot_be_extended(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path) as (room, teacher, _), room.server.open_browser() as pupil:
        await room.join(pupil, "Signal-63", begins=False)
        await open_pupil(teacher, "Signal-63")
        assert words.GIVE not in [each.text for each in teacher.page.by_tag("button")]
        sent = {**teacher.fields("/board/do"), "minutes": "5"}
        for act_name in ("extend", "hold", "release", "hand in", "let in", "take back"):
            answer = await teacher.post("/board/do", {**sent, "do": act_name})
            assert answer.status == 409
            assert answer.page.by_id("said").text == words.REFUSALS["not begun"]
        # The new name holds for the exam that begins then.
        await act(teacher, words.RENAME, name="Guard-05")
        await pupil.get("/exam")
        await do(pupil, "begin")
        assert find_attempt(tmp_path).begun.candidate == "Guard-05"


async def test_the_board_tells_who_is_here(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (_, teacher, _):
        assert row(teacher, "Signal-63")[-1] == words.HERE
        await open_pupil(teacher, "Signal-63")
        assert facts(teacher)[words.SEEN] == words.HERE
        assert facts(teacher)[words.GAPS] == words.NO_GAPS
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as teacher:
        await enter_board(room, teacher)
        assert row(teacher, "Signal-63")[-1].startswith("0:")


def let_time_pass(folder: Path, seconds: float) -> None:
    """Move all that is on file into the past, as if the class had been closed for so long."""
    for path in (folder / "attempts").glob(f"*{SUFFIX}"):
        lines = read_lines(path)
        for line in lines:
            line["at"] = (moment_of(line["at"]) - timedelta(seconds=seconds)).isoformat()
            if "boot" in line:
                line["boot"] = max(0.0, line["boot"] - seconds)
        write_sealed(path, lines)


@pytest.mark.parametrize(("minutes", "is_over"), [(10, False), (50, True)])
async def test_the_time_of_an_outage_is_given_back_in_one_press(
    exam: CandidatesExam, tmp_path: Path, minutes: int, *, is_over: bool
) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (_, teacher, _):
        assert words.GIVE_BACK not in [each.text for each in teacher.page.by_tag("button")]
    let_time_pass(tmp_path, minutes * 60)
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as teacher:
        await enter_board(room, teacher)
        assert row(teacher, "Signal-63")[0] == class_words.STATES["over" if is_over else "answering"]
        lost = "30:00" if is_over else "10:00"
        assert f"up to {lost[:-1]}" in teacher.page.by_id("acts").text.replace("29:59", "30:00")
        said = await act(teacher, words.GIVE_BACK)
        assert said.startswith("1 pupil has up to ")
        await open_pupil(teacher, "Signal-63")
        assert facts(teacher)[words.STATE] == "answering"
        assert facts(teacher)[words.LEFT].startswith(("30:0", "29:5"))
        assert words.LOST not in facts(teacher)
        assert f"{minutes}:0" in facts(teacher)[words.GAPS]
        await teacher.get("/board")
        assert words.GIVE_BACK not in [each.text for each in teacher.page.by_tag("button")]


async def test_a_stop_loses_no_time_and_who_has_handed_in_gets_none_back(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63", "Signal-64") as (_, teacher, (one, _)):
        await do(one, "hand in")
        await do(one, "yes")
        await act(teacher, words.HOLD_ALL)
    let_time_pass(tmp_path, 600)
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as teacher:
        await enter_board(room, teacher)
        assert words.GIVE_BACK not in [each.text for each in teacher.page.by_tag("button")]
        assert words.HELD_NOTE in teacher.page.by_id("class").text
        assert [row(teacher, name)[0] for name in ("Signal-63", "Signal-64")] == ["handed in", "stopped"]


async def test_what_cannot_be_written_is_told_and_nothing_is_half_done(exam: CandidatesExam, tmp_path: Path) -> None:
    async with (
        open_room(exam, tmp_path, has_faults=True) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as pupil,
    ):
        await room.join(pupil, "Signal-63")
        await enter_board(room, teacher)
        await open_pupil(teacher, "Signal-63")
        # A folder in the place of the file is what no disk can write over.
        (tmp_path / "joins.json").unlink()
        (tmp_path / "joins.json").mkdir()
        for button in (words.RENAME, words.SIGN_OUT):
            assert await act(teacher, button, name="Guard-05") == words.REFUSALS["not kept"]
            assert teacher.last is not None
            assert teacher.last.status == 503
        assert facts(teacher)[words.NUMBER] == room.house.pupils[0].number
        assert find_attempt(tmp_path).candidate == room.house.pupils[0].name == "Signal-63"
        await pupil.get("/exam")
        assert pupil.page.by_tag("h1")[0].text.startswith("Question 1")
        (tmp_path / "joins.json").rmdir()
        assert await act(teacher, words.RENAME, name="Guard-05") == "Signal-63 is Guard-05 from now on."


async def test_a_name_that_waits_for_a_full_disk_is_the_old_one(
    exam: CandidatesExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (room, teacher, (pupil,)):
        await open_pupil(teacher, "Signal-63")
        with monkeypatch.context() as patched:

            def full(_: SealedFile, __: bytes) -> None:
                raise OSError(28, "No space left on device")

            patched.setattr(SealedFile, "_write", full)
            assert await act(teacher, words.RENAME, name="Guard-05") == words.REFUSALS["not kept"]
            assert room.house.pupils[0].name == "Signal-63"
        await do(pupil, "save", answer="A")
        assert find_attempt(tmp_path).candidate == "Signal-63"
        await open_pupil(teacher, "Signal-63")
        await act(teacher, words.RENAME, name="Guard-05")
        assert find_attempt(tmp_path).candidate == "Guard-05"


async def test_an_open_page_is_told_of_its_pupil_alone(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63", "Signal-64") as (_, teacher, (one, other)):
        (path,) = {str(each.attributes.get("data-news")) for each in one.page.by_class("sit")}
        assert path == "/news?shown=answering"
        async with listening(one, path) as told, listening(other, path) as others:
            await told.hear("count")
            await others.hear("count")
            await open_pupil(teacher, "Signal-63")
            await act(teacher, words.GIVE, minutes="60")
            assert int(await told.hear("left")) > 5300
            await act(teacher, words.HOLD)
            await told.hear("go")
            assert "go" not in others.heard
        # What was told before the stream was open is made up for.
        async with listening(one, path) as told:
            await told.hear("go")
        async with listening(other, path) as others:
            await others.hear("count")
            assert "go" not in others.heard
        await act(teacher, words.SIGN_OUT)
        assert "event: go" in (await one.get(path)).text
        assert (await one.get("/news")).status == 403


async def test_two_windows_at_one_moment_do_one_thing_once(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63") as (room, teacher, _), room.server.open_browser() as second:
        await enter_board(room, second)
        form = {**teacher.fields("/board/do"), "do": "extend", "minutes": "5"}
        for_all = await asyncio.gather(*(each.post("/board/do", form) for each in (teacher, second)))
        assert sorted(each.status for each in for_all) == [200, 409]
        await open_pupil(teacher, "Signal-63")
        form = {**teacher.fields("/board/do"), "do": "extend", "minutes": "5"}
        for_one = await asyncio.gather(*(each.post("/board/do", form) for each in (teacher, second)))
        assert sorted(each.status for each in for_one) == [200, 409]
        assert find_attempt(tmp_path).limit.extra == 600


async def test_a_page_that_nothing_has_happened_to_is_not_asked_for_anew(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_board(exam, tmp_path, "Signal-63", "Signal-64") as (_, teacher, (one, other)):
        await open_pupil(teacher, "Signal-63")
        await act(teacher, words.HOLD)
        await teacher.get("/board")
        async with listening(one, "/news") as told, listening(other, "/news") as others:
            await told.hear("left")
            await others.hear("left")
            sent = {**teacher.fields("/board/do"), "do": "release"}
            await teacher.post("/board/do", sent)
            await told.hear("go")
            await act(teacher, words.GIVE_ALL, minutes="5")
            async with asyncio.timeout(20):
                while "event: left" not in others.heard:
                    others.heard += (await others.got.content.readany()).decode()
            assert "event: go" not in others.heard
