"""A live round that two servers of one class serve: both show the same step, and count the same answers."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from game.pack.world import World
from game.prose import live_words as words
from game.store.attempt_events import Begun, Gap, HandedIn, Responded, Resumed, Seen
from game.store.exam_files import TeachersExam
from game.web.classes.class_exams import ClassExams
from game.web.stores.class_plan import ClassPlan
from game.web.stores.postgres_store import PostgresStore
from tests.browsing import Browser
from tests.class_rooms import RunningClass, make_exam_of_each_kind, serve_room
from tests.class_stores import PostgresPlace
from tests.live_rounds import answer, drive, press
from tests.own_postgres import OwnPostgres


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


@pytest.fixture
def place(postgres: OwnPostgres) -> Iterator[PostgresPlace]:
    opened = PostgresPlace(postgres.make_address())
    yield opened
    opened.close()


class Nodes(NamedTuple):
    """Two servers of one class, and a browser at each that one pupil has."""

    one: RunningClass
    other: RunningClass
    store: PostgresStore
    at_one: Browser
    at_other: Browser


@asynccontextmanager
async def two_nodes(exam: TeachersExam, place: PostgresPlace, folder: Path) -> AsyncIterator[Nodes]:
    stores = [place.open() for _ in range(3)]
    ClassExams(stores[0]).keep(exam)
    stores[0].keep_plan(ClassPlan(mode="live", title=exam.title, exam=exam.hash, has_begun=True))
    async with AsyncExitStack() as stack:
        one, other = [await stack.enter_async_context(serve_room(store, folder)) for store in stores[:2]]
        browsers = [await stack.enter_async_context(node.server.open_browser()) for node in (one, other)]
        await one.join(browsers[0], "Signal-63", begins=False)
        (key,) = [each.value for each in browsers[0].session.cookie_jar]
        browsers[1].session.cookie_jar.update_cookies({other.server.address.cookie: key})
        yield Nodes(one, other, stores[2], *browsers)


async def test_a_round_is_driven_and_answered_at_any_server(
    teachers: TeachersExam, place: PostgresPlace, tmp_path: Path
) -> None:
    at = next(number for number, each in enumerate(teachers.questions) if each.instruction == "letter")
    async with (
        two_nodes(teachers, place, tmp_path) as nodes,
        nodes.one.server.open_browser() as teacher,
        nodes.other.server.open_browser() as other_teacher,
    ):
        await drive(teacher, nodes.one, f"open {at}")
        await answer(nodes.at_other, letter="A")
        await answer(nodes.at_one, letter="B")
        await answer(nodes.at_other, letter="C")
        for browser in (nodes.at_one, nodes.at_other):
            (on,) = (await browser.get("/live")).page.find(lambda node: "checked" in node.attributes)
            assert on.attributes["value"] == "C"
        # The other server closes it, and both know.
        await drive(other_teacher, nodes.other, "close")
        assert (await press(nodes.at_other, "answer", letter="A")).status == 409
        assert words.CLOSED in (await nodes.at_one.get("/live")).page.by_id("said").text
        await drive(teacher, nodes.one, "tell")
        for browser in (nodes.at_one, nodes.at_other):
            assert teachers.items[at].feedback in (await browser.get("/live")).page.by_id("said").text
        page = (await other_teacher.get("/board/live")).page
        assert page.by_class("count")[0].text == "1 of 1 has answered"
        await drive(other_teacher, nodes.other, "end")
        found = nodes.store.shelf.find("Signal-63", teachers.hash)
        (attempt,) = found.handed_in
        kinds = [type(event) for event in attempt.events if not isinstance(event, Seen)]
        assert kinds == [Responded, Responded, Responded, HandedIn]
        assert not any(isinstance(event, Begun | Resumed | Gap) for event in attempt.events)


async def test_of_two_who_press_at_once_one_is_heard(
    teachers: TeachersExam, place: PostgresPlace, tmp_path: Path
) -> None:
    async with (
        two_nodes(teachers, place, tmp_path) as nodes,
        nodes.one.server.open_browser() as teacher,
        nodes.other.server.open_browser() as other_teacher,
    ):
        await drive(teacher, nodes.one, "open 0")
        await other_teacher.get(f"/board?key={nodes.other.house.board}")
        await other_teacher.get("/board/live")
        form = {**other_teacher.fields("/board/live"), "do": "close"}
        await drive(teacher, nodes.one, "close")
        await drive(teacher, nodes.one, "tell")
        # A page of an earlier step does nothing.
        await other_teacher.post("/board/live", form)
        assert words.OPEN_NEXT in other_teacher.page.by_id("drive").text
