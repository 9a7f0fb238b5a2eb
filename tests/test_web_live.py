"""A live round: the teacher opens a question, all answer, the wall shows what the class thinks, then the key."""

from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.exam_making import ExamTerms, make_exam
from game.commandline.main import main
from game.pack.kinds import Item, find_key
from game.pack.kinds.order import Order
from game.pack.world import World
from game.prose import board_words
from game.prose import live_words as words
from game.quiz.bank import Bank
from game.quiz.papers import Paper, Selection
from game.store.attempt_events import Rules
from game.store.attempt_folder import SUFFIX, read_attempt
from game.store.exam_files import MAX_QUESTIONS, CandidatesExam, TeachersExam, dump_exam
from game.web.classes.teacher_places import RESULTS_PATH, SETUP_PATH, find_pupil_path
from game.web.modes.live_key import LiveKey
from game.web.modes.live_mode import LiveMode
from game.web.modes.live_state import LiveRound, act
from game.web.modes.live_tally import MAX_FORM_CHARACTERS, MIN_ON_WALL
from tests.answer_fields import list_right_fields, put_in_order
from tests.browsing import Answer, Browser
from tests.class_rooms import RunningClass, make_exam_of_each_kind
from tests.live_rounds import answer, drive, open_round, press
from tests.test_web_news import EVENT, listening


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


class People(AsyncExitStack):
    """A teacher, a wall, and pupils who are in."""

    def __init__(self, room: RunningClass) -> None:
        super().__init__()
        self.room = room

    async def open(self) -> Browser:
        return await self.enter_async_context(self.room.server.open_browser())

    async def open_wall(self) -> Browser:
        wall = await self.open()
        await wall.get(f"/wall?key={self.room.house.wall}")
        return wall

    async def join(self, name: str) -> Browser:
        pupil = await self.open()
        await self.room.join(pupil, name, begins=False)
        return pupil


def place_of(exam: TeachersExam, instruction: str) -> int:
    return next(place for place, each in enumerate(exam.questions) if each.instruction == instruction)


def find_ways_on(answer: Answer) -> set[str | None]:
    """What the links of a page, without the line of all pages, lead to."""
    return {link.attributes.get("href") for link in answer.page.by_id("main").by_tag("a")}


async def answer_rightly(pupil: Browser, tour: World, item: Item) -> None:
    await pupil.get("/live")
    if isinstance(item, Order):
        await put_in_order(lambda: pupil.page, find_key(item, tour), lambda act: press(pupil, act))
    await answer(pupil, **dict(list_right_fields(pupil.page, tour, item)))


async def test_each_kind_is_asked_counted_and_told(teachers: TeachersExam, tour: World, tmp_path: Path) -> None:
    async with open_round(teachers, tmp_path / "class") as room, People(room) as people:
        teacher, wall = await people.open(), await people.open_wall()
        one, other = await people.join("Signal-63"), await people.join("Guard-05")
        silent = await people.join("Lantern-19")
        for place, item in enumerate(teachers.items):
            await drive(teacher, room, f"open {place}")
            for pupil in (one, other):
                await answer_rightly(pupil, tour, item)
                assert words.KEPT in pupil.page.by_id("said").text
            page = (await wall.get("/wall")).page
            assert page.by_class("count")[0].text == "2 of 3 have answered"
            assert not page.by_class("tally")
            await drive(teacher, room, "close")
            page = (await wall.get("/wall")).page
            assert item.feedback not in page.text
            assert not page.by_class("right")
            await drive(teacher, room, "tell")
            page = (await wall.get("/wall")).page
            told = page.by_class("key-told")[0]
            assert item.feedback in told.text
            assert told.by_class("source")
            right = page.by_class("tally")[0].by_class("right")
            assert right
            assert all(row.by_tag("b")[0].text == "2" for row in right), item
            for pupil in (one, other):
                said = (await pupil.get("/live")).page.by_id("said")
                assert said.by_class("right")
                assert item.feedback in said.text
                assert said.by_class("source")
            assert words.NONE_GIVEN in (await silent.get("/live")).page.by_id("said").text
        await drive(teacher, room, "end")
        assert words.RECEIPT in (await one.get("/live")).page.by_id("said").text
        assert words.RECEIPT not in (await silent.get("/live")).page.by_id("said").text
        page = (await wall.get("/wall")).page
        assert page.by_tag("h1")[0].text == words.OVER
        assert not page.by_class("strip"), "there is nothing to come in for"
        assert {SETUP_PATH, RESULTS_PATH} <= find_ways_on(await teacher.get("/board/live"))
    assert_all_right(teachers, tmp_path)


