"""Questions at doors and in practice, answered by the fields and buttons of the page; nothing is dragged or typed."""

from pathlib import Path

import pytest

from game.pack.kinds import Item, describe_form, find_key
from game.pack.kinds.parts import Instruction
from game.pack.world import World
from game.prose import web_words as words
from tests.answer_fields import list_right_fields, list_steps, put_in_order
from tests.browsing import Browser, Node, running


async def answer(browser: Browser, do: str = "answer", **fields: str) -> None:
    await browser.post("/tour", {**browser.fields(kind="answer"), **fields, "do": do})


async def answer_rightly(browser: Browser, tour: World, item: Item) -> None:
    if describe_form(item).instruction == "order":
        await put_in_order(lambda: browser.page, find_key(item, tour), lambda act: answer(browser, act))
    await answer(browser, **dict(list_right_fields(browser.page, tour, item)))


def find_question(browser: Browser, tour: World, room: str) -> Item | None:
    """The question of a room that waits."""
    text = browser.page.by_id("said").text
    return next((item for item in tour.rooms[room].items if item.stem in text), None)


async def go_on_until(browser: Browser, tour: World, room: str, wanted: Instruction) -> Item:
    """Answer the questions of a room until one of a kind waits."""
    for _ in tour.rooms[room].items:
        await browser.say("question")
        item = find_question(browser, tour, room)
        assert item is not None
        if describe_form(item).instruction == wanted:
            return item
        await browser.say(" ".join(find_key(item, tour)) if describe_form(item).instruction != "proof" else "A1")
        if find_fields(browser.page):
            await browser.press("Skip")
    raise AssertionError(f"{room} asks no {wanted}")


def find_fields(page: Node) -> list[Node]:
    return page.by_class("answer")


@pytest.mark.parametrize(
    ("room", "instruction"),
    [
        ("family", "order"),
        ("guards", "match"),
        ("armour", "proof"),
        ("armour", "all-letters"),
        ("armour", "figure"),
        ("boarding", "words"),
    ],
)
async def test_a_question_at_a_door_is_answered_by_its_fields(
    tour: World, tmp_path: Path, room: str, instruction: Instruction
) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.say(f"go to {tour.rooms[room].name}")
        item = await go_on_until(browser, tour, room, instruction)
        # The options stand in the fields alone, not in the reply as well.
        assert not [each for each in browser.page.by_class("option") if each.tag == "ul"]
        await answer_rightly(browser, tour, item)
        assert "Right" in browser.said, browser.said
        assert not find_fields(browser.page)


async def test_what_is_no_whole_answer_stays_in_its_fields(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.say(f"go to {tour.rooms['guards'].name}")
        item = await go_on_until(browser, tour, "guards", "match")
        await answer(browser)
        assert browser.last is not None
        assert browser.last.status == 422
        assert words.NOTHING_CHOSEN in browser.page.by_id("main").text
        await answer(browser, **{"match-1": "B"})
        assert browser.last.status == 422
        assert words.NOT_WHOLE in browser.page.by_id("main").text
        (on,) = [each for each in browser.page.by_tag("option") if "selected" in each.attributes]
        assert on.text.startswith("B: ")
        # The reply was about something else, so the question stands above its fields again.
        await browser.say("inventory")
        assert browser.page.by_class("answers")[0].by_class("question")[0].text == item.stem
        await answer_rightly(browser, tour, item)
        assert "Right" in browser.said


async def test_a_step_that_was_moved_keeps_the_focus_and_says_its_place(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.say(f"go to {tour.rooms['family'].name}")
        await go_on_until(browser, tour, "family", "order")
        first, *_, last = list_steps(browser.page)
        count = len(list_steps(browser.page))
        for act, way, text, place in (
            ("down 0", "Later", first, 2),
            ("up 1", "Later", first, 1),
            (f"up {count - 1}", "Earlier", last, count - 1),
            (f"down {count - 2}", "Earlier", last, count),
        ):
            await answer(browser, act)
            (focused,) = browser.page.find(lambda node: "autofocus" in node.attributes)
            assert focused.attributes["aria-label"] == f"{way}: {text}. Now {place} of {count}"
            assert list_steps(browser.page)[place - 1] == text
        before = list_steps(browser.page)
        for nothing in ("up 99", "down x", "up", "sideways 1", "up ²"):
            await answer(browser, nothing)
            assert list_steps(browser.page) == before


async def test_a_draft_is_not_kept_for_the_next_time_its_question_is_asked(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.say(f"go to {tour.rooms['family'].name}")
        await go_on_until(browser, tour, "family", "order")
        shown = list_steps(browser.page)
        await answer(browser, "up 1")
        await answer(browser)
        assert not find_fields(browser.page)
        await browser.say("undo")
        await browser.say("question")
        assert list_steps(browser.page) == shown


@pytest.mark.slow
async def test_practice_is_answered_by_buttons_and_fields_alone(tour: World, tmp_path: Path) -> None:
    items = [item for room in tour.rooms.values() for item in room.items]
    by_fields = 0
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        await browser.say("practice all 20")
        for _ in range(20):
            item = next(item for item in items if item.stem in browser.page.by_id("said").text)
            if find_fields(browser.page):
                by_fields += 1
                await answer_rightly(browser, tour, item)
            else:
                (key, *_), offers = find_key(item, tour), browser.page.by_class("offers")[0].by_tag("button")
                await browser.press(next(each.text for each in offers if each.text.endswith(key)))
        assert by_fields >= 2, "the round has no questions with fields"
        assert "20 of 20" in browser.said
        assert not browser.page.by_class("answers")
