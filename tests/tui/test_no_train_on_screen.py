"""No screen of another pack speaks of a train."""

import re
from html import unescape

import pytest

from game.pack.world import World
from tests.test_no_train import find_words
from tests.tui.test_app import playing, type_line

SHEETS = ("f1", "f2", "f3", "f9", "f10", "f11", "f12", "ctrl+p")


def read_screen(svg: str) -> str:
    """The text on a picture of the screen."""
    return unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", svg, flags=re.DOTALL)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_no_screen_of_the_lighthouse_speaks_of_a_train(size: tuple[int, int], lighthouse: World) -> None:
    seen = []
    async with playing(lighthouse, size) as (app, pilot):
        for line in ("x all", "in", "practice all", "leave", "up", "up", "out", "dispatch"):
            await type_line(pilot, line)
            seen.append(read_screen(app.export_screenshot()))
            while len(app.screen_stack) > 2:
                await pilot.press("escape")
                await pilot.pause()
        for key in SHEETS:
            await pilot.press(key)
            await pilot.pause()
            seen.append(read_screen(app.export_screenshot()))
            await pilot.press("escape")
            await pilot.pause()
    assert any("Kitchen" in screen for screen in seen) or size == (40, 12)
    assert not {word for screen in seen for word in find_words(screen)}