def assert_all_right(teachers: TeachersExam, folder: Path) -> None:
    """``results`` collects the answers of a round like those of an exam."""
    untimed = msgspec.structs.replace(teachers, rules=Rules(), allowances={})
    (folder / "live.exam").write_bytes(dump_exam(untimed))
    attempts, out = folder / "class" / "attempts", folder / "all"
    assert len(list(attempts.glob(f"*{SUFFIX}"))) == 2
    typed = ["results", "collect", str(attempts), "--exam", str(folder / "live.exam"), "--folder", str(out)]
    assert main([*typed, "--witnessed"]) == 0
    marked = [read_attempt(path) for path in out.glob(f"*{SUFFIX}")]
    assert len(marked) == 2
    assert all(set(each.marks.values()) == {1.0} for each in marked)


def make_exams_of_all(tour: World) -> Iterator[TeachersExam]:
    """Every item of the bank, in as many exams as that takes."""
    bank = Bank(tour)
    items = tuple(bank.items.values())
    for first in range(0, len(items), MAX_QUESTIONS):
        some = items[first : first + MAX_QUESTIONS]
        paper = Paper(bank, 0, Selection(items=len(some)), items=some)
        yield make_exam(paper, ExamTerms("All", Rules(), {}), code="", bank=bank.digest, secret="hidden-from-all")


@pytest.mark.slow  # asks every question of the bank
async def test_nothing_of_a_key_leaves_the_server_before_it_is_told(tour: World, tmp_path: Path) -> None:
    asked = 0
    for number, exam in enumerate(make_exams_of_all(tour)):
        async with open_round(exam, tmp_path / str(number)) as room, People(room) as people:
            teacher, wall, pupil = await people.open(), await people.open_wall(), await people.join("Signal-63")
            async with listening(pupil, "/news") as news, listening(wall, "/wall/news") as wall_news:
                for place, item in enumerate(exam.items):
                    for step in (f"open {place}", "close"):
                        await drive(teacher, room, step)
                        pages = [(await pupil.get("/live")).text, (await wall.get("/wall")).text]
                        check_no_key(exam, tour, place, pages)
                        assert item.stem in pupil.page.by_id("said").text or "  " in item.stem
                    asked += 1
                for stream in (news, wall_news):
                    await stream.hear("count")
                    assert EVENT.sub("", stream.heard.replace(":\n\n", "")) == ""
    assert asked == len(Bank(tour).items) > 250


def check_no_key(exam: TeachersExam, tour: World, place: int, pages: list[str]) -> None:
    item, question = exam.items[place], exam.questions[place]
    shown = " ".join((exam.title, item.stem, question.unit, *question.options, *question.rows))
    for page in pages:
        assert item.id not in page
        assert item.feedback not in page
        assert not any(fact_id in page for fact_id in item.facts if "-" in fact_id and fact_id not in shown)
        assert exam.secret not in page
    if question.instruction in ("figure", "words"):
        for part in find_key(item, tour):
            assert part in shown or f">{part}<" not in pages[0]
    others = (each.stem for at, each in enumerate(exam.questions) if at != place and each.stem != item.stem)
    assert not any(f">{stem}<" in page for stem in others for page in pages), "each page holds one question"


async def test_pages_are_the_same_where_no_key_is_in_the_class(teachers: TeachersExam, tmp_path: Path) -> None:
    seen = []
    for exam in (teachers, teachers.make_candidates_exam()):
        texts = []
        async with open_round(exam, tmp_path / type(exam).__name__) as room, People(room) as people:
            teacher, wall, pupil = await people.open(), await people.open_wall(), await people.join("Signal-63")
            for place in range(len(exam.questions)):
                for step in (f"open {place}", "close"):
                    await drive(teacher, room, step)
                    texts.append((await pupil.get("/live")).page.by_id("said").text)
                    page = (await wall.get("/wall")).page
                    texts += [part.text for kind in ("stem", "count", "tally") for part in page.by_class(kind)]
        seen.append(texts)
    assert seen[0] == seen[1]
    assert len(seen[0]) > 50


