"""A walk past every page of the servers, in each of their states, for tests that look at pages.

A page that is added to a server and not to its walk is found by ``tests/test_web_pages.py``.
"""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from msgspec.structs import replace

from game.pack.kinds.order import Order
from game.pack.world import World
from game.prose import board_words as words
from game.store.attempt_events import Rules
from game.store.exam_files import TeachersExam
from game.web.classes.class_exams import ClassExams
from game.web.results.result_pages import MARK_PATH, RELEASE_PATH
from game.web.stores.class_plan import ClassDraft, ClassPlan
from game.web.teaching.class_setup import make_plan
from game.web.tours.tour_boards import BOARD_PAGES
from tests.answer_fields import list_right_fields
from tests.browsing import Browser, RunningServer
from tests.class_rooms import RunningClass, do
from tests.live_rounds import answer, drive, press
from tests.test_web_board import act, open_pupil

Look = Callable[[str, Browser], Awaitable[None]]
"""Looks at the page that a browser shows: what it is, and the browser."""

PAGES_OF_A_TOUR = frozenset({"/", "/tour", "/settings", *BOARD_PAGES})
PAGES_OF_A_CLASS = frozenset(
    {
        "/",
        "/{code}",
        "/wait",
        "/exam",
        "/exam/notes",
        "/sheet",
        "/practice",
        "/live",
        "/tour",
        *BOARD_PAGES,
        "/settings",
        "/wall",
        "/board",
        "/board/new",
        "/board/new/pick",
        "/board/pages",
        "/board/live",
        "/board/pupils/{key}",
        "/board/results",
        "/board/results/report",
        "/board/results/reteach",
    }
)
"""Addresses of pages, as the servers declare them. Each is looked at in a walk below."""

NO_PAGES = frozenset(
    {
        "/ok",
        "/news",
        "/board/news",
        "/wall/news",
        "/static/{name}",
        "/picture/{name}",
        "/wall/qr/{name}",
        "/board/results/report.html",
        "/board/results/gradebook.csv",
        "/board/results/marks.csv",
        "/board/results/answers.csv",
        "/board/results/statistics.csv",
        "/board/results/statistics.json",
    }
)
"""Addresses of files and streams."""


async def see(look: Look, name: str, browser: Browser, path: str) -> None:
    """Ask for a page, and look at it."""
    await browser.get(path)
    await look(f"{name} at {path}", browser)


async def walk_tour(server: RunningServer, look: Look) -> None:
    """Past the pages of a tour for visitors."""
    async with server.open_browser() as browser:
        await see(look, "before a tour", browser, "/")
        await browser.begin()
        await look("a tour begins", browser)
        for path in ("/settings", *BOARD_PAGES):
            await see(look, "a new tour", browser, path)
        for line in ("x all", "in", "question", "compare 1 with 2", "dispatch", "north pole", "quiz"):
            await browser.get("/tour")
            await browser.say(line)
            await look(f"after {line}", browser)
        await browser.get("/tour")
        await browser.post("/tour", {**browser.fields(), "stamp": "x", "say": "look", "typed": "1"})
        await look("a line of an old page", browser)
        for path in ("/", "/compare?one=1&other=2", *BOARD_PAGES, "/nothing"):
            await see(look, "a tour", browser, path)


async def walk_class(room: RunningClass, exam: TeachersExam, tour: World, look: Look) -> None:
    """Past the pages of a class that sits an exam, gets its sheets, and practises."""
    async with AsyncExitStack() as stack:
        nobody, teacher, pupil, waiting = [
            await stack.enter_async_context(room.server.open_browser()) for _ in range(4)
        ]
        await _walk_before(room, look, nobody, teacher, pupil)
        await room.join(waiting, "Guard-05", begins=False)
        await _walk_setup(look, teacher, tour)
        ClassExams(room.house.store).keep(exam)
        plan = ClassPlan(mode="exam", title=exam.title, exam=exam.hash)
        await room.house.keep_plan(plan)
        await _walk_exam(room, exam, tour, look, (teacher, pupil, waiting))
        await _walk_results(look, teacher, pupil)
        await _walk_practice(room, exam, look, teacher, pupil)
        await _walk_class_tour(room, look, teacher, pupil)
        await _walk_live_round(room, exam, tour, look, (teacher, pupil, waiting))
        await _walk_open_book(room, exam, look, pupil, waiting)


