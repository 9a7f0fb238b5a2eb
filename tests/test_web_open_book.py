"""Exams in browsers whose rules open the notebook or let a pupil stop the clock."""

from pathlib import Path

import msgspec
import pytest

from game.pack.world import World
from game.prose import class_words as words
from game.store.attempt_events import Paused, Rules, WentOn
from game.store.attempt_folder import SUFFIX, load_attempt
from game.store.exam_files import CandidatesExam
from game.web.stores.class_plan import ClassPlan
from tests.browsing import Browser
from tests.class_rooms import RunningClass, do, make_exam_of_each_kind, open_room


@pytest.fixture(scope="module")
def exam(tour: World) -> CandidatesExam:
    return make_exam_of_each_kind(tour).make_candidates_exam()


async def walk(room: RunningClass, browser: Browser, *lines: str) -> None:
    """Let the class walk the tour, and type some lines there."""
    plan = room.house.plan
    await room.house.keep_plan(ClassPlan(mode="tour", has_begun=True))
    await browser.get("/tour")
    for line in lines:
        await browser.say(line)
    await room.house.keep_plan(plan)


async def test_an_open_book_holds_what_the_pupil_has_noted(exam: CandidatesExam, tmp_path: Path) -> None:
    open_book = msgspec.structs.replace(exam, rules=Rules(minutes=30, open_book=True))
    async with (
        open_room(open_book, tmp_path) as room,
        room.server.open_browser() as browser,
        room.server.open_browser() as other,
    ):
        await room.join(browser, "Signal-63", begins=False)
        await walk(room, browser, "take all", "notes")
        # Before the exam begins, and for somebody who is not in, there is no page of it.
        assert (await browser.get("/exam/notes")).path == "/exam"
        assert (await other.get("/exam/notes")).path == "/"
        await browser.get("/exam")
        await do(browser, "begin")
        (link,) = [a for a in browser.page.by_tag("a") if a.attributes.get("href") == "/exam/notes"]
        assert link.text == words.OPEN_NOTEBOOK
        page = (await browser.get("/exam/notes")).page
        notes = [row.text for row in page.by_class("notes")[0].by_tag("li")]
        assert notes
        word = notes[0].split()[0]
        found = (await browser.get(f"/exam/notes?q={word}")).page
        assert notes[0] in [row.text for row in found.by_class("notes")[0].by_tag("li")]
        assert words.NOTHING_FOUND in (await browser.get("/exam/notes?q=zebra")).page.by_id("main").text
        await room.join(other, "Guard-05")
        assert words.NO_NOTEBOOK in (await other.get("/exam/notes")).page.by_id("main").text
        await browser.get("/exam")
        await do(browser, "hand in")
        await do(browser, "yes")
        assert (await browser.get("/exam/notes")).path == "/exam"


async def test_a_closed_book_stays_closed(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        assert words.OPEN_NOTEBOOK not in browser.page.by_id("main").text
        assert (await browser.get("/exam/notes")).path == "/exam"
        await do(browser, "pause")
        assert browser.page.by_tag("h1")[0].text.startswith("Question 1")


async def test_a_pupil_stops_the_clock_where_the_rules_allow_it(exam: CandidatesExam, tmp_path: Path) -> None:
    pausable = msgspec.structs.replace(exam, rules=Rules(minutes=30, pausable=True))
    async with (
        open_room(pausable, tmp_path) as room,
        room.server.open_browser() as browser,
        room.server.open_browser() as teacher,
    ):
        await room.join(browser, "Signal-63")
        await do(browser, "go 3")
        await do(browser, "pause")
        assert browser.page.by_tag("h1")[0].text == words.PAUSED
        assert not browser.page.by_tag("fieldset")
        await teacher.get(f"/board?key={room.house.board}")
        assert words.STATES["paused"] in teacher.page.by_tag("tbody")[0].text
        await do(browser, "begin")
        assert browser.page.by_tag("h1")[0].text.startswith("Question 3")
    (path,) = tmp_path.rglob(f"*{SUFFIX}")
    kinds = [type(event) for event in load_attempt(path).events]
    assert kinds.index(Paused) < kinds.index(WentOn)
