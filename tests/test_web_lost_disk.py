"""A class whose disk fails: each page says that something is not kept, nothing is lost, and nobody begins anew."""

import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import pytest

from game.core.disk import write_atomically
from game.pack.world import World
from game.prose import class_words as words
from game.store.attempt_folder import SUFFIX, load_attempt
from game.store.attempt_shelf import FolderShelf
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam, TeachersExam, dump_exam
from game.web.modes.exam_room import ExamRoom
from tests.browsing import Browser
from tests.class_process import ClassProcess
from tests.class_rooms import RunningClass, do, make_exam_of_each_kind, open_room


@pytest.fixture(scope="module")
def teachers(tour: World) -> TeachersExam:
    return make_exam_of_each_kind(tour)


@pytest.fixture
def exam(teachers: TeachersExam) -> CandidatesExam:
    return teachers.make_candidates_exam()


@contextmanager
def without(folder: Path) -> Iterator[None]:
    """A folder that is away for a while, like that of a disk that was pulled out."""
    away = folder.with_name("away")
    folder.rename(away)
    yield
    away.rename(folder)


def load_only(folder: Path) -> Attempt:
    (path,) = (folder / "attempts").glob(f"*{SUFFIX}")
    return load_attempt(path)


async def open_board(room: RunningClass, browser: Browser) -> str:
    return (await browser.get(f"/board?key={room.house.board}")).page.by_id("board").text


async def wait_for_title(browser: Browser, title: str) -> None:
    async with asyncio.timeout(20):
        while (await browser.get("/exam")).page.by_tag("h1")[0].text != title:
            await asyncio.sleep(0.05)


async def test_an_end_that_cannot_be_kept_is_told_and_written_later(exam: CandidatesExam, tmp_path: Path) -> None:
    async with (
        open_room(exam, tmp_path) as room,
        room.server.open_browser() as browser,
        room.server.open_browser() as teacher,
    ):
        await room.join(browser, "Signal-63")
        with without(tmp_path / "attempts"):
            await do(browser, "save", letter="A")
            assert "could not be saved" in browser.page.by_id("said").text
            await do(browser, "hand in")
            await do(browser, "yes")
            assert browser.page.by_tag("h1")[0].text == words.END_NOT_KEPT
            assert words.RECEIPT not in browser.page.by_id("main").text
            assert words.describe_unkept("1 of 11") in await open_board(room, teacher)
        # Nobody does anything more: the clock of the class writes it.
        await wait_for_title(browser, words.HANDED_IN)
        kept = load_only(tmp_path)
        assert kept.handed_in is not None
        assert len(kept.responses) == 1
        assert kept.receipt in browser.page.by_id("said").text
        assert words.describe_unkept("1 of 11") not in await open_board(room, teacher)


async def test_a_pupil_goes_on_with_a_file_that_another_program_has_put_back(
    exam: CandidatesExam, tmp_path: Path
) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        (path,) = (tmp_path / "attempts").glob(f"*{SUFFIX}")
        older = path.read_bytes()
        await do(browser, "save", letter="A")
        path.write_bytes(older)
        # This one meets the older file, is not kept, and is not said to be.
        await do(browser, "save", letter="B")
        assert browser.page.by_tag("h1")[0].text == f"Question 1 of {len(exam.questions)}"
        assert words.NOT_ANSWERED in browser.page.by_id("said").text
        await do(browser, "save", letter="C")
        await do(browser, "hand in")
        await do(browser, "yes")
        assert browser.page.by_tag("h1")[0].text == words.HANDED_IN
    assert len(load_only(tmp_path).responses) == 1


