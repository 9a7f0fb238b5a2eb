"""A class whose computer's clock is changed while it sits: nobody gains or loses time, and the attempt says it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from game.app import exam_policy
from game.app.quiz_clock import Clocks
from game.core.clock import now
from game.pack.world import World
from game.prose import class_words as words
from game.store.attempt_events import Gap
from game.store.attempt_folder import SUFFIX, load_attempt
from tests.class_rooms import do, make_exam_of_each_kind, open_room


@pytest.mark.parametrize("hours", [3, -3])
async def test_a_clock_that_jumps_ends_no_exam(
    hours: int, tour: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = [timedelta()]

    def read_wall() -> datetime:
        return now() + moved[0]

    monkeypatch.setattr(exam_policy, "Clocks", lambda boot_id: Clocks(wall=read_wall, boot_id=boot_id))
    exam = make_exam_of_each_kind(tour).make_candidates_exam()
    async with open_room(exam, tmp_path) as room, room.server.open_browser() as browser:
        await room.join(browser, "Signal-63")
        moved[0] = timedelta(hours=hours)
        await do(browser, "flag")
        left = browser.page.by_class("right")[0].text
        assert left.startswith(("29:", "30:")), left
        await do(browser, "hand in")
        await do(browser, "yes")
        assert browser.page.by_tag("h1")[0].text == words.HANDED_IN
        assert words.BY_TIME not in browser.page.by_id("said").text
    (path,) = (tmp_path / "attempts").glob(f"*{SUFFIX}")
    gaps = [event for event in load_attempt(path).events if isinstance(event, Gap)]
    assert [(gap.why, round(gap.seconds / 3600)) for gap in gaps] == [("clock changed", hours)]
