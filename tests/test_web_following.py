"""When a class goes on to something else: pages that move by themselves, and pages that say so and stay as they are."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.pack.world import World
from game.prose import class_words as words
from game.prose import result_words
from game.store.exam_files import TeachersExam
from game.web.classes.news_hub import find_following_path
from game.web.modes.sheet_page import SHEET_PATH
from tests.browsing import Browser, Node
from tests.class_rooms import RunningClass, do, make_exam_of_each_kind, open_room
from tests.test_web_news import Stream, listening
from tests.test_web_practice import act, choose, practise
from tests.test_web_results import mark, release


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


@asynccontextmanager
async def open_class(tmp_path: Path, exam: TeachersExam | None = None) -> AsyncIterator[tuple[RunningClass, Browser]]:
    """A class and one pupil who is in."""
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as pupil:
        await room.join(pupil, "Signal-63", begins=False)
        yield room, pupil


async def go_on(room: RunningClass, **to: object) -> None:
    """Let the class do something else."""
    await room.house.keep_plan(replace(room.house.plan, **{"has_begun": True, **to}))


def find_notice(page: Node) -> Node | None:
    found = page.find(lambda node: node.attributes.get("id") == "behind")
    return found[0] if found else None


def find_news(page: Node) -> list[str]:
    return [str(node.attributes["data-news"]) for node in page.find(lambda node: "data-news" in node.attributes)]


async def hears_go(stream: Stream) -> bool:
    """Whether a page that begins to listen is told to look where the class is; how many are in is told after that."""
    while "event: count" not in stream.heard:
        stream.heard += (await stream.got.content.readany()).decode()
    return "event: go" in stream.heard


async def test_a_page_that_stays_has_a_notice_that_waits(tour: World, tmp_path: Path) -> None:
    async with open_class(tmp_path) as (room, pupil):
        await practise(room, choose(tour, "choice"))
        await pupil.get("/practice")
        asked = pupil.page
        await act(pupil, "pass")
        answered = pupil.page
        settings = (await pupil.get("/settings")).page
        await go_on(room, mode="tour")
        tours = [(await pupil.get(path)).page for path in ("/tour", "/notebook", "/plan", "/settings")]
        assert find_news(asked) == find_news(answered) == find_news(settings)
        for page in (asked, answered, settings, *tours):
            notice = find_notice(page)
            assert notice is not None
            assert notice.attributes["role"] == "status"
            (told,) = notice.by_tag("p")
            # Hidden until the class goes on; nothing of it takes the focus.
            assert "hidden" in told.attributes
            assert told.text == f"{words.GONE_ON} {words.GO_THERE}"
            assert [link.attributes["href"] for link in told.by_tag("a")] == ["/"]
            assert not notice.find(lambda node: "autofocus" in node.attributes)
        assert find_news(tours[0]) != find_news(asked)


async def test_a_page_that_moves_by_itself_has_none(teachers: TeachersExam, tmp_path: Path) -> None:
    async with open_class(tmp_path, teachers) as (room, pupil):
        pages = [(await pupil.get("/exam")).page]
        await do(pupil, "begin")
        pages.append(pupil.page)
        await do(pupil, "hand in")
        await do(pupil, "yes")
        pages.append(pupil.page)
        await go_on(room, mode="live")
        pages.append((await pupil.get("/live")).page)
        await go_on(room, mode="tour", has_begun=False)
        pages.append((await pupil.get("/tour")).page)
        for page in pages:
            assert find_notice(page) is None
            assert len(find_news(page)) == 1


async def test_nobody_but_a_pupil_is_told_to_go(tour: World, tmp_path: Path) -> None:
    async with open_class(tmp_path) as (room, pupil), room.server.open_browser() as stranger:
        await practise(room, choose(tour, "choice"))
        for path in ("/", "/settings"):
            assert find_notice((await stranger.get(path)).page) is None
        # A teacher who is in, too, to see what pupils see.
        await pupil.get(f"/board?key={room.house.board}")
        for path in ("/board", "/board/new", "/board/results", "/board/live", "/wall"):
            assert find_notice((await pupil.get(path)).page) is None, path
        assert find_notice((await pupil.get("/practice")).page) is not None


async def test_a_page_that_stays_is_told_that_the_class_has_gone_on(tour: World, tmp_path: Path) -> None:
    async with open_class(tmp_path) as (room, pupil):
        items = choose(tour, "choice")
        await practise(room, items)
        (path,) = find_news((await pupil.get("/practice")).page)
        assert path == find_following_path(path.rpartition("=")[2])
        async with listening(pupil, path) as stream:
            assert not await hears_go(stream)
            # Another practice of the same questions is another one.
            await practise(room, items)
            await stream.hear("go")
        # Whose stream was lost meanwhile hears it as soon as there is one again.
        async with listening(pupil, path) as stream:
            assert await hears_go(stream)
        (path,) = find_news((await pupil.get("/practice")).page)
        await room.house.keep_plan(replace(room.house.plan, takes_new=False))
        async with listening(pupil, path) as stream:
            assert not await hears_go(stream), "the class does the same"
        await room.house.sign_out(room.house.pupils[0])
        async with listening(pupil, path) as stream:
            await stream.hear("go")


async def test_without_a_script_the_next_form_or_link_leads_on(
    teachers: TeachersExam, tour: World, tmp_path: Path
) -> None:
    async with (
        open_class(tmp_path, teachers) as (room, pupil),
        room.server.open_browser() as teacher,
    ):
        await do(pupil, "begin")
        await do(pupil, "hand in")
        await do(pupil, "yes")
        await teacher.get(f"/board?key={room.house.board}")
        await mark(teacher)
        await release(teacher)
        assert (await pupil.get(SHEET_PATH)).path == SHEET_PATH
        sheet = pupil.page
        await practise(room, choose(tour, "choice"))
        (back,) = [link for link in sheet.by_tag("a") if link.text == result_words.TO_CLASS]
        assert (await pupil.get(str(back.attributes["href"]))).path == "/practice"
        fields = pupil.fields("/practice")
        await go_on(room, mode="tour")
        assert (await pupil.post("/practice", {**fields, "do": "pass"})).path == "/tour"
        fields = pupil.fields()
        await go_on(room, mode="exam", exam=teachers.hash)
        for path in ("/notebook", "/plan", "/tour", "/practice", "/"):
            assert (await pupil.get(path)).path == "/exam", path
        assert (await pupil.post("/tour", {**fields, "say": "in"})).path == "/exam"