async def test_nobody_begins_anew_whose_file_cannot_be_read(exam: CandidatesExam, tmp_path: Path) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        (key,) = [each.value for each in browser.session.cookie_jar]
    (path,) = (tmp_path / "attempts").glob(f"*{SUFFIX}")
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"Signal-63", b"Signal-64"))
    async with (
        open_room(exam, tmp_path, has_faults=True) as room,
        room.server.open_browser() as browser,
        room.server.open_browser() as teacher,
    ):
        browser.session.cookie_jar.update_cookies({room.server.address.cookie: key})
        await browser.get("/exam")
        await do(browser, "begin")
        assert words.DAMAGED in browser.page.by_id("main").text
        assert str(tmp_path) not in (browser.last.text if browser.last else "")
        assert words.describe_damaged_file(path.name) in await open_board(room, teacher)
        assert list((tmp_path / "attempts").iterdir()) == [path]
        path.rename(tmp_path / "damaged")
        await do(browser, "begin")
        assert browser.page.by_tag("h1")[0].text.startswith("Question 1 of")


async def test_what_cannot_be_read_now_is_read_later(
    exam: CandidatesExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        await do(browser, "go 3")
        (key,) = [each.value for each in browser.session.cookie_jar]

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        # From the first tick on, which comes before anybody asks.
        patch.setattr(FolderShelf, "find", fail)
        async with open_room(exam, tmp_path, has_faults=True) as room, room.server.open_browser() as browser:
            browser.session.cookie_jar.update_cookies({room.server.address.cookie: key})
            assert (await browser.get("/exam")).status >= 500
            patch.undo()
            assert (await browser.get("/exam")).page.by_tag("h1")[0].text.startswith("Question 3 of")
    assert len(list((tmp_path / "attempts").iterdir())) == 1


async def test_the_clocks_of_a_class_go_on_after_a_fault(
    exam: CandidatesExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks: list[int] = []

    async def fail(*_: object) -> None:
        ticks.append(1)
        raise ValueError("no such pupil")

    monkeypatch.setattr("game.web.teaching.class_routes.SECONDS_BETWEEN_TICKS", 0.01)
    async with open_room(exam, tmp_path, has_faults=True) as room, room.server.open_browser() as browser:
        with monkeypatch.context() as patch:
            patch.setattr(ExamRoom, "tick", fail)
            await room.join(browser, "Signal-63")
            async with asyncio.timeout(20):
                while len(ticks) < 3:
                    await asyncio.sleep(0.01)
        assert [type(each) for each in room.server.reported] == [ValueError]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets one process limit another")
async def test_a_full_disk_loses_no_answer(teachers: TeachersExam, tmp_path: Path) -> None:
    """A real process may write no longer file: the disk's way to say no, but for the number of the error."""
    import resource

    path, folder = tmp_path / "class.exam", tmp_path / "class"
    write_atomically(path, dump_exam(teachers))
    process = ClassProcess(tmp_path, path, folder)
    process.start()
    try:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
            browser = Browser(process.address, session)
            await browser.get("/")
            await browser.post("/join", {"code": process.code, "name": "Signal-63"})
            await do(browser, "begin")
            _, hard = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (100, hard))
            await do(browser, "save", letter="A")
            assert "could not be saved" in browser.page.by_id("said").text
            other = aiohttp.CookieJar(unsafe=True)
            async with aiohttp.ClientSession(cookie_jar=other) as late:
                visitor = Browser(process.address, late)
                await visitor.get("/")
                joined = await visitor.post("/join", {"code": process.code, "name": "Guard-05"})
                assert joined.status == 503
                assert words.JOIN_FAULTS["not kept"] in visitor.page.by_id("main").text
            await do(browser, "hand in")
            await do(browser, "yes")
            assert browser.page.by_tag("h1")[0].text == words.END_NOT_KEPT
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (hard, hard))
            await wait_for_title(browser, words.HANDED_IN)
            process.end(signal.SIGKILL)
            process.start()
            await wait_for_title(browser, words.HANDED_IN)
    finally:
        process.end(signal.SIGKILL)
    kept = load_only(folder)
    assert kept.handed_in is not None
    assert len(kept.responses) == 1