async def _walk_before(room: RunningClass, look: Look, nobody: Browser, teacher: Browser, pupil: Browser) -> None:
    for path in ("/", f"/{room.house.code}", "/settings", "/board", "/wall", "/nothing"):
        await see(look, "somebody", nobody, path)
    await nobody.get("/")
    await nobody.post("/join", {"code": "WRONG1", "name": "<b>Signal</b>"})
    await look("a wrong code", nobody)
    await nobody.post("/join", {"code": room.house.code, "name": ""})
    await look("no name", nobody)
    await teacher.get(f"/board?key={room.house.board}")
    await look("an empty board", teacher)
    await see(look, "an empty class", teacher, "/wall")
    await room.join(pupil, "Signal-63", begins=False)
    await see(look, "a pupil who waits", pupil, "/wait")
    await see(look, "a pupil", pupil, "/settings?back=/wait")
    await nobody.post("/join", {"code": room.house.code, "name": "Signal-63"})
    await look("a name that is in", nobody)
    for path in ("/board", "/board/results", "/wall"):
        await see(look, "before anything is set up", teacher, path)


async def _walk_setup(look: Look, teacher: Browser, tour: World) -> None:
    await see(look, "a set-up", teacher, "/board/new")
    form = teacher.fields("/board/new")
    await teacher.post("/board/new", {**form, "mode": "exam", "items": "6", "seed": "7", "minutes": "x", "do": "draw"})
    await look("a set-up with a mistake", teacher)
    await teacher.post("/board/new", {**form, "mode": "exam", "items": "6", "seed": "7", "minutes": "9", "do": "draw"})
    await look("a set-up with questions", teacher)
    await see(look, "all rooms", teacher, "/board/new/pick")
    place = next(each.id for each in tour.rooms.values() if each.items)
    await see(look, "one room", teacher, f"/board/new/pick?room={place}")


async def _walk_exam(
    room: RunningClass, exam: TeachersExam, tour: World, look: Look, browsers: tuple[Browser, Browser, Browser]
) -> None:
    teacher, pupil, waiting = browsers
    await see(look, "an exam that has not begun", pupil, "/exam")
    await see(look, "an exam that has not begun", teacher, "/board")
    await room.house.keep_plan(replace(room.house.plan, has_begun=True))
    await see(look, "an exam that may begin", waiting, "/exam")
    await pupil.get("/exam")
    await do(pupil, "begin")
    for number, item in enumerate(exam.items, start=1):
        await look(f"question {number}", pupil)
        if number % 2:
            await do(pupil, "flag", **dict(list_right_fields(pupil.page, tour, item)))
            await look(f"question {number} answered and flagged", pupil)
        await do(pupil, "save")
        if pupil.page.by_class("stem"):
            await do(pupil, f"go {min(number + 1, len(exam.items))}")
    for path in ("/board", "/wall"):
        await see(look, "an exam", teacher, path)
    await _walk_board(look, teacher)
    await pupil.get("/exam")
    await do(pupil, "hand in")
    await look("whether to hand in", pupil)
    await do(pupil, "yes")
    await look("a receipt", pupil)
    await waiting.get("/exam")
    await do(waiting, "begin")
    await do(waiting, "hand in")
    await do(waiting, "yes")
    for path in ("/board", "/wall"):
        await see(look, "the end of an exam", teacher, path)


async def _walk_board(look: Look, teacher: Browser) -> None:
    """Past what a teacher may do to one pupil and to all."""
    for name in ("Signal-63", "Guard-05"):
        await open_pupil(teacher, name)
        await look("the page of a pupil", teacher)
    await open_pupil(teacher, "Signal-63")
    for button, minutes in ((words.GIVE, "x"), (words.GIVE, "5"), (words.HOLD, ""), (words.RELEASE, "")):
        await act(teacher, button, minutes=minutes)
        await look(f"a pupil after {button} {minutes}", teacher)
    await teacher.get("/board")
    for button, minutes in (
        (words.GIVE_ALL, "x"),
        (words.GIVE_ALL, "5"),
        (words.HOLD_ALL, ""),
        (words.RELEASE_ALL, ""),
    ):
        await act(teacher, button, minutes=minutes)
        await look(f"the board after {button} {minutes}", teacher)


async def _walk_results(look: Look, teacher: Browser, pupil: Browser) -> None:
    await see(look, "before marks", teacher, "/board/results")
    await teacher.post(MARK_PATH, teacher.fields(MARK_PATH))
    await look("marks", teacher)
    for path in ("/board/results/report", "/board/results/reteach"):
        await see(look, "marks", teacher, path)
    await teacher.get("/board/results")
    await teacher.post(RELEASE_PATH, teacher.fields(RELEASE_PATH))
    await look("sheets are out", teacher)
    await see(look, "a receipt with a sheet", pupil, "/exam")
    await see(look, "a sheet", pupil, "/sheet")


