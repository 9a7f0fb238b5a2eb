"""A class that practises in browsers: feedback at once, what was missed comes back, restarts, devices, results."""

from pathlib import Path

from msgspec.structs import replace

from game.pack.kinds import find_key
from game.pack.kinds.order import Order
from game.pack.world import World
from game.prose import class_words as words
from game.prose import setup_words
from game.quiz.bank import Bank
from game.store.attempt_folder import SUFFIX, load_attempt
from game.web.stores.class_plan import ClassDraft
from game.web.teaching.class_setup import make_plan
from tests.answer_fields import list_right_fields, put_in_order
from tests.browsing import Browser
from tests.class_rooms import RunningClass, open_room

TITLE = "Practice"


async def practise(room: RunningClass, items: tuple[str, ...]) -> None:
    draft = ClassDraft(mode="practice", items=items, waits=False)
    await room.house.keep_plan(make_plan(room.house.plan, draft, TITLE, ""))


async def act(browser: Browser, do: str, **answer: str) -> None:
    await browser.post("/practice", {**browser.fields("/practice"), **answer, "do": do})


def choose(tour: World, *kinds: str) -> tuple[str, ...]:
    """The first question of each kind."""
    entries = Bank(tour).entries.values()
    return tuple(next(entry.item.id for entry in entries if entry.kind == kind) for kind in kinds)


async def answer_all(browser: Browser, tour: World) -> int:
    """Answer rightly until the practice is over; how many answers it took."""
    bank, count = Bank(tour), 0
    while browser.page.by_class("stem"):
        stem = browser.page.by_class("stem")[0].text
        item = next(item for item in bank.items.values() if " ".join(item.stem.split()) == stem)
        if isinstance(item, Order):
            await put_in_order(lambda: browser.page, find_key(item, tour), lambda move: act(browser, move))
        await act(browser, "answer", **dict(list_right_fields(browser.page, tour, item)))
        count += 1
        await act(browser, "next")
    return count


async def test_the_board_knows_who_may_begin(tour: World, tmp_path: Path) -> None:
    async with (
        open_room(None, tmp_path) as room,
        room.server.open_browser() as browser,
        room.server.open_browser() as teacher,
    ):
        await room.join(browser, "Guard-05", begins=False)
        await practise(room, choose(tour, "choice"))
        await room.house.keep_plan(replace(room.house.plan, has_begun=False))
        board = await teacher.get(f"/board?key={room.house.board}")
        assert words.STATES["waiting"] in board.page.by_tag("tbody")[0].text
        await teacher.post("/board/begin", teacher.fields("/board/begin"))
        assert teacher.page.by_id("said").text == setup_words.MAY_BEGIN
        assert words.STATES["ready"] in teacher.page.by_tag("tbody")[0].text
        await browser.get("/practice")
        await act(browser, "pass")
        board = await teacher.get("/board")
        assert words.STATES["practising"] in board.page.by_tag("tbody")[0].text


async def test_each_answer_is_told_at_once_and_what_was_missed_comes_back(tour: World, tmp_path: Path) -> None:
    (item_id,) = choose(tour, "choice")
    item = Bank(tour).items[item_id]
    async with open_room(None, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Guard-05", begins=False)
        await practise(room, (item_id,))
        page = (await browser.get("/")).page
        assert page.by_class("stem")[0].text == item.stem
        # Nothing of the feedback is there before the answer.
        assert item.feedback not in page.by_id("main").text
        await act(browser, "answer")
        assert words.NO_ANSWER_YET in browser.page.by_id("said").text
        key = find_key(item, tour)
        letters = {option.by_tag("span")[0].text: option.by_tag("b")[0].text for option in page.by_class("option")}
        wrong = next(letter for text, letter in letters.items() if text not in key)
        await act(browser, "answer", letter=wrong)
        assert "Not quite" in browser.page.by_id("said").text
        assert item.feedback in browser.page.by_id("said").text
        await act(browser, "next")
        # The same question again, or another one on the same fact.
        assert browser.page.by_tag("h1")[0].text == words.ONCE_MORE
        await answer_all(browser, tour)
        assert browser.page.by_tag("h1")[0].text == words.PRACTICE_OVER
        assert "0 of 1" in browser.page.by_id("said").text


async def test_a_practice_goes_on_at_another_device_and_after_a_restart(tour: World, tmp_path: Path) -> None:
    items = choose(tour, "choice", "true-false", "number")
    async with open_room(None, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Guard-05", begins=False)
        (pupil,) = room.house.pupils
        await practise(room, items)
        await browser.get("/practice")
        await act(browser, "pass")
        await act(browser, "next")
        stem = browser.page.by_class("stem")[0].text
        async with room.server.open_browser() as other:
            await other.get("/")
            await other.post("/join", {"code": room.house.code, "name": "Guard-05", "number": pupil.number})
            assert other.page.by_class("stem")[0].text == stem
    async with open_room(None, tmp_path) as room, room.server.open_browser() as browser:
        await browser.get("/")
        await browser.post("/join", {"code": room.house.code, "name": "Guard-05", "number": pupil.number})
        assert browser.page.by_class("stem")[0].text == stem
        await answer_all(browser, tour)
        (path,) = tmp_path.rglob(f"*{SUFFIX}")
        attempt = load_attempt(path)
        assert (attempt.begun.mode, attempt.begun.candidate) == ("practice", "Guard-05")
        # The first answer of each question is kept once, whatever was performed again.
        assert sorted(attempt.marks.values()) == [0.0, 1.0, 1.0]
        # A second go is for practice alone.
        await act(browser, "again")
        assert browser.page.by_tag("h1")[0].text.startswith("Question 1")
        await act(browser, "pass")
        assert load_attempt(path).marks == attempt.marks


async def test_every_kind_is_answered_by_fields(tour: World, tmp_path: Path) -> None:
    kinds = {entry.kind for entry in Bank(tour).entries.values()}
    items = choose(tour, *sorted(kinds))
    async with open_room(None, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Guard-05", begins=False)
        await practise(room, items)
        await browser.get("/practice")
        assert await answer_all(browser, tour) == len(items)
        assert f"{len(items)} of {len(items)}" in browser.page.by_id("said").text


async def test_a_form_that_is_sent_twice_answers_once(tour: World, tmp_path: Path) -> None:
    async with open_room(None, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Guard-05", begins=False)
        await practise(room, choose(tour, "choice", "number"))
        await browser.get("/practice")
        form = {**browser.fields("/practice"), "do": "pass"}
        await browser.post("/practice", form)
        page = browser.page
        await browser.post("/practice", form)
        assert browser.page.by_tag("h1")[0].text == page.by_tag("h1")[0].text


async def test_a_practice_that_cannot_be_kept_says_so(tour: World, tmp_path: Path) -> None:
    async with open_room(None, tmp_path, has_faults=True) as room, room.server.open_browser() as browser:
        await room.join(browser, "Guard-05", begins=False)
        await practise(room, choose(tour, "choice"))
        await browser.get("/practice")
        in_the_way = tmp_path / f"{room.house.plan.practice}.json"
        in_the_way.mkdir()
        await act(browser, "pass")
        assert browser.last is not None
        assert browser.last.status == 503
        assert words.ANSWER_NOT_KEPT in browser.page.by_id("said").text
        in_the_way.rmdir()
        await act(browser, "pass")
        assert words.NEXT_QUESTION in browser.page.by_id("said").text