async def test_without_the_file_of_the_teacher_no_key_is_told(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_round(teachers.make_candidates_exam(), tmp_path) as room, People(room) as people:
        teacher = await people.open()
        await drive(teacher, room, "open 0")
        await drive(teacher, room, "close")
        told = await drive(teacher, room, "tell")
        assert told.status == 409
        assert words.NO_KEY in told.page.by_id("main").text
        assert words.TELL in told.page.by_id("drive").text


async def test_an_answer_is_changed_until_the_question_is_closed(teachers: TeachersExam, tmp_path: Path) -> None:
    place = place_of(teachers, "letter")
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, wall, pupil = await people.open(), await people.open_wall(), await people.join("Signal-63")
        await drive(teacher, room, f"open {place}")
        for letter in "AB":
            await answer(pupil, letter=letter)
            (on,) = pupil.page.find(lambda node: "checked" in node.attributes)
            assert on.attributes["value"] == letter
        form = {**pupil.fields("/live"), "letter": "A", "do": "answer"}
        await drive(teacher, room, "close")
        late = await pupil.post("/live", form)
        assert late.status == 409
        assert words.CAME_LATE in late.page.by_id("said").text
        # Nor with the stage that the page has now.
        assert (await pupil.post("/live", {**form, "stamp": stage_of(pupil)})).status == 409
        rows = (await wall.get("/wall")).page.by_class("tally")[0].by_tag("li")
        options = dict(zip("AB", [row.by_class("form")[0].text for row in rows], strict=False))
        assert sum(int(row.by_tag("b")[0].text) for row in rows) == 1
        given = (await pupil.get("/live")).page.by_id("said").by_tag("b")[0].text
        (chosen,) = [row for row in rows if row.by_tag("b")[0].text == "1"]
        assert chosen.by_class("form")[0].text in given
        assert options


def stage_of(pupil: Browser) -> str:
    return str(pupil.page.by_id("round").attributes["data-stage"])


async def test_an_answer_counts_for_its_own_question(teachers: TeachersExam, tmp_path: Path) -> None:
    first, second, *_ = [at for at, each in enumerate(teachers.questions) if each.instruction == "letter"]
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, pupil = await people.open(), await people.join("Signal-63")
        await drive(teacher, room, f"open {first}")
        await pupil.get("/live")
        form = {**pupil.fields("/live"), "letter": "A", "do": "answer"}
        await drive(teacher, room, "close")
        await drive(teacher, room, f"open {second}")
        assert (await pupil.post("/live", form)).status == 409
        assert not pupil.page.find(lambda node: "checked" in node.attributes)
        assert (await teacher.get("/board/live")).page.by_class("count")[0].text == "0 of 1 have answered"


async def test_no_key_is_read_before_it_is_told(
    teachers: TeachersExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = LiveMode._read_key

    def note(mode: LiveMode, digest: str) -> LiveKey | None:
        read.append(digest)
        return real(mode, digest)

    monkeypatch.setattr(LiveMode, "_read_key", note)
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, wall, pupil = await people.open(), await people.open_wall(), await people.join("Signal-63")
        for step, is_read in (("open 0", False), ("close", False), ("tell", True), ("open 1", False)):
            read.clear()
            await drive(teacher, room, step)
            for browser, path in ((pupil, "/live"), (wall, "/wall"), (teacher, "/board/live"), (teacher, "/board")):
                assert (await browser.get(path)).status == 200
            assert bool(read) is is_read, step


async def test_what_is_no_answer_is_told_and_stays(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, pupil = await people.open(), await people.join("Signal-63")
        await drive(teacher, room, f"open {place_of(teachers, 'figure')}")
        bad = await answer(pupil, answer="about so many")
        assert bad.status == 422
        assert words.NO_ANSWER in bad.page.by_id("said").text
        assert bad.page.by_id("answer").attributes["value"] == "about so many"
        assert (await answer(pupil, answer="12")).status == 200
        assert words.KEPT in pupil.page.by_id("said").text


async def test_a_class_that_is_opened_again_is_where_it_was(teachers: TeachersExam, tmp_path: Path) -> None:
    place = place_of(teachers, "letter")
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, pupil = await people.open(), await people.join("Signal-63")
        await drive(teacher, room, f"open {place}")
        await answer(pupil, letter="B")
        (key,) = [each.value for each in pupil.session.cookie_jar]
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, wall, pupil = await people.open(), await people.open_wall(), await people.open()
        pupil.session.cookie_jar.update_cookies({room.server.address.cookie: key})
        page = (await pupil.get("/live")).page
        (on,) = page.find(lambda node: "checked" in node.attributes)
        assert on.attributes["value"] == "B"
        assert (await wall.get("/wall")).page.by_class("count")[0].text == "1 of 1 has answered"
        # It goes on: another answer in the same file, and the next step.
        await answer(pupil, letter="A")
        await drive(teacher, room, "close")
        assert words.CLOSED in (await pupil.get("/live")).page.by_id("said").text
    assert len(list((tmp_path / "attempts").glob(f"*{SUFFIX}"))) == 1


async def test_who_comes_late_and_a_second_device_see_what_is_so_now(teachers: TeachersExam, tmp_path: Path) -> None:
    place = place_of(teachers, "letter")
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, one = await people.open(), await people.join("Signal-63")
        assert words.WAIT_FOR_FIRST in one.page.by_id("said").text
        await drive(teacher, room, f"open {place}")
        await answer(one, letter="B")
        late = await people.join("Guard-05")
        assert late.page.by_tag("h1")[0].text == words.name_question(place + 1, len(teachers.items))
        assert late.page.by_tag("fieldset")
        other, (pupil, _) = await people.open(), sorted(room.house.pupils, key=lambda each: each.name == "Guard-05")
        await other.get("/")
        await other.post("/join", {"code": room.house.code, "name": "signal 63", "number": pupil.number})
        (on,) = other.page.find(lambda node: "checked" in node.attributes)
        assert on.attributes["value"] == "B"


async def test_the_yellow_line_says_what_it_shows(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, wall, pupil = await people.open(), await people.open_wall(), await people.join("Signal-63")
        await drive(teacher, room, "open 0")
        for browser, path in ((wall, "/wall"), (pupil, "/live"), (teacher, "/board/live")):
            (line, *_) = (await browser.get(path)).page.by_tag("progress")
            assert line.attributes["aria-label"] == words.name_question(1, len(teachers.items))


async def test_a_pupil_who_gets_another_name_keeps_all_answers(teachers: TeachersExam, tmp_path: Path) -> None:
    place = place_of(teachers, "letter")
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, wall, pupil = await people.open(), await people.open_wall(), await people.join("Signal-63")
        await drive(teacher, room, f"open {place}")
        await answer(pupil, letter="B")
        given = checked_text(pupil)
        (known,) = room.house.pupils
        await rename(teacher, known.key, "Guard-05")
        assert [each.name for each in room.house.pupils] == ["Guard-05"]
        # The options stay in the order in which they were shown, so that the letter means the same answer.
        await pupil.get("/live")
        assert checked_text(pupil) == given
        assert (await wall.get("/wall")).page.by_class("count")[0].text == "1 of 1 has answered"
        (key,) = [each.value for each in pupil.session.cookie_jar]
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, pupil = await people.open(), await people.open()
        pupil.session.cookie_jar.update_cookies({room.server.address.cookie: key})
        await pupil.get("/live")
        assert checked_text(pupil) == given
        await drive(teacher, room, "close")
        await drive(teacher, room, "end")
    (path,) = (tmp_path / "attempts").glob(f"*{SUFFIX}")
    assert (read_attempt(path).begun.candidate, read_attempt(path).candidate) == ("Signal-63", "Guard-05")


def checked_text(pupil: Browser) -> str:
    (label,) = [each for each in pupil.page.by_class("option") if each.find(lambda node: "checked" in node.attributes)]
    return label.by_tag("span")[0].text


async def rename(teacher: Browser, key: str, name: str) -> None:
    await teacher.get(find_pupil_path(key))
    (button,) = [each for each in teacher.page.by_tag("button") if each.text == board_words.RENAME]
    forms = [
        form for form in teacher.page.by_tag("form") if button.text in [each.text for each in form.by_tag("button")]
    ]
    hidden = [each.attributes for each in forms[0].by_tag("input") if each.attributes.get("type") == "hidden"]
    fields = {str(each["name"]): str(each["value"]) for each in hidden}
    pressed = {str(button.attributes["name"]): str(button.attributes["value"])}
    await teacher.post("/board/do", {**fields, **pressed, "name": name})


async def test_a_key_pressed_twice_does_one_thing(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher = await people.open()
        await drive(teacher, room, "open 0")
        form = {**teacher.fields("/board/live"), "do": "close"}
        await teacher.post("/board/live", form)
        await teacher.post("/board/live", {**form, "do": "tell"})
        assert words.TELL in teacher.page.by_id("drive").by_tag("button")[0].text


async def test_only_the_teacher_drives(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, wall, pupil = await people.open(), await people.open_wall(), await people.join("Signal-63")
        await drive(teacher, room, "open 0")
        form = {**teacher.fields("/board/live"), "do": "close"}
        for other in (wall, pupil):
            assert (await other.get("/board/live")).status == 403
            assert (await other.post("/board/live", form)).status == 403
        assert (await teacher.post("/board/live", {**form, "token": "forged"})).status == 403
        assert words.CLOSE in (await teacher.get("/board/live")).page.by_id("drive").text


async def test_typed_answers_are_inert_and_those_of_one_alone_are_not_shown(
    teachers: TeachersExam, tmp_path: Path
) -> None:
    bad, long, alone = "<b onclick=x>\u202e12</b>", "y" * 400, "what one pupil alone wrote"
    assert MIN_ON_WALL == 2
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, wall = await people.open(), await people.open_wall()
        await drive(teacher, room, f"open {place_of(teachers, 'words')}")
        for number, text in enumerate((bad, bad.upper(), f" {bad}", long, long, alone)):
            await answer(await people.join(f"Signal-{number}"), answer=text)
        await drive(teacher, room, "close")
        for browser, path in ((wall, "/wall"), (teacher, "/board/live")):
            got = await browser.get(path)
            page, text = got.page, got.text
            assert "<b onclick" not in text
            assert "\u202e" not in text
            rows = page.by_class("tally")[0].by_tag("li")
            assert [row.by_tag("b")[0].text for row in rows] == ["3", "2"]
            assert len(rows[1].by_class("form")[0].text) <= MAX_FORM_CHARACTERS
            assert alone not in text
            assert words.count_others(1) in page.by_id("main").text
            assert "Signal" not in page.by_id("wall" if path == "/wall" else "seen").text


async def test_what_cannot_be_kept_is_told_and_can_be_sent_again(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_round(teachers, tmp_path, has_faults=True) as room, People(room) as people:
        teacher, pupil = await people.open(), await people.join("Signal-63")
        await drive(teacher, room, f"open {place_of(teachers, 'letter')}")
        # A file in the place of the folder is what no disk can write into.
        (tmp_path / "attempts").write_text("in the way")
        refused = await answer(pupil, letter="A")
        assert refused.status == 503
        assert words.NOT_KEPT in refused.page.by_id("said").text
        assert str(tmp_path) not in refused.text
        (tmp_path / "attempts").unlink()
        assert (await answer(pupil, letter="A")).status == 200
        assert words.KEPT in pupil.page.by_id("said").text
        assert len(room.server.reported) == 1


async def test_a_class_in_another_mode_has_no_round(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_round(teachers, tmp_path) as room, People(room) as people:
        teacher, pupil = await people.open(), await people.join("Signal-63")
        await drive(teacher, room, "open 0")
        await room.house.keep_plan(msgspec.structs.replace(room.house.plan, mode="exam"))
        assert (await pupil.get("/live")).path == "/exam"
        empty = await teacher.get("/board/live")
        assert words.OTHER_MODE in empty.page.by_id("main").text
        assert {SETUP_PATH, RESULTS_PATH} <= find_ways_on(empty)
        assert (await pupil.post("/live", {**pupil.fields("/exam"), "do": "answer"})).path == "/exam"


async def test_a_round_takes_no_clock_from_its_exam(teachers: TeachersExam, tmp_path: Path) -> None:
    short: CandidatesExam = msgspec.structs.replace(teachers.make_candidates_exam(), rules=Rules(minutes=0.0001))
    async with open_round(short, tmp_path) as room, People(room) as people:
        teacher, pupil = await people.open(), await people.join("Guard-05")
        for place in (place_of(teachers, "letter"), place_of(teachers, "figure")):
            await drive(teacher, room, f"open {place}")
            await answer(pupil, letter="A", answer="12")
            assert words.KEPT in pupil.page.by_id("said").text
            await drive(teacher, room, "close")
    (path,) = (tmp_path / "attempts").glob(f"*{SUFFIX}")
    assert read_attempt(path).begun.rules == Rules()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["open 0", "open 1", "open 2", "open 9", "open x", "close", "tell", "end", ""])))
def test_whatever_is_pressed_no_key_is_told_of_a_question_that_is_open(acts: list[str]) -> None:
    round_ = LiveRound()
    for each in acts:
        fresh = act(round_, each, 3)
        assert fresh.turn == round_.turn + (fresh is not round_)
        assert set(fresh.told) <= set(fresh.asked) <= {0, 1, 2}
        assert fresh.step != "open" or fresh.place not in fresh.told
        assert fresh.step != "told" or fresh.place in fresh.told
        assert round_.step != "over" or fresh is round_
        assert (fresh.find_next(3) is None) == (len(fresh.asked) == 3)
        round_ = fresh
