"""A class that walks the tour: each pupil a tour of their own, answers for results, the board, and the front pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec.structs import replace

from game.classroom.class_record import load_class
from game.pack.world import World
from game.prose import class_tour_words
from game.web.modes.tour_homes import TourHomes
from tests.browsing import Browser
from tests.class_rooms import RunningClass, open_room

FILE = (
    "x all", "in", "x all", "forward", "x all", "21", "dispatch fill", "dispatch file",
)  # fmt: skip


@asynccontextmanager
async def open_walk(
    folder: Path, *, has_begun: bool = True, task: str = "", begins: str = ""
) -> AsyncIterator[RunningClass]:
    """A class that walks the tour."""
    async with open_room(None, folder) as room:
        plan = replace(room.house.plan, mode="tour", title="Walk", has_begun=has_begun, task=task, begins=begins)
        await room.house.keep_plan(plan)
        yield room


async def look_at_board(room: RunningClass) -> str:
    async with room.server.open_browser() as teacher:
        await teacher.get(f"/board?key={room.house.board}")
        return teacher.page.by_id("board").text


async def take_key(browser: Browser) -> str:
    (key,) = [each.value for each in browser.session.cookie_jar]
    return key


async def test_each_pupil_has_a_tour_and_the_board_tells_how_far(tmp_path: Path) -> None:
    async with open_walk(tmp_path) as room, room.server.open_browser() as one, room.server.open_browser() as other:
        await room.join(one, "Signal-63", begins=False)
        assert one.last is not None
        assert one.last.path == "/tour"
        await room.join(other, "Guard-05", begins=False)
        await one.say("x all")
        await one.say("in")
        assert one.page.by_tag("h1")[0].text == "Boarding carriage"
        await other.get("/tour")
        assert other.page.by_tag("h1")[0].text == "Pyongyang platform"
        board = await look_at_board(room)
        assert "Signal-63 on the tour 1 Boarding carriage · 6 facts · 0 of 9 questions closed" in board
        assert "Guard-05 on the tour Pyongyang platform" in board
        # On a tour nobody waits, so the number for another device stands here.
        await one.get("/settings")
        numbers = [pupil.number for pupil in room.house.pupils if pupil.name == "Signal-63"]
        assert [each.by_tag("b")[0].text for each in one.page.by_class("frame")] == numbers
        assert one.page.by_class("offers"), "the units of the tour"
        async with room.server.open_browser() as stranger:
            await stranger.get("/settings")
            assert not stranger.page.by_class("frame")
        for path in ("/notebook", "/plan", "/journeys", "/end", "/settings"):
            assert (await one.get(path)).status == 200
    assert len(list((tmp_path / "tours").iterdir())) == 2


async def test_who_has_not_begun_waits_and_makes_no_folder(tmp_path: Path) -> None:
    async with open_walk(tmp_path, has_begun=False) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63", begins=False)
        assert "You are in, Signal-63 ." in browser.page.by_id("said").text
        assert "waiting" in await look_at_board(room)
        assert not (tmp_path / "tours").exists()
        await room.house.keep_plan(replace(room.house.plan, has_begun=True))
        assert "may begin" in await look_at_board(room)
        await browser.get("/tour")
        assert browser.page.by_tag("h1")[0].text == "Pyongyang platform"


async def test_nobody_else_reaches_a_tour(tmp_path: Path) -> None:
    async with open_walk(tmp_path) as room, room.server.open_browser() as browser:
        for path in ("/tour", "/notebook", "/page"):
            assert (await browser.get(path)).path == "/"
        assert (await browser.get("/board/pages")).status == 403
        await room.join(browser, "Signal-63", begins=False)
        picture = str(browser.page.by_tag("img")[0].attributes["src"])
        assert (await browser.get(picture)).status == 200
        async with room.server.open_browser() as stranger:
            assert (await stranger.get(picture)).status == 404
        # In another mode, the pages of the tour lead to the page of that mode.
        await room.house.keep_plan(replace(room.house.plan, mode=None))
        assert (await browser.get("/notebook")).path == "/wait"


async def test_a_second_device_and_a_restart_go_on(tmp_path: Path) -> None:
    async with open_walk(tmp_path) as room, room.server.open_browser() as one, room.server.open_browser() as other:
        await room.join(one, "Signal-63", begins=False)
        await one.say("in")
        (pupil,) = room.house.pupils
        await other.get("/")
        form = {**other.fields("/join"), "code": room.house.code, "name": "signal 63", "number": pupil.number}
        await other.post("/join", form)
        assert other.page.by_tag("h1")[0].text == "Boarding carriage"
        assert (await one.get("/tour")).path == "/"
        key = await take_key(other)
    async with open_room(None, tmp_path) as room, room.server.open_browser() as browser:
        # The board tells before anybody has come again.
        assert "1 Boarding carriage" in await look_at_board(room)
        browser.session.cookie_jar.update_cookies({room.server.address.cookie: key})
        await browser.get("/tour")
        assert browser.page.by_tag("h1")[0].text == "Boarding carriage"


async def test_a_teacher_says_what_to_do_and_where_to_begin(tour: World, tmp_path: Path) -> None:
    async with (
        open_walk(tmp_path, task="Find two <b>speeds</b>.", begins="armour") as room,
        room.server.open_browser() as browser,
    ):
        await room.join(browser, "Signal-63", begins=False)
        assert browser.page.by_tag("h1")[0].text == tour.rooms["armour"].name
        assert browser.page.by_class("task")[0].text == "Your task: Find two <b>speeds</b>."
        await browser.say("back")
        key = await take_key(browser)
    async with open_room(None, tmp_path) as room, room.server.open_browser() as browser:
        browser.session.cookie_jar.update_cookies({room.server.address.cookie: key})
        await browser.get("/tour")
        assert browser.page.by_tag("h1")[0].text == "Boarding carriage", "a tour that goes on does not begin again"


async def test_answers_at_doors_and_in_practice_count_in_results(tour: World, tmp_path: Path) -> None:
    async with open_walk(tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63", begins=False)
        await browser.say("x all")
        await browser.say("question")
        await browser.press(browser.page.by_class("offers")[0].by_tag("button")[0].text)
        await browser.say("practice")
        await browser.press(browser.page.by_class("offers")[0].by_tag("button")[0].text)
        for line in ("notebook export x.md", "transcript on", "record on x", "replay x", "ticket save x.svg"):
            await browser.say("leave")
            await browser.say(line)
            assert "No files can be named here." in browser.said, line
    kept = list((tmp_path / "attempts").iterdir())
    assert len(kept) == 2
    assert all(path.name.startswith("signal-63") for path in kept), kept
    assert not list((tmp_path / "tours").rglob("attempts"))
    record = load_class(tmp_path / "attempts", tour.tour.id, modes=("practice", "checkpoint"))
    assert [row.candidate for row in record.rows] == ["Signal-63"] * 2


async def test_the_teacher_sees_the_front_pages_with_or_without_names(tmp_path: Path) -> None:
    async with open_walk(tmp_path) as room, room.server.open_browser() as pupil, room.server.open_browser() as teacher:
        await teacher.get(f"/board?key={room.house.board}")
        await teacher.get("/board/pages")
        assert class_tour_words.NO_PAGES in teacher.page.by_id("main").text
        await room.join(pupil, "Signal-63", begins=False)
        for line in FILE:
            await pupil.say(line)
        await pupil.get("/page")
        (own,) = pupil.page.by_class("printed")
        await teacher.get("/board/pages")
        (seen,) = teacher.page.by_class("printed")
        assert seen.text == own.text
        assert "Signal-63" not in teacher.page.by_id("main").text
        assert "printed" in await look_at_board(room)
        await teacher.get("/board/pages?names=1")
        assert "Signal-63" in teacher.page.by_id("main").text
    async with open_room(None, tmp_path) as room, room.server.open_browser() as teacher:
        await teacher.get(f"/board?key={room.house.board}")
        await teacher.get("/board/pages")
        assert len(teacher.page.by_class("printed")) == 1


async def test_a_teacher_sets_a_tour_up_on_the_board(tour: World, tmp_path: Path) -> None:
    async with (
        open_room(None, tmp_path) as room,
        room.server.open_browser() as teacher,
        room.server.open_browser() as pupil,
    ):
        await room.join(pupil, "Signal-63", begins=False)
        await teacher.get(f"/board?key={room.house.board}")
        await teacher.get("/board/new")
        token = teacher.fields("/board/new")
        form = {**token, "mode": "tour", "title": "A walk", "task": "Find\r\ntwo speeds.", "begins": "armour"}
        await teacher.post("/board/new", {**form, "do": "save"})
        options = teacher.page.by_id("begins").by_tag("option")
        (begins,) = [each for each in options if "selected" in each.attributes]
        assert begins.attributes["value"] == "armour"
        await teacher.post("/board/new", {**form, "do": "open", "begins": "nowhere"})
        await teacher.post("/board/new", {**form, "do": "open"})
        await pupil.get("/wait")
        assert pupil.page.by_tag("h1")[0].text == tour.rooms["armour"].name
        assert pupil.page.by_class("task")[0].text == "Your task: Find two speeds."


async def test_a_pupil_with_another_name_goes_on_in_the_same_tour(tour: World, tmp_path: Path) -> None:
    async with open_walk(tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63", begins=False)
        await browser.say("x all")
        (pupil,) = room.house.pupils
        await room.house.rename(pupil, "Lamp-7")
        await browser.say("practice")
        await browser.press(browser.page.by_class("offers")[0].by_tag("button")[0].text)
        assert "Lamp-7 on the tour" in await look_at_board(room)
    assert len(list((tmp_path / "tours").iterdir())) == 1
    record = load_class(tmp_path / "attempts", tour.tour.id, modes=("practice",))
    assert [row.candidate for row in record.rows] == ["Lamp-7"]


async def test_a_tour_that_another_server_keeps_is_not_begun_a_second_time(tmp_path: Path) -> None:
    async with open_walk(tmp_path) as room, room.server.open_browser() as browser, room.server.open_browser() as other:
        await room.join(browser, "Signal-63", begins=False)
        assert browser.page.by_tag("h1")[0].text == "Pyongyang platform"
        store, here = room.house.store, TourHomes(room.house.store, tmp_path / "tours")
        elsewhere = TourHomes(store, tmp_path / "other" / "tours")
        (pupil,) = room.house.pupils
        assert here.take(pupil.key)
        assert not elsewhere.take(pupil.key)
        # Who came to the other server first belongs there, after a restart as well.
        assert elsewhere.take("guard05")
        assert TourHomes(store, tmp_path / "other" / "tours").take("guard05")
        await room.join(other, "Guard-05", begins=False)
        assert other.last is not None
        assert other.last.status == 409
        assert class_tour_words.ELSEWHERE in other.page.by_id("main").text
        assert len(list((tmp_path / "tours").iterdir())) == 1
        assert "Guard-05 may begin" in await look_at_board(room)