async def _walk_practice(room: RunningClass, exam: TeachersExam, look: Look, teacher: Browser, pupil: Browser) -> None:
    draft = ClassDraft(mode="practice", items=tuple(item.id for item in exam.items), waits=False)
    await room.house.keep_plan(make_plan(room.house.plan, draft, "Practice", ""))
    await see(look, "a practice", pupil, "/practice")
    for number in range(1, 3 * len(exam.items)):
        if not pupil.page.by_class("stem"):
            break
        await pupil.post("/practice", {**pupil.fields("/practice"), "do": "pass" if number % 2 else "hint"})
        if number <= len(exam.items):
            await look(f"practice, turn {number}", pupil)
        await pupil.post("/practice", {**pupil.fields("/practice"), "do": "pass"})
        await pupil.post("/practice", {**pupil.fields("/practice"), "do": "next"})
    await look("a practice goes on", pupil)
    for path in ("/board", "/wall"):
        await see(look, "a practice", teacher, path)


async def _walk_class_tour(room: RunningClass, look: Look, teacher: Browser, pupil: Browser) -> None:
    plan = replace(room.house.plan, mode="tour", title="Walk", has_begun=False, task="Find two <b>speeds</b>.")
    await room.house.keep_plan(plan)
    await see(look, "a tour that has not begun", pupil, "/tour")
    await room.house.keep_plan(replace(plan, has_begun=True))
    await see(look, "a tour that begins", pupil, "/tour")
    for line in ("x all", "in", "x all", "forward", "x all", "21", "dispatch fill", "dispatch file"):
        await pupil.get("/tour")
        await pupil.say(line)
    await look("a filed page", pupil)
    for path in (*BOARD_PAGES, "/settings"):
        await see(look, "a tour of a class", pupil, path)
    for path in ("/board", "/board/pages", "/wall"):
        await see(look, "a tour of a class", teacher, path)


async def _walk_live_round(
    room: RunningClass, exam: TeachersExam, tour: World, look: Look, browsers: tuple[Browser, Browser, Browser]
) -> None:
    teacher, pupil, waiting = browsers
    # Another paper, for the pupil has handed in the first. What pages have for each kind was looked at there.
    part = slice(1, None, 2)
    exam = replace(exam, items=exam.items[part], questions=exam.questions[part], row_ids=exam.row_ids[part])
    ClassExams(room.house.store).keep(exam)
    await room.house.keep_plan(ClassPlan(mode="live", title=exam.title, exam=exam.hash, has_begun=True))
    everywhere = ((pupil, "/live"), (teacher, "/board/live"), (teacher, "/wall"))
    for browser, path in everywhere:
        await see(look, "a round that has not begun", browser, path)
    for place, item in enumerate(exam.items):
        await drive(teacher, room, f"open {place}")
        await see(look, f"round, question {place}", pupil, "/live")
        if isinstance(item, Order):
            await press(pupil, "down 0")
        await answer(pupil, **dict(list_right_fields(pupil.page, tour, item)))
        await look(f"round, question {place} answered", pupil)
        await see(look, f"round, question {place}", teacher, "/wall")
        for step in ("close", "tell"):
            await drive(teacher, room, step)
            for browser, path in everywhere:
                await see(look, f"round, question {place} after {step}", browser, path)
    await see(look, "a question that one has not answered", waiting, "/live")
    await drive(teacher, room, "end")
    for browser, path in (*everywhere, (teacher, "/board")):
        await see(look, "the end of a round", browser, path)


async def _walk_open_book(room: RunningClass, exam: TeachersExam, look: Look, pupil: Browser, waiting: Browser) -> None:
    """An exam in which a pupil may search the notebook, and stop the clock."""
    rules = Rules(minutes=30, open_book=True, pausable=True)
    few = replace(exam, items=exam.items[:2], questions=exam.questions[:2], row_ids=exam.row_ids[:2], rules=rules)
    ClassExams(room.house.store).keep(few)
    await room.house.keep_plan(ClassPlan(mode="exam", title=few.title, exam=few.hash, has_begun=True))
    for browser, name in ((pupil, "with notes"), (waiting, "without notes")):
        await browser.get("/exam")
        await do(browser, "begin")
        await look("an exam with an open book", browser)
        await see(look, f"a notebook in an exam, {name}", browser, "/exam/notes?q=train")
    await pupil.get("/exam")
    await do(pupil, "pause")
    await look("an exam that is paused", pupil)
