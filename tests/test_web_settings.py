"""How pages look is chosen on one page, for all pages of a server, by whoever asks for it."""

import re
from pathlib import Path

import pytest

from game.pack.world import World
from game.web.pages.look import CHOICES, Look, choose_look, read_look, write_look
from game.web.pages.static_files import SHEET
from game.web.tours.settings_page import find_back
from game.web.tours.tour_boards import BOARD_PAGES
from tests.browsing import Browser, Node, running
from tests.class_rooms import make_exam_of_each_kind, open_room


async def choose(browser: Browser, **chosen: str) -> None:
    await browser.get("/settings")
    await browser.post("/settings", {**browser.fields("/settings"), **chosen})


def read_root(page: Node) -> dict[str, str | None]:
    (root,) = page.by_tag("html")
    return {
        name: value for name, value in root.attributes.items() if name in ("data-theme", "data-text", "data-motion")
    }


CHOSEN = {"data-theme": "day", "data-text": "larger", "data-motion": "less"}


async def test_every_page_of_a_tour_looks_as_was_chosen(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.get("/")
        assert read_root(browser.page) == {}
        await choose(browser, theme="day", text="larger", motion="less")
        assert browser.last is not None
        assert browser.last.hops == (303,)
        checked = {str(each.attributes["id"]) for each in browser.page.by_tag("input") if "checked" in each.attributes}
        assert checked == {"theme-day", "text-larger", "motion-less", "pictures-shown"}
        await browser.get("/")
        assert read_root(browser.page) == CHOSEN
        await browser.begin()
        for path in (*BOARD_PAGES, "/tour", "/settings", "/nowhere"):
            await browser.get(path)
            assert read_root(browser.page) == CHOSEN, path
            (scheme,) = [each for each in browser.page.by_tag("meta") if each.attributes.get("name") == "color-scheme"]
            assert scheme.attributes["content"] == "light"
        # Nobody else's pages change.
        async with server.open_browser() as other:
            await other.begin()
            assert read_root(other.page) == {}


async def test_every_page_of_a_class_looks_as_was_chosen(tour: World, tmp_path: Path) -> None:
    exam = make_exam_of_each_kind(tour).make_candidates_exam()
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        # Before joining there is no key, so no token; afterwards the form holds one.
        await choose(browser, theme="day", text="larger", motion="less")
        await room.join(browser, "Signal-63", begins=False)
        pages = [browser.page]
        await browser.get("/exam")
        pages.append(browser.page)
        await browser.get(f"/board?key={room.house.board}")
        pages.append(browser.page)
        assert [read_root(page) for page in pages] == [CHOSEN] * 3
        await choose(browser)
        await browser.get("/exam")
        assert read_root(browser.page) == {}
        assert (await browser.post("/settings", {"theme": "day"})).status == 403


@pytest.mark.parametrize("hour", ["day", "night"])
async def test_who_chooses_the_hour_gets_its_pictures_whatever_the_device_says(
    tour: World, tmp_path: Path, hour: str
) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.get("/")
        by_device = {str(each.attributes["srcset"]) for each in browser.page.by_tag("source")}
        assert len(by_device) == 5
        await choose(browser, theme=hour)
        await browser.get("/")
        sources = browser.page.by_tag("source")
        assert not [each for each in sources if "prefers-color-scheme" in str(each.attributes["media"])]
        assert {str(each.attributes["srcset"]) for each in sources} < by_device
        (image,) = browser.page.by_tag("img")
        assert (image.attributes["src"] in by_device) == (hour == "day")


async def test_pictures_are_told_in_words_for_who_wants_it(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.begin()
        (image,) = browser.page.by_tag("img")
        alt = str(image.attributes["alt"])
        assert alt
        assert not browser.page.by_tag("figcaption")
        await choose(browser, pictures="told")
        await browser.get("/tour")
        assert [each.attributes["alt"] for each in browser.page.by_tag("img")] == [alt]
        assert [each.text for each in browser.page.by_tag("figcaption")] == [alt]
        await choose(browser, pictures="words")
        await browser.get("/tour")
        assert not browser.page.by_tag("img", "source")
        assert [each.text for each in browser.page.by_class("frame")] == [alt]


async def test_units_are_those_of_the_tour(tour: World, tmp_path: Path) -> None:
    async with running(tour, tmp_path) as server, server.open_browser() as browser:
        await browser.get("/settings")
        assert not browser.page.by_class("offers"), "a tour that is not begun has no units"
        await browser.begin()
        await browser.get("/settings")
        await browser.press("With our metric figures")
        assert browser.last is not None
        assert browser.last.path == "/settings"
        (chosen,) = [each for each in browser.page.by_class("offers")[0].by_tag("button") if each.by_tag("small")]
        assert chosen.attributes["value"] == "units metric"
        await browser.get("/tour")
        assert "ours is put beside" in browser.said
        await browser.say("practice all 3")
        await browser.get("/settings")
        # Practice would take the line for an answer.
        assert not browser.page.by_class("offers")


@pytest.mark.parametrize(
    "cookie",
    ["", "theme=<b>", "theme=day%00", "text", "&&==", "x" * 5_000, "theme=DAY", "theme=night&theme=no", "%ff=%fe"],
)
def test_nothing_in_a_cookie_is_believed(cookie: str) -> None:
    assert read_look(cookie) == Look()


def test_every_look_is_read_as_it_was_written() -> None:
    for name, values in CHOICES.items():
        for value in values:
            look = choose_look({name: value})
            assert getattr(look, name) == value
            assert read_look(write_look(look)) == look
    assert write_look(Look()) == ""


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/notebook", "/notebook"),
        ("/board/do", "/board/do"),
        ("//evil.example", "/"),
        ("/\\evil", "/"),
        ("/tour?x=1", "/"),
        ("javascript:1", "/"),
        ("/a\r\nSet-Cookie: x=1", "/"),
        ("/" + "a" * 61, "/"),
        ("", "/"),
    ],
)
def test_back_leads_to_pages_of_ours_alone(asked: str, found: str) -> None:
    assert find_back(asked) == found


def test_the_sheet_is_whole_and_both_days_have_the_same_colours() -> None:
    sheet = SHEET.data.decode()
    assert not re.search(r"^(<<<<<<<|=======|>>>>>>>)", sheet, re.MULTILINE)
    assert sheet.count("{") == sheet.count("}")
    by_device, by_choice = (
        re.search(rf"{re.escape(head)}\s*{{([^}}]*)}}", sheet)
        for head in (":root:not([data-theme])", '[data-theme="day"]')
    )
    assert by_device
    assert by_choice
    days = [dict(re.findall(r"(--[\w-]+): ([^;]+);", found[1])) for found in (by_device, by_choice)]
    assert days[0] == days[1]
    known = set(re.findall(r"(--[\w-]+):", sheet))
    assert set(re.findall(r"var\((--[\w-]+)", sheet)) <= known
