"""A few pictures of screens, kept and compared: they prove looks, never rules. ``make looks`` accepts new ones."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from game.app.game import Game
from game.core.paths import shipped
from game.pack.world import World
from game.tui.openings import ScreenName
from game.tui.tour_app import TourApp
from tests.tui.test_app import type_line

Compare = Callable[..., bool]
Before = Callable[[Pilot[Any]], Awaitable[None]]


def after(*lines: str, keys: tuple[str, ...] = ()) -> Before:
    """What is done before the picture is taken: lines, then keys."""

    async def run(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, TourApp)
        await app.signal.wait_until_ready()
        app.animation_level = "none"
        await pilot.pause()
        app.play.query_one("#prompt").cursor_blink = False  # type: ignore[attr-defined]
        for line in lines:
            await type_line(pilot, line)
        await pilot.press(*keys)
        await pilot.pause()

    return run


SIZES = [(60, 20), (80, 24), (120, 36), (160, 48)]


@pytest.mark.parametrize("size", SIZES[1:3], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        pytest.param(("f", "f", "x dials"), (), id="dials"),
        pytest.param(("f", "quiz", "a"), ("f6",), id="question-by-day"),
        pytest.param(("f",), ("f3",), id="map"),
        pytest.param(("x press board",), ("f7",), id="picture"),
    ],
)
def test_look(
    snap_compare: Compare, tour: World, size: tuple[int, int], lines: tuple[str, ...], keys: tuple[str, ...]
) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")))
    assert snap_compare(app, terminal_size=size, run_before=after(*lines, keys=keys))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["title", "journeys", "end", "help"])
def test_look_of_a_cover(snap_compare: Compare, tour: World, size: tuple[int, int], name: ScreenName) -> None:
    app = TourApp(lambda: Game(tour, art=shipped("assets")))

    async def run(pilot: Pilot[Any]) -> None:
        await after("x departure pictures" if name == "journeys" else "look")(pilot)
        app.action_open(name)
        await pilot.pause()
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=run)
