"""Several servers of one class: a pupil may be answered by any of them, and what one has kept the others go on with."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from game.app.exam_beginning import write_beginning
from game.app.quiz_clock import share_clocks
from game.pack.world import World
from game.prose import class_words, web_words
from game.quiz.keyless_paper import KeylessPaper
from game.store.attempt_events import Beat, Extended, Flagged, Gap, HandedIn, Resumed, Rules, Seen
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from game.web.classes.class_house import CannotJoin
from game.web.classes.pupils import Pupil
from game.web.modes.exam_room import ExamRoom
from game.web.modes.exam_seat import ExamSeat
from game.web.serving.thread_pool import ThreadPool
from game.web.stores.kept_values import StoreAwayError
from game.web.stores.postgres_store import PostgresStore
from game.web.teaching.class_service import set_exam
from tests.browsing import Answer, Browser
from tests.class_rooms import RunningClass, do, make_exam_of_each_kind, serve_room
from tests.class_stores import PostgresPlace
from tests.own_postgres import OwnPostgres, own_postgres


@pytest.fixture(scope="module")
def exam(tour: World) -> CandidatesExam:
    return make_exam_of_each_kind(tour).make_candidates_exam()


@pytest.fixture
def place(postgres: OwnPostgres) -> Iterator[PostgresPlace]:
    opened = PostgresPlace(postgres.make_address())
    yield opened
    opened.close()


class Nodes(NamedTuple):
    """Two servers, and a browser at each that a pupil has."""

    one: RunningClass
    other: RunningClass
    store: PostgresStore
    at_one: Browser
    at_other: Browser

    def take_cookie(self) -> None:
        """Let the second browser be that of the first: behind a proxy both servers have one address."""
        (key,) = [each.value for each in self.at_one.session.cookie_jar]
        self.at_other.session.cookie_jar.update_cookies({self.other.server.address.cookie: key})

    def find(self, exam: CandidatesExam, name: str = "Signal-63") -> Attempt:
        found = self.store.shelf.find(name, exam.hash)
        (attempt,) = (*found.handed_in, *found.unfinished)
        return attempt


@asynccontextmanager
async def two_nodes(exam: CandidatesExam, place: PostgresPlace, folder: Path) -> AsyncIterator[Nodes]:
    stores = [place.open() for _ in range(3)]
    set_exam(stores[0], exam)
    set_exam(stores[1], exam)
    async with AsyncExitStack() as stack:
        one, other = [await stack.enter_async_context(serve_room(store, folder)) for store in stores[:2]]
        browsers = [await stack.enter_async_context(node.server.open_browser()) for node in (one, other)]
        yield Nodes(one, other, stores[2], *browsers)


async def until(is_so: Callable[[], object]) -> None:
    """Wait for what news bring; the limit is only for a test that fails."""
    async with asyncio.timeout(30):
        while not is_so():
            await asyncio.sleep(0.01)


def heading(browser: Browser) -> str:
    return browser.page.by_tag("h1")[0].text


def heading_after(answer: Answer) -> str:
    return answer.page.by_tag("h1")[0].text


async def test_a_pupil_is_answered_by_any_server(exam: CandidatesExam, place: PostgresPlace, tmp_path: Path) -> None:
    async with two_nodes(exam, place, tmp_path) as nodes:
        assert nodes.one.house.code == nodes.other.house.code
        await nodes.one.join(nodes.at_one, "Signal-63", begins=False)
        nodes.take_cookie()
        await nodes.at_other.get("/exam")
        await do(nodes.at_other, "begin")
        total = len(exam.questions)
        for number in range(2, 6):
            browser = nodes.at_one if number % 2 else nodes.at_other
            await browser.get("/exam")
            await do(browser, f"go {number}")
            assert heading(browser) == f"Question {number} of {total}"
        await nodes.at_one.get("/exam")
        await do(nodes.at_one, "flag")
        await nodes.at_other.get("/exam")
        await do(nodes.at_other, "hand in")
        assert heading(nodes.at_other) == "Hand in"
        # The question whether one is sure is put again by whoever shows the page, and answered to anybody.
        await nodes.at_one.get("/exam?sure")
        assert heading(nodes.at_one) == "Hand in"
        await do(nodes.at_other, "no")
        assert heading(nodes.at_other) == f"Question 5 of {total}"
        assert heading_after(await nodes.at_one.get("/exam")) == f"Question 5 of {total}"
        await do(nodes.at_one, "hand in")
        await nodes.at_other.get("/exam?sure")
        await do(nodes.at_other, "yes")
        receipt = nodes.find(exam).receipt
        for browser in (nodes.at_one, nodes.at_other):
            assert receipt in (await browser.get("/exam")).text
        events = nodes.find(exam).events
        assert [type(event) for event in events if not isinstance(event, Seen)] == [Flagged, HandedIn]
        assert not any(isinstance(event, Resumed | Gap | Beat) for event in events)
        times = [event.elapsed for event in events]
        assert times == sorted(times)
        # By the time of day, for two machines share no other clock.
        began, ended = (datetime.fromisoformat(event.at) for event in (events[0], events[-1]))
        assert times[-1] - times[0] == pytest.approx((ended - began).total_seconds(), abs=0.5)
        assert all(event.boot is None for event in events)


async def test_an_answer_of_one_server_stands_on_the_page_of_the_other(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    at = next(at for at, each in enumerate(exam.questions, start=1) if each.instruction == "letter")
    async with two_nodes(exam, place, tmp_path) as nodes:
        await nodes.one.join(nodes.at_one, "Signal-63")
        nodes.take_cookie()
        await nodes.at_other.get("/exam")
        await do(nodes.at_one, f"go {at}")
        await nodes.at_other.get("/exam")
        await do(nodes.at_other, "flag", letter="B")
        (on,) = (await nodes.at_one.get("/exam")).page.find(lambda node: "checked" in node.attributes)
        assert on.attributes["value"] == "B"


async def test_what_is_no_answer_is_mended_at_any_server(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    at = next(at for at, each in enumerate(exam.questions, start=1) if each.instruction == "figure")
    async with two_nodes(exam, place, tmp_path) as nodes:
        await nodes.one.join(nodes.at_one, "Signal-63")
        nodes.take_cookie()
        await do(nodes.at_one, f"go {at}")
        answer = await nodes.at_one.post(
            "/exam", {**nodes.at_one.fields("/exam"), "do": "save", "answer": "about so many"}
        )
        # It is the answer itself: the page after it might come from the other server, which knows nothing of it.
        assert (answer.status, answer.hops) == (422, ())
        assert answer.page.by_id("answer").attributes["value"] == "about so many"
        form = {**nodes.at_one.fields("/exam"), "do": "save", "answer": "12"}
        await nodes.at_other.post("/exam", form)
        assert list(nodes.find(exam).responses.values()) == [("12",)]


async def test_a_form_that_two_servers_get_at_once_counts_once(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    async with two_nodes(exam, place, tmp_path) as nodes:
        await nodes.one.join(nodes.at_one, "Signal-63")
        nodes.take_cookie()
        for _ in range(5):
            await nodes.at_other.get("/exam")
            await nodes.at_one.get("/exam")
            form = {**nodes.at_one.fields("/exam"), "do": "flag"}
            answers = await asyncio.gather(*(each.post("/exam", form) for each in (nodes.at_one, nodes.at_other) * 2))
            assert {answer.status for answer in answers} == {200}
        flags = [event.is_on for event in nodes.find(exam).events if isinstance(event, Flagged)]
        assert flags == [True, False, True, False, True]


async def test_an_exam_that_is_begun_at_two_servers_at_once_begins_once(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    async with two_nodes(exam, place, tmp_path) as nodes:
        for name in ("Signal-63", "Guard-05", "Porter-12"):
            nodes.at_one.session.cookie_jar.clear()
            nodes.at_other.session.cookie_jar.clear()
            await nodes.one.join(nodes.at_one, name, begins=False)
            nodes.take_cookie()
            await nodes.at_other.get("/exam")
            await asyncio.gather(do(nodes.at_one, "begin"), do(nodes.at_other, "begin"))
            assert heading(nodes.at_one) == heading(nodes.at_other) == f"Question 1 of {len(exam.questions)}"
            seen = [event for event in nodes.find(exam, name).events if isinstance(event, Seen)]
            assert len(seen) == 1


async def test_a_form_begins_an_exam_of_which_another_server_has_written_the_first_line_alone(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    async with two_nodes(exam, place, tmp_path) as nodes:
        await nodes.one.join(nodes.at_one, "Signal-63", begins=False)
        nodes.take_cookie()
        await nodes.at_other.get("/exam")
        paper = KeylessPaper(exam.questions, exam.title, exam.tour)
        nodes.one.house.store.shelf.create(write_beginning(exam, paper, "Signal-63", share_clocks()))
        await do(nodes.at_other, "begin")
        assert heading(nodes.at_other) == f"Question 1 of {len(exam.questions)}"


async def test_of_two_who_take_one_pseudonym_one_is_in(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    async with two_nodes(exam, place, tmp_path) as nodes:
        for number in range(5):
            asked = [each.house.join(each.house.code, f"Guard-{number}", "", "school") for each in nodes[:2]]
            told = await asyncio.gather(*asked)
            keys = [each for each in told if isinstance(each, str)]
            assert [each for each in told if isinstance(each, CannotJoin)] == [("taken",)]
            for node in nodes[:2]:
                await until(partial(node.house.find, keys[0]))
            assert all(len(each.house.pupils) == number + 1 for each in nodes[:2])


async def test_who_goes_on_at_another_device_is_out_at_every_server(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    async with two_nodes(exam, place, tmp_path) as nodes:
        first = await nodes.one.house.join(nodes.one.house.code, "Guard-05", "", "school")
        await nodes.other.house.refresh()
        (pupil,) = nodes.other.house.pupils
        second = await nodes.other.house.join(nodes.one.house.code, "Guard-05", pupil.number, "school")
        assert isinstance(first, str)
        assert isinstance(second, str)
        await until(lambda: nodes.one.house.find(first) is None and nodes.one.house.find(second) is not None)
        # A join at the first server writes nothing back of what it knew before.
        await nodes.one.house.join(nodes.one.house.code, "Signal-63", "", "school")
        await nodes.other.house.refresh()
        assert nodes.other.house.find(second) is not None


async def test_what_the_teacher_changes_holds_at_every_server(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    async with two_nodes(exam, place, tmp_path) as nodes:
        await nodes.one.house.keep_plan(msgspec.structs.replace(nodes.one.house.plan, takes_new=False))
        await until(lambda: not nodes.other.house.plan.takes_new)
        assert await nodes.other.house.join(nodes.one.house.code, "Late-01", "", "school") == ("closed",)


async def test_an_exam_ends_at_its_time_though_its_server_is_gone(
    exam: CandidatesExam, place: PostgresPlace, tmp_path: Path
) -> None:
    short = msgspec.structs.replace(exam, rules=Rules(minutes=0.03))
    async with two_nodes(short, place, tmp_path) as nodes:
        async with serve_room(place.open(), tmp_path) as third, third.server.open_browser() as browser:
            await third.join(browser, "Signal-63")
            assert nodes.find(short).handed_in is None
        await until(lambda: nodes.find(short).handed_in)
        end = nodes.find(short).events[-1]
        assert isinstance(end, HandedIn)
        assert end.why == "time"
        assert end.elapsed == pytest.approx(1.8)


async def test_while_the_database_is_away_nothing_is_kept_and_nobody_is_let_in(
    exam: CandidatesExam, tmp_path: Path
) -> None:
    with own_postgres() as postgres:
        place = PostgresPlace(postgres.make_address())
        async with two_nodes(exam, place, tmp_path) as nodes:
            await nodes.one.join(nodes.at_one, "Signal-63")
            nodes.take_cookie()
            await nodes.at_other.get("/exam")
            before = nodes.find(exam)
            form = {**nodes.at_one.fields("/exam"), "do": "flag"}
            await asyncio.to_thread(postgres.stop, "fast")
            for browser in (nodes.at_one, nodes.at_other):
                answer = await browser.post("/exam", form)
                assert answer.status == 503
                assert answer.headers["Retry-After"]
                assert web_words.STORE_AWAY[1] in answer.page.text
            async with nodes.one.server.open_browser() as new:
                await new.get("/")
                joining = {**new.fields("/join"), "code": nodes.one.house.code, "name": "Late-01"}
                answer = await new.post("/join", joining)
                assert answer.status == 503
                assert class_words.JOIN_FAULTS["not kept"] in answer.page.text
                new.session.cookie_jar.update_cookies({nodes.one.server.address.cookie: "x" * 43})
                assert (await new.get("/exam")).status == 503, "nobody knows whether that is somebody's key"
            await asyncio.to_thread(postgres.start)
            async with asyncio.timeout(30):
                while (await nodes.at_one.get("/exam")).status == 503:
                    pass
            assert nodes.find(exam).seal == before.seal
            # The form is still of this moment, and can be sent again.
            await nodes.at_one.post("/exam", form)
            assert [event.is_on for event in nodes.find(exam).events if isinstance(event, Flagged)] == [True]
            assert [pupil.name for pupil in nodes.one.house.pupils] == ["Signal-63"]
        place.close()


async def test_what_another_server_overtakes_is_done_again(exam: CandidatesExam, place: PostgresPlace) -> None:
    mine, theirs = place.open(), place.open()
    threads = ThreadPool()
    room, pupil = ExamRoom(exam, mine.shelf, threads), Pupil("signal63", "Signal-63", "000000")
    assert await room.run(pupil, room.begin)
    stamp = await room.run(pupil, lambda seat: seat.moment.write(seat.place))
    tries: list[bool] = []

    def flag(seat: ExamSeat) -> None:
        """What a form does; before it is done for the first time, a teacher gives more time at another server."""
        tries.append(seat.moment.is_now(stamp, seat.place))
        assert seat.session is not None
        if len(tries) == 1:
            (attempt,) = theirs.shelf.find("Signal-63", exam.hash).unfinished
            last = attempt.events[-1]
            attempt.append(Extended(elapsed=last.elapsed, at=last.at, minutes=5))
        if tries[-1]:
            seat.moment.go_on()
            seat.session.perform("flag")

    await room.run(pupil, flag)
    assert tries == [True, True]
    (attempt,) = theirs.shelf.find("Signal-63", exam.hash).unfinished
    assert [type(event) for event in attempt.events] == [Seen, Extended, Flagged]
    assert attempt.limit.seconds == 35 * 60
    await room.run(pupil, flag)
    assert tries == [True, True, False], "the form has been done, and is of no moment any more"
    threads.close()


async def test_a_form_whose_line_could_not_be_kept_can_be_sent_again(exam: CandidatesExam) -> None:
    with own_postgres() as postgres:
        place, threads = PostgresPlace(postgres.make_address()), ThreadPool()
        room, pupil = ExamRoom(exam, place.open().shelf, threads), Pupil("signal63", "Signal-63", "000000")
        assert await room.run(pupil, room.begin)
        stamp = await room.run(pupil, lambda seat: seat.moment.write(seat.place))

        def flag(seat: ExamSeat, *, stops: bool) -> None:
            if stops:
                postgres.stop("immediate")
            if seat.moment.is_now(stamp, seat.place):
                seat.moment.go_on()
                assert seat.session is not None
                seat.session.perform("flag")

        with pytest.raises(StoreAwayError):
            await room.run(pupil, partial(flag, stops=True))
        postgres.start()
        async with asyncio.timeout(30):
            while True:
                with suppress(StoreAwayError):
                    await room.run(pupil, partial(flag, stops=False))
                    break
        attempt = await room.run(pupil, lambda seat: seat.attempt)
        assert attempt is not None
        assert [type(event) for event in attempt.events] == [Seen, Flagged]
        threads.close()
        place.close()
