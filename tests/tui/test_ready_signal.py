"""The signal that an app gives when it can take keys, and when it has painted: what every other test waits for."""

import pytest

from game.app.game import Game
from game.pack.world import World
from game.tui.ready_signal import ReadySignal
from game.tui.screens.play_screen import PlayScreen
from game.tui.tour_app import TourApp
from game.tui.widgets.log import Log


async def test_an_app_is_ready_once_the_first_words_are_on_the_play_screen(tiny: World) -> None:
    app = TourApp(lambda: Game(tiny))
    async with app.run_test():
        await app.signal.wait_until_ready()
        assert isinstance(app.screen, PlayScreen)
        assert "Tiny" in app.play.query_one(Log).text


async def test_a_line_is_announced_once_its_reply_is_painted(tiny: World) -> None:
    app = TourApp(lambda: Game(tiny))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.signal.wait_until_ready()
        before = app.signal.painted
        await pilot.press(*"exits", "enter")
        await app.signal.wait_until_painted(before + 1)
        log = app.play.query_one(Log)
        assert "exits" in "\n".join(log.render_line(y).text for y in range(log.size.height))
        assert app.signal.painted == before + 1


async def test_who_waits_for_what_never_comes_is_told() -> None:
    signal = ReadySignal()
    with pytest.raises(TimeoutError):
        await signal.wait_until_ready(0.01)
    signal.announce_painted()
    await signal.wait_until_painted(1, 0.01)
    with pytest.raises(TimeoutError):
        await signal.wait_until_painted(2, 0.01)
