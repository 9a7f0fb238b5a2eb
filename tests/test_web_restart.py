"""A class whose server has ended and starts again: everybody goes on, and nothing that was kept is lost."""

from collections import Counter
from pathlib import Path

import pytest

from game.pack.world import World
from game.store import attempt_folder, attempt_shelf
from game.store.attempts import Attempt
from game.store.exam_files import CandidatesExam
from tests.class_rooms import RunningClass, do, make_exam_of_each_kind, open_room

PUPILS = 6


@pytest.fixture(scope="module")
def exam(tour: World) -> CandidatesExam:
    return make_exam_of_each_kind(tour).make_candidates_exam()


async def begin_all(room: RunningClass) -> list[str]:
    """Let all pupils join and go to the third question; their cookies."""
    keys = []
    for number in range(PUPILS):
        async with room.server.open_browser() as browser:
            await room.join(browser, f"Signal-{number}")
            await do(browser, "go 3")
            keys += [cookie.value for cookie in browser.session.cookie_jar]
    return keys


async def test_who_come_back_do_not_read_the_files_of_all_others(
    exam: CandidatesExam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_room(exam, tmp_path) as room:
        keys = await begin_all(room)
    read: list[str] = []
    load = attempt_folder.load_attempt

    def load_and_note(path: Path) -> Attempt:
        read.append(path.name)
        return load(path)

    for module in (attempt_folder, attempt_shelf):
        monkeypatch.setattr(module, "load_attempt", load_and_note)
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        for key in keys:
            browser.session.cookie_jar.update_cookies({room.server.address.cookie: key})
            page = (await browser.get("/exam")).page
            assert page.by_tag("h1")[0].text.startswith("Question 3 of")
    # Once to know whose it is, and once for its pupil.
    assert Counter(read) == {path.name: 2 for path in (tmp_path / "attempts").iterdir()}
