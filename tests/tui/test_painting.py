"""What is painted: only what has changed, and few pictures of a walk."""

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from game.pack.world import World
from game.tui.widgets.block import find_changed_regions
from game.tui.widgets.strip import STEP_SECONDS, WALK_STEPS, RoomStrip
from tests.tui.test_app import playing


def test_only_what_changed_of_a_block_is_painted() -> None:
    before = [Strip([Segment("ab"), Segment("cd")]), Strip([Segment("same")]), Strip([Segment("gone")])]
    after = [Strip([Segment("ab"), Segment("xy")]), Strip([Segment("same")])]
    assert find_changed_regions(before, after, 4) == [Region(2, 0, 2, 1), Region(0, 2, 4, 1)]
    assert find_changed_regions(before, before, 4) == []


async def test_a_walk_takes_few_pictures_and_a_machine_that_is_late_shows_only_its_end(tiny: World) -> None:
    async with playing(tiny) as (app, _):
        strip = app.play.query_one(RoomStrip)
        now = 0.0
        strip.clock = lambda: now
        strip.begin_walk(0.0, 1.0)
        for step in range(1, WALK_STEPS):
            now = (step + 1) * STEP_SECONDS  # as late as may be
            strip.take_step()
            assert 0 < strip.here < 1
        strip.take_step()
        assert strip.here == 1
        strip.begin_walk(0.0, 1.0)
        now += 2 * STEP_SECONDS + 0.001
        strip.take_step()
        assert strip.here == 1
